"""`annotator check --quality`: tells findings, carries out fixes, remembers what is right."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from annotator.cli import console
from annotator.cli.console import isolated, plain
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.exchange.checking import Fixed
    from annotator.quality.checks import Check, Finding
    from annotator.store import Project

    Told = tuple[str, Sequence[Finding]]

_LONGEST = 60


def tell(
    project: Project, author: str | None, only: Sequence[str], *, json: bool, right: bool
) -> None:
    """Tell what is found, or with `right` what was judged to be right; ends the program."""
    total = 0
    for layer, found in _found(project, author, only, right=right):
        (_tell_json if json else _tell)(layer, found)
        total += len(found)
    if not total:
        nothing = "No finding was judged to be right." if right else "Nothing was found."
        click.echo(nothing, err=json)
    sys.exit(1 if total and not right else 0)


def _found(
    project: Project, author: str | None, only: Sequence[str], *, right: bool = False
) -> Iterator[Told]:
    """What is found in the layer of the author, or in those of all people."""
    from annotator.exchange import checking
    from annotator.quality.checks import chosen

    for layer in [author] if author else checking.people(project):
        with console.progress("Checking") as progress:
            yield layer, checking.check(project, layer, chosen(only), progress, right=right)


def _tell_json(layer: str, findings: Iterable[Finding]) -> None:
    import msgspec

    for one in findings:
        at, place = one.other or (None, None)
        row = {
            "name": one.name, "author": layer, "check": one.check, "article": one.article,
            "id": one.article_id, "title": one.title,
            "fragments": one.span.fragments if one.span else [], "words": one.words,
            "annotations": one.ids, "why": one.say(), "fix": one.fix,
            "other": {"article": at, "fragments": place.fragments} if place else None,
            "key": one.key,
        }  # fmt: skip
        click.echo(msgspec.json.encode(row).decode())


def _tell(layer: str, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    click.echo(plain(layer))
    for one in _by_article(findings):
        click.echo(f"  {one.name}  {one.check}: {_quoted(one.words)}")
        click.echo(f"    {plain(one.say())} {_todo(one)}")
    click.echo(f"\nFindings: {len(findings)} ({_counted(findings)}).\n")


def _by_article(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings by article, each article with a heading that is printed before its first."""
    ordered = sorted(findings, key=lambda one: one.article)
    for (number, title), group in groupby(ordered, key=lambda one: (one.article, one.title)):
        click.echo(f"\n{number} · {isolated(title)}")
        yield from group


def _todo(finding: Finding) -> str:
    check = _checks()[finding.check]
    return f"{check.fix}." if finding.fix is not None else check.help


def _checks() -> dict[str, Check]:
    from annotator.quality.checks import CHECKS

    return {one.id: one for one in CHECKS}


def _counted(findings: Iterable[Finding]) -> str:
    counts = Counter(one.check for one in findings)
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


# Fixes


def fix(project: Project, author: str | None, only: Sequence[str], *, dry: bool) -> None:
    """Carry out the fixes of what is found in one layer; ends the program."""
    from annotator.exchange import checking

    layer = _whose(project, author)
    ((_, found),) = _found(project, layer, only)
    wanted = [one for one in found if one.fix and (only or _checks()[one.check].sure)]
    done = checking.fix(project, layer, wanted, dry=dry)
    _tell_fixed(project, layer, done, dry=dry)
    _tell_left([one for one in found if one not in wanted], only)
    # What was settled by another fix is neither mended nor refused, and not left either.
    sys.exit(1 if len(found) > len(wanted) or done.refused else 0)


def _whose(project: Project, author: str | None) -> str:
    """The one layer to change: nobody's is changed unasked."""
    from annotator.exchange import checking

    people = checking.people(project)
    if author is None and len(people) > 1:
        raise UserError(
            "Several people have annotated here: {names}.",
            hint="Say whose annotations are to be changed: --author NAME.",
            names=", ".join(map(plain, people)),
        )
    if author is None and not people:
        raise UserError("Nobody has annotated here.")
    if author is not None and author not in people:
        raise UserError(
            "{author} is none of the people who have annotated here.", author=plain(author)
        )
    return author or people[0]


def _tell_fixed(project: Project, layer: str, done: Fixed, *, dry: bool) -> None:
    for one in _by_article(done.mended):
        click.echo(f"  {one.name}  {one.check}: {_change(project, one)}")
    if done.mended:
        click.echo("")
    for one, reason in done.refused:
        click.echo(f"Left, {one.name} {one.check} in article {one.article}: {reason}")
    count, articles = len(done.mended), len(done.articles)
    where = f"findings {count} ({_counted(done.mended)}), articles {articles}" if count else ""
    if not count:
        click.echo("Nothing to fix.")
    elif dry:
        click.echo(f"Would fix for {plain(layer)}: {where}. Nothing was changed.")
    else:
        click.echo(f"Fixed for {plain(layer)}: {where}.")
        click.echo("Undo in the window, in any of these articles, takes all of it back.")


def _change(project: Project, finding: Finding) -> str:
    """The words, and what the fix makes of the place."""
    from annotator.text.ends import with_ends

    fix, label = finding.fix, plain(str(finding.values.get("label", "")))
    if fix is None or fix.kind == "remove":
        return f"{_quoted(finding.words)} − {label}"
    if fix.kind == "resize" and fix.span is not None and finding.span is not None:
        text = project.article(finding.article).text
        old, new = (with_ends(one.surface(text)) for one in (finding.span, fix.span))
        return f"{_quoted(old)} → {_quoted(new)}"
    become = f"{label} → {fix.label}" if fix.kind == "relabel" else f"+ {fix.label}"
    return f"{_quoted(finding.words)} {become}"


def _tell_left(left: Sequence[Finding], only: Sequence[str]) -> None:
    judged = [one for one in left if one.fix is not None]
    open_ones = [one for one in left if one.fix is None]
    if judged and not only:
        click.echo(f"Fixes that need your judgement were left: {_counted(judged)}.")
        click.echo("Look at them, then name the check to carry them out: --fix --only NAME.")
    if open_ones:
        click.echo(f"Without a fix: {_counted(open_ones)}.")


# What is right


def judge(project: Project, author: str | None, right: Iterable[str], wrong: Iterable[str]) -> None:
    """Remember that findings are right as they are, or no longer."""
    from annotator.exchange import checking

    keys = _keys(right, [one.key for _, found in _found(project, author, ()) for one in found])
    again = _keys(wrong, checking.dismissed(project))
    checking.judge(project, keys, right=True)
    checking.judge(project, again, right=False)
    if keys:
        click.echo(f"Right as they are, and not told again: {len(keys)}.")
    if again:
        click.echo(f"Told again from now on: {len(again)}.")


def _keys(names: Iterable[str], known: Iterable[str]) -> set[str]:
    """The keys with these names, which are short or the keys themselves."""
    from annotator.quality.findings import short_name

    of_name: dict[str, set[str]] = {}
    for key in known:
        of_name.setdefault(short_name(key), set()).add(key)
        of_name[key] = {key}
    found: set[str] = set()
    for name in names:
        if name not in of_name:
            raise UserError(
                "There is no finding {name}.",
                kept="Nothing was changed.",
                hint="Names stand in front of findings; --list-right lists those judged right.",
                name=plain(name),
            )
        found |= of_name[name]
    return found


def _quoted(words: str) -> str:
    told = plain(words)
    return isolated(told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…")
