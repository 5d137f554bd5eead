"""Carries out the fixes of many findings on one article, one after the other, in memory.

Fixes were thought out one by one; together they may get into each other's way. Whatever has changed
since it was found stays as it is, and no fix makes spans that cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Relation
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.quality.findings import Finding, Fix, edit

_ORDER = ("remove", "resize", "relabel", "mark", "quote")
"""What goes cannot be in the way of what changes, nor that in the way of what comes."""


class Mended(Struct, frozen=True):
    """What became of findings: mended, or refused with the reason; others were settled by then.

    Those that are mended carry the fix that was carried out. `edit` is all of it as one edit of the
    article as it was, `after` the article then.
    """

    after: AnnotatedArticle
    edit: Edit
    mended: tuple[Finding, ...] = ()
    refused: tuple[tuple[Finding, EditRefused], ...] = ()


def mend(article: AnnotatedArticle, findings: Iterable[Finding]) -> Mended:
    """Carry out the fixes of findings in this article, as far as it admits them."""
    after, mended = article, list[Finding]()
    refused: list[tuple[Finding, EditRefused]] = []
    for group in _in_order(findings):
        try:
            fix = _joined(group)
            made = _edit(after, group[0], fix)
        except EditRefused as error:
            refused.extend((one, error) for one in group)
            continue
        if made:
            after = after.apply(made)
            mended.extend(replace(one, fix=fix) for one in group)
    return Mended(after, _difference(article, after), tuple(mended), tuple(refused))


def _in_order(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """The findings that can be mended, those that move edges of one annotation together."""
    ordered = sorted((one for one in findings if one.fix is not None), key=_rank)
    for _, group in groupby(ordered, key=_together):
        yield list(group)


def _rank(finding: Finding) -> tuple[int, int, str, str]:
    assert finding.fix is not None
    span = finding.fix.span
    # Of what is marked the longest comes first: what lies in it may be no more than a part.
    length = -span.length if span is not None and finding.fix.kind == "mark" else 0
    return _ORDER.index(finding.fix.kind), length, finding.fix.id or "", finding.key


def _together(finding: Finding) -> tuple[object, ...]:
    fix = finding.fix
    assert fix is not None
    return (fix.kind, fix.id, finding.span) if fix.kind == "resize" else (finding.key, fix)


def _edit(article: AnnotatedArticle, finding: Finding, fix: Fix) -> Edit:
    if _is_stale(article, finding, fix):
        return Edit()
    made = edit(article, fix)
    if fix.kind in ("mark", "resize"):
        _refuse_crossing(article, made)
    return made


def _joined(group: Sequence[Finding]) -> Fix:
    """The fix that does what all of a group do: of edges that are moved, the innermost counts."""
    first, fixes = group[0], [one.fix for one in group if one.fix is not None]
    spans = [fix.span for fix in fixes if fix.span is not None]
    if len(fixes) == 1 or first.span is None or not spans:
        return fixes[0]
    was = first.span
    start = max((one.start for one in spans if one.start != was.start), default=was.start)
    end = min((one.end for one in spans if one.end != was.end), default=was.end)
    parts = [list(part) for part in was.fragments]
    parts[0][0], parts[-1][1] = start, end
    return Fix("resize", fixes[0].id, Span(tuple((left, right) for left, right in parts)))


def _is_stale(article: AnnotatedArticle, finding: Finding, fix: Fix) -> bool:
    """Whether what the finding is about has changed meanwhile, or something has taken its place."""
    if fix.kind == "mark" and fix.span is not None:
        near = article.between(fix.span.start, fix.span.end)
        meeting = [one for one in near if isinstance(one, Entity) and _meets(one.span, fix.span)]
        if finding.other is None:
            return bool(meeting)  # It was found since nothing was marked there.
        return any(one.span == fix.span and one.label == fix.label for one in meeting)
    if fix.kind == "quote" and fix.span is not None:
        near = article.between(fix.span.start, fix.span.end)
        return any(not isinstance(one, Entity) and one.span == fix.span for one in near)
    found = article.get(fix.id)
    if found is None or isinstance(found, Relation) or found.span != finding.span:
        return True
    return fix.kind == "relabel" and found.label != finding.values.get("label")


def _refuse_crossing(article: AnnotatedArticle, made: Edit) -> None:
    """Raise `EditRefused` if an entity that comes crosses one that does not cross it already."""
    gone = {one.id: one for one in made.removed}
    for one in made.added:
        if not isinstance(one, Entity):
            continue
        before = gone.get(one.id)
        for other in article.between(one.span.start, one.span.end):
            if not isinstance(other, Entity) or other.id in gone or not _cross(one, other):
                continue
            if not (isinstance(before, Entity) and _cross(before, other)):
                raise EditRefused("It would cross {what}.", what=article.describe(other))


def _cross(one: Entity, other: Entity) -> bool:
    nested = one.span.covers(other.span) or other.span.covers(one.span)
    return _meets(one.span, other.span) and not nested


def _meets(one: Span, other: Span) -> bool:
    return any(one.overlaps(start, end) for start, end in other.fragments)


def _difference(before: AnnotatedArticle, after: AnnotatedArticle) -> Edit:
    """The one edit that leads from one to the other."""
    return Edit(
        removed=tuple(one for id, one in before.by_id.items() if after.get(id) != one),
        added=tuple(one for id, one in after.by_id.items() if before.get(id) != one),
    )
