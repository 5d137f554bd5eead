"""The sample corpus: that it shows what it promises.

What holds of any article is asked in `test_rows.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from tests.corpora.plain import LABELS, MARKS, NEWS, RULES, Row, covers, written_before


def test_there_are_enough_articles() -> None:
    assert len(NEWS) >= 12


def test_every_label_type_and_relation_occurs_several_times() -> None:
    entities = Counter(one["label"] for row in NEWS for one in row["entities"])
    quotes = Counter(one["type"] for row in NEWS for one in row["quotes"])
    relations = Counter(one["label"] for row in NEWS for one in row["relations"])
    assert set(entities) == LABELS
    assert set(relations) == set(RULES)
    assert min(*entities.values(), *quotes.values(), *relations.values()) >= 3


def test_all_particles_stand_before_names() -> None:
    found = Counter(
        written_before(row, entity).replace("ـ", "")[-1:]
        for row in NEWS
        for entity in row["entities"]
    )
    assert all(found[letter] >= 2 for letter in "وفبلك")


def test_after_the_particle_lam_the_span_starts_at_the_second_lam() -> None:
    found = [
        entity["text"]
        for row in NEWS
        for entity in row["entities"]
        if written_before(row, entity).endswith("ل") and entity["text"].startswith("ل")
    ]
    assert found.count("لوزارة") >= 2
    assert len(found) >= 6


def test_names_nest() -> None:
    pairs = Counter(
        (outer["label"], inner["label"])
        for row in NEWS
        for outer in row["entities"]
        for inner in row["entities"]
        if covers(outer, inner)
    )
    for pair in [("OCC", "NORP"), ("ORG", "GPE"), ("OCC", "ORG"), ("TIME", "DATE"), ("LAW", "LAW")]:
        assert pairs[pair] >= 1
    assert pairs["OCC", "NORP"] >= 5
    assert pairs["ORG", "GPE"] >= 5


def test_spans_come_in_pieces() -> None:
    entities = [one for row in NEWS for one in row["entities"] if len(one["fragments"]) > 1]
    quotes = [one for row in NEWS for one in row["quotes"] if len(one["fragments"]) > 1]
    assert len(entities) >= 3
    assert len(quotes) >= 5


def test_a_quotation_stands_inside_another() -> None:
    nested = [
        inner
        for row in NEWS
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
    found = Counter(wrapped(row, one) for row in NEWS for one in row["quotes"])
    for pair in ("“”", "«»", '""', "‹›", '“"'):
        assert found[pair] >= 3, pair
    missing = [pair for pair in found.elements() if pair[0] in MARKS and pair[1:] not in set(MARKS)]
    assert len(missing) >= 3


def test_indirect_speech_begins_with_its_particle() -> None:
    starts = Counter(
        one["text"].split()[0] for row in NEWS for one in row["quotes"] if one["type"] == "indirect"
    )
    assert sum(count for word, count in starts.items() if re.match("[إأ]ن", word)) >= 10


def test_a_cue_takes_the_preposition_that_leads_to_the_content() -> None:
    cues = [quote["cue"]["text"] for row in NEWS for quote in row["quotes"] if quote["cue"]]
    assert sum(cue.split()[-1] in {"إلى", "على", "من", "في"} for cue in cues) >= 5


def test_sources_are_names_titles_pronouns_or_missing() -> None:
    sources: Counter[str] = Counter()
    for row in NEWS:
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
    assert sum(bool(re.search(pattern, row["text"])) for row in NEWS) >= articles


def test_dates_in_both_calendars() -> None:
    dates = [one["text"] for row in NEWS for one in row["entities"] if one["label"] == "DATE"]
    assert sum("هـ" in date for date in dates) >= 4
    assert sum(bool(re.search(r"20\d\d|٢٠[٠-٩]{2}", date)) for date in dates) >= 10


def test_one_or_two_emoji_stand_before_annotations() -> None:
    astral = [
        (row, at) for row in NEWS for at, letter in enumerate(row["text"]) if ord(letter) > 0xFFFF
    ]
    assert 1 <= len(astral) <= 2
    for row, at in astral:
        assert unicodedata.category(row["text"][at]) == "So"
        assert sum(one["start"] > at for one in row["entities"]) >= 10
