"""DocRED: a JSON array of documents: sentences of tokens, mentions, and relations between them.

Every entity is a vertex of its own, since nothing says which of them are the same. Sentences end at
line ends and full stops, never within an entity. A second file has the titles of the relations.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.formats.arrays import array_pieces
from annotator.formats.base import Piece, WriteOptions
from annotator.formats.tokens import Token, covered, tokens
from annotator.model.annotations import Entity, Relation, spans_of
from annotator.model.labels import LabelSet
from annotator.model.record import Record

_STOPS = frozenset(".!?؟…")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[Piece]:
    """The documents, and what the names of the relations stand for."""
    cut = options.clitics == "split"
    yield from array_pieces((_document(one, cut=cut) for one in records), "documents.json")
    yield "rel_info.json", _titles(options.labels)


def _titles(labels: LabelSet) -> bytes:
    titles = {one.name: one.title.en for one in labels.relations}
    return json.dumps(titles, ensure_ascii=False, indent=1).encode() + b"\n"


def _document(record: Record, *, cut: bool) -> dict[str, Any]:
    text = record.article.text
    entities = [one for one in record.annotations if isinstance(one, Entity)]
    found = tokens(text, [span for one in entities for span in spans_of(one)], cut=cut)
    reaches = {one.id: covered(one.span, found) for one in entities}
    starts = _sentence_starts(text, found, reaches.values())
    vertices = {one.id: number for number, one in enumerate(entities)}
    return {
        "title": record.article.title,
        "id": record.article.id,
        "sents": [
            [text[one.start : one.end] for one in found[start:end]]
            for start, end in zip(starts, [*starts[1:], len(found)], strict=True)
        ],
        "vertexSet": [[_mention(one, text, reaches[one.id], starts)] for one in entities],
        "labels": [
            {
                "h": vertices[one.head], "t": vertices[one.tail], "r": one.label,
                "evidence": sorted(
                    {_sentence(reaches[id][0], starts) for id in (one.head, one.tail)}
                ),
            }
            for one in record.annotations if isinstance(one, Relation)
        ],
    }  # fmt: skip


def _sentence_starts(
    text: str, found: Sequence[Token], reaches: Iterable[Sequence[int]]
) -> list[int]:
    """The numbers of the tokens that sentences begin with."""
    within = {number for reach in reaches for number in range(reach[0] + 1, reach[-1] + 1)}
    starts = [0] if found else []
    for number in range(1, len(found)):
        before, here = found[number - 1], found[number]
        stop = text[before.start : before.end] in _STOPS and not here.joined
        if (stop or "\n" in text[before.end : here.start]) and number not in within:
            starts.append(number)
    return starts


def _sentence(token: int, starts: Sequence[int]) -> int:
    return bisect_right(starts, token) - 1


def _mention(one: Entity, text: str, reach: Sequence[int], starts: Sequence[int]) -> dict[str, Any]:
    sentence = _sentence(reach[0], starts)
    first = starts[sentence]
    return {
        "name": one.span.surface(text), "type": one.label, "sent_id": sentence,
        "pos": [reach[0] - first, reach[-1] + 1 - first],
    }  # fmt: skip
