"""Finds the quotations of a news text by its quotation marks, well set or not.

Real news mixes “ ” „ ‟ " ＂ '' « » ‹ › ‘ ’ ', uses “ and ” either way round, forgets to open or to
close, opens again at each paragraph and nests. Glyphs alone therefore say little: a mark is read
from what stands on its two sides, then from its glyph, then from what is open. Nothing here
changes the text, and nothing here knows who speaks.

How the doubtful cases are read:

- a quotation may run over the line ends of a wrapped paragraph; after a line that ends a sentence
  it can still be closed, but no longer holds others; a blank line ends it, unless the next
  paragraph opens with the same kind of mark;
- not closed: it ends with its paragraph, or, if another opens there (‹ and ‘ only nest), with its
  sentence, in front of the full stop, where news sets the closing mark;
- not opened: it begins with its paragraph, after the last quotation and sentence, or after a colon;
- marks of different kinds close each other when nothing better is open;
- a straight mark after a digit is inches, unless it closes something;
- single marks count only in pairs on one line, with word edges on the right sides.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from annotator.text.marks import PASSED_OVER, Mark, Role, beginnings, could_reopen, marks_of
from annotator.text.sentences import INVISIBLE, Line, line_at, lines, sentence_ends

__all__ = [
    "Fragment", "Quotation", "State", "apart", "quotation_at", "quotations", "quotations_near",
    "quotations_of",
]  # fmt: skip

Fragment = tuple[int, int]
State = Literal["paired", "mixed", "unclosed", "unopened"]


class Quotation(Struct, frozen=True, gc=False):
    """One quotation, in code points.

    ``start`` and ``end`` hold the content without its marks and the white space inside them.
    ``open`` and ``close`` are the ranges of the marks, None where a mark is missing. ``reopened``
    are the marks within the content that only open it again at a paragraph. ``depth`` counts the
    quotations around this one.
    """

    start: int
    end: int
    open: Fragment | None
    close: Fragment | None
    state: State
    depth: int = 0
    reopened: tuple[Fragment, ...] = ()

    @property
    def outer(self) -> Fragment:
        """The range with the marks."""
        return (
            self.open[0] if self.open else self.start,
            self.close[1] if self.close else self.end,
        )


@lru_cache(maxsize=8)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Return all quotations of ``text``, by start, the outer before the inner.

    Their contents are never empty, never begin or end with white space, and are nested in each
    other or disjoint. The last few texts are remembered.
    """
    return tuple(chain.from_iterable(apart(text)))


def apart(text: str) -> list[tuple[Quotation, ...]]:
    """Return all quotations by the paragraphs that are read together, in order."""
    return [quotations_of(text, *rows) for rows in pairwise(beginnings(text))]


def quotation_at(text: str, position: int | Fragment) -> Quotation | None:
    """Return the innermost quotation that holds ``position``, or the whole of a range.

    A place on one of its marks is within a quotation. Only the paragraphs that can matter are
    read, so this is quick in a long article and yet agrees with ``quotations``.
    """
    start, end = (position, position + 1) if isinstance(position, int) else position
    near = quotations_near(text, (start, end))
    around = [q for q in near if q.outer[0] <= start and end <= q.outer[1]]
    return max(around, key=lambda q: q.depth, default=None)


def quotations_near(text: str, place: Fragment) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraphs that decide what holds ``place``, as a whole."""
    return quotations_of(text, *_needed(text, *place))


@lru_cache(maxsize=256)
def quotations_of(text: str, first: int, last: int) -> tuple[Quotation, ...]:
    """Return the quotations of some lines of `sentences.lines` as if the text had no others.

    They are remembered, since many ask about the same paragraph.
    """
    return _read(text, lines(text)[first:last])


# --- pairing ----------------------------------------------------------------------------------


_INNER_MARKS = frozenset("‹›‘’'")
_DEEPEST = 8
"""How many quotations may be open at once; a mark that would open one more is passed over."""


class _Open(Struct):
    """A mark that waits to be closed, and the number of quotations found before it."""

    mark: Mark
    line: int
    found_before: int
    reopened: list[Fragment] = field(default_factory=list)


class _Reader(Struct):
    """The state while lines are read."""

    text: str
    rows: Sequence[Line]
    found: list[Quotation] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    stale: bool = False
    """All that is open was opened in earlier paragraphs: it can be closed, but holds nothing."""
    covered: int = 0
    """Where the last of the quotations found so far ends."""
    ends: set[int] = field(default_factory=set)
    """Where each of them ends."""


def _read(text: str, rows: Sequence[Line]) -> tuple[Quotation, ...]:
    reader = _Reader(text, rows)
    for at, line in enumerate(rows):
        marks: Sequence[Mark] = marks_of(text, line)
        if at and (line.fresh or rows[at - 1].last):
            marks = _start_paragraph(reader, at, marks)
        for mark, following in zip(marks, [*marks[1:], None], strict=False):
            _take(reader, at, mark, following)
    _give_up(reader, 0, None)
    return _with_depths(reader.found)


def _start_paragraph(reader: _Reader, at: int, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Settle what is open at the start of a paragraph; return the marks that remain to be read."""
    line = reader.rows[at]
    place = _reopens(reader, at, marks)
    if place is not None:
        _give_up(reader, place + 1, line.start)
        reader.stack[place].reopened.append((marks[0].start, marks[0].end))
        for entry in reader.stack:
            entry.line = at
        return marks[1:]
    if line.fresh:
        _give_up(reader, 0, None)
    reader.stale = bool(reader.stack)
    return marks


