"""Datasets as the Hugging Face hub has them: rows of tokens with tags, or of texts.

Our own folders come back from the articles in them. Of foreign ones every table is read: Parquet,
Arrow and JSON. What the numbers of tags stand for is told by the tables themselves, by
`dataset_info.json`, or by the card; it is never guessed.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.formats import jsonl, plain
from annotator.formats import row as form
from annotator.formats.base import Accepted, Confidence, Item, Rejected, Remark, Scheme, shown
from annotator.formats.lines import first_rows, json_rows, loaded_rows
from annotator.formats.needed import needed
from annotator.formats.sources import Source
from annotator.formats.tags import OUT, runs, scheme_of
from annotator.formats.tokens import Token, whole_text
from annotator.model.annotations import Annotation, Entity
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span

_OWN = re.compile(r"(?:.*/)?jsonl/articles/\w+\.jsonl")
TAGS = ("ner_tags", "tags", "ner", "labels")
_WORDS = ("tokens", "words")
_TABLES = (".parquet", ".arrow")
_ROWS = (".jsonl", ".json")
_INFOS = ("dataset_info.json", "dataset_infos.json")
_OURS = ("id", "layer", "starts", "ends", "joined", "quote_tags")
_MOST = 1 << 30
"""Bytes of a table; it is read as a whole."""
Names = Mapping[str, Sequence[str]]


def recognises(source: Source) -> Confidence:
    """Surely where there are tables, a dataset's own description, or rows of tokens with tags."""
    if not source.has_members:
        return 2 if _is_table(source) or any(map(is_tokens, first_rows(source, 5))) else 0
    names = {PurePosixPath(one).name for one in source.members}
    tables = any(one.endswith(_TABLES) for one in source.members)
    return 2 if tables or _own(source) or names & set(_INFOS) else 0


def _is_table(source: Source) -> bool:
    return source.suffix in _TABLES and source.beginning()[:4] in (b"PAR1", b"ARRO", b"\xff" * 4)


def is_tokens(row: Any) -> bool:
    """Whether a row has words and as many tags."""
    if not isinstance(row, dict) or "format" in row:
        return False
    words, tags = _first(row, _WORDS), _first(row, TAGS)
    return bool(words) and bool(tags) and len(row[words]) == len(row[tags])


