"""Findings: what a check says of one place, and the edit that would mend it.

Both are values: nothing is changed here. A finding is known again by its `key`, whatever ids the
annotations have, so that one that was judged to be right stays so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Relation
from annotator.model.edits import Edit
from annotator.model.spans import Span


class Fix(Struct, frozen=True):
    """What would mend a finding: an annotation gets another span or label, or one is added."""

    kind: Literal["resize", "relabel", "mark"]
    id: str | None = None
    span: Span | None = None
    label: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """Something that is worth a look: `why` is a template for `str.format` with its `values`.

    `article` is a number, `span` the place (code points), None for an article as a whole; `ids` are
    the annotations that it is about, `words` the surface. `group` binds findings of one string.
    """

    check: str
    article: int
    article_id: str
    title: str
    why: str
    values: dict[str, object] = {}
    span: Span | None = None
    words: str = ""
    ids: tuple[str, ...] = ()
    fix: Fix | None = None
    group: str = ""

    @property
    def key(self) -> str:
        """What tells this finding from all others, and is the same when it is found again."""
        places = self.span.fragments if self.span else ()
        where = " ".join(f"{start}-{end}" for start, end in places)
        what = str(self.values.get("label", ""))
        return f"{self.check}|{self.article_id}|{where}|{what}"

    def say(self, translate: Callable[[str], str] = str) -> str:
        """Why it was found, in a sentence; the template is translated first."""
        return translate(self.why).format(**self.values)


def edit(article: AnnotatedArticle, fix: Fix) -> Edit:
    """The edit that mends; an empty one where the annotation is no longer there.

    Raises `EditRefused` where the mended annotation would be a copy of another one: they may
    differ in what hangs on them, so a person decides which of them goes.
    """
    if fix.kind == "mark":
        made = Edit() if fix.span is None or fix.label is None else edits.mark(fix.label, fix.span)
    else:
        made = _changed(article, fix)
    article.apply(made)
    return made


def _changed(article: AnnotatedArticle, fix: Fix) -> Edit:
    found = article.get(fix.id)
    if found is None or isinstance(found, Relation):
        return Edit()
    if fix.kind == "resize" and fix.span is not None:
        return edits.change(article, found.id, span=fix.span)
    if fix.kind == "relabel" and fix.label is not None and isinstance(found, Entity):
        made = edits.relabel(article, found.id, fix.label)
        if len(made.removed) > 1:
            raise EditRefused("Relations of the annotation do not admit the label {label}.",
                              label=fix.label)  # fmt: skip
        return made
    return Edit()
