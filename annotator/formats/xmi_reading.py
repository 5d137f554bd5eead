"""What an XMI file of INCEpTION or of ours says: spans, their parts, and relations between them.

Of layers that we do not know, spans become entities and their other features attributes; links
and relations become relations. Tokens, sentences and what tools say of single words are left out,
and that is remarked.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.errors import UserError
from annotator.formats import plain
from annotator.formats import xmi_types as types
from annotator.formats.base import Remark, shown
from annotator.formats.xmi_sieve import refuse_entities, sieved
from annotator.formats.xmi_signs import restored, signed, unsealed
from annotator.model.annotations import (
    Annotation,
    Attributes,
    Entity,
    Quote,
    Relation,
)
from annotator.model.article import STATUSES, Article
from annotator.model.record import Record
from annotator.model.spans import Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

_UNMARKED = ("de.tudarmstadt.ukp.", "uima.", "org.dkpro.", "de.tudarmstadt.ukp.inception.")
_SILENT = (types.SENTENCE, types.TOKEN, types.METADATA, types.DOCUMENT, types.ARTICLE, types.TAGSET)
_INNER = "de.tudarmstadt.ukp.clarin.webanno.api."
"""What INCEpTION notes for itself in the files of a project."""
_PLAIN = ("begin", "end", "sofa", "parts", "xmiID", *types.COMMON)
_LABELS = ("value", "label", "class", "category", "kind", "role")


def loaded(data: bytes, load: Callable[[BytesIO], Any]) -> Any:
    """What cassis makes of the bytes of a file; UserError for all that goes wrong there."""
    from cassis.typesystem import TypeNotFoundError
    from lxml.etree import LxmlError, XMLSyntaxError

    refuse_entities(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.filterwarnings("error", message="Not mapping external offset")
            return load(BytesIO(data))
    except XMLSyntaxError as error:
        raise UserError(
            "The file is not XML, on line {line}: {detail}.",
            line=error.lineno or 0,
            detail=shown(str(error.msg), 200),
        ) from None
    except UserWarning as error:
        raise UserError("An offset lies within a character or beyond the text.") from error
    except _BROKEN as error:
        raise _no_cas(error) from None
    except (TypeNotFoundError, LxmlError) as error:
        raise _no_cas(error) from None


_BROKEN = (
    LookupError, AttributeError, ValueError, TypeError, AssertionError, OverflowError,
    RuntimeError, NotImplementedError,
)  # fmt: skip


def _no_cas(error: Exception) -> UserError:
    detail = f"{type(error).__name__}: {error}"
    return UserError("The file is no UIMA CAS: {detail}.", detail=shown(detail, 200))


def system_of(data: bytes) -> TypeSystem:
    """The type system in a file."""
    from cassis import load_typesystem

    system: TypeSystem = loaded(data, load_typesystem)
    return system


def record_of(data: bytes, system: TypeSystem, name: str, remarks: list[Remark]) -> Record:
    """The record in a file; `name` is the file's, for an article that brings nothing of its own."""
    from cassis import load_cas_from_xmi

    def load(stream: BytesIO) -> Any:
        # `trusted` lets a text be longer than 10 MB; what it would let in has been refused.
        kept = BytesIO(sieved(stream.getvalue()))
        return load_cas_from_xmi(kept, typesystem=system, trusted=True)

    plain_xml, unsealing = unsealed(data)
    cas: Cas = loaded(plain_xml, load)
    if unsealing:
        _unseal(cas, unsealing)
    try:
        return _Reading(cas, name, remarks).record()
    except _BROKEN as error:
        if isinstance(error, UserError):
            raise
        raise _no_cas(error) from None


def _unseal(cas: Cas, meanings: dict[int, str]) -> None:
    """Give the strings of a file in XML 1.1 their control characters back."""
    if isinstance(cas.sofa_string, str):
        cas.get_sofa()._sofaString = cas.sofa_string.translate(meanings)
    for one in cas.select_all_fs():
        for feature in one.type.all_features:
            value = getattr(one, feature.name, None)
            if isinstance(value, str):
                setattr(one, feature.name, value.translate(meanings))


