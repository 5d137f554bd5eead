"""The words of the dataset card, in English and in Arabic: every card has both."""

from __future__ import annotations

from typing import NamedTuple

from annotator.formats import Feature
from annotator.formats.losses import SENTENCES


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
    offsets: str
    units: dict[str, str]
    scheme: str
    schema: str
    gaps: str
    lost: str
    losses: dict[Feature, str]
    no_gaps: str
    no_licence: str
    not_done: str
    untouched: str
    unused: str
    missing: str
    unjudged: str


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
        no_copies="Near-duplicates that were found (70% of their runs of three words in common) "
        "are in one part.",
        again="To check the files again:",
        file="File",
        offsets="Offsets count",
        units={
            "codepoint": "code points (characters in Python), from 0, ends exclusive",
            "utf16": "UTF-16 units, as Java and JavaScript do",
            "byte": "bytes of UTF-8",
            "grapheme": "letters as readers see them",
            "token": "tokens",
        },
        scheme="Tags",
        schema="Shape of the rows",
        gaps="Known gaps",
        lost="The project has these, for which the format has no place:",
        losses=SENTENCES,
        no_gaps="The format has a place for all that the project has.",
        no_licence="Nobody has stated a licence: ask before you use or share this.",
        not_done="Rows whose annotators have not marked them as done: {}.",
        untouched="Articles that nobody has annotated: {}.",
        unused="Labels that are used nowhere: {}.",
        missing="Labels that {} does not have, though another part does: {}.",
        unjudged="Whether annotations are right is for people to judge. "
        "`annotator check --quality` lists the doubtful ones; its findings are not counted here.",
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
        no_copies="المقالات شبه المكررة التي عُثر عليها (تشترك في 70% من تتابعات الكلمات "
        "الثلاث) تقع معًا في جزء واحد.",
        again="لإعادة فحص الملفات:",
        file="الملف",
        offsets="وحدة المواضع",
        units={
            "codepoint": "نقاط الترميز (محارف بايثون)، من الصفر، والنهاية غير داخلة",
            "utf16": "وحدات UTF-16 كما في جافا وجافاسكربت",
            "byte": "بايتات UTF-8",
            "grapheme": "الحروف كما يراها القارئ",
            "token": "الوحدات اللفظية",
        },
        scheme="الوسوم بنظام",
        schema="بنية الصفوف",
        gaps="النواقص المعروفة",
        lost="في المشروع ما ليس له مكان في هذه الصيغة:",
        losses={
            Feature.ENTITIES: "كيانات: {count}.",
            Feature.NESTED: "كيانات داخل كيان آخر، تُترك: {count}.",
            Feature.CROSSING: "كيانات تتقاطع مع كيان قبلها، تُترك: {count}.",
            Feature.QUOTES: "اقتباسات: {count}.",
            Feature.QUOTE_TYPES: "أنواع اقتباسات: {count}.",
            Feature.CUES: "عبارات قول: {count}.",
            Feature.SOURCES: "مصادر اقتباسات: {count}.",
            Feature.SPEAKERS: "قائلون لاقتباسات: {count}.",
            Feature.OVERLAPPING_QUOTES: "اقتباسات تتداخل مع اقتباس قبلها، تُترك: {count}.",
            Feature.RELATIONS: "علاقات: {count}.",
            Feature.QUOTE_RELATIONS: "علاقات من اقتباسات أو إليها: {count}.",
            Feature.DISCONTINUOUS: "مديات من عدة مقاطع، تُترك: {count}.",
            Feature.SUBWORD: "مديات تبدأ أو تنتهي داخل كلمة: {count}.",
            Feature.BLANK_EDGES: "مديات يُترك ما في طرفيها من فراغ: {count}.",
            Feature.ATTRIBUTES: "تعليقات لها سمات: {count}.",
            Feature.ATTRIBUTE_TYPES: "سمات هي أعداد أو علامات تصبح كلمات: {count}.",
            Feature.NOTES: "تعليقات لها ملاحظات: {count}.",
            Feature.IDS: "معرّفات تعليقات: {count}.",
            Feature.TEXTS: "نصوص المقالات كما هي حرفيًّا: {count}.",
            Feature.CONTROLS: "مقالات فيها محارف تحكّم تنوب عنها رموز إلى أن تُستورد من جديد: "
            "{count}.",
            Feature.ARTICLE_IDS: "معرّفات مقالات: {count}.",
            Feature.META: "مقالات لها بيانات وصفية: {count}.",
            Feature.LAYER: "مقالات معها اسم صاحب تعليقاتها: {count}.",
            Feature.STATUS: "مقالات لها حالة: {count}.",
            Feature.LAYERS: "أصحاب تعليقات آخرون على المقال نفسه لا يُميَّز بينهم: {count}.",
            Feature.EMPTY: "مقالات بلا تعليقات: {count}.",
        },
        no_gaps="في الصيغة مكان لكل ما في المشروع.",
        no_licence="لم تُذكر رخصة: اسأل قبل أن تستعمل هذه البيانات أو تنشرها.",
        not_done="صفوف لم يعلن واسموها أنها تامة: {}.",
        untouched="مقالات لم يسمها أحد: {}.",
        unused="وسوم لم تُستعمل قط: {}.",
        missing="وسوم ليست في {} وهي في جزء آخر: {}.",
        unjudged="الحكم على صحة التعليقات للناس. ويسرد الأمر "
        "`annotator check --quality` ما يدعو منها إلى الشك، ونتائجه غير محسوبة هنا.",
    ),
}
