"""Reporting cues: the right words, all of their forms, and nothing in front or behind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.text.cues import find_cues
from annotator.text.lexicon import cue_lexicon
from annotator.text.normal import fold
from annotator.text.tokens import words


def found(text: str) -> list[tuple[str, str]]:
    return [(text[cue.start : cue.end], cue.lemma) for cue in find_cues(text)]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("قال", "قال قالت قالا قالتا قالوا قلن يقول تقول يقولان تقولان يقولون يقولوا يقلن"),
        ("قال", "قائلا قائلة قائلين قائلات قيل يقال"),
        ("أضاف", "أضاف أضافت أضافا أضافوا أضفن يضيف تضيف يضيفون يضفن مضيفا مضيفة مضيفين"),
        ("أكد", "أكد أكدت أكدوا أكدن يؤكد تؤكد يؤكدون يؤكدن مؤكدا مؤكدة"),
        ("دعا", "دعا دعت دعوا دعتا دعون يدعو تدعو يدعوان يدعون داعيا داعين دعته دعاه"),
        ("نفى", "نفى نفت نفيا نفتا نفوا نفين ينفي تنفي ينفيان ينفون ينفين نافيا نافية نافين"),
        ("رأى", "رأى رأت رأيا رأوا رأين يرى ترى يريان يرون يرين"),
        ("ادعى", "ادعى ادعت ادعيا ادعوا ادعين يدعي تدعي يدعيان يدعين مدعيا مدعية مدعين"),
        ("تمنى", "تمنى تمنت تمنوا تمنين يتمنى تتمنى يتمنيان يتمنون يتمنين متمنيا"),
        ("رد", "رد ردت ردوا رددن يرد ترد يردون يرددن"),
        ("تساءل", "تساءل تساءلت تساءلوا يتساءل تتساءل يتساءلون متسائلا متسائلة"),
        ("أشار", "أشار أشارت أشاروا أشرن يشير تشير يشيرون يشرن مشيرا مشيرة"),
        ("أجاب", "أجاب أجابت أجابوا أجبن يجيب تجيب يجيبون مجيبا"),
        ("وصف", "وصف وصفت وصفوا يصف تصف يصفون وصفه وصفته وصفوها يصفها واصفا واصفة"),
        ("اتهم", "اتهم اتهمت اتهموا يتهم تتهم يتهمون اتهمته اتهموهم"),
        ("تنبأ", "تنبأ تنبأت تنبؤوا يتنبأ يتنبؤون"),
        ("عزا", "عزا عزت عزوا يعزو تعزو يعزون عازيا"),
    ],
)
def test_forms_of_a_verb(lemma: str, forms: str) -> None:
    for form in forms.split():
        entry = cue_lexicon().forms.get(fold(form))
        if lemma == "ادعى" and entry and entry.lemma == "دعا":
            continue  # written alike without vowel signs
        assert entry, form
        assert entry.lemma == lemma, form


def test_the_lexicon_has_the_verbs_of_the_news() -> None:
    lemmas = {form.lemma for form in cue_lexicon().forms.values()}
    wanted = "قال أضاف أكد صرح أعلن أوضح ذكر أشار لفت شدد نفى كشف تابع واصل رأى اعتبر حذر دعا طالب"
    wanted += " أفاد زعم ادعى تساءل رد علق كتب غرد وصف اتهم توقع بحسب وفق"
    assert set(wanted.split()) <= lemmas
    assert len(lemmas) > 100


def test_listed_exceptions_are_forms_that_exist() -> None:
    lexicon = cue_lexicon()
    for word in lexicon.doubtful | lexicon.with_shadda:
        assert find_cues(word[:1] + "\u0651" + word[1:]), word


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("قالَت الوزيرة", [("قالَت", "قال")]),
        ("وأضافت أن", [("أضافت", "أضاف")]),
        ("وسيقول إن ... فليقل", [("يقول", "قال")]),
        ("وَقَــالَ\u200f: نعم", [("قَــالَ", "قال")]),
        ("فقالوا لنا", [("قالوا", "قال")]),
        ("أشار الوزير إلى", [("أشار", "أشار")]),
        ("وأشارت إلى أن، مُشيرًا إلى\u00a0أن", [("أشارت إلى", "أشار"), ("مُشيرًا إلى", "أشار")]),
        ("أشار\nإلى", [("أشار", "أشار")]),
        ("على حد قوله، ووفقاً لوكالة", [("على حد قوله", "على حد قوله"), ("وفقاً", "وفقا")]),
        ("ووفقا لـ«الوكالة»", [("وفقا لـ", "وفقا ل")]),
        ("نقلًا عن مصدر وبحسب بيان", [("نقلًا عن", "نقلا عن"), ("بحسب", "بحسب")]),
        ("معلقا بقوله إن", [("معلقا", "علق"), ("قوله", "قال")]),
        ("قالب مقال أقوال قالبان القائلين", []),
        ("بين بيروت ودمشق عبر الحدود", []),
        ("وبيّن أن الأمر", [("بيّن", "بيّن")]),
        ("عبّر عن أسفه", [("عبّر عن", "عبر")]),
        ("يجب أن لا يقل عن", []),
        ("", []),
    ],
)
def test_cues_are_exact(text: str, cues: list[tuple[str, str]]) -> None:
    assert found(text) == cues


def test_words_that_are_something_else_as_often_are_marked() -> None:
    (noun, verb) = find_cues("صدرت ثلاثة كتب كما قالت")
    assert (noun.lemma, noun.certain) == ("كتب", False)
    assert (verb.lemma, verb.certain) == ("قال", True)


def test_a_range_cuts_no_words() -> None:
    text = "مقال قالت"
    assert find_cues(text, 1, 4) == []
    assert find_cues(text, 0, len(text) - 1) == []
    assert [cue.start for cue in find_cues(text, 4, len(text))] == [5]


WORDS = st.sampled_from(
    ["قال", "وَ", "أشار", "إلى", "على", "حد", "قوله", " ", "\u200f", "،", "\n", "ـ", "ب"]
)


@settings(max_examples=300)
@given(st.data())
def test_a_range_has_what_is_found_in_it_alone(data: st.DataObject) -> None:
    # Lines are remembered as a whole; here its whole words are read as a text of their own.
    text = data.draw(st.lists(st.one_of(WORDS, WORDS, st.characters()), max_size=25).map("".join))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = [word for word in words(text) if start <= word[0] and word[1] <= end]
    first, last = (whole[0][0], whole[-1][1]) if whole else (0, 0)
    alone = [
        replace(cue, start=cue.start + first, end=cue.end + first)
        for cue in find_cues(text[first:last])
    ]
    assert find_cues(text, start, end) == alone


@settings(max_examples=150)
@given(st.lists(st.one_of(WORDS, WORDS, st.characters()), max_size=20).map("".join))
def test_cues_lie_in_order_and_fold_to_forms(text: str) -> None:
    last = 0
    for cue in find_cues(text):
        assert last <= cue.start < cue.end <= len(text)
        assert " ".join(fold(text[cue.start : cue.end]).split()) in cue_lexicon().forms
        last = cue.end
