"""CoNLL and Wojood: seqeval scores what is written, and files like those of the corpora come in."""

from __future__ import annotations

from pathlib import Path

import pytest
from seqeval.metrics import classification_report, f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB1, IOB2, IOBES

from annotator.formats import Accepted, Rejected, Remark
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import bytes_of, items_of, put
from tests.notation import parsed


def of(line: str, id: str = "x") -> Record:
    text, annotations = parsed(line)
    return Record(article=Article(id=id, text=text), annotations=tuple(annotations))


def read(tmp_path: Path, format: str, text: str, **options: object) -> list[object]:
    return list(items_of(format, put(tmp_path / "in.iob", {"": text.encode()}), **options))


def found(items: list[object]) -> list[list[tuple[str, str]]]:
    """Labels and surfaces, article by article."""
    return [
        sorted(
            (one.label, one.span.surface(item.record.article.text))
            for one in item.record.annotations if isinstance(one, Entity)
        )
        for item in items if isinstance(item, Accepted)
    ]  # fmt: skip


NEWS_LINE = "زار [محمد علي|PERS] [ليلى|PERS] في [بيروت|GPE]."


@pytest.mark.parametrize(("scheme", "checker"), [("IOB2", IOB2), ("IOB1", IOB1), ("BIOES", IOBES)])
def test_seqeval_takes_every_scheme(scheme: str, checker: type) -> None:
    rows = bytes_of("conll", [of(NEWS_LINE)], scheme=scheme).decode().split("\n")[2:]
    row = [line.split(" ")[3] for line in rows if line]
    assert f1_score([row], [row], mode="strict", scheme=checker) == 1.0
    report = classification_report([row], [row], mode="strict", scheme=checker, output_dict=True)
    assert {name: report[name]["support"] for name in ("PERS", "GPE")} == {"PERS": 2, "GPE": 1}


def test_nothing_touches_what_another_sentence_begins_with() -> None:
    data = bytes_of(
        "conll", [of("زار [بيروت|GPE].\n[دمشق|GPE] [حلب|GPE]\n[حمص|GPE]")], scheme="IOB1"
    )
    sentences = [one.split("\n") for one in data.decode().split("\n\n")[1:-1]]
    tags = [[line.split(" ")[3] for line in one if line] for one in sentences]
    assert tags == [["O", "I-GPE", "O"], ["I-GPE", "B-GPE"], ["I-GPE"]]


def test_no_quote_touches_one_of_another_sentence() -> None:
    record = of("[«نعم»|mixed]\n[«لا»|mixed] [«ربما»|mixed]")
    data = bytes_of("quotes-iob", [record], scheme="IOB1").decode()
    tags = [line.split(" ")[-2] for line in data.split("\n")[2:] if line]
    inside = ["I-mixed"] * 2
    assert tags == ["I-mixed", *inside, "I-mixed", *inside, "B-mixed", *inside]


def test_a_particle_is_a_token_of_its_own_and_the_text_comes_back(tmp_path: Path) -> None:
    record = Record(
        article=Article(id="x", text="وصل ببيروت، أمس."),
        annotations=(Entity(id="e", label="GPE", span=Span.of(5, 10)),),
    )
    data = bytes_of("conll", [record]).decode()
    assert "ب _ SpaceAfter=No O\nبيروت _ SpaceAfter=No B-GPE\n، _ _ O\n" in data
    (item,) = read(tmp_path, "conll", data)
    assert isinstance(item, Accepted)
    assert item.record.article.text == record.article.text
    assert found([item]) == [[("GPE", "بيروت")]]


def test_no_sentence_ends_inside_an_entity() -> None:
    record = of("قال [د. محمد علي|PERS] نعم. ثم مضى.")
    sentences = bytes_of("conll", [record]).decode().split("\n\n")[1:-1]
    assert len([one for one in sentences if one.strip()]) == 2
    tags = [line.split(" ")[3] for line in sentences[0].split("\n")]
    assert [name for name, _, _ in get_entities(tags)] == ["PERS"]


CONLL_2003 = """\
-DOCSTART- -X- -X- O

وصل VBD I-VP O
محمد NNP I-NP I-PER
علي NNP I-NP I-PER
ليلى NNP I-NP B-PER

إلى IN I-PP O
بيروت NNP I-NP I-LOC

-DOCSTART- -X- -X- O

نعم UH O O
"""


def test_articles_and_iob1_of_the_shared_task(tmp_path: Path) -> None:
    items = read(tmp_path, "conll", CONLL_2003)
    assert found(items) == [[("LOC", "بيروت"), ("PER", "ليلى"), ("PER", "محمد علي")], []]
    first = items[0]
    assert isinstance(first, Accepted)
    assert first.record.article.text == "وصل محمد علي ليلى\nإلى بيروت"


WOJOOD = """\
قال O
رئيس B-OCC
بلدية I-OCC B-ORG
مدينة I-OCC I-ORG B-GPE
البيرة I-OCC I-ORG I-GPE
. O
$#$ O

في O
نابلس B-GPE
"""


def test_nested_tags_and_line_ends_of_wojood(tmp_path: Path) -> None:
    items = read(tmp_path, "wojood", WOJOOD)
    assert found(items) == [
        [
            ("GPE", "مدينة البيرة"),
            ("OCC", "رئيس بلدية مدينة البيرة"),
            ("ORG", "بلدية مدينة البيرة"),
        ],
        [("GPE", "نابلس")],
    ]
    assert not [one for one in items if isinstance(one, Remark)]


def test_the_same_sentence_twice_is_two_articles(tmp_path: Path) -> None:
    items = read(tmp_path, "wojood", "نعم O\n\nنعم B-PERS\n")
    ids = {one.record.article.id for one in items if isinstance(one, Accepted)}
    assert len(ids) == 2


def test_dirty_tags_are_told_with_their_lines(tmp_path: Path) -> None:
    items = read(tmp_path, "wojood", "نور I-GPE B-PERS\nشمس X-GPE I-PERS\nقال O\n")
    remarks = [(one.line, one.values["tag"]) for one in items if isinstance(one, Remark)]
    assert remarks == [(1, "I-GPE"), (2, "X-GPE")]
    assert found(items) == [[("GPE", "نور"), ("PERS", "نور شمس")]]


@pytest.mark.parametrize("format", ["conll", "wojood"])
def test_a_line_without_a_tag_spoils_its_article_only(tmp_path: Path, format: str) -> None:
    items = read(tmp_path, format, "قال O\n\nمحمد\n\nنعم O\n")
    (bad,) = [one for one in items if isinstance(one, Rejected)]
    assert (bad.line, str(bad.error)) == (3, "The line has no column for a tag.")
    assert len(found(items)) == 2


def test_wojood_writes_from_the_outermost_inwards() -> None:
    data = bytes_of("wojood", [of("[بلدية [نابلس|GPE]|ORG] هنا")]).decode()
    assert data == "بلدية B-ORG\nنابلس I-ORG B-GPE\nهنا O\n$#$ O\n"
