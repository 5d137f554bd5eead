"""Has suggestions made beside the window: for the article in view, for all, and after learning.

Suggesters are made from a snapshot in a thread, and look at an article in a thread, which knows
nothing but values; what they say is stored here, in the window's own thread. Learning has a process
of its own. Nothing of it moves the cursor or the focus, and closing the project ends all of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.desktop.background import Job, Progress, Stopped
from annotator.desktop.language import tr
from annotator.errors import UserError
from annotator.exchange import ordering
from annotator.exchange.learning import Lesson, is_due_again, learn_elsewhere
from annotator.exchange.suggesting import Plan, Proposer, models_folder
from annotator.model.suggestions import ModelLayer
from annotator.store import Project
from annotator.suggest import WAYS
from annotator.suggest.learned import trained_on

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_SETTLED = 400
"""Milliseconds after the last edit until the article is looked at again."""
_OPENED = 200
"""The same after it was opened."""
_AT_ONCE = 5
"""Articles that are stored at once: some milliseconds."""
_STALE = 5
"""After so many finished articles the memory is made anew."""

Found = tuple[int, list[ModelLayer]]


class Maker(QObject):
    """See the module. `by_itself` tells whether articles are looked at unasked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self.by_itself = False
        self._proposer: Proposer | None = None
        self._made_for: tuple[Project, str] | None = None
        self._finished: set[int] = set()
        """The articles that were finished since the suggesters were made."""
        self._jobs: dict[str, Job] = {}
        self._asked = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        workspace = self._workspace
        workspace.projectChanged.connect(self._project_changed)
        workspace.articleChanged.connect(lambda: self._later(_OPENED))
        workspace.annotationsChanged.connect(lambda: self._later(_SETTLED))
        workspace.summaryChanged.connect(self._finished_one)
        window.strip.stop.clicked.connect(self.stop)

    def begin(self) -> None:
        """Look at articles unasked from now on."""
        self.by_itself = True
        self._later(_OPENED)

    @property
    def busy(self) -> bool:
        """Whether anything is being done, or is about to be."""
        return bool(self._jobs) or self._soon.isActive()

    # What is asked for

    def here(self) -> None:
        """Look at the article in view, whatever has looked at it before."""
        if self._workspace.may_change():
            self._asked = True
            self._soon.start(0)

    def everywhere(self, plan: Plan | None = None) -> None:
        """Look at all articles that are not finished, the one in view first.

        With a `plan`, by its suggesters, which need not be light ones.
        """
        project, first = self._workspace.project, self._workspace.number
        if project is None or "all" in self._jobs:
            return
        snapshot, by = project.snapshot(), plan or self._plan(project)
        found: SimpleQueue[list[Found]] = SimpleQueue()
        job = self._job("all", lambda progress: _all(snapshot, by, first, found, progress))
        job.moved.connect(lambda done, total: self._take_all(project, found, done, total))
        job.ended.connect(lambda count: self._all_done(project, found, count))
        self._window.strip.show_work(tr("Suggesting for all articles"))
        job.start()

    def learn(self) -> None:
        """Learn from the finished articles, then look at the article in view again."""
        project, layer = self._workspace.project, self._workspace.author
        if project is None or "learn" in self._jobs:
            return
        folder = tempfile.TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True)
        copy, models = Path(folder.name, "project.db"), models_folder(project)
        project.copy_to(copy)

        def work(progress: Progress) -> object:
            with folder:
                return learn_elsewhere(copy, layer, models, lambda: progress(0, 0))

        job = self._job("learn", work)
        job.ended.connect(lambda lesson: self._learned(project, lesson))
        self._window.strip.show_work(tr("Learning from the finished articles"))
        job.start()

    def stop(self) -> None:
        """End what the person waits for; what was stored by then stays."""
        for job in self._jobs.values():
            job.stop()

    # Jobs

    def _job(self, name: str, work: Callable[[Progress], object]) -> Job:
        job = self._jobs[name] = Job(work, self._window)
        job.ended.connect(lambda answer: self._over(name))
        job.failed.connect(lambda error: self._failed(name, error))
        return job

    def _over(self, name: str) -> None:
        self._jobs.pop(name, None)
        if not {"all", "learn"} & self._jobs.keys():
            self._window.strip.show_work("")

    def _failed(self, name: str, error: UserError) -> None:
        self._over(name)
        if isinstance(error, Stopped):
            self._workspace.say("Stopped. What was suggested by then stays.")
        else:
            self._workspace.refuse(error)

    def _project_changed(self) -> None:
        workspace = self._workspace
        if self._made_for == (workspace.project, workspace.author):
            return
        for job in self._jobs.values():
            job.give_up()
        self._jobs.clear()
        self._proposer = self._made_for = None
        self._window.strip.show_work("")
        self._later(_OPENED)

    # The article in view

    def _later(self, delay: int) -> None:
        if self.by_itself and not self._workspace.offered.hidden:
            self._soon.start(delay)

    def _plan(self, project: Project) -> Plan:
        """The light suggesters; what was learned is among them once something was."""
        known = trained_on(models_folder(project)) is not None
        names = [way.name for way in WAYS if way.light and (known or way.name != "learned")]
        return Plan(ways=tuple(names), layer=self._workspace.author)

    def _look(self) -> None:
        """Have the article in view looked at, unless the same was done before."""
        workspace = self._workspace
        project, own, number = workspace.project, workspace.annotated, workspace.number
        if project is None or own is None or number is None or workspace.read_only:
            return
        if self._jobs.keys() & {"make", "look"}:
            self._soon.start(_SETTLED)
            return
        if self._proposer is None:
            self._make(project)
            return
        if not self._asked and (workspace.status == "done" or self._is_known(project, number)):
            return
        self._asked = False
        proposer, decided = self._proposer, project.suggested.decisions(number, workspace.layer)
        job = self._job("look", lambda progress: (number, proposer.look(own, decided)))
        job.ended.connect(lambda found: self._store(project, [found]))
        job.start()

    def _is_known(self, project: Project, number: int) -> bool:
        assert self._proposer is not None
        assert self._workspace.annotated is not None
        versions = self._proposer.versions(self._workspace.annotated)
        return all(
            project.suggested.version(number, name) == version for name, version in versions.items()
        )

    def _make(self, project: Project) -> None:
        """Make the suggesters from what the project holds now."""
        snapshot, plan = project.snapshot(), self._plan(project)
        self._made_for = (project, self._workspace.author)
        job = self._job("make", lambda progress: _made(snapshot, plan))
        job.ended.connect(self._take_proposer)
        job.start()

    def _take_proposer(self, proposer: object) -> None:
        assert isinstance(proposer, Proposer)
        self._proposer, self._finished = proposer, set()
        self._soon.start(0)

    def _store(self, project: Project, found: Sequence[Found]) -> None:
        if self._workspace.project is not project:
            return
        try:
            project.suggested.replace_many(
                (number, one.name, one.version, one.annotations)
                for number, layers in found
                for one in layers
            )
        except UserError as error:
            self._workspace.refuse(error)
            return
        if any(number == self._workspace.number for number, _ in found):
            self._workspace.renew_offers()

    # All articles, and learning

    def _take_all(
        self, project: Project, found: SimpleQueue[list[Found]], done: int, total: int
    ) -> None:
        self._drain(project, found)
        self._window.strip.show_work(tr("Suggesting for all articles"), done, total)

    def _drain(self, project: Project, found: SimpleQueue[list[Found]]) -> None:
        while True:
            try:
                self._store(project, found.get_nowait())
            except Empty:
                return

    def _all_done(self, project: Project, found: SimpleQueue[list[Found]], count: object) -> None:
        self._drain(project, found)
        assert isinstance(count, int)
        self._workspace.say_count("Suggested for %n articles.", count)

    def _learned(self, project: Project, lesson: object) -> None:
        workspace = self._workspace
        assert isinstance(lesson, Lesson)
        if workspace.project is not project:
            return
        ordering.remember(project, lesson.ranking)
        self._proposer = None
        self.here()
        if len(lesson.labels) == 1:
            workspace.say(
                "Learned from {articles} articles. Only {label} is marked there, so that nothing "
                "else can be suggested.",
                articles=lesson.articles,
                label=lesson.labels[0],
            )
        else:
            workspace.say(
                "Learned from {articles} articles with {entities} entities.",
                articles=lesson.articles,
                entities=lesson.entities,
            )

    def _finished_one(self, number: int) -> None:
        """An article may have been finished: learn again when that is due, or renew the memory."""
        workspace = self._workspace
        if not self.by_itself or workspace.project is None or workspace.status != "done":
            return
        if number in self._finished:
            return  # an edit of an article that was done already
        self._finished.add(number)
        if is_due_again(workspace.project, workspace.author):
            self.learn()
        elif len(self._finished) >= _STALE:
            self._proposer = None


def _made(snapshot: Project, plan: Plan) -> Proposer:
    with snapshot:
        try:
            return ExitStack().enter_context(plan.proposer(snapshot))
        except UserError:
            # What was learned cannot be used, and is to be learned anew: the others can.
            ways = tuple(name for name in plan.ways if name != "learned")
            rest = Plan(ways=ways, layer=plan.layer)
            return ExitStack().enter_context(rest.proposer(snapshot))


def _all(
    snapshot: Project,
    plan: Plan,
    first: int | None,
    found: SimpleQueue[list[Found]],
    progress: Progress,
) -> int:
    """Look at every unfinished article; what is said of some of them goes into `found`."""
    looked: list[Found] = []
    with snapshot, plan.proposer(snapshot) as proposer:
        numbers = [
            one.number for one in snapshot.summaries(plan.layer) if one.status in ("new", "begun")
        ]
        numbers.sort(key=lambda number: number != first)
        for done, number in enumerate(numbers, start=1):
            own = snapshot.annotated(number, plan.layer)
            looked.append((number, proposer.propose(snapshot, number, own)))
            if len(looked) >= _AT_ONCE or done in (1, len(numbers)):
                found.put(looked)
                looked = []
            progress(done, len(numbers))
    return len(numbers)
