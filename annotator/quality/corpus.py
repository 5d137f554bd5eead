"""What checks look at: annotated articles of one author, and what all of them tell together.

The articles come as a stream that can be begun anew, never as a list: what is kept of them grows
with the number of different strings, not with the number of articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article, Status
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.quality.duplicates import Sketches
from annotator.text.needles import Needles
from annotator.text.same import Needle


class Worked(Struct, frozen=True):
    """An article as an author left it.

    `refused` are annotations that break a rule, each with the reason: they are not in `annotated`.
    `suggestions` are annotations of models that the author has neither taken nor marked alike.
    """

    number: int
    annotated: AnnotatedArticle
    status: Status = "begun"
    refused: tuple[tuple[Annotation, EditRefused], ...] = ()
    suggestions: tuple[Annotation, ...] = ()

    @property
    def done(self) -> bool:
        """Whether the author says that nothing is missing."""
        return self.status == "done"


Corpus = Callable[[], Iterator[Worked]]
"""Begins the stream of articles anew."""


def build(
    article: Article, labels: LabelSet, annotations: Sequence[Annotation]
) -> tuple[AnnotatedArticle, tuple[tuple[Annotation, EditRefused], ...]]:
    """The annotated article of all annotations that keep the rules, and those that do not."""
    try:
        return AnnotatedArticle.build(article, labels, annotations), ()
    except EditRefused:
        return _one_by_one(article, labels, annotations)


def _one_by_one(
    article: Article, labels: LabelSet, annotations: Sequence[Annotation]
) -> tuple[AnnotatedArticle, tuple[tuple[Annotation, EditRefused], ...]]:
    built, refused = AnnotatedArticle(article, labels), []
    for kind in (Entity, Quote, Relation):
        for one in annotations:
            if isinstance(one, kind):
                try:
                    built = built.apply(Edit(added=(one,)))
                except EditRefused as error:
                    refused.append((one, error))
    return built, tuple(refused)


_MET = 8
"""Copies that an article is compared with: a hundred of one text must not take for ever."""


class Copies:
    """Which articles are copies of each other, and those of them that were met in this pass.

    Of each group as many are held on to as one is compared with, those with the most annotations,
    and none once the whole group was met.
    """

    def __init__(self) -> None:
        self._sketches: Sketches[str] = Sketches()
        self._group: dict[str, int] = {}
        self._left: dict[int, int] = {}
        self._met: dict[int, list[Worked]] = {}
        self._told: set[Hashable] = set()

    def add(self, article: Article) -> None:
        """Take in an article, in the first pass."""
        self._sketches.add(article.id, article.text)

    def close(self) -> None:
        """All articles were taken in."""
        for number, group in enumerate(self._sketches.groups()):
            self._left[number] = len(group)
            self._group.update((id, number) for id in group)
        self._sketches = Sketches()

    def met(self, worked: Worked) -> list[Worked]:
        """The copies of the article that were met before it in the second pass."""
        group = self._group.get(worked.annotated.article.id)
        if group is None:
            return []
        before = self._met.pop(group, [])
        self._left[group] -= 1
        if self._left[group]:
            held = sorted((*before, worked), key=lambda one: len(one.annotated), reverse=True)
            self._met[group] = held[:_MET]
        return before

    def tell_once(self, what: Hashable) -> bool:
        """Whether this is told for the first time: two copies may tell the same of a third."""
        new = what not in self._told
        self._told.add(what)
        return new


_SHORTEST = 2
"""Letters that a string must have before its not being marked says anything."""


class Strings:
    """The strings that are marked somewhere, to be looked for in texts all at once.

    `labels` is the most frequent label of each, and how often it has it. `common` are the numbers
    of those that were left unmarked more often than they are marked: words, no names. They are so
    for good, and nobody needs to look for them any more.
    """

    def __init__(self, labels: Mapping[str, Counter[str]]) -> None:
        counts = {string: counted for string, counted in labels.items() if _is_telling(string)}
        self.names = list(counts)
        self.needles = Needles([Needle(string) for string in counts])
        self.labels = {string: counted.most_common(1)[0] for string, counted in counts.items()}
        self.common: set[int] = set()
        self._number = {string: number for number, string in enumerate(self.names)}
        self._left: Counter[str] = Counter()
        self._marked = {string: counted.total() for string, counted in counts.items()}

    def leave(self, string: str) -> None:
        """Take in that a string was met and is not marked."""
        self._left[string] += 1
        if self._left[string] > self._marked[string]:
            self.common.add(self._number[string])

    def is_common(self, string: str) -> bool:
        """Whether the string was left more often than it is marked."""
        return self._number[string] in self.common


def _is_telling(string: str) -> bool:
    return sum(map(str.isalpha, string)) >= _SHORTEST


@dataclass
class Knowledge:
    """What all articles tell: how often each string has each label, and how long its spans are.

    Strings are the normal forms of `annotator.text.same`. Entities that share their very span with
    another one are left out: both labels are meant.
    """

    labels: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lengths: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    copies: Copies = field(default_factory=Copies)

    @classmethod
    def of(cls, corpus: Corpus, *, copies: bool = True) -> Knowledge:
        """Gather it from a corpus; which articles are copies takes longest and may be left out."""
        made = cls()
        for worked in corpus():
            made.add(worked.annotated)
            if copies:
                made.copies.add(worked.annotated.article)
        if copies:
            made.copies.close()
        made.labels.default_factory = None  # type: ignore[attr-defined]
        return made

    def add(self, article: AnnotatedArticle) -> None:
        """Take in one article."""
        for entity in alone(article):
            self.labels[string_of(article, entity)][entity.label] += 1
        for one in article.in_order():
            self.lengths[one.label][one.span.length] += 1

    @cached_property
    def strings(self) -> Strings:
        """What is marked somewhere; asked for when all articles were taken in."""
        return Strings(self.labels)

    @cached_property
    def usual_lengths(self) -> dict[str, tuple[int, float] | None]:
        """What `structure.lengths` has found out about labels."""
        return {}

    def majority(self, string: str) -> tuple[str, int] | None:
        """The label that a string has most often, and how often; None on a tie."""
        first = self.labels[string].most_common(2) if string in self.labels else []
        if not first or (len(first) == 2 and first[0][1] == first[1][1]):
            return None
        return first[0]


def string_of(article: AnnotatedArticle, entity: Entity) -> str:
    """The entity's string as it is compared with others."""
    return _string(entity.span.surface(article.text))


@lru_cache(maxsize=1 << 14)
def _string(surface: str) -> str:
    return Needle.of(surface).text


def alone(article: AnnotatedArticle) -> Iterator[Entity]:
    """The entities that share their very span with no other entity."""
    entities = article.entities
    places = Counter(one.span for one in entities)
    return (one for one in entities if places[one.span] == 1)
