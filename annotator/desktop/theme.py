"""How the interface looks: one table of sizes, one of spaces, and the colours of `schemes`.

Everything else asks here: panels, dialogs and status line have no sizes or colours of their own.
The article's text is styled in `article/`; the colours of labels come from the label set.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication

from annotator.desktop.schemes import DARK, LIGHT, SCHEMES, Colours, Scheme
from annotator.resources import resource

__all__ = ["DARK", "LIGHT", "SCHEMES", "Colours", "Scheme"]

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Amiri")
"""Latin first: its lower line height keeps rows calm, and Arabic letters come from the second."""

_TYPED = ", ".join(f'"{family}"' for family in (FAMILIES[1], FAMILIES[0], FAMILIES[2]))
"""For lines to type in: of the first family they take their height, and Arabic is the taller."""

BODY, SMALL, TITLE, KEYCAP = 14, 12, 14, 11
"""Sizes of the interface's letters, in device-independent pixels."""

DISPLAY = 26
"""The name of the program where it greets."""

HAIR, TIGHT, NEAR, APART, WIDE = 4, 6, 10, 16, 24
"""Spaces, in device-independent pixels."""

ROW = 28
"""The height of a row in a panel."""
INSET = 12
"""From the side of a card to what is written on it."""

RADIUS, ROUND, CHIP_ROUND = 6, 4, 3
"""The radius of corners: of cards, of controls and rows, of chips and keycaps."""
_DOT = 14
"""The width of the circle of a radio button, without its line."""


_now: list[Scheme] = ["light"]
_WORN = "annotatorScheme"


def scheme() -> Scheme:
    """The scheme in use."""
    return _now[0]


def colours() -> Colours:
    """The colours in use."""
    return SCHEMES[_now[0]]


def label_colour(light: str, dark: str) -> str:
    """In the scheme in use, the colour of a label that has these two."""
    return colours().label(light, dark)


def ring() -> QPen:
    """What is drawn around a control that has the keyboard."""
    tone = colours()
    return QPen(QColor(tone.accent), tone.edge + 1)


def of_system() -> Scheme:
    """The scheme that the system asks for; light and of usual contrast where it does not say."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast-dark" if dark else "contrast-light"
    return "dark" if dark else "light"


def apply(app: QApplication, scheme: Scheme) -> None:
    """Paint the whole interface in `scheme` from now on."""
    if app.property(_WORN) == scheme:
        return
    app.setProperty(_WORN, scheme)
    _now[0] = scheme
    if app.style().name() != "fusion":
        # One style on every system, so that what was checked is what people see.
        app.setStyle("fusion")
    app.setFont(font())
    app.setPalette(_palette(colours()))
    app.setStyleSheet(_sheet(colours()))


def font(size: int = BODY, *, strong: bool = False) -> QFont:
    """The interface's font at a size of the table above."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Medium if strong else QFont.Weight.Normal)
    return made


def _palette(tone: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    table = {
        role.Window: tone.paper,
        role.WindowText: tone.ink,
        role.Base: tone.card,
        role.AlternateBase: tone.hover,
        role.Text: tone.ink,
        role.PlaceholderText: tone.quiet,
        role.Button: tone.card,
        role.ButtonText: tone.ink,
        role.BrightText: tone.refused,
        role.ToolTipBase: tone.card,
        role.ToolTipText: tone.ink,
        role.Highlight: tone.selected,
        role.HighlightedText: tone.ink,
        role.Link: tone.accent,
        role.Light: tone.card,
        role.Midlight: tone.hover,
        role.Mid: tone.line,
        role.Dark: tone.keycap_line,
        role.Shadow: tone.keycap_line,
        role.Accent: tone.accent,
    }
    for key, colour in table.items():
        palette.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tone.new))
    return palette


def _sheet(tone: Colours) -> str:
    return _SHEET.format(
        **{name: getattr(tone, name) for name in tone.__struct_fields__},
        chevron=resource("icons", f"chevron-{'dark' if tone.dark else 'light'}.svg").as_posix(),
        typed=_TYPED, small=SMALL, radius=RADIUS, round=ROUND, chip_round=CHIP_ROUND,
        dot=_DOT, dot_round=_DOT // 2 + 1,
        hair=HAIR, tight=TIGHT, near=NEAR, apart=APART,
        # Where the keyboard is the border grows inwards, so that nothing moves.
        ring=tone.edge + 1, hair_in=HAIR - 1, tight_in=TIGHT - 1, near_in=NEAR - 1,
        apart_in=APART - 1, within=TIGHT + tone.edge - 5, apart_within=APART + tone.edge - 5,
    )  # fmt: skip


