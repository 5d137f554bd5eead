"""spaCy: a `.spacy` file (a DocBin) that `spacy train` reads, one Doc an article and author.

Flat entities are `doc.ents`; all of them, and quotes, cues and sources, are groups of `doc.spans`,
each span with the id of its annotation. Relations, quotes, attributes, notes and what is known of
the article are in the extensions `doc._.relations`, `.quotes`, `.entities` and `.article`.
`doc.sents` are the sentences that models are trained on; none ends inside an entity of `doc.ents`.

The docs of a file are in memory together, here and where it is read. Into a folder go files of some
hundred docs each, so that memory stays flat: `spacy train` takes such a folder for a path.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice
from typing import Any

import msgspec

from annotator.formats import row as form
from annotator.formats.base import Piece, WriteOptions
from annotator.formats.needed import needed
from annotator.formats.spacing import Piece as Token
from annotator.formats.spacing import all_spans, pieces, reach
from annotator.formats.tags import Run, levels
from annotator.model.annotations import Entity, Quote
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.text.sentences import lines, sentence_ends

_SIZE = 1 << 20
_DOCS = 250
"""Docs in a file of a folder."""


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """One DocBin, or several for a part of a folder: `train-00001.spacy` and so on."""
    source = iter(records)
    if not options.part:
        yield from _pieces("", source, options)
        return
    for number in count(1):
        group = list(islice(source, _DOCS))
        if group or number == 1:
            yield from _pieces(f"{options.part}-{number:05}.spacy", group, options)
        if len(group) < _DOCS:
            return


def _pieces(member: str, records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    spacy = needed("spacy.tokens")
    vocab = needed("spacy.vocab").Vocab()  # a new one each time: it keeps every string it has seen
    docs = spacy.DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SENT_START"], store_user_data=True)
    for record in records:
        docs.add(_doc(spacy, vocab, record, cut=options.clitics == "split"))
    data = docs.to_bytes()
    for start in range(0, len(data), _SIZE):
        yield member, data[start : start + _SIZE]


def _doc(spacy: Any, vocab: Any, record: Record, *, cut: bool) -> Any:
    text = record.article.text
    found = pieces(text, all_spans(record.annotations), cut=cut)
    words = [text[one.start : one.end] for one in found]
    groups = _groups(record)
    flat = _flat(groups["entities"], found)
    doc = spacy.Doc(
        vocab, words=words, spaces=[one.space for one in found],
        sent_starts=_sentence_starts(text, found, flat),
    )  # fmt: skip
    doc.set_ents([spacy.Span(doc, run.first, run.last + 1, label=run.label) for run in flat])
    for name, spans in groups.items():
        doc.spans[name] = [
            spacy.Span(doc, first, last + 1, label=label, span_id=id)
            for span, label, id in spans
            for first, last in (reach(fragment, found) for fragment in span.fragments)
        ]
    for name, value in _extensions(record).items():
        doc.user_data["._.", name, None, None] = value
    return doc


_Labelled = tuple[Span, str, str]


def _groups(record: Record) -> dict[str, list[_Labelled]]:
    """The groups of spans: span, label and the id of the annotation."""
    quotes = [one for one in record.annotations if isinstance(one, Quote)]
    return {
        "entities": [
            (one.span, one.label, one.id) for one in record.annotations if isinstance(one, Entity)
        ],
        "quotes": [(one.span, one.type, one.id) for one in quotes],
        "cues": [(one.cue, "CUE", one.id) for one in quotes if one.cue is not None],
        "sources": [(one.source, "SOURCE", one.id) for one in quotes if one.source is not None],
    }


def _flat(entities: Iterable[_Labelled], found: Sequence[Token]) -> list[Run]:
    """Entities without overlap: of those in each other the outer one. Fragments are none."""
    runs = {
        Run(*reach(span.fragments[0], found), label)
        for span, label, _ in entities
        if len(span.fragments) == 1
    }
    rows = levels(runs)
    return rows[0] if rows else []


def _sentence_starts(text: str, found: Sequence[Token], flat: Iterable[Run]) -> list[bool]:
    """For each token whether a sentence begins with it; white space belongs to the one before."""
    inside = {number for run in flat for number in range(run.first + 1, run.last + 1)}
    starts = [start for start, end, _ in found]
    firsts = {0}
    for line in lines(text):
        for end in (line.start, *sentence_ends(text, line.start, line.end)):
            number = bisect_left(starts, end)
            while number < len(found) and text[slice(*found[number][:2])].isspace():
                number += 1
            firsts.add(number)
    firsts -= inside
    return [number in firsts for number in range(len(found))]


def _extensions(record: Record) -> dict[str, Any]:
    row = msgspec.to_builtins(form.row(record))
    article = {key: row[key] for key in ("id", "sha256", "meta", "layer", "status")}
    tables = {key: row[key] for key in ("entities", "quotes", "relations")}
    return {"article": _packable(article), **{key: _packable(one) for key, one in tables.items()}}


def _packable(value: Any) -> Any:
    """The value with numbers that are too long for the file as words."""
    if isinstance(value, dict):
        return {key: _packable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_packable(one) for one in value]
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        return str(value)
    return value
