"""Annotator: annotate Arabic news corpora by keyboard."""

__version__ = "0.1.0"
