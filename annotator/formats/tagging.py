"""One row of tags for the tokens of an article: what models that classify tokens are trained on.

Of entities in each other the outer one has the tag; the fragments of a span are tagged one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.formats.base import Scheme
from annotator.formats.tags import OUT, Run, levels, tags
from annotator.formats.tokens import Token, covered
from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.spans import Span

CONTENT, CUE, SOURCE = "CONTENT", "CUE", "SOURCE"
_LETTERS: dict[Scheme, str] = {"IOB2": "BI", "IOB1": "BI", "BIOES": "BIES"}


def names(labels: Iterable[str], scheme: Scheme) -> list[str]:
    """Every tag that there can be, `O` first: the number of a tag is its place."""
    return [OUT, *(f"{letter}-{label}" for label in labels for letter in _LETTERS[scheme])]


def entity_tags(
    annotations: Iterable[Annotation], found: Sequence[Token], scheme: Scheme
) -> list[str]:
    """The tags of the entities."""
    spans = [(one.span, one.label) for one in annotations if isinstance(one, Entity)]
    return _row(spans, found, scheme)


def quote_tags(
    annotations: Iterable[Annotation], found: Sequence[Token], scheme: Scheme
) -> list[str]:
    """The tags of the quotes: what was said, what introduces it, who says it."""
    spans: list[tuple[Span, str]] = []
    for one in annotations:
        if isinstance(one, Quote):
            parts = ((one.span, CONTENT), (one.cue, CUE), (one.source, SOURCE))
            spans += [(span, label) for span, label in parts if span is not None]
    return _row(spans, found, scheme)


def _row(spans: Iterable[tuple[Span, str]], found: Sequence[Token], scheme: Scheme) -> list[str]:
    runs: set[Run] = set()
    for span, label in spans:
        for fragment in span.fragments:
            numbers = covered(Span((fragment,)), found)
            if numbers:
                runs.add(Run(numbers[0], numbers[-1], label))
    rows = levels(runs)
    return tags(len(found), rows[0] if rows else (), scheme)
