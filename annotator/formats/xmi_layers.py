"""The layers that a project of INCEpTION needs for our XMI files, as its settings import them.

Without them INCEpTION drops what it does not know: ids, notes and attributes of entities, whose
layer is built in and takes nothing from a type system; and it offers no labels to choose from. The
shape is that of its own export of layers; the types and features are those of `xmi_types`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from annotator.formats import xmi_types as types
from annotator.model.labels import LabelSet, Title

LAYERS = "layers.json"
_STRING = "uima.cas.String"
_HIDDEN = ("uuid", types.EXACT)
_Tags = Iterable[tuple[str, Title]]


def layers(labels: LabelSet) -> bytes:
    """The layers with the labels, quotes and relations of a label set as their tags."""
    entities = [(one.name, one.title) for one in labels.entities]
    quotes = [(one.name, one.title) for one in labels.quotes]
    relations = [(one.name, one.title) for one in labels.relations]
    said = (*types.ABOUT, types.EXACT)
    made = [
        _layer(types.ENTITY, "Named entity", [*_annotated("entities", entities), _parts()],
               built_in=True),
        _layer(types.QUOTE, "Quote", [*_annotated("quotes", quotes), _parts()]),
        _layer(types.PART, "Part of a quote or an entity", [_feature("value"), _parts()]),
        _layer(types.RELATION, "Relation", _annotated("relations", relations), type="relation"),
        _layer(types.ARTICLE, "Article", [_feature(one) for one in said],
               type="document-metadata"),
    ]  # fmt: skip
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _layer(
    name: str, title: str, features: list[dict[str, Any]], *, type: str = "span", **more: Any
) -> dict[str, Any]:
    """A layer whose annotations may begin and end within words, nest and cross."""
    return {
        "name": name, "uiName": title, "type": type, "description": None, "enabled": True,
        "built_in": False, "readonly": False, "attach_type": None, "attach_feature": None,
        "allow_stacking": True, "cross_sentence": True, "show_hover": True,
        "anchoring_mode": "CHARACTERS", "overlap_mode": "ANY_OVERLAP", "validation_mode": "NEVER",
        "lock_to_token_offset": False, "multiple_tokens": False, "linked_list_behavior": False,
        "features": features, **more,
    }  # fmt: skip


def _annotated(name: str, tags: _Tags) -> list[dict[str, Any]]:
    """The label, with what there is to choose from, and what every annotation has."""
    choice = {
        "name": f"annotator {name}", "description": None, "language": "ar", "create_tag": False,
        "tags": [
            {"tag_name": tag, "tag_description": f"{title.ar} · {title.en}"} for tag, title in tags
        ],
    }  # fmt: skip
    return [_feature("value", tag_set=choice), *(_feature(one) for one in types.COMMON)]


def _feature(name: str, *, type: str = _STRING, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "uiName": name, "type": type, "tag_set": None, "description": None,
        "enabled": True, "visible": name not in _HIDDEN, "required": False, "remember": False,
        "hideUnconstraintFeature": False, "include_in_hover": False, "multi_value_mode": "NONE",
        "link_mode": "NONE", "link_type_name": None, "link_type_role_feature_name": None,
        "link_type_target_feature_name": None, "traits": None, **more,
    }  # fmt: skip


def _parts() -> dict[str, Any]:
    """Links with a role to any other span: further fragments, cue, source, speaker."""
    return _feature(
        "parts", type=types.ANNOTATION, multi_value_mode="ARRAY", link_mode="WITH_ROLE",
        link_type_name=types.LINK, link_type_role_feature_name="role",
        link_type_target_feature_name="target",
    )  # fmt: skip
