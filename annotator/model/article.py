"""An article: one news text, exactly as imported, with its metadata."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from msgspec import Struct, field

from annotator.errors import UserError
from annotator.model.annotations import new_id

Status = Literal["new", "begun", "done", "skipped"]
STATUSES: tuple[Status, ...] = ("new", "begun", "done", "skipped")


class BadText(UserError, ValueError):
    """Characters that no article can hold."""


class Article(Struct, frozen=True, kw_only=True):
    """The text and what is known about it.

    `meta` has JSON values; `title`, `source`, `date` and `url` are the keys that the program shows.
    Raises `BadText` for an empty text, a NUL and a lone surrogate: SQLite's string functions stop
    at the first, UTF-8 has no bytes for the second.
    """

    id: str = field(default_factory=new_id)
    text: str
    meta: dict[str, Any] = {}

    def __post_init__(self) -> None:
        check_text(self.text)

    @property
    def sha256(self) -> str:
        """The digest of the text's UTF-8 bytes, in hexadecimal."""
        return digest(self.text)

    @property
    def title(self) -> str:
        """The title, else the beginning of the first line that has words."""
        title = self.meta.get("title")
        if isinstance(title, str) and title.strip():
            return title.strip()
        lines = (line.strip() for line in self.text[:2000].split("\n"))
        return next((line[:120] for line in lines if line), "")


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def check_text(text: str) -> None:
    """Raise `BadText` for a text that no article can hold."""
    if not text:
        raise BadText("The text is empty.")
    nul = text.find("\0")
    if nul >= 0:
        raise BadText("The text has a NUL at character {position}.", position=nul)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadText(
            "The text has half a surrogate pair at character {position}.", position=error.start
        ) from None
