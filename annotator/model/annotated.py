"""The annotated article: one article, the annotations of one layer over it, and the rules kept.

Immutable: `apply` makes a new one. It holds what the screen asks for many times a second (what lies
here, what refers to this) in indices that an edit carries over instead of building them again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping
from operator import itemgetter

from annotator.errors import EditRefused
from annotator.model import rules
from annotator.model.annotations import Annotation, Entity, Quote, Relation, references, spans_of
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet

Spanned = Entity | Quote
_Place = tuple[int, int, str]


class AnnotatedArticle:
    """An article with the annotations of one layer. Construct with `build`, change with `apply`."""

    __slots__ = (
        "_by_id", "_came", "_identities", "_longest", "_places", "_referrers", "_stamp", "article",
        "labels",
    )  # fmt: skip

    def __init__(self, article: Article, labels: LabelSet) -> None:
        """An article without annotations."""
        self.article = article
        self.labels = labels
        self._by_id: dict[str, Annotation] = {}
        self._identities: dict[Hashable, str] = {}
        self._referrers: dict[str, tuple[str, ...]] = {}
        # Sorted (start, end, id) of entities and quotes; no span is longer than `_longest`.
        self._places: list[_Place] = []
        self._longest = 0
        # What this one is, and what it came from by which edit: without holding on to that one.
        self._stamp = object()
        self._came: tuple[object, Edit] | None = None

    @classmethod
    def build(
        cls, article: Article, labels: LabelSet, annotations: Iterable[Annotation]
    ) -> AnnotatedArticle:
        """The article with all of `annotations`; raises `EditRefused` if any breaks a rule."""
        return cls(article, labels).apply(Edit(added=tuple(annotations)))

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def apply(self, edit: Edit) -> AnnotatedArticle:
        """The article after the edit; raises `EditRefused` with the reason if it breaks a rule."""
        after = self._copy()
        for annotation in edit.removed:
            after._take(annotation)
        for annotation in edit.added:
            after._put(annotation)
        after._places.sort()
        after._check(edit)
        after._came = (self._stamp, edit)
        return after

    def _copy(self) -> AnnotatedArticle:
        copy = AnnotatedArticle(self.article, self.labels)
        copy._by_id = self._by_id.copy()
        copy._identities = self._identities.copy()
        copy._referrers = self._referrers.copy()
        copy._places = self._places.copy()
        copy._longest = self._longest
        return copy

    def _take(self, annotation: Annotation) -> None:
        if self._by_id.get(annotation.id) != annotation:
            raise EditRefused("The annotation {id} is no longer what it was.", id=annotation.id)
        del self._by_id[annotation.id]
        del self._identities[rules.identity(annotation, self.labels)]
        for id in references(annotation):
            left = tuple(other for other in self._referrers[id] if other != annotation.id)
            if left:
                self._referrers[id] = left
            else:
                del self._referrers[id]
        if not isinstance(annotation, Relation):
            place = _place(annotation)
            del self._places[bisect_left(self._places, place)]

    def _put(self, annotation: Annotation) -> None:
        """Take it in; its place is put in order with all others."""
        if annotation.id in self._by_id:
            raise EditRefused("There is an annotation {id} already.", id=annotation.id)
        identity = rules.identity(annotation, self.labels)
        if identity in self._identities:
            raise EditRefused(
                "The same annotation is there already: {what}.", what=self.describe(annotation)
            )
        self._by_id[annotation.id] = annotation
        self._identities[identity] = annotation.id
        for id in references(annotation):
            self._referrers[id] = (*self._referrers.get(id, ()), annotation.id)
        if not isinstance(annotation, Relation):
            place = _place(annotation)
            self._places.append(place)
            if place[1] - place[0] > self._longest:
                self._longest = place[1] - place[0]

    def _check(self, edit: Edit) -> None:
        length = len(self.text)
        for annotation in edit.added:
            rules.check(annotation, self._by_id, length, self.labels)
        # What stayed may refer to what went, or to what has another label now.
        changed = {annotation.id for annotation in edit.removed}
        for id in changed:
            for referrer in self._referrers.get(id, ()):
                rules.check(self._by_id[referrer], self._by_id, length, self.labels)

    def describe(self, annotation: Annotation) -> str:
        """A few words for messages: the label, and the surface or the two ends."""
        if isinstance(annotation, Relation):
            ends = (self.get(annotation.head), self.get(annotation.tail))
            surfaces = [self._short(end) if end is not None else "?" for end in ends]
            return f"{annotation.label}, {surfaces[0]} → {surfaces[1]}"
        return f"{annotation.label}, {self._short(annotation)}"

    def _short(self, annotation: Annotation) -> str:
        spans = spans_of(annotation)
        surface = " ".join(spans[0].surface(self.text).split()) if spans else annotation.label
        return surface if len(surface) <= 40 else surface[:39] + "…"

    # Looking things up

    def since(self, before: AnnotatedArticle | None) -> Edit | None:
        """The edit that made this of `before`; None if it was not one edit alone."""
        if before is None or self._came is None or self._came[0] is not before._stamp:
            return None
        return self._came[1]

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    @property
    def by_id(self) -> Mapping[str, Annotation]:
        """All annotations by id."""
        return self._by_id

    def get(self, id: str | None) -> Annotation | None:
        """The annotation with this id, or None."""
        return self._by_id.get(id) if id is not None else None

    def same(self, annotation: Annotation) -> str | None:
        """The id of the annotation that says the same (see `rules.identity`), or None."""
        return self.identified(rules.identity(annotation, self.labels))

    def identified(self, identity: Hashable) -> str | None:
        """The id of the annotation with this identity (see `rules.identity`), or None."""
        return self._identities.get(identity)

    def spanned(self, id: str | None) -> Spanned | None:
        """The entity or quote with this id, or None."""
        found = self.get(id)
        return None if isinstance(found, Relation) else found

    def in_order(self) -> Iterator[Spanned]:
        """Entities and quotes by start, end and id."""
        for _, _, id in self._places:
            yield self._by_id[id]  # type: ignore[misc]

    def listed(self) -> list[Annotation]:
        """Everything as it is read: entities and quotes in order, then the relations."""
        return [*map(self._by_id.__getitem__, map(itemgetter(2), self._places)), *self.relations]

    def rank(self, id: str | None) -> int | None:
        """Which entity or quote in order this is, from 0; None if there is no such one."""
        found = self.spanned(id)
        return None if found is None else bisect_left(self._places, _place(found))

    @property
    def entities(self) -> list[Entity]:
        """The entities by position, then id."""
        return [one for one in self.in_order() if isinstance(one, Entity)]

    @property
    def quotes(self) -> list[Quote]:
        """The quotes by position, then id."""
        return [one for one in self.in_order() if isinstance(one, Quote)]

    @property
    def relations(self) -> list[Relation]:
        """The relations by the position of head and tail, then id."""
        if len(self._by_id) == len(self._places):
            return []
        found = [one for one in self._by_id.values() if isinstance(one, Relation)]
        found.sort(key=lambda one: (*self._where(one.head), *self._where(one.tail), one.id))
        return found

    def _where(self, id: str) -> tuple[int, int]:
        span = self._by_id[id].span  # type: ignore[union-attr]
        return span.start, span.end

    def referrers(self, id: str) -> list[Annotation]:
        """The relations and quotes that refer to the annotation `id`."""
        return [self._by_id[other] for other in self._referrers.get(id, ())]

    def between(self, start: int, end: int) -> list[Spanned]:
        """Entities and quotes whose reach (first start to last end) meets `start:end`, in order."""
        places = self._places
        first = bisect_left(places, (start - self._longest, 0, ""))
        last = bisect_left(places, (end, 0, ""))
        return [
            self._by_id[id]  # type: ignore[misc]
            for _, stop, id in places[first:last]
            if stop > start
        ]

    def at(self, position: int) -> list[Spanned]:
        """Entities and quotes that hold the code point at `position`, the innermost first."""
        here = [one for one in self.between(position, position + 1) if one.span.holds(position)]
        return sorted(here, key=lambda one: (one.span.length, isinstance(one, Quote), one.id))

    def neighbour(self, position: int, step: int, *, after: str | None = None) -> Spanned | None:
        """The next (`step` 1) or previous (-1) entity or quote, in order of position.

        Counted from the annotation `after` if it is there, else from `position`; None at the ends.
        """
        places = self._places
        current = self.spanned(after)
        if current is not None:
            index = bisect_left(places, _place(current)) + step
        else:
            index = bisect_left(places, (position, 0, "")) - (step < 0)
        return self._by_id[places[index][2]] if 0 <= index < len(places) else None  # type: ignore[return-value]


def _place(annotation: Spanned) -> _Place:
    fragments = annotation.span.fragments
    return fragments[0][0], fragments[-1][1], annotation.id
