"""Suggests relations: by the safe patterns of news Arabic, and by what was related before.

Two annotations of one sentence may be related where a rule of the label set admits it. How likely
that is, is counted over the finished articles (of very many in ever fewer) and the examples, for
three descriptions of the pair, from the closest (labels, order, the words between) to the widest
(labels, order, how far apart); where the closer one was seen seldom, the wider one fills in (Witten
and Bell 1991, method C). The safe patterns, such as a title in front of a name, stand for some
articles that were finished already, so that what a project does otherwise outweighs them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle, Spanned
from annotator.model.annotations import Relation
from annotator.model.labels import LabelSet
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Materials
from annotator.suggest.surroundings import SPEAKERS
from annotator.text.normal import fold
from annotator.text.sentences import sentence_around
from annotator.text.tokens import words

_FARTHEST = 120
"""Annotations with more code points between them are not looked at together."""
_LEAST = 0.45
"""What is right less often is not suggested; see `learned`."""
_PRIOR = 8
"""A safe pattern counts like so many pairs that were related."""
_LEADERS = """
    رئيس رئيسة مدير مديرة أمين أمينة وزير وزيرة قائد قائدة محافظ محافظة عميد عميدة نقيب نقيبة حاكم
    حاكمة زعيم زعيمة مؤسس مؤسسة منسق منسقة مشرف مشرفة
