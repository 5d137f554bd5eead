"""What is to be drawn over and under the text: from an article's state to plain marks.

Builds marks for the part of the article that is in view, from values alone; draws nothing and
chooses no colours of the paper. A mark names its colour as it stands in the label set, once for
the light and once for the dark theme.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from annotator.desktop.article.layout import ArticleLayout, Box, Line
from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote, Relation
from annotator.model.colour import SLATE
from annotator.model.labels import Language
from annotator.model.spans import Fragment, Span

Ink = tuple[str, str]
"""A colour for the light theme and one for the dark theme, each `#RRGGBB`."""

_LONGEST_CAPTION = 28
ARABIC_KEYS = 1.2
"""How much larger than captions the Arabic letters on keycaps are drawn."""


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the view shows of an article besides its text. Ids are those of annotations.

    `cursor` is the current word. `picking` maps what can be picked to the hint that picks it, and
    `hints` does so for words; `typed` is what all these begin with and has been typed already, and
    `arabic_keys` tells whether the keyboard types Arabic. `pending` is the head of a relation that
    is being made; `proposals` are not accepted yet, of which `pruned` will not be. Where
    `ahead` names any annotations, all others step back. `all_arcs` asks for the arcs of all
    relations in view, not of what is in focus alone.
    """

    annotated: AnnotatedArticle
    cursor: Fragment | None = None
    selection: tuple[Fragment, ...] = ()
    focus: str | None = None
    picking: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[Fragment, str] = field(default_factory=dict)
    typed: str = ""
    arabic_keys: bool = False
    pending: str | None = None
    proposals: frozenset[str] = frozenset()
    pruned: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    all_arcs: bool = False


class Tone(IntEnum):
    """How strongly a mark speaks."""

    FADED = 0
    PLAIN = 1
    PROPOSED = 2
    PENDING = 3
    FOCUSED = 4


Offer = Literal["", "taken", "left"]
"""Of a proposal, whether it will be taken; empty for what is no proposal."""


class BoxMark(NamedTuple):
    """The box of an entity on one line; an open side is where it goes on on another line."""

    id: str
    rect: QRectF
    ink: Ink
    tone: Tone
    open_left: bool
    open_right: bool
    offer: Offer = ""


class ChipMark(NamedTuple):
    """A chip with a caption: filled, but for a proposal, which has an edge alone."""

    id: str
    rect: QRectF
    caption: str
    ink: Ink
    tone: Tone
    offer: Offer = ""


class BandMark(NamedTuple):
    """The tint behind the words of a quote."""

    id: str
    rect: QRectF
    ink: Ink
    tone: Tone


class BarMark(NamedTuple):
    """The bar beside the lines of a quote."""

    id: str
    line: QLineF
    ink: Ink
    tone: Tone
    offer: Offer = ""


class StrokeMark(NamedTuple):
    """A line under a cue or a source, or between the fragments of a span."""

    id: str
    line: QLineF
    kind: Literal["cue", "source", "connector"]
    ink: Ink
    tone: Tone


class ArcMark(NamedTuple):
    """A relation: the way from its head to its tail, the arrow heads, and its caption.

    Without an id and a caption: one that is being made, or the way from a speaker.
    """

    id: str
    path: QPainterPath
    heads: tuple[QPolygonF, ...]
    caption: str
    place: QRectF
    ink: Ink
    tone: Tone


class KeyLetter(NamedTuple):
    """A letter on a keycap, and whether it has been typed already."""

    rect: QRectF
    caption: str
    typed: bool


class KeyMark(NamedTuple):
    """A keycap with the hint that picks an annotation, or a word, which has no id."""

    id: str
    rect: QRectF
    hint: str
    letters: tuple[KeyLetter, ...]


class Anchor(NamedTuple):
    """Where arcs of an annotation begin: a point above its chip, and its box on that line.

    `band_top` tells lines apart: it is the top of the band that the box lies in.
    """

    point: QPointF
    band_top: float
    box: QRectF


@dataclass(slots=True)
class Scene:
    """Everything to draw between `top` and `bottom`, in the order it is drawn.

    `lines` are those of the text, each with the y of its band.
    """

    top: float
    bottom: float
    lines: dict[Line, float] = field(default_factory=dict)
    bands: list[BandMark] = field(default_factory=list)
    boxes: list[BoxMark] = field(default_factory=list)
    selection: list[QRectF] = field(default_factory=list)
    selection_edges: list[QLineF] = field(default_factory=list)
    cursor: list[QRectF] = field(default_factory=list)
    strokes: list[StrokeMark] = field(default_factory=list)
    bars: list[BarMark] = field(default_factory=list)
    chips: list[ChipMark] = field(default_factory=list)
    arcs: list[ArcMark] = field(default_factory=list)
    keys: list[KeyMark] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)

    def ids(self) -> set[str]:
        """The annotations that are drawn."""
        return {one.id for marks in (self.boxes, self.bands, self.arcs) for one in marks}

    def at(self, x: float, y: float) -> str | None:
        """The annotation drawn at a point, the innermost one; None where there is none."""
        point = QPointF(x, y)
        for chip in reversed(self.chips):
            if chip.rect.contains(point):
                return chip.id
        for arc in reversed(self.arcs):
            if arc.id and arc.place.contains(point):
                return arc.id
        inside = [box for box in self.boxes if box.rect.contains(point)]
        if inside:
            return min(inside, key=lambda box: box.rect.width() * box.rect.height()).id
        for bar in self.bars:
            if _near(bar.line, point):
                return bar.id
        bands = [band for band in self.bands if band.rect.contains(point)]
        return bands[-1].id if bands else None


