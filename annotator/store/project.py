"""The project: one open file, and the only door to it. Thin: the work is done in its neighbours."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.model import labelfile
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import new_id
from annotator.model.article import Article, Status
from annotator.model.edits import Edit
from annotator.model.guidelines import GuidelinePage
from annotator.model.labels import LabelSet, Language
from annotator.model.record import Record
from annotator.model.suggestions import Decision
from annotator.store import (
    articles,
    check,
    days,
    evidence,
    guidelines,
    history,
    importing,
    listing,
    opening,
    words,
    work,
)
from annotator.store import records as giving
from annotator.store.annotations import Place
from annotator.store.articles import Summary
from annotator.store.check_articles import Progress
from annotator.store.database import Database
from annotator.store.days import Event
from annotator.store.findings import Finding
from annotator.store.guidelines import Version
from annotator.store.history import Batch, Entry
from annotator.store.listing import Listing
from annotator.store.query import Query
from annotator.store.search import Page, Searcher
from annotator.store.suggestions import Suggested

_NO_LAYER = 0
"""The number of a layer that nobody has made yet: no row has it."""

Moved = tuple[AnnotatedArticle, Edit] | None


class Project:
    """An open project: articles, label set, annotations of all layers, history.

    Make one with `create` or `open`; a context manager, locked against other programs until it is
    closed. Articles go by their number, from 1; layers by their name. All that writes is on disk
    when the method returns, or has raised and changed nothing. For one thread, but for `snapshot`,
    `copy_to` and `search`.
    While it is open, nothing else in this process may open and close the file: on POSIX that gives
    up the lock.
    """

    def __init__(self, database: Database, labels: LabelSet) -> None:
        """Use `create` or `open`."""
        self._database = database
        self._searcher = Searcher(database, labels)
        self.suggested = Suggested(database, labels)
        self.labels = labels
        self.path = database.path

    @classmethod
    def create(cls, path: Path | str, labels: LabelSet) -> Project:
        """A new project in a new file; `ProjectRefused` if the file exists or cannot be made."""
        database = opening.create_file(Path(path), labels.source)
        return cls(database, labels)

    @classmethod
    def open(cls, path: Path | str) -> Project:
        """The project in this file; `ProjectRefused` with the reason if it cannot be used."""
        database = opening.open_file(Path(path))
        try:
            return cls(database, _labels(database))
        except BaseException:
            opening.close(database)
            raise

    @staticmethod
    def examine(path: Path | str, progress: Progress | None = None) -> list[Finding]:
        """What is damaged in a file that need not be fit for opening. Nothing is changed.

        `ProjectRefused` if it is no project file, or open elsewhere.
        """
        return check.examine(Path(path), progress)

    def close(self) -> None:
        """Give up the file. Closing twice is allowed."""
        opening.close(self._database)

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def snapshot(self) -> Project:
        """A copy in memory that can only be read, for work in another thread."""
        return Project(self._database.in_memory(), self.labels)

    def copy_to(self, path: Path) -> None:
        """Copy the project, as it is on the disk now, to a file that is not there yet."""
        self._database.copy_to(path)

    # Articles

    def articles_with(self, word: str) -> int:
        """How many articles have the folded `word`."""
        return evidence.articles_with(self._database, word)

    def names(self, layer: str, first: int, last: int) -> list[str]:
        """The surfaces of a layer's entities in the articles `first` to `last`."""
        return evidence.names(self._database, self._layer(layer), first, last)

    def count(self) -> int:
        """How many articles there are."""
        return articles.count(self._database)

    def number(self, article_id: str) -> int | None:
        """The number of the article with this id."""
        return articles.number_of(self._database, article_id)

    def has_text(self, text: str) -> bool:
        """Whether some article has exactly this text."""
        return articles.has_text(self._database, text)

    def article(self, number: int) -> Article:
        """The article of this number; IndexError if there is none."""
        return articles.read(self._database, number)

    def annotated(self, number: int, layer: str) -> AnnotatedArticle:
        """The article with the layer's annotations: none yet, if nobody has made any."""
        return history.load(self._database, self.labels, self._place(number, layer))

    def summaries(
        self, layer: str | None, start: int = 0, count: int = 1_000_000_000
    ) -> list[Summary]:
        """What a list of articles shows: `count` of them, leaving out the first `start`."""
        return articles.summaries(self._database, self._layer(layer), start, count)

    def summary(self, number: int, layer: str | None) -> Summary:
        """What a list shows of one article; IndexError if there is none."""
        found = self.summaries(layer, number - 1, 1)
        if not found or found[0].number != number:
            raise IndexError(f"no article {number}")
        return found[0]

    def listing(self, layer: str | None, wanted: Listing) -> array[int]:
        """The numbers of the articles that a list asks for, in its order."""
        return listing.numbers(self._database, self._layer(layer), wanted)

    def rows(self, layer: str | None, page: Iterable[int]) -> list[Summary]:
        """What a list shows of the articles with these numbers, in this order."""
        return listing.rows(self._database, self._layer(layer), page)

    def progress(self, layer: str | None) -> dict[Status, int]:
        """How many articles have each status in the layer."""
        return listing.progress(self._database, self._layer(layer), self.count())

    # Work

    def layers(self) -> list[str]:
        """The names of the layers, in order of creation."""
        return work.layers(self._database)

    def status(self, number: int, layer: str) -> Status:
        """How far the layer has come with the article: "new" until the first edit."""
        return work.status(self._database, self._place(number, layer))

    def set_status(self, number: int, layer: str, status: Status) -> None:
        """Store how far the layer has come with the article."""
        with self._database.transaction():
            work.set_status(self._database, self._made_place(number, layer), status)

    def next_unfinished(
        self, number: int, layer: str, among: Sequence[int] | None = None
    ) -> int | None:
        """The next other article that is new or begun, from the start again after the last.

        `among` is a list to stay in, such as `listing` answers; None for all in their order.
        """
        if among is not None:
            return listing.next_unfinished(self._database, self._layer(layer), number, among)
        return work.next_unfinished(self._database, self._layer(layer), number)

    def place(self, number: int, layer: str) -> int:
        """Where the cursor stood in the article (code points)."""
        return work.cursor(self._database, self._place(number, layer))

    def set_place(self, number: int, layer: str, position: int) -> None:
        """Store where the cursor stands in the article (code points)."""
        with self._database.transaction():
            work.set_cursor(self._database, self._made_place(number, layer), position)

    def recall(self, key: str, default: Any = None) -> Any:
        """A small value that the project remembers."""
        found = self._database.value("SELECT value FROM memory WHERE key = ?", (key,))
        return default if found is None else msgspec.json.decode(found)

    def remember(self, key: str, value: Any) -> None:
        """Store a small value (anything that JSON can say) under a name."""
        sql = "INSERT INTO memory VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        with self._database.transaction():
            self._database.run(sql, (key, msgspec.json.encode(value).decode()))

    # Searching

    def search(self, query: Query) -> Iterator[Page]:
        """What a query finds, page by page; may go on in another thread while this one works.

        `BadQuery` if it cannot be asked, `IndexDamaged` if the index cannot be used. Once the
        project is closed, asking for another page fails and `closed` says why.
        """
        return self._searcher.search(query)

    def prepare_search(self) -> None:
        """Read what the first search would have to wait for, in whichever thread."""
        self._searcher.prepare()

    @property
    def closed(self) -> bool:
        """Whether the project was closed, perhaps by another thread."""
        return self._database.closed

    def reindex(self) -> None:
        """Make the search index anew from the articles."""
        words.create_anew(self._database)
        self._searcher = Searcher(self._database, self.labels)

    # Edits

    def apply(
        self,
        number: int,
        layer: str,
        annotated: AnnotatedArticle,
        edit: Edit,
        batch: str | None = None,
        decided: tuple[Decision, ...] = (),
    ) -> AnnotatedArticle:
        """The article after the edit, which is stored by then; `EditRefused` changes nothing.

        `annotated` is the article as it was read or as the last edit left it. Edits that carry the
        same `batch` are undone together. `decided` is what the person decides about suggestions by
        this edit: undo opens it again. What changes and decides nothing is not stored.
        """
        if not edit and not decided:
            return annotated
        with self._database.transaction():
            place = self._made_place(number, layer)
            return history.apply(self._database, place, annotated, edit, batch, decided)

    def apply_to_many(
        self, layer: str, edits: Iterable[tuple[int, Edit]], home: int | None = None
    ) -> str:
        """Carry out edits over many articles, all or none, as one batch; answers the batch's id.

        `undo` finds the batch in each of them, and in the article `home`, from where it was done,
        even if nothing changes there.
        """
        batch, changed = new_id(), set()
        with self._database.transaction():
            for number, edit in edits:
                if edit:
                    self._apply_one(number, layer, edit, batch)
                    changed.add(number)
            if home is not None and changed and home not in changed:
                self._apply_one(home, layer, Edit(), batch)
        return batch

    def _apply_one(self, number: int, layer: str, edit: Edit, batch: str) -> None:
        place = self._made_place(number, layer)
        before = history.load(self._database, self.labels, place)
        history.apply(self._database, place, before, edit, batch)

    def undo(self, number: int, layer: str, annotated: AnnotatedArticle) -> Moved:
        """Take back the last edit of the layer here, with all of its batch in other articles.

        Answers the article as it is then and the edit that led there; None: nothing to undo.
        """
        return self._move(history.undo, number, layer, annotated)

    def redo(self, number: int, layer: str, annotated: AnnotatedArticle) -> Moved:
        """Do again what was undone last. As `undo`."""
        return self._move(history.redo, number, layer, annotated)

    def can_undo(self, number: int, layer: str) -> bool:
        """Whether there is anything to undo."""
        return history.can_move(self._database, self._place(number, layer), "done")

    def can_redo(self, number: int, layer: str) -> bool:
        """Whether there is anything to do again."""
        return history.can_move(self._database, self._place(number, layer), "undone")

    def next_undo(self, number: int, layer: str) -> Batch | None:
        """Which articles the next `undo` changes."""
        return history.next_batch(self._database, self._place(number, layer), "done")

    def next_redo(self, number: int, layer: str) -> Batch | None:
        """Which articles the next `redo` changes."""
        return history.next_batch(self._database, self._place(number, layer), "undone")

    def history(self, number: int, layer: str) -> list[Entry]:
        """All that was ever done in the layer on the article, the oldest first."""
        return history.entries(self._database, self._place(number, layer))

    # Guidelines

    def guidelines(self) -> list[GuidelinePage]:
        """What the guideline pages say now, by name and language; none in a project without."""
        return guidelines.pages(self._database)

    def guideline_versions(self, name: str, language: Language) -> list[Version]:
        """Everything that a guideline page ever said, the newest first."""
        return guidelines.versions(self._database, name, language)

    def write_guidelines(self, pages: Iterable[GuidelinePage]) -> int:
        """Store what these guideline pages say from now on, all or none; earlier texts are kept.

        Answers how many of them said something else before. `BadPage` for what can be no page.
        """
        with self._database.transaction():
            return guidelines.write(self._database, pages)

    # In and out

    def importing(self, source: str) -> AbstractContextManager[importing.Importing]:
        """An import from `source` (for the record): all that is added is stored at the end."""
        return importing.importing(self._database, self.labels, source)

    def records(
        self, layer: str | None = None, status: Status | None = None, *, models: bool = False
    ) -> Iterator[Record]:
        """Every article with the work of each layer; see `records.records`."""
        return giving.records(self._database, layer, status, models=models)

    def events(self) -> Iterator[Event]:
        """When annotations were made and articles finished; see `days.events`."""
        return days.events(self._database)

    def check(self, progress: Progress | None = None) -> list[Finding]:
        """What is damaged, in sentences; empty if nothing is. Nothing is changed."""
        return check.check(self._database, progress)

    # Names to numbers

    def _layer(self, name: str | None) -> int:
        if name is None:
            return _NO_LAYER
        return work.layer_number(self._database, name) or _NO_LAYER

    def _place(self, number: int, layer: str) -> Place:
        return Place(number, self._layer(layer))

    def _made_place(self, number: int, layer: str) -> Place:
        return Place(number, work.made_layer(self._database, layer))

    def _move(
        self,
        step: Callable[[Database, LabelSet, Place, AnnotatedArticle], Moved],
        number: int,
        layer: str,
        annotated: AnnotatedArticle,
    ) -> Moved:
        place = self._place(number, layer)
        with self._database.transaction():
            return step(self._database, self.labels, place, annotated)


def _labels(database: Database) -> LabelSet:
    source = database.value("SELECT source FROM labels")
    try:
        return labelfile.parse(source or "", str(database.path))
    except UserError as error:
        raise opening.damaged(database.path, error) from error
