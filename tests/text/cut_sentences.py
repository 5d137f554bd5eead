"""Sentences whose words are cut by hand, to measure the cutting on what it was not made from.

A `+` stands behind the particles of a word (the article is not cut) and a `-` before its pronoun.
Most were written before the vocabulary was looked at; names in them are invented or common.
"""

from __future__ import annotations

from pathlib import Path

from annotator.text.tokens import words

Cut = tuple[tuple[int, int], int, int]

SENTENCES = tuple(
    Path(__file__).with_name("cut_sentences.txt").read_text(encoding="utf-8").splitlines()
)


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
