"""What INCEpTION exports with its usual settings: a zip of XMI and type system, and projects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.formats.newcomer import TEXT, at16, came_in, folder, zipped

_API = "de.tudarmstadt.ukp.dkpro.core.api."
_STRING, _PLACE = "uima.cas.String", "uima.tcas.Annotation"
_LINKS = "<elementType>webanno.custom.MentionArgsLink</elementType>"
_TYPES: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {
    (_API + "metadata.type.DocumentMetaData", "uima.tcas.DocumentAnnotation"): (
        ("documentTitle", _STRING, ""), ("documentId", _STRING, ""), ("documentUri", _STRING, ""),
        ("collectionId", _STRING, ""), ("isLastSegment", "uima.cas.Boolean", ""),
    ),
    (_API + "metadata.type.TagsetDescription", _PLACE): (
        ("layer", _STRING, ""), ("name", _STRING, ""), ("input", "uima.cas.Boolean", ""),
    ),
    (_API + "segmentation.type.Sentence", _PLACE): (("id", _STRING, ""),),
    (_API + "segmentation.type.Token", _PLACE): (("form", _STRING, ""), ("id", _STRING, "")),
    (_API + "lexmorph.type.pos.POS", _PLACE): (("PosValue", _STRING, ""),),
    (_API + "ner.type.NamedEntity", _PLACE): (("value", _STRING, ""), ("identifier", _STRING, "")),
    (_API + "coref.type.CoreferenceLink", _PLACE): (
        ("next", _API + "coref.type.CoreferenceLink", ""), ("referenceType", _STRING, ""),
    ),
    (_API + "coref.type.CoreferenceChain", "uima.cas.AnnotationBase"): (
        ("first", _API + "coref.type.CoreferenceLink", ""),
    ),
    ("de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata", "uima.cas.AnnotationBase"): (
        ("username", _STRING, ""), ("projectName", _STRING, ""),
    ),
    ("webanno.custom.Mention", _PLACE): (
        ("kind", _STRING, ""), ("certain", "uima.cas.Boolean", ""),
        ("args", "uima.cas.FSArray", _LINKS),
    ),
    ("webanno.custom.MentionArgsLink", "uima.cas.TOP"): (
        ("role", _STRING, ""), ("target", _PLACE, ""),
    ),
    ("webanno.custom.Tie", _PLACE): (
        ("Dependent", _API + "ner.type.NamedEntity", ""),
        ("Governor", _API + "ner.type.NamedEntity", ""), ("label", _STRING, ""),
    ),
}  # fmt: skip


def type_system() -> str:
    def features(given: tuple[tuple[str, str, str], ...]) -> str:
        return "".join(
            f"<featureDescription><name>{name}</name><description/>"
            f"<rangeTypeName>{kind}</rangeTypeName>{more}</featureDescription>"
            for name, kind, more in given
        )

    types = "".join(
        f"<typeDescription><name>{name}</name><description/><supertypeName>{above}</supertypeName>"
        f"<features>{features(given)}</features></typeDescription>"
        for (name, above), given in _TYPES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><typeSystemDescription '
        f'xmlns="http://uima.apache.org/resourceSpecifier"><types>{types}</types>'
        "</typeSystemDescription>"
    )


def place(surface: str) -> str:
    start, end = at16(surface)
    return f'sofa="1" begin="{start}" end="{end}"'


def xmi(*elements: str, version: str = "1.0") -> str:
    end = at16(TEXT)[1]
    packages = {
        "type3": "metadata/type", "type4": "ner/type", "type5": "segmentation/type",
        "type2": "coref/type", "pos": "lexmorph/type/pos",
    }  # fmt: skip
    spaces = "".join(
        f' xmlns:{name}="http:///de/tudarmstadt/ukp/dkpro/core/api/{path}.ecore"'
        for name, path in packages.items()
    )
    members = " ".join(one.partition('xmi:id="')[2].partition('"')[0] for one in elements)
    return (
        f'<?xml version="{version}" encoding="UTF-8"?>'
        f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"{spaces} '
        'xmlns:inner="http:///de/tudarmstadt/ukp/clarin/webanno/api/type.ecore" '
        'xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>'
        f'<type3:DocumentMetaData xmi:id="8" sofa="1" begin="0" end="{end}" language="ar"'
        ' documentTitle="خبر.txt" documentId="layla" isLastSegment="false"/>'
        f'<type3:TagsetDescription xmi:id="9" sofa="1" begin="0" end="{end}" '
        f'layer="{_API}ner.type.NamedEntity" name="Named Entity tags" input="false"/>'
        f'<type5:Sentence xmi:id="20" sofa="1" begin="0" end="{end}"/>'
        f'<type5:Token xmi:id="21" {place("زارَ")}/>'
        '<inner:CASMetadata xmi:id="22" sofa="1" username="layla" projectName="أخبار"/>'
        f"{''.join(elements)}"
        '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
        f'sofaString="{TEXT}"/>'
        f'<cas:View sofa="1" members="8 9 20 21 22 {members}"/></xmi:XMI>'
    )


HE = f'<type4:NamedEntity xmi:id="30" {place("محمدٌ")} value="PERS"/>'
THERE = (
    f'<type4:NamedEntity xmi:id="31" {place("القاهرة")} value="GPE" '
    'identifier="http://www.wikidata.org/entity/Q85"/>'
)
TIE = (
    f'<custom:Tie xmi:id="32" {place("القاهرة")} Governor="30" Dependent="31" label="LOCATED_IN"/>'
)
MARKS = [("PERS", "محمدٌ"), ("GPE", "القاهرة")]


def exported(path: Path, text: str) -> Path:
    return zipped(path, {"خبر.xmi": text, "TypeSystem.xml": type_system()})


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_the_zip_of_a_document(tmp_path: Path, version: str) -> None:
    found = came_in(
        exported(tmp_path / "a.zip", xmi(HE, THERE, TIE, version=version)), "--author", "layla"
    )
    assert (found.status, found.complaints) == (0, "")
    assert "recognised as UIMA XMI for INCEpTION" in found.said
    assert found.marks == MARKS
    assert found.links == [("محمدٌ", "LOCATED_IN", "القاهرة")]
    assert found.row["entities"][1]["attributes"] == {
        "identifier": "http://www.wikidata.org/entity/Q85"
    }
    assert found.row["meta"]["title"] == "خبر.txt"


def test_each_layer_that_is_not_taken_is_named(tmp_path: Path) -> None:
    text = xmi(
        HE, f'<type2:CoreferenceLink xmi:id="40" {place("محمدٌ")} referenceType="nam"/>',
        '<type2:CoreferenceChain xmi:id="41" sofa="1" first="40"/>',
        f'<pos:POS xmi:id="50" {place("زارَ")} PosValue="VB"/>',
    )  # fmt: skip
    found = came_in(exported(tmp_path / "a.zip", text), "--author", "layla")
    assert found.marks == MARKS[:1]
    for layer in ("CoreferenceLink", "CoreferenceChain", "POS"):
        assert f"Of the layer {layer}, nothing is taken over." in found.complaints
    assert found.complaints.count("\n") == 3


def test_layers_of_their_own_with_slots_and_entities_without_a_tag(tmp_path: Path) -> None:
    text = xmi(
        f'<type4:NamedEntity xmi:id="30" {place("محمدٌ")}/>',
        f'<custom:Mention xmi:id="33" {place("مدينةَ القاهرة")} kind="مدينة" certain="true" '
        'args="60"/>',
        '<custom:MentionArgsLink xmi:id="60" role="زائر" target="30"/>',
    )
    file = exported(tmp_path / "a.zip", text)
    found = came_in(file, "--author", "layla")
    assert "entities: NamedEntity (1), مدينة (1)" in found.complaints
    assert "relations: زائر (1)" in found.complaints
    found = came_in(
        file,
        "--author",
        "layla",
        "--map",
        "NamedEntity=PERS",
        "--map",
        "مدينة=GPE",
        "--map",
        "زائر=",
    )
    assert sorted(found.marks) == [("GPE", "مدينةَ القاهرة"), ("PERS", "محمدٌ")]
    assert {"certain": True} in [one["attributes"] for one in found.row["entities"]]
    assert "not taken over" not in found.complaints


def test_a_project_has_everybodys_work_apart(tmp_path: Path) -> None:
    def work(name: str, *elements: str) -> bytes:
        made = zipped(tmp_path / "w", {
            f"{name}.xmi": xmi(*elements), "TypeSystem.xml": type_system(),
        })  # fmt: skip
        return made.read_bytes()

    files: dict[str, str | bytes] = {
        "exportedproject.json": json.dumps({"name": "أخبار"}), "source/خبر.txt": TEXT,
        "annotation/خبر.txt/layla.zip": work("layla", HE, THERE),
        "annotation/خبر.txt/omar.zip": work("omar", HE),
        "annotation/خبر.txt/INITIAL_CAS.zip": work("INITIAL_CAS"),
        "annotation_ser/خبر.txt/layla.ser": b"\0\1",
        "curation/خبر.txt/CURATION_USER.zip": work("CURATION_USER", THERE),
    }  # fmt: skip
    found = came_in(zipped(tmp_path / "p.zip", files), "--author", "gold")
    assert found.status == 0
    marks = {row["layer"]: [one["text"] for one in row["entities"]] for row in found.rows}
    assert marks == {"layla": ["محمدٌ", "القاهرة"], "omar": ["محمدٌ"], "gold": ["القاهرة"]}
    assert len({row["id"] for row in found.rows}) == 1


def test_xmi_without_its_type_system(tmp_path: Path) -> None:
    path = folder(tmp_path / "c", {"a.xmi": xmi(HE)})
    found = came_in(path, "--author", "layla")
    assert "a.xmi: There is no TypeSystem.xml beside the file." in found.complaints
    found = came_in(path / "a.xmi", "--author", "layla")
    assert "Name the folder that it is in, or a zip of that folder." in found.complaints
