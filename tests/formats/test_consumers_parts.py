"""Datasets in parts, as those load them who train with them: offline, each in its own process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.exchange import export, export_split, import_paths
from annotator.formats import Accepted, ReadOptions, Source, by_name
from annotator.quality.splits import WAYS
from annotator.resources import corpus
from annotator.store import Project
from tests.exchange.rows import write
from tests.formats.test_consumers import run
from tests.notation import NEWS

SHARES = (80, 10, 10)
PARTS = {"train": "train", "dev": "validation", "test": "test"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles of the program and some that nobody has annotated, in parts in every way."""
    folder = tmp_path_factory.mktemp("parts")
    plain = [
        {"id": f"plain{n}", "text": " ".join(f"كلمة{n}.{m}" for m in range(20)),
         "source": f"مصدر {n % 7}", "date": f"2026-01-{n + 1:02}", **({"عدد": n} if n % 2 else {})}
        for n in range(20)
    ]  # fmt: skip
    with Project.create(folder / "p.db", NEWS) as project:
        import_paths(project, [corpus("news.jsonl"), write(folder / "in.jsonl", *plain)])
        for by in WAYS:
            (folder / by).mkdir()
            for format in ("huggingface", "jsonl", "conll", "spacy"):
                export_split(project, folder / by / format, SHARES, by=by, format=format)
        export(project, folder / "whole", format="spacy", card=True)
        export(project, folder / "rows", card=True)
    return folder


def ids(exported: Path, by: str) -> dict[str, list[str]]:
    """Who is in which part, as the JSON lines say it."""
    return {
        part: [json.loads(line)["id"] for line in path.read_bytes().splitlines()]
        for part in PARTS
        for path in [exported / by / "jsonl" / f"{part}.jsonl"]
    }


def test_datasets_loads_every_split_with_the_same_features(exported: Path) -> None:
    told = run(
        "import json, os\nfrom datasets import load_dataset\nfound = {}\n"
        f"for by in {WAYS!r}:\n"
        "    for folder, config in (('huggingface', 'tokens'), ('huggingface/jsonl', 'tokens'),"
        " ('huggingface', 'articles'), ('huggingface/jsonl', 'articles'), ('jsonl', None)):\n"
        "        splits = load_dataset(f'{by}/{folder}', config)\n"
        "        features = [splits[name].features for name in splits]\n"
        "        assert all(one == features[0] for one in features), (by, folder, features)\n"
        "        if config == 'tokens':\n"
        "            names = splits['train'].features['ner_tags'].feature.names\n"
        "            assert names[:2] == ['O', 'B-PERS'], names\n"
        "        found[f'{by} {folder} {config}'] ="
        " {name: list(splits[name]['id']) for name in splits}\n"
        "print(json.dumps(found))\n",
        exported,
    )
    found = json.loads(told)
    assert len(found) == 5 * len(WAYS)
    for what, splits in found.items():
        wanted = {PARTS[part]: inside for part, inside in ids(exported, what.split()[0]).items()}
        assert splits == wanted, what


def test_datasets_finds_the_splits_by_the_names_of_files_too(exported: Path) -> None:
    told = run(
        "import json, shutil\nfrom datasets import load_dataset\n"
        "for table in ('tokens', 'articles'):\n"
        "    shutil.copytree(f'hash/huggingface/{table}', f'bare/{table}')\n"
        "    splits = load_dataset(f'bare/{table}')\n"
        "    print(json.dumps({name: len(splits[name]) for name in splits}))\n",
        exported,
    )
    sizes = {PARTS[part]: len(inside) for part, inside in ids(exported, "hash").items()}
    assert [json.loads(line) for line in told.splitlines()] == [sizes, sizes]


def test_what_is_not_split_is_the_split_train(exported: Path) -> None:
    told = run(
        "from datasets import load_dataset\n"
        "splits = load_dataset('rows')\nprint(list(splits), len(splits['train']))\n",
        exported,
    )
    assert told.split("\n")[0] == "['train'] 34"


def test_spacy_reads_every_part_as_a_corpus(exported: Path) -> None:
    told = run(
        "import json, spacy\nfrom spacy.tokens import Doc\nfrom spacy.training import Corpus\n"
        "Doc.set_extension('article', default=None)\nnlp = spacy.blank('ar')\nfound = {}\n"
        f"for path in [f'{{by}}/spacy/{{part}}' for by in {WAYS!r} for part in {list(PARTS)!r}]"
        " + ['whole']:\n"
        "    docs = [one.reference for one in Corpus(path)(nlp)]\n"
        "    found[path] = [doc._.article['id'] for doc in docs]\n"
        "    assert path != 'whole' or sum(len(doc.ents) for doc in docs) > 100\n"
        "print(json.dumps(found))\n",
        exported,
    )
    found = json.loads(told)
    assert len(found.pop("whole")) == 34
    for path, inside in found.items():
        by, _, part = path.split("/")
        assert inside == ids(exported, by)[part], path


def test_columns_have_the_articles_of_their_part(exported: Path) -> None:
    for by in WAYS:
        for part, inside in ids(exported, by).items():
            source = Source(exported / by / "conll" / f"{part}.conll", ReadOptions(labels=NEWS))
            items = [one for one in by_name("conll").read(source) if isinstance(one, Accepted)]
            assert len(items) == len(inside)


def test_a_folder_has_files_of_some_hundred_docs(tmp_path: Path) -> None:
    rows = [{"id": f"a{n}", "text": f"خبر عاجل رقم {n}"} for n in range(501)]
    with Project.create(tmp_path / "p.db", NEWS) as project:
        import_paths(project, [write(tmp_path / "in.jsonl", *rows)])
        export(project, tmp_path / "out", format="spacy", card=True)
    told = run(
        "import spacy\nfrom spacy.tokens import Doc, DocBin\nfrom spacy.training import Corpus\n"
        "nlp = spacy.blank('ar')\n"
        "print([len(DocBin().from_disk(f'out/train-0000{n}.spacy')) for n in (1, 2, 3)],"
        " len(list(Corpus('out')(nlp))))\n",
        tmp_path,
    )
    assert told.strip() == "[250, 250, 1] 501"
