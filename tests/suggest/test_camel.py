"""The recogniser of camel-tools, with a tiny BERT in its place: real process, real library."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.suggest import Materials, chosen
from annotator.suggest.camel import Camel, default_mapping
from annotator.suggest.camel_worker import words
from tests.notation import NEWS

TEXT = "قال كمال حداد وبيروت بعيدة. زارت ليلى مراد عمان!\n٭ 👩‍👩‍👧 كمال حداد في نادي بيروت"
ROOT = Path(annotator.__file__).resolve().parents[1]


def build(folder: Path, *words: str) -> Path:
    """The tiny BERT, made in a process of its own: torch stays out of this one."""
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.suggest.tiny_bert", str(folder), *words],
        check=True, cwd=ROOT, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("bert"))


@pytest.fixture(scope="module")
def camel(model: Path) -> Iterator[Camel]:
    made = make(model)
    yield made
    made.close()


def make(model: Path, **mapping: str) -> Camel:
    (way,) = chosen(["camel"])
    found = way.make(Materials(labels=NEWS, model=model, mapping=mapping))
    assert isinstance(found, Camel)
    return found


def said(camel: Camel, text: str) -> list[tuple[str, str]]:
    found = []
    for one in camel.suggest(AnnotatedArticle(Article(id="a", text=text), NEWS)):
        assert isinstance(one.annotation, Entity)
        assert 0 < one.score <= 1
        found.append((one.annotation.label, one.annotation.span.surface(text)))
    return found


def test_it_names_people_and_towns_without_their_particles(camel: Camel) -> None:
    found = said(camel, TEXT)
    assert ("PERS", "كمال حداد") in found
    assert ("PERS", "ليلى مراد") in found
    assert ("GPE", "عمان") in found
    assert found.count(("PERS", "كمال حداد")) == 2


def test_long_and_unreadable_words_shift_nothing(camel: Camel) -> None:
    text = (
        f"\u200f ٭ {'ب' * 900} قال كمال حداد في بيروت " + "كلمة " * 400 + "وصلت ليلى مراد إلى عمان"
    )
    found = said(camel, text)
    assert ("PERS", "كمال حداد") in found
    assert ("PERS", "ليلى مراد") in found


def test_an_empty_text_has_nothing(camel: Camel) -> None:
    assert said(camel, " \n ") == []


def test_labels_are_mapped_by_a_table(camel: Camel, model: Path) -> None:
    assert camel.mapping() == {"PERS": "PERS", "LOC": "GPE", "MISC": ""}
    other = make(model, LOC="LOC", PERS="", MISC="NONSENSE")
    try:
        assert other.mapping() == {"PERS": "", "LOC": "LOC", "MISC": ""}
        assert {label for label, _ in said(other, TEXT)} == {"LOC"}
        assert other.version != camel.version
    finally:
        other.close()
    assert default_mapping(NEWS, ["PERSON", "EVENT", "FOO"]) == {
        "PERSON": "PERS", "EVENT": "EVENT", "FOO": "",
    }  # fmt: skip


def test_the_version_is_the_files(camel: Camel) -> None:
    assert camel.version == camel.version
    assert "LOC=GPE" in camel.version


def test_a_process_that_is_killed_is_told_and_can_be_begun_again(model: Path) -> None:
    made = make(model)
    try:
        assert said(made, "قال كمال حداد")
        (child,) = _workers()[-1:]
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        with pytest.raises(UserError, match="ended from outside"):
            said(made, "قال كمال حداد")
        made.close()
        assert said(made, "قال كمال حداد") == [("PERS", "كمال حداد")]
    finally:
        made.close()
    assert not any(one.pid == child.pid for one in _workers())


def _workers() -> list[psutil.Process]:
    children = psutil.Process().children()
    return [one for one in children if "camel_worker" in " ".join(one.cmdline())]


def test_torch_stays_out_of_this_process(model: Path) -> None:
    told = subprocess.run(
        [
            sys.executable, "-c",
            "import sys; from pathlib import Path\n"
            "from tests.suggest.test_camel import make, said\n"
            f"made = make(Path({str(model)!r})); print(len(said(made, 'قال كمال حداد')))\n"
            "made.close(); print('torch' in sys.modules, 'camel_tools' in sys.modules)",
        ],
        check=True, cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert told.stdout.split() == ["1", "False", "False"]


# Bad folders


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(model, tmp_path / "copy"))


def refused(folder: Path) -> str:
    try:
        made = make(folder)
    except UserError as error:
        return str(error)
    with pytest.raises(UserError) as told:
        said(made, "قال كمال حداد")
    made.close()
    return str(told.value)


def test_no_folder_and_an_empty_one(tmp_path: Path) -> None:
    assert "no folder" in refused(tmp_path / "nowhere")
    assert "config.json is missing" in refused(tmp_path)


@pytest.mark.parametrize("name", ["config.json", "vocab.txt", "model.safetensors"])
def test_a_file_that_is_missing_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert f"{name} is missing" in refused(copy)


@pytest.mark.parametrize("said", ["{", '{"x":' + "[" * 100_000])
def test_a_damaged_configuration(copy: Path, said: str) -> None:
    (copy / "config.json").write_text(said)
    assert "cannot be used: config.json" in refused(copy)


def test_weights_that_are_cut_off(copy: Path) -> None:
    weights = copy / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:2000])
    assert "cannot be used" in refused(copy)


@pytest.mark.parametrize(
    "change", [{"architectures": ["BertModel"]}, {"model_type": "gpt2", "architectures": ["GPT2"]}]
)
def test_another_architecture(copy: Path, change: dict[str, object]) -> None:
    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps({**config, **change}))
    assert "no BERT that classifies tokens" in refused(copy)


def test_labels_that_name_no_entities(copy: Path) -> None:
    config = json.loads((copy / "config.json").read_text())
    config["id2label"] = {str(n): f"LABEL_{n}" for n in range(7)}
    config["label2id"] = {f"LABEL_{n}": n for n in range(7)}
    (copy / "config.json").write_text(json.dumps(config))
    assert "does not name entities: its labels are LABEL_0" in refused(copy)


def test_without_data_it_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    (way,) = chosen(["camel"])
    with pytest.raises(UserError, match="camel_data -i ner-arabert"):
        way.make(Materials(labels=NEWS))


def test_installed_data_are_found(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(model, tmp_path / "data" / "ner" / "arabert")
    catalogue = {
        "version": "1.6.0", "packages": {},
        "components": {"NamedEntityRecognition": {
            "default": "arabert", "datasets": {"arabert": {"path": "ner/arabert"}},
        }},
    }  # fmt: skip
    (tmp_path / "catalogue.json").write_text(json.dumps(catalogue))
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    (way,) = chosen(["camel"])
    assert isinstance(way.make(Materials(labels=NEWS)), Camel)
    catalogue["version"] = "9.9"
    (tmp_path / "catalogue.json").write_text(json.dumps(catalogue))
    with pytest.raises(UserError, match=r"9\.9"):
        way.make(Materials(labels=NEWS))


# Words


@settings(max_examples=200)
@given(st.text("بيروت َ«»:،.1٢ a-_👩\u200d\n\u200f", max_size=60))
def test_words_are_where_the_text_has_them(text: str) -> None:
    last = 0
    for start, end in words(text):
        assert last <= start < end <= len(text)
        assert not any(char.isalnum() for char in text[last:start])
        last = end
