"""The project file: articles, annotations, history. The only place with SQL."""

from __future__ import annotations

from annotator.store.articles import Summary
from annotator.store.findings import Finding
from annotator.store.history import Batch, Entry
from annotator.store.importing import Added, Importing, RecordRefused
from annotator.store.listing import ORDERS, Listing, Order
from annotator.store.project import Project
from annotator.store.statistics import LayerStatistics, Statistics

__all__ = [
    "ORDERS", "Added", "Batch", "Entry", "Finding", "Importing", "LayerStatistics", "Listing",
    "Order", "Project", "RecordRefused", "Statistics", "Summary",
]  # fmt: skip
