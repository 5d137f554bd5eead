"""Findings of a check: sentences with counts and a first example.

Made of a template and values, like the messages of `UserError`, so that each can be translated.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from annotator.errors import UserError
from annotator.store.failures import FAILURES

UNREADABLE = (*FAILURES, UserError)
"""What reading damaged parts of a file raises."""


class Finding(Struct, frozen=True):
    """Something damaged: a template for `str.format`, and the values for it."""

    text: str
    values: dict[str, object]

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, its template translated first."""
        return translate(self.text).format(**self.values)

    def __str__(self) -> str:
        return self.say()


class Tally:
    """Counts by sentence, with the article and the reason that were found first."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, object]] = {}
        self.total = 0

    def add(self, text: str, article: int, reason: object = "", count: int = 1) -> None:
        first: dict[str, object] = {"count": 0, "article": article, "reason": str(reason)}
        values = self._found.setdefault(text, first)
        values["count"] = int(str(values["count"])) + count
        self.total += count

    def findings(self) -> list[Finding]:
        return [Finding(text, values) for text, values in self._found.items()]
