"""What has to hold for every annotation of an article. Each breach is refused with its reason."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from annotator.errors import EditRefused
from annotator.model.annotations import QUOTE_TYPES, Annotation, Entity, Quote, Relation, spans_of
from annotator.model.labels import LabelSet
from annotator.model.spans import Span


def identity(annotation: Annotation, labels: LabelSet) -> Hashable:
    """What no two annotations of a layer share: kind, label and span, or label and arguments."""
    if not isinstance(annotation, Relation):
        return isinstance(annotation, Quote), annotation.label, annotation.span.fragments
    arguments = (annotation.head, annotation.tail)
    relation = labels.relation(annotation.label)
    if relation is not None and relation.symmetric and arguments[0] > arguments[1]:
        arguments = (arguments[1], arguments[0])
    return annotation.label, *arguments


def check(
    annotation: Annotation, known: Mapping[str, Annotation], length: int, labels: LabelSet
) -> None:
    """Raise `EditRefused` if the annotation breaks a rule.

    `known` holds all annotations of the layer by id, `length` is the text's in code points.
    """
    if isinstance(annotation, Entity):
        _check_reach(annotation.span, length)
        if labels.entity(annotation.label) is None:
            raise EditRefused("The label set has no entity {label}.", label=annotation.label)
        return
    for span in spans_of(annotation):
        _check_reach(span, length)
    if isinstance(annotation, Quote):
        _check_quote(annotation, known)
    else:
        _check_relation(annotation, known, labels)


def _check_reach(span: Span, length: int) -> None:
    if span.end > length:
        raise EditRefused(
            "The span {start}–{end} reaches beyond the text, which has {length} characters.",
            start=span.start, end=span.end, length=length,
        )  # fmt: skip


def _check_quote(quote: Quote, known: Mapping[str, Annotation]) -> None:
    if quote.type not in QUOTE_TYPES:
        raise EditRefused("There is no type of quote called {type}.", type=quote.type)
    if quote.speaker is not None and not isinstance(known.get(quote.speaker), Entity):
        raise EditRefused(
            "The speaker {id} of a quote is no entity of this article.", id=quote.speaker
        )


def _check_relation(relation: Relation, known: Mapping[str, Annotation], labels: LabelSet) -> None:
    label = labels.relation(relation.label)
    if label is None:
        raise EditRefused("The label set has no relation {label}.", label=relation.label)
    head, tail = known.get(relation.head), known.get(relation.tail)
    for id, end in ((relation.head, head), (relation.tail, tail)):
        if end is None or isinstance(end, Relation):
            raise EditRefused(
                "The relation {label} refers to {id}, which is no entity or quote of this article.",
                label=relation.label, id=id,
            )  # fmt: skip
    assert head is not None
    assert tail is not None
    if relation.head == relation.tail:
        raise EditRefused("A relation needs two different ends.")
    if not label.admits(argument(head), argument(tail)):
        raise EditRefused(
            "The label set does not admit {label} from {head} to {tail}.",
            label=relation.label, head=argument(head), tail=argument(tail),
        )  # fmt: skip


def argument(annotation: Annotation) -> str:
    """How relation rules name an annotation: an entity by its label, any quote as `quote`."""
    return annotation.label if isinstance(annotation, Entity) else "quote"
