"""What the program remembers from one start to the next, in one JSON file.

The table of settings is the class `Settings`: name, type and default of each. A file that cannot
be used is kept aside and never written over. (`QSettings` unpickles what it reads, so it must not
be used.) What belongs to a project is remembered in the project, not here.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from annotator.errors import UserError

VERSION = 1
RECENT = 8
"""How many projects the menu remembers, and how many commands the palette."""
ZOOM = (-4, 12)
"""The smallest and the largest step of zoom."""


Theme = Literal["system", "light", "dark", "contrast-light", "contrast-dark"]
Spacing = Literal["close", "normal", "wide", "widest"]
ReadingWidth = Literal["narrow", "normal", "wide", "full"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their defaults. `None` means that nothing was chosen yet."""

    version: int = VERSION
    language: Literal["system", "ar", "en"] = "system"
    theme: Theme = "system"
    author: str | None = None
    zoom: Annotated[int, msgspec.Meta(ge=ZOOM[0], le=ZOOM[1])] = 0
    text_font: str | None = None
    line_spacing: Spacing = "normal"
    reading_width: ReadingWidth = "normal"
    all_arcs: bool = False
    guidelines: bool = False
    """Whether the guideline pages stand beside the text."""
    project: str | None = None
    recent: tuple[str, ...] = ()
    geometry: str | None = None
    leave_out: bool = True
    """Whether particles (و ف ب ك ل) are left out of what is marked."""
    to_learn: bool = False
    """Whether the next article is the one from which the model learns most."""
    suggestions: bool = True
    """Whether suggestions are shown."""
    suggest_unasked: bool = True
    """Whether suggesters look at an article when it is opened, and learn again by themselves."""
    exports: dict[str, str] = {}
    """Where each project was last exported to; those of the latest few."""
    checks_off: tuple[str, ...] = ()
    """The ids of the checks of annotations that are not made."""
    commands: tuple[str, ...] = ()
    """The ids of the commands that were last chosen in the palette, the latest first."""
    keys: dict[str, tuple[str, ...]] = {}
    """By an action's id its keys, where they are not those of the table."""
    unused_keys: dict[str, tuple[str, ...]] = {}
    """The same, as found in a file and of no use to this version; kept for another one."""

    def opened(self, project: Path) -> Settings:
        """The settings after a project was opened: it is the last one and the most recent."""
        path = str(project)
        others = tuple(other for other in self.recent if other != path)
        return msgspec.structs.replace(self, project=path, recent=(path, *others)[:RECENT])

    def chosen(self, command: str) -> Settings:
        """The settings after a command was chosen in the palette: it is the most recent."""
        others = tuple(other for other in self.commands if other != command)
        return msgspec.structs.replace(self, commands=(command, *others)[:RECENT])


class SettingsFile:
    """The settings and the file they live in. `now` holds them; `change` writes them at once."""

    def __init__(self, path: Path) -> None:
        """Read the file; `problem` says why defaults are used in its place, if they are."""
        self.path = path
        self.problem: UserError | None = None
        self.now = self._read()

    def change(self, **values: object) -> None:
        """Set some settings by name and write the file. A full disk is no reason to stop."""
        self.replace(msgspec.structs.replace(self.now, **values))

    def replace(self, settings: Settings) -> None:
        """Take `settings` and write the file, if anything changed."""
        if settings != self.now:
            self.now = settings
            self._write()

    def _read(self) -> Settings:
        try:
            settings = msgspec.json.decode(self.path.read_bytes(), type=Settings)
        except FileNotFoundError:
            return Settings()
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            return self._refused("{file} is not a settings file: {reason}.", reason=str(error))
        except OSError as error:
            return self._refused("{file} cannot be read: {reason}.", reason=_reason(error))
        if settings.version > VERSION:
            return self._refused("{file} was written by a newer version of this program.")
        return settings

    def _refused(self, message: str, **values: object) -> Settings:
        aside = _free_name(self.path)
        kept = "It was kept as {aside}."
        try:
            self.path.rename(aside)
        except OSError:
            kept = "It was left as it is."
        self.problem = UserError(
            message,
            kept=kept,
            hint="The settings start from their defaults.",
            file=self.path,
            aside=aside.name,
            **values,
        )
        return Settings()

    def _write(self) -> None:
        data = msgspec.json.format(msgspec.json.encode(self.now), indent=2) + b"\n"
        try:
            _write_whole(self.path, data)
        except OSError as error:
            self.problem = UserError(
                "The settings could not be written to {file}: {reason}.",
                kept="Your annotations are not concerned.",
                file=self.path,
                reason=_reason(error),
            )


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.bad-{number}")).exists():
        number += 1
    return aside


def _write_whole(path: Path, data: bytes) -> None:
    """Write the file so that a crash leaves either the old or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
