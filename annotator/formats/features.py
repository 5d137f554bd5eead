"""What a record can have and a format may not be able to carry: the names.

What becomes of it where a format cannot carry it is decided in `keeping`, and told by `losses`.
"""

from __future__ import annotations

from enum import StrEnum


class Feature(StrEnum):
    """One thing that a record can have; the value is how tables of formats call it."""

    ENTITIES = "entities"
    NESTED = "entities in entities"
    CROSSING = "crossing entities"
    QUOTES = "quotes"
    QUOTE_TYPES = "types of quotes"
    CUES = "cues"
    SOURCES = "sources"
    SPEAKERS = "speakers"
    OVERLAPPING_QUOTES = "overlapping quotes"
    RELATIONS = "relations"
    QUOTE_RELATIONS = "relations of quotes"
    DISCONTINUOUS = "discontinuous spans"
    SUBWORD = "spans within words"
    BLANK_EDGES = "spans with outer white space"
    ATTRIBUTES = "attributes"
    ATTRIBUTE_TYPES = "numbers and flags as attributes"
    NOTES = "notes"
    IDS = "ids of annotations"
    TEXTS = "exact texts"
    CONTROLS = "control characters"
    ARTICLE_IDS = "ids of articles"
    META = "metadata"
    LAYER = "authors"
    STATUS = "states of articles"
    LAYERS = "several authors of one article"
    EMPTY = "articles without annotations"


EVERYTHING = frozenset(Feature)

NEEDS: dict[Feature, Feature] = {
    Feature.NESTED: Feature.ENTITIES,
    Feature.CROSSING: Feature.ENTITIES,
    Feature.QUOTE_TYPES: Feature.QUOTES,
    Feature.CUES: Feature.QUOTES,
    Feature.SOURCES: Feature.QUOTES,
    Feature.SPEAKERS: Feature.QUOTES,
    Feature.OVERLAPPING_QUOTES: Feature.QUOTES,
    Feature.QUOTE_RELATIONS: Feature.RELATIONS,
    Feature.ATTRIBUTE_TYPES: Feature.ATTRIBUTES,
    Feature.LAYERS: Feature.LAYER,
    Feature.CONTROLS: Feature.TEXTS,
}
"""What has no place without something else: a format that carries the one carries the other."""