_SHEET = """
QMainWindow, QDialog, QWidget#start {{ background: {paper}; }}
QMenuBar {{ background: {paper}; color: {ink}; padding: {hair}px {near}px; border: none; }}
QMenuBar::item {{ padding: {hair}px {near}px; border-radius: {round}px; background: transparent; }}
QMenuBar::item:selected {{ background: {selected}; }}
QMenu {{ background: {card}; color: {ink}; border: {edge}px solid {line}; padding: {hair}px; }}
QMenu::item {{ padding: 5px {apart}px; border-radius: {round}px; }}
QMenu::icon {{ left: {tight}px; right: {tight}px; }}
QMenu::item:selected {{ background: {selected}; }}
QMenu::item:disabled {{ color: {new}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {hair}px {near}px; }}
QToolTip {{ background: {card}; color: {ink}; border: {edge}px solid {line}; padding: {hair}px; }}
QFrame#card {{ background: {card}; border: {edge}px solid {line}; border-radius: {radius}px; }}
QFrame#card QLabel, QFrame#card QListView, QFrame#card QTextEdit {{ background: transparent; }}
QFrame#card QListView, QFrame#card QTextEdit {{ border: none; outline: none; }}
QLabel#quiet {{ color: {quiet}; }}
QLabel#refused {{ color: {refused}; }}
QWidget#strip {{ background: {strip}; }}
QWidget#strip QLabel {{ color: {quiet}; font-size: {small}px; }}
QWidget#strip QLabel[kind="refused"] {{ color: {refused}; }}
QWidget#strip QLabel[kind="saved"] {{ color: {saved}; }}
QLineEdit {{ font-family: {typed}; background: {card}; color: {ink};
    border: {edge}px solid {keycap_line}; border-radius: {round}px; padding: {hair}px {near}px;
    min-height: 26px;
    selection-background-color: {accent}; selection-color: {card};
    placeholder-text-color: {quiet}; }}
QLineEdit:focus, QComboBox:focus {{ border: {ring}px solid {accent};
    padding: {hair_in}px {near_in}px; }}
QComboBox {{ background: {card}; color: {ink}; border: {edge}px solid {keycap_line};
    border-radius: {round}px; padding: {hair}px {near}px; min-height: 26px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {card}; border: {edge}px solid {line};
    selection-background-color: {selected}; selection-color: {ink}; outline: none; }}
QPlainTextEdit {{ background: {card}; border: {edge}px solid {line}; border-radius: {round}px;
    padding: {hair}px; selection-background-color: {accent}; selection-color: {card}; }}
QPlainTextEdit:focus {{ border: {ring}px solid {accent}; padding: {hair_in}px; }}
QRadioButton {{ border: {ring}px solid transparent; border-radius: {round}px; padding: {hair}px;
    spacing: {near}px; }}
QRadioButton:focus {{ border-color: {accent}; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border: 1px solid {keycap_line};
    border-radius: {dot_round}px; background: {card}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QTableView {{ background: {card}; border: {edge}px solid {line}; border-radius: {round}px;
    padding: 1px; outline: none; selection-background-color: {selected};
    selection-color: {ink}; }}
QTableView:focus {{ border: {ring}px solid {accent}; padding: 0; }}
QHeaderView, QTableCornerButton::section {{ background: {card}; border: none; }}
QHeaderView::section {{ background: {card}; color: {quiet}; border: none;
    padding: {hair}px {near}px; }}
QPushButton {{ background: {card}; color: {ink}; border: {edge}px solid {keycap_line};
    border-radius: {round}px; padding: {tight}px {apart}px; min-width: 64px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:default {{ background: {accent}; color: {card}; border-color: {accent}; }}
QPushButton:focus {{ border: {ring}px solid {accent}; padding: {tight_in}px {apart_in}px; }}
QPushButton:default:focus {{ border: 5px double {card}; padding: {within}px {apart_within}px; }}
QPushButton:disabled {{ color: {new}; background: {hover}; border-color: {line}; }}
QDialog QScrollArea {{ border: {ring}px solid transparent; border-radius: {round}px; }}
QDialog QScrollArea:focus {{ border-color: {accent}; }}
QLineEdit#filter {{ min-height: 22px; padding: 2px {hair}px; }}
QLineEdit#filter:focus {{ padding: 1px {hair_in}px; }}
QToolButton#quiet {{ background: transparent; border: 1px solid transparent;
    border-radius: {round}px; padding: 5px; }}
QToolButton#quiet:hover {{ background: {hover}; }}
QToolButton#quiet:focus {{ border: {ring}px solid {accent}; padding: {hair}px; }}
QToolButton#quiet::menu-indicator {{ image: none; }}
QToolButton#switch {{ background: transparent; color: {quiet}; border: 1px solid transparent;
    border-radius: {round}px; padding: 0 {tight}px; font-size: {small}px; }}
QToolButton#switch:hover {{ background: {hover}; }}
QToolButton#switch:checked {{ background: {selected}; color: {ink}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 2px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QToolButton#switch:focus {{ border: {ring}px solid {accent}; padding: 0 {tight_in}px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {keycap_line}; border-radius: {chip_round}px;
    min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {keycap_line}; border-radius: {chip_round}px;
    min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
