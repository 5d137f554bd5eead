"""Cue, source and speaker of a quote, in sentences of the kinds that news has.

Texts are written with entities as ``[words|LABEL]`` and the quote's content as ``{words}``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.model.annotated import AnnotatedArticle
from annotator.model.annotations import Annotation, Entity, Quote
from annotator.model.article import Article
from annotator.model.edits import Edit
from annotator.model.labelfile import load
from annotator.model.spans import Span
from annotator.resources import resource
from annotator.suggest.quotes import SPEAKERS, propose_quote, quote_type
from annotator.suggest.surroundings import Place
from annotator.text.cues import find_cues

LABELS = load("news", Path(resource("labels")))
TOKEN = re.compile(r"\[(?P<words>[^|\]]*)\|(?P<label>\w+)\]|(?P<brace>[{}])")


def read(notation: str) -> tuple[AnnotatedArticle, Span]:
    text, last = "", 0
    entities: list[Annotation] = []
    edges: list[int] = []
    for match in TOKEN.finditer(notation):
        text += notation[last : match.start()]
        last = match.end()
        if match["brace"]:
            edges.append(len(text))
        else:
            span = Span.of(len(text), len(text) + len(match["words"]))
            entities.append(Entity(label=match["label"], span=span))
            text += match["words"]
    article = Article(id="a", text=text + notation[last:])
    span = Span(tuple(zip(edges[::2], edges[1::2], strict=True)))
    return AnnotatedArticle.build(article, LABELS, entities), span


def proposal(annotated: AnnotatedArticle, span: Span) -> tuple[str | None, str | None, str | None]:
    quote = propose_quote(annotated, span)
    annotated.apply(Edit(added=(quote,)))
    speaker = annotated.spanned(quote.speaker)
    parts = (quote.cue, quote.source, speaker.span if speaker else None)
    cue, source, name = (part.surface(annotated.text) if part else None for part in parts)
    return cue, source, name


@pytest.mark.parametrize(
    ("notation", "cue", "source", "speaker"),
    [
        ('وقال [سامي حداد|PERS]: "{نبدأ غدا}".', "قال", "سامي حداد", "سامي حداد"),
        ("“{نبدأ غدا}”، قالَت [ليلى عون|PERS] أمس.", "قالَت", "ليلى عون", "ليلى عون"),
        ("أعلنت [وزارة الصحة|ORG] أن «{الدواء متوفر}».", "أعلنت", "وزارة الصحة", "وزارة الصحة"),
        (
            "قال [وزير المال|OCC] [علي نصر|PERS] إن {الأمر انتهى}.",
            "قال",
            "وزير المال علي نصر",
            "علي نصر",
        ),
        (
            "وصف [النائب|OCC] المعارض [رامي زيد|PERS] الأمر بأنه «{عبث}»",
            "وصف",
            "النائب المعارض رامي زيد",
            "رامي زيد",
        ),
        (
            "قال مدير الفرع في [حلب|GPE] [علي نصر|PERS]: «{نعم}»",
            "قال",
            "مدير الفرع في حلب علي نصر",
            "علي نصر",
        ),
        ("وقال [الوزير|OCC] ل[وكالة الشرق|ORG]: «{لا نعلم}»", "قال", "الوزير", "الوزير"),
        ("قالت [هدى نور|PERS] في [بيروت|GPE]: «{نعم}»", "قالت", "هدى نور", "هدى نور"),
        ("أما [علي نصر|PERS] فعلّق بقوله: «{لا}»", "قوله", "علي نصر", "علي نصر"),
        ("نقلت [إذاعة النهر|ORG] عن [علي نصر|PERS] قوله: «{لا}»", "قوله", "علي نصر", "علي نصر"),
        ("وأضاف: «{لا نعلم}».", "أضاف", None, None),
        ("زار [علي نصر|PERS] المدينة «{القديمة}» أمس", None, None, None),
        ("بحسب [وزارة المال|ORG]، {انخفض العجز}.", "بحسب", "وزارة المال", "وزارة المال"),
        ("قال [علي نصر|PERS].\n\nفقرة أخرى «{هنا}».", None, None, None),
        ("قال [علي نصر|PERS] إن عدد الكتب كبير ثلاثة كتب «{قديمة}»", "قال", "علي نصر", "علي نصر"),
    ],
)
def test_cue_source_and_speaker(
    notation: str, cue: str | None, source: str | None, speaker: str | None
) -> None:
    assert proposal(*read(notation)) == (cue, source, speaker)


@pytest.mark.parametrize(
    ("notation", "source", "speaker"),
    [
        # The whole subject, with what of the title is not marked.
        ("وقال ابنها [حسن كاظم|PERS]: «{نعم}»", "ابنها حسن كاظم", "حسن كاظم"),
        (
            "أوضحت مديرة الدائرة، [المهندسة|OCC] [دعاء عيسى|PERS]، أن {الماء عاد}.",
            "مديرة الدائرة، المهندسة دعاء عيسى",
            "دعاء عيسى",
        ),
        ("قال [أمس|DATE] [علي نصر|PERS]: «{نعم}»", "علي نصر", "علي نصر"),
        ("قال مازحًا [علي نصر|PERS]: «{نعم}»", "علي نصر", "علي نصر"),
        ("قال لصحيفة النهر [علي نصر|PERS]: «{نعم}»", "علي نصر", "علي نصر"),
        # A subject that nothing marks.
        ("سألنا صيّاد عجوز: «{متى؟}»", "صيّاد عجوز", None),
        ("كتبت إحداهن في رسالتها: «{نعم}»", "إحداهن", None),
        ("قال لي أبي يوم سافرت: «{نعم}»", "أبي", None),
        ("قال له: «{نعم}»", None, None),
        ("قال ضاحكًا: «{نعم}»", None, None),
        ("جاء في البيان: «{نعم}»", "البيان", None),
        # A relative clause says who, and so does a pronoun that agrees with the verb.
        ("هذه [الوزارة|ORG] التي أكدت أن {الدواء متوفر}.", "الوزارة", "الوزارة"),
        ("زارنا [علي نصر|PERS]. وقال {إنه سيعود}.", "ه", None),
        ("قالت [ليلى عون|PERS] «نعم». وأضافت {أنَّها ستعود}.", "ها", "ليلى عون"),
        ("قالت [ليلى عون|PERS] «نعم». وأضافت {أنه سيعود}.", None, "ليلى عون"),
        ("قالت [ليلى عون|PERS] «لا». غير أنها تساءلت: «{متى؟}»", "ها", "ليلى عون"),
        # A subject in front of its verb, where a word leads to it.
        ("أما ابنها [حسن كاظم|PERS]، الذي سافر، فقال: «{نعم}»", "ابنها حسن كاظم", "حسن كاظم"),
        ("كان جدّي [مسلّم|PERS] يقول: «{نعم}»", "جدّي مسلّم", "مسلّم"),
        ("غير أن مديرة الفرع [هدى نور|PERS] حذّرت من «{نعم}»", "مديرة الفرع هدى نور", "هدى نور"),
        ("وكان [الرئيس|OCC] قد صرّح أمس بأن {الأمر انتهى}.", "الرئيس", "الرئيس"),
        ("زارها [الرئيس|OCC] ثم صرّح بأن {الأمر انتهى}.", None, None),
        ("في بيروت [علي نصر|PERS] قال: «{نعم}»", "علي نصر", "علي نصر"),
        # Whose words somebody hands on, named or not.
        ("نقلت [الوكالة|ORG] عن مصدر في [الوزارة|ORG] قوله «{لا}»", "مصدر في الوزارة", None),
        ("نقلت [الوكالة|ORG] عن مسؤول أمني رفض ذكر اسمه قوله «{لا}»", "مسؤول أمني", None),
        ("نقلت [الوكالة|ORG] عن [الوزير|OCC] قوله «{لا}»", "الوزير", "الوزير"),
        # A participle has no subject of its own.
        ("نعتها [الوزارة|ORG] أمس، قائلةً إن {صوتها باق}.", None, "الوزارة"),
    ],
)
def test_how_a_source_is_written(notation: str, source: str | None, speaker: str | None) -> None:
    assert proposal(*read(notation))[1:] == (source, speaker)


@pytest.mark.parametrize(
    "before",
    [
        "زارت [وزيرة الطاقة|OCC] [ليلى عون|PERS] حلب.",
        "زارت [أستاذة التاريخ|OCC] في جامعة حلب [ليلى عون|PERS] دمشق.",
        "زارت [ليلى عون|PERS]، [الوزيرة|OCC] الجديدة، حلب.",
    ],
)
def test_a_title_with_the_article_means_the_name_told_before(before: str) -> None:
    title = "الأستاذة" if "أستاذة" in before else "الوزيرة"
    annotated, span = read(f"{before}\n\nوقالت [{title}|OCC]: «{{نعم}}»")
    assert proposal(annotated, span) == ("قالت", title, "ليلى عون")
    annotated, span = read(f"{before} وعادت [عون|PERS]. وقالت [{title}|OCC]: «{{نعم}}»")
    assert proposal(annotated, span)[2] == "عون"
    annotated, span = read(f"{before} وقالت [الطبيبة|OCC]: «{{نعم}}»")
    assert proposal(annotated, span)[2] == "الطبيبة"


def test_who_says_i_is_the_speaker_of_the_quote_around() -> None:
    annotated, span = read("روت [ليلى عون|PERS]: «زارنا [علي|PERS]، وقلت له: “{نعم}” فمضى»")
    outer = Span.of(annotated.text.index("زارنا"), annotated.text.index("»"))
    speaker = annotated.entities[0].id
    told = annotated.apply(Edit(added=(Quote(type="direct", span=outer, speaker=speaker),)))
    assert propose_quote(told, span).speaker == speaker
    assert propose_quote(annotated, span).speaker is None


def test_who_is_quoted_inside_a_quote_does_not_go_on_speaking() -> None:
    annotated, span = read(
        "قالت [ليلى عون|PERS]: «سألني [علي|PERS]: “متى؟” فضحكت». وأضافت أن {الأمر انتهى}."
    )
    text = annotated.text
    outer = Span.of(text.index("سألني"), text.index("»"))
    inner = Span.of(text.index("متى"), text.index("”"))
    woman, man = (one.id for one in annotated.entities)
    quotes = (
        Quote(type="direct", span=outer, speaker=woman),
        Quote(type="direct", span=inner, speaker=man),
    )
    assert propose_quote(annotated.apply(Edit(added=quotes)), span).speaker == woman


def test_an_attribution_in_the_middle_of_a_broken_quote() -> None:
    annotated, span = read("أشار إلى الأمر. «{لا نبيع}»، تابعت [ليلى عون|PERS]، «{بل نبني}».")
    assert proposal(annotated, span) == ("تابعت", "ليلى عون", "ليلى عون")


def test_a_participle_has_the_subject_of_its_sentence_but_no_source_of_its_own() -> None:
    annotated, span = read("قالت [ليلى عون|PERS]: «نعم»، مشيرةً إلى أن «{العمل يبدأ غدا}».")
    assert proposal(annotated, span) == ("مشيرةً إلى", None, "ليلى عون")


def test_who_spoke_last_in_the_paragraph_goes_on_speaking() -> None:
    annotated, span = read("قال [علي نصر|PERS] إن [ليلى عون|PERS] سافرت. وأضاف: «{ستعود}».")
    assert proposal(annotated, span) == ("أضاف", None, "علي نصر")
    other = next(
        one for one in annotated.entities if one.span.surface(annotated.text) == "ليلى عون"
    )
    earlier = Quote(type="indirect", span=Span.of(20, 30), speaker=other.id)
    after = annotated.apply(Edit(added=(earlier,)))
    assert propose_quote(after, span).speaker == other.id


def test_what_others_say_inside_their_quotations_does_not_count() -> None:
    annotated, span = read(
        "قال [علي نصر|PERS] إن «[سمر|PERS] قالت [هبة|PERS] كذا» وإن «{الأمر انتهى}»."
    )
    assert proposal(annotated, span) == ("قال", "علي نصر", "علي نصر")


def test_a_name_in_quotation_marks_can_speak() -> None:
    annotated, span = read("قالت «[النهر|ORG]»: «{نعم}»")
    assert proposal(annotated, span) == ("قالت", "النهر", "النهر")


def test_a_nested_quote_looks_for_its_cue_inside_the_outer_one() -> None:
    annotated, span = read("قال [علي نصر|PERS]: «سألني [سامي|PERS]: “{متى؟}” فضحكت»")
    assert proposal(annotated, span) == ("سألني", "سامي", "سامي")


def test_a_cue_inside_the_content_is_not_taken() -> None:
    annotated, span = read("{إن الوزير قال ذلك} في بيروت")
    assert proposal(annotated, span) == (None, None, None)


def test_speakers_can_be_given() -> None:
    annotated, span = read("قال [النظام|PRODUCT]: «{نعم}»")
    assert propose_quote(annotated, span).speaker is None
    speaker = annotated.spanned(propose_quote(annotated, span, speakers={"PRODUCT": 0}).speaker)
    assert speaker is not None
    assert speaker.label == "PRODUCT"


def test_the_type_follows_the_marks_unless_given() -> None:
    for notation, kind in [
        ("قال إن {الأمر «انتهى»} أمس", "mixed"),
        ("قال إن {صحيفة «[النهر|ORG]» أغلقت} أمس", "indirect"),
        ("قال إن {الأمر انتهى} أمس", "indirect"),
        ("قال إن «{الأمر انتهى}» أمس", "direct"),
        ("قال: «{إن الأمر انتهى}» أمس", "direct"),
        ("قال: «قلنا له {إن الأمر انتهى}» أمس", "indirect"),
        ("قال: «قلنا {نعم} أمس»", "direct"),
    ]:
        annotated, span = read(notation)
        assert quote_type(annotated, span) == kind, notation
    annotated, span = read("قال: «{الأمر}»، ثم «{انتهى}».")
    assert propose_quote(annotated, span).type == "direct"
    assert propose_quote(annotated, span, "mixed").type == "mixed"


def test_a_title_of_signs_alone_names_nobody() -> None:
    annotated, span = read("قال [ـَ|OCC] إن {العمل يبدأ غدًا}")
    (title,) = annotated.entities
    assert propose_quote(annotated, span).speaker == title.id


PIECES = st.sampled_from(
    ["قال ", "وأضافت ", "[علي|PERS] ", "[وزارة|ORG]", " إن ", "«", "»", '"', ". ", "\n", "، "]
)


@settings(max_examples=80, deadline=None)
@example([" إن "], ["[علي|PERS] ", "قال "])
@given(st.lists(PIECES, max_size=14), st.lists(PIECES, max_size=14))
def test_proposals_are_always_admitted_and_outside_the_content(
    before: list[str], behind: list[str]
) -> None:
    annotated, span = read("".join([*before, "{نص القول}", *behind]))
    quote = propose_quote(annotated, span)
    annotated.apply(Edit(added=(quote,)))
    for part in (quote.cue, quote.source):
        assert part is None or part.end <= span.start or span.end <= part.start


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=14), st.lists(PIECES, max_size=14))
def test_cues_of_a_place_are_those_outside_of_other_quotations(
    before: list[str], behind: list[str]
) -> None:
    annotated, span = read("".join([*before, "{نص القول}", *behind]))
    place = Place.of(annotated, span, SPEAKERS)
    gaps = ((place.start, span.start), (span.end, place.end))
    cues = [cue for gap in gaps for cue in find_cues(annotated.text, *gap)]
    assert list(place.cues) == [
        cue
        for cue in cues
        if not any(start < cue.end and cue.start < end for start, end in place.quoted)
    ]
    for starts in ([start for start, _ in place.quoted], [cue.start for cue in place.cues]):
        assert starts == sorted(starts)
