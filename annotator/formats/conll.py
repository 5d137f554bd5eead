"""CoNLL-2003: token, part of speech, chunk and tag, in four columns.

The second column is never known and `_`; the third is `+` where a token is written onto the one
before it (a particle, a pronoun, a comma), else `_`, so that a text can be made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from annotator.errors import UserError
from annotator.formats.base import Confidence, Item, Piece, Remark, Scheme, WriteOptions, shown
from annotator.formats.columns import START, Line, Sentence, blocks, breaks, dirty, items
from annotator.formats.lines import BOM
from annotator.formats.sources import Source
from annotator.formats.tags import Run, runs, scheme_of, tags
from annotator.formats.tokens import covered, tokens
from annotator.model.annotations import Entity
from annotator.model.record import Record


def recognises(source: Source) -> Confidence:
    """Surely where all first lines have as many columns and end in a tag."""
    rows = first_rows(source)
    alike = len({len(row) for row in rows}) == 1
    return 2 if alike and len(rows[0]) > 1 and all(is_tag(row[-1]) for row in rows) else 0


def first_rows(source: Source) -> list[list[str]]:
    """The columns of the first lines of a file that are not blank."""
    found = source.beginning().removeprefix(BOM).decode(errors="replace").split("\n")[:50]
    return [line.split() for line in found[:-1] if line.strip()]


def is_tag(word: str) -> bool:
    """Whether a word is a tag of IOB2, IOB1, BIOES or BILOU."""
    return word == "O" or (word[:2] in ("B-", "I-", "E-", "S-", "L-", "U-") and len(word) > 2)


def read(source: Source) -> Iterator[Item]:
    """The articles of a file, by the scheme that is named or that its tags break least."""
    refuse_no_tags(source, lambda row: row[-1:])
    scheme = source.options.scheme or _scheme(source)
    widths: list[int] = []

    def understand(sentence: Sentence) -> tuple[list[Run], list[Remark]]:
        widths.append(len(sentence[0].columns))
        _refuse_other_width(sentence, widths[0])
        found, faults = runs([line.columns[-1] for line in sentence], scheme)
        return found, [dirty(sentence[one.token], one.tag) for one in faults]

    return items(source, understand, _is_joined)


def refuse_no_tags(source: Source, tags: Callable[[list[str]], list[str]]) -> None:
    """Raise UserError for a file most of whose first lines have none of `tags` in their columns."""
    rows = first_rows(source)
    tagged = sum(any(map(is_tag, tags(row))) for row in rows)
    if 2 * tagged < len(rows):
        raise UserError(
            "There are no tags such as B-PERS and O where this format has them.",
            hint="The first line is: {line}.",
            line=shown(" ".join(rows[0])),
        )


def _refuse_other_width(sentence: Sentence, width: int) -> None:
    """The last of more columns would be taken for the only tag, and the others lost."""
    for line in sentence:
        if len(line.columns) != width:
            raise UserError(
                "Line {line} has {number} columns, and the first one {first}.",
                hint="If these are nested tags, name the format: --format wojood.",
                line=line.number, number=len(line.columns), first=width,
            )  # fmt: skip


def _scheme(source: Source) -> Scheme:
    position = source.position
    rows = (
        [line.columns[-1] for line in sentence]
        for block in blocks(source)
        for sentence in block.sentences
    )
    scheme = scheme_of(rows)
    source.position = position
    return scheme


def _is_joined(line: Line) -> bool:
    return len(line.columns) == 4 and line.columns[2] == "+"


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The columns of the records."""
    yield "", b""
    for record in records:
        yield "", _article(record, options).encode()


def _article(record: Record, options: WriteOptions) -> str:
    text = record.article.text
    entities = [one for one in record.annotations if isinstance(one, Entity)]
    found = tokens(text, [one.span for one in entities], cut=options.clitics == "split")
    numbers = [(covered(one.span, found), one.label) for one in entities]
    made = [Run(at[0], at[-1], label) for at, label in numbers if at]
    ends = breaks(text, found, made)
    rows = [f"{START} -X- -X- O\n\n"]
    for number, tag in enumerate(tags(len(found), made, options.scheme)):
        token = found[number]
        mark = "+" if token.joined else "_"
        rows.append(f"{text[token.start : token.end]} _ {mark} {tag}\n")
        if number in ends:
            rows.append("\n")
    return "".join(rows) + "\n"
