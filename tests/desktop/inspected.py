"""What the tests of the inspector share: a project to inspect, and its fields found by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.desktop.dialogs.picker import Picker
from annotator.desktop.panels.fieldwidgets import FieldButton
from annotator.desktop.panels.freetext import FieldText
from annotator.desktop.window import MainWindow
from annotator.model import labelfile
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.labels import LabelSet
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.store import Project

from .conftest import AUTHOR, settle, type_in

LABELS: LabelSet = labelfile.parse(
    """
name = "tests"
title = { ar = "تجربة", en = "Test" }
[[entities]]
label = "PERS"
title = { ar = "شخص", en = "Person" }
key = "P"
[[entities.attributes]]
name = "role"
title = { ar = "الدور", en = "Role" }
values = [
  { name = "witness", title = { ar = "شاهد", en = "Witness" } },
  { name = "official", title = { ar = "مسؤول", en = "Official" } },
]
[[entities.attributes]]
name = "alive"
title = { ar = "حيّ", en = "Alive" }
kind = "flag"
[[entities.attributes]]
name = "alias"
title = { ar = "كنيته", en = "Alias" }
kind = "text"
[[entities]]
label = "GPE"
title = { ar = "بلد", en = "Country" }
key = "Y"
[[relations]]
label = "VISITS"
title = { ar = "يزور", en = "Visits" }
rules = [{ head = ["PERS"], tail = ["GPE"] }]
[[relations.attributes]]
name = "official"
title = { ar = "رسمية", en = "Official" }
kind = "flag"
[[relations]]
label = "BORN_IN"
title = { ar = "وُلد في", en = "Born in" }
rules = [{ head = ["PERS"], tail = ["GPE"] }]
""",
    "test",
)
TEXT = "قال خالد إن ليلى زارت مصر ثم عُمان: “العمل يبدأ غدًا”."


def span(words: str) -> Span:
    """Where some words of the text are."""
    start = TEXT.index(words)
    return Span.of(start, start + len(words))


ANNOTATIONS: tuple[Annotation, ...] = (
    Entity(id="khalid", label="PERS", span=span("خالد")),
    Entity(id="layla", label="PERS", span=span("ليلى"), attributes={"model": "v7", "role": "x"}),
    Entity(id="egypt", label="GPE", span=span("مصر")),
    Entity(id="oman", label="GPE", span=span("عُمان")),
    Quote(
        id="quote", type="direct", span=span("العمل يبدأ غدًا"), cue=span("قال"),
        source=span("خالد"), speaker="khalid", attributes={"tone": "calm"},
    ),
    Relation(id="visit", label="VISITS", head="layla", tail="egypt"),
)  # fmt: skip


def make(path: Path) -> Path:
    """A project with one article that has a little of everything, and one without anything."""
    with Project.create(path, LABELS) as made, made.importing("test") as into:
        article = Article(id="article", text=TEXT)
        record = Record(article=article, layer=AUTHOR, status="begun", annotations=ANNOTATIONS)
        into.add(record)
        into.add(Record(article=Article(id="next", text="مقال آخر قصير")))
    return path


def stored(window: MainWindow, path: Path, id: str) -> Annotation:
    """The annotation as the file has it after the program was closed."""
    window.close()
    with Project.open(path) as opened:
        found = opened.annotated(1, AUTHOR).get(id)
    assert found is not None
    return found


def current(window: MainWindow, id: str) -> Annotation:
    """The annotation as the window has it."""
    assert window.workspace.annotated is not None
    found = window.workspace.annotated.get(id)
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)


def inspect(window: MainWindow, qtbot: QtBot, id: str) -> None:
    """Focus an annotation and press F9."""
    window.focus_article()
    window.workspace.set_focus(id)
    settle(qtbot)
    QTest.keyClick(window.view, Qt.Key.Key_F9)
    settle(qtbot)


def key_of_field(window: MainWindow) -> str:
    """Which field has the keyboard; empty for none."""
    part = window.inspector.current()
    return part.field.key if part is not None else ""


def go_to(window: MainWindow, qtbot: QtBot, key: str) -> QWidget:
    """Tab to a field, as far as there are fields."""
    for _ in range(20):
        if key_of_field(window) == key:
            held = QApplication.focusWidget()
            assert held is not None
            return held
        press(Qt.Key.Key_Tab)
        settle(qtbot)
    raise AssertionError(f"Tab does not lead to {key}")


def pick(qtbot: QtBot, typed: str) -> None:
    """Type into the list that is open, and take the first."""
    picker = QApplication.activeModalWidget()
    assert isinstance(picker, Picker)
    before = picker.field.text()
    type_in(picker.field, typed)
    assert picker.field.text() == before + typed
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    settle(qtbot)


def shown(window: MainWindow) -> dict[str, str]:
    """The fields and what they show."""
    found = {}
    for part in (
        *window.inspector.findChildren(FieldButton),
        *window.inspector.findChildren(FieldText),
    ):
        if part.isVisibleTo(window):
            text = part.text.toPlainText() if isinstance(part, FieldText) else part.field.row.title
            found[part.field.key] = text
    return found
