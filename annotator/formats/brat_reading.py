"""What the lines of a brat file mean together: entities, quotes and relations.

Nothing is lost in silence: events that are no quotes become an entity and relations to what takes
part in them, equivalences relations from one member to the next, normalisations attributes. What
has no place at all (a note on something that is not there) is remarked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Remark, Unit, shown
from annotator.formats.brat_lines import BadLine, Bound, Lines, Link
from annotator.formats.brat_list import Exact
from annotator.formats.brat_marks import (
    CONTENT,
    CUE,
    NOTE,
    PARTS,
    SOURCE,
    SPEAKER,
    TYPES,
    joined,
    on_one_line,
)
from annotator.formats.keeping import in_words
from annotator.formats.units import Offsets
from annotator.model.annotations import (
    Annotation,
    Attributes,
    AttributeValue,
    Entity,
    Quote,
    Relation,
)
from annotator.model.spans import Fragment, Span

Found = tuple[Annotation, ...]
_NOTHING = Exact()
_NUMBER = re.compile(r"\d+\Z")


def understood(
    file: Lines,
    text: str,
    unit: Unit,
    article: str,
    exact: Mapping[str, Exact],
    remarks: list[Remark],
    marked: bool = False,
) -> Found:
    """The annotations in a file; BadLine for the first line that is no good.

    `article` is the id of the article, `exact` what our list knows better. `marked` says that the
    text began with a byte order mark, which some programs count.
    """
    offsets = Offsets(text, unit)
    shift = int(marked and _counts_the_mark(file, text, offsets))
    spans = {id: _span(one, text, offsets, shift, exact) for id, one in file.bounds.items()}
    return _Meaning(file, spans, article, exact, remarks).annotations()


def _counts_the_mark(file: Lines, text: str, offsets: Offsets) -> bool:
    def fits(shift: int) -> bool:
        try:
            return all(_span(one, text, offsets, shift, {}) for one in file.bounds.values())
        except BadLine:
            return False

    return not fits(0) and fits(1)


def _span(
    bound: Bound, text: str, offsets: Offsets, shift: int, exact: Mapping[str, Exact]
) -> Span:
    found: list[tuple[int, int]] = []
    for start, end in bound.fragments:
        left, right = offsets.point(start - shift), offsets.point(end - shift)
        if left is None or right is None:
            raise BadLine(bound.line, _beyond(start, end, text))
        found.append((left, right))
    try:
        span = Span(tuple(found))
    except UserError as error:
        raise BadLine(bound.line, error) from None
    if bound.surface is not None and not _same(span.surface(text), bound.surface):
        reason = UserError(
            "The text at {start}–{end} is “{surface}”, and the line says “{said}”.",
            hint="Offsets of brat count code points from 0, ends exclusive.",
            start=bound.fragments[0][0], end=bound.fragments[-1][1],
            surface=shown(span.surface(text)), said=shown(bound.surface),
        )  # fmt: skip
        raise BadLine(bound.line, reason)
    known = exact.get(bound.head, _NOTHING).fragments
    if known and known[-1][1] <= len(text):
        try:
            return Span(known)
        except UserError:
            pass  # a list that somebody has spoilt: the line counts
    return Span(joined(span.fragments, text))


def _beyond(start: int, end: int, text: str) -> UserError:
    return UserError(
        "The span {start}–{end} reaches beyond the text, which has {length} characters.",
        start=start, end=end, length=len(text),
    )  # fmt: skip


def _same(one: str, other: str) -> bool:
    """Whether two surfaces are the same but for their white space, which brat writes as it can."""
    return one == other or "".join(one.split()) == "".join(other.split())


class _Meaning:
    """The annotations of one file while they are found."""

    def __init__(
        self,
        file: Lines,
        spans: Mapping[str, Span],
        article: str,
        exact: Mapping[str, Exact],
        remarks: list[Remark],
    ) -> None:
        self._file = file
        self._spans = spans
        self._article = article
        self._exact = exact
        self._remarks = remarks
        self._found: list[Annotation] = []
        self._ids: dict[str, str] = {}
        """The annotation that a line of the file stands for, or is a part of."""
        self._attributes: dict[str, Attributes] = {}
        self._notes: dict[str, str] = {}
        self._pairs: set[tuple[str, str, str]] = set()

    def annotations(self) -> Found:
        quotes = {id: one for id, one in self._file.events.items() if _is_quote(one)}
        others = {id: one for id, one in self._file.events.items() if id not in quotes}
        for one in self._file.events.values():
            self._check_trigger(one)
        self._gather()
        parts = self._parts(quotes.values())
        for id, bound in self._file.bounds.items():
            if id not in parts:
                self._ids[id] = self._entity(id, bound)
        for id, one in others.items():
            self._ids[id] = self._ids[one.arguments[0][1]]
        for id, one in quotes.items():
            self._quote(id, one)
        for one in others.values():
            self._participants(one)
        for id, one in self._file.relations.items():
            self._relation(id, one)
        self._equals()
        return tuple(self._found)

    def _check_trigger(self, event: Link) -> None:
        if event.arguments[0][1] not in self._spans:
            raise BadLine(event.line, _missing(event.arguments[0][1]))

    # Attributes and notes, by the lines that they belong to

    def _gather(self) -> None:
        for flag in self._file.flags.values():
            if not self._is_there(flag.target):
                raise BadLine(flag.line, _missing(flag.target))
            into = self._attributes.setdefault(self._owner(flag.target), {})
            into[_free(flag.name, into)] = flag.value
        for note in self._file.notes:
            target = note.target
            if target in self._file.flags:
                target = self._file.flags[target].target
            if not self._is_there(target):
                template = "A note stands on {target}, which is no annotation: “{text}”."
                values: dict[str, object] = {
                    "target": shown(note.target),
                    "text": shown(note.text, 200),
                }
                self._remarks.append(Remark(template, values, note.line))
                continue
            target = self._owner(target)
            words = note.text if note.kind == NOTE else f"{note.kind}: {note.text}"
            before = self._notes.get(target)
            self._notes[target] = words if before is None else f"{before}\n{words}"

    def _owner(self, id: str) -> str:
        """The line whose annotation this is about: of an event that is no quote, its trigger."""
        event = self._file.events.get(id)
        return id if event is None or _is_quote(event) else event.arguments[0][1]

    def _is_there(self, id: str) -> bool:
        file = self._file
        return id in file.bounds or id in file.events or id in file.relations

    # Entities and quotes

    def _parts(self, quotes: Iterable[Link]) -> set[str]:
        """The T lines that are nothing but a part of a quote."""
        used: Counter[str] = Counter()
        for quote in quotes:
            used[quote.arguments[0][1]] += 1
            for role, id in quote.arguments[1:]:
                bound = self._file.bounds.get(id)
                used[id] += bound is not None and bound.type == _role(role) in PARTS
        others = {one for link in self._file.relations.values() for _, one in link.arguments}
        others |= {one for equal in self._file.equals for one in equal.members}
        others |= self._attributes.keys() | self._notes.keys()
        return {id for id, times in used.items() if times and id not in others}

    def _entity(self, id: str, bound: Bound) -> str:
        span = self._spans[id]
        known = self._exact.get(bound.head, _NOTHING)
        made = known.id or plain.annotation_id(self._article, "entity", bound.type, span.fragments)
        self._found.append(
            Entity(
                id=made,
                label=bound.type,
                span=span,
                attributes=self._own_attributes(id, known),
                note=self._own_note(id, known),
            )
        )
        return made

    def _quote(self, id: str, event: Link) -> None:
        known = self._exact.get(self._head(event), _NOTHING)
        content = self._part(event, CONTENT) or self._spans[event.arguments[0][1]]
        made = known.id or plain.annotation_id(
            self._article, "quote", event.type, content.fragments
        )
        for role, other in event.arguments:
            if role == event.type or _role(role) == CONTENT:
                self._ids.setdefault(other, made)
        self._ids[id] = made
        speaker = next((one for role, one in event.arguments if _role(role) == SPEAKER), None)
        if speaker is None:  # an entity that is the source says who speaks
            sources = [one for role, one in event.arguments if _role(role) == SOURCE]
            speaker = next((one for one in sources if one in self._ids), None)
        elif speaker not in self._ids:
            raise BadLine(event.line, _missing(speaker))
        self._found.append(
            Quote(
                id=made,
                type=event.type,  # type: ignore[arg-type]  # a foreign one is mapped or refused
                span=content,
                cue=self._part(event, CUE) or self._trigger(event, content),
                source=self._part(event, SOURCE),
                speaker=None if speaker is None else self._ids[speaker],
                attributes=self._own_attributes(id, known),
                note=self._own_note(id, known),
            )
        )
        self._refuse_other_roles(event)

    def _trigger(self, event: Link, content: Span) -> Span | None:
        """What announces a quote, where it is the trigger itself and has no role of its own."""
        span = self._spans[event.arguments[0][1]]
        return None if span == content else span

    def _refuse_other_roles(self, event: Link) -> None:
        for role, other in event.arguments[1:]:
            if _role(role) not in (*PARTS, SPEAKER):
                self._link(event, _role(role), self._ids[event.head.split(" ")[0]], other)

    def _part(self, event: Link, role: str) -> Span | None:
        fragments: list[Fragment] = []
        for name, id in event.arguments[1:]:
            if _role(name) == role:
                if id not in self._spans:
                    raise BadLine(event.line, _missing(id))
                fragments += self._spans[id].fragments
        if not fragments:
            return None
        try:
            return Span(tuple(sorted(fragments)))
        except UserError:
            return Span.union(fragments)

    def _head(self, event: Link) -> str:
        return quote_head(event, {id: one.head for id, one in self._file.bounds.items()})

    # Relations

    def _participants(self, event: Link) -> None:
        """The arguments of an event that is no quote, each as a relation from its trigger."""
        for role, other in event.arguments[1:]:
            self._link(event, _role(role), self._ids[event.arguments[0][1]], other)

    def _link(self, event: Link, label: str, head: str, other: str) -> None:
        if other not in self._ids:
            raise BadLine(event.line, _missing(other))
        self._relate(label, head, self._ids[other])

    def _relation(self, id: str, link: Link) -> None:
        ends = dict(link.arguments)
        if len(link.arguments) != 2 or len(ends) != 2:
            reason = UserError("A relation needs two different ends.")
            raise BadLine(link.line, reason)
        names = ("Arg1", "Arg2") if {"Arg1", "Arg2"} == ends.keys() else tuple(ends)
        for name in names:
            if ends[name] not in self._ids:
                raise BadLine(link.line, _missing(ends[name]))
        head, tail = (self._ids[ends[name]] for name in names)
        known = self._exact.get(link.head, _NOTHING)
        self._relate(
            link.type, head, tail, known.id, self._own_attributes(id, known),
            self._own_note(id, known),
        )  # fmt: skip

    def _equals(self) -> None:
        for equal in self._file.equals:
            for left, right in zip(equal.members, equal.members[1:], strict=False):
                for id in (left, right):
                    if id not in self._ids:
                        raise BadLine(equal.line, _missing(id))
                self._relate(equal.type, self._ids[left], self._ids[right])

    def _relate(
        self,
        label: str,
        head: str,
        tail: str,
        id: str | None = None,
        attributes: Attributes | None = None,
        note: str | None = None,
    ) -> None:
        """Add a relation; events that share a trigger may say the same again."""
        if id is None and (label, head, tail) in self._pairs:
            return
        self._pairs.add((label, head, tail))
        made = id or plain.annotation_id(self._article, "relation", label, head, tail)
        self._found.append(
            Relation(
                id=made, label=label, head=head, tail=tail, attributes=attributes or {}, note=note
            )
        )

    # What our list knows better

    def _own_attributes(self, id: str, known: Exact) -> Attributes:
        here = self._attributes.get(id, {})
        if not known.attributes:
            return here
        shadows = dict(known.attributes)
        found: Attributes = {}
        for shadow, value in here.items():
            name, exact = shadows.pop(shadow, (shadow, value))
            found[name] = exact if flat(exact) == value else value
        # What brat cannot show has no shadow.
        found |= {name: value for name, value in shadows.values() if flat(value) is None}
        return found

    def _own_note(self, id: str, known: Exact) -> str | None:
        note = self._notes.get(id)
        if known.note is not None and on_one_line(known.note) == (note or ""):
            return known.note
        return note


def _is_quote(event: Link) -> bool:
    roles = {_role(role) for role, _ in event.arguments[1:]}
    return event.type in TYPES or bool(roles & {CONTENT, CUE})


def _role(role: str) -> str:
    """The role without the number that brat gives to a second one."""
    return _NUMBER.sub("", role) or role


def _free(name: str, taken: Attributes) -> str:
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


def _missing(id: str) -> UserError:
    return UserError("There is no line {id} that could be meant here.", id=shown(id))


def quote_head(event: Link, heads: Mapping[str, str]) -> str:
    """The line of a quote, with the places of what it refers to: by this our list knows it."""
    return "; ".join([event.head, *(heads.get(id, id) for _, id in event.arguments)])


def flat(value: AttributeValue) -> str | bool | None:
    """The value of an attribute as brat can have it; None where it can have nothing."""
    if value is True:
        return True
    return on_one_line(in_words(value)) or None
