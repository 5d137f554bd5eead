"""How good the suggesters are on a project: each finished article is predicted from the others.

Cross-validation by articles (Kohavi 1995): a part of the finished articles is kept from the
suggesters, and what they say of it is compared with what the person has marked. Suggesters of
entities see the bare text; those of quotes see the person's entities, those of relations the
person's entities and quotes, so that each is judged for its own work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from annotator.errors import UserError
from annotator.exchange.suggesting import made, materials
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Relation
from annotator.quality import scores
from annotator.quality.scores import Pair, Row
from annotator.store import Project
from annotator.suggest import Suggester, Way, chosen

_PARTS = 10
_LEAST = 2
_SCORES: dict[str, Callable[[Sequence[Pair]], list[Row]]] = {
    "entities": scores.entities,
    "quotes": scores.quotes,
    "relations": scores.relations,
}


class Evaluation(Struct, frozen=True):
    """The scores by suggester, over how many articles, in how many parts."""

    articles: int
    parts: int
    rows: dict[str, list[Row]]


def evaluate(
    project: Project,
    layer: str,
    names: Sequence[str],
    model: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """Judge the suggesters of these names by the person's finished articles.

    Up to ten parts; with ten articles or fewer each is a part. Raises `UserError` with fewer than
    two finished articles.
    """
    ways = chosen(names)
    finished = list(materials(project, layer).finished())
    if len(finished) < _LEAST:
        raise UserError(
            "To judge suggesters, at least {least} articles have to be finished; {count} are.",
            least=_LEAST,
            count=len(finished),
        )
    parts = min(_PARTS, len(finished))
    pairs: dict[Way, list[Pair]] = {way: [] for way in ways}
    for part in range(parts):
        held = finished[part::parts]
        _judge(project, layer, ways, model, held, pairs)
        if progress is not None:
            progress(part + 1, parts)
    rows = {way.name: _SCORES[way.kind](pairs[way]) for way in ways}
    return Evaluation(len(finished), parts, rows)


def _judge(
    project: Project,
    layer: str,
    ways: Sequence[Way],
    model: Path | None,
    held: Sequence[AnnotatedArticle],
    pairs: dict[Way, list[Pair]],
) -> None:
    """Predict the articles that are held back from those that are not."""
    ids = [article.article.id for article in held]
    of = materials(project, layer, model=model, without=ids)
    with made(ways, of) as suggesters:
        for article in held:
            for way, suggester in suggesters.items():
                pairs[way].append(Pair(article, _predicted(way, suggester, article)))


def _predicted(way: Way, suggester: Suggester, gold: AnnotatedArticle) -> list[Annotation]:
    given = [one for one in gold.listed() if _is_given(way, one)]
    seen = AnnotatedArticle.build(gold.article, gold.labels, given)
    return [one.annotation for one in suggester.suggest(seen)]


def _is_given(way: Way, one: Annotation) -> bool:
    if way.kind == "entities":
        return False
    return isinstance(one, Entity) if way.kind == "quotes" else not isinstance(one, Relation)
