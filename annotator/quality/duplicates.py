"""Near-duplicates: which articles are copies of one another, as wire copies are.

Texts are compared by their shingles, that is all runs of three words in normalised form. MinHash
(datasketch) with locality-sensitive hashing finds who may be alike, and the Jaccard index of the
shingles decides. Groups are what such pairs join together, so the order of the articles does not
matter. Nothing here is random: digests and seeds are the same on every machine.

Of each text some 260 bytes are in memory, and its name. datasketch's own index of the bands takes
twenty times that, so the bands are numbers in an array here, sorted to find equal ones.

Sources: A. Broder, "On the resemblance and containment of documents", 1997; P. Li and A. König,
"b-bit minwise hashing", 2010.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import weakref
from array import array
from collections.abc import Hashable, Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from annotator.errors import UserError
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
# of 100 at 0.7, and still 13 of 100 at 0.25, which the comparison then sorts out.
_BANDS, _ROWS = 32, 4
_MINIMA = _BANDS * _ROWS
# The share of equal minima tells the share of common shingles with a standard deviation of 0.04.
_SURELY_NOT, _SURELY = 0.5, 0.9
"""Five standard deviations to either side of `ALIKE`: only between them are shingles counted."""
_WORD = re.compile(r"\w+")
_REMEMBERED = 1 << 14
"""Words whose digests are kept at hand: some megabytes."""
_IN_MEMORY = 1 << 22
"""Bytes of digests from which on they are in a file."""


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


class Sketches(Generic[Name]):
    """Which of many texts are near-duplicates, without holding on to the texts.

    In memory are a byte of each minimum, by which the likeness is judged to a few hundredths, and a
    number for each band of minima, by which candidates are found; the digests of all shingles, for
    cases of doubt, go into a temporary file, four bytes each.
    """

    def __init__(self) -> None:
        self._names: list[Name] = []
        self._bytes = bytearray()
        self._bands = bytearray()
        self._digests = _Digests()

    def add(self, name: Name, text: str) -> None:
        """Take in a text; raises UserError if there is no room for temporary files."""
        digests = _digests(text)
        minima = _minima(digests)
        self._names.append(name)
        self._bytes += minima.astype("uint8").tobytes()
        self._bands += _mixed(minima.reshape(_BANDS, _ROWS)).tobytes()
        self._digests.add(digests)

    def groups(self) -> list[list[Name]]:
        """The names of texts that have copies, group by group, each in the order of adding."""
        import numpy as np

        if not self._names:
            return []
        joined = _Joined(len(self._names))
        bands = np.frombuffer(self._bands, dtype="uint32").reshape(-1, _BANDS)
        comparing = _Comparing(self._bytes, bands, self._digests)
        for number, band in enumerate(bands.T):
            for candidates in _equal(band):
                _join(candidates, number, joined, comparing)
        return [[self._names[one] for one in group] for group in joined.groups()]


def groups(articles: Iterable[tuple[Name, str]]) -> list[list[Name]]:
    """The names of articles that have near-duplicates, in groups; names and texts are given."""
    sketches: Sketches[Name] = Sketches()
    for name, text in articles:
        sketches.add(name, text)
    return sketches.groups()


class Groups(Generic[Name]):
    """Things that are joined by pairs (union-find)."""

    def __init__(self) -> None:
        self._above: dict[Name, Name] = {}

    def __contains__(self, one: object) -> bool:
        return one in self._above

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


# Candidates


def _equal(band: NDArray[np.uint32]) -> Iterator[NDArray[np.int64]]:
    """The texts that have a band in common, in the order of adding."""
    import numpy as np

    order = np.argsort(band, kind="stable")
    ends = np.flatnonzero(np.diff(band[order])) + 1
    starts, ends = np.append(0, ends), np.append(ends, len(order))
    for at in np.flatnonzero(ends - starts > 1):
        yield order[starts[at] : ends[at]]


class _Joined:
    """Which texts belong together, by their numbers (union-find in an array)."""

    def __init__(self, count: int) -> None:
        import numpy as np

        self._above = np.arange(count, dtype="int32")

    def tops(self, ones: NDArray[np.int64]) -> NDArray[np.int32]:
        """What stands for the group of each."""
        above = self._above
        found = above[ones]
        while (above[found] != found).any():
            found = above[found]
        above[ones] = found
        return found

    def join(self, ones: NDArray[np.int64]) -> None:
        """Make one group of all of them."""
        tops = self.tops(ones)
        self._above[tops] = tops.min()

    def groups(self) -> Iterator[list[int]]:
        """The groups of several, each in order."""
        import numpy as np

        tops = self.tops(np.arange(len(self._above)))
        for group in _equal(tops.astype("uint32")):
            yield group.tolist()


def _join(candidates: NDArray[np.int64], band: int, joined: _Joined, comparing: _Comparing) -> None:
    """Join those that are alike. Every pair is looked at that is not together already."""
    import numpy as np

    for at, one in enumerate(candidates):
        tops = joined.tops(candidates)
        if (tops == tops[0]).all():
            return
        apart = candidates[at + 1 :][tops[at + 1 :] != tops[at]]
        alike = comparing.alike(int(one), comparing.new(int(one), apart, band))
        if len(alike):
            joined.join(np.append(alike, one))


class _Comparing:
    """Tells which texts are copies of one."""

    def __init__(self, bytes: bytearray, bands: NDArray[np.uint32], digests: _Digests) -> None:
        import numpy as np

        self._bytes = np.frombuffer(bytes, dtype="uint8").reshape(-1, _MINIMA)
        self._bands = bands
        self._digests = digests

    def new(self, one: int, others: NDArray[np.int64], band: int) -> NDArray[np.int64]:
        """Those of the others that have none of the earlier bands in common, when they would have
        been compared already."""
        met = (self._bands[others, :band] == self._bands[one, :band]).any(axis=1)
        found: NDArray[np.int64] = others[~met]
        return found

    def alike(self, one: int, others: NDArray[np.int64]) -> NDArray[np.int64]:
        """Those of the others that are copies."""
        import numpy as np

        shares = (self._bytes[others] == self._bytes[one]).mean(axis=1)
        copies = shares >= _SURELY
        for at in np.flatnonzero((shares >= _SURELY_NOT) & ~copies):
            copies[at] = _alike(self._digests[one], self._digests[int(others[at])])
        found: NDArray[np.int64] = others[copies]
        return found


def _alike(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> bool:
    import numpy as np

    short, long = sorted((one, other), key=len)
    if len(short) < ALIKE * len(long):
        return False
    places = np.searchsorted(long, short)
    places[places == len(long)] = 0
    common = int((long[places] == short).sum())
    return common >= ALIKE * (len(one) + len(other) - common)


# Digests


class _Digests:
    """Digests of many texts, those of each together: in a file as soon as they are many."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._ends = array("Q", [0])
        self._last = (-1, b"")

    def add(self, digests: NDArray[np.uint32]) -> None:
        data = digests.astype("<u4").tobytes()
        try:
            self._file.seek(self._ends[-1])
            self._file.write(data)
        except OSError as error:
            raise UserError(
                "There is no room for temporary files: {reason}.",
                reason=error.strerror or type(error).__name__,
            ) from error
        self._ends.append(self._ends[-1] + len(data))

    def __getitem__(self, at: int) -> NDArray[np.uint32]:
        import numpy as np

        if self._last[0] != at:
            self._file.seek(self._ends[at])
            self._last = (at, self._file.read(self._ends[at + 1] - self._ends[at]))
        return np.frombuffer(self._last[1], dtype="<u4")