"""
_ALL, _FEWER = 500, 4
"""So many articles are counted wholly, and of as many times more one in so many."""
_MANY = 12
"""With more annotations in a sentence only neighbours are looked at."""

_TITLES = {
    "leader": frozenset(map(fold, _LEADERS.split())),
    "member": frozenset(map(fold, ("عضو", "عضوة", "عضوا", "لاعب", "لاعبة"))),
}
"""Titles by what their holders do: lead, or belong to; others work there."""

Order = Literal["before", "behind", "holds", "in", "crosses", "crossed"]
"""How the head lies to the tail."""
Description = str
"""What a pair is like, its parts with `_AND` between them. There are hundreds of thousands, and the
collector of circles would look at each tuple, but looks at no text."""
_AND = "\x1f"


class Pair(NamedTuple):
    """Two annotations, and the words between them; "end" or "inside" where one holds the other.

    `office` says what a title makes of them that ends with the first and stands in front of the
    second: رئيس بلدية نابلس غسان الكيلاني leads بلدية نابلس. "" without such a title.
    """

    head: Spanned
    tail: Spanned
    order: Order
    between: str
    office: str = ""


def pairs(article: AnnotatedArticle) -> Iterator[Pair]:
    """The pairs of annotations, in either direction, that some relation may link."""
    ordered = list(article.in_order())
    ends: dict[int, int] = {}
    for index, first in enumerate(ordered):
        stop = ends.get(first.span.start)
        if stop is None:
            stop = ends[first.span.start] = _reach(article.text, first)
        for second in ordered[index + 1 : index + 1 + _MANY]:
            if second.span.start >= stop:
                break
            yield from _both_ways(article, first, second)


def _reach(text: str, first: Spanned) -> int:
    """Where the last annotation begins that is looked at together with this one."""
    span = first.span
    near = (max(0, span.start - _FARTHEST), min(len(text), span.end + _FARTHEST))
    return min(sentence_around(text, span.start, span.end, near)[1], span.end + _FARTHEST)


def _both_ways(article: AnnotatedArticle, first: Spanned, second: Spanned) -> Iterator[Pair]:
    ways: tuple[Order, Order] = ("before", "behind")
    if second.span.end <= first.span.end:
        ways = ("holds", "in")
    elif second.span.start < first.span.end:
        ways = ("crosses", "crossed")
    between = _between(article.text, first.span.end, second.span.start)
    if ways[0] == "holds":
        between = "end" if second.span.end == first.span.end else "inside"
    office = _office(article, first, second) if ways[0] == "before" else ""
    first = _full_name(article, first) if office else first
    yield Pair(first, second, ways[0], between, office)
    yield Pair(second, first, ways[1], between, office)


def _office(article: AnnotatedArticle, first: Spanned, second: Spanned) -> str:
    """What sort of title holds the first annotation, and its holder is the second."""
    if SPEAKERS.get(second.label) != 0:
        return ""
    for one in article.between(first.span.start, first.span.end):
        if one.label == "OCC" and one.span != first.span and one.span.covers(first.span):
            behind = article.text[one.span.end : second.span.start]
            if behind.strip() in ("", "،") and one.span.end <= second.span.start:
                return _sort(one.span.surface(article.text))
    return ""


def _full_name(article: AnnotatedArticle, one: Spanned) -> Spanned:
    """The name in front that a single word with the article stands for: of الهيئة that of هيئة …"""
    word = fold(one.span.surface(article.text))
    if not word.startswith("ال") or " " in word:
        return one
    begins = word.removeprefix("ال") + " "
    earlier = (
        other
        for other in article.between(0, one.span.start)
        if other.label == one.label and other.span.end <= one.span.start
    )
    named = (
        other for other in earlier if fold(other.span.surface(article.text)).startswith(begins)
    )
    return next(named, one)


@lru_cache(maxsize=1_000)
def _sort(title: str) -> str:
    word = next(iter(fold(title).split()), "").removeprefix("ال")
    return next((sort for sort, known in _TITLES.items() if word in known), "other")


def _between(text: str, start: int, end: int) -> str:
    """The words and marks between two annotations, as they are compared."""
    return " ".join(fold(text[start:end]).split()) if start < end else ""


def descriptions(label: str, pair: Pair) -> tuple[Description, ...]:
    """How a pair is described to look up whether it is related by `label`, the closest first."""
    ends = _AND.join((label, rules.argument(pair.head), rules.argument(pair.tail), pair.order))
    far, last = _distance(pair.between)
    wide = (
        f"{ends}{_AND}={_AND}{pair.between}",
        f"{ends}{_AND}~{_AND}{far}{_AND}{last}",
        f"{ends}{_AND}-{_AND}{far}",
        ends,
    )
    return (f"{ends}{_AND}office{_AND}{pair.office}", *wide) if pair.office else wide


@lru_cache(maxsize=10_000)
def _distance(between: str) -> tuple[str, str]:
    """How many words that is, as it is compared, and the last of them."""
    found = list(words(between))
    return str(min(len(found), 6)), fold(between[slice(*found[-1])]) if found else ""


@dataclass
class Knowledge:
    """How many pairs of each description there were, and how many of them were related."""

    seen: Counter[Description] = field(default_factory=Counter)
    related: Counter[Description] = field(default_factory=Counter)

    def take(self, article: AnnotatedArticle) -> None:
        """Count the pairs of a finished article."""
        linked = _linked(article)
        for pair in pairs(article):
            for label in _admitting(article.labels, pair):
                there = (label, pair.head.id, pair.tail.id) in linked
                for one in descriptions(label, pair):
                    self.seen[one] += 1
                    self.related[one] += there

    def assume(self, labels: LabelSet) -> None:
        """Count the safe patterns as far as the label set knows what they say."""
        for label, head, tail, *rest in _PATTERNS:
            relation = labels.relation(label)
            if relation is not None and relation.admits(head, tail):
                one = _AND.join((label, head, tail, *rest))
                self.seen[one] += _PRIOR
                self.related[one] += _PRIOR

    def score(self, label: str, pair: Pair) -> float:
        """How likely the pair is related by `label`, from 0 to 1."""
        likely = 0.0
        for one in reversed(descriptions(label, pair)):
            seen, related = self.seen[one], self.related[one]
            if seen:
                # Half a pair for each way, and the wider description for two more.
                likely = (related + 2 * likely) / (seen + 2)
        return likely

    def version(self) -> str:
        """A short name of everything that is known."""
        digest = hashlib.blake2b(digest_size=8)
        for part in (self.seen, self.related):
            lines = sorted(map(repr, part.items()))
            digest.update("\n".join(lines).encode(errors="surrogatepass"))
        return digest.hexdigest()


def _linked(article: AnnotatedArticle) -> set[tuple[str, str, str]]:
    found = set()
    for one in article.relations:
        found.add((one.label, one.head, one.tail))
        label = article.labels.relation(one.label)
        if label is not None and label.symmetric:
            found.add((one.label, one.tail, one.head))
    return found


def _admitting(labels: LabelSet, pair: Pair) -> Iterable[str]:
    head, tail = rules.argument(pair.head), rules.argument(pair.tail)
    return (one.name for one in labels.relations_for(head, tail))


def _patterns() -> Iterator[tuple[str, ...]]:
    """Title and name; a place in a name, or behind في; a nation between title and name."""
    yield "HOLDS_OFFICE", "PERS", "OCC", "behind", "=", ""
    for words_ in ("، وهو", "، وهي"):
        yield "HOLDS_OFFICE", "PERS", "OCC", "before", "=", fold(words_)
    yield "LEADS", "PERS", "ORG", "behind", "office", "leader"
    yield "MEMBER_OF", "PERS", "ORG", "behind", "office", "member"
    yield "EMPLOYED_BY", "PERS", "ORG", "behind", "office", "other"
    for one in ("FAC", "ORG"):
        yield "LOCATED_IN", one, "GPE", "holds", "=", "end"
    for one in ("FAC", "ORG", "LOC", "GPE"):
        for place in ("GPE", "LOC"):
            for words_ in ("في", "شمالي", "جنوبي", "شرقي", "غربي"):
                yield "LOCATED_IN", one, place, "before", "=", fold(words_)
    yield "CITIZEN_OF", "PERS", "NORP", "behind", "=", ""
    for one in ("GPE", "FAC", "LOC"):
        yield "HAPPENS_IN", "EVENT", one, "before", "=", "في"
    yield "HAPPENS_ON", "EVENT", "DATE", "before", "=", "في"


_PATTERNS: tuple[tuple[str, ...], ...] = tuple(_patterns())


class Relations:
    """The suggester; see the module."""

    def __init__(self, knowledge: Knowledge) -> None:
        """`knowledge` is not changed from now on."""
        self._knowledge = knowledge
        self.version = f"relations 3 {knowledge.version()}"

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The likely relations between what is marked on the article."""
        best: dict[Hashable, Suggestion] = {}
        for pair in pairs(article):
            for label in _admitting(article.labels, pair):
                score = self._knowledge.score(label, pair)
                if score >= _LEAST:
                    found = Relation(label=label, head=pair.head.id, tail=pair.tail.id)
                    # A symmetric relation is the same from either end.
                    best.setdefault(rules.identity(found, article.labels), Suggestion(found, score))
        return list(best.values())

    def close(self) -> None:
        """Nothing is held."""


def thinned(articles: Iterable[AnnotatedArticle]) -> Iterator[AnnotatedArticle]:
    """All of some hundreds of articles, a fourth of the next thousands, then ever fewer.

    Shares are known well from some hundreds of articles, and counting takes milliseconds for each.
    """
    step, rest = 1, _ALL
    for number, article in enumerate(articles):
        if not rest:
            step, rest = step * _FEWER, _ALL * step * _FEWER
        rest -= 1
        if number % step == 0:
            yield article


def make(materials: Materials) -> Relations:
    """Count what was related; reads the finished articles and the examples once."""
    knowledge = Knowledge()
    knowledge.assume(materials.labels)
    for article in chain(thinned(materials.finished()), materials.examples()):
        knowledge.take(article)
    return Relations(knowledge)
