"""What the window knows of words: evidence for telling particles from letters, gathered once.

For the article in view: its words, and the names marked in it. A key press asks for it, so it is
kept and only brought up to date. It knows neither widgets nor the project file.
"""

from __future__ import annotations

from typing import NamedTuple

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Entity
from annotator.text.evidence import Evidence, first_word, standing


class _Name(NamedTuple):
    entity: Entity
    word: str


class Knowledge:
    """See the module."""

    def __init__(self) -> None:
        self._article: AnnotatedArticle | None = None
        self._names: dict[str, _Name] = {}
        self._words: frozenset[str] = frozenset()

    def of(self, annotated: AnnotatedArticle) -> Evidence:
        """The evidence for words of this article."""
        if annotated is not self._article:
            self._article = annotated
            self._names = {one.id: self._name(one, annotated.text) for one in annotated.entities}
            self._words = frozenset(name.word for name in self._names.values() if name.word)
        return Evidence((standing(annotated.text),), (self._words,))

    def _name(self, entity: Entity, text: str) -> _Name:
        """The first word of an entity; an edit leaves nearly all as they were."""
        known = self._names.get(entity.id)
        if known is not None and known.entity is entity:
            return known
        start, end = entity.span.fragments[0]
        return _Name(entity, first_word(text[start:end]))
