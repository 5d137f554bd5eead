"""What the tests of suggestions share: an article, suggestions for it, and what is in focus."""

from __future__ import annotations

from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.spans import Span
from annotator.model.suggestions import Suggestion, scored

from .conftest import AUTHOR
from .desk import Desk

LINE = "زارت ليلى الحموري عمّان، وقالت ليلى: “العمل يبدأ غدًا”، ثم عادت ليلى إلى بيروت."


def entity(id: str, label: str, words: str, after: int = 0, score: float = 0.8) -> Annotation:
    """A suggestion to mark the first `words` behind a place."""
    start = LINE.index(words, after)
    return suggestion(Entity(id=id, label=label, span=Span.of(start, start + len(words))), score)


def suggestion(one: Annotation, score: float) -> Annotation:
    """An annotation as the layer of a model holds it."""
    return scored(Suggestion(one, score))


SPEECH = "العمل يبدأ غدًا"
HER = entity("her", "PERS", "ليلى الحموري")
TOWN = entity("town", "GPE", "عمّان")
SHE = entity("she", "PERS", "ليلى", LINE.index("وقالت"))
AGAIN = entity("again", "PERS", "ليلى", LINE.index("عادت"))
CITY = entity("city", "FAC", "بيروت", score=0.3)
SAYING = suggestion(
    Quote(
        id="saying", type="direct",
        span=Span.of(LINE.index(SPEECH), LINE.index(SPEECH) + len(SPEECH)),
        cue=Span.of(LINE.index("قالت"), LINE.index("قالت") + 4),
        source=SHE.span, speaker="she",
    ),
    0.95,
)  # fmt: skip
ALL = (HER, TOWN, SHE, AGAIN, CITY)


def put(at: Desk, *annotations: Annotation, model: str = "model:memory") -> None:
    """Let a model suggest this for the article in view."""
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    project.suggested.replace(number, model, "1", annotations)
    at.workspace.renew_offers()


def focused(at: Desk) -> str:
    """The words and the label of what is in focus."""
    shown = at.workspace.shown
    assert shown is not None
    found = shown.get(at.workspace.focus)
    assert found is not None
    assert not isinstance(found, Relation)
    return f"{found.span.surface(shown.text)} {found.label}"


def on_disk(at: Desk) -> int:
    """How many annotations the person has in the file."""
    project, number = at.workspace.project, at.workspace.number
    assert project is not None
    assert number is not None
    return len(project.annotated(number, AUTHOR))
