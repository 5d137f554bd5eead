"""XMI: what XML cannot hold goes out as signs and comes back; tokens are passed over safely."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from cassis import Cas, load_cas_from_xmi, load_typesystem
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import Accepted, Item, Rejected, WriteOptions, by_name
from annotator.formats import xmi_types as types
from annotator.formats.losses import lost
from annotator.formats.xmi_sieve import sieved
from annotator.formats.xmi_signs import places, restored, signed, unsealed
from annotator.model.annotations import Entity
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import files_of, items_of, put
from tests.notation import NEWS

CONTROL = "خبر\x0bعاجل\x01␋ من بيروت\ufffe"
NOTE = "\x02 لا\uffff␂"
RECORD = Record(
    article=Article(id="x", text=CONTROL, meta={"title": "\x0b\ufffe", "k": 1}), layer="l\x01",
    annotations=(
        Entity(
            id="e", label="GPE", span=Span.of(14, 19), note=NOTE, attributes={"role": "\x0b\ufffe"}
        ),
    ),
)  # fmt: skip


def cas_of(files: dict[str, bytes], name: str) -> Cas:
    system = load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return load_cas_from_xmi(io.BytesIO(files[name]), typesystem=system)


def only(items: list[Item]) -> Record:
    (item,) = items
    assert isinstance(item, Accepted), item
    return item.record


class TestSigns:
    def test_the_text_goes_out_with_signs_and_comes_back_exactly(self, tmp_path: Path) -> None:
        files = files_of("xmi", [RECORD])
        (name,) = [one for one in files if one.endswith(".xmi")]
        cas = cas_of(files, name)
        assert cas.sofa_string == "خبر␋عاجل␁␋ من بيروت\ufffd"
        (entity,) = cas.select(types.ENTITY)
        assert (entity.get_covered_text(), entity.note) == ("بيروت", "␂ لا\ufffd␂")
        (about,) = cas.select(types.ARTICLE)
        assert json.loads(about.exact)["text"] == {"000B": [3], "0001": [8], "FFFE": [19]}
        assert only(items_of("xmi", put(tmp_path / "o", files))) == RECORD

    def test_others_are_written_and_it_is_told_beforehand(self) -> None:
        plain = Record(article=Article(id="y", text="خبر"))
        files = files_of("xmi", [RECORD, plain])
        assert sum(one.endswith(".xmi") for one in files) == 2
        told = [
            one.say()
            for one in lost([RECORD, plain], by_name("xmi"), WriteOptions(labels=NEWS))
        ]  # fmt: skip
        assert told == [
            "Articles with control characters, for which signs stand until they are imported "
            "again: 1."
        ]

    def test_a_note_that_was_changed_there_counts(self, tmp_path: Path) -> None:
        files = files_of("xmi", [RECORD])
        (name,) = [one for one in files if one.endswith(".xmi")]
        assert files[name].count('note="␂ لا'.encode()) == 1
        files[name] = files[name].replace('note="␂ لا'.encode(), 'note="نعم'.encode())
        (entity,) = only(items_of("xmi", put(tmp_path / "o", files))).annotations
        assert entity.note == "نعم\ufffd␂"

    @given(st.text("a\x01\x0b\x1f\ufffe\uffff␁␋\ufffd🙂\n", max_size=20))
    def test_signs_are_one_for_one_and_lead_back(self, text: str) -> None:
        shown = signed(text)
        assert len(shown) == len(text)
        assert not set(shown) & set("\x01\x0b\x1f\ufffe\uffff")
        assert restored(shown, places(text)) == text

    @pytest.mark.parametrize(
        "declared",
        [None, [], {"000B": "x"}, {"000B": [9, -1, True, None, "0"]}, {"0": [0]}, {"0041": [0]},
         {"zz": [0]}, {"110000": [0]}, {"0001": [0]}],
    )  # fmt: skip
    def test_what_is_declared_wrongly_changes_nothing(self, declared: object) -> None:
        assert restored("a␋b", declared) == "a␋b"

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
    def test_cassis_reads_every_text_and_note(self, text: str) -> None:
        one = Entity(id="e", label="PERS", span=Span.of(0, len(text)), note=text)
        files = files_of("xmi", [Record(article=Article(id="x", text=text), annotations=(one,))])
        cas = cas_of(files, "x.xmi")
        assert cas.sofa_string == signed(text)
        (found,) = cas.select(types.ENTITY)
        assert (found.note, found.begin, found.end) == (signed(text), 0, len(text))


class TestXml11:
    """INCEpTION exports XML 1.1 too, which holds control characters as references."""

    def sealed(self) -> dict[str, bytes]:
        plain = Record(
            article=Article(id="x", text="خبر♥عاجل"),
            annotations=(Entity(id="e", label="GPE", span=Span.of(4, 8), note="♥"),),
        )
        files = files_of("xmi", [plain])
        data = files["x.xmi"].replace("♥".encode(), b"&#x1;")
        files["x.xmi"] = data.replace(b'version="1.0"', b'version="1.1"', 1)
        return files

    def test_they_come_in(self, tmp_path: Path) -> None:
        record = only(items_of("xmi", put(tmp_path / "o", self.sealed())))
        assert record.article.text == "خبر\x01عاجل"
        (entity,) = record.annotations
        assert (entity.note, entity.id) == ("\x01", "e")

    def test_a_private_character_that_the_file_has_stays(self) -> None:
        data = '<?xml version="1.1"?><a b="&#1;\ue001&#xE021;"/>'.encode()
        made, meanings = unsealed(data)
        assert made == '<?xml version="1.0"?><a b="\ue041\ue001&#xE021;"/>'.encode()
        assert "\ue041\ue001".translate(meanings) == "\x01\ue001"

    def test_without_control_characters_nothing_is_exchanged(self) -> None:
        data = b'<?xml version="1.1"?><a b="&#9;&#xA;"/>'
        assert unsealed(data) == (data.replace(b"1.1", b"1.0"), {})
        assert unsealed(b'<?xml version="1.0"?><a b="&#1;"/>')[1] == {}


class TestSieve:
    def test_tokens_are_left_out_and_the_rest_stays(self) -> None:
        data = files_of("xmi", [RECORD])
        (name,) = [one for one in data if one.endswith(".xmi")]
        kept = sieved(data[name])
        assert data[name].count(b":Token ") > 3
        assert (kept.count(b":Token "), kept.count(b":Sentence ")) == (0, 0)
        cas = cas_of({**data, name: kept}, name)
        assert [one.get_covered_text() for one in cas.select(types.ENTITY)] == ["بيروت"]

    def test_a_token_that_something_refers_to_stays(self) -> None:
        data = files_of("xmi", [RECORD])
        (name,) = [one for one in data if one.endswith(".xmi")]
        number = data[name].partition(b':Token xmi:id="')[2].partition(b'"')[0]
        spoilt = data[name].replace(b":NamedEntity ", b':NamedEntity parts="%b 1" ' % number)
        kept = sieved(spoilt)
        assert kept.count(b":Token ") == 1
        assert b':Token xmi:id="%b"' % number in kept

    def test_a_text_of_more_than_ten_megabytes_comes_back(self, tmp_path: Path) -> None:
        text = "خبر عاجل\n" * 800_000
        assert len(text.encode()) > 10_000_000
        system = files_of("xmi", [])
        xmi = files_of("xmi", [Record(article=Article(id="x", text="♥"))])["x.xmi"]
        written = xmi.replace("♥".encode(), text.replace("\n", "&#10;").encode())
        path = put(tmp_path / "o", {**system, "x.xmi": written})
        assert only(items_of("xmi", path)).article.text == text

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_entities_are_refused_before_anything_unfolds(
        self, tmp_path: Path, encoding: str
    ) -> None:
        files = files_of("xmi", [Record(article=Article(id="x", text="خبر"))])
        head = f'<?xml version="1.0" encoding="{encoding}"?>\n'
        declared = '<!DOCTYPE x [<!ENTITY a "b">]>'
        body = files["x.xmi"].decode().partition("\n")[2].replace("خبر", "&a;")
        files["x.xmi"] = (head + declared + body).encode(encoding)
        (item,) = items_of("xmi", put(tmp_path / "o", files))
        assert isinstance(item, Rejected)
        assert "declares entities" in item.error.say()
