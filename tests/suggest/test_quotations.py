"""Quotes are suggested with their cue and speaker, whether marked or only reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Quote
from annotator.model.article import Article
from annotator.suggest import Materials, chosen
from annotator.suggest.pipeline import propose
from annotator.suggest.quotations import Quotations
from tests.notation import NEWS, annotated


def said(line: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    """Type, content, cue, source and speaker of each quote, in order."""
    article = annotated(line)
    text, found = article.text, []
    quotes = [one.annotation for one in Quotations().suggest(article)]
    for quote in sorted(quotes, key=lambda one: one.span):  # type: ignore[union-attr]
        assert isinstance(quote, Quote)
        speaker = article.spanned(quote.speaker)
        found.append((
            quote.type,
            quote.span.surface(text),
            quote.cue and quote.cue.surface(text),
            quote.source and quote.source.surface(text),
            speaker and speaker.span.surface(text),
        ))  # fmt: skip
    return found  # type: ignore[return-value]


def test_words_between_marks_with_their_speaker() -> None:
    assert said("قالت [ليلى حداد|PERS]: «نعود غدا إلى البيت»، وأضافت: “لن ننتظر”.") == [
        ("direct", "نعود غدا إلى البيت", "قالت", "ليلى حداد", "ليلى حداد"),
        ("direct", "لن ننتظر", "أضافت", None, "ليلى حداد"),
    ]


def test_reported_speech_and_what_it_quotes_in_passing() -> None:
    assert said("أعلن الوزير [كمال مراد|PERS] أن الوضع «هش كالزجاج» منذ عام. وأكد أنه باق.") == [
        ("mixed", "أن الوضع «هش كالزجاج» منذ عام", "أعلن", "الوزير كمال مراد", "كمال مراد"),
        ("indirect", "أنه باق", "أكد", "ه", "كمال مراد"),
    ]


def test_who_says_i_in_a_suggested_quote_is_its_speaker() -> None:
    line = (
        "روت [ليلى عون|PERS]: «سألني [علي|PERS]: “متى تعودين؟” فقلت له: “بعد غد”». "
        "وقلت: «لا أدري متى»."
    )
    assert [(content, cue, speaker) for _, content, cue, _, speaker in said(line)] == [
        ("سألني علي: “متى تعودين؟” فقلت له: “بعد غد”", "روت", "ليلى عون"),
        ("متى تعودين؟", "سألني", "علي"),
        ("بعد غد", "قلت", "ليلى عون"),
        ("لا أدري متى", "قلت", None),
    ]


def test_behind_a_phrase() -> None:
    found = said("وبحسب [وزارة المال|ORG]، انخفضت الأسعار هذا العام.")
    assert found == [("indirect", "انخفضت الأسعار هذا العام", "بحسب", "وزارة المال", "وزارة المال")]


def test_a_broken_quotation_is_one_quote() -> None:
    (quote,) = said("«نعود غدا إلى البيت»، قالت [ليلى|PERS]، «ولن ننتظر أحدا».")
    assert quote[1] == "نعود غدا إلى البيت ولن ننتظر أحدا"


@pytest.mark.parametrize(
    "line",
    [
        "زار إذاعة [«صوت بيروت»|ORG] أمس.",
        "بلغ الفيلم «الطويل» نهايته أمس في المدينة.",
        "كتاب عن السفر في «البحر الكبير» صدر أمس.",
        "لا أحد هنا.",
    ],
)
def test_names_and_mere_marks_are_no_quotes(line: str) -> None:
    assert said(line) == []


def test_marks_after_that_hold_the_quote_themselves() -> None:
    (quote,) = said("ردّ [سامي|PERS] بأن «الأمر قد انتهى تماما».")
    assert quote[:2] == ("direct", "الأمر قد انتهى تماما")


def test_the_speaker_may_be_a_suggestion() -> None:
    ways = chosen(["memory", "quotations"])
    worked = [annotated("زار [ليلى حداد|PERS]", id="other")]
    of = Materials(labels=NEWS, worked=lambda: iter(worked))
    new = annotated("قالت ليلى حداد: «نعود غدا إلى البيت».")
    layers = propose(new, {way: way.make(of) for way in ways})
    quotes = layers[1]
    (quote,) = [one for one in quotes.annotations if isinstance(one, Quote)]
    assert quote.speaker == layers[0].annotations[0].id


texts = st.text('قالإنأ وف «»“”"،.:\n\u064eبحسب', max_size=120)


@given(texts)
def test_any_text_is_read_and_every_quote_is_admitted(text: str) -> None:
    if not text.strip():
        return
    article = AnnotatedArticle(Article(id="a", text=text), NEWS)
    (layer,) = propose(
        article, {way: way.make(Materials(labels=NEWS)) for way in chosen(["quotations"])}
    )
    AnnotatedArticle.build(article.article, NEWS, layer.annotations)
