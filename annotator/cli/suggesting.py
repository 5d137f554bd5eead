"""The command that lets suggesters look at articles, or judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import console
from annotator.errors import UserError

if TYPE_CHECKING:
    from annotator.exchange.evaluating import Evaluation
    from annotator.store import Project

_USUAL = ("memory", "learned", "quotations", "relations")


@click.command()
@console.project_argument
@click.option(
    "--with",
    "names",
    metavar="NAME,NAME…",
    help=f"The suggesters, else {', '.join(_USUAL)}; also camel.",
)
@click.option(
    "--article", "articles", type=int, multiple=True, metavar="N",
    help="Only this article, by its number; may be repeated.",
)  # fmt: skip
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="For camel: a folder with a BERT token classifier.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="OLD=NEW",
    help="For camel: the project's label for one of the model's; OLD= leaves such out. Remembered.",
)
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="In so many processes.")
@click.option(
    "--author",
    metavar="NAME",
    envvar=console.AUTHOR_VARIABLE,
    help="From whose work they learn, and for whom they suggest.",
)
@click.option("--learn", "again", is_flag=True, help="Learn from the finished articles first.")
@click.option(
    "--evaluate",
    is_flag=True,
    help="Suggest nothing, but tell how good they are: each finished article is predicted from "
    "the others.",
)
@click.option("--json", "as_json", is_flag=True, help="With --evaluate: one JSON object.")
def suggest(
    project: Path,
    names: str | None,
    articles: tuple[int, ...],
    model: Path | None,
    mapping: tuple[str, ...],
    jobs: int | None,
    author: str | None,
    again: bool,
    evaluate: bool,
    as_json: bool,
) -> None:
    """Suggest annotations for articles; in the window, each is accepted or rejected by one key.

    They are kept apart from all work of people, and never exported unless their layer is named
    (--author model:memory). A run that is stopped is gone on with by the same command.
    """
    if as_json and not evaluate:
        raise click.UsageError("--json goes with --evaluate.")
    if evaluate and (articles or jobs or again):
        raise click.UsageError("--article, --jobs and --learn do not go with --evaluate.")
    named = _named(names)
    if model is not None and "camel" not in named:
        raise click.UsageError("--model goes with --with camel.")
    from annotator.store import Project

    with Project.open(project) as opened, _stopping(evaluate=evaluate):
        layer = _layer(opened, author)
        _remember(opened, mapping)
        ways = _ways(opened, layer, named, again=again, evaluate=evaluate, asked=names is not None)
        if evaluate:
            _evaluate(opened, layer, ways, model, as_json=as_json)
        else:
            _suggest(opened, layer, ways, articles, model, jobs)


@contextmanager
def _stopping(*, evaluate: bool) -> Iterator[None]:
    """Whenever the person stops it, say what stays."""
    try:
        yield
    except KeyboardInterrupt:
        stays = "What was suggested so far stays; the same command goes on from there."
        raise UserError("Stopped.", kept="" if evaluate else stays) from None


def _named(names: str | None) -> list[str]:
    """The names of the suggesters that are asked for."""
    if names is None:
        return list(_USUAL)
    named = [name.strip() for name in names.split(",") if name.strip()]
    if not named:
        raise click.UsageError("--with names no suggester.")
    return named


def _layer(project: Project, author: str | None) -> str:
    from annotator.exchange import check_author
    from annotator.exchange.checking import people
    from annotator.model.suggestions import is_model

    known = people(project)
    if author is not None:
        if is_model(author):
            raise UserError(
                "{name} is the layer of a model; suggestions are made for people.", name=author
            )
        name = check_author(author)
        if known and name not in known:
            # Who is new may well begin with suggestions; but a name may be mistyped, too.
            click.echo(
                f"{name} has annotated nothing here yet; so far have: {', '.join(known)}.", err=True
            )
        return name
    if len(known) == 1:
        return known[0]
    raise UserError(
        "It is not clear for whom to suggest.",
        hint="Say it with --author; here have annotated: {names}.",
        names=", ".join(known) or "–",
    )


def _remember(project: Project, pairs: Sequence[str]) -> None:
    """Set which labels stand for those of a model."""
    from annotator.exchange import mapping, suggesting

    new = mapping.parsed(pairs, project.labels)
    if new:
        suggesting.set_mapping(project, {**suggesting.mapping(project), **new})


def _ways(
    project: Project,
    layer: str,
    named: Sequence[str],
    *,
    again: bool,
    evaluate: bool,
    asked: bool,
) -> list[str]:
    """The names of the suggesters; what is to be learned is learned now.

    `asked` tells whether a person named them.
    """
    from annotator.exchange.learning import is_due
    from annotator.suggest import chosen

    ways = [way.name for way in chosen(named)]
    if evaluate:
        return ways
    if again or ("learned" in ways and is_due(project, layer)):
        _learn(project, layer)
    elif "learned" in ways and not asked and not project.progress(layer)["done"]:
        ways.remove("learned")  # nobody asked for it, and there is nothing to learn from yet
    return ways


def _learn(project: Project, layer: str) -> None:
    from annotator.exchange import ordering
    from annotator.exchange.learning import learn

    made = learn(project, layer)
    with console.progress("Ordering") as progress:
        ordering.remember(project, ordering.rank(project, layer, made, progress))
    click.echo(f"Learned from {made.articles} articles with {made.entities} entities.", err=True)


def _suggest(
    project: Project,
    layer: str,
    ways: Sequence[str],
    articles: Sequence[int],
    model: Path | None,
    jobs: int | None,
) -> None:
    from annotator.exchange import batch
    from annotator.exchange.suggesting import Plan

    count = project.count()
    for number in articles:
        if not 1 <= number <= count:
            raise UserError(
                "There is no article {number}: the project has {count}.",
                number=number, count=count,
            )  # fmt: skip
    plan = Plan(ways=tuple(ways), layer=layer, model=str(model) if model else None)
    with console.progress("Suggesting") as progress:
        # An article that is named twice is looked at once.
        once = tuple(dict.fromkeys(articles))
        found = batch.run(project, plan, once or None, jobs, progress)
    click.echo(f"Articles: {found.articles} looked at, {found.passed} passed over as known.")
    for name, number in found.suggestions.items():
        click.echo(f"{number:>8}  {name}")


def _evaluate(
    project: Project, layer: str, ways: Sequence[str], model: Path | None, *, as_json: bool
) -> None:
    from annotator.exchange.evaluating import evaluate

    with console.progress("Evaluating") as progress:
        found = evaluate(project, layer, ways, model, progress)
    if as_json:
        _tell_json(found)
    else:
        _tell(found)


def _tell(found: Evaluation) -> None:
    click.echo(
        f"{found.articles} finished articles in {found.parts} parts, each predicted from the"
    )
    click.echo("others: entities from the bare text, quotes with the entities given, relations")
    click.echo("with both.")
    for name, rows in found.rows.items():
        click.echo(f"\n{name}\n{'':24}precision  recall    F1   right  said  there")
        for row in rows:
            score = row.score
            what = f"{row.label} ({row.way})"
            click.echo(
                f"  {what:<22}{score.precision:>9.3f}{score.recall:>8.3f}{score.f1:>6.3f}"
                f"{score.right:>8g}{score.predicted:>6}{score.actual:>7}"
            )


def _tell_json(found: Evaluation) -> None:
    import msgspec

    rows = [
        {
            "suggester": name, "label": row.label, "way": row.way,
            "precision": row.score.precision, "recall": row.score.recall, "f1": row.score.f1,
            "right": row.score.right, "predicted": row.score.predicted, "actual": row.score.actual,
        }
        for name, of_name in found.rows.items()
        for row in of_name
    ]  # fmt: skip
    told = {"articles": found.articles, "parts": found.parts, "scores": rows}
    click.echo(msgspec.json.encode(told).decode())


COMMANDS = (suggest,)
