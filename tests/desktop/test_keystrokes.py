"""The benchmark of keystrokes: what it counts, and that it annotates by keys what it is given."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.benchmarks.keystroke_model import DRAG, H, K, M, P, Work, pressed, summary
from tests.benchmarks.keystroke_replay import differences, replay
from tests.benchmarks.keystrokes import confirmed
from tests.benchmarks.peers import PEERS
from tests.notation import NEWS, annotated

LINE = (
    "قالت [وزيرة الطاقة [الأردنية|NORP]|OCC] [ليلى الحموري|PERS] ل[لوكالة|ORG]: "
    "“[العمل يبدأ في [عمّان|GPE]|direct]”."
)


def record() -> Record:
    """A short article with its gold annotations."""
    article = annotated(LINE, ("HOLDS_OFFICE", "a3", "a1"), ("ABOUT", "a5", "a6"))
    quote = article.get("a5")
    assert isinstance(quote, Quote)
    start = article.text.index("وزيرة")
    name = article.spanned("a3")
    assert name is not None
    told = replace(quote, cue=Span.of(0, 4), source=Span.of(start, name.span.end), speaker="a3")
    kept = [one for one in article.by_id.values() if one.id != "a5"]
    return Record(article=article.article, annotations=(*kept, told))


@pytest.mark.parametrize(
    ("names", "count"),
    [
        ((), 0),
        (("Left", "Left", "P"), 3),
        (("Shift+Left", "Shift+Left", "Shift+Left"), 4),
        (("Shift+Left", "Left", "Shift+Left"), 5),
        (("Ctrl+Home", "Shift+Down", "Ctrl+Shift+End"), 6),
        (("{", "{", "}", "["), 5),
    ],
)
def test_a_held_modifier_counts_once_for_a_run(names: tuple[str, ...], count: int) -> None:
    assert pressed(names) == count


def test_the_model_adds_up_and_decides_once() -> None:
    assert DRAG.seconds == pytest.approx(2 * P + 2 * K + M)
    both = DRAG.plus(Work(keys=1, homings=1))
    assert both.seconds == pytest.approx(2 * P + 3 * K + H + M)
    assert summary([3, 1, 2]) == (2, 2, 3)


def test_a_short_article_is_annotated_by_keys_alone(qapp: object) -> None:
    ((_, made),) = replay([record()])
    kinds = [one.kind for one in made]
    assert {kind: kinds.count(kind) for kind in kinds} == {"entity": 5, "quote": 1, "relation": 2}
    assert all(one.names and one.work.keys == pressed(one.names) for one in made)
    assert made[0].names == ("Left", "Shift+Left", "Shift+Left", "C")


def test_with_suggestions_what_is_right_takes_one_key(qapp: object) -> None:
    known = replace(record(), article=replace(record().article, id="another"))
    (made,) = confirmed([record()], [known]).values()
    (bare,) = (made for _, made in replay([record()]))
    names = [name for one in made for name in one.names]
    assert names.count("F4") == 1
    assert names.count("Return") == len(record().annotations)
    assert sum(one.work.keys for one in made) == len(names) < sum(one.work.keys for one in bare) / 2


def test_without_anything_known_all_is_mended_or_marked_by_hand(qapp: object) -> None:
    # Of the quote its cue and source are known to anybody; that it is stored as it should be, the
    # comparison at the end of each article tells.
    other = Record(article=replace(record().article, id="another", text="x"), annotations=())
    entity = replace(record().annotations[0], id="e", span=Span.of(0, 1))
    (made,) = confirmed([record()], [replace(other, annotations=(entity,))]).values()
    assert sum(one.kind == "entity" for one in made) >= 5


def test_what_is_stored_is_compared_in_every_part() -> None:
    whole = record()
    built = AnnotatedArticle.build(whole.article, NEWS, whole.annotations)
    assert differences(built, whole) == []
    for one in whole.annotations:
        if isinstance(one, Quote):
            changed = [replace(one, **{name: None}) for name in ("cue", "source", "speaker")]
            changed.append(replace(one, type="mixed"))
        else:
            changed = [replace(one, attributes={"certain": True})]
        for other in changed:
            others = [other if each.id == one.id else each for each in whole.annotations]
            assert differences(built, replace(whole, annotations=tuple(others)))
    renamed = [replace(one, note="…") for one in whole.annotations]
    assert differences(built, replace(whole, annotations=tuple(renamed))) == []


def test_every_peer_does_the_same_work() -> None:
    whole = record()
    article = annotated(LINE)
    for peer in PEERS:
        seconds = [peer.work(article, one).seconds for one in whole.annotations]
        assert len(seconds) == len(whole.annotations)
        assert min(seconds) > M
    doccano = PEERS[0]
    (norp,) = [one for one in whole.annotations if getattr(one, "label", "") == "NORP"]
    assert doccano.work(article, norp) == Work(keys=3, points=1)
