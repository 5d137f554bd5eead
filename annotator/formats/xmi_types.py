"""The types of our XMI files, named and shaped as INCEpTION names and shapes its layers.

INCEpTION knows no span in several pieces and no span with parts: further fragments, cues and
sources are spans of layers of their own, to which a link of the first one leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cassis import TypeSystem

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
ENTITY = _DKPRO + "ner.type.NamedEntity"
SENTENCE = _DKPRO + "segmentation.type.Sentence"
TOKEN = _DKPRO + "segmentation.type.Token"
METADATA = _DKPRO + "metadata.type.DocumentMetaData"
TAGSET = _DKPRO + "metadata.type.TagsetDescription"
QUOTE = "webanno.custom.Quote"
RELATION = "webanno.custom.Relation"
PART = "webanno.custom.Part"
LINK = "webanno.custom.PartsLink"
ARTICLE = "webanno.custom.Article"
ANNOTATION = "uima.tcas.Annotation"
ARRAY = "uima.cas.FSArray"
DOCUMENT = "uima.tcas.DocumentAnnotation"

CUE, SOURCE, SPEAKER, FRAGMENT = "cue", "source", "speaker", "fragment"
EXACT = "exact"
"""The feature that has, as a JSON object, what others show with signs for what XML cannot hold."""
COMMON = ("uuid", "note", "attributes", EXACT)
"""What each annotation has: its id, its note, and its attributes as a JSON object."""

ABOUT = ("articleId", "author", "status", "meta")
"""What each file says of its article; `meta` is a JSON object."""

_STRINGS = {
    METADATA: ("documentTitle", "documentId", "documentUri", "collectionId"),
    ENTITY: ("value", "identifier", *COMMON),
    QUOTE: ("value", *COMMON),
    RELATION: ("value", *COMMON),
    PART: ("value",),
    LINK: ("role",),
    ARTICLE: (*ABOUT, EXACT),
}


def typesystem() -> TypeSystem:
    """A fresh type system with these types."""
    from cassis import TypeSystem

    types = TypeSystem()
    types.create_type(METADATA, DOCUMENT)
    for name in (SENTENCE, TOKEN, ENTITY, QUOTE, RELATION, PART):
        types.create_type(name, ANNOTATION)
    types.create_type(LINK, "uima.cas.TOP")
    types.create_type(ARTICLE, "uima.cas.AnnotationBase")
    for name, features in _STRINGS.items():
        for feature in features:
            types.create_feature(name, feature, "uima.cas.String")
    for name in (ENTITY, QUOTE, PART):
        types.create_feature(name, "parts", ARRAY, elementType=LINK)
    types.create_feature(LINK, "target", ANNOTATION)
    for end in ("Dependent", "Governor"):
        types.create_feature(RELATION, end, ANNOTATION)
    return types
