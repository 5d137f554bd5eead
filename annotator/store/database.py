"""The one connection to a project file, its transactions, and the way out for its errors.

Every statement of the store goes through here, so none can forget that errors of the environment
become refusals. One thread at a time: a search in the background waits for a transaction to end,
and the window for one statement of the search at most. Knows no table.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from annotator.store.failures import FAILURES, explain

Row = tuple[Any, ...]


class Database:
    """A connection with `isolation_level=None`: nothing begins a transaction but `transaction`."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, identity: tuple[int, int] = (0, 0)
    ) -> None:
        """`path` is for messages; `identity` is the file's (device, inode)."""
        self.connection = connection
        self.path = path
        self.identity = identity
        self.closed = False
        self._turn = threading.RLock()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that a query answers."""
        try:
            with self._turn:
                return self.connection.execute(sql, values).fetchall()
        except FAILURES as error:
            explain(error, self.path)

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that a query answers, a few in memory at a time; for a thread that is alone."""
        try:
            yield from self.connection.execute(sql, values)
        except FAILURES as error:
            explain(error, self.path)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a query answers, if any."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row; None without one."""
        row = self.row(sql, values)
        return row[0] if row is not None else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Carry out a statement that writes; answers how many rows it touched."""
        try:
            with self._turn:
                return self.connection.execute(sql, values).rowcount
        except FAILURES as error:
            explain(error, self.path)

    def insert(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Insert one row into a table with a row number; answers the number."""
        try:
            with self._turn:
                return self.connection.execute(sql, values).lastrowid or 0
        except FAILURES as error:
            explain(error, self.path)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Carry out a statement for each row."""
        try:
            with self._turn:
                self.connection.executemany(sql, rows)
        except FAILURES as error:
            explain(error, self.path)

    @contextmanager
    def transaction(self, kind: str = "IMMEDIATE") -> Iterator[None]:
        """All of the block is stored at its end, or nothing of it. No other thread reads it."""
        with self._turn:
            self.run(f"BEGIN {kind}")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                self._back("ROLLBACK")
                raise

    @contextmanager
    def step(self) -> Iterator[None]:
        """A part of a transaction that can fail on its own without the rest."""
        self.run("SAVEPOINT step")
        try:
            yield
        except BaseException:
            self._back("ROLLBACK TO step")
            self._back("RELEASE step")
            raise
        self.run("RELEASE step")

    def close(self) -> None:
        """Close the connection; what another thread asks for after that fails, and is `closed`."""
        with self._turn:
            self.closed = True
            self.connection.close()

    def copy_to(self, path: Path) -> None:
        """Copy the whole database into the empty file at `path`, page by page."""
        with closing(sqlite3.connect(path, isolation_level=None)) as target:
            self._copy(target)

    def in_memory(self) -> Database:
        """A copy in memory that can only be read, also by another thread."""
        target = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            self._copy(target)
            target.execute("PRAGMA query_only = ON")
        except BaseException:
            target.close()
            raise
        return Database(target, self.path)

    def _copy(self, target: sqlite3.Connection) -> None:
        try:
            with self._turn:
                self.connection.backup(target)
        except FAILURES as error:
            explain(error, self.path)

    def _back(self, sql: str) -> None:
        # After a full disk or an I/O error SQLite may have rolled back already. If even that failed
        # the journal is still there, and the next opening plays it back.
        if self.connection.in_transaction:
            with suppress(sqlite3.Error):
                self.connection.execute(sql)
