"""Carrying out fixes, all of them as one batch that undo takes back, and judging what is right.

What is mended is looked at again first: a fix that was made for something else is not carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from annotator.desktop.checks.ready import Ready, state
from annotator.desktop.checks.run import article_of
from annotator.desktop.workspace import Workspace
from annotator.errors import EditRefused, UserError
from annotator.exchange import checking
from annotator.model.edits import Edit
from annotator.quality.mending import mend

Tell = Callable[[int, int], object]


class Mending:
    """The fixes of some findings, made into one edit an article while they are asked for.

    `done` are the keys of those carried out, `refused` of those that something stands in the way
    of, for the `reason`; `settled` are those that are no longer what they were.
    """

    def __init__(self, workspace: Workspace, some: Iterable[Ready], tell: Tell) -> None:
        self._workspace, self._tell = workspace, tell
        self._some = sorted(some, key=lambda one: one.finding.article)
        self.done: set[str] = set()
        self.refused: set[str] = set()
        self.settled: set[str] = set()
        self.articles = 0
        self.reason: EditRefused | None = None

    def edits(self) -> Iterator[tuple[int, Edit]]:
        """By article number what changes there."""
        done = 0
        for number, each in groupby(self._some, key=lambda one: one.finding.article):
            group = list(each)
            edit = self._edit(number, group)
            done += len(group)
            self._tell(done, len(self._some))
            if edit:
                self.articles += 1
                yield number, edit

    def _edit(self, number: int, group: list[Ready]) -> Edit:
        assert self._workspace.project is not None
        article = article_of(self._workspace.project, number, self._workspace.layer)
        fresh = [one.finding for one in group if state(one.finding, article) == one.state]
        made = mend(article, fresh)
        done = {one.key for one in made.mended}
        refused = {one.key for one, _ in made.refused}
        self.reason = self.reason or next((reason for _, reason in made.refused), None)
        self.done |= done
        self.refused |= refused
        self.settled |= {one.key for one in group} - done - refused
        return made.edit


def carry_out(workspace: Workspace, some: Iterable[Ready], tell: Tell) -> Mending | None:
    """Carry out these fixes as one batch; None if the store refused, which was said then.

    `tell` is told how many of how many are looked at.
    """
    if workspace.read_only:
        workspace.refuse_reading()
        return None
    mending = Mending(workspace, some, tell)
    if not workspace.do_many(mending.edits()):
        return None
    _tell(workspace, mending)
    return mending


def _tell(workspace: Workspace, mending: Mending) -> None:
    left = len(mending.refused) + len(mending.settled)
    if not mending.done and mending.reason is not None:
        workspace.refuse(mending.reason)
    elif not mending.done:
        workspace.refuse("Something has changed there since: nothing was mended. Check again.")
    elif left:
        workspace.say(
            "Mended: {done}. Left as they are, since something stands in the way: {left}.",
            done=len(mending.done), left=left,
        )  # fmt: skip
    else:
        workspace.say(
            "Mended: {done}, articles: {articles}. Undo takes it back.",
            done=len(mending.done), articles=mending.articles,
        )  # fmt: skip


def judge(workspace: Workspace, some: Sequence[Ready], *, right: bool) -> bool:
    """Remember that findings are right as they are, or no longer; says what it did, or why not."""
    assert workspace.project is not None
    try:
        checking.dismiss(workspace.project, [one.finding for one in some], right=right)
    except UserError as error:
        workspace.refuse(error)
        return False
    if right:
        workspace.say_count("%n findings are right as they are.", len(some))
    else:
        workspace.say_count("%n findings count again.", len(some))
    return True
