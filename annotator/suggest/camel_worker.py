"""The process in which camel-tools' named entity recogniser lives; started by `camel`.

Speaks frames (four bytes of length, then MessagePack) over its standard streams: a `Hello` when the
model is loaded, then an answer for each list of texts. Whatever libraries print goes to stderr. It
makes no network connection, writes nothing, and ends when its input does.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec
from msgspec import Struct

_MOST_PIECES = 200
"""A word of more pieces than this is given no tag: it is none, and the model sees 254 at most."""


class Hello(Struct, frozen=True, tag=True):
    """The model is loaded: its tags, and a digest of its files."""

    tags: tuple[str, ...]
    digest: str


class Failed(Struct, frozen=True, tag=True):
    """It could not be done; `reason` is what the library says."""

    reason: str


class Tagged(NamedTuple):
    """A word of a text at `start:end` (code points), its tag, and how sure the model is (0–1)."""

    start: int
    end: int
    tag: str
    sure: float


class Answer(Struct, frozen=True, tag=True):
    """The words of each text, in order; a word that the model cannot read has the tag O."""

    texts: list[list[Tagged]]


Message = Hello | Failed | Answer


def put(stream: IO[bytes], message: object) -> None:
    """Write one frame."""
    frame = msgspec.msgpack.encode(message)
    stream.write(len(frame).to_bytes(4, "little") + frame)
    stream.flush()


def get(stream: IO[bytes]) -> bytes | None:
    """Read one frame; None where the stream has ended, within a frame or before it."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "little")
    frame = stream.read(size)
    return frame if len(frame) == size else None


def main(folder: str) -> None:
    """Load the model in `folder` and answer until the input ends."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        recogniser = _recogniser(folder)
        put(out, Hello(tuple(recogniser.labels_map.values()), _digest(Path(folder))))
    # Damaged files make the libraries raise anything at all, and the reason is told to the user.
    except Exception as error:  # noqa: BLE001
        put(out, Failed(f"{type(error).__name__}: {error}"[:500]))
        return
    while (frame := get(sys.stdin.buffer)) is not None:
        texts = msgspec.msgpack.decode(frame, type=list[str])
        try:
            put(out, Answer([*_tagged(recogniser, texts)]))
        except Exception as error:  # noqa: BLE001
            put(out, Failed(f"{type(error).__name__}: {error}"[:500]))


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.is_file():
            digest.update(f"{path.name} {path.stat().st_size}\n".encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _recogniser(folder: str) -> Any:
    """The library's recogniser, which also tells how sure it is of each tag."""
    import numpy as np
    from camel_tools.ner import NERecognizer

    class Recogniser(NERecognizer):  # type: ignore[misc]
        """Answers pairs of a tag and its probability."""

        def _align_predictions(self, predictions: Any, label_ids: Any, sent_ids: Any) -> Any:
            powers = np.exp(predictions - predictions.max(axis=2, keepdims=True))
            shares = powers / powers.sum(axis=2, keepdims=True)
            aligned: list[list[tuple[str, float]]] = [[] for _ in set(sent_ids.tolist())]
            for row, sentence in enumerate(sent_ids):
                for at in np.flatnonzero(label_ids[row] >= 0):
                    best = int(predictions[row, at].argmax())
                    aligned[sentence].append((self.labels_map[best], float(shares[row, at, best])))
            return aligned

    return Recogniser(folder)


def _tagged(recogniser: Any, texts: Sequence[str]) -> Iterator[list[Tagged]]:
    places = [list(words(text)) for text in texts]
    # A word of which the tokenizer makes nothing gets no tag, and would shift all behind it.
    readable = [
        [at for at in places[n] if _pieces(recogniser, texts[n][slice(*at)])]
        for n in range(len(texts))
    ]
    asked = [n for n in range(len(texts)) if readable[n]]
    found = recogniser.predict([[texts[n][slice(*at)] for at in readable[n]] for n in asked])
    tags = {(n, at): tag for n, row in zip(asked, found, strict=True)
            for at, tag in zip(readable[n], row, strict=True)}  # fmt: skip
    for n in range(len(texts)):
        yield [Tagged(*at, *tags.get((n, at), ("O", 1.0))) for at in places[n]]


def _pieces(recogniser: Any, word: str) -> bool:
    return 0 < len(recogniser.tokenizer.tokenize(word)) <= _MOST_PIECES


def words(text: str) -> Iterator[tuple[int, int]]:
    """The words of camel-tools' tokenizer as ranges of the text: it gives them verbatim."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    at = 0
    for word in simple_word_tokenize(text):
        start = text.index(word, at)
        at = start + len(word)
        yield start, at


if __name__ == "__main__":
    main(sys.argv[1])
