"""G and Shift+G, in the real window: letters over the words, under Latin and Arabic layouts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.desktop.going import Going
from annotator.desktop.keys import is_arabic
from annotator.desktop.relating import under_way
from annotator.model.spans import Fragment
from annotator.text.tokens import words

from .desk import Desk, OpenDesk
from .test_keys import ARABIC, SHIFT, by_place, event, typed

LINE = "قالت وزيرة الطاقة الأردنية ليلى الحموري إن بلادها وقّعت مع شركة سولار اتفاقًا لبناء محطة"
LONG = " ".join(f"{word}{number}" for number in range(12) for word in LINE.split())


def hints(at: Desk) -> dict[str, str]:
    """The hint of each word in view."""
    mode = at.workspace.mode
    assert isinstance(mode, Going)
    return {at.article.text[start:end]: hint for (start, end), hint in mode.hints.items()}


def shown(at: Desk) -> list[str]:
    """What stands on the keycaps on the screen, from the right, line by line."""
    scene = at.window.view.scene()
    assert scene is not None
    keys = sorted(scene.keys, key=lambda key: (key.rect.top(), -key.rect.right()))
    return ["".join(letter.caption for letter in key.letters) for key in keys]


def word(at: Desk) -> str:
    """The word under the cursor."""
    start, end = at.workspace.cursor
    return at.article.text[start:end]


def test_a_letter_goes_to_its_word(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("G")
    assert len(shown(at)) == len(LINE.split()) - 1
    at.press(hints(at)["سولار"])
    assert word(at) == "سولار"
    assert at.workspace.mode is None
    assert at.selected == ""
    assert shown(at) == []


def test_every_word_in_view_is_two_letters_away(desk: OpenDesk) -> None:
    at = desk(LONG)
    at.press("Down*3")
    for wanted in LONG.split()[5:50:9]:
        go(at, wanted)
        assert word(at) == wanted


def test_the_word_under_the_cursor_has_none(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Left*2", "G")
    assert "الطاقة" not in hints(at)
    assert len(hints(at)) == len(LINE.split()) - 1


def test_words_out_of_view_have_none(desk: OpenDesk) -> None:
    at = desk(LONG * 10)
    at.press("G")
    start, end = at.window.view.visible_range()
    mode = at.workspace.mode
    assert isinstance(mode, Going)
    assert len(mode.hints) > 50
    assert all(start <= one[0] < end for one in mode.hints)


def test_the_first_letter_narrows_and_backspace_takes_it_back(desk: OpenDesk) -> None:
    at = desk(LONG)
    at.press("G")
    before = shown(at)
    wanted, hint = next(item for item in hints(at).items() if len(item[1]) == 2)
    at.press(hint[0])
    assert 1 < len(shown(at)) < len(before)
    assert all(caption.startswith(hint[0]) for caption in shown(at))
    at.press("Backspace")
    assert shown(at) == before
    at.press(*hint)
    assert word(at) == wanted


def test_letters_of_no_word_are_refused_and_the_mode_stays(desk: OpenDesk) -> None:
    at = desk("زارت ليلى عمّان")
    at.press("G", "Z")
    assert at.refused() == "No word has the letters {letters}."
    at.press(hints(at)["عمّان"])
    assert word(at) == "عمّان"


def go(at: Desk, wanted: str, key: str = "G", held: str = "") -> None:
    """Press G, or `key`, and what stands over a word; `held` goes with the last letter."""
    at.press(key)
    *first, last = hints(at)[wanted]
    at.press(*first, held + last)


def test_shift_g_selects_up_to_the_word(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Left")
    go(at, "الحموري", "Shift+G")
    assert at.selected == "وزيرة الطاقة الأردنية ليلى الحموري"
    assert at.workspace.mode is None
    # The selection grows from where it began, also to the other side.
    go(at, "قالت", "Shift+G")
    assert at.selected == "قالت وزيرة"
    at.press("Shift+Left*2")
    assert at.selected == "وزيرة الطاقة"


def test_shift_with_the_last_letter_selects_too(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Left")
    go(at, "ليلى", held="Shift+")
    assert at.selected == "وزيرة الطاقة الأردنية ليلى"


def test_going_drops_focus_and_selection(desk: OpenDesk) -> None:
    at = desk("[زارت|PERS] ليلى الحموري عمّان")
    at.press("Tab")
    go(at, "عمّان")
    assert at.workspace.focus is None
    at.press("Shift+Right")
    go(at, "زارت")
    assert at.selected == ""
    assert at.workspace.focus is None


def test_shift_with_the_second_of_two_letters(desk: OpenDesk) -> None:
    at = desk(LONG)
    at.press("G")
    text = at.article.text
    wanted, hint = next(item for item in hints(at).items() if len(item[1]) == 2)
    at.press(hint[0], f"Shift+{hint[1]}")
    assert at.selected == text[: text.index(wanted) + len(wanted)]


def test_marking_what_was_gone_to(desk: OpenDesk) -> None:
    at = desk("زارت ليلى الحموري عمّان.")
    go(at, "ليلى")
    go(at, "الحموري", "Shift+G")
    at.press("P")
    assert at.line == "زارت [ليلى الحموري|PERS] عمّان."


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("Left",), "زارت ليلى [عمّان|GPE]"),
        (("Ctrl+End",), "زارت ليلى [عمّان|GPE]"),
        (("Ctrl+Z",), "زارت ليلى عمّان"),
    ],
)
def test_other_commands_leave_the_mode_and_act(
    desk: OpenDesk, keys: tuple[str, ...], line: str
) -> None:
    at = desk("زارت ليلى عمّان")
    at.press("Left*2", "Y", "Ctrl+Home", "G", *keys)
    assert at.workspace.mode is None
    assert at.line == line


@pytest.mark.parametrize("key", ["Delete", "Tab", "Shift+Tab", "7", "["])
def test_keys_without_a_meaning_are_refused(desk: OpenDesk, key: str) -> None:
    at = desk("[زارت|PERS] ليلى عمّان")
    at.press("Tab", "G", key)
    assert at.refused() == "The key {key} does nothing now; {escape} leaves."
    assert isinstance(at.workspace.mode, Going)
    assert at.line == "[زارت|PERS] ليلى عمّان"


def test_escape_leaves_and_drops_nothing_else(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("Shift+Left", "G", "Escape")
    assert at.workspace.mode is None
    assert at.selected == "قالت وزيرة"
    assert shown(at) == []


def test_a_click_goes_there_and_leaves(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("G")
    view = at.window.view
    place = QPointF(view.rects(5, 10)[0].center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        spot = view.viewport().mapToGlobal(place)
        button = Qt.MouseButton.LeftButton
        pressed = QMouseEvent(kind, place, spot, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), pressed)
    assert at.workspace.mode is None
    assert word(at) == "وزيرة"


def test_in_a_layer_of_another_one_can_go(desk: OpenDesk) -> None:
    at = desk("[زارت|PERS] ليلى عمّان", author="سامي")
    at.workspace.set_layer("ليلى")
    go(at, "عمّان")
    assert word(at) == "عمّان"


def test_a_single_word_leaves_nowhere_to_go(desk: OpenDesk) -> None:
    at = desk("عمّان.")
    at.press("G")
    assert at.refused() == "There is no other word in view to go to."
    assert at.workspace.mode is None


def press_arabic(at: Desk, place: str) -> None:
    """A key as the layout "ara" delivers it."""
    QApplication.sendEvent(at.window.view, event(typed(place, ARABIC.get(place, "ﻻ"))))


@by_place
def test_under_an_arabic_layout_keycaps_are_arabic_and_act_by_place(desk: OpenDesk) -> None:
    at = desk(LINE)
    press_arabic(at, "G")
    hint = hints(at)["سولار"]
    assert set("".join(shown(at))) <= set("ضصثقفغعهخحشسيبلاتنمئءؤرىة")
    press_arabic(at, hint)
    assert word(at) == "سولار"


@by_place
def test_keycaps_follow_the_layout_that_is_typed_in(desk: OpenDesk) -> None:
    at = desk(LONG)
    press_arabic(at, "G")
    hint = next(hint for hint in hints(at).values() if len(hint) == 2)
    wanted = next(one for one, other in hints(at).items() if other == hint)
    QApplication.sendEvent(at.window.view, event(typed(hint[0], hint[0].lower())))
    assert all(caption.isascii() for caption in shown(at))
    press_arabic(at, hint[1])
    assert word(at) == wanted


@by_place
def test_ctrl_tells_the_layout_too_and_keys_that_type_nothing_do_not(desk: OpenDesk) -> None:
    at = desk(LINE)
    press_arabic(at, "G")
    at.press("Left")
    assert at.workspace.arabic_keys
    held = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(at.window.view, event(typed("Z", "z", held)))
    assert not at.workspace.arabic_keys
    # A vowel sign is no letter, but only Arabic layouts have it.
    QApplication.sendEvent(at.window.view, event(typed("Q", "َ", SHIFT)))
    assert at.workspace.arabic_keys


@pytest.mark.parametrize(
    ("layout", "arabic"), [("ar_EG", True), ("fa_IR", True), ("fr_MA", False), ("C", None)]
)
def test_the_layout_that_the_system_names(layout: str, arabic: bool | None) -> None:
    assert is_arabic(QLocale(layout)) is arabic


def test_a_system_that_names_no_layout_is_not_believed(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.workspace.set_arabic_keys(True)
    assert QGuiApplication.inputMethod().locale().language() == QLocale.Language.C
    QGuiApplication.inputMethod().localeChanged.emit()
    assert at.workspace.arabic_keys


@by_place
def test_targets_of_a_relation_have_the_same_keycaps(desk: OpenDesk) -> None:
    at = desk("[خالد|PERS] في [شركة النور|ORG] في [عمّان|GPE]")
    at.press("Tab")
    press_arabic(at, "R")
    assert shown(at) == ["ب", "ت"]
    press_arabic(at, "F")
    relating = under_way(at.workspace)
    assert relating is not None
    assert at.words(relating.other) == "شركة النور"


def test_a_relation_has_short_hints_for_near_targets(desk: OpenDesk) -> None:
    line = "[خالد|PERS] " + " ".join(f"[شركة{number}|ORG]" for number in range(30))
    at = desk(line)
    at.press("Tab", "R")
    relating = under_way(at.workspace)
    assert relating is not None
    sizes = [len(relating.hints[id]) for id in relating.targets]
    assert sizes == sorted(sizes)
    assert sizes[0] == 1
    far = relating.hints[relating.targets[-1]]
    at.press(far[0], "Backspace", *far, "E")
    assert at.relations == [("EMPLOYED_BY", "خالد", "شركة29")]


def test_a_word_that_goes_on_out_of_view_is_gone_to_as_a_whole(desk: OpenDesk) -> None:
    at = desk("قبل " + "م" * 3000 + " بعد")
    at.press("G")
    mode = at.workspace.mode
    assert isinstance(mode, Going)
    assert (4, 3004) in mode.hints
    assert all(start in (4, 3005) for start, _ in mode.hints)


def test_hints_are_those_of_whole_words(desk: OpenDesk) -> None:
    at = desk(LINE)
    at.press("G")
    mode = at.workspace.mode
    assert isinstance(mode, Going)
    all_words: set[Fragment] = set(words(LINE))
    assert set(mode.hints) == all_words - {at.workspace.cursor}


def long_line() -> str:
    """A person, and companies over several pages."""
    return "[خالد|PERS] " + " ".join(
        f"زار شركة كبيرة جدا اسمها [شركة{number}|ORG] في مدينة بعيدة." for number in range(60)
    )


def lettered(desk: Desk) -> set[str]:
    """The targets that have letters, as texts."""
    relating = under_way(desk.workspace)
    assert relating is not None
    return {desk.words(id) for id in relating.hints}


def in_view(desk: Desk) -> set[str]:
    start, end = desk.window.view.visible_range()
    return {desk.words(one.id) for one in desk.article.entities if one.span.overlaps(start, end)}


def test_page_keys_bring_further_targets_with_letters(desk: OpenDesk) -> None:
    at = desk(long_line())
    at.press("Tab", "R")
    first, seen = lettered(at), set(lettered(at))
    assert first == in_view(at) - {"خالد"}
    assert len(first) < 60
    while len(seen) < 60:
        at.press("PageDown")
        assert lettered(at) == in_view(at) - {"خالد"}
        assert lettered(at) - seen, "a page further there is something new"
        seen |= lettered(at)
    assert "شركة59" in lettered(at)
    relating = under_way(at.workspace)
    assert relating is not None
    hint = next(hint for id, hint in relating.hints.items() if at.words(id) == "شركة59")
    at.press(*hint, "E")
    assert at.relations == [("EMPLOYED_BY", "خالد", "شركة59")]


def test_page_keys_go_back_and_stop_at_the_ends(desk: OpenDesk) -> None:
    at = desk(long_line())
    at.press("Tab", "R")
    first = lettered(at)
    at.press("PageUp")
    assert lettered(at) == first
    at.press("PageDown*3", "PageUp*4")
    assert lettered(at) == first
    at.press("PageDown*30")
    assert "شركة59" in lettered(at)


def test_tab_to_a_target_out_of_view_gives_letters_there(desk: OpenDesk) -> None:
    at = desk(long_line())
    at.press("Tab", "R", "Shift+Tab")
    assert "شركة59" in lettered(at)
    assert lettered(at) == in_view(at) - {"خالد"}
