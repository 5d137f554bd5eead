"""brat: another reader reads what is written, and what brat's own pages show comes in."""

from __future__ import annotations

import json
from pathlib import Path

import bioc.brat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import Accepted, Rejected, Remark
from annotator.formats.brat_marks import cut, joined
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import files_of, items_of, put
from tests.formats.samples import RECORDS
from tests.notation import NEWS, parsed


def one_file(tmp_path: Path, text: str, *lines: str, **options: object) -> list[object]:
    """What comes of a text and its lines; ⇥ stands for a tab."""
    ann = "".join(line.replace("⇥", "\t") + "\n" for line in lines)
    files = {"a1.txt": text.encode(), "a1.ann": ann.encode()}
    return list(items_of("brat", put(tmp_path / "in", files), **options))


def accepted(items: list[object]) -> Record:
    assert [one for one in items if isinstance(one, Rejected)] == []
    (found,) = [one.record for one in items if isinstance(one, Accepted)]
    return found


def rejected(items: list[object]) -> Rejected:
    (found,) = [one for one in items if not isinstance(one, Remark)]
    assert isinstance(found, Rejected)
    return found


class TestOtherReaders:
    def test_bioc_reads_every_text_and_line(self) -> None:
        files = files_of("brat", RECORDS)
        for record in RECORDS:
            stem = next(
                name[:-4] for name, data in files.items()
                if name.endswith(".txt") and data == record.article.text.encode()
                and (name.split("/")[0] == record.layer or "/" not in name)
            )  # fmt: skip
            doc = bioc.brat.loads(record.article.text, files[stem + ".ann"].decode())
            text = record.article.text
            for entity in doc.entities:
                spans = sorted((one.begin, one.end) for one in entity.locations)
                said = " ".join(text[start:end] for start, end in spans)
                assert said.strip(" ") == entity.text
            wanted = [one for one in record.annotations if isinstance(one, Entity)]
            labels = {one.label for one in wanted}
            assert sum(one.type in labels for one in doc.entities) == len(wanted)
            assert len(doc.events) == sum(isinstance(one, Quote) for one in record.annotations)
            relations = [one for one in record.annotations if isinstance(one, Relation)]
            assert sorted(one.type for one in doc.relations) == sorted(o.label for o in relations)

    def test_bioc_finds_the_parts_of_a_quote(self) -> None:
        text, annotations = parsed(
            "[قال] [الوزير|PERS]: «[سنبني مستشفى|direct]»".replace("[قال]", "قال")
        )
        quote = next(one for one in annotations if isinstance(one, Quote))
        whole = Quote(
            id="q", type="mixed", span=quote.span, cue=Span.of(0, 3), source=Span.of(4, 10),
            speaker="a1",
        )  # fmt: skip
        record = Record(article=Article(id="x", text=text), annotations=(annotations[0], whole))
        doc = bioc.brat.loads(text, files_of("brat", [record])["x.ann"].decode())
        (event,) = doc.events
        surfaces = {role: doc.get_annotation(id).text for role, id in event.arguments.items()}
        assert event.type == "mixed"
        assert surfaces == {
            "Content": "سنبني مستشفى", "Cue": "قال", "Source": "الوزير", "Speaker": "الوزير",
        }  # fmt: skip


class TestWriting:
    def test_no_span_and_no_note_crosses_a_line(self) -> None:
        for name, data in files_of("brat", RECORDS).items():
            if name.endswith(".ann"):
                lines = data.decode().splitlines()
                assert lines == data.decode().split("\n")[:-1]
                assert all(len(line.split("\t")) in (2, 3) for line in lines)

    def test_a_span_over_a_line_end_is_written_in_fragments(self) -> None:
        record = Record(
            article=Article(id="x", text="محمد\r\nعلي"),
            annotations=(Entity(id="e", label="PERS", span=Span.of(0, 9)),),
        )
        assert files_of("brat", [record])["x.ann"].decode() == "T1\tPERS 0 4;6 9\tمحمد علي\n"

    def test_texts_stay_as_they_are(self) -> None:
        files = files_of("brat", RECORDS)
        texts = [data.decode() for name, data in files.items() if name.endswith(".txt")]
        assert sorted(texts) == sorted(record.article.text for record in RECORDS)

    def test_brat_is_told_labels_rules_and_direction(self) -> None:
        files = files_of("brat", [])
        visual = files["visual.conf"].decode()
        assert "[options]\nArcs\tbundle:none\nText\tdirection:rtl\n" in visual
        assert "PERS | شخص | Person" in visual
        conf = files["annotation.conf"].decode().split("\n")
        assert conf.index("[entities]") < conf.index("PERS") < conf.index("[relations]")
        for relation in NEWS.relations:
            assert any(line.startswith(f"{relation.name}\tArg1:") for line in conf)
        quote = "direct\tContent:Content, Cue?:Cue, Source?:Source, Speaker?:<ENTITY>"
        assert conf.index("[events]") < conf.index(quote)
        kind = next(line for line in conf if line.startswith("kind\t"))
        assert "ORG" in kind
        assert "company" in kind