class _Reading:
    """The record of one CAS while it is found."""

    def __init__(self, cas: Cas, name: str, remarks: list[Remark]) -> None:
        text = cas.sofa_string
        if not isinstance(text, str):
            raise UserError("The file has no text.")
        self._cas = cas
        self._text = text
        self._name = name
        self._remarks = remarks
        self._found: list[Annotation] = []
        self._ids: dict[int, str] = {}
        self._article = plain.id_of_text(text)

    def record(self) -> Record:
        about = next(iter(self._every(types.ARTICLE)), None)
        self._text = restored(self._text, _exact(about).get("text"))
        article = self._about(about)
        self._article = article.id
        every = [one for one in self._cas.select_all_fs() if not _is_silent(one)]
        relations = [one for one in every if _is_relation(one)]
        quotes = [one for one in every if one.type.name == types.QUOTE]
        others = self._parts(every) | {id(one) for one in (*relations, *quotes)}
        for one in every:
            if id(one) not in others:
                self._entity(one)
        for one in quotes:
            self._quote(one)
        for one in every:
            if one.type.name != types.QUOTE and id(one) in self._ids:
                self._links(one)
        for one in relations:
            self._relation(one)
        status = _said(about, "status")
        return Record(
            article=article,
            layer=_said(about, "author"),
            status=status if status in STATUSES else None,
            annotations=tuple(self._found),
        )

    def _every(self, type: str) -> list[Any]:
        return self._cas.select(type) if self._cas.typesystem.contains_type(type) else []

    def _about(self, about: Any) -> Article:
        id = _said(about, "articleId")
        if id is None:
            metadata = next(iter(self._every(types.METADATA)), None)
            known = {"title": _said(metadata, "documentTitle"), "file": self._name}
            meta = {key: value for key, value in known.items() if value}
            return Article(id=self._article, text=self._text, meta=meta)
        meta = _table(_said(about, "meta"))
        return Article(id=plain.checked_id(id), text=self._text, meta=plain.clean_meta(meta))

    # Spans

    def _parts(self, every: list[Any]) -> set[int]:
        """The spans that are nothing but a part of another."""
        ours = (one for one in every if one.type.name in (types.ENTITY, types.QUOTE, types.PART))
        linked = {
            id(target) for one in ours for role, target in _linked(one) if role != types.SPEAKER
        }
        return {id(one) for one in every if one.type.name == types.PART and id(one) in linked}

    def _span(self, one: Any) -> Span:
        further = [target for role, target in _linked(one) if role == types.FRAGMENT]
        found: list[tuple[int, int]] = []
        for part in (one, *further):
            start, end = part.begin, part.end
            if not isinstance(start, int) or not isinstance(end, int):
                raise UserError("An annotation has no place.")
            if end > len(self._text):
                raise UserError(
                    "The span {start}–{end} reaches beyond the text, which has {length} "
                    "characters.",
                    start=start, end=end, length=len(self._text),
                )  # fmt: skip
            found.append((start, end))
        return Span(tuple(sorted(found)))

    def _entity(self, one: Any) -> None:
        name = one.type.name
        if name.startswith(_UNMARKED) and name != types.ENTITY:
            template = "Of the layer {layer}, nothing is taken over."
            self._remarks.append(Remark(template, {"layer": one.type.short_name}))
            return
        if not hasattr(one, "begin"):
            template = "What is said of the whole text in {layer} is not taken over."
            self._remarks.append(Remark(template, {"layer": one.type.short_name}))
            return
        label, feature = _label(one)
        span = self._span(one)
        self._found.append(
            Entity(
                id=self._id(one, "entity", label, span.fragments),
                label=label,
                span=span,
                attributes=_attributes(one, feature),
                note=_said(one, "note"),
            )
        )

    def _id(self, one: Any, *parts: object) -> str:
        made = _said(one, "uuid") or plain.annotation_id(self._article, *parts)
        self._ids[id(one)] = made
        return made

    def _quote(self, one: Any) -> None:
        parts = dict(_linked(one))
        speaker = parts.get(types.SPEAKER)
        cue, source = parts.get(types.CUE), parts.get(types.SOURCE)
        label, feature = _label(one)
        span = self._span(one)
        self._found.append(
            Quote(
                id=self._id(one, "quote", label, span.fragments),
                type=label,  # type: ignore[arg-type]  # a foreign one is mapped or refused
                span=span,
                cue=None if cue is None else self._span(cue),
                source=None if source is None else self._span(source),
                speaker=None if speaker is None else self._ids[id(speaker)],
                attributes=_attributes(one, feature),
                note=_said(one, "note"),
            )
        )

    # Relations

    def _relation(self, one: Any) -> None:
        ends = [self._ids.get(id(one[end])) for end in ("Governor", "Dependent")]
        head, tail = ends
        if head is None or tail is None:
            if one.type.name.startswith(_UNMARKED):
                template = "Of the layer {layer}, nothing is taken over."
                self._remarks.append(Remark(template, {"layer": one.type.short_name}))
                return
            raise UserError("A relation leads to what is no annotation.")
        label, feature = _label(one)
        self._found.append(
            Relation(
                id=self._id(one, "relation", label, head, tail),
                label=label,
                head=head,
                tail=tail,
                attributes=_attributes(one, feature),
                note=_said(one, "note"),
            )
        )

    def _links(self, one: Any) -> None:
        """Links of a foreign layer as relations, labelled with their roles."""
        for role, target in _linked(one):
            tail = self._ids.get(id(target))
            if tail is not None and role != types.FRAGMENT:
                head = self._ids[id(one)]
                made = plain.annotation_id(self._article, "relation", role, head, tail)
                self._found.append(Relation(id=made, label=role, head=head, tail=tail))


