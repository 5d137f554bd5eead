"""The whole job as a linguist does it: from a text file to a training file, without the mouse.

The commands are those of the command line, the window is the one that they start, and the keys are
those of an Arabic layout or of a US one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.cli import cli
from annotator.desktop.relating import under_way
from annotator.desktop.window import MainWindow

TITLE = "الأردن وألمانيا يوقعان اتفاقا في عمّان"
TEXT = f"""{TITLE}

وصلت الوزيرة ليلى الحموري إلى برلين يوم الأحد.

وقالت ليلى: «المشروع يبدأ غدا» أمام الصحافة.

وأضاف خالد من شركة النور: “سنعمل معا”.

وأكد سامي أن العمل انتهى.
"""

# Where to go first, and what is pressed there.
ENTITIES = (
    ("الأردن", "Y"), ("وألمانيا", "[ Y"), ("عمّان", "Y"), ("الوزيرة", "C"),
    ("ليلى", "Shift+Left P"), ("برلين", "Y"), ("يوم", "Shift+Left D"), ("خالد", "P"),
    ("شركة", "Shift+Left O"), ("سامي", "P"),
)  # fmt: skip
MARKED = [
    ("GPE", "الأردن"), ("GPE", "ألمانيا"), ("GPE", "عمّان"), ("OCC", "الوزيرة"),
    ("PERS", "ليلى الحموري"), ("GPE", "برلين"), ("DATE", "يوم الأحد"), ("PERS", "خالد"),
    ("ORG", "شركة النور"), ("PERS", "سامي"),
]  # fmt: skip
RELATED = [
    ("HOLDS_OFFICE", "ليلى الحموري", "الوزيرة"),
    ("VISITS", "ليلى الحموري", "برلين"),
    ("EMPLOYED_BY", "خالد", "شركة النور"),
    ("ABOUT", "سنعمل معا", "شركة النور"),
]
# What E and W set in the first, and what is proposed in the others. A cue is without its “and”; the
# source is what is written here, the speaker whom another sentence names.
QUOTED = [
    ("direct", "المشروع يبدأ غدا", "قالت", "ليلى", "ليلى الحموري"),
    ("direct", "سنعمل معا", "أضاف", "خالد", "خالد"),
    ("indirect", "العمل انتهى", "أكد", "سامي", "سامي"),
]
_ROWS = (
    (0x10, "QWERTYUIOP[]", "ضصثقفغعهخحجد"),
    (0x1E, "ASDFGHJKL", "شسيبلاتنم"),
    (0x2C, "ZXCVBNM", "ئءؤرلىة"),
)
_ARABIC = {
    key: (start + n + 8, typed[n])
    for start, row, typed in _ROWS
    for n, key in enumerate(row)
}  # fmt: skip
_HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}


def command(*arguments: object) -> str:
    """What a command says that has to go well."""
    result = CliRunner().invoke(cli, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


class Typist:
    """Fingers on the keys of the running program."""

    def __init__(self, window: MainWindow, arabic: bool) -> None:
        self.window, self.arabic = window, arabic

    def press(self, *names: str) -> None:
        """Press keys, named as in the action table."""
        for name in names:
            *held, key = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _HELD[one]
            self._send(key, modifiers)

    def _send(self, key: str, held: Qt.KeyboardModifier) -> None:
        if len(key) > 1:
            scan, code, text = 0, int(getattr(Qt.Key, f"Key_{key}")), ""
        elif self.arabic:
            scan, text = _ARABIC[key]
            code = ord(text)
        else:
            scan, code, text = 0, ord(key), key.lower()
        target = QApplication.focusWidget()
        assert target is self.window.view
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, held, scan, 0, 0, text))

    def go(self, words: str) -> None:
        """From the beginning, word by word, to the word that begins where `words` first stands."""
        workspace = self.window.workspace
        place = workspace.text.index(words)
        self.press("Ctrl+Home")
        for _ in workspace.text:
            if workspace.cursor[0] <= place < workspace.cursor[1]:
                return
            self.press("Left")
        raise AssertionError(f"the cursor never comes to {words}")

    def focus(self, label: str, words: str) -> None:
        """With Tab, from the beginning, to an annotation."""
        self.press("Ctrl+Home")
        workspace = self.window.workspace
        annotated = workspace.annotated
        assert annotated is not None
        for _ in range(len(annotated)):
            self.press("Tab")
            found = annotated.spanned(workspace.focus)
            assert found is not None
            if (found.label, found.span.surface(annotated.text)) == (label, words):
                return
        raise AssertionError(f"Tab never comes to {words}")

    def relate(self, label: str, words: str, key: str | None) -> None:
        """From what is in focus, by hint letters to an annotation; then the label."""
        self.press("R")
        workspace = self.window.workspace
        annotated, relating = workspace.annotated, under_way(workspace)
        assert annotated is not None
        assert relating is not None
        hints = {
            (found.label, found.span.surface(annotated.text)): hint
            for id, hint in relating.hints.items()
            if (found := annotated.spanned(id)) is not None
        }
        self.press(*hints[label, words])
        if key is not None:
            self.press(key)
        assert workspace.mode is None


def use(project: Path, arabic: bool, work: Callable[[Typist], None]) -> None:
    """Start the program as the command does, work in it, and leave it by Ctrl+Q."""
    failures: list[BaseException] = []

    def begin(patience: int) -> None:
        # The window system gives the window the keyboard when it likes.
        window = QApplication.activeWindow()
        if not isinstance(window, MainWindow) and patience:
            QTimer.singleShot(10, lambda: begin(patience - 1))
            return
        try:
            assert isinstance(window, MainWindow)
            typist = Typist(window, arabic)
            work(typist)
            typist.press("Ctrl+Q")
        except BaseException as error:  # noqa: BLE001 -- raised again when the program ended
            failures.append(error)
            QApplication.closeAllWindows()
            QApplication.exit(70)

    QTimer.singleShot(0, lambda: begin(500))
    result = CliRunner().invoke(cli, [str(project), "--author", "ليلى"])
    QApplication.processEvents()
    if failures:
        raise failures[0]
    assert result.exit_code == 0, result.output


def mark_all(typist: Typist) -> None:
    """Mark ten entities, three quotes with speakers, and four relations."""
    for words, keys in ENTITIES:
        typist.go(words)
        typist.press(*keys.split())
    mark_quotes(typist)
    typist.focus("PERS", "ليلى الحموري")
    typist.relate("OCC", "الوزيرة", "O")
    typist.relate("GPE", "برلين", "V")
    typist.focus("PERS", "خالد")
    typist.relate("ORG", "شركة النور", "E")
    typist.focus("direct", "سنعمل معا")
    # A quote can only be about something: the label is applied at once.
    typist.relate("ORG", "شركة النور", None)


def mark_quotes(typist: Typist) -> None:
    """Three quotes; what is proposed is set right where it is not what is wanted."""
    typist.go("يبدأ")
    typist.press("Q")
    typist.go("وقالت")
    typist.press("E")
    typist.focus("PERS", "ليلى الحموري")
    typist.press("W")
    typist.go("سنعمل")
    typist.press("Q")
    typist.go("العمل انتهى")
    typist.press("Shift+Left", "Q")


Row = dict[str, Any]


def entities(row: Row) -> list[tuple[str, str]]:
    """Label and text of each entity."""
    return [(one["label"], one["text"]) for one in row["entities"]]


def quotes(row: Row) -> list[tuple[str, ...]]:
    """Type, content, cue, source and speaker of each quote."""
    named = {one["id"]: one["text"] for one in row["entities"]}
    return [
        (one["type"], one["text"], one["cue"]["text"], one["source"]["text"],
         named[one["speaker"]])
        for one in row["quotes"]
    ]  # fmt: skip


def relations(row: Row) -> list[tuple[str, str, str]]:
    """Label, head and tail of each relation."""
    named = {one["id"]: one["text"] for one in (*row["entities"], *row["quotes"])}
    return [(one["label"], named[one["head"]], named[one["tail"]]) for one in row["relations"]]


def exported(project: Path, out: Path) -> Row:
    """The only row of an export, after a look at each of its offsets."""
    command("export", project, out)
    (line,) = out.read_text("utf-8").splitlines()
    row: Row = json.loads(line)
    parts = [part for one in row["quotes"] for part in (one["cue"], one["source"]) if part]
    for one in (*row["entities"], *row["quotes"], *parts):
        assert row["text"][one["start"] : one["end"]] == one["text"]
        assert one["fragments"] == [[one["start"], one["end"]]]
    return row


@pytest.mark.parametrize(
    "layout",
    [
        "us",
        pytest.param(
            "arabic",
            marks=pytest.mark.skipif(
                not sys.platform.startswith("linux"), reason="the key codes are those of X11"
            ),
        ),
    ],
)
def test_from_a_text_file_to_a_training_file(qtbot: QtBot, tmp_path: Path, layout: str) -> None:
    project, article = tmp_path / "news.db", tmp_path / "article.txt"
    article.write_text(TEXT, "utf-8")
    command("new", project, "--labels", "news")
    command("import", project, article)
    arabic = layout == "arabic"
    use(project, arabic, mark_all)
    row = exported(project, tmp_path / "all.jsonl")
    assert (row["text"], row["layer"], row["meta"]["title"]) == (TEXT, "ليلى", TITLE)
    assert sorted(entities(row)) == sorted(MARKED)
    assert quotes(row) == QUOTED
    assert sorted(relations(row)) == sorted(RELATED)
    # The next day: two steps back, the quote's relation and the one before it, and one on again.
    use(project, arabic, lambda typist: typist.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z"))
    after = exported(project, tmp_path / "after.jsonl")
    assert sorted(relations(after)) == sorted(RELATED[:-1])
    kept = [one for one in row["relations"] if one["label"] != "ABOUT"]
    assert after == {**row, "relations": kept}
    command("check", project)


def test_what_was_exported_comes_in_again_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    article = tmp_path / "article.txt"
    article.write_text(TEXT, "utf-8")
    command("new", first)
    command("import", first, article)
    use(first, False, mark_all)
    exported(first, tmp_path / "first.jsonl")
    command("new", second)
    command("import", second, tmp_path / "first.jsonl")
    exported(second, tmp_path / "second.jsonl")
    assert (tmp_path / "first.jsonl").read_bytes() == (tmp_path / "second.jsonl").read_bytes()