def _reopens(reader: _Reader, at: int, marks: Sequence[Mark]) -> int | None:
    """Return the place in the stack of what the line's first mark opens again, if it does."""
    if not marks or not could_reopen(reader.text, reader.rows[at], marks[0]):
        return None
    for place in range(len(reader.stack) - 1, -1, -1):
        entry = reader.stack[place]
        if entry.mark.kind == marks[0].kind and _paragraph_end(reader, entry.line) == at - 1:
            return place
    return None


def _take(reader: _Reader, at: int, mark: Mark, following: Mark | None) -> None:
    role = _role(reader, mark, following)
    if role is Role.CLOSE:
        _close(reader, at, mark, following)
    elif role is Role.OPEN:
        if reader.stale:
            _give_up(reader, 0, None)
        if len(reader.stack) < _DEEPEST:
            reader.stack.append(_Open(mark, at, len(reader.found)))


def _role(reader: _Reader, mark: Mark, following: Mark | None) -> Role | None:
    """Decide whether ``mark`` opens or closes; None if it is no quotation mark."""
    if mark.kind == "single":
        return mark.context
    waiting = sum(entry.mark.kind == mark.kind for entry in reader.stack)
    alike = 0 if reader.stale else waiting
    closes_next = following is not None and (following.context or following.hint) is Role.CLOSE
    if mark.after_digit and mark.context is not Role.OPEN:
        inside_longer = alike == 1 and closes_next and following and following.kind == mark.kind
        if inside_longer or not reader.stack:
            return None
    if mark.context is Role.OPEN:
        return _role_at_word_start(mark, following, alike)
    if mark.context is Role.CLOSE:
        return _role_at_word_end(mark, closes_next, bool(reader.stack), waiting > 0)
    return _role_between(mark, following, alike, waiting > 0)


def _role_at_word_start(mark: Mark, following: Mark | None, alike: int) -> Role:
    """`` "نص``: an opening mark, unless the space is misplaced and one of its kind is open."""
    if not alike or mark.hint is Role.OPEN:
        return Role.OPEN
    if mark.hint is Role.CLOSE or following is None or following.context is Role.OPEN:
        return Role.CLOSE
    return Role.OPEN


def _role_at_word_end(mark: Mark, closes_next: bool, any_open: bool, waits: bool) -> Role:
    """``نص" ``: a closing mark, unless nothing is open that it could close but the next one can."""
    if mark.hint is Role.CLOSE or waits or (any_open and mark.hint is None):
        return Role.CLOSE
    return Role.OPEN if closes_next else Role.CLOSE


def _role_between(mark: Mark, following: Mark | None, alike: int, waits: bool) -> Role:
    """White space on both sides, or letters: the glyph and what is open must tell."""
    if mark.hint is Role.OPEN and alike and following:
        return Role.OPEN if Role.CLOSE in (following.hint, following.context) else Role.CLOSE
    if mark.hint is Role.CLOSE and not alike:
        lone = following is None or mark.kind == "guillemet"
        return Role.CLOSE if waits or lone else Role.OPEN
    return Role.CLOSE if alike else Role.OPEN


def _close(reader: _Reader, at: int, mark: Mark, following: Mark | None) -> None:
    place = _partner(reader, mark, following)
    if place is not None:
        _give_up(reader, place + 1, mark.start)
        entry = reader.stack.pop()
        state: State = "paired" if entry.mark.kind == mark.kind else "mixed"
        _add(reader, entry.mark, mark, (entry.mark.end, mark.start), state, entry.reopened)
    elif mark.kind != "single":
        _give_up(reader, 0, None)
        _add(reader, None, mark, (_unopened_start(reader, at, mark), mark.start), "unopened")


def _partner(reader: _Reader, mark: Mark, following: Mark | None) -> int | None:
    """Return the place in the stack of what ``mark`` closes."""
    places = range(len(reader.stack) - 1, -1, -1)
    alike = [place for place in places if reader.stack[place].mark.kind == mark.kind]
    others = [
        place for place in places if "single" not in (mark.kind, reader.stack[place].mark.kind)
    ]
    if reader.stale:
        return alike[0] if alike else None
    leaves_outer = following and following.kind == mark.kind and following.context is Role.CLOSE
    if alike and not (leaves_outer and others and others[0] > alike[0] and len(alike) == 1):
        return alike[0]
    return others[0] if others else None


