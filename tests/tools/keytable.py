"""Keeps the README's key table in step with the actions: `python -m tests.tools.keytable`.

The table stands between two markers and is made from the table of actions; whatever is written
between them by hand is lost.
"""

from __future__ import annotations

from pathlib import Path

from annotator.desktop.actions import ACTIONS, MENUS, Action
from annotator.desktop.keynames import arabic, shown
from tests.tools import checktable, formattable

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"
_EXTENDING = "-extend"


def table(actions: tuple[Action, ...] = ACTIONS) -> str:
    """The key table in Markdown, a row for each action that has keys, in the order of the menus.

    A movement and the same with Shift, which extends the selection, share a row.
    """
    extending = {one.id: one for one in actions if one.id.endswith(_EXTENDING)}
    rows = ["| key | Arabic layout | action | what it does |", "|---|---|---|---|"]
    for menu in (*(id for id, _ in MENUS), ""):
        for action in actions:
            if action.menu == menu and action.keys and action.id not in extending:
                rows.append(_row(action, extending.get(action.id + _EXTENDING)))
    return "\n".join(rows)


def _row(action: Action, extending: Action | None) -> str:
    keys = [*action.keys, *(extending.keys if extending else ())]
    letters = " ".join(filter(None, map(arabic, keys)))
    help = f"{action.help} With Shift: {extending.help}" if extending else action.help
    cells = (" ".join(map(_keycap, keys)), letters, action.title.rstrip("…"), help)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _keycap(key: str) -> str:
    # A Mac's own name of the key is for its users' screens; the README is the same everywhere.
    return f"`{shown(key).replace('Cmd+', 'Ctrl+')}`"


def written(readme: str) -> str:
    """The table as it stands in the README's text; ValueError if a marker is missing."""
    return _parts(readme)[1].strip("\n")


def renewed(readme: str) -> str:
    """The README's text with the table made anew."""
    before, _, after = _parts(readme)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def _parts(readme: str) -> tuple[str, str, str]:
    before, begin, rest = readme.partition(BEGIN)
    between, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md lacks the marker {END if begin else BEGIN}")
    return before, between, after


def main() -> None:
    """Write the README's tables anew, those of formats and checks too."""
    text = renewed(README.read_text("utf-8"))
    README.write_text(checktable.renewed(formattable.renewed(text)), "utf-8")


if __name__ == "__main__":
    main()
