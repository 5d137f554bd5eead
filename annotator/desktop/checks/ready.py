"""Findings made ready for being shown: the line they stand in, and what their fix would change.

Made in the background, so that walking through thousands of rows costs nothing. Knows no widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import EditRefused
from annotator.exchange.concordance import Line, lines
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Relation
from annotator.model.edits import Edit
from annotator.quality.checks import Finding, edit
from annotator.store import Found
from annotator.text.ends import with_ends
from annotator.text.normal import fold

_CONTEXT = 90
_LINE_END = 160

State = tuple[Annotation, ...]
"""The annotations that a finding is about, as far as checks look at them."""


class Change(Struct, frozen=True):
    """What a fix would do, in two short texts; `old` is empty where something is added."""

    old: str
    new: str


class Ready(Struct, frozen=True):
    """A finding, its key, and its line. `state` tells later whether it was mended in the meantime.

    `change` is None where there is no fix; `folded` is what typing looks for, which is not what
    stands around the place.
    """

    finding: Finding
    key: str
    line: Line
    state: State
    change: Change | None
    folded: str


def ready(finding: Finding, article: AnnotatedArticle) -> Ready:
    """The finding with all that is shown of it; `article` is the one that it was found in."""
    line = _line(finding, article.text)
    values = " ".join(str(one) for one in finding.values.values())
    return Ready(
        finding,
        finding.key,
        line,
        state(finding, article),
        _change(finding, article),
        fold(f"{line.title} {finding.words} {finding.group} {values}"),
    )


def in_order(found: Sequence[Finding], most: int) -> list[Finding]:
    """By check as they came, then the strings by their first finding, then as they came.

    Of each check there are `most` at most: one that finds a great many must not hide the others.
    """
    checks: dict[str, int] = {}
    strings: dict[tuple[str, str], int] = {}
    keys = []
    for place, one in enumerate(found):
        string = (one.check, one.group or f"\0{place}")
        first = checks.setdefault(one.check, place), strings.setdefault(string, place)
        keys.append((*first, place))
    every = (found[place] for *_, place in sorted(keys))
    by_check = groupby(every, key=lambda one: one.check)
    return [one for _, group in by_check for one in islice(group, most)]


def _line(finding: Finding, text: str) -> Line:
    if finding.span is None:
        beginning = " ".join(text[:_LINE_END].split())
        return Line(finding.article, finding.title, 0, 0, beginning, (0, 0))
    place = (finding.span.start, finding.span.end)
    found = Found(finding.article, finding.article_id, finding.title, None, text, (place,))
    return next(lines(found, _CONTEXT))


def state(finding: Finding, article: AnnotatedArticle) -> State:
    """What is annotated where the finding is, but for notes and attributes: no check reads them."""
    found = {id: one for id in finding.ids if (one := article.get(id)) is not None}
    if finding.span is not None:
        for start, end in finding.span.fragments:
            found.update((one.id, one) for one in article.between(start, end))
    elif not finding.ids:
        found.update(article.by_id)
    return tuple(replace(found[id], note=None, attributes={}) for id in sorted(found))


def _change(finding: Finding, article: AnnotatedArticle) -> Change | None:
    """What the edit of the fix takes and gives; None if it would do nothing, or be refused."""
    if finding.fix is None:
        return None
    try:
        made = edit(article, finding.fix)
    except EditRefused:
        return None
    return _told(made, article.text) if made else None


def _told(made: Edit, text: str) -> Change:
    old, new = _first(made.removed), _first(made.added)
    if old is None or new is None or isinstance(old, Relation) or isinstance(new, Relation):
        return Change(old.label if old else "", new.label if new else "")
    if old.span == new.span:
        return Change(old.label, new.label)
    return Change(with_ends(old.span.surface(text)), with_ends(new.span.surface(text)))


def _first(annotations: tuple[Annotation, ...]) -> Annotation | None:
    return next(iter(annotations), None)
