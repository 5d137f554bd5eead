"""Where the program keeps its own things: settings, log, and the sample project.

`$ANNOTATOR_HOME` moves them all. Projects lie where their owners put them, never here.
"""

from __future__ import annotations

import os
from pathlib import Path

HOME = "ANNOTATOR_HOME"


def data_folder() -> Path:
    """The folder of all that follows; it need not exist yet."""
    chosen = os.environ.get(HOME)
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("annotator", appauthor=False)


def settings_file() -> Path:
    """What the window remembers from one start to the next."""
    return data_folder() / "settings.json"


def sample_project() -> Path:
    """The project to look around in, made when it is first asked for."""
    return data_folder() / "sample.db"


def log_file() -> Path:
    """Where failures that are bugs are written down."""
    return data_folder() / "annotator.log"
