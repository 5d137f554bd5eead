"""File formats: sources to records and records to files, one module a format, behind one table.

Nothing here knows the store. A new format is a module and a line of the table; a module is
imported when its format is first used, so a line costs nothing.
"""

from __future__ import annotations

from annotator.errors import UserError
from annotator.formats.base import (
    Accepted,
    Format,
    Item,
    Piece,
    ReadOptions,
    Rejected,
    Remark,
    WriteOptions,
    refuse_other_kinds,
)
from annotator.formats.features import EVERYTHING, Feature
from annotator.formats.losses import Loss, lost
from annotator.formats.sources import Source

__all__ = [
    "FORMATS", "Accepted", "Feature", "Format", "Item", "Loss", "Piece", "ReadOptions", "Rejected",
    "Remark", "Source", "WriteOptions", "by_name", "lost", "readable", "recognised", "writable",
]  # fmt: skip

_IN_A_SHEET = EVERYTHING - {
    Feature.TEXTS, Feature.CONTROLS, Feature.META, Feature.EMPTY, Feature.ATTRIBUTE_TYPES,
}  # fmt: skip
_LINKED_ENTITIES = frozenset({
    Feature.ENTITIES, Feature.NESTED, Feature.CROSSING, Feature.SUBWORD, Feature.RELATIONS,
    Feature.ARTICLE_IDS, Feature.EMPTY,
    Feature.QUOTE_RELATIONS,  # they go with the quotes, and are counted there
})  # fmt: skip
FORMATS: tuple[Format, ...] = (
    Format(
        "jsonl", "JSON Lines", "jsonl", "rw", (".jsonl", ".ndjson", ".json"),
        carries=EVERYTHING,
    ),
    Format(
        "text", "Plain text", "text", "r", (".txt", ".text"),
        carries=frozenset({Feature.TEXTS, Feature.CONTROLS, Feature.EMPTY}),
        options=frozenset({"encoding"}),
    ),
    Format(
        "csv", "Sheet with commas", "sheets", "rw", (".csv",), carries=_IN_A_SHEET,
        options=frozenset({"encoding"}), comes_back=False,
    ),
    Format(
        "tsv", "Sheet with tabs", "tabs", "rw", (".tsv", ".tab"), carries=_IN_A_SHEET,
        options=frozenset({"encoding"}), comes_back=False,
    ),
    Format(
        "brat", "brat standoff", "brat", "rw", (".ann",),
        carries=EVERYTHING - {Feature.BLANK_EDGES}, shape="folder", options=frozenset({"offsets"}),
    ),
    Format(
        "xmi", "UIMA XMI for INCEpTION", "xmi", "rw", (".xmi",),
        carries=EVERYTHING - {Feature.CONTROLS}, unit="utf16", shape="folder",
    ),
    Format(
        "conll", "CoNLL-2003 columns", "conll", "rw", (".conll", ".iob", ".bio", ".txt"),
        carries=frozenset({
            Feature.ENTITIES, Feature.SUBWORD, Feature.EMPTY, Feature.TEXTS, Feature.CONTROLS,
            Feature.ARTICLE_IDS,
        }),
        unit="token", options=frozenset({"scheme", "clitics"}),
    ),
    Format(
        "wojood", "Wojood nested tags", "wojood", "rw", (".wojood", ".iob", ".txt"),
        carries=frozenset({Feature.ENTITIES, Feature.NESTED, Feature.SUBWORD, Feature.EMPTY}),
        unit="token", options=frozenset({"clitics"}),
    ),
    Format(
        "doccano", "doccano", "doccano", "rw", (".jsonl", ".json"),
        carries=EVERYTHING - {
            Feature.IDS, Feature.ATTRIBUTES, Feature.ATTRIBUTE_TYPES, Feature.NOTES,
            Feature.LAYER, Feature.LAYERS, Feature.STATUS,
        },
        options=frozenset({"offsets"}),
    ),
    Format(
        "prodigy", "Prodigy", "prodigy", "rw", (".jsonl", ".json"),
        carries=EVERYTHING - {Feature.BLANK_EDGES}, options=frozenset({"offsets", "clitics"}),
    ),
    Format(
        "labelstudio", "Label Studio", "labelstudio", "rw", (".json",), carries=EVERYTHING,
        unit="utf16", shape="either", options=frozenset({"offsets"}),
    ),
    Format(
        "spacy", "spaCy", "docbin", "w", (".spacy",), carries=EVERYTHING - {Feature.BLANK_EDGES},
        unit="token", options=frozenset({"clitics"}),
    ),
    Format(
        "huggingface", "Hugging Face datasets", "huggingface", "rw",
        (".parquet", ".arrow", ".jsonl", ".json"), carries=EVERYTHING,
        shape="either", options=frozenset({"scheme"}), names_parts=True,
    ),
    Format(
        "docred", "DocRED", "docred", "w", (),
        carries=_LINKED_ENTITIES, unit="token", shape="folder", options=frozenset({"clitics"}),
    ),
    Format(
        "rebel", "REBEL", "rebel", "w", (".jsonl",),
        carries=_LINKED_ENTITIES | {
            Feature.TEXTS, Feature.CONTROLS, Feature.BLANK_EDGES, Feature.IDS,
        },
    ),
    Format(
        "quotes-iob", "Quotes in columns", "quotesiob", "rw", (".qiob", ".iob"),
        carries=frozenset({
            Feature.QUOTES, Feature.QUOTE_TYPES, Feature.CUES, Feature.SOURCES,
            Feature.DISCONTINUOUS, Feature.SUBWORD, Feature.ARTICLE_IDS, Feature.EMPTY,
            Feature.TEXTS, Feature.CONTROLS,
        }),
        unit="token", options=frozenset({"scheme", "clitics"}),
    ),
)  # fmt: skip
"""All formats; the first is the default of an export."""


