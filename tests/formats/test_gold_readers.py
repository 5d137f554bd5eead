"""The gold corpus, read by each tool's own library: every span, label and link, one by one.

What is wanted is worked out from the records here, in code points; nothing of the formats is used.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import bioc.brat
import pytest
from cassis import load_cas_from_xmi, load_typesystem

from annotator.formats import Accepted, Source, by_name
from annotator.formats import xmi_types as types
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.record import Record
from annotator.model.spans import Fragment, Span
from annotator.resources import corpus
from tests.formats.pieces import files_of, put

Place = tuple[Fragment, ...]


def gold() -> list[Record]:
    items = by_name("jsonl").read(Source(corpus("news.jsonl")))
    return [one.record for one in items if isinstance(one, Accepted)]


GOLD = gold()
EACH = pytest.mark.parametrize("record", GOLD, ids=lambda one: one.article.id[:20])


def entities(record: Record) -> list[Entity]:
    return [one for one in record.annotations if isinstance(one, Entity)]


def quotes(record: Record) -> list[Quote]:
    return [one for one in record.annotations if isinstance(one, Quote)]


def relations(record: Record) -> list[Relation]:
    return [one for one in record.annotations if isinstance(one, Relation)]


def place(span: Span | None) -> Place:
    return span.fragments if span else ()


def places(record: Record) -> dict[str, Place]:
    return {one.id: place(one.span) for one in (*entities(record), *quotes(record))}


def parts(record: Record, quote: Quote) -> dict[str, Place]:
    """The parts that a quote has; the speaker is where the entity is."""
    speaker = () if quote.speaker is None else places(record)[quote.speaker]
    every = {"cue": place(quote.cue), "source": place(quote.source), "speaker": speaker}
    return {role: where for role, where in every.items() if where}


def test_the_gold_corpus_has_what_is_compared_here() -> None:
    every = [one for record in GOLD for one in record.annotations]
    spans = [one.span for one in every if not isinstance(one, Relation)]
    assert sum(isinstance(one, Entity) for one in every) > 400
    assert sum(isinstance(one, Quote) for one in every) > 50
    assert sum(isinstance(one, Relation) for one in every) > 100
    assert any(len(span.fragments) > 1 for span in spans)
    assert any(max(record.article.text) > "\uffff" for record in GOLD)


# INCEpTION, by dkpro-cassis


@EACH
def test_cassis(record: Record) -> None:
    files = files_of("xmi", [record])
    (name,) = [one for one in files if one.endswith(".xmi")]
    system = load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    cas = load_cas_from_xmi(io.BytesIO(files[name]), typesystem=system)
    assert cas.sofa_string == record.article.text

    def linked(one: Any) -> list[tuple[str, Place]]:
        links = one.parts.elements if one.parts else []
        return [(link.role, where(link.target)) for link in links]

    def where(one: Any) -> Place:
        more = [spans[0] for role, spans in linked(one) if role == "fragment"]
        return tuple(sorted([(one.begin, one.end), *more]))

    assert {(one.uuid, one.value, where(one)) for one in cas.select(types.ENTITY)} == {
        (one.id, one.label, place(one.span)) for one in entities(record)
    }
    said = {
        one.uuid: (one.value, where(one), {k: v for k, v in linked(one) if k != "fragment"})
        for one in cas.select(types.QUOTE)
    }
    assert said == {
        one.id: (one.type, place(one.span), parts(record, one)) for one in quotes(record)
    }
    drawn = {
        (one.uuid, one.value, one.Governor.uuid, one.Dependent.uuid)
        for one in cas.select(types.RELATION)
    }
    assert drawn == {(one.id, one.label, one.head, one.tail) for one in relations(record)}
    tokens = "".join(one.get_covered_text() for one in cas.select(types.TOKEN))
    assert tokens == "".join(record.article.text.split())


# brat, by bioc


def in_lines(where: Place, text: str) -> Place:
    """A place as brat has it: cut where lines end."""
    cut: list[Fragment] = []
    for start, end in where:
        at = start
        for line in text[start:end].split("\n"):
            if line:
                cut.append((at, at + len(line)))
            at += len(line) + 1
    return tuple(cut)


@EACH
def test_bioc(record: Record) -> None:
    files = files_of("brat", [record])
    (name,) = [one for one in files if one.endswith(".ann")]
    text = files[name[:-4] + ".txt"].decode()
    assert text == record.article.text
    document = bioc.brat.loads(text, files[name].decode())
    found = {
        one.id: (one.type, tuple(sorted((part.begin, part.end) for part in one.locations)))
        for one in document.entities
    }
    for one in document.entities:
        assert one.text == " ".join(text[start:end] for start, end in found[one.id][1])
    triggers = {one.trigger_id for one in document.events}
    roles = Counter(
        (role, found[id]) for one in document.events for role, id in one.arguments.items()
    )
    own = [
        what for id, what in found.items()
        if id not in triggers and what[0] not in ("Content", "Cue", "Source")
    ]  # fmt: skip
    assert Counter(own) == Counter(
        (one.label, in_lines(place(one.span), text)) for one in entities(record)
    )
    wanted: Counter[tuple[str, tuple[str, Place]]] = Counter()
    label = {one.id: one.label for one in entities(record)}
    for quote in quotes(record):
        wanted["Content", ("Content", in_lines(place(quote.span), text))] += 1
        for role, where in parts(record, quote).items():
            kind = label[quote.speaker or ""] if role == "speaker" else role.title()
            wanted[role.title(), (kind, in_lines(where, text))] += 1
    assert roles == wanted
    assert Counter(one.type for one in document.events) == Counter(
        one.type for one in quotes(record)
    )
    assert len(document.relations) == len(relations(record))
    content = {one.id: found[one.arguments["Content"]][1] for one in document.events}
    ends = {**{id: where for id, (_, where) in found.items()}, **content}
    assert Counter(
        (one.type, ends[one.arguments["Arg1"]], ends[one.arguments["Arg2"]])
        for one in document.relations
    ) == Counter(
        (
            one.label, in_lines(places(record)[one.head], text),
            in_lines(places(record)[one.tail], text),
        )
        for one in relations(record)
    )  # fmt: skip


# Prodigy, by spaCy; Label Studio, by its converter: in processes of their own


def run(program: str, *arguments: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def marks(record: Record) -> Iterable[tuple[str, Fragment]]:
    """Every label and stretch of text that a tool without broken spans sees."""
    for one in (*entities(record), *quotes(record)):
        name = f"quote:{one.type}" if isinstance(one, Quote) else one.label
        yield from ((name, fragment) for fragment in one.span.fragments)
    for quote in quotes(record):
        yield from (("quote:cue", fragment) for fragment in place(quote.cue))
        yield from (("quote:source", fragment) for fragment in place(quote.source))


def test_spacy_makes_docs_of_tasks_of_prodigy(tmp_path: Path) -> None:
    path = put(tmp_path / "tasks.jsonl", files_of("prodigy", GOLD))
    told = run(
        "import json, sys\nimport spacy\nfrom spacy.tokens import Doc\n"
        "vocab, told = spacy.blank('ar').vocab, []\n"
        "for line in open(sys.argv[1], encoding='utf-8'):\n"
        "    task = json.loads(line)\n"
        "    tokens = task['tokens']\n"
        "    assert [one['id'] for one in tokens] == list(range(len(tokens)))\n"
        "    doc = Doc(vocab, words=[one['text'] for one in tokens],"
        " spaces=[one['ws'] for one in tokens])\n"
        "    assert doc.text == task['text']\n"
        "    assert [token.idx for token in doc] == [one['start'] for one in tokens]\n"
        "    spans = []\n"
        "    for one in task['spans']:\n"
        "        by_token = doc[one['token_start'] : one['token_end'] + 1]\n"
        "        by_char = doc.char_span(one['start'], one['end'])\n"
        "        assert by_char is not None and by_char.text == by_token.text == one['text']\n"
        "        spans.append([one['label'], by_token.start_char, by_token.end_char])\n"
        "    links = [[one['label'], one['head_span']['start'], one['child_span']['start'],\n"
        "              doc[one['head']].idx + len(doc[one['head']]), one['head_span']['end'],\n"
        "              doc[one['child']].idx + len(doc[one['child']]), one['child_span']['end']]\n"
        "             for one in task['relations']]\n"
        "    told.append([spans, links])\n"
        "print(json.dumps(told))\n",
        path,
    )
    for record, (spans, links) in zip(GOLD, told, strict=True):
        assert Counter((label, (start, end)) for label, start, end in spans) == Counter(
            marks(record)
        )
        drawn = [one for one in links if not one[0].startswith(("quote:", "span:"))]
        assert Counter((label, head, child) for label, head, child, *_ in drawn) == Counter(
            (one.label, places(record)[one.head][0][0], places(record)[one.tail][0][0])
            for one in relations(record)
        )
        assert all(one[3] == one[4] and one[5] == one[6] for one in links)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gold corpus, converted by Label Studio's own library to each of its formats of text."""
    folder = tmp_path_factory.mktemp("labelstudio")
    out = put(folder / "out", files_of("labelstudio", GOLD))
    run(
        "import json, sys\nfrom pathlib import Path\n"
        "from label_studio_sdk.converter import Converter\n"
        "out, made = map(Path, sys.argv[1:3])\n"
        "configuration = (out / 'labelling.xml').read_text('utf-8')\n"
        "for name in ('JSON', 'JSON_MIN', 'CSV', 'TSV', 'CONLL2003'):\n"
        "    converter = Converter(configuration, project_dir=None, download_resources=False)\n"
        "    converter.convert(str(out / 'tasks.json'), str(made / name), name, is_dir=False)\n"
        "print('{}')\n",
        out, folder,
    )  # fmt: skip
    return folder


