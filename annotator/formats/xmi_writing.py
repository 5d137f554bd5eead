"""A record as an XMI file, written as the lines of XML that dkpro-cassis would write for it.

Not through dkpro-cassis itself, which makes an object of every token and asks its type system for
each of their features: that took 14 ms an article, this takes 3, half of them to find the tokens.
The tests read every file back with dkpro-cassis.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from annotator.errors import UserError
from annotator.formats import xmi_types as types
from annotator.formats.base import shown
from annotator.formats.columns_writing import sentences
from annotator.formats.keeping import CONTROLS
from annotator.formats.tokens import tokens
from annotator.formats.xmi_signs import places, signed
from annotator.model.annotations import Annotation, Entity, Quote, Relation, spans_of
from annotator.model.record import Record
from annotator.model.spans import Span
from annotator.text.offsets import Utf16, has_wide

_NAMED = (types.METADATA, types.ARTICLE, types.SENTENCE, types.TOKEN, types.ENTITY)
_ESCAPED = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\t", "&#9;"), ("\n", "&#10;"),
    ("\r", "&#13;"),
)  # fmt: skip
_SOFA = 1


def _prefixes() -> dict[str, str]:
    """The prefix of each namespace: the last name of the package, with a number from the second."""
    found: dict[str, str] = {}
    for type in _NAMED:
        package = type.rpartition(".")[0]
        last = package.rpartition(".")[2]
        if package not in found:
            again = sum(one.startswith(last) for one in found.values())
            found[package] = f"{last}{again - 1}" if again else last
    return found


_PREFIXES = _prefixes()
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    + "".join(
        f' xmlns:{prefix}="http:///{package.replace(".", "/")}.ecore"'
        for package, prefix in _PREFIXES.items()
    )
    + ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
)


def _tag(type: str) -> str:
    package, _, name = type.rpartition(".")
    return f"{_PREFIXES[package]}:{name}"


_TAGS = {
    one: _tag(one)
    for one in (*_NAMED, types.QUOTE, types.RELATION, types.PART, types.LINK)
}  # fmt: skip


def xmi(record: Record) -> bytes:
    """The XMI of a record; UserError where a relation leads to nothing."""
    written = "".join(_Writing(record).elements())
    try:
        return written.encode()
    except UnicodeEncodeError as error:
        raise UserError(
            "Article {id} has the character {char}, which XML cannot hold.",
            hint="Choose another format.",
            id=shown(record.article.id), char=f"U+{ord(error.object[error.start]):04X}",
        ) from None  # fmt: skip


class _Writing:
    """The elements of one file while they grow. `xmi:id` counts from 1, which is the text's."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._text = record.article.text
        self._units = Utf16(self._text).units
        self._last = _SOFA
        self._members: list[int] = []
        self._made: dict[str, int] = {}
        """The `xmi:id` of each entity and quote by its own id."""
        self._places: dict[str, Span] = {}

    def elements(self) -> Iterator[str]:
        yield _HEAD
        yield from self._article()
        yield from self._segments()
        given = sorted(self._record.annotations, key=_order)
        for entity in (one for one in given if isinstance(one, Entity)):
            yield from self._spanned(types.ENTITY, entity.span, [], entity)
        for quote in (one for one in given if isinstance(one, Quote)):
            yield from self._quote(quote)
        for relation in (one for one in given if isinstance(one, Relation)):
            yield self._relation(relation)
        text, members = _escaped(signed(self._text)), " ".join(map(str, self._members))
        yield (
            f'<cas:Sofa xmi:id="{_SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain"'
            f' sofaString="{text}"/>\n<cas:View sofa="{_SOFA}" members="{members}"/>\n</xmi:XMI>\n'
        )

    def _element(self, type: str, start: int, end: int, features: str = "") -> str:
        """A span. It is told where it lies in code points, and written in UTF-16 units."""
        self._last += 1
        self._members.append(self._last)
        return (
            f'<{_TAGS[type]} xmi:id="{self._last}" sofa="{_SOFA}"'
            f' begin="{self._units(start)}" end="{self._units(end)}"{features}/>\n'
        )

    def _article(self) -> Iterator[str]:
        record, article = self._record, self._record.article
        about = {"language": "ar", "documentId": signed(article.id)}
        if title := " ".join(article.title.split()):
            about["documentTitle"] = signed(title)
        yield self._element(types.METADATA, 0, len(self._text), _attributes(about))
        said = {
            "articleId": article.id, "author": record.layer, "status": record.status,
            "meta": _json(article.meta) if article.meta else None,
        }  # fmt: skip
        self._last += 1
        self._members.append(self._last)
        features = _features(said, text=places(self._text))
        yield f'<{_TAGS[types.ARTICLE]} xmi:id="{self._last}" sofa="{_SOFA}"{features}/>\n'

    def _segments(self) -> Iterator[str]:
        """Sentences and tokens, so that layers of tokens find edges where spans have theirs."""
        for start, end in sentences(self._text):
            yield self._element(types.SENTENCE, start, end)
        spans = [span for one in self._record.annotations for span in spans_of(one)]
        head, first = f"<{_TAGS[types.TOKEN]} xmi:id=", self._last + 1
        found = tokens(self._text, spans)
        edges = [(one.start, one.end) for one in found]
        if has_wide(self._text):
            units = self._units
            edges = [(units(start), units(end)) for start, end in edges]
        yield "".join([
            f'{head}"{number}" sofa="{_SOFA}" begin="{start}" end="{end}"/>\n'
            for number, (start, end) in enumerate(edges, first)
        ])  # fmt: skip
        self._last += len(edges)
        self._members += range(first, self._last + 1)

    def _quote(self, one: Quote) -> Iterator[str]:
        links: list[tuple[str, int]] = []
        for role, span in ((types.CUE, one.cue), (types.SOURCE, one.source)):
            if span is not None:
                yield from self._spanned(types.PART, span, [], role)
                links.append((role, self._last))
        if one.speaker is not None:
            links.append((types.SPEAKER, self._id_of(one.speaker)))
        yield from self._spanned(types.QUOTE, one.span, links, one)

    def _spanned(
        self, type: str, span: Span, links: list[tuple[str, int]], one: Entity | Quote | str
    ) -> Iterator[str]:
        """A span: the first fragment, with links to the others and to `links`."""
        further = []
        for start, end in span.fragments[1:]:
            yield self._element(types.PART, start, end, f' value="{types.FRAGMENT}"')
            further.append((types.FRAGMENT, self._last))
        made = []
        for role, target in (*further, *links):
            self._last += 1
            made.append(str(self._last))
            yield f'<{_TAGS[types.LINK]} xmi:id="{self._last}" role="{role}" target="{target}"/>\n'
        features = f' value="{one}"' if isinstance(one, str) else _common(one)
        parts = f' parts="{" ".join(made)}"' if made else ""
        yield self._element(type, *span.fragments[0], features + parts)
        if not isinstance(one, str):
            self._made[one.id], self._places[one.id] = self._last, span

    def _id_of(self, id: str) -> int:
        if id not in self._made:
            raise UserError("A relation refers to {id}, which is not there.", id=id)
        return self._made[id]

    def _relation(self, one: Relation) -> str:
        head, tail = self._id_of(one.head), self._id_of(one.tail)
        ends = f' Dependent="{tail}" Governor="{head}"'
        # As INCEpTION has it: a relation lies where its target lies.
        return self._element(
            types.RELATION, *self._places[one.tail].fragments[0], _common(one) + ends
        )


