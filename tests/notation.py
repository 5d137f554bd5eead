"""Annotated texts on one line, for tests to be read: `[محمد|PERS] زار [القاهرة|GPE]`.

Brackets nest. A label `direct`, `indirect` or `mixed` makes a quote, any other an entity of the
news labels. The ids are `a1`, `a2` … in the order of the opening brackets.
"""

from __future__ import annotations

import re

from annotator.model import labelfile
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import QUOTE_TYPES, Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.labels import LabelSet
from annotator.model.spans import Span
from annotator.resources import resource

_PART = re.compile(r"\[|\|([A-Za-z_]+)\]|[^\[|]+", re.DOTALL)
NEWS: LabelSet = labelfile.load("news", resource("labels"))


def annotated(line: str, *relations: tuple[str, str, str], id: str = "article") -> AnnotatedArticle:
    """The article that `line` writes down, with `relations` as (label, head's id, tail's id)."""
    text, annotations = parsed(line)
    annotations += [
        Relation(id=f"r{number}", label=label, head=head, tail=tail)
        for number, (label, head, tail) in enumerate(relations, 1)
    ]
    return AnnotatedArticle.build(Article(id=id, text=text), NEWS, annotations)


def parsed(line: str) -> tuple[str, list[Annotation]]:
    """The text and the annotations of a line."""
    text, open_ones, found, opened = "", [], [], 0
    for part in _PART.finditer(line):
        if part.group() == "[":
            opened += 1
            open_ones.append((f"a{opened}", len(text)))
        elif part.group(1):
            id, start = open_ones.pop()
            found.append(_annotation(id, part.group(1), Span.of(start, len(text))))
        else:
            text += part.group()
    assert not open_ones, f"a bracket stays open in {line}"
    return text, found


def _annotation(id: str, label: str, span: Span) -> Annotation:
    for type in QUOTE_TYPES:
        if label == type:
            return Quote(id=id, type=type, span=span)
    return Entity(id=id, label=label, span=span)


def written(article: AnnotatedArticle) -> str:
    """The same the other way round, without relations; for spans of one fragment that nest."""
    marks: dict[int, list[tuple[tuple[int, int, str], str]]] = {}
    for one in article.in_order():
        assert len(one.span.fragments) == 1, "the notation has no way to write fragments"
        start, end = one.span.start, one.span.end
        # At one place, what closes comes before what opens, and longer spans stand outside.
        marks.setdefault(start, []).append(((1, -end, one.id), "["))
        marks.setdefault(end, []).append(((0, -start, one.id), f"|{one.label}]"))
    line, last = "", 0
    for place in sorted(marks):
        line += article.text[last:place] + "".join(mark for _, mark in sorted(marks[place]))
        last = place
    return line + article.text[last:]
