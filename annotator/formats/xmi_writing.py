"""A record as an XMI file, through dkpro-cassis, which counts UTF-16 units for us."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.errors import UserError
from annotator.formats import xmi_types as types
from annotator.formats.base import shown
from annotator.formats.columns import sentences
from annotator.formats.tokens import tokens
from annotator.model.annotations import Annotation, Entity, Quote, Relation, spans_of
from annotator.model.record import Record
from annotator.model.spans import Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

# What XML 1.0 has no way to write.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xmi(record: Record, system: TypeSystem) -> bytes:
    """The XMI of a record; UserError if it has characters that XML cannot hold."""
    made = _Writing(record, system)
    return made.written().encode()


class _Writing:
    """The CAS of one record while it grows."""

    def __init__(self, record: Record, system: TypeSystem) -> None:
        from cassis import Cas

        self._record = record
        self._system = system
        self._text = self._xml(record.article.text)
        self._cas: Cas = Cas(typesystem=system, document_language="ar")
        self._cas.sofa_string = self._text
        self._cas.sofa_mime = "text/plain"
        self._made: dict[str, Any] = {}

    def _xml(self, words: str) -> str:
        if bad := _NO_XML.search(words):
            raise UserError(
                "Article {id} has the character {char}, which XML cannot hold.",
                hint="Choose another format.",
                id=shown(self._record.article.id),
                char=f"U+{ord(bad.group()):04X}",
            )
        return words

    def written(self) -> str:
        self._article()
        self._segments()
        given = sorted(self._record.annotations, key=_order)
        for one in given:
            if isinstance(one, Entity):
                self._entity(one)
        for one in given:
            if isinstance(one, Quote):
                self._quote(one)
        for one in given:
            if isinstance(one, Relation):
                self._relation(one)
        return str(self._cas.to_xmi())

    def _add(self, type: str, **features: Any) -> Any:
        said = {name: one for name, one in features.items() if one is not None}
        for value in said.values():
            if isinstance(value, str):
                self._xml(value)
        made = self._system.get_type(type)(**said)
        self._cas.add(made)
        return made

    def _article(self) -> None:
        record = self._record
        article = record.article
        (document,) = self._cas.select(types.DOCUMENT)
        self._cas.remove(document)
        self._add(
            types.METADATA, begin=0, end=len(self._text), language="ar",
            documentId=article.id, documentTitle=" ".join(article.title.split()) or None,
        )  # fmt: skip
        self._add(
            types.ARTICLE, articleId=article.id, author=record.layer, status=record.status,
            meta=_json(article.meta) if article.meta else None,
        )  # fmt: skip

    def _segments(self) -> None:
        """Sentences and tokens, so that layers of tokens find edges where spans have theirs."""
        for start, end in sentences(self._text):
            self._add(types.SENTENCE, begin=start, end=end)
        spans = [span for one in self._record.annotations for span in spans_of(one)]
        for token in tokens(self._text, spans):
            self._add(types.TOKEN, begin=token.start, end=token.end)

    def _entity(self, one: Entity) -> None:
        self._made[one.id] = self._spanned(types.ENTITY, one.span, (), one)

    def _quote(self, one: Quote) -> None:
        parts = [(types.CUE, one.cue), (types.SOURCE, one.source)]
        links = [
            (role, self._spanned(types.PART, span, (), role))
            for role, span in parts
            if span is not None
        ]
        if one.speaker is not None:
            links.append((types.SPEAKER, self._made[one.speaker]))
        self._made[one.id] = self._spanned(types.QUOTE, one.span, links, one)

    def _spanned(
        self, type: str, span: Span, links: Iterable[tuple[str, Any]], one: Entity | Quote | str
    ) -> Any:
        """A span: the first fragment, with links to the others and to `links`."""
        further = [
            (types.FRAGMENT, self._add(types.PART, begin=start, end=end, value=types.FRAGMENT))
            for start, end in span.fragments[1:]
        ]
        made = [self._link(role, target) for role, target in (*further, *links)]
        parts = self._system.get_type(types.ARRAY)(elements=made) if made else None
        start, end = span.fragments[0]
        common = {"value": one} if isinstance(one, str) else {"value": one.label, **_common(one)}
        return self._add(type, begin=start, end=end, parts=parts, **common)

    def _link(self, role: str, target: Any) -> Any:
        return self._system.get_type(types.LINK)(role=role, target=target)

    def _relation(self, one: Relation) -> None:
        for id in (one.head, one.tail):
            if id not in self._made:
                raise UserError("A relation refers to {id}, which is not there.", id=id)
        head, tail = self._made[one.head], self._made[one.tail]
        # As INCEpTION has it: a relation lies where its target lies.
        self._add(
            types.RELATION, begin=tail.begin, end=tail.end, Governor=head, Dependent=tail,
            value=one.label, **_common(one),
        )  # fmt: skip


def _order(one: Annotation) -> tuple[int, int, str]:
    return (0, 0, one.id) if isinstance(one, Relation) else (one.span.start, one.span.end, one.id)


def _common(one: Annotation) -> dict[str, str | None]:
    attributes = _json(one.attributes) if one.attributes else None
    return {"uuid": one.id, "note": one.note, "attributes": attributes}


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
