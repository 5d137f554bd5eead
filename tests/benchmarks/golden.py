"""The articles of the corpus with their annotations, as benchmarks use them."""

from __future__ import annotations

from annotator.formats import Accepted, Source, jsonl
from annotator.model.record import Record
from annotator.resources import corpus


def gold() -> list[Record]:
    """The articles of the corpus with their annotations."""
    rows = jsonl.read(Source(corpus("news.jsonl")))
    return [row.record for row in rows if isinstance(row, Accepted)]
