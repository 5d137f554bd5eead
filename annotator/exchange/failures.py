"""Carries a failure that a person can act on from one process to another, templates and all.

Pickling an exception calls it with its message alone, and what fills the templates is lost.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from annotator.errors import UserError


class _Failure(Struct, frozen=True):
    templates: tuple[str, ...]
    values: dict[str, str]


def packed(error: UserError) -> bytes:
    """The failure as bytes; its values as they are written."""
    values = {name: str(value) for name, value in error.values.items()}
    return msgspec.msgpack.encode(_Failure(error.templates, values))


def unpacked(content: bytes) -> UserError:
    """The failure that was packed."""
    failure = msgspec.msgpack.decode(content, type=_Failure)
    error = UserError(failure.templates[0], **failure.values)
    error.templates = failure.templates
    return error
