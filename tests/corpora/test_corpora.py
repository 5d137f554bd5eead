"""The sample corpus: its form, its offsets, its rules, and that it shows what it promises.

Reads the file with plain `json`, so that a fault of the program's own reader cannot hide one of the
corpus. Only the last tests ask the program.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import regex

from annotator.formats import Accepted, Source, jsonl
from annotator.model.annotated import AnnotatedArticle
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import corpus, resource
from tests.formats.pieces import bytes_of

Row = dict[str, Any]

FILE = Path(__file__).parents[2] / "corpora" / "news.jsonl"
README = FILE.with_name("README.md")
ARTICLES: list[Row] = [json.loads(line) for line in FILE.read_bytes().splitlines()]
TITLES = [row["meta"]["title"] for row in ARTICLES]

ROW = [
    "format",
    "offsets",
    "id",
    "text",
    "sha256",
    "meta",
    "layer",
    "status",
    "entities",
    "quotes",
    "relations",
]
META = ["title", "source", "date", "url"]
ENTITY = ["id", "label", "start", "end", "fragments", "text", "attributes", "note"]
QUOTE = [
    "id",
    "type",
    "start",
    "end",
    "fragments",
    "text",
    "cue",
    "source",
    "speaker",
    "attributes",
    "note",
]
SPAN = ["start", "end", "fragments", "text"]
RELATION = ["id", "label", "head", "tail", "attributes", "note"]

LABELS = {
    *("PERS", "NORP", "OCC", "ORG", "GPE", "LOC", "FAC"),
    *("EVENT", "DATE", "TIME", "PRODUCT", "LAW", "MONEY", "QUANTITY"),
}
PLACES = {"GPE", "LOC", "FAC"}
PARTS = {"ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"}
SIDES = {"PERS", "ORG", "GPE", "NORP", "OCC"}
RULES: dict[str, tuple[set[str], set[str]]] = {
    "EMPLOYED_BY": ({"PERS", "OCC"}, {"ORG", "GPE"}),
    "LEADS": ({"PERS"}, {"ORG", "GPE", "FAC", "EVENT", "NORP"}),
    "HOLDS_OFFICE": ({"PERS"}, {"OCC"}),
    "MEMBER_OF": ({"PERS", "ORG", "GPE"}, {"ORG", "NORP", "EVENT"}),
    "LOCATED_IN": ({"ORG", "FAC", "LOC", "GPE", "EVENT", "PERS"}, PLACES),
    "PART_OF": (PARTS | {"OCC"}, PARTS),
    "MEETS": (SIDES, SIDES),
    "VISITS": ({"PERS", "ORG", "OCC"}, PLACES | {"ORG", "EVENT"}),
    "CITIZEN_OF": ({"PERS"}, {"GPE", "NORP"}),
    "FAMILY": ({"PERS"}, {"PERS"}),
    "OWNS": ({"PERS", "ORG", "GPE"}, {"ORG", "FAC", "PRODUCT", "MONEY"}),
    "HAPPENS_IN": ({"EVENT"}, PLACES),
    "HAPPENS_ON": ({"EVENT"}, {"DATE", "TIME"}),
    "ABOUT": ({"quote"}, LABELS),
}
SYMMETRIC = {"MEETS", "FAMILY"}
MARKS = '“”«»‹›"'


def spans(row: Row) -> Iterator[Row]:
    """Every span of the article: of entities, of quotes, of their cues and sources."""
    yield from row["entities"]
    for quote in row["quotes"]:
        yield quote
        yield from (quote[part] for part in ("cue", "source") if quote[part] is not None)


def everything(row: Row) -> list[Row]:
    return [*row["entities"], *row["quotes"], *row["relations"]]


def by_id(row: Row) -> dict[str, Row]:
    return {one["id"]: one for one in [*row["entities"], *row["quotes"]]}


def covers(outer: Row, inner: Row) -> bool:
    return outer["start"] <= inner["start"] and inner["end"] <= outer["end"] and outer != inner


article = pytest.mark.parametrize("row", ARTICLES, ids=range(1, len(ARTICLES) + 1))


# The form


def test_there_are_enough_articles_and_no_two_alike() -> None:
    assert len(ARTICLES) >= 12
    assert len(set(TITLES)) == len(TITLES)
    assert len({row["meta"]["source"] for row in ARTICLES}) == len(ARTICLES)


def test_the_file_is_utf8_lines_without_a_bom() -> None:
    data = FILE.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"}\n")
    assert data.count(b"\n") == len(ARTICLES)
    assert b"\r" not in data


@article
def test_keys_stand_in_their_order(row: Row) -> None:
    assert list(row) == ROW
    assert list(row["meta"]) == META
    assert all(list(one) == ENTITY for one in row["entities"])
    assert all(list(one) == QUOTE for one in row["quotes"])
    assert all(list(one) == RELATION for one in row["relations"])
    for quote in row["quotes"]:
        assert all(quote[part] is None or list(quote[part]) == SPAN for part in ("cue", "source"))


@article
def test_head_of_the_row(row: Row) -> None:
    assert (row["format"], row["offsets"]) == ("annotator/1", "codepoint")
    assert (row["layer"], row["status"]) == ("gold", "done")
    assert row["sha256"] == hashlib.sha256(row["text"].encode("utf-8")).hexdigest()
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", row["meta"]["date"])
    assert row["meta"]["url"] is None


@article
def test_the_title_is_the_first_line_and_stays_in_the_text(row: Row) -> None:
    first, second, third = row["text"].split("\n")[:3]
    assert first == row["meta"]["title"]
    assert len(first) <= 120
    assert second == ""
    assert third != ""


@article
def test_the_article_is_as_long_as_a_news_item(row: Row) -> None:
    assert 150 <= len(row["text"].split()) <= 500


def test_ids_are_lower_case_uuids_and_unique() -> None:
    ids = [one["id"] for row in ARTICLES for one in [row, *everything(row)]]
    assert all(str(uuid.UUID(id)) == id for id in ids)
    assert len(set(ids)) == len(ids)


# Offsets


@article
def test_offsets_cut_out_the_surface(row: Row) -> None:
    for span in spans(row):
        fragments = span["fragments"]
        assert (span["start"], span["end"]) == (fragments[0][0], fragments[-1][1])
        assert " ".join(row["text"][start:end] for start, end in fragments) == span["text"]
        assert all(start < end for start, end in fragments)
        assert all(a[1] < b[0] for a, b in pairwise(fragments))


@article
def test_no_edge_cuts_a_letter_from_its_diacritics(row: Row) -> None:
    edges = {0, *(match.end() for match in regex.finditer(r"\X", row["text"]))}
    for span in spans(row):
        assert all(start in edges and end in edges for start, end in span["fragments"])


@article
def test_no_fragment_begins_or_ends_with_a_space_or_stop(row: Row) -> None:
    for span in spans(row):
        for start, end in span["fragments"]:
            surface = row["text"][start:end]
            assert surface == surface.strip(" \n.,،؛:")


@article
def test_quotes_leave_out_their_marks(row: Row) -> None:
    for quote in row["quotes"]:
        for start, end in quote["fragments"]:
            assert row["text"][start] not in MARKS
            assert row["text"][end - 1] not in MARKS


@article
def test_a_cue_leaves_out_the_particles(row: Row) -> None:
    for quote in row["quotes"]:
        if quote["cue"] is not None:
            # وصف is the one cue here whose own first letter is a و.
            assert quote["cue"]["text"][0] not in "وف" or quote["cue"]["text"] == "وصف"


# What may stand together


@article
def test_labels_and_types_are_known(row: Row) -> None:
    assert {one["label"] for one in row["entities"]} <= LABELS
    assert {one["type"] for one in row["quotes"]} <= {"direct", "indirect", "mixed"}
    assert all(one["attributes"] == {} for one in everything(row))
    assert all(one["note"] is None or one["note"].strip() for one in everything(row))


@article
def test_speakers_are_entities_of_the_article(row: Row) -> None:
    entities = {one["id"] for one in row["entities"]}
    assert {one["speaker"] for one in row["quotes"]} - {None} <= entities


@article
def test_relations_keep_their_argument_rules(row: Row) -> None:
    known = by_id(row)
    for one in row["relations"]:
        head, tail = (known[one[end]].get("label", "quote") for end in ("head", "tail"))
        heads, tails = RULES[one["label"]]
        assert head in heads
        assert tail in tails
        assert one["head"] != one["tail"]


@article
def test_nothing_is_there_twice(row: Row) -> None:
    entities = Counter((one["label"], str(one["fragments"])) for one in row["entities"])
    quotes = Counter(str(one["fragments"]) for one in row["quotes"])
    relations = Counter(
        (one["label"], *sorted((one["head"], one["tail"])))
        if one["label"] in SYMMETRIC
        else (one["label"], one["head"], one["tail"])
        for one in row["relations"]
    )
    assert set((entities + quotes + relations).values()) == {1}


@article
def test_annotations_are_sorted(row: Row) -> None:
    known = by_id(row)

    def place(one: Row) -> tuple[int, int]:
        return one["start"], one["end"]

    for kind in ("entities", "quotes"):
        assert row[kind] == sorted(row[kind], key=lambda one: (*place(one), one["id"]))
    assert row["relations"] == sorted(
        row["relations"],
        key=lambda one: (place(known[one["head"]]), place(known[one["tail"]]), one["id"]),
    )


@article
def test_every_article_is_thoroughly_annotated(row: Row) -> None:
    assert len(row["entities"]) >= 20
    assert len(row["quotes"]) >= 2
    assert len(row["relations"]) >= 6
    assert {"PERS", "ORG", "GPE", "OCC", "DATE"} <= {one["label"] for one in row["entities"]}


def test_a_name_bears_the_same_label_everywhere() -> None:
    labels: dict[str, set[str]] = {}
    for row in ARTICLES:
        for one in row["entities"]:
            labels.setdefault(one["text"], set()).add(one["label"])
    assert {text: found for text, found in labels.items() if len(found) > 1} == {}


# What the corpus promises to show


def test_every_label_type_and_relation_occurs_several_times() -> None:
    entities = Counter(one["label"] for row in ARTICLES for one in row["entities"])
    quotes = Counter(one["type"] for row in ARTICLES for one in row["quotes"])
    relations = Counter(one["label"] for row in ARTICLES for one in row["relations"])
    assert set(entities) == LABELS
    assert set(relations) == set(RULES)
    assert min(*entities.values(), *quotes.values(), *relations.values()) >= 3


def written_before(row: Row, entity: Row) -> str:
    """The letters that are written onto the entity's first word, outside its span."""
    match = re.search(r"[\w]*$", row["text"][: entity["start"]])
    assert match is not None
    return match[0]


