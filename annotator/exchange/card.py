"""The dataset card: a README.md beside an export, for people and for the Hugging Face hub.

The front matter is YAML of which every value that comes from a project is written as JSON, which
YAML takes as it is; its key `annotator` has the counts and checksums that `verifying` checks again.
The same export gives the same card: no clock. Names from a project are escaped in Markdown.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator import __version__
from annotator.exchange.cardwords import WORDS, Words
from annotator.exchange.facts import KINDS, Counts, Pair
from annotator.exchange.rowcheck import SCHEMA
from annotator.formats import Feature, Format, Loss
from annotator.formats.hub import pattern, split_name
from annotator.model.guidelines import GuidelinePage
from annotator.model.labels import EntityLabel, LabelSet, Language, QuoteType, RelationLabel

NAME = "README.md"
KEY = "annotator: "
_MEANING = re.compile(r"[!#$&*+<>@\[\]\\^_`{|}~]|:(?=//)|(?<=www)\.")


_LICENCES = frozenset({
    "apache-2.0", "mit", "cc", "cc0-1.0", "cc-by-2.0", "cc-by-2.5", "cc-by-3.0", "cc-by-4.0",
    "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-2.0", "cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nd-4.0",
    "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0",
    "cdla-sharing-1.0", "cdla-permissive-1.0", "cdla-permissive-2.0", "odc-by", "odbl", "pddl",
    "gpl-3.0", "lgpl-3.0", "agpl-3.0", "bsd-3-clause", "unlicense",
})  # fmt: skip
"""Short names that the hub knows."""


class Facts(NamedTuple):
    """Everything that a card says. `files` has the SHA-256 of each file but the card's own.

    `how` is "hash", "date", "source" or, where nothing was split, "".
    """

    format: Format
    labels: LabelSet
    parts: Mapping[str, Counts]
    pairs: Sequence[Pair]
    guidelines: Sequence[GuidelinePage]
    files: Mapping[str, str]
    how: str = ""
    copies: int = 0
    licence: str | None = None
    date: str | None = None
    lost: Sequence[Loss] = ()
    scheme: str | None = None

    @property
    def title(self) -> str:
        """The name of no file is in it: a copy of the project gives the same card."""
        return f"Arabic news, annotated ({self.labels.name})"


def card(facts: Facts, front: str = "") -> str:
    """The whole README.md; `front` is the front matter that the format itself has, if it has."""
    lines = ["---", *_front(facts, front), "---", "", f"# {escaped(facts.title)}", ""]
    lines += ["[العربية](#ar) · [English](#en)", ""]
    for language in ("en", "ar"):
        lines += _section(facts, WORDS[language], language)
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Text from a project for Markdown: one line, and no character of it means anything."""
    plain = "".join(c if c.isprintable() else f"\\u{{{ord(c):04X}}}" for c in text)
    return _MEANING.sub(r"\\\g<0>", plain)


def told_in(text: str) -> dict[str, Any] | None:
    """What a card tells to programs; None if it is no card of ours."""
    for line in text.split("\n"):
        if line.startswith(KEY):
            try:
                found = json.loads(line.removeprefix(KEY))
            except ValueError:
                return None
            return found if isinstance(found, dict) else None
    return None


# The front matter


def _front(facts: Facts, own: str) -> Iterator[str]:
    if own:
        yield from own.strip("\n").split("\n")
    else:
        yield from ("language:", "- ar", "task_categories:", "- token-classification")
        if configs := list(_configs(facts)):
            yield f"configs: {_json(configs)}"
    yield f"pretty_name: {_json(facts.title)}"
    yield from _licence(facts.licence)
    yield f"size_categories: {_json([_size(sum(one.rows for one in facts.parts.values()))])}"
    counts = {name: part.told() for name, part in facts.parts.items()}
    yield KEY + _json(
        {
            "card": 1,
            "version": __version__,
            "format": facts.format.name,
            "scheme": facts.scheme,
            "split": facts.how or None,
            "date": facts.date,
            "parts": counts,
            "files": dict(sorted(facts.files.items())),
        }
    )


