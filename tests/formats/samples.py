"""Records that have everything that a record can have, and what has ever broken a format."""

from __future__ import annotations

from collections.abc import Hashable

from annotator.formats import Feature, Format
from annotator.formats.features import EVERYTHING
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span

HOSTILE = "a\tb\nc#d|e;f\"g'h\\i,j=k<l>&amp;م{}\u2028\u200f🙂 "
"""For notes, attributes and metadata: all that some format gives a meaning."""

_TEXT = (
    "👍🏽 قالَ الوزيرُ محمّد علي:\r\n"
    "«سنبني  مستشفى»، وأضافَ أنّ «بيروت» تنتظر (Solar Next) منذ 320 يومًا 🇱🇧\u200f.\n\n"
    "\tوقالت ليلى الحموري - وزيرة الصحة السابقة والتعليم - لا تعليق…"
)


def _span(*surfaces: str, text: str = _TEXT) -> Span:
    """The span of these words, each of which stands behind the one before it."""
    found, at = [], 0
    for surface in surfaces:
        start = text.index(surface, at)
        at = start + len(surface)
        found.append((start, at))
    return Span(tuple(found))


def _entity(id: str, label: str, *surfaces: str, **more: object) -> Entity:
    return Entity(id=id, label=label, span=_span(*surfaces), **more)  # type: ignore[arg-type]


ANNOTATIONS: tuple[Annotation, ...] = (
    _entity("e1", "PERS", "محمّد علي", attributes={"role": HOSTILE, "alive": True, "n": 3}),
    _entity("e2", "PERS", "الوزيرُ محمّد علي", note=HOSTILE),  # around e1
    _entity("e3", "GPE", "يروت"),  # within a word
    _entity("e4", "ORG", "(Solar Next)"),
    _entity("e5", "ORG", "Next) منذ"),  # crosses e4
    _entity("e6", "PERS", "وزيرة الصحة", "والتعليم"),
    _entity("e7", "PERS", " ليلى الحموري "),  # with white space
    _entity("e8", "LOC", "🇱🇧"),
    _entity("e9", "GPE", "(Solar Next)", attributes={"q": "x"}),  # at the place of e4
    Quote(
        id="q1", type="direct", span=_span("سنبني  مستشفى"), cue=_span("قالَ"),
        source=_span("الوزيرُ محمّد علي"), speaker="e2", note=HOSTILE, attributes={"a": "b"},
    ),
    Quote(
        id="q2", type="mixed", span=_span("أنّ «بيروت» تنتظر", "منذ 320 يومًا"), cue=_span("أضافَ "),
    ),
    Quote(id="q3", type="indirect", span=_span("«بيروت» تنتظر"), speaker="e1"),  # in q2
    Relation(id="r1", label="VISITS", head="e2", tail="e3", note=HOSTILE),
    Relation(id="r2", label="EMPLOYED_BY", head="e1", tail="e4", attributes={"since": "2026"}),
    Relation(id="r3", label="ABOUT", head="q1", tail="e8"),
)  # fmt: skip
_META = {
    "title": HOSTILE,
    "source": "وكالة",
    "date": "2026-03-01",
    "n": 3,
    "deep": {"a": [1, None]},
}

RECORDS: tuple[Record, ...] = (
    Record(
        article=Article(id="a1", text=_TEXT, meta=_META),
        layer="layla", status="done", annotations=ANNOTATIONS,
    ),
    Record(
        article=Article(id="a1", text=_TEXT, meta=_META),
        layer="omar", status="begun", annotations=(_entity("o1", "PERS", "محمّد علي"),),
    ),
    Record(article=Article(id="../b/2 : ك", text="خبر بلا تعليقات.")),
    Record(article=Article(id="A1", text=" \n\u200f\n"), layer="layla", status="skipped"),
    Record(
        article=Article(id="a3", text="زار محمد بيروت، ثم زار محمد بيروت."), layer="layla",
        annotations=(
            Entity(id="f1", label="PERS", span=Span.of(4, 8), attributes={"role": "x"}),
            Entity(id="f2", label="GPE", span=Span.of(9, 14)),
            Relation(id="f3", label="VISITS", head="f1", tail="f2"),
        ),
    ),
    Record(
        article=Article(id="a4", text="خبر\x0bعاجل \x1f\ufffe␋ من بيروت", meta={"k\uffff": "\x01"}),
        layer="layla", status="done",
        annotations=(
            Entity(id="c1", label="GPE", span=Span.of(16, 21), note="\x02 \ufffe ␋"),
            Entity(id="c2", label="PERS", span=Span.of(4, 8), attributes={"role": "\x0b\uffff"}),
        ),
    ),
)  # fmt: skip


def essence(record: Record, format: Format, carried: frozenset[Feature] = EVERYTHING) -> Hashable:
    """What must come back of a record that a format has been given, as far as it carries it."""
    has = carried.__contains__
    text, place = record.article.text, _places(record.article.text, has(Feature.TEXTS))
    known = {one.id: one for one in record.annotations}
    annotations = [_essence(one, known, place, has(Feature.IDS), has) for one in known.values()]
    return (
        text if has(Feature.TEXTS) else "".join(text.split()),
        has(Feature.ARTICLE_IDS) and record.article.id,
        repr(sorted(record.article.meta.items())) if has(Feature.META) else "",
        (has(Feature.LAYER) and record.layer) or "",
        (has(Feature.STATUS) and record.status) or "",
        tuple(sorted(annotations, key=repr)),
    )


def _places(text: str, exact: bool) -> list[int]:
    """For each offset its own, or how many characters stand before it that are no white space."""
    found, seen = [], 0
    for char in (*text, ""):
        found.append(seen)
        seen += exact or not char.isspace()
    return found


def _essence(one, known, place, ids, has):  # type: ignore[no-untyped-def]
    def where(span: Span | None) -> object:
        return span and [(place[start], place[end]) for start, end in span.fragments]

    def named(id: str | None) -> object:
        other = known.get(id)
        return other and (
            type(other).__name__,
            where(other.span),
            isinstance(other, Entity) and other.label,
        )

    common = (type(one).__name__, ids and one.id, repr(sorted(one.attributes.items())), one.note)
    if isinstance(one, Relation):
        return (*common, one.label, repr(named(one.head)), repr(named(one.tail)))
    if isinstance(one, Entity):
        return (*common, one.label, repr(where(one.span)))
    kind = has(Feature.QUOTE_TYPES) and one.type
    parts = (where(one.span), where(one.cue), where(one.source), named(one.speaker))
    return (*common, kind, *map(repr, parts))
