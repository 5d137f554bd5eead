"""Puts a dataset card, the guidelines and the schema of the rows beside the files of an export."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from annotator.exchange.card import NAME, guideline_file
from annotator.exchange.rowcheck import SCHEMA
from annotator.formats import Format, Piece
from annotator.model.guidelines import GuidelinePage
from annotator.resources import resource

Digests = dict[str, str]


def has_rows(format: Format) -> bool:
    """Whether an export of this format has rows in the form annotator/1."""
    return format.name in ("jsonl", "huggingface")


def documented(
    pieces: Iterable[Piece],
    format: Format,
    guidelines: Iterable[GuidelinePage],
    made: Callable[[Digests, str], str],
) -> Iterator[Piece]:
    """The pieces, and the card when all have passed: `made` is given checksums and front matter.

    The front matter is that of the card which the format itself writes, "" if it writes none.
    """
    digests: dict[str, hashlib._Hash] = {}
    own = bytearray()
    for member, piece in _with_pages(pieces, format, guidelines):
        if member == NAME:
            own += piece
            continue
        digests.setdefault(member, hashlib.sha256()).update(piece)
        yield member, piece
    found = {member: digest.hexdigest() for member, digest in digests.items()}
    yield NAME, made(found, _front(own.decode())).encode()


def _with_pages(
    pieces: Iterable[Piece], format: Format, guidelines: Iterable[GuidelinePage]
) -> Iterator[Piece]:
    yield from pieces
    for page in guidelines:
        yield guideline_file(page), page.text.encode()
    if has_rows(format):
        yield SCHEMA, resource("schema", SCHEMA).read_bytes()


def _front(text: str) -> str:
    return text.split("\n---\n", 1)[0].removeprefix("---\n") if text.startswith("---\n") else ""
