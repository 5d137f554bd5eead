"""How many keys an annotation takes: the gold corpus annotated anew, without any suggestion.

All articles are annotated from nothing in the real window by key events, each annotation in the
cheapest documented way (`keystroke_plan`, `keystroke_ways`; the order of work is in
`keystroke_replay`), and what is then stored is compared with the corpus. Everything counts that is
pressed, going there included; how presses are counted and turned into seconds is said in
`keystroke_model`, and how the same work is done elsewhere in `peers`.

The keys that are counted here are those of somebody who knows them and what to mark. The seconds
are a model's, good for comparing ways of working and for nothing else.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.model.annotated import AnnotatedArticle
from annotator.model.labelfile import load
from annotator.model.record import Record
from annotator.resources import resource
from tests.benchmarks.figures import Figure
from tests.benchmarks.golden import gold
from tests.benchmarks.keystroke_model import Work, summary
from tests.benchmarks.keystroke_replay import replay
from tests.benchmarks.peers import PEERS, Peer

WANTED = {"entity": 5, "quote": 6, "relation": 5}
"""Fewer keys than this, in the mean."""

Works = dict[str, list[Work]]


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
