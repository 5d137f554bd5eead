"""Which keys an action can have, and what becomes of changes that a file brings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desktop import keymap
from annotator.desktop.actions import ACTIONS, by_key

IDS = [action.id for action in ACTIONS]
KEYS = ["J", "Q", "7", "Ctrl+K", "Ctrl+J", "Shift+J", "Alt+J", "F4", "[", "Escape", "ض", "", "+"]


@pytest.fixture(autouse=True)
def table_again() -> Iterator[None]:
    """Keys as in the table, before and after."""
    keymap.apply({})
    yield
    keymap.apply({})


def test_every_key_of_the_table_is_one_that_works() -> None:
    for action in ACTIONS:
        if action.id not in keymap.FIXED:
            assert [keymap.problem(key, action.scope) for key in action.keys] == [
                None for _ in action.keys
            ], action.id


@pytest.mark.parametrize(
    "key",
    [
        *("Escape", "Ctrl+Alt+K", "Alt+F4", "Shift+5", "Ctrl+[", "+", "-", "Menu", "ض", "q", "QQ"),
        *("", "Shift+Ctrl+Z", "Meta+K", "Ctrl+", "Ctrl++K", "F13", "Ctrl+Shift+=", "{}"),
    ],
)
def test_keys_that_cannot_work(key: str) -> None:
    for scope in ("article", "window"):
        assert keymap.problem(key, scope) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["J", "7", "Return", "Left", "Shift+J", "Tab", "Delete", "["])
def test_what_types_or_moves_acts_in_the_article_only(key: str) -> None:
    assert keymap.problem(key, "article") is None
    assert keymap.problem(key, "window") is not None


@pytest.mark.parametrize("key", ["Ctrl+J", "Alt+J", "Ctrl+Shift+J", "F4", "Shift+F4", "Ctrl+-"])
def test_keys_for_the_whole_window(key: str) -> None:
    assert keymap.problem(key, "window") is None


def test_a_change_is_in_force_and_gives_its_old_key_free() -> None:
    keymap.apply({"quote": ("J", "Shift+Q")})
    quote = by_key("article", "J")
    assert quote is by_key("article", "Shift+Q") is not None
    assert quote.id == "quote"
    assert by_key("article", "Q") is None
    assert keymap.first("quote") == "J"
    assert keymap.of_table("quote") == ("Q",)


def test_rivals_are_looked_for_in_both_scopes() -> None:
    assert keymap.rivals("quote", "Ctrl+K") == ["palette"]
    assert keymap.rivals("palette", "W") == ["speaker"]
    assert keymap.rivals("quote", "Q") == keymap.rivals("quote", "J") == []


def test_changes_that_are_of_no_use_are_told_apart() -> None:
    changes: dict[str, tuple[str, ...]] = {
        "quote": ("J",),
        "speaker": ("Hyper+W",),
        "cue": ("J",),  # taken by the quote, which comes first
        "make-tea": ("F2",),
        "escape": ("F3",),
        "palette": ("P",),
        "undo": ("Ctrl+Z",),  # as in the table
        "relate": (),
    }
    good, bad = keymap.usable(changes)
    assert good == {"quote": ("J",), "relate": ()}
    assert set(bad) == {"speaker", "cue", "make-tea", "escape", "palette"}


def test_a_key_of_the_table_gives_way() -> None:
    good, bad = keymap.usable({"quote": ("Ctrl+Y",)})
    assert good == {"quote": ("Ctrl+Y",), "redo": ("Ctrl+Shift+Z",)}
    assert not bad


CHANGES = st.dictionaries(
    st.sampled_from([*IDS, "make-tea"]),
    st.lists(st.sampled_from(KEYS), max_size=3).map(tuple),
    max_size=8,
)


@given(CHANGES)
def test_whatever_a_file_says_every_key_has_one_meaning_and_nothing_is_lost(
    changes: dict[str, tuple[str, ...]],
) -> None:
    good, bad = keymap.usable(changes)
    keymap.apply(good)
    keys = [key for id in IDS for key in keymap.of(id)]
    assert len(keys) == len(set(keys))
    assert keymap.of("escape") == ("Escape",)
    for id, wanted in changes.items():
        assert good.get(id) == wanted or bad.get(id) == wanted or keymap.of_table(id) == wanted
    assert keymap.usable(good) == (good, {})
