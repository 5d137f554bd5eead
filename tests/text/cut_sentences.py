"""Sentences whose words are cut by hand, to measure the cutting on more than the gold corpus.

A `+` stands behind the particles of a word (the article is not cut) and a `-` before its pronoun.
What was missed in `SEEN` showed which kinds of words the vocabulary lacked. `UNSEEN` was written
after that. No word was added for it, but several rules, mostly of pronouns, were mended in view of
it: its figures are better than those of sentences that nobody has looked at.
"""

from __future__ import annotations

from pathlib import Path

from annotator.text.tokens import words

Cut = tuple[tuple[int, int], int, int]


def _lines(name: str) -> tuple[str, ...]:
    return tuple(Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines())


SEEN = _lines("seen_sentences.txt")
UNSEEN = _lines("unseen_sentences.txt")


def cut_words(sentence: str) -> tuple[str, list[Cut]]:
    """The plain text, and each word with the end of its particles and the start of its pronoun."""
    text, cuts = "", []
    for marked in sentence.split():
        plain = marked.replace("+", "").replace("-", "")
        start = len(text) + bool(text)
        text = f"{text} {plain}".strip()
        body, _, pronoun = marked.partition("-")
        particles = "".join(body.split("+")[:-1])
        cuts.append(((start, len(text)), start + len(particles), len(text) - len(pronoun)))
    found = set(words(text))
    return text, [cut for cut in cuts if cut[0] in found]
