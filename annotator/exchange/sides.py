"""Whether the parts of a split are apart: no article, no source and no near-duplicate in two."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.errors import UserError
from annotator.formats.base import shown
from annotator.model.article import Article
from annotator.quality import splits
from annotator.quality.duplicates import Sketches


class Sides:
    """Takes note of the articles of all parts, half a kilobyte of each.

    `texts` says whether texts are as they were, so that they can be compared.
    """

    def __init__(self, *, by_source: bool, texts: bool) -> None:
        self._by_source = by_source
        self._texts = texts
        self._part_of: dict[str, str] = {}
        self._source_in: dict[str, str] = {}
        self._twice: dict[str, str] = {}
        self._torn: dict[str, str] = {}
        self._sketches: Sketches[str] = Sketches()

    def add(self, part: str, article: Article) -> None:
        """Take note of an article; several records of it in one part are one."""
        first = self._part_of.setdefault(article.id, part)
        if first != part:
            self._twice.setdefault(article.id, part)
            return
        if self._texts:
            self._sketches.add(article.id, article.text)
        source = splits.known(article.id, article.meta).source if self._by_source else None
        if source is not None and self._source_in.setdefault(source, part) != part:
            self._torn.setdefault(source, part)

    def problems(self) -> Iterator[UserError]:
        """A sentence for each thing that is in two parts."""
        for id, part in sorted(self._twice.items()):
            yield UserError(
                "The article {id} is in {part} and in {other}.",
                id=shown(id), part=self._part_of[id], other=part,
            )  # fmt: skip
        for source, part in sorted(self._torn.items()):
            yield UserError(
                "The split is by source, but the source {source} is in {part} and in {other}.",
                source=shown(source), part=self._source_in[source], other=part,
            )  # fmt: skip
        for first, *others in self._sketches.groups():
            part = self._part_of[first]
            other = next((one for one in others if self._part_of[one] != part), None)
            if other is not None:
                yield UserError(
                    "{one} in {part} and {two} in {other} are near-duplicates.",
                    one=shown(first), part=part, two=shown(other), other=self._part_of[other],
                )  # fmt: skip
