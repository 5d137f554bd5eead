"""The icons of the interface: line drawings of `resources/icons`, in the ink of the theme.

Each is drawn in a square of 24 with a line of 1.75 in `currentColor`; this module alone fills the
colour in, draws at the density of the screen, and mirrors what points in the reading direction.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.desktop import theme
from annotator.resources import resource

SIZE = 16
"""The side of an icon beside a line of text, in device-independent pixels."""
DIRECTED = frozenset({
    "article", "articles", "command", "go", "next", "open", "previous", "quit", "quote", "redo",
    "relation", "reopen", "skip", "sort", "undo",
})  # fmt: skip
"""What points onward or back in the line, and so the other way from right to left."""
OF_ACTIONS = {
    "new-project": "new", "folder-project": "import", "open-project": "open",
    "open-sample": "sample", "import": "import", "import-folder": "folder", "export": "export",
    "author": "person",
    "quit": "quit", "undo": "undo", "redo": "redo", "delete": "delete", "choose-label": "label",
    "quote": "quote", "speaker": "person", "relate": "relation", "same": "same", "go": "go",
    "next-article": "next", "previous-article": "previous", "done": "done", "skip": "skip",
    "reopen": "reopen", "focus-article": "article", "focus-articles": "articles",
    "articles-order": "sort", "focus-inspector": "details", "guidelines": "guidelines",
    "layer": "layers", "search": "search", "checks": "checks", "statistics": "statistics",
    "larger": "larger", "smaller": "smaller",
    "text-font": "text", "palette": "command", "keys": "keyboard", "about": "info",
}  # fmt: skip
"""By an action's id, the icon that it has in menus and in the palette."""
_DENSITIES = (1, 2, 3)


def icon(name: str, colour: str = "", size: int = SIZE) -> QIcon:
    """An icon in `colour` (`#RRGGBB`; the quiet ink without one), greyed where it is disabled."""
    tone = theme.colours()
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour or tone.quiet), (QIcon.Mode.Disabled, tone.new)):
        for density in _DENSITIES:
            made.addPixmap(pixmap(name, ink, size, density), mode)
    return made


def pixmap(name: str, colour: str = "", size: int = SIZE, density: float = 0) -> QPixmap:
    """The same as a picture `size` large, for `density` device pixels each (0: the screen's)."""
    app = QGuiApplication.instance()
    if not density:
        density = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    mirrored = name in DIRECTED and QGuiApplication.isRightToLeft()
    image = _drawn(name, colour or theme.colours().quiet, size, density, mirrored)
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(density)
    return made


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, size: int, density: float, mirrored: bool) -> QImage:
    # An image and no pixmap is remembered: it may outlive the application.
    side = round(size * density)
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    source = _source(name).replace(b"currentColor", colour.encode("ascii"))
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


@cache
def _source(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()
