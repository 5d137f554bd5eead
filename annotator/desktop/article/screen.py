"""What the view has on the screen: paints again what changed, and moves what only scrolled."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.desktop.article.changes import changed, same_place
from annotator.desktop.article.scene import Scene


class Screen:
    """The scene that `viewport` shows now."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._shown: Scene | None = None

    def forget(self) -> None:
        """Paint everything again: another text, another size, or other colours."""
        self._shown = None
        self._viewport.update()

    def show(self, scene: Scene, left: float) -> None:
        """Have `scene`, whose column begins at `left`, painted. Not to be called while painting."""
        shown, self._shown = self._shown, scene
        if shown is scene:
            return
        if shown is None or not self._keeps(shown, scene):
            self._viewport.update()
            return
        way = round(shown.top) - round(scene.top)
        if way:
            # With its own rectangle: children of the viewport stay where they are.
            self._viewport.scroll(0, way, self._viewport.rect())
        for area in changed(shown, scene):
            area.translate(left, -round(scene.top))
            self._viewport.update(area.toAlignedRect())

    def painting(self, scene: Scene) -> None:
        """Some part of `scene` is painted now; if it was not shown yet, the rest is to follow."""
        if scene is not self._shown:
            self._shown = scene
            self._viewport.update()

    def _keeps(self, shown: Scene, scene: Scene) -> bool:
        """Whether the picture can be kept in part.

        Where a pixel of the interface is no whole number of pixels of the screen, the seams of
        parts would show.
        """
        ratio = self._viewport.devicePixelRatioF()
        return ratio == int(ratio) and same_place(shown, scene)
