"""Asks how and where to export, on one page that has only what applies to the format chosen.

What the format has no place for is counted in the background and listed at once whenever a choice
changes; until that is known nothing goes ahead. Nothing is written here, the store is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from annotator.desktop import icons
from annotator.desktop.background import Job, Progress
from annotator.desktop.dialogs.base import Dialog, button, reading, worded
from annotator.desktop.dialogs.form import Form, beside, chosen, combo, titled, wrapped
from annotator.desktop.exportchoice import LICENCES, Choice, renamed
from annotator.desktop.language import current, say, tr
from annotator.errors import UserError
from annotator.exchange.report import name
from annotator.formats import Loss, by_name, writable
from annotator.formats.base import SCHEMES
from annotator.formats.features import EVERYTHING

Counting = Callable[[Choice, Progress], tuple[Loss, ...]]
_OWN = "own"
_FILE, _FOLDER, _ZIP = "file", "folder", "zip"
_SOON = 60
"""Milliseconds: who walks through the formats with the arrows starts no count at each of them."""


class ExportDialog(Dialog):
    """`then` gets the choice and the place; the dialog is gone by then.

    `counting` tells what a choice would lose, in a thread of its own. `path` is where it goes if
    nobody says otherwise, `stem` what names are made of.
    """

    def __init__(
        self,
        parent: QWidget | None,
        choice: Choice,
        path: Path,
        layers: Sequence[str],
        counting: Counting,
        then: Callable[[Choice, Path], object],
        *,
        stem: str,
    ) -> None:
        super().__init__(parent, tr("Export"), 620)
        self._then, self._counting, self._stem = then, counting, stem
        self._layers = tuple(layers)
        self._job: Job | None = None
        self._lost: tuple[Loss, ...] | None = None
        self._wanted = False
        self._shape = _FILE
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._count)
        self.form = Form()
        self.add(self.form)
        self._add_what(layers)
        self._add_card()
        self._add_where(path)
        self._add_losses()
        self._go = button(tr("&Export"), self._export, default=True)
        self.buttons(button(tr("Cancel"), self.reject), self._go)
        self._fill(choice)
        self._before = self.choice
        self._listen()
        self._show_what_applies()
        self._count()
        self.format.setFocus()

    # What there is to choose

    def _add_what(self, layers: Sequence[str]) -> None:
        formats = [(tr(format.title), format.name) for format in writable()]
        self.format = self.form.put(tr("&Format"), combo(formats))
        everybody: list[tuple[str, object]] = [(tr("Everybody’s"), None)]
        self.layer = self.form.put(
            tr("&Whose annotations"), combo([*everybody, *((one, one) for one in layers)])
        )
        self.status = self.form.put(
            tr("&Articles"),
            combo([(tr("All articles"), None), (tr("Only those that are done"), "done")]),
        )
        self.scheme = self.form.put(tr("Ta&gs of tokens"), combo([(one, one) for one in SCHEMES]))
        self.clitics = self.form.put(tr("Edges &inside words"), combo(_clitics()))
        self.parts, self.shares = combo(_parts()), QLineEdit()
        self.shares.setAccessibleName(tr("Shares in hundredths"))
        self.shares.setPlaceholderText("80/10/10")
        self.form.put_row(tr("&Parts"), beside(self.parts, self.shares), self.parts)
        self.by = self.form.put(tr("&Divided"), combo(_ways()))

    def _add_card(self) -> None:
        self.shape = self.form.put(tr("A&s"), combo(_shapes(folder=False)))
        self.people = self.form.put("", wrapped())
        self.licence = combo([(one, one) for one in LICENCES])
        self.licence.setEditable(True)
        self.licence.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # What is typed stays as it is.
        self.licence.setCompleter(None)  # type: ignore[arg-type]
        line = self.licence.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Not stated"))
        self.date = QLineEdit()
        self.date.setPlaceholderText(tr("Not stated"))
        date = titled(tr("Da&te"), self.date)
        self.form.put_row(tr("&Licence"), beside(self.licence, date, self.date), self.licence)

    def _add_where(self, path: Path) -> None:
        self.path = QLineEdit(str(path))
        # A path reads from left to right, also where its names are Arabic.
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = button(tr("&Browse…"), self._browse)
        browse.setIcon(icons.icon("folder"))
        self.form.put_row(tr("T&o"), beside(self.path, browse), self.path)
        self.place = self.form.put("", wrapped())

    def _add_losses(self) -> None:
        self.loss = self.say("")
        self.losses = reading("", self)
        self.losses.setFixedHeight(100)
        self.losses.setAccessibleName(tr("What is lost"))
        self.add(self.losses)
        self.problem = self.say("", name="refused")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem.hide()

    def _fill(self, choice: Choice) -> None:
        for box, value in (
            (self.format, choice.format), (self.layer, choice.layer),
            (self.status, choice.status), (self.scheme, choice.scheme),
            (self.clitics, choice.clitics), (self.by, choice.by),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        known = self.parts.findData(choice.shares)
        self.parts.setCurrentIndex(known if known >= 0 else self.parts.findData(_OWN))
        self.shares.setText(choice.shares)
        self._shape = _ZIP if choice.packed else _FOLDER if choice.card else _FILE
        self._offer_shapes()
        self.shape.setCurrentIndex(max(0, self.shape.findData(self._shape)))
        self.licence.setCurrentIndex(-1)
        self.licence.setEditText(choice.licence)
        self.date.setText(choice.date)

    def _listen(self) -> None:
        for box in (self.format, self.parts):
            box.currentIndexChanged.connect(self._offer_shapes)
        self.shape.currentIndexChanged.connect(self._take_shape)
        for box in (self.format, self.layer, self.status, self.clitics, self.parts, self.shape):
            box.currentIndexChanged.connect(self._changed)
        self.shares.textChanged.connect(lambda: self.problem.hide())
        self.path.textChanged.connect(self._look_at_place)

    @property
    def choice(self) -> Choice:
        """What is chosen; what does not apply to the format has its default."""
        found = Choice(
            format=chosen(self.format), layer=chosen(self.layer), status=chosen(self.status),
            shares=self._shares(), card=self._shape != _FILE, packed=chosen(self.shape) == _ZIP,
        )  # fmt: skip
        heeds = found.made.options
        return msgspec.structs.replace(
            found,
            scheme=chosen(self.scheme) if "scheme" in heeds else "IOB2",
            clitics=chosen(self.clitics) if "clitics" in heeds else "split",
            by=chosen(self.by) if found.shares else "hash",
            licence=self.licence.currentText().strip() if found.is_folder else "",
            date=self.date.text().strip() if found.is_folder else "",
        )

    def _take_shape(self) -> None:
        self._shape = chosen(self.shape)

    def _offer_shapes(self) -> None:
        """A file where the format makes one and nothing is split; a folder or a zip anyhow."""
        format = by_name(chosen(self.format))
        offered = _shapes(folder=format.shape != "file" or bool(chosen(self.parts)))
        if self.shape.count() != len(offered):
            with QSignalBlocker(self.shape):
                self.shape.clear()
                for words, value in offered:
                    self.shape.addItem(words, value)
                self.shape.setCurrentIndex(max(0, self.shape.findData(self._shape)))

    def _shares(self) -> str:
        found: str = chosen(self.parts)
        return (self.shares.text().strip() or "?") if found == _OWN else found

    # What follows from it

    def _changed(self) -> None:
        now = self.choice
        there = Path(self.path.text())
        self.path.setText(str(renamed(there, self._before, now, self._stem)))
        recount = _counted(self._before) != _counted(now)
        self._before = now
        self.problem.hide()
        self._show_what_applies()
        if recount:
            self._forget_count()
            self._soon.start()

    def _show_what_applies(self) -> None:
        now, heeds = self.choice, self.choice.made.options
        self.form.show(self.scheme, "scheme" in heeds)
        self.form.show(self.clitics, "clitics" in heeds)
        self.shares.setVisible(chosen(self.parts) == _OWN)
        self.form.show(self.by, bool(now.shares))
        for part in (self.people, self.licence):
            self.form.show(part, now.is_folder)
        names = [now.layer] if now.layer is not None else self._layers
        self.people.setText(
            tr("Its dataset card names who has annotated: {names}.", names=_listed(names))
            if names
            else tr("It has a dataset card.")
        )
        self._look_at_place()
        self.adjustSize()

    def _look_at_place(self) -> None:
        self.problem.hide()
        words = _said_of(Path(self.path.text()), self.choice)
        self.place.setText(words)
        self.form.show(self.place, bool(words))

    def _browse(self) -> None:
        now, path = self.choice, Path(self.path.text())
        if now.suffix:
            dialog = QFileDialog(self, tr("Export"), str(path), f"(*{now.suffix})")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is said on this page
            dialog.setDefaultSuffix(now.suffix.removeprefix("."))
            dialog.fileSelected.connect(self.path.setText)
        else:
            title = tr("Folder in which “{name}” is made", name=path.name)
            dialog = QFileDialog(self, title, str(path.parent))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(lambda it: self.path.setText(str(Path(it, path.name))))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        worded(dialog)
        dialog.open()

    # What would be lost

    def _forget_count(self) -> None:
        if self._job is not None:
            self._job.give_up()
            self._job = None
        self._lost, self._wanted = None, False
        self.loss.setText(tr("Counting what the format has no place for…"))

    def _count(self) -> None:
        self._forget_count()
        now = self.choice
        if now.made.carries == EVERYTHING and "clitics" not in now.made.options:
            self._show_losses(())
            return
        self._job = Job(lambda progress: self._counting(now, progress), self)
        self._job.ended.connect(self._show_losses)
        self._job.failed.connect(self.refuse)
        self._job.start()

    def _show_losses(self, found: tuple[Loss, ...]) -> None:
        self._job, self._lost = None, found
        title = tr(self.choice.made.title)
        if found:
            self.loss.setText(tr("Not all that is here has a place in {format}:", format=title))
        else:
            self.loss.setText(tr("All that is here has a place in {format}.", format=title))
        self.losses.setPlainText("\n".join(say(loss) for loss in found))
        shown, self._wanted = self._wanted and not found, False
        if self.losses.isHidden() == bool(found):
            self.losses.setVisible(bool(found))
            self.adjustSize()
        if shown:
            self._export()

    # To its end

    def _export(self) -> None:
        """Go ahead, unless something is not known yet, or not right."""
        if self._soon.isActive():
            self._soon.stop()
            self._count()
        if self._lost is None:
            self._wanted = True  # What is lost is to be seen before; where nothing is, it goes on.
            return
        choice, path = self.choice, Path(self.path.text().strip())
        try:
            choice.parted()
            if not path.name or not str(path).isprintable():
                raise UserError("The export needs the name of a file or folder.")
        except UserError as error:
            self.refuse(error)
            return
        self.accept()
        self._then(choice, path.expanduser())

    def refuse(self, error: UserError) -> None:
        """Say what stands in the way; everything that was chosen stays."""
        self._job = None
        self.problem.setText(say(error))
        self.problem.show()
        self.adjustSize()

    def done(self, result: int) -> None:
        """Leave nothing running behind."""
        self._soon.stop()
        self._forget_count()
        super().done(result)


def _counted(choice: Choice) -> tuple[object, ...]:
    """What losses depend on."""
    return choice.format, choice.layer, choice.status, choice.clitics


def _said_of(path: Path, choice: Choice) -> str:
    """What is at the place already; "" if nothing is."""
    try:
        if path.name and not path.parent.is_dir():
            return tr("There is no folder {folder}.", folder=name(path.parent))
        if path.is_file() and choice.suffix:
            return tr("{file} is there already and will be replaced.", file=path.name)
        if path.is_dir() and not choice.suffix and any(path.iterdir()):
            return tr(
                "{folder} is there already. An older export will be replaced, other files never.",
                folder=path.name,
            )
    except (OSError, ValueError):
        pass  # The export will say what is the matter.
    return ""


def _listed(names: Sequence[str]) -> str:
    """Names of either direction in a row that has the interface's."""
    first, comma = ("\u200f", "، ") if current() == "ar" else ("\u200e", ", ")
    return first + comma.join(f"\u2068{one}\u2069" for one in names)


def _clitics() -> list[tuple[str, object]]:
    return [
        (tr("Cut the word, and mark the pieces as joined"), "split"),
        (tr("Take in the whole word"), "expand"),
        (tr("Leave the annotation out"), "report"),
    ]


def _parts() -> list[tuple[str, object]]:
    return [
        (tr("All in one"), ""),
        (tr("train, dev and test: 80/10/10"), "80/10/10"),
        (tr("train and test: 80/20"), "80/20"),
        (tr("Shares of your own…"), _OWN),
    ]


def _shapes(*, folder: bool) -> list[tuple[str, object]]:
    if folder:
        return [(tr("A folder of files"), _FOLDER), (tr("A zip file"), _ZIP)]
    return [
        (tr("One file"), _FILE),
        (tr("A folder with a dataset card"), _FOLDER),
        (tr("A zip with a dataset card"), _ZIP),
    ]


def _ways() -> list[tuple[str, object]]:
    return [
        (tr("By chance, the same way each time"), "hash"),
        (tr("By date: the newest are for tests"), "date"),
        (tr("By source: each on one side"), "source"),
    ]
