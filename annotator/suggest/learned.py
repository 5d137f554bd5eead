"""Learns entities from the project's own finished articles, in seconds, and suggests them.

Conditional random fields over the pieces of the text (`crf`, `pieces`, `features`), one for each
level of nesting. Confidences are calibrated on articles that the model had not seen, so that a
score of 0.8 is right four times of five (`calibration`). A model is kept in the project's folder
with the hash of what it was trained on; a file other than the one that was written is never opened.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Materials
from annotator.suggest.calibration import Step, calibrated, fitted
from annotator.suggest.crf import Example, Taggers, train
from annotator.suggest.features import Features, features
from annotator.suggest.levels import levels
from annotator.suggest.memory import string_of
from annotator.suggest.pieces import Piece, pieces
from annotator.text.needles import Needles
from annotator.text.normal import normalise
from annotator.text.same import Needle

FORMAT = 3
"""The version of the features: a model that was trained on others is trained anew."""
AGAIN = 20
"""When so many more articles are finished the model is trained again."""
_FACTS, _MODEL = "learned.json", "learned-{}.crf"
_LEAST = 0.25
"""What is right less often is not suggested: rejecting costs a key, marking by hand about four."""
_PARTS = 3
"""A few articles are calibrated on in so many parts, each judged by a model of the others."""
_MANY = 60
"""Of so many articles every tenth is kept back to calibrate on, and no other model is trained."""
_ENOUGH = 850_000
"""Models learn from about so many code points, 200,000 pieces: of more, from evenly spread
articles. The strings of all articles are known to them."""
_JUDGED = 40
"""So many articles at most are kept back."""


class Learned(Struct, frozen=True, kw_only=True):
    """A trained model: its levels as bytes, what it knows of strings, and how sure it may be.

    `articles` and `entities` say how much of the project's own it was trained on, `labels` which
    labels it can suggest, `digest` what exactly it was trained on.
    """

    models: tuple[bytes, ...]
    strings: dict[str, str]
    steps: tuple[Step, ...]
    labels: tuple[str, ...]
    articles: int
    entities: int
    digest: str


class _Facts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lies beside the models' files."""

    format: int
    digest: str
    articles: int
    entities: int
    labels: tuple[str, ...]
    steps: tuple[Step, ...]
    strings: dict[str, str]
    files: tuple[str, ...]
    """The SHA-256 of each level's file."""


# Learning


def learn(
    finished: Iterable[AnnotatedArticle], examples: Iterable[AnnotatedArticle] = ()
) -> Learned:
    """Train on finished articles, and on `examples` of others besides.

    Raises `UserError` where there is nothing to learn from; examples alone are not enough.
    """
    own = list(finished)
    entities = [entity for article in own for entity in article.entities]
    if not own:
        raise UserError(
            "There is nothing to learn from: no article is finished yet.",
            hint="Mark everything in a few articles, finish them, and learn again.",
        )
    if not entities:
        raise UserError(
            "There is nothing to learn from: no entity is marked in the finished articles.",
            hint="Mark everything in a few articles, finish them, and learn again.",
        )
    articles = [*own, *examples]
    strings = _Strings(articles)
    chosen, held = _parted(articles)
    prepared = [_example(article, strings) for article in chosen]
    models = train(prepared)
    judged = [_example(article, strings) for article in held]
    found = _judged(models, judged) if judged else _crossed(prepared)
    return Learned(
        models=models,
        strings=_Strings(own).all(),
        steps=tuple(fitted(found)),
        labels=tuple(sorted({one.label for article in articles for one in article.entities})),
        articles=len(own),
        entities=len(entities),
        digest=training_set(articles),
    )


def training_set(articles: Iterable[AnnotatedArticle]) -> str:
    """A short name of what is learned from: the same articles with the same entities have it."""
    digest = hashlib.blake2b(digest_size=12)
    for article in articles:
        marks = [(one.label, one.span.fragments) for one in article.entities]
        digest.update(repr((article.article.id, sorted(marks))).encode(errors="surrogatepass"))
    return f"{FORMAT}-{digest.hexdigest()}"


