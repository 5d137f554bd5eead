"""What the workspace says, for the status line to show."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from annotator.errors import UserError


class Message(Struct, frozen=True):
    """A sentence for the status line: a template to translate, and the values that fill it.

    `n` is the number that stands for `%n` and chooses the plural.
    """

    text: str
    kind: Literal["info", "refused", "saved"] = "info"
    values: dict[str, object] = {}
    error: UserError | None = None
    n: int | None = None
