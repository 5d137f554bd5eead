"""The two configuration files that brat needs to show a folder, made of a label set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.formats.brat_marks import CONTENT, CUE, PARTS, SOURCE, SPEAKER, name_of
from annotator.model.labels import ANY_ENTITY, QUOTE, LabelSet, RelationLabel, Title


def annotation_conf(labels: LabelSet) -> str:
    """`annotation.conf`: what may be marked, and what may be related."""
    quote = f"{CONTENT}:{CONTENT}, {CUE}?:{CUE}, {SOURCE}?:{SOURCE}, {SPEAKER}?:<ENTITY>"
    sections = (
        ("entities", [one.name for one in labels.entities] + list(PARTS)),
        ("relations", [*_overlaps(), *_relations(labels)]),
        ("events", [f"{one.name}\t{quote}" for one in labels.quotes]),
        ("attributes", _attributes(labels)),
    )
    return "\n".join(_section(name, lines) for name, lines in sections)


def _section(name: str, lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (f"[{name}]", *lines))


def _overlaps() -> Iterator[str]:
    # Without this line brat calls every nested or crossing span an error.
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"


def _relations(labels: LabelSet) -> Iterator[str]:
    quotes = [one.name for one in labels.quotes]
    for relation in labels.relations:
        for rule in relation.rules:
            heads, tails = (_ends(one, quotes) for one in (rule.heads, rule.tails))
            yield f"{relation.name}\tArg1:{heads}, Arg2:{tails}{_symmetry(relation)}"


def _ends(members: frozenset[str], quotes: Sequence[str]) -> str:
    names = ["<ENTITY>"] if ANY_ENTITY in members else sorted(members - {QUOTE})
    return "|".join([*names, *(quotes if QUOTE in members else ())])


def _symmetry(relation: RelationLabel) -> str:
    return ", <REL-TYPE>:symmetric" if relation.symmetric else ""


def _attributes(labels: LabelSet) -> Iterator[str]:
    """The attributes that have values to choose from; brat has no free text, and one of a name."""
    owners: dict[str, list[str]] = {}
    values: dict[str, list[str]] = {}
    every = [(label.name, one) for label in labels.entities for one in label.attributes]
    every += [(label.name, one) for label in labels.relations for one in label.attributes]
    for owner, one in every:
        if one.kind != "text":
            name = name_of(one.name)
            owners.setdefault(name, []).append(owner)
            known = values.setdefault(name, [])
            known += [value.name for value in one.values if value.name not in known]
    for name, labelled in owners.items():
        choice = f", Value:{'|'.join(values[name])}" if values[name] else ""
        yield f"{name}\tArg:{'|'.join(labelled)}{choice}"


def visual_conf(labels: LabelSet) -> str:
    """`visual.conf`: texts from right to left, titles and colours."""
    spans = [(one.name, one.title, one.light) for one in labels.entities]
    spans += [(one.name, one.title, one.light) for one in labels.quotes]
    arcs = [(one.name, one.title, one.light) for one in labels.relations]
    sections = (
        ("options", ["Arcs\tbundle:none", "Text\tdirection:rtl"]),
        ("labels", _titles((name, title) for name, title, _ in (*spans, *arcs))),
        (
            "drawing",
            [
                "SPAN_DEFAULT\tfgColor:black, bgColor:#E7E5E4, borderColor:darken",
                "ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5",
                *(f"{name}\tfgColor:white, bgColor:{colour}" for name, _, colour in spans),
                *(f"{name}\tcolor:{colour}" for name, _, colour in arcs),
            ],
        ),
    )
    return "\n".join(_section(name, lines) for name, lines in sections)


def _titles(labels: Iterable[tuple[str, Title]]) -> Iterator[str]:
    for name, title in labels:
        words = [" ".join(one.replace("|", " ").split()) for one in (title.ar, title.en)]
        yield " | ".join([name, *words])
