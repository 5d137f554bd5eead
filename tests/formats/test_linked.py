"""Marks and links of tools that know nothing else: what makes no sense is refused."""

from __future__ import annotations

import pytest

from annotator.errors import UserError
from annotator.formats.linked import CUE, MORE, SOURCE, SPEAKER, Link, Mark, gathered
from annotator.model.annotations import Entity, Quote, Relation
from annotator.model.spans import Span

PERSON, PLACE = Mark("p", "PERS", 0, 3), Mark("g", "GPE", 4, 7)
DIRECT, SAID = Mark("q", "quote:direct", 8, 12), Mark("c", CUE, 13, 15)


def link(label: str, head: str, tail: str, number: int = 0) -> Link:
    return Link(f"{label}{number}", label, head, tail)


def test_a_quote_is_put_together_from_its_parts() -> None:
    further, source = Mark("q2", "quote:direct", 16, 18), Mark("s", SOURCE, 0, 3)
    links = [
        link(CUE, "q", "c"), link(SOURCE, "q", "s"), link(SPEAKER, "q", "p"), link(MORE, "q", "q2"),
        link("ABOUT", "q", "g"),
    ]  # fmt: skip
    person, place, quote, about = gathered(
        "x", [PERSON, PLACE, DIRECT, SAID, further, source], links
    )
    assert isinstance(quote, Quote)
    assert (quote.type, quote.span) == ("direct", Span(((8, 12), (16, 18))))
    assert (quote.cue, quote.source, quote.speaker) == (Span.of(13, 15), Span.of(0, 3), person.id)
    assert isinstance(about, Relation)
    assert (about.head, about.tail) == (quote.id, place.id)


def test_two_spans_that_are_the_same_have_ids_of_their_own() -> None:
    one, other = gathered("x", [PERSON, PERSON._replace(key="again")], [])
    assert isinstance(one, Entity)
    assert one.id != other.id
    assert gathered("x", [PERSON], [])[0].id == one.id


@pytest.mark.parametrize(
    ("marks", "links", "said"),
    [
        ([PERSON, PERSON], [], "Two spans of the row have the id p"),
        ([PERSON], [link("VISITS", "p", "g")], "refers to g, which is not there"),
        ([PERSON], [link("VISITS", "g", "p")], "refers to g, which is not there"),
        ([SAID], [], "no quote is linked to it"),
        ([PERSON, SAID], [link(CUE, "p", "c")], "leads from a span that is no quote"),
        ([PERSON, PLACE], [link(SPEAKER, "p", "g")], "leads from a span that is no quote"),
        ([DIRECT, PERSON], [link(CUE, "q", "p")], "leads to a span with the label PERS"),
        ([PERSON, PLACE], [link(MORE, "p", "g")], "have different labels"),
        ([PERSON, PERSON._replace(key="o", start=1)], [link(MORE, "p", "o")], "make no span"),
        ([DIRECT, SAID, SAID._replace(key="d", start=14)],
         [link(CUE, "q", "c"), link(CUE, "q", "d")], "more than one link quote:cue"),
        ([DIRECT, PERSON, PLACE], [link(SPEAKER, "q", "p"), link(SPEAKER, "q", "g", 1)],
         "more than one link quote:speaker"),
        ([DIRECT, SAID, PERSON], [link(CUE, "q", "c"), link("VISITS", "c", "p")],
         "leads to a part of an annotation"),
        ([PERSON._replace(start=3)], [], "make no span"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(marks: list[Mark], links: list[Link], said: str) -> None:
    with pytest.raises(UserError, match=said):
        gathered("x", marks, links)
