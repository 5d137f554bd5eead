"""The findings as rows: below their check, and there below their string where several share one.

Rows that are done with stay where they are until the list is made anew, so that nothing moves under
the hands. Knows no project: what is mended, and what was judged to be right, it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.desktop.checks.ready import Ready
from annotator.desktop.language import say, tr
from annotator.desktop.panels.rows import one_line
from annotator.quality.checks import CHECKS, Check, Finding

SHOWN = Qt.ItemDataRole.UserRole
"""The role of what a row stands for: a `Head`, a `Together` or a `Ready`."""
STATE = Qt.ItemDataRole.UserRole + 1
"""How far a finding is."""
DEPTH = Qt.ItemDataRole.UserRole + 2
"""How far in a row stands: 0, 1 or 2."""
TICKED = Qt.ItemDataRole.UserRole + 3
"""Whether a row is ticked, in lists in which rows can be; None in others."""

State = Literal["open", "mended", "gone", "right"]
"""A finding is open, mended here, changed otherwise since, or judged to be right as it is."""
_Index = QModelIndex | QPersistentModelIndex
_BY_ID = {one.id: one for one in CHECKS}


class Head(Struct, frozen=True):
    """The row of a check, with how many of its findings are open."""

    check: Check
    count: int = 0
    unfolded: bool = True


class Together(Struct, frozen=True):
    """The row of a string that several findings of a check are about."""

    words: str
    count: int
    unfolded: bool = True


class Wanted(NamedTuple):
    """Which findings are shown: `typed` is what they must have in them, folded."""

    typed: str = ""
    article: int | None = None
    right: bool = False


class _Row(NamedTuple):
    """A row: its finding, or of a row above others the place in the tree that it folds."""

    depth: int
    first: int
    size: int
    place: tuple[str, ...] = ()


class FindingsModel(QAbstractListModel):
    """See the module."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Ready, ...] = ()
        self.gone: Collection[str] = frozenset()
        self.right: Collection[str] = frozenset()
        self.mended: set[str] = set()
        """The keys of findings whose fixes were carried out; that may have been taken back."""
        self._wanted = Wanted()
        self._folded: set[tuple[str, ...]] = set()
        self._shown: list[Ready] = []
        self._rows: list[_Row] = []
        self._counts: Counter[tuple[str, ...]] | None = None

    def show(self, found: Sequence[Ready], wanted: Wanted) -> None:
        """Have the rows of these findings, which are in order, if wanted and not done with."""
        self.found, self._wanted = tuple(found), wanted
        self.beginResetModel()
        self._shown = [one for one in self.found if self._lets_through(one)]
        self._rows = list(self._laid_out())
        self._counts = None
        self.endResetModel()

    def is_stale(self, wanted: Wanted) -> bool:
        """Whether `show` would have other rows than there are."""
        return wanted != self._wanted or not all(map(self._lets_through, self._shown))

    def _lets_through(self, one: Ready) -> bool:
        wanted = self._wanted
        if one.key in self.gone or (one.key in self.right and not wanted.right):
            return False
        if wanted.article is not None and one.finding.article != wanted.article:
            return False
        return all(word in one.folded for word in wanted.typed.split())

    def _laid_out(self) -> Iterator[_Row]:
        first = 0
        for check, every in groupby(self._shown, key=lambda one: one.finding.check):
            some = list(every)
            yield _Row(0, first, len(some), (check,))
            if (check,) not in self._folded:
                yield from self._within(check, first, some)
            first += len(some)

    def _within(self, check: str, first: int, some: Sequence[Ready]) -> Iterator[_Row]:
        for string, every in groupby(some, key=lambda one: one.finding.group):
            count = sum(1 for _ in every)
            together = bool(string) and count > 1
            place = (check, string)
            if together:
                yield _Row(1, first, count, place)
            if not together or place not in self._folded:
                depth = 2 if together else 1
                yield from (_Row(depth, number, 1) for number in range(first, first + count))
            first += count

    def fold(self, row: int, *, unfold: bool) -> bool:
        """Fold what is below a row, or unfold it; False if there is nothing to do."""
        place = self._rows[row].place
        if not place or unfold == (place not in self._folded):
            return False
        self._folded ^= {place}
        self.beginResetModel()
        self._rows = list(self._laid_out())
        self.endResetModel()
        return True

    # What rows stand for

    def at(self, row: int) -> Ready | None:
        """The finding of a row; None for a row above others."""
        there = 0 <= row < len(self._rows) and not self._rows[row].place
        return self._shown[self._rows[row].first] if there else None

    def below(self, rows: Iterable[int]) -> list[Ready]:
        """The findings of these rows and of what is folded or listed below them, each once."""
        places: set[int] = set()
        for row in rows:
            one = self._rows[row]
            places.update(range(one.first, one.first + one.size))
        return [self._shown[place] for place in sorted(places)]

    def above(self, row: int) -> int:
        """The row that this one stands below: of its string, else of its check."""
        depth = self._rows[row].depth
        while row > 0 and (self._rows[row].depth >= depth > 0):
            row -= 1
        return row

    def unfolded(self, row: int) -> bool:
        """Whether a row above others shows them."""
        return self._rows[row].place not in self._folded

    def rows_by_key(self) -> dict[str, int]:
        """The rows of the findings that are shown, by their keys."""
        rows = enumerate(self._rows)
        return {self._shown[row.first].key: number for number, row in rows if not row.place}

    def next_open(self, row: int, step: int = 1) -> int | None:
        """The next row (`step` 1), or the one before (-1), whose finding is open."""
        end = len(self._rows) if step > 0 else -1
        for other in range(row + step, end, step):
            one = self.at(other)
            if one is not None and self.state(one) == "open":
                return other
        return None

    def state(self, one: Ready) -> State:
        """How far a finding is."""
        if one.key in self.right:
            return "right"
        if one.key not in self.gone:
            return "open"
        return "mended" if one.key in self.mended else "gone"

    @property
    def open(self) -> int:
        """How many findings that are shown are open."""
        return self._counted()[()]

    @property
    def changed_since(self) -> int:
        """In how many places something else was done than to carry out the fix."""
        return len(set(self.gone) - self.mended)

    def _counted(self) -> Counter[tuple[str, ...]]:
        """How many are open in all, of each check, of each string; counted when it is asked."""
        if self._counts is None:
            counts: Counter[tuple[str, ...]] = Counter()
            for one in self._shown:
                if self.state(one) == "open":
                    check, group = one.finding.check, one.finding.group
                    counts.update(((), (check,), (check, group)))
            self._counts = counts
        return self._counts

    def changed(self) -> None:
        """Some findings are further than they were."""
        self._counts = None
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row stands for, how far it is and how far in; its words for screen readers."""
        row = self._rows[index.row()]
        if role == DEPTH:
            return row.depth
        if role == SHOWN:
            return self._stands_for(row)
        if role == STATE:
            return None if row.place else self.state(self._shown[row.first])
        if role == Qt.ItemDataRole.DisplayRole:
            shown = self._stands_for(row)
            state = None if row.place else self.state(self._shown[row.first])
            return spoken(shown, state)
        return None

    def _stands_for(self, row: _Row) -> Head | Together | Ready:
        if not row.place:
            return self._shown[row.first]
        count = self._counted()[row.place]
        unfolded = row.place not in self._folded
        if row.depth == 0:
            return Head(_BY_ID[row.place[0]], count, unfolded)
        first = self._shown[row.first].finding
        return Together(one_line(first.words or first.group), count, unfolded)


def spoken(shown: Head | Together | Ready, state: State | None = None) -> str:
    """A row in one line."""
    if isinstance(shown, Head):
        parts = [tr(shown.check.title), tr("%n findings", shown.count), tr(shown.check.help)]
    elif isinstance(shown, Together):
        parts = [shown.words, tr("%n findings", shown.count)]
    else:
        finding = shown.finding
        parts = [finding.words, say(finding), change_in_words(shown), finding.title,
                 state_in_words(state or "open")]  # fmt: skip
    return " · ".join(filter(None, parts))


def change_in_words(one: Ready) -> str:
    """What the fix is called, and what it would change; "" without one."""
    if one.change is None:
        return ""
    title = tr(fix_of(one.finding))
    if not one.change.old:
        return f"{title}: \u2068{one.change.new}\u2069"
    if not one.change.new:
        return title
    return tr("{fix}: {old} becomes {new}", fix=title, old=one.change.old, new=one.change.new)


def state_in_words(state: State) -> str:
    """How far a finding is, if it is done with."""
    return {
        "open": "", "mended": tr("Mended"), "gone": tr("Changed since"),
        "right": tr("Right as it is"),
    }[state]  # fmt: skip


def fix_of(finding: Finding) -> str:
    """How the fix of a finding is called, in English; "" where its check has none."""
    return _BY_ID[finding.check].fix
