"""Annotations that say the same twice.

The model admits no second one with the same label and span. What others have imported may still
differ in what is not seen: white space at an edge, or fragments that meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote
from annotator.model.spans import Fragment, Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked
from annotator.quality.findings import Fix

Spanned = Entity | Quote
_SOLID = re.compile(r"\S+")


def twins(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Entities and quotes that another one with the same label covers letter for letter."""
    article = worked.annotated
    alike: dict[object, list[Spanned]] = defaultdict(list)
    for one in article.in_order():
        what = isinstance(one, Quote), one.label, _letters(article.text, one.span)
        alike[what].append(one)
    for group in alike.values():
        if len(group) == 1:
            continue
        kept, *others = sorted(group, key=lambda one: _rank(article, one))
        for one in others:
            spare = _adds_nothing(article, one, kept)
            yield Found(
                "{label} is marked twice on the same words.",
                one.span,
                (one.id, kept.id),
                Fix("remove", one.id, keeps=kept.id) if spare else None,
                (("label", one.label),),
            )


def _letters(text: str, span: Span) -> tuple[Fragment, ...]:
    """What of a span can be seen: its fragments without white space, those that meet as one."""
    seen = [
        match.span() for start, end in span.fragments for match in _SOLID.finditer(text, start, end)
    ]
    return Span.union(seen).fragments if seen else span.fragments


def _rank(article: AnnotatedArticle, one: Spanned) -> tuple[int, int, int, str]:
    """What sorts the one to keep first: it has most, and its span is the plainest."""
    parts = (one.cue, one.source, one.speaker) if isinstance(one, Quote) else ()
    more = [*article.referrers(one.id), *one.attributes, one.note, *parts]
    return -sum(map(bool, more)), len(one.span.fragments), one.span.length, one.id


def _adds_nothing(article: AnnotatedArticle, one: Spanned, kept: Spanned) -> bool:
    """Whether nothing is lost with `one`, since all that it has, the other has too."""
    parts: list[tuple[object, object]] = [(one.note, kept.note)]
    parts += [(value, kept.attributes.get(name)) for name, value in one.attributes.items()]
    if isinstance(one, Quote) and isinstance(kept, Quote):
        parts += [(one.cue, kept.cue), (one.source, kept.source), (one.speaker, kept.speaker)]
    return not article.referrers(one.id) and all(mine in (None, its) for mine, its in parts)
