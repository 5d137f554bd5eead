"""Articles from plain data: a text, and whatever else is known of it, which is kept in `meta`.

For every format whose rows are texts with columns. Annotations never come in here.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from typing import Any

from annotator.errors import UserError
from annotator.formats.base import shown
from annotator.model.article import Article, check_text, digest

SHOWN_META = ("title", "source", "date", "url")
"""The metadata that the program shows; an export always has them, null where nothing is known."""

_ARTICLES = uuid.UUID("6f0a1d3e-5f0c-5b68-9d8e-0f3f6c1b7a52")
_ANNOTATIONS = uuid.UUID("d2b1f1a4-0a67-5f0f-8a3c-3a1f2b0c9d11")
_OF_ARTICLES, _OF_ANNOTATIONS = _ARTICLES.bytes, _ANNOTATIONS.bytes
_DEEPEST = 32
_LONGEST_ID = 400


def id_of_text(text: str) -> str:
    """The id of an article that brings none: the same for the same text, so nothing comes twice."""
    return _named(_OF_ARTICLES, digest(text))


def annotation_id(article: str, *parts: object) -> str:
    """The id of an annotation that brings none of its own that is unique: the same every time.

    `parts` tell it from the others of its article: its number in the file, or what and where it is.
    """
    return _named(_OF_ANNOTATIONS, repr((article, *parts)))


def _named(space: bytes, name: str) -> str:
    """What `uuid5` makes of a name. Files have millions of spans, and its objects are slow."""
    made = bytearray(hashlib.sha1(space + name.encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    all_of_it = made.hex()
    ends = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    return "-".join([all_of_it[start:end] for start, end in ends])


def article(row: Mapping[str, Any]) -> Article:
    """The article in a plain row: `text`, perhaps `id`; all other keys go to `meta`."""
    text = row.get("text")
    if not isinstance(text, str):
        raise UserError(
            "The row has no text.", hint='It needs a key "text" with a string as its value.'
        )
    check_text(text)
    return Article(id=_id(row.get("id"), text), text=text, meta=clean_meta(_meta(row)))


def _id(given: object, text: str) -> str:
    if given is None:
        return id_of_text(text)
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise UserError("The id of the row is neither a string nor a whole number.")
    return checked_id(str(given))


def checked_id(given: str) -> str:
    """The id of an article, or UserError: empty, endless or broken ones help nobody."""
    if not 0 < len(given) <= _LONGEST_ID or not given.isprintable():
        raise UserError(
            "The id of the row is empty, longer than {longest} characters, "
            "or has characters that cannot be shown.",
            longest=_LONGEST_ID,
        )
    return given


def _meta(row: Mapping[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in row.items() if key not in ("text", "id")}
    inner = rest.get("meta")
    # The habit of many corpora: what is known of the text lies in a table of its own.
    if isinstance(inner, dict) and not (inner.keys() & (rest.keys() - {"meta"})):
        del rest["meta"]
        rest = {**inner, **rest}
    return rest


def clean_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata as it is stored: nulls of the shown keys are left out, all else is kept.

    Raises UserError for nesting that no metadata needs and for a NUL.
    """
    kept = {k: v for k, v in meta.items() if v is not None or k not in SHOWN_META}
    refuse_nul(kept, "meta")
    return kept


def refuse_nul(value: object, place: str, depth: int = 0) -> None:
    """Raise UserError where JSON data has a NUL, or is nested beyond all reason."""
    if isinstance(value, str):
        if "\0" in value:
            raise UserError("There is a NUL in {place}.", place=shown(place))
    elif isinstance(value, dict | list):
        if depth > _DEEPEST:
            raise UserError("{place} is nested too deeply.", place=shown(place))
        if isinstance(value, dict):
            for key, inner in value.items():
                refuse_nul(key, f"the keys of {place}", depth)
                refuse_nul(inner, f"{place}.{key}", depth + 1)
        else:
            for inner in value:
                refuse_nul(inner, place, depth + 1)
