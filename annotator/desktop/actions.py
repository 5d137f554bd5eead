"""Every action, declared once: menus, palette, key page, context menu and README read this table.

An action's title and help are the English source of their translations. Its keys are named as on a
US keyboard, see `keys`. Actions of the scope `article` act while the article has the focus, those
of the scope `window` everywhere in the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.desktop import (
    edges,
    going,
    keymap,
    marking,
    moving,
    quoting,
    relating,
    same,
    undoing,
    walking,
)
from annotator.desktop.keymap import Scope

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow
    from annotator.desktop.workspace import Workspace

Condition = Callable[["Workspace"], bool]


def always(workspace: Workspace) -> bool:
    """Allowed at any time."""
    return True


def reading(workspace: Workspace) -> bool:
    """Allowed with an article in view."""
    return workspace.annotated is not None


def with_project(workspace: Workspace) -> bool:
    """Allowed with a project open."""
    return workspace.project is not None


def annotating(workspace: Workspace) -> bool:
    """Allowed with one's own layer of an article in view."""
    return workspace.annotated is not None and not workspace.read_only


def focused(workspace: Workspace) -> bool:
    """Allowed with an annotation of one's own in focus."""
    return annotating(workspace) and workspace.focus is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do. `menu` is one of `MENUS`, or empty for none.

    `keys` are those it begins with; the ones that it has now are in `keymap`. `checked` tells, for
    a switch, whether it is on.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    menu: str
    run: Callable[[MainWindow], None]
    allowed: Condition = reading
    scope: Scope = "article"
    context: bool = False
    checked: Condition | None = None


MENUS: tuple[tuple[str, str], ...] = (
    ("file", "File"),
    ("edit", "Edit"),
    ("mark", "Mark"),
    ("move", "Move"),
    ("view", "View"),
    ("help", "Help"),
)


