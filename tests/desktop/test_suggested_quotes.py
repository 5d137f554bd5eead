"""W, E, T on a quote that is only suggested: its parts are set first, and Enter takes it so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from annotator.desktop.status import hints
from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion, scored

from .conftest import AUTHOR, OpenWindow, settle
from .desk import Desk, OpenDesk
from .suggested import focused, on_disk, put

LINE = "زار خالد المرّ عمّان، وقالت ليلى للصحافة أمس: «العمل يبدأ غدًا»، ثم عادت."
WORDS = "العمل يبدأ غدًا"


def at_words(words: str) -> Span:
    start = LINE.index(words)
    return Span.of(start, start + len(words))


def suggested(one: Annotation) -> Annotation:
    return scored(Suggestion(one, 0.8))


HE = suggested(Entity(id="he", label="PERS", span=at_words("خالد المرّ")))
SHE = suggested(Entity(id="she", label="PERS", span=at_words("ليلى")))
SAYING = Quote(
    id="saying", type="direct", span=at_words(WORDS), cue=at_words("قالت"),
    source=at_words("خالد المرّ"), speaker="he",
)  # fmt: skip


@pytest.fixture
def at(desk: OpenDesk) -> Desk:
    """A suggested quote in focus, said by the wrong one of two suggested persons."""
    made = desk(LINE)
    put(made, HE, SHE, suggested(SAYING))
    made.workspace.set_focus("saying")
    return made


def parts(at: Desk) -> tuple[str | None, str | None, str | None]:
    """Cue, source and speaker of the quote, suggested or marked, as words."""
    shown = at.workspace.shown
    assert shown is not None
    (quote,) = shown.quotes
    speaker = shown.spanned(quote.speaker)
    spans = (quote.cue, quote.source, speaker.span if speaker else None)
    cue, source, who = (span and span.surface(LINE) for span in spans)
    return cue, source, who


def verdict(at: Desk, id: str) -> str | None:
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    made = project.suggested.decisions(number, AUTHOR)
    return next((one.verdict for one in made if one.suggested.id == id), None)


def test_w_on_a_suggested_entity_then_enter(at: Desk, open_window: OpenWindow) -> None:
    at.press("Ctrl+Home", "Left*5", "W")
    assert focused(at) == f"{WORDS} direct"
    assert parts(at) == ("قالت", "ليلى", "ليلى")
    assert (at.line, on_disk(at)) == (LINE, 0)
    at.press("Return")
    assert "[ليلى|PERS]" in at.line
    assert parts(at) == ("قالت", "ليلى", "ليلى")
    assert (verdict(at, "saying"), verdict(at, "she")) == ("changed", "accepted")
    # Whom it no longer names is left to decide.
    assert set(at.workspace.offered.ids) == {"he"}
    project = at.workspace.project
    assert project is not None
    at.window.close()
    again = Desk(open_window(project.path))
    assert again.words(again.quote.speaker) == "ليلى"
    again.press("Ctrl+Z")
    assert again.line == LINE
    assert set(again.workspace.offered.ids) == {"he", "she", "saying"}
    again.press("Ctrl+Y")
    assert again.words(again.quote.speaker) == "ليلى"
    assert set(again.workspace.offered.ids) == {"he"}


def test_w_with_the_suggested_entity_in_focus(at: Desk) -> None:
    at.press("Shift+Tab")
    assert focused(at) == "ليلى PERS"
    at.press("W", "Return")
    assert at.words(at.quote.speaker) == "ليلى"


def test_w_on_an_entity_that_is_marked(desk: OpenDesk) -> None:
    at = desk(LINE.replace("ليلى", "[ليلى|PERS]"))
    put(at, HE, suggested(SAYING))
    at.workspace.set_focus("saying")
    at.press("Ctrl+Home", "Left*5", "W", "Return")
    assert at.words(at.quote.speaker) == "ليلى"
    assert verdict(at, "he") is None


def test_w_on_a_selection(at: Desk) -> None:
    at.press("Ctrl+Home", "Left*5", "Shift+Left", "W")
    assert focused(at) == f"{WORDS} direct"
    assert parts(at) == ("قالت", "ليلى للصحافة", None)
    at.press("Return")
    assert at.quote.source is not None
    assert at.quote.source.surface(LINE) == "ليلى للصحافة"
    assert at.quote.speaker is None
    assert set(at.workspace.offered.ids) == {"he", "she"}


def test_a_selection_that_ends_with_a_name_means_its_owner(at: Desk) -> None:
    at.press("Ctrl+Home", "Left*4", "Shift+Left", "W")
    assert parts(at) == ("قالت", "قالت ليلى", "ليلى")


def test_w_and_shift_w_on_the_quote_itself_take_off(at: Desk) -> None:
    at.press("Shift+W")
    assert parts(at) == ("قالت", None, "خالد المرّ")
    at.press("W")
    assert parts(at) == ("قالت", None, None)
    at.press("W")
    assert at.refused().startswith("Go to the word that is meant")
    at.press("Return")
    assert (at.quote.source, at.quote.speaker) == (None, None)
    assert set(at.workspace.offered.ids) == {"he", "she"}


def test_shift_w_leaves_the_source(at: Desk) -> None:
    at.press("Ctrl+Home", "Left*5", "Shift+W", "Return")
    assert parts(at) == ("قالت", "خالد المرّ", "ليلى")
    at.press("Ctrl+Home", "Shift+W")
    assert at.refused() == "There is no entity here to be the speaker."


def test_e_and_shift_e_set_the_cue(at: Desk) -> None:
    at.press("E")
    assert parts(at)[0] is None
    at.press("Ctrl+Home", "Left*4", "E")
    assert parts(at)[0] == "قالت"
    assert at.messages[-1].text == "Left out: “{particles}”."
    at.press("Ctrl+Home", "Left*7", "Shift+E")
    assert focused(at) == f"{WORDS} direct"
    assert parts(at)[0] == "قالت أمس"
    at.press("Return")
    assert at.quote.cue is not None
    assert at.quote.cue.surface(LINE) == "قالت أمس"


def test_what_is_so_already_is_said(at: Desk) -> None:
    at.press("Ctrl+Home", "Left*4", "E")
    assert at.messages[-1].text == "It is so already."
    assert focused(at) == f"{WORDS} direct"


def test_t_from_elsewhere_changes_the_type(at: Desk) -> None:
    at.press("Left", "T")
    assert focused(at) == f"{WORDS} indirect"
    at.press("Return")
    assert at.quote.type == "indirect"


def test_several_keys_then_one_enter_are_one_undo(at: Desk) -> None:
    at.press("T", "Ctrl+Home", "Left*5", "W", "Left", "Shift+E", "Return")
    assert at.quote.type == "indirect"
    at.press("Ctrl+Z")
    assert at.line == LINE
    assert not len(at.article)


def test_after_enter_the_same_keys_change_what_was_accepted(at: Desk) -> None:
    at.press("Return")
    at.press("Escape", "Ctrl+Home", "Left*5", "W")
    assert parts(at) == ("قالت", "ليلى", "ليلى")
    assert at.quote.id == "saying"
    # Who was only suggested came along with the quote's own edit.
    assert verdict(at, "she") == "accepted"
    at.press("Ctrl+Z")
    assert parts(at) == ("قالت", "خالد المرّ", "خالد المرّ")
    assert verdict(at, "she") is None


def test_escape_drops_the_parts(at: Desk) -> None:
    at.press("Ctrl+Home", "Left*5", "W", "Escape")
    assert at.workspace.focus is None
    assert parts(at) == ("قالت", "خالد المرّ", "خالد المرّ")


def test_a_speaker_who_is_rejected_or_marked_anew_meanwhile(at: Desk) -> None:
    at.press("T", "Ctrl+Home", "Left*5", "W")
    at.workspace.set_focus("she")
    at.press("Delete")
    at.workspace.set_focus("saying")
    assert focused(at) == f"{WORDS} indirect"
    assert parts(at) == ("قالت", "ليلى", None)
    at.press("Ctrl+Z")
    at.workspace.set_focus("saying")
    at.press("Ctrl+Home", "Left*5", "W", "Ctrl+Home", "Left*5", "P")
    assert "she" not in at.workspace.offered
    at.workspace.set_focus("saying")
    at.press("Return")
    assert at.words(at.quote.speaker) == "ليلى"


def test_in_another_s_layer_nothing_is_set(at: Desk) -> None:
    at.workspace.author = "سعيد"
    at.workspace.set_layer(AUTHOR)
    at.press("W")
    assert at.messages[-1].kind == "refused"


def test_the_status_line_names_the_keys(at: Desk) -> None:
    said = " · ".join(hints(at.workspace))
    assert "W\u2069 Speaker of the quote" in said
    assert "E\u2069 Cue of the quote" in said
    at.workspace.set_focus("she")
    assert "Speaker of the quote" not in " · ".join(hints(at.workspace))


def test_taking_a_changed_quote_brings_who_speaks_now_only(at: Desk) -> None:
    offered = at.workspace.offered
    offered.adjust(replace(SAYING, speaker="she", source=None))
    edit, decided = offered.take(["saying"])
    assert [one.id for one in edit.added] == ["she", "saying"]
    assert [one.verdict for one in decided] == ["accepted", "changed"]


def test_q_gives_it_the_next_reading_with_parts_proposed_anew(desk: OpenDesk) -> None:
    line = "قالت [ليلى|PERS]: «سألني [خالد|PERS]: “متى نبدأ؟” فضحكت» أمس."
    at = desk(line)
    text, persons = at.article.text, at.article.entities
    start = text.index("متى")
    inner = Quote(
        id="inner", type="direct", span=Span.of(start, start + len("متى نبدأ؟")),
        cue=Span.of(text.index("سألني"), text.index("سألني") + 5),
        source=persons[1].span, speaker=persons[1].id,
    )  # fmt: skip
    put(at, *persons, suggested(inner))
    at.press("F4", "Q")
    assert focused(at) == "سألني خالد: “متى نبدأ؟” فضحكت direct"
    assert at.line == line
    at.press("Return")
    assert at.quote.id == "inner"
    assert at.words(at.quote.id) == "سألني خالد: “متى نبدأ؟” فضحكت"
    assert at.words(at.quote.speaker) == "ليلى"
    assert verdict(at, "inner") == "changed"
    at.press("Ctrl+Z")
    assert at.line == line
    assert "inner" in at.workspace.offered


def test_the_strip_says_that_it_is_changed(at: Desk, qtbot: QtBot) -> None:
    def about() -> str:
        settle(qtbot)
        return at.window.strip.about.text()

    assert about().endswith("suggested by Memory")
    at.press("Ctrl+Home", "Left*5", "W")
    assert about().endswith("suggested by Memory, changed since")
    at.press("Escape")
    at.workspace.set_focus("saying")
    assert about().endswith("suggested by Memory")
