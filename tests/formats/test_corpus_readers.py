"""The program's own articles as each receiving tool reads them, compared span by span.

Where a tool has a library for it, that reads; else a reader of a few lines does as the tool's own
code says. What is wanted is what the format keeps of the records, and nothing of it may be missing.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import bioc.brat
import msgspec
import pytest
from cassis import load_cas_from_xmi, load_typesystem
from nltk.corpus.reader import ConllCorpusReader
from seqeval.scheme import IOB2, Entities

from annotator.formats import WriteOptions, by_name
from annotator.formats.keeping import kept_records
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.record import Record
from annotator.resources import corpus
from annotator.store import Project
from tests.formats.newcomer import command
from tests.formats.test_consumers import run
from tests.notation import NEWS

Mark = tuple[str, str, str]
"""The id of an article, a label and a surface without its white space."""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All articles in every format, under the format's name."""
    folder = tmp_path_factory.mktemp("out")
    command("new", folder / "gold.db")
    command("import", folder / "gold.db", corpus("news.jsonl"))
    for name in (
        "jsonl", "csv", "brat", "xmi", "conll", "wojood", "doccano", "prodigy", "labelstudio",
        "spacy", "huggingface", "docred", "rebel", "quotes-iob",
    ):  # fmt: skip
        told = command("export", folder / "gold.db", folder / name, "--format", name)
        assert told.exit_code == 0, told.output
    return folder


def kept(out: Path, format: str) -> list[Record]:
    keeping = by_name(format).keeping(WriteOptions(labels=NEWS))
    with Project.open(out / "gold.db") as project:
        return list(kept_records(list(project.records()), keeping))


def bare(text: str) -> str:
    return "".join(text.split())


def entities(records: Iterable[Record]) -> Counter[Mark]:
    return Counter(
        (one.article.id, entity.label, bare(entity.span.surface(one.article.text)))
        for one in records
        for entity in one.annotations
        if isinstance(entity, Entity)
    )


def relations(records: Iterable[Record], *, of_quotes: bool = True) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for record in records:
        known = {one.id: one for one in record.annotations if not isinstance(one, Relation)}
        for one in record.annotations:
            if isinstance(one, Relation):
                ends = [known[one.head], known[one.tail]]
                if of_quotes or all(isinstance(end, Entity) for end in ends):
                    surfaces = (bare(end.span.surface(record.article.text)) for end in ends)
                    found[record.article.id, one.label, *surfaces] += 1
    return found


def by_text(records: Iterable[Record]) -> dict[str, str]:
    return {bare(one.article.text): one.article.id for one in records}


def read_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def tagged(words: list[list[str]], tags: list[list[str]]) -> Iterator[tuple[str, str]]:
    """What seqeval takes for entities: label and surface."""
    for number, there in enumerate(Entities(tags, IOB2).entities):
        for one in there:
            yield one.tag, "".join(words[number][one.start : one.end])


def test_json_lines_sliced_by_python(out: Path) -> None:
    found: Counter[Mark] = Counter()
    for row in read_lines(out / "jsonl"):
        for one in row["entities"]:
            surface = " ".join(row["text"][start:end] for start, end in one["fragments"])
            assert surface == one["text"]
            found[row["id"], one["label"], bare(surface)] += 1
    assert found == entities(kept(out, "jsonl"))