def _licence(stated: str | None) -> Iterator[str]:
    """The hub knows some licences by short names; any other is `other`, with its name."""
    if stated is None:
        return
    if stated.lower() in _LICENCES:
        yield f"license: {stated.lower()}"
    else:
        yield from ("license: other", f"license_name: {_json(stated)}")


def _size(rows: int) -> str:
    bounds = ((1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"))
    return next((name for most, name in bounds if rows < most), "100K<n<1M")


def _configs(facts: Facts) -> Iterator[dict[str, Any]]:
    """Where `datasets` finds each part; the format `huggingface` says it itself."""
    if facts.format.name == "jsonl":
        files = {part: f"{part}.jsonl" for part in facts.parts}
        yield {
            "config_name": "default",
            "data_files": [
                {
                    "split": split_name(part) if facts.how else "train",
                    "path": pattern(file, facts.files[file][:16]),
                }
                for part, file in files.items()
            ],
        }


def _json(value: object) -> str:
    """JSON that YAML reads too: it refuses some characters, which JSON can write as numbers."""
    made = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in made)


# The text


def _section(facts: Facts, words: Words, language: Language) -> Iterator[str]:
    direction = ' dir="rtl"' if language == "ar" else ""
    yield from (f'<div id="{language}" lang="{language}"{direction}>', "")
    yield from _overview(facts, words)
    yield from _contents(facts, words)
    yield from _labels(facts, words, language)
    yield from _people(facts, words)
    yield from _gaps(facts, words)
    yield from _checks(facts, words)
    yield from ("</div>", "")


def _overview(facts: Facts, words: Words) -> Iterator[str]:
    yield from (f"## {words.overview}", "", words.about, "")
    licence = words.not_stated if facts.licence is None else escaped(facts.licence)
    rows = (
        (words.licence, licence),
        (words.language, words.arabic),
        (words.date, words.not_stated if facts.date is None else escaped(facts.date)),
        (words.format, f"`{facts.format.name}`"),
        (words.offsets, words.units[facts.format.unit]),
        *(((words.scheme, facts.scheme),) if facts.scheme is not None else ()),
        *(((words.schema, f"[{SCHEMA}]({SCHEMA})"),) if SCHEMA in facts.files else ()),
        (words.tool, f"Annotator {__version__}"),
    )
    yield from (f"- {name}: {value}" for name, value in rows)
    yield ""


def _contents(facts: Facts, words: Words) -> Iterator[str]:
    yield from (f"## {words.contents}", "")
    heads = (words.part, words.articles, words.rows, words.characters, *words.kinds)
    yield from _table(heads, (_counted(name, one) for name, one in facts.parts.items()))
    if facts.how:
        yield from (words.split[facts.how] + " " + words.copies.format(facts.copies), "")


def _counted(name: str, one: Counts) -> tuple[object, ...]:
    kinds = (sum(one.kinds[kind].values()) for kind in KINDS)
    return (name, one.articles, one.rows, one.characters, *kinds)


def _labels(facts: Facts, words: Words, language: Language) -> Iterator[str]:
    yield from (f"## {words.labels}", "")
    yield from (escaped(facts.labels.description.in_language(language)), "")
    sets: tuple[Sequence[EntityLabel | QuoteType | RelationLabel], ...] = (
        facts.labels.entities, facts.labels.quotes, facts.labels.relations,
    )  # fmt: skip
    for kind, title, known in zip(KINDS, words.kinds, sets, strict=True):
        if Feature(kind) not in facts.format.carries:
            continue
        rows = list(_defined(facts, kind, known, words, language))
        if rows:
            yield from (f"### {title}", "")
            yield from _table((words.label, words.means, *facts.parts), rows)
    if facts.guidelines:
        yield from (f"## {words.guidelines}", "")
        for page in facts.guidelines:
            yield f"- [{escaped(page.name)} ({page.language})]({guideline_file(page)})"
        yield ""


def _defined(
    facts: Facts,
    kind: str,
    known: Sequence[EntityLabel | QuoteType | RelationLabel],
    words: Words,
    language: Language,
) -> Iterator[tuple[object, ...]]:
    counts = [part.kinds[kind] for part in facts.parts.values()]
    for one in known:
        title, help = one.title.in_language(language), one.help.in_language(language)
        means = f"{escaped(title)}. {escaped(help)}" if help else escaped(title)
        yield (escaped(one.name), means, *(found[one.name] for found in counts))
    unknown = {name for found in counts for name in found} - {one.name for one in known}
    for name in sorted(unknown):
        yield (escaped(name), words.not_in_set, *(found[name] for found in counts))


def _people(facts: Facts, words: Words) -> Iterator[str]:
    yield from (f"## {words.people}", "")
    every = sum((part.layers for part in facts.parts.values()), Counter())
    layers = {name: count for name, count in every.items() if name is not None}
    if not layers:
        yield from (words.nobody, "")
        return
    rows = [(escaped(name), count) for name, count in sorted(layers.items())]
    yield from _table((words.person, words.rows), rows)
    if not facts.pairs:
        yield from (words.no_agreement, "")
        return
    yield from (words.agreement, "")
    yield from _table(
        (words.pair, words.articles, words.f1, words.kappa),
        [
            (
                f"{escaped(one)} – {escaped(other)}", found.articles, _two(found.f1),
                _two(found.kappa),
            )
            for one, other, found in facts.pairs
        ],
    )  # fmt: skip


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _gaps(facts: Facts, words: Words) -> Iterator[str]:
    """What a user of the dataset would be glad to have been told."""
    yield from (f"## {words.gaps}", "")
    if facts.licence is None:
        yield f"- {words.no_licence}"
    parts = facts.parts.values()
    for template, count in (
        (words.untouched, sum(part.layers[None] for part in parts)),
        (words.not_done, sum(part.unfinished for part in parts)),
    ):
        if count:
            yield f"- {template.format(count)}"
    yield from _unused(facts, words)
    yield from (f"- {words.unjudged}", "")
    if not facts.lost:
        yield from (words.no_gaps, "")
        return
    yield from (words.lost, "")
    yield from (f"- {words.losses[one.feature].format(count=one.number)}" for one in facts.lost)
    yield ""


def _unused(facts: Facts, words: Words) -> Iterator[str]:
    """Labels that a model could not learn, or not be tested on."""
    sets: tuple[Sequence[EntityLabel | QuoteType | RelationLabel], ...] = (
        facts.labels.entities, facts.labels.quotes, facts.labels.relations,
    )  # fmt: skip
    carried = [
        one.name
        for kind, known in zip(KINDS, sets, strict=True)
        if Feature(kind) in facts.format.carries
        for one in known
    ]
    used: Counter[str] = sum((part.labels for part in facts.parts.values()), Counter())
    if never := [name for name in carried if not used[name]]:
        yield f"- {words.unused.format(_names(never))}"
    for name, part in facts.parts.items():
        if absent := [label for label in carried if used[label] and not part.labels[label]]:
            yield f"- {words.missing.format(f'`{name}`', _names(absent))}"


def _names(labels: Iterable[str]) -> str:
    return " · ".join(map(escaped, labels))


def _checks(facts: Facts, words: Words) -> Iterator[str]:
    yield from (f"## {words.checks}", "")
    offsets = facts.format.unit != "token"
    yield from (f"- {line}" for line in words.checked[0 if offsets else 1 :])
    if facts.how:
        yield f"- {words.no_copies}"
    yield from ("", words.again, "", "```sh", "annotator verify .", "```", "")
    rows = [(f"`{name}`", f"`{digest}`") for name, digest in sorted(facts.files.items())]
    yield from _table((words.file, "SHA-256"), [(_cell(a), b) for a, b in rows])


def _cell(code: str) -> str:
    return code.replace("|", "\\|")


def _table(heads: Sequence[str], rows: Any) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""


def guideline_file(page: GuidelinePage) -> str:
    """Where a guideline page lies beside the card."""
    return f"guidelines/{page.name}.{page.language}.md"
