"""Cutting words by the morphology of camel-tools, and all that can be wrong with its data."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import UserError
from annotator.text import camel
from annotator.text.evidence import Analyse, Evidence, standing
from annotator.text.morphology import load_morphology
from tests.text.camel_data import install
from tests.text.test_segments import cut


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of data that camel-tools would look into."""
    monkeypatch.setenv(camel.ENVIRONMENT, str(tmp_path))
    return tmp_path


@pytest.fixture
def analyse(folder: Path) -> Analyse:
    """The morphology that the tests write."""
    install(folder)
    found = load_morphology()
    assert found is not None
    return found


@pytest.mark.parametrize(
    "expected",
    [
        "وليد", "و|وليد", "و|بيروت", "ب|بيروت", "ل|ل|وزارة", "و|ل|ل|وزارة", "و|ب|ال|وزارة",
        "ال|وزارة", "وزارت|ه", "و|وزارت|ها", "ب|غزل", "س|يزور", "وَ|بَيْرُوت", "لـ|بيروت",
    ],
)  # fmt: skip
def test_the_morphology_cuts(analyse: Analyse, expected: str) -> None:
    assert cut(expected.replace("|", ""), Evidence(analyse=analyse)) == expected


def test_it_is_asked_before_the_rules(analyse: Analyse) -> None:
    # By the rules it is و and a word of the text; by the morphology no word is رواح alone.
    text = "رواح"
    assert cut("ورواح", Evidence((standing(text),))) == "و|رواح"
    assert cut("رواح", Evidence((standing("واح"),), analyse=analyse)) == "رواح"


@pytest.mark.parametrize("word", ["ب|كويمبرا", "و|50", "و|Reuters", "كمال", "ﻭبيروت", "…"])
def test_where_it_does_not_know_the_rules_decide(analyse: Analyse, word: str) -> None:
    # كمال is as likely ك and مال in these data.
    evidence = Evidence((standing("كويمبرا"),), analyse=analyse)
    plain = word.replace("|", "")
    assert analyse(plain) is None
    assert cut(plain, evidence) == cut(plain, Evidence((standing("كويمبرا"),)))


class TestData:
    def test_without_data_there_is_none(self, folder: Path) -> None:
        assert load_morphology() is None

    def test_other_data_of_camel_tools_are_no_morphology(self, folder: Path) -> None:
        text = '{"version": "1.6", "packages": {}, "components": {}}'
        (folder / "catalogue.json").write_text(text, "utf-8")
        assert load_morphology() is None

    def test_the_model_of_words_may_be_missing(self, folder: Path) -> None:
        _, model = install(folder)
        model.unlink()
        analyse = load_morphology()
        assert analyse is not None
        assert cut("وبيروت", Evidence(analyse=analyse)) == "و|بيروت"

    def test_without_a_catalogue(self, folder: Path) -> None:
        install(folder)
        (folder / "catalogue.json").unlink()
        assert said(folder) == (
            f"{folder} has data of camel-tools, but no catalogue.json. Particles are found by "
            "rules meanwhile. Install them again with camel_data -i light."
        )

    @pytest.mark.parametrize(
        "content", [b"", b'{"version": "1.6', b"[]", b"\xff\xfe", b"[" * 10**5]
    )
    def test_a_damaged_catalogue(self, folder: Path, content: bytes) -> None:
        install(folder)
        (folder / "catalogue.json").write_bytes(content)
        assert said(folder).startswith(f"The catalogue of camel-tools in {folder} cannot be read")

    def test_a_folder_that_cannot_be_read(self, folder: Path) -> None:
        # Not by its rights: the tests may be run by somebody who may do everything.
        with pytest.raises(UserError, match="cannot be read: File name too long"):
            load_morphology(folder / ("x" * 5000))

    @pytest.mark.parametrize("version", ["1.5.0", "2.0.0", "?"])
    def test_data_of_another_version(self, folder: Path, version: str) -> None:
        install(folder, version)
        assert f"are for camel-tools {version}" in said(folder)

    @pytest.mark.parametrize("which", [0, 1])
    def test_a_flipped_byte(self, folder: Path, which: int) -> None:
        path = install(folder)[which]
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        assert said(folder).startswith(f"{path.name} of the data of camel-tools in {folder} is dam")

    @pytest.mark.parametrize("which", [0, 1])
    @pytest.mark.parametrize(
        "content", [b"", b"\xff\xfe\x00", b"[1]", b"###DEFINES###\nDEFINE pos\n"]
    )
    def test_another_file_in_its_place(self, folder: Path, which: int, content: bytes) -> None:
        path = install(folder, hashes=False)[which]
        path.write_bytes(content)
        assert f"{path.name} of the data" in said(folder)

    @pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
    def test_a_part_of_the_database(self, folder: Path, share: float) -> None:
        """Without hashes: refused, or no word that the rest does not know is made up."""
        path, _ = install(folder, hashes=False)
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * share)])
        try:
            analyse = load_morphology()
        except UserError:
            return
        assert cut("وبيروت", Evidence(analyse=analyse)) == "و|بيروت"


def said(folder: Path) -> str:
    """What is said of data that cannot be used; nothing in the folder is touched."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(UserError) as caught:
        load_morphology()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return str(caught.value)


def test_without_data_camel_tools_is_not_even_imported(tmp_path: Path) -> None:
    """Importing its morphology would download a catalogue and put it there."""
    program = (
        "import sys; from annotator.text.morphology import load_morphology; "
        "print(load_morphology(), any(name.startswith('camel_tools') for name in sys.modules))"
    )
    environment = {**os.environ, camel.ENVIRONMENT: str(tmp_path)}
    command = [sys.executable, "-c", program]
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert printed.stdout.split() == ["None", "False"]
    assert list(tmp_path.iterdir()) == []
