"""The JSONL form: what is written, what comes back, and what is refused with which words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.formats import Rejected, Source, WriteOptions, jsonl
from annotator.model.annotations import Annotation, Entity, Quote, Relation, references
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.resources import resource
from tests.formats.pieces import bytes_of
from tests.notation import NEWS

TEXT = "قال محمد علي 👍 «لن نرحل» في بيروت"
#       0123456789…  the emoji is one code point, so offsets behind it tell code points from UTF-16


def place(surface: str, text: str = TEXT) -> Span:
    start = text.index(surface)
    return Span.of(start, start + len(surface))


def annotated() -> Record:
    person = Entity(id="e2", label="PERS", span=place("محمد علي"), attributes={"sure": True})
    city = Entity(id="e1", label="GPE", span=place("بيروت"), note="a <b>note</b> & more")
    split = Span((place("لن").fragments[0], place("بيروت").fragments[0]))
    quote = Quote(
        id="q1",
        type="direct",
        span=split,
        cue=place("قال"),
        source=place("محمد علي"),
        speaker="e2",
    )
    relation = Relation(id="r1", label="VISITS", head="e2", tail="e1")
    article = Article(id="a1", text=TEXT, meta={"beat": "city", "title": "عنوان"})
    annotations: tuple[Annotation, ...] = (relation, city, quote, person)
    return Record(article=article, layer="layla", status="done", annotations=annotations)


def by_id(record: Record) -> dict[str, Annotation]:
    return {one.id: one for one in record.annotations}


def lines(*records: Record) -> bytes:
    return bytes_of("jsonl", records)


def read(tmp_path: Path, data: bytes) -> list[Record | Rejected]:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(data)
    return records(file)


def records(file: Path) -> list[Record | Rejected]:
    """The records in a file, and the rows that are none."""
    items = jsonl.read(Source(file))
    return [item if isinstance(item, Rejected) else item.record for item in items]


def row(**changes: Any) -> dict[str, Any]:
    """The row of `annotated()` with other values in some keys."""
    made: dict[str, Any] = json.loads(lines(annotated()))
    return {**made, **changes}


def encode(*rows: Any) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in rows)


def reason(tmp_path: Path, data: bytes) -> str:
    """Why the only row of a file is refused."""
    (item,) = read(tmp_path, data)
    assert isinstance(item, Rejected)
    assert item.raw == data
    return str(item.error)


class TestWriting:
    def test_a_row_has_all_keys_in_their_order(self) -> None:
        assert lines(annotated()).decode() == (
            '{"format":"annotator/1","offsets":"codepoint","id":"a1","text":"' + TEXT + '",'
            '"sha256":"' + annotated().article.sha256 + '",'
            '"meta":{"title":"عنوان","source":null,"date":null,"url":null,"beat":"city"},'
            '"layer":"layla","status":"done",'
            '"entities":[{"id":"e2","label":"PERS","start":4,"end":12,"fragments":[[4,12]],'
            '"text":"محمد علي","attributes":{"sure":true},"note":null},'
            '{"id":"e1","label":"GPE","start":28,"end":33,"fragments":[[28,33]],'
            '"text":"بيروت","attributes":{},"note":"a <b>note</b> & more"}],'
            '"quotes":[{"id":"q1","type":"direct","start":16,"end":33,'
            '"fragments":[[16,18],[28,33]],"text":"لن بيروت",'
            '"cue":{"start":0,"end":3,"fragments":[[0,3]],"text":"قال"},'
            '"source":{"start":4,"end":12,"fragments":[[4,12]],"text":"محمد علي"},'
            '"speaker":"e2","attributes":{},"note":null}],'
            '"relations":[{"id":"r1","label":"VISITS","head":"e2","tail":"e1",'
            '"attributes":{},"note":null}]}\n'
        )

    def test_an_article_without_annotations_has_nulls_and_empty_lists(self) -> None:
        made = json.loads(lines(Record(article=Article(text="خبر"))))
        assert made["layer"] is None
        assert made["status"] is None
        assert made["entities"] == made["quotes"] == made["relations"] == []

    def test_the_order_of_annotations_does_not_depend_on_the_order_they_come_in(self) -> None:
        record = annotated()
        turned = Record(
            article=record.article,
            layer=record.layer,
            status=record.status,
            annotations=record.annotations[::-1],
        )
        assert lines(turned) == lines(record)

    def test_rows_keep_the_published_schema(self) -> None:
        schema = json.loads(resource("schema", "annotator-1.schema.json").read_bytes())
        validator = jsonschema.Draft202012Validator(schema)
        validator.validate(row())
        validator.validate(json.loads(lines(Record(article=Article(text="خبر")))))
        spoilt = row()
        del spoilt["quotes"][0]["cue"]
        assert not validator.is_valid(spoilt)
        assert not validator.is_valid(row(extra=1))

    def test_a_span_beyond_the_text_is_never_written(self) -> None:
        bad = Entity(label="PERS", span=Span.of(0, 99))
        with pytest.raises(UserError, match="reaches beyond the text"):
            lines(Record(article=Article(text="خبر"), annotations=(bad,)))

    def test_a_relation_to_nothing_is_never_written(self) -> None:
        bad = Relation(label="OWNS", head="x", tail="y")
        with pytest.raises(UserError, match="refers to x"):
            lines(Record(article=Article(text="خبر"), annotations=(bad,)))

    def test_many_records_come_in_pieces(self) -> None:
        record = Record(article=Article(text="كلمة " * 20_000))
        options = WriteOptions(labels=NEWS)
        pieces = [piece for _, piece in jsonl.write([record] * 5, options)]
        assert len(pieces) > 1
        assert b"".join(pieces) == lines(record) * 5


class TestReading:
    def test_what_is_written_comes_back(self, tmp_path: Path) -> None:
        (back,) = read(tmp_path, lines(annotated()))
        assert isinstance(back, Record)
        assert back.article == annotated().article
        assert by_id(back) == by_id(annotated())
        assert (back.layer, back.status) == ("layla", "done")
        assert lines(back) == lines(annotated())

    def test_only_text_and_format_are_needed(self, tmp_path: Path) -> None:
        (one,) = read(tmp_path, encode({"format": "annotator/1", "text": TEXT}))
        assert isinstance(one, Record)
        assert one.article.text == TEXT
        assert one.annotations == ()

    def test_annotations_without_ids_get_the_same_ones_every_time(self, tmp_path: Path) -> None:
        entity = {"label": "PERS", "start": 4, "end": 12, "text": "محمد علي"}
        data = encode({"format": "annotator/1", "text": TEXT, "entities": [entity]})
        assert read(tmp_path, data) == read(tmp_path, data)

    def test_a_byte_order_mark_and_windows_line_ends_are_fine(self, tmp_path: Path) -> None:
        data = b"\xef\xbb\xbf" + lines(annotated(), annotated()).replace(b"\n", b"\r\n")
        assert [type(item) for item in read(tmp_path, data)] == [Record, Record]

    def test_line_separators_inside_a_text_do_not_cut_the_row(self, tmp_path: Path) -> None:
        text = "سطر\u2028سطر\u0085سطر\x0cسطر\r\nسطر"
        (one,) = read(tmp_path, lines(Record(article=Article(text=text))))
        assert isinstance(one, Record)
        assert one.article.text == text

    def test_blank_lines_are_no_rows_but_count_as_lines(self, tmp_path: Path) -> None:
        items = read(tmp_path, b"\n  \n" + lines(annotated()) + b"\nx\n")
        assert [type(item) for item in items] == [Record, Rejected]
        assert items[1].line == 5  # type: ignore[union-attr]

    def test_a_last_line_without_an_end_is_a_row(self, tmp_path: Path) -> None:
        assert isinstance(read(tmp_path, lines(annotated()).rstrip())[0], Record)

    def test_a_long_line_is_an_article_like_others(self, tmp_path: Path) -> None:
        text = "كلمة " * 40_000
        (one,) = read(tmp_path, encode({"text": text}))
        assert isinstance(one, Record)
        assert one.article.text == text


class TestPlainRows:
    def test_other_keys_become_metadata(self, tmp_path: Path) -> None:
        plain = {"id": 7, "text": TEXT, "title": "عنوان", "source": None, "tags": ["a", {"b": 1}]}
        (one,) = read(tmp_path, encode(plain))
        assert isinstance(one, Record)
        assert one.article == Article(
            id="7", text=TEXT, meta={"title": "عنوان", "tags": ["a", {"b": 1}]}
        )

    def test_a_table_of_metadata_is_taken_out_of_its_box(self, tmp_path: Path) -> None:
        (one,) = read(tmp_path, encode({"text": TEXT, "meta": {"date": "2026-01-01"}, "n": 1}))
        assert isinstance(one, Record)
        assert one.article.meta == {"date": "2026-01-01", "n": 1}

    def test_nothing_is_overwritten_when_two_keys_are_the_same(self, tmp_path: Path) -> None:
        (one,) = read(tmp_path, encode({"text": TEXT, "meta": {"date": "a"}, "date": "b"}))
        assert isinstance(one, Record)
        assert one.article.meta == {"meta": {"date": "a"}, "date": "b"}

    def test_the_same_text_always_has_the_same_id(self, tmp_path: Path) -> None:
        first, second, other = read(
            tmp_path, encode({"text": TEXT}, {"text": TEXT, "n": 2}, {"text": TEXT + "."})
        )
        assert first.article.id == second.article.id != other.article.id  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"title": "x"}, "The row has no text."),
            ({"text": 5}, "The row has no text."),
            ({"text": ""}, "The text is empty."),
            ({"text": "x", "id": 1.5}, "neither a string nor a whole number"),
            ({"text": "x", "id": True}, "neither a string nor a whole number"),
            ({"text": "x", "id": ""}, "id of the row is empty"),
            ({"text": "x", "id": "a\nb"}, "cannot be shown"),
            ({"text": "a\0b"}, "a NUL at character 1"),
            ({"text": "x", "note": ["a\0b"]}, "There is a NUL in meta.note."),
            ([1], "no JSON object"),
            (None, "no JSON object"),
            ("x", "no JSON object"),
        ],
    )
    def test_what_is_no_article_is_refused(self, tmp_path: Path, given: Any, words: str) -> None:
        assert words in reason(tmp_path, encode(given))


ENTITY = row()["entities"][0]


class TestRefusals:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"format": "annotator/2"}, "the form annotator/2, which this program does not know"),
            ({"offsets": "utf16"}, "Invalid enum value 'utf16' - at `offsets`"),
            ({"text": 5}, "Expected `str`, got `int` - at `text`"),
            ({"split": "train"}, "unknown field `split`. Keys of your own have their place in"),
            ({"sha256": "0" * 64}, "not the one that the sha256"),
            ({"status": "ready"}, "Invalid enum value 'ready' - at `status`"),
            ({"layer": ""}, "at `layer`"),
            ({"layer": "a\0"}, "a NUL in the row.layer"),
            ({"entities": {}}, "Expected `array | null`, got `object` - at `entities`"),
            ({"entities": [{**ENTITY, "start": "4"}]}, "at `entities[0].start`"),
            ({"entities": [{**ENTITY, "start": 4.0}]}, "at `entities[0].start`"),
            ({"entities": [{**ENTITY, "colour": "red"}]}, "unknown field `colour`"),
            ({"entities": [{**ENTITY, "text": "محمد"}]}, "entities[0]: The text at 4–12 is “محمد"),
            ({"entities": [{**ENTITY, "start": 3}]}, "the fragments reach from 4 to 12"),
            ({"entities": [{**ENTITY, "fragments": []}]}, None),
            ({"entities": [{**ENTITY, "fragments": [[-4, 12]], "start": -4}]}, "make no span"),
            ({"entities": [{**ENTITY, "fragments": [[12, 4]]}]}, "make no span"),
            ({"entities": [{**ENTITY, "fragments": [[4, 9], [8, 12]]}]}, "make no span"),
            ({"entities": [{**ENTITY, "fragments": [[4, 99]], "end": 99}]}, "beyond the text"),
            ({"entities": [{**ENTITY, "fragments": [[4, 10**30]], "end": 10**30}]}, "beyond the"),
            ({"quotes": [{**row()["quotes"][0], "cue": {**ENTITY}}]}, "at `quotes[0].cue`"),
        ],
    )
    def test_each_says_what_is_wrong(
        self, tmp_path: Path, change: dict[str, Any], words: str | None
    ) -> None:
        data = encode(row(**change))
        if words is None:
            assert isinstance(read(tmp_path, data)[0], Record)
        else:
            assert words in reason(tmp_path, data)

    def test_offsets_that_count_utf16_are_found_out(self, tmp_path: Path) -> None:
        late = {"label": "GPE", "start": 29, "end": 34, "text": "بيروت"}
        said = reason(tmp_path, encode(row(entities=[late], quotes=[], relations=[])))
        assert "entities[0]: The span 29–34 reaches beyond the text" in said

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b'{"text": "\xe3\xe5"}\n', "Byte 11 of the line (0xE3) is not UTF-8."),
            (b'{"text": "\\ud83d x"}\n', "half a surrogate pair"),
            (b'{"text": "\\udc4d"}\n', "half a surrogate pair"),
            (b'{"text": "x"\n', "The row is not JSON"),
            (b'{"text": "x", "n": 1e999}\n', "The row is not JSON: Number out of range"),
            (b"[" * 100_000 + b"\n", "nested too deeply"),
            (b'{"text": "x", "m": ' + b"[" * 50 + b"]" * 50 + b"}\n", "nested too deeply"),
            (b'{"text": "x", "te', "The file ends in the middle of this row."),
            (b'{"text": "\xd9', "The file ends in the middle of this row."),
        ],
    )
    def test_broken_lines(self, tmp_path: Path, data: bytes, words: str) -> None:
        assert words in reason(tmp_path, data)

    def test_one_bad_line_spoils_no_other(self, tmp_path: Path) -> None:
        good = lines(annotated())
        items = read(tmp_path, good + b"\xff\n" + good + b"{\n" + good)
        assert [type(item) for item in items] == [Record, Rejected, Record, Rejected, Record]
        assert [item.line for item in items if isinstance(item, Rejected)] == [2, 4]

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "The file is empty."),
            (b"\x89PNG\r\n\x1a\n\0\0", "This is a PNG image, not plain text."),
            (b"SQLite format 3\0" + bytes(100), "This is a database or a project"),
            ('{"text": "x"}\n'.encode("utf-16"), "This is UTF-16 text."),
        ],
    )
    def test_files_that_hold_no_rows(self, tmp_path: Path, data: bytes, words: str) -> None:
        with pytest.raises(UserError, match=words):
            read(tmp_path, data)

    def test_a_folder_and_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(UserError, match="This is a folder"):
            list(jsonl.read(Source(tmp_path)))
        with pytest.raises(UserError, match="There is no such file"):
            list(jsonl.read(Source(tmp_path / "none")))


# Whatever a file holds, a reader answers with records, refusals or one UserError.

VALID = lines(annotated())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@st.composite
def almost_rows(draw: st.DrawFn) -> bytes:
    """A good row with one value somewhere in it replaced by anything."""
    made = row()
    table: Any = made
    for _ in range(draw(st.integers(0, 3))):
        inner = [v for v in (table.values() if isinstance(table, dict) else table) if v]
        inner = [v for v in inner if isinstance(v, dict | list)]
        if inner:
            table = draw(st.sampled_from(inner))
    key = draw(st.sampled_from(sorted(table) if isinstance(table, dict) else range(len(table))))
    table[key] = draw(JSON)
    return json.dumps(made, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@st.composite
def broken_files(draw: st.DrawFn) -> bytes:
    """Good rows with bytes put in, taken out and cut off."""
    data = bytearray(VALID * draw(st.integers(1, 3)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 5))] = draw(st.binary(max_size=5))
    return bytes(data[: draw(st.integers(0, len(data)))])


@settings(max_examples=150, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), broken_files(), almost_rows()))
def test_only_user_errors_escape(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "fuzz.jsonl"
    file.write_bytes(data)
    try:
        items = records(file)
    except UserError as error:
        error.say()
        return
    rows = [line for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
    assert len(items) == len(rows)
    for item in items:
        if isinstance(item, Rejected):
            assert str(item.error)
            assert item.raw.rstrip(b"\n") in data.split(b"\n")
        elif all(id in by_id(item) for one in item.annotations for id in references(one)):
            assert lines(item)  # whatever came in goes out again


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60
    ),
    data=st.data(),
)
def test_any_text_goes_round(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    cuts = data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6))
    edges = sorted(cuts)
    fragments = tuple(zip(edges[::2], edges[1::2], strict=False))
    record = Record(
        article=Article(text=text),
        layer=data.draw(st.just("layla") | st.text(min_size=1).filter(str.isprintable)),
        annotations=(Entity(label="PERS", span=Span(fragments)),),
    )
    file = tmp_path_factory.getbasetemp() / "round.jsonl"
    file.write_bytes(lines(record))
    (back,) = records(file)
    assert isinstance(back, Record)
    assert back.article == record.article
    assert back.annotations == record.annotations
