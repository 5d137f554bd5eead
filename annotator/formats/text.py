"""Plain text: one file is one article, exactly as it is, apart from a leading byte order mark.

The encoding is UTF-8 or the one that was named; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Accepted, Confidence, Item, refuse_other_kinds
from annotator.formats.sources import Source
from annotator.model.article import Article
from annotator.model.record import Record

LONGEST_TITLE = 120
"""Characters of a first line that may be a title."""


def recognises(source: Source) -> Confidence:
    """Perhaps, whatever is in it: tokens in columns are often called `.txt` too."""
    return 1


def read(source: Source) -> Iterator[Item]:
    """The one article of a file."""
    data = source.data()
    if not data:
        raise UserError("The file is empty.")
    refuse_other_kinds(data)
    text = decode(data, source.options.encoding).removeprefix("\ufeff")
    if not text.strip():
        raise UserError("The file has no words.")
    _refuse_nul(text)
    title = _title(text)
    meta = {} if title is None else {"title": title}
    article = Article(id=plain.id_of_text(text), text=text, meta=meta)
    yield Accepted(0, Record(article=article), b"")


def decode(data: bytes, encoding: str) -> str:
    """The characters of the bytes; raises UserError that names the first byte that is wrong."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
    except UnicodeError as error:  # as UTF-16 says it when the byte order mark is missing
        raise UserError(
            "The file is not {encoding}: {detail}.", encoding=encoding, detail=str(error)
        ) from None
    raise UserError(
        "Byte {position} of the file, on line {line}, is 0x{byte:02X}, which is not {encoding}.",
        hint=_other_encoding(data, encoding),
        position=at + 1,
        line=data.count(b"\n", 0, at) + 1,
        byte=data[at],
        encoding=encoding,
    )


def _other_encoding(data: bytes, encoding: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and "16" not in encoding:
        return "It begins like UTF-16: try --encoding utf-16."
    if "1256" not in encoding:
        return "If it is an older Arabic text, try --encoding windows-1256."
    return ""


def _refuse_nul(text: str) -> None:
    at = text.find("\0")
    if at >= 0:
        raise UserError(
            "Character {position}, on line {line}, is a NUL; no text has one.",
            hint="If it is UTF-16, name the encoding: --encoding utf-16.",
            position=at + 1,
            line=text.count("\n", 0, at) + 1,
        )


def _title(text: str) -> str | None:
    """The first line, if it is short and an empty line follows."""
    lines = text[: LONGEST_TITLE * 8].split("\n", 2)
    if len(lines) < 3:
        return None
    title = lines[0].strip()
    return title if 0 < len(title) <= LONGEST_TITLE and not lines[1].strip() else None