class TestExamplesOfTheirPages:
    """Shaped as in the pages on brat's standoff format, in our own words."""

    TEXT = "باعت شركة نور حصتها إلى شركة بدر"

    def test_events_that_are_no_quotes_become_relations(self, tmp_path: Path) -> None:
        record = accepted(one_file(
            tmp_path, self.TEXT,
            "T1⇥Organization 5 13⇥شركة نور", "T2⇥Sale 0 4⇥باعت",
            "T3⇥Organization 24 32⇥شركة بدر",
            "E1⇥Sale:T2 Seller:T1 Buyer:T3", "A1⇥Negation E1", "A2⇥Confidence E1 L1 high",
        ))  # fmt: skip
        by_label = {one.label: one for one in record.annotations}
        sale, seller, buyer = by_label["Sale"], by_label["Seller"], by_label["Buyer"]
        assert isinstance(seller, Relation)
        assert isinstance(buyer, Relation)
        assert seller.head == buyer.head == sale.id
        surfaces = {
            one.id: one.span.surface(self.TEXT)
            for one in record.annotations if isinstance(one, Entity)
        }  # fmt: skip
        assert (surfaces[seller.tail], surfaces[buyer.tail]) == ("شركة نور", "شركة بدر")

    def test_attributes_of_an_event_are_kept(self, tmp_path: Path) -> None:
        record = accepted(one_file(
            tmp_path, "قال: نعم", "T1⇥direct 0 3⇥قال", "T2⇥Content 5 8⇥نعم",
            "E1⇥direct:T1 Content:T2", "A1⇥Negation E1", "A2⇥Confidence E1 L1 high",
        ))  # fmt: skip
        (quote,) = record.annotations
        assert quote.attributes == {"Negation": True, "Confidence": "L1 high"}

    def test_notes_normalisations_and_equivalences(self, tmp_path: Path) -> None:
        items = one_file(
            tmp_path, self.TEXT,
            "T1⇥ORG 5 13⇥شركة نور", "T2⇥ORG 24 32⇥شركة بدر",
            "N1⇥Reference T1 Wikipedia:534366⇥نور", "*⇥Equiv T1 T2",
            "#1⇥AnnotatorNotes T1⇥مشكوك فيه", "#2⇥Check T1⇥ثانية", "#3⇥AnnotatorNotes T9⇥تائهة",
            "R1⇥OWNS Arg2:T2 Arg1:T1",
        )  # fmt: skip
        record = accepted(items)
        first, second, owns, equiv = record.annotations
        assert first.attributes == {"Reference": "Wikipedia:534366 نور"}
        assert first.note == "مشكوك فيه\nCheck: ثانية"
        assert (owns.label, owns.head, owns.tail) == ("OWNS", first.id, second.id)
        assert (equiv.label, equiv.head, equiv.tail) == ("Equiv", first.id, second.id)
        (remark,) = [one for one in items if isinstance(one, Remark)]
        assert remark.say() == "A note stands on T9, which is no annotation: “تائهة”."
        assert (remark.line, remark.member) == (7, "a1.ann")

    def test_discontinuous_spans(self, tmp_path: Path) -> None:
        record = accepted(one_file(
            tmp_path, "شركتا نور وبدر", "T1⇥ORG 0 5;11 14⇥شركتا بدر"
        ))  # fmt: skip
        (entity,) = record.annotations
        assert entity.span.fragments == ((0, 5), (11, 14))

    def test_an_entity_as_the_source_speaks(self, tmp_path: Path) -> None:
        record = accepted(one_file(
            tmp_path, "قال محمد: نعم", "T1⇥PERS 4 8⇥محمد", "T2⇥direct 10 13⇥نعم",
            "T3⇥Cue 0 3⇥قال", "E1⇥direct:T2 Source:T1 Cue:T3",
        ))  # fmt: skip
        person, quote = record.annotations
        assert isinstance(quote, Quote)
        assert quote.speaker == person.id
        assert (quote.source, quote.cue) == (Span.of(4, 8), Span.of(0, 3))
        assert quote.span == Span.of(10, 13)

    def test_the_same_file_gives_the_same_ids(self, tmp_path: Path) -> None:
        lines = ("T1⇥ORG 5 13⇥شركة نور",)
        assert accepted(one_file(tmp_path, self.TEXT, *lines)) == accepted(
            one_file(tmp_path, self.TEXT, *lines)
        )

    def test_a_text_without_annotations_is_an_article(self, tmp_path: Path) -> None:
        path = put(tmp_path / "in", {"b.txt": "خبر".encode(), "c.txt": b"x", "c.ann": b""})
        items = items_of("brat", path)
        assert [one.record.article.text for one in items if isinstance(one, Accepted)] == [
            "خبر",
            "x",
        ]


