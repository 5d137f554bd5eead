"""The command that searches: a concordance for people, or JSON Lines for programs."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli import console
from annotator.cli.choices import statuses
from annotator.cli.console import PDI, RLI, isolated, plain

if TYPE_CHECKING:
    from annotator.exchange.concordance import Line
    from annotator.store import Found, Project, Query

_SIDE = 36
"""Columns on either side of the hit."""
_LIMIT = 100


def _modes() -> Sequence[str]:
    from annotator.text.matching import MODES

    return MODES


@click.command()
@console.project_argument
@click.argument("text", metavar="QUERY")
@click.option(
    "--mode",
    type=console.OneOf("mode", _modes),
    default="normal",
    help="normal: anywhere, however it is spelt; exact: as written; word: whole words; prefix: "
    "beginnings of words; regex: a regular expression.",
)
@click.option("--label", metavar="LABEL", help="Only hits that meet an entity of this label.")
@click.option("--speaker", metavar="NAME", help="Only hits in what this speaker is quoted with.")
@click.option("--author", metavar="NAME", help="Only what this author has worked on.")
@click.option(
    "--status", type=console.OneOf("status", statuses), help="Only articles with this status."
)
@click.option("--from", "since", metavar="DATE", help="Only articles of this day or later.")
@click.option("--to", "until", metavar="DATE", help="Only articles of this day or earlier.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=_LIMIT, show_default=True, help="Hits at most."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one for each hit.")
def search(project: Path, limit: int, as_json: bool, **asked: Any) -> None:
    """Search all articles for QUERY.

    Each hit is a line, the words around it on either side. Particles in front of a word (و ب ل …)
    do not hide it from --mode word and prefix.
    """
    from annotator.store import Project, Query

    query = Query(**asked)
    with Project.open(project) as opened:
        hits = _hits(opened, query)
        shown = _tell_json(hits, limit) if as_json else _tell(hits, limit)
        more = next(hits, None) is not None
    _tell_count(shown, more=more, aside=as_json)


def _hits(project: Project, query: Query) -> Iterator[tuple[Found, Line]]:
    from annotator.exchange.concordance import lines

    for page in project.search(query):
        for found in page.found:
            for line in lines(found):
                yield found, line


def _tell_count(shown: int, *, more: bool, aside: bool) -> None:
    if more:
        text = f"Hits shown: {shown}; there are more, --limit says how many to show."
    else:
        text = f"Hits: {shown}." if shown else "Nothing was found."
    click.echo(text, err=aside)


def _tell_json(hits: Iterator[tuple[Found, Line]], limit: int) -> int:
    import msgspec

    shown = 0
    for found, line in islice(hits, limit):
        row = {
            "article": found.number, "id": found.id, "title": found.title, "date": found.date,
            "start": line.start, "end": line.end, "text": found.text[line.start : line.end],
            "before": line.before, "after": line.after,
        }  # fmt: skip
        sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
        shown += 1
    return shown


def _tell(hits: Iterator[tuple[Found, Line]], limit: int) -> int:
    number, shown = 0, 0
    for found, line in islice(hits, limit):
        if found.number != number:
            number = found.number
            date = f" · {found.date}" if found.date else ""
            click.echo(f"{number} · {isolated(line.title)}{plain(date)}")
        click.echo(_row(line))
        shown += 1
    return shown


# Rows of a terminal


def _row(line: Line) -> str:
    """A line with the hit in its middle, for terminals that know two directions and for others.

    The whole row is one isolate from right to left, so that what stands before the hit is to its
    right; and what is counted off is what is seen: vowel signs take no column.
    """
    before = " ".join(_cut(plain(line.before).split(" ")[::-1])[::-1])
    after = " ".join(_cut(plain(line.after).split(" ")))
    hit = click.style(plain(line.hit), bold=True)
    left, right = _SIDE - _columns(before), _SIDE - _columns(after)
    return f"  {RLI}{' ' * left}{before}{hit}{after}{' ' * right}{PDI}"


def _cut(words: list[str]) -> list[str]:
    """As many of the words as there is room for, from the hit on."""
    room = _SIDE
    for count, word in enumerate(words):
        room -= _columns(word) + (count > 0)
        if room < 0:
            return words[:count]
    return words


def _columns(text: str) -> int:
    return sum(unicodedata.category(char) not in ("Mn", "Me") for char in text)


COMMANDS = (search,)
