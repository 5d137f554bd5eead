"""What is suggested for the article in view: what is left to decide, was seen, and was adjusted.

Belongs to the workspace, which says when the article or the decisions have changed. Writes nothing
and knows no widgets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from annotator.errors import EditRefused, UserError
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Quote
from annotator.model.edits import Edit
from annotator.model.offers import Offer, Offers
from annotator.model.suggestions import Decision, ModelLayer
from annotator.store import Project


class Offered:
    """See the module. Offers are known by their ids; `in` asks for one."""

    def __init__(self) -> None:
        self.hidden = False
        """Whether the person wants to see none."""
        self.seen: set[str] = set()
        """The ids of those that were on the screen."""
        self.spent: tuple[int, int] | None = None
        """The word at which the last one was decided: one Enter too many does nothing there."""
        self.shown: AnnotatedArticle | None = None
        """The article with all that is suggested on it, as it was adjusted; None for nothing."""
        self._adjusted: dict[tuple[int, str], dict[str, Annotation]] = {}
        self.forget()

    def close(self) -> None:
        """Nothing is suggested, and nothing kept in mind: the project goes."""
        self._adjusted.clear()
        self.forget()

    def forget(self) -> None:
        """Nothing is suggested: another article comes, or none."""
        self._layers: Sequence[ModelLayer] = ()
        self._changed: dict[str, Annotation] = {}
        self.seen.clear()
        self._offer(None)

    def _offer(self, offers: Offers | None) -> None:
        self._offers = offers
        before, self.shown = self.shown, None
        self.ids: frozenset[str] = frozenset()
        self.order: tuple[str, ...] = ()
        """The ids as one goes through them: entities and quotes in order, then relations."""
        if offers is not None:
            self.shown = offers.shown
            self.ids = frozenset(offers.by_id)
            self.order = tuple(one.annotation.id for one in offers.listed())
            self._put_changes(offers, before)

    def follow(
        self, project: Project, number: int, layer: str, own: AnnotatedArticle, *, anew: bool
    ) -> None:
        """Find what is left to decide on a person's article as it is stored now.

        `anew` reads what models say of it, too. Nothing is suggested where a UserError is raised.
        """
        self._changed = self._adjusted.setdefault((number, layer), {})
        try:
            if anew:
                self._layers = () if self.hidden else project.suggested.layers(number)
            self._sift(project, number, layer, own)
        except UserError:
            self.forget()
            raise

    def _sift(self, project: Project, number: int, layer: str, own: AnnotatedArticle) -> None:
        if self._layers:
            decided = project.suggested.decisions(number, layer)
            self._offer(Offers.of(own, self._layers, decided))
        elif self._offers is not None:
            self._offer(None)

    # What there is

    def __contains__(self, id: object) -> bool:
        return id in self.ids

    def __len__(self) -> int:
        return len(self.ids)

    def get(self, id: str | None) -> Offer | None:
        """The offer with this id, as it was suggested."""
        return self._offers.by_id.get(id) if self._offers is not None and id is not None else None

    def annotation(self, id: str | None) -> Annotation | None:
        """The annotation that would be taken: as suggested, or as it was adjusted since."""
        return self.shown.get(id) if self.shown is not None and id in self.ids else None

    def round(self, id: str | None, step: int = 1) -> list[str]:
        """All other ids, from the one behind `id` on (or, with -1, before it), round and round."""
        order = list(self.order if step > 0 else reversed(self.order))
        if id not in order:
            return order
        place = order.index(id)
        return [*order[place + 1 :], *order[:place]]

    def like(self, id: str) -> list[str]:
        """The ids of the offers that say the same of the same words, that of `id` among them."""
        return self._offers.like(id) if self._offers is not None else []

    # Deciding

    def take(
        self, ids: Iterable[str], changed: Annotation | None = None
    ) -> tuple[Edit, tuple[Decision, ...]]:
        """The edit and the decisions that take these, as they were adjusted; see `Offers.take`."""
        assert self._offers is not None
        other = self._changed if changed is None else {**self._changed, changed.id: changed}
        return self._offers.take(ids, other)

    def reject(self, ids: Iterable[str]) -> tuple[Decision, ...]:
        """The decisions that reject these."""
        return self._offers.reject(ids) if self._offers is not None else ()

    # Adjusting

    def adjust(self, changed: Annotation) -> None:
        """Let an offer be another annotation from now on; `EditRefused` where that is impossible.

        It is not stored before it is accepted.
        """
        assert self._offers is not None
        assert self.shown is not None
        before = self.shown.get(changed.id)
        assert before is not None
        self.shown = self.shown.apply(Edit(removed=(before,), added=(changed,)))
        self._changed[changed.id] = changed

    def restore(self, id: str | None) -> None:
        """Let an offer be again what was suggested."""
        if id is not None and self._changed.pop(id, None) is not None and self._offers is not None:
            self._offer(self._offers)

    def _put_changes(self, offers: Offers, before: AnnotatedArticle | None) -> None:
        """Show what was adjusted as it was; what no longer fits is as it was suggested.

        What is decided by now is kept in mind: undo brings it back as it was decided.
        """
        for id, changed in tuple(self._changed.items()):
            if id in offers:
                del self._changed[id]
                try:
                    self.adjust(self._referring(changed, before))
                except EditRefused:
                    continue

    def _referring(self, changed: Annotation, before: AnnotatedArticle | None) -> Annotation:
        """A quote whose speaker was rejected has none; one marked by hand instead is who speaks."""
        assert self.shown is not None
        if not isinstance(changed, Quote) or self.shown.get(changed.speaker) is not None:
            return changed
        known = before.get(changed.speaker) if before is not None else None
        return replace(changed, speaker=self.shown.same(known) if known is not None else None)
