"""What is open and in view: project, author, article, cursor, selection, focus.

The workspace is the only part of the window that changes anything. Every change of annotations goes
through `do`, which shows nothing that is not on disk yet. It knows no widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from annotator.desktop.article.scene import ArticleState
from annotator.desktop.knowledge import Knowledge
from annotator.desktop.messages import Message
from annotator.desktop.modes import Mode
from annotator.desktop.suggestions.offered import Offered
from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.article import Status
from annotator.model.edits import Edit
from annotator.model.labels import LabelSet
from annotator.model.spans import Fragment, Span
from annotator.model.suggestions import Decision
from annotator.store import Project
from annotator.text.partners import with_partners
from annotator.text.tokens import nearest_word, whole_words


class Workspace(QObject):
    """See the module. Positions are code points of the article's text."""

    projectChanged = Signal()  # noqa: N815 -- Qt's way of writing signals
    articleChanged = Signal()  # noqa: N815
    stateChanged = Signal()  # noqa: N815
    annotationsChanged = Signal()  # noqa: N815
    focusChanged = Signal()  # noqa: N815
    summaryChanged = Signal(int)  # noqa: N815
    summariesChanged = Signal()  # noqa: N815
    offersChanged = Signal()  # noqa: N815
    said = Signal(object)
    revealed = Signal(int, int)

    def __init__(self, parent: QObject | None = None, *, keeps_place: bool = True) -> None:
        """`keeps_place` tells whether the project remembers where its reader was."""
        super().__init__(parent)
        self._keeps_place = keeps_place
        self.project: Project | None = None
        self.author = ""
        self.layer = ""
        self.number: int | None = None
        self.annotated: AnnotatedArticle | None = None
        self.listed: Sequence[int] | None = None
        """The articles to go through, where a filter or an order gives others than all."""
        self.cursor: Fragment = (0, 0)
        self.anchor: Fragment | None = None
        self.selection: Span | None = None
        self.by_hand: Span | None = None
        """The selection whose edges were set letter by letter, if that was the last one."""
        self.focus: str | None = None
        self.recent: str | None = None
        self.recent_quote: str | None = None
        self.mode: Mode | None = None
        self.arabic_keys = False
        self.leave_out = True
        """Whether particles are left out of what is marked."""
        self.to_learn = False
        """Whether the next article is the one from which the model learns most."""
        self.suggest_unasked = True
        """Whether suggestions are made when an article is opened."""
        self.knowledge = Knowledge()
        self.offered = Offered()
        """What models suggest for the article in view; the focus may be on one of these."""
        self.unasked = False  # what is told now came by itself: nobody pressed a key for it

    # Opening and closing

    def open(self, project: Project, author: str) -> None:
        """Show `project`, at the article where this author last was."""
        self.close()
        self.project, self.author, self.layer = project, author, author
        self.projectChanged.emit()
        last = project.recall("article", 1)
        number = last if isinstance(last, int) and 1 <= last <= project.count() else 1
        if project.count():
            self.go_to(number)

    def close(self) -> None:
        """Let go of the project. Nothing has to be saved: the place in the article is kept."""
        if self.project is None:
            return
        self._keep_place()
        self.project.close()
        self.project = None
        self._clear()
        self.projectChanged.emit()
        self.articleChanged.emit()

    def _clear(self) -> None:
        self.number = self.annotated = None
        self.cursor = (0, 0)
        self._drop()
        self.offered.close()

    def _drop(self) -> None:
        self.anchor = self.selection = self.focus = None
        self.recent = self.recent_quote = self.mode = None

    def _keep_place(self) -> None:
        if self.project is None or self.number is None or self.read_only or not self._keeps_place:
            return
        try:
            self.project.set_place(self.number, self.layer, self.cursor[0])
            self.project.remember("article", self.number)
        except UserError as error:
            self.refuse(error)

    @property
    def labels(self) -> LabelSet:
        """The open project's label set."""
        assert self.project is not None
        return self.project.labels

    @property
    def text(self) -> str:
        """The text in view, empty if there is none."""
        return self.annotated.text if self.annotated is not None else ""

    @property
    def shown(self) -> AnnotatedArticle | None:
        """The article in view with all that is suggested on it."""
        return self.offered.shown or self.annotated

    @property
    def read_only(self) -> bool:
        """Whether another author's layer is in view."""
        return self.layer != self.author

    @property
    def status(self) -> Status:
        """How far the work on the article in view is."""
        if self.project is None or self.number is None:
            return "new"
        return self.project.status(self.number, self.layer)

    def go_to(self, number: int) -> None:
        """Bring the article `number` into view, at the place where the author left it."""
        if self.project is None:
            return
        try:
            annotated = self.project.annotated(number, self.layer)
        except UserError as error:
            self.refuse(error)
            return
        if number != self.number:
            self._keep_place()
        self._drop()
        self.number, self.annotated = number, annotated
        self.offered.forget()
        self._follow(anew=True)
        place = min(self.project.place(number, self.layer), len(annotated.text))
        self.cursor = nearest_word(annotated.text, place) or (0, 0)
        self.articleChanged.emit()
        self.annotationsChanged.emit()
        self.stateChanged.emit()
        self.reveal(*self.cursor)

    def set_layer(self, layer: str) -> None:
        """Show another author's annotations; one's own can be changed, others only be read."""
        self._keep_place()
        self.layer = layer
        if self.number is not None:
            number, self.number = self.number, None
            self.go_to(number)
        self.projectChanged.emit()

    # What is in view

    def state(self) -> ArticleState:
        """What the article view has to draw."""
        assert self.shown is not None
        state = ArticleState(
            annotated=self.shown,
            cursor=self.cursor,
            selection=self.selection.fragments if self.selection else (),
            focus=self.focus,
            arabic_keys=self.arabic_keys,
            proposals=self.offered.ids,
        )
        return state if self.mode is None else self.mode.shown(self, state)

    def reveal(self, start: int, end: int) -> None:
        """Ask the view to show this stretch of text."""
        self.revealed.emit(start, end)

    def set_cursor(self, word: Fragment, *, extend: bool = False) -> None:
        """Move to `word`; with `extend` the selection grows from where it began, by words."""
        if extend:
            self.anchor = self.anchor or self.unit()
            first, last = min(self.anchor[0], word[0]), max(self.anchor[1], word[1])
            start, end = with_partners(self.text, first, last)
            self.select(Span.of(start, end) if end > start else None, word)
        else:
            self.anchor = self.selection = None
            self._focus(None)
            self.cursor = word
            self.stateChanged.emit()
        self.reveal(*word)

    def unit(self) -> Fragment:
        """What a selection grows from: a suggestion in focus, in whole words, else the cursor."""
        # In an entity of one's own a part is selected: so the labels within it are given.
        focused = self.offered.annotation(self.focus)
        if not isinstance(focused, Entity):
            return self.cursor
        return whole_words(self.text, focused.span.start, focused.span.end)

    def select(self, selection: Span | None, cursor: Fragment | None = None) -> None:
        """Select characters, or nothing; the focus goes, but stays known as `recent`."""
        self.selection = selection
        self.cursor = cursor or self.cursor
        if selection is not None:
            self._focus(None)
        self.stateChanged.emit()

    def set_focus(self, id: str | None, *, reveal: bool = True) -> None:
        """Focus an annotation, or a suggestion; the cursor goes to it."""
        self.anchor = self.selection = None
        self._focus(id)
        annotated = self.shown
        found = annotated.get(id) if annotated is not None else None
        if isinstance(found, Relation) and annotated is not None:
            found = annotated.spanned(found.head)
        if found is not None and not isinstance(found, Relation):
            start, end = found.span.fragments[0]
            self.cursor = nearest_word(self.text, start) or (start, end)
            if reveal:
                self.reveal(start, min(end, start + 200))
        self.stateChanged.emit()

    def keep_focus(self, id: str) -> None:
        """Focus a suggestion that was changed; the cursor stays, as it does after an edit."""
        self.anchor = self.selection = None
        self._focus(id)
        self.offersChanged.emit()
        self.stateChanged.emit()

    def _focus(self, id: str | None) -> None:
        if id is not None and self.shown is not None:
            self.recent = id
            if isinstance(self.shown.get(id), Quote):
                self.recent_quote = id
        if id != self.focus:
            self.focus = id
            self.focusChanged.emit()

    def set_mode(self, mode: Mode | None) -> None:
        """Enter a mode, go on with it, or leave it."""
        self.mode = mode
        self.stateChanged.emit()

    def set_arabic_keys(self, arabic: bool) -> None:
        """The keyboard types Arabic from now on, or no longer: keycaps have other letters then."""
        if arabic != self.arabic_keys:
            self.arabic_keys = arabic
            self.stateChanged.emit()

    # Saying

    def say(self, text: str, **values: object) -> None:
        """Say a sentence in the status line."""
        self.said.emit(Message(text, "info", values))

    def say_count(self, text: str, n: int) -> None:
        """Say a sentence with `%n` in it, in the plural form of that number."""
        self.said.emit(Message(text, "info", n=n))

    def refuse(self, reason: UserError | str, **values: object) -> None:
        """Say calmly why something was not done."""
        if isinstance(reason, UserError):
            self.said.emit(Message(str(reason), "refused", {}, reason))
        else:
            self.said.emit(Message(reason, "refused", values))

    def refuse_reading(self) -> None:
        """Say that another author's layer can only be read."""
        self.refuse(
            "These are the annotations of {layer}. Choose your own layer to annotate.",
            layer=self.layer,
        )

    # Changing

    def may_change(self) -> bool:
        """Whether one's own layer of an article is in view; says so where it is another's."""
        if self.project is None or self.annotated is None or self.number is None:
            return False
        if self.read_only:
            self.refuse_reading()
            return False
        return True

    def do(
        self, edit: Edit, *, focus: str | None = None, decided: tuple[Decision, ...] = ()
    ) -> bool:
        """Carry out an edit, and what it decides: on disk first, then on the screen.

        False if it was refused.
        """
        if not self.may_change() or not (edit or decided):
            return False
        assert self.project is not None
        assert self.annotated is not None
        assert self.number is not None
        try:
            after = self.project.apply(
                self.number, self.layer, self.annotated, edit, decided=decided
            )
        except UserError as error:
            self.refuse(error)
            return False
        self.changed(after, focus)
        return True

    def do_many(self, edits: Iterable[tuple[int, Edit]], *, focus: str | None = None) -> bool:
        """Carry out edits over many articles by number, all or none; one undo takes them back."""
        if not self.may_change():
            return False
        assert self.project is not None
        assert self.number is not None
        try:
            self.project.apply_to_many(self.layer, edits, home=self.number)
            after = self.project.annotated(self.number, self.layer)
        except UserError as error:
            self.refuse(error)
            return False
        self.changed(after, focus)
        self.summariesChanged.emit()
        return True

    def changed(self, after: AnnotatedArticle, focus: str | None) -> None:
        """Show the article as it is on disk now."""
        self.annotated = after
        self.anchor = self.selection = self.mode = None
        self._follow()
        for name in ("recent", "recent_quote"):
            known = getattr(self, name)
            if known not in after and known not in self.offered:
                setattr(self, name, None)
        self._focus(focus if focus in after or focus in self.offered else None)
        self.annotationsChanged.emit()
        self.stateChanged.emit()
        assert self.number is not None
        self.summaryChanged.emit(self.number)
        self.said.emit(Message("Saved", "saved"))

    # What is suggested

    def renew_offers(self) -> None:
        """Read anew what is suggested: something came, or is to be hidden. The cursor stays."""
        if self.annotated is None:
            return
        self._follow(anew=True)
        if self.focus is not None and self.shown is not None and self.focus not in self.shown:
            self._focus(None)
        self.unasked = True
        self.stateChanged.emit()
        self.unasked = False

    def _follow(self, *, anew: bool = False) -> None:
        """What is left to decide, after something changed; `anew`: what models say, too."""
        if self.project is not None and self.number is not None and self.annotated is not None:
            of = (self.project, self.number, self.layer, self.annotated)
            try:
                self.offered.follow(*of, anew=anew and not self.read_only)
            except UserError as error:
                self.refuse(error)
        self.offersChanged.emit()

    def set_status(self, status: Status) -> bool:
        """Record how far the work on the article in view is."""
        if not self.may_change():
            return False
        assert self.project is not None
        assert self.number is not None
        try:
            self.project.set_status(self.number, self.layer, status)
        except UserError as error:
            self.refuse(error)
            return False
        self.summaryChanged.emit(self.number)
        return True
