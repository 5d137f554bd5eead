"""What a project tells of single words: how many articles have them, and which names are marked.

For telling particles from letters (`annotator.text.readings`). Each question is answered from an
index or from one short range of the file, so that the window may ask while it is in use.
"""

from __future__ import annotations

from annotator.store.database import Database


def articles_with(database: Database, word: str) -> int:
    """How many articles have the folded `word` as a word of their text."""
    return int(database.value("SELECT doc FROM search_word WHERE term = ?", (word,)) or 0)


def names(database: Database, layer: int, first: int, last: int) -> list[str]:
    """The surfaces of a layer's entities in the articles `first` to `last`, both included."""
    rows = database.rows(
        "SELECT surface FROM entity WHERE article BETWEEN ? AND ? AND layer = ?",
        (first, last, layer),
    )
    return [surface for (surface,) in rows]
