"""Failures that the user can act on. Anything else that is raised is a bug.

A `UserError` is made of templates and values, so that the command line can print it in English and
the window can say the same sentence in Arabic: the templates are the keys of the translation.
"""

from __future__ import annotations

from collections.abc import Callable


class UserError(Exception):
    """What happened, what was kept, and what to do about it.

    `message`, `kept` and `hint` are templates for `str.format`; `values` fill all three. Each is a
    whole sentence with its full stop. Name the file, and the line where there is one.

    >>> str(UserError("{file} is empty.", hint="Choose another file.", file="a.txt"))
    'a.txt is empty. Choose another file.'
    """

    def __init__(self, message: str, *, kept: str = "", hint: str = "", **values: object) -> None:
        super().__init__(message)
        self.templates = tuple(part for part in (message, kept, hint) if part)
        self.values = values

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The whole text, each template translated first and filled afterwards.

        A value that is such a failure itself is said in the same language.
        """
        values = {
            name: value.say(translate) if isinstance(value, UserError) else value
            for name, value in self.values.items()
        }
        return " ".join(translate(part).format(**values) for part in self.templates)

    def __str__(self) -> str:
        return self.say()


class EditRefused(UserError):
    """An edit breaks a rule of the model; nothing was changed."""


class ProjectRefused(UserError):
    """A project file cannot be opened, made or written; it was not modified."""
