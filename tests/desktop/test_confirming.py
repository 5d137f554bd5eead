"""Suggestions in the real window: looked at, accepted, changed, rejected, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.desktop import language, speech
from annotator.desktop.article.scene import Tone
from annotator.desktop.status import hints
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion, scored
from annotator.store import Project

from .conftest import AUTHOR, OpenWindow, settle
from .desk import Desk, OpenDesk

LINE = "زارت ليلى الحموري عمّان، وقالت ليلى: “العمل يبدأ غدًا”، ثم عادت ليلى إلى بيروت."
Put = Callable[..., None]


def entity(id: str, label: str, words: str, after: int = 0, score: float = 0.8) -> Annotation:
    """A suggestion to mark the first `words` behind a place."""
    start = LINE.index(words, after)
    return _scored(Entity(id=id, label=label, span=Span.of(start, start + len(words))), score)


def _scored(one: Annotation, score: float) -> Annotation:
    return scored(Suggestion(one, score))


SPEECH = "العمل يبدأ غدًا"
HER = entity("her", "PERS", "ليلى الحموري")
TOWN = entity("town", "GPE", "عمّان")
SHE = entity("she", "PERS", "ليلى", LINE.index("وقالت"))
AGAIN = entity("again", "PERS", "ليلى", LINE.index("عادت"))
CITY = entity("city", "FAC", "بيروت", score=0.3)
SAYING = _scored(
    Quote(
        id="saying", type="direct",
        span=Span.of(LINE.index(SPEECH), LINE.index(SPEECH) + len(SPEECH)),
        cue=Span.of(LINE.index("قالت"), LINE.index("قالت") + 4),
        source=SHE.span, speaker="she",
    ),
    0.95,
)  # fmt: skip
ALL = (HER, TOWN, SHE, AGAIN, CITY)


def put(at: Desk, *annotations: Annotation, model: str = "model:memory") -> None:
    """Let a model suggest this for the article in view."""
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    project.suggested.replace(number, model, "1", annotations)
    at.workspace.renew_offers()


@pytest.fixture
def at(desk: OpenDesk, qtbot: QtBot) -> Desk:
    """A desk with suggestions on an article where nothing is marked."""
    made = desk(LINE)
    put(made, *ALL)
    settle(qtbot)
    return made


def focused(at: Desk) -> str:
    """The words and the label of what is in focus."""
    shown = at.workspace.shown
    assert shown is not None
    found = shown.get(at.workspace.focus)
    assert found is not None
    assert not isinstance(found, Relation)
    return f"{found.span.surface(shown.text)} {found.label}"


def on_disk(at: Desk) -> int:
    """How many annotations the person has in the file."""
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    return len(project.annotated(number, AUTHOR))


def test_suggestions_are_drawn_apart_and_not_stored(at: Desk) -> None:
    scene = at.window.view.scene()
    assert scene is not None
    assert {box.id: (box.tone, box.offer) for box in scene.boxes} == dict.fromkeys(
        ("her", "town", "she", "again", "city"), (Tone.PROPOSED, "taken")
    )
    assert at.line == LINE
    assert at.window.strip.isVisible()
    assert at.window.strip.left.text() == "5 suggestions left"


def test_enter_accepts_and_goes_on(at: Desk) -> None:
    at.press("Tab")
    assert focused(at) == "ليلى الحموري PERS"
    at.press("Return")
    assert focused(at) == "عمّان GPE"
    assert on_disk(at) == 1
    at.press("Return")
    assert at.line.startswith("زارت [ليلى الحموري|PERS] [عمّان|GPE]، وقالت ليلى")


def test_delete_rejects_for_good(at: Desk, open_window: OpenWindow) -> None:
    at.press("Tab", "Delete")
    assert focused(at) == "عمّان GPE"
    at.press("Backspace")
    assert focused(at) == "ليلى PERS"
    assert at.line == LINE
    project = at.workspace.project
    assert project is not None
    path = project.path
    at.window.close()
    again = Desk(open_window(path))
    assert set(again.workspace.offered.ids) == {"she", "again", "city"}
    put(again, *ALL)
    assert set(again.workspace.offered.ids) == {"she", "again", "city"}


def test_a_label_key_accepts_with_another_label(at: Desk) -> None:
    at.press("Tab*5")
    assert focused(at) == "بيروت FAC"
    at.press("Y")
    assert "[بيروت|GPE]" in at.line
    assert focused(at) == "ليلى الحموري PERS"
    project = at.workspace.project
    assert project is not None
    origin = project.suggested.origin(1, AUTHOR, "city")
    assert origin is not None
    assert origin.changed
    assert origin.score == pytest.approx(0.3)


def test_edges_are_adjusted_then_accepted(at: Desk) -> None:
    at.press("Tab", "]*8")
    assert focused(at) == "ليلى PERS"
    assert at.line == LINE
    at.press("Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")


def test_undo_brings_an_adjusted_one_back_as_it_was_decided(at: Desk) -> None:
    at.press("Tab", "]*8", "Return", "Ctrl+Z")
    assert at.line == LINE
    assert focused(at) == "ليلى PERS"
    at.press("Escape")
    at.workspace.set_focus("her")
    assert focused(at) == "ليلى الحموري PERS"
    at.press("]*8", "Delete", "Ctrl+Z")
    assert focused(at) == "ليلى PERS"
    at.press("Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")


def test_the_details_tell_who_suggests_it_and_change_nothing(at: Desk, qtbot: QtBot) -> None:
    put(at, entity("also", "PERS", "ليلى الحموري", score=0.6), model="model:gazetteer")
    at.press("Tab", "F9")
    settle(qtbot)
    inspector = at.window.inspector
    assert inspector.title.text() == "Details of the suggestion"
    told = {one.field.key: one.field.value or one.field.row.title for one in inspector._all()}
    assert told["label"] == "Person"
    assert told["surface"] == "ليلى الحموري"
    assert told["origin:0"] == "gazetteer, 0.60"
    assert told["origin:1"] == "Memory, 0.80"
    assert not any(part.field.editable or part.field.removable for part in inspector._all())
    assert inspector.has_keyboard()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget() or inspector, key)
    assert at.line == LINE
    assert "her" in at.workspace.offered
    at.window.view.setFocus()
    at.press("]*8")
    settle(qtbot)
    told = {one.field.key: one.field.value for one in inspector._all()}
    assert told["surface"] == "ليلى"
    assert told["origin:1"] == "Memory, 0.80, changed"
    at.press("Return")
    settle(qtbot)
    assert inspector._all()[1].field.value == "عمّان"


def test_what_was_adjusted_is_so_until_the_project_is_closed(
    at: Desk, open_window: OpenWindow
) -> None:
    at.press("Tab", "]*8")
    at.workspace.set_layer("خالد")
    at.workspace.set_layer(AUTHOR)
    at.press("Tab")
    assert focused(at) == "ليلى PERS"
    at.workspace.go_to(1)
    at.press("Tab", "Return")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")
    at.press("Ctrl+Z")
    project = at.workspace.project
    assert project is not None
    at.window.close()
    with Project.open(project.path) as opened:
        at.workspace.open(opened, AUTHOR)
        at.workspace.set_focus("her")
        assert focused(at) == "ليلى الحموري PERS"
        at.workspace.close()


def test_escape_drops_what_was_adjusted(at: Desk) -> None:
    at.press("Tab", "]*3", "Escape")
    assert at.workspace.focus is None
    at.press("F4", "Shift+Tab", "F4")
    at.workspace.set_focus("her")
    assert focused(at) == "ليلى الحموري PERS"


def test_tab_goes_round_suggestions_only(desk: OpenDesk) -> None:
    at = desk(LINE.replace("بيروت", "[بيروت|GPE]"))
    put(at, HER, TOWN)
    at.press("Tab*2")
    assert focused(at) == "عمّان GPE"
    at.press("Tab")
    assert focused(at) == "ليلى الحموري PERS"
    at.press("Shift+Tab")
    assert focused(at) == "عمّان GPE"
    at.press("Escape", "Left", "Tab")
    assert focused(at) == "بيروت GPE"


def test_a_quote_brings_its_cue_and_speaker(desk: OpenDesk) -> None:
    at = desk(LINE)
    put(at, SHE, SAYING)
    at.press("F4", "Tab")
    assert focused(at) == f"{SPEECH} direct"
    at.press("T", "Return")
    assert at.quote.type == "indirect"
    assert at.quote.cue is not None
    assert at.quote.cue.surface(LINE) == "قالت"
    assert at.words(at.quote.speaker) == "ليلى"
    assert not len(at.workspace.offered)
    at.press("Ctrl+Z")
    assert at.line == LINE
    assert set(at.workspace.offered.ids) == {"she", "saying"}
    at.press("Ctrl+Y")
    assert at.quote.type == "indirect"


def test_a_relation_is_drawn_as_an_arc_and_brings_its_ends(desk: OpenDesk) -> None:
    at = desk(LINE)
    put(at, HER, TOWN, _scored(Relation(id="in", label="VISITS", head="her", tail="town"), 0.5))
    scene = at.window.view.scene()
    assert scene is not None
    assert [(arc.id, arc.tone) for arc in scene.arcs] == [("in", Tone.PROPOSED)]
    at.press("F4", "Shift+Tab", "Return")
    assert at.relations == [("VISITS", "ليلى الحموري", "عمّان")]


def test_what_is_related_is_accepted_with_it(desk: OpenDesk) -> None:
    at = desk(LINE)
    put(at, HER, TOWN)
    at.press("Tab", "R")
    assert at.line.startswith("زارت [ليلى الحموري|PERS] عمّان")
    assert "town" in at.workspace.offered
    at.workspace.set_mode(None)
    at.press("F4", "Return")
    assert "[عمّان|GPE]" in at.line


def test_what_is_marked_everywhere_is_accepted_first(desk: OpenDesk) -> None:
    at = desk(LINE)
    put(at, SHE)
    at.press("Tab", "A", "Return")
    assert at.line.count("[ليلى|PERS]") >= 2


def test_undo_and_redo_of_accepting_and_rejecting(at: Desk) -> None:
    at.press("Tab", "Return", "Delete")
    assert len(at.workspace.offered) == 3
    at.press("Ctrl+Z")
    assert focused(at) == "عمّان GPE"
    assert "town" in at.workspace.offered
    at.press("Ctrl+Z")
    assert focused(at) == "ليلى الحموري PERS"
    assert at.line == LINE
    at.press("Ctrl+Y")
    assert focused(at) == "ليلى الحموري PERS"
    assert "her" not in at.workspace.offered
    at.press("Ctrl+Y")
    assert "town" not in at.workspace.offered
    assert len(at.workspace.offered) == 3


def test_accept_all_like_this_takes_what_was_seen(at: Desk) -> None:
    at.press("Tab*3", "Shift+Return")
    assert "Enter\u2069 accept 2 of 2" in " · ".join(hints(at.workspace))
    assert speech.here(at.workspace) == "ليلى will be accepted, 1 of 2"
    at.press("Return")
    assert at.line.count("[ليلى|PERS]") == 2
    assert at.messages[-1].text == "%n accepted; undo takes all of them back."
    at.press("Ctrl+Z")
    assert at.line == LINE


@pytest.mark.parametrize("key", ["Space", "Delete"])
def test_one_of_all_like_this_is_left_out(at: Desk, key: str) -> None:
    at.press("Tab*3", "Shift+Return", "Tab", key, "Return")
    assert at.line.count("[ليلى|PERS]") == 1
    assert "again" in at.workspace.offered


def test_what_was_not_on_screen_is_not_taken_with_the_others(desk: OpenDesk) -> None:
    far = "\n".join([LINE, *["سطر آخر لا شيء فيه."] * 80, "عادت ليلى"])
    at = desk(far)
    start = far.rindex("ليلى")
    put(at, SHE, _scored(Entity(id="far", label="PERS", span=Span.of(start, start + 4)), 0.9))
    at.window.view.scene()
    at.press("Tab", "Shift+Return")
    assert at.workspace.mode is None
    assert at.messages[-1].text == "No other suggestion like this one has been on the screen."
    at.press("Tab", "Shift+Return")
    assert at.workspace.mode is not None


def test_marking_by_hand_makes_what_it_crosses_go(at: Desk) -> None:
    at.press("Left", "P")
    assert at.line.startswith("زارت [ليلى|PERS] الحموري")
    at.press("Escape", "Shift+Left", "P")
    assert "her" not in at.workspace.offered


def test_after_the_last_one_enter_opens_nothing(desk: OpenDesk) -> None:
    at = desk(LINE)
    put(at, TOWN)
    at.press("Tab", "Return")
    assert at.messages[-1].text == "No suggestion is left in this article."
    assert not at.window.strip.isVisibleTo(at.window)
    at.press("Return")
    assert QApplication.activeModalWidget() is None
    assert at.line.count("|") == 1


def test_the_strip_says_what_and_who(at: Desk, qtbot: QtBot) -> None:
    put(at, TOWN, model="model:my-own")
    at.press("Tab*2")
    settle(qtbot)
    about = at.window.strip.about.text()
    assert "rather sure" in about
    assert "suggested by Memory and my-own" in about
    assert "Enter\u2069 accepts" in at.window.strip.keys.text()
    language.install("ar")
    settle(qtbot)
    assert "الذاكرة" in at.window.strip.about.text()
    assert "5" in at.window.strip.left.text()


def test_they_are_hidden_by_a_switch(at: Desk, qtbot: QtBot) -> None:
    at.press("Tab")
    from annotator.desktop.actions import by_id, trigger

    trigger(by_id("suggestions"), at.window)
    settle(qtbot)
    assert not len(at.workspace.offered)
    assert at.workspace.focus is None
    assert not at.window.strip.isVisible()
    assert not at.window.settings.now.suggestions
    trigger(by_id("suggestions"), at.window)
    assert len(at.workspace.offered) == 5


def test_another_s_layer_shows_none(at: Desk) -> None:
    at.press("Tab", "Return")
    at.workspace.author = "سعيد"
    at.workspace.set_layer(AUTHOR)
    assert not len(at.workspace.offered)


def test_a_screen_reader_hears_that_it_is_a_suggestion(at: Desk) -> None:
    at.press("Tab")
    assert speech.here(at.workspace) == "suggestion: PERS Person, ليلى الحموري, 1 of 5"


ARABIC = {"P": ("ح", 0x19), "Return": ("\r", 0), "Tab": ("\t", 0)}


def test_under_an_arabic_layout(at: Desk) -> None:
    at.press("Tab*2")
    # The key marked P: 0x19 in IBM's scan codes, 8 more on X11.
    event = QKeyEvent(
        QEvent.Type.KeyPress, ord("ح"), Qt.KeyboardModifier.NoModifier, 0x19 + 8, 0x19, 0, "ح"
    )
    QApplication.sendEvent(at.window.view, event)
    assert "[عمّان|PERS]" in at.line


def test_everything_is_kept_when_the_window_is_closed(at: Desk, open_window: OpenWindow) -> None:
    at.press("Tab", "Return", "Delete", "Return")
    line = at.line
    project = at.workspace.project
    assert project is not None
    path = project.path
    at.window.close()
    again = Desk(open_window(path))
    assert again.line == line
    assert set(again.workspace.offered.ids) == {"again", "city"}
    again.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert again.line == LINE
    assert len(again.workspace.offered) == 5
    again.window.close()
    with Project.open(path) as opened:
        assert not opened.suggested.decisions(1, AUTHOR)
