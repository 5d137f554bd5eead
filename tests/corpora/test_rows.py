"""What holds of every article in `corpora/`: its form, its offsets, its rules.

What either file is for is asked in `test_corpora.py` and `test_held_out.py`. Only the last tests
here ask the program.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import regex

from annotator.formats import Accepted, Source, jsonl
from annotator.model.annotated import AnnotatedArticle
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import corpus, resource
from tests.corpora.plain import (
    ENTITY,
    HELD_OUT,
    HELD_OUT_FILE,
    LABELS,
    MARKS,
    META,
    NEWS,
    NEWS_FILE,
    QUOTE,
    README,
    RELATION,
    ROW,
    RULES,
    SPAN,
    SYMMETRIC,
    Row,
    by_id,
    everything,
    spans,
    written_before,
)
from tests.formats.pieces import bytes_of

ARTICLES = [*NEWS, *HELD_OUT]
TITLES = [row["meta"]["title"] for row in ARTICLES]

article = pytest.mark.parametrize(
    "row",
    ARTICLES,
    ids=[
        *(f"news-{number}" for number in range(1, len(NEWS) + 1)),
        *(f"held-out-{number}" for number in range(1, len(HELD_OUT) + 1)),
    ],
)
file = pytest.mark.parametrize("path", [NEWS_FILE, HELD_OUT_FILE], ids=["news", "held-out"])


# The form


def test_no_two_articles_are_alike() -> None:
    assert len(set(TITLES)) == len(TITLES)
    assert len({row["meta"]["source"] for row in ARTICLES}) == len(ARTICLES)


@file
def test_the_file_is_utf8_lines_without_a_bom(path: Path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"}\n")
    assert b"\r" not in data


def test_ids_are_lower_case_uuids_and_unique() -> None:
    ids = [one["id"] for row in ARTICLES for one in [row, *everything(row)]]
    assert all(str(uuid.UUID(id)) == id for id in ids)
    assert len(set(ids)) == len(ids)


def test_the_readme_names_every_article() -> None:
    text = README.read_text("utf-8")
    assert [title for title in TITLES if title not in text] == []


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


@article
def test_only_particles_are_written_onto_a_name(row: Row) -> None:
    for entity in row["entities"]:
        prefix = written_before(row, entity).replace("ـ", "")
        assert re.fullmatch(r"[وف]?[بلك]?", prefix), (prefix, entity["text"])


@article
def test_no_preposition_stands_between_a_cue_and_what_is_said(row: Row) -> None:
    for quote in row["quotes"]:
        cue = quote["cue"]
        if cue is not None and cue["end"] <= quote["start"]:
            between = row["text"][cue["end"] : quote["start"]]
            left_out = re.fullmatch(r" (إلى|على|عن|من|في)( أنّ?)?[ «“\"‹]*", between)
            assert left_out is None, (cue["text"], between)


def test_a_name_bears_the_same_label_everywhere() -> None:
    labels: dict[str, set[str]] = {}
    for row in ARTICLES:
        for one in row["entities"]:
            labels.setdefault(one["text"], set()).add(one["label"])
    assert {text: found for text, found in labels.items() if len(found) > 1} == {}


# The program and the files


def records(path: Path) -> list[Record]:
    found = list(jsonl.read(Source(path)))
    assert all(isinstance(one, Accepted) for one in found)
    return [one.record for one in found if isinstance(one, Accepted)]


@file
def test_the_program_finds_the_file(path: Path) -> None:
    assert corpus(path.name).read_bytes() == path.read_bytes()


@file
def test_the_program_writes_the_same_bytes(path: Path) -> None:
    assert bytes_of("jsonl", records(path)) == path.read_bytes()


@file
def test_the_label_set_admits_every_annotation(path: Path) -> None:
    labels = load("news", resource("labels"))
    for one in records(path):
        built = AnnotatedArticle.build(one.article, labels, one.annotations)
        assert len(built) == len(one.annotations)
