"""All checks of annotations: one table, and the run over a corpus.

A check is a small function that looks at one annotated article, in the light of what all articles
of the author tell. It changes nothing and knows no project file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from annotator.errors import UserError
from annotator.quality.checks import copies, edges, quoting, strings, structure, twins
from annotator.quality.checks.base import Check, finding
from annotator.quality.corpus import Corpus, Knowledge
from annotator.quality.findings import Finding, Fix, edit

__all__ = ["CHECKS", "Check", "Finding", "Fix", "chosen", "edit", "run"]

CHECKS: tuple[Check, ...] = (
    Check("spaces", "Spaces at the edges",
          "White space at the edge of a span belongs to no name and no quote.",
          edges.spaces, "Trim the edges", sure=True),
    Check("punctuation", "Punctuation at the edges",
          "A mark at the edge of a span belongs to the sentence, unless its partner is inside.",
          edges.punctuation, "Trim the edges", sure=True),
    Check("letters", "Letters cut in two",
          "An edge must not part a letter from its vowel signs.",
          edges.letters, "Take the whole letter", sure=True),
    Check("labels", "One string, several labels",
          "The same string mostly means the same thing: has it got the wrong label here?",
          strings.labels, "Take the more frequent label"),
    Check("unmarked", "Marked elsewhere, not here",
          "In articles that are done, a string that is marked elsewhere may be forgotten.",
          strings.unmarked, "Mark it", done_only=True),
    Check("particles", "Particles inside a name",
          "The particles و ف ب ك ل are in the name here, and outside of it elsewhere.",
          strings.particles, "Take the particles out"),
    Check("crossing", "Crossing spans",
          "Entities hold each other or stand apart; two that cross are rarely meant.",
          structure.crossing),
    Check("twins", "Marked twice",
          "Two annotations with the same label cover the same words, but for what is not seen.",
          twins.twins, "Remove one of the two", sure=True),
    Check("rules", "Against the rules",
          "The label set does not admit the annotation; it came so from outside.",
          structure.rules),
    Check("lengths", "Unlikely lengths",
          "A span far longer than others of its label, or of one letter, may have slipped.",
          structure.lengths),
    Check("cues", "Quotes without a cue",
          "A verb or a phrase introduces nearly every quote; E puts it in.",
          quoting.cues),
    Check("speakers", "Quotes without a speaker",
          "Somebody said it, even if only a pronoun says who; W puts the speaker in.",
          quoting.speakers),
    Check("marks", "Quotation marks without a quote",
          "In articles that are done, words between quotation marks may be a forgotten quote.",
          quoting.marks, done_only=True),
    Check("suggestions", "Done, with suggestions open",
          "The article is done, and suggestions wait to be accepted or rejected.",
          quoting.suggestions, done_only=True),
    Check("copies", "Copies annotated differently",
          "A copy of the article marks the same passage otherwise; or it marks what is not marked "
          "here, which is told of articles that are done.",
          copies.copies, "Mark it here too", compares=True),
)  # fmt: skip


def chosen(ids: Iterable[str]) -> tuple[Check, ...]:
    """The checks with these ids, in the order of the table; all if none is named."""
    wanted, known = set(ids), {one.id for one in CHECKS}
    for id in sorted(wanted - known):
        raise UserError(
            "There is no check {name}.",
            hint="The checks are: {names}.",
            name=id,
            names=", ".join(one.id for one in CHECKS),
        )
    return tuple(one for one in CHECKS if one.id in wanted or not wanted)


def run(
    corpus: Corpus, checks: Iterable[Check] = CHECKS, tell: Callable[[int], None] | None = None
) -> list[Finding]:
    """What the checks find, by check and then by article.

    Reads the corpus twice. `tell` is told the number of each article before it is looked at, and
    may raise to stop.
    """
    wanted = tuple(checks)
    knowledge = Knowledge.of(corpus, copies=any(check.compares for check in wanted))
    found: dict[str, list[Finding]] = {check.id: [] for check in wanted}
    for worked in corpus():
        if tell is not None:
            tell(worked.number)
        for check in wanted:
            if check.done_only and not worked.done:
                continue
            places = check.find(worked, knowledge)
            found[check.id].extend(finding(check, worked, place) for place in places)
    return list(_sifted(found, knowledge))


def _sifted(found: dict[str, list[Finding]], knowledge: Knowledge) -> Iterator[Finding]:
    for id, findings in found.items():
        if id == "copies":
            yield from sorted(findings, key=lambda one: one.article)
        elif id == "unmarked":
            yield from strings.seldom_unmarked(findings, knowledge)
        else:
            yield from findings
