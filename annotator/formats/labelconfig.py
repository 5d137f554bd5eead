"""The labelling configuration of Label Studio for a label set: XML, right to left, with colours."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from annotator.formats.linked import CUE, SOURCE, link_labels
from annotator.model.labels import LabelSet

ENTITIES, _QUOTES = "label", "quote"
_PARTS = ((CUE, "#64748b"), (SOURCE, "#0f766e"))


def control_of(label: str) -> str:
    """The name of the control that has the label."""
    return _QUOTES if label.startswith("quote:") else ENTITIES


def configuration(labels: LabelSet) -> str:
    """All labels of entities, quotes and relations as controls over one text."""
    entities = [(one.name, one.light, one.title.ar) for one in labels.entities]
    quotes = [(f"quote:{one.name}", one.light, one.title.ar) for one in labels.quotes]
    quotes += [(name, colour, name) for name, colour in _PARTS]
    lines = [
        '<View style="direction: rtl; text-align: right">',
        *_control(ENTITIES, entities),
        *_control(_QUOTES, quotes),
        "  <Relations>",
        *(f"    <Relation value={quoteattr(one)}/>" for one in link_labels(labels)),
        "  </Relations>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _control(name: str, labels: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    yield f'  <Labels name="{name}" toName="text">'
    for value, colour, title in labels:
        yield (
            f"    <Label value={quoteattr(value)} background={quoteattr(colour)}"
            f" hint={quoteattr(title)}/>"
        )
    yield "  </Labels>"
