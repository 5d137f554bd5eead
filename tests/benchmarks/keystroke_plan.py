"""Plans how one annotation is made with the fewest key presses, from the state one is in.

A plan is found among the documented ways of the README's key table: go to a word (by arrows, Home,
End, hints …), select, trim the edges, press the key. Each is tried with the program's own actions,
and only one that leaves exactly the annotation of the corpus is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from annotator.desktop.readings import readings
from annotator.model.annotations import QUOTE_TYPES, Entity, Quote
from annotator.model.spans import Fragment, Span
from tests.benchmarks.keystroke_model import pressed
from tests.benchmarks.keystroke_trial import Hint, NoWay, State, Steps, Trial, carry_out
from tests.benchmarks.keystroke_ways import Reaching, Ways, several

_TRIES = 14
"""So many of the likeliest ways are tried for one step of an annotation."""
_TABS = 5

Check = Callable[[Trial], bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of one annotation, and the state that they lead to."""

    steps: Steps
    after: State
    cost: int


@dataclass(slots=True)
class Planner:
    """Plans in one article. The ids of the corpus are known under those of the annotations made."""

    ways: Ways
    made: dict[str, str] = field(default_factory=dict)
    """From the ids of the corpus to those in the project."""
    in_hand: str | None = None
    """The quote that is being made."""

    @property
    def trial(self) -> Trial:
        """Where things are tried."""
        return self.ways.trial

    # Entities

    def entity(self, state: State, gold: Entity) -> Plan:
        """Mark an entity, fragment by fragment."""
        key = str(self.trial.labels.entity(gold.label).key)  # type: ignore[union-attr]
        plan = self._marked(state, gold.span, key)
        if self._focused(plan.after, Entity).label != gold.label:
            raise NoWay(gold.label)
        return plan

    def same(self, state: State, golds: Sequence[Entity]) -> tuple[Plan, list[Entity]] | None:
        """Mark what has the string of the focused entity, too, if nothing else is proposed.

        Which of `golds` that makes; None if it makes none, or what the corpus has not.
        """
        self.trial.put(state)
        self.trial.press("A")
        taken: frozenset[str] = getattr(self.trial.mode, "taken", frozenset())
        spans = {one.span for one in getattr(self.trial.mode, "offered", ()) if one.id in taken}
        focused = self._focused(state, Entity)
        made = [one for one in golds if one.span in spans and one.label == focused.label]
        if not made or len(made) < len(spans):
            return None
        self.trial.put(state)
        steps = ("A", "Return")
        carry_out(self.trial, self.trial.press, steps)
        return Plan(steps, State.of(self.trial), pressed(steps)), made

    def _marked(self, state: State, span: Span, key: str) -> Plan:
        """Mark the first fragment with a key, and add the others with F."""
        plan = Plan((), state, 0)
        for number, fragment in enumerate(span.fragments, 1):
            wanted = Span(span.fragments[:number])

            def marked(trial: Trial, wanted: Span = wanted) -> bool:
                made = trial.annotated.spanned(trial.focus) if trial.annotated else None
                return made is not None and made.span == wanted

            tail = self._pointed(plan.after, fragment, key if number == 1 else "F", marked)
            plan = Plan((*plan.steps, *tail.steps), tail.after, plan.cost + tail.cost)
        return plan

    def _focused(self, state: State, kind: type[Entity]) -> Entity:
        self.trial.put(state)
        assert self.trial.annotated is not None
        found = self.trial.annotated.get(self.trial.focus)
        if not isinstance(found, kind):
            raise NoWay(kind)
        return found

    def _pointed(self, state: State, fragment: Fragment, key: str, check: Check) -> Plan:
        """Point at a fragment and press a key; trim before it, after it, or not at all."""
        reached = self.ways.reaching(state)
        found: list[Plan] = []
        for _, steps in self.ways.selecting(reached, fragment):
            for before in (False, True):
                for after in (False, True):
                    found += self._trimmed(state, steps, fragment, key, (before, after), check)
        if not found:
            raise NoWay(fragment)
        return min(found, key=lambda plan: plan.cost)

    def _trimmed(
        self, state: State, steps: Steps, fragment: Fragment, key: str,
        when: tuple[bool, bool], check: Check,
    ) -> Iterator[Plan]:  # fmt: skip
        """The plan that trims before the key (`when[0]`) or behind it, if it leads anywhere."""
        for sides in ((True, True), (True, False), (False, True)) if any(when) else ((False,) * 2,):
            self.trial.put(state)
            try:
                names = carry_out(self.trial, self.trial.press, steps)
                more: Steps = ()
                if when[0]:
                    more = self.ways.edges(fragment, start=sides[0], end=sides[1])
                self.trial.press(key)
                more = (*more, key)
                if when[1] and not check(self.trial):
                    more = (*more, *self.ways.edges(fragment, start=True, end=True))
            except NoWay:
                continue
            if check(self.trial):
                cost = pressed([*names, *(str(one) for one in more)])
                yield Plan((*steps, *more), State.of(self.trial), cost)

    def _best(self, state: State, tries: Iterable[Steps], check: Check) -> Plan | None:
        """The cheapest of the steps that lead where they should."""
        found: list[Plan] = []
        for steps in tries:
            self.trial.put(state)
            try:
                names = carry_out(self.trial, self.trial.press, steps)
            except NoWay:
                continue
            if check(self.trial):
                found.append(Plan(steps, State.of(self.trial), pressed(names)))
        return min(found, key=lambda plan: plan.cost, default=None)

    # Quotes

    def quote(self, state: State, gold: Quote) -> Plan:
        """Mark a quote, then mend what was proposed wrongly."""
        plan = self._content(state, gold.span)
        self.trial.put(plan.after)
        self.in_hand = self.trial.recent_quote
        return self._right(plan, gold)

    def _right(self, plan: Plan, gold: Quote) -> Plan:
        """Mend type, cue, source and speaker of the quote in hand."""
        for mended in (self._type, self._cue, self._voice):
            more = mended(plan.after, gold)
            plan = Plan((*plan.steps, *more.steps), more.after, plan.cost + more.cost)
        return plan

    def mended(self, state: State, gold: Quote) -> Plan:
        """Go back to a quote that was accepted, and mend what of it is wrong."""
        id = self.in_hand = self.made[gold.id]
        plan = self._surely(state, self._focusing(state, id), lambda trial: trial.focus == id)
        return self._right(plan, gold)

    def _content(self, state: State, span: Span) -> Plan:
        def marked(trial: Trial) -> bool:
            made = trial.annotated.get(trial.focus) if trial.annotated else None
            return isinstance(made, Quote) and made.span == span

        found = [self._best(state, self._by_marks(state, span), marked)]
        if found[0] is None or found[0].cost > 3:
            with suppress(NoWay):
                found.append(self._marked(state, span, "Q"))
        plans = [one for one in found if one is not None and one.steps]
        if not plans:
            raise NoWay(span)
        return min(plans, key=lambda plan: plan.cost)

    def _by_marks(self, state: State, span: Span) -> list[Steps]:
        """Q on a word of the content, as often as it takes; the likeliest ways first."""
        reached, found = self.ways.reaching(state), []
        self.trial.put(state)
        assert self.trial.annotated is not None
        taken = {one.span for one in self.trial.annotated.quotes}
        first, last = self.ways.covering((span.start, span.end))
        for number in range(first, last + 1):
            around = readings(self.trial.text, self.ways.words[number][0])
            spans = [one.span for one in around if one.span not in taken]
            if span in spans:
                times = spans.index(span) + 1
                for cost, steps in self._standing(reached, number):
                    found.append((cost + times, (*steps, *several("Q", times))))
        found.sort(key=lambda one: one[0])
        return [steps for _, steps in found[:_TRIES]]

    def _standing(self, reached: Reaching, number: int) -> Iterator[tuple[int, Steps]]:
        """Ways to have the cursor on a word; an entity in focus there is no hindrance."""
        yield reached.to(number)
        yield reached.to(number, extending=True)

    def _held(self, trial: Trial) -> Quote:
        """The quote in hand, as it is in the trial."""
        found = trial.annotated.get(self.in_hand) if trial.annotated else None
        if not isinstance(found, Quote):
            raise NoWay(self.in_hand)
        return found

    def _type(self, state: State, gold: Quote) -> Plan:
        def right(trial: Trial) -> bool:
            return self._held(trial).type == gold.type

        return self._surely(state, (several("T", n) for n in range(len(QUOTE_TYPES))), right)

    def _surely(self, state: State, tries: Iterable[Steps], check: Check) -> Plan:
        plan = self._best(state, tries, check)
        if plan is None:
            raise NoWay(check)
        return plan

    def _cue(self, state: State, gold: Quote) -> Plan:
        self.trial.put(state)
        if self._held(self.trial).cue == gold.cue:
            return Plan((), state, 0)
        if gold.cue is None:
            return self._surely(state, [("E",)], lambda trial: self._held(trial).cue is None)
        return self._part(state, gold.cue, "E", lambda trial: self._held(trial).cue)

    def _part(
        self, state: State, span: Span, key: str, part: Callable[[Trial], Span | None]
    ) -> Plan:
        """Set cue or source: the first fragment with the key, the others with the key and Shift."""
        plan = Plan((), state, 0)
        for number, fragment in enumerate(span.fragments, 1):
            wanted = Span(span.fragments[:number])
            name = key if number == 1 else f"Shift+{key}"

            def right(trial: Trial, wanted: Span = wanted) -> bool:
                return part(trial) == wanted

            tail = self._pointed(plan.after, fragment, name, right)
            plan = Plan((*plan.steps, *tail.steps), tail.after, plan.cost + tail.cost)
        return plan

    def _voice(self, state: State, gold: Quote) -> Plan:
        """Set source and speaker."""
        wanted = (gold.source, self.made[gold.speaker] if gold.speaker else None)

        def right(trial: Trial) -> bool:
            held = self._held(trial)
            return (held.source, held.speaker) == wanted

        self.trial.put(state)
        if right(self.trial):
            return Plan((), state, 0)
        off = self._best(state, [("W",), ("Shift+W",)], right)
        plans = [one for one in (off, *self._named(state, wanted, right)) if one is not None]
        if not plans:
            raise NoWay(wanted)
        return min(plans, key=lambda plan: plan.cost)

    def _named(
        self, state: State, wanted: tuple[Span | None, str | None], right: Check
    ) -> Iterator[Plan | None]:
        """By going to the entity that speaks, by selecting the source, or by both."""
        source, speaker = wanted
        off = self._best(state, [("W",)], lambda trial: self._held(trial).source is None)
        bare = self._best(state, [("Shift+W",)], lambda trial: self._held(trial).source is None)
        for start in (Plan((), state, 0), *filter(None, (off, bare))):
            if speaker is not None:
                told = self._best(start.after, self._to_entity(start.after, speaker), right)
                yield _after(start, told)
            if source is not None:
                try:
                    pointed = self._part(start.after, source, "W", lambda t: self._held(t).source)
                except NoWay:
                    continue
                pointed = _after(start, pointed) or pointed
                self.trial.put(pointed.after)
                if right(self.trial):
                    yield pointed
                elif speaker is not None:
                    more = self._best(pointed.after, self._to_entity(pointed.after, speaker), right)
                    yield _after(pointed, more)

    def _to_entity(self, state: State, id: str) -> list[Steps]:
        """W on an entity that the cursor goes to, or that Tab focuses."""
        ways = list(self._focusing(state, id))
        return [(*steps, key) for steps in ways for key in ("W", "Shift+W")]

    def _focusing(self, state: State, id: str) -> Iterator[Steps]:
        """Ways to have an annotation under the cursor or in focus."""
        self.trial.put(state)
        assert self.trial.annotated is not None
        target = self.trial.annotated.spanned(id)
        if target is None:
            raise NoWay(id)
        if self.trial.focus == id:
            yield ()
        for times in range(1, _TABS):
            yield several("Tab", times)
            yield several("Shift+Tab", times)
        reached = self.ways.reaching(state)
        ranked = []
        for fragment in target.span.fragments:
            first, last = self.ways.covering(fragment)
            ranked += [reached.to(number) for number in range(first, last + 1)]
        nearest = [steps for _, steps in sorted(ranked, key=lambda way: way[0])[:_TABS]]
        yield from nearest
        # Inside it others may lie everywhere: then Tab comes from the word to it.
        for steps in nearest[:2]:
            for times in range(1, _TABS):
                yield (*steps, *several("Tab", times))
                yield (*steps, *several("Shift+Tab", times))

    # Relations

    def to_end(self, state: State, id: str) -> Plan:
        """Have one end of a relation, an id in the project, in focus or under the cursor."""

        def there(trial: Trial) -> bool:
            assert trial.annotated is not None
            here = trial.annotated.at(trial.cursor[0])
            return (trial.focus or (here[0].id if here else None)) == id

        return self._surely(state, self._focusing(state, id), there)

    def relation(self, state: State, label: str, head: str, tail: str) -> Plan | None:
        """Relate the end that one is at to the other one; ids in the project.

        None if the other one has no letters, being out of view.
        """

        def related(trial: Trial) -> bool:
            assert trial.annotated is not None
            links = trial.annotated.referrers(head)
            return any(getattr(one, "tail", None) == tail and one.label == label for one in links)

        tries: list[Steps] = []
        for other in (tail, head):
            for before in ((), ("R",)):
                steps = (*before, Hint("R", other))
                tries += [steps, (*steps, self.relation_key(label))]
        return self._best(state, tries, related)

    def relation_key(self, label: str) -> str:
        """The key of a relation label."""
        relation = self.trial.labels.relation(label)
        assert relation is not None
        return str(relation.key)


def _after(first: Plan, second: Plan | None) -> Plan | None:
    """Both plans, one after the other."""
    if second is None:
        return None
    return Plan((*first.steps, *second.steps), second.after, first.cost + second.cost)
