"""The pickers of the list of articles: which state, which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.desktop import theme
from annotator.desktop.dialogs.picker import Entry, Picker
from annotator.desktop.language import tr
from annotator.desktop.panels.article_model import order_title, status_title
from annotator.desktop.panels.rows import Row
from annotator.model.article import STATUSES, Status
from annotator.store import ORDERS, Order

if TYPE_CHECKING:
    from annotator.desktop.window import MainWindow


def states(window: MainWindow) -> Picker:
    """All articles, or those of one state."""
    workspace = window.workspace
    assert workspace.project is not None
    counts = workspace.project.progress(workspace.layer)
    everything = Entry(
        Row(tr("All articles"), str(sum(counts.values()))),
        (tr("All articles"),),
        lambda: show_only(window, None),
    )
    return Picker(
        window,
        tr("Which articles?"),
        tr("Part of a name"),
        tr("No state has this in its name."),
        [everything, *(_state(window, status, counts[status]) for status in STATUSES)],
    )


def _state(window: MainWindow, status: Status, count: int) -> Entry:
    tone = theme.colours()
    colours = {"new": tone.new, "begun": tone.begun, "done": tone.done, "skipped": tone.quiet}
    title = status_title(status)
    row = Row(title, str(count), status, colours[status])
    return Entry(row, (title, status), lambda: show_only(window, status))


def orders(window: MainWindow) -> Picker:
    """The orders of the list."""
    now = window.articles.filter.wanted.order
    return Picker(
        window,
        tr("Which order?"),
        tr("Part of a name"),
        tr("No order has this in its name."),
        [_order(window, order, now) for order in ORDERS],
    )


def _order(window: MainWindow, order: Order, now: Order) -> Entry:
    tone = theme.colours()
    title = order_title(order)
    row = Row(title, "", "done" if order == now else "", tone.done)
    return Entry(row, (title, order), lambda: sort(window, order))


def show_only(window: MainWindow, status: Status | None) -> None:
    """List the articles of one state, and go to the list."""
    window.articles.filter.show_status(status)
    window.focus_articles()


def sort(window: MainWindow, order: Order) -> None:
    """List the articles in another order, and go to the list."""
    window.articles.filter.sort(order)
    window.focus_articles()
