"""Conditional random fields (Lafferty, McCallum and Pereira 2001) over pieces, one a nesting level.

Trained and asked through python-crfsuite. A model is bytes, so that it can be kept, hashed, and
sent to another process. Nothing here knows where models lie or what calibrates their scores.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from annotator.suggest.features import Features
from annotator.suggest.levels import MOST, OUTSIDE, Stretch, stretches, tags

_LARGE = 50_000
"""From so many pieces on rare features are left out and fewer rounds are made."""


class Example(NamedTuple):
    """An article to learn from: the features of its pieces, and its entities level by level."""

    features: Features
    levels: Sequence[Sequence[Stretch]]


class Guess(NamedTuple):
    """A stretch, the level it is on, and how confident the model is, from 0 to 1."""

    stretch: Stretch
    level: int
    confidence: float


def train(examples: Sequence[Example]) -> tuple[bytes, ...]:
    """The models of all levels, from the outermost; the same examples give the same models."""
    trained = []
    for level in range(MOST):
        sequences = [one for example in examples for one in _sequences(example, level)]
        if any(tag != OUTSIDE for _, labels in sequences for tag in labels):
            trained.append(_trained(sequences))
        else:
            break
    return tuple(trained)


def _sequences(example: Example, level: int) -> Iterator[tuple[Features, list[str]]]:
    own = example.levels[level] if level < len(example.levels) else ()
    marked = tags(own, len(example.features))
    if level == 0:
        yield example.features, marked
        return
    for outer in example.levels[level - 1] if level <= len(example.levels) else ():
        yield _inside(example.features, outer), marked[outer.first : outer.last]


def _inside(features: Features, outer: Stretch) -> Features:
    """The features of an entity's pieces, told where they are in it."""
    rows = features[outer.first : outer.last]
    last = len(rows) - 1
    return [
        [*row, f"out={outer.label}", f"at={'first' if not at else 'last' if at == last else 'in'}"]
        for at, row in enumerate(rows)
    ]


def _trained(sequences: Iterable[tuple[Features, list[str]]]) -> bytes:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    size = 0
    for features, labels in sequences:
        trainer.append(features, labels)
        size += len(labels)
    large = size > _LARGE
    trainer.set_params({
        "c1": 0.2,
        "c2": 0.05,
        "max_iterations": 30 if large else 60,
        "feature.minfreq": 2 if large else 1,
        "feature.possible_transitions": False,
    })  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder, "model")
        trainer.train(str(path))
        return path.read_bytes()


class Taggers:
    """Trained models, ready to be asked."""

    def __init__(self, models: Sequence[bytes]) -> None:
        """`models` are those that `train` made: others can end the process."""
        # A tagger reads the bytes where they lie, and does not hold on to them.
        self._models = tuple(models)
        self._taggers = []
        for model in self._models:
            tagger = pycrfsuite.Tagger()
            tagger.open_inmemory(model)
            self._taggers.append(tagger)

    def guess(self, features: Features, given: Sequence[Sequence[Stretch]] = ()) -> Iterator[Guess]:
        """What the models take for entities, the outer ones before what lies in them.

        `given` are entities that are known, level by level: what lies in them is looked for as in
        guesses, and nothing is guessed that a known one of the same level stands in the way of.
        """
        outer = [Stretch(0, len(features), "")]
        for level, tagger in enumerate(self._taggers):
            known = given[level] if level < len(given) else ()
            inner: list[Stretch] = []
            for one in outer:
                rows = features if level == 0 else _inside(features, one)
                for guess in _tagged(tagger, rows, level):
                    label, first, last = guess.stretch.label, *guess.stretch[:2]
                    placed = Stretch(one.first + first, one.first + last, label)
                    if (level == 0 or placed != one) and _is_free(placed, known):
                        yield guess._replace(stretch=placed)
                        inner.append(placed)
            outer = sorted([*inner, *known])

    def doubt(self, features: Features) -> float:
        """How unsure the model of the outermost level is of a piece, on average (0 to 1).

        Of each piece, what is missing to certainty in its likeliest tag: least confidence (Culotta
        and McCallum 2005), averaged so that long texts are not preferred.
        """
        if not features or not self._taggers:
            return 0.0
        found = self._taggers[0].tag(features)
        sure = sum(self._taggers[0].marginal(tag, at) for at, tag in enumerate(found))
        return 1 - float(sure) / len(found)


def _is_free(one: Stretch, known: Sequence[Stretch]) -> bool:
    """Whether it holds all of these that it overlaps, or lies in one that has another label."""
    over = [other for other in known if other.first < one.last and one.first < other.last]
    return all(
        one[:2] != other[:2] and (_holds(one, other) or _may_hold(other, one)) for other in over
    )


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _may_hold(outer: Stretch, inner: Stretch) -> bool:
    return _holds(outer, inner) and outer.label != inner.label


def _tagged(tagger: pycrfsuite.Tagger, rows: Features, level: int) -> Iterator[Guess]:
    if not rows:
        return
    found = tagger.tag(rows)
    for one in stretches(found):
        sure = min(tagger.marginal(found[at], at) for at in range(one.first, one.last))
        yield Guess(one, level, sure)
