"""The report of an export: what was written, how labels are spread, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.desktop import theme
from annotator.desktop.dialogs.base import Dialog, button, reading
from annotator.desktop.language import say, tr
from annotator.exchange import ExportReport, SplitReport
from annotator.exchange.report import name
from annotator.formats import Loss

_ROWS_SEEN = 9


class ExportedDialog(Dialog):
    """What was written, how labels are spread over the parts, and what was left out."""

    def __init__(
        self,
        parent: QWidget | None,
        report: ExportReport,
        parts: SplitReport | None,
        lost: tuple[Loss, ...],
    ) -> None:
        super().__init__(parent, tr("Export report"), 560)
        self.path = report.path
        self.sentence = self.say(
            tr("Written: {file}, {count} rows.", file=report.path.name, count=report.rows)
        )
        self.table = _table(parts) if parts is not None else None
        if self.table is not None:
            self.add(self.table, 1)
        self.text = reading("\n".join(_lines(report, parts, lost)), self)
        self.text.setAccessibleName(tr("Export report"))
        self.text.setMinimumHeight(100)
        self.add(self.text, 1)
        self.problem = self.say("", name="refused")
        self.problem.hide()
        close = button(tr("Close"), self.accept, default=True)
        self.buttons(
            button(tr("Show in &folder"), self.show_in_folder),
            button(tr("&Copy"), self.copy),
            close,
        )
        close.setFocus()

    def show_in_folder(self) -> None:
        """Open the folder with the system's own program for that."""
        folder = self.path if self.path.is_dir() else self.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve()))):
            self.problem.setText(tr("The system has no program that shows folders."))
            self.problem.show()

    def copy(self) -> None:
        """Put the report on the clipboard, the table as columns between tabs."""
        parts = [self.sentence.text(), *_rows_of(self.table), self.text.toPlainText()]
        QGuiApplication.clipboard().setText("\n".join(parts))


def _lines(
    report: ExportReport, parts: SplitReport | None, lost: tuple[Loss, ...]
) -> Iterator[str]:
    yield tr("Place: {folder}", folder=name(report.path.absolute().parent))
    yield tr("Files: {files}; bytes: {bytes}", files=report.files, bytes=f"{report.bytes:,}")
    if parts is not None:
        yield from parts.notes(tr)
    if lost:
        yield tr("Left out, since the format has no place for it:")
        yield from (say(loss) for loss in lost)
    yield tr("Checksum, SHA-256: {digest}", digest=report.sha256)


def _table(report: SplitReport) -> QTableWidget:
    """The parts as columns; articles, rows and each label as lines, with the share of each."""
    lines: list[tuple[str, list[int]]] = [
        (tr("Articles"), [part.articles for part in report.parts]),
        (tr("Rows"), [part.rows for part in report.parts]),
    ]
    labels = sorted({label for part in report.parts for label in part.labels})
    lines += [(label, [part.labels[label] for part in report.parts]) for label in labels]
    table = QTableWidget(len(lines), len(report.parts))
    table.setAccessibleName(tr("How labels are spread over the parts"))
    table.setHorizontalHeaderLabels([part.name for part in report.parts])
    table.setVerticalHeaderLabels([title for title, _ in lines])
    for row, (_, counts) in enumerate(lines):
        total = sum(counts) or 1
        for column, count in enumerate(counts):
            item = QTableWidgetItem(f"{count} ({100 * count / total:.0f}%)")
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            table.setItem(row, column, item)
    _dress(table, len(lines))
    return table


def _dress(table: QTableWidget, lines: int) -> None:
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setCornerButtonEnabled(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionsClickable(False)
    table.verticalHeader().setSectionsClickable(False)
    table.verticalHeader().setDefaultSectionSize(theme.ROW)
    height = table.horizontalHeader().sizeHint().height() + theme.HAIR
    table.setMinimumHeight(height + theme.ROW * min(lines, _ROWS_SEEN))
    table.setCurrentCell(0, 0)


def _rows_of(table: QTableWidget | None) -> Iterator[str]:
    if table is None:
        return
    columns = range(table.columnCount())
    heads = [item.text() for one in columns if (item := table.horizontalHeaderItem(one))]
    yield "\t".join(["", *heads])
    for row in range(table.rowCount()):
        title = table.verticalHeaderItem(row)
        cells = [item.text() for one in columns if (item := table.item(row, one))]
        yield "\t".join([title.text() if title else "", *cells])
