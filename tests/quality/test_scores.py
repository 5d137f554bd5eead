"""Scores are what one would count by hand."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.quality import scores
from annotator.quality.scores import ALL, Pair, Score
from tests.notation import annotated

GOLD = annotated(
    "قالت [ليلى حداد|PERS] في [بيروت|GPE] «[نعود غدا إلى البيت|direct]» "
    "ثم زارت [جامعة [عمان|GPE]|ORG]",
    ("LOCATED_IN", "a4", "a5"),
)


def found(*annotations: Annotation) -> list[Pair]:
    return [Pair(GOLD, annotations)]


def of(rows: list[scores.Row], label: str, way: str = "strict") -> Score:
    (row,) = [one for one in rows if (one.label, one.way) == (label, way)]
    return row.score


def test_everything_right() -> None:
    pairs = found(*GOLD.listed())
    assert of(scores.entities(pairs), ALL) == Score(4, 4, 4)
    assert of(scores.entities(pairs), "GPE") == Score(2, 2, 2)
    assert of(scores.quotes(pairs), "content") == Score(1, 1, 1)
    assert of(scores.relations(pairs), "LOCATED_IN") == Score(1, 1, 1)
    assert of(scores.entities(pairs), ALL).f1 == 1


def test_a_part_and_another_label() -> None:
    person, town = GOLD.entities[:2]
    part = msgspec.structs.replace(person, span=Span.of(person.span.start, person.span.start + 4))
    other = msgspec.structs.replace(town, label="ORG")
    rows = scores.entities(found(part, other))
    assert of(rows, ALL) == Score(0, 2, 4)
    assert of(rows, ALL, "exact") == Score(1, 2, 4)
    assert of(rows, ALL, "partial").right == 1.5
    assert of(rows, ALL, "type").right == 1
    assert of(rows, "PERS") == Score(0, 1, 1)


def test_the_end_of_a_span_is_exclusive() -> None:
    """Two that only touch have nothing in common."""
    person = GOLD.entities[0]
    behind = Entity(label="PERS", span=Span.of(person.span.end, person.span.end + 3))
    assert of(scores.entities(found(behind)), ALL, "partial").right == 0
    last = Entity(label="PERS", span=Span.of(person.span.end - 1, person.span.end + 3))
    assert of(scores.entities(found(last)), ALL, "partial").right == 0.5


def test_parts_of_quotes() -> None:
    (quote,) = GOLD.quotes
    speaker = GOLD.entities[0]
    gold = annotated("قالت [ليلى|PERS] «[نعود|direct]»")
    said = msgspec.structs.replace(gold.quotes[0], cue=Span.of(0, 4), speaker=gold.entities[0].id)
    wider = msgspec.structs.replace(
        said, span=Span.of(said.span.start, said.span.end + 1), cue=None
    )
    pairs = [Pair(gold.apply(_change(gold.quotes[0], said)), [wider])]
    rows = scores.quotes(pairs)
    assert of(rows, "content") == Score(0, 1, 1)
    assert of(rows, "content", "overlap") == Score(1, 1, 1)
    assert of(rows, "cue") == Score(0, 0, 1)
    assert of(rows, "speaker") == Score(1, 1, 1)
    assert of(rows, "source") == Score(0, 0, 0)
    far = Quote(type="direct", span=Span.of(0, 2), speaker=speaker.id)
    assert of(scores.quotes(found(far)), "content", "overlap") == Score(0, 1, 1)
    assert quote.speaker is None


def _change(before: Annotation, after: Annotation) -> Edit:
    return Edit(removed=(before,), added=(after,))


def test_nothing_against_nothing() -> None:
    empty = [Pair(annotated("لا شيء"), [])]
    assert scores.entities(empty) == []
    assert scores.relations(empty) == []
    assert of(scores.quotes(empty), "content").f1 == 0


spans = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda at: Span.of(at[0], sum(at)))
predicted = st.lists(
    st.builds(Entity, label=st.sampled_from(["PERS", "GPE", "ORG"]), span=spans), max_size=8,
    unique_by=lambda one: (one.label, one.span),
)  # fmt: skip


@given(predicted)
def test_strict_is_counting_sets(annotations: list[Entity]) -> None:
    gold = {(one.label, one.span) for one in GOLD.entities}
    said = {(one.label, one.span) for one in annotations}
    score = of(scores.entities(found(*annotations)), ALL)
    assert score == Score(len(gold & said), len(said), len(gold))