def test_particles_stay_outside_names_and_the_article_inside() -> None:
    found: Counter[str] = Counter()
    for row in ARTICLES:
        for entity in row["entities"]:
            prefix = written_before(row, entity).replace("ـ", "")
            assert re.fullmatch(r"[وف]?[بلك]?", prefix), (prefix, entity["text"])
            found[prefix[-1:]] += 1
    assert all(found[letter] >= 2 for letter in "وفبلك")


def test_after_the_particle_lam_the_span_starts_at_the_second_lam() -> None:
    found = [
        entity["text"]
        for row in ARTICLES
        for entity in row["entities"]
        if written_before(row, entity).endswith("ل") and entity["text"].startswith("ل")
    ]
    assert found.count("لوزارة") >= 2
    assert len(found) >= 6


def test_names_nest() -> None:
    pairs = Counter(
        (outer["label"], inner["label"])
        for row in ARTICLES
        for outer in row["entities"]
        for inner in row["entities"]
        if covers(outer, inner)
    )
    for pair in [("OCC", "NORP"), ("ORG", "GPE"), ("OCC", "ORG"), ("TIME", "DATE"), ("LAW", "LAW")]:
        assert pairs[pair] >= 1
    assert pairs["OCC", "NORP"] >= 5
    assert pairs["ORG", "GPE"] >= 5


