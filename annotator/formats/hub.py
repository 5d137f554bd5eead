"""How a folder is laid out for the Hugging Face hub: names of files and splits, and cards.

Every table has one file a split, whose name `load_dataset` takes for the split even where there is
no card. A dataset that is not split has the one split `train`, as `load_dataset` has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.formats.base import Piece

Numbers = Mapping[str, Sequence[str]]
"""The names of the tags of each column, in the order of their numbers."""
_SPLITS = {"dev": "validation"}


class Files(NamedTuple):
    """The files of a split."""

    tokens: str
    articles: str
    token_lines: str
    article_lines: str


def split_name(part: str) -> str:
    """What `datasets` calls a part; most names are the same."""
    return _SPLITS.get(part, part)


def files_of(part: str) -> Files:
    """The files of a part."""
    split = split_name(part)
    return Files(
        f"tokens/{split}.parquet",
        f"articles/{split}.parquet",
        f"jsonl/tokens/{split}.jsonl",
        f"jsonl/articles/{split}.jsonl",
    )


def cards(numbers: Numbers, digests: Mapping[str, str]) -> Iterator[Piece]:
    """The cards of the folder, and of the folder in it that has the same as JSON lines."""
    yield "README.md", _card(numbers, "", ".parquet", digests).encode()
    yield "jsonl/README.md", _card(numbers, "jsonl/", ".jsonl", digests).encode()


def _card(numbers: Numbers, folder: str, ending: str, digests: Mapping[str, str]) -> str:
    front = ["---", "language:", "- ar", "task_categories:", "- token-classification", "configs:"]
    for name in ("tokens", "articles"):
        front += [f"- config_name: {name}", "  data_files:"]
        for file, digest in digests.items():
            inside = file.removeprefix(folder)
            if inside.startswith(f"{name}/") and inside.endswith(ending):
                split = inside.removeprefix(f"{name}/").removesuffix(ending)
                path = pattern(inside, digest[:16])
                front += [f"  - split: {split}", f'    path: "{path}"']
    if folder:  # a table of Parquet says itself what its columns are
        front += ["dataset_info:", "- config_name: tokens", "  features:", *_features(numbers)]
    return "\n".join([*front, "---", "", *_WORDS[ending]])


def pattern(file: str, digest: str) -> str:
    """A pattern that only this file matches, and that is another one when its bytes are.

    `datasets` knows a folder by its name and its card, so that it would give the rows of an earlier
    export from its cache. No digit and no letter of the digest is the dot before the suffix.
    """
    stem, dot, suffix = file.rpartition(".")
    return f"{stem}[!{digest}]{suffix}" if dot else file


def _features(numbers: Numbers) -> Iterator[str]:
    for name, kind in (("id", "string"), ("layer", "string")):
        yield from (f"  - name: {name}", f"    dtype: {kind}")
    for name, kind in (
        ("tokens", "string"), ("starts", "int32"), ("ends", "int32"), ("joined", "bool"),
    ):  # fmt: skip
        yield from (f"  - name: {name}", f"    sequence: {kind}")
    for name, tags in numbers.items():
        yield from (
            f"  - name: {name}", "    sequence:", "      class_label:", "        names:",
        )  # fmt: skip
        yield from (f"          '{place}': {json.dumps(tag)}" for place, tag in enumerate(tags))


_WORDS = {
    ".parquet": (
        "# Annotated articles", "",
        "`tokens` has one row an article: its tokens, where they start and end in the text (code",
        "points), whether they are joined to the token before, and the numbers of their tags.",
        "`articles` has the texts with all entities, quotes and relations; metadata and attributes",
        "are JSON in strings. The same as JSON lines is in `jsonl`.", "",
        "```python", "from datasets import load_dataset", "",
        'tokens = load_dataset("THIS FOLDER", "tokens")', "```", "",
    ),
    ".jsonl": ("# Annotated articles as JSON lines", ""),
}  # fmt: skip
