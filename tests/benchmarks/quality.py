"""Checking 1,000 articles with 50 annotations each: how long it takes."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator

from annotator.model import labelfile
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.spans import Span
from annotator.quality.checks import run as check
from annotator.quality.corpus import Worked
from annotator.resources import resource
from tests.benchmarks.figures import Figure

ARTICLES, ENTITIES, NAMES = 1_000, 50, 5_000
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def corpus(count: int = ARTICLES) -> Iterator[Worked]:
    """Made-up articles whose names occur again in others, some of them unmarked."""
    chance = random.Random(1)
    labels = labelfile.load("news", resource("labels"))
    names = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 9))) for _ in range(NAMES)]
    kinds = [one.name for one in labels.entities]
    for number in range(1, count + 1):
        text, entities = "", []
        for _ in range(ENTITIES):
            at = chance.randrange(NAMES)
            text += " ".join(chance.choices(names, k=5)) + " "
            span = Span.of(len(text), len(text) + len(names[at]))
            entities.append(Entity(label=kinds[at % len(kinds)], span=span))
            text += names[at] + " "
        article = Article(id=f"a{number}", text=text)
        yield Worked(number, AnnotatedArticle.build(article, labels, entities), "done")


def figures() -> Iterable[Figure]:
    """The time of all checks over articles that are there already."""
    articles = list(corpus())
    started = time.perf_counter()
    found = check(lambda: iter(articles))
    seconds = time.perf_counter() - started
    name = f"all checks, {ARTICLES:,} articles of {ENTITIES} annotations"
    yield Figure(name, f"{seconds:.1f} s, {len(found):,} findings")
