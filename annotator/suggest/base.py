"""What every suggester is, and what it is made of: the contract of this room.

A suggester takes an article with what is marked on it and returns annotations with scores. It
changes nothing, knows no project file, and does not look at what other people or models say but
through its materials and the article that it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from msgspec import Struct

from annotator.model.annotated import AnnotatedArticle
from annotator.model.labels import LabelSet
from annotator.model.suggestions import Suggestion, Verdict

Kind = Literal["entities", "quotes", "relations"]
KINDS: tuple[Kind, ...] = ("entities", "quotes", "relations")
"""In the order in which suggesters run: each sees what those before it suggest."""


class Judged(NamedTuple):
    """What a person decided about a suggestion: `kind` of annotation, its label and surface."""

    kind: str
    label: str
    surface: str
    verdict: Verdict


def _nothing() -> Iterator[AnnotatedArticle]:
    return iter(())


def _no_decisions() -> Iterator[Judged]:
    return iter(())


class Materials(Struct, frozen=True, kw_only=True):
    """What suggesters are made of; a suggester uses what it needs.

    `worked` begins anew the stream of all articles on which the person marked anything, `finished`
    of those that they call done, `judged` of their decisions. `examples` are finished articles of
    others that follow the same guidelines: they teach how things are marked, not which names there
    are. `folder` is where learned models lie,
    beside the project. `model` is a folder with a token classifier, and `mapping` says which of
    this project's labels stands for which of that model's ("" for none).
    """

    labels: LabelSet
    worked: Callable[[], Iterator[AnnotatedArticle]] = _nothing
    finished: Callable[[], Iterator[AnnotatedArticle]] = _nothing
    judged: Callable[[], Iterator[Judged]] = _no_decisions
    examples: Callable[[], Iterator[AnnotatedArticle]] = _nothing
    folder: Path | None = None
    model: Path | None = None
    mapping: Mapping[str, str] = {}


class Suggester(Protocol):
    """Made once, asked for many articles, closed at the end."""

    @property
    def version(self) -> str:
        """Everything that its answers depend on but the article: another version may say more."""

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """What it would mark on the article, which may hold other suggestions beside the person's
        own work. What is marked already need not be left out. Quotes and relations refer to
        annotations of the article, or to others of the answer.
        """

    def close(self) -> None:
        """Let go of processes and files; nothing is asked after that."""


class Way(Struct, frozen=True):
    """A line of the table: a way to suggest.

    `module` is a module of this room with `make(materials) -> Suggester`, which raises `UserError`
    where something is missing, and says how to get it. A `light` one answers within a key press.
    `sees` tells whether its answer depends on what is marked on the article.
    """

    name: str
    title: str
    help: str
    module: str
    kind: Kind
    light: bool = True
    sees: bool = True

    def make(self, materials: Materials) -> Suggester:
        """The suggester; its module is imported now."""
        made: Suggester = import_module(f"annotator.suggest.{self.module}").make(materials)
        return made