def _file_actions() -> tuple[Action, ...]:
    return (
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


def _edit_actions() -> tuple[Action, ...]:
    return (
        Action("undo", "Undo", "Take back the last edit of this article.",
               ("Ctrl+Z",), "edit", lambda w: undoing.undo(w.workspace), annotating, "window"),
        Action("redo", "Redo", "Carry out again what was taken back.",
               ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", lambda w: undoing.redo(w.workspace), annotating,
               "window"),
        Action("delete", "Delete the annotation",
               "Delete the focused annotation, and the relations that need it.",
               ("Delete", "Backspace"), "edit", lambda w: marking.delete(w.workspace), focused,
               context=True),
        Action("start-on", "Start edge onward",
               "Move the start edge on: past a particle, else one letter.",
               ("[",), "edit", lambda w: edges.move_edge(w.workspace, "start", 1), annotating),
        Action("start-back", "Start edge back",
               "Move the start edge back: over the particles, else one letter.",
               ("{",), "edit", lambda w: edges.move_edge(w.workspace, "start", -1), annotating),
        Action("end-back", "End edge back",
               "Move the end edge back: before a pronoun, else one letter.",
               ("]",), "edit", lambda w: edges.move_edge(w.workspace, "end", -1), annotating),
        Action("end-on", "End edge onward",
               "Move the end edge on: past a pronoun, else one letter.",
               ("}",), "edit", lambda w: edges.move_edge(w.workspace, "end", 1), annotating),
    )  # fmt: skip


def _mark_actions() -> tuple[Action, ...]:
    return (
        Action("choose-label", "Choose a label…",
               "Mark by typing part of a label’s name, in Arabic or English.",
               ("Return",), "mark", lambda w: w.choose_label(), annotating, context=True),
        Action("quote", "Quote",
               "The selection, or what is quoted around the cursor; again takes more or less.",
               ("Q",), "mark", lambda w: quoting.quote(w.workspace), annotating, context=True),
        Action("speaker", "Speaker of the quote",
               "The selection, or the entity under the cursor, speaks; again takes it off.",
               ("W",), "mark", lambda w: quoting.speaker(w.workspace), annotating, context=True),
        Action("cue", "Cue of the quote",
               "The selection, or the word under the cursor, introduces it; again takes it off.",
               ("E",), "mark", lambda w: quoting.cue(w.workspace), annotating, context=True),
        Action("speaker-only", "Speaker, not the source",
               "The entity under the cursor speaks, the source stays; again takes the source off.",
               ("Shift+W",), "mark", lambda w: quoting.speaker_only(w.workspace), annotating),
        Action("more-cue", "More of the cue",
               "Add the selection, or the word under the cursor, to the cue.",
               ("Shift+E",), "mark", lambda w: quoting.more_cue(w.workspace), annotating),
        Action("relate", "Relation…",
               "Start a relation here, or again to here; pick the other end, then the label.",
               ("R",), "mark", lambda w: relating.start(w.workspace, w.view.visible_range),
               annotating, context=True),
        Action("same", "Mark all same…",
               "Every same string in this article gets the entity’s label; Tab and Delete choose.",
               ("A",), "mark", lambda w: same.start(w.workspace), annotating, context=True),
        Action("same-everywhere", "Mark all same in all articles…",
               "Every same string of the corpus in a list, each of which can be left out.",
               ("Shift+A",), "mark", lambda w: w.mark_everywhere(), annotating),
        Action("type", "Change type",
               "The next type of a quote, or the next value of an entity’s first attribute.",
               ("T",), "mark", lambda w: marking.change_type(w.workspace), annotating,
               context=True),
        Action("fragment", "Add a fragment",
               "Add the selection to the annotation that was last in focus.",
               ("F",), "mark", lambda w: marking.add_fragment(w.workspace), annotating,
               context=True),
        Action("leave-out", "Leave particles out",
               "Whether و ف ب ك ل in front of a word are left out of what is marked.",
               (), "mark", lambda w: w.toggle_leave_out(), always, "window",
               checked=lambda w: w.leave_out),
        Action("escape", "Leave", "Leave a mode, drop the focus, drop the selection.",
               ("Escape",), "", lambda w: marking.escape(w.workspace)),
    )  # fmt: skip


def _walk(
    key: str, id: str, title: str, go: Callable[[MainWindow, bool], None]
) -> tuple[Action, ...]:
    """A movement, and the same with Shift, which extends the selection."""
    name = key.rpartition("+")[2]
    shifted = f"Ctrl+Shift+{name}" if key.startswith("Ctrl+") else f"Shift+{name}"
    return (
        Action(id, title, "Move the cursor.", (key,), "move", lambda w: go(w, False)),
        Action(f"{id}-extend", f"{title}, extending", "Extend the selection by words.",
               (shifted,), "", lambda w: go(w, True)),
    )  # fmt: skip


def _move_actions() -> tuple[Action, ...]:
    return (
        *_walk("Left", "next-word", "Next word", lambda w, e: moving.onward(w.workspace, extend=e)),
        *_walk("Right", "previous-word", "Previous word",
               lambda w, e: moving.back(w.workspace, extend=e)),
        *_walk("Up", "word-above", "Word above",
               lambda w, e: moving.up(w.workspace, w.view, extend=e)),
        *_walk("Down", "word-below", "Word below",
               lambda w, e: moving.down(w.workspace, w.view, extend=e)),
        *_walk("Home", "line-start", "Start of the line",
               lambda w, e: moving.line_start(w.workspace, w.view, extend=e)),
        *_walk("End", "line-end", "End of the line",
               lambda w, e: moving.line_end(w.workspace, w.view, extend=e)),
        *_walk("PageUp", "page-up", "A page up",
               lambda w, e: moving.up(w.workspace, w.view, extend=e, steps=w.view.page_lines())),
        *_walk("PageDown", "page-down", "A page down",
               lambda w, e: moving.down(w.workspace, w.view, extend=e, steps=w.view.page_lines())),
        *_walk("Ctrl+Home", "article-start", "Start of the article",
               lambda w, e: moving.article_start(w.workspace, extend=e)),
        *_walk("Ctrl+End", "article-end", "End of the article",
               lambda w, e: moving.article_end(w.workspace, extend=e)),
        Action("go", "Go to a word…",
               "Letters appear over the words in view: type those of the one to go to.",
               ("G",), "move", lambda w: going.start(w.workspace, w.view.visible_range())),
        Action("go-extend", "Go to a word, extending",
               "Select up to that word; Shift with its last letter does so too.",
               ("Shift+G",), "",
               lambda w: going.start(w.workspace, w.view.visible_range(), extend=True)),
        Action("next-annotation", "Next annotation", "Focus the next entity or quote.",
               ("Tab",), "move", lambda w: moving.to_annotation(w.workspace, 1)),
        Action("previous-annotation", "Previous annotation", "Focus the one before.",
               ("Shift+Tab",), "move", lambda w: moving.to_annotation(w.workspace, -1)),
        Action("next-relation", "Relations of the annotation",
               "Focus the relations of the focused annotation, one after the other.",
               ("Shift+R",), "move", lambda w: moving.to_relation(w.workspace)),
        Action("next-article", "Next article", "Go to the next article.",
               ("Ctrl+PageDown",), "move", lambda w: walking.go_by(w.workspace, 1), reading,
               "window"),
        Action("previous-article", "Previous article", "Go to the article before.",
               ("Ctrl+PageUp",), "move", lambda w: walking.go_by(w.workspace, -1), reading,
               "window"),
        Action("done", "Done, next unfinished",
               "Mark the article done and go to the next unfinished one.",
               ("Ctrl+Return",), "move", lambda w: walking.finish(w.workspace), annotating,
               "window"),
        Action("skip", "Skip, next unfinished",
               "Leave this article out and go to the next unfinished one.",
               ("Ctrl+Shift+PageDown",), "move", lambda w: walking.skip(w.workspace), annotating,
               "window"),
        Action("reopen", "Not done yet", "Take the mark “done” or “skipped” off this article.",
               ("Ctrl+Shift+Return",), "move", lambda w: walking.reopen(w.workspace), annotating,
               "window"),
    )  # fmt: skip


def _view_actions() -> tuple[Action, ...]:
    return (
        Action("focus-article", "To the article", "Give the article the keyboard.",
               ("F6",), "view", lambda w: w.focus_article(), reading, "window"),
        Action("focus-articles", "To the list of articles",
               "Give the list the keyboard; typing filters it, ← → choose a state.",
               ("F7",), "view", lambda w: w.focus_articles(), with_project, "window"),
        Action("articles-state", "Articles by state…", "List only articles of one state.",
               (), "view", lambda w: w.choose_state(), with_project, "window"),
        Action("articles-order", "Order of the articles…",
               "Sort the list by title, state, annotations or date.",
               (), "view", lambda w: w.choose_order(), with_project, "window"),
        Action("focus-annotations", "To the list of annotations", "Give the list the keyboard.",
               ("F8",), "view", lambda w: w.focus_annotations(), reading, "window"),
        Action("focus-inspector", "To the details",
               "Give the details of the annotation the keyboard: label, attributes, note.",
               ("F9",), "view", lambda w: w.focus_inspector(), reading, "window"),
        Action("search", "Search all articles", "Find words, and mark what is found.",
               ("Ctrl+F",), "view", lambda w: w.show_search(), with_project, "window"),
        Action("checks", "Check the annotations",
               "Find what is worth a second look; there, check again.",
               ("F5",), "view", lambda w: w.show_checks(), with_project, "window"),
        Action("next-finding", "Next finding",
               "Go to the place of the next finding of the checks.",
               ("Shift+F5",), "view", lambda w: w.next_finding(), with_project, "window"),
        Action("statistics", "Statistics",
               "Labels, relations, speakers, progress and lengths, as charts.",
               (), "view", lambda w: w.show_statistics(), with_project, "window"),
        Action("guidelines", "Guidelines", "Show the guidelines of the label beside the text.",
               ("Ctrl+G",), "view", lambda w: w.toggle_guidelines(), with_project, "window"),
        Action("focus-guidelines", "To the guidelines",
               "Give the guidelines the keyboard: arrows scroll, letters find a section.",
               ("F10",), "view", lambda w: w.focus_guidelines(), with_project, "window"),
        Action("edit-guidelines", "Edit the guidelines…",
               "Change what the project says about its labels.",
               (), "view", lambda w: w.edit_guidelines(), with_project, "window"),
        Action("layer", "Whose annotations…", "Look at another author’s annotations.",
               ("Ctrl+L",), "view", lambda w: w.choose_layer(), with_project, "window"),
        Action("larger", "Larger text", "Zoom in.", ("Ctrl+=", "Ctrl++"), "view",
               lambda w: w.zoom(1), always, "window"),
        Action("smaller", "Smaller text", "Zoom out.", ("Ctrl+-",), "view",
               lambda w: w.zoom(-1), always, "window"),
        Action("normal-size", "Normal text size", "Zoom back.", ("Ctrl+0",), "view",
               lambda w: w.zoom(0), always, "window"),
        Action("arcs", "Arcs of all relations",
               "Show the arcs of all relations in view, or only of what is in focus.",
               ("Ctrl+R",), "view", lambda w: w.toggle_arcs(), reading, "window"),
        Action("text-font", "Text font…", "The font that articles are set in.", (), "view",
               lambda w: w.choose_font(), always, "window"),
        Action("lines-close", "Close lines", "Little room between lines.", (), "view",
               lambda w: w.set_type(line_spacing="close"), always, "window"),
        Action("lines-normal", "Normal lines", "Normal room between lines.", (), "view",
               lambda w: w.set_type(line_spacing="normal"), always, "window"),
        Action("lines-wide", "Wide lines", "Much room between lines.", (), "view",
               lambda w: w.set_type(line_spacing="wide"), always, "window"),
        Action("lines-widest", "Widest lines", "Very much room between lines.", (), "view",
               lambda w: w.set_type(line_spacing="widest"), always, "window"),
        Action("column-narrow", "Narrow column", "Short lines.", (), "view",
               lambda w: w.set_type(reading_width="narrow"), always, "window"),
        Action("column-normal", "Normal column", "Lines of a comfortable length.", (), "view",
               lambda w: w.set_type(reading_width="normal"), always, "window"),
        Action("column-wide", "Wide column", "Long lines.", (), "view",
               lambda w: w.set_type(reading_width="wide"), always, "window"),
        Action("column-full", "Full width", "Lines as long as the window allows.", (), "view",
               lambda w: w.set_type(reading_width="full"), always, "window"),
        Action("arabic", "العربية", "The interface in Arabic.", (), "view",
               lambda w: w.set_language("ar"), always, "window"),
        Action("english", "English", "The interface in English.", (), "view",
               lambda w: w.set_language("en"), always, "window"),
        Action("light", "Light", "A light paper.", (), "view",
               lambda w: w.set_theme("light"), always, "window"),
        Action("dark", "Dark", "A dark paper.", (), "view",
               lambda w: w.set_theme("dark"), always, "window"),
        Action("contrast-light", "High contrast, light", "Black on white, with strong edges.",
               (), "view", lambda w: w.set_theme("contrast-light"), always, "window"),
        Action("contrast-dark", "High contrast, dark", "White on black, with strong edges.",
               (), "view", lambda w: w.set_theme("contrast-dark"), always, "window"),
        Action("system-theme", "As the system", "Light or dark as the system is.", (), "view",
               lambda w: w.set_theme("system"), always, "window"),
    )  # fmt: skip


def _help_actions() -> tuple[Action, ...]:
    return (
        Action("palette", "Commands…", "Find any command by typing part of its name.",
               ("Ctrl+K",), "help", lambda w: w.show_palette(), always, "window"),
        Action("keys", "Keys", "All keys on one page.",
               ("F1",), "help", lambda w: w.show_keys(), always, "window"),
        Action("change-keys", "Change keys…", "Give commands other keys.",
               (), "help", lambda w: w.change_keys(), always, "window"),
        Action("about", "About Annotator", "Version and licences.",
               (), "help", lambda w: w.show_about(), always, "window"),
    )  # fmt: skip


ACTIONS: tuple[Action, ...] = (
    *_file_actions(),
    *_edit_actions(),
    *_mark_actions(),
    *_move_actions(),
    *_view_actions(),
    *_help_actions(),
)


_BY_ID = {action.id: action for action in ACTIONS}
keymap.declare(keymap.Declared(one.id, one.scope, one.keys) for one in ACTIONS)


def by_key(scope: Scope, name: str) -> Action | None:
    """The action of `scope` that has this key now."""
    id = keymap.holder(scope, name)
    return _BY_ID[id] if id is not None else None


def by_id(id: str) -> Action:
    """The action called `id`."""
    return _BY_ID[id]


def hindrance(action: Action, workspace: Workspace) -> str:
    """Why the action is not allowed now, as a template with `{layer}`; "" if it is."""
    if action.allowed(workspace):
        return ""
    if workspace.project is None:
        return "No project is open."
    if workspace.annotated is None:
        return "There is no article here yet."
    if workspace.read_only:
        return "These are the annotations of {layer}. Choose your own layer to annotate."
    return "Focus an annotation first."


def trigger(action: Action, window: MainWindow) -> None:
    """Carry the action out if it is allowed now; otherwise say so, or let it give its reason."""
    workspace = window.workspace
    mode = workspace.mode
    if mode is not None and action.id != "escape" and action.id not in mode.within:
        workspace.set_mode(None)
    if action.allowed(workspace):
        action.run(window)
    elif workspace.annotated is None:
        workspace.refuse("There is no article here yet.")
    elif workspace.read_only:
        workspace.refuse_reading()
    else:
        # What is missing is a focus; the action itself knows best how to say so.
        action.run(window)
