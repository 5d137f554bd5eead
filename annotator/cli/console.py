"""What the commands share: types of options, a progress bar, messages. Imports nothing slow."""

from __future__ import annotations

import contextlib
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

import click

Progress = Callable[[int, int], None]

AUTHOR_VARIABLE = "ANNOTATOR_AUTHOR"
_PATIENCE = 1.0
"""Seconds before a progress bar appears."""
_LARGEST_SIDE = 10_000
FSI, RLI, PDI = "\u2068", "\u2067", "\u2069"
"""Begin and end what has a direction of its own."""


class Refused(click.ClickException):
    """Ends the program with a message and status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is: it is a whole sentence."""
        click.echo(self.format_message(), file=file, err=file is None)


def prepare_streams() -> None:
    """Have letters that a console or pipe has no place for replaced, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # a stream that is not Python's own
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def plain(text: str) -> str:
    """Without what would command the terminal or turn the direction of what follows."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))


def isolated(text: str) -> str:
    """Plain, and in its own direction whatever stands around it."""
    return f"{FSI}{plain(text)}{PDI}"


def project_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """The argument PROJECT.db. Whether there is one, the store says better than click."""
    kind = click.Path(path_type=Path)
    return click.argument("project", type=kind, metavar="PROJECT.db")(function)


class OneOf(click.ParamType):  # type: ignore[type-arg]
    """One of some words that are only asked for when they are needed."""

    def __init__(self, name: str, words: Callable[[], Sequence[str]]) -> None:
        self.name = name
        self._words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How help shows the choice."""
        return f"[{'|'.join(self._words())}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, if it is one of them."""
        if value not in self._words():
            self.fail(f"{value!r} is not one of {', '.join(self._words())}.", param, ctx)
        return str(value)


class Encoding(click.ParamType):  # type: ignore[type-arg]
    """The name of a text encoding that Python knows."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as it was given."""
        try:
            "a".encode(value)
        except (LookupError, UnicodeError, ValueError):
            self.fail(f"{value!r} is no encoding; windows-1256 is one.", param, ctx)
        return str(value)


class Size(click.ParamType):  # type: ignore[type-arg]
    """Width and height in pixels."""

    name = "size"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Both numbers."""
        found = re.fullmatch(r"([0-9]{1,5})[x×]([0-9]{1,5})", str(value))
        sides = (int(found[1]), int(found[2])) if found else (0, 0)
        if not all(1 <= side <= _LARGEST_SIDE for side in sides):
            self.fail(f"{value!r} is no size like 1440x900.", param, ctx)
        return sides


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """A bar on stderr for what takes longer than a second; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        yield _Bar(label, stack)


class _Bar:
    def __init__(self, label: str, stack: ExitStack) -> None:
        self._label = label
        self._stack = stack
        self._begun = time.monotonic()
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None and time.monotonic() - self._begun > _PATIENCE:
            bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
            self._bar = self._stack.enter_context(bar)
        if self._bar is not None:
            self._bar.update(done - self._bar.pos)
