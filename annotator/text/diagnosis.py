"""Says of every quotation of a text what is the matter with it, and which belong together.

A quotation may be well set, or lack a mark, or mix its marks; it may stand inside another one; and
it may be one part of a quotation that an attribution breaks: «…»، قال فلان، «…». All this is a
finding, not a repair: neither the text nor the reading of its marks in `quotemarks` is changed.

What counts as broken: two quotations side by side in one paragraph, and between them nothing but a
clause that begins with a reporting verb or phrase and ends with a comma or a dash. Where a colon,
أن, a participle (مشيرا إلى) or a verb with و leads to the second one, it is another quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from annotator.text.cues import find_cues
from annotator.text.normal import fold
from annotator.text.quotemarks import Fragment, Quotation, apart, quotations_near
from annotator.text.sentences import lines_within, sentence_ends
from annotator.text.tokens import words

__all__ = ["Diagnosis", "Finding", "diagnose", "diagnosed_at"]

Finding = Literal["unclosed", "unopened", "mixed", "reopened", "nested", "broken"]

_LONGEST_ATTRIBUTION = 160
_PAUSES = "،,–—-"
_NAMES, _NAME_WORDS = 1, 4
"""An attribution may hold so many names in quotation marks (لصحيفة «…»)، of so many words."""
_AS = frozenset(map(fold, ("كما", "مثلما", "هكذا")))
"""Words that may lead an attribution: «…»، كما قال فلان، «…»."""
_THAT = re.compile(r"\W[وفب]?[أإا]نّ?(?:ه|ها|هم|هما|هن)?\W*\Z")
"""أن or إن at the very end: what follows it is reported anew."""


class Diagnosis(Struct, frozen=True):
    """A quotation, and all `parts` of the broken one that it belongs to: itself if it is whole."""

    quotation: Quotation
    parts: tuple[Quotation, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be said of it; nothing of a quotation in a pair of marks that stands alone."""
        quotation = self.quotation
        faults: tuple[Finding, ...] = () if quotation.state == "paired" else (quotation.state,)
        traits: tuple[tuple[Finding, bool], ...] = (
            ("reopened", bool(quotation.reopened)),
            ("nested", quotation.depth > 0),
            ("broken", len(self.parts) > 1),
        )
        return (*faults, *(name for name, holds in traits if holds))

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """The contents of all parts, in code points and in order."""
        return tuple((part.start, part.end) for part in self.parts)


def diagnose(text: str) -> tuple[Diagnosis, ...]:
    """Return the diagnosis of every quotation of ``text``, by start, the outer before the inner."""
    return tuple(one for together in apart(text) for one in _diagnosed(text, together))


def diagnosed_at(text: str, position: int) -> tuple[Diagnosis, ...]:
    """Return the diagnoses of the quotations around ``position``, the innermost first.

    Reads only the paragraphs that can matter, and agrees with ``diagnose``.
    """
    near = _diagnosed(text, quotations_near(text, (position, position + 1)))
    around = [one for one in near if one.quotation.outer[0] <= position < one.quotation.outer[1]]
    return tuple(sorted(around, key=lambda one: -one.quotation.depth))


def _diagnosed(text: str, found: Sequence[Quotation]) -> tuple[Diagnosis, ...]:
    whole: dict[Quotation, tuple[Quotation, ...]] = {}
    for siblings in _siblings(found) if len(found) > 1 else ():
        for parts in _chains(text, siblings):
            whole |= dict.fromkeys(parts, parts)
    return tuple(Diagnosis(one, whole.get(one, (one,)) if whole else (one,)) for one in found)


def _chains(text: str, siblings: Sequence[Quotation]) -> Iterator[tuple[Quotation, ...]]:
    """Yield the parts of each quotation that is broken."""
    continued: set[int] = set()
    for at in range(len(siblings)):
        chain = [at]
        while at not in continued:
            following = _continuation(text, siblings, chain[-1])
            if following is None or following in continued:
                break
            chain.append(following)
        continued.update(chain[1:])
        if len(chain) > 1:
            yield tuple(siblings[part] for part in chain)


def _continuation(text: str, siblings: Sequence[Quotation], at: int) -> int | None:
    """Return the place of the next part of the quotation, past a name in the attribution."""
    for following in range(at + 1, min(at + 2 + _NAMES, len(siblings))):
        if _broken(text, siblings[at], siblings[at + 1], siblings[following]):
            return following
        if not _is_short(text, siblings[following]):
            return None
    return None


def _is_short(text: str, quotation: Quotation) -> bool:
    content = words(text, quotation.start, quotation.end)
    return quotation.state == "paired" and sum(1 for _ in content) <= _NAME_WORDS


def _siblings(found: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Yield the quotations that share the one around them, in order."""
    families: list[list[Quotation]] = []
    for one in found:
        # What lay deeper than this one has ended before it.
        while len(families) > one.depth + 1:
            yield families.pop()
        if len(families) <= one.depth:
            families.append([])
        families[one.depth].append(one)
    yield from reversed(families)


def _broken(text: str, left: Quotation, following: Quotation, right: Quotation) -> bool:
    """Tell whether an attribution, and nothing else, stands between left and right.

    What follows the left one is the right one itself or a name in the attribution.
    """
    if left.close is None or right.open is None:
        return False
    start, end = left.close[1], right.open[0]
    between = text[start:end]
    if not 2 < len(between) <= _LONGEST_ATTRIBUTION or ":" in between:
        return False
    if between.rstrip()[-1:] not in tuple(_PAUSES):
        return False
    if _THAT.search(between) or _parted(text, start, end):
        return False
    attributed = _begins_with_cue(text, start, end, following.outer[0])
    return attributed and next(sentence_ends(text, start, end)) == end


def _parted(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph ends between the two, however they are set."""
    return any(row.last for row in lines_within(text, start, end + 1)[:-1])


def _begins_with_cue(text: str, start: int, end: int, quoted: int) -> bool:
    """Tell whether a cue stands first, and in front of all that is ``quoted`` from there on."""
    cue = next(iter(find_cues(text, start, end)), None)
    if cue is None or cue.start >= quoted or cue.kind not in ("past", "present", "phrase"):
        return False
    # A و in front of the verb is before the cue too: وأضاف begins a new quotation.
    before = [fold(text[slice(*word)]) for word in words(text, start, cue.start)]
    return not before or (len(before) == 1 and before[0] in _AS)
