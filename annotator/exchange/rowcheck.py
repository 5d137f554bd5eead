"""Checks rows in the form annotator/1 strictly: as our own exports have them, nothing missing.

The way that is fast: a row that comes out again byte for byte when it is read and written anew is
right. Only where it does not, the JSON Schema is asked, which is a hundred times slower and can say
what is wrong, or that another program has merely written the same in another way.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.formats import row as form
from annotator.formats.base import shown
from annotator.model.annotations import references
from annotator.model.record import Record
from annotator.resources import resource

SCHEMA = "annotator-1.schema.json"
_ROW = msgspec.json.Decoder(form.Row)
_ENCODER = msgspec.json.Encoder()


def checked(line: bytes) -> Record:
    """The record in a line; raises UserError for the first thing that is wrong with it."""
    try:
        row = _ROW.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        _refuse_by_schema(line)
        raise UserError(
            "The row is not in the form {form}: {detail}.",
            form=form.FORMAT, detail=shown(str(error), 200),
        ) from None  # fmt: skip
    try:
        record = form.record(row)
    except UserError:
        _refuse_by_schema(line)
        raise
    _referred(record)
    ours = _ENCODER.encode(form.row(record))
    if ours != line.rstrip(b"\r\n") and ours != _ENCODER.encode(_plain(line)):
        _refuse_by_schema(line)
    return record


def _refuse_by_schema(line: bytes) -> None:
    plain = _plain(line)
    wrong = min(_validator().iter_errors(plain), key=lambda one: one.json_path, default=None)
    if wrong is not None:
        raise UserError(
            "The row breaks the schema at {place}: {reason}.",
            place=shown(wrong.json_path), reason=shown(wrong.message, 200),
        )  # fmt: skip


def _plain(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UserError("The row is no JSON: {reason}.", reason=shown(str(error), 200)) from None


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(msgspec.json.decode(resource("schema", SCHEMA).read_bytes()))


def _referred(record: Record) -> None:
    ids = {one.id for one in record.annotations}
    if len(ids) < len(record.annotations):
        often = Counter(one.id for one in record.annotations)
        raise UserError(
            "The id {id} is there more than once.", id=shown(often.most_common(1)[0][0])
        )
    for one in record.annotations:
        for id in references(one):
            if id not in ids:
                raise UserError(
                    "The annotation {id} refers to {missing}, which is not there.",
                    id=shown(one.id), missing=shown(id),
                )  # fmt: skip
