"""Carrying out the fixes of findings: of one at once, of several as one batch that undo takes back.

What is mended is looked at again first: a fix that was made for something else is not carried out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotator.desktop.checks.ready import Ready, state
from annotator.desktop.checks.run import article_of
from annotator.desktop.workspace import Workspace
from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.edits import Edit
from annotator.quality.checks import edit


class Mending:
    """The fixes of some findings, made into one edit an article while they are asked for.

    `done` and `left` are the keys of those that were carried out, and that could not be.
    """

    def __init__(self, workspace: Workspace, some: Iterable[Ready]) -> None:
        self._workspace = workspace
        self._some = sorted(some, key=lambda one: one.finding.article)
        self.done: list[str] = []
        self.left: list[str] = []
        self.articles = 0
        self.reason: EditRefused | None = None

    def edits(self) -> Iterator[tuple[int, Edit]]:
        """By article number what changes there."""
        project, layer = self._workspace.project, self._workspace.layer
        assert project is not None
        for number, group in groupby(self._some, key=lambda one: one.finding.article):
            before = article_of(project, number, layer)
            after = before
            for one in group:
                after = self._mended(after, one)
            changed = difference(before, after)
            if changed:
                self.articles += 1
                yield number, changed

    def _mended(self, article: AnnotatedArticle, one: Ready) -> AnnotatedArticle:
        fix = one.finding.fix
        if fix is None or state(one.finding, article) != one.state:
            self.left.append(one.key)
            return article
        try:
            made = edit(article, fix)
            after = article.apply(made)
        except EditRefused as refused:
            self.reason = refused
            self.left.append(one.key)
            return article
        (self.done if made else self.left).append(one.key)
        return after


def difference(before: AnnotatedArticle, after: AnnotatedArticle) -> Edit:
    """The edit that makes the one of the other."""
    old, new = before.by_id, after.by_id
    removed = tuple(one for id, one in old.items() if new.get(id) != one)
    added = tuple(one for id, one in new.items() if old.get(id) != one)
    return Edit(removed=removed, added=added)


def carry_out(workspace: Workspace, some: Iterable[Ready]) -> Mending | None:
    """Carry out these fixes as one batch; None if the store refused, which was said then."""
    if workspace.read_only:
        workspace.refuse_reading()
        return None
    mending = Mending(workspace, some)
    if not workspace.do_many(mending.edits()):
        return None
    _tell(workspace, mending)
    return mending


def _tell(workspace: Workspace, mending: Mending) -> None:
    if not mending.done and mending.reason is not None:
        workspace.refuse(mending.reason)
    elif not mending.done:
        workspace.refuse("Something has changed there since: nothing was mended. Check again.")
    elif mending.left:
        workspace.say(
            "Mended: {done}. Left as they are, since something else stands there now: {left}.",
            done=len(mending.done), left=len(mending.left),
        )  # fmt: skip
    else:
        workspace.say(
            "Mended: {done}, articles: {articles}. Undo takes it back.",
            done=len(mending.done), articles=mending.articles,
        )  # fmt: skip
