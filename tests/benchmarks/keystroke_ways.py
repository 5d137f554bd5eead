"""The cheapest ways through an article: to a word, up to a word, to the edges of a span.

Every move is asked of the program (see `keystroke_trial`); here they are only put together. People
do not search for the shortest path: they go down and then left, or to the end of the line and two
words back. So a way is at most two runs of one key each, or letters that appear over the words and
one run. Hints count from where one is when G is pressed: what is in view later depends on where one
goes. The keys that turn pages are for reading, and not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, repeat

from annotator.desktop import actions
from annotator.model.spans import Fragment, Span
from annotator.text.tokens import words
from tests.benchmarks.keystroke_model import pressed
from tests.benchmarks.keystroke_trial import Hint, NoWay, State, Step, Steps, Trial

_MOVES = ("Left", "Right", "Up", "Down", "Home", "End", "Ctrl+Home", "Ctrl+End")
_LONGEST_RUN = 12
_EDGES = {("start", 1): "[", ("start", -1): "{", ("end", -1): "]", ("end", 1): "}"}
_MOST_LETTERS = 12
_FAR = 3
"""Letters that appear are worth a press when more words than this are to be selected."""

Way = tuple[int, Steps]
"""What it costs, and its steps."""


def shifted(name: str) -> str:
    """The same move, extending the selection."""
    held, _, key = name.rpartition("+")
    return f"{held}+Shift+{key}" if held else f"Shift+{key}"


class Ways:
    """The ways through one article, whose text `trial` holds."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self.words = list(words(trial.text))
        self._number = {word: number for number, word in enumerate(self.words)}
        self._runs: dict[tuple[int, str], list[int]] = {}
        self.has_hints = actions.by_key("article", "G") is not None
        self.extending = cache(self._extending)

    def word_of(self, position: int) -> int:
        """The number of the first word that ends behind `position`."""
        return next(number for number, (_, end) in enumerate(self.words) if end > position)

    def covering(self, fragment: Fragment) -> tuple[int, int]:
        """The numbers of the first and the last word that a fragment touches."""
        start, end = fragment
        found = [n for n, word in enumerate(self.words) if word[0] < end and start < word[1]]
        if not found:
            raise NoWay(fragment)
        return found[0], found[-1]

    def _run(self, number: int, name: str) -> list[int]:
        """The words that a key comes to from a word, pressed again and again."""
        if (number, name) not in self._runs:
            trial, found = self.trial, [number]
            trial.anchor = trial.selection = trial.focus = trial.mode = None
            trial.cursor = self.words[number]
            while len(found) <= _LONGEST_RUN:
                trial.press(name)
                after = self._number[trial.cursor]
                if after == found[-1]:
                    break
                found.append(after)
            self._runs[number, name] = found[1:]
        return self._runs[number, name]

    def _spread(self, best: dict[int, Way], extend: bool) -> dict[int, Way]:
        """The words that `best` knows ways to, and those that one more run of a key comes to."""
        found = dict(best)
        for number, (cost, steps) in best.items():
            for name in _MOVES:
                taken = shifted(name) if extend else name
                # A modifier costs once; that of extending is counted by who asks.
                more = cost + pressed((name,)) - 1
                for times, after in enumerate(self._run(number, name), 1):
                    if after not in found or more + times < found[after][0]:
                        found[after] = (more + times, (*steps, *several(taken, times)))
        return found

    def _extending(self, number: int) -> dict[int, Way]:
        """The cheapest way to extend the selection from a word to each other one."""
        here: dict[int, Way] = {number: (0, ())}
        found = self._spread(self._spread(here, extend=True), extend=True)
        return {after: (cost + bool(steps), steps) for after, (cost, steps) in found.items()}

    def reaching(self, state: State) -> Reaching:
        """The ways from a state to every word."""
        trial = self.trial
        trial.put(state)
        here = self._number.get(trial.cursor)
        if here is None:
            raise NoWay(trial.cursor)
        busy = trial.focus is not None or trial.selection is not None
        starts = self._spread({here: (0, ())}, extend=False)
        for word, letters in self._hints("G").items():
            cost = 1 + len(letters)
            if self._number[word] not in starts or cost < starts[self._number[word]][0]:
                starts[self._number[word]] = (cost, (Hint("G", word),))
        found = self._spread(starts, extend=False)
        if len(found) < len(self.words):
            found = self._spread(found, extend=False)
        trial.put(state)
        fresh = trial.selection is None and trial.anchor is None
        return Reaching(here, busy, fresh, found)

    def _hints(self, key: str) -> dict[Fragment, str]:
        if not self.has_hints:
            return {}
        trial = self.trial
        trial.press(key)
        hints: dict[Fragment, str] = getattr(trial.mode, "hints", {})
        return hints

    def selecting(self, reached: Reaching, fragment: Fragment) -> Iterator[Way]:
        """Ways to the selection of the words that a fragment touches, edges aside."""
        first, last = self.covering(fragment)
        if first == last:
            yield reached.to(first)
            return
        for start, end in ((first, last), (last, first)):
            cost, steps = reached.to(start, extending=True)
            more, extension = self.extending(start)[end]
            yield cost + more, (*steps, *extension)
            if self.has_hints and last - first > _FAR:
                # At most two letters; what it comes to shows when it is tried.
                yield cost + 3, (*steps, Hint("Shift+G", self.words[end]))

    def edges(self, wanted: Fragment, *, start: bool, end: bool) -> Steps:
        """The keys that bring the edges of what is selected or focused where they should be.

        Presses them in the trial. Raises `NoWay`.
        """
        steps: list[Step] = []
        for edge, asked, place in (("start", start, wanted[0]), ("end", end, wanted[1])):
            if asked:
                steps.extend(self._edge(edge, place))
        return tuple(steps)

    def _edge(self, edge: str, place: int) -> Iterator[str]:
        trial = self.trial
        for _ in range(_MOST_LETTERS):
            span = current_span(trial)
            now = getattr(span, edge)
            if now == place:
                return
            name = _EDGES[edge, 1 if place > now else -1]
            trial.press(name)
            yield name
        raise NoWay(edge)


class Reaching:
    """The cheapest ways from one state to all words."""

    def __init__(self, here: int, busy: bool, fresh: bool, found: dict[int, Way]) -> None:
        self._here, self._busy, self._fresh, self._found = here, busy, fresh, found

    def to(self, number: int, *, extending: bool = False) -> Way:
        """The way to a word, with nothing focused or selected, or ready to be extended."""
        if number == self._here and self._busy and not (extending and self._fresh):
            return 1, ("Escape",)
        if number not in self._found:
            raise NoWay(number)
        return self._found[number]


def current_span(trial: Trial) -> Span:
    """What the edge keys act on: the selection, the focused annotation, or the word."""
    if trial.selection is not None:
        return trial.selection
    focused = trial.annotated.spanned(trial.focus) if trial.annotated is not None else None
    return focused.span if focused is not None else Span.of(*trial.cursor)


def several(name: str, times: int) -> Steps:
    """The same press several times."""
    return tuple(chain(repeat(name, times)))
