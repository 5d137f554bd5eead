"""Looking for a string in all articles, to mark it everywhere; and the edits that do so.

Knows no widgets. The index says which articles are worth a look; what counts as the same is asked
of `model.same`, as within one article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from annotator.exchange.concordance import Line, lines
from annotator.model import edits
from annotator.model.annotations import Entity
from annotator.model.edits import Edit
from annotator.model.same import unmarked
from annotator.model.spans import Span
from annotator.store import Found, Project, Query
from annotator.text.evidence import NOTHING, Evidence
from annotator.text.matching import split
from annotator.text.normal import normalise
from annotator.text.same import Needle, occurrences

_CONTEXT = 90
_LONGEST = 200
"""Code points of what the index is asked for: enough to choose by, whatever the string is."""


class Candidate(Struct, frozen=True):
    """A place to mark, as it stands in its article; `chosen` if it should be marked unasked."""

    span: Span
    chosen: bool
    line: Line


class InArticle(Struct, frozen=True):
    """The candidates in one article; there is at least one."""

    number: int
    title: str
    candidates: tuple[Candidate, ...]


class Step(NamedTuple):
    """How far the search is: articles `looked` through of all, and what it found on this step."""

    looked: int
    of: int
    found: InArticle | None = None


def look(
    project: Project, layer: str, needle: Needle, label: str, known: Evidence = NOTHING
) -> Iterator[Step]:
    """Look for places that are no entity of `label` in the layer yet, in the order of articles.

    `known` is what is known of words. Each step takes some milliseconds. Raises `UserError` where
    the index or an article is damaged.
    """
    letters = max(split(needle.core), key=len, default=needle.core)
    for page in project.search(Query(text=letters[:_LONGEST])):
        for found in page.found:
            here = _in_article(project, layer, needle, label, found, known)
            yield Step(found.number, page.of, here)
        yield Step(page.looked, page.of)


def _in_article(
    project: Project, layer: str, needle: Needle, label: str, found: Found, known: Evidence
) -> InArticle | None:
    text = normalise(found.text)
    if next(occurrences(needle, text), None) is None:
        return None
    article = project.annotated(found.number, layer)
    places = list(unmarked(article, needle, label, text, known))
    if not places:
        return None
    here = found._replace(hits=tuple((one.span.start, one.span.end) for one in places))
    told = lines(here, _CONTEXT)
    candidates = [
        Candidate(one.span, one.chosen, line) for one, line in zip(places, told, strict=True)
    ]
    return InArticle(found.number, " ".join(found.title.split()), tuple(candidates))


def marking(
    like: Entity, places: Iterable[tuple[int, Iterable[Span]]]
) -> Iterator[tuple[int, Edit]]:
    """The edit of each article, by number, that marks its spans like `like`."""
    for number, spans in places:
        yield number, Edit(added=edits.copies(like, spans))
