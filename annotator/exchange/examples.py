"""The annotated articles that come with the program, as teachers of projects that have few so far.

A project whose labels are those of the corpus follows the guidelines that the corpus was annotated
by. Until some dozens of its own articles are finished, its suggesters learn from the corpus too:
the first articles of a newcomer are mostly marked instead of mostly bare. What is in the project
itself teaches nothing from here, so that nobody is shown the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from annotator.formats import Accepted, Source, jsonl
from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Relation
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.resources import corpus
from annotator.store import Project

ENOUGH = 40
"""With so many finished articles of its own a project needs no others."""


def examples(project: Project, layer: str) -> Iterator[AnnotatedArticle]:
    """The articles of the corpus that teach this project: none if it has enough of its own."""
    if project.progress(layer)["done"] >= ENOUGH:
        return
    records = _records()
    if not all(_speaks(project.labels, record) for record in records):
        return
    for record in records:
        article = record.article
        if project.number(article.id) is None and not project.has_text(article.text):
            yield _taught(record, project.labels)


def _taught(record: Record, labels: LabelSet) -> AnnotatedArticle:
    """The annotated article, without relations that the rules of this label set do not admit."""
    spanned = [one for one in record.annotations if not isinstance(one, Relation)]
    article = AnnotatedArticle.build(record.article, labels, spanned)
    admitted = [
        one
        for one in record.annotations
        if isinstance(one, Relation) and _admits(labels, article, one)
    ]
    return article.apply(Edit(added=tuple(admitted)))


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
