"""An XMI file made ready for dkpro-cassis: safe to read, and without the tokens.

Nine in ten elements of a file are tokens and sentences, of which nothing is taken over, and
dkpro-cassis spends a hundredth of a second on them. Those that nothing refers to are left out
here. What the rest means is found out in `xmi_reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from annotator.errors import UserError
from annotator.formats import xmi_types as types
from annotator.formats.base import shown

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

_ENCODING = re.compile(rb"""\A[^>]{0,100}\sencoding\s*=\s*["']([^"']*)["']""")
_READABLE = re.compile(r"(?i)utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-\d+|windows-125\d")
_REFERENCES = re.compile(r"[0-9]+(?: [0-9]+)*")
_ID = "{http://www.omg.org/XMI}id"
_VIEW = "{http:///uima/cas.ecore}View"
_NO_REFERENCES = frozenset({_ID, "begin", "end", "sofa", "sofaNum", "sofaString", "members"})


_SEGMENT = "segment"
_NAMESPACES = {
    _SEGMENT: f"http:///{types.TOKEN.rpartition('.')[0].replace('.', '/')}.ecore",
    "xmi": "http://www.omg.org/XMI",
}
_NAMES = [one.rpartition(".")[2] for one in (types.TOKEN, types.SENTENCE)]
_CHAFF = [f"{{{_NAMESPACES[_SEGMENT]}}}{name}" for name in _NAMES]


def refuse_entities(data: bytes) -> None:
    """Raise UserError for a file that declares entities, which can unfold without end."""
    bare = data.replace(b"\0", b"")  # UTF-16 has the same letters with NULs between them.
    if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
        raise UserError("The file declares entities, which no annotations need.")
    declared = _ENCODING.match(bare[:200].lstrip(b"\xef\xbb\xbf\xff\xfe"))
    encoding = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
    if not _READABLE.fullmatch(encoding):
        raise UserError("The file is in {encoding}, not in UTF-8.", encoding=shown(encoding))


def sieved(data: bytes) -> bytes:
    """The XML without tokens and sentences that nothing refers to; lxml's errors as they are."""
    from lxml import etree

    parser = etree.XMLParser(
        huge_tree=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    root = etree.fromstring(data, parser)
    grain, numbers = _paths()
    every = numbers(root)
    chaff = set(every).difference(_referred(grain(root)))
    if len(chaff) == len(every):
        etree.strip_elements(root, *_CHAFF, with_tail=False)
    else:
        for one in root.iterchildren(*_CHAFF):
            if one.get(_ID) in chaff:
                root.remove(one)
    for view in root.iter(_VIEW):
        members = [id for id in view.get("members", "").split() if id not in chaff]
        sofa, known = view.get("sofa"), set(members)
        # dkpro-cassis converts the offsets of what is in the index only.
        members += [
            id for one in grain(root)
            if (id := one.get(_ID, "")) and one.get("begin") and one.get("sofa") == sofa
            and id not in known
        ]  # fmt: skip
        view.set("members", " ".join(members))
    made: bytes = etree.tostring(root, encoding="utf-8")
    return made


@lru_cache(maxsize=1)
def _paths() -> tuple[XPath, XPath]:
    """What finds all that is no token or sentence, and the numbers of all that is."""
    from lxml.etree import XPath

    segments = " or ".join(f"self::{_SEGMENT}:{name}" for name in _NAMES)
    more: dict[str, Any] = {"namespaces": _NAMESPACES, "smart_strings": False}
    return XPath(f"*[not({segments})]", **more), XPath(f"*[{segments}]/@xmi:id", **more)


def _referred(elements: Iterable[_Element]) -> Iterator[str]:
    """Whatever could be the number of an element that these refer to."""
    for one in elements:
        for name, value in one.attrib.items():
            if value[:1].isdigit() and name not in _NO_REFERENCES and _REFERENCES.fullmatch(value):
                yield from value.split(" ")
