"""The command line: thin commands over `exchange`, `store` and the window.

Importing this must stay fast, so every command imports what it needs when it runs. What the user
can act on is one message on stderr and exit status 1; wrong usage is status 2.
"""

from __future__ import annotations

from typing import Any

import click
from click_default_group import DefaultGroup

from annotator import __version__
from annotator.cli import (
    checking,
    commands,
    console,
    exporting,
    importing,
    searching,
    showing,
    statistics,
    suggesting,
)
from annotator.errors import UserError


class _Commands(DefaultGroup):  # type: ignore[misc]
    """The commands; what is none of them is the project to open."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; a `UserError` becomes its message and status 1."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise console.Refused(str(error)) from error


@click.group(
    cls=_Commands,
    default="open",
    default_if_no_args=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="annotator")
def cli() -> None:
    """Annotate Arabic news articles by keyboard: entities, quotes and relations.

    Without a command, opens the window on a project: the one named, else the last one; the first
    time, it says how to begin.
    """


for _command in (
    *commands.COMMANDS,
    *importing.COMMANDS,
    *exporting.COMMANDS,
    *showing.COMMANDS,
    *statistics.COMMANDS,
    *searching.COMMANDS,
    *checking.COMMANDS,
    *suggesting.COMMANDS,
):
    cli.add_command(_command)


def main() -> None:
    """The command `annotator`."""
    console.prepare_streams()
    cli(prog_name="annotator")
