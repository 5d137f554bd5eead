"""Articles with annotations of all kinds anywhere, for what must hold of whatever comes."""

from __future__ import annotations

from hypothesis import strategies as st

from annotator.errors import EditRefused
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.quality.corpus import Worked
from tests.notation import NEWS
from tests.texts import PIECES

_WORDS = ("بيروت", "وبيروت", "وزيرة", "للوزيرة", "الوزيرة", "قالت", "«", "»", "،", ".", " ", " ")
_TEXTS = st.lists(st.sampled_from((*_WORDS, *_WORDS, *PIECES)), min_size=1, max_size=14)
_STATES = st.sampled_from(("new", "begun", "done", "skipped"))
_LABELS = st.sampled_from(("GPE", "ORG", "PERS", "OCC"))
_TYPES = st.sampled_from(("direct", "indirect", "mixed"))
_NOTES = st.sampled_from((None, None, None, "؟"))


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    """One or two fragments in a text of so many code points."""
    cuts = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=4)))
    if len(cuts) < 4:
        return Span.of(cuts[0], cuts[-1])
    return Span(((cuts[0], cuts[1]), (cuts[2], cuts[3])))


@st.composite
def articles(draw: st.DrawFn, text: str, id: str) -> AnnotatedArticle:
    """Annotations that the model admits, over this text."""
    article = AnnotatedArticle(Article(id=id, text=text), NEWS)
    for number in range(draw(st.integers(0, 6))):
        ids = [one.id for one in article.in_order()]
        one = _annotation(draw, text, f"{id}-{number}", ids)
        try:
            article = article.apply(Edit(added=(one,)))
        except EditRefused:
            continue  # The same again, or a relation that the label set has not.
    return article


def _annotation(draw: st.DrawFn, text: str, id: str, ids: list[str]) -> Annotation:
    kind = draw(st.sampled_from(("entity", "entity", "entity", "quote", "relation")))
    note = draw(_NOTES)
    if kind == "relation" and len(ids) > 1:
        head, tail = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        return Relation(id=id, label="EMPLOYED_BY", head=head, tail=tail, note=note)
    span = draw(spans(len(text)))
    if kind == "entity":
        return Entity(id=id, label=draw(_LABELS), span=span, note=note)
    parts = [draw(st.none() | spans(len(text))) for _ in range(2)]
    speaker = draw(st.sampled_from([None, *ids]))
    return Quote(id=id, type=draw(_TYPES), span=span, cue=parts[0], source=parts[1],
                 speaker=speaker, note=note)  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> list[Worked]:
    """A few articles, some of which are copies with a word changed."""
    made: list[Worked] = []
    words: list[str] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        if not words or draw(st.booleans()):
            words = draw(_TEXTS)
        else:
            words = list(words)
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(PIECES))
        text = "".join(words).replace("\r\n", "\n") or " "
        suggested = tuple(draw(articles(text, f"s{number}")).listed())
        article = draw(articles(text, f"a{number}"))
        made.append(Worked(number, article, draw(_STATES), (), suggested))
    return made
