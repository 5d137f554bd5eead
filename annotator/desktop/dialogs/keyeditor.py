"""Changes the keys of actions: choose one, press the new key; every change holds at once.

What is pressed is named by `keys`, so that it means the same key under every layout. A key that
something else has is offered for taking over; one that cannot work is refused with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from annotator.desktop import keymap, shortcuts, theme
from annotator.desktop.actions import ACTIONS, MENUS, Action, by_id
from annotator.desktop.dialogs.base import Dialog, button
from annotator.desktop.dialogs.picker import Entry, Filtered
from annotator.desktop.keynames import arabic, isolated, typed_forms
from annotator.desktop.keys import name_of
from annotator.desktop.language import current, in_language, tr
from annotator.desktop.panels.card import plain_label
from annotator.desktop.panels.rows import Row

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow

_ONLY_HELD = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R,
    Qt.Key.Key_Mode_switch,
})  # fmt: skip


class Listener(QWidget):
    """Has the keyboard while a new key is awaited: Tab, Enter and all others are keys to it."""

    pressed = Signal(str)
    """A key, by its name; "" for one that has none."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.take = button(tr("Take it over"), lambda: None)
        self.leave = button(tr("Leave it as it is"), lambda: None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.NEAR)
        for one in (self.take, self.leave):
            one.setAutoDefault(True)  # Enter presses the one that has the keyboard
        row.addWidget(self.text, 1)
        row.addWidget(self.take)
        row.addWidget(self.leave)

    def ask(self, text: str, *, refused: bool = False, conflict: bool = False) -> None:
        """Say what is awaited: a key, or in a conflict a decision."""
        self.text.setText(text)
        self.text.setObjectName("refused" if refused else "")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.take.setVisible(conflict)
        (self.take if conflict else self).setFocus()

    def event(self, event: QEvent) -> bool:
        """A key goes nowhere else: not to the buttons, not to the dialog."""
        if isinstance(event, QKeyEvent) and self.hasFocus():
            if event.type() == QEvent.Type.KeyPress and event.key() not in _ONLY_HELD:
                self.pressed.emit(name_of(event) or "")
            event.accept()
            return True
        return super().event(event)


