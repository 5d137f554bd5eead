"""Offers: what the models suggest for an article, as one person may take or reject it.

The suggestions of all models together, each once, without those that the person has decided about
or already annotated, or that would cross what is there. Pure: taking an offer builds an edit and
the decisions that go with it; the store carries both out at once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import (
    Annotation,
    Entity,
    Quote,
    Relation,
    references,
    spans_of,
)
from annotator.model.edits import Edit
from annotator.model.nesting import Places, in_the_way, nested_labels
from annotator.model.suggestions import SCORE, Decision, ModelLayer, Verdict, bare, score_of
from annotator.text.same import Needle

_ALIKE = 0.5
"""Two quotes that share more than this part of their letters are the same quote, seen twice."""


class Said(Struct, frozen=True, gc=False):
    """Where an offer comes from: the annotation as the model's layer holds it."""

    model: str
    version: str
    suggested: Annotation


class Offer(Struct, frozen=True, gc=False):
    """An annotation to take or to reject; `score` is the highest of those who say it (`said`).

    What the annotation refers to is the person's, or another offer.
    """

    annotation: Annotation
    score: float
    said: tuple[Said, ...]


class Offers:
    """The offers for an article in one person's layer. Make them with `of`."""

    def __init__(self, own: AnnotatedArticle, offers: Sequence[Offer]) -> None:
        """`own` is the person's work; the offers keep all rules together with it."""
        self.own = own
        self.by_id: Mapping[str, Offer] = {one.annotation.id: one for one in offers}
        self.shown = own.apply(Edit(added=tuple(one.annotation for one in offers)))
        """The article with everything on it that is offered."""

    @classmethod
    def of(
        cls,
        own: AnnotatedArticle,
        layers: Iterable[ModelLayer],
        decided: Iterable[Decision] = (),
    ) -> Offers:
        """What is left to decide of what the layers suggest."""
        return cls(own, _Sifting(own, layers, decided).offers())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def listed(self) -> list[Offer]:
        """The offers as they are read: entities in order, quotes once they are read, relations.

        A quote comes behind the entities in it and in its attribution, which is what it is judged
        by: who is said to speak.
        """
        read = [self.by_id[one.id] for one in self.shown.listed() if one.id in self.by_id]
        return sorted(read, key=lambda one: self._read_at(one.annotation))

    def _read_at(self, one: Annotation) -> int:
        """Where one comes to it (code points). What is read at the same place keeps its order."""
        if isinstance(one, Relation):
            return len(self.own.text)
        if isinstance(one, Entity):
            return one.span.start
        return max(span.end for span in spans_of(one))

    def needed(
        self, ids: Iterable[str], changed: Mapping[str, Annotation] | None = None
    ) -> list[Offer]:
        """These offers with all that they refer to: entities first, then quotes and relations.

        What one refers to that was `changed`, see `take`, is what it refers to now.
        """
        other = changed or {}
        wanted: dict[str, Offer] = {}
        waiting = list(ids)
        while waiting:
            found = self.by_id.get(waiting.pop())
            if found is not None and found.annotation.id not in wanted:
                wanted[found.annotation.id] = found
                one = found.annotation
                waiting.extend(references(other.get(one.id, one)))
        return sorted(wanted.values(), key=lambda one: _order(one.annotation))

    def take(
        self, ids: Iterable[str], changed: Mapping[str, Annotation] | None = None
    ) -> tuple[Edit, tuple[Decision, ...]]:
        """The edit that takes these offers and what they refer to, and the decisions with it.

        `changed` gives, by id, annotations that are taken instead of what was offered, under the
        same id. `EditRefused` where what is changed breaks a rule.
        """
        other = changed or {}
        added: list[Annotation] = []
        decisions: list[Decision] = []
        for offer in self.needed(ids, other):
            one = offer.annotation
            taken = other.get(one.id, one)
            added.append(taken)
            verdict: Verdict = "accepted" if taken == one else "changed"
            decisions.extend(_decisions(offer, verdict, taken.id))
        edit = Edit(added=tuple(added))
        self.own.apply(edit)
        return edit, tuple(decisions)

    def reject(self, ids: Iterable[str]) -> tuple[Decision, ...]:
        """The decisions that reject these offers and nothing else."""
        found = [self.by_id[id] for id in ids if id in self.by_id]
        return tuple(one for offer in found for one in _decisions(offer, "rejected", None))

    def like(self, id: str) -> list[str]:
        """The ids of the offers that say the same of the same words, that of `id` among them.

        Entities have the same label and string; quotes the same type and cue; relations the same
        label between the same strings.
        """
        wanted = _sameness(self.shown, self.by_id[id].annotation)
        return [
            one.annotation.id
            for one in self.listed()
            if _sameness(self.shown, one.annotation) == wanted
        ]


