"""Named entities from camel-tools: its pretrained model, or any BERT token classifier in a folder.

The model lives in a process of its own (`camel_worker`), so that neither the import of torch nor
its memory touches this one; it is started when it is first asked. Which label of the project stands
for which of the model's is a table: names that are the same, the usual ones, and what a person has
set.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.model.labels import LabelSet
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion
from annotator.suggest.base import Materials
from annotator.suggest.camel_worker import Answer, Failed, Hello, Message, Tagged, get, put
from annotator.text import camel
from annotator.text.segments import name_start
from annotator.text.sentences import lines, sentence_ends

_CATALOGUE = '{"version": "1.6", "packages": {}, "components": {}}'
"""What keeps camel-tools from fetching one when it is imported."""
_USUAL = {
    "PERS": ("PERS", "PER", "PERSON"),
    "LOC": ("GPE", "LOC", "LOCATION"),
    "ORG": ("ORG", "ORGANIZATION"),
}
_SAME = {"PER": "PERS", "PERSON": "PERS", "LOCATION": "LOC", "ORGANIZATION": "ORG"}
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")
_AT_ONCE = 64
"""So many sentences are sent at a time."""
_KEPT = "Suggestions so far stay."


def default_mapping(labels: LabelSet, names: Sequence[str]) -> dict[str, str]:
    """Which of the project's labels stands for each of a model's; "" for none."""
    found = {}
    for name in names:
        usual = (name, *_USUAL.get(_SAME.get(name, name), ()))
        if _SAME.get(name, name) == "LOC":
            # Where news models say "place" they mean towns and countries, mostly.
            usual = _USUAL["LOC"]
        found[name] = next((one for one in usual if labels.entity(one) is not None), "")
    return found


class Camel:
    """The suggester; see the module."""

    def __init__(self, folder: Path, labels: LabelSet, mapping: Mapping[str, str]) -> None:
        """`folder` has been looked at; `mapping` is what a person has set."""
        self._folder = folder
        self._labels = labels
        self._set = dict(mapping)
        self._worker: _Worker | None = None

    @property
    def version(self) -> str:
        """The model's files and the mapping; loads the model."""
        hello = self._ready().hello
        mapping = ",".join(f"{old}={new}" for old, new in sorted(self.mapping().items()))
        return f"camel 1 {hello.digest} {mapping}"

    def mapping(self) -> dict[str, str]:
        """Which label each of the model's becomes; "" where it is left out. Loads the model."""
        names = _names(self._ready().hello.tags)
        usual = default_mapping(self._labels, names)
        return {name: self._wanted(name, usual[name]) for name in names}

    def _wanted(self, name: str, usual: str) -> str:
        chosen = self._set.get(name, usual)
        return chosen if self._labels.entity(chosen) is not None else ""

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """The entities that the model sees, without the particles written onto them."""
        mapping, text, made = self.mapping(), article.text, []
        places = list(_sentences(text))
        for at in range(0, len(places), _AT_ONCE):
            part = places[at : at + _AT_ONCE]
            answer = self._ready().ask([text[start:end] for start, end in part])
            for (offset, _), words in zip(part, answer, strict=True):
                for start, end, name, sure in _entities(words):
                    label = mapping.get(name)
                    span = Span.of(name_start(text, offset + start, offset + end), offset + end)
                    if label:
                        made.append(Suggestion(Entity(label=label, span=span), sure))
        return made

    def _ready(self) -> _Worker:
        if self._worker is None:
            self._worker = _Worker(self._folder)
        return self._worker

    def close(self) -> None:
        """End the process."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in lines(text):
        last = line.start
        for end in sentence_ends(text, line.start, line.end):
            yield last, end
            last = end


def _entities(words: Sequence[Tagged]) -> Iterator[tuple[int, int, str, float]]:
    """Start, end, the model's label and how sure it is; an I- that continues nothing begins one."""
    held: list[Any] | None = None
    for start, end, tag, sure in words:
        name = tag[2:] if tag[:2] in ("B-", "I-") else ""
        if held is not None and tag.startswith("I-") and held[2] == name:
            held[1], held[3] = end, min(held[3], sure)
            continue
        if held is not None:
            yield held[0], held[1], held[2], held[3]
        held = [start, end, name, sure] if name else None
    if held is not None:
        yield held[0], held[1], held[2], held[3]