class KeyEditor(Dialog):
    """All actions with their keys; see the module."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, tr("Change keys"), 720)
        self.resize(760, 640)
        self._window = window
        self._wanted: tuple[str, bool] = ("", False)
        self._taking: tuple[str, tuple[str, ...]] = ("", ())
        self.say(
            tr(
                "Choose a command, press Enter, then the new key. Keys are named as on a US "
                "keyboard, with the Arabic letter of the same key beside."
            ),
            name="quiet",
        )
        self.filtered = Filtered(
            tr("Commands"),
            tr("Part of a command’s name, or a key"),
            tr("No command has this in its name."),
            _entries(self),
        )
        self.add(self.filtered, 1)
        self.below = QStackedWidget()
        self.listener = Listener()
        self.below.addWidget(self._make_buttons())
        self.below.addWidget(self.listener)
        self.add(self.below)
        self.reset_all = button(tr("Usual keys for all"), self.reset_everything)
        close = button(tr("Close"), self.accept)
        for one in (self.reset_all, close):
            one.setAutoDefault(True)
        self.buttons(self.reset_all, close)
        self.filtered.picked.connect(lambda entry: entry.pick())
        self.filtered.moved.connect(self._rest)
        self.listener.pressed.connect(self._pressed)
        self.listener.take.clicked.connect(self._take_over)
        self.listener.leave.clicked.connect(self._rest)
        self._rest()

    def _make_buttons(self) -> QWidget:
        self.set_key = button(tr("Set key"), lambda: self.await_key(adding=False))
        self.add_key = button(tr("Add key"), lambda: self.await_key(adding=True))
        self.remove_key = button(tr("Take a key off"), self.remove_last)
        self.reset_one = button(tr("Usual keys"), self.reset_current)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.set_key, self.add_key, self.remove_key, self.reset_one):
            one.setAutoDefault(True)
            row.addWidget(one)
        row.addStretch(1)
        return made

    @property
    def action(self) -> Action | None:
        """The action whose keys can be changed now."""
        entry = self.filtered.current()
        return by_id(entry.names[-1]) if entry is not None else None

    # What the buttons do

    def await_key(self, *, adding: bool) -> None:
        """Let the next key that is pressed be a key of the chosen action."""
        action = self.action
        if action is None or action.id in keymap.FIXED:
            return
        self._wanted = (action.id, adding)
        self.below.setCurrentWidget(self.listener)
        self.listener.ask(
            tr("Press the new key for “{action}”. Esc leaves it as it is.", action=_title(action))
        )

    def remove_last(self) -> None:
        """Take the last of its keys off the chosen action."""
        if self.action is not None:
            self._change({self.action.id: keymap.of(self.action.id)[:-1]})

    def reset_current(self) -> None:
        """Give the chosen action the keys of the table again."""
        if self.action is not None:
            self.below.setCurrentWidget(self.listener)
            self._give(self.action.id, keymap.of_table(self.action.id))

    def reset_everything(self) -> None:
        """Give all actions the keys of the table again."""
        shortcuts.reset(self._window.settings)
        self._show_changes()

    # What happens then

    def _pressed(self, key: str) -> None:
        id, adding = self._wanted
        if key == "Escape":
            self._rest()
            return
        reason = keymap.problem(key, keymap.scope_of(id)) if key else _NAMELESS
        if reason is not None:
            self.listener.ask(tr(reason, None, key=isolated(key)), refused=True)
        else:
            before = keymap.of(id) if adding else ()
            self._give(id, (*(one for one in before if one != key), key))

    def _give(self, id: str, keys: tuple[str, ...]) -> None:
        """Give the keys, or ask first if something else has one of them."""
        taken = shortcuts.takes_from(id, keys)
        label = self._label_with(id, keys)
        self._taking = (id, keys)
        if taken:
            rival, key = taken[0]
            self._ask(
                tr("{key} belongs to “{action}”.", key=isolated(key), action=_title(by_id(rival)))
            )
        elif label:
            self._ask(
                tr(
                    "{key} gives the label “{label}” in this project, which would lose its key.",
                    key=isolated(label[0]),
                    label=label[1],
                )
            )
        else:
            self._take_over()

    def _ask(self, text: str) -> None:
        self.listener.ask(text, conflict=True)

    def _label_with(self, id: str, keys: tuple[str, ...]) -> tuple[str, str] | None:
        """A key that labels of the open project begin with, and the first such label's title."""
        workspace = self._window.workspace
        if workspace.project is None:
            return None
        for key in keys:
            for label in workspace.labels.entities:
                if label.key and label.key[0] == key and key not in keymap.of(id):
                    return key, label.title.in_language(current())
        return None

    def _take_over(self) -> None:
        self._change(shortcuts.given(*self._taking))

    def _change(self, changes: dict[str, tuple[str, ...]]) -> None:
        shortcuts.change(self._window.settings, changes)
        self._show_changes()

    def _show_changes(self) -> None:
        self.filtered.renew(_entries(self))
        self._window.retranslate()
        self._rest()

    def reject(self) -> None:
        """Esc leaves the question first, then the dialog."""
        if self.below.currentWidget() is self.listener:
            self._rest()
        else:
            super().reject()

    def _rest(self) -> None:
        """Await no key; what can be done to the chosen action can be pressed."""
        self.below.setCurrentIndex(0)
        action = self.action
        own = keymap.of(action.id) if action is not None else ()
        free = action is not None and action.id not in keymap.FIXED
        self.set_key.setEnabled(free)
        self.add_key.setEnabled(free and bool(own))
        self.remove_key.setEnabled(free and bool(own))
        self.reset_one.setEnabled(free and action is not None and own != action.keys)
        self.reset_all.setEnabled(bool(self._window.settings.now.keys))
        self.filtered.field.setFocus()


_NAMELESS = "This key cannot be told from others under every layout. Press another one."


def _entries(editor: KeyEditor) -> list[Entry]:
    menus = dict(MENUS)
    return [_entry(editor, one, tr(menus[one.menu]) if one.menu else "") for one in ACTIONS]


def _entry(editor: KeyEditor, action: Action, menu: str) -> Entry:
    keys = keymap.of(action.id)
    caps = [(isolated(key), arabic(key)) for key in keys] or [("", "")]
    fixed, changed = action.id in keymap.FIXED, keys != action.keys
    detail = tr("always the same") if fixed else tr("changed") if changed else menu
    return Entry(
        Row(_title(action), detail, "", "", *caps[0], tuple(caps[1:]), quiet=fixed),
        (in_language(action.title, "ar"), in_language(action.title, "en"), action.id),
        lambda: editor.await_key(adding=False),
        helps=(in_language(action.help, "ar"), in_language(action.help, "en")),
        keys=typed_forms(*keys),
    )


def _title(action: Action) -> str:
    return tr(action.title).rstrip("…")
