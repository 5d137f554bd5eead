"""Articles like those of the corpus, as many as wanted: other letters in their longer words.

A word of an article becomes the same other word wherever it occurs in it, so that names stay names;
each word has some dozens of forms, so that they recur in other articles. Cues and short words,
which hold the language together, stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from annotator.model.annotations import Annotation, Relation, references, spans_of
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.text.cues import find_cues
from annotator.text.tokens import words
from tests.benchmarks.golden import gold

_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنه"
_FORMS = 40
"""A word has so many other forms."""
_LONG = 5
"""Words of fewer letters stay."""


def records(count: int, size: int, layer: str = "bench") -> Iterator[Record]:
    """`count` finished articles of `size` words each, the same on every machine."""
    originals = gold()
    for number in range(count):
        chosen = [originals[(number + step) % len(originals)] for step in range(len(originals))]
        yield _varied(_joined(chosen, size), number, layer)


def _joined(chosen: list[Record], size: int) -> Record:
    """The beginning of these articles, one behind the other: so many words, and what is in them."""
    text, annotations = "", []
    for index, record in enumerate(chosen):
        annotations += [_moved(one, len(text), str(index)) for one in record.annotations]
        text += record.article.text + "\n\n"
        found = list(words(text))
        if len(found) >= size:
            text = text[: found[size - 1][1]]
            break
    kept: dict[str, Annotation] = {}
    # Twice, since quotes and relations may come before what they refer to.
    for _ in range(3):
        for one in annotations:
            inside = all(span.end <= len(text) for span in spans_of(one))
            if inside and all(id in kept for id in references(one)):
                kept[one.id] = one
    return Record(article=replace(chosen[0].article, text=text), annotations=tuple(kept.values()))


def _moved(one: Annotation, by: int, prefix: str) -> Annotation:
    changed: dict[str, object] = {"id": prefix + one.id}
    for name in ("span", "cue", "source"):
        span = getattr(one, name, None)
        if span is not None:
            changed[name] = Span(tuple((start + by, end + by) for start, end in span.fragments))
    for name in ("head", "tail") if isinstance(one, Relation) else ("speaker",):
        if getattr(one, name, None) is not None:
            changed[name] = prefix + getattr(one, name)
    return replace(one, **changed)


def _varied(record: Record, number: int, layer: str) -> Record:
    text = record.article.text
    cues = {at for cue in find_cues(text) for at in range(cue.start, cue.end)}
    letters = list(text)
    for start, end in words(text):
        if end - start >= _LONG and start not in cues and end - 1 not in cues:
            letters[start:end] = _other(text[start:end], (number * 7 + len(text)) % _FORMS)
    article = Article(id=f"varied-{number}", text="".join(letters))
    kept = tuple(replace(one, id=f"{number}-{one.id}") for one in _renamed(record, number))
    return Record(article=article, layer=layer, status="done", annotations=kept)


def _renamed(record: Record, number: int) -> Iterator[Annotation]:
    for one in record.annotations:
        if isinstance(one, Relation):
            yield replace(one, head=f"{number}-{one.head}", tail=f"{number}-{one.tail}")
        elif getattr(one, "speaker", None) is not None:
            yield replace(one, speaker=f"{number}-{one.speaker}")  # type: ignore[call-arg, attr-defined]
        else:
            yield one


@cache
def _other(word: str, form: int) -> str:
    """Another word of the same length, or for one form in four the same word."""
    chance = random.Random(f"{word}{form}")
    at = chance.randrange(2, len(word) - 1)
    if chance.random() < 0.25 or word[at] not in _LETTERS:
        return word
    return f"{word[:at]}{chance.choice(_LETTERS)}{word[at + 1 :]}"
