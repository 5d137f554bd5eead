"""The project file: articles, annotations, history. The only place with SQL."""

from __future__ import annotations

from annotator.store.articles import Summary
from annotator.store.days import Event
from annotator.store.findings import Finding
from annotator.store.history import Batch, Entry
from annotator.store.importing import Added, Importing, RecordRefused
from annotator.store.listing import ORDERS, Listing, Order
from annotator.store.project import Project
from annotator.store.query import Query
from annotator.store.search import Found, IndexDamaged, Page

__all__ = [
    "ORDERS", "Added", "Batch", "Entry", "Event", "Finding", "Found", "Importing", "IndexDamaged",
    "Listing", "Order", "Page", "Project", "Query", "RecordRefused", "Summary",
]  # fmt: skip