def _order(one: Annotation) -> tuple[int, int, str]:
    """What is referred to comes before what refers to it, and else what is read first."""
    if isinstance(one, Relation):
        return 2, 0, one.id
    return (0 if isinstance(one, Entity) else 1), one.span.start, one.id


def _decisions(offer: Offer, verdict: Verdict, taken: str | None) -> Iterator[Decision]:
    for said in offer.said:
        yield Decision(
            model=said.model, version=said.version, suggested=said.suggested,
            verdict=verdict, taken=taken,
        )  # fmt: skip


def _sameness(article: AnnotatedArticle, one: Annotation) -> Hashable:
    if isinstance(one, Relation):
        ends = (article.spanned(one.head), article.spanned(one.tail))
        strings = tuple(_string(article, end.span.surface(article.text)) for end in ends if end)
        return "relation", one.label, strings
    if isinstance(one, Quote):
        return "quote", one.type, one.cue and _string(article, one.cue.surface(article.text))
    return "entity", one.label, _string(article, one.span.surface(article.text))


def _string(article: AnnotatedArticle, surface: str) -> str:
    return Needle.of(surface).text or surface


# Sifting

_Group = list[tuple[Annotation, Said]]
"""Who says the same: the annotation with what it refers to resolved, and where it comes from."""