def _first(row: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((name for name in names if isinstance(row.get(name), list)), "")


def _own(source: Source) -> list[str]:
    return [one for one in source.members if _OWN.fullmatch(one)]


def read(source: Source) -> Iterator[Item]:
    """The records of all tables, and the rows that are no good."""
    if not source.has_members:
        yield from _table(source, _beside(source), "")
        return
    own = _own(source)
    if own:  # the tables beside say the same
        source.opened.update(one for one in source.members if one.endswith((*_TABLES, *_ROWS)))
    for member in own or _members(source):
        inside, before = source.inside(member), source.position
        try:
            for item in _inside(source, inside, member, is_own=bool(own)):
                source.position = before + inside.position
                yield item
        except UserError as error:
            yield Rejected(0, error, member=member)
    source.position = max(source.position, source.size)  # files of no interest count too


def _inside(source: Source, inside: Source, member: str, *, is_own: bool) -> Iterator[Item]:
    if is_own:
        return (one._replace(member=member) for one in jsonl.read(inside))
    return _table(inside, _described(source, member), member)


def _members(source: Source) -> list[str]:
    tables = [one for one in source.members if one.lower().endswith(_TABLES)]
    rows = [one for one in source.members if one.lower().endswith(_ROWS)]
    about = (*_INFOS, "state.json", "dataset_dict.json")
    return tables or [one for one in rows if PurePosixPath(one).name not in about]


# Rows


def _table(source: Source, described: Names, member: str) -> Iterator[Item]:
    items = _of_columns if source.suffix in _TABLES else _of_lines
    remarks: list[Remark] = []
    for item in items(source, described, remarks):
        yield from (one._replace(member=member) for one in remarks)
        remarks.clear()
        yield item._replace(member=member)


def _of_lines(source: Source, described: Names, remarks: list[Remark]) -> Iterator[Item]:
    told = _Tags(described, source.options.scheme, loaded_rows(source))
    return json_rows(source, lambda row, lines: _record(row, told, lines.number, remarks))


def _of_columns(source: Source, described: Names, remarks: list[Remark]) -> Iterator[Item]:
    names = {**described}
    rows = _rows(source, names)
    told = _Tags(names, source.options.scheme, rows)
    for number, row in enumerate(rows, 1):
        try:
            yield Accepted(number, _record(row, told, number, remarks))
        except UserError as error:
            yield Rejected(number, error)


def _rows(source: Source, names: dict[str, Sequence[str]]) -> list[Any]:
    """The rows of a table; `names` takes what it tells of its tags."""
    arrow = needed("pyarrow")
    data = source.data(most=_MOST)
    try:
        table = _loaded(arrow, data, source.suffix)
        told = (table.schema.metadata or {}).get(b"huggingface", b"{}")
        names.update(_names_in(json.loads(told)))
        rows: list[Any] = table.to_pylist()
    except (arrow.ArrowException, ValueError, OSError, KeyError, RecursionError) as error:
        raise UserError(
            "The file is no table of Parquet or Arrow: {detail}.", detail=shown(str(error), 200)
        ) from None
    return rows


def _loaded(arrow: Any, data: bytes, suffix: str) -> Any:
    if suffix == ".parquet":
        return needed("pyarrow.parquet").read_table(io.BytesIO(data))
    ipc = needed("pyarrow.ipc")
    whole = data.startswith(b"ARROW1")
    return (ipc.open_file if whole else ipc.open_stream)(io.BytesIO(data)).read_all()


class _Nameless(UserError):
    """Nothing says what the numbers of a table's tags stand for."""


class _Tags:
    """What the tags of a table mean."""

    def __init__(self, names: Names, scheme: Scheme | None, rows: Iterable[Any]) -> None:
        self._names = names
        self.scheme: Scheme = scheme or scheme_of(self._all(rows))

    def _all(self, rows: Iterable[Any]) -> Iterator[list[str]]:
        for row in filter(is_tokens, rows):
            try:
                yield self.of(row)
            except _Nameless:
                raise  # it spoils the whole table
            except UserError:
                continue  # it will be told when the row is read

    def of(self, row: Mapping[str, Any]) -> list[str]:
        """The tags of a row by name; UserError for numbers that nothing names."""
        column = _first(row, TAGS)
        names = self._names.get(column, ())
        return [self._named(tag, names) for tag in row[column]]

    def _named(self, tag: Any, names: Sequence[str]) -> str:
        if isinstance(tag, str):
            return tag
        if not isinstance(tag, int) or isinstance(tag, bool):
            raise UserError("{tag} is no tag.", tag=shown(str(tag)))
        if not names:
            raise _Nameless(
                "The tags are numbers, and nothing says what they stand for.",
                hint="Put the dataset_info.json or the README.md of the dataset into its folder "
                "and name the folder, or write the tags by name.",
            )
        if not 0 <= tag < len(names):
            raise UserError("The tag {tag} has no name.", tag=tag)
        return names[tag]


def _record(row: Any, told: _Tags, number: int, remarks: list[Remark]) -> Record:
    if not isinstance(row, dict):
        raise UserError("The row is no JSON object.", hint="Each line needs the form {{…}}.")
    if "sha256" in row and isinstance(row.get("entities"), list):
        return _of_articles(row)
    if not is_tokens(row):
        return Record(article=plain.article(row))
    words, column = row[_first(row, _WORDS)], _first(row, TAGS)
    if not all(isinstance(word, str) and word.strip() for word in words):
        raise UserError("A token is empty, or no string.")
    text, tokens = _text(row, words)
    found, faults = runs(told.of(row), told.scheme)
    for fault in faults:
        template = "The tag {tag} breaks the scheme and is read as what it most likely means."
        remarks.append(Remark(template, {"tag": shown(fault.tag)}, number))
    article = _article(row, text, column, number, remarks)
    made: dict[str, Annotation] = {}
    for run in found:
        span = Span.of(tokens[run.first].start, tokens[run.last].end)
        id = plain.annotation_id(article.id, "entity", run.label, span.fragments)
        made[id] = Entity(id=id, label=run.label, span=span)
    layer = row.get("layer") if _is_own(row) else None
    return Record(article=article, layer=layer or None, annotations=tuple(made.values()))


def _text(row: Mapping[str, Any], words: Sequence[str]) -> tuple[str, list[Token]]:
    """The text that the row has itself, if its words are in it one after the other, or theirs."""
    said = row.get("text")
    if isinstance(said, str):
        found, at = [], 0
        for word in words:
            start = said.find(word, at)
            if start < 0 or said[at:start].strip():
                break
            found.append(Token(start, start + len(word), start == at))
            at = start + len(word)
        else:
            return said, found
    joined = row.get("joined")
    told = isinstance(joined, list) and len(joined) == len(words)
    return whole_text(words, map(bool, joined if told and joined else [False] * len(words)))


def _is_own(row: Mapping[str, Any]) -> bool:
    return {"starts", "ends", "joined"} <= row.keys()


def _article(
    row: Mapping[str, Any], text: str, column: str, number: int, remarks: list[Remark]
) -> Article:
    """The article of a row of tokens; the numbers of rows are no ids, only kept."""
    rest = {key: value for key, value in row.items() if key not in ("text", column, *_WORDS)}
    own = _is_own(row)
    kept: dict[str, Any] = {"text": text, "id": row.get("id") if own else None}
    for key, value in rest.items():
        if isinstance(value, list):
            if value and not (own and key in _OURS and key != "quote_tags"):
                template = "Of the column {name}, nothing is taken over."
                remarks.append(Remark(template, {"name": shown(key)}, number))
        elif key == "id" and not own:
            kept["row"] = value
        elif not (own and key in _OURS):
            kept[key] = value
    return plain.article(kept)


def _of_articles(row: Mapping[str, Any]) -> Record:
    """The record of a row of our own table of articles, whose open ends are JSON in strings."""
    try:
        made = {key: value for key, value in row.items() if key not in plain.SHOWN_META}
        made["meta"] = json.loads(row["meta"])
        for table in ("entities", "quotes", "relations"):
            made[table] = [
                {**one, "attributes": json.loads(one["attributes"])} for one in row[table]
            ]
        return form.record(msgspec.convert({"format": form.FORMAT, **made}, form.Row))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        if isinstance(error, UserError):
            raise
        raise UserError(
            "The row is not in the form {form}: {detail}.",
            form=form.FORMAT, detail=shown(str(error), 200),
        ) from None  # fmt: skip


# What tags are called


def _beside(source: Source) -> dict[str, Sequence[str]]:
    """What is said of tags beside a file that was named alone: in its folder, or the one around."""
    if source.member:
        return _described(Source(source.path, source.options), source.member)
    found: dict[str, Sequence[str]] = {}
    for folder in (source.path.parent.parent, source.path.parent):
        for name in (*_INFOS, "README.md"):
            with contextlib.suppress(UserError):  # most have none
                found |= _names_beside(Source(folder / name).data(), name)
    return found


def _described(source: Source, member: str) -> dict[str, Sequence[str]]:
    """What is said of tags beside a table, in its folder or in those around it."""
    found: dict[str, Sequence[str]] = {}
    for place in reversed(PurePosixPath(member).parents):
        for name in (*_INFOS, "README.md"):
            beside = (place / name).as_posix()
            if beside in source.members:
                found |= _names_beside(source.data(beside), name)
    return found


def _names_beside(data: bytes, name: str) -> dict[str, Sequence[str]]:
    text = data.decode("utf-8-sig", "replace")
    if name.endswith(".md"):
        return _names_of_card(text)
    try:
        return _names_in(json.loads(text))
    except (ValueError, RecursionError):
        return {}


def _names_in(told: Any) -> dict[str, Sequence[str]]:
    """Every column of numbered tags with their names, wherever in a description."""
    found: dict[str, Sequence[str]] = {}
    for key, value in told.items() if isinstance(told, dict) else ():
        names = _class_names(value)
        if names:
            found[key] = names
        else:
            found |= _names_in(value)
    return found


def _class_names(value: Any) -> list[str]:
    inner = value.get("feature", value) if isinstance(value, dict) else None
    names = inner.get("names") if isinstance(inner, dict) else None
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        return []
    return names if OUT in names else []


_COLUMN = re.compile(r"^ *- name: *['\"]?([\w-]+)['\"]? *$")
_NAME = re.compile(r"^ *['\"]?(\d+)['\"]?: *(.+?) *$")


def _names_of_card(text: str) -> dict[str, Sequence[str]]:
    """The same from the lines at the head of a dataset card, which are YAML of one known shape."""
    found: dict[str, list[str]] = {}
    column = ""
    for line in text.removeprefix("---").partition("\n---")[0].split("\n"):
        if begins := _COLUMN.match(line):
            column = begins[1]
        elif (named := _NAME.match(line)) and int(named[1]) == len(found.get(column, [])):
            found.setdefault(column, []).append(_unquoted(named[2]))
    return {name: tags for name, tags in found.items() if OUT in tags}


def _unquoted(name: str) -> str:
    if name[:1] == '"' == name[-1:]:
        try:
            return str(json.loads(name))
        except ValueError:
            return name[1:-1]
    return name[1:-1] if name[:1] == "'" == name[-1:] else name
