"""A record: one article as one author annotated it. It is what formats read and write."""

from __future__ import annotations

from msgspec import Struct

from annotator.model.annotations import Annotation
from annotator.model.article import Article, Status


class Record(Struct, frozen=True, kw_only=True):
    """An article with one layer's annotations; `layer` and `status` are None where nobody worked.

    Nothing is promised of the annotations but their types: `AnnotatedArticle.build` checks them.
    """

    article: Article
    layer: str | None = None
    status: Status | None = None
    annotations: tuple[Annotation, ...] = ()
