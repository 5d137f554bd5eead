"""Files of columns, one token a line and a blank line behind each sentence, in general.

An article begins at a line `-DOCSTART-`; a file without one has a sentence for each article, as
shuffled corpora have them. What stands in the columns is each format's own affair.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats.base import Accepted, Item, Rejected, Remark, shown
from annotator.formats.lines import Lines, refuse_no_text
from annotator.formats.sources import Source
from annotator.formats.tags import Run
from annotator.formats.tokens import Token, whole_text
from annotator.model.annotations import Annotation, Entity
from annotator.model.article import Article, digest
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.text.sentences import lines, sentence_ends

START = "-DOCSTART-"
_REPEATED = uuid.UUID("3c0e8c0a-7d7e-5c86-9a52-5f2b8e3d4a10")


class Line(NamedTuple):
    """The columns of a token."""

    number: int
    columns: tuple[str, ...]


Sentence = list[Line]


class Block(NamedTuple):
    """The sentences of one article, and the first line that is no good, with why."""

    sentences: list[Sentence]
    raw: bytes
    line: int = 0
    error: UserError | None = None


def blocks(source: Source) -> Iterator[Block]:
    """The articles of a file, as far as their columns go."""
    marked = any(b"\n" + START.encode() in b"\n" + one for one in _pieces(source))
    with source.open() as stream:
        refuse_no_text(stream.peek(16), "CoNLL")
        current = Block([[]], b"")
        for line in _all_lines(stream):
            opens = line.payload.startswith(START.encode())
            ends = not line.payload.strip() and not marked
            if opens or ends:
                if _holds(current):
                    yield current
                current = Block([[]], b"")
                continue
            current = _with(current, line)
        if _holds(current):
            yield current


def _pieces(source: Source) -> Iterator[bytes]:
    position = source.position
    with source.open() as stream:
        last = b""
        while piece := stream.read(1 << 20):
            yield last + piece
            last = piece[-len(START) :]
    source.position = position


def _holds(block: Block) -> bool:
    return block.error is not None or any(block.sentences)


def _all_lines(stream: object) -> Iterator[Lines]:
    """Each line, blank ones too."""
    reader = _WithBlanks(stream)  # type: ignore[arg-type]
    for _ in reader:
        yield reader


class _WithBlanks(Lines):
    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(1 << 20):
            self.number += 1
            self.raw = line
            self.payload = line.removeprefix(b"\xef\xbb\xbf") if self.number == 1 else line
            yield self.payload


def _with(block: Block, line: Lines) -> Block:
    raw = block.raw + line.raw
    if not line.payload.strip():
        if block.sentences[-1]:
            block.sentences.append([])
        return block._replace(raw=raw)
    try:
        columns = tuple(line.payload.decode().split())
        error = None if len(columns) > 1 else UserError("The line has no column for a tag.")
    except UnicodeDecodeError as bad:
        columns = ()
        error = UserError(
            "Byte {position} of the line (0x{byte:02X}) is not UTF-8.",
            position=bad.start + 1,
            byte=line.payload[bad.start],
        )
    if error is not None:
        first = block.error is None
        return block._replace(raw=raw, error=error, line=line.number) if first else block
    block.sentences[-1].append(Line(line.number, columns))
    return block._replace(raw=raw)


Understand = Callable[[Sentence], tuple[list[Run], list[Remark]]]
"""What a sentence has as runs of its tokens, and the tags that are dirty."""


def items(
    source: Source, understand: Understand, joined: Callable[[Line], bool], skip: str = ""
) -> Iterator[Item]:
    """The records of a file; tokens that are `skip` are left out."""
    seen: Counter[str] = Counter()
    for block in blocks(source):
        try:
            if block.error is not None:
                raise block.error
            record, remarks = _record(block, understand, joined, skip, seen)
        except UserError as error:
            first = next((line.number for one in block.sentences for line in one), 0)
            yield Rejected(block.line or first, error, block.raw)
            continue
        yield from remarks
        if record is not None:
            first = next(line.number for one in block.sentences for line in one)
            yield Accepted(first, record, block.raw)


def _record(
    block: Block,
    understand: Understand,
    joined: Callable[[Line], bool],
    skip: str,
    seen: Counter[str],
) -> tuple[Record | None, list[Remark]]:
    text, spans, remarks = "", [], []
    for given in block.sentences:
        sentence = [line for line in given if line.columns[0] != skip]
        if not sentence:
            continue
        text += "\n" if text else ""
        found, tokens = whole_text(
            [line.columns[0] for line in sentence], [joined(line) for line in sentence]
        )
        runs, dirty = understand(sentence)
        remarks += dirty
        spans += [
            (run.label, tokens[run.first].start + len(text), tokens[run.last].end + len(text))
            for run in runs
        ]
        text += found
    if not text:
        return None, remarks
    article = Article(id=_id(text, seen), text=text)
    made: dict[tuple[str, int, int], Annotation] = {}
    for label, start, end in spans:
        id = plain.annotation_id(article.id, "entity", label, ((start, end),))
        made[label, start, end] = Entity(id=id, label=label, span=Span.of(start, end))
    return Record(article=article, annotations=tuple(made.values())), remarks


def _id(text: str, seen: Counter[str]) -> str:
    """The id of a text; a second article with the very same text is another article."""
    key = digest(text)
    seen[key] += 1
    if seen[key] == 1:
        return plain.id_of_text(text)
    return str(uuid.uuid5(_REPEATED, f"{key} {seen[key]}"))


def dirty(line: Line, tag: str) -> Remark:
    """The remark on a tag that breaks its scheme."""
    template = "The tag {tag} breaks the scheme and is read as what it most likely means."
    return Remark(template, {"tag": shown(tag)}, line.number)


# Writing


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences as `start, end`, none of them over the end of a line, without outer white space."""
    for line in lines(text):
        start = line.start
        for end in (*sentence_ends(text, line.start, line.end), line.end):
            left, right = start, end
            while left < right and text[left].isspace():
                left += 1
            while left < right and text[right - 1].isspace():
                right -= 1
            if left < right:
                yield left, right
            start = max(start, end)


def breaks(text: str, tokens: Sequence[Token], runs: Iterable[Run]) -> set[int]:
    """The numbers of the tokens behind which a sentence ends: never inside a run."""
    ends = sorted(end for _, end in sentences(text))
    found, at = set(), 0
    for number, token in enumerate(tokens[:-1]):
        if at < len(ends) and token.end >= ends[at]:
            found.add(number)
            while at < len(ends) and ends[at] <= token.end:
                at += 1
    inside = {number for run in runs for number in range(run.first, run.last)}
    return found - inside
