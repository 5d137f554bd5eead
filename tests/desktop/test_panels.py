"""The panels as they are used: rows jump, follow, and stay where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.desktop import marking, undoing
from annotator.desktop.language import Language
from annotator.desktop.panels.card import RowList
from annotator.desktop.panels.rows import ROW, Row
from annotator.desktop.window import MainWindow
from annotator.model.spans import Span

from .conftest import OpenWindow, make_project, settle


def rows(list_: RowList) -> list[Row]:
    """What a list shows."""
    model = list_.model()
    return [model.index(row, 0).data(ROW) for row in range(model.rowCount())]


def click(list_: RowList, row: int) -> None:
    """Click the middle of a row."""
    place = list_.visualRect(list_.model().index(row, 0)).center()
    QTest.mouseClick(list_.viewport(), Qt.MouseButton.LeftButton, pos=place)


def surface(window: MainWindow) -> str:
    """The words of the annotation in focus."""
    annotated = window.workspace.annotated
    assert annotated is not None
    found = annotated.spanned(window.workspace.focus)
    return found.span.surface(annotated.text) if found is not None else ""


def test_annotations_are_listed_as_they_are_read(open_window: OpenWindow, project: Path) -> None:
    window = open_window(project)
    listed = [(row.title, row.detail, row.sign) for row in rows(window.annotations.list)]
    assert listed == [
        ("وزيرة الطاقة الأردنية", "OCC", "entity"),
        ("الأردنية", "NORP", "entity"),
        ("ليلى الحموري", "PERS", "entity"),
        ("عمّان", "GPE", "entity"),
    ]


def test_a_click_focuses_the_annotation_and_gives_the_article_the_keyboard(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    click(window.annotations.list, 2)
    settle(qtbot)
    assert surface(window) == "ليلى الحموري"
    assert window.view.hasFocus()


def test_arrows_go_from_annotation_to_annotation(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.focus_annotations()
    settle(qtbot)
    visited = []
    for _ in range(3):
        QTest.keyClick(window.annotations.list, Qt.Key.Key_Down)
        settle(qtbot)
        visited.append(surface(window))
        assert window.annotations.list.hasFocus()
    assert visited == ["الأردنية", "ليلى الحموري", "عمّان"]
    QTest.keyClick(window.annotations.list, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.view.hasFocus()
    assert surface(window) == "عمّان"


def test_the_list_follows_the_focus(open_window: OpenWindow, project: Path, qtbot: QtBot) -> None:
    window = open_window(project)
    window.workspace.set_focus("a3")
    settle(qtbot)
    assert window.annotations.list.currentIndex().row() == 2
    window.workspace.set_focus(None)
    settle(qtbot)
    assert not window.annotations.list.currentIndex().isValid()


def test_marking_and_undoing_change_single_rows(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    model, changes = window.annotations.model, []
    model.modelReset.connect(lambda: changes.append("reset"))
    model.rowsInserted.connect(lambda _, first, last: changes.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _, first, last: changes.append(("out", first, last)))
    text = window.workspace.text
    start = text.index("أمس")
    window.workspace.select(Span.of(start, start + 3))
    marking.label(window.workspace, "DATE")
    settle(qtbot)
    assert rows(window.annotations.list)[4].title == "أمس"
    assert window.annotations.title.text() == "Annotations · 5\u00a0entities"
    undoing.undo(window.workspace)
    settle(qtbot)
    assert changes == [("in", 4, 4), ("out", 4, 4)]
    assert len(rows(window.annotations.list)) == 4


def test_quotes_name_their_speaker_and_relations_both_ends(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    from annotator.model import edits

    window = open_window(project)
    workspace = window.workspace
    workspace.go_to(2)
    assert workspace.annotated is not None
    workspace.do(edits.change(workspace.annotated, "a2", speaker="a1"))
    settle(qtbot)
    quote = rows(window.annotations.list)[1]
    assert (quote.title, quote.detail, quote.sign) == ("العمل يبدأ غدًا", "← خالد", "quote")
    workspace.go_to(1)
    workspace.do(edits.relate("HOLDS_OFFICE", "a3", "a1"))
    settle(qtbot)
    relation = rows(window.annotations.list)[-1]
    assert relation.title == "ليلى الحموري ← وزيرة الطاقة الأردنية"
    assert relation.sign == "relation"
    click(window.annotations.list, 4)
    settle(qtbot)
    assert workspace.focus == relation_id(window)


def relation_id(window: MainWindow) -> str:
    """The only relation of the article."""
    assert window.workspace.annotated is not None
    return window.workspace.annotated.relations[0].id


def test_articles_show_how_far_they_are(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    listed = [(row.detail, row.sign) for row in rows(window.articles.list)]
    assert listed == [("4", "begun"), ("2", "begun"), ("", "new")]
    window.workspace.set_status("done")
    settle(qtbot)
    assert rows(window.articles.list)[0].sign == "done"


def test_enter_brings_an_article_into_view(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    window.focus_articles()
    settle(qtbot)
    QTest.keyClick(window.articles.list, Qt.Key.Key_Down)
    assert window.workspace.number == 1
    QTest.keyClick(window.articles.list, Qt.Key.Key_Return)
    settle(qtbot)
    assert window.workspace.number == 2
    assert window.view.hasFocus()
    assert window.articles.title.text() == "Articles · 2 of 3"


def test_only_the_rows_in_view_are_read(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = make_project(tmp_path / "many.db", tuple(f"مقال رقم {n}" for n in range(2000)))
    window = open_window(path)
    assert window.articles.model.rowCount() == 2000
    read = sum(len(page) for page in window.articles.model._pages.values())
    assert read <= 300
    window.workspace.go_to(2000)
    settle(qtbot)
    assert window.articles.model.index(1999, 0).data(ROW).title == "مقال رقم 1999"


def test_labels_stand_with_their_keys(open_window: OpenWindow, project: Path) -> None:
    code: Language
    for code, title in (("en", "Person"), ("ar", "شخص")):
        window = open_window(project, code)
        first = rows(window.labels.list)[0]
        assert (first.title, first.detail, first.key) == (title, "PERS", "P")
        assert [row.key for row in rows(window.labels.list)][-2:] == ["Q", "R"]
        window.close()


def test_a_click_on_a_label_marks_the_selection(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    window = open_window(project)
    start = window.workspace.text.index("زارت")
    window.workspace.select(Span.of(start, start + 4))
    click(window.labels.list, [row.detail for row in rows(window.labels.list)].index("EVENT"))
    settle(qtbot)
    assert surface(window) == "زارت"
    assert window.view.hasFocus()


def test_while_a_relation_is_made_its_labels_stand_there(
    open_window: OpenWindow, project: Path, qtbot: QtBot
) -> None:
    from annotator.desktop import relating

    window = open_window(project)
    workspace = window.workspace
    workspace.set_focus("a3")
    relating.start(workspace, lambda: (0, len(workspace.text)))
    relating.choose_other(workspace, "a4")
    settle(qtbot)
    begun = relating.under_way(workspace)
    assert begun is not None
    offered = [label.name for label in begun.labels]
    assert len(offered) > 1
    assert [row.detail for row in rows(window.labels.list)] == offered
    click(window.labels.list, offered.index("VISITS"))
    settle(qtbot)
    assert rows(window.labels.list)[0].detail == "PERS"
    assert [row.sign for row in rows(window.annotations.list)][-1] == "relation"
