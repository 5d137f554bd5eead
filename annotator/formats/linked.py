"""Annotations for tools that know labelled spans and links between them, and nothing else.

A quote is a span `quote:direct` (or `indirect`, `mixed`); links of the same kind of name lead from
it to the spans of its cue and its source and to the entity that speaks; `span:more` leads from the
first fragment of a span to each further one. A tool shows all that, and people can mend it there.
Offsets are code points here; how a file writes marks and links is its format's own affair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Unit, shown
from annotator.formats.units import TITLES, Offsets
from annotator.model.annotations import (
    QUOTE_TYPES,
    Annotation,
    Attributes,
    Entity,
    Quote,
    Relation,
)
from annotator.model.labels import LabelSet
from annotator.model.spans import Span

MORE = "span:more"
CUE, SOURCE, SPEAKER = "quote:cue", "quote:source", "quote:speaker"
_QUOTES = {f"quote:{type}": type for type in QUOTE_TYPES}
_OWN_LINKS = (MORE, CUE, SOURCE, SPEAKER)


class Mark(NamedTuple):
    """One stretch `start:end` with a label. `key` is what links call it; `id` is None where the
    file has none that lasts."""

    key: str
    label: str
    start: int
    end: int
    id: str | None = None
    attributes: Attributes = {}
    note: str | None = None


class Link(NamedTuple):
    """A labelled link between the marks with the keys `head` and `tail`."""

    key: str
    label: str
    head: str
    tail: str
    id: str | None = None
    attributes: Attributes = {}
    note: str | None = None


def span_labels(labels: LabelSet) -> list[str]:
    """All labels that a mark may have."""
    return [*(one.name for one in labels.entities), *_QUOTES, CUE, SOURCE]


def link_labels(labels: LabelSet) -> list[str]:
    """All labels that a link may have."""
    return [*(one.name for one in labels.relations), CUE, SOURCE, SPEAKER, MORE]


# From annotations to marks and links


def flattened(annotations: Iterable[Annotation]) -> tuple[list[Mark], list[Link]]:
    """The marks in the order of the text, and the links."""
    flat = _Flat(annotations)
    return sorted(flat.marks, key=lambda one: (one.start, -one.end, one.key)), flat.links


class _Flat:
    def __init__(self, annotations: Iterable[Annotation]) -> None:
        given = list(annotations)
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self._taken = {one.id for one in given}
        for one in given:
            more = (one.id, one.attributes, one.note)
            if isinstance(one, Relation):
                self.links.append(Link(one.id, one.label, one.head, one.tail, *more))
            elif isinstance(one, Entity):
                self._marks(one.id, one.label, one.span, *more)
            else:
                self._marks(one.id, f"quote:{one.type}", one.span, *more)
                self._parts(one)

    def _parts(self, quote: Quote) -> None:
        for label, span in ((CUE, quote.cue), (SOURCE, quote.source)):
            if span is not None:
                key = self._key(quote.id, label)
                self._marks(key, label, span)
                self._link(label, quote.id, key)
        if quote.speaker is not None:
            self._link(SPEAKER, quote.id, quote.speaker)

    def _marks(self, key: str, label: str, span: Span, *more: Any) -> None:
        first, *others = span.fragments
        self.marks.append(Mark(key, label, *first, *more))
        for number, fragment in enumerate(others, 2):
            further = self._key(key, str(number))
            self.marks.append(Mark(further, label, *fragment))
            self._link(MORE, key, further)

    def _link(self, label: str, head: str, tail: str) -> None:
        self.links.append(Link(self._key(head, f"{label}:{tail}"), label, head, tail))

    def _key(self, owner: str, part: str) -> str:
        key = f"{owner}/{part}"
        while key in self._taken:
            key += "'"
        self._taken.add(key)
        return key


# From marks and links to annotations


def gathered(article: str, marks: Sequence[Mark], links: Sequence[Link]) -> tuple[Annotation, ...]:
    """The annotations of an article; raises UserError for links and parts that make no sense."""
    return tuple(_Gathering(article, marks, links).annotations())


class _Gathering:
    def __init__(self, article: str, marks: Sequence[Mark], links: Sequence[Link]) -> None:
        self._article = article
        self._marks = {one.key: one for one in marks}
        if len(self._marks) < len(marks):
            twice = Counter(one.key for one in marks).most_common(1)[0][0]
            raise UserError("Two spans of the row have the id {id}.", id=shown(twice))
        for link in links:
            self._refuse_loose(link)
        self._links = links
        self._own = {label: self._by_head(label) for label in _OWN_LINKS}
        self._spans: dict[str, Span] = {}
        self._further = {tail for tails in self._own[MORE].values() for tail in tails}
        self._seen: Counter[tuple[object, ...]] = Counter()

    def _refuse_loose(self, link: Link) -> None:
        for key in (link.head, link.tail):
            if key not in self._marks:
                raise UserError(
                    "The relation {label} refers to {id}, which is not there.",
                    label=shown(link.label),
                    id=shown(key),
                )

    def _by_head(self, label: str) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for link in self._links:
            if link.label == label:
                found[link.head].append(link.tail)
        return found

    def annotations(self) -> list[Annotation]:
        firsts = [one for one in self._marks.values() if one.key not in self._further]
        parts = {
            tail for label in (CUE, SOURCE) for tails in self._own[label].values() for tail in tails
        }
        whole = [one for one in firsts if one.key not in parts]
        ids = {one.key: self._id(one) for one in whole}
        found: list[Annotation] = [self._annotation(one, ids) for one in whole]
        self._refuse_lost_parts(ids)
        return [
            *found,
            *(self._relation(one, ids) for one in self._links if one.label not in _OWN_LINKS),
        ]

    def _id(self, mark: Mark) -> str:
        if mark.id is not None:
            return mark.id
        kind = "quote" if mark.label in _QUOTES else "entity"
        label = _QUOTES.get(mark.label, mark.label)
        return self._made(kind, label, self._span(mark).fragments)

    def _made(self, *what: object) -> str:
        """An id from what an annotation is; the second of two that are the same gets another."""
        self._seen[what] += 1
        again = (self._seen[what],) if self._seen[what] > 1 else ()
        return plain.annotation_id(self._article, *what, *again)

    def _span(self, mark: Mark) -> Span:
        if mark.key not in self._spans:
            self._spans[mark.key] = self._whole(mark)
        return self._spans[mark.key]

    def _whole(self, mark: Mark) -> Span:
        further = self._own[MORE].get(mark.key)
        if not further:
            return Span(((mark.start, mark.end),))
        pieces = [mark, *(self._marks[key] for key in further)]
        if {one.label for one in pieces} != {mark.label}:
            raise UserError("The fragments of a span have different labels.")
        return Span(tuple(sorted((one.start, one.end) for one in pieces)))

    def _annotation(self, mark: Mark, ids: Mapping[str, str]) -> Annotation:
        id, span = ids[mark.key], self._span(mark)
        if mark.label in (CUE, SOURCE):
            raise UserError(
                "The span at {start}–{end} is labelled {label}, but no quote is linked to it.",
                hint="Link the quote to it with {label}, or take it off.",
                start=mark.start, end=mark.end, label=mark.label,
            )  # fmt: skip
        if mark.label not in _QUOTES:
            return Entity(
                id=id, label=mark.label, span=span, attributes=mark.attributes, note=mark.note
            )
        speaker = self._one(mark, SPEAKER)
        return Quote(
            id=id, type=_QUOTES[mark.label], span=span, cue=self._part(mark, CUE),
            source=self._part(mark, SOURCE), speaker=speaker and ids.get(speaker, speaker),
            attributes=mark.attributes, note=mark.note,
        )  # fmt: skip

    def _part(self, mark: Mark, label: str) -> Span | None:
        key = self._one(mark, label)
        if key is not None and self._marks[key].label != label:
            raise UserError(
                "A link {label} leads to a span with the label {other}.",
                label=label,
                other=shown(self._marks[key].label),
            )
        return None if key is None else self._span(self._marks[key])

    def _one(self, mark: Mark, label: str) -> str | None:
        tails = self._own[label].get(mark.key, [])
        if len(tails) > 1:
            raise UserError("A quote has more than one link {label}.", label=label)
        return tails[0] if tails else None

    def _refuse_lost_parts(self, ids: Mapping[str, str]) -> None:
        for label in (CUE, SOURCE, SPEAKER):
            for head in self._own[label]:
                if head not in ids or self._marks[head].label not in _QUOTES:
                    raise UserError(
                        "A link {label} leads from a span that is no quote.", label=label
                    )

    def _relation(self, link: Link, ids: Mapping[str, str]) -> Relation:
        for key in (link.head, link.tail):
            if key not in ids:
                raise UserError(
                    "The relation {label} leads to a part of an annotation.",
                    label=shown(link.label),
                )
        head, tail = ids[link.head], ids[link.tail]
        return Relation(
            id=link.id or self._made("relation", link.label, head, tail),
            label=link.label, head=head, tail=tail, attributes=link.attributes, note=link.note,
        )  # fmt: skip


# What the readers of such files share

_Row = TypeVar("_Row")


def converted(loaded: Any, form: type[_Row], tool: str) -> _Row:
    """Loaded JSON as a typed row, or UserError with what is not as the tool has it."""
    try:
        return msgspec.convert(loaded, form)
    except UnicodeEncodeError:
        raise UserError("The row has half a surrogate pair.") from None
    except msgspec.ValidationError as error:
        detail = str(error).replace("`$.", "`").replace(" - at `$`", "")
        raise UserError(
            "The row is not as {tool} has it: {detail}.", tool=tool, detail=shown(detail, 200)
        ) from None


def place_in(text: str, unit: Unit) -> Callable[[int, int], tuple[int, int]]:
    """Makes code points of offsets in a unit; UserError for those that lie outside the text."""
    offsets = Offsets(text, unit)

    def place(start: int, end: int) -> tuple[int, int]:
        found = offsets.point(start), offsets.point(end)
        if found[0] is None or found[1] is None:
            raise UserError(
                "The span {start}–{end} does not lie in the text, which has {length} characters.",
                hint="Offsets are counted in {unit}.",
                start=start, end=end, length=len(text), unit=TITLES[unit],
            )  # fmt: skip
        return found[0], found[1]

    return place


def refuse_other_surface(text: str, start: int, end: int, said: str | None) -> None:
    """Raise UserError where a file says that a span covers other words than it does."""
    if said is not None and text[start:end] != said:
        raise UserError(
            "The text at {start}–{end} is “{surface}”, and the row says “{said}”.",
            start=start, end=end, surface=shown(text[start:end]), said=shown(said),
        )  # fmt: skip
