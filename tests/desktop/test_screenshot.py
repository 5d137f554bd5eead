"""Pictures of the real window: the size asked for, the same each time, the project untouched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.desktop import theme
from annotator.desktop.screenshot import take
from annotator.errors import UserError


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_a_picture_has_the_size_and_paper_that_were_asked_for(
    project: Path, tmp_path: Path, qtbot: QtBot, code: str, scheme: theme.Scheme
) -> None:
    out = tmp_path / "out.png"
    take(project, out, language=code, theme=scheme, size=(1200, 700))  # type: ignore[arg-type]
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1200, 700)
    paper = theme.SCHEMES[scheme].paper
    assert image.pixelColor(3, 350).name().upper() == paper.upper()


def test_the_same_picture_twice_and_the_project_untouched(
    project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    before = project.read_bytes()
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    take(project, one, article=2)
    take(project, two, article=2)
    assert QImage(str(one)) == QImage(str(two))
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir() if "project" in path.name] == [
        project.name
    ]


def test_the_first_picture_of_a_process_is_like_the_next(project: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.desktop.screenshot import take\n"
        "for name in ('1.png', '2.png'): take(Path(sys.argv[1]), Path(sys.argv[2]) / name)"
    )
    subprocess.run([sys.executable, "-c", code, str(project), str(tmp_path)], check=True)
    assert (tmp_path / "1.png").read_bytes() == (tmp_path / "2.png").read_bytes()


def test_languages_articles_and_themes_differ(project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    pictures = set()
    for number, language in ((1, "ar"), (1, "en"), (2, "ar")):
        out = tmp_path / f"{number}{language}.png"
        take(project, out, article=number, language=language)  # type: ignore[arg-type]
        pictures.add(out.read_bytes())
    assert len(pictures) == 3


def test_what_cannot_be_shown_is_refused(project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(UserError, match="no article 9"):
        take(project, tmp_path / "out.png", article=9)
    with pytest.raises(UserError, match="cannot be written"):
        take(project, tmp_path / "nowhere" / "out.png")
    assert not (tmp_path / "out.png").exists()
