"""The panel of this article's annotations: entities and quotes as they are read, then relations."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import compress, count
from operator import is_not
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QWidget

from annotator.desktop import theme
from annotator.desktop.language import current, tr
from annotator.desktop.panels.card import Card
from annotator.desktop.panels.rows import ROW, Row, one_line
from annotator.desktop.workspace import Workspace
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.labels import EntityLabel, LabelSet, QuoteType, RelationLabel


class AnnotationsModel(QAbstractListModel):
    """One row an annotation. A change moves only the rows that differ, so the list stays put."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._annotated: AnnotatedArticle | None = None
        self._rows: list[Annotation] = []

    def show(self, annotated: AnnotatedArticle | None) -> None:
        """Have the rows of `annotated`."""
        after = [] if annotated is None else annotated.listed()
        if annotated is None or not _of_one_article(annotated, self._annotated):
            self.beginResetModel()
            self._annotated, self._rows = annotated, after
            self.endResetModel()
        else:
            self._annotated = annotated
            self._update(after)

    def _update(self, after: list[Annotation]) -> None:
        """Take rows out and put rows in between what is the same at the top and at the bottom."""
        before = self._rows
        shorter = min(len(before), len(after))
        top = _same(before, after, shorter)
        bottom = min(shorter - top, _same(reversed(before), reversed(after), shorter))
        gone, come = len(before) - top - bottom, len(after) - top - bottom
        if gone:
            self.beginRemoveRows(QModelIndex(), top, top + gone - 1)
            self._rows = before[:top] + before[top + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), top, top + come - 1)
            self._rows = after
            self.endInsertRows()
        self._rows = after
        if gone or come:
            # A relation or a quote shows words of annotations other than itself.
            self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, 0))

    def id_at(self, row: int) -> str | None:
        """The id of the annotation in a row."""
        return self._rows[row].id if 0 <= row < len(self._rows) else None

    def row_of(self, id: str | None) -> int | None:
        """The row of an annotation."""
        if self._annotated is None:
            return None
        row = self._annotated.rank(id)
        if row is None and id in self._annotated:
            # Relations stand below everything else.
            rows = range(len(self._rows) - 1, -1, -1)
            row = next((row for row in rows if self._rows[row].id == id), None)
        return row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many annotations there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Row`, or its words for screen readers."""
        if role not in (ROW, Qt.ItemDataRole.DisplayRole) or self._annotated is None:
            return None
        if not 0 <= index.row() < len(self._rows):
            return None
        row = row_for(self._annotated, self._rows[index.row()])
        return row if role == ROW else row.spoken()


def _of_one_article(one: AnnotatedArticle, other: AnnotatedArticle | None) -> bool:
    """Whether two states belong to one article."""
    return other is not None and one.article.id == other.article.id


def _same(one: Iterable[Annotation], other: Iterable[Annotation], most: int) -> int:
    """How many annotations are the very same ones at the beginning of both, `most` at most."""
    return next(compress(count(), map(is_not, one, other)), most)


def row_for(annotated: AnnotatedArticle, annotation: Annotation) -> Row:
    """How the panel shows an annotation: its words, and its label or who is quoted."""
    label = label_of(annotated.labels, annotation)
    colour, place = colour_of(label), place_of(annotated.labels, annotation)
    if isinstance(annotation, Relation):
        return Row(_ends(annotated, annotation), _title(label, annotation), "relation", colour)
    words = one_line(annotation.span.surface(annotated.text))
    if isinstance(annotation, Entity):
        return Row(words, annotation.label, "entity", colour, place=place)
    speaker = annotated.spanned(annotation.speaker)
    if speaker is None:
        return Row(words, _title(label, annotation), "quote", colour, place=place)
    name = _short(annotated, speaker, 20)
    return Row(words, f"{_arrow(name)} {name}", "quote", colour, place=place)


def label_of(
    labels: LabelSet, annotation: Annotation
) -> EntityLabel | QuoteType | RelationLabel | None:
    """The label of an annotation, if the label set has it."""
    if isinstance(annotation, Entity):
        return labels.entity(annotation.label)
    if isinstance(annotation, Quote):
        return labels.quote_type(annotation.type)
    return labels.relation(annotation.label)


def place_of(labels: LabelSet, annotation: Annotation) -> int:
    """What the annotation's sign is chosen by: the place of its label; all relations have one."""
    if isinstance(annotation, Entity):
        return labels.place(annotation.label)
    return labels.quote_place(annotation.type) if isinstance(annotation, Quote) else 0


def colour_of(label: EntityLabel | QuoteType | RelationLabel | None) -> str:
    """The label's colour in the scheme in use."""
    if label is None:
        return theme.colours().quiet
    return theme.label_colour(label.light, label.dark)


def _title(label: EntityLabel | QuoteType | RelationLabel | None, annotation: Annotation) -> str:
    return annotation.label if label is None else label.title.in_language(current())


def _ends(annotated: AnnotatedArticle, relation: Relation) -> str:
    head, tail = (
        _short(annotated, annotated.spanned(id), 24) for id in (relation.head, relation.tail)
    )
    return f"{head} {_arrow(head)} {tail}"


def _arrow(words: str) -> str:
    """Onward in the direction in which these words are read, whatever the interface's is."""
    strong = (unicodedata.bidirectional(char) for char in words)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "AL")
    return "→" if first == "L" else "←"


def _short(annotated: AnnotatedArticle, annotation: Entity | Quote | None, length: int) -> str:
    if annotation is None:
        return "?"
    words = one_line(annotation.span.surface(annotated.text))
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


class AnnotationsPanel(Card):
    """The annotations of the article in view; a row jumps to its annotation and focuses it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self.model = AnnotationsModel()
        super().__init__(self.model, parent)
        self.model.setParent(self)
        self.list.moved.connect(self._focus)
        self.list.chosen.connect(self._focus)
        # A key press is painted first; the list follows when there is nothing else to do.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.catch_up)
        workspace.annotationsChanged.connect(self._later.start)
        workspace.articleChanged.connect(self._later.start)
        workspace.focusChanged.connect(self._later.start)
        self._shown: AnnotatedArticle | None = None
        self.retranslate()

    def catch_up(self) -> None:
        """Show what the workspace has now."""
        annotated = self._workspace.annotated
        if annotated is not self._shown:
            self._shown = annotated
            self.model.show(annotated)
            self.retranslate()
        self.list.show_row(self.model.row_of(self._workspace.focus))

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.set_title(title(self._workspace.annotated))
        self.title.setToolTip("")
        if self._workspace.read_only:
            self.set_empty(tr("This author has not annotated this article."))
        else:
            self.set_empty(
                tr(
                    "Nothing is marked yet. Select words with Shift and the arrows, then press a "
                    "label’s key."
                )
            )

    def _focus(self, row: int) -> None:
        id = self.model.id_at(row)
        if id is not None:
            self._workspace.set_focus(id)


def title(annotated: AnnotatedArticle | None) -> str:
    """The panel's title with the counts of what there is."""
    if annotated is None:
        return tr("Annotations")
    counts = Counter(map(type, annotated.by_id.values()))
    parts = [tr("Annotations")]
    if counts[Entity]:
        parts.append(tr("%n entities", counts[Entity]))
    if counts[Quote]:
        parts.append(tr("%n quotes", counts[Quote]))
    if counts[Relation]:
        parts.append(tr("%n relations", counts[Relation]))
    # Where the line is too short it breaks between the counts, not within one.
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)
