"""Columns, there and back: any text with any spans, the gold corpus, and files of other tools."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from seqeval.scheme import IOB1, IOB2, IOBES, Entities

from annotator.formats import (
    Accepted,
    Feature,
    Rejected,
    Source,
    WriteOptions,
    by_name,
    columns,
    recognised,
)
from annotator.formats.base import CLITICS, SCHEMES
from annotator.formats.keeping import kept_records
from annotator.formats.tokens import tokens
from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import corpus
from tests.formats.pieces import bytes_of, items_of, put
from tests.formats.samples import essence
from tests.notation import NEWS
from tests.texts import PIECES

NAMES = ("conll", "wojood", "quotes-iob")
CHECKERS = {"IOB2": IOB2, "IOB1": IOB1, "BIOES": IOBES}
GOLD = [
    one.record
    for one in by_name("jsonl").read(Source(corpus("news.jsonl")))
    if isinstance(one, Accepted)
]
_WORDS = (
    "وبيروت",
    "لوزارة",
    "بلادها",
    "$#$",
    "#",
    "-DOCSTART-",
    "O",
    "_",
    "B-PERS",
    "\u0600",
    "\x1f",
)
_TEXTS = st.lists(st.sampled_from((*PIECES, *_WORDS)), min_size=1, max_size=20).map("".join)


_IDS = st.sampled_from(("a1", "ا %20 b", "id=x"))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A text with entities and quotes anywhere in it."""
    text = draw(_TEXTS)
    found: list[Annotation] = []

    def span() -> Span | None:
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        return Span.of(start, end) if start < end else None

    for number in range(draw(st.integers(0, 4))):
        content = span()
        if content is not None and draw(st.booleans()):
            label = draw(st.sampled_from(("PERS", "GPE")))
            found.append(Entity(id=f"e{number}", label=label, span=content))
        elif content is not None:
            quote = Quote(id=f"q{number}", type="mixed", span=content, cue=span(), source=span())
            found.append(quote)
    return Record(article=Article(id=draw(_IDS), text=text), annotations=tuple(found))


def sure(format: str, given: list[Record], path: Path, **options: Any) -> None:
    """What is kept of records comes back from a file, as far as the format says that it does."""
    chosen = by_name(format)
    carried = chosen.carries
    kept = list(kept_records(given, chosen.keeping(WriteOptions(labels=NEWS, **options))))
    items = items_of(format, put(path, {"": bytes_of(format, given, **options)}))
    assert [one for one in items if not isinstance(one, Accepted)] == []
    back = [one.record for one in items if isinstance(one, Accepted)]
    if Feature.TEXTS not in carried:
        kept = [one for one in kept if one.article.text.split()]
    for one, other in zip(kept, back, strict=True):
        assert set_of(one, format) == set_of(other, format)


def set_of(record: Record, format: str) -> Any:
    *rest, annotations = essence(record, by_name(format), by_name(format).carries)  # type: ignore[misc]
    return *rest, set(annotations)


SIDE_BY_SIDE = Record(
    article=Article(id="a1", text="زيد\nليلى"),
    annotations=(
        Entity(id="e1", label="PERS", span=Span.of(0, 3)),
        Entity(id="e2", label="PERS", span=Span.of(3, 8)),
    ),
)
"""Two of one label, the second of which begins with the end of a line."""


@pytest.mark.parametrize("format", NAMES)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(given=[SIDE_BY_SIDE], scheme="IOB1", clitics="report")
@given(
    given=st.lists(records(), max_size=3),
    scheme=st.sampled_from(SCHEMES),
    clitics=st.sampled_from(CLITICS),
)
def test_what_is_kept_comes_back(
    format: str, given: list[Record], scheme: str, clitics: str, tmp_path: Path
) -> None:
    if format == "wojood":
        given = [one for one in given if "$#$" not in one.article.text]
    if given:
        sure(format, given, tmp_path / "a.iob", scheme=scheme, clitics=clitics)


@pytest.mark.parametrize("clitics", CLITICS)
@pytest.mark.parametrize("format", NAMES)
def test_the_gold_corpus_comes_back(format: str, clitics: str, tmp_path: Path) -> None:
    sure(format, GOLD, tmp_path / "a.iob", clitics=clitics)


