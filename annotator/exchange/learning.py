"""Lets a project learn from its own finished articles, and says when it is time to do so again."""

from __future__ import annotations

from pathlib import Path

from annotator.exchange.suggesting import materials, models_folder
from annotator.store import Project
from annotator.suggest import learned
from annotator.suggest.learned import Learned


def learn(project: Project, layer: str, folder: Path | None = None) -> Learned:
    """Train on what the person has finished, and keep the model in the project's folder.

    Takes seconds and as much of a processor. Raises `UserError` where there is nothing to learn
    from, or where the model cannot be kept.
    """
    made = learned.learn(materials(project, layer).finished())
    learned.save(made, folder or models_folder(project))
    return made


def is_due(project: Project, layer: str, folder: Path | None = None) -> bool:
    """Whether so many articles were finished since the last time that it is worth learning again.

    True as well where nothing was learned yet and something is finished, and where what was learned
    cannot be used any more.
    """
    finished = project.progress(layer)["done"]
    trained = learned.trained_on(folder or models_folder(project))
    if trained is None:
        return finished > 0
    return finished >= trained + learned.AGAIN
