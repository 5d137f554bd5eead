"""Runs the benchmarks that are named, or all, and prints one table."""

from __future__ import annotations

import importlib
import pkgutil
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from tests.benchmarks.figures import Figure, table

_NO_BENCHMARKS = ("__main__", "figures")


def benchmarks() -> dict[str, Callable[[], Iterable[Figure]]]:
    """Every module beside this one that has a function `figures`."""
    names = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    modules = {
        name: importlib.import_module(f"tests.benchmarks.{name}")
        for name in names
        if name not in _NO_BENCHMARKS
    }
    return {name: one.figures for name, one in modules.items() if hasattr(one, "figures")}


@click.command()
@click.argument("names", nargs=-1)
def main(names: tuple[str, ...]) -> None:
    """Run the benchmarks NAMES, or all."""
    known = benchmarks()
    unknown = [name for name in names if name not in known]
    if unknown:
        raise click.UsageError(f"No benchmark {unknown[0]}; there are: {', '.join(known)}.")
    found: list[Figure] = []
    for name in names or known:
        click.echo(f"{name} …", err=True)
        found.extend(known[name]())
    click.echo(f"Python {platform.python_version()}, {platform.machine()}, {sys.platform}")
    click.echo(table(found))


if __name__ == "__main__":
    main()