class _Strings:
    """What the articles call each string, counted so that one article can be left out."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for article in articles:
            self._count(article, 1)

    def _count(self, article: AnnotatedArticle, step: int) -> None:
        for entity in article.entities:
            string = string_of(article, entity)
            if string:
                self._counts.setdefault(string, Counter())[entity.label] += step

    def all(self) -> dict[str, str]:
        """Each string with its most frequent label."""
        return dict(self._best())

    def _best(self) -> Iterator[tuple[str, str]]:
        for string in sorted(self._counts):
            label, count = max(sorted(self._counts[string].items()), key=lambda pair: pair[1])
            if count > 0:
                yield string, label

    def without(self, article: AnnotatedArticle) -> dict[str, str]:
        """The strings of this article with the label that the others give them."""
        self._count(article, -1)
        own = {string_of(article, entity) for entity in article.entities}
        kept = {
            string: max(sorted(labels.items()), key=lambda pair: pair[1])
            for string in own
            if (labels := self._counts.get(string))
        }
        self._count(article, 1)
        return {string: label for string, (label, count) in kept.items() if count > 0}


def _example(article: AnnotatedArticle, strings: _Strings) -> Example:
    edges = [edge for one in article.entities for part in one.span.fragments for edge in part]
    found = pieces(article.text, edges)
    known = _known(article.text, found, _Finder(strings.without(article)))
    return Example(features(article.text, found, known), levels(article.entities, found))


class _Finder:
    def __init__(self, strings: dict[str, str]) -> None:
        self._labels = list(strings.values())
        self._needles = Needles([Needle(one) for one in strings])

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Where the strings occur, the longest ones only, each with its label."""
        places = sorted(self._needles.find(normalise(text)), key=lambda one: (one.start, -one.end))
        kept: list[tuple[int, int, str]] = []
        for start, end, number in places:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end, self._labels[number]))
        return kept


def _known(text: str, found: Sequence[Piece], finder: _Finder) -> dict[int, str]:
    """What the memory says of pieces, by index."""
    known: dict[int, str] = {}
    places = iter(finder.find(text))
    place = next(places, None)
    for index, piece in enumerate(found):
        while place is not None and place[1] <= piece.start:
            place = next(places, None)
        if place is not None and place[0] < piece.end:
            known[index] = f"{'B' if piece.start <= place[0] else 'I'}-{place[2]}"
    return known


# Calibrating


