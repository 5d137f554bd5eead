"""Reads label sets from TOML, and refuses a bad one with the list of everything that is wrong.

The text is not trusted: whatever it holds, the answer is a `LabelSet` or a `BadLabelSet`. Reading
goes on after a problem, so that one look at the message is enough to mend the file. Nothing here
decides what a label set means (that is `labels`), and the folder of presets is the caller's.
"""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

import msgspec

from annotator.errors import UserError
from annotator.model import colour
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
    Title,
    Value,
)

RESERVED_KEYS = frozenset("QWERTAFG")
"""Letters that are commands while the article has the focus; no entity label can have them."""

DEFAULT_PRESET = "news"

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}\Z")
_KEY = re.compile(r"[A-Z0-9]\Z")
_LARGEST_FILE = 1_000_000
"""Bytes. The largest preset has 20,000; a file beyond this is not a label set."""
_LONGEST_TITLE = 80
_LONGEST_HELP = 600
_NO_TITLE = Title("", "")


class Step(NamedTuple):
    """A table on the way to a problem: its heading, its number from 1, the label it declares.

    Without a heading, the number is that of a line.
    """

    table: str
    number: int | None = None
    label: str = ""

    def say(self, translate: Callable[[str], str]) -> str:
        """For example `[[entities]] number 3 (PERS)`, or `line 7`."""
        if self.number is None:
            return self.table
        form = translate("{table} number {number}" if self.table else "line {number}")
        place = form.format(table=self.table, number=self.number)
        return f"{place} ({self.label})" if self.label else place


class Problem(msgspec.Struct, frozen=True):
    """One thing that is wrong, and where: `template.format(**values)` at a table and key.

    `near` is what was probably meant, or "".
    """

    where: tuple[Step, ...]
    key: str
    template: str
    values: dict[str, object]
    near: str = ""

    def say(self, file: str, translate: Callable[[str], str] = str) -> str:
        """One line without a full stop: file, table, key, what is wrong."""
        places = [file, *(step.say(translate) for step in self.where), self.key]
        said = translate(self.template).format(**self.values)
        if self.near:
            said += translate("; did you mean {near}?").format(near=self.near)
        return ": ".join([*(place for place in places if place), said])


class BadLabelSet(UserError):
    """A label set cannot be used. `problems` holds everything that is wrong with it."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = _printable(file, 200)
        self.problems = tuple(problems)
        super().__init__(
            "The label set {file} was not taken; problems found: {count}.",
            file=self.file,
            count=len(self.problems),
        )

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, then one line a problem."""
        lines = [problem.say(self.file, translate) for problem in self.problems]
        return "\n".join([super().say(translate), *lines])


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
        name=_shown(str(name)),
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
    top = _Table(_decode(source.removeprefix("\ufeff"), file), (), problems)
    labels = _label_set(top, source)
    if problems:
        raise BadLabelSet(file, problems)
    return labels


