"""INCEpTION is given layers that fit the type system, and a type system that it knows as layers."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from cassis import TypeSystem, load_typesystem

from annotator.formats import xmi_types as types
from tests.formats.pieces import files_of
from tests.notation import NEWS

FILES = files_of("xmi", [])
LAYERS: list[dict[str, Any]] = json.loads(FILES["layers.json"])
BY_NAME = {one["name"]: one for one in LAYERS}


def system() -> TypeSystem:
    return load_typesystem(io.BytesIO(FILES["TypeSystem.xml"]))


@pytest.mark.parametrize("name", BY_NAME)
def test_each_layer_has_the_features_of_its_type(name: str) -> None:
    features = {one.name: one for one in system().get_type(name).features}
    for end in ("Governor", "Dependent"):
        features.pop(end, None)
    layer = {one["name"]: one for one in BY_NAME[name]["features"]}
    assert layer.keys() | {"identifier"} == features.keys() | {"identifier"}
    for key, feature in layer.items():
        if feature["link_mode"] == "NONE":
            assert feature["type"] == features[key].rangeType.name
        else:
            assert features[key].rangeType.name == types.ARRAY
            assert features[key].elementType.name == feature["link_type_name"]  # type: ignore[union-attr]


def test_relations_and_links_have_the_shape_by_which_it_knows_them() -> None:
    """By its rules: two ends of one type and nothing else that is no string; links of two."""
    known = system()
    relation = known.get_type(types.RELATION)
    ends = [one for one in relation.features if one.rangeType.name != "uima.cas.String"]
    assert {one.name for one in ends} == {"Governor", "Dependent"}
    assert {one.rangeType.name for one in ends} == {types.ANNOTATION}
    link = known.get_type(types.LINK)
    assert link.supertype.name == "uima.cas.TOP"  # type: ignore[union-attr]
    assert {one.name: one.rangeType.name for one in link.features} == {
        "role": "uima.cas.String", "target": types.ANNOTATION,
    }  # fmt: skip
    for name in (types.ENTITY, types.QUOTE, types.PART):
        others = [
            one for one in known.get_type(name).features if one.rangeType.name != "uima.cas.String"
        ]
        assert [one.name for one in others] == ["parts"]
    assert [one["name"] for one in LAYERS if one["built_in"]] == [types.ENTITY]
    assert {one["name"]: one["type"] for one in LAYERS if one["type"] != "span"} == {
        types.RELATION: "relation", types.ARTICLE: "document-metadata",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("layer", "labels"),
    [(types.ENTITY, NEWS.entities), (types.QUOTE, NEWS.quotes), (types.RELATION, NEWS.relations)],
)
def test_labels_are_offered_with_their_titles(layer: str, labels: Any) -> None:
    (value,) = [one for one in BY_NAME[layer]["features"] if one["name"] == "value"]
    told = {one["tag_name"]: one["tag_description"] for one in value["tag_set"]["tags"]}
    assert told == {one.name: f"{one.title.ar} · {one.title.en}" for one in labels}


def test_spans_may_lie_as_they_do_here() -> None:
    for one in LAYERS:
        assert (one["anchoring_mode"], one["overlap_mode"]) == ("CHARACTERS", "ANY_OVERLAP")
        assert one["cross_sentence"]
