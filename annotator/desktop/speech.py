"""What is said aloud to people who do not see the screen: whole sentences, nothing twice.

A screen reader learns from the article's interface (`article.access`) what is there; here it is
told what has just changed. Where no screen reader runs, nothing is worked out and nothing sent.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleTextCursorEvent
from PySide6.QtWidgets import QWidget

from annotator.desktop.aloud import listening, plain, tell
from annotator.desktop.language import current, tr
from annotator.desktop.messages import Message
from annotator.desktop.panels.annotations import label_of
from annotator.desktop.panels.article_model import status_title
from annotator.desktop.panels.rows import one_line
from annotator.desktop.status import spoken
from annotator.desktop.workspace import Workspace
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.text.offsets import Utf16


def article(workspace: Workspace) -> str:
    """Which article is in view, and how far it is."""
    project, annotated = workspace.project, workspace.annotated
    if project is None or annotated is None:
        return ""
    sentence = tr(
        "{title}, article {number} of {count}, {state}",
        title=one_line(annotated.article.title),
        number=workspace.number,
        count=project.count(),
        state=status_title(workspace.status),
    )
    return plain(sentence)


def here(workspace: Workspace) -> str:
    """The annotation in focus and its label, else what is selected, else the word at the cursor."""
    annotated = workspace.shown
    if annotated is None:
        return ""
    if workspace.mode is not None and (sentence := workspace.mode.aloud(workspace)):
        return plain(sentence)
    # A mode may have something else in focus, such as the target of a relation.
    focused = annotated.get(workspace.state().focus)
    if focused is not None:
        if focused.id in workspace.offered:
            return plain(_suggested(workspace, annotated, focused))
        return plain(_focused(annotated, focused))
    if workspace.selection is not None:
        words = one_line(workspace.selection.surface(annotated.text))
        return plain(tr("Selected: {words}", words=words))
    return plain(_word(workspace, annotated))


def _focused(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    every = annotated.listed()
    return tr(
        "{words}, {label}, {number} of {count}",
        words=_words(annotated, annotation),
        label=_label(annotated, annotation),
        number=every.index(annotation) + 1,
        count=len(every),
    )


def _suggested(workspace: Workspace, annotated: AnnotatedArticle, one: Annotation) -> str:
    order = workspace.offered.order
    return tr(
        "suggestion: {label}, {words}, {number} of {count}",
        label=_label(annotated, one),
        words=_words(annotated, one),
        number=order.index(one.id) + 1,
        count=len(order),
    )


def _words(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    if not isinstance(annotation, Relation):
        return one_line(annotation.span.surface(annotated.text))
    ends = (annotated.spanned(id) for id in (annotation.head, annotation.tail))
    head, tail = (one_line(one.span.surface(annotated.text)) if one else "?" for one in ends)
    return tr("from {head} to {tail}", head=head, tail=tail)


def _label(annotated: AnnotatedArticle, annotation: Annotation) -> str:
    """The name and the title of a label; of a quote also who speaks."""
    label = label_of(annotated.labels, annotation)
    title = label.title.in_language(current()) if label is not None else ""
    if isinstance(annotation, Entity):
        return f"{annotation.label} {title}".strip()
    if isinstance(annotation, Relation):
        return tr("relation {label}", label=title or annotation.label)
    speaker = annotated.spanned(annotation.speaker)
    if speaker is None:
        return tr("quote, {type}", type=title or annotation.type)
    name = one_line(speaker.span.surface(annotated.text))
    return tr("quote, {type}, said by {speaker}", type=title or annotation.type, speaker=name)


def _word(workspace: Workspace, annotated: AnnotatedArticle) -> str:
    start, end = workspace.cursor
    word = one_line(annotated.text[start:end])
    inside = [_inside(annotated, one) for one in annotated.at(start)] if start < end else []
    if not inside:
        return word
    return tr("{word}, within {labels}", word=word, labels=_listed(inside))


def _inside(annotated: AnnotatedArticle, one: Entity | Quote) -> str:
    label = label_of(annotated.labels, one)
    return label.title.in_language(current()) if label is not None else ""


def _listed(names: list[str]) -> str:
    return ("، " if current() == "ar" else ", ").join(dict.fromkeys(filter(None, names)))


class Speaker(QObject):
    """Follows the workspace and tells screen readers, on behalf of the article's widget."""

    def __init__(self, workspace: Workspace, view: QWidget) -> None:
        super().__init__(view)
        self._workspace, self._view = workspace, view
        self._number: int | None = None
        self._told = ""
        self._utf16, self._text = Utf16(""), ""
        # A key is answered on the screen first; several changes of one key are said as one.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._catch_up)
        for signal in (workspace.stateChanged, workspace.articleChanged):
            signal.connect(self._later.start)
        workspace.said.connect(self._say_message)

    def _catch_up(self) -> None:
        if not listening():
            self._number = None
            return
        self._move_caret()
        turned = self._workspace.number != self._number
        self._number = self._workspace.number
        sentence = article(self._workspace) if turned else here(self._workspace)
        if turned:
            self._update(QAccessible.Event.NameChanged)
        elif sentence != self._told:
            self._update(QAccessible.Event.DescriptionChanged)
        if sentence and (turned or sentence != self._told):
            tell(self._view, sentence)
        self._told = here(self._workspace)

    def say(self, sentence: str) -> None:
        """Say what has changed elsewhere in the window."""
        tell(self._view, sentence)

    def _say_message(self, message: Message) -> None:
        if listening():
            tell(self._view, spoken(message), urgent=message.kind == "refused")

    def _move_caret(self) -> None:
        text = self._workspace.text
        if text is not self._text:
            self._text, self._utf16 = text, Utf16(text)
        place = self._utf16.units(self._workspace.cursor[0])
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._view, place))

    def _update(self, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self._view, event))
