"""Counts records on their way out, and says how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from annotator.model.record import Record

Progress = Callable[[int, int], None]
_ROWS_A_STEP = 64


class Counted:
    """Records on their way out, counted as they pass."""

    def __init__(self, records: Iterable[Record], total: int, progress: Progress | None) -> None:
        self.rows = 0
        self._records = records
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            yield record
            self.rows += 1
            if self._progress is not None and not self.rows % _ROWS_A_STEP:
                self._progress(self.rows, max(self.rows, self._total))
        if self._progress is not None:
            self._progress(self.rows, self.rows)
