"""Annotates the gold articles anew with suggestions on, and counts the keys.

The order of work: through what is suggested, as it is read; then what is missing by hand, as in
`keystroke_replay`; then through what is suggested upon that. What is right is accepted, and what is
wrong is corrected if that takes few keys, else rejected: nothing is left open. Models look again
after every key that changes something, as they do in the window.

`F4` goes to the first of what is suggested, and back there from what was marked by hand; `Enter`
and `Delete` decide and go on to the next one, a label's key accepts with that label, `[ ] { }` move
the edges before that, and `R` accepts an entity and begins a relation of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from annotator.desktop.window import MainWindow
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation, spans_of
from annotator.model.labels import LabelSet
from annotator.model.nesting import in_the_way
from annotator.model.offers import Offer, Offers
from annotator.model.record import Record
from annotator.model.suggestions import Decision, Suggestion
from annotator.suggest import Materials, Suggester, Way, chosen
from annotator.suggest.pipeline import propose
from annotator.text.tokens import nearest_word
from tests.benchmarks.keystroke_model import Work, pressed
from tests.benchmarks.keystroke_replay import Desk, Made
from tests.benchmarks.keystroke_trial import NoWay, State

WAYS = ("memory", "learned", "quotations", "relations")
_FEW = 4
"""With more keys than this nothing is corrected: it is rejected and marked by hand."""
_ALL_ALIKE = ("Shift+Return", "Return")
"""Accepts all like this, after showing them."""
_MOVES = frozenset(("Left", "Right", "Up", "Down", "Home", "End", "G", "Escape"))
"""They lead away from what is in focus."""
REJECT = "Delete"
_ROUNDS = 3


class _Once:
    """A suggester that says the same of a text whatever is marked on it: asked once for each."""

    def __init__(self, suggester: Suggester) -> None:
        self._suggester = suggester
        self.version = suggester.version
        self._said: dict[str, Sequence[Suggestion]] = {}

    def suggest(self, article: AnnotatedArticle) -> Sequence[Suggestion]:
        """What it says of the text."""
        if article.article.id not in self._said:
            self._said[article.article.id] = self._suggester.suggest(article)
        return self._said[article.article.id]

    def close(self) -> None:
        """Close it."""
        self._suggester.close()


def taught(
    labels: LabelSet, known: Iterable[Record], examples: Iterable[Record] = ()
) -> dict[Way, Suggester]:
    """The suggesters that know these finished articles, have these examples, and nothing else."""
    finished, others = (
        [AnnotatedArticle.build(one.article, labels, one.annotations) for one in records]
        for records in (known, examples)
    )
    of = Materials(
        labels=labels, worked=lambda: iter(finished), finished=lambda: iter(finished),
        examples=lambda: iter(others),
    )  # fmt: skip
    return {way: way.make(of) if way.sees else _Once(way.make(of)) for way in chosen(WAYS)}


class Confirming(Desk):
    """Somebody who works with suggestions on; with `alike` they accept all like one at once."""

    def __init__(
        self, window: MainWindow, record: Record, suggesters: Mapping[Way, Suggester],
        *, alike: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(window, record)
        self._suggesters, self._alike = suggesters, alike
        self._decided: list[Decision] = []
        self._by_hand: set[str] = set()
        self._seen: tuple[object, int, Offers] | None = None
        self._gold = {one.id: one for one in record.annotations}
        self._places = {_place(one): one for one in record.annotations}

    # What is there

    @property
    def _own(self) -> AnnotatedArticle:
        assert self.workspace.annotated is not None
        return self.workspace.annotated

    def _offers(self) -> Offers:
        """What is suggested now."""
        now = (self._own, len(self._decided))
        if self._seen is None or self._seen[0] is not now[0] or self._seen[1] != now[1]:
            layers = propose(self._own, self._suggesters, self._decided)
            self._seen = (*now, Offers.of(self._own, layers, self._decided))
        return self._seen[2]

    def _missing(self, kind: type[Annotation]) -> list[Annotation]:
        """What is neither made nor rightly suggested, as it is read."""
        offered = {
            found.id for one in self._offers().listed() if (found := self._meant(one.annotation))
        }
        there = offered | self.planner.made.keys() | self._by_hand
        left = [one for one in self._gold.values() if isinstance(one, kind) and one.id not in there]
        if kind is Relation:
            return left
        return sorted(left, key=lambda one: (one.span.start, -one.span.end))  # type: ignore[union-attr]

    def _meant(self, one: Annotation) -> Annotation | None:
        """The annotation of the corpus that it is; None if it is none, or not wholly."""
        if isinstance(one, Relation):
            return self._meant_relation(one)
        found = self._places.get(_place(one))
        if not isinstance(one, Quote) or not isinstance(found, Quote):
            return found
        speaker = self._gold_of(one.speaker)
        same = (one.type, one.cue, one.source, speaker) == (
            found.type, found.cue, found.source, found.speaker,
        )  # fmt: skip
        return found if same else None

    def _meant_relation(self, one: Relation) -> Annotation | None:
        head, tail = self._gold_of(one.head), self._gold_of(one.tail)
        label = self.workspace.labels.relation(one.label)
        found = self._places.get((one.label, head, tail))
        if found is None and label is not None and label.symmetric:
            found = self._places.get((one.label, tail, head))
        return found

    def _gold_of(self, id: str | None) -> str | None:
        """The id in the corpus of something made or suggested; "?" for what is not in it."""
        if id is None:
            return None
        for gold, made in self.planner.made.items():
            if made == id:
                return gold
        offer = self._offers().by_id.get(id)
        found = self._meant(offer.annotation) if offer is not None else None
        return found.id if found is not None else "?"

    # Working

    def annotate(self) -> list[Made]:
        """Confirm and complete; raises `AssertionError` if that is not what the record has."""
        for _ in range(_ROUNDS):
            # What is suggested upon something may be suggested no more upon the next thing.
            self._walk()
            self._quotes_by_hand()
            self._walk()
            self._relations_by_hand()
        self._walk()
        self._check()
        return self.made

    def _walk(self) -> None:
        """Through the article: decide what is suggested, mark what is missing before it."""
        names: tuple[str, ...] = ("F4",)
        while True:
            offer, missing = next(iter(self._offers().listed()), None), self._first_missing()
            if missing is not None and (offer is None or self._comes_first(missing, offer)):
                if offer is not None and not names:
                    self._be_at(offer)
                first = len(self.made)
                self._entity_by_hand(missing)
                if offer is not None and not names:
                    self._leave(offer, first)
                names = ("F4",)
            elif offer is not None:
                related = self._decide(offer, names)
                names = ("F4",) if related else ()
            else:
                break

    def _comes_first(self, missing: Entity, offer: Offer) -> bool:
        """Whether one marks this by hand before one decides about the offer.

        So with what stands before it, and with what the offer is a wrong part of, or wrongly more
        than: it goes by itself when that is marked.
        """
        if missing.span.start < self._begins(offer):
            return True
        one = offer.annotation
        if not isinstance(one, Entity) or self._meant(one):
            return False
        return in_the_way(one, missing) and self._corrected(one) is None

    def _first_missing(self) -> Entity | None:
        return next((one for one in self._missing(Entity) if isinstance(one, Entity)), None)

    def _begins(self, offer: Offer) -> int:
        """Up to where the article has been read when one is at an offer (code points)."""
        one = offer.annotation
        if isinstance(one, Relation):
            return len(self._own.text)
        return max(span.end for span in spans_of(one)) if isinstance(one, Quote) else one.span.start

    def _be_at(self, offer: Offer) -> None:
        """Have the cursor where it is when the offer is in focus."""
        one = offer.annotation
        spanned = self._offers().shown.spanned(one.head) if isinstance(one, Relation) else one
        if spanned is not None and not isinstance(spanned, Relation):
            start, end = spanned.span.fragments[0]
            self.workspace.set_cursor(nearest_word(self._own.text, start) or (start, end))

    def _leave(self, offer: Offer, first: int) -> None:
        """Count the key that leaves the offer in focus, where what was pressed needs that.

        With the offer in focus a label's key would accept it, and a selection would begin with all
        of its words: only a step to elsewhere needs nothing.
        """
        kind, names, work = self.made[first]
        spans = spans_of(offer.annotation)
        long = not spans or " " in spans[0].surface(self._own.text)
        grows = bool(names) and names[0].startswith("Shift+")
        if names and names[0].removeprefix("Ctrl+") not in _MOVES and (long or not grows):
            self.made[first] = Made(kind, ("Escape", *names), work._replace(keys=work.keys + 1))

    def _decide(self, offer: Offer, names: tuple[str, ...]) -> bool:
        """Accept, correct or reject; True if relations were made from it, which leads elsewhere."""
        one, offers = offer.annotation, self._offers()
        needed = offers.needed([one.id])
        context_right = all(self._meant(each.annotation) for each in needed if each is not offer)
        if context_right and self._meant(one):
            return self._accept(offer, names)
        if context_right and self._can_be_mended(one):
            self._mend(one, names)
        elif not self._corrects(one, names):
            self._decided += offers.reject([one.id])
            self._tell(one, (*names, REJECT))
        return False

    def _can_be_mended(self, one: Annotation) -> bool:
        """Whether it is a quote with the right words, of which only the parts are wrong."""
        found = self._quote_of(one) if isinstance(one, Quote) else None
        made = self.planner.made
        return found is not None and (found.speaker is None or found.speaker in made)

    def _quote_of(self, one: Quote) -> Quote | None:
        quotes = [each for each in self._gold.values() if isinstance(each, Quote)]
        return next((each for each in quotes if each.span == one.span), None)

    def _accept(self, offer: Offer, names: tuple[str, ...]) -> bool:
        """Accept it; R does so too, where relations of it are missing to what is in view."""
        ids, keys = [offer.annotation.id], ("Return",)
        alike = self._like(offer) if self._alike else []
        if len(alike) > pressed(_ALL_ALIKE):
            ids, keys = alike, _ALL_ALIKE
        self._take(ids)
        related = len(ids) == 1 and self._relates(offer.annotation)
        self._tell(offer.annotation, (*names, *(() if related else keys)))
        return related

    def _relates(self, one: Annotation) -> bool:
        """Make the missing relations of an entity that is in focus, to what is in view."""
        found = self._meant(one) if isinstance(one, Entity) else None
        if found is None:
            return False
        relations = [each for each in self._missing(Relation) if isinstance(each, Relation)]
        left = self._related(relations, by=found.id)
        self._by_hand |= {each.id for each in relations if each not in left}
        return len(left) < len(relations)

    def _like(self, offer: Offer) -> list[str]:
        """What is accepted together, if all of it is right: only what has been in view."""
        offers, end = self._offers(), self.window.view.visible_range()[1]
        found = []
        for id in offers.like(offer.annotation.id):
            one = offers.by_id[id].annotation
            spanned = offers.shown.spanned(one.head) if isinstance(one, Relation) else one
            if spanned is not None and spanned.span.start < end:
                found.append(id)
        right = all(self._meant(one.annotation) for one in offers.needed(found))
        return found if right else []

    def _mend(self, one: Annotation, names: tuple[str, ...]) -> None:
        """Set the wrong parts of a quote while it is in focus, and accept it."""
        assert isinstance(one, Quote)
        gold = self._quote_of(one)
        assert gold is not None
        self._take([one.id])
        self.planner.made[gold.id] = one.id
        keys = self._press(self.planner.mended(State.of(self.workspace), gold))
        self._tell(one, (*names, *keys, "Return"))

    def _take(self, ids: Sequence[str], changed: Mapping[str, Annotation] | None = None) -> None:
        """Accept these offers, and be at the last one."""
        offers = self._offers()
        edit, decided = offers.take(ids, changed)
        for one in edit.added:
            found = self._meant(one)
            if found is not None:
                self.planner.made[found.id] = one.id
        assert self.workspace.do(edit)
        self._decided += decided
        self.workspace.set_focus(ids[-1])

    def _tell(self, one: Annotation, names: tuple[str, ...]) -> None:
        kind = type(one).__name__.lower()
        self.made.append(Made(kind, names, Work(keys=pressed(names))))

    # Correcting

    def _corrects(self, one: Annotation, names: tuple[str, ...]) -> bool:
        """Accept it with other edges or another label, if that takes few keys."""
        found = self._corrected(one) if isinstance(one, Entity) else None
        if found is None:
            return False
        gold, keys = found
        self._take([one.id], {one.id: replace(one, label=gold.label, span=gold.span)})
        self._tell(one, (*names, *keys))
        return True

    def _corrected(self, one: Entity) -> tuple[Entity, tuple[str, ...]] | None:
        """What it is corrected to and by which keys; None if that would take too many."""
        found = []
        for gold in self._missing(Entity):
            assert isinstance(gold, Entity)
            keys = self._correction(one, gold)
            if keys is not None and pressed(keys) <= _FEW:
                found.append((pressed(keys), gold, keys))
        if not found:
            return None
        _, gold, keys = min(found, key=lambda each: each[0])
        return gold, keys

    def _correction(self, one: Entity, gold: Entity) -> tuple[str, ...] | None:
        """The keys that make of an offer what it should be; None if there are none."""
        if len(gold.span.fragments) > 1 or not gold.span.overlaps(one.span.start, one.span.end):
            return None
        label = self.workspace.labels.entity(gold.label)
        key = "Return" if one.label == gold.label else str(label and label.key)
        trial = self.planner.trial
        trial.put(State.of(self.workspace))
        trial.annotated = self._offers().shown
        trial.set_focus(one.id)
        try:
            edges = self.planner.ways.edges(gold.span.fragments[0], start=True, end=True)
        except NoWay:
            return None
        return (*map(str, edges), key)

    # By hand

    def _entity_by_hand(self, entity: Entity) -> None:
        """Mark an entity that is missing, those like it, and relations to what is in view."""
        self._entity(entity)
        others = [one for one in self._missing(Entity) if isinstance(one, Entity)]
        for one in (entity, *self._same(others)):
            relations = [each for each in self._missing(Relation) if isinstance(each, Relation)]
            left = self._related(relations, by=one.id)
            self._by_hand |= {each.id for each in relations if each not in left}

    def _is_worth_it(self, same: Sequence[Entity]) -> bool:
        """One alone is not: it was suggested upon that, if the memory knows it."""
        missing = {one.id for one in self._missing(Entity)}
        return len(same) > 1 or any(one.id in missing for one in same)

    def _quotes_by_hand(self) -> None:
        for quote in self._missing(Quote):
            assert isinstance(quote, Quote)
            self._quote(quote)

    def _relations_by_hand(self) -> None:
        for relation in reversed(self._missing(Relation)):
            assert isinstance(relation, Relation)
            self._relation(relation)
            self._by_hand.add(relation.id)


def _place(one: Annotation) -> object:
    """What an annotation of the corpus is found by."""
    if isinstance(one, Relation):
        return one.label, one.head, one.tail
    if isinstance(one, Quote):
        return "quote", one.span
    return one.label, one.span
