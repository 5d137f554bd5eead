"""The menu *File*: projects, what comes in, what goes out."""

from __future__ import annotations

from annotator.desktop import exporting, files, importing, verifying
from annotator.desktop.commands.action import Action, always, with_project

FILE: tuple[Action, ...] = (
    Action("new-project", "New project…", "Make a project file with a label set.",
           ("Ctrl+N",), "file", lambda w: files.new_project(w), always, "window"),
    Action("folder-project", "New project from a folder of texts…",
           "Make a project and bring in all texts of a folder.",
           (), "file", lambda w: files.new_project_from_folder(w), always, "window"),
    Action("open-project", "Open project…", "Open another project file.",
           ("Ctrl+O",), "file", lambda w: files.open_project(w), always, "window"),
    Action("open-sample", "Open the sample project",
           "Open the articles that come with the program.",
           (), "file", lambda w: files.open_sample(w), always, "window"),
    Action("import", "Import articles…", "Bring in files of any format.",
           ("Ctrl+I",), "file", lambda w: importing.import_files(w), with_project, "window"),
    Action("import-folder", "Import a folder…", "Bring in a folder of articles or a dataset.",
           (), "file", lambda w: importing.import_folder(w), with_project, "window"),
    Action("export", "Export…", "Write the dataset, in any format.",
           ("Ctrl+E",), "file", lambda w: exporting.export_dataset(w), with_project, "window"),
    Action("verify", "Check an export…",
           "Compare an exported folder with its dataset card: checksums, rows, spans, counts.",
           (), "file", lambda w: verifying.check_export(w), always, "window"),
    Action("author", "Author’s name…", "Whose annotations these are.",
           (), "file", lambda w: w.change_author(), always, "window"),
    Action("quit", "Quit", "Close the program. Everything is saved already.",
           ("Ctrl+Q",), "file", lambda w: w.close_at_once(), always, "window"),
)  # fmt: skip
