"""Dialogs that report: what was refused, what came in with an import, what went wrong inside."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.desktop.dialogs.base import TextDialog
from annotator.desktop.language import say, tr
from annotator.errors import UserError
from annotator.exchange import ImportReport


def refusal(parent: QWidget | None, error: UserError) -> TextDialog:
    """What the person can act on; a long list is set apart from its first sentence."""
    sentence, _, rest = say(error).partition("\n")
    return TextDialog(parent, tr("Annotator"), sentence, rest)


def failure(parent: QWidget | None, report: str) -> TextDialog:
    """A bug, calmly, with what a report of it needs."""
    return TextDialog(
        parent,
        tr("Something went wrong"),
        tr(
            "The program made a mistake. Your project is intact: everything you marked is on disk. "
            "Please send this report to those who look after the program."
        ),
        report,
        ours=False,
    )


def import_report(parent: QWidget | None, report: ImportReport) -> TextDialog:
    """What came in, and every row that did not, with file, line and reason."""
    counts = [
        tr("Rows read: {count}", count=report.read),
        tr("new: {count}", count=report.imported),
        tr("there already: {count}", count=report.known),
        tr("rejected: {count}", count=report.rejected),
    ]
    came = tr(
        "Articles that came in: {articles}; annotations: {annotations}.",
        articles=report.articles,
        annotations=report.annotations,
    )
    lines = [say(refusal) for refusal in report.refusals]
    lines += [say(kept) for kept in report.kept]
    lines += [say(note) for note in report.notes]
    lines += [say(format) for format in report.recognised]
    if report.mapped_out:
        lines.append(tr("Annotations left out by their labels: {count}", count=report.mapped_out))
    if report.left_out:
        lines.append(tr("Other files in the folder, left out: {count}", count=report.left_out))
    more = report.rejected - len(report.refusals)
    if more > 0:
        lines.append(tr("Further rejected rows, kept without their reasons: {count}", count=more))
    sentence = f"{came}\n{' · '.join(counts)}"
    return TextDialog(parent, tr("Import report"), sentence, "\n".join(lines))
