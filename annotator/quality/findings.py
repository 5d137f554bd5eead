"""Findings: what a check says of one place, and the edit that would mend it.

Both are values: nothing is changed here. A finding is known again by its `key`, whatever ids the
annotations have, so that one that was judged to be right stays so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from annotator.errors import EditRefused
from annotator.model import edits
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import QUOTE_TYPES, Entity, Relation
from annotator.model.edits import Edit
from annotator.model.spans import Span


class Fix(Struct, frozen=True):
    """What would mend a finding: an annotation gets another span or label, goes, or is added.

    `id` is the annotation that changes or goes; of a quote that is added, it is the speaker. One
    goes only as long as the one that it `keeps` is there.
    """

    kind: Literal["resize", "relabel", "mark", "quote", "remove"]
    id: str | None = None
    span: Span | None = None
    label: str | None = None
    cue: Span | None = None
    source: Span | None = None
    keeps: str | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """Something that is worth a look: `why` is a template for `str.format` with its `values`.

    `article` is a number, `span` the place (code points), None for an article as a whole; `ids` are
    the annotations that it is about, `words` the surface. `group` binds findings of one string.
    `other` is the number of another article and the place there that this one is compared with.
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
    other: tuple[int, Span] | None = None

    @property
    def name(self) -> str:
        """Its key in eight letters and digits, for people to type."""
        return short_name(self.key)

    @property
    def key(self) -> str:
        """What tells this finding from all others, and is the same when it is found again."""
        places = self.span.fragments if self.span else ()
        where = " ".join(f"{start}-{end}" for start, end in places)
        names = (self.values.get(name) for name in ("label", "against"))
        what = "/".join(str(name) for name in names if name)
        return f"{self.check}|{self.article_id}|{where}|{what}"

    def say(self, translate: Callable[[str], str] = str) -> str:
        """Why it was found, in a sentence; the template is translated first."""
        return translate(self.why).format(**self.values)


def short_name(key: str) -> str:
    """What a finding with this key is called for short."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def edit(article: AnnotatedArticle, fix: Fix) -> Edit:
    """The edit that mends; an empty one where the annotation is no longer there.

    Raises `EditRefused` where the mended annotation would be a copy of another one: they may
    differ in what hangs on them, so a person decides which of them goes.
    """
    made = _FIXES[fix.kind](article, fix)
    article.apply(made)
    return made


def _marked(article: AnnotatedArticle, fix: Fix) -> Edit:
    return edits.mark(fix.label, fix.span) if fix.label and fix.span else Edit()


def _quoted(article: AnnotatedArticle, fix: Fix) -> Edit:
    type = next((one for one in QUOTE_TYPES if one == fix.label), None)
    if type is None or fix.span is None:
        return Edit()
    speaker = fix.id if isinstance(article.get(fix.id), Entity) else None
    return edits.quote(type, fix.span, cue=fix.cue, source=fix.source, speaker=speaker)


def _removed(article: AnnotatedArticle, fix: Fix) -> Edit:
    found = article.get(fix.id)
    if found is None or fix.keeps not in article:
        return Edit()
    if article.referrers(found.id):
        raise EditRefused("Something refers to the annotation: {what}.",
                          what=article.describe(found))  # fmt: skip
    return edits.delete(article, [found.id])


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


_FIXES: dict[str, Callable[[AnnotatedArticle, Fix], Edit]] = {
    "resize": _changed,
    "relabel": _changed,
    "mark": _marked,
    "quote": _quoted,
    "remove": _removed,
}
