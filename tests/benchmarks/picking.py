"""Measures picking by typing: opening a picker of many entries, and a key to the painted list."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.figures import Figure, at_most, run

_ENTRIES = 300

_TYPING = """
import gc, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from annotator.desktop.session import application
from annotator.desktop.fonts import load_fonts
from annotator.desktop.settings import SettingsFile
from annotator.desktop.window import MainWindow
from annotator.desktop.workspace import Workspace
from annotator.model.labelfile import parse
from annotator.store import Project
app = application(); load_fonts()
title = 'title = { ar = "وسم المدينة %d", en = "Label of a city %d" }'
help = 'help = { ar = "موضع يسكنه الناس وله سلطة تحكمه.", en = "A place where people live." }'
tables = ['[[entities]]\\nlabel = "L%d"\\n%s\\n%s\\n' % (n, title % (n, n), help)
          for n in range(int(sys.argv[3]))]
labels = parse('name = "many"\\ntitle = { ar = "كثير", en = "Many" }\\n' + "".join(tables), "many")
project = Project.create(Path(sys.argv[1]), labels)
window = MainWindow(Workspace(), SettingsFile(Path(sys.argv[2])), "bench")
window.apply_theme(); window.resize(1440, 900); window.show(); app.processEvents()
ready = []
window.learner.prepared.connect(lambda: (gc.freeze(), ready.append(1)))  # as the program does
window.workspace.open(project, "bench")
while not ready:
    app.processEvents()
for name in ("palette", "labels"):
    for text in ("annotation", "تعليق", "prsn", "city 7", "مدينه", "zzzz"):
        before = time.perf_counter()
        (window.show_palette if name == "palette" else window.choose_label)()
        dialog = app.activeModalWidget(); app.processEvents()
        print(name, "open", time.perf_counter() - before)
        for char in text:
            before = time.perf_counter()
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(dialog.field, key)
            dialog.list.viewport().repaint()
            print(name, "key", time.perf_counter() - before)
        dialog.reject(); app.processEvents()
"""


def figures() -> Iterable[Figure]:
    """The table's lines, measured offscreen."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder) / name) for name in ("many.db", "settings.json")]
        lines = run(["-c", _TYPING, *files, str(_ENTRIES)]).output.split("\n")
    taken: dict[tuple[str, str], list[float]] = {}
    for line in filter(None, lines):
        name, what, seconds = line.split()
        taken.setdefault((name, what), []).append(float(seconds) * 1000)
    for (name, what), times in taken.items():
        title = "every command" if name == "palette" else f"{_ENTRIES} labels"
        done = "opened" if what == "open" else "a key typed, to paint"
        yield at_most(f"picking from {title}, {done}: median", statistics.median(times), 16, "ms")
        yield at_most(f"picking from {title}, {done}: worst", max(times), 33, "ms")