def test_a_sheet_by_the_csv_module(out: Path) -> None:
    text = (out / "csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    records = kept(out, "csv")
    found = Counter(
        (one["article"], one["label"], bare(one["surface"]))
        for one in rows if one["kind"] == "entity"
    )  # fmt: skip
    assert found == entities(records)
    linked = Counter(
        (one["article"], one["label"], bare(one["head"]), bare(one["tail"]))
        for one in rows if one["kind"] == "relation"
    )  # fmt: skip
    assert linked == relations(records)


def test_brat_by_bioc(out: Path) -> None:
    records = kept(out, "brat")
    ids, found, linked = by_text(records), Counter[Mark](), Counter[tuple[str, ...]]()
    labels = {one.name for one in NEWS.entities}
    for file in sorted((out / "brat").rglob("*.txt")):
        text = file.read_bytes().decode()
        doc = bioc.brat.loads(text, file.with_suffix(".ann").read_text("utf-8"))
        id, surfaces = ids[bare(text)], {}
        for one in doc.entities:
            places = sorted((place.begin, place.end) for place in one.locations)
            surfaces[one.id] = bare(" ".join(text[start:end] for start, end in places))
            assert surfaces[one.id] == bare(one.text)
            if one.type in labels:
                found[id, one.type, surfaces[one.id]] += 1
        contents = {one.id: surfaces[one.arguments["Content"]] for one in doc.events}
        for one in doc.relations:
            ends = (one.arguments["Arg1"], one.arguments["Arg2"])
            linked[id, one.type, *(contents.get(end) or surfaces[end] for end in ends)] += 1
    assert found == entities(records)
    assert linked == relations(records)


def test_xmi_by_cassis(out: Path) -> None:
    name = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    with (out / "xmi" / "TypeSystem.xml").open("rb") as stream:
        system = load_typesystem(stream)
    records = kept(out, "xmi")
    ids, found = by_text(records), Counter[Mark]()
    for file in (out / "xmi").rglob("*.xmi"):
        with file.open("rb") as stream:
            cas = load_cas_from_xmi(stream, typesystem=system)
        for one in cas.select(name):
            links = one.parts.elements if one.parts is not None else []
            further = [link.target for link in links if link.role == "fragment"]
            surface = "".join(
                bare(part.get_covered_text())
                for part in sorted([one, *further], key=lambda o: o.begin)
            )
            found[ids[bare(cas.sofa_string)], one.value, surface] += 1
    assert found == entities(records)


def test_conll_by_nltk_and_seqeval(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nltk.data.path", [str(out)])  # it opens no other files
    kinds = ("words", "pos", "ignore", "chunk")
    reader = ConllCorpusReader(str(out), ["conll"], kinds, encoding="utf-8")
    sentences = [one for one in reader.iob_sents() if one and one[0][0] != "-DOCSTART-"]
    words = [[word for word, _, _ in one] for one in sentences]
    tags = [[tag for _, _, tag in one] for one in sentences]
    records = kept(out, "conll")
    wanted = Counter({key[1:]: 0 for key in entities(records)})
    for (_, label, surface), times in entities(records).items():
        wanted[label, surface] += times
    assert Counter(tagged(words, tags)) == wanted
    assert "".join(word for one in words for word in one) == "".join(
        bare(one.article.text) for one in records
    )


def test_wojood_as_its_own_trainer_reads_it(out: Path) -> None:
    """Segments end at blank lines; each label has its own row of tags, in IOB2."""
    segments: list[list[list[str]]] = [[]]
    for line in (out / "wojood").read_text("utf-8").splitlines():
        if line.strip():
            segments[-1].append(line.split())
        else:
            segments.append([])
    words = [[token[0] for token in one] for one in segments]
    found: Counter[tuple[str, str]] = Counter()
    for label in {one.name for one in NEWS.entities}:
        rows = [
            [next((tag for tag in token[1:] if tag[2:] == label), "O") for token in one]
            for one in segments
        ]
        found.update(tagged(words, rows))
    wanted: Counter[tuple[str, str]] = Counter()
    for record in kept(out, "wojood"):
        marks = [one for one in record.annotations if isinstance(one, Entity)]
        for one in marks:
            within = any(
                other is not one and other.label == one.label
                and other.span.start <= one.span.start and one.span.end <= other.span.end
                for other in marks
            )  # fmt: skip
            if not within:  # it has one row for each label, so that only the outer one is seen
                wanted[one.label, bare(one.span.surface(record.article.text))] += 1
    assert found == wanted


def test_doccano_as_its_importer_slices(out: Path) -> None:
    records = kept(out, "doccano")
    found, linked = Counter[Mark](), Counter[tuple[str, ...]]()
    for row in read_lines(out / "doccano"):
        spans = {one["id"]: one for one in row["entities"]}
        assert len(spans) == len(row["entities"])
        surfaces = {
            id: bare(row["text"][one["start_offset"] : one["end_offset"]])
            for id, one in spans.items()
        }
        whole: dict[int, str] = {}
        more = {one["to_id"] for one in row["relations"] if one["type"] == "span:more"}
        for id, one in spans.items():
            if ":" not in one["label"] and id not in more:
                further = [
                    surfaces[link["to_id"]] for link in row["relations"]
                    if link["type"] == "span:more" and link["from_id"] == id
                ]  # fmt: skip
                whole[id] = "".join([surfaces[id], *further])
                found[row["article_id"], one["label"], whole[id]] += 1
        for one in row["relations"]:
            ends = (one["from_id"], one["to_id"])
            if ":" not in one["type"] and all(":" not in spans[end]["label"] for end in ends):
                linked[row["article_id"], one["type"], *(whole[end] for end in ends)] += 1
    assert found == entities(records)
    assert linked == relations(records, of_quotes=False)


def test_prodigy_by_the_tokens_that_spacy_makes_of_its_own(out: Path) -> None:
    told = run(
        "import json, spacy\nfrom spacy.tokens import Doc\nvocab = spacy.blank('ar').vocab\n"
        "found = []\n"
        "for line in open('prodigy', encoding='utf-8'):\n"
        "    task = json.loads(line)\n    tokens = task['tokens']\n"
        "    doc = Doc(vocab, [t['text'] for t in tokens], [t['ws'] for t in tokens])\n"
        "    assert doc.text == task['text']\n"
        "    assert [t.idx for t in doc] == [t['start'] for t in tokens]\n"
        "    for s in task['spans']:\n"
        "        there = doc.char_span(s['start'], s['end'])\n"
        "        assert (there.start, there.end) == (s['token_start'], s['token_end'] + 1)\n"
        "        found.append([task['article_id'], s['label'], there.text])\n"
        "print(json.dumps(found))\n",
        out,
    )
    found = Counter((id, label, bare(text)) for id, label, text in json.loads(told))
    wanted = entities(one_piece(kept(out, "prodigy")))
    assert wanted
    assert all(found[key] >= times for key, times in wanted.items())


def one_piece(records: Iterable[Record]) -> Iterator[Record]:
    """The records with only what has one fragment, since tools show fragments one by one."""
    for record in records:
        whole = tuple(
            one for one in record.annotations
            if isinstance(one, Entity) and len(one.span.fragments) == 1
        )  # fmt: skip
        yield msgspec.structs.replace(record, annotations=whole)


def test_label_studio_by_its_own_converter(out: Path) -> None:
    told = run(
        "import json\nfrom label_studio_sdk.converter import Converter\n"
        "configuration = open('labelstudio/labelling.xml', encoding='utf-8').read()\n"
        "converter = Converter(configuration, project_dir=None, download_resources=False)\n"
        "converter.convert('labelstudio/tasks.json', 'made', 'JSON_MIN', is_dir=False)\n"
        "print(open('made/result.json', encoding='utf-8').read())\n",
        out,
    )
    rows = json.loads(told[told.index("[") :])
    found: Counter[Mark] = Counter()
    for row in rows:
        units = row["text"].encode("utf-16-le")
        for one in row["label"]:
            surface = units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le")
            assert surface == one["text"]
            found[row["article_id"], one["labels"][0], bare(surface)] += 1
    wanted = entities(one_piece(kept(out, "labelstudio")))
    assert all(found[key] >= times for key, times in wanted.items())


def test_spacy_reads_entities_and_spans_of_every_article(out: Path) -> None:
    told = run(
        "import json, spacy\nfrom spacy.tokens import Doc, DocBin\n"
        "for name in ('entities', 'quotes', 'relations', 'article'):\n"
        "    Doc.set_extension(name, default=None)\n"
        "docs = DocBin().from_disk('spacy').get_docs(spacy.blank('ar').vocab)\n"
        "print(json.dumps([[doc._.article['id'], s.label_, s.text, s.id_] for doc in docs"
        " for s in doc.spans['entities']]))\n",
        out,
    )
    pieces: dict[tuple[str, str, str], str] = {}
    for article, label, text, id in json.loads(told):
        pieces[article, label, id] = pieces.get((article, label, id), "") + bare(text)
    found = Counter((article, label, text) for (article, label, _), text in pieces.items())
    assert found == entities(kept(out, "spacy"))


def test_hugging_face_by_datasets_and_seqeval(out: Path) -> None:
    told = run(
        "import json\nfrom datasets import load_dataset\n"
        "rows = load_dataset('huggingface', 'tokens', split='train')\n"
        "names = rows.features['ner_tags'].feature.names\n"
        "print(json.dumps([[row['id'], row['tokens'], [names[n] for n in row['ner_tags']]]"
        " for row in rows]))\n",
        out,
    )
    found: Counter[Mark] = Counter()
    for id, words, tags in json.loads(told):
        found.update((id, *mark) for mark in tagged([words], [tags]))
    wanted = entities(kept(out, "conll"))  # tags are flat: what columns keep, and fragments
    ids = by_text(kept(out, "huggingface"))
    flat = Counter(dict.fromkeys(wanted, 0))
    for record in kept(out, "conll"):
        for (_, label, surface), times in entities([record]).items():
            flat[ids[bare(record.article.text)], label, surface] += times
    missing = {key for key, times in flat.items() if found[key] < times}
    assert not missing


def test_docred_as_its_own_code_finds_mentions(out: Path) -> None:
    documents = json.loads((out / "docred" / "documents.json").read_text("utf-8"))
    records = kept(out, "docred")
    found, linked = Counter[Mark](), Counter[tuple[str, ...]]()
    for document in documents:
        surfaces = []
        for (mention,) in document["vertexSet"]:
            start, end = mention["pos"]
            surface = "".join(document["sents"][mention["sent_id"]][start:end])
            assert surface == bare(mention["name"])
            found[document["id"], mention["type"], surface] += 1
            surfaces.append(surface)
        for one in document["labels"]:
            linked[document["id"], one["r"], surfaces[one["h"]], surfaces[one["t"]]] += 1
            assert all(0 <= number < len(document["sents"]) for number in one["evidence"])
    assert found == entities(records)
    assert linked == relations(records)


def test_rebel_by_its_boundaries_and_by_the_line_that_its_models_write(out: Path) -> None:
    records = kept(out, "rebel")
    titles = {one.title.en: one.name for one in NEWS.relations}
    found, linked, said = Counter[Mark](), Counter[tuple[str, ...]](), set()
    for row in read_lines(out / "rebel"):
        for one in row["entities"]:
            start, end = one["boundaries"]
            found[row["docid"], one["annotator"], bare(row["text"][start:end])] += 1
        for one in row["triples"]:
            ends = (bare(one[end]["surfaceform"]) for end in ("subject", "object"))
            linked[row["docid"], one["predicate"]["surfaceform"], *ends] += 1
        for head, rest in re.findall(
            r"<triplet> (.*?) (?=<subj>)(.*?)(?=<triplet>|\Z)", row["triplets"]
        ):
            for tail, title in re.findall(r"<subj> (.*?) <obj> (.*?)(?= <subj>|\s*\Z)", rest):
                said.add((row["docid"], titles.get(title, title), bare(head), bare(tail)))
    assert found == entities(records)
    assert linked == relations(records)
    assert said == set(relations(records))


def test_quotes_in_columns_by_seqeval(out: Path) -> None:
    sentences: list[list[list[str]]] = [[]]
    for line in (out / "quotes-iob").read_text("utf-8").split("\n"):
        if not line:
            sentences.append([])
        elif not line.startswith("-DOCSTART-"):
            sentences[-1].append(line.split(" "))
    words = [[row[0] for row in one] for one in sentences]
    contents = Counter(tagged(words, [[row[4] for row in one] for one in sentences]))
    wanted: Counter[tuple[str, str]] = Counter()
    for record in kept(out, "quotes-iob"):
        for one in record.annotations:
            assert isinstance(one, Quote)
            for start, end in one.span.fragments:
                wanted[one.type, bare(record.article.text[start:end])] += 1
    assert contents == wanted
