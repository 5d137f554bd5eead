"""The menu *File*: projects, what comes in, what goes out."""

from __future__ import annotations

from annotator.desktop.commands.action import Action, always, with_project

FILE: tuple[Action, ...] = (
    Action("new-project", "New project…", "Make a project file with a label set.",
           ("Ctrl+N",), "file", lambda w: w.new_project(), always, "window"),
    Action("folder-project", "New project from a folder of texts…",
           "Make a project and bring in all texts of a folder.",
           (), "file", lambda w: w.new_project_from_folder(), always, "window"),
    Action("open-project", "Open project…", "Open another project file.",
           ("Ctrl+O",), "file", lambda w: w.open_project(), always, "window"),
    Action("open-sample", "Open the sample project",
           "Open the articles that come with the program.",
           (), "file", lambda w: w.open_sample(), always, "window"),
    Action("import", "Import articles…", "Bring in files of any format.",
           ("Ctrl+I",), "file", lambda w: w.import_files(), with_project, "window"),
    Action("import-folder", "Import a folder…", "Bring in a folder of articles or a dataset.",
           (), "file", lambda w: w.import_folder(), with_project, "window"),
    Action("export", "Export…", "Write the dataset, in any format.",
           ("Ctrl+E",), "file", lambda w: w.export_dataset(), with_project, "window"),
    Action("verify", "Check an export…",
           "Compare an exported folder with its dataset card: checksums, rows, spans, counts.",
           (), "file", lambda w: w.check_export(), always, "window"),
    Action("author", "Author’s name…", "Whose annotations these are.",
           (), "file", lambda w: w.change_author(), always, "window"),
    Action("quit", "Quit", "Close the program. Everything is saved already.",
           ("Ctrl+Q",), "file", lambda w: w.close_at_once(), always, "window"),
)  # fmt: skip
