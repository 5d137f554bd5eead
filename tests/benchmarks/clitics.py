"""How well particles are told from letters of the word: precision and recall of boundaries.

Gold are the starts of entities in `corpora/` (inside a word: a boundary behind particles), and the
sentences of `tests/text/cut_sentences`. No article's own annotations are evidence for it: what
is known is its text and, where the table says so, texts and entities of the others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from annotator.resources import corpus
from annotator.text.evidence import Evidence, first_words, standing
from annotator.text.segments import segments
from annotator.text.tokens import word_at, words
from tests.benchmarks.figures import Figure, at_most
from tests.text.cut_sentences import SEEN, UNSEEN, cut_words

_HARD_NAMES = Path(__file__).parent.parent / "text" / "hard_names.txt"
_PRECISION, _RECALL = 0.98, 0.95


class Score(NamedTuple):
    """Boundaries found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, gold: set[int], found: set[int]) -> Score:
        """The score with the boundaries of one more word."""
        return Score(
            self.right + len(gold & found),
            self.wrong + len(found - gold),
            self.missed + len(gold - found),
        )


def figures() -> Iterable[Figure]:
    """The table's lines."""
    articles = [json.loads(line) for line in corpus("news.jsonl").read_text("utf-8").splitlines()]
    name = "entity starts of the gold corpus"
    yield from _lines(f"{name}, own text known", _gold(articles, alone=True), goal=True)
    yield from _lines(f"{name}, other articles known too", _gold(articles, alone=False), goal=True)
    for name, sentences in (("seen", SEEN), ("unseen", UNSEEN)):
        starts, ends = _sentences(sentences)
        yield from _lines(f"particles in {name} sentences", starts, goal=False)
        yield from _lines(f"pronouns in {name} sentences", ends, goal=False)
    yield _names()
    yield _speed(articles)


def _lines(what: str, score: Score, *, goal: bool) -> Iterator[Figure]:
    right, wrong, missed = score
    precision, recall = right / ((right + wrong) or 1), right / ((right + missed) or 1)
    for kind, value, least in (("precision", precision, _PRECISION), ("recall", recall, _RECALL)):
        wanted, met = (f"≥ {least}", value >= least) if goal else ("", None)
        yield Figure(f"{what} ({right + missed}): {kind}", f"{value:.3f}", wanted, met)


def _gold(articles: list[dict[str, Any]], *, alone: bool) -> Score:
    score = Score()
    for article in articles:
        evidence = Evidence((standing(article["text"]),))
        if not alone:
            evidence = _with_others(evidence, article, articles)
        for gold, found in _starts(article, evidence):
            score = score.plus(gold, found)
    return score


def _with_others(
    evidence: Evidence, article: dict[str, Any], articles: list[dict[str, Any]]
) -> Evidence:
    others = [other for other in articles if other is not article]
    texts = [standing(one["text"]) for one in articles]
    names = first_words(entity["text"] for other in others for entity in other["entities"])
    return Evidence(evidence.texts, (names,), lambda word: sum(word in one for one in texts))


def _starts(article: dict[str, Any], evidence: Evidence) -> Iterator[tuple[set[int], set[int]]]:
    """Yield for each word in which entities start: the starts inside it, marked and found."""
    text = article["text"]
    by_word: dict[tuple[int, int], set[int]] = {}
    for entity in article["entities"]:
        for start, _ in entity["fragments"]:
            word = word_at(text, start)
            if word:
                by_word.setdefault(word, set()).add(start)
    for word, starts in by_word.items():
        found = segments(text, word, evidence).name
        yield starts - {word[0]}, {found} - {word[0]}


def _sentences(sentences: Iterable[str]) -> tuple[Score, Score]:
    """The sentences' scores in front and behind; each sentence is its own text."""
    starts, ends = Score(), Score()
    for sentence in sentences:
        text, cuts = cut_words(sentence)
        evidence = Evidence((standing(text),))
        for word, front, behind in cuts:
            found = segments(text, word, evidence)
            name = {found.name} - {word[0]}
            starts = starts.plus({front} - {word[0]}, name)
            ends = ends.plus({behind} - {word[1]}, {begin for begin, _ in found.enclitics})
    return starts, ends


def _names() -> Figure:
    """Names that begin with letters of particles, each by itself: nothing but its letters tells."""
    names = _HARD_NAMES.read_text("utf-8").split()
    cut = sum(segments(name, (0, len(name))).name > 0 for name in names)
    return Figure("names that look as if they had particles: cut", f"{cut} of {len(names)}")


def _speed(articles: list[dict[str, Any]]) -> Figure:
    texts = [article["text"] for article in articles]
    count = sum(1 for text in texts for _ in words(text))
    started = time.perf_counter()
    for text in texts:
        evidence = Evidence((standing(text),))
        for word in words(text):
            segments(text, word, evidence)
    return at_most("cutting a word", (time.perf_counter() - started) * 1e6 / count, 500, "µs")
