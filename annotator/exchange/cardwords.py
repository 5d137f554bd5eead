"""The words of the dataset card, in English and in Arabic: every card has both."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The words in one language; `kinds` are entities, quotes and relations."""

    overview: str
    about: str
    licence: str
    not_stated: str
    language: str
    arabic: str
    date: str
    format: str
    tool: str
    contents: str
    part: str
    articles: str
    rows: str
    characters: str
    kinds: tuple[str, str, str]
    split: dict[str, str]
    copies: str
    labels: str
    label: str
    means: str
    not_in_set: str
    guidelines: str
    people: str
    person: str
    nobody: str
    agreement: str
    no_agreement: str
    pair: str
    f1: str
    kappa: str
    checks: str
    checked: tuple[str, ...]
    no_copies: str
    again: str
    file: str


WORDS: dict[str, Words] = {
    "en": Words(
        overview="Overview",
        about="Arabic news articles, annotated with entities, quotes and relations.",
        licence="Licence",
        not_stated="not stated",
        language="Language",
        arabic="Arabic (`ar`)",
        date="Date",
        format="Format",
        tool="Made with",
        contents="Contents",
        part="Part",
        articles="Articles",
        rows="Rows",
        characters="Characters",
        kinds=("Entities", "Quotes", "Relations"),
        split={
            "hash": "Articles were put into the parts by digests of their ids.",
            "date": "The newest days are for tests, the oldest for training.",
            "source": "All articles of one source are in one part.",
        },
        copies="Groups of near-duplicates, each kept in one part: {}.",
        labels="Labels",
        label="Label",
        means="Means",
        not_in_set="Not in the label set.",
        guidelines="Guidelines",
        people="Annotators",
        person="Annotator",
        nobody="Nobody has annotated these articles.",
        agreement="On articles that both have marked as done: an entity is the same in the strict "
        "F1 if its label and all its characters are; kappa is Cohen’s, by words.",
        no_agreement="No two annotators have done the same articles, so their agreement is not "
        "known.",
        pair="Pair",
        f1="Strict F1 of entities",
        kappa="Kappa of words",
        checks="Checks",
        checked=(
            "For every span, the characters between start and end are its text.",
            "Every file was read back from the disk and compared.",
        ),
        no_copies="Near-duplicates that were found (70 % of their runs of three words in common) "
        "are in one part.",
        again="To check the files again:",
        file="File",
    ),
    "ar": Words(
        overview="نظرة عامة",
        about="مقالات إخبارية عربية موسومة بالكيانات والاقتباسات والعلاقات.",
        licence="الرخصة",
        not_stated="بلا تحديد",
        language="اللغة",
        arabic="العربية (`ar`)",
        date="التاريخ",
        format="الصيغة",
        tool="أُنشئت ببرنامج",
        contents="المحتويات",
        part="الجزء",
        articles="المقالات",
        rows="الصفوف",
        characters="المحارف",
        kinds=("الكيانات", "الاقتباسات", "العلاقات"),
        split={
            "hash": "وُزّعت المقالات على الأجزاء ببصمات معرّفاتها.",
            "date": "أحدث الأيام للاختبار وأقدمها للتدريب.",
            "source": "مقالات المصدر الواحد كلها في جزء واحد.",
        },
        copies="مجموعات المقالات شبه المكررة، وكل منها في جزء واحد: {}.",
        labels="الوسوم",
        label="الوسم",
        means="معناه",
        not_in_set="ليس في مجموعة الوسوم.",
        guidelines="الإرشادات",
        people="الواسمون",
        person="الواسم",
        nobody="لم يسم أحد هذه المقالات.",
        agreement="في المقالات التي أتمّها كلاهما: يُعدّ الكيان واحدًا في مقياس F1 الصارم إذا اتفق "
        "وسمه وحروفه كلها، وكابّا هي كابّا كوهين على الكلمات.",
        no_agreement="لم يُتمّ اثنان المقالات نفسها، فاتفاق الواسمين غير معروف.",
        pair="الاثنان",
        f1="‏F1 الصارم للكيانات",
        kappa="كابّا الكلمات",
        checks="الفحوص",
        checked=(
            "محارف كل مدى بين بدايته ونهايته هي نصه.",
            "قُرئ كل ملف من القرص بعد كتابته وقورن بما كُتب.",
        ),
        no_copies="المقالات شبه المكررة التي عُثر عليها (تشترك في 70 ٪ من تتابعات الكلمات "
        "الثلاث) تقع معًا في جزء واحد.",
        again="لإعادة فحص الملفات:",
        file="الملف",
    ),
}
