"""How the text of articles is set, as the settings say: font, size, space between lines, width.

One table for each choice; menus, palette and settings read them.
"""

from __future__ import annotations

from annotator.desktop.article.style import TextStyle
from annotator.desktop.fonts import text_families, text_family
from annotator.desktop.settings import ReadingWidth, Settings, Spacing
from annotator.errors import UserError

_SIZE, _ZOOM_STEP = 30.0, 1.1

SPACINGS: dict[Spacing, tuple[float, float]] = {
    "close": (0.52, 0.26),
    "normal": (0.56, 0.5),
    "wide": (0.7, 0.72),
    "widest": (0.86, 1.0),
}
"""The room above and below each line, in multiples of the text's size."""

WIDTHS: dict[ReadingWidth, float] = {
    "narrow": 17.0,
    "normal": 25.0,
    "wide": 36.0,
    "full": 10_000.0,
}
"""The widest column, in multiples of the text's size; the window's width is a limit as well."""


def style(settings: Settings) -> TextStyle:
    """How articles are set by these settings."""
    above, below = SPACINGS[settings.line_spacing]
    return TextStyle(
        family=text_family(settings.text_font),
        size=float(round(_SIZE * _ZOOM_STEP**settings.zoom)),
        above=above,
        below=below,
        measure=WIDTHS[settings.reading_width],
    )


def problem(settings: Settings) -> UserError | None:
    """Why another font than the chosen one is used, if it is."""
    chosen = settings.text_font
    if chosen is None or chosen in text_families():
        return None
    return UserError(
        "The font {font} is not on this machine; articles are set in {family}.",
        hint="Choose another one in the menu View.",
        font=chosen,
        family=text_family(chosen),
    )
