"""Tables of Parquet, written piece by piece, with the same bytes every time; and their columns."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.formats.base import Piece


class Table:
    """A file of Parquet on its way out; each group of rows is a row group."""

    def __init__(self, member: str, schema: Any, arrow: Any, parquet: Any) -> None:
        self._member = member
        self._arrow = arrow
        self._schema = schema
        self._sink = _Sink()
        self._writer = parquet.ParquetWriter(
            arrow.PythonFile(self._sink, mode="w"), schema, compression="snappy", version="2.6"
        )

    def pieces(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[Piece]:
        """The bytes of some more rows; columns that the table does not have are left out."""
        self._writer.write_table(self._arrow.Table.from_pylist(list(rows), schema=self._schema))
        yield self._member, self._sink.taken()

    def end(self) -> Iterator[Piece]:
        """The last bytes."""
        self._writer.close()
        yield self._member, self._sink.taken()


class _Sink(io.RawIOBase):
    """Takes bytes in and gives them away; knows only how many there were."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = bytearray()
        self._position = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        before = len(self._bytes)
        self._bytes += data
        self._position += len(self._bytes) - before
        return len(self._bytes) - before

    def tell(self) -> int:
        return self._position

    def taken(self) -> bytes:
        data = bytes(self._bytes)
        self._bytes.clear()
        return data


def tokens_schema(arrow: Any, numbers: Mapping[str, Sequence[str]]) -> Any:
    """Tokens and tags; the names of the tags are in the metadata, where `datasets` looks."""
    words, places, flags = (
        arrow.list_(kind) for kind in (arrow.string(), arrow.int32(), arrow.bool_())
    )
    columns = [
        ("id", arrow.string()), ("layer", arrow.string()), ("tokens", words),
        ("starts", places), ("ends", places), ("joined", flags),
        *((name, arrow.list_(arrow.int64())) for name in numbers),
    ]  # fmt: skip
    features = {name: _feature(kind, numbers.get(name)) for name, kind in columns}
    told = json.dumps({"info": {"features": features}}, ensure_ascii=False)
    return arrow.schema(columns, metadata={"huggingface": told})


def _feature(kind: Any, names: Sequence[str] | None) -> dict[str, Any]:
    if names is not None:
        return _sequence({"names": list(names), "_type": "ClassLabel"})
    inner = {"list<element: string>": "string"}.get(
        str(kind), str(getattr(kind, "value_type", kind))
    )
    value = {"dtype": inner, "_type": "Value"}
    return _sequence(value) if hasattr(kind, "value_type") else value


def _sequence(feature: dict[str, Any]) -> dict[str, Any]:
    # "Sequence" is read by all versions of `datasets`, "List" by those since 4.
    return {"feature": feature, "_type": "Sequence"}


def articles_schema(arrow: Any) -> Any:
    """Articles with all annotations; metadata and attributes are JSON in strings."""
    string, number = arrow.string(), arrow.int32()
    place = [
        ("start", number), ("end", number), ("fragments", arrow.list_(arrow.list_(number))),
        ("text", string),
    ]  # fmt: skip
    more = [("attributes", string), ("note", string)]
    span = arrow.struct(place)
    entity = arrow.struct([("id", string), ("label", string), *place, *more])
    quote = arrow.struct([
        ("id", string), ("type", string), *place, ("cue", span), ("source", span),
        ("speaker", string), *more,
    ])  # fmt: skip
    relation = arrow.struct(
        [("id", string), ("label", string), ("head", string), ("tail", string), *more]
    )
    texts = ("id", "text", "sha256", "title", "source", "date", "url", "meta", "layer", "status")
    return arrow.schema([
        *((name, string) for name in texts),
        ("entities", arrow.list_(entity)), ("quotes", arrow.list_(quote)),
        ("relations", arrow.list_(relation)),
    ])  # fmt: skip
