"""Agreement, against figures that were worked out by hand and by other tools."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.quality.agreement import Agreement, cohen

TEXT = "زار محمد علي بيروت أمس"


def done(*entities: tuple[int, int, str]) -> Record:
    marks = tuple(Entity(label=label, span=Span.of(start, end)) for start, end, label in entities)
    return Record(article=Article(id="a", text=TEXT), annotations=marks)


def test_a_table_of_the_literature() -> None:
    """Cohen's own kind of table: 20 yes and 15 no alike, 5 and 10 not; kappa is 0.4."""
    pairs = Counter({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15})
    assert cohen(pairs) == pytest.approx(0.4)


def test_strict_f1_wants_the_label_and_every_letter() -> None:
    found = Agreement()
    found.add(done((4, 12, "PERS"), (13, 18, "GPE")), done((4, 12, "PERS"), (13, 18, "LOC")))
    assert found.f1 == pytest.approx(0.5)
    found.add(done((4, 12, "PERS")), done((4, 8, "PERS")))
    assert found.f1 == pytest.approx(2 / 6)
    assert found.articles == 2


def test_kappa_of_words() -> None:
    found = Agreement()
    found.add(done((4, 12, "PERS")), done((4, 8, "PERS")))
    # Five words: P P against P O, three O alike. 4/5 observed, (2*1 + 3*4)/25 by chance.
    assert found.kappa == pytest.approx((4 / 5 - 14 / 25) / (1 - 14 / 25))


def test_where_nothing_is_to_be_said() -> None:
    found = Agreement()
    found.add(done(), done())
    assert (found.f1, found.kappa) == (None, None)


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), st.integers(1, 9)
)


@given(PAIRS)
def test_kappa_is_the_same_both_ways_and_never_above_one(pairs: dict[tuple[str, str], int]) -> None:
    kappa = cohen(Counter(pairs))
    assert kappa == cohen(Counter({(right, left): n for (left, right), n in pairs.items()}))
    assert kappa is None or -1 <= kappa <= 1
    if all(left == right for left, right in pairs):
        assert kappa in (None, 1)
