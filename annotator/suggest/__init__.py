"""Suggesters: from an article and what is annotated in it to annotations that a person may take.

One table of all of them. None knows the store or the window; each returns values and changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.errors import UserError
from annotator.suggest.base import KINDS, Judged, Kind, Materials, Suggester, Way

__all__ = ["KINDS", "WAYS", "Judged", "Kind", "Materials", "Suggester", "Way", "chosen"]

WAYS: tuple[Way, ...] = (
    Way(
        "memory", "Memory",
        "Strings that were marked before, as often as they were marked and not rejected.",
        "memory", "entities",
    ),
    Way(
        "learned", "Learned",
        "Entities as the finished articles of this project have them.",
        "learned", "entities",
    ),
    Way(
        "camel", "CAMeL model",
        "Entities by a pretrained model of camel-tools, or by one of your own.",
        "camel", "entities", light=False, sees=False,
    ),
    Way(
        "quotations", "Quotations",
        "Quotes between marks and reported speech, with their cue, source and speaker.",
        "quotations", "quotes",
    ),
    Way(
        "relations", "Relations",
        "What stands as related annotations stood before, and titles and places of names.",
        "relations", "relations",
    ),
)  # fmt: skip
"""All ways to suggest, in the order in which they are offered."""


def chosen(names: Iterable[str]) -> tuple[Way, ...]:
    """The ways with these names, in the order of the table.

    Raises UserError for a name that is none.
    """
    wanted, known = set(names), {way.name for way in WAYS}
    for name in sorted(wanted - known):
        raise UserError(
            "There is no suggester {name}.",
            hint="The suggesters are: {names}.",
            name=name,
            names=", ".join(way.name for way in WAYS),
        )
    return tuple(way for way in WAYS if way.name in wanted)
