"""Markdown for the eye: a text becomes a document of Qt in the colours of the theme.

The text is not trusted. HTML in it is shown as it is written; nothing is ever loaded, neither from
the disk nor from a network: in the place of a picture stands what the text says of it. Links are
only coloured; what is done about a click, the view decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from annotator.desktop import theme
from annotator.desktop.article.display import substitute
from annotator.desktop.panels.rows import one_line
from annotator.model.labels import Language

_SIZES = {1: 20, 2: 17, 3: 15, 4: 14, 5: 14, 6: 14}
"""The letters of headings by level, in pixels."""
_ABOVE = {1: 4, 2: 18, 3: 14}
_LINE = {"ar": 1.85, "en": 1.7}
"""Heights of lines by the size of their letters: fixed, since Arabic fonts ask for far more."""
_MONO = ("Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Arabic", "monospace")
_INDENT = 22
_OBJECT = "\ufffc"
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class _Closed(QTextDocument):
    """A document that loads nothing."""

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        """Nothing to be seen, whatever is asked for: told of nothing, Qt opens the file itself."""
        blank = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        blank.fill(0)
        return blank


def document(text: str, language: Language) -> QTextDocument:
    """`text` as a document; paragraphs run as `language` does, code from left to right."""
    made = _Closed()
    made.setDocumentMargin(theme.NEAR)
    made.setDefaultFont(theme.font())
    made.setIndentWidth(_INDENT)
    made.setUndoRedoEnabled(False)
    made.setMarkdown(_showable(text), _FEATURES)
    _replace_pictures(made)
    for table in _tables(made):
        _style_table(table)
        if language == "ar":
            _mirror(table)
    for block in blocks(made):
        _style(block, language)
    return made


def _showable(text: str) -> str:
    """The text with substitutes for what does not survive the way into Qt; line ends stay."""
    return "\n".join(
        "\t".join(substitute(part) for part in line.split("\t"))
        for line in text.replace("\r\n", "\n").split("\n")
    )


def blocks(made: QTextDocument) -> Iterator[QTextBlock]:
    """The paragraphs, headings, items and cells of a document, in order."""
    block = made.begin()
    while block.isValid():
        yield block
        block = block.next()


def headings(made: QTextDocument) -> list[QTextBlock]:
    """The headings of a document."""
    return [block for block in blocks(made) if block.blockFormat().headingLevel()]


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Position, length (both UTF-16) and format of the stretches of one format in a block."""
    found, step = [], block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        step += 1
    return found


def _replace_pictures(made: QTextDocument) -> None:
    """Let the words for a picture stand in its place, before a layout could ask for it."""
    pictures = [
        (position, length, format)
        for block in blocks(made)
        for position, length, format in _fragments(block)
        if format.isImageFormat()
    ]
    cursor = QTextCursor(made)
    for position, length, format in reversed(pictures):
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        said = format.property(QTextFormat.Property.ImageAltText)
        words = one_line(str(said)) if said else "…"
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.colours().quiet))
        cursor.insertText(f"[{words}]", plain)


def _style(block: QTextBlock, language: Language) -> None:
    """Direction, spaces, and the letters of headings, code and links."""
    cursor = QTextCursor(block)
    before = block.blockFormat()
    level = before.headingLevel()
    cursor.mergeBlockFormat(_block_format(before, level, language, in_table=_in_table(cursor)))
    for position, length, format in _fragments(block):
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_char_format(format, level))


def _block_format(
    before: QTextBlockFormat, level: int, language: Language, *, in_table: bool
) -> QTextBlockFormat:
    format = QTextBlockFormat()
    leftwards = language == "ar" and not _is_code(before)
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    format.setLayoutDirection(right if leftwards else left)
    height = _SIZES.get(level, theme.BODY) * _LINE[language]
    format.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    if level:
        format.setTopMargin(_ABOVE.get(level, 12))
        format.setBottomMargin(theme.HAIR)
    elif not in_table and not _is_code(before):
        format.setTopMargin(2)
        format.setBottomMargin(theme.TIGHT)
    if before.hasProperty(QTextFormat.Property.BlockQuoteLevel):
        format.setBackground(QColor(theme.colours().hover))
        format.setProperty(QTextFormat.Property.BlockLeftMargin, _INDENT)
        format.setProperty(QTextFormat.Property.BlockRightMargin, _INDENT)
    return format


def _is_code(format: QTextBlockFormat) -> bool:
    return format.hasProperty(QTextFormat.Property.BlockCodeFence) or format.hasProperty(
        QTextFormat.Property.BlockCodeLanguage
    )


def _in_table(cursor: QTextCursor) -> bool:
    return cursor.currentTable() is not None


def _char_format(before: QTextCharFormat, level: int) -> QTextCharFormat:
    tone = theme.colours()
    format = QTextCharFormat(before)
    if level:
        # With Qt's own steps of size no size of ours would count.
        format.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        format.setProperty(QTextFormat.Property.FontPixelSize, _SIZES[level])
        format.setFontWeight(QFont.Weight.Bold)
    if before.isAnchor():
        format.setForeground(QColor(tone.accent))
    elif before.fontFixedPitch():
        format.setFontFamilies(list(_MONO))
        format.setProperty(QTextFormat.Property.FontPixelSize, _SIZES.get(level, theme.BODY) - 1)
        format.setBackground(QColor(tone.hover))
    return format


def _tables(made: QTextDocument) -> list[QTextTable]:
    return [frame for frame in made.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _style_table(table: QTextTable) -> None:
    """Thin lines, and the width of the page."""
    format = table.format()
    format.setBorder(1)
    format.setBorderBrush(QBrush(QColor(theme.colours().line)))
    format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    format.setBorderCollapse(True)
    format.setCellPadding(theme.HAIR)
    format.setCellSpacing(0)
    format.setTopMargin(theme.TIGHT)
    format.setBottomMargin(theme.NEAR)
    format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(format)


def _mirror(table: QTextTable) -> None:
    """Let the first column stand at the right: Qt puts it at the left whatever the direction."""
    columns = table.columns()
    for row in range(table.rows()):
        cells = [_whole(table, row, column) for column in range(columns)]
        contents = [cell.selection() for cell in cells]
        for cell, content in zip(cells, reversed(contents), strict=True):
            cell.removeSelectedText()
            cell.insertFragment(content)


def _whole(table: QTextTable, row: int, column: int) -> QTextCursor:
    """A cursor with all of a cell selected."""
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