# --- what is missing --------------------------------------------------------------------------


def _give_up(reader: _Reader, keep: int, limit: int | None) -> None:
    """End what is open beyond the first ``keep`` as unclosed, at ``limit`` at the latest."""
    while len(reader.stack) > keep:
        entry = reader.stack.pop()
        if entry.mark.kind != "single":
            end = _unclosed_end(reader, entry, limit)
            _add(reader, entry.mark, None, (entry.mark.end, end), "unclosed", entry.reopened)
    reader.stale = reader.stale and keep > 0


def _unclosed_end(reader: _Reader, entry: _Open, limit: int | None) -> int:
    """Return where a quotation without a closing mark ends; never inside one that it holds."""
    end = reader.rows[_paragraph_end(reader, entry.line)].end
    end = end if limit is None else min(end, limit)
    since = entry.reopened[-1][1] if entry.reopened else entry.mark.end
    within = reader.found[entry.found_before :]
    inner = _outermost(q.outer for q in within)
    if any(since <= q.outer[0] < end and not _only_nests(reader.text, q) for q in within):
        starts = [start for start, _ in inner]
        for stop in sentence_ends(reader.text, since, end):
            at = bisect_right(starts, stop) - 1
            if at < 0 or stop >= inner[at][1]:
                end = stop
                break
    return max([end, *(last for start, last in inner if start < end)])


def _only_nests(text: str, quotation: Quotation) -> bool:
    """Tell whether the marks are such as stand inside other quotations: they begin no new one."""
    mark = quotation.open or quotation.close
    return mark is not None and text[slice(*mark)] in _INNER_MARKS


def _outermost(ranges: Iterable[Fragment]) -> list[Fragment]:
    kept: list[Fragment] = []
    for start, end in sorted(ranges, key=lambda r: (r[0], -r[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _paragraph_end(reader: _Reader, at: int) -> int:
    """Return the index of the line that ends the paragraph of line ``at``."""
    while at + 1 < len(reader.rows) and not reader.rows[at].last:
        at += 1
    return at


def _unopened_start(reader: _Reader, at: int, mark: Mark) -> int:
    while at and not (reader.rows[at].fresh or reader.rows[at - 1].last):
        at -= 1
    start = max(reader.rows[at].start, reader.covered)
    if start == reader.covered and reader.found:
        stops = [
            stop for stop in sentence_ends(reader.text, start, mark.start) if stop < mark.start
        ]
        start = max([start, *stops[:1]])
    colon = max(
        reader.text.rfind(": ", start, mark.start), reader.text.rfind(":\n", start, mark.start)
    )
    return max(start, colon + 1)


# --- results ----------------------------------------------------------------------------------


def _add(
    reader: _Reader,
    opening: Mark | None,
    closing: Mark | None,
    content: Fragment,
    state: State,
    reopened: Sequence[Fragment] = (),
) -> None:
    """Add a quotation, unless it holds nothing but white space and marks."""
    start, end = _trimmed(reader.text, *content)
    # The stop stays where a quotation within this one ends with it.
    bare = state == "unclosed" and end not in reader.ends
    if bare and _ends_with_full_stop(reader.text, start, end):
        end -= 1
    outer_end = closing.end if closing else end
    reader.covered = max(reader.covered, outer_end)
    reader.ends.add(outer_end)
    if all(char in PASSED_OVER or char.isspace() for char in reader.text[start:end]):
        return
    first = (opening.start, opening.end) if opening else None
    last = (closing.start, closing.end) if closing else None
    reader.found.append(Quotation(start, end, first, last, state, reopened=tuple(reopened)))


def _ends_with_full_stop(text: str, start: int, end: int) -> bool:
    """Tell whether the last character is the stop that a closing mark would have stood before."""
    return end - start > 1 and text[end - 1] == "." and text[end - 2] not in ".!?؟ "


def _trimmed(text: str, start: int, end: int) -> Fragment:
    while start < end and (text[start].isspace() or text[start] in INVISIBLE):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    return start, end


def _with_depths(found: Iterable[Quotation]) -> tuple[Quotation, ...]:
    placed: list[Quotation] = []
    around: list[int] = []
    for quotation in sorted(found, key=lambda q: (q.outer[0], -q.outer[1])):
        start, end = quotation.outer
        while around and around[-1] <= start:
            around.pop()
        placed.append(replace(quotation, depth=len(around)))
        around.append(end)
    return tuple(placed)


# --- where reading may start ------------------------------------------------------------------


def _needed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of lines that decides what holds ``start..end``."""
    first = line_at(text, start)
    last = line_at(text, max(start, end - 1)) + 1
    begins = beginnings(text)
    return begins[bisect_right(begins, first) - 1], begins[bisect_left(begins, last)]
