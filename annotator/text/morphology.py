"""The morphology of camel-tools, where its data are installed: which particles a word has.

Loading takes seconds and much memory, so it belongs into the background; camel-tools itself is
imported only then. An analysis is of a word alone: where the likeliest readings disagree about its
parts, there is none, and the rules decide.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.text import camel
from annotator.text.evidence import Analyse, Analysis
from annotator.text.normal import fold

__all__ = ["load_morphology"]

_MOST_READINGS = 12
_REMEMBERED = 20_000
_LETTERS = {"wa": "و", "fa": "ف", "bi": "ب", "ka": "ك", "li": "ل", "la": "ل", "sa": "س"}
_PRONOUNS = {
    "1s": ("ني", "ي"), "1p": ("نا",), "2ms": ("ك",), "2fs": ("ك",), "2d": ("كما",), "2mp": ("كم",),
    "2p": ("كم",), "2fp": ("كن",), "3ms": ("ه",), "3fs": ("ها",), "3d": ("هما",), "3mp": ("هم",),
    "3p": ("هم",), "3fp": ("هن",),
}  # fmt: skip
_NO_WORDS = ("digit", "punc", "foreign", "backoff")
"""Sources of readings that say nothing: ٥٠ in و٥٠ is a number, and so is all of it."""
_READS_WRONGLY = (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What the reader of a damaged database or model raises, besides its own errors."""


def load_morphology(folder: Path | None = None) -> Analyse | None:
    """Load what is installed in `folder`, by default where camel-tools looks; None without data.

    Takes seconds. Raises `UserError` if the data cannot be used.
    """
    folder = folder or camel.data_folder()
    files = camel.installed(folder)
    if files is None:
        return None
    for path in filter(None, (files.database, files.model)):
        camel.verify(path, files, folder)
    # Its modules read the catalogue when they are imported: this one, which was looked at.
    os.environ.setdefault(camel.ENVIRONMENT, str(folder))
    return _analyser(files, folder)


def _analyser(files: camel.Files, folder: Path) -> Analyse:
    from camel_tools.disambig.mle import MLEDisambiguator
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB
    from camel_tools.morphology.errors import MorphologyError

    wrong = (*_READS_WRONGLY, MorphologyError)
    reading = files.database
    try:
        database = MorphologyDB(str(reading), "a")
        if not all((database.prefix_stem_compat, database.stem_suffix_compat, database.stem_hash)):
            raise camel.damaged(reading, folder)
        analyzer = Analyzer(database)
        reading = files.model or reading
        model = str(files.model) if files.model else None
        disambiguator = MLEDisambiguator(analyzer, model, top=_MOST_READINGS, cache_size=0)
        disambiguator.disambiguate(["وبيروت"])
    except wrong as error:
        raise camel.damaged(reading, folder) from error

    @lru_cache(maxsize=_REMEMBERED)
    def analyse(word: str) -> Analysis | None:
        try:
            scored = disambiguator.disambiguate([_plain(word)])[0].analyses
        except wrong:
            # A category that the tables lack: nothing is known of this word.
            return None
        return _agreed(fold(word), [(one.score, one.analysis) for one in scored])

    return analyse


def _plain(word: str) -> str:
    """The word without marks and tatweel, but with its hamzas."""
    return "".join(char for char in word if fold(char))


def _agreed(word: str, scored: Iterable[tuple[float, Mapping[str, Any]]]) -> Analysis | None:
    """What the readings of the highest score have in common; None if they differ."""
    readings = [one for one in scored if one[1].get("source") not in _NO_WORDS]
    best = max((score for score, _ in readings), default=0.0)
    found = {_clitics(word, analysis) for score, analysis in readings if score == best}
    return found.pop() if len(found) == 1 else None


def _clitics(word: str, analysis: Mapping[str, Any]) -> Analysis:
    written = [str(analysis.get(name) or "") for name in ("prc3", "prc2", "prc1")]
    particles = "".join(_LETTERS.get(one.partition("_")[0], "") for one in written)
    article = str(analysis.get("prc0")).startswith("Al")
    person = str(analysis.get("enc0") or "").partition("_")[0]
    pronoun = next((one for one in _PRONOUNS.get(person, ()) if word.endswith(one)), "")
    return Analysis(particles, article, pronoun)
