"""JSON Lines: the program's own form (one annotated article a line), and plain rows with a `text`.

A row with the key `format` is in our form and is taken exactly or not at all; any other row is
plain: its text is the article, the rest is metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats import row as form
from annotator.formats.base import Confidence, Item, Piece, WriteOptions, shown
from annotator.formats.lines import Lines, first_row, json_pieces, json_rows
from annotator.formats.sources import Source
from annotator.model.record import Record

_ANNOTATED = msgspec.json.Decoder(form.Row)
_ANYTHING = msgspec.json.Decoder()


def recognises(source: Source) -> Confidence:
    """Surely where the first row names our form; any other row may be a plain one."""
    row = first_row(source)
    return 2 if isinstance(row, dict) and _names_our_form(row) else 1


def _names_our_form(row: dict[str, Any]) -> bool:
    return str(row.get("format", "")).startswith("annotator/")


def read(source: Source) -> Iterator[Item]:
    """The records of a file, and the rows that are no good, in order."""
    return json_rows(source, _record, _loads)


def _loads(line: bytes) -> Any:
    """A row in our form, or else whatever the line holds; raises UserError, or ValueError."""
    try:
        return _ANNOTATED.decode(line)
    except msgspec.ValidationError as error:
        found = _ANYTHING.decode(line)
        if isinstance(found, dict) and _names_our_form(found):
            raise _not_in_form(found["format"], str(error)) from None
        return found


def _not_in_form(version: object, detail: str) -> UserError:
    if version != form.FORMAT:
        return UserError(
            "The row is in the form {version}, which this program does not know.",
            hint="A newer version of the program may.",
            version=shown(str(version)),
        )
    hint = "Keys of your own have their place in meta." if "unknown field" in detail else ""
    return UserError(
        "The row is not in the form {form}: {detail}.",
        hint=hint,
        form=form.FORMAT,
        detail=shown(detail.replace("`$.", "`").replace(" - at `$`", ""), 200),
    )


def _record(loaded: Any, lines: Lines) -> Record:
    if isinstance(loaded, form.Row):
        record = form.record(loaded)
        if b"\\u0000" in lines.raw:
            plain.refuse_nul(msgspec.to_builtins(loaded), "the row")
        return record
    if isinstance(loaded, dict):
        return Record(article=plain.article(loaded))
    raise UserError("The row is no JSON object.", hint="Each line needs the form {{…}}.")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The lines of the records."""
    return json_pieces(form.row(record) for record in records)
