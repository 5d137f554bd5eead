"""Names of files from the ids of articles, which may be anything: safe everywhere, and stable."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r"[^\w.\-]+")
_LONGEST = 80
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class FileNames:
    """Gives each id a name without an ending; the same id always the same one.

    Letters (Arabic ones too), digits, `.`, `-` and `_` stay. An id that cannot stand as it is, and
    one whose name another has already (letter case does not count), ends in a part of its digest.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, id: str) -> str:
        """The name for an id."""
        name = self._names.get(id)
        if name is None:
            name = safe(id)
            if _same(name) in self._taken:
                name = _marked(name, id)
            self._names[id] = name
            self._taken.add(_same(name))
        return name


def safe(id: str) -> str:
    """A name that every system takes, without regard to other names."""
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", id)).strip(".")
    if name == id and name and len(name.encode()) <= _LONGEST and not _RESERVED.fullmatch(name):
        return name
    return _marked(name, id)


def _marked(name: str, id: str) -> str:
    digest = hashlib.sha256(id.encode()).hexdigest()[:12]
    cut = name.encode()[:_LONGEST].decode(errors="ignore").strip(".")
    return f"{cut}-{digest}" if cut.strip("_") and not _RESERVED.fullmatch(cut) else digest


def _same(name: str) -> str:
    """What two names share that some system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


class Folders:
    """Names for the files of articles, in a folder for each author; without one, in none."""

    def __init__(self) -> None:
        self._files = FileNames()
        self._folders = FileNames()

    def of(self, id: str, layer: str | None) -> str:
        """The name, with a slash behind the author's folder, without an ending."""
        name = self._files.of(id)
        if layer is None:
            return name
        folder = self._folders.of(layer)
        # A dot could make it the name of a file that lies beside it.
        return f"{_marked(folder.replace('.', '_'), layer) if '.' in folder else folder}/{name}"