def sections(data: bytes) -> list[list[list[str]]]:
    """The cells of each sentence, as any reader of CoNLL files splits them."""
    blocks = data.decode().split("\n\n")
    rows = [[line.split(" ") for line in one.split("\n") if line] for one in blocks]
    return [one for one in rows if one and one[0][0] != "-DOCSTART-"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_seqeval_finds_the_entities_of_the_gold_corpus(scheme: str) -> None:
    rows = sections(bytes_of("conll", GOLD, scheme=scheme))
    found = Entities([[row[-1] for row in one] for one in rows], CHECKERS[scheme]).entities
    said = Counter(
        ("".join(row[0] for row in rows[number][one.start : one.end]), one.tag)
        for number, those in enumerate(found)
        for one in those
    )
    kept = kept_records(GOLD, by_name("conll").keeping(WriteOptions(labels=NEWS)))
    assert said == Counter(
        ("".join(one.span.surface(record.article.text).split()), one.label)
        for record in kept
        for one in record.annotations
        if isinstance(one, Entity)
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_seqeval_finds_the_quotes_of_the_gold_corpus(scheme: str) -> None:
    rows = sections(bytes_of("quotes-iob", GOLD, scheme=scheme))
    found = Entities([[row[-2] for row in one] for one in rows], CHECKERS[scheme]).entities
    kept = kept_records(GOLD, by_name("quotes-iob").keeping(WriteOptions(labels=NEWS)))
    quotes = [one for record in kept for one in record.annotations if isinstance(one, Quote)]
    assert quotes
    assert Counter(one.tag for those in found for one in those) == Counter(
        one.type for one in quotes for _ in one.span.fragments
    )


def segments_as_sinalab(data: bytes) -> list[list[list[str]]]:
    """What their reader takes a file for: a segment up to each blank line, and all its words."""
    found: list[list[list[str]]] = [[]]
    for line in data.decode().splitlines():
        if line.strip():
            found[-1].append(line.split())
        else:
            found.append([])
    return found


def test_the_reader_of_wojood_finds_words_and_tags_and_nothing_else() -> None:
    segments = segments_as_sinalab(bytes_of("wojood", GOLD))
    assert all(segments)
    assert all(
        tag == "O" or tag[:2] in ("B-", "I-") for one in segments for row in one for tag in row[1:]
    )
    words = "".join(row[0] for one in segments for row in one if row[0] != "$#$")
    assert words == "".join("".join(one.article.text.split()) for one in GOLD)
    begun = Counter(
        tag[2:] for one in segments for row in one for tag in row[1:] if tag.startswith("B-")
    )
    kept = kept_records(GOLD, by_name("wojood").keeping(WriteOptions(labels=NEWS)))
    assert begun == Counter(
        one.label for record in kept for one in record.annotations if isinstance(one, Entity)
    )


def test_marks_of_wojood_that_are_trimmed_away_cost_joins_and_articles_only(tmp_path: Path) -> None:
    record = Record(article=Article(id="a", text="وصل «ببيروت». ثم مضى.\nانتهى"))
    data = bytes_of("wojood", [record])
    assert data.decode() == (
        "وصل O\n« O\t\nب O\t\nبيروت O\t\n» O\t\n. O\n \t\n"
        "ثم O\nمضى O\t\n. O\n$#$ O\n \t\nانتهى O\n$#$ O\n"
    )
    [item] = items_of("wojood", put(tmp_path / "a.txt", {"": data}))
    assert isinstance(item, Accepted)
    assert item.record.article.text == record.article.text
    trimmed = b"\n".join(line.rstrip() for line in data.split(b"\n"))
    items = items_of("wojood", put(tmp_path / "b.txt", {"": trimmed}))
    texts = [one.record.article.text for one in items if isinstance(one, Accepted)]
    assert texts == ["وصل « ب بيروت » .", "ثم مضى .", "انتهى"]


NUMBERED = """\
# newdoc id = خبر 1
# text = قال محمد: O B-PERS #
1\tقال\t_\tO
2\tمحمد\tSpaceAfter=No\tB-PERS
3\t:\t_\tO

1\t#\t_\tO

# newdoc
1\tنعم\tNER=x|SpacesAfter=\\n\\s\tO
2\tلا\t_\tO
"""


def test_numbers_comments_and_spaces_of_universal_dependencies(tmp_path: Path) -> None:
    path = put(tmp_path / "a.conll", {"": NUMBERED.encode()})
    assert recognised(Source(path)).name == "conll"
    first, second = (one for one in items_of("conll", path) if isinstance(one, Accepted))
    assert (first.record.article.id, first.line) == ("خبر 1", 3)
    assert first.record.article.text == "قال محمد:\n#"
    assert [one.span.fragments for one in first.record.annotations if isinstance(one, Entity)] == [
        ((4, 8),)
    ]
    assert second.record.article.text == "نعم\n لا"


def test_more_than_white_space_between_words_is_refused(tmp_path: Path) -> None:
    bad = NUMBERED.replace("\\n\\s", "\\nنص")
    items = items_of("conll", put(tmp_path / "a.conll", {"": bad.encode()}))
    good, refused = items
    assert isinstance(good, Accepted)
    assert isinstance(refused, Rejected)
    assert str(refused.error).startswith("There is more than white space in NER=x|SpacesAfter=")


@pytest.mark.parametrize("format", NAMES)
def test_an_article_beyond_all_bounds_is_refused_and_the_next_comes_in(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "LONGEST", 4 << 20)
    long = Record(article=Article(id="long", text="كلمة " * 400_000))
    after = Record(article=Article(id="b", text="خبر قصير"))
    path = put(tmp_path / "a.iob", {"": bytes_of(format, [long, after])})
    refused, item = items_of(format, path)
    assert isinstance(refused, Rejected)
    assert str(refused.error).startswith("The article is longer than 4 MB. A line -DOCSTART-")
    assert refused.raw == b""
    assert isinstance(item, Accepted)
    assert item.record.article.text == "خبر قصير"


def test_no_token_has_white_space_in_it() -> None:
    text = "\u0600 a \u0600\u2028b"
    assert all(not any(map(str.isspace, text[a:b])) for a, b, _ in tokens(text))