def readable() -> tuple[Format, ...]:
    """The formats that can be imported."""
    return tuple(format for format in FORMATS if format.reads)


def writable() -> tuple[Format, ...]:
    """The formats that can be exported."""
    return tuple(format for format in FORMATS if format.writes)


def by_name(name: str) -> Format:
    """The format of this name, or UserError."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UserError(
        "There is no format {name}.",
        hint="The formats are: {names}.",
        name=name,
        names=", ".join(format.name for format in FORMATS),
    )


def recognised(source: Source) -> Format:
    """The format of a source that nobody has named, by its name and a look at it; or UserError.

    Where several formats share a suffix, each looks; the surest has it. Two that are equally sure
    are not chosen between. A name that tells nothing leaves it to a look that is sure.
    """
    candidates, least = _candidates(source), 1
    if len(candidates) == 1 and not source.has_members:
        return candidates[0]
    if not candidates:
        candidates, least = [one for one in readable() if one.shape != "folder"], 2
    sure = [(_sure(format, source), format) for format in candidates]
    best = max(confidence for confidence, _ in sure)
    found = [format for confidence, format in sure if confidence == best]
    if best < least:
        raise _unknown(source)
    if len(found) > 1:
        raise UserError(
            "This may be any of: {titles}.",
            hint="Name its format: --format with one of {names}.",
            titles=", ".join(format.title for format in found),
            names=", ".join(format.name for format in found),
        )
    return found[0]


def _sure(format: Format, source: Source) -> int:
    try:
        return format.recognises(source)
    except UserError:
        if source.has_members:
            raise  # a folder or zip that cannot be trusted
        return 0  # reading the file will say why


def _candidates(source: Source) -> list[Format]:
    if source.has_members:
        return [format for format in readable() if format.shape != "file"]
    return [
        format
        for format in readable()
        if format.shape != "folder" and source.suffix in format.suffixes
    ]


def _unknown(source: Source) -> UserError:
    """Why nothing can be made of a source: what it is, or else that its name does not tell."""
    try:
        beginning = b"-" if source.has_members else source.beginning(most=16)
        refuse_other_kinds(beginning)
    except UserError as error:
        return error
    if not beginning:
        return UserError("The file is empty.")
    whole = [one for one in readable() if one.shape == "folder" and source.suffix in one.suffixes]
    if whole and not source.has_members:
        return UserError(
            "This is one file of {title}, which belongs together with others.",
            hint="Name the folder that it is in, or a zip of that folder.",
            title=whole[0].title,
        )
    if _candidates(source) and not source.has_members:
        message = "The file is in none of the formats that have such names."
    else:
        message = "The name of this file does not tell its format."
    return UserError(
        message,
        hint="Name it: --format with one of {names}.",
        names=", ".join(format.name for format in readable()),
    )
