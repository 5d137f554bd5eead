"""What the window knows of words: evidence for telling particles from letters.

Of the article in view its words and the names marked in it; of the project the names marked
elsewhere and how many articles have a word. A key press asks, so what is known is kept and only
brought up to date; gathering it is `learning`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from annotator.errors import UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity
from annotator.store import Project
from annotator.text.evidence import Analyse, Evidence, first_word, standing


class Knowledge:
    """See the module. `analyse` is the morphology, once it has been loaded."""

    def __init__(self) -> None:
        self.analyse: Analyse | None = None
        self._article: AnnotatedArticle | None = None
        self._names: Counter[str] = Counter()
        self._words: frozenset[str] = frozenset()
        self._elsewhere: set[str] = set()
        self._articles_with: Callable[[str], int] | None = None

    def of(self, annotated: AnnotatedArticle) -> Evidence:
        """The evidence for words of this article."""
        if annotated is not self._article:
            edit = annotated.since(self._article)
            if edit is None:
                self._names = _first_words(annotated.by_id.values(), annotated.text)
            else:
                self._names.update(_first_words(edit.added, annotated.text))
                self._names.subtract(_first_words(edit.removed, annotated.text))
            self._article = annotated
            self._words = frozenset(word for word, count in self._names.items() if count > 0)
        names = (self._words, self._elsewhere)
        return Evidence((standing(annotated.text),), names, self._articles_with, self.analyse)

    def take_project(self, project: Project | None) -> None:
        """Ask this project from now on; what other projects told is forgotten."""
        self._elsewhere = set()
        self._articles_with = None if project is None else _counting(project)

    def add_names(self, surfaces: Iterable[str]) -> None:
        """Learn names that are marked in other articles of the project."""
        self._elsewhere.update(filter(None, map(first_word, surfaces)))


def _counting(project: Project) -> Callable[[str], int]:
    """How many articles have a word; a damaged index has none, which is told elsewhere."""

    @lru_cache(maxsize=4096)
    def articles_with(word: str) -> int:
        try:
            return project.articles_with(word)
        except UserError:
            return 0

    return articles_with


def _first_words(annotations: Iterable[Annotation], text: str) -> Counter[str]:
    """The first words of the entities among these, with how many begin so."""
    starts = (one.span.fragments[0] for one in annotations if isinstance(one, Entity))
    words = (first_word(text[start:end]) for start, end in starts)
    return Counter(filter(None, words))
