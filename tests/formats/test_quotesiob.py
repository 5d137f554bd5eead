"""Quotes in columns: every quote keeps its own cue, source and fragments."""

from __future__ import annotations

from pathlib import Path

from seqeval.scheme import IOB2, Entities

from annotator.formats import Accepted, Rejected, Source, recognised
from annotator.formats.base import Item
from annotator.model.annotations import Quote
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import bytes_of, items_of

TEXT = "قال الوزير: «نعم»، وأضاف «سنبني» كما قال «مستشفى». وصرحت ليلى أن الوزير مسافر."


def span(*surfaces: str) -> Span:
    starts = [TEXT.index(one) for one in surfaces]
    return Span(tuple((at, at + len(one)) for at, one in zip(starts, surfaces, strict=True)))


RECORD = Record(
    article=Article(id="a", text=TEXT),
    annotations=(
        Quote(id="1", type="direct", span=span("نعم"), cue=span("قال"), source=span("الوزير")),
        Quote(
            id="2", type="direct", span=span("سنبني", "مستشفى"), cue=span("أضاف"),
            source=span("الوزير"),
        ),
        Quote(
            id="3", type="indirect", span=span("الوزير مسافر"), cue=span("صرحت"),
            source=span("ليلى"),
        ),
    ),
)  # fmt: skip


def told(item: Item) -> list[tuple[str, str, str, str]]:
    assert isinstance(item, Accepted)
    text = item.record.article.text
    return [
        (
            one.type, one.span.surface(text), one.cue.surface(text) if one.cue else "",
            one.source.surface(text) if one.source else "",
        )
        for one in item.record.annotations
        if isinstance(one, Quote)
    ]  # fmt: skip


QUOTES = [
    ("direct", "نعم", "قال", "الوزير"),
    ("direct", "سنبني مستشفى", "أضاف", "الوزير"),
    ("indirect", "الوزير مسافر", "صرحت", "ليلى"),
]


def test_quotes_of_one_sentence_keep_their_parts(tmp_path: Path) -> None:
    path = tmp_path / "q.iob"
    path.write_bytes(bytes_of("quotes-iob", [RECORD]))
    assert recognised(Source(path)).name == "quotes-iob"
    [item] = items_of("quotes-iob", path)
    assert told(item) == QUOTES
    assert isinstance(item, Accepted)
    assert item.record.article == RECORD.article


def test_seqeval_finds_sources_cues_and_contents() -> None:
    blocks = bytes_of("quotes-iob", [RECORD]).decode().split("\n\n")[1:]
    rows = [[line.split(" ") for line in block.split("\n") if line] for block in blocks]
    rows = [sentence for sentence in rows if sentence]
    assert len(rows) == 2
    found = []
    for column in (2, 3, 4):
        there = Entities([[row[column] for row in one] for one in rows], IOB2).entities
        found.append([
            (" ".join(row[0] for row in rows[n][one.start : one.end]), one.tag)
            for n, those in enumerate(there)
            for one in those
        ])  # fmt: skip
    sources, cues, contents = found
    assert sources == [("الوزير", "SOURCE"), ("ليلى", "SOURCE")]
    assert cues == [("قال", "CUE"), ("أضاف", "CUE"), ("صرحت", "CUE")]
    assert contents == [
        ("نعم", "direct"), ("سنبني", "direct"), ("مستشفى", "direct"), ("الوزير مسافر", "indirect"),
    ]  # fmt: skip


BARE = """قال O B O
خليل B O O
: O O O
« O O O
نعم O O B
. O O I
» O O O

بلا B O O
"""


def test_three_columns_alone_are_linked_by_nearness_and_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "q.iob"
    path.write_text(BARE, "utf-8")
    assert recognised(Source(path)).name == "quotes-iob"
    first, *remarks, second, left = items_of("quotes-iob", path)
    assert told(first) == [("direct", "نعم .", "قال", "خليل")]
    assert [one.line for one in remarks] == [5, 1]
    assert (told(second), left.line) == ([], 9)


def test_marks_that_mean_nothing_are_refused_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "q.iob"
    good = bytes_of("quotes-iob", [RECORD]).decode()
    path.write_text(good.replace("Q2", "Z2", 1) + good, "utf-8")
    bad, item = items_of("quotes-iob", path)
    assert isinstance(bad, Rejected)
    assert str(bad.error) == "This is no mark of a quote: Z2."
    assert "Z2" in path.read_text("utf-8").split("\n")[bad.line - 1]
    assert told(item) == QUOTES
