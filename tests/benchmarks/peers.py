"""The same work in doccano, brat and Label Studio, modelled from their documented interaction.

Nobody runs them here. Each annotation is taken apart into drags, clicks and keys as the tools'
own pages describe them, and gets its best case: the right hand stays on the mouse and the left one
on the keys, every label has a key, nothing scrolls, nothing is mended, and no span is missed by
a letter, though Arabic particles and mixed directions make that the rule in a browser.

**A span** is dragged over; if it is exactly one word, a double click is enough.
- doccano: drag, then the label's shortcut key.
- brat: drag, a dialog opens, the type's key, and OK (as a key).
- Label Studio: the label's hotkey, then drag.

**A further fragment**: brat opens the annotation again by a double click and has “Add fragment”,
then the drag. The others have none: another span, and a relation that joins it.

**A relation** leads from a span that is there to another one.
- doccano: click the one, click the other, choose the label in the menu that opens.
- brat: drag from the one to the other, a dialog opens, the type's key, and OK.
- Label Studio: click the one, Alt+R, click the other; then open the relation's menu and choose.

**A quote** is in none of them. Content, cue and, where no entity has its words, the source are
spans (the type is the label of the content); the cue and the source are tied to the content by
relations, and so is the speaker where it is another entity than the source.

Where this stands: the manual at brat.nlplab.org/manual.html; doccano's tutorial, and its issues
1750, 1862 and 2082 (the switch between spans and relations that they tell of is not counted); Label
Studio's pages on hotkeys and on the tags Label, Relation and Relations.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Relation
from annotator.model.spans import Fragment, Span
from annotator.text.tokens import word_at
from tests.benchmarks.keystroke_model import CLICK, DRAG, KEY, LOOK, Work

DOUBLE_CLICK = Work(keys=2, points=1)
_DIALOG = LOOK.plus(KEY, KEY)


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: how a fragment that is selected becomes a span, how another joins, and a relation."""

    name: str
    label: Work
    relation: Work
    fragment: Work | None = None
    """What “Add fragment” takes beside the drag; None if there is none."""

    def span(self, text: str, span: Span) -> Work:
        """A labelled span."""
        first, *others = (_selected(text, fragment) for fragment in span.fragments)
        work = first.plus(self.label)
        for other in others:
            if self.fragment is not None:
                work = work.plus(other, self.fragment)
            else:
                work = work.plus(other, self.label, self.relation)
        return work

    def work(self, annotated: AnnotatedArticle, annotation: Annotation) -> Work:
        """What an annotation of the corpus takes."""
        text = annotated.text
        if isinstance(annotation, Entity):
            return self.span(text, annotation.span)
        if isinstance(annotation, Relation):
            return self.relation
        work = self.span(text, annotation.span)
        if annotation.cue is not None:
            work = work.plus(self.span(text, annotation.cue), self.relation)
        entities = {one.span: one.id for one in annotated.entities}
        if annotation.source is not None:
            marked = annotation.source in entities
            work = work.plus(*([] if marked else [self.span(text, annotation.source)]))
            work = work.plus(self.relation)
        if annotation.speaker is not None:
            said = annotation.source and entities.get(annotation.source) == annotation.speaker
            work = work.plus(*([] if said else [self.relation]))
        return work


def _selected(text: str, fragment: Fragment) -> Work:
    """A fragment under the mouse: one word takes a double click, all else a drag."""
    return DOUBLE_CLICK if word_at(text, fragment[0]) == fragment else DRAG


PEERS = (
    Peer("doccano", KEY, CLICK.plus(CLICK, LOOK, CLICK)),
    Peer("brat", _DIALOG, DRAG.plus(_DIALOG), fragment=DOUBLE_CLICK.plus(CLICK, _DIALOG)),
    Peer("Label Studio", KEY, CLICK.plus(KEY, KEY, CLICK, CLICK, LOOK, CLICK)),
)
