"""The panel of the labels with their keys: what can be pressed now, entities or relations."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotator.desktop import keymap, theme
from annotator.desktop.keynames import arabic, isolated, shown
from annotator.desktop.labelkeys import subtypes, waiting
from annotator.desktop.language import current, tr
from annotator.desktop.panels.annotations import colour_of
from annotator.desktop.panels.card import Card
from annotator.desktop.panels.rows import ROW, Row, literal
from annotator.desktop.relating import under_way
from annotator.desktop.workspace import Workspace
from annotator.model.colour import SLATE
from annotator.model.labels import EntityLabel, LabelSet, QuoteType, RelationLabel

Choice = tuple[str, str]
"""What a row stands for: ("entity" | "relation", a label's name), or ("action", an action's id)."""


class LabelsModel(QAbstractListModel):
    """One row a label that can be given now, in the order of the label set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Choice, Row, str]] = []

    def show(self, rows: list[tuple[Choice, Row, str]]) -> None:
        """Have these rows: what each stands for, how it looks, what its tooltip says."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def choice_at(self, row: int) -> Choice:
        """What a row stands for."""
        return self._rows[row][0]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many labels there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The `Row`, its words for screen readers, or the label's help."""
        _, row, help = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.spoken()
        return literal(help) if role == Qt.ItemDataRole.ToolTipRole else None


def entity_row(labels: LabelSet, label: EntityLabel) -> Row:
    """How a label of entities looks in a list."""
    title, place = label.title.in_language(current()), labels.place(label.name)
    return Row(title, label.name, "entity", colour_of(label), key_of(label), place=place)


def key_of(label: EntityLabel) -> str:
    """The key of a label; "" where it has none, or where an action was given that key."""
    key = label.key or ""
    return "" if keymap.holder("article", key[:1]) else key


def relation_row(label: RelationLabel) -> Row:
    """How a label of relations looks in a list."""
    title = label.title.in_language(current())
    return Row(title, label.name, "relation", colour_of(label), label.key or "")


class LabelsPanel(Card):
    """The labels of the project; while a relation is being made, its admissible labels."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        self.model = LabelsModel()
        super().__init__(self.model, parent)
        self.model.setParent(self)
        self._shown: tuple[object, ...] = ()
        workspace.projectChanged.connect(self.catch_up)
        workspace.stateChanged.connect(self.catch_up)
        self.retranslate()

    def choice_at(self, row: int) -> Choice:
        """What a row stands for."""
        return self.model.choice_at(row)

    def catch_up(self) -> None:
        """Show the labels that the workspace can give now."""
        # By identity: this is asked at every key, and label sets are large.
        if list(map(id, self._shown)) != list(map(id, self._wanted())):
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        relating, begun = under_way(self._workspace), waiting(self._workspace)
        self._shown = self._wanted()
        if relating is not None and relating.labels:
            self._show([_relation(one) for one in relating.labels])
            self.set_title(tr("Which relation?"))
        elif begun is not None:
            every = self._workspace.labels
            self._show([_entity(every, one) for one in begun.labels])
            self.set_title(tr("Which label?"))
        else:
            labels = self._labels()
            self._show(_rows(labels, self._opened()) if labels is not None else [])
            self.set_title(tr("Labels"))
        self.set_empty(tr("The labels of the open project stand here, with their keys."))
        self.list.show_row(None)
        self._show_opened()

    @property
    def rows_at_rest(self) -> int:
        """How many rows there are while nothing is opened, awaited or begun.

        These decide over the card's height, so that nothing moves while one annotates.
        """
        labels = self._labels()
        return len(_rows(labels, ())) if labels is not None else 0

    def _show_opened(self) -> None:
        """Bring the subtypes that are open into view, below the label that they belong to."""
        opened = {label.name for label in self._opened()}
        names = [self.choice_at(row)[1] for row in range(self.model.rowCount())]
        first = next((row for row, name in enumerate(names) if name in opened), None)
        if first is not None and waiting(self._workspace) is None:
            top = self.model.index(max(0, first - 1), 0)
            self.list.scrollTo(top, self.list.ScrollHint.PositionAtTop)

    def _opened(self) -> tuple[EntityLabel, ...]:
        return subtypes(self._workspace) if self._labels() is not None else ()

    def _show(self, rows: list[tuple[Choice, Row, str]]) -> None:
        """Show these rows; under an Arabic layout with the letters that are on the keys there."""
        if self._workspace.arabic_keys:
            rows = [(one, replace(row, other=arabic(row.key)), help) for one, row, help in rows]
        self.model.show(rows)

    def _wanted(self) -> tuple[object, ...]:
        """What decides over the rows: the labels, those opened among them, the layout."""
        relating, begun = under_way(self._workspace), waiting(self._workspace)
        arabic_keys, labels = self._workspace.arabic_keys, self._labels()
        if relating is not None and relating.labels:
            return relating.labels, arabic_keys
        if begun is not None:
            return begun.labels, arabic_keys
        return labels, self._opened(), arabic_keys

    def _labels(self) -> LabelSet | None:
        return self._workspace.labels if self._workspace.project is not None else None


def _entity(labels: LabelSet, label: EntityLabel) -> tuple[Choice, Row, str]:
    return ("entity", label.name), entity_row(labels, label), _help(label)


def _help(label: EntityLabel) -> str:
    """The label's help; and where its key has gone, if an action was given it."""
    help = label.help.in_language(current())
    if label.key and not key_of(label):
        gone = tr("The key {key} of this label was given to a command.", key=isolated(label.key))
        return f"{help}\n{gone}".strip()
    return help


def _relation(label: RelationLabel) -> tuple[Choice, Row, str]:
    return ("relation", label.name), relation_row(label), label.help.in_language(current())


def _entity_rows(
    labels: LabelSet, opened: tuple[EntityLabel, ...]
) -> list[tuple[Choice, Row, str]]:
    """One row a label; subtypes stand below theirs only while that is in focus: they are many."""
    rows = []
    for label in labels.entities:
        key = label.key or ""
        base = labels.entity_by_key(key[:1]) if len(key) == 2 else None
        if base is not None and label not in opened:
            continue
        choice, row, help = _entity(labels, label)
        following = labels.entities_after(key) if len(key) == 1 and row.key else ()
        if following:
            row = replace(row, more=((_digits(following), ""),))
        rows.append((choice, row, help))
    return rows


def _digits(labels: tuple[EntityLabel, ...]) -> str:
    """The second keys of these labels in short: `1`, or `1–9` from the least to the largest."""
    digits = sorted((label.key or "")[1:] for label in labels)
    return digits[0] if len(digits) == 1 else f"{digits[0]}–{digits[-1]}"


def _rows(labels: LabelSet, opened: tuple[EntityLabel, ...]) -> list[tuple[Choice, Row, str]]:
    rows = _entity_rows(labels, opened)
    rows.append(
        (
            ("action", "quote"),
            _quote_row(labels.quotes[0]),
            tr(
                "Quotes: {quote} marks one, {type} changes its type.",
                quote=keymap.said("quote"),
                type=keymap.said("type"),
            ),
        )
    )
    if labels.relations:
        slate = theme.label_colour(*SLATE)
        row = Row(tr("Relation"), "", "relation", slate, shown(keymap.first("relate")))
        help = tr("Relations: {key} starts one at the cursor.", key=keymap.said("relate"))
        rows.append((("action", "relate"), row, help))
    return rows


def _quote_row(type: QuoteType) -> Row:
    return Row(tr("Quote"), "", "quote", colour_of(type), shown(keymap.first("quote")))
