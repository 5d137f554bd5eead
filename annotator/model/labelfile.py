"""Reads label sets from TOML, and refuses a bad one with the list of everything that is wrong.

The text is not trusted: whatever it holds, the answer is a `LabelSet` or a `BadLabelSet`. Reading
goes on after a problem, so that one look at the message is enough to mend the file. Nothing here
decides what a label set means (that is `labels`), and the folder of presets is the caller's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, cast, get_args

import msgspec

from annotator.errors import UserError
from annotator.model import colour
from annotator.model.labellines import line_of
from annotator.model.labelproblems import BadLabelSet, Problem, Step, printable, shown
from annotator.model.labels import (
    ANY_ENTITY,
    DEFAULT_QUOTES,
    QUOTE,
    Attribute,
    AttributeKind,
    EntityLabel,
    LabelSet,
    QuoteType,
    RelationLabel,
    Rule,
    Value,
)
from annotator.model.labeltables import Table

RESERVED_KEYS = frozenset("QWERTAFG")
"""Letters that are commands while the article has the focus: no entity label's key begins so."""

DEFAULT_PRESET = "news"

_LARGEST_FILE = 1_000_000
"""Bytes. The largest preset has 20,000; a file beyond this is not a label set."""
_WITH_LINES = 100
"""Of so many problems the lines are looked up; nobody reads more, and each costs a look through."""
_LONGEST_TITLE = 80
_LONGEST_HELP = 600


def presets(folder: Path) -> list[LabelSet]:
    """The label sets of a folder, the default one first, then by name.

    Raises BadLabelSet for the first file that is not a good one.
    """
    files = sorted(folder.glob("*.toml"), key=lambda file: (file.stem != DEFAULT_PRESET, file.stem))
    return [_read(file) for file in files]


def load(name: str | Path, folder: Path) -> LabelSet:
    """The preset of this name in `folder`, or else the label set in the file of this path.

    Raises UserError when there is neither, BadLabelSet when the file is not a good one.
    """
    files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
    if str(name) in files:
        return _read(files[str(name)])
    try:
        is_there = Path(name).exists()
    except (OSError, ValueError):  # too long a name, or a NUL in it
        is_there = False
    if is_there:
        return _read(Path(name))
    raise UserError(
        "There is no label set {name}, neither a preset nor a file.",
        hint="The presets are: {presets}.",
        name=shown(str(name)),
        presets=", ".join(files),
    )


def _read(file: Path) -> LabelSet:
    """The label set in a file; the reasons why the file cannot be read are problems, too."""
    try:
        with file.open("rb") as stream:
            content = stream.read(_LARGEST_FILE + 1)
        if len(content) > _LARGEST_FILE:
            raise _one(file.name, None, "is too large to be a label set")
        return parse(content.decode("utf-8"), file.name)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _one(file.name, line, "this line is not UTF-8 text") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _one(file.name, None, "cannot be read: {reason}", reason=reason) from None


def parse(source: str, file: str) -> LabelSet:
    """The label set written in the TOML text `source`; `file` only names it in messages.

    Raises BadLabelSet with every problem that was found.
    """
    problems: list[Problem] = []
    top = Table(_decode(source.removeprefix("\ufeff"), file), (), problems)
    labels = _label_set(top, source)
    if problems:
        told = [_with_line(one, source) for one in problems[:_WITH_LINES]]
        raise BadLabelSet(file, [*told, *problems[_WITH_LINES:]])
    return labels


def _with_line(problem: Problem, source: str) -> Problem:
    return msgspec.structs.replace(problem, line=line_of(source, problem.where, problem.key))