def _near(line: QLineF, point: QPointF, reach: float = 5.0) -> bool:
    rect = QRectF(line.p1(), line.p2()).normalized()
    return rect.adjusted(-reach, -reach, reach, reach).contains(point)


class Taken:
    """Places that are taken, found again by their height: a screen has hundreds of chips."""

    def __init__(self) -> None:
        self._rows: dict[int, list[QRectF]] = {}

    def append(self, rect: QRectF) -> None:
        """Take a place."""
        for row in _rows(rect):
            self._rows.setdefault(row, []).append(rect)

    def beside(self, rect: QRectF) -> Iterator[QRectF]:
        """All places at the height of `rect`, and some a little above and below; once or twice."""
        for row in _rows(rect):
            yield from self._rows.get(row, ())

    def is_free(self, rect: QRectF) -> bool:
        """Whether nothing that is taken meets `rect`."""
        return not any(map(rect.intersects, self.beside(rect)))


def _rows(rect: QRectF) -> range:
    return range(int(rect.top()) >> 6, (int(rect.bottom()) >> 6) + 1)


@dataclass(slots=True)
class Stage:
    """What the builders of marks share: where things are, what is asked for, and what is taken.

    `measure` gives the width in pixels of a caption. `lines` are those in view, in order; `taken`
    are the places of chips so far.
    """

    layout: ArticleLayout
    state: ArticleState
    language: Language
    measure: Callable[[str], float]
    scene: Scene
    visible: Fragment
    lines: tuple[Line, ...]
    taken: Taken = field(default_factory=Taken)

    @property
    def unit(self) -> float:
        """A tenth of the size of the text: 3 pixels at 30."""
        return self.layout.style.size / 10

    @property
    def chip_height(self) -> float:
        """Pixels."""
        return float(round(self.unit * 5))

    def boxes(self, fragment: Fragment) -> list[Box]:
        """The boxes of the visible part of a fragment, on whole pixels outward."""
        start, end = max(fragment[0], self.visible[0]), min(fragment[1], self.visible[1])
        return self.layout.rects(start, end) if start < end else []

    def tone(self, id: str) -> Tone:
        """How strongly the marks of an annotation speak."""
        state = self.state
        if id == state.focus:
            return Tone.FOCUSED
        if id == state.pending:
            return Tone.PENDING
        if (state.picking or state.hints) and id not in state.picking:
            return Tone.FADED
        if id in state.pruned or (state.ahead and id not in state.ahead):
            return Tone.FADED
        return Tone.PROPOSED if id in state.proposals else Tone.PLAIN

    def offer(self, id: str) -> Offer:
        """What will become of a proposal."""
        if id in self.state.pruned:
            return "left"
        return "taken" if id in self.state.proposals else ""

    def ink(self, annotation: Annotation) -> Ink:
        """The colours of the annotation's label, those of no label if the label set has none."""
        labels = self.state.annotated.labels
        label = annotation.label
        found = (
            labels.entity(label)
            if isinstance(annotation, Entity)
            else labels.relation(label)
            if isinstance(annotation, Relation)
            else labels.quote_type(label)
        )
        return (found.light, found.dark) if found is not None else SLATE

    def caption(self, annotation: Annotation) -> str:
        """What a chip or an arc says."""
        labels = self.state.annotated.labels
        if isinstance(annotation, Quote):
            kind = labels.quote_type(annotation.label)
            title = kind.title.in_language(self.language) if kind else annotation.label
            return short(f"” {title}")
        if isinstance(annotation, Relation):
            relation = labels.relation(annotation.label)
            title = relation.title.in_language(self.language) if relation else annotation.label
            return short(title)
        return short(annotation.label)

    def is_free(self, rect: QRectF) -> bool:
        """Whether no chip is there yet."""
        return self.taken.is_free(rect)


def short(caption: str) -> str:
    """A caption on one line, cut where it would be too long for a chip."""
    caption = " ".join(caption.split())
    if len(caption) <= _LONGEST_CAPTION:
        return caption
    return caption[: _LONGEST_CAPTION - 1] + "…"


def pixels(rect: QRectF) -> QRectF:
    """The rectangle grown to whole pixels."""
    return QRectF(rect.toAlignedRect())


def spans_in_view(stage: Stage) -> tuple[list[Entity], list[Quote]]:
    """The entities and quotes that may show in view, in order.

    A quote's cue and source lie near its content, though not inside: hence the margin.
    """
    start, end = stage.visible
    found = stage.state.annotated.between(start - 400, end + 400)
    entities = [one for one in found if isinstance(one, Entity)]
    return entities, [one for one in found if isinstance(one, Quote)]


def whole(span: Span) -> Fragment:
    """From the start of a span to its end."""
    return span.start, span.end
