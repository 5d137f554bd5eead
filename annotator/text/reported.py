"""Finds reported speech without quotation marks: from its أن or إن on, as a cue leads to it.

After a phrase such as بحسب it begins behind the comma that follows (بحسب الوزارة، انخفض …). Where
it ends no mark says. The likeliest end comes first: that of the sentence, or a comma behind which
another cue begins (، وأضاف …); the other commas are offered after it. The text is not changed, and
who speaks is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from annotator.text.cues import Cue, find_cues
from annotator.text.linewords import word_after, words_of_line
from annotator.text.normal import fold, normalise
from annotator.text.quotemarks import Fragment, Quotation, quotations_near
from annotator.text.sentences import INVISIBLE, Line, lines, lines_within, paragraph, sentence_ends
from annotator.text.tokens import words

__all__ = ["CONJUNCTIONS", "each_reported_at", "is_that", "reported_at", "thats"]

CONJUNCTIONS = frozenset(
    f"{before}ا{after}"
    for before in ("", "ب", "و", "وب")
    for after in ("ن", "نه", "نها", "نهم", "نهما", "نهن", "ننا", "نني", "ني")
)
"""Folded forms of أن and إن: what follows them is said, and does not say who says it."""
_MOST = 6
"""So many ends of one report are offered."""
_PAUSE = re.compile('[،؛]|:(?= ?[«“"‹])')
"""Where a report may end: at a comma, or in front of a quotation that a colon leads to."""
_FARTHEST = 3_000
"""No report is longer; a text without full stops would be one sentence."""
_TRAILING = INVISIBLE + " \t\r\n.،؛:…!?؟"


@lru_cache(maxsize=10_000)
def is_that(word: str) -> bool:
    """Tell whether a word is an أن or إن, which what is said follows."""
    return fold(word) in CONJUNCTIONS


def thats(text: str, start: int, end: int) -> list[Fragment]:
    """Return each أن and إن within ``text[start:end]``, in order; words that it cuts are none."""
    found = []
    for row in lines_within(text, start, end):
        for word in _thats_of(text, row):
            if start <= word[0] and word[1] <= end:
                found.append(word)
    return found


@lru_cache(maxsize=256)
def _thats_of(text: str, row: Line) -> tuple[Fragment, ...]:
    line = words_of_line(text, row.start, row.end)
    if CONJUNCTIONS.isdisjoint(line.folded):
        return ()
    found = zip(line.spans, line.folded, strict=True)
    return tuple(span for span, folded in found if folded in CONJUNCTIONS)


class _Start(NamedTuple):
    """Where a report begins, and the word of it that tells; and whether it is part of another."""

    start: int
    word: Fragment
    nested: bool


def reported_at(text: str, position: int) -> list[Fragment]:
    """Return the reports that may hold ``position``: the likeliest first, then others.

    The nearest أن or إن in front that a cue leads to begins them; one that is only part of what is
    reported (إنها تتوقع أن …) comes after the one that begins it all, unless ``position`` is on it.
    Inside a quotation come the reports in it, then those around it.
    """
    return list(each_reported_at(text, position))


def each_reported_at(text: str, position: int) -> Iterator[Fragment]:
    """Yield what ``reported_at`` returns: for those who take the first that suits them."""
    near = quotations_near(text, (position, position + 1))
    around = [q for q in near if q.start <= position < q.end]
    found: set[Fragment] = set()
    for outer in (*sorted(around, key=lambda q: -q.depth), None):
        for one in _reports_in(text, position, outer, near):
            if one not in found:
                yield one
                found.add(one)
            if len(found) == _MOST:
                return


def _reports_in(
    text: str, position: int, outer: Quotation | None, near: Sequence[Quotation]
) -> Iterator[Fragment]:
    """Yield the reports around ``position`` in one quotation, or outside of all."""
    limits, quoted = _surroundings(text, position, outer, near)
    cues, begins = _sentence(text, limits, quoted)
    starts = [one for one in begins if one.word[0] <= position]
    here = [one for one in starts if position < one.word[1]]
    whole = [one for one in reversed(starts) if not one.nested]
    for one in dict.fromkeys((*here, *whole, *reversed(starts))):
        for end in _ends(text, one.word[1], limits, cues, quoted):
            if end > position:
                yield one.start, end


@lru_cache(maxsize=64)
def _sentence(
    text: str, limits: Fragment, quoted: tuple[Fragment, ...]
) -> tuple[tuple[Cue, ...], tuple[_Start, ...]]:
    """The cues of a sentence and where reports begin in it, whichever place of it is asked for."""
    cues = tuple(cue for cue in find_cues(text, *limits) if not _holds_any(quoted, cue.start))
    return cues, tuple(_starts(text, limits, cues, quoted))


def _surroundings(
    text: str, position: int, outer: Quotation | None, near: Sequence[Quotation]
) -> tuple[Fragment, tuple[Fragment, ...]]:
    """Return the sentence around, within what is quoted there, and the quotations inside it."""
    rows = lines(text)
    first, last = paragraph(text, position)
    start, end = (rows[first].start, rows[last - 1].end) if rows else (0, len(text))
    if outer is not None:
        start, end = max(start, outer.start), min(end, outer.end)
    start, end = max(start, position - _FARTHEST), min(end, position + _FARTHEST)
    inside = tuple(q.outer for q in near if start <= q.outer[0] and q.outer[1] <= end)
    for stop in sentence_ends(text, start, end):
        cut = _holds_any(inside, stop - 1) and not any(stop == last for _, last in inside)
        if not cut and stop > position:
            return (start, stop), inside
        start = start if cut else stop
    return (start, end), inside


def _holds_any(ranges: Sequence[Fragment], position: int) -> bool:
    return any(start <= position < end for start, end in ranges)


def _starts(
    text: str, limits: Fragment, cues: Sequence[Cue], quoted: Sequence[Fragment]
) -> list[_Start]:
    """Return where reports begin, in order."""
    return sorted((*_after_that(text, limits, cues, quoted), *_after_phrases(text, limits, cues)))


def _after_that(
    text: str, limits: Fragment, cues: Sequence[Cue], quoted: Sequence[Fragment]
) -> Iterator[_Start]:
    """Yield the reports that begin with an أن that a cue leads to."""
    last: int | None = None
    for word in thats(text, *limits):
        if _holds_any(quoted, word[0]):
            continue
        leading = [cue for cue in cues if (last or 0) <= cue.start < word[0]]
        if leading:
            anew = last is None or _PAUSE.search(text, last, leading[-1].start)
            yield _Start(_behind_particles(text, word), word, not anew)
            last = word[1]


def _after_phrases(text: str, limits: Fragment, cues: Sequence[Cue]) -> Iterator[_Start]:
    """Yield the reports that begin behind بحسب فلان، at the start of a sentence."""
    second = next(islice(words(text, *limits), 1, None), (limits[1],))[0]
    for cue in cues:
        if cue.start > second:
            return
        comma = text.find("،", cue.end, limits[1]) if cue.kind == "phrase" else -1
        word = word_after(text, comma) if comma >= 0 else None
        if word is not None and word[1] <= limits[1]:
            yield _Start(word[0], word, False)


def _behind_particles(text: str, word: Fragment) -> int:
    """Return where the أن of بأن begins."""
    head = normalise(text[slice(*word)])
    return word[0] + head.original(head.text.index("ان"), len(head.text))[0]


def _ends(
    text: str, behind: int, limits: Fragment, cues: Sequence[Cue], quoted: Sequence[Fragment]
) -> Iterator[int]:
    """Yield where a report may end: the likeliest place, then ever shorter, then longer ones."""
    pauses = [
        match.start()
        for match in _PAUSE.finditer(text, behind, limits[1])
        if not _holds_any(quoted, match.start())
    ]
    stops = [*pauses, limits[1]]
    likely = next((stop for stop in pauses if _leads_on(text, stop, cues)), limits[1])
    at = stops.index(likely)
    ordered = [likely, *reversed(stops[:at]), *stops[at + 1 :]]
    return (_trimmed(text, behind, stop) for stop in ordered)


def _leads_on(text: str, comma: int, cues: Sequence[Cue]) -> bool:
    """Tell whether another cue follows the comma at once, a و in front of it aside."""
    first = word_after(text, comma)
    if first is None:
        return False
    second = word_after(text, first[1])
    leads_to_report = second is not None and is_that(text[slice(*second)])
    return text[comma] == ":" or any(
        first[0] <= cue.start < first[1] and (cue.certain or leads_to_report) for cue in cues
    )


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end