class _Worker:
    """The process, from its first word on."""

    def __init__(self, folder: Path) -> None:
        """Starts it and waits until the model is loaded. Takes seconds."""
        self._folder = folder
        self._home = tempfile.TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True)
        Path(self._home.name, "catalogue.json").write_text(_CATALOGUE, encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "annotator.suggest.camel_worker", str(folder.absolute())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(self._home.name),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            self.hello = self._hello()
        except BaseException:
            self.close()
            raise

    def _hello(self) -> Hello:
        said = self._hear()
        if not isinstance(said, Hello):
            reason = said.reason if isinstance(said, Failed) else ""
            raise _unusable(self._folder, reason)
        if "O" not in said.tags or not _names(said.tags):
            raise _namesless(self._folder, said.tags)
        return said

    def ask(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """The words of each text with their tags."""
        try:
            assert self._process.stdin is not None
            put(self._process.stdin, list(texts))
        except OSError:
            raise _ended() from None
        said = self._hear()
        if isinstance(said, Answer) and len(said.texts) == len(texts):
            return said.texts
        raise _unusable(self._folder, said.reason if isinstance(said, Failed) else "")

    def _hear(self) -> Message:
        assert self._process.stdout is not None
        frame = get(self._process.stdout)
        if frame is None:
            raise _ended()
        try:
            return msgspec.msgpack.decode(frame, type=Message)  # type: ignore[no-any-return]
        except msgspec.MsgspecError as error:
            raise _ended() from error

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue  # What was still to be written has nobody to read it.
        self._home.cleanup()


def _environment(home: str) -> dict[str, str]:
    """No network, no file outside of `home`: nothing but the model is read."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        camel.ENVIRONMENT: home,
        "HOME": home,
        "USERPROFILE": home,
        "HF_HOME": home,
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
    }


def _ended() -> UserError:
    return UserError(
        "The process of the camel model was ended from outside.",
        kept=_KEPT,
        hint="Try again; the model may need more memory than is free.",
    )


def _unusable(folder: Path, reason: str) -> UserError:
    return UserError(
        "The model in {folder} cannot be used: {reason}",
        kept=_KEPT,
        hint="It may be damaged; put it there again.",
        folder=folder,
        reason=" ".join(reason.split()) or "…",
    )


# Looking at the folder first, so that plain mistakes are told plainly and at once


class _Config(msgspec.Struct, frozen=True):
    model_type: str = ""
    architectures: tuple[str, ...] = ()
    id2label: dict[str, str] = {}


def make(materials: Materials) -> Camel:
    """The suggester; `UserError` where no model is there, or none of the right kind."""
    folder = materials.model or installed_model()
    if folder is None:
        raise UserError(
            "No model for named entities is installed.",
            hint="camel_data -i ner-arabert installs one; or name a folder with one.",
        )
    look(folder)
    return Camel(folder, materials.labels, materials.mapping)


def installed_model() -> Path | None:
    """Where the model of camel-tools is installed; None if it is not.

    Raises `UserError` for data that cannot be used.
    """
    return camel.installed_dataset(camel.data_folder(), "NamedEntityRecognition")


def entity_names(folder: Path) -> list[str]:
    """What the model in a folder calls entities, from its files; `UserError` like `look`."""
    tags = look(folder).id2label.values()
    if "O" not in tags or not _names(tags):
        raise _namesless(folder, tags)
    return _names(tags)


def _names(tags: Iterable[str]) -> list[str]:
    return sorted({tag[2:] for tag in tags if tag[:2] in ("B-", "I-")})


def _namesless(folder: Path, tags: Iterable[str]) -> UserError:
    return UserError(
        "The model in {folder} does not name entities: its labels are {labels}.",
        kept=_KEPT,
        hint="It needs labels like B-PERS, I-PERS and O.",
        folder=folder,
        labels=", ".join(list(tags)[:6]),
    )


def look(folder: Path) -> _Config:
    """What a model's files say of it; `UserError` for a folder without one of the right kind."""
    if not folder.is_dir():
        raise UserError("There is no folder {folder} with a model.", kept=_KEPT, folder=folder)
    missing = _missing(folder)
    if missing:
        raise UserError(
            "The folder {folder} has no model: {file} is missing.",
            kept=_KEPT,
            folder=folder,
            file=missing,
        )
    try:
        config = msgspec.json.decode((folder / "config.json").read_bytes(), type=_Config)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _unusable(folder, f"config.json: {error}.") from error
    if config.model_type != "bert" or "BertForTokenClassification" not in config.architectures:
        raise UserError(
            "The model in {folder} is no BERT that classifies tokens, but {kind}.",
            kept=_KEPT,
            folder=folder,
            kind=", ".join(config.architectures) or config.model_type or "?",
        )
    return config


def _missing(folder: Path) -> str:
    for name in ("config.json", "vocab.txt"):
        if not (folder / name).is_file():
            return name
    return "" if any((folder / name).is_file() for name in _WEIGHTS) else _WEIGHTS[0]