def _is_silent(one: Any) -> bool:
    """Whether there is nothing to say of it: what every file has, and links, told with their span.

    INCEpTION lists links among the annotations of a file.
    """
    name = one.type.name
    is_link = one.type.get_feature("target") is not None and not hasattr(one, "begin")
    return name in _SILENT or name.startswith(_INNER) or is_link


def _is_relation(one: Any) -> bool:
    return all(one.type.get_feature(end) is not None for end in ("Governor", "Dependent"))


def _linked(one: Any) -> Iterator[tuple[str, Any]]:
    """The links of a span, as INCEpTION has them: role and target."""
    for feature in one.type.all_features:
        if feature.rangeType.name != types.ARRAY:
            continue
        elements = getattr(getattr(one, feature.name, None), "elements", None)
        for link in elements if isinstance(elements, list) else ():
            target = getattr(link, "target", None)
            if target is not None:
                yield _said(link, "role") or feature.name, target


def _label(one: Any) -> tuple[str, str]:
    """What a span is called, and the feature that says so: its layer, where none does."""
    features = _strings(one)
    for name in (*_LABELS, *features):
        if name in features:
            return features[name], name
    return one.type.short_name, ""


def _strings(one: Any) -> Mapping[str, str]:
    found = {
        feature.name: getattr(one, feature.name, None)
        for feature in one.type.all_features
        if feature.name not in _PLAIN
    }
    return {name: value for name, value in found.items() if isinstance(value, str) and value}


def _attributes(one: Any, label: str) -> Attributes:
    known = _table(_said(one, "attributes"))
    bad = [name for name, value in known.items() if not isinstance(value, str | bool | int | float)]
    if bad:
        raise UserError("The attribute {name} has no plain value.", name=shown(bad[0]))
    for feature in one.type.all_features:
        name, value = feature.name, getattr(one, feature.name, None)
        if name in (*_PLAIN, label, "Governor", "Dependent") or value in (None, ""):
            continue
        if isinstance(value, str | bool | int | float):
            known.setdefault(name, value)
    return known


def _table(said: str | None) -> dict[str, Any]:
    if said is None:
        return {}
    try:
        found = msgspec.json.decode(said)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise UserError("This is no JSON object: {said}.", said=shown(said))
    return found


def _said(one: Any, feature: str) -> str | None:
    value = getattr(one, feature, None)
    if not isinstance(value, str):
        return None
    exact = _exact(one).get(feature)
    # What was changed since is no longer what stands for the exact words.
    return exact if isinstance(exact, str) and signed(exact) == value else value


def _exact(one: Any) -> dict[str, Any]:
    """What is said of an annotation with characters that XML cannot hold."""
    declared = getattr(one, types.EXACT, None)
    return _table(declared) if isinstance(declared, str) else {}
