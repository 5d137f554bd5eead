"""When suggesters are made anew: at once where that is cheap, seldom where it is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.desktop.suggestions.renewal import Renewal


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def made(clock: Clock, took: float) -> Renewal:
    """Suggesters were made just now, and it took so many seconds."""
    renewal = Renewal(clock)
    renewal.began()
    clock.seconds += took
    renewal.made()
    return renewal


def test_where_it_is_cheap_one_article_is_enough() -> None:
    clock = Clock()
    renewal = made(clock, 0.01)
    assert renewal.quick
    assert renewal.wait() is None
    clock.seconds += 1
    assert renewal.finish(3)
    assert renewal.wait() == 0


def test_where_it_is_dear_one_waits() -> None:
    clock = Clock()
    renewal = made(clock, 3)
    assert not renewal.quick
    renewal.finish(3)
    assert renewal.wait() == 60
    clock.seconds += 59
    assert renewal.wait() == 1
    clock.seconds += 2
    assert renewal.wait() == 0


def test_an_article_counts_once() -> None:
    renewal = made(Clock(), 0.01)
    assert renewal.finish(3)
    assert not renewal.finish(3)


def test_what_was_finished_while_they_were_made_is_new() -> None:
    clock = Clock()
    renewal = made(clock, 0.01)
    renewal.finish(3)
    renewal.began()
    renewal.finish(4)
    renewal.made()
    clock.seconds += 1
    assert renewal.wait() == 0
    renewal.began()
    renewal.made()
    assert renewal.wait() is None


@given(st.lists(st.tuples(st.floats(0.001, 100), st.floats(0, 1000)), min_size=2, max_size=20))
def test_it_is_a_twentieth_of_the_time_at_most(rounds: list[tuple[float, float]]) -> None:
    clock = Clock()
    renewal, spent, begun = Renewal(clock), 0.0, clock.seconds
    for number, (took, apart) in enumerate(rounds):
        renewal.finish(number)
        clock.seconds += max(renewal.wait() or 0.0, apart)
        # What the last one took has been made up for by now.
        assert spent <= (clock.seconds - begun) / 20
        renewal.began()
        clock.seconds += took
        renewal.made()
        spent += took
