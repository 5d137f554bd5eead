"""The annotated articles that come with the program, as teachers of projects that have few so far.

A project whose labels are those of the corpus follows the guidelines that the corpus was annotated
by. Until some dozens of its own articles are finished, its suggesters learn from the corpus too:
the first articles of a newcomer are mostly marked instead of mostly bare. What is in the project
itself teaches nothing from here, so that nobody is shown the answers; and who marks nothing but
persons, say, is soon shown nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec.structs import replace

from annotator.formats import Accepted, Source, jsonl
from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.resources import corpus
from annotator.store import Project

ENOUGH = 40
"""With so many finished articles of its own a project needs no others."""
_MISSED = 4
"""Articles that should have a label by now: if none has it, it is not given (likely by 98%)."""


def examples(project: Project, layer: str) -> Iterator[AnnotatedArticle]:
    """The articles of the corpus that teach this project: none if it has enough of its own."""
    if project.progress(layer)["done"] >= ENOUGH:
        return
    records = _records()
    if not all(_speaks(project.labels, record) for record in records):
        return
    never = _never_given(project, layer, records)
    for record in records:
        article = record.article
        if project.number(article.id) is None and not project.has_text(article.text):
            wanted = [one for one in record.annotations if _kind(one) not in never]
            yield _taught(article, project.labels, wanted)


def _never_given(
    project: Project, layer: str, records: Sequence[Record]
) -> frozenset[tuple[type, str]]:
    """The labels that the person does not give: by the corpus, some articles should have them."""
    own = [_labels(record) for record in project.records(layer, "done")]
    given = frozenset(chain.from_iterable(own))
    usual = Counter(chain.from_iterable(map(_labels, records)))
    expected = {label: len(own) * count / len(records) for label, count in usual.items()}
    return frozenset(label for label in expected.keys() - given if expected[label] >= _MISSED)


def _labels(record: Record) -> set[tuple[type, str]]:
    return {_kind(one) for one in record.annotations}


def _kind(one: Annotation) -> tuple[type, str]:
    return type(one), "" if isinstance(one, Quote) else one.label


def _taught(
    article: Article, labels: LabelSet, annotations: Sequence[Annotation]
) -> AnnotatedArticle:
    """The annotated article, without relations that the rules of this label set do not admit."""
    entities = {one.id: one for one in annotations if isinstance(one, Entity)}
    quotes = [
        one if one.speaker in entities else replace(one, speaker=None)
        for one in annotations
        if isinstance(one, Quote)
    ]
    made = AnnotatedArticle.build(article, labels, (*entities.values(), *quotes))
    relations = (one for one in annotations if isinstance(one, Relation))
    admitted = tuple(one for one in relations if _admits(labels, made, one))
    return made.apply(Edit(added=admitted))


def _admits(labels: LabelSet, article: AnnotatedArticle, one: Relation) -> bool:
    head, tail = article.spanned(one.head), article.spanned(one.tail)
    label = labels.relation(one.label)
    if head is None or tail is None or label is None:
        return False
    return label.admits(rules.argument(head), rules.argument(tail))


@cache
def _records() -> tuple[Record, ...]:
    rows = jsonl.read(Source(corpus("news.jsonl")))
    return tuple(row.record for row in rows if isinstance(row, Accepted))


def _speaks(labels: LabelSet, record: Record) -> bool:
    """Whether all labels of the record are labels of the set."""
    for one in record.annotations:
        if isinstance(one, Entity) and labels.entity(one.label) is None:
            return False
        if isinstance(one, Relation) and labels.relation(one.label) is None:
            return False
    return True
