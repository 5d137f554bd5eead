"""The index of words: which articles hold which words, folded as `text.normal` folds.

It only says where a look is worth while; hits are always found in the text itself. So it holds
each word once an article and no positions, and takes about a seventh of the room of the texts.
Words and not, say, groups of three letters: a part of a word is looked up in the list of all
words first, which works for one letter as well as for ten, and an index of words is the smaller
and the faster one to write. It is written in the transaction that stores the articles.

Words are separated by spaces here and by nothing else: what a word is, `text.matching` decides.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache

from annotator.store.database import Database
from annotator.text.matching import LONGEST, Part, split
from annotator.text.normal import fold

_TABLES = (
    # FTS5's own `ascii` takes all that is not ASCII as letters, so only the spaces separate.
    "CREATE VIRTUAL TABLE search USING fts5("
    "words, content='', detail=none, columnsize=0, tokenize='ascii')",
    # Kept in memory until there is so much, then written out: many small parts make it slow.
    "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)",
    # Views of the index, without content of their own.
    "CREATE VIRTUAL TABLE search_word USING fts5vocab('search', 'row')",
    "CREATE VIRTUAL TABLE search_place USING fts5vocab('search', 'instance')",
)
_INSERT = "INSERT INTO search (rowid, words) VALUES (?, ?)"
_KNOWN = 400_000
"""How many spellings a writer keeps in mind: at most some 80 MB."""
_LONGEST_WORD = 4000
"""Code points; FTS5 cuts words off at 32,768 bytes."""


class Speller:
    """Finds the words of texts; what is spelt as in an earlier text costs next to nothing."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def words(self, text: str) -> str:
        """The words of a text, folded, each once or a few times, with spaces between them."""
        # Folding takes characters one by one, so what stands between spaces can be folded alone.
        spellings = set(text.split())
        known = self._known
        new = tuple(spellings.difference(known))
        if new:
            if len(known) > _KNOWN:
                known.clear()
                new = tuple(spellings)
            folded = fold("\n".join(new)).split("\n")
            known.update(zip(new, map(_spaced, folded), strict=True))
        return " ".join(map(known.__getitem__, spellings))


def _spaced(folded: str) -> str:
    """The words of one spelling, with spaces between them."""
    if folded.isalnum() and len(folded) <= _LONGEST_WORD:
        return folded
    return " ".join(piece for word in split(folded) for piece in _pieces(word))


def _pieces(word: str) -> Iterator[str]:
    """What FTS5 would cut off, in pieces that overlap by more than a query is long."""
    yield word[:_LONGEST_WORD]
    for start in range(_LONGEST_WORD - LONGEST, len(word) - LONGEST, _LONGEST_WORD - LONGEST):
        yield word[start : start + _LONGEST_WORD]


# Writing


@cache
def supported() -> bool:
    """Whether this SQLite can make and read the index: FTS5 is an option when it is built."""
    with closing(sqlite3.connect(":memory:")) as connection:
        found = connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'")
        return found.fetchone() is not None


def create(connection: sqlite3.Connection) -> None:
    """Make the index, and fill it from the articles that are there. Call inside a transaction."""
    for statement in _TABLES:
        connection.execute(statement)
    speller = Speller()
    texts = connection.execute("SELECT number, text FROM article ORDER BY number")
    connection.executemany(_INSERT, ((number, speller.words(text)) for number, text in texts))


def create_anew(database: Database) -> None:
    """Throw the index away, whatever state it is in, and make it again."""
    with database.transaction():
        _drop(database)
        create(database.connection)


def _drop(database: Database) -> None:
    """Forget the index and drop what it consists of, of which parts may be missing or damaged.

    FTS5 drops no index that it cannot read, so it is not asked.
    """
    database.run("PRAGMA writable_schema = ON")
    try:
        names = "('search', 'search_word', 'search_place')"
        database.run(f"DELETE FROM sqlite_schema WHERE name IN {names}")
    finally:
        database.run("PRAGMA writable_schema = RESET")
    for part in ("data", "idx", "docsize", "config", "content"):
        database.run(f"DROP TABLE IF EXISTS search_{part}")


def insert(database: Database, rows: Iterable[tuple[int, str]]) -> None:
    """Add articles by number, with their words. Call inside a transaction, outside of its steps.

    FTS5 writes out all it has gathered where a step (a savepoint) begins, so rows come in batches.
    """
    database.many(_INSERT, rows)


# Looking up

_MOST_WORDS = 2000
_AT_A_TIME = 20_000


class Vocabulary:
    """All words of the index in one string, to find those that hold some letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._all = "\n" + "\n".join(words) + "\n"

    def __bool__(self) -> bool:
        return len(self._all) > 2

    def having(self, part: Part) -> list[str] | None:
        """The words that have `part`; None if they are so many that no choice is made by them."""
        wanted = "\n" * part.starts + part.text + "\n" * part.ends
        found: list[str] = []
        place = self._all.find(wanted)
        while place >= 0:
            if len(found) == _MOST_WORDS:
                return None
            begin = self._all.rfind("\n", 0, place + part.starts) + 1
            end = self._all.find("\n", place + part.starts)
            found.append(self._all[begin:end])
            place = self._all.find(wanted, end)
        return found


def vocabulary(database: Database) -> Vocabulary:
    """Read the words, some at a time, so that nobody waits long for the database."""
    found = Vocabulary(_words(database))
    if not found:
        _expect_none(database)
    return found


def _expect_none(database: Database) -> None:
    """An index that was overwritten looks empty to FTS5: raise what other damage raises."""
    text = database.value("SELECT text FROM article ORDER BY number LIMIT 1")
    if text is not None and Speller().words(text).strip():
        raise sqlite3.DatabaseError("the index has no words")


def _words(database: Database) -> Iterator[str]:
    sql = f"SELECT term FROM search_word WHERE term > ? LIMIT {_AT_A_TIME}"
    last = ""
    while rows := database.rows(sql, (last,)):
        for (word,) in rows:
            yield word
        last = rows[-1][0]


def expression(parts: Iterable[Part], known: Vocabulary) -> str | None:
    """The FTS5 expression for articles that have all parts; "" for all, None for no article."""
    alternatives = []
    for part in parts:
        words = known.having(part)
        if words is not None:
            if not words:
                return None
            alternatives.append("(" + " OR ".join(f'"{word}"' for word in words) + ")")
    return " AND ".join(alternatives)


def articles(database: Database, expression: str, after: int, limit: int) -> list[int]:
    """The numbers of the next articles behind `after` that an expression finds, in order."""
    rows = database.rows(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?",
        (expression, after, limit),
    )
    return [number for (number,) in rows]


# Checking


class Proof:
    """Whether the index holds of each article the words that its text has, and nothing else."""

    def __init__(self, database: Database) -> None:
        """Reads the whole index; raises what SQLite raises where it cannot be read."""
        self._speller = Speller()
        self._held: dict[int, int] = {}
        for word, article in database.each("SELECT term, doc FROM search_place"):
            self._held[article] = self._held.get(article, 0) + hash(word)

    def holds(self, number: int, text: str) -> bool:
        """Whether the index is right about an article; each is asked about once."""
        words = set(self._speller.words(text).split(" ")) - {""}
        return self._held.pop(number, 0) == sum(map(hash, words))

    def rest(self) -> int:
        """Of how many articles the index knows that were not asked about."""
        return len(self._held)
