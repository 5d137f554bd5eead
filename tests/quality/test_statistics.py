"""What a corpus holds is counted as people would count it by hand, and every total adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import STATUSES, Article, Status
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.quality.counting import date_of, statistics
from annotator.quality.nesting import depths
from annotator.quality.statistics import KINDS, LayerFigures
from tests.notation import annotated

FIRST = "قالت [ليلى|PERS] من [وزارة [الطاقة|ORG]|ORG]: [العمل يبدأ غدًا|direct] في [عمّان|GPE]."
SECOND = "وقالت [لَيلى|PERS]: [لا نعرف|direct]، و[ليلى|PERS] صامتة."


def record(
    line: str, *relations: tuple[str, str, str], id: str = "a", layer: str = "ليلى",
    status: Status = "begun", speakers: dict[str, str] | None = None,
) -> Record:  # fmt: skip
    """A line of the notation; `speakers` says who speaks which quote."""
    made = annotated(line, *relations, id=id)
    annotations = tuple(
        Quote(id=one.id, type=one.type, span=one.span, speaker=(speakers or {}).get(one.id))
        if isinstance(one, Quote)
        else one
        for one in made.by_id.values()
    )
    return Record(article=made.article, layer=layer, status=status, annotations=annotations)


def test_labels_quotes_links_and_speakers() -> None:
    found = statistics(
        [
            record(FIRST, ("EMPLOYED_BY", "a1", "a2"), speakers={"a4": "a1"}),
            record(SECOND, id="b", status="done", speakers={"a2": "a1"}),
        ]
    )
    (layer,) = found.layers
    assert [(one.label, one.count) for one in layer.of_kind("entity")] == [
        ("PERS", 3), ("ORG", 2), ("GPE", 1),
    ]  # fmt: skip
    assert [(one.label, one.head, one.tail, one.count) for one in layer.links] == [
        ("EMPLOYED_BY", "PERS", "ORG", 1)
    ]
    (quotes,) = layer.quotes
    assert (quotes.count, quotes.cue, quotes.source, quotes.speaker) == (2, 0, 0, 2)
    # However she is vocalised, it is one speaker, with five words in two articles.
    (speaker,) = layer.speakers
    assert (speaker.name, speaker.quotes, speaker.articles, speaker.words) == ("ليلى", 2, 2, 5)
    assert layer.statuses == {"new": 0, "begun": 1, "done": 1, "skipped": 0}
    assert found.words.sum == layer.words == 10 + 6
    assert layer.per_thousand(layer.count("entity")) == 6000 / 16
    assert layer.entity_depths.counts == ((1, 5), (2, 1))
    assert layer.quote_depths.counts == ((1, 2),)


def test_a_word_without_its_particle_is_a_word_long() -> None:
    (layer,) = statistics([record("و[بيروت|GPE] ل[بنان الجديد|GPE]")]).layers
    (gpe,) = layer.of_kind("entity")
    assert gpe.words.counts == ((1, 1), (2, 1))
    assert gpe.characters.counts == ((5, 1), (11, 1))


def test_parts_of_one_word_are_one_word() -> None:
    span = Span(((0, 2), (3, 5), (6, 9)))
    record = Record(
        article=Article(id="a", text="وبيروت وعدن"),
        layer="x",
        annotations=(Entity(label="GPE", span=span),),
    )
    ((gpe,),) = (one.labels for one in statistics([record]).layers)
    assert (gpe.parted, gpe.words.counts, gpe.characters.counts) == (1, ((2, 1),), ((7, 1),))


def test_each_author_is_counted_alone_and_articles_once() -> None:
    text = "زار [بيروت|GPE]."
    found = statistics(
        [
            record(text, layer="ليلى"),
            record(text, layer="نور", status="done"),
            Record(article=Article(id="b", text="لا شيء.", meta={"source": " و  أ ", "date": 5})),
            record(text, id="c", layer="نور", status="skipped"),
        ]
    )
    assert (found.articles, found.words.counts) == (3, ((2, 3),))
    assert found.sources == (("", 2), ("و أ", 1))
    first, second = found.layers
    assert first.statuses == {"new": 2, "begun": 1, "done": 0, "skipped": 0}
    assert second.statuses == {"new": 1, "begun": 0, "done": 1, "skipped": 1}
    assert (first.words, second.words) == (2, 4)
    assert found.layer("غيرها") == LayerFigures("غيرها", {**dict.fromkeys(STATUSES, 0), "new": 3})


def test_nothing_is_counted_as_nothing() -> None:
    found = statistics([])
    assert (found.articles, found.layers, found.words.total) == (0, (), 0)
    assert found.layer("ليلى").per_thousand(0) is None


def test_what_refers_to_nothing_is_counted_all_the_same() -> None:
    article = Article(id="a", text="قال")
    quote = Quote(id="q", type="direct", span=Span.of(0, 3), speaker="nobody")
    relation = Relation(label="ABOUT", head="q", tail="nobody")
    (layer,) = statistics(
        [Record(article=article, layer="x", annotations=(quote, relation))]
    ).layers
    assert [(one.head, one.tail) for one in layer.links] == [("quote", "")]
    assert layer.speakers == ()


def test_dates_are_days_months_or_years() -> None:
    for told, wanted in (
        ("2026-03-01", "2026-03-01"), ("2026-03-01T10:00Z", "2026-03-01"), ("٢٠٢٦-٠٣", "2026-03"),
        ("2026", "2026"), ("2026-13-01", "2026"), ("01/03/2026", ""), ("", ""), (None, ""),
        (2026, ""), ("20261", ""), ("2026-3-1", "2026"), ("=2026", ""),
    ):  # fmt: skip
        assert date_of(told) == wanted, told


# Nesting

SPANS = st.lists(
    st.lists(st.integers(0, 30), min_size=2, max_size=6, unique=True).map(
        lambda ends: Span(
            tuple(zip(sorted(ends)[: len(ends) // 2 * 2 : 2], sorted(ends)[1::2], strict=True))
        )
    ),
    max_size=12,
)


def _characters(span: Span) -> set[int]:
    return {place for start, end in span.fragments for place in range(start, end)}


@given(SPANS)
def test_depths_are_those_of_sets_of_characters(spans: list[Span]) -> None:
    def depth(span: Span) -> int:
        around = [one for one in spans if _characters(one) > _characters(span)]
        return 1 + max(map(depth, around), default=0)

    assert sorted(depths(spans)) == sorted(map(depth, spans))


# Totals


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        text = " ".join(draw(st.lists(st.sampled_from(("زار", "بيروت", "«", "2026")), min_size=9)))
        article = Article(id=str(number), text=text)
        layers = draw(st.lists(st.sampled_from(("ليلى", "نور", "model:x")), unique=True))
        if not layers:
            found.append(Record(article=article))
        for layer in layers:
            status = draw(st.sampled_from(STATUSES))
            annotations = tuple(draw(_annotations(len(text))))
            found.append(
                Record(article=article, layer=layer, status=status, annotations=annotations)
            )
    return found


@st.composite
def _annotations(draw: st.DrawFn, length: int) -> list[Annotation]:
    found: list[Annotation] = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, length - 2))
        span = Span.of(start, draw(st.integers(start + 1, length)))
        if draw(st.booleans()):
            label = draw(st.sampled_from(("PERS", "GPE", "=cmd", "\u202eX")))
            found.append(Entity(id=f"e{number}", label=label, span=span))
        else:
            ids = [one.id for one in found if isinstance(one, Entity)]
            speaker = draw(st.sampled_from([None, *ids]))
            found.append(Quote(id=f"q{number}", type="direct", span=span, speaker=speaker))
    if len(found) > 1:
        found.append(Relation(id="r", label="ABOUT", head=found[0].id, tail=found[1].id))
    return found


@given(records())
def test_all_totals_add_up(given_ones: list[Record]) -> None:
    found = statistics(given_ones)
    assert found.articles == found.words.total == found.characters.total
    assert found.articles == sum(count for _, count in found.sources)
    assert found.articles == sum(count for _, count in found.dates)
    every = [one for record in given_ones for one in record.annotations]
    assert sum(layer.count(kind) for layer in found.layers for kind in KINDS) == len(every)
    for layer in found.layers:
        assert sum(layer.statuses.values()) == found.articles
        quotes = layer.count("quote")
        assert layer.entity_depths.total == layer.count("entity")
        assert layer.quote_depths.total == quotes == sum(one.count for one in layer.quotes)
        assert sum(one.count for one in layer.links) == layer.count("relation")
        speaking = sum(one.speaker for one in layer.quotes)
        assert sum(one.quotes for one in layer.speakers) == speaking
        for one in (*layer.of_kind("entity"), *layer.of_kind("quote")):
            assert one.words.total == one.characters.total == one.count
