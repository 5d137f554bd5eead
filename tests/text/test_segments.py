"""Words cut into particles, stem and pronouns: what is cut, and above all what is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from annotator.text.clitics import proclitic_cuts
from annotator.text.evidence import Evidence, first_words, standing
from annotator.text.graphemes import boundaries
from annotator.text.segments import cue_start, name_start, segments
from annotator.text.tokens import words
from tests.text.cut_sentences import SEEN, cut_words
from tests.texts import TEXTS

NOT_CUT = (
    "بلال", "وليد", "فيصل", "كمال", "لبنان", "وائل", "وادي", "فرنسا", "باريس", "كندا", "سوريا",
    "بيروت", "كوريا", "ليبيا", "سلمى", "فهد", "بدر", "كريم", "وسام", "لينا", "سمير", "بشار",
    "بغداد", "برلين", "لندن", "واشنطن", "بوتين", "كييف", "بولندا", "فيينا", "وزارة", "وزير",
    "وكالة", "ولاية", "بلدية", "كلية", "لجنة", "كأس", "بنك", "سفارة", "فريق", "والد", "والدته",
    "بالغ", "كالسيوم", "فلل", "وفد", "وقت", "فجر", "لقاء", "بعد", "بين", "كان", "لكن", "كما",
    "لما", "سيارة", "ستة", "سنة", "لجنتها", "وزيرا", "بلدياتها", "وفاة", "كتاب", "فيلم", "بحر",
    "لغة", "كذلك", "بالون", "وحدات", "فيروس", "بطولة", "كرة", "لاعب", "فرانسوا", "كلود",
    "بايدن", "لافروف", "ستيفن", "سيمون", "واحد", "فهم", "والي", "فتحت", "كفوري",
)  # fmt: skip
CUT = (
    "و|بيروت", "ب|بيروت", "ل|أوكرانيا", "و|ال|اقتصاد", "ف|ال|قاهرة", "ل|ل|صويرة", "و|ل|ل|وزارة",
    "و|ب|ال|وزارة", "ف|ل|ل|أردن", "ك|تونس", "و|ك|تونس", "ال|أردن", "ف|رام", "ب|أم", "و|50",
    "بـ|24", "و|Reuters", "و|قال", "س|يقول", "و|س|يقول", "ف|قد", "و|أحد", "ف|إن", "و|هو",
    "ل|ليلى", "و|لبنان", "ل|لبنان", "ب|لبنان", "و|ألمانيا", "وزارت|ه", "بلاد|ها", "ل|ه", "في|هم",
    "علي|ه", "و|ل|ها", "لأن|ها", "مستوا|ه", "أصدقائ|ه", "و|نجل|ها", "ب|سفارت|نا", "وَ|بِ|الْ|وِزارة",
    "ل|لجنة",
)  # fmt: skip


def cut(text: str, evidence: Evidence | None = None) -> str:
    """The text with a bar at every boundary of its words."""
    line, last = "", 0
    for word in words(text):
        for place in segments(text, word, evidence or Evidence()).boundaries:
            line, last = line + text[last:place] + "|", place
    return line + text[last:]


@pytest.mark.parametrize("word", NOT_CUT)
def test_letters_that_are_no_particles_stay(word: str) -> None:
    found = segments(word, (0, len(word)))
    assert (found.proclitics, found.name) == ((), 0)


@pytest.mark.parametrize("word", ["منى", "جنيهًا", "التهم", "وصلنا", "مدينة", "بنك", "لبنى", "مياه"])
def test_letters_that_are_no_pronouns_stay(word: str) -> None:
    assert segments(word, (0, len(word))).enclitics == ()


@pytest.mark.parametrize("expected", CUT)
def test_particles_and_pronouns_are_cut(expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected


def test_the_article_belongs_to_the_name() -> None:
    for word, name in (("الأردن", 0), ("وبالأردن", 2), ("للوزارة", 1), ("وللوزارة", 2)):
        assert segments(word, (0, len(word))).name == name


@pytest.mark.parametrize(
    ("text", "chosen", "name"),
    [
        ("زار ببيروت أمس", "ببيروت أمس", "بيروت أمس"),
        ("زار ببيروت أمس", "بيروت أمس", "بيروت أمس"),
        ("زار ببيروت أمس", "ب", "ب"),
        ("فوز لـ«جوهرة» أمس", "لـ«جوهرة»", "«جوهرة»"),
        ("فوز و(النيل) أمس", "و(النيل)", "(النيل)"),
        ("فوز و النيل", "و النيل", "و النيل"),
        ("من بال«نسيم»", "بال«نسيم»", "بال«نسيم»"),
        ("", "", ""),
    ],
)
def test_where_a_selected_name_begins(text: str, chosen: str, name: str) -> None:
    start = text.index(chosen)
    end = start + len(chosen)
    assert text[name_start(text, start, end) : end] == name


@pytest.mark.parametrize(
    ("word", "cue"),
    [("وقال", "قال"), ("فأجاب", "أجاب"), ("بحسب", "بحسب"), ("وبحسب", "بحسب"), ("", "")],
)
def test_where_a_cue_begins(word: str, cue: str) -> None:
    assert word[cue_start(word, 0, len(word)) :] == cue


class TestEvidence:
    """كويمبرا is in no list; so are all words of these texts that decide."""

    def test_what_is_not_known_is_not_cut(self) -> None:
        assert cut("بكويمبرا ووزبكر") == "بكويمبرا ووزبكر"

    @pytest.mark.parametrize("text", ["كويمبرا جميلة", "في كُويمبرا", "(كويمبرا)"])
    def test_a_word_that_stands_alone_elsewhere(self, text: str) -> None:
        assert cut("بكويمبرا", Evidence((standing(text),))) == "ب|كويمبرا"

    def test_a_name_that_is_known(self) -> None:
        evidence = Evidence(names=(first_words(["كويمبرا القديمة"]),))
        assert cut("وكويمبرا", evidence) == "و|كويمبرا"

    def test_a_word_that_carries_a_particle_elsewhere_is_whole(self) -> None:
        # لاغوش stands alone, but so does بولاغوش: it is no chain, so the و is a letter.
        evidence = Evidence((standing("لاغوش بولاغوش"),))
        assert cut("ولاغوش", evidence) == "ولاغوش"
        assert cut("ولاغوش", Evidence((standing("لاغوش"),))) == "و|لاغوش"

    def test_the_corpus_tells_a_whole_word(self) -> None:
        # By its shape it is و and a name; but nobody of that name is ever written without the و.
        assert cut("وداكوف") == "و|داكوف"
        counts = {"وداكوف": 10, "داكوف": 1}
        evidence = Evidence(articles_with=lambda word: counts.get(word, 0))
        assert cut("وداكوف", evidence) == "وداكوف"

    def test_behind_a_preposition_no_particle_is_written(self) -> None:
        evidence = Evidence((standing("كويمبرا"),))
        assert cut("زار بكويمبرا", evidence) == "زار ب|كويمبرا"
        assert cut("في بكويمبرا", evidence) == "في بكويمبرا"


@given(TEXTS)
def test_the_parts_make_the_word(text: str) -> None:
    edges = set(boundaries(text))
    for start, end in words(text):
        found = segments(text, (start, end))
        parts = (*found.proclitics, found.stem, *found.enclitics)
        assert (parts[0][0], parts[-1][1]) == (start, end)
        assert all(left[1] == right[0] for left, right in pairwise(parts))
        assert all(first < last and first in edges for first, last in parts)
        legal = proclitic_cuts(text, start, end)
        assert all(last in legal for _, last in found.proclitics)


def test_in_sentences_no_letter_is_torn_off() -> None:
    """How many of the particles are found, the benchmark tells."""
    for sentence in SEEN:
        text, cuts = cut_words(sentence)
        evidence = Evidence((standing(text),))
        for word, particles, _ in cuts:
            found = segments(text, word, evidence).name
            assert found <= particles, text[slice(*word)]
