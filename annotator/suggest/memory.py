"""What this project already knows: strings that were marked are suggested where they occur again.

A string is suggested with the label that it has most often. Its score is the share of decisions
that were for it: marks and accepted suggestions against rejections and against the places in
finished articles where it was left unmarked. One decision alone says little: half a decision is
added to each side (Krichevsky and Trofimov 1981). What is marked on the article itself counts too,
so that a name that was marked once is suggested in the next sentence; of a person's name the family
name as well, by which news goes on to call people.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.nesting import nested_labels, parts
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Judged, Materials
from annotator.suggest.surroundings import SPEAKERS
from annotator.text.evidence import Evidence, first_word
from annotator.text.needles import Needles, Place
from annotator.text.normal import Normalised, fold, normalise
from annotator.text.same import Needle, is_sure
from annotator.text.tokens import words

_LEAST = 0.5
"""A string of which less than this share of decisions was for it is not suggested."""
_TIRED = 10
"""A string rejected so often is suggested no more, unless it was marked more often."""
_JOINED = frozenset(map(fold, ("أبو", "أبي", "أم", "بن", "ابن", "بنت", "عبد", "آل", "ولد", "منت")))
"""Parts of names that never stand without the next."""
_SHORTEST = 3
"""Family names of fewer letters are not looked for: they are other words as often."""
_LONGEST = 120
"""Strings longer than this, in code points, are no names: they do not occur again."""


@dataclass
class Knowledge:
    """How often each string was marked with each label, and how often it was left unmarked.

    Strings are the normal forms of `text.same`. `within` counts strings that were marked inside of
    others, by (outer, inner). `nested` are the labels that lie in others of the same label.
    """

    marked: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    unmarked: Counter[str] = field(default_factory=Counter)
    within: Counter[tuple[str, str]] = field(default_factory=Counter)
    nested: set[str] = field(default_factory=set)

    def take(self, article: AnnotatedArticle) -> None:
        """Count what is marked on an article."""
        self.nested |= nested_labels(article.entities)
        for entity in article.entities:
            string = string_of(article, entity)
            if string:
                self.marked[string][entity.label] += 1
                for inner in _inside(article, entity):
                    self.within[string, inner] += 1

    def take_family_names(self, article: AnnotatedArticle) -> None:
        """Count the last part of each person's name like a name, where it is not one already."""
        for entity in article.entities:
            name = family_name(article, entity)
            if name and name not in self.marked:
                self.marked[name][entity.label] += 1

    def judge(self, judged: Iterable[Judged]) -> None:
        """Count what was rejected. What was accepted is marked, and counted there."""
        for one in judged:
            if one.kind == "entity" and one.verdict == "rejected":
                self.rejected[Needle.of(one.surface).text, one.label] += 1

    def best(self, string: str) -> tuple[str, float] | None:
        """The label that the string is suggested with, and the score; None for none."""
        labels = self.marked.get(string)
        if not labels:
            return None
        label, count = min(labels.items(), key=lambda pair: (-pair[1], pair[0]))
        rejected = self.rejected[string, label]
        against = labels.total() - count + rejected + self.unmarked[string]
        score = (count + 0.5) / (count + against + 1)
        tired = rejected >= _TIRED and rejected >= count
        return None if tired or score < _LEAST else (label, score)

    def version(self) -> str:
        """A short name of everything that is known."""
        digest = hashlib.blake2b(digest_size=8)
        counts = (self.marked, self.rejected, self.unmarked, self.within)
        for part in (*(one.items() for one in counts), self.nested):
            lines = sorted(map(repr, part))
            digest.update("\n".join(lines).encode(errors="surrogatepass"))
        return digest.hexdigest()


def string_of(article: AnnotatedArticle, entity: Entity) -> str:
    """What the entity's string is known by; "" where it is none that could occur again."""
    span = entity.span
    if len(span.fragments) > 1 or span.length > _LONGEST:
        return ""
    return Needle.of(span.surface(article.text)).text


def family_name(article: AnnotatedArticle, entity: Entity) -> str:
    """What the last part of a person's name is known by: الودغيري of سلمى الودغيري; "" for none.

    What belongs to the name in front of it comes along: أبو عيشة.
    """
    start, end = entity.span.start, entity.span.end
    if SPEAKERS.get(entity.label) != 0 or len(entity.span.fragments) > 1:
        return ""
    parts = list(words(article.text, start, end))
    if len(parts) < 2:
        return ""
    first = -2 if len(parts) > 2 and fold(article.text[slice(*parts[-2])]) in _JOINED else -1
    surface = article.text[parts[first][0] : end]
    return Needle.of(surface).text if len(surface) >= _SHORTEST else ""


