"""The same string treated in two ways: other labels, marked and not marked, with particles or not.

Strings are compared as "mark all same" compares them: however they are vocalised, behind any
particles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from annotator.model.annotations import Entity
from annotator.model.same import unmarked as unmarked_places
from annotator.model.spans import Span
from annotator.quality.checks.base import Found
from annotator.quality.corpus import Knowledge, Worked, alone, string_of
from annotator.quality.findings import Finding, Fix
from annotator.text.clitics import proclitic_cuts
from annotator.text.normal import Normalised, fold, normalise
from annotator.text.same import Needle
from annotator.text.tokens import word_at, words

_SHORTEST = 2
"""Letters that a string must have before its not being marked says anything."""


def labels(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Entities whose string has another label more often, or as often."""
    for entity in alone(worked.annotated):
        string = string_of(worked.annotated, entity)
        counts = knowledge.labels.get(string, Counter())
        most = knowledge.majority(string)
        if len(counts) < 2 or (most is not None and most[0] == entity.label):
            continue
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
    """Strings that are marked elsewhere and not in this article, which is said to be done."""
    article = worked.annotated
    text = normalise(article.text)
    for needle in sorted(_candidates(text, knowledge), key=lambda one: one.text):
        label, times = knowledge.labels[needle.text].most_common(1)[0]
        for place in unmarked_places(article, needle, label, text):
            start, end = place.span.start, place.span.end
            if place.chosen and not any(
                isinstance(one, Entity) and one.span.overlaps(start, end)
                for one in article.between(start, end)
            ):
                fix = Fix("mark", span=place.span, label=label)
                values = (("label", label), ("times", times))
                why = "The same string is marked as {label} elsewhere ({times}) and not here."
                yield Found(why, place.span, (), fix, values, needle.text)


def seldom_unmarked(findings: list[Finding], knowledge: Knowledge) -> list[Finding]:
    """Without strings that are left unmarked more often than they are marked: common words."""
    count = Counter(one.group for one in findings)
    marked = {group: knowledge.labels[group].total() for group in count}
    return [one for one in findings if count[one.group] <= marked[one.group]]


def _candidates(text: Normalised, knowledge: Knowledge) -> set[Needle]:
    """The known strings whose first word stands in the text, behind particles or not."""
    index = _index(knowledge)
    found: set[Needle] = set()
    for start, end in words(text.text):
        for first in (start, *proclitic_cuts(text.text, start, end)):
            word = text.text[first:end]
            found.update(index.get(word, ()))
            if first > start and word.startswith("ل"):
                found.update(index.get("ا" + word, ()))
                found.update(index.get("ال" + word, ()))
    return found


def _index(knowledge: Knowledge) -> dict[str, list[Needle]]:
    """The strings by their first word, made once for each corpus, as are their patterns."""
    made = knowledge.by_first_word
    if not made:
        for string in knowledge.labels:
            first = next(words(string), None)
            if first is not None and sum(map(str.isalpha, string)) >= _SHORTEST:
                made.setdefault(string[slice(*first)], []).append(Needle(string))
    return made


def particles(worked: Worked, knowledge: Knowledge) -> Iterator[Found]:
    """Names with a particle inside that are marked without it more often."""
    text = worked.annotated.text
    for entity in worked.annotated.entities:
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
