"""Several suggesters over one article, each seeing what those before it suggest.

Entities first, then quotes, whose speakers may be suggested entities, then relations. What comes
out are the models' layers, ready to be stored: complete in themselves, with ids that are the same
whenever the same is suggested.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

import msgspec

from annotator.errors import EditRefused
from annotator.model import rules
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation, references
from annotator.model.offers import Offers
from annotator.model.suggestions import (
    MODEL,
    Decision,
    ModelLayer,
    Suggestion,
    scored,
    suggestion_id,
)
from annotator.suggest.base import KINDS, Suggester, Way


def propose(
    own: AnnotatedArticle,
    suggesters: Mapping[Way, Suggester],
    decided: Sequence[Decision] = (),
) -> list[ModelLayer]:
    """What the suggesters say of the article, one layer each, in the order in which they ran.

    `own` is the article with the person's work, `decided` what they decided about earlier
    suggestions: what was rejected is nobody's speaker.
    """
    layers: list[ModelLayer] = []
    for kind in KINDS:
        of_kind = [(way, maker) for way, maker in suggesters.items() if way.kind == kind]
        if of_kind:
            seen = Offers.of(own, layers, decided).shown if layers else own
            layers += [
                layer_of(way, maker.version, seen, maker.suggest(seen)) for way, maker in of_kind
            ]
    return layers


def layer_of(
    way: Way, version: str, seen: AnnotatedArticle, found: Iterable[Suggestion]
) -> ModelLayer:
    """The layer of what a suggester found on the article `seen`, with what that refers to.

    Of two that say the same the surer one stays. What the rules of the label set do not admit, and
    what refers to nothing, is left out.
    """
    name = f"{MODEL}{way.name}"
    surest = sorted(found, key=lambda one: -one.score)
    known: dict[str, Annotation] = {}
    stands: dict[str, str] = {}
    said: set[Hashable] = set()
    for kind in (Entity, Quote, Relation):
        for one in surest:
            if isinstance(one.annotation, kind):
                made, identity = _placed(one, name, seen, stands)
                stands[one.annotation.id] = made.id
                if identity not in said and made.id not in known and _put(made, seen, known, said):
                    said.add(identity)
    return ModelLayer(name, version, tuple(known.values()))


def _placed(
    one: Suggestion, name: str, seen: AnnotatedArticle, stands: Mapping[str, str]
) -> tuple[Annotation, Hashable]:
    """The annotation as the layer holds it: with its score, its lasting id and its references.

    And what it says (`rules.identity`).
    """
    made = one.annotation
    if isinstance(made, Relation):
        head, tail = (stands.get(id, id) for id in (made.head, made.tail))
        made = msgspec.structs.replace(made, head=head, tail=tail)
    elif isinstance(made, Quote) and made.speaker is not None:
        speaker = stands.get(made.speaker, made.speaker)
        known = isinstance(seen.get(speaker), Entity) or made.speaker in stands
        made = msgspec.structs.replace(made, speaker=speaker if known else None)
    # What is on the article already is the same thing, under the same id.
    identity = rules.identity(made, seen.labels)
    id = seen.identified(identity) or suggestion_id(name, seen.article.id, made)
    return scored(Suggestion(made, one.score), id), identity


def _put(
    made: Annotation, seen: AnnotatedArticle, known: dict[str, Annotation], said: set[Hashable]
) -> bool:
    """Take it into the layer, with what it refers to on the article; False if it cannot be."""
    needed = [id for id in references(made) if id not in known]
    context = [one for one in map(seen.get, needed) if one is not None]
    wider = {**known, **{one.id: one for one in context}} if context else known
    try:
        rules.check(made, wider, len(seen.text), seen.labels)
    except EditRefused:
        return False
    for one in context:
        _context(one, seen, known, said)
    known[made.id] = made
    return True


def _context(
    one: Annotation, seen: AnnotatedArticle, known: dict[str, Annotation], said: set[Hashable]
) -> None:
    """An annotation of the article that the layer refers to comes along, with its references."""
    for id in references(one):
        further = seen.get(id)
        if further is not None and id not in known:
            _context(further, seen, known, said)
    known[one.id] = one
    said.add(rules.identity(one, seen.labels))
