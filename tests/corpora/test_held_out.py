"""The held-out articles: that they are fit to measure on, and that nothing learns from them.

What holds of any article is asked in `test_rows.py`.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

import annotator
from annotator.exchange.sample import make
from annotator.formats import Accepted, Source, jsonl
from annotator.model.annotated import AnnotatedArticle
from annotator.model.labelfile import load
from annotator.quality.checks import run
from annotator.quality.corpus import Worked
from annotator.quality.duplicates import jaccard
from annotator.resources import resource
from annotator.store import Project
from tests.benchmarks.golden import gold, held_out
from tests.corpora.plain import HELD_OUT, HELD_OUT_FILE, LABELS, NEWS, RULES, Row, written_before

SEEN_AND_RIGHT = {
    # The words of Noura go on behind a colon, without a verb of their own.
    ("cues", "عند خط النهاية سألت والدي"),
    # Her father answers, whom the text neither names nor means by a word of its own.
    ("speakers", "واحدة فقط"),
}
"""What the checks of quality tell of these articles and a second look has found to be right."""


def test_there_are_six_articles_as_long_as_a_newspaper_has_them() -> None:
    assert len(HELD_OUT) == 6
    assert all(250 <= len(row["text"].split()) <= 400 for row in HELD_OUT)


def test_every_label_and_relation_occurs_and_every_type_often() -> None:
    entities = {one["label"] for row in HELD_OUT for one in row["entities"]}
    relations = {one["label"] for row in HELD_OUT for one in row["relations"]}
    types = Counter(one["type"] for row in HELD_OUT for one in row["quotes"])
    assert entities == LABELS
    assert relations == set(RULES)
    assert min(types["direct"], types["indirect"], types["mixed"]) >= 5


def test_spans_inside_words_in_pieces_and_inside_spans_occur() -> None:
    entities = [(row, one) for row in HELD_OUT for one in row["entities"]]
    assert sum(written_before(row, one) != "" for row, one in entities) >= 20
    assert sum(len(one["fragments"]) > 1 for _, one in entities) >= 2
    assert sum(len(one["fragments"]) > 1 for row in HELD_OUT for one in row["quotes"]) >= 2


# Apart from the sample corpus


@pytest.mark.parametrize("row", HELD_OUT, ids=range(1, len(HELD_OUT) + 1))
def test_no_article_resembles_another(row: Row) -> None:
    others = [one for one in [*NEWS, *HELD_OUT] if one is not row]
    assert max(jaccard(row["text"], one["text"]) for one in others) < 0.02


def test_no_invented_name_is_in_the_sample_corpus() -> None:
    """A name met there could be found here by heart."""
    invented = {"PERS", "PRODUCT"}
    names = {one["text"] for row in HELD_OUT for one in row["entities"] if one["label"] in invented}
    names -= {'منصة "إكس"'}
    assert len(names) > 40
    assert [
        (name, row["meta"]["title"])
        for name, row in product(sorted(names), NEWS)
        if len(name.split()) > 1 and name in row["text"]
    ] == []


def test_nothing_in_the_program_names_the_file() -> None:
    package = Path(annotator.__file__).parent
    sources = list(package.rglob("*.py"))
    assert len(sources) > 50
    assert [path for path in sources if HELD_OUT_FILE.name in path.read_text("utf-8")] == []


def test_the_sample_project_leaves_them_out(tmp_path: Path) -> None:
    make(tmp_path / "sample.db", "gold")
    with Project.open(tmp_path / "sample.db") as project:
        ids = {record.article.id for record in project.records(layer="gold")}
    assert ids == {row["id"] for row in NEWS}


def test_benchmarks_get_them_apart() -> None:
    assert [one.article.id for one in held_out()] == [row["id"] for row in HELD_OUT]
    assert [one.article.id for one in gold()] == [row["id"] for row in NEWS]


# The checks of the program


def test_the_checks_find_only_what_is_known_to_be_right() -> None:
    labels = load("news", resource("labels"))
    records = [one.record for one in jsonl.read(Source(HELD_OUT_FILE)) if isinstance(one, Accepted)]
    worked = [
        Worked(number, AnnotatedArticle.build(one.article, labels, one.annotations), "done")
        for number, one in enumerate(records, 1)
    ]
    found = {(one.check, one.words) for one in run(lambda: iter(worked))}
    assert len(found) == len(SEEN_AND_RIGHT)
    for check, beginning in SEEN_AND_RIGHT:
        assert any(id == check and words.startswith(beginning) for id, words in found)
