"""Suggestions in the window: shown, confirmed, and made beside it."""
