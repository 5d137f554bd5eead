"""Near-duplicates: who belongs together, whatever the order, and on every machine."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations, permutations

import pytest
from hypothesis import given

from annotator.quality import duplicates
from annotator.quality.duplicates import Groups, Sketches, groups, jaccard, shingles
from tests.texts import SHORT

WORDS = [f"كلمة{number}" for number in range(500)]


def corpus(seed: int, count: int) -> dict[str, str]:
    """Texts of 80 words, most of which are others with some words changed."""
    chance = random.Random(seed)
    texts: list[list[str]] = [chance.choices(WORDS, k=80)]
    while len(texts) < count:
        words = chance.choice(texts)[:]
        for _ in range(chance.choice((0, 1, 2, 5, 30, 60))):
            words[chance.randrange(80)] = chance.choice(WORDS)
        texts.append(words)
    return {f"a{number}": " ".join(words) for number, words in enumerate(texts)}


def counted(texts: dict[str, str]) -> set[frozenset[str]]:
    """The groups when every pair is looked at."""
    joined: Groups[str] = Groups()
    for one in texts:
        joined.add(one)
    for one, other in combinations(texts, 2):
        if jaccard(texts[one], texts[other]) >= duplicates.ALIKE:
            joined.join(one, other)
    return {frozenset(group) for group in joined.all() if len(group) > 1}


@pytest.mark.parametrize("seed", range(6))
def test_what_counting_every_pair_finds_is_found(seed: int) -> None:
    texts = corpus(seed, 60)
    found = groups(texts.items())
    assert {frozenset(group) for group in found} == counted(texts)
    assert found, "otherwise nothing was tried"


def test_copies_of_copies_belong_together_in_any_order() -> None:
    words = WORDS[:60]
    texts = {
        "first": " ".join(words),
        "second": " ".join(words[:52] + WORDS[100:108]),
        "third": " ".join(WORDS[200:208] + words[8:52] + WORDS[100:108]),
    }
    shares = [jaccard(texts[one], texts[other]) for one, other in combinations(texts, 2)]
    assert [share >= duplicates.ALIKE for share in shares] == [True, False, True]
    for order in permutations(texts):
        (group,) = groups([(one, texts[one]) for one in order])
        assert group == list(order)
        candidates: Sketches[str] = Sketches()
        for one in order:
            candidates.add(one, texts[one])
        candidates._bands[:] = bytes(len(candidates._bands))  # as if they had all bands in common
        assert candidates.groups() == [list(order)]


def test_many_copies_of_one_text_are_one_group() -> None:
    text = " ".join(WORDS[:40])
    names = [str(number) for number in range(3000)]
    assert groups((name, text) for name in names) == [names]


@given(SHORT, SHORT)
def test_the_digests_are_those_of_the_shingles(one: str, other: str) -> None:
    one, other = f"{one} خبر عاجل {other}", f"خبر عاجل {one}"
    ours, theirs = (set(duplicates._digests(text).tolist()) for text in (one, other))
    assert (len(ours), len(theirs)) == (len(shingles(one)), len(shingles(other)))
    assert len(ours & theirs) == len(shingles(one) & shingles(other))


def test_digests_are_the_same_in_every_run() -> None:
    program = (
        "from annotator.quality.duplicates import _digests, _minima, _mixed\n"
        "digests = _digests('قالت الوزيرة اليوم إن العمل يبدأ غدا')\n"
        "minima = _minima(digests)\n"
        "print(digests.tolist(), minima.sum(), _mixed(minima.reshape(32, 4)).sum())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1
    digests = duplicates._digests("قالت الوزيرة اليوم إن العمل يبدأ غدا")
    assert int(duplicates._minima(digests).astype("uint64").sum()) == MINIMA
    assert f" {MINIMA} " in told.pop()


MINIMA = 95_518_817_189
"""What the minima of that text add up to on every machine."""
