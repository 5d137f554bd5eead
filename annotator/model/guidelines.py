"""Guideline pages: what a project says about its labels, in Markdown, in Arabic and in English.

A heading that holds a label's name as a word (`### PERS شخص`) begins the section of that label; the
label of a quote is its type (`### direct مباشر`). Pure: pages are values, and nothing here reads
files or renders anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from annotator.errors import UserError
from annotator.model.labels import Language

LONGEST = 200_000
"""Code points that a page may have: some seventy printed pages."""
MAIN = "guidelines"
"""The name of the page that a project has at least."""

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class GuidelinePage(Struct, frozen=True, order=True):
    """One page. Its `name` is the same in both languages; `text` is Markdown as it was written."""

    name: str
    language: Language
    text: str


class BadPage(UserError):
    """A text that cannot be a guideline page; nothing was stored."""

    def in_file(self, file: str) -> BadPage:
        """The same of a page that was read from a file."""
        other = BadPage(self.templates[0])
        other.values = {**self.values, "page": file}
        return other


def checked(page: GuidelinePage) -> GuidelinePage:
    """The page, if it can be one; raises `BadPage` with the reason."""
    if not _NAME.fullmatch(page.name):
        raise BadPage(
            "A guideline page cannot be called {name}.",
            hint="Small Latin letters, digits, - and _ make its name, 40 at most.",
            name=page.name[:60],
        )
    if not page.text.strip():
        raise BadPage("The guideline page {page} is empty.", page=page.name)
    if len(page.text) > LONGEST:
        raise BadPage(
            "The guideline page {page} has {count} characters; {most} are the most.",
            page=page.name, count=len(page.text), most=LONGEST,
        )  # fmt: skip
    for place, char in enumerate(page.text):
        if char == "\0" or "\ud800" <= char <= "\udfff":
            raise BadPage(
                "Character {position} of the guideline page {page} is one that no text has.",
                page=page.name, position=place,
            )  # fmt: skip
    return page


def in_language(pages: Iterable[GuidelinePage], language: Language) -> list[GuidelinePage]:
    """The pages in this language, or in the other one where there is none in this."""
    found = sorted(pages)
    return [page for page in found if page.language == language] or found


def mentions(heading: str, name: str) -> bool:
    """Whether a heading holds the name of a label, as a word of its own."""
    return re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", heading) is not None


def best_heading(headings: Sequence[str], label: str) -> int | None:
    """Which heading begins the section of a label, as its place in `headings`; None if none does.

    Of several, the one that says least besides: `### PERS` before `## Why PERS is not OCC`.
    """
    found = [place for place, heading in enumerate(headings) if mentions(heading, label)]
    return min(found, key=lambda place: (len(headings[place]), place), default=None)