class TestAfterWorkInBrat:
    """A folder of ours that brat has worked on."""

    def back(self, tmp_path: Path, change: tuple[str, str]) -> Record:
        files = files_of("brat", RECORDS)
        name = next(one for one in files if one.startswith("layla/a1") and one.endswith(".ann"))
        before = files[name].decode()
        assert change[0] in before
        files[name] = before.replace(*change).encode()
        items = items_of("brat", put(tmp_path / "in", files))
        assert [one for one in items if isinstance(one, Rejected)] == []
        records = [one.record for one in items if isinstance(one, Accepted)]
        return next(one for one in records if (one.article.id, one.layer) == ("a1", "layla"))

    def test_a_new_label_is_a_new_entity_and_the_rest_stays(self, tmp_path: Path) -> None:
        found = self.back(tmp_path, ("\tGPE ", "\tLOC "))
        before = {one.id: one for one in RECORDS[0].annotations}
        after = {one.id: one for one in found.annotations}
        assert {"e1", "e2", "q1", "q2"} <= after.keys()
        assert after["q1"].note == before["q1"].note
        assert after["e1"].attributes == before["e1"].attributes
        assert not {"e3"} & after.keys()

    def test_a_note_that_was_changed_there_counts(self, tmp_path: Path) -> None:
        found = self.back(tmp_path, ("\tAnnotatorNotes R2\t", "\tAnnotatorNotes R2\tجديد "))
        relations = [one for one in found.annotations if isinstance(one, Relation)]
        assert any((one.note or "").startswith("جديد ") for one in relations)

    def test_an_attribute_that_was_changed_there_counts(self, tmp_path: Path) -> None:
        files = files_of("brat", RECORDS)
        (line,) = [
            one for one in files["layla/a1.ann"].decode().split("\n")
            if one.startswith("A") and "\tn T" in one
        ]  # fmt: skip
        assert line.endswith(" 3")
        found = self.back(tmp_path, (line, f"{line[:-1]}4"))
        (entity,) = [one for one in found.annotations if one.id == "e1"]
        assert (entity.attributes["n"], entity.attributes["alive"]) == ("4", True)

    def test_a_list_that_somebody_has_spoilt_is_believed_in_nothing(self, tmp_path: Path) -> None:
        (record,) = (one for one in RECORDS if one.article.id == "a3")
        files = files_of("brat", [record])
        (row,) = [json.loads(line) for line in files["annotator.jsonl"].splitlines()]
        (head,) = [one for one in row["exact"] if one.startswith("T1 ")]
        for fragments in ([[0, 999]], [[5, 2]], [[-1, 2]], []):
            row["exact"][head]["fragments"] = fragments
            files["annotator.jsonl"] = (json.dumps(row) + "\n").encode() * 2
            items = items_of("brat", put(tmp_path / "in", files))
            (item,) = items  # twice in the list, once in the folder
            assert isinstance(item, Accepted)
            (first,) = [one for one in item.record.annotations if one.id == "f1"]
            assert isinstance(first, Entity)
            assert first.span == Span.of(4, 8)


