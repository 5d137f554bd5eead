"""Lines of a concordance: the hit as it stands, its surroundings in one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.concordance import Line, lines
from annotator.store import Found
from annotator.text.matching import matcher
from tests.texts import SHORT, TEXTS


def made(text: str, start: int, end: int, context: int = 120) -> Line:
    (line,) = lines(Found(1, "a", "عنوان\nطويل", None, text, ((start, end),)), context)
    return line


def test_surroundings_are_cut_between_words_and_lines_are_joined() -> None:
    text = "قالت الوزيرة\n\nليلى  إن مُحَمَّدًا زار بيروت"
    start = text.index("مُحَمَّد")
    line = made(text, start, start + 9, context=14)
    assert (line.before, line.hit, line.after) == ("ليلى إن ", "مُحَمَّدً", "ا زار بيروت")
    assert line.title == "عنوان طويل"


def test_a_hit_inside_a_word_is_not_parted_from_it() -> None:
    line = made("اجتمع ببوتين، أمس", 7, 12)
    assert (line.before, line.hit, line.after) == ("اجتمع ب", "بوتين", "، أمس")


@given(TEXTS, st.data())
def test_lines_tell_what_stands_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 300)))
    line = made(text, start, end, context=data.draw(st.integers(1, 200)))

    def bare(part: str) -> str:
        return "".join(part.split())

    assert (line.start, line.end) == (start, end)
    assert line.before + line.hit + line.after == line.text
    assert bare(line.hit) == bare(text[start:end])
    assert bare(text[:start]).endswith(bare(line.before))
    assert bare(text[end:]).startswith(bare(line.after))
    assert not any(char.isspace() and char != " " for char in line.text)


@given(SHORT, st.sampled_from(["م", "محمد", "الله", "320", "a", "لأ"]))
def test_there_is_a_line_for_each_hit(text: str, wanted: str) -> None:
    hits = tuple(matcher("normal", wanted)(text))
    told = list(lines(Found(7, "a", "t", None, text, hits)))
    assert [(line.number, line.start, line.end) for line in told] == [(7, *hit) for hit in hits]
