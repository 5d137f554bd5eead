"""The inspector: everything about the annotation in focus, to be read and changed by keys.

A suggestion is only read here, with who says it; it is adjusted in the text and then accepted.

Tab, Shift+Tab, ↑ and ↓ go from field to field, round and round; Enter or Space changes, letters
begin to choose, Delete takes off, Shift+Enter shows a field's words in the text. Esc goes back to
the text; what was typed until then is stored, as it is whenever a field is left, and Ctrl+Z takes
it back. Nothing is changed here but through `inspecting`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.desktop import inspecting, keymap, theme
from annotator.desktop.keynames import isolated
from annotator.desktop.language import tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.fields import ATTRIBUTE, Field, fields_of
from annotator.desktop.panels.fieldwidgets import FieldButton
from annotator.desktop.panels.freetext import FieldText
from annotator.desktop.suggestions.words import origin_fields
from annotator.desktop.workspace import Workspace
from annotator.model.annotations import Annotation, Entity, Quote

Part = FieldButton | FieldText
_ATTRIBUTE_LINES, _NOTE_LINES = (1, 5), (2, 8)


class InspectorPanel(QFrame):
    """See the module. `left` is emitted when the keyboard is to go back to the text."""

    left = Signal()
    choosing = Signal(object, str)
    """A value is to be picked for this `Field`; the text is what was typed of it already."""
    hinted = Signal(list)
    """What the keys do on the field that has the keyboard; empty when none has."""
    deserted = Signal()
    """The keyboard went to another part of the window."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id: str | None = None
        self._parts: list[Part] = []
        self.setObjectName("card")
        self._lay_out()
        # A key press is painted first; the inspector follows when there is nothing else to do.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.catch_up)
        for changed in (
            workspace.annotationsChanged, workspace.focusChanged, workspace.articleChanged,
            workspace.projectChanged, workspace.offersChanged,
        ):  # fmt: skip
            changed.connect(self._later.start)
        self.retranslate()

    def _lay_out(self) -> None:
        self.title = plain_label()
        self.title.setFont(theme.font(theme.TITLE, strong=True))
        self.empty = plain_label(name="quiet")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        for label in (self.title, self.empty):
            label.setContentsMargins(theme.INSET, 0, theme.INSET, 0)
        self.page = QWidget()
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(0, 0, 0, theme.TIGHT)
        self._column.setSpacing(2)
        self.note = FieldText(_NOTE_LINES)
        self._attend_text(self.note)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.page)
        self.area.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.NEAR, 0, theme.TIGHT)
        layout.setSpacing(theme.TIGHT)
        for part, stretch in ((self.title, 0), (self.empty, 1), (self.area, 1)):
            layout.addWidget(part, stretch)

    # What is shown

    def retranslate(self) -> None:
        """Set every text again, in the language of the interface."""
        self.empty.setText(
            tr(
                "Focus an annotation with {key}: its attributes and its note stand here.",
                key=keymap.said("next-annotation"),
            )
        )
        self.catch_up()

    def catch_up(self) -> None:
        """Show the annotation that is in focus now; the keyboard stays on the field it is on."""
        annotated, found = self._workspace.shown, self._found()
        if found is None and self.has_keyboard():
            self.left.emit()
        if self._id != (found.id if found is not None else None):
            self._part_with()
        self._id = found.id if found is not None else None
        offered = self._workspace.focus in self._workspace.offered
        self.title.setText(tr("Details of the suggestion") if offered else _title(found))
        self.area.setVisible(found is not None)
        self.empty.setVisible(found is None)
        if found is None or annotated is None:
            return
        read_only = self._workspace.read_only or offered
        *fields, note = fields_of(annotated, found, read_only=read_only)
        fields += origin_fields(self._workspace, found.id)
        held = self.current()
        key = held.field.key if held is not None else None
        self._show(fields)
        self.note.show_field(note)
        if key is not None and self.current() is not self._part(key):
            _holder(self._part(key) or self._all()[0]).setFocus()
        self._show_hint()

    def _part_with(self) -> None:
        """Store what was typed for the annotation that goes; what is refused is not thrown away."""
        self.commit()
        texts = [part.text.forget() for part in self._all() if isinstance(part, FieldText)]
        left = "\n".join(filter(None, texts))
        if left:
            QGuiApplication.clipboard().setText(left)
            self._workspace.refuse("What you typed could not be stored; it is on the clipboard.")

    def _found(self) -> Annotation | None:
        shown = self._workspace.shown
        return shown.get(self._workspace.focus) if shown is not None else None

    def _show(self, fields: list[Field]) -> None:
        """Show these fields, with the widgets that are there as far as they fit."""
        for place, field in enumerate(fields):
            self._fitting(place, field).show_field(field)
        for spare in self._parts[len(fields) :]:
            self._column.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        del self._parts[len(fields) :]

    def _fitting(self, place: int, field: Field) -> Part:
        wanted = FieldText if field.kind == "text" else FieldButton
        if place < len(self._parts) and isinstance(self._parts[place], wanted):
            return self._parts[place]
        made: Part
        if wanted is FieldText:
            made = FieldText(_ATTRIBUTE_LINES)
            self._attend_text(made)
        else:
            made = FieldButton()
            self._attend_button(made)
        if place < len(self._parts):
            self._column.removeWidget(self._parts[place])
            self._parts[place].deleteLater()
            self._parts[place].hide()
            self._parts[place] = made
        else:
            self._parts.append(made)
        self._column.insertWidget(place, made)
        return made

    def _attend_button(self, made: FieldButton) -> None:
        made.acted.connect(lambda: self._act(made))
        made.removed.connect(lambda: self._take_off(made.field))
        made.shown.connect(lambda: self._show_in_text(made.field))
        made.typed.connect(lambda text: self._type(made.field, text))
        made.stepped.connect(self.step)
        made.left.connect(self.left)
        made.keyboardMoved.connect(self._keyboard_moved)

    def _attend_text(self, made: FieldText) -> None:
        made.text.committed.connect(lambda text: self._write(made, text))
        made.text.stepped.connect(self.step)
        made.text.left.connect(self.left)
        made.text.keyboardMoved.connect(self._keyboard_moved)
        made.text.refused.connect(
            lambda: self._workspace.refuse(
                "This is too long to be pasted here: {most} characters are the most.",
                most=inspecting.LONGEST,
            )
        )

    # Where the keyboard is

    def _all(self) -> list[Part]:
        return [*self._parts, self.note]

    def _part(self, key: str) -> Part | None:
        return next((part for part in self._all() if part.field.key == key), None)

    def current(self) -> Part | None:
        """The part that has the keyboard."""
        held = QApplication.focusWidget()
        return next((one for one in self._all() if _holder(one) is held), None)

    def has_keyboard(self) -> bool:
        """Whether one of the fields has the keyboard."""
        return self.current() is not None

    def take_keyboard(self) -> None:
        """Give the first field the keyboard, at once and not with what is shown later."""
        self.catch_up()
        if self._id is not None:
            _holder(self._all()[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_hint()

    def resume(self, key: str) -> None:
        """Give the field `key` the keyboard back, after its value was picked elsewhere."""
        part = self._part(key)
        if part is not None and self._id is not None:
            self.activateWindow()
            _holder(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the next field (1) or to the one before (-1), round and round."""
        parts, held = self._all(), self.current()
        place = parts.index(held) if held is not None else -1
        goal = parts[(place + by) % len(parts)]
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        _holder(goal).setFocus(reason)
        self.area.ensureWidgetVisible(goal, 0, theme.NEAR)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays in here; Esc leads out."""
        if self._id is None or not self.has_keyboard():
            return super().focusNextPrevChild(next)
        self.step(1 if next else -1)
        return True

    def _show_hint(self) -> None:
        held = self.current()
        keys = _keys_of(held.field) if held is not None else []
        self.hinted.emit(keys)
        if held is not None:
            # For who hears the window: what stands in the status line is not read out.
            _holder(held).setAccessibleDescription(" · ".join(keys))
            self.area.ensureWidgetVisible(held, 0, theme.NEAR)

    def _keyboard_moved(self) -> None:
        self._show_hint()
        if not self.has_keyboard() and self._elsewhere_in_the_window():
            self.deserted.emit()

    def _elsewhere_in_the_window(self) -> bool:
        """Whether the keyboard went to another part of the window, and not to a dialog for now."""
        held = QApplication.focusWidget()
        return held is not None and held.window() is self.window()

    # What the fields want

    def commit(self) -> None:
        """Store what is being typed: the article, the project or the program may go now."""
        for part in self._all():
            if isinstance(part, FieldText):
                part.text.commit()

    def _act(self, part: FieldButton) -> None:
        field = part.field
        if field.kind == "choice" and field.editable:
            self.choosing.emit(field, "")
        elif field.kind == "flag" and field.editable:
            if self._id is not None:
                inspecting.switch(self._workspace, self._id, field.key.removeprefix(ATTRIBUTE))
        else:
            self._show_in_text(field)

    def _type(self, field: Field, text: str) -> None:
        if field.kind == "choice" and field.editable:
            self.choosing.emit(field, text)

    def _take_off(self, field: Field) -> None:
        if self._id is not None:
            if self._workspace.read_only:
                self._workspace.refuse_reading()
            else:
                inspecting.take_off(self._workspace, self._id, field)

    def _show_in_text(self, field: Field) -> None:
        if inspecting.show(self._workspace, field):
            self.left.emit()

    def _write(self, part: FieldText, text: str) -> None:
        if self._id is not None and not inspecting.write(
            self._workspace, self._id, part.field.key, text
        ):
            part.text.keep()


def _holder(part: Part) -> QWidget:
    """The widget of a part that has its keyboard."""
    return part.text if isinstance(part, FieldText) else part


def _title(found: Annotation | None) -> str:
    if found is None:
        return tr("Details")
    if isinstance(found, Entity):
        return tr("Details of the entity")
    if isinstance(found, Quote):
        return tr("Details of the quote")
    return tr("Details of the relation")


def _keys_of(field: Field) -> list[str]:
    """What the keys do on this field, for the line below."""
    found = []
    if field.kind == "text":
        if field.editable:
            found += [("Return", tr("store")), ("Shift+Return", tr("new line"))]
    elif field.editable:
        found.append(("Return", tr("switch") if field.kind == "flag" else tr("choose")))
    if field.removable:
        found.append(("Delete", tr("take off")))
    if field.shows is not None:
        found.append(("Shift+Return" if field.editable else "Return", tr("show in the text")))
    found.append(("Escape", tr("back to the text")))
    return [f"{isolated(key)} {what}" for key, what in found]