def units(text: str, fragment: Fragment) -> tuple[int, int]:
    start, end = (len(text[:point].encode("utf-16-le")) // 2 for point in fragment)
    return start, end


def regions(row: dict[str, Any]) -> Counter[tuple[str, tuple[int, int], str]]:
    every = [*row.get("label", []), *row.get("quote", [])]
    return Counter(
        (name, (one["start"], one["end"]), one["text"]) for one in every for name in one["labels"]
    )


def wanted_regions(record: Record) -> Counter[tuple[str, tuple[int, int], str]]:
    text = record.article.text
    return Counter((name, units(text, one), text[slice(*one)]) for name, one in marks(record))


def test_label_studio_converts_to_json_min(converted: Path) -> None:
    rows = json.loads((converted / "JSON_MIN" / "result.json").read_text("utf-8"))
    for record, row in zip(GOLD, rows, strict=True):
        assert row["text"] == record.article.text
        assert regions(row) == wanted_regions(record)


@pytest.mark.parametrize(("name", "separator"), [("CSV", ","), ("TSV", "\t")])
def test_label_studio_converts_to_tables(converted: Path, name: str, separator: str) -> None:
    import pandas

    frame = pandas.read_csv(converted / name / "result.csv", sep=separator)
    for record, (_, row) in zip(GOLD, frame.iterrows(), strict=True):
        assert row["text"].replace("\r", "") == record.article.text.replace("\r", "")
        cells = {one: json.loads(row[one]) for one in ("label", "quote") if row[one] == row[one]}
        assert regions(cells) == wanted_regions(record)


def test_label_studio_converts_to_conll(converted: Path) -> None:
    """Its tokens are those of the Penn Treebank, and tags know one span at a time."""
    lines = (converted / "CONLL2003" / "result.conll").read_text("utf-8")
    texts = lines.partition("\n")[2].split("\n\n")
    compared = 0
    for record, block in zip(GOLD, texts, strict=False):
        text, at, tokens = record.article.text, 0, []
        for line in block.split("\n"):
            form, _, _, tag = line.split(" ")
            at = text.index(form, at)
            tokens.append((at, at + len(form), tag))
            at += len(form)
        flat = _flat(record)
        for label, (start, end) in flat:
            inside = [one for one in tokens if one[0] >= start and one[1] <= end]
            if inside and (inside[0][0], inside[-1][1]) == (start, end):
                compared += 1
                assert [one[2] for one in inside] == [
                    f"{'B' if n == 0 else 'I'}-{label}" for n in range(len(inside))
                ], text[start:end]
    assert compared > 100


def _flat(record: Record) -> list[tuple[str, Fragment]]:
    """Entities that no other one touches, before the first character that counts twice there."""
    text = record.article.text
    wide = next((n for n, char in enumerate(text) if char > "\uffff"), len(text))
    every = [(one.label, part) for one in entities(record) for part in one.span.fragments]
    return [
        (label, (start, end)) for label, (start, end) in every
        if end <= wide and sum(a < end and start < b for _, (a, b) in every) == 1
    ]  # fmt: skip
