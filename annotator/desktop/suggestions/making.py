"""Has suggestions made beside the window: for the article in view, for all, and after learning.

Suggesters are made from a snapshot in a thread, and look at an article in a thread, which knows
nothing but values (`work`); what they say is stored here, in the window's own thread. Learning has
a process of its own. Nothing of it moves the cursor or the focus, and closing the project ends all
of it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.desktop.background import Job, Progress, Stopped
from annotator.desktop.language import tr
from annotator.desktop.suggestions import work
from annotator.desktop.suggestions.renewal import Renewal
from annotator.desktop.suggestions.work import Found
from annotator.errors import UserError
from annotator.exchange import ordering
from annotator.exchange.learning import Lesson, is_due_again, learn_elsewhere
from annotator.exchange.suggesting import Plan, Proposer, models_folder
from annotator.store import Project
from annotator.suggest import WAYS
from annotator.suggest.learned import trained_on

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_SETTLED = 400
"""Milliseconds after the last edit until the article is looked at again."""
_OPENED = 200
"""The same after it was opened."""
_WAITED_FOR = frozenset({"all", "learn"})
"""The jobs that a person has asked for and sees in the strip."""


class Maker(QObject):
    """See the module. Before `begin` nothing is done unasked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._begun = False
        self._proposer: Proposer | None = None
        self._for: tuple[Project | None, str] = (None, "")
        """The project and the author whose work all of this is about."""
        self._renewal = Renewal()
        self._jobs: dict[str, Job] = {}
        self._asked = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._anew = QTimer(self, singleShot=True)
        self._anew.timeout.connect(self._look)
        workspace = self._workspace
        workspace.projectChanged.connect(self._project_changed)
        workspace.articleChanged.connect(lambda: self._later(_OPENED))
        workspace.annotationsChanged.connect(lambda: self._later(_SETTLED))
        workspace.summaryChanged.connect(self._finished_one)
        window.strip.stop.clicked.connect(self.stop)

    def begin(self) -> None:
        """Look at articles unasked from now on."""
        self._begun = True
        self._later(_OPENED)

    @property
    def by_itself(self) -> bool:
        """Whether articles are looked at unasked."""
        return self._begun and self._workspace.suggest_unasked

    def switched(self) -> None:
        """Looking unasked was switched on or off."""
        self._anew.stop()
        self._later(0)

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
        by = plan or self._plan(project)
        found: Queue[Found] = Queue(work.AHEAD)
        job = self._job(
            "all", lambda progress: work.look_at_all(project, by, first, found, progress)
        )
        # It goes with the job: of one that was given up nothing more is stored.
        soon = QTimer(job, singleShot=True, interval=0)
        soon.timeout.connect(lambda: self._take_some(project, found, soon))
        job.moved.connect(lambda done, total: self._show_all(soon, done, total))
        job.ended.connect(lambda count: self._all_done(project, found, count))
        self._window.strip.show_work(tr("Suggesting for all articles"))
        job.start()

    def learn(self) -> None:
        """Learn from the finished articles, then look at the article in view again."""
        project, layer = self._workspace.project, self._workspace.author
        if project is None or "learn" in self._jobs:
            return
        models = models_folder(project)

        def learned(progress: Progress) -> object:
            with tempfile.TemporaryDirectory(
                prefix="annotator-", ignore_cleanup_errors=True
            ) as folder:
                copy = Path(folder, "project.db")
                project.copy_to(copy)
                return learn_elsewhere(copy, layer, models, lambda: progress(0, 0))

        job = self._job("learn", learned)
        job.ended.connect(lambda lesson: self._learned(project, lesson))
        self._window.strip.show_work(tr("Learning from the finished articles"))
        job.start()

    def stop(self) -> None:
        """End what the person waits for; what was stored by then stays."""
        for name in _WAITED_FOR & self._jobs.keys():
            self._jobs[name].stop()

    # Jobs

    def _job(self, name: str, what: Callable[[Progress], object]) -> Job:
        # Alone: the process that learns is ended by its own job, a moment later.
        job = self._jobs[name] = Job(what, self._window, alone=True)
        job.ended.connect(lambda answer: self._over(name))
        job.failed.connect(lambda error: self._failed(name, error))
        job.broken.connect(lambda: self._over(name))
        return job

    def _over(self, name: str) -> None:
        self._jobs.pop(name, None)
        if not _WAITED_FOR & self._jobs.keys():
            self._window.strip.show_work("")

    def _failed(self, name: str, error: UserError) -> None:
        self._over(name)
        if isinstance(error, Stopped):
            self._workspace.say("Stopped. What was suggested by then stays.")
        else:
            self._workspace.refuse(error)

    def _project_changed(self) -> None:
        """Another project or author: what was done for the one before ends, and is said to.

        Looking at another layer of the same project ends nothing.
        """
        workspace = self._workspace
        if self._for == (workspace.project, workspace.author):
            return
        self._for = (workspace.project, workspace.author)
        if _WAITED_FOR & self._jobs.keys():
            workspace.say("Stopped. What was suggested by then stays.")
        for job in self._jobs.values():
            job.give_up()
        self._jobs.clear()
        self._proposer, self._renewal = None, Renewal()
        self._anew.stop()
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
        if "look" in self._jobs:
            self._soon.start(_SETTLED)
            return
        making = "make" in self._jobs or self._make_if_due(project)
        if self._proposer is None or (making and self._renewal.quick):
            return  # They look as soon as they are made.
        if not self._asked and (workspace.status == "done" or self._is_known(project, number)):
            return
        self._asked = False
        proposer, decided = self._proposer, project.suggested.decisions(number, workspace.layer)
        job = self._job("look", lambda progress: (number, proposer.look(own, decided)))
        job.ended.connect(lambda found: self._store(project, found))
        job.start()

    def _is_known(self, project: Project, number: int) -> bool:
        assert self._proposer is not None
        assert self._workspace.annotated is not None
        versions = self._proposer.versions(self._workspace.annotated)
        return all(
            project.suggested.version(number, name) == version for name, version in versions.items()
        )

    def _make_if_due(self, project: Project) -> bool:
        """Make the suggesters, or make them anew when it is time to; True if that was begun."""
        wait = self._renewal.wait()
        if self._proposer is not None and wait is None:
            return False
        if self._proposer is not None and wait and not (self._asked and self._renewal.quick):
            if self.by_itself:
                self._anew.start(int(1000 * wait) + 1)
            return False
        plan = self._plan(project)
        job = self._job("make", lambda progress: work.made(project, plan, progress))
        job.ended.connect(self._take_proposer)
        self._renewal.began()
        job.start()
        return True

    def _take_proposer(self, proposer: object) -> None:
        assert isinstance(proposer, Proposer)
        self._proposer = proposer
        self._renewal.made()
        self._soon.start(0)

    def _store(self, project: Project, found: Found) -> None:
        if self._workspace.project is not project:
            return
        number, layers = found
        try:
            project.suggested.replace_many(
                (number, one.name, one.version, one.annotations) for one in layers
            )
        except UserError as error:
            self._workspace.refuse(error)
            return
        if number == self._workspace.number:
            self._workspace.renew_offers()

    # All articles, and learning

    def _show_all(self, soon: QTimer, done: int, total: int) -> None:
        soon.start()
        self._window.strip.show_work(tr("Suggesting for all articles"), done, total)

    def _take_some(self, project: Project, found: Queue[Found], soon: QTimer) -> None:
        """Store what was found for one article: keys are answered before the next one."""
        try:
            self._store(project, found.get_nowait())
        except Empty:
            return
        soon.start()

    def _all_done(self, project: Project, found: Queue[Found], count: object) -> None:
        while not found.empty():
            self._store(project, found.get_nowait())
        assert isinstance(count, int)
        self._workspace.say_count("Suggested for %n articles.", count)

    def _learned(self, project: Project, lesson: object) -> None:
        workspace = self._workspace
        assert isinstance(lesson, Lesson)
        if workspace.project is not project:
            return
        ordering.remember(project, lesson.ranking)
        self._proposer = None
        if "make" in self._jobs:
            # They are being made without what has been learned now.
            self._jobs.pop("make").give_up()
        self._asked = not workspace.read_only
        self._soon.start(0)
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
        if workspace.project is None or workspace.status != "done":
            return
        if not self._renewal.finish(number):
            return  # an edit of an article that was done already
        if self.by_itself and is_due_again(workspace.project, workspace.author):
            self.learn()
        else:
            self._later(_OPENED)