def _order(one: Annotation) -> tuple[int, int, str]:
    return (0, 0, one.id) if isinstance(one, Relation) else (one.span.start, one.span.end, one.id)


def _common(one: Annotation) -> str:
    attributes = _json(one.attributes) if one.attributes else None
    said = {"value": one.label, "uuid": one.id, "note": one.note, "attributes": attributes}
    return _features(said)


def _features(said: dict[str, str | None], **declared: object) -> str:
    """Features as attributes of XML. What XML cannot hold is signed, and stands in `exact`."""
    exact = {name: value for name, value in declared.items() if value}
    known = {name: value for name, value in said.items() if value is not None}
    for name, value in known.items():
        if CONTROLS.search(value):
            exact[name], known[name] = value, signed(value)
    if exact:
        known[types.EXACT] = json.dumps(exact)
    return _attributes(known)


def _attributes(features: dict[str, str]) -> str:
    return "".join(f' {name}="{_escaped(value)}"' for name, value in features.items())


def _escaped(words: str) -> str:
    for char, escaped in _ESCAPED:
        words = words.replace(char, escaped)
    return words


def _json(value: object) -> str:
    """JSON that XML can hold: what it cannot is escaped as JSON does."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return CONTROLS.sub(lambda one: f"\\u{ord(one.group()):04x}", words)