def test_spans_come_in_pieces() -> None:
    entities = [one for row in ARTICLES for one in row["entities"] if len(one["fragments"]) > 1]
    quotes = [one for row in ARTICLES for one in row["quotes"] if len(one["fragments"]) > 1]
    assert len(entities) >= 3
    assert len(quotes) >= 5


def test_a_quotation_stands_inside_another() -> None:
    nested = [
        inner
        for row in ARTICLES
        for outer in row["quotes"]
        for inner in row["quotes"]
        if covers(outer, inner)
    ]
    assert len(nested) >= 8


def wrapped(row: Row, quote: Row) -> str:
    """The characters just before and just behind a quote."""
    text: str = row["text"]
    return text[quote["start"] - 1] + text[quote["end"] : quote["end"] + 1]


def test_quotation_marks_of_all_kinds_mixed_and_missing() -> None:
    found = Counter(wrapped(row, one) for row in ARTICLES for one in row["quotes"])
    for pair in ("“”", "«»", '""', "‹›", '“"'):
        assert found[pair] >= 3, pair
    missing = [pair for pair in found.elements() if pair[0] in MARKS and pair[1:] not in set(MARKS)]
    assert len(missing) >= 3


def test_indirect_speech_begins_with_its_particle() -> None:
    starts = Counter(
        one["text"].split()[0]
        for row in ARTICLES
        for one in row["quotes"]
        if one["type"] == "indirect"
    )
    assert sum(count for word, count in starts.items() if re.match("[إأ]ن", word)) >= 10


