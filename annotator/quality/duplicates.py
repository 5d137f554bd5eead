"""Near-duplicates: which articles are copies of one another, as wire copies are.

Texts are compared by their shingles, that is all runs of three words in normalised form. MinHash
with locality-sensitive hashing (datasketch) finds who may be alike, and the exact Jaccard index of
the shingles decides. Groups are what such pairs join together, so the order of the articles does
not matter. Nothing here is random: digests and seeds are the same on every machine.

Source: A. Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from operator import eq
from typing import TYPE_CHECKING, Generic, TypeVar

from annotator.text.normal import fold

if TYPE_CHECKING:
    import numpy as np
    from datasketch import MinHash
    from numpy.typing import NDArray

Name = TypeVar("Name", bound=Hashable)

ALIKE = 0.7
"""The share of common shingles, of all that two texts have, from which on they are copies."""
_WORDS_A_SHINGLE = 3
# A pair with the share s in common becomes a candidate with the probability 1 - (1 - s^4)^32: 99.98
# of 100 at 0.7, and still 13 of 100 at 0.25, which the exact comparison then sorts out.
_BANDS, _ROWS = 32, 4
_LIKELY = 0.6
"""The share of minima from which on texts are taken for copies where nobody counts shingles."""
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[str]:
    """All runs of three words of the normalised text; of a shorter one, all of it together."""
    words = _WORD.findall(fold(text))
    if len(words) < _WORDS_A_SHINGLE:
        return frozenset({" ".join(words) or text})
    return frozenset(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def jaccard(first: str, second: str) -> float:
    """How much two texts have in common: from 0 to 1."""
    one, other = shingles(first), shingles(second)
    return len(one & other) / len(one | other)


class Groups(Generic[Name]):
    """Things that are joined by pairs (union-find)."""

    def __init__(self) -> None:
        self._above: dict[Name, Name] = {}

    def add(self, one: Name) -> None:
        """Make a thing known."""
        self._above.setdefault(one, one)

    def top(self, one: Name) -> Name:
        """What stands for the group of a thing; which of its things that is, is not promised."""
        above = self._above
        while above[one] != one:
            above[one] = one = above[above[one]]
        return one

    def join(self, one: Name, other: Name) -> None:
        """Make one group of two."""
        self._above[self.top(one)] = self.top(other)

    def all(self) -> list[list[Name]]:
        """The groups, and the things in each, in the order in which things were added."""
        found: dict[Name, list[Name]] = {}
        for one in self._above:
            found.setdefault(self.top(one), []).append(one)
        return list(found.values())


class Sketches:
    """Which of many texts are near-duplicates, without holding on to the texts.

    Of each text some 400 bytes are kept: a byte of each minimum, by which the likeness is judged
    to a few hundredths, and the bands of the minima, by which candidates are found.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._bytes = bytearray()
        self._bands = bytearray()

    def add(self, id: str, text: str) -> None:
        """Take in a text."""
        minima = _signature(_digests(text)).hashvalues
        self._ids.append(id)
        self._bytes += (minima & 0xFF).astype("uint8").tobytes()
        self._bands += _mixed(minima.reshape(_BANDS, _ROWS)).tobytes()

    def groups(self) -> list[list[str]]:
        """The ids of texts that have copies, group by group, each in the order of adding."""
        joined: Groups[int] = Groups()
        for index in range(len(self._ids)):
            joined.add(index)
        for candidates in self._candidates():
            self._join(candidates, joined)
        return [[self._ids[one] for one in group] for group in joined.all() if len(group) > 1]

    def _candidates(self) -> Iterator[list[int]]:
        """The texts that have a band in common."""
        import numpy as np

        bands = np.frombuffer(bytes(self._bands), dtype="uint64").reshape(-1, _BANDS)
        for band in bands.T:
            order = np.argsort(band, kind="stable")
            ends = np.flatnonzero(np.diff(band[order])) + 1
            yield from (one.tolist() for one in np.split(order, ends) if len(one) > 1)

    def _join(self, candidates: list[int], joined: Groups[int]) -> None:
        """Join those that are alike; of those that are joined already, one is looked at."""
        different: list[int] = []
        for one in candidates:
            if not any(joined.top(one) == joined.top(other) for other in different):
                for other in different:
                    if self._likeness(one, other) >= _LIKELY:
                        joined.join(one, other)
                different.append(one)

    def _likeness(self, one: int, other: int) -> float:
        """The share of minima that two texts have in common, an estimate of `jaccard`."""
        size = _BANDS * _ROWS
        ours, theirs = (self._bytes[at * size : (at + 1) * size] for at in (one, other))
        common: int = sum(map(eq, ours, theirs))
        return common / size


def groups(articles: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The ids of articles, given as ids and texts, in groups of near-duplicates; most are alone.

    The texts are not kept, only digests of their shingles.
    """
    from datasketch import MinHashLSH

    joined: Groups[str] = Groups()
    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    digests: dict[str, NDArray[np.uint64]] = {}
    same: dict[bytes, str] = {}
    for id, text in articles:
        joined.add(id)
        found = _digests(text)
        twin = same.setdefault(found.tobytes(), id)
        if twin != id:  # of copies to the letter, one stands for all
            joined.join(id, twin)
            continue
        signature = _signature(found)
        for other in index.query(signature):
            if joined.top(other) != joined.top(id) and _alike(digests[other], found):
                joined.join(id, other)
        index.insert(id, signature)
        digests[id] = found
    return joined.all()


@cache
def _empty() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=_BANDS * _ROWS, hashfunc=int)


def _signature(digests: NDArray[np.uint64]) -> MinHash:
    signature = _empty().copy()
    signature.update_batch((digests & 0xFFFFFFFF).tolist())
    return signature


def _mixed(bands: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each band, which others have by chance only."""
    import numpy as np

    found = np.zeros(len(bands), dtype="uint64")
    for column in bands.T:
        found = (found ^ column) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(29)
    return found


def _digests(text: str) -> NDArray[np.uint64]:
    """Sixty-four bits of each shingle, sorted: Python's own `hash` differs from run to run."""
    import numpy as np

    found = b"".join(
        hashlib.blake2b(shingle.encode(), digest_size=8).digest() for shingle in shingles(text)
    )
    digests: NDArray[np.uint64] = np.unique(np.frombuffer(found, dtype="<u8"))
    return digests


def _alike(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> bool:
    import numpy as np

    common = len(np.intersect1d(one, other, assume_unique=True))
    return common >= ALIKE * (len(one) + len(other) - common)
