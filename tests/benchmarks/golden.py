"""The articles of the corpus with their annotations, as benchmarks use them."""

from __future__ import annotations

from annotator.formats import Accepted, Source, jsonl
from annotator.model.record import Record
from annotator.resources import corpus


def gold() -> list[Record]:
    """The articles of the corpus with their annotations."""
    return _records("news.jsonl")


def held_out() -> list[Record]:
    """Articles in view of which nothing was chosen: to be measured on, never learnt from."""
    return _records("held-out.jsonl")


def _records(name: str) -> list[Record]:
    rows = jsonl.read(Source(corpus(name)))
    return [row.record for row in rows if isinstance(row, Accepted)]
