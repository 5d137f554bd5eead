"""What is exported is used by those that it is made for: their own libraries, offline, for real.

Each library runs in a process of its own: none slows the others' start, and nobody's warnings are
taken for ours.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.errors import UserError
from annotator.exchange import export, import_paths
from annotator.resources import corpus
from annotator.store import Project
from tests.formats.pieces import files_of, put
from tests.formats.samples import RECORDS
from tests.notation import NEWS
from tests.tools.keytable import README


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles of the program in some formats, and the hostile ones of the tests beside."""
    folder = tmp_path_factory.mktemp("exported")
    with Project.create(folder / "p.db", NEWS) as project:
        import_paths(project, [corpus("news.jsonl")])
        export(project, folder / "hf", format="huggingface")
        export(project, folder / "news.spacy", format="spacy")
        export(project, folder / "news.jsonl")
    put(folder / "hostile", files_of("huggingface", RECORDS))
    put(folder / "hostile.spacy", files_of("spacy", RECORDS))
    return folder


def run(program: str, folder: Path) -> str:
    """What a program prints that is run in a folder without any network."""
    environment = {
        **os.environ, "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1",
        "HF_HOME": str(folder / "hub"), "TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "2",
        "PYTHONUTF8": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment,
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_datasets_loads_both_tables_in_both_forms(exported: Path) -> None:
    told = run(
        "import json\nfrom datasets import load_dataset\nfound = {}\n"
        "for folder in ('hf', 'hf/jsonl', 'hostile', 'hostile/jsonl'):\n"
        "    tokens = load_dataset(folder, 'tokens', split='train')\n"
        "    names = tokens.features['ner_tags'].feature.names\n"
        "    articles = load_dataset(folder, 'articles', split='train')\n"
        "    for row, article in zip(tokens, articles):\n"
        "        text = article['text']\n"
        "        spans = [one for table in ('entities', 'quotes') for one in article[table]]\n"
        "        assert all(' '.join(text[a:b] for a, b in one['fragments']) == one['text']"
        " for one in spans)\n"
        "        assert row['tokens'] == [text[a:b] for a, b in zip(row['starts'], row['ends'])]\n"
        "    tags = [[names[tag] for tag in row] for row in tokens['ner_tags']]\n"
        "    begun = sum(tag[0] == 'B' for row in tags for tag in row)\n"
        "    found[folder] = [len(articles), names[:2], begun]\n"
        "print(json.dumps(found))\n",
        exported,
    )
    found = json.loads(told)
    assert found["hf"] == found["hf/jsonl"]
    assert found["hostile"] == found["hostile/jsonl"]
    assert found["hf"][:2] == [14, ["O", "B-PERS"]]
    assert found["hf"][2] > 100


def test_datasets_never_gives_the_rows_of_an_earlier_export(tmp_path: Path) -> None:
    program = (
        "from datasets import load_dataset\n"
        "print(len(load_dataset('hf', 'tokens', split='train')),"
        " len(load_dataset('hf/jsonl', 'articles', split='train')))\n"
    )
    for number in (5, 2):
        put(tmp_path / "hf", files_of("huggingface", RECORDS[:number]))
        assert run(program, tmp_path).split() == [str(number)] * 2


def test_pandas_and_duckdb_read_jsonl_and_parquet(exported: Path) -> None:
    told = run(
        "import duckdb, pandas\n"
        "frame = pandas.read_json('news.jsonl', lines=True)\n"
        "table = pandas.read_parquet('hf/articles/train.parquet')\n"
        "assert list(frame['text']) == list(table['text'])\n"
        "counts = [[len(one) for one in each['entities']] for each in (frame, table)]\n"
        "assert counts[0] == counts[1]\n"
        "for source in (\"read_json_auto('news.jsonl')\", \"'hf/articles/train.parquet'\"):\n"
        "    print(duckdb.sql(f'select label, count(*) from (select unnest(entities).label as label"
        " from {source}) group by label order by label').fetchall())\n",
        exported,
    )
    first, second = told.splitlines()
    assert first == second
    assert "('PERS', " in first


def test_spacy_reads_docs_with_everything_in_them(exported: Path) -> None:
    told = run(
        "import json, spacy\nfrom spacy.tokens import Doc, DocBin\n"
        "for name in ('entities', 'quotes', 'relations', 'article'):\n"
        "    Doc.set_extension(name, default=None)\n"
        "docs = list(DocBin().from_disk('hostile.spacy').get_docs(spacy.blank('ar').vocab))\n"
        "print(json.dumps([{'text': doc.text, 'ents': [[e.text, e.label_] for e in doc.ents],"
        " 'spans': {key: [[s.text, s.label_, s.id_] for s in group]"
        " for key, group in doc.spans.items()}, 'relations': doc._.relations,"
        " 'article': doc._.article['id']} for doc in docs]))\n",
        exported,
    )
    docs = json.loads(told)
    assert [one["text"] for one in docs] == [one.article.text for one in RECORDS]
    assert [one["article"] for one in docs] == [one.article.id for one in RECORDS]
    first = docs[0]
    assert ["الوزيرُ محمّد علي", "PERS"] in first["ents"]
    assert ["محمّد علي", "PERS", "e1"] in first["spans"]["entities"]
    assert ["يروت", "GPE", "e3"] in first["spans"]["entities"]
    assert [one for one in first["spans"]["entities"] if one[2] == "e6"] == [
        ["وزيرة الصحة", "PERS", "e6"],
        ["والتعليم", "PERS", "e6"],
    ]
    assert ["قالَ", "CUE", "q1"] in first["spans"]["cues"]
    assert [one["id"] for one in first["relations"]] == ["r1", "r2", "r3"]


def test_spacy_trains_an_epoch_of_a_blank_arabic_pipeline(exported: Path) -> None:
    told = run(
        "import spacy\nfrom spacy.tokens import DocBin\nfrom spacy.training import Example\n"
        "from spacy.util import fix_random_seed\nfix_random_seed(1)\n"
        "nlp = spacy.blank('ar')\nner = nlp.add_pipe('ner')\n"
        "docs = list(DocBin().from_disk('news.spacy').get_docs(nlp.vocab))\n"
        "examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]\n"
        "optimizer = nlp.initialize(lambda: examples)\nlosses = {}\n"
        "for _ in range(10):\n"
        "    for one in examples:\n"
        "        nlp.update([one], sgd=optimizer, losses=losses)\n"
        "score = nlp.evaluate(examples)['ents_f']\n"
        "print(len(docs), 'PERS' in ner.labels, losses['ner'] > 0, score > 0.1)\n",
        exported,
    )
    assert told.split() == ["14", "True", "True", "True"]


def test_transformers_fine_tunes_a_tiny_bert_and_seqeval_scores_it(exported: Path) -> None:
    told = run(
        "import torch\nfrom datasets import load_dataset\n"
        "from seqeval.metrics import f1_score\n"
        "from transformers import BertConfig, BertForTokenClassification\n"
        "torch.manual_seed(1)\n"
        "rows = load_dataset('hf', 'tokens', split='train')\n"
        "names = rows.features['ner_tags'].feature.names\n"
        "every = sorted({word for row in rows['tokens'] for word in row})\n"
        "words = {word: number for number, word in enumerate(every, 1)}\n"
        "model = BertForTokenClassification(BertConfig(vocab_size=len(words) + 1, hidden_size=64,"
        " num_hidden_layers=1, num_attention_heads=2, intermediate_size=64, num_labels=len(names),"
        " max_position_embeddings=1024))\n"
        "optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)\n"
        "pairs = [(torch.tensor([[words[w] for w in row['tokens']]])[:, :1024],"
        " torch.tensor([row['ner_tags']])[:, :1024]) for row in rows]\n"
        "for epoch in range(12):\n"
        "    for ids, tags in pairs:\n"
        "        loss = model(input_ids=ids, labels=tags).loss\n"
        "        loss.backward()\n        optimizer.step()\n        optimizer.zero_grad()\n"
        "model.eval()\n"
        "found = [model(input_ids=ids).logits.argmax(-1)[0].tolist() for ids, _ in pairs]\n"
        "say = lambda row: [names[n] for n in row]\n"
        "gold = [say(tags[0].tolist()) for _, tags in pairs]\n"
        "print(f1_score(gold, [say(row) for row in found]))\n",
        exported,
    )
    assert float(told) > 0.5, "it cannot even learn what it has seen"


def of_readme(name: str) -> str:
    """A block of Python of the README."""
    return (
        README.read_text("utf-8").partition(f"<!-- {name} -->\n```python\n")[2].partition("```")[0]
    )


def test_the_recipe_of_the_readme_trains_a_model(tmp_path: Path) -> None:
    command = "annotator export mine.db parts --format spacy --split 80/20 --clitics expand"
    assert f"\n{command}\n" in README.read_text("utf-8")
    with Project.create(tmp_path / "mine.db", NEWS) as project:
        import_paths(project, [corpus("news.jsonl")])
    done = CliRunner().invoke(
        cli, ["export", str(tmp_path / "mine.db"), str(tmp_path / "parts"), *command.split()[4:]]
    )
    assert done.exit_code == 0, done.output
    told = run(of_readme("recipe"), tmp_path)
    assert float(told.partition("F1: ")[2].split()[0]) > 0.05
    losses = [int(line.split()[1]) for line in told.split("\n")[:15]]
    assert losses[-1] < losses[0] / 4
    assert (tmp_path / "model" / "ner").is_dir()


def test_the_dataset_of_the_readme_names_its_tags(exported: Path) -> None:
    told = run(of_readme("hub").replace("FOLDER", "hf"), exported)
    lines = told.strip().split("\n")
    assert len(lines) == 9
    assert any(line.endswith("B-GPE") for line in lines)


def test_sentences_of_spacy_make_up_the_text_and_cut_no_entity(exported: Path) -> None:
    told = run(
        "import spacy\nfrom spacy.tokens import DocBin\n"
        "for name in ('news', 'hostile'):\n"
        "    docs = list(DocBin().from_disk(f'{name}.spacy').get_docs(spacy.blank('ar').vocab))\n"
        "    for doc in docs:\n"
        "        sents = list(doc.sents) if len(doc) else []\n"
        "        assert ''.join(s.text_with_ws for s in sents) == doc.text\n"
        "        assert sum(len(s.ents) for s in sents) == len(doc.ents)\n"
        "    print(sum(1 for doc in docs if len(doc) for _ in doc.sents))\n",
        exported,
    )
    assert int(told.split()[0]) > 100


@pytest.mark.parametrize(("format", "library"), [("spacy", "spacy"), ("huggingface", "pyarrow")])
def test_a_library_that_is_not_there_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, format: str, library: str
) -> None:
    for name in (library, f"{library}.tokens", f"{library}.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UserError, match=f"needs {library}, .* python -m pip install {library}$"):
        files_of(format, RECORDS)
