"""What is wrong with a label set, and where: one `Problem` a line of the message that refuses it.

Only says; what is a problem is decided in `labelfile` and `labeltables`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from annotator.errors import UserError


class Step(NamedTuple):
    """A table on the way to a problem: its heading, its number from 1, the label it declares.

    Without a heading, the number is that of a line.
    """

    table: str
    number: int | None = None
    label: str = ""

    def say(self, translate: Callable[[str], str]) -> str:
        """For example `[[entities]] number 3 (PERS)`, or `line 7`."""
        if self.number is None:
            return self.table
        form = translate("{table} number {number}" if self.table else "line {number}")
        place = form.format(table=self.table, number=self.number)
        return f"{place} ({self.label})" if self.label else place


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong, and where: `template.format(**values)` at a table and key.

    `near` is what was probably meant, or ""; `line` is that of the file, from 1, if it is known.
    """

    where: tuple[Step, ...]
    key: str
    template: str
    values: dict[str, object]
    near: str = ""
    line: int | None = None

    def say(self, file: str, translate: Callable[[str], str] = str) -> str:
        """One line without a full stop: file, table, key, what is wrong."""
        if self.line is not None:
            file = translate("{file}, line {line}").format(file=file, line=self.line)
        places = [file, *(step.say(translate) for step in self.where), self.key]
        said = translate(self.template).format(**self.values)
        if self.near:
            said += translate("; did you mean {near}?").format(near=self.near)
        return ": ".join([*(place for place in places if place), said])


class BadLabelSet(UserError):
    """A label set cannot be used. `problems` holds everything that is wrong with it."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = printable(file, 200)
        self.problems = tuple(problems)
        super().__init__(
            "The label set {file} was not taken; problems found: {count}.",
            file=self.file,
            count=len(self.problems),
        )

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, then one line a problem."""
        lines = [problem.say(self.file, translate) for problem in self.problems]
        return "\n".join([super().say(translate), *lines])


def shown(text: str) -> str:
    """A piece of untrusted text between quotation marks."""
    return f'"{printable(text)}"'


def printable(text: str, longest: int = 60) -> str:
    """A piece of untrusted text for a message: cut short, and invisible characters spelt out."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in cut)
