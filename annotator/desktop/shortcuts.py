"""Carries changed keys between the settings and what is in force: at the start, and when edited."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.desktop import keymap
from annotator.desktop.settings import SettingsFile
from annotator.errors import UserError


def load(settings: SettingsFile) -> None:
    """Let the keys of the settings be in force.

    Those that cannot be are put aside in the file, where another version of the program finds them;
    `settings.problem` says so once.
    """
    now = settings.now
    good, bad = keymap.usable({**now.unused_keys, **now.keys})
    keymap.apply(good)
    if (good, bad) == (now.keys, now.unused_keys):
        return
    settings.change(keys=good, unused_keys=bad)
    news = [id for id in bad if id not in now.unused_keys]
    if news and settings.problem is None:
        settings.problem = UserError(
            "Keys in {file} cannot be used: those of {actions}.",
            kept="They were put aside in the same file; these actions have their usual keys.",
            file=settings.path,
            actions=", ".join(one if one.isprintable() else ascii(one) for one in sorted(news)),
        )


def change(settings: SettingsFile, keys: Mapping[str, tuple[str, ...]]) -> None:
    """Let actions have these keys from now on; what equals the table is no difference to keep."""
    changes = {**settings.now.keys, **keys}
    kept = {id: own for id, own in changes.items() if own != keymap.of_table(id)}
    keymap.apply(kept)
    settings.change(keys=kept)


def reset(settings: SettingsFile) -> None:
    """Let every action have the keys of the table again."""
    keymap.apply({})
    settings.change(keys={})


def given(id: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The change that gives an action exactly these keys, and takes them from whoever has them."""
    changes = {id: keys}
    for key in keys:
        for rival in keymap.rivals(id, key):
            before = changes.get(rival, keymap.of(rival))
            changes[rival] = tuple(one for one in before if one != key)
    return changes


def takes_from(id: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which actions the change would take which key from: `(id, key)`."""
    return [(rival, key) for key in keys for rival in keymap.rivals(id, key)]
