"""Finds the data of camel-tools on this machine, and tells plainly what is the matter with them.

Users install them with `camel_data -i light`. The catalogue of camel-tools is read here before any
of its modules is imported: they download it *at import* where it is missing, and this program makes
no network connection. Nothing is written, nothing is downloaded.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import msgspec

from annotator.errors import UserError

__all__ = [
    "ENVIRONMENT",
    "Files",
    "damaged",
    "data_folder",
    "installed",
    "installed_dataset",
    "verify",
]  # fmt: skip

ENVIRONMENT = "CAMELTOOLS_DATA"
_AGAIN = "Install them again with camel_data -i light."
_KEPT = "Particles are found by rules meanwhile."


class _File(msgspec.Struct, frozen=True):
    path: str
    sha256: str = ""


class _Package(msgspec.Struct, frozen=True):
    destination: str | None = None
    files: tuple[_File, ...] | None = None


class _Dataset(msgspec.Struct, frozen=True):
    path: str


class _Component(msgspec.Struct, frozen=True):
    default: str
    datasets: dict[str, _Dataset]


class _Catalogue(msgspec.Struct, frozen=True):
    version: str
    packages: dict[str, _Package]
    components: dict[str, _Component]


class Files(NamedTuple):
    """The files of the default morphology, and what each should hash to where that is known."""

    database: Path
    model: Path | None
    hashes: dict[Path, str]


def data_folder() -> Path:
    """Where camel-tools looks for its data."""
    chosen = os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    return Path.home() / (
        "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
    )


def installed(folder: Path) -> Files | None:
    """The morphology that is installed in `folder`, None if none is.

    Raises `UserError` if what is there cannot be used: without a catalogue, with a damaged one, or
    with one of another version of camel-tools.
    """
    try:
        return _found(folder)
    except OSError as error:
        raise _unusable(
            "The data of camel-tools in {folder} cannot be read: {reason}.",
            folder,
            reason=error.strerror or type(error).__name__,
        ) from error


def _found(folder: Path) -> Files | None:
    path = folder / "catalogue.json"
    if not path.is_file():
        if any((folder / "data").glob("morphology_db/*/morphology.db")):
            raise _unusable("{folder} has data of camel-tools, but no catalogue.json.", folder)
        return None
    catalogue = _read(path, folder)
    database = _file(catalogue, folder, "MorphologyDB", "morphology.db")
    if database is None:
        return None
    _check_version(catalogue, folder)
    model = _file(catalogue, folder, "DisambigMLE", "model.json")
    return Files(database, model, _hashes(catalogue, folder))


def installed_dataset(folder: Path, component: str) -> Path | None:
    """The folder of a component's default dataset, None if it is not installed.

    Raises `UserError` for a catalogue that cannot be used.
    """
    if not (folder / "catalogue.json").is_file():
        return None
    catalogue = _read(folder / "catalogue.json", folder)
    found = catalogue.components.get(component)
    dataset = found.datasets.get(found.default) if found else None
    path = folder / "data" / dataset.path if dataset else None
    if path is None or not path.is_dir():
        return None
    _check_version(catalogue, folder)
    return path


def _read(path: Path, folder: Path) -> _Catalogue:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Catalogue)
    except (ValueError, RecursionError) as error:
        raise _unusable(
            "The catalogue of camel-tools in {folder} cannot be read: {reason}.",
            folder,
            reason=str(error),
        ) from error


def _check_version(catalogue: _Catalogue, folder: Path) -> None:
    here, there = version("camel-tools"), catalogue.version
    if here.split(".")[:2] != there.split(".")[:2]:
        raise _unusable(
            "The data in {folder} are for camel-tools {there}; installed is {here}.",
            folder,
            there=there,
            here=here,
        )


def _file(catalogue: _Catalogue, folder: Path, component: str, name: str) -> Path | None:
    """The file of a component's default dataset, if it is there."""
    found = catalogue.components.get(component)
    dataset = found.datasets.get(found.default) if found else None
    path = folder / "data" / dataset.path / name if dataset else None
    return path if path is not None and path.is_file() else None


def _hashes(catalogue: _Catalogue, folder: Path) -> dict[Path, str]:
    return {
        folder / "data" / package.destination / file.path: file.sha256
        for package in catalogue.packages.values()
        if package.destination is not None
        for file in package.files or ()
        if file.sha256
    }


def verify(path: Path, files: Files, folder: Path) -> None:
    """Raise `UserError` unless the file is, bit for bit, what the catalogue says."""
    wanted = files.hashes.get(path)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise damaged(path, folder) from error
    if wanted is not None and found != wanted:
        raise damaged(path, folder)


def damaged(path: Path, folder: Path) -> UserError:
    """What is said of a file that cannot be used."""
    return _unusable(
        "{file} of the data of camel-tools in {folder} is damaged.", folder, file=path.name
    )


def _unusable(message: str, folder: Path, **values: object) -> UserError:
    return UserError(message, kept=_KEPT, hint=_AGAIN, folder=folder, **values)
