"""What the texts of these tests are made of: everything that has ever moved an offset."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "محمّدٌ", "لأ", "الله", "مـــصر", "وزيرة", "مليون", "a", "Solar", "O'Neil", "AT&T", "e\u0301",
    "320", "٣٫٥", "10:30", "1,000", "€", "🙂", "👨‍👩‍👧", "🇱🇧", "🇸", "👍🏽", "𝔸",
    " ", "\u00a0", "\t", "\n", "\r\n", "\r", "،", "(", ")", "«", "-", ".", "'", "_", "%",
    "\u064b", "\u200d", "\u200f", "\u061c", "\ufeff", "\u2066", "م" * 230,
)  # fmt: skip
SHORT = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
# No line feed for far more characters than are looked at around a position.
LONG = st.builds(
    lambda before, unit, times: before + unit * times,
    st.sampled_from(("", "a", "🇱", "🙂 ", "مُ")),
    st.sampled_from(("🇱", "👨‍👩‍👧", "e\u0301", "مُ", "a\u064b ", "لأ", "\r\n", "x-", "- ", "(م")),
    st.integers(350, 800),
)
TEXTS = st.one_of(SHORT, LONG)
