"""What every check is: a line of the table, and a function from an article to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotator.model.spans import Span
from annotator.quality.corpus import Knowledge, Worked
from annotator.quality.findings import Finding, Fix

Find = Callable[[Worked, Knowledge], Iterator["Found"]]
"""Looks at one article, in the light of what all tell."""


@dataclass(frozen=True)
class Found:
    """What a check has to say of one place; `finding` puts the article to it.

    `at` is the article where the place is, None for the one that is looked at; `other` is a place
    in an article of another number that it is compared with.
    """

    why: str
    span: Span | None = None
    ids: tuple[str, ...] = ()
    fix: Fix | None = None
    values: Iterable[tuple[str, object]] = ()
    group: str = ""
    other: tuple[int, Span] | None = None
    at: Worked | None = None


@dataclass(frozen=True)
class Check:
    """A check: its name, title, what it is good for, and how its fix is called if it has one.

    A fix that is `sure` needs nobody's judgement. A check that is `done_only` looks for what is
    missing, and so at nothing but articles that are done. One that `compares` is told in
    `Knowledge.copies` which articles are copies of each other.
    """

    id: str
    title: str
    help: str
    find: Find
    fix: str = ""
    sure: bool = False
    done_only: bool = False
    compares: bool = False


def finding(check: Check, worked: Worked, found: Found) -> Finding:
    """The finding of a check in an article."""
    at = found.at or worked
    article = at.annotated
    return Finding(
        check=check.id,
        article=at.number,
        article_id=article.article.id,
        title=" ".join(article.article.title.split()),
        why=found.why,
        values=dict(found.values),
        span=found.span,
        words=" ".join(found.span.surface(article.text).split()) if found.span else "",
        ids=found.ids,
        fix=found.fix,
        group=found.group,
        other=found.other,
    )
