"""The labels of a project: what may be marked, how it is called and drawn, what may be related.

Frozen values and look-ups, nothing else: reading and checking label sets from files is the work of
`labelfile`, and nothing here knows texts, annotations or a display. A value of this module that
`labelfile` made has passed every check there.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

Language = Literal["ar", "en"]
QuoteName = Literal["direct", "indirect", "mixed"]
AttributeKind = Literal["choice", "flag", "text"]

ANY_ENTITY = "entity"
"""In a rule: an entity of any label."""
QUOTE = "quote"
"""In a rule, and as an end of a relation: a quote of any type."""


class Title(msgspec.Struct, frozen=True):
    """The same words in Arabic and in English."""

    ar: str
    en: str

    def in_language(self, language: Language) -> str:
        """The words in one of the two languages."""
        return self.ar if language == "ar" else self.en


class Value(msgspec.Struct, frozen=True):
    """One of the values that an attribute of kind `choice` can take."""

    name: str
    title: Title


class Attribute(msgspec.Struct, frozen=True):
    """A property that annotations of one label can carry besides the label.

    A `choice` takes the name of one of `values`, a `flag` true or false, a `text` any words;
    `values` is empty for the latter two.
    """

    name: str
    title: Title
    kind: AttributeKind
    values: tuple[Value, ...] = ()


class EntityLabel(msgspec.Struct, frozen=True):
    """A label of entities. Colours are `#RRGGBB`.

    `key` is an upper-case letter or a digit, or a letter and a digit, pressed one after the other:
    `P1` is then a subtype of the label with the key `P`, if there is one.
    """

    name: str
    title: Title
    help: Title
    light: str
    dark: str
    key: str | None = None
    attributes: tuple[Attribute, ...] = ()


class QuoteType(msgspec.Struct, frozen=True):
    """One of the three types of quotes, which are the same in every label set."""

    name: QuoteName
    title: Title
    help: Title
    light: str
    dark: str


class Rule(msgspec.Struct, frozen=True):
    """What a relation may link: any of `heads` to any of `tails`.

    A member is the name of an entity label, "entity" (any entity) or "quote" (any quote).
    """

    heads: frozenset[str]
    tails: frozenset[str]

    def admits(self, head: str, tail: str) -> bool:
        """Whether this rule allows the two ends, in this order; see `RelationLabel.admits`."""
        return _among(head, self.heads) and _among(tail, self.tails)


def _among(end: str, members: frozenset[str]) -> bool:
    return end in members or (end != QUOTE and ANY_ENTITY in members)


class RelationLabel(msgspec.Struct, frozen=True):
    """A label of relations. Its `key` acts only while the label of a relation is being chosen."""

    name: str
    title: Title
    help: Title
    light: str
    dark: str
    key: str | None = None
    rules: tuple[Rule, ...] = ()
    symmetric: bool = False
    attributes: tuple[Attribute, ...] = ()

    def admits(self, head: str, tail: str) -> bool:
        """Whether a rule allows a relation from `head` to `tail`.

        An end is given as the name of its entity label, or as "quote". Symmetric relations
        admit both orders.
        """
        if any(rule.admits(head, tail) for rule in self.rules):
            return True
        return self.symmetric and any(rule.admits(tail, head) for rule in self.rules)


class LabelSet(msgspec.Struct, frozen=True, dict=True):
    """All labels of a project. `source` is the TOML text that it was read from.

    Look-ups of names that are not in the set answer None: what is stored or imported may carry
    labels that the set does not have.
    """

    name: str
    title: Title
    description: Title
    entities: tuple[EntityLabel, ...]
    quotes: tuple[QuoteType, ...]
    relations: tuple[RelationLabel, ...]
    source: str

    def entity(self, name: str) -> EntityLabel | None:
        """The entity label of this name."""
        return self._entities.get(name)

    def place(self, name: str) -> int:
        """Which of the entity labels has this name, from 0 in the order of the file; -1 if none."""
        return self._places.get(name, -1)

    def quote_place(self, name: str) -> int:
        """The same for types of quotes."""
        return next((place for place, one in enumerate(self.quotes) if one.name == name), -1)

    def relation(self, name: str) -> RelationLabel | None:
        """The relation label of this name."""
        return self._relations.get(name)

    def quote_type(self, name: str) -> QuoteType | None:
        """The quote type of this name: never None for direct, indirect and mixed."""
        return self._quotes.get(name)

    def entity_by_key(self, key: str) -> EntityLabel | None:
        """The entity label that has this key, given in either case."""
        return self._entity_keys.get(key.upper())

    def entities_after(self, key: str) -> tuple[EntityLabel, ...]:
        """The entity labels with two keys of which this is the first, given in either case."""
        return self._second_keys.get(key.upper(), ())

    def relation_by_key(self, key: str) -> RelationLabel | None:
        """The relation label that has this key, given in either case."""
        return self._relation_keys.get(key.upper())

    def relations_for(self, head: str, tail: str) -> tuple[RelationLabel, ...]:
        """The relation labels that admit these two ends, in the order of the file."""
        found = self._admitting.get((head, tail))
        if found is None:
            found = tuple(one for one in self.relations if one.admits(head, tail))
            self._admitting[head, tail] = found
        return found

    @cached_property
    def _admitting(self) -> dict[tuple[str, str], tuple[RelationLabel, ...]]:
        # Asked for every pair of annotations that stand near each other.
        return {}

    @cached_property
    def _entities(self) -> dict[str, EntityLabel]:
        return {label.name: label for label in self.entities}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {label.name: place for place, label in enumerate(self.entities)}

    @cached_property
    def _relations(self) -> dict[str, RelationLabel]:
        return {label.name: label for label in self.relations}

    @cached_property
    def _quotes(self) -> dict[str, QuoteType]:
        return {quote.name: quote for quote in self.quotes}

    @cached_property
    def _entity_keys(self) -> dict[str, EntityLabel]:
        return {label.key: label for label in self.entities if label.key is not None}

    @cached_property
    def _second_keys(self) -> dict[str, tuple[EntityLabel, ...]]:
        found: dict[str, tuple[EntityLabel, ...]] = {}
        for label in self.entities:
            if label.key is not None and len(label.key) == 2:
                found[label.key[0]] = (*found.get(label.key[0], ()), label)
        return found

    @cached_property
    def _relation_keys(self) -> dict[str, RelationLabel]:
        return {label.key: label for label in self.relations if label.key is not None}


DEFAULT_QUOTES: tuple[QuoteType, ...] = (
    QuoteType(
        "direct",
        Title("مباشر", "Direct"),
        Title(
            "كلام منقول بألفاظ قائله، سواء أحاطت به علامات التنصيص أم سقطت.",
            "Words given as they were spoken, whether or not quotation marks enclose them.",
        ),
        "#BE185D",
        "#F472B6",
    ),
    QuoteType(
        "indirect",
        Title("غير مباشر", "Indirect"),
        Title(
            "كلام نقله الكاتب بصياغته هو، ويأتي غالبًا بعد «إنّ» أو «أنّ».",
            "What someone said, put into the writer's own words, often after إنّ or أنّ.",
        ),
        "#8B3A62",
        "#D9A0BC",
    ),
    QuoteType(
        "mixed",
        Title("مختلط", "Mixed"),
        Title(
            "كلام منقول بصياغة الكاتب تتخلله ألفاظ القائل نفسها بين علامتي تنصيص.",
            "Reported speech in the writer's words with some of the speaker's own inside it.",
        ),
        "#AC1479",
        "#FEB8DF",
    ),
)
"""What a label set has when its file says nothing of quotes."""
