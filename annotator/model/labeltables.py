"""A TOML table of a label set being read: gives out values of a type, and notes what is wrong.

The text is not trusted. Reading goes on after a problem, with a value that does no harm. What the
tables of a label set are, and what they mean, is the business of `labelfile`.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

from annotator.model import colour
from annotator.model.labelproblems import Problem, Step, printable, shown
from annotator.model.labels import ANY_ENTITY, QUOTE, Title

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}\Z")
_KEY = re.compile(r"[A-Z0-9]\Z")
_TWO_KEYS = re.compile(r"[A-Z][0-9]\Z")
_NO_TITLE = Title("", "")


class Table:
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
        self._found.append(Problem(self.where, printable(at), template, values, near))

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
        return value if self._can_beshown(key, value, longest) else None

    def _can_beshown(self, key: str, value: str, longest: int) -> bool:
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
            name=shown(text),
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
                given=shown(text),
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
            self.note(key, "{given} is not a colour like #1D4ED8", given=shown(text))
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

    def shortcut(self, key: str, reserved: Collection[str], *, second: bool = False) -> str | None:
        """The key of a label, as an upper-case letter or a digit; with `second`, also as `P1`."""
        text = self._text(key, 1000, optional=True)
        if text is None:
            return None
        name = text.upper()
        if not text.isascii() or not (_KEY.match(name) or (second and _TWO_KEYS.match(name))):
            self._note_no_key(key, text, second=second)
        elif name in reserved:
            self.note(key, "{given} is taken by a command", given=shown(name))
        elif name[0] in reserved:
            template = "{given} begins with {first}, which is taken by a command"
            self.note(key, template, given=shown(name), first=shown(name[0]))
        else:
            return name
        return None

    def _note_no_key(self, key: str, text: str, *, second: bool) -> None:
        if second:
            template = "{given} is not one Latin letter or digit, nor a letter and a digit like P1"
        else:
            template = "{given} is not one Latin letter or digit"
        self.note(key, template, given=shown(text))

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
                    given=shown(label),
                )
        return frozenset(value)

    def tables(self, key: str, *, identity: str = "") -> list[Table]:
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
            Table(item, (*self.where, Step(heading, at, _identity(item, identity))), self._found)
            for at, item in enumerate(value, start=1)
        ]

    def _inner(self, key: str, form: str, *, optional: bool) -> Table | None:
        value = self._take(key, optional=optional)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.note(key, "must be a table like {form}", form=form)
            return None
        return Table(value, (*self.where, Step(key)), self._found)


def _identity(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return printable(value) if isinstance(value, str) else ""


def _nearest(given: str, known: Iterable[str]) -> str:
    """The word of `known` that someone who wrote `given` probably meant, or ""."""
    near = difflib.get_close_matches(given[:100], list(known), n=1, cutoff=0.5)
    return near[0] if near else ""
