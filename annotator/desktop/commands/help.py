"""The menu *Help*: commands, keys, about the program."""

from __future__ import annotations

from annotator.desktop.commands.action import Action, always

HELP: tuple[Action, ...] = (
    Action("palette", "Commands…", "Find any command by typing part of its name.",
           ("Ctrl+K",), "help", lambda w: w.show_palette(), always, "window"),
    Action("keys", "Keys", "All keys on one page.",
           ("F1",), "help", lambda w: w.show_keys(), always, "window"),
    Action("change-keys", "Change keys…", "Give commands other keys.",
           (), "help", lambda w: w.change_keys(), always, "window"),
    Action("about", "About Annotator", "Version and licences.",
           (), "help", lambda w: w.show_about(), always, "window"),
)  # fmt: skip
