"""A chart as a value: rows with a name, a number and what is drawn for it. Knows no painter.

All texts are in the language of the interface, and plain.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.desktop.panels.signs import Sign

Kind = Literal["bars", "columns", "histogram", "ranges"]


class Row(Struct, frozen=True):
    """One row, column or bin.

    `value` is what is drawn, `number` how it is written; `name` is a second, quiet name, `detail`
    what stands at the end. `colour` is `#RRGGBB`, or empty for the one colour of the interface;
    `sign` and `place` are those of a label. `spoken` says all of it in one sentence, `first` and
    `last` are the edges of a bin. A range has `spread`: smallest, lower quartile, median, upper
    quartile, largest.
    """

    title: str
    value: float
    number: str
    spoken: str
    name: str = ""
    detail: str = ""
    colour: str = ""
    sign: Sign = ""
    place: int = 0
    first: int = 0
    last: int = 0
    spread: tuple[float, ...] = ()


class Chart(Struct, frozen=True):
    """A chart with a title of its own. `empty` is what it says when it has no rows.

    `id` names its file. `note` is a quiet sentence below the title, `median` the place of a mark on
    a histogram, with `median_said` beside it. `unit` is the header of the numbers in text.
    """

    id: str
    kind: Kind
    title: str
    empty: str
    rows: tuple[Row, ...] = ()
    note: str = ""
    median: float | None = None
    median_said: str = ""

    @property
    def lying(self) -> bool:
        """Whether rows lie below one another; those of the others stand side by side."""
        return self.kind in ("bars", "ranges")


class Figure(Struct, frozen=True):
    """One of the large numbers on top: how it is written, and of what it is."""

    number: str
    title: str
    note: str = ""