class TestBadLines:
    TEXT = "زار محمد بيروت"

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("T1⇥PERS 4 99⇥محمد", "reaches beyond the text"),
            ("T1⇥PERS 8 4⇥محمد", "make no span"),
            ("T1⇥PERS 4 8⇥أحمد", "the line says “أحمد”"),
            ("T1 PERS 4 8 محمد", "no line of brat"),
            ("T1⇥PERS four 8⇥محمد", "no line of brat"),
            ("X1⇥PERS 4 8⇥محمد", "no line of brat"),
            ("R1⇥VISITS Arg1:T7 Arg2:T8", "There is no line T7"),
            ("R1⇥VISITS Arg1:T7", "two different ends"),
            ("E1⇥direct:T9 Content:T8", "There is no line T9"),
            ("A1⇥Negation T5", "There is no line T5"),
            ("*⇥Equiv T5 T6", "There is no line T5"),
            ("T0⇥PERS 4 8⇥محمد", "There is a line T0 already"),
        ],
    )
    def test_each_is_told_with_its_file_and_line(
        self, tmp_path: Path, line: str, said: str
    ) -> None:
        item = rejected(one_file(tmp_path, self.TEXT, "T0⇥GPE 9 14⇥بيروت", "", line))
        assert (item.member, item.line) == ("a1.ann", 3)
        assert said in str(item.error)

    def test_other_texts_come_in(self, tmp_path: Path) -> None:
        files = {
            "a.txt": "خبر".encode(), "a.ann": b"\xff\n", "b.txt": "نبأ".encode(), "b.ann": b"",
            "c.ann": b"", "d.txt": b"\xff", "e.txt": b"", "e.ann": b"",
        }  # fmt: skip
        items = items_of("brat", put(tmp_path / "in", files))
        told = {one.member: str(one.error) for one in items if isinstance(one, Rejected)}
        assert "0xFF" in told["a.ann"]
        assert "no text beside" in told["c.txt"]
        assert "0xFF" in told["d.txt"]
        assert "empty" in told["e.txt"]
        assert [one.record.article.text for one in items if isinstance(one, Accepted)] == ["نبأ"]


class TestUnits:
    TEXT = "👍 زار محمد بيروت"

    def test_utf16_is_told_by_the_surfaces_of_the_whole_folder(self, tmp_path: Path) -> None:
        files = {
            "a.txt": "زار محمد".encode(), "a.ann": "T1\tPERS 4 8\tمحمد\n".encode(),
            "b.txt": self.TEXT.encode(), "b.ann": "T1\tPERS 7 11\tمحمد\n".encode(),
        }  # fmt: skip
        items = items_of("brat", put(tmp_path / "in", files))
        assert any(isinstance(one, Remark) and "UTF-16" in one.say() for one in items)
        spans = [one.record.annotations[0] for one in items if isinstance(one, Accepted)]
        assert [one.span for one in spans] == [Span.of(4, 8), Span.of(6, 10)]

    def test_a_byte_order_mark_may_be_counted_or_not(self, tmp_path: Path) -> None:
        for number, offsets in enumerate(("4 8", "5 9")):
            files = {
                "a.txt": "\ufeffزار محمد".encode(),
                "a.ann": f"T1\tPERS {offsets}\tمحمد\n".encode(),
            }
            record = accepted(list(items_of("brat", put(tmp_path / str(number), files))))
            assert record.article.text == "زار محمد"
            assert record.annotations[0].span == Span.of(4, 8)


@given(st.text("aب \t\n\r\u2028🙂", min_size=1, max_size=12), st.data())
def test_fragments_are_one_again_behind_a_line_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = cut(((start, end),), text)
    assert Span(pieces).start >= start
    covered = "".join(text[left:right] for left, right in pieces)
    assert covered.split() == text[start:end].split() or "".join(covered.split()) == "".join(
        text[start:end].split()
    )
    if (
        "\t" not in text[start:end]
        and text[start] not in "\n\r\u2028"
        and text[end - 1] not in ("\n\r\u2028")
    ):
        assert joined(pieces, text) == ((start, end),)
