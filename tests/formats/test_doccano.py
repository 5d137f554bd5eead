"""doccano: both of its shapes come in, and what their offsets count is established or asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UserError
from annotator.formats import Accepted, Rejected, Source, recognised
from annotator.model.annotations import Quote, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from tests.formats.pieces import bytes_of, items_of
from tests.notation import parsed


def file_of(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def surfaces(record: Record) -> list[tuple[str, str]]:
    text = record.article.text
    return [
        (one.label, one.span.surface(text))
        for one in record.annotations
        if not isinstance(one, Relation)
    ]


TRIPLES = {"id": 4, "text": "EU rejects German call", "label": [[0, 2, "ORG"], [11, 17, "MISC"]]}
LINKED = {
    "id": 5, "text": "Google was founded on September 4, 1998, by Larry Page and Sergey Brin.",
    "entities": [
        {"id": 0, "start_offset": 0, "end_offset": 6, "label": "ORG"},
        {"id": 1, "start_offset": 22, "end_offset": 39, "label": "DATE"},
        {"id": 2, "start_offset": 44, "end_offset": 54, "label": "PERS"},
    ],
    "relations": [
        {"id": 0, "from_id": 0, "to_id": 1, "type": "foundedAt"},
        {"id": 1, "from_id": 0, "to_id": 2, "type": "foundedBy"},
    ],
    "Comments": [],
}  # fmt: skip


def test_its_two_shapes_come_in(tmp_path: Path) -> None:
    path = file_of(tmp_path, TRIPLES, LINKED)
    assert recognised(Source(path)).name == "doccano"
    triples, linked = (one.record for one in items_of("doccano", path))  # type: ignore[union-attr]
    assert surfaces(triples) == [("ORG", "EU"), ("MISC", "German")]
    assert surfaces(linked) == [
        ("ORG", "Google"), ("DATE", "September 4, 1998"), ("PERS", "Larry Page"),
    ]  # fmt: skip
    assert linked.article.meta == {}
    first = next(one for one in linked.annotations if isinstance(one, Relation))
    assert (first.label, first.head, first.tail) == (
        "foundedAt", linked.annotations[0].id, linked.annotations[1].id,
    )  # fmt: skip


def test_what_offsets_count_is_asked_where_it_is_open(tmp_path: Path) -> None:
    path = file_of(tmp_path, {"text": "قالَ محمد نعم", "label": [[5, 9, "PERS"]]})
    with pytest.raises(UserError, match="may count code points, graphemes"):
        items_of("doccano", path)
    points, clusters = (items_of("doccano", path, unit=u) for u in ("codepoint", "grapheme"))
    assert [surfaces(one[0].record)[0][1] for one in (points, clusters)] == ["محمد", "حمد "]  # type: ignore[union-attr]


def test_a_surface_settles_it_for_the_whole_file_and_it_is_said(tmp_path: Path) -> None:
    told = {"start_offset": 5, "end_offset": 9, "label": "PERS", "text": "محمد"}
    path = file_of(
        tmp_path,
        {"text": "قالَ محمد نعم", "label": [[4, 8, "PERS"]]},
        {"text": "قالَت محمد", "entities": [told], "relations": []},
    )
    remark, *items = items_of("doccano", path)
    assert remark.say() == "Its offsets count graphemes, as its surfaces tell."  # type: ignore[union-attr]
    assert [surfaces(one.record)[0][1] for one in items] == ["محمد", "محمد"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"text": "خبر", "label": [[0, 9, "X"]]}, "does not lie in the text"),
        ({"text": "خبر", "label": [[0, "3", "X"]]}, "not as doccano has it"),
        ({"text": "خبر", "label": ["positive"]}, "labels of the whole text"),
        ({"label": [[0, 1, "X"]]}, "has no text"),
        ({"text": "خبر", "label": [[2, 1, "X"]]}, "start < end"),
        ({"text": "خبر", "label": [[0, 1, "X"]], "entities": [{}]}, "spans twice"),
        ({**LINKED, "entities": [{**LINKED["entities"][0], "text": "Goggle"}]}, "says “Goggle”"),
        ({**LINKED, "entities": [LINKED["entities"][0]] * 2}, "Two spans of the row have the id 0"),
        ({"text": "خبر", "label": [[0, 1, "quote:cue"]]}, "no quote is linked to it"),
        ({**LINKED, "relations": [{"from_id": 0, "to_id": 77, "type": "x"}]}, "not there"),
    ],
)
def test_a_row_that_is_no_good_is_named_and_the_next_comes_in(
    tmp_path: Path, row: dict[str, Any], reason: str
) -> None:
    refused, good = items_of("doccano", file_of(tmp_path, row, TRIPLES))
    assert isinstance(refused, Rejected)
    assert refused.line == 1
    assert reason in refused.error.say()
    assert isinstance(good, Accepted)


def test_quotes_go_out_as_spans_and_links_that_its_users_can_see() -> None:
    text, (speaker, quote) = parsed("قال [محمد|PERS]: «[نعم|direct]»")
    assert isinstance(quote, Quote)
    spoken = Quote(id=quote.id, type="direct", span=quote.span, speaker=speaker.id)
    record = Record(article=Article(text=text), annotations=(speaker, spoken))
    row = json.loads(bytes_of("doccano", [record]))
    assert [one["label"] for one in row["entities"]] == ["PERS", "quote:direct"]
    assert [(one["type"], one["from_id"], one["to_id"]) for one in row["relations"]] == [
        ("quote:speaker", 2, 1)
    ]
