"""How many keys an annotation takes: the gold corpus annotated anew, without suggestions and with.

All articles are annotated from nothing in the real window by key events, each annotation in the
cheapest documented way (`keystroke_plan`, `keystroke_ways`; the order of work is in
`keystroke_replay`), and what is then stored is compared with the corpus. Everything counts that is
pressed, going there included; how presses are counted and turned into seconds is said in
`keystroke_model`, and how the same work is done elsewhere in `peers`.

With suggestions, each article is annotated by somebody to whom suggesters speak that know the other
13 finished, or only the first three (`keystroke_confirm`). Since the suggesters were made in view
of these articles, the same is done for those of the corpus that nothing was chosen by.

The keys that are counted here are those of somebody who knows them and what to mark. The seconds
are a model's, good for comparing ways of working and for nothing else.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotator.desktop.window import MainWindow
from annotator.model.annotated import AnnotatedArticle
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import resource
from tests.benchmarks.figures import Figure
from tests.benchmarks.golden import gold, held_out
from tests.benchmarks.keystroke_confirm import REJECT, Confirming, taught
from tests.benchmarks.keystroke_model import Work, summary
from tests.benchmarks.keystroke_replay import Made, replay
from tests.benchmarks.peers import PEERS, Peer

WANTED = {"entity": 5, "quote": 6, "relation": 5}
"""Fewer keys than this, in the mean."""

FEWER = 40
"""So many keys of a hundred are to be saved by suggestions."""
NEWCOMER = 3
"""So many articles a newcomer has finished."""

Works = dict[str, list[Work]]
Pressed = dict[str, list[Made]]
"""By the id of the article."""


def figures() -> Iterable[Figure]:
    """The table's lines: this program first, then the others."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    records = gold()
    works = {"here": ours(records)} | {peer.name: theirs(records, peer) for peer in PEERS}
    for kind, most in WANTED.items():
        for name, by_kind in works.items():
            yield _keys(kind, name, by_kind[kind], most if name == "here" else None)
    for kind in WANTED:
        for name, by_kind in works.items():
            yield _seconds(kind, name, by_kind[kind])
    for name, by_kind in works.items():
        seconds = sum(work.seconds for kind in by_kind.values() for work in kind)
        yield Figure(f"all {len(records)} articles, {name}", f"{seconds / 60:.0f} min")
    yield from _suggested(records)


def _suggested(records: Sequence[Record]) -> Iterator[Figure]:
    """All keys of the articles with suggestions on, beside those without."""
    bare = {record.article.id: made for record, made in replay(records)}
    yield from _fewer("13 others known", bare, confirmed(records, records))
    alike = confirmed(records, records, alike=True)
    yield from _in_all("the same, all alike at once", bare, alike, None)
    first, rest = records[:NEWCOMER], records[NEWCOMER:]
    yield from _in_all(f"only the first {NEWCOMER} known", bare, confirmed(rest, first), None)
    yield from _held_out(records)


def _held_out(records: Sequence[Record]) -> Iterator[Figure]:
    """The same for articles that nothing was chosen by: late in a project, and at its beginning."""
    new = held_out()
    bare = {record.article.id: made for record, made in replay(new)}
    what = f"{len(new)} held out"
    yield from _in_all(f"{what}, {len(records)} known", bare, confirmed(new, records), None)
    first, rest = new[:1], new[1:]
    yield from _in_all(f"{what}, only the first known", bare, confirmed(rest, first), None)
    taught_by = confirmed(rest, first, records)
    yield from _in_all(f"{what}, the first known and the corpus as example", bare, taught_by, None)


def confirmed(
    records: Sequence[Record], known: Sequence[Record], examples: Sequence[Record] = (),
    *, alike: bool = False,
) -> dict[str, list[Made]]:  # fmt: skip
    """What is pressed for each article where the suggesters know the others of `known`."""
    labels = load("news", resource("labels"))

    def desk(window: MainWindow, record: Record) -> Confirming:
        others = [one for one in known if one.article.id != record.article.id]
        return Confirming(window, record, taught(labels, others, examples), alike=alike)

    return {record.article.id: made for record, made in replay(records, desk)}


def _fewer(what: str, bare: Pressed, suggested: Pressed) -> Iterator[Figure]:
    for kind in WANTED:
        yield _ratio(f"{kind}: {what}", bare, suggested, kind)
    yield from _in_all(what, bare, suggested, FEWER)
    made = [one for each in suggested.values() for one in each]
    rejecting = sum(one.names[-1:] == (REJECT,) for one in made)
    yield Figure("of these, rejecting what is wrong", f"{rejecting:,} keys")


def _in_all(what: str, bare: Pressed, suggested: Pressed, wanted: int | None) -> Iterator[Figure]:
    yield _ratio(f"all: {what}", bare, suggested, None, wanted)


def _ratio(
    what: str, bare: Pressed, suggested: Pressed, kind: str | None, wanted: int | None = None
) -> Figure:
    without, with_ = (
        sum(one.work.keys for id in suggested for one in found[id] if kind in (None, one.kind))
        for found in (bare, suggested)
    )
    fewer = 100 * (1 - with_ / without)
    measured = f"{with_:,} keys, without {without:,}: {fewer:.0f} % fewer"
    if wanted is None:
        return Figure(what, measured)
    return Figure(what, measured, f"≥ {wanted} %", fewer >= wanted)


def ours(records: Sequence[Record]) -> Works:
    """What everything takes in this program, measured."""
    found: Works = defaultdict(list)
    for _, made in replay(records):
        for one in made:
            found[one.kind].append(one.work)
    return found


def theirs(records: Sequence[Record], peer: Peer) -> Works:
    """What everything takes in another tool, modelled."""
    labels = load("news", resource("labels"))
    found: Works = defaultdict(list)
    for record in records:
        annotated = AnnotatedArticle.build(record.article, labels, record.annotations)
        for one in record.annotations:
            found[type(one).__name__.lower()].append(peer.work(annotated, one))
    return found


def _keys(kind: str, name: str, works: Sequence[Work], most: int | None) -> Figure:
    found = summary([work.keys for work in works])
    unit = "keys" if name == "here" else "keys and clicks"
    what = f"{kind}, {name}: {unit}, mean / median / 90th of {len(works)}"
    measured = f"{found.mean:.2f} / {found.median:.0f} / {found.ninety:.0f}"
    if most is None:
        return Figure(what, measured)
    return Figure(what, measured, f"mean < {most}", found.mean < most)


def _seconds(kind: str, name: str, works: Sequence[Work]) -> Figure:
    found = summary([work.seconds for work in works])
    measured = f"{found.mean:.1f} / {found.median:.1f} / {found.ninety:.1f}"
    return Figure(f"{kind}, {name}: model’s seconds", measured)
