"""What is kept of records that a format cannot carry whole, and that the counts say the same."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import Feature, by_name, lost
from annotator.formats.base import WriteOptions
from annotator.formats.features import EVERYTHING, NEEDS
from annotator.formats.keeping import Clitics, Keeping, kept_records
from annotator.model.annotations import Entity, Quote, Relation, references, spans_of
from annotator.model.record import Record
from tests.formats.samples import RECORDS
from tests.notation import NEWS, annotated

F = Feature


def keep(line: str, *without: Feature, clitics: Clitics = "split") -> tuple[Record, dict[str, int]]:
    """What is kept of an annotated text, and what is counted as lost."""
    article = annotated(line)
    record = Record(article=article.article, annotations=tuple(article.listed()))
    counts: Counter[Feature] = Counter()
    keeping = Keeping(EVERYTHING - frozenset(without), clitics)
    (kept,) = kept_records([record], keeping, counts)
    return kept, {one.name: number for one, number in counts.items() if number}


def surfaces(record: Record) -> list[str]:
    return [one.span.surface(record.article.text) for one in record.annotations]  # type: ignore[union-attr]


def test_of_entities_in_each_other_the_outer_one_stays() -> None:
    kept, counts = keep("[وزير [الخارجية|ORG] في [لبنان|GPE]|PERS] [هنا|LOC]", F.NESTED)
    assert surfaces(kept) == ["وزير الخارجية في لبنان", "هنا"]
    assert counts == {"NESTED": 2}


def test_entities_in_quotes_are_not_in_entities() -> None:
    kept, counts = keep("قال [زار [محمد|PERS] بيروت|direct]", F.NESTED, F.OVERLAPPING_QUOTES)
    assert len(kept.annotations) == 2
    assert counts == {}


@pytest.mark.parametrize(
    ("clitics", "left", "count"),
    [("expand", ["وبيروت"], 1), ("report", [], 1), ("split", ["بيروت"], 0)],
)
def test_edges_inside_words(clitics: Clitics, left: list[str], count: int) -> None:
    without = () if clitics == "split" else (F.SUBWORD,)
    kept, counts = keep("زار و[بيروت|GPE] أمس", *without, clitics=clitics)
    assert surfaces(kept) == left
    assert counts == ({"SUBWORD": count} if count else {})


def test_white_space_is_trimmed_and_a_span_of_nothing_else_goes() -> None:
    kept, counts = keep("زار[ بيروت |GPE]أمس[ |LOC]!", F.BLANK_EDGES)
    assert surfaces(kept) == ["بيروت"]
    assert counts == {"BLANK_EDGES": 2}


@given(st.sets(st.sampled_from(sorted(Feature))))
def test_what_is_kept_holds_together(without: set[Feature]) -> None:
    """Nothing kept has what is not carried, or refers to what is gone; nothing is made up."""
    carried = EVERYTHING - without
    carried -= {one for one in carried if NEEDS.get(one, one) not in carried}
    counts: Counter[Feature] = Counter()
    kept = list(kept_records(RECORDS, Keeping(carried, "report"), counts))
    assert all(number >= 0 for number in counts.values())
    assert not {one for one in counts if counts[one]} & carried - {F.SPEAKERS, F.RELATIONS}
    kinds = {F.ENTITIES: Entity, F.QUOTES: Quote, F.RELATIONS: Relation}
    for record in kept:
        ids = {one.id for one in record.annotations}
        assert all(set(references(one)) <= ids for one in record.annotations)
        for feature, kind in kinds.items():
            assert feature in carried or not any(
                isinstance(one, kind) for one in record.annotations
            )
        for one in record.annotations:
            assert F.NOTES in carried or one.note is None
            assert F.ATTRIBUTES in carried or not one.attributes
            if F.DISCONTINUOUS not in carried:
                assert all(len(span.fragments) == 1 for span in spans_of(one))
        if F.NESTED not in carried and F.CROSSING not in carried:
            entities = [one.span for one in record.annotations if isinstance(one, Entity)]
            reaches = sorted((one.start, one.end) for one in entities)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(reaches))
    if carried == EVERYTHING:
        assert kept == list(RECORDS)


def test_each_loss_is_one_sentence_in_the_order_of_the_features() -> None:
    bare = by_name("jsonl")._replace(carries=frozenset({F.ENTITIES}))
    losses = lost(RECORDS, bare, WriteOptions(labels=NEWS))
    order = list(Feature)
    places = [order.index(loss.feature) for loss in losses]
    assert places == sorted(places)
    assert "Quotes: 3." in [loss.say() for loss in losses]
    assert all(loss.say().endswith(f"{loss.number}.") for loss in losses)
    assert lost(RECORDS, by_name("jsonl"), WriteOptions(labels=NEWS)) == ()