class _Sifting:
    """Finds the offers among suggestions; used once."""

    def __init__(
        self, own: AnnotatedArticle, layers: Iterable[ModelLayer], decided: Iterable[Decision]
    ) -> None:
        self._own = own
        self._layers = sorted(layers, key=lambda layer: layer.name)
        self._scored = {
            layer.name
            for layer in self._layers
            if any(SCORE in one.attributes for one in layer.annotations)
        }
        self._known = dict(own.by_id)
        self._length = len(own.text)
        # Which annotation each id of a layer stands for.
        self._stands: dict[tuple[str, str], str] = {}
        self._places = Places()
        self._nested = nested_labels(own.entities).union(*map(_nested, self._layers))
        self._quotes: list[Quote] = [one for one in own.in_order() if isinstance(one, Quote)]
        self._gone_ids: set[tuple[str, str]] = set()
        self._gone: set[Hashable] = set()
        for one in decided:
            self._gone_ids.add((one.model, one.suggested.id))
            self._gone.add(self._identity(one.suggested))

    def _identity(self, one: Annotation) -> Hashable:
        return rules.identity(one, self._own.labels)

    def offers(self) -> list[Offer]:
        found: list[Offer] = []
        for kind in (Entity, Quote, Relation):
            groups = self._groups(kind)
            for identity, group in sorted(groups.items(), key=self._surest_first):
                made = self._offer(identity, group)
                if made is not None:
                    found.append(made)
        return found

    def _groups(self, kind: type[Annotation]) -> dict[Hashable, _Group]:
        """What is suggested of one kind, by what it says, each with what it refers to resolved."""
        groups: dict[Hashable, _Group] = {}
        for layer in self._layers:
            for one in layer.annotations:
                resolved = self._resolved(layer.name, one) if isinstance(one, kind) else None
                if resolved is not None:
                    said = Said(layer.name, layer.version, one)
                    groups.setdefault(self._identity(resolved), []).append((resolved, said))
        return groups

    def _resolved(self, layer: str, one: Annotation) -> Annotation | None:
        """The annotation, referring to what is known; None if it cannot be without that."""
        if isinstance(one, Relation):
            head, tail = self._stands.get((layer, one.head)), self._stands.get((layer, one.tail))
            if head is None or tail is None:
                return None
            return msgspec.structs.replace(one, head=head, tail=tail)
        if isinstance(one, Quote) and one.speaker is not None:
            speaker = self._stands.get((layer, one.speaker))
            return msgspec.structs.replace(one, speaker=speaker)
        return one

    def _offer(self, identity: Hashable, group: _Group) -> Offer | None:
        """The offer that the group makes, unless it is the person's own, decided, or in the way."""
        voices = [pair for pair in group if not self._is_context(pair[1])]
        best = self._best(group)
        id = self._there(identity, group)
        if id is None and voices and not self._is_decided(identity, group) and self._fits(best):
            id = best.id
            self._known[id] = bare(best)
            self._keep(best)
            for _, said in group:
                self._stands[said.model, said.suggested.id] = id
            said_by = tuple(said for _, said in voices)
            return Offer(self._known[id], score_of(best), said_by)
        if id is not None:
            for _, said in group:
                self._stands[said.model, said.suggested.id] = id
        return None

    def _surest_first(self, said: tuple[Hashable, _Group]) -> tuple[float, int, int, str]:
        one = self._best(said[1])
        start, length = (0, 0) if isinstance(one, Relation) else (one.span.start, one.span.length)
        return -score_of(one), -length, start, one.id

    def _best(self, group: _Group) -> Annotation:
        """The surest of those who say the same, before those who only refer to it."""
        if len(group) == 1:
            return group[0][0]
        return max(group, key=lambda pair: (not self._is_context(pair[1]), score_of(pair[0])))[0]

    def _is_context(self, said: Said) -> bool:
        """Whether a layer holds this only since something else in it refers to it.

        Of what a model says itself it gives the score; other programs may give none at all.
        """
        return said.model in self._scored and SCORE not in said.suggested.attributes

    def _there(self, identity: Hashable, group: _Group) -> str | None:
        """The id of the person's annotation that says the same, or came of this suggestion."""
        if not len(self._own):
            return None
        same = self._own.identified(identity)
        ids = (said.suggested.id for _, said in group if said.suggested.id in self._own)
        return same or next(ids, None)

    def _is_decided(self, identity: Hashable, group: _Group) -> bool:
        if not self._gone:
            return False
        known = any((said.model, said.suggested.id) in self._gone_ids for _, said in group)
        return known or identity in self._gone

    def _fits(self, one: Annotation) -> bool:
        try:
            rules.check(one, self._known, self._length, self._own.labels)
        except EditRefused:
            return False
        if one.id in self._known:
            return False
        if isinstance(one, Entity):
            return not self._crosses_own(one) and self._places.free(one, self._nested)
        if isinstance(one, Quote):
            return not any(_alike(one, other) for other in self._quotes)
        return True

    def _crosses_own(self, one: Entity) -> bool:
        return len(self._own) > 0 and any(
            isinstance(other, Entity) and in_the_way(one, other, self._nested)
            for other in self._own.between(one.span.start, one.span.end)
        )

    def _keep(self, one: Annotation) -> None:
        if isinstance(one, Entity):
            self._places.add(one)
        elif isinstance(one, Quote):
            self._quotes.append(one)


def _nested(layer: ModelLayer) -> frozenset[str]:
    return nested_labels(one for one in layer.annotations if isinstance(one, Entity))


def _alike(one: Quote, other: Quote) -> bool:
    shared = sum(
        max(0, min(end, last) - max(start, first))
        for start, end in one.span.fragments
        for first, last in other.span.fragments
    )
    return shared > _ALIKE * (one.span.length + other.span.length - shared)