def _inside(article: AnnotatedArticle, outer: Entity) -> Iterator[str]:
    for one in article.between(outer.span.start, outer.span.end):
        if isinstance(one, Entity) and one.span != outer.span and outer.span.covers(one.span):
            yield string_of(article, one)


class _Finder:
    """Finds the strings of some knowledge in texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        known = ((one, knowledge.best(one)) for one in sorted(knowledge.marked))
        found = [(one, best) for one, best in known if best is not None]
        self.strings = [one for one, _ in found]
        self.best = [best for _, best in found]
        """The label and the score that each of the strings is suggested with."""
        self._needles = [Needle(one) for one in self.strings]
        self._all = Needles(self._needles)
        self._names = Evidence(names=(frozenset(map(first_word, self.strings)),))

    def find(self, text: Normalised) -> list[Place]:
        """Where the strings occur: the longest ones, and those that are usual inside of these."""
        kept: list[Place] = []
        outer: Place | None = None
        for place in self.everywhere(text):
            if outer is None or place.start >= outer.end:
                outer = place
                kept.append(place)
            elif place.end <= outer.end and self._usual(outer, place):
                kept.append(place)
        return kept

    def everywhere(self, text: Normalised) -> Iterator[Place]:
        """Wherever the strings occur, the longer ones before those inside of them."""
        found = sorted(self._all.find(text), key=lambda one: (one.start, -one.end, one.needle))
        for place in found:
            if is_sure(self._needles[place.needle], text.source, place.start, self._names):
                yield place

    def _usual(self, outer: Place, inner: Place) -> bool:
        """Whether the inner string was mostly marked too where the outer one was."""
        whole, part = self.strings[outer.needle], self.strings[inner.needle]
        times = self._knowledge.marked[whole].total()
        return 2 * self._knowledge.within[whole, part] > times


class Memory:
    """The suggester; see the module."""

    def __init__(self, knowledge: Knowledge) -> None:
        """`knowledge` is not changed from now on."""
        self._knowledge = knowledge
        self._finder = _Finder(knowledge)
        self.version = f"memory 4 {knowledge.version()}"

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The strings that are known, where they occur on the article."""
        text = normalise(article.text)
        here = Knowledge()
        here.take(article)
        here.take_family_names(article)
        found = dict(self._new_here(here, text))
        for place in self._finder.find(text):
            found[place.start, place.end] = self._finder.best[place.needle]
        # Ids that last come from those who store suggestions; random ones take longer.
        entities = [
            Entity(id=f"{start}-{end}", label=label, span=Span.of(start, end))
            for (start, end), (label, _) in found.items()
        ]
        # What is marked would be suggested at once where the person takes the mark away.
        out = {one.span for one in article.entities}
        out |= {one.span for one in self._partial([*article.entities, *entities])}
        return [
            Suggestion(one, found[one.span.start, one.span.end][1])
            for one in sorted(entities, key=lambda one: one.span.start)
            if one.span not in out
        ]

    def _partial(self, entities: Sequence[Entity]) -> Iterator[Entity]:
        """What is only a part of a longer name, where the person does not mark such parts."""
        return (one for one in parts(entities) if one.label not in self._knowledge.nested)

    def _new_here(
        self, here: Knowledge, text: Normalised
    ) -> Iterator[tuple[tuple[int, int], tuple[str, float]]]:
        """The strings of the article itself of which the project knows nothing else."""
        finder = _Finder(here)
        for place in finder.find(text):
            string, best = finder.strings[place.needle], finder.best[place.needle]
            known = string in self._knowledge.marked
            if not known and not self._knowledge.rejected.get((string, best[0])):
                yield (place.start, place.end), best

    def close(self) -> None:
        """Nothing is held."""


def make(materials: Materials) -> Memory:
    """Gather what the project knows: reads the person's work once, and the finished part again."""
    knowledge = Knowledge()
    for article in materials.worked():
        knowledge.take(article)
    knowledge.judge(materials.judged())
    finder = _Finder(knowledge)
    left: Counter[str] = Counter()
    for article in materials.finished():
        left.update(_left_unmarked(article, finder))
    knowledge.unmarked = left
    return Memory(knowledge)


def _left_unmarked(article: AnnotatedArticle, finder: _Finder) -> Iterator[str]:
    """The known strings, once for each place of a finished article where they are not marked.

    Within something marked with another label they are neither marked nor left: that one may hold
    them or not. Within something marked with their own label they are a part of a longer name.
    """
    for place in finder.everywhere(normalise(article.text)):
        label, _ = finder.best[place.needle]
        around = [
            one
            for one in article.between(place.start, place.end)
            if isinstance(one, Entity) and one.span.overlaps(place.start, place.end)
        ]
        there = Span.of(place.start, place.end)
        if any(one.span == there for one in around):
            continue
        if not around or any(one.label == label for one in around):
            yield finder.strings[place.needle]
