"""The list that lies beside our brat files: what they have no place for.

What brat can hold counts as brat has it: an exact note or attribute is only taken where the one in
the `.ann` is still its shadow, and an id only where its line is unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.formats.base import Rejected, shown
from annotator.formats.lines import Lines
from annotator.formats.sources import Source
from annotator.model.annotations import AttributeValue
from annotator.model.article import Status

LIST = "annotator.jsonl"
Fragments = tuple[tuple[int, int], ...]


class Exact(msgspec.Struct, omit_defaults=True):
    """What a line of `.ann` says less exactly; None and {} where it says all.

    `attributes` goes by the names that brat has, and gives the real name and value.
    """

    id: str | None = None
    note: str | None = None
    attributes: dict[str, tuple[str, AttributeValue]] = {}
    fragments: Fragments | None = None


class Row(msgspec.Struct, kw_only=True):
    """What is known of one text; `file` is its name without the ending.

    `exact` goes by the lines of `.ann` without the surfaces.
    """

    file: str
    id: str
    layer: str | None = None
    status: Status | None = None
    meta: dict[str, Any] = {}
    exact: dict[str, Exact] = {}


_DECODER = msgspec.json.Decoder(Row)


def listed(source: Source) -> Iterator[Row | Rejected]:
    """The rows of the list, and those that are no good; nothing where there is no list."""
    if LIST not in source.members:
        return
    with source.open(LIST) as stream:
        lines = Lines(stream)
        for line in lines:
            try:
                yield _DECODER.decode(line)
            except (ValueError, RecursionError) as error:
                reason = UserError("The row is not JSON: {detail}.", detail=shown(str(error), 200))
                yield Rejected(lines.number, reason, member=LIST)
