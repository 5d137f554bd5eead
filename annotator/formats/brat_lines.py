"""The lines of a brat `.ann` file, taken apart; what they mean together is not known here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from annotator.errors import UserError
from annotator.formats.base import shown
from annotator.formats.lines import BOM
from annotator.model.spans import Fragment

_OFFSETS = re.compile(r"[0-9]{1,9} [0-9]{1,9}(?:;[0-9]{1,9} [0-9]{1,9})*\Z")


class BadLine(Exception):
    """A line that is no good, and why: it spoils the annotations of its text."""

    def __init__(self, line: int, reason: UserError) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


class Bound(NamedTuple):
    """`T1⇥PERS 0 5;16 23⇥surface`; the surface is None where the line has none."""

    line: int
    type: str
    fragments: tuple[Fragment, ...]
    surface: str | None
    head: str


class Link(NamedTuple):
    """`R1⇥LABEL Arg1:T1 Arg2:T2`, or `E1⇥TYPE:T3 Role:T4`: the trigger is then the first."""

    line: int
    type: str
    arguments: tuple[tuple[str, str], ...]
    head: str


class Equal(NamedTuple):
    """`*⇥Equiv T1 T2 T3`."""

    line: int
    type: str
    members: tuple[str, ...]


class Flag(NamedTuple):
    """`A1⇥Name T1 value`, and `N1⇥Reference T1 base:id⇥name`; no value is True."""

    line: int
    name: str
    target: str
    value: str | bool


class Note(NamedTuple):
    """`#1⇥AnnotatorNotes T1⇥words`."""

    line: int
    kind: str
    target: str
    text: str


class Lines(NamedTuple):
    """All lines of a file, by their ids where they have one."""

    bounds: dict[str, Bound]
    events: dict[str, Link]
    relations: dict[str, Link]
    equals: list[Equal]
    flags: dict[str, Flag]
    notes: list[Note]


def decoded(data: bytes) -> str:
    """Bytes as text, without a byte order mark; UserError names the first byte that is wrong."""
    try:
        return data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        whole = data.removeprefix(BOM)
        raise UserError(
            "Byte {position} of the file, on line {line}, is 0x{byte:02X}, "
            "which is not {encoding}.",
            position=error.start + len(data) - len(whole) + 1,
            line=whole.count(b"\n", 0, error.start) + 1,
            byte=whole[error.start],
            encoding="UTF-8",
        ) from None


def parsed(data: bytes) -> Lines:
    """The lines of a file; BadLine for the first that is none."""
    found = Lines({}, {}, {}, [], {}, [])
    for number, raw in enumerate(data.removeprefix(BOM).split(b"\n"), 1):
        raw = raw.removesuffix(b"\r")
        if not raw.strip():
            continue
        try:
            _take(raw.decode(), number, found)
        except UnicodeDecodeError as error:
            reason = UserError(
                "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
                position=error.start + 1,
                byte=raw[error.start],
            )
            raise BadLine(number, reason) from None
        except UserError as error:
            raise BadLine(number, error) from None
    return found


def _take(line: str, number: int, found: Lines) -> None:
    id, _, rest = line.partition("\t")
    take = _TAKERS.get(id[:1])
    if take is None or not rest or (len(id) < 2 and id not in "*#"):
        raise _no_line(line)
    if any(id in table for table in (found.bounds, found.events, found.relations, found.flags)):
        raise UserError("There is a line {id} already.", id=shown(id))
    take(id, rest, number, found)


def _no_line(line: str) -> UserError:
    return UserError(
        "This is no line of brat: {line}.",
        hint="Lines begin with T, R, E, A, M, N, * or #, a number, and a tab.",
        line=shown(line),
    )


def _bound(id: str, rest: str, number: int, found: Lines) -> None:
    data, tab, surface = rest.partition("\t")
    type, _, offsets = data.strip(" ").partition(" ")
    if not type or not _OFFSETS.match(offsets):
        raise _no_line(f"{id} {rest}")
    pairs = [pair.split(" ") for pair in offsets.split(";")]
    fragments = tuple((int(start), int(end)) for start, end in pairs)
    head = f"{id} {type} {offsets}"
    found.bounds[id] = Bound(number, type, fragments, surface if tab else None, head)


def _arguments(words: list[str], line: str) -> tuple[tuple[str, str], ...]:
    pairs = [word.partition(":") for word in words]
    if not all(role and other for role, _, other in pairs):
        raise _no_line(line)
    return tuple((role, other) for role, _, other in pairs)


def _relation(id: str, rest: str, number: int, found: Lines) -> None:
    type, *words = rest.split() or [""]
    found.relations[id] = Link(
        number, type, _arguments(words, f"{id} {rest}"), " ".join([id, type, *words])
    )


def _event(id: str, rest: str, number: int, found: Lines) -> None:
    words = rest.split()
    arguments = _arguments(words, f"{id} {rest}")
    if not arguments:
        raise _no_line(f"{id} {rest}")
    found.events[id] = Link(number, arguments[0][0], arguments, " ".join([id, *words]))


def _attribute(id: str, rest: str, number: int, found: Lines) -> None:
    words = rest.split(" ", 2)
    if len(words) < 2:
        raise _no_line(f"{id} {rest}")
    name, target = words[0], words[1].strip()
    found.flags[id] = Flag(number, name, target, words[2] if len(words) > 2 else True)


def _reference(id: str, rest: str, number: int, found: Lines) -> None:
    data, _, name = rest.partition("\t")
    words = data.split(" ", 2)
    if len(words) < 3:
        raise _no_line(f"{id} {rest}")
    value = f"{words[2]} {name}" if name else words[2]
    found.flags[id] = Flag(number, words[0], words[1], value)


def _note(id: str, rest: str, number: int, found: Lines) -> None:
    data, _, text = rest.partition("\t")
    kind, _, target = data.partition(" ")
    found.notes.append(Note(number, kind, target.strip(), text))


def _equal(id: str, rest: str, number: int, found: Lines) -> None:
    type, *members = rest.split() or [""]
    if len(members) < 2:
        raise _no_line(f"{id} {rest}")
    found.equals.append(Equal(number, type, tuple(members)))


_TAKERS: dict[str, Callable[[str, str, int, Lines], None]] = {
    "T": _bound,
    "R": _relation,
    "E": _event,
    "A": _attribute,
    "M": _attribute,
    "N": _reference,
    "#": _note,
    "*": _equal,
}
