"""A record as the lines of a brat file, and what they say less exactly than the record does."""

from __future__ import annotations

from annotator.errors import UserError
from annotator.formats.brat_lines import Link
from annotator.formats.brat_list import Exact
from annotator.formats.brat_marks import (
    CONTENT,
    CUE,
    NOTE,
    SOURCE,
    SPEAKER,
    cut,
    joined,
    name_of,
    on_one_line,
    surface,
)
from annotator.formats.brat_reading import flat, quote_head
from annotator.model.annotations import (
    Annotation,
    Attributes,
    AttributeValue,
    Entity,
    Quote,
    Relation,
)
from annotator.model.record import Record
from annotator.model.spans import Span


def standoff(record: Record) -> tuple[str, dict[str, Exact]]:
    """The text of the `.ann` file, and what our list has to say of its lines."""
    made = _Writing(record.article.text)
    given = record.annotations
    entities = sorted((one for one in given if isinstance(one, Entity)), key=_place)
    quotes = sorted((one for one in given if isinstance(one, Quote)), key=_place)
    for entity in entities:
        made.entity(entity)
    for quote in quotes:
        made.quote(quote)
    for relation in sorted(
        (one for one in given if isinstance(one, Relation)),
        key=lambda one: (made.line(one.head), made.line(one.tail), one.label, one.id),
    ):
        made.relation(relation)
    return "".join(line + "\n" for line in made.lines), made.exact


def _place(one: Entity | Quote) -> tuple[int, int, str]:
    return one.span.start, one.span.end, one.id


class _Writing:
    """The lines of one file while they grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.lines: list[str] = []
        self.exact: dict[str, Exact] = {}
        self._counts = dict.fromkeys("TERA#", 0)
        self._ids: dict[str, str] = {}
        self._heads: dict[str, str] = {}

    def line(self, id: str) -> tuple[str, int]:
        """Which line an annotation has; UserError if it has none."""
        if id not in self._ids:
            raise UserError("A relation refers to {id}, which is not there.", id=id)
        name = self._ids[id]
        return name[0], int(name[1:])

    def _next(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"

    def _bound(self, type: str, span: Span) -> str:
        id, text = self._next("T"), self._text
        fragments = cut(span.fragments, text)
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        self.lines.append(f"{id}\t{type} {offsets}\t{surface(fragments, text)}")
        self._heads[id] = head = f"{id} {type} {offsets}"
        if joined(fragments, text) != span.fragments:
            self.exact[head] = Exact(fragments=span.fragments)
        return id

    def entity(self, one: Entity) -> None:
        id = self._ids[one.id] = self._bound(one.label, one.span)
        head = self._heads[id]
        known = self.exact.get(head)
        self._more(id, head, one, known.fragments if known else None)

    def quote(self, one: Quote) -> None:
        trigger = self._bound(one.type, one.cue or one.span)
        arguments = [(one.type, trigger), (CONTENT, self._bound(CONTENT, one.span))]
        arguments += [
            (role, self._bound(role, span))
            for role, span in ((CUE, one.cue), (SOURCE, one.source))
            if span is not None
        ]
        if one.speaker is not None:
            arguments.append((SPEAKER, self._ids[one.speaker]))
        id = self._ids[one.id] = self._next("E")
        words = " ".join(f"{role}:{other}" for role, other in arguments)
        self.lines.append(f"{id}\t{words}")
        link = Link(0, one.type, tuple(arguments), f"{id} {words}")
        self._more(id, quote_head(link, self._heads), one)

    def relation(self, one: Relation) -> None:
        id = self._ids[one.id] = self._next("R")
        ends = f"{one.label} Arg1:{self._ids[one.head]} Arg2:{self._ids[one.tail]}"
        self.lines.append(f"{id}\t{ends}")
        self._more(id, f"{id} {ends}", one)

    def _more(
        self,
        id: str,
        head: str,
        one: Annotation,
        fragments: tuple[tuple[int, int], ...] | None = None,
    ) -> None:
        """Attributes and note of an annotation, and what brat cannot have of them."""
        inexact = self._attributes(id, one.attributes)
        note = None
        if one.note is not None:
            shadow = on_one_line(one.note)
            if shadow:
                self.lines.append(f"{self._next('#')}\t{NOTE} {id}\t{shadow}")
            note = one.note if shadow != one.note or not shadow else None
        self.exact[head] = Exact(id=one.id, note=note, attributes=inexact, fragments=fragments)

    def _attributes(self, id: str, attributes: Attributes) -> dict[str, tuple[str, AttributeValue]]:
        inexact: dict[str, tuple[str, AttributeValue]] = {}
        taken: set[str] = set()
        for name, value in sorted(attributes.items()):
            shadow, words = name_of(name), flat(value)
            if shadow in taken:  # two names that brat cannot tell apart
                shadow = f"{shadow}_{len(taken)}"
            taken.add(shadow)
            if words is not None:
                tail = "" if words is True else f" {words}"
                self.lines.append(f"{self._next('A')}\t{shadow} {id}{tail}")
            if shadow != name or type(words) is not type(value) or words != value:
                inexact[shadow] = name, value
        return inexact
