"""What Q can take around the cursor: the quotation, those around it, all parts of a broken one, and
reported speech that has no marks.

They come in the order in which Q goes through them. The status line says what was taken, what the
key takes next, and calmly what is the matter with the marks, which stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from annotator.desktop.workspace import Workspace
from annotator.model.spans import Fragment, Span
from annotator.text.diagnosis import diagnosed_at
from annotator.text.quotemarks import Quotation
from annotator.text.reported import reported_at
from annotator.text.tokens import word_at

Extent = Literal["inner", "outer", "part", "whole", "report"]


class Reading(NamedTuple):
    """A content that can be quoted; `quotation` is the one whose marks decide about it, if any.

    `whole` is where all of it begins and ends with its other parts: readings with the same are
    different readings of the same words.
    """

    span: Span
    extent: Extent
    whole: Fragment
    quotation: Quotation | None = None


def readings(text: str, position: int) -> list[Reading]:
    """The readings around `position` (code points), in the order in which Q goes through them.

    The innermost quotation first, then ever wider ones, then reports without marks. On the أن that
    begins a report it comes first: nobody goes there to mean anything else.
    """
    marked = _marked(text, position)
    reports = [
        Reading(Span.of(*one), "report", (one[0], len(text))) for one in reported_at(text, position)
    ]
    word = word_at(text, position) or (position, position)
    if any(word[0] <= one.span.start < word[1] for one in reports):
        marked, reports = reports, marked
    found: dict[Span, Reading] = {}
    for one in (*marked, *reports):
        found.setdefault(one.span, one)
    return list(found.values())


def _marked(text: str, position: int) -> list[Reading]:
    """The readings by quotation marks."""
    found: list[Reading] = []
    for one in diagnosed_at(text, position):
        quotation, broken = one.quotation, len(one.parts) > 1
        extent: Extent = "part" if broken else "outer" if found else "inner"
        span, parts = Span.of(quotation.start, quotation.end), Span(one.fragments)
        whole = (parts.start, parts.end)
        found.append(Reading(span, extent, whole, quotation))
        if broken:
            found.append(Reading(parts, "whole", whole, quotation))
    return found


def unmarked(found: Sequence[Reading], quoted: Collection[Span]) -> Reading | None:
    """The first reading of words that no quote has yet in any reading; `quoted` are their spans.

    Around a quotation that is marked another one may be meant, but no report: it holds those words.
    """
    taken = {one.whole for one in found if one.span in quoted}
    left = [one for one in found if one.whole not in taken]
    return next((one for one in left if one is found[0] or one.extent != "report"), None)


def next_reading(found: Sequence[Reading], span: Span) -> Reading | None:
    """What comes after `span`, round and round; the first that covers it if it is none of them."""
    at = next((at for at, one in enumerate(found) if one.span == span), None)
    if at is None:
        return next((one for one in found if one.span.covers(span)), None)
    return found[(at + 1) % len(found)] if len(found) > 1 else None


def say_reading(workspace: Workspace, taken: Reading, found: Sequence[Reading]) -> None:
    """Say what was taken, unless nothing is to be said of it; `found` is what the key goes through.

    What is the matter with the marks comes first: the rest can be seen.
    """
    after = next_reading(found, taken.span)
    quotation = taken.quotation
    if quotation is not None and quotation.state != "paired":
        sentence = _FAULTS[quotation.state, after is not None]
        workspace.say(sentence, **_marks(workspace.text, quotation))
    elif after is not None and "report" in (taken.extent, after.extent):
        workspace.say(_REPORTS[taken.extent])
    elif after is not None:
        workspace.say(_sentence(taken, after))


def _sentence(taken: Reading, after: Reading) -> str:
    """What is said of a reading by marks with another one behind it.

    Any may follow on any other: those that other quotes have are passed over.
    """
    if taken.quotation == after.quotation:
        return _BROKEN[taken.extent]
    return _TAKEN[taken.extent, after.span.length > taken.span.length]


def _marks(text: str, quotation: Quotation) -> dict[str, object]:
    """The two marks as they stand in the text, isolated: they are mirrored otherwise."""
    return {
        name: f"\u2068{text[slice(*mark)]}\u2069"
        for name, mark in (("open", quotation.open), ("close", quotation.close))
        if mark is not None
    }


_FAULTS: dict[tuple[str, bool], str] = {
    ("unclosed", False): "No mark closes this quotation. Check where the quote ends.",
    ("unclosed", True): "No mark closes this quotation. Check where the quote ends, "
    "or press the key again to take more or less.",
    ("unopened", False): "No mark opens this quotation. Check where the quote begins.",
    ("unopened", True): "No mark opens this quotation. Check where the quote begins, "
    "or press the key again to take more or less.",
    ("mixed", False): "Marks of two kinds, {open} and {close}, were taken as a pair.",
    ("mixed", True): "Marks of two kinds, {open} and {close}, were taken as a pair. "
    "The key again takes more or less.",
}

_BROKEN: dict[Extent, str] = {
    "part": "One part is marked. The key again takes the whole broken quotation.",
    "whole": "All parts are marked as one quote. The key again takes only this part.",
}

_TAKEN: dict[tuple[Extent, bool], str] = {
    ("inner", True): "The inner quotation is marked. The key again takes the one around it.",
    ("outer", True): "The quotation around it is marked. The key again takes the next one around.",
    ("outer", False): "The quotation around it is marked. The key again takes the inner one.",
    ("part", True): "One part is marked. The key again takes the quotation around it.",
    ("part", False): "One part is marked. The key again takes the inner quotation.",
    ("whole", True): "All parts are marked as one quote. "
    "The key again takes the quotation around them.",
    ("whole", False): "All parts are marked as one quote. The key again takes the inner quotation.",
}
"""By what was taken, and whether what the key takes next is more."""

_REPORTS: dict[Extent, str] = {
    "inner": "The quotation is marked. The key again takes the report around it.",
    "outer": "The quotation around it is marked. The key again takes a report.",
    "part": "One part is marked. The key again takes a report.",
    "whole": "All parts are marked as one quote. The key again takes a report.",
    "report": "The reported speech is marked. The key again takes more or less of it.",
}