def test_a_cue_takes_the_preposition_that_leads_to_the_content() -> None:
    taken: Counter[bool] = Counter()
    for row in ARTICLES:
        for quote in row["quotes"]:
            cue = quote["cue"]
            if cue is not None and cue["end"] <= quote["start"]:
                between = row["text"][cue["end"] : quote["start"]]
                left_out = re.fullmatch(r" (إلى|على|عن|من|في)( أنّ?)?[ «“\"‹]*", between)
                assert left_out is None, (cue["text"], between)
                taken[cue["text"].split()[-1] in {"إلى", "على", "من", "في"}] += 1
    assert taken[True] >= 5


def test_sources_are_names_titles_pronouns_or_missing() -> None:
    sources: Counter[str] = Counter()
    for row in ARTICLES:
        titles = {one["text"] for one in row["entities"] if one["label"] == "OCC"}
        for quote in row["quotes"]:
            source = None if quote["source"] is None else quote["source"]["text"]
            kind = "pronoun" if source in {"ه", "ها"} else "title" if source in titles else "other"
            sources[f"{kind} {'known' if quote['speaker'] else 'unknown'}"] += source is not None
            sources["missing"] += source is None
    assert sources["pronoun known"] >= 4
    assert sources["title known"] >= 3
    assert sources["other unknown"] >= 3
    assert sources["missing"] >= 3


@pytest.mark.parametrize(
    ("pattern", "articles"),
    [
        (r"[A-Za-z]{2,}", 5),
        (r"\([A-Z]{2,}\)", 3),
        (r"[٠-٩]", 8),
        (r"[0-9]", 8),
        (r"[٪%]", 3),
        (r"ـ", 3),
        (r"[\u064b-\u0652]", 14),
        (r"\([^)]+\)", 6),
    ],
)
def test_script_and_signs_vary(pattern: str, articles: int) -> None:
    assert sum(bool(re.search(pattern, row["text"])) for row in ARTICLES) >= articles


def test_dates_in_both_calendars() -> None:
    dates = [one["text"] for row in ARTICLES for one in row["entities"] if one["label"] == "DATE"]
    assert sum("هـ" in date for date in dates) >= 4
    assert sum(bool(re.search(r"20\d\d|٢٠[٠-٩]{2}", date)) for date in dates) >= 10


def test_one_or_two_emoji_stand_before_annotations() -> None:
    astral = [
        (row, at)
        for row in ARTICLES
        for at, letter in enumerate(row["text"])
        if ord(letter) > 0xFFFF
    ]
    assert 1 <= len(astral) <= 2
    for row, at in astral:
        assert unicodedata.category(row["text"][at]) == "So"
        assert sum(one["start"] > at for one in row["entities"]) >= 10


def test_the_readme_names_every_article() -> None:
    text = README.read_text("utf-8")
    assert [title for title in TITLES if title not in text] == []


# The program and the corpus


def records() -> list[Record]:
    found = list(jsonl.read(Source(FILE)))
    assert all(isinstance(one, Accepted) for one in found)
    return [one.record for one in found if isinstance(one, Accepted)]


def test_the_program_finds_the_file() -> None:
    assert corpus("news.jsonl").read_bytes() == FILE.read_bytes()


def test_the_program_writes_the_same_bytes() -> None:
    assert bytes_of("jsonl", records()) == FILE.read_bytes()


def test_the_label_set_admits_every_annotation() -> None:
    labels = load("news", resource("labels"))
    for one in records():
        built = AnnotatedArticle.build(one.article, labels, one.annotations)
        assert len(built) == len(one.annotations)