def _decode(source: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(source)
    except RecursionError:
        raise _one(file, None, "is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        detail = _printable(str(error), 120)
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


def _label_set(top: _Table, source: str) -> LabelSet:
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
    _refuse_repeats(relation_tables, "label")
    _refuse_repeats(relation_tables, "key")
    top.close()
    return LabelSet(name, title, description, entities, quotes, relations, source)


def _entity(table: _Table, at: int) -> EntityLabel:
    name = table.name("label")
    if name in (ANY_ENTITY, QUOTE):
        table.note("label", "{name} has a meaning of its own in rules", name=_shown(name))
    light, dark = table.colours("color", colour.PALETTE[at % len(colour.PALETTE)])
    label = EntityLabel(
        name=name,
        title=table.title("title", _LONGEST_TITLE),
        help=table.title("help", _LONGEST_HELP, optional=True),
        light=light,
        dark=dark,
        key=table.shortcut("key", RESERVED_KEYS),
        attributes=_attributes(table),
    )
    table.close()
    return label


def _relation(table: _Table, entities: Collection[str]) -> RelationLabel:
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


def _rules(table: _Table, entities: Collection[str]) -> tuple[Rule, ...]:
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


def _attributes(table: _Table) -> tuple[Attribute, ...]:
    tables = table.tables("attributes", identity="name")
    attributes = tuple(_attribute(attribute) for attribute in tables)
    _refuse_repeats(tables, "name")
    return attributes


def _attribute(table: _Table) -> Attribute:
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


def _quotes(tables: Sequence[_Table]) -> tuple[QuoteType, ...]:
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


def _refuse_repeats(tables: Sequence[_Table], key: str) -> None:
    """Notes where `key` has a value that it had in an earlier table."""
    first: dict[str, int] = {}
    for number, table in enumerate(tables, start=1):
        value = table.data.get(key)
        if isinstance(value, str) and value.strip():
            # The keys of a keyboard are the same in either case; names are not.
            earlier = first.setdefault(value.upper() if key == "key" else value, number)
            if earlier != number:
                template = "{value} is used before, in number {number}"
                table.note(key, template, value=_shown(value), number=earlier)


# A table, and what can be taken from it.


class _Table:
    """One TOML table being read: gives its values out by key, and notes what is wrong and where.

    What is asked for is what the table may hold; `close` notes the rest as unknown.
    """

    def __init__(self, data: dict[str, Any], where: tuple[Step, ...], found: list[Problem]) -> None:
        self.data = data
        self.where = where
        self.asked: list[str] = []
        self._found = found

    def note(self, at: str, template: str, *, near: str = "", **values: object) -> None:
        """Adds a problem at a key of this table."""
        self._found.append(Problem(self.where, _printable(at), template, values, near))

    def close(self) -> None:
        """Notes every key that nobody asked for."""
        for key in self.data:
            if key not in self.asked:
                self.note(key, "is not known here", near=_nearest(key, self.asked))

    def _take(self, key: str, *, optional: bool = False) -> Any:
        self.asked.append(key)
        if key not in self.data and not optional:
            self.note(key, "is missing")
        return self.data.get(key)

    def _text(self, key: str, longest: int, *, optional: bool = False) -> str | None:
        """A string that can be shown, or None after noting why not."""
        value = self._take(key, optional=optional)
        if value is None:
            return None
        if not isinstance(value, str):
            self.note(key, "must be text between quotation marks")
            return None
        return value if self._can_be_shown(key, value, longest) else None

    def _can_be_shown(self, key: str, value: str, longest: int) -> bool:
        bad = next((c for c in value if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")), None)
        if bad is not None:
            self.note(key, "has a control character, U+{code}", code=f"{ord(bad):04X}")
        elif not value.strip():
            self.note(key, "is empty")
        elif len(value) > longest:
            self.note(key, "is longer than {longest} characters", longest=longest)
        else:
            return True
        return False

    def name(self, key: str) -> str:
        """The name of a label, value or label set; "" after noting a problem."""
        text = self._text(key, 1000)
        if text is None or _NAME.match(text):
            return text or ""
        self.note(
            key,
            "{name} is not a name: begin with a Latin letter, go on with letters, digits, "
            "_ . or -, at most 64 in all",
            name=_shown(text),
        )
        return ""

    def one_of(self, key: str, known: Collection[str], default: str | None) -> str:
        """One of a few words; `default` where the key is absent, and required without one."""
        text = self._text(key, 1000, optional=default is not None)
        if text is not None and text not in known:
            self.note(
                key,
                "{given} is not one of {known}",
                near=_nearest(text, known),
                given=_shown(text),
                known=", ".join(known),
            )
        return text if text is not None and text in known else default or ""

    def title(
        self, key: str, longest: int, *, optional: bool = False, default: Title = _NO_TITLE
    ) -> Title:
        """The same words in both languages; `default` where an optional one is absent."""
        inner = self._inner(key, '{ ar = "…", en = "…" }', optional=optional)
        if inner is None:
            return default
        arabic, english = (inner._text(language, longest) for language in ("ar", "en"))
        inner.close()
        return Title(arabic or "", english or "")

    def colours(self, key: str, default: tuple[str, str]) -> tuple[str, str]:
        """The colours for the light and the dark theme, each checked against its paper and chip."""
        inner = self._inner(key, '{ light = "#…", dark = "#…" }', optional=True)
        if inner is None:
            return default
        light = inner._colour("light", colour.PAPER_LIGHT, colour.CHIP_TEXT_LIGHT)
        dark = inner._colour("dark", colour.PAPER_DARK, colour.CHIP_TEXT_DARK)
        inner.close()
        return (light, dark)

    def _colour(self, key: str, paper: str, chip_text: str) -> str:
        text = self._text(key, 1000)
        if text is None:
            return ""
        if not colour.is_colour(text):
            self.note(key, "{given} is not a colour like #1D4ED8", given=_shown(text))
            return ""
        self._contrast(key, text, chip_text, colour.TEXT_CONTRAST)
        self._contrast(key, text, paper, colour.SHAPE_CONTRAST)
        return text.upper()

    def _contrast(self, key: str, given: str, against: str, least: float) -> None:
        ratio = colour.contrast(given, against)
        if ratio < least:
            self.note(
                key,
                "{given} against {against} has a contrast of {ratio}, and needs {least}",
                given=given,
                against=against,
                ratio=f"{int(ratio * 100) / 100:.2f}",  # rounded up, 4.499 would read as enough
                least=least,
            )

    def shortcut(self, key: str, reserved: Collection[str]) -> str | None:
        """The key of a label, as an upper-case letter or a digit."""
        text = self._text(key, 1000, optional=True)
        if text is None:
            return None
        letter = text.upper()
        if not text.isascii() or not _KEY.match(letter):
            self.note(key, "{given} is not one Latin letter or digit", given=_shown(text))
        elif letter in reserved:
            self.note(key, "{given} is taken by a command", given=_shown(letter))
        else:
            return letter
        return None

    def flag(self, key: str) -> bool:
        """True or false; false where the key is absent."""
        value = self._take(key, optional=True)
        if value is not None and not isinstance(value, bool):
            self.note(key, "must be true or false")
        return value is True

    def ends(self, key: str, entities: Collection[str]) -> frozenset[str]:
        """The labels that one end of a rule names."""
        value = self._take(key)
        if value is None:
            return frozenset()
        if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
            self.note(key, 'must be a list like ["PERS", "ORG"]')
            return frozenset()
        if not value:
            self.note(key, "names no label")
        known = [*entities, ANY_ENTITY, QUOTE]
        for label in value:
            if label not in known:
                self.note(
                    key,
                    "{given} is not an entity label of this file",
                    near=_nearest(label, known),
                    given=_shown(label),
                )
        return frozenset(value)

    def tables(self, key: str, *, identity: str = "") -> list[_Table]:
        """The tables of an optional list, which holds at least one when it is there.

        `identity` is the key whose value tells people which of the tables is meant.
        """
        value = self._take(key, optional=True)
        if value is None:
            return []
        heading = f"[[{key}]]" if not self.where else key
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.note(key, "must be a list of tables, each under its own {key}", key=f"[[{key}]]")
            return []
        if not value:
            self.note(key, "is an empty list")
        return [
            _Table(item, (*self.where, Step(heading, at, _identity(item, identity))), self._found)
            for at, item in enumerate(value, start=1)
        ]

    def _inner(self, key: str, form: str, *, optional: bool) -> _Table | None:
        value = self._take(key, optional=optional)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.note(key, "must be a table like {form}", form=form)
            return None
        return _Table(value, (*self.where, Step(key)), self._found)


def _identity(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return _printable(value) if isinstance(value, str) else ""


def _nearest(given: str, known: Iterable[str]) -> str:
    """The word of `known` that someone who wrote `given` probably meant, or ""."""
    near = difflib.get_close_matches(given[:100], list(known), n=1, cutoff=0.5)
    return near[0] if near else ""


def _shown(text: str) -> str:
    return f'"{_printable(text)}"'


def _printable(text: str, longest: int = 60) -> str:
    """A piece of untrusted text for a message: cut short, and invisible characters spelt out."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in cut)
