"""The same string treated in two ways: other labels, marked and not marked, with particles or not.

Strings are compared as "mark all same" compares them: however they are vocalised, behind any
particles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Strings, Worked, alone, string_of
from annotator.quality.findings import Finding, Fix
from annotator.text.clitics import proclitic_cuts
from annotator.text.needles import Place
from annotator.text.normal import fold, normalise
from annotator.text.same import Needle, is_sure
from annotator.text.tokens import word_at

_BEGINNINGS = frozenset("وفبكلسا")
"""What words with particles begin with."""


def labels(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Entities whose string has another label more often, or as often."""
    for entity in alone(worked.annotated):
        string = string_of(worked.annotated, entity)
        counts = knowledge.labels[string]
        if len(counts) < 2:
            continue
        most = knowledge.majority(string)
        if most is None or most[0] != entity.label:
            yield _other_label(entity, string, most, counts)


def _other_label(
    entity: Entity, string: str, most: tuple[str, int] | None, counts: dict[str, int]
) -> Found:
    if most is None:
        rest = {name: count for name, count in counts.items() if name != entity.label}
        other, times = max(rest.items(), key=lambda pair: (pair[1], pair[0]))
        fix = None
    else:
        (other, times), fix = most, Fix("relabel", entity.id, label=most[0])
    values = (("label", entity.label), ("count", counts[entity.label]), ("other", other),
              ("times", times))  # fmt: skip
    why = "The same string is {other} elsewhere ({times}) and {label} here ({count})."
    return Found(why, entity.span, (entity.id,), fix, values, string)


def unmarked(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Strings that are marked elsewhere and not in this article."""
    article, known = worked.annotated, knowledge.strings
    for string, start, end in _places(article, known):
        label, times = known.labels[string]
        span = Span.of(start, end)
        if not is_sure(Needle(string), article.text, start):
            continue
        known.leave(string)
        fix = Fix("mark", span=span, label=label)
        values = (("label", label), ("times", times))
        why = "The same string is marked as {label} elsewhere ({times}) and not here."
        yield Found(why, span, (), fix, values, string)


def seldom_unmarked(findings: list[Finding], knowledge: Knowledge) -> list[Finding]:
    """Without strings that are left unmarked more often than they are marked: common words."""
    return [one for one in findings if not knowledge.strings.is_common(one.group)]


def _places(article: AnnotatedArticle, known: Strings) -> list[tuple[str, int, int]]:
    """Where known strings stand outside of entities, by string and then by place.

    The same string does not begin again before it has ended.
    """
    marked = _Marked(article)

    def passing(place: Place) -> bool:
        return place.needle in known.common or marked.meets(place.start, place.end)

    found = known.needles.find(normalise(article.text), passing)
    places: list[tuple[str, int, int]] = []
    for string, start, end in sorted((known.names[one.needle], *one[:2]) for one in found):
        again = places and places[-1][0] == string and start < places[-1][2]
        if not again and not marked.meets(start, end):
            places.append((string, start, end))
    return places


class _Marked:
    """Which characters of an article lie in entities."""

    def __init__(self, article: AnnotatedArticle) -> None:
        fragments = [part for one in article.entities for part in one.span.fragments]
        merged = Span.union(fragments).fragments if fragments else ()
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def meets(self, start: int, end: int) -> bool:
        """Whether any character of `start:end` does."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end


def particles(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Names with a particle inside that are marked without it more often."""
    text = worked.annotated.text
    for entity in worked.annotated.entities:
        if fold(text[entity.span.start]) not in _BEGINNINGS:
            continue
        word = word_at(text, entity.span.start)
        if word is None or word[0] != entity.span.start:
            continue
        here = _count(knowledge, string_of(worked.annotated, entity), entity.label)
        for cut in proclitic_cuts(text, *word):
            first, *others = entity.span.fragments
            if not first[0] < cut < first[1] or fold(text[word[0] : cut]).endswith("ال"):
                continue
            span = Span(((cut, first[1]), *others))
            there = _known_as(knowledge, text, span, entity.label)
            if there > here:
                values = (("label", entity.label), ("times", there))
                why = "The same name is marked without its particles elsewhere ({times})."
                fix = Fix("resize", entity.id, span)
                yield Found(why, entity.span, (entity.id,), fix, values)
                break


def _known_as(knowledge: Knowledge, text: str, span: Span, label: str) -> int:
    string = Needle.of(span.surface(text)).text
    spellings = (string, "ا" + string, "ال" + string) if string.startswith("ل") else (string,)
    return sum(_count(knowledge, one, label) for one in spellings)


def _count(knowledge: Knowledge, string: str, label: str) -> int:
    found = knowledge.labels.get(string)
    return found[label] if found else 0
