"""How deep spans lie within one another."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.model.spans import Span


def depths(spans: Iterable[Span]) -> list[int]:
    """The depth of each span, in no order: 1 if it lies in no other, else 1 more than that one's.

    A span lies in another one that covers all its characters and more. Spans over the very same
    characters do not lie in each other; of several ways out, the longest one counts.
    """
    # Whatever covers a span comes before it.
    ordered = sorted((one.start, -one.end, -one.length, one) for one in spans)
    found: list[int] = []
    around: list[tuple[int, int, int, Span]] = []
    for start, last, length, span in ordered:
        around = [one for one in around if one[0] < -start]
        depth = 1
        for other_last, longer, other_depth, other in around:
            # Ends and lengths are negative here.
            wider = longer < length and other_last <= last
            if wider and other_depth >= depth and other.covers(span):
                depth = other_depth + 1
        around.append((last, length, depth, span))
        found.append(depth)
    return found
