"""What the page of checks says: how far it is, why nothing is listed, what the keys do now."""

from __future__ import annotations

from annotator.desktop import keymap, pages
from annotator.desktop.checks.model import fix_of
from annotator.desktop.checks.ready import Ready
from annotator.desktop.checks.run import MOST, Result
from annotator.desktop.language import tr


def nothing(result: Result | None, *, stopped: bool, filtered: bool, left: bool) -> str:
    """Why nothing is listed; `left` tells that there are findings, but none that is open."""
    if result is None:
        again = keymap.said("checks")
        return tr("Stopped. {key} checks again.", key=again) if stopped else ""
    if not result.articles:
        return tr("No article was worked on yet: there is nothing to check.")
    if filtered:
        return tr("Nothing was found with these filters.")
    if left:
        return tr("No finding is left.")
    return tr("Nothing was found: %n articles looked at.", result.articles)


def counted(result: Result, open: int, changed: int) -> str:
    """How much was looked at, how many findings are open, in how many places something changed.

    A place may have been mended there; what else is wrong with it, only another run can tell.
    """
    articles, count = f"{result.articles:,}", f"{open:,}"
    if changed:
        return tr(
            "Articles looked at: {articles} · findings: {count} · changed since: {changed}, "
            "{key} checks again",
            articles=articles, count=count, changed=f"{changed:,}", key=keymap.said("checks"),
        )  # fmt: skip
    if not result.more:
        return tr(
            "Articles looked at: {articles} · findings: {count}", articles=articles, count=count
        )
    return tr(
        "Articles looked at: {articles} · findings: {count} · of each check the first {most}",
        articles=articles, count=count, most=f"{MOST:,}",
    )  # fmt: skip


def form_keys() -> list[str]:
    """What keys do while one filters."""
    return pages.keys(
        ("Down", tr("to the findings")), ("Tab", tr("filters")),
        (keymap.first("checks"), tr("check again")), ("Escape", tr("to the article")),
    )  # fmt: skip


def list_keys(one: Ready | None, *, mendable: bool) -> list[str]:
    """What keys do at a finding, or (None) at a row above some; `mendable` if these have fixes."""
    return pages.keys(
        *(_at_head(mendable=mendable) if one is None else _at_finding(one)),
        ("Delete", tr("right as it is")), ("Space", tr("choose")),
        (keymap.first("checks"), tr("check again")), ("Escape", tr("to the article")),
    )  # fmt: skip


def _at_head(*, mendable: bool) -> list[tuple[str, str]]:
    mend = [("F", tr("mend all of them"))] if mendable else []
    return [("Return", tr("fold or unfold")), *mend]


def _at_finding(one: Ready) -> list[tuple[str, str]]:
    found = [("Return", tr("go to the place"))]
    if one.finding.other is not None:
        found.append(("Shift+Return", tr("to the other article")))
    if one.change is not None:
        found += [("F", tr(fix_of(one.finding))), ("A", tr("mend all alike"))]
    return found
