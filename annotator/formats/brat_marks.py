"""What brat's files have in common with ours: names of roles, and spans that hold no line end.

A span of brat never crosses a line: it is cut at line ends into fragments, and so are ours on
their way out. On the way in, fragments with nothing but a line end between them are one again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from annotator.model.annotations import QUOTE_TYPES
from annotator.model.spans import Fragment

CONTENT, CUE, SOURCE, SPEAKER = "Content", "Cue", "Source", "Speaker"
PARTS = (CONTENT, CUE, SOURCE)
TYPES = frozenset(QUOTE_TYPES)
NOTE = "AnnotatorNotes"

# What some reader takes for the end of a line, and the tab, which ends a column.
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+\\Z")
_NO_NAME = re.compile(r"[^\w-]+")


def cut(fragments: tuple[Fragment, ...], text: str) -> tuple[Fragment, ...]:
    """The fragments without line ends and tabs; those that are nothing else stay."""
    found: list[Fragment] = []
    for start, end in fragments:
        at = start
        for gap in _BREAKS.finditer(text, start, end):
            if at < gap.start():
                found.append((at, gap.start()))
            at = gap.end()
        if at < end:
            found.append((at, end))
    return tuple(found) or fragments


def joined(fragments: tuple[Fragment, ...], text: str) -> tuple[Fragment, ...]:
    """The fragments, those on both sides of a line end as one."""
    starts = [fragments[0][0]]
    ends: list[int] = []
    for (_, left), (right, _) in pairwise(fragments):
        if not _LINE_ENDS.match(text[left:right]):
            ends.append(left)
            starts.append(right)
    return tuple(zip(starts, [*ends, fragments[-1][1]], strict=True))


def on_one_line(words: str) -> str:
    """A note or a value as brat can have it."""
    return _BREAKS.sub(" ", words).strip(" ")


def name_of(attribute: str) -> str:
    """The name of an attribute as brat can have it."""
    return _NO_NAME.sub("_", attribute) or "_"


def surface(fragments: tuple[Fragment, ...], text: str) -> str:
    """The last column of a T line."""
    return on_one_line(" ".join(text[start:end] for start, end in fragments))