def _decode(source: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except RecursionError:
        raise _one(file, None, "is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        detail = printable(str(error), 120)
        line = _line(detail, source)
        raise _one(file, line, "this is not TOML: {detail}", detail=detail) from None


def _line(detail: str, source: str) -> int | None:
    """The line that an error of tomllib speaks of, which it knows only as words."""
    if at := re.search(r"at line (\d+)", detail):
        return int(at[1])
    return source.count("\n") + 1 if "at end of document" in detail else None


def _one(file: str, line: int | None, template: str, **values: object) -> BadLabelSet:
    where = () if line is None else (Step("", line),)
    return BadLabelSet(file, [Problem(where, "", template, values)])


# What the tables mean. Each function reads one kind of table and notes what is wrong with it.


def _label_set(top: Table, source: str) -> LabelSet:
    name = top.name("name")
    title = top.title("title", _LONGEST_TITLE)
    description = top.title("description", _LONGEST_HELP, optional=True)
    entity_tables = top.tables("entities", identity="label")
    entities = tuple(_entity(table, at) for at, table in enumerate(entity_tables))
    if not entities and "entities" not in top.data:
        top.note("entities", "there is no entity label; write at least one [[entities]]")
    quotes = _quotes(top.tables("quotes", identity="type"))
    known = [label.name for label in entities]
    relation_tables = top.tables("relations", identity="label")
    relations = tuple(_relation(table, known) for table in relation_tables)
    _refuse_repeats(entity_tables, "label")
    _refuse_repeats(entity_tables, "key")
    _refuse_clashes(entity_tables)
    _refuse_repeats(relation_tables, "label")
    _refuse_repeats(relation_tables, "key")
    top.close()
    return LabelSet(name, title, description, entities, quotes, relations, source)


def _entity(table: Table, at: int) -> EntityLabel:
    name = table.name("label")
    if name in (ANY_ENTITY, QUOTE):
        table.note("label", "{name} has a meaning of its own in rules", name=shown(name))
    light, dark = table.colours("color", colour.PALETTE[at % len(colour.PALETTE)])
    label = EntityLabel(
        name=name,
        title=table.title("title", _LONGEST_TITLE),
        help=table.title("help", _LONGEST_HELP, optional=True),
        light=light,
        dark=dark,
        key=table.shortcut("key", RESERVED_KEYS, second=True),
        attributes=_attributes(table),
    )
    table.close()
    return label


def _relation(table: Table, entities: Collection[str]) -> RelationLabel:
    light, dark = table.colours("color", colour.SLATE)
    label = RelationLabel(
        name=table.name("label"),
        title=table.title("title", _LONGEST_TITLE),
        help=table.title("help", _LONGEST_HELP, optional=True),
        light=light,
        dark=dark,
        key=table.shortcut("key", frozenset()),
        rules=_rules(table, entities),
        symmetric=table.flag("symmetric"),
        attributes=_attributes(table),
    )
    table.close()
    return label


def _rules(table: Table, entities: Collection[str]) -> tuple[Rule, ...]:
    """The rules of a relation; one that names none links any entity to any entity."""
    if "rules" not in table.data:
        table.asked.append("rules")
        return (Rule(frozenset([ANY_ENTITY]), frozenset([ANY_ENTITY])),)
    rules = []
    for rule in table.tables("rules"):
        heads, tails = (rule.ends(key, entities) for key in ("head", "tail"))
        rule.close()
        rules.append(Rule(heads, tails))
    return tuple(rules)


def _attributes(table: Table) -> tuple[Attribute, ...]:
    tables = table.tables("attributes", identity="name")
    attributes = tuple(_attribute(attribute) for attribute in tables)
    _refuse_repeats(tables, "name")
    return attributes


def _attribute(table: Table) -> Attribute:
    kind = table.one_of("kind", get_args(AttributeKind), "choice")
    value_tables = table.tables("values", identity="name")
    values = []
    for value in value_tables:
        values.append(Value(value.name("name"), value.title("title", _LONGEST_TITLE)))
        value.close()
    _refuse_repeats(value_tables, "name")
    if kind == "choice" and "values" not in table.data:
        table.note("values", "a choice needs at least one value")
    if kind != "choice" and "values" in table.data:
        table.note("values", "only a choice has values")
    attribute = Attribute(
        name=table.name("name"),
        title=table.title("title", _LONGEST_TITLE),
        kind=cast("AttributeKind", kind),
        values=tuple(values),
    )
    table.close()
    return attribute


def _quotes(tables: Sequence[Table]) -> tuple[QuoteType, ...]:
    """The three quote types, with what the file says of them in place of the defaults."""
    types: dict[str, QuoteType] = {quote.name: quote for quote in DEFAULT_QUOTES}
    for table in tables:
        name = table.one_of("type", types, None)
        default = types.get(name, DEFAULT_QUOTES[0])
        light, dark = table.colours("color", (default.light, default.dark))
        types[default.name] = QuoteType(
            name=default.name,
            title=table.title("title", _LONGEST_TITLE, optional=True, default=default.title),
            help=table.title("help", _LONGEST_HELP, optional=True, default=default.help),
            light=light,
            dark=dark,
        )
        table.close()
    _refuse_repeats(tables, "type")
    return tuple(types.values())


def _refuse_repeats(tables: Sequence[Table], key: str) -> None:
    """Notes where `key` has a value that it had in an earlier table."""
    first: dict[str, int] = {}
    for number, table in enumerate(tables, start=1):
        value = table.data.get(key)
        if isinstance(value, str) and value.strip():
            # The keys of a keyboard are the same in either case; names are not.
            earlier = first.setdefault(value.upper() if key == "key" else value, number)
            if earlier != number:
                template = "{value} is used before, in number {number}"
                table.note(key, template, value=shown(value), number=earlier)


def _refuse_clashes(tables: Sequence[Table]) -> None:
    """Notes two-key labels that would be mistaken for two labels, one after the other.

    `P1` is a subtype of `P`, and `1` says so while a `P` is in focus: then no label can have `1`.
    Where no label has `P`, the `1` is awaited, and means nothing else.
    """
    keys = {
        value.upper(): number
        for number, table in enumerate(tables, start=1)
        if isinstance(value := table.data.get("key"), str)
    }
    for table in tables:
        key = table.data.get("key")
        if not isinstance(key, str) or len(key) != 2:
            continue
        first, second = key[0].upper(), key[1].upper()
        if first in keys and second in keys:
            table.note(
                "key",
                "{given} cannot be told from {first} followed by {second}, "
                "the keys of number {one} and number {other}",
                given=shown(key.upper()),
                first=shown(first),
                second=shown(second),
                one=keys[first],
                other=keys[second],
            )
