"""Articles as rows. The text is written once, read with its hash compared, and never changed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from annotator.model.article import Article, BadText, Status, digest
from annotator.store.database import Database, Row
from annotator.store.failures import damaged


class Summary(Struct, frozen=True):
    """What a list shows of an article; `status` and `annotations` are those of one layer.

    `date` is as the metadata has it, with digits 0 to 9; only lists that can be sorted fill it.
    """

    number: int
    id: str
    title: str
    status: Status
    annotations: int
    date: str = ""


_AT_A_TIME = 16
_COLUMNS = "number, id, sha256, meta, text"
_meta = msgspec.json.Decoder(dict[str, object]).decode


def count(database: Database) -> int:
    """How many articles there are; they are numbered from 1 to this."""
    return int(database.value("SELECT count(*) FROM article"))


def number_of(database: Database, id: str) -> int | None:
    """The number of the article with this id."""
    number: int | None = database.value("SELECT number FROM article WHERE id = ?", (id,))
    return number


def has_text(database: Database, text: str) -> bool:
    """Whether some article has exactly this text."""
    sql = "SELECT EXISTS (SELECT 1 FROM article WHERE sha256 = ?)"
    return bool(database.value(sql, (digest(text),)))


def read(database: Database, number: int) -> Article:
    """The article of this number; raises IndexError if there is none."""
    row = database.row(f"SELECT {_COLUMNS} FROM article WHERE number = ?", (number,))
    if row is None:
        raise IndexError(f"no article {number}")
    return _article(database, row)


def each(database: Database) -> Iterator[tuple[int, Article]]:
    """All articles with their numbers, in order, a few in memory at a time."""
    last = 0
    while rows := database.rows(
        f"SELECT {_COLUMNS} FROM article WHERE number > ? ORDER BY number LIMIT {_AT_A_TIME}",
        (last,),
    ):
        for row in rows:
            yield row[0], _article(database, row)
        last = rows[-1][0]


def insert(database: Database, article: Article, sha256: str) -> int:
    """Store a new article; answers its number. Call inside a transaction."""
    return database.insert(
        "INSERT INTO article (id, sha256, length, title, meta, text) VALUES (?, ?, ?, ?, ?, ?)",
        (
            article.id,
            sha256,
            len(article.text),
            article.title,
            msgspec.json.encode(article.meta).decode(),
            article.text,
        ),
    )


def _article(database: Database, row: Row) -> Article:
    number, id, sha256, meta, text = row
    try:
        if digest(text) != sha256:
            raise damaged(database.path, number, "its text is not the one that was imported.")
        return Article(id=id, text=text, meta=_meta(meta))
    except (BadText, msgspec.DecodeError) as error:
        raise damaged(database.path, number, error) from error


# Lists


_SUMMARIES = """SELECT article.number, id, title, coalesce(status, 'new'), coalesce(annotations, 0)
FROM article LEFT JOIN work ON work.article = article.number AND work.layer = ?
WHERE article.number > ? ORDER BY article.number LIMIT ?"""


def summaries(database: Database, layer: int | None, after: int, limit: int) -> list[Summary]:
    """The articles that follow number `after`, as far as `layer` has come with them."""
    return [Summary(*row) for row in database.rows(_SUMMARIES, (layer, after, limit))]
