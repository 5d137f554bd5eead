"""The list of articles under whatever a person does to it, in any order: it tells the truth."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.desktop import undoing, walking
from annotator.desktop.panels.rows import ROW, Row
from annotator.desktop.window import MainWindow
from annotator.model.annotations import Entity
from annotator.model.article import STATUSES
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.store import ORDERS

from .conftest import AUTHOR, OpenWindow, make_project, settle

COUNT = 7
WORDS = ("", "خبر", "خَبَر", "١", "3", "لا شيء", "خبر 5")

_WORKING = st.tuples(st.sampled_from(("mark", "undo", "finish", "skip", "reopen")), st.none())
_LISTING = st.one_of(
    st.tuples(st.just("state"), st.sampled_from((None, *STATUSES))),
    st.tuples(st.just("order"), st.sampled_from(ORDERS)),
    st.tuples(st.just("title"), st.sampled_from(WORDS)),
    st.tuples(st.just("clear"), st.none()),
    st.tuples(st.just("layer"), st.sampled_from((AUTHOR, "another"))),
)
_GOING = st.one_of(
    st.tuples(st.just("go"), st.integers(1, COUNT)),
    st.tuples(st.just("by"), st.sampled_from((1, -1))),
)
_STATUS = st.tuples(st.just("status"), st.sampled_from(STATUSES))
# Half of the steps work on an article or leave it: the list follows those by itself.
STEPS = st.lists(st.one_of(_WORKING, _STATUS, _GOING, _GOING, _LISTING), min_size=5, max_size=30)


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """A window on articles whose titles differ in a number."""
    lines = tuple(f"خبر {number}" for number in range(1, COUNT + 1))
    return open_window(make_project(tmp_path / "walk.db", lines))


def take(window: MainWindow, step: str, value: object) -> None:
    """What a person does."""
    workspace, above = window.workspace, window.articles.filter
    if step == "mark":
        assert workspace.annotated is not None
        workspace.do(Edit(added=(Entity(label="PERS", span=Span.of(0, 3)),)))
    else:
        {
            "state": lambda: above.show_status(value),  # type: ignore[arg-type]
            "order": lambda: above.sort(value),  # type: ignore[arg-type]
            "title": lambda: above.field.setText(value),  # type: ignore[arg-type]
            "status": lambda: workspace.set_status(value),  # type: ignore[arg-type]
            "go": lambda: workspace.go_to(value),  # type: ignore[arg-type]
            "by": lambda: walking.go_by(workspace, value),  # type: ignore[arg-type]
            "layer": lambda: workspace.set_layer(value),  # type: ignore[arg-type]
            "undo": lambda: undoing.undo(workspace),
            "finish": lambda: walking.finish(workspace),
            "skip": lambda: walking.skip(workspace),
            "reopen": lambda: walking.reopen(workspace),
            "clear": above.clear,
        }[step]()


def check(window: MainWindow) -> None:
    """What must hold after every step."""
    workspace, panel = window.workspace, window.articles
    project, model = workspace.project, panel.model
    assert project is not None
    numbers = list(model.numbers)
    # Rows say what is stored, of the article that they stand for.
    for row, number in enumerate(numbers):
        shown: Row = model.index(row, 0).data(ROW)
        stored = project.summary(number, workspace.layer)
        assert (shown.title, shown.sign) == (stored.title, stored.status)
        assert shown.strong == (number == workspace.number)
    # What is listed fits; but for the article in view, which stays until it is left.
    fitting = set(project.listing(workspace.layer, model.wanted))
    assert set(numbers) - fitting <= {workspace.number}
    assert len(numbers) == len(set(numbers))
    assert (workspace.listed is None) == model.wanted.plain
    assert workspace.listed is None or list(workspace.listed) == numbers
    # The article in view is the current row, if it has one.
    if workspace.number in numbers:
        assert panel.list.currentIndex().row() == numbers.index(workspace.number)
    # The counts are those of the layer.
    counts = project.progress(workspace.layer)
    assert sum(counts.values()) == COUNT
    for status, button in panel.filter.states.items():
        assert str(counts[status] or "") in button.accessibleName()
    assert panel.list.isVisible() == bool(numbers)


@given(STEPS)
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_list_tells_the_truth_after_every_step(
    window: MainWindow, qtbot: QtBot, steps: list[tuple[str, object]]
) -> None:
    window.workspace.set_layer(AUTHOR)
    window.articles.filter.start_anew()
    window.articles.reload()
    tester = QAbstractItemModelTester(
        window.articles.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    for step, value in steps:
        take(window, step, value)
        settle(qtbot)
        check(window)
    tester.deleteLater()
