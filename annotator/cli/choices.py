"""What options of several commands may be, and which go together; asked only when needed."""

from __future__ import annotations

from collections.abc import Sequence

import click


def schemes() -> Sequence[str]:
    """Ways to write tags of tokens."""
    from annotator.formats.base import SCHEMES

    return SCHEMES


def statuses() -> Sequence[str]:
    """What may have become of an article."""
    from annotator.model.article import STATUSES

    return STATUSES


def refuse_idle(format: str | None, **given: str | None) -> None:
    """Wrong usage: an option that the named format does not heed."""
    from annotator.formats import FORMATS, by_name

    if format is None:
        return
    for option, value in given.items():
        if value is not None and option not in by_name(format).options:
            heeding = [one.name for one in FORMATS if option in one.options]
            raise click.UsageError(
                f"--{option} is not for {by_name(format).title}"
                + (f", but for {', '.join(heeding)}." if heeding else ".")
            )
