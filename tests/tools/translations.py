"""Keeps the translations in step with the source: `python -m tests.tools.translations`.

Collects every text that the program says: what `tr` is given, the titles and helps of the table of
actions, the templates of every `UserError`, message, finding and problem. New texts enter the
files of Qt Linguist as unfinished, texts that are gone leave them; the `.qm` files are made anew.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"ar": "ar", "en": "en"}
FORMS = {"ar": 6, "en": 2}
CONTEXT = "annotator"

# What is called with a template, and which arguments are templates (positions, names).
_CALLS: dict[str, tuple[tuple[int, ...], tuple[str, ...]]] = {
    "tr": ((0,), ()),
    "translate": ((0,), ()),
    "say": ((0,), ()),
    "say_count": ((0,), ()),
    "refuse": ((0,), ()),
    "Message": ((0,), ("text",)),
    "Finding": ((0, 1), ("message", "template", "text")),
    "Action": ((1, 2), ("title", "help")),
    "_walk": ((2,), ()),
    "_one": ((2,), ()),
    "note": ((1,), ()),
    "Problem": ((2,), ()),
    "Check": ((1, 2, 4), ("title", "help", "fix")),
    "Format": ((1,), ("title",)),
    "Way": ((1, 2), ("title", "help")),
}
_ERROR = ((0,), ("message", "kept", "hint"))
# Templates of errors are whole sentences; many stand in tables, far from what raises them.
_SILENT = ("cli", "desktop/startup.py", "exchange/cardwords.py", "model/labels.py")
"""What speaks without a window or before there is one, and what has both languages in itself."""
_SENTENCE = re.compile(
    r"(?!SELECT|UPDATE|INSERT|DELETE|CREATE|PRAGMA)[A-Z{`].*\s.*[.?!:]", re.DOTALL
)


class Source(NamedTuple):
    """A text of the source; `plural` if it is given a number."""

    text: str
    plural: bool


def collect(package: Path = ROOT / "annotator") -> dict[str, Source]:
    """Every text that is to be translated, in the order of files and lines."""
    paths = sorted(path for path in package.rglob("*.py") if "_data" not in path.parts)
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    errors = _errors(list(trees.values()))
    found: dict[str, Source] = {}
    for path, tree in trees.items():
        if path.relative_to(package).as_posix().startswith(_SILENT):
            continue
        for source in (*_of_module(tree, errors), *_sentences(tree)):
            plural = source.plural or (source.text in found and found[source.text].plural)
            found[source.text] = Source(source.text, plural)
    return found


def _errors(trees: list[ast.Module]) -> set[str]:
    """The names of UserError and of every class that comes from it."""
    names = {"UserError"}
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for _ in classes:
        names |= {
            node.name
            for node in classes
            if any(isinstance(base, ast.Name) and base.id in names for base in node.bases)
        }
    return names


def _sentences(tree: ast.Module) -> Iterator[Source]:
    """Every literal that is a whole sentence, docstrings and parts of f-strings excepted."""
    spared = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            spared |= {id(value) for value in node.values}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in spared
        ) and _SENTENCE.fullmatch(node.value):
            yield Source(node.value, False)


def _of_module(tree: ast.Module, errors: set[str]) -> Iterator[Source]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, errors)
        elif isinstance(node, ast.Assign) and _is_template(node):
            yield from (Source(text, False) for text in _texts(node.value))
        elif isinstance(node, ast.AnnAssign) and node.value is not None and _names_menus(node):
            yield from (Source(pair.elts[1].value, False) for pair in node.value.elts)  # type: ignore[attr-defined]


def _is_template(node: ast.Assign) -> bool:
    names = [target.id for target in node.targets if isinstance(target, ast.Name)]
    return any(name in ("template", "kept", "hint", "message") for name in names)


def _names_menus(node: ast.AnnAssign) -> bool:
    return isinstance(node.target, ast.Name) and node.target.id == "MENUS"


def _of_call(node: ast.Call, errors: set[str]) -> Iterator[Source]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    positions, words = _ERROR if name in errors else _CALLS.get(name, ((), ()))
    if name == "__init__" and any(isinstance(one, ast.Constant) for one in node.args[:1]):
        positions, words = _ERROR
    plural = name in ("tr", "say_count") and len(node.args) > 1 and not _is_none(node.args[1])
    given = [node.args[n] for n in positions if n < len(node.args)]
    given += [keyword.value for keyword in node.keywords if keyword.arg in words]
    for value in given:
        for text in _texts(value):
            yield Source(text, plural)
            if name == "_walk":
                yield Source(f"{text}, extending", False)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _texts(node: ast.expr) -> Iterator[str]:
    """The literals that a value may be: a text, or one of two by a condition, or two joined."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip():
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _texts(node.left)
        yield from _texts(node.right)


# The files of Qt Linguist


class Translated(NamedTuple):
    """What a file has for a text: one form, or one for each plural; finished or not."""

    forms: tuple[str, ...]
    finished: bool


def read(path: Path) -> dict[str, Translated]:
    """The translations of a `.ts` file."""
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        node = message.find("translation")
        assert node is not None
        forms = tuple(form.text or "" for form in node.findall("numerusform"))
        finished = node.get("type") is None
        found[message.findtext("source", "")] = Translated(forms or (node.text or "",), finished)
    return found


def write(
    path: Path, language: str, sources: dict[str, Source], known: dict[str, Translated]
) -> None:
    """Write the `.ts` file: every source, with what is known of it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, source in sources.items():
        _message(context, language, source, known.get(text))
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(root, encoding="unicode") + "\n", "utf-8")


def _message(context: ET.Element, language: str, source: Source, known: Translated | None) -> None:
    message = ET.SubElement(context, "message")
    if source.plural:
        message.set("numerus", "yes")
    ET.SubElement(message, "source").text = source.text
    node = ET.SubElement(message, "translation")
    count = FORMS[language] if source.plural else 1
    fits = known is not None and len(known.forms) == count
    forms = known.forms if known is not None and fits else ("",) * count
    if known is None or not fits or not known.finished:
        node.set("type", "unfinished")
    if source.plural:
        for form in forms:
            ET.SubElement(node, "numerusform").text = form
    else:
        node.text = forms[0]


def compiled(ts: Path, qm: Path) -> None:
    """Make a `.qm` file with the `lrelease` that comes with PySide6."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run(
        [lrelease, "-silent", "-nounfinished", ts, "-qm", qm], check=True, capture_output=True
    )


def sources_of(language: str, collected: dict[str, Source]) -> dict[str, Source]:
    """What a language's file holds: English only needs its plurals."""
    if language == "en":
        return {text: source for text, source in collected.items() if source.plural}
    return collected


def update() -> list[str]:
    """Bring all files up to date; the texts that have no finished translation."""
    collected = collect()
    missing = []
    for language in LANGUAGES:
        ts = FOLDER / f"annotator_{language}.ts"
        known = read(ts)
        sources = sources_of(language, collected)
        write(ts, language, sources, known)
        compiled(ts, ts.with_suffix(".qm"))
        now = read(ts)
        missing += [f"{language}: {text}" for text in sources if not now[text].finished]
    return missing


if __name__ == "__main__":
    print("\n".join(update()) or "Everything is translated.")
