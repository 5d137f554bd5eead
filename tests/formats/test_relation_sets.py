"""DocRED and REBEL: their offsets lead to the mentions, and their relations from head to tail."""

from __future__ import annotations

import json

from annotator.model.annotations import Relation
from annotator.model.article import Article
from annotator.model.record import Record
from tests.formats.pieces import bytes_of, files_of
from tests.formats.samples import RECORDS
from tests.notation import parsed


def record() -> Record:
    text, found = parsed("زار [محمد|PERS] ب[بيروت|GPE]. وعاد [خالد|PERS] من [ق. ب|ORG] أمس.")
    relation = Relation(id="r1", label="EMPLOYED_BY", head="a3", tail="a4")
    return Record(article=Article(id="x", text=text), annotations=(*found, relation))


def test_sentences_of_docred_end_at_full_stops_but_not_within_an_entity() -> None:
    files = files_of("docred", [record()])
    (document,) = json.loads(files["documents.json"])
    assert [sentence[:2] for sentence in document["sents"]] == [["زار", "محمد"], ["و", "عاد"]]
    names = [vertex[0]["name"] for vertex in document["vertexSet"]]
    assert names == ["محمد", "بيروت", "خالد", "ق. ب"]
    assert document["labels"] == [{"h": 2, "t": 3, "r": "EMPLOYED_BY", "evidence": [1]}]
    assert json.loads(files["rel_info.json"])["EMPLOYED_BY"]


def test_positions_of_docred_lead_to_the_mentions() -> None:
    seen = 0
    for document in json.loads(files_of("docred", RECORDS)["documents.json"]):
        for (mention,) in document["vertexSet"]:
            start, end = mention["pos"]
            words = document["sents"][mention["sent_id"]][start:end]
            assert "".join(words) == "".join(mention["name"].split())
            seen += 1
    assert seen > 8


def test_boundaries_of_rebel_lead_to_the_surfaces_and_the_line_says_the_triples() -> None:
    rows = [json.loads(line) for line in bytes_of("rebel", [record(), *RECORDS]).splitlines()]
    for row in rows:
        for entity in row["entities"]:
            start, end = entity["boundaries"]
            assert row["text"][start:end] == entity["surfaceform"]
    first = rows[0]
    assert first["triplets"].startswith("<triplet> خالد <subj> ق. ب <obj> ")
    (triple,) = first["triples"]
    assert [triple[key]["surfaceform"] for key in ("subject", "predicate", "object")] == [
        "خالد", "EMPLOYED_BY", "ق. ب",
    ]  # fmt: skip