def _parted(
    articles: Sequence[AnnotatedArticle],
) -> tuple[Sequence[AnnotatedArticle], Sequence[AnnotatedArticle]]:
    """The articles to learn from, and those to calibrate on: none where there are few of all."""
    size = sum(len(article.text) for article in articles)
    every = -(-size // _ENOUGH)
    if every > 1:
        left = [article for index, article in enumerate(articles) if index % every]
        return articles[::every], left[:: max(1, len(left) // _JUDGED)][:_JUDGED]
    if len(articles) < _MANY:
        return articles, ()
    return [one for at, one in enumerate(articles) if at % 10], articles[::10]


def _crossed(examples: Sequence[Example]) -> Iterator[tuple[float, bool]]:
    """How confident and how right models are on a part, that were trained on the others."""
    for part in range(min(_PARTS, len(examples)) if len(examples) > 1 else 0):
        rest = [one for at, one in enumerate(examples) if at % _PARTS != part]
        yield from _judged(train(rest), examples[part::_PARTS])


def _judged(models: Sequence[bytes], held: Sequence[Example]) -> Iterator[tuple[float, bool]]:
    taggers = Taggers(models)
    for example in held:
        right = {one for level in example.levels for one in level}
        for guess in taggers.guess(example.features):
            yield guess.confidence, guess.stretch in right


# Suggesting


class Learner:
    """The suggester; see the module."""

    def __init__(self, learned: Learned) -> None:
        """`learned` is trusted: `load` and `learn` make it."""
        self._learned = learned
        self._taggers = Taggers(learned.models)
        self._finder = _Finder(learned.strings)
        self.version = f"learned {learned.digest}"

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The entities that the model sees in the article's text, and in what is marked there."""
        edges = [edge for one in article.entities for part in one.span.fragments for edge in part]
        found, rows = self._read(article.text, edges)
        made = []
        for guess in self._taggers.guess(rows, levels(article.entities, found)):
            score = calibrated(guess.confidence, self._learned.steps)
            first, last, label = guess.stretch
            over = any(piece.kind == "break" for piece in found[first:last])
            if score >= _LEAST and not over:
                span = Span.of(found[first].start, found[last - 1].end)
                made.append(Suggestion(Entity(label=label, span=span), score))
        return made

    def _read(self, text: str, edges: Sequence[int] = ()) -> tuple[list[Piece], Features]:
        found = pieces(text, edges)
        return found, features(text, found, _known(text, found, self._finder))

    def doubt(self, text: str) -> float:
        """How unsure the model is of this text, from 0 to 1: see `Taggers.doubt`."""
        return self._taggers.doubt(self._read(text)[1])

    def close(self) -> None:
        """Nothing is held."""


def make(materials: Materials) -> Learner:
    """The model that was learned from the project; `UserError` if none can be used."""
    if materials.folder is None:
        return Learner(learn(materials.finished(), materials.examples()))
    found = load(materials.folder)
    if found is None:
        raise UserError(
            "Nothing has been learned from this project yet.",
            hint="Finish a few articles and let it learn from them.",
        )
    return Learner(found)


# Keeping

_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError)
"""What msgspec raises for JSON that is damaged."""


def save(learned: Learned, folder: Path) -> None:
    """Keep a model in the project's folder; the one before it stays until this one is whole."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for level, model in enumerate(learned.models):
            _write(folder / _MODEL.format(level), model)
        facts = _Facts(
            format=FORMAT, digest=learned.digest, articles=learned.articles,
            entities=learned.entities, labels=learned.labels, steps=learned.steps,
            strings=learned.strings,
            files=tuple(hashlib.sha256(model).hexdigest() for model in learned.models),
        )  # fmt: skip
        _write(folder / _FACTS, msgspec.json.encode(facts))
    except OSError as error:
        raise UserError(
            "What was learned cannot be kept in {folder}: {reason}.",
            kept="The project is as it was.",
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def load(folder: Path) -> Learned | None:
    """The model that is kept there; None if there is none.

    Raises `UserError` for one that is damaged or of another version: it is to be learned anew.
    """
    try:
        facts = msgspec.json.decode((folder / _FACTS).read_bytes(), type=_Facts)
        models = tuple((folder / _MODEL.format(n)).read_bytes() for n in range(len(facts.files)))
    except (FileNotFoundError, NotADirectoryError):
        if (folder / _FACTS).exists():
            raise _useless(folder) from None
        return None
    except (OSError, *_UNREADABLE) as error:
        raise _useless(folder) from error
    if facts.format != FORMAT or not _same(models, facts.files):
        raise _useless(folder)
    return Learned(
        models=models, strings=facts.strings, steps=facts.steps, labels=facts.labels,
        articles=facts.articles, entities=facts.entities, digest=facts.digest,
    )  # fmt: skip


def trained_on(folder: Path) -> int | None:
    """How many articles the model that is kept there was trained on; None without one of use."""
    try:
        facts = msgspec.json.decode((folder / _FACTS).read_bytes(), type=_Facts)
    except (OSError, *_UNREADABLE):
        return None
    return facts.articles if facts.format == FORMAT else None


def _same(models: Sequence[bytes], files: Sequence[str]) -> bool:
    return all(
        hashlib.sha256(model).hexdigest() == digest
        for model, digest in zip(models, files, strict=True)
    )


def _useless(folder: Path) -> UserError:
    return UserError(
        "What was learned earlier, in {folder}, is damaged or of another version.",
        kept="Suggestions that were made with it stay.",
        hint="Let the project learn again.",
        folder=folder,
    )
