"""Edits: what is removed and what is added, as a value with an inverse.

The functions below build edits for what people do. They look at the annotated article but never
change it; the article itself checks the edit when it is applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model import rules
from annotator.model.annotations import (
    Annotation,
    Attributes,
    AttributeValue,
    Entity,
    Quote,
    QuoteKind,
    Relation,
)
from annotator.model.spans import Span

if TYPE_CHECKING:
    from annotator.model.annotated import AnnotatedArticle


class Edit(Struct, frozen=True):
    """`removed` goes, `added` comes. A changed annotation is in both, under the same id."""

    removed: tuple[Annotation, ...] = ()
    added: tuple[Annotation, ...] = ()

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(removed=self.added, added=self.removed)

    def __bool__(self) -> bool:
        return self.removed != self.added


def mark(label: str, span: Span) -> Edit:
    """A new entity."""
    return Edit(added=(Entity(label=label, span=span),))


def copies(like: Entity, spans: Iterable[Span]) -> tuple[Entity, ...]:
    """New entities over `spans` with the label and the attributes of `like`, not with its note."""
    label, attributes = like.label, like.attributes
    return tuple(Entity(label=label, span=span, attributes=attributes) for span in spans)


def quote(
    type: QuoteKind,
    span: Span,
    *,
    cue: Span | None = None,
    source: Span | None = None,
    speaker: str | None = None,
) -> Edit:
    """A new quote."""
    return Edit(added=(Quote(type=type, span=span, cue=cue, source=source, speaker=speaker),))


def relate(label: str, head: str, tail: str) -> Edit:
    """A new relation between two annotations, by id."""
    return Edit(added=(Relation(label=label, head=head, tail=tail),))


def change(article: AnnotatedArticle, id: str, **fields: object) -> Edit:
    """The annotation `id` with other values in the named fields, same id.

    Relations that the label set no longer admits go along in the same edit.
    """
    before = _required(article, id)
    after = msgspec.structs.replace(before, **fields)
    if after == before:
        return Edit()
    lost = tuple(_relations_lost(article, after))
    return Edit(removed=(before, *lost), added=(after,))


def _relations_lost(article: AnnotatedArticle, after: Annotation) -> Iterable[Relation]:
    for referrer in article.referrers(after.id):
        if isinstance(referrer, Relation):
            label = article.labels.relation(referrer.label)
            ends = (
                rules.argument(after if id == after.id else _required(article, id))
                for id in (referrer.head, referrer.tail)
            )
            if label is None or not label.admits(*ends):
                yield referrer


def relabel(article: AnnotatedArticle, id: str, label: str) -> Edit:
    """The entity or relation `id` under another label.

    Attributes that the old label declares and the new one does not would mean nothing: they go.
    What neither declares came with the data and stays.
    """
    before = _required(article, id)
    if isinstance(before, Quote):
        raise EditRefused("There is no type of quote called {type}.", type=label)
    declared, wanted = _declared(article, before, before.label), _declared(article, before, label)
    attributes = {
        name: value
        for name, value in before.attributes.items()
        if name in wanted or name not in declared
    }
    return change(article, id, label=label, attributes=attributes)


def _declared(article: AnnotatedArticle, one: Entity | Relation, label: str) -> set[str]:
    labels = article.labels
    found = labels.entity(label) if isinstance(one, Entity) else labels.relation(label)
    return {attribute.name for attribute in found.attributes} if found is not None else set()


def set_attribute(
    article: AnnotatedArticle, id: str, name: str, value: AttributeValue | None
) -> Edit:
    """The annotation `id` with an attribute set, or taken off with None; the others stay."""
    before: Attributes = _required(article, id).attributes
    after = {key: kept for key, kept in before.items() if key != name}
    if value is not None:
        # In the place where it was, so that what is stored does not change its order.
        after = {**before, name: value}
    return change(article, id, attributes=after)


def add_fragment(article: AnnotatedArticle, id: str, span: Span) -> Edit:
    """The annotation `id` extended by the fragments of `span`; what meets or overlaps merges."""
    before = _spanned(article, id)
    return change(article, id, span=Span.union((*before.span.fragments, *span.fragments)))


def move_start(article: AnnotatedArticle, id: str, start: int) -> Edit:
    """The annotation `id` with its first fragment starting elsewhere (code points)."""
    (_, end), *others = _spanned(article, id).span.fragments
    return change(article, id, span=Span(((start, end), *others)))


def move_end(article: AnnotatedArticle, id: str, end: int) -> Edit:
    """The annotation `id` with its last fragment ending elsewhere (code points)."""
    *others, (start, _) = _spanned(article, id).span.fragments
    return change(article, id, span=Span((*others, (start, end))))


def delete(article: AnnotatedArticle, ids: Iterable[str]) -> Edit:
    """The annotations gone, the relations that refer to them gone along, speakers detached."""
    removed = {id: _required(article, id) for id in ids}
    detached: dict[str, Quote] = {}
    for id in list(removed):
        for referrer in article.referrers(id):
            if isinstance(referrer, Quote):
                detached[referrer.id] = referrer
            else:
                removed[referrer.id] = referrer
    stay = [one for one in detached.values() if one.id not in removed]
    return Edit(
        removed=(*removed.values(), *stay),
        added=tuple(msgspec.structs.replace(one, speaker=None) for one in stay),
    )


def _required(article: AnnotatedArticle, id: str) -> Annotation:
    found = article.get(id)
    if found is None:
        raise EditRefused("There is no annotation {id} in this article.", id=id)
    return found


def _spanned(article: AnnotatedArticle, id: str) -> Entity | Quote:
    found = _required(article, id)
    if isinstance(found, Relation):
        raise EditRefused("A relation has no span.")
    return found
