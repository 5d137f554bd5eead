"""XMI: dkpro-cassis reads what is written, and what INCEpTION exports comes in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cassis import Cas, TypeSystem, load_cas_from_xmi, load_typesystem

from annotator.errors import UserError
from annotator.formats import Accepted, Item, Rejected, Remark, Source
from annotator.formats import xmi_types as types
from annotator.formats.xmi import recognises
from annotator.formats.xmi_writing import xmi
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.record import Record
from annotator.model.spans import Span
from tests.formats.pieces import files_of, items_of, put
from tests.formats.samples import RECORDS


def cas_of(files: dict[str, bytes], name: str) -> Cas:
    system = load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    return load_cas_from_xmi(io.BytesIO(files[name]), typesystem=system)


def accepted(items: list[Item]) -> list[Record]:
    assert [one for one in items if isinstance(one, Rejected)] == []
    return [one.record for one in items if isinstance(one, Accepted)]


def refusals(items: list[Item]) -> list[str]:
    return [f"{one.member}: {one.error}" for one in items if isinstance(one, Rejected)]


def foreign(fill: Callable[[TypeSystem, Cas], None], text: str) -> dict[str, bytes]:
    """Files as a project of INCEpTION with layers of its own has them."""
    system = TypeSystem()
    for name, features in (
        (types.ENTITY, ("value", "identifier")),
        ("webanno.custom.Emotion", ("strength",)),
        (types.TOKEN, ()),
        ("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", ("PosValue",)),
        ("webanno.custom.Kinship", ("value",)),
    ):
        system.create_type(name)
        for feature in features:
            system.create_feature(name, feature, "uima.cas.String")
    for end in ("Governor", "Dependent"):
        system.create_feature("webanno.custom.Kinship", end, types.ENTITY)
    cas = Cas(typesystem=system)
    cas.sofa_string = text
    fill(system, cas)
    return {
        "doc/TypeSystem.xml": str(system.to_xml()).encode(),
        "doc/layla.xmi": str(cas.to_xmi()).encode(),
    }


def two_people(system: TypeSystem, cas: Cas) -> None:
    person = system.get_type(types.ENTITY)
    first, second = (
        person(begin=start, end=end, value="PERS", identifier=f"Q{start}")
        for start, end in ((2, 6), (8, 11))
    )
    cas.add_all([first, second])
    cas.add(system.get_type("webanno.custom.Emotion")(begin=2, end=6, strength="high"))
    cas.add(
        system.get_type("webanno.custom.Kinship")(
            begin=8, end=11, Governor=first, Dependent=second, value="FAMILY"
        )
    )
    pos = system.get_type("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS")
    cas.add(pos(begin=2, end=6, PosValue="NOUN"))


TEXT = "👍 محمد، علي"


class TestCassis:
    def test_it_finds_every_surface(self) -> None:
        files = files_of("xmi", RECORDS)
        cas = cas_of(files, "layla/a1.xmi")
        text = RECORDS[0].article.text
        assert cas.sofa_string == text
        wanted = {
            one.id: text[slice(*one.span.fragments[0])]
            for one in RECORDS[0].annotations if not isinstance(one, Relation)
        }  # fmt: skip
        found = {
            one.uuid: one.get_covered_text()
            for name in (types.ENTITY, types.QUOTE) for one in cas.select(name)
        }  # fmt: skip
        assert found == wanted

    def test_offsets_in_the_file_count_utf16(self) -> None:
        record = Record(
            article=Article(id="x", text=TEXT),
            annotations=(Entity(id="e", label="PERS", span=Span.of(2, 6)),),
        )
        data = files_of("xmi", [record])["x.xmi"].decode()
        (line,) = [one for one in data.split("<") if one.startswith("type") and "PERS" in one]
        assert 'begin="3" end="7"' in line

    def test_quotes_lead_to_their_parts(self) -> None:
        cas = cas_of(files_of("xmi", RECORDS), "layla/a1.xmi")
        quote = next(one for one in cas.select(types.QUOTE) if one.uuid == "q1")
        parts = {link.role: link.target for link in quote.parts.elements}
        assert {role: one.get_covered_text() for role, one in parts.items()} == {
            "cue": "قالَ", "source": "الوزيرُ محمّد علي", "speaker": "الوزيرُ محمّد علي",
        }  # fmt: skip
        assert parts["speaker"].uuid == "e2"

    def test_relations_and_further_fragments(self) -> None:
        cas = cas_of(files_of("xmi", RECORDS), "layla/a1.xmi")
        ends = {
            one.uuid: (one.value, one.Governor.uuid, one.Dependent.uuid)
            for one in cas.select(types.RELATION)
        }
        assert ends == {
            "r1": ("VISITS", "e2", "e3"), "r2": ("EMPLOYED_BY", "e1", "e4"),
            "r3": ("ABOUT", "q1", "e8"),
        }  # fmt: skip
        broken = next(one for one in cas.select(types.ENTITY) if one.uuid == "e6")
        (link,) = broken.parts.elements
        assert (link.role, link.target.get_covered_text()) == ("fragment", "والتعليم")

    def test_tokens_have_edges_where_spans_have_theirs(self) -> None:
        cas = cas_of(files_of("xmi", RECORDS), "layla/a1.xmi")
        text = cas.sofa_string
        tokens = cas.select(types.TOKEN)
        starts, ends = {one.begin for one in tokens}, {one.end for one in tokens}
        for one in cas.select(types.ENTITY):
            if one.get_covered_text() == one.get_covered_text().strip():
                assert one.begin in starts
                assert one.end in ends
        assert "".join(text[one.begin : one.end] for one in tokens) == "".join(text.split())


class TestOfInception:
    def test_entities_layers_of_their_own_and_relations(self, tmp_path: Path) -> None:
        items = items_of("xmi", put(tmp_path / "in", foreign(two_people, TEXT)))
        (record,) = accepted(items)
        text = record.article.text
        found = sorted(
            (one.label, one.span.surface(text), tuple(one.attributes.items()))
            for one in record.annotations if isinstance(one, Entity)
        )  # fmt: skip
        assert found == [
            ("PERS", "علي", (("identifier", "Q8"),)),
            ("PERS", "محمد", (("identifier", "Q2"),)),
            ("high", "محمد", ()),
        ]
        (relation,) = [one for one in record.annotations if isinstance(one, Relation)]
        surfaces = {
            one.id: one.span.surface(text)
            for one in record.annotations if isinstance(one, Entity)
        }  # fmt: skip
        assert (relation.label, surfaces[relation.head]) == ("FAMILY", "محمد")
        assert surfaces[relation.tail] == "علي"
        assert [one.say() for one in items if isinstance(one, Remark)] == [
            "Of the layer POS, nothing is taken over."
        ]

    def test_the_export_of_a_project_has_a_zip_for_each_annotator(self, tmp_path: Path) -> None:
        files = foreign(two_people, TEXT)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for name, data in files.items():
                made.writestr(name.removeprefix("doc/"), data)
        whole = {
            "exportedproject.json": b"{}",
            "annotation/a.txt/layla.zip": packed.getvalue(),
            "annotation/a.txt/INITIAL_CAS.zip": b"never looked at",
            "annotation/b.txt/omar.zip": b"PK\x03\x04 spoilt",
        }
        path = tmp_path / "project.zip"
        with zipfile.ZipFile(path, "w") as made:
            for name, data in whole.items():
                made.writestr(name, data)
        assert recognises(Source(path)) == 2
        items = items_of("xmi", path)
        assert [one.record.layer for one in items if isinstance(one, Accepted)] == ["layla"]
        assert [one.split(":")[0] for one in refusals(items)] == ["annotation/b.txt/omar.zip"]


class TestBadFiles:
    def spoilt(self, tmp_path: Path, change: tuple[bytes, bytes]) -> str:
        files = foreign(two_people, TEXT)
        assert change[0] in files["doc/layla.xmi"]
        files["doc/layla.xmi"] = files["doc/layla.xmi"].replace(*change, 1)
        (told,) = refusals(items_of("xmi", put(tmp_path / "in", files)))
        assert told.startswith("doc/layla.xmi: ")
        return told

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ((b"</xmi:XMI>", b""), "not XML, on line 2"),
            ((b'begin="3"', b'begin="1"'), "within a character"),
            ((b'end="7"', b'end="99"'), "beyond the text"),
            ((b'end="7"', b'end="2"'), "make no span"),
            ((b":NamedEntity ", b":Unknown "), "no UIMA CAS"),
            ((b"<xmi:XMI", b'<!DOCTYPE x [<!ENTITY a "b">]><xmi:XMI'), "declares entities"),
            ((b"encoding='UTF-8'", b"encoding='UTF-7'"), "The file is in UTF-7, not in UTF-8."),
        ],
    )
    def test_each_is_told_with_its_file(
        self, tmp_path: Path, change: tuple[bytes, bytes], said: str
    ) -> None:
        assert said in self.spoilt(tmp_path, change)

    def test_a_file_without_a_type_system(self, tmp_path: Path) -> None:
        files: dict[str, Any] = foreign(two_people, TEXT)
        del files["doc/TypeSystem.xml"]
        (told,) = refusals(items_of("xmi", put(tmp_path / "in", files)))
        assert "There is no TypeSystem.xml beside the file." in told


class TestLinks:
    """What relations and links lead to."""

    TEXT = "👍 قال علي: نعم"

    def files(self, *changes: tuple[str, str]) -> dict[str, bytes]:
        quote = Quote(
            id="q", type="direct", span=Span.of(11, 14), cue=Span.of(2, 5), source=Span.of(6, 9)
        )
        files = files_of("xmi", [Record(article=Article(id="x", text=self.TEXT),
                                        annotations=(quote,))])  # fmt: skip
        written = files["x.xmi"].decode()
        for old, new in changes:
            assert old in written
            written = written.replace(old, new, 1)
        return {**files, "x.xmi": written.encode()}

    def unlisted(self) -> tuple[str, str]:
        """Takes the cue out of the index of the file."""
        written = self.files()["x.xmi"].decode()
        number = written.partition(':Part xmi:id="')[2].partition('"')[0]
        members = written.partition('members="')[2].partition('"')[0].split()
        assert number in members
        return " ".join(members), " ".join(one for one in members if one != number)

    def test_a_part_that_is_in_no_index_lies_where_it_says(self, tmp_path: Path) -> None:
        (record,) = accepted(items_of("xmi", put(tmp_path / "in", self.files(self.unlisted()))))
        (quote,) = record.annotations
        assert isinstance(quote, Quote)
        assert quote.cue == Span.of(2, 5)

    def test_and_not_beyond_the_text(self, tmp_path: Path) -> None:
        files = self.files(self.unlisted(), ('end="6" value="cue"', 'end="99" value="cue"'))
        (told,) = refusals(items_of("xmi", put(tmp_path / "in", files)))
        assert "beyond the text" in told

    def test_a_relation_to_nothing_is_not_dropped(self, tmp_path: Path) -> None:
        def loose(system: TypeSystem, cas: Cas) -> None:
            two_people(system, cas)
            (relation,) = cas.select("webanno.custom.Kinship")
            relation.Governor = None

        (told,) = refusals(items_of("xmi", put(tmp_path / "in", foreign(loose, TEXT))))
        assert "leads to what is no annotation" in told

    def test_a_relation_to_what_is_not_there_is_not_written(self) -> None:
        one = Relation(id="r", label="VISITS", head="a", tail="b")
        record = Record(article=Article(id="x", text="خبر"), annotations=(one,))
        with pytest.raises(UserError, match="refers to a, which is not there"):
            xmi(record)


def test_a_zip_in_a_zip_unpacks_to_no_more_than_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in foreign(two_people, TEXT).items():
            made.writestr(name.removeprefix("doc/"), data + b" " * 100_000)
    path = put(tmp_path / "in", {"annotation/a.txt/layla.zip": packed.getvalue()})
    assert len(accepted(items_of("xmi", path))) == 1
    monkeypatch.setattr("annotator.formats.xmi.LONGEST", 100_000)
    assert len(packed.getvalue()) < 100_000
    (told,) = refusals(items_of("xmi", path))
    assert "The file is longer than" in told


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_broken_zip_in_a_zip_is_told_and_the_others_come_in(tmp_path: Path, packing: int) -> None:
    good, bad = io.BytesIO(), io.BytesIO()
    for packed in (good, bad):
        with zipfile.ZipFile(packed, "w", packing) as made:
            for name, data in foreign(two_people, TEXT).items():
                made.writestr(name.removeprefix("doc/"), data)
    spoilt = bytearray(bad.getvalue())
    spoilt[100:200] = bytes(100)
    members = {
        "annotation/a.txt/layla.zip": bytes(spoilt),
        "annotation/b.txt/layla.zip": good.getvalue(),
    }
    items = items_of("xmi", put(tmp_path / "in", members))
    assert sum(isinstance(one, Accepted) for one in items) == 1
    (told,) = refusals(items)
    assert told.startswith("annotation/a.txt/layla.zip: ")
    assert told.endswith(".")


def test_a_quote_without_anything_comes_back(tmp_path: Path) -> None:
    quote = Quote(id="q", type="direct", span=Span.of(0, 3))
    record = Record(article=Article(id="x", text="نعم!"), layer="l", annotations=(quote,))
    assert accepted(items_of("xmi", put(tmp_path / "o", files_of("xmi", [record])))) == [record]
