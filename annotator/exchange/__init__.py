"""Carries between formats and the store, with a report, for window and command line alike."""

from __future__ import annotations

from annotator.exchange import guidelines, sample
from annotator.exchange.exporting import export, losses
from annotator.exchange.folders import texts_in
from annotator.exchange.importing import check_author, import_paths
from annotator.exchange.looking import Look, look
from annotator.exchange.parts import Stated
from annotator.exchange.report import (
    Doubt,
    ExportReport,
    FileReport,
    ImportReport,
    Kept,
    Note,
    Recognised,
    Refusal,
    Told,
)
from annotator.exchange.splitting import SplitReport, export_split
from annotator.exchange.verifying import Verified, verify

__all__ = [
    "Doubt", "ExportReport", "FileReport", "ImportReport", "Kept", "Look", "Note",
    "Recognised", "Refusal", "SplitReport", "Stated", "Told", "Verified",
    "check_author", "export", "export_split", "guidelines", "import_paths", "look", "losses",
    "sample", "texts_in", "verify",
]  # fmt: skip