@cache
def _empty() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=_MINIMA, hashfunc=int, scheme="affine32")


def _minima(digests: NDArray[np.uint32]) -> NDArray[np.uint32]:
    signature = _empty().copy()
    signature.update_batch(digests.tolist())
    minima: NDArray[np.uint32] = signature.hashvalues
    return minima


def _mixed(bands: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """A number for each band, which others have by chance only."""
    import numpy as np

    found: NDArray[np.uint64] = np.zeros(len(bands), dtype="uint64")
    for column in bands.T:
        found = _stirred(found ^ column)
    return (found >> np.uint64(32)).astype("uint32")


def _stirred(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers in which every bit depends on many of the given ones (splitmix64)."""
    import numpy as np

    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _digests(text: str) -> NDArray[np.uint32]:
    """Thirty-two bits of each of the `shingles`, sorted.

    They are made from digests of the words, since articles have the same words again and again.
    """
    import numpy as np

    words = [digest for chunk in text.split() for digest in _words(chunk)]
    if len(words) < _WORDS_A_SHINGLE:
        (alone,) = shingles(text)
        return np.array([_digest(alone) >> 32], dtype="uint32")
    numbers = np.array(words, dtype="uint64")
    runs = len(words) - _WORDS_A_SHINGLE + 1
    found: NDArray[np.uint64] = np.zeros(runs, dtype="uint64")
    for at in range(_WORDS_A_SHINGLE):
        found = _stirred((found + np.uint64(0x9E3779B97F4A7C15)) ^ numbers[at : at + runs])
    return np.asarray(np.unique((found >> np.uint64(32)).astype("uint32")))


@lru_cache(maxsize=_REMEMBERED)
def _words(chunk: str) -> tuple[int, ...]:
    """A digest of each word in what stands between white space."""
    return tuple(map(_digest, _WORD.findall(fold(chunk))))


def _digest(word: str) -> int:
    """Python's own `hash` differs from run to run."""
    found = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "little")
