"""What a query finds in a text: five modes, one question, answered in offsets of the original.

Pure: knows no project and no index. What an index needs to choose the texts that are worth a look
comes from `parts`; a text that has all of them may still hold no hit, one without them never does.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import regex

from annotator.errors import UserError
from annotator.text.clitics import proclitic_cuts
from annotator.text.normal import find, fold, normalise
from annotator.text.pronouns import is_pronoun
from annotator.text.tokens import word_at

Mode = Literal["normal", "exact", "word", "prefix", "regex"]
MODES: tuple[Mode, ...] = ("normal", "exact", "word", "prefix", "regex")
"""Anywhere, in any spelling; as written; whole words; beginnings of words; regular expressions.

Whole words and beginnings of words may stand behind particles: بوتين is a whole word in ببوتين.
"""

Range = tuple[int, int]
Matcher = Callable[[str], Iterator[Range]]
"""Yields the ranges (code points, end exclusive) that a query finds, left to right, none empty."""

LONGEST = 1000
"""Code points of the longest query."""
SECONDS_A_TEXT = 0.5
SECONDS_A_SEARCH = 60.0
"""How long a regular expression may take."""


class BadQuery(UserError, ValueError):
    """A query that cannot be asked, with the reason."""


class Part(NamedTuple):
    """Letters and digits of a query, folded, that a word of a text must have.

    `starts` and `ends` tell whether the word begins and ends with them.
    """

    text: str
    starts: bool
    ends: bool


def split(folded: str) -> list[str]:
    """The words of a folded text as an index holds them: its runs of letters and digits."""
    if folded.isalnum():
        return [folded]
    return "".join(char if char.isalnum() else " " for char in folded).split()


def parts(mode: Mode, wanted: str) -> tuple[Part, ...]:
    """What the words of a text must have for `wanted` to be in it; () when nothing can be said."""
    if mode == "regex":
        return tuple(Part(fold(run), False, False) for run in _literals(wanted))
    folded = fold(wanted)
    found: list[Part] = []
    end = 0
    for run in split(folded):
        start = folded.index(run, end)
        end = start + len(run)
        # Not even a whole word need fill a word here: invisible signs part words of the text that
        # are one word when they are folded away.
        found.append(Part(run, starts=start > 0, ends=end < len(folded)))
    return tuple(dict.fromkeys(found))


def matcher(mode: Mode, wanted: str) -> Matcher:
    """The function that finds `wanted` in texts; `BadQuery` if that cannot be looked for."""
    _check(wanted)
    if mode == "regex":
        return _Expression(wanted)
    if mode == "exact":
        return lambda text: _as_written(wanted, text)
    if not fold(wanted):
        raise BadQuery(
            "This query has only marks, which count for nothing here.",
            hint="Look for them as they are written.",
        )
    anywhere: Matcher = lambda text: find(wanted, normalise(text))  # noqa: E731
    if mode == "normal":
        return anywhere
    ends = mode == "word"
    return lambda text: (one for one in anywhere(text) if _is_word(text, *one, ends=ends))


def _check(wanted: str) -> None:
    if not wanted.strip():
        raise BadQuery("There is nothing to search for in an empty query.")
    if len(wanted) > LONGEST:
        raise BadQuery(
            "The query has {length} characters; {most} is the most.",
            length=len(wanted), most=LONGEST,
        )  # fmt: skip
    if "\0" in wanted:
        raise BadQuery("The query has a NUL, which no article can hold.")


def _as_written(wanted: str, text: str) -> Iterator[Range]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + len(wanted))


def _is_word(text: str, start: int, end: int, *, ends: bool) -> bool:
    """Whether a word begins at `start`, also behind particles, and, with `ends`, one ends here."""
    first = word_at(text, start)
    if first and start != first[0] and start not in proclitic_cuts(text, *first):
        return False
    last = word_at(text, end - 1) if ends else None
    return last is None or last[1] <= end


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is whole words, but for particles in front and a pronoun behind.

    The article is no such particle: it belongs to its word, also behind another (للوزارة).
    """
    first, last = word_at(text, start), word_at(text, end - 1)
    if last and last[1] > end and not is_pronoun(text[end : last[1]]):
        return False
    front = fold(text[first[0] : start]) if first else ""
    return not front.endswith(("ال", "لل")) and _is_word(text, start, end, ends=False)


# Regular expressions

_MOST_REPEATS = 1_000_000
"""All counts in braces multiplied: nested ones are written out before anything can stop it."""
_COUNT = regex.compile(r"\{(\d*)(?:,(\d*))?\}")


def _repeats(pattern: str) -> int:
    counts = (max(int(one or 1) for one in found) for found in _COUNT.findall(pattern))
    return math.prod(max(1, count) for count in counts)


def _literals(pattern: str) -> list[str]:
    """Letters and digits that stand in every match; none where the pattern is not quite simple."""
    if _NOT_SIMPLE.search(pattern):
        return []
    needed = _MAY_BE_NONE.sub(" ", pattern)
    return [run for run in split(needed) if fold(run).isalnum()]


_NOT_SIMPLE = regex.compile(r"[|()\[\]{}\\?]")
_MAY_BE_NONE = regex.compile(r".\*", regex.DOTALL)


class _Expression:
    """A regular expression, as written, with the time that it has left."""

    def __init__(self, pattern: str) -> None:
        if _repeats(pattern) > _MOST_REPEATS:
            raise BadQuery(
                "This regular expression asks for too many repeats: {most} is the most.",
                most=_MOST_REPEATS,
            )
        try:
            self._pattern = regex.compile(pattern, regex.MULTILINE | regex.V1)
        except (regex.error, RecursionError, OverflowError) as error:
            raise BadQuery("This is no regular expression: {reason}.", reason=error) from None
        self._left = SECONDS_A_SEARCH

    def __call__(self, text: str) -> Iterator[Range]:
        if self._left <= 0:
            raise BadQuery(
                "This regular expression takes too long: the search was stopped.",
                kept="What was found until then is shown.",
                hint="Write it so that fewer ways lead to the same match.",
            )
        begun = time.perf_counter()
        found = self._found(text)
        self._left -= time.perf_counter() - begun
        yield from found

    def _found(self, text: str) -> list[Range]:
        # Without the GIL, so that a window goes on living while an expression explodes.
        matches = self._pattern.finditer(text, timeout=SECONDS_A_TEXT, concurrent=True)
        try:
            return [one.span() for one in matches if one.end() > one.start()]
        except TimeoutError:
            raise BadQuery(
                "This regular expression takes too long: it was stopped after {seconds} s in one "
                "article.",
                kept="What was found until then is shown.",
                hint="Write it so that fewer ways lead to the same match.",
                seconds=SECONDS_A_TEXT,
            ) from None
