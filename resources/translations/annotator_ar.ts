<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>annotator</name>
  <message>
   <source>File</source>
   <translation>ملف</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>تحرير</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>وسم</translation>
  </message>
  <message>
   <source>Suggestions</source>
   <translation>الاقتراحات</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>تنقّل</translation>
  </message>
  <message>
   <source>View</source>
   <translation>عرض</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>مساعدة</translation>
  </message>
  <message>
   <source>There is no article here yet.</source>
   <translation>لا مقال هنا بعد.</translation>
  </message>
  <message>
   <source>Focus an annotation first.</source>
   <translation>انتقل أولًا إلى تعليق.</translation>
  </message>
  <message>
   <source>No project is open.</source>
   <translation>لا مشروع مفتوح.</translation>
  </message>
  <message>
   <source>These are the annotations of {layer}. Choose your own layer to annotate.</source>
   <translation>هذه تعليقات {layer}. اختر طبقتك أنت لتعلّق.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>أُوقف.</translation>
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation>لم يتغيّر شيء.</translation>
  </message>
  <message>
   <source>Only a person can mend this: Enter leads to the place.</source>
   <translation>لا يُصلح هذا إلا بيد إنسان: Enter ينقلك إلى الموضع.</translation>
  </message>
  <message>
   <source>Filter the findings</source>
   <translation>تصفية النتائج</translation>
  </message>
  <message>
   <source>Checks…</source>
   <translation>الفحوص…</translation>
  </message>
  <message>
   <source>Progress of the checks</source>
   <translation>تقدّم الفحص</translation>
  </message>
  <message>
   <source>Words that the findings have in them</source>
   <translation>كلمات واردة في النتائج</translation>
  </message>
  <message>
   <source>Which articles?</source>
   <translation>أيّ مقالات؟</translation>
  </message>
  <message>
   <source>Which findings?</source>
   <translation>أيّ النتائج؟</translation>
  </message>
  <message>
   <source>Which checks?</source>
   <translation>أيّ الفحوص؟</translation>
  </message>
  <message>
   <source>All articles</source>
   <translation>كل المقالات</translation>
  </message>
  <message>
   <source>This article only</source>
   <translation>هذا المقال فقط</translation>
  </message>
  <message>
   <source>Open findings</source>
   <translation>النتائج القائمة</translation>
  </message>
  <message>
   <source>Those judged right, too</source>
   <translation>وما عُدّ صحيحًا أيضًا</translation>
  </message>
  <message numerus="yes">
   <source>%n findings are right as they are.</source>
   <translation>
    <numerusform>لم يُعدّ شيء صحيحًا.</numerusform>
    <numerusform>نتيجة واحدة عُدّ موضعها صحيحًا كما هو.</numerusform>
    <numerusform>نتيجتان عُدّ موضعاهما صحيحين كما هما.</numerusform>
    <numerusform>%n نتائج عُدّت مواضعها صحيحة كما هي.</numerusform>
    <numerusform>%n نتيجة عُدّت مواضعها صحيحة كما هي.</numerusform>
    <numerusform>%n نتيجة عُدّت مواضعها صحيحة كما هي.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n findings count again.</source>
   <translation>
    <numerusform>لم تعد أي نتيجة.</numerusform>
    <numerusform>عادت نتيجة واحدة.</numerusform>
    <numerusform>عادت نتيجتان.</numerusform>
    <numerusform>عادت %n نتائج.</numerusform>
    <numerusform>عادت %n نتيجة.</numerusform>
    <numerusform>عادت %n نتيجة.</numerusform>
   </translation>
  </message>
  <message>
   <source>Something has changed there since: nothing was mended. Check again.</source>
   <translation>تغيّر شيء هناك منذ الفحص، فلم يُصلَح شيء. أعد الفحص.</translation>
  </message>
  <message>
   <source>Mended: {done}. Left as they are, since something stands in the way: {left}.</source>
   <translation>أُصلح: {done}. تُرك كما هو لأن شيئًا يحول دونه: {left}.</translation>
  </message>
  <message>
   <source>Mended: {done}, articles: {articles}. Undo takes it back.</source>
   <translation>أُصلح: {done}، المقالات: {articles}. التراجع يعيده كما كان.</translation>
  </message>
  <message>
   <source>Go to the place</source>
   <translation>الانتقال إلى الموضع</translation>
  </message>
  <message>
   <source>To the other article</source>
   <translation>إلى المقال الآخر</translation>
  </message>
  <message>
   <source>Right as it is</source>
   <translation>صحيح كما هو</translation>
  </message>
  <message>
   <source>Mend all alike…</source>
   <translation>إصلاح كل ما يماثلها…</translation>
  </message>
  <message>
   <source>{fix}: {old} becomes {new}</source>
   <translation>{fix}: {old} يصبح {new}</translation>
  </message>
  <message numerus="yes">
   <source>%n findings</source>
   <translation>
    <numerusform>لا نتائج</numerusform>
    <numerusform>نتيجة واحدة</numerusform>
    <numerusform>نتيجتان</numerusform>
    <numerusform>%n نتائج</numerusform>
    <numerusform>%n نتيجة</numerusform>
    <numerusform>%n نتيجة</numerusform>
   </translation>
  </message>
  <message>
   <source>Mended</source>
   <translation>أُصلح</translation>
  </message>
  <message>
   <source>Changed since</source>
   <translation>تغيّر منذ الفحص</translation>
  </message>
  <message>
   <source>No further finding.</source>
   <translation>لا نتيجة أخرى.</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>النتائج</translation>
  </message>
  <message>
   <source>Clear the filters</source>
   <translation>إزالة المرشّحات</translation>
  </message>
  <message>
   <source>Check again</source>
   <translation>فحص من جديد</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>يجري البحث…</translation>
  </message>
  <message>
   <source>Checking … {percent}%</source>
   <translation>جارٍ الفحص… {percent}%</translation>
  </message>
  <message>
   <source>stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>{chosen} findings chosen</source>
   <translation>النتائج المختارة: {chosen}</translation>
  </message>
  <message>
   <source>What is ticked is mended as it says; one undo takes all of it back.</source>
   <translation>يُصلح كل ما عليه علامة كما هو مبيّن، وتراجعٌ واحد يعيده كله.</translation>
  </message>
  <message>
   <source>Mend {count}</source>
   <translation>إصلاح {count}</translation>
  </message>
  <message>
   <source>What is ticked is looked for.</source>
   <translation>يُبحث عن كل ما عليه علامة.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>فحص</translation>
  </message>
  <message>
   <source>{space} ticks a row or leaves it out, {all} all of them.</source>
   <translation>{space} يضع العلامة على السطر أو يرفعها، و{all} على الأسطر كلها.</translation>
  </message>
  <message>
   <source>Mend</source>
   <translation>إصلاح</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message numerus="yes">
   <source>Nothing was found: %n articles looked at.</source>
   <translation>
    <numerusform>لم يُعثر على شيء: لم يُفحص أي مقال.</numerusform>
    <numerusform>لم يُعثر على شيء: فُحص مقال واحد.</numerusform>
    <numerusform>لم يُعثر على شيء: فُحص مقالان.</numerusform>
    <numerusform>لم يُعثر على شيء: فُحصت %n مقالات.</numerusform>
    <numerusform>لم يُعثر على شيء: فُحص %n مقالًا.</numerusform>
    <numerusform>لم يُعثر على شيء: فُحص %n مقال.</numerusform>
   </translation>
  </message>
  <message>
   <source>Articles looked at: {articles} · findings: {count} · of each check the first {most}</source>
   <translation>المقالات المفحوصة: {articles} · النتائج: {count} · من كل فحص أول {most}</translation>
  </message>
  <message>
   <source>No article was worked on yet: there is nothing to check.</source>
   <translation>لم يُعمَل على أي مقال بعد، فلا شيء يُفحص.</translation>
  </message>
  <message>
   <source>Nothing was found with these filters.</source>
   <translation>لم يُعثر على شيء بهذه المرشّحات.</translation>
  </message>
  <message>
   <source>No finding is left.</source>
   <translation>لم تبق أي نتيجة.</translation>
  </message>
  <message>
   <source>Articles looked at: {articles} · findings: {count} · changed since: {changed}, {key} checks again</source>
   <translation>المقالات المفحوصة: {articles} · النتائج: {count} · تغيّر بعدها: {changed}، و{key} يعيد الفحص</translation>
  </message>
  <message>
   <source>Articles looked at: {articles} · findings: {count}</source>
   <translation>المقالات المفحوصة: {articles} · النتائج: {count}</translation>
  </message>
  <message>
   <source>Stopped. {key} checks again.</source>
   <translation>توقّف الفحص. {key} يعيده.</translation>
  </message>
  <message>
   <source>to the findings</source>
   <translation>إلى النتائج</translation>
  </message>
  <message>
   <source>filters</source>
   <translation>المرشّحات</translation>
  </message>
  <message>
   <source>check again</source>
   <translation>فحص من جديد</translation>
  </message>
  <message>
   <source>to the article</source>
   <translation>إلى المقال</translation>
  </message>
  <message>
   <source>right as it is</source>
   <translation>صحيح كما هو</translation>
  </message>
  <message>
   <source>choose</source>
   <translation>اختيار</translation>
  </message>
  <message>
   <source>fold or unfold</source>
   <translation>طيّ أو بسط</translation>
  </message>
  <message>
   <source>go to the place</source>
   <translation>إلى الموضع</translation>
  </message>
  <message>
   <source>mend all of them</source>
   <translation>إصلاحها كلها</translation>
  </message>
  <message>
   <source>to the other article</source>
   <translation>إلى المقال الآخر</translation>
  </message>
  <message>
   <source>mend all alike</source>
   <translation>إصلاح كل ما يماثلها</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>Take back the last edit of this article.</source>
   <translation>التراجع عن آخر تعديل في هذا المقال.</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <source>Carry out again what was taken back.</source>
   <translation>إعادة ما جرى التراجع عنه.</translation>
  </message>
  <message>
   <source>Delete the annotation</source>
   <translation>حذف التعليق</translation>
  </message>
  <message>
   <source>Delete the focused annotation, and the relations that need it; reject a suggestion.</source>
   <translation>حذف التعليق المحدد والعلاقات التي تحتاج إليه؛ ورفض الاقتراح.</translation>
  </message>
  <message>
   <source>Start edge onward</source>
   <translation>تقديم حدّ البداية</translation>
  </message>
  <message>
   <source>Move the start edge on: past a particle, else one letter.</source>
   <translation>نقل حدّ البداية إلى الأمام: سابقةً كاملة، وإلا فحرفًا.</translation>
  </message>
  <message>
   <source>Start edge back</source>
   <translation>تأخير حدّ البداية</translation>
  </message>
  <message>
   <source>Move the start edge back: over the particles, else one letter.</source>
   <translation>نقل حدّ البداية إلى الخلف: السوابق كلها، وإلا فحرفًا.</translation>
  </message>
  <message>
   <source>End edge back</source>
   <translation>تأخير حدّ النهاية</translation>
  </message>
  <message>
   <source>Move the end edge back: before a pronoun, else one letter.</source>
   <translation>نقل حدّ النهاية إلى الخلف: ضميرًا متصلًا كاملًا، وإلا فحرفًا.</translation>
  </message>
  <message>
   <source>End edge onward</source>
   <translation>تقديم حدّ النهاية</translation>
  </message>
  <message>
   <source>Move the end edge on: past a pronoun, else one letter.</source>
   <translation>نقل حدّ النهاية إلى الأمام: ضميرًا متصلًا كاملًا، وإلا فحرفًا.</translation>
  </message>
  <message>
   <source>New project…</source>
   <translation>مشروع جديد…</translation>
  </message>
  <message>
   <source>Make a project file with a label set.</source>
   <translation>إنشاء ملف مشروع بمجموعة وسوم.</translation>
  </message>
  <message>
   <source>New project from a folder of texts…</source>
   <translation>مشروع جديد من مجلد نصوص…</translation>
  </message>
  <message>
   <source>Make a project and bring in all texts of a folder.</source>
   <translation>إنشاء مشروع واستيراد كل ما في مجلد من نصوص.</translation>
  </message>
  <message>
   <source>Open project…</source>
   <translation>فتح مشروع…</translation>
  </message>
  <message>
   <source>Open another project file.</source>
   <translation>فتح ملف مشروع آخر.</translation>
  </message>
  <message>
   <source>Open the sample project</source>
   <translation>فتح مشروع العيّنة</translation>
  </message>
  <message>
   <source>Open the articles that come with the program.</source>
   <translation>فتح المقالات المرفقة بالبرنامج.</translation>
  </message>
  <message>
   <source>Import articles…</source>
   <translation>استيراد مقالات…</translation>
  </message>
  <message>
   <source>Bring in files of any format.</source>
   <translation>إدخال ملفات من أي صيغة.</translation>
  </message>
  <message>
   <source>Import a folder…</source>
   <translation>استيراد مجلد…</translation>
  </message>
  <message>
   <source>Bring in a folder of articles or a dataset.</source>
   <translation>إدخال مجلد مقالات أو مجلد بيانات.</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Write the dataset, in any format.</source>
   <translation>كتابة البيانات بأي صيغة.</translation>
  </message>
  <message>
   <source>Check an export…</source>
   <translation>فحص بيانات مصدَّرة…</translation>
  </message>
  <message>
   <source>Compare an exported folder with its dataset card: checksums, rows, spans, counts.</source>
   <translation>مقارنة مجلد مصدَّر ببطاقة بياناته: البصمات والصفوف والمديات والأعداد.</translation>
  </message>
  <message>
   <source>Author’s name…</source>
   <translation>اسم صاحب التعليقات…</translation>
  </message>
  <message>
   <source>Whose annotations these are.</source>
   <translation>لمن هذه التعليقات.</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>إنهاء</translation>
  </message>
  <message>
   <source>Close the program. Everything is saved already.</source>
   <translation>إغلاق البرنامج؛ كل شيء محفوظ أصلًا.</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>الأوامر…</translation>
  </message>
  <message>
   <source>Find any command by typing part of its name.</source>
   <translation>العثور على أي أمر بكتابة جزء من اسمه.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>المفاتيح</translation>
  </message>
  <message>
   <source>All keys on one page.</source>
   <translation>كل المفاتيح في صفحة واحدة.</translation>
  </message>
  <message>
   <source>Change keys…</source>
   <translation>تغيير المفاتيح…</translation>
  </message>
  <message>
   <source>Give commands other keys.</source>
   <translation>إعطاء الأوامر مفاتيح أخرى.</translation>
  </message>
  <message>
   <source>About Annotator</source>
   <translation>حول Annotator</translation>
  </message>
  <message>
   <source>Version and licences.</source>
   <translation>الإصدار والرخص.</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>تكبير النص</translation>
  </message>
  <message>
   <source>Zoom in.</source>
   <translation>تكبير.</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>تصغير النص</translation>
  </message>
  <message>
   <source>Zoom out.</source>
   <translation>تصغير.</translation>
  </message>
  <message>
   <source>Normal text size</source>
   <translation>حجم النص المعتاد</translation>
  </message>
  <message>
   <source>Zoom back.</source>
   <translation>العودة إلى الحجم المعتاد.</translation>
  </message>
  <message>
   <source>Arcs of all relations</source>
   <translation>أقواس كل العلاقات</translation>
  </message>
  <message>
   <source>Show the arcs of all relations in view, or only of what is in focus.</source>
   <translation>إظهار أقواس كل العلاقات المعروضة، أو أقواس ما عليه التركيز فقط.</translation>
  </message>
  <message>
   <source>Text font…</source>
   <translation>خط النص…</translation>
  </message>
  <message>
   <source>The font that articles are set in.</source>
   <translation>الخط الذي تُعرض به المقالات.</translation>
  </message>
  <message>
   <source>Close lines</source>
   <translation>أسطر متقاربة</translation>
  </message>
  <message>
   <source>Little room between lines.</source>
   <translation>فراغ قليل بين الأسطر.</translation>
  </message>
  <message>
   <source>Normal lines</source>
   <translation>أسطر عادية</translation>
  </message>
  <message>
   <source>Normal room between lines.</source>
   <translation>فراغ عادي بين الأسطر.</translation>
  </message>
  <message>
   <source>Wide lines</source>
   <translation>أسطر متباعدة</translation>
  </message>
  <message>
   <source>Much room between lines.</source>
   <translation>فراغ كبير بين الأسطر.</translation>
  </message>
  <message>
   <source>Widest lines</source>
   <translation>أسطر شديدة التباعد</translation>
  </message>
  <message>
   <source>Very much room between lines.</source>
   <translation>فراغ كبير جدًا بين الأسطر.</translation>
  </message>
  <message>
   <source>Narrow column</source>
   <translation>عمود ضيق</translation>
  </message>
  <message>
   <source>Short lines.</source>
   <translation>أسطر قصيرة.</translation>
  </message>
  <message>
   <source>Normal column</source>
   <translation>عمود عادي</translation>
  </message>
  <message>
   <source>Lines of a comfortable length.</source>
   <translation>أسطر بطول مريح للقراءة.</translation>
  </message>
  <message>
   <source>Wide column</source>
   <translation>عمود عريض</translation>
  </message>
  <message>
   <source>Long lines.</source>
   <translation>أسطر طويلة.</translation>
  </message>
  <message>
   <source>Full width</source>
   <translation>العرض كله</translation>
  </message>
  <message>
   <source>Lines as long as the window allows.</source>
   <translation>أسطر بطول ما تسمح به النافذة.</translation>
  </message>
  <message>
   <source>العربية</source>
   <translation>العربية</translation>
  </message>
  <message>
   <source>The interface in Arabic.</source>
   <translation>الواجهة بالعربية.</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>The interface in English.</source>
   <translation>الواجهة بالإنجليزية.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>فاتح</translation>
  </message>
  <message>
   <source>A light paper.</source>
   <translation>ورق فاتح.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>داكن</translation>
  </message>
  <message>
   <source>A dark paper.</source>
   <translation>ورق داكن.</translation>
  </message>
  <message>
   <source>High contrast, light</source>
   <translation>تباين عالٍ، فاتح</translation>
  </message>
  <message>
   <source>Black on white, with strong edges.</source>
   <translation>أسود على أبيض بحدود واضحة.</translation>
  </message>
  <message>
   <source>High contrast, dark</source>
   <translation>تباين عالٍ، داكن</translation>
  </message>
  <message>
   <source>White on black, with strong edges.</source>
   <translation>أبيض على أسود بحدود واضحة.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>مثل النظام</translation>
  </message>
  <message>
   <source>Light or dark as the system is.</source>
   <translation>فاتح أو داكن بحسب النظام.</translation>
  </message>
  <message>
   <source>Choose a label…</source>
   <translation>اختيار وسم…</translation>
  </message>
  <message>
   <source>Mark by typing part of a label’s name; on a suggestion, Enter accepts it.</source>
   <translation>الوسم بكتابة جزء من اسم الوسم؛ ومع اقتراح محدد يقبله Enter.</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>اقتباس</translation>
  </message>
  <message>
   <source>The selection, or what is quoted around the cursor; again takes more or less.</source>
   <translation>التحديد، أو الكلام المقتبس حول المؤشر؛ والمفتاح ثانيةً يوسّع الاقتباس أو يضيّقه.</translation>
  </message>
  <message>
   <source>Speaker of the quote</source>
   <translation>قائل الاقتباس</translation>
  </message>
  <message>
   <source>The selection, or the entity under the cursor, speaks; again takes it off.</source>
   <translation>التحديد أو الكيان الذي عند المؤشر هو القائل؛ والضغط ثانيةً يزيله.</translation>
  </message>
  <message>
   <source>Cue of the quote</source>
   <translation>عبارة القول</translation>
  </message>
  <message>
   <source>The selection, or the word under the cursor, introduces it; again takes it off.</source>
   <translation>التحديد أو الكلمة التي عند المؤشر عبارة القول؛ والضغط ثانيةً يزيلها.</translation>
  </message>
  <message>
   <source>Speaker, not the source</source>
   <translation>القائل دون المصدر</translation>
  </message>
  <message>
   <source>The entity under the cursor speaks, the source stays; again takes the source off.</source>
   <translation>الكيان الذي عند المؤشر هو القائل ويبقى المصدر كما هو؛ والضغط ثانيةً يزيل المصدر.</translation>
  </message>
  <message>
   <source>More of the cue</source>
   <translation>تتمّة عبارة القول</translation>
  </message>
  <message>
   <source>Add the selection, or the word under the cursor, to the cue.</source>
   <translation>إضافة التحديد، أو الكلمة التي عند المؤشر، إلى عبارة القول.</translation>
  </message>
  <message>
   <source>Relation…</source>
   <translation>علاقة…</translation>
  </message>
  <message>
   <source>Start a relation here, or again to here; pick the other end, then the label.</source>
   <translation>بدء علاقة من هنا، وبالضغط ثانيةً علاقة إلى هنا؛ اختر الطرف الآخر ثم الوسم.</translation>
  </message>
  <message>
   <source>Mark all same…</source>
   <translation>وسم كل المتطابق…</translation>
  </message>
  <message>
   <source>Every same string in this article gets the entity’s label; Tab and Delete choose.</source>
   <translation>تنال كل عبارة مطابقة في هذا المقال وسم الكيان؛ والاختيار بالمفتاحين Tab وDelete.</translation>
  </message>
  <message>
   <source>Mark all same in all articles…</source>
   <translation>وسم كل المتطابق في كل المقالات…</translation>
  </message>
  <message>
   <source>Every same string of the corpus in a list, each of which can be left out.</source>
   <translation>قائمة بكل العبارات المطابقة في المقالات كلها، يمكن استبعاد أيٍّ منها.</translation>
  </message>
  <message>
   <source>Change type</source>
   <translation>تغيير النوع</translation>
  </message>
  <message>
   <source>The next type of a quote, or the next value of an entity’s first attribute.</source>
   <translation>النوع التالي للاقتباس، أو القيمة التالية لأول سمة من سمات الكيان.</translation>
  </message>
  <message>
   <source>Add a fragment</source>
   <translation>إضافة مقطع</translation>
  </message>
  <message>
   <source>Add the selection to the annotation that was last in focus.</source>
   <translation>إضافة التحديد إلى آخر تعليق كان عليه التركيز.</translation>
  </message>
  <message>
   <source>Leave particles out</source>
   <translation>ترك السوابق خارج الوسم</translation>
  </message>
  <message>
   <source>Whether و ف ب ك ل in front of a word are left out of what is marked.</source>
   <translation>هل تُترك و ف ب ك ل المتصلة بأول الكلمة خارج الوسم.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>Leave a mode, drop the focus, drop the selection.</source>
   <translation>الخروج من الوضع، أو ترك التركيز، أو إلغاء التحديد.</translation>
  </message>
  <message>
   <source>Go to a word…</source>
   <translation>الانتقال إلى كلمة…</translation>
  </message>
  <message>
   <source>Letters appear over the words in view: type those of the one to go to.</source>
   <translation>تظهر حروف فوق الكلمات المعروضة: اكتب حروف الكلمة التي تريد الانتقال إليها.</translation>
  </message>
  <message>
   <source>Go to a word, extending</source>
   <translation>الانتقال إلى كلمة مع التوسيع</translation>
  </message>
  <message>
   <source>Select up to that word; Shift with its last letter does so too.</source>
   <translation>توسيع التحديد إلى تلك الكلمة؛ ويفعل ذلك أيضًا Shift مع آخر حروفها.</translation>
  </message>
  <message>
   <source>Next annotation</source>
   <translation>التعليق التالي</translation>
  </message>
  <message>
   <source>Focus the next entity or quote.</source>
   <translation>التركيز على الكيان أو الاقتباس التالي.</translation>
  </message>
  <message>
   <source>Previous annotation</source>
   <translation>التعليق السابق</translation>
  </message>
  <message>
   <source>Focus the one before.</source>
   <translation>التركيز على الذي قبله.</translation>
  </message>
  <message>
   <source>Relations of the annotation</source>
   <translation>علاقات التعليق</translation>
  </message>
  <message>
   <source>Focus the relations of the focused annotation, one after the other.</source>
   <translation>التركيز على علاقات التعليق واحدةً بعد أخرى.</translation>
  </message>
  <message>
   <source>Next article</source>
   <translation>المقال التالي</translation>
  </message>
  <message>
   <source>Go to the next article.</source>
   <translation>الانتقال إلى المقال التالي.</translation>
  </message>
  <message>
   <source>Previous article</source>
   <translation>المقال السابق</translation>
  </message>
  <message>
   <source>Go to the article before.</source>
   <translation>الانتقال إلى المقال السابق.</translation>
  </message>
  <message>
   <source>Done, next unfinished</source>
   <translation>أُنجز، وإلى التالي</translation>
  </message>
  <message>
   <source>Mark the article done and go to the next unfinished one.</source>
   <translation>عدّ المقال منجزًا والانتقال إلى التالي الذي لم يُنجز.</translation>
  </message>
  <message>
   <source>Skip, next unfinished</source>
   <translation>تُرك، وإلى التالي</translation>
  </message>
  <message>
   <source>Leave this article out and go to the next unfinished one.</source>
   <translation>ترك هذا المقال والانتقال إلى التالي غير المنجز.</translation>
  </message>
  <message>
   <source>Not done yet</source>
   <translation>لم يُنجز بعد</translation>
  </message>
  <message>
   <source>Take the mark “done” or “skipped” off this article.</source>
   <translation>رفع علامة «أُنجز» أو «تُرك» عن هذا المقال.</translation>
  </message>
  <message>
   <source>Next by what teaches most</source>
   <translation>الأنفع لتعليم النموذج أولًا</translation>
  </message>
  <message>
   <source>After an article that is done comes the one from which the model learns most.</source>
   <translation>بعد المقال المنجز يأتي المقال الذي يتعلّم منه النموذج أكثر.</translation>
  </message>
  <message>
   <source>Move the cursor.</source>
   <translation>تحريك المؤشر.</translation>
  </message>
  <message>
   <source>Extend the selection by words.</source>
   <translation>توسيع التحديد كلمةً كلمة.</translation>
  </message>
  <message>
   <source>Next word</source>
   <translation>الكلمة التالية</translation>
  </message>
  <message>
   <source>Next word, extending</source>
   <translation>الكلمة التالية مع التوسيع</translation>
  </message>
  <message>
   <source>Previous word</source>
   <translation>الكلمة السابقة</translation>
  </message>
  <message>
   <source>Previous word, extending</source>
   <translation>الكلمة السابقة مع التوسيع</translation>
  </message>
  <message>
   <source>Word above</source>
   <translation>الكلمة التي فوق</translation>
  </message>
  <message>
   <source>Word above, extending</source>
   <translation>الكلمة التي فوق مع التوسيع</translation>
  </message>
  <message>
   <source>Word below</source>
   <translation>الكلمة التي تحت</translation>
  </message>
  <message>
   <source>Word below, extending</source>
   <translation>الكلمة التي تحت مع التوسيع</translation>
  </message>
  <message>
   <source>Start of the line</source>
   <translation>أول السطر</translation>
  </message>
  <message>
   <source>Start of the line, extending</source>
   <translation>أول السطر مع التوسيع</translation>
  </message>
  <message>
   <source>End of the line</source>
   <translation>آخر السطر</translation>
  </message>
  <message>
   <source>End of the line, extending</source>
   <translation>آخر السطر مع التوسيع</translation>
  </message>
  <message>
   <source>A page up</source>
   <translation>صفحة إلى أعلى</translation>
  </message>
  <message>
   <source>A page up, extending</source>
   <translation>صفحة إلى أعلى مع التوسيع</translation>
  </message>
  <message>
   <source>A page down</source>
   <translation>صفحة إلى أسفل</translation>
  </message>
  <message>
   <source>A page down, extending</source>
   <translation>صفحة إلى أسفل مع التوسيع</translation>
  </message>
  <message>
   <source>Start of the article</source>
   <translation>أول المقال</translation>
  </message>
  <message>
   <source>Start of the article, extending</source>
   <translation>أول المقال مع التوسيع</translation>
  </message>
  <message>
   <source>End of the article</source>
   <translation>آخر المقال</translation>
  </message>
  <message>
   <source>End of the article, extending</source>
   <translation>آخر المقال مع التوسيع</translation>
  </message>
  <message>
   <source>Next suggestion</source>
   <translation>الاقتراح التالي</translation>
  </message>
  <message>
   <source>Go to the next suggestion; from there Tab goes on.</source>
   <translation>الانتقال إلى الاقتراح التالي؛ ومنه يتابع Tab.</translation>
  </message>
  <message>
   <source>Accept the suggestion</source>
   <translation>قبول الاقتراح</translation>
  </message>
  <message>
   <source>Take it as it is, with all that it refers to; Enter does so on a suggestion.</source>
   <translation>أخذه كما هو مع كل ما يحيل إليه؛ ومع اقتراح محدد يفعل Enter ذلك.</translation>
  </message>
  <message>
   <source>Reject the suggestion</source>
   <translation>رفض الاقتراح</translation>
  </message>
  <message>
   <source>Do not suggest this here again; Delete does so on a suggestion.</source>
   <translation>ألّا يُقترح هذا هنا ثانية؛ ومع اقتراح محدد يفعل Delete ذلك.</translation>
  </message>
  <message>
   <source>Accept all like this…</source>
   <translation>قبول كل ما يماثله…</translation>
  </message>
  <message>
   <source>Every suggestion that says the same of the same words and was on the screen.</source>
   <translation>كل اقتراح ظهر على الشاشة ويقول الشيء نفسه في العبارة نفسها.</translation>
  </message>
  <message>
   <source>Suggest for this article</source>
   <translation>اقتراح لهذا المقال</translation>
  </message>
  <message>
   <source>Have the suggesters look at the article as it is now.</source>
   <translation>أن تنظر المُقترِحات في المقال كما هو الآن.</translation>
  </message>
  <message>
   <source>Suggest for all articles</source>
   <translation>اقتراح لكل المقالات</translation>
  </message>
  <message>
   <source>Have the suggesters look at all articles that are not finished.</source>
   <translation>أن تنظر المُقترِحات في كل المقالات غير المنجزة.</translation>
  </message>
  <message>
   <source>Suggest with a BERT model…</source>
   <translation>اقتراح بنموذج BERT…</translation>
  </message>
  <message>
   <source>Have the model of camel-tools, or one in a folder, look at all unfinished articles.</source>
   <translation>أن ينظر نموذج camel-tools أو نموذج في مجلد في كل المقالات غير المنجزة.</translation>
  </message>
  <message>
   <source>Learn from the finished articles</source>
   <translation>تعلُّم من المقالات المنجزة</translation>
  </message>
  <message>
   <source>Train a model on what you have finished; it suggests entities from then on.</source>
   <translation>تدريب نموذج على ما أنجزته؛ فيقترح الكيانات من بعد.</translation>
  </message>
  <message>
   <source>Suggest unasked</source>
   <translation>الاقتراح تلقائيًّا</translation>
  </message>
  <message>
   <source>Whether suggestions are made when an article is opened, or only on request.</source>
   <translation>هل تُعدّ الاقتراحات عند فتح المقال، أم عند الطلب فقط.</translation>
  </message>
  <message>
   <source>To the article</source>
   <translation>إلى المقال</translation>
  </message>
  <message>
   <source>Give the article the keyboard.</source>
   <translation>نقل لوحة المفاتيح إلى المقال.</translation>
  </message>
  <message>
   <source>To the list of articles</source>
   <translation>إلى قائمة المقالات</translation>
  </message>
  <message>
   <source>Give the list the keyboard; typing filters it, ← → choose a state.</source>
   <translation>نقل لوحة المفاتيح إلى القائمة؛ الكتابة تصفّيها، و← → تختاران الحالة.</translation>
  </message>
  <message>
   <source>Articles by state…</source>
   <translation>المقالات حسب الحالة…</translation>
  </message>
  <message>
   <source>List only articles of one state.</source>
   <translation>سرد مقالات حالة واحدة فقط.</translation>
  </message>
  <message>
   <source>Order of the articles…</source>
   <translation>ترتيب المقالات…</translation>
  </message>
  <message>
   <source>Sort the list by title, state, annotations or date.</source>
   <translation>ترتيب القائمة حسب العنوان أو الحالة أو عدد التعليقات أو التاريخ.</translation>
  </message>
  <message>
   <source>To the list of annotations</source>
   <translation>إلى قائمة التعليقات</translation>
  </message>
  <message>
   <source>Give the list the keyboard.</source>
   <translation>نقل لوحة المفاتيح إلى القائمة.</translation>
  </message>
  <message>
   <source>To the details</source>
   <translation>إلى التفاصيل</translation>
  </message>
  <message>
   <source>Give the details of the annotation the keyboard: label, attributes, note.</source>
   <translation>نقل لوحة المفاتيح إلى تفاصيل التعليق: وسمه وسماته وملاحظته.</translation>
  </message>
  <message>
   <source>Search all articles</source>
   <translation>البحث في كل المقالات</translation>
  </message>
  <message>
   <source>Find words, and mark what is found.</source>
   <translation>العثور على كلمات ووسم ما يُعثر عليه.</translation>
  </message>
  <message>
   <source>Check the annotations</source>
   <translation>فحص التعليقات</translation>
  </message>
  <message>
   <source>Find what is worth a second look; there, check again.</source>
   <translation>العثور على ما يستحق نظرة ثانية؛ وفي الصفحة نفسها: الفحص من جديد.</translation>
  </message>
  <message>
   <source>Next finding</source>
   <translation>النتيجة التالية</translation>
  </message>
  <message>
   <source>Go to the place of the next finding of the checks.</source>
   <translation>الانتقال إلى موضع النتيجة التالية من نتائج الفحص.</translation>
  </message>
  <message>
   <source>Statistics</source>
   <translation>الإحصاءات</translation>
  </message>
  <message>
   <source>Labels, relations, speakers, progress and lengths, as charts.</source>
   <translation>الوسوم والعلاقات والقائلون والتقدّم والأطوال، في رسوم بيانية.</translation>
  </message>
  <message>
   <source>Guidelines</source>
   <translation>الإرشادات</translation>
  </message>
  <message>
   <source>Show the guidelines of the label beside the text.</source>
   <translation>عرض إرشادات الوسم إلى جانب النص.</translation>
  </message>
  <message>
   <source>To the guidelines</source>
   <translation>إلى الإرشادات</translation>
  </message>
  <message>
   <source>Give the guidelines the keyboard: arrows scroll, letters find a section.</source>
   <translation>نقل لوحة المفاتيح إلى الإرشادات: الأسهم تمرّر، والحروف تجد قسمًا.</translation>
  </message>
  <message>
   <source>Edit the guidelines…</source>
   <translation>تحرير الإرشادات…</translation>
  </message>
  <message>
   <source>Change what the project says about its labels.</source>
   <translation>تغيير ما يقوله المشروع عن وسومه.</translation>
  </message>
  <message>
   <source>Whether what models suggest is shown in the text.</source>
   <translation>هل يظهر في النص ما تقترحه النماذج.</translation>
  </message>
  <message>
   <source>Whose annotations…</source>
   <translation>تعليقات مَن…</translation>
  </message>
  <message>
   <source>Look at another author’s annotations.</source>
   <translation>الاطلاع على تعليقات شخص آخر.</translation>
  </message>
  <message>
   <source>Saved</source>
   <translation>حُفظ</translation>
  </message>
  <message>
   <source>Annotates Arabic news articles by keyboard: entities, quotes and relations.</source>
   <translation>برنامج لوسم المقالات الإخبارية العربية بلوحة المفاتيح: الكيانات والاقتباسات والعلاقات.</translation>
  </message>
  <message>
   <source>Part of a name</source>
   <translation>جزء من الاسم</translation>
  </message>
  <message>
   <source>No state has this in its name.</source>
   <translation>لا حالة في اسمها هذا.</translation>
  </message>
  <message>
   <source>Which order?</source>
   <translation>أيّ ترتيب؟</translation>
  </message>
  <message>
   <source>No order has this in its name.</source>
   <translation>لا ترتيب في اسمه هذا.</translation>
  </message>
  <message>
   <source>Author’s name</source>
   <translation>اسم صاحب التعليقات</translation>
  </message>
  <message>
   <source>What is your name?</source>
   <translation>ما اسمك؟</translation>
  </message>
  <message>
   <source>Your annotations are kept under this name, apart from those of others. You can change it in the File menu.</source>
   <translation>تُحفظ تعليقاتك بهذا الاسم منفصلةً عن تعليقات غيرك، ويمكنك تغييره من قائمة «ملف».</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>ابدأ</translation>
  </message>
  <message>
   <source>Look in:</source>
   <translation>المجلد:</translation>
  </message>
  <message>
   <source>Files of type:</source>
   <translation>نوع الملفات:</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>نسخ</translation>
  </message>
  <message>
   <source>Part of a name, in Arabic or English</source>
   <translation>جزء من الاسم، بالعربية أو الإنجليزية</translation>
  </message>
  <message>
   <source>Which label?</source>
   <translation>أيّ وسم؟</translation>
  </message>
  <message>
   <source>No label has this in its name.</source>
   <translation>لا وسم في اسمه هذا.</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>الأوامر</translation>
  </message>
  <message>
   <source>Part of a command’s name, in Arabic or English</source>
   <translation>جزء من اسم الأمر، بالعربية أو الإنجليزية</translation>
  </message>
  <message>
   <source>No command has this in its name.</source>
   <translation>لا أمر في اسمه هذا.</translation>
  </message>
  <message>
   <source>Which font?</source>
   <translation>أيّ خط؟</translation>
  </message>
  <message>
   <source>No font has this in its name.</source>
   <translation>لا خط في اسمه هذا.</translation>
  </message>
  <message>
   <source>comes with the program</source>
   <translation>مرافق للبرنامج</translation>
  </message>
  <message>
   <source>of this machine</source>
   <translation>من هذا الجهاز</translation>
  </message>
  <message>
   <source>Whose annotations?</source>
   <translation>تعليقات مَن؟</translation>
  </message>
  <message>
   <source>Nobody of that name has annotated here.</source>
   <translation>لم يعلّق هنا أحد بهذا الاسم.</translation>
  </message>
  <message>
   <source>Which relation?</source>
   <translation>أيّ علاقة؟</translation>
  </message>
  <message>
   <source>your own</source>
   <translation>تعليقاتك</translation>
  </message>
  <message>
   <source>only to be read</source>
   <translation>للقراءة فقط</translation>
  </message>
  <message>
   <source>“{words}” becomes {label} wherever it is ticked.</source>
   <translation>تُوسم «{words}» بالوسم «{label}» حيثما وُضعت العلامة.</translation>
  </message>
  <message>
   <source>Mark all same in all articles</source>
   <translation>وسم كل المتطابق في كل المقالات</translation>
  </message>
  <message>
   <source>Every same string is marked already.</source>
   <translation>كل العبارات المطابقة موسومة.</translation>
  </message>
  <message>
   <source>Places: {places} in {articles} articles; looked through {looked} of {all}.</source>
   <translation>المواضع: {places}، والمقالات: {articles}؛ فُحص {looked} من {all}.</translation>
  </message>
  <message>
   <source>{space} leaves one out or takes it again, on a title all below it; {tab} goes on.</source>
   <translation>المفتاح {space} يستبعد الموضع أو يعيده، وعند العنوان كل ما تحته؛ والمفتاح {tab} ينتقل إلى التالي.</translation>
  </message>
  <message>
   <source>Places to mark</source>
   <translation>مواضع الوسم</translation>
  </message>
  <message>
   <source>Progress of the search</source>
   <translation>تقدّم البحث</translation>
  </message>
  <message>
   <source>Mark {count}</source>
   <translation>وسم {count}</translation>
  </message>
  <message>
   <source>Nothing was found until then.</source>
   <translation>لم يُعثر على شيء حتى ذلك الحين.</translation>
  </message>
  <message>
   <source>Places marked: {places}, articles: {articles}. Undo takes all of it back at once.</source>
   <translation>المواضع الموسومة: {places}، والمقالات: {articles}. التراجع يعيدها كلها دفعة واحدة.</translation>
  </message>
  <message>
   <source>Place: {folder}</source>
   <translation>المكان: {folder}</translation>
  </message>
  <message>
   <source>Files: {files}; bytes: {bytes}</source>
   <translation>الملفات: {files}؛ البايتات: {bytes}</translation>
  </message>
  <message>
   <source>Checksum, SHA-256: {digest}</source>
   <translation>البصمة، SHA-256: {digest}</translation>
  </message>
  <message>
   <source>How labels are spread over the parts</source>
   <translation>توزّع الوسوم على الأجزاء</translation>
  </message>
  <message>
   <source>Export report</source>
   <translation>تقرير التصدير</translation>
  </message>
  <message>
   <source>Written: {file}, {count} rows.</source>
   <translation>كُتب الملف {file}، وعدد صفوفه {count}.</translation>
  </message>
  <message>
   <source>Left out, since the format has no place for it:</source>
   <translation>لم يُكتب لأن الصيغة لا تتسع له:</translation>
  </message>
  <message>
   <source>Articles</source>
   <translation>المقالات</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>الصفوف</translation>
  </message>
  <message>
   <source>Show in &amp;folder</source>
   <translation>إظهار في الم&amp;جلد</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;نسخ</translation>
  </message>
  <message>
   <source>The system has no program that shows folders.</source>
   <translation>لا يوجد في النظام برنامج يعرض المجلدات.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>تصدير</translation>
  </message>
  <message>
   <source>&amp;Export</source>
   <translation>&amp;تصدير</translation>
  </message>
  <message>
   <source>&amp;Format</source>
   <translation>ال&amp;صيغة</translation>
  </message>
  <message>
   <source>&amp;Whose annotations</source>
   <translation>تعليقات &amp;من</translation>
  </message>
  <message>
   <source>&amp;Articles</source>
   <translation>الم&amp;قالات</translation>
  </message>
  <message>
   <source>Ta&amp;gs of tokens</source>
   <translation>&amp;وسوم الكلمات</translation>
  </message>
  <message>
   <source>Edges &amp;inside words</source>
   <translation>الحدود &amp;داخل الكلمات</translation>
  </message>
  <message>
   <source>Shares in hundredths</source>
   <translation>الحصص من مئة</translation>
  </message>
  <message>
   <source>&amp;Parts</source>
   <translation>الأ&amp;جزاء</translation>
  </message>
  <message>
   <source>&amp;Divided</source>
   <translation>التق&amp;سيم</translation>
  </message>
  <message>
   <source>A&amp;s</source>
   <translation>ال&amp;شكل</translation>
  </message>
  <message>
   <source>Not stated</source>
   <translation>لم تُذكر</translation>
  </message>
  <message>
   <source>Da&amp;te</source>
   <translation>التاري&amp;خ</translation>
  </message>
  <message>
   <source>&amp;Licence</source>
   <translation>ال&amp;رخصة</translation>
  </message>
  <message>
   <source>&amp;Browse…</source>
   <translation>تص&amp;فّح…</translation>
  </message>
  <message>
   <source>T&amp;o</source>
   <translation>إ&amp;لى</translation>
  </message>
  <message>
   <source>What is lost</source>
   <translation>ما لن يُكتب</translation>
  </message>
  <message>
   <source>Folder in which “{name}” is made</source>
   <translation>المجلد الذي يُنشأ فيه «{name}»</translation>
  </message>
  <message>
   <source>Counting what the format has no place for…</source>
   <translation>جارٍ عدّ ما لا تتسع له الصيغة…</translation>
  </message>
  <message>
   <source>There is no folder {folder}.</source>
   <translation>لا مجلد اسمه {folder}.</translation>
  </message>
  <message>
   <source>{file} is there already and will be replaced.</source>
   <translation>الملف {file} موجود من قبل وسيُستبدل.</translation>
  </message>
  <message>
   <source>{folder} is there already. An older export will be replaced, other files never.</source>
   <translation>المجلد {folder} موجود من قبل. يُستبدل التصدير القديم، ولا تُمسّ أي ملفات أخرى.</translation>
  </message>
  <message>
   <source>Cut the word, and mark the pieces as joined</source>
   <translation>تُقطَّع الكلمة وتوصف أجزاؤها بأنها متصلة</translation>
  </message>
  <message>
   <source>Take in the whole word</source>
   <translation>يمتدّ إلى الكلمة كلها</translation>
  </message>
  <message>
   <source>Leave the annotation out</source>
   <translation>يُترك التعليق</translation>
  </message>
  <message>
   <source>All in one</source>
   <translation>الكل معًا</translation>
  </message>
  <message>
   <source>train, dev and test: 80/10/10</source>
   <translation>تدريب وتطوير واختبار: 80/10/10</translation>
  </message>
  <message>
   <source>train and test: 80/20</source>
   <translation>تدريب واختبار: 80/20</translation>
  </message>
  <message>
   <source>Shares of your own…</source>
   <translation>حصص أخرى…</translation>
  </message>
  <message>
   <source>One file</source>
   <translation>ملف واحد</translation>
  </message>
  <message>
   <source>A folder with a dataset card</source>
   <translation>مجلد فيه بطاقة بيانات</translation>
  </message>
  <message>
   <source>A zip with a dataset card</source>
   <translation>ملف مضغوط (zip) فيه بطاقة بيانات</translation>
  </message>
  <message>
   <source>By chance, the same way each time</source>
   <translation>عشوائيًّا، وبالنتيجة نفسها كل مرة</translation>
  </message>
  <message>
   <source>By date: the newest are for tests</source>
   <translation>بالتاريخ: الأحدث للاختبار</translation>
  </message>
  <message>
   <source>By source: each on one side</source>
   <translation>بالمصدر: كل مصدر في جهة واحدة</translation>
  </message>
  <message>
   <source>Everybody’s</source>
   <translation>تعليقات الجميع</translation>
  </message>
  <message>
   <source>Its dataset card names who has annotated: {names}.</source>
   <translation>تذكر بطاقة البيانات من علّق: {names}.</translation>
  </message>
  <message>
   <source>It has a dataset card.</source>
   <translation>فيه بطاقة بيانات.</translation>
  </message>
  <message>
   <source>Not all that is here has a place in {format}:</source>
   <translation>ليس في {format} مكان لكل ما هنا:</translation>
  </message>
  <message>
   <source>All that is here has a place in {format}.</source>
   <translation>في {format} مكان لكل ما هنا.</translation>
  </message>
  <message>
   <source>The export needs the name of a file or folder.</source>
   <translation>يحتاج التصدير إلى اسم ملف أو مجلد.</translation>
  </message>
  <message>
   <source>A folder of files</source>
   <translation>مجلد ملفات</translation>
  </message>
  <message>
   <source>A zip file</source>
   <translation>ملف مضغوط (zip)</translation>
  </message>
  <message>
   <source>Only those that are done</source>
   <translation>المنتهية فقط</translation>
  </message>
  <message>
   <source>Part of a heading</source>
   <translation>جزء من عنوان القسم</translation>
  </message>
  <message>
   <source>No heading has this in it.</source>
   <translation>لا عنوان فيه هذا.</translation>
  </message>
  <message>
   <source>Which section?</source>
   <translation>أيّ قسم؟</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>الصفحة</translation>
  </message>
  <message>
   <source>Earlier texts</source>
   <translation>نصوص سابقة</translation>
  </message>
  <message>
   <source>Markdown</source>
   <translation>نص Markdown</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>معاينة</translation>
  </message>
  <message>
   <source>A heading that holds a label’s name, such as ### PERS, begins the section that is shown for it.</source>
   <translation>العنوان الذي فيه اسم وسم، مثل ‎### PERS‎، يبدأ القسم الذي يُعرض له.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Give up the changes</source>
   <translation>ترك التغييرات</translation>
  </message>
  <message>
   <source>Arabic</source>
   <translation>العربية</translation>
  </message>
  <message>
   <source>New page</source>
   <translation>صفحة جديدة</translation>
  </message>
  <message>
   <source>What is the page called, in Latin letters? Its file is called so too.</source>
   <translation>ما اسم الصفحة بالحروف اللاتينية؟ وبه يُسمّى ملفها أيضًا.</translation>
  </message>
  <message>
   <source>New page…</source>
   <translation>صفحة جديدة…</translation>
  </message>
  <message>
   <source>Not saved yet: save the pages, or give up what was changed.</source>
   <translation>لم يُحفظ بعد: احفظ الصفحات أو اترك ما تغيّر.</translation>
  </message>
  <message>
   <source>Files: {count}</source>
   <translation>الملفات: {count}</translation>
  </message>
  <message>
   <source>Recognised: {format}</source>
   <translation>عُرفت: {format}</translation>
  </message>
  <message>
   <source>File: {file}</source>
   <translation>الملف: {file}</translation>
  </message>
  <message>
   <source>Folder: {folder}; files in it: {count}</source>
   <translation>المجلد: {folder}؛ الملفات التي فيه: {count}</translation>
  </message>
  <message>
   <source>Not recognised</source>
   <translation>لم تُعرف</translation>
  </message>
  <message>
   <source>Each as recognised</source>
   <translation>كل ملف بما عُرف به</translation>
  </message>
  <message>
   <source>Characters of Unicode (code points)</source>
   <translation>محارف يونيكود (code points)</translation>
  </message>
  <message>
   <source>UTF-16 units, as in browsers and Java</source>
   <translation>وحدات UTF-16، كما في المتصفحات وJava</translation>
  </message>
  <message>
   <source>Bytes of UTF-8</source>
   <translation>بايتات UTF-8</translation>
  </message>
  <message>
   <source>Letters as they are read (graphemes)</source>
   <translation>الحروف كما تُقرأ (graphemes)</translation>
  </message>
  <message>
   <source>Import articles</source>
   <translation>استيراد مقالات</translation>
  </message>
  <message>
   <source>&amp;Import</source>
   <translation>&amp;استيراد</translation>
  </message>
  <message>
   <source>&amp;Encoding</source>
   <translation>&amp;الترميز</translation>
  </message>
  <message>
   <source>&amp;Offsets count</source>
   <translation>&amp;ما تعدّه المواضع</translation>
  </message>
  <message>
   <source>{label} ({count})</source>
   <translation>{label} (العدد {count})</translation>
  </message>
  <message>
   <source>What the surfaces tell</source>
   <translation>ما تدل عليه النصوص المذكورة</translation>
  </message>
  <message>
   <source>What the tags tell</source>
   <translation>ما تدل عليه الوسوم</translation>
  </message>
  <message>
   <source>Go on &amp;annotating</source>
   <translation>&amp;متابعة التعليق</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>إي&amp;قاف</translation>
  </message>
  <message>
   <source>always the same</source>
   <translation>ثابت دائمًا</translation>
  </message>
  <message>
   <source>Take it over</source>
   <translation>نقله إلى هنا</translation>
  </message>
  <message>
   <source>Leave it as it is</source>
   <translation>إبقاؤه كما هو</translation>
  </message>
  <message>
   <source>Change keys</source>
   <translation>تغيير المفاتيح</translation>
  </message>
  <message>
   <source>Choose a command, press Enter, then the new key. Keys are named as on a US keyboard, with the Arabic letter of the same key beside.</source>
   <translation>اختر أمرًا واضغط Enter، ثم اضغط المفتاح الجديد. أسماء المفاتيح كما على لوحة أمريكية، وبجانبها الحرف العربي على المفتاح نفسه.</translation>
  </message>
  <message>
   <source>Part of a command’s name, or a key</source>
   <translation>جزء من اسم الأمر، أو مفتاح</translation>
  </message>
  <message>
   <source>Usual keys for all</source>
   <translation>المفاتيح المعتادة للكل</translation>
  </message>
  <message>
   <source>Set key</source>
   <translation>تعيين مفتاح</translation>
  </message>
  <message>
   <source>Add key</source>
   <translation>إضافة مفتاح</translation>
  </message>
  <message>
   <source>Take a key off</source>
   <translation>حذف مفتاح</translation>
  </message>
  <message>
   <source>Usual keys</source>
   <translation>المفاتيح المعتادة</translation>
  </message>
  <message>
   <source>Press the new key for “{action}”. Esc leaves it as it is.</source>
   <translation>اضغط المفتاح الجديد لأمر «{action}». المفتاح Esc يبقيه كما هو.</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>مغيَّر</translation>
  </message>
  <message>
   <source>{key} belongs to “{action}”.</source>
   <translation>{key} مفتاح «{action}».</translation>
  </message>
  <message>
   <source>{key} gives the label “{label}” in this project, which would lose its key.</source>
   <translation>{key} مفتاح الوسم «{label}» في هذا المشروع، وسيبقى الوسم بلا مفتاح.</translation>
  </message>
  <message>
   <source>This key cannot be told from others under every layout. Press another one.</source>
   <translation>لا يتميّز هذا المفتاح عن غيره في كل تخطيطات لوحة المفاتيح. اضغط مفتاحًا آخر.</translation>
  </message>
  <message>
   <source>Keys are named as on a US keyboard. Under an Arabic layout the same physical keys act; the Arabic letter stands beside the Latin one.</source>
   <translation>المفاتيح مسمّاة كما في لوحة المفاتيح الأمريكية، وهي نفسها تعمل والتخطيط عربي؛ والحرف العربي مكتوب إلى جانب اللاتيني.</translation>
  </message>
  <message>
   <source>Part of what a key does, or a key</source>
   <translation>جزء مما يفعله المفتاح، أو المفتاح نفسه</translation>
  </message>
  <message>
   <source>No key does this.</source>
   <translation>لا مفتاح لهذا.</translation>
  </message>
  <message>
   <source>Other keys</source>
   <translation>مفاتيح أخرى</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>الوسوم</translation>
  </message>
  <message>
   <source>Labels of relations</source>
   <translation>وسوم العلاقات</translation>
  </message>
  <message>
   <source>Labels of others</source>
   <translation>وسوم من غير هذا المشروع</translation>
  </message>
  <message>
   <source>Some rows were not taken: the project does not have their labels.</source>
   <translation>لم تُؤخذ بعض الصفوف لأن وسومها ليست في المشروع.</translation>
  </message>
  <message>
   <source>What do these labels stand for?</source>
   <translation>ما الذي يقابل هذه الوسوم؟</translation>
  </message>
  <message>
   <source>Import them</source>
   <translation>استوردها</translation>
  </message>
  <message>
   <source>Leave these annotations out</source>
   <translation>تُترك هذه التعليقات</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>ليس الآن</translation>
  </message>
  <message>
   <source>Suggest with a BERT model</source>
   <translation>الاقتراح بنموذج BERT</translation>
  </message>
  <message>
   <source>The model looks at all articles that are not finished, in a process of its own. Nothing leaves this machine.</source>
   <translation>ينظر النموذج في كل المقالات غير المنتهية، في عملية مستقلة. لا شيء يغادر هذا الجهاز.</translation>
  </message>
  <message>
   <source>A folder with a BERT model that names entities</source>
   <translation>مجلد فيه نموذج BERT يسمّي الكيانات</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>اختيار…</translation>
  </message>
  <message>
   <source>&amp;Model</source>
   <translation>ال&amp;نموذج</translation>
  </message>
  <message>
   <source>Suggest</source>
   <translation>اقتراح</translation>
  </message>
  <message>
   <source>Which of your labels does each of its labels become?</source>
   <translation>أيّ وسومك يصير كلٌّ من وسومه؟</translation>
  </message>
  <message>
   <source>Leave these out</source>
   <translation>تُترك جانبًا</translation>
  </message>
  <message>
   <source>{file} and further files do not tell what their offsets count. Files: {count}.</source>
   <translation>لا يُعرف من الملف {file} ومن ملفات أخرى ماذا تعدّ مواضعها. عدد الملفات: {count}.</translation>
  </message>
  <message>
   <source>{file} does not tell what its offsets count.</source>
   <translation>لا يُعرف من الملف {file} ماذا تعدّ مواضعه.</translation>
  </message>
  <message>
   <source>What do offsets count?</source>
   <translation>ماذا تعدّ المواضع؟</translation>
  </message>
  <message>
   <source>Under which reading are the right letters marked?</source>
   <translation>في أي قراءة تُعلَّم الحروف الصحيحة؟</translation>
  </message>
  <message>
   <source>It would mark: {texts}</source>
   <translation>يُعلَّم بها: {texts}</translation>
  </message>
  <message>
   <source>{row}, {number} of {count}</source>
   <translation>{row}، {number} من {count}</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>مشروع جديد</translation>
  </message>
  <message>
   <source>Browse…</source>
   <translation>تصفّح…</translation>
  </message>
  <message>
   <source>Label set</source>
   <translation>مجموعة الوسوم</translation>
  </message>
  <message>
   <source>Make the project</source>
   <translation>أنشئ المشروع</translation>
  </message>
  <message>
   <source>Encoding of the text files</source>
   <translation>ترميز الملفات النصية</translation>
  </message>
  <message numerus="yes">
   <source>%n labels of entities</source>
   <translation>
    <numerusform>لا وسوم للكيانات</numerusform>
    <numerusform>وسم واحد للكيانات</numerusform>
    <numerusform>وسمان للكيانات</numerusform>
    <numerusform>%n وسوم للكيانات</numerusform>
    <numerusform>%n وسمًا للكيانات</numerusform>
    <numerusform>%n وسم للكيانات</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n labels of relations</source>
   <translation>
    <numerusform>لا وسوم للعلاقات</numerusform>
    <numerusform>وسم واحد للعلاقات</numerusform>
    <numerusform>وسمان للعلاقات</numerusform>
    <numerusform>%n وسوم للعلاقات</numerusform>
    <numerusform>%n وسمًا للعلاقات</numerusform>
    <numerusform>%n وسم للعلاقات</numerusform>
   </translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>مشاريع</translation>
  </message>
  <message>
   <source>From a file…</source>
   <translation>من ملف…</translation>
  </message>
  <message>
   <source>The project needs the name of a file.</source>
   <translation>لا بدّ للمشروع من اسم ملف.</translation>
  </message>
  <message>
   <source>Label sets</source>
   <translation>مجموعات وسوم</translation>
  </message>
  <message>
   <source>My project</source>
   <translation>مشروعي</translation>
  </message>
  <message>
   <source>Articles that came in: {articles}; annotations: {annotations}.</source>
   <translation>المقالات التي دخلت: {articles}، والتعليقات: {annotations}.</translation>
  </message>
  <message>
   <source>Annotator</source>
   <translation>Annotator</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>حدث خلل</translation>
  </message>
  <message>
   <source>The program made a mistake. Your project is intact: everything you marked is on disk. Please send this report to those who look after the program.</source>
   <translation>أخطأ البرنامج. مشروعك سليم، وكل ما وسمته محفوظ على القرص. نرجو إرسال هذا التقرير إلى القائمين على البرنامج.</translation>
  </message>
  <message>
   <source>Rows read: {count}</source>
   <translation>الصفوف المقروءة: {count}</translation>
  </message>
  <message>
   <source>new: {count}</source>
   <translation>الجديدة: {count}</translation>
  </message>
  <message>
   <source>there already: {count}</source>
   <translation>الموجودة من قبل: {count}</translation>
  </message>
  <message>
   <source>rejected: {count}</source>
   <translation>المرفوضة: {count}</translation>
  </message>
  <message>
   <source>Import report</source>
   <translation>تقرير الاستيراد</translation>
  </message>
  <message>
   <source>Annotations left out by their labels: {count}</source>
   <translation>تعليقات تُركت بسبب وسومها: {count}</translation>
  </message>
  <message>
   <source>Other files in the folder, left out: {count}</source>
   <translation>ملفات أخرى في المجلد تُركت: {count}</translation>
  </message>
  <message>
   <source>Further rejected rows, kept without their reasons: {count}</source>
   <translation>صفوف أخرى مرفوضة حُفظت من غير أسبابها: {count}</translation>
  </message>
  <message>
   <source>There is nothing else in this article to choose from.</source>
   <translation>ليس في هذا المقال غيره للاختيار.</translation>
  </message>
  <message>
   <source>Nothing here has this in its name.</source>
   <translation>لا شيء هنا في اسمه هذا.</translation>
  </message>
  <message>
   <source>take off</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>At least one letter has to stay.</source>
   <translation>لا بدّ أن يبقى حرف واحد على الأقل.</translation>
  </message>
  <message>
   <source>There are no articles in this project yet.</source>
   <translation>لا مقالات في هذا المشروع بعد.</translation>
  </message>
  <message>
   <source>Text files (.txt) and JSON Lines (.jsonl).</source>
   <translation>ملفات نصية (‎.txt) وملفات JSON Lines (‎.jsonl).</translation>
  </message>
  <message>
   <source>Exporting…</source>
   <translation>جارٍ التصدير…</translation>
  </message>
  <message>
   <source>Windows-1256, as older files have</source>
   <translation>Windows-1256، كما في الملفات القديمة</translation>
  </message>
  <message>
   <source>Open project</source>
   <translation>فتح مشروع</translation>
  </message>
  <message>
   <source>Folder of texts</source>
   <translation>مجلد النصوص</translation>
  </message>
  <message>
   <source>Fonts that come with the program are missing or damaged: {fonts}.</source>
   <translation>خطوط مرافقة للبرنامج مفقودة أو تالفة: {fonts}.</translation>
  </message>
  <message>
   <source>Others are used in their place; your annotations are not concerned.</source>
   <translation>استُعملت خطوط أخرى مكانها، ولم يمسّ ذلك تعليقاتك.</translation>
  </message>
  <message>
   <source>Install the program again with its dependencies.</source>
   <translation>ثبّت البرنامج من جديد مع متطلباته.</translation>
  </message>
  <message>
   <source>annotations of {layer}</source>
   <translation>تعليقات {layer}</translation>
  </message>
  <message>
   <source>There is no other word in view to go to.</source>
   <translation>لا كلمة أخرى معروضة يمكن الانتقال إليها.</translation>
  </message>
  <message>
   <source>No word has the letters {letters}.</source>
   <translation>لا كلمة لها الحروف {letters}.</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>الحروف</translation>
  </message>
  <message>
   <source>go to the word</source>
   <translation>الانتقال إلى الكلمة</translation>
  </message>
  <message>
   <source>select up to it</source>
   <translation>التحديد إليها</translation>
  </message>
  <message>
   <source>select up to the word</source>
   <translation>التحديد إلى الكلمة</translation>
  </message>
  <message>
   <source>Import a folder</source>
   <translation>استيراد مجلد</translation>
  </message>
  <message>
   <source>All formats</source>
   <translation>كل الصيغ</translation>
  </message>
  <message>
   <source>Articles in Windows-1256</source>
   <translation>مقالات بترميز Windows-1256</translation>
  </message>
  <message>
   <source>Importing…</source>
   <translation>جارٍ الاستيراد…</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>كل الملفات</translation>
  </message>
  <message>
   <source>Go to an annotation first, with {key}; its details stand here then.</source>
   <translation>انتقل أولًا إلى تعليق بالمفتاح {key}، فتظهر تفاصيله هنا.</translation>
  </message>
  <message>
   <source>This cannot be taken off.</source>
   <translation>هذا لا يُزال.</translation>
  </message>
  <message>
   <source>There is nothing to show in the text.</source>
   <translation>لا شيء هنا يُعرض في النص.</translation>
  </message>
  <message>
   <source>The key {key} does nothing now; {escape} leaves.</source>
   <translation>لا عمل للمفتاح {key} الآن؛ اخرج بالمفتاح {escape}.</translation>
  </message>
  <message>
   <source>Esc always leaves; it cannot do anything else.</source>
   <translation>المفتاح Esc للخروج دائمًا، ولا يصلح لغير ذلك.</translation>
  </message>
  <message>
   <source>{key} does not come through under every layout.</source>
   <translation>لا يصل {key} في كل تخطيطات لوحة المفاتيح.</translation>
  </message>
  <message>
   <source>The system keeps {key} for itself.</source>
   <translation>النظام يحتفظ بـ {key} لنفسه.</translation>
  </message>
  <message>
   <source>This acts in the whole window, so {key} needs Ctrl or Alt with it, or be F1 to F12.</source>
   <translation>هذا الأمر يعمل في النافذة كلها، فيحتاج {key} معه إلى Ctrl أو Alt، أو مفتاحًا من F1 إلى F12.</translation>
  </message>
  <message>
   <source>No label has the keys {keys}.</source>
   <translation>لا وسم مفتاحاه {keys}.</translation>
  </message>
  <message>
   <source>The translations of the interface are missing from {folder}.</source>
   <translation>ترجمات الواجهة ناقصة من {folder}.</translation>
  </message>
  <message>
   <source>Install the program again.</source>
   <translation>ثبّت البرنامج من جديد.</translation>
  </message>
  <message>
   <source>The arcs of all relations are shown.</source>
   <translation>تظهر الآن أقواس كل العلاقات.</translation>
  </message>
  <message>
   <source>Only the arcs of what is in focus are shown.</source>
   <translation>تظهر الآن أقواس ما عليه التركيز فقط.</translation>
  </message>
  <message>
   <source>There is no word here to mark.</source>
   <translation>لا كلمة هنا لوسمها.</translation>
  </message>
  <message>
   <source>This is marked {label} already.</source>
   <translation>هذا موسوم {label} من قبل.</translation>
  </message>
  <message>
   <source>Relations that no longer fit went along: {count}.</source>
   <translation>حُذفت معه علاقات لم تعد تصلح، وعددها {count}.</translation>
  </message>
  <message>
   <source>The label {label} has no attribute to change.</source>
   <translation>ليس للوسم {label} سمة تُغيَّر.</translation>
  </message>
  <message>
   <source>Focus an annotation, select further words, then press {key}.</source>
   <translation>انتقل إلى تعليق، ثم حدّد كلمات أخرى، ثم اضغط {key}.</translation>
  </message>
  <message>
   <source>Focus an annotation first, with {focus}; then {delete} deletes it.</source>
   <translation>انتقل أولًا إلى تعليق بالمفتاح {focus}، ثم احذفه بالمفتاح {delete}.</translation>
  </message>
  <message>
   <source>Focus a quote or an entity first, with {key}.</source>
   <translation>انتقل أولًا إلى اقتباس أو كيان بالمفتاح {key}.</translation>
  </message>
  <message>
   <source>Line spacing</source>
   <translation>تباعد الأسطر</translation>
  </message>
  <message>
   <source>Reading width</source>
   <translation>عرض القراءة</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>اللغة</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>المظهر</translation>
  </message>
  <message>
   <source>Recent projects</source>
   <translation>المشاريع الأخيرة</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>الطبقات</translation>
  </message>
  <message>
   <source>None yet</source>
   <translation>لا شيء بعد</translation>
  </message>
  <message>
   <source>Focus an entity or a quote first, with {key}.</source>
   <translation>انتقل أولًا إلى كيان أو اقتباس بالمفتاح {key}.</translation>
  </message>
  <message>
   <source>No relation begins or ends here.</source>
   <translation>لا علاقة تبدأ هنا أو تنتهي.</translation>
  </message>
  <message>
   <source>No further annotation in this article.</source>
   <translation>لا تعليق آخر في هذا المقال.</translation>
  </message>
  <message>
   <source>This article has no annotation yet.</source>
   <translation>لا تعليق في هذا المقال بعد.</translation>
  </message>
  <message>
   <source>The article is not in view: Esc leads to it.</source>
   <translation>المقال غير ظاهر: يعيدك Esc إليه.</translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation>التعليقات</translation>
  </message>
  <message numerus="yes">
   <source>%n entities</source>
   <translation>
    <numerusform>لا كيانات</numerusform>
    <numerusform>كيان واحد</numerusform>
    <numerusform>كيانان</numerusform>
    <numerusform>%n كيانات</numerusform>
    <numerusform>%n كيانًا</numerusform>
    <numerusform>%n كيان</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n quotes</source>
   <translation>
    <numerusform>لا اقتباسات</numerusform>
    <numerusform>اقتباس واحد</numerusform>
    <numerusform>اقتباسان</numerusform>
    <numerusform>%n اقتباسات</numerusform>
    <numerusform>%n اقتباسًا</numerusform>
    <numerusform>%n اقتباس</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n relations</source>
   <translation>
    <numerusform>لا علاقات</numerusform>
    <numerusform>علاقة واحدة</numerusform>
    <numerusform>علاقتان</numerusform>
    <numerusform>%n علاقات</numerusform>
    <numerusform>%n علاقة</numerusform>
    <numerusform>%n علاقة</numerusform>
   </translation>
  </message>
  <message>
   <source>This author has not annotated this article.</source>
   <translation>لم يعلّق صاحب هذا الاسم على هذا المقال.</translation>
  </message>
  <message>
   <source>Nothing is marked yet. Select words with Shift and the arrows, then press a label’s key.</source>
   <translation>لم يُوسم شيء بعد. حدّد كلمات بالمفتاح Shift مع الأسهم، ثم اضغط مفتاح وسم.</translation>
  </message>
  <message>
   <source>Order of the list: {order}</source>
   <translation>ترتيب القائمة: {order}</translation>
  </message>
  <message numerus="yes">
   <source>{state}: %n articles</source>
   <translation>
    <numerusform>{state}: لا مقالات</numerusform>
    <numerusform>{state}: مقال واحد</numerusform>
    <numerusform>{state}: مقالان</numerusform>
    <numerusform>{state}: %n مقالات</numerusform>
    <numerusform>{state}: %n مقالًا</numerusform>
    <numerusform>{state}: %n مقال</numerusform>
   </translation>
  </message>
  <message>
   <source>Part of a title</source>
   <translation>جزء من العنوان</translation>
  </message>
  <message>
   <source>Articles with this in their title</source>
   <translation>المقالات التي في عنوانها هذا</translation>
  </message>
  <message>
   <source>Done: {done} of {count}</source>
   <translation>أُنجز {done} من {count}</translation>
  </message>
  <message>
   <source>Not begun</source>
   <translation>لم يبدأ</translation>
  </message>
  <message>
   <source>Begun</source>
   <translation>قيد العمل</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>أُنجز</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>تُرك</translation>
  </message>
  <message>
   <source>As in the project</source>
   <translation>كما في المشروع</translation>
  </message>
  <message>
   <source>By title</source>
   <translation>حسب العنوان</translation>
  </message>
  <message>
   <source>By state</source>
   <translation>حسب الحالة</translation>
  </message>
  <message>
   <source>Most annotations first</source>
   <translation>الأكثر تعليقات أولًا</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>الأحدث أولًا</translation>
  </message>
  <message>
   <source>in view</source>
   <translation>معروض</translation>
  </message>
  <message numerus="yes">
   <source>%n annotations</source>
   <translation>
    <numerusform>لا تعليقات</numerusform>
    <numerusform>تعليق واحد</numerusform>
    <numerusform>تعليقان</numerusform>
    <numerusform>%n تعليقات</numerusform>
    <numerusform>%n تعليقًا</numerusform>
    <numerusform>%n تعليق</numerusform>
   </translation>
  </message>
  <message>
   <source>No article is in the state “{state}”. Esc shows all articles again.</source>
   <translation>لا مقال حالته «{state}». Esc يُظهر المقالات كلها من جديد.</translation>
  </message>
  <message>
   <source>Articles · {number} of {count}</source>
   <translation>المقالات · {number} من {count}</translation>
  </message>
  <message numerus="yes">
   <source>%n articles fit the filter.</source>
   <translation>
    <numerusform>لا مقال يوافق التصفية.</numerusform>
    <numerusform>مقال واحد يوافق التصفية.</numerusform>
    <numerusform>مقالان يوافقان التصفية.</numerusform>
    <numerusform>%n مقالات توافق التصفية.</numerusform>
    <numerusform>%n مقالًا يوافق التصفية.</numerusform>
    <numerusform>%n مقال يوافق التصفية.</numerusform>
   </translation>
  </message>
  <message>
   <source>No project is open. Make one with {new} or open one with {open}.</source>
   <translation>لا مشروع مفتوح. اضغط {new} لإنشاء مشروع أو {open} لفتح مشروع.</translation>
  </message>
  <message>
   <source>The article in view is not among them.</source>
   <translation>المقال المعروض ليس منها.</translation>
  </message>
  <message>
   <source>There are no articles yet. Bring some in with {key}.</source>
   <translation>لا مقالات بعد. اضغط {key} لاستيراد مقالات.</translation>
  </message>
  <message>
   <source>No article fits the filter. Esc shows all articles again.</source>
   <translation>لا مقال يوافق التصفية. Esc يُظهر المقالات كلها من جديد.</translation>
  </message>
  <message>
   <source>article {number}</source>
   <translation>المقال {number}</translation>
  </message>
  <message>
   <source>Speaker</source>
   <translation>القائل</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>الوسم</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>النص</translation>
  </message>
  <message>
   <source>Cue</source>
   <translation>عبارة القول</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>المصدر</translation>
  </message>
  <message>
   <source>From</source>
   <translation>من</translation>
  </message>
  <message>
   <source>To</source>
   <translation>إلى</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>نعم</translation>
  </message>
  <message>
   <source>no</source>
   <translation>لا</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>ملاحظة</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>النوع</translation>
  </message>
  <message>
   <source>Type here, then press Enter.</source>
   <translation>اكتب هنا ثم اضغط Enter.</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>تحرير…</translation>
  </message>
  <message>
   <source>letters find a section</source>
   <translation>الحروف تجد قسمًا</translation>
  </message>
  <message>
   <source>The page points to {address}.</source>
   <translation>تشير الصفحة إلى {address}.</translation>
  </message>
  <message>
   <source>This project has no guideline pages yet. Edit… begins one.</source>
   <translation>لا صفحات إرشادات في هذا المشروع بعد، و«تحرير…» يبدأ واحدة.</translation>
  </message>
  <message>
   <source>These pages come with the label set; edited, they are the project’s.</source>
   <translation>هذه صفحات مجموعة الوسوم الجاهزة، وإذا حُرّرت صارت للمشروع.</translation>
  </message>
  <message>
   <source>scroll</source>
   <translation>تمرير</translation>
  </message>
  <message>
   <source>edit</source>
   <translation>تحرير</translation>
  </message>
  <message>
   <source>back to the text</source>
   <translation>رجوع إلى النص</translation>
  </message>
  <message>
   <source>Nothing is written about {label} yet.</source>
   <translation>لم يُكتب شيء عن {label} بعد.</translation>
  </message>
  <message>
   <source>close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Details of the relation</source>
   <translation>تفاصيل العلاقة</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>التفاصيل</translation>
  </message>
  <message>
   <source>Details of the entity</source>
   <translation>تفاصيل الكيان</translation>
  </message>
  <message>
   <source>Details of the quote</source>
   <translation>تفاصيل الاقتباس</translation>
  </message>
  <message>
   <source>Focus an annotation with {key}: its attributes and its note stand here.</source>
   <translation>انتقل إلى تعليق بالمفتاح {key} فتظهر هنا سماته وملاحظته.</translation>
  </message>
  <message>
   <source>What you typed could not be stored; it is on the clipboard.</source>
   <translation>تعذّر حفظ ما كتبته، وهو في الحافظة.</translation>
  </message>
  <message>
   <source>Details of the suggestion</source>
   <translation>تفاصيل الاقتراح</translation>
  </message>
  <message>
   <source>This is too long to be pasted here: {most} characters are the most.</source>
   <translation>هذا أطول من أن يُلصق هنا؛ الحد الأعلى {most} حرف.</translation>
  </message>
  <message>
   <source>show in the text</source>
   <translation>عرض في النص</translation>
  </message>
  <message>
   <source>store</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>new line</source>
   <translation>سطر جديد</translation>
  </message>
  <message>
   <source>switch</source>
   <translation>تبديل</translation>
  </message>
  <message>
   <source>The key {key} of this label was given to a command.</source>
   <translation>المفتاح {key} لهذا الوسم أُعطي لأحد الأوامر.</translation>
  </message>
  <message>
   <source>Relations: {key} starts one at the cursor.</source>
   <translation>العلاقات: {key} يبدأ علاقة من عند المؤشر.</translation>
  </message>
  <message>
   <source>The labels of the open project stand here, with their keys.</source>
   <translation>هنا تظهر وسوم المشروع المفتوح مع مفاتيحها.</translation>
  </message>
  <message>
   <source>Quotes: {quote} marks one, {type} changes its type.</source>
   <translation>الاقتباسات: {quote} يسم الاقتباس، و{type} يغيّر نوعه.</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>علاقة</translation>
  </message>
  <message>
   <source>Particles are left out of what is marked.</source>
   <translation>تُترك السوابق خارج الوسم.</translation>
  </message>
  <message>
   <source>Particles stay in what is marked.</source>
   <translation>تبقى السوابق داخل الوسم.</translation>
  </message>
  <message>
   <source>Left out: “{particles}”. {key} takes it in.</source>
   <translation>تُركت خارج الوسم: «{particles}». ‏{key} يُدخلها.</translation>
  </message>
  <message>
   <source>Left out: “{particles}”.</source>
   <translation>تُركت خارج الوسم: «{particles}».</translation>
  </message>
  <message>
   <source>This quote is marked already.</source>
   <translation>هذا الاقتباس موسوم من قبل.</translation>
  </message>
  <message>
   <source>Mark or focus a quote first.</source>
   <translation>سِم اقتباسًا أو انتقل إلى اقتباس أولًا.</translation>
  </message>
  <message>
   <source>No quotation marks and no reported speech stand around the cursor. Select the quoted words, then press {key}.</source>
   <translation>لا علامات تنصيص حول المؤشر ولا كلام منقول. حدّد الكلام المقتبس ثم اضغط {key}.</translation>
  </message>
  <message>
   <source>There is no word here to be the source.</source>
   <translation>لا كلمة هنا تكون مصدرًا.</translation>
  </message>
  <message>
   <source>There is no entity here to be the speaker.</source>
   <translation>لا كيان هنا يكون قائلًا.</translation>
  </message>
  <message>
   <source>Go to the word that is meant, or select several, then press the key.</source>
   <translation>انتقل إلى الكلمة المقصودة أو حدّد عدة كلمات، ثم اضغط المفتاح.</translation>
  </message>
  <message>
   <source>No mark closes this quotation. Check where the quote ends.</source>
   <translation>لا علامة تُغلق هذا التنصيص. راجِع أين ينتهي الاقتباس.</translation>
  </message>
  <message>
   <source>No mark closes this quotation. Check where the quote ends, or press the key again to take more or less.</source>
   <translation>لا علامة تُغلق هذا التنصيص. راجِع أين ينتهي الاقتباس، أو اضغط المفتاح ثانيةً لتوسيعه أو تضييقه.</translation>
  </message>
  <message>
   <source>No mark opens this quotation. Check where the quote begins.</source>
   <translation>لا علامة تفتح هذا التنصيص. راجِع أين يبدأ الاقتباس.</translation>
  </message>
  <message>
   <source>No mark opens this quotation. Check where the quote begins, or press the key again to take more or less.</source>
   <translation>لا علامة تفتح هذا التنصيص. راجِع أين يبدأ الاقتباس، أو اضغط المفتاح ثانيةً لتوسيعه أو تضييقه.</translation>
  </message>
  <message>
   <source>Marks of two kinds, {open} and {close}, were taken as a pair.</source>
   <translation>عُدّت علامتان مختلفتان، {open} و{close}، زوجًا واحدًا.</translation>
  </message>
  <message>
   <source>Marks of two kinds, {open} and {close}, were taken as a pair. The key again takes more or less.</source>
   <translation>عُدّت علامتان مختلفتان، {open} و{close}، زوجًا واحدًا. والمفتاح ثانيةً يوسّع الاقتباس أو يضيّقه.</translation>
  </message>
  <message>
   <source>One part is marked. The key again takes the whole broken quotation.</source>
   <translation>وُسم جزء واحد. والمفتاح ثانيةً يأخذ أجزاء الاقتباس كلها.</translation>
  </message>
  <message>
   <source>All parts are marked as one quote. The key again takes only this part.</source>
   <translation>وُسمت الأجزاء كلها اقتباسًا واحدًا. والمفتاح ثانيةً يعود إلى هذا الجزء وحده.</translation>
  </message>
  <message>
   <source>The inner quotation is marked. The key again takes the one around it.</source>
   <translation>وُسم التنصيص الداخلي. والمفتاح ثانيةً يأخذ ما حوله.</translation>
  </message>
  <message>
   <source>The quotation around it is marked. The key again takes the next one around.</source>
   <translation>وُسم التنصيص المحيط. والمفتاح ثانيةً يأخذ الأوسع منه.</translation>
  </message>
  <message>
   <source>The quotation around it is marked. The key again takes the inner one.</source>
   <translation>وُسم التنصيص المحيط. والمفتاح ثانيةً يعود إلى الداخلي.</translation>
  </message>
  <message>
   <source>One part is marked. The key again takes the quotation around it.</source>
   <translation>وُسم جزء واحد. والمفتاح ثانيةً يأخذ التنصيص المحيط به.</translation>
  </message>
  <message>
   <source>One part is marked. The key again takes the inner quotation.</source>
   <translation>وُسم جزء واحد. والمفتاح ثانيةً يعود إلى التنصيص الداخلي.</translation>
  </message>
  <message>
   <source>All parts are marked as one quote. The key again takes the quotation around them.</source>
   <translation>وُسمت الأجزاء كلها اقتباسًا واحدًا. والمفتاح ثانيةً يأخذ التنصيص المحيط بها.</translation>
  </message>
  <message>
   <source>All parts are marked as one quote. The key again takes the inner quotation.</source>
   <translation>وُسمت الأجزاء كلها اقتباسًا واحدًا. والمفتاح ثانيةً يعود إلى التنصيص الداخلي.</translation>
  </message>
  <message>
   <source>The quotation is marked. The key again takes the report around it.</source>
   <translation>وُسم التنصيص. والمفتاح ثانيةً يأخذ الكلام المنقول حوله.</translation>
  </message>
  <message>
   <source>The quotation around it is marked. The key again takes a report.</source>
   <translation>وُسم التنصيص المحيط. والمفتاح ثانيةً يأخذ الكلام المنقول.</translation>
  </message>
  <message>
   <source>One part is marked. The key again takes a report.</source>
   <translation>وُسم جزء واحد. والمفتاح ثانيةً يأخذ الكلام المنقول.</translation>
  </message>
  <message>
   <source>All parts are marked as one quote. The key again takes a report.</source>
   <translation>وُسمت الأجزاء كلها اقتباسًا واحدًا. والمفتاح ثانيةً يأخذ الكلام المنقول.</translation>
  </message>
  <message>
   <source>The reported speech is marked. The key again takes more or less of it.</source>
   <translation>وُسم الكلام المنقول. والمفتاح ثانيةً يزيد منه أو ينقص.</translation>
  </message>
  <message>
   <source>A relation starts at an entity or a quote: go to one, then press {key}.</source>
   <translation>تبدأ العلاقة من كيان أو اقتباس: انتقل إليه ثم اضغط {key}.</translation>
  </message>
  <message>
   <source>The label set {name} has no relations: it is for entities and quotes.</source>
   <translation>لا علاقات في مجموعة الوسوم {name}: هي للكيانات والاقتباسات.</translation>
  </message>
  <message>
   <source>The label set admits no relation between this and anything here.</source>
   <translation>لا تسمح مجموعة الوسوم بعلاقة بين هذا وأي شيء في المقال.</translation>
  </message>
  <message>
   <source>The label set admits no relation between these two.</source>
   <translation>لا تجيز مجموعة الوسوم علاقة بين هذين.</translation>
  </message>
  <message>
   <source>pick where it begins</source>
   <translation>اختيار الطرف الأول</translation>
  </message>
  <message>
   <source>pick the target</source>
   <translation>اختيار الطرف الثاني</translation>
  </message>
  <message>
   <source>from here</source>
   <translation>من هنا</translation>
  </message>
  <message>
   <source>to here</source>
   <translation>إلى هنا</translation>
  </message>
  <message>
   <source>The label set admits no relation from here to anything in this article.</source>
   <translation>لا تجيز مجموعة الوسوم علاقة من هنا إلى أي شيء في هذا المقال.</translation>
  </message>
  <message>
   <source>The label set admits no relation from anything in this article to here.</source>
   <translation>لا تسمح مجموعة الوسوم بعلاقة من أي شيء في هذا المقال إلى هنا.</translation>
  </message>
  <message>
   <source>No target has the letters {letters}.</source>
   <translation>لا طرف له الحروف {letters}.</translation>
  </message>
  <message>
   <source>No admissible relation has the key {key}.</source>
   <translation>لا علاقة جائزة لها المفتاح {key}.</translation>
  </message>
  <message>
   <source>next target</source>
   <translation>الطرف التالي</translation>
  </message>
  <message>
   <source>further targets</source>
   <translation>أطراف أبعد</translation>
  </message>
  <message>
   <source>{words} will be marked, {number} of {count}</source>
   <translation>{words}، سيوسم، {number} من {count}</translation>
  </message>
  <message>
   <source>{words} is left out, {number} of {count}</source>
   <translation>{words}، مستبعد، {number} من {count}</translation>
  </message>
  <message>
   <source>mark {taken} of {found}</source>
   <translation>وسم {taken} من {found}</translation>
  </message>
  <message>
   <source>Mark the string once, or go to an entity that has it; then press {key}.</source>
   <translation>علِّم العبارة مرة واحدة، أو انتقل إلى كيان يحملها، ثم اضغط {key}.</translation>
  </message>
  <message>
   <source>Every same string in this article is marked already.</source>
   <translation>كل العبارات المطابقة في هذا المقال موسومة.</translation>
  </message>
  <message>
   <source>All other places are parts of other entities or words; {key} takes one all the same.</source>
   <translation>كل المواضع الأخرى أجزاء من كيانات أو كلمات أخرى؛ والمفتاح {key} يأخذ الموضع مع ذلك.</translation>
  </message>
  <message>
   <source>None is chosen. {key} takes one again.</source>
   <translation>لم يُختر شيء. المفتاح {key} يعيد الموضع.</translation>
  </message>
  <message>
   <source>leave out</source>
   <translation>استبعاد</translation>
  </message>
  <message>
   <source>take again</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <source>This entity has several fragments; only a single string can be repeated.</source>
   <translation>هذا الكيان من عدة مقاطع، ولا يتكرر إلا ما كان عبارة متصلة.</translation>
  </message>
  <message>
   <source>This entity has no letters to look for.</source>
   <translation>ليس في هذا الكيان حروف يُبحث عنها.</translation>
  </message>
  <message numerus="yes">
   <source>%n more marked; undo takes all of them back.</source>
   <translation>
    <numerusform>لم يوسم شيء.</numerusform>
    <numerusform>وُسم موضع آخر واحد؛ والتراجع يعيده.</numerusform>
    <numerusform>وُسم موضعان آخران؛ والتراجع يعيدهما معًا.</numerusform>
    <numerusform>وُسمت %n مواضع أخرى؛ والتراجع يعيدها كلها.</numerusform>
    <numerusform>وُسم %n موضعًا آخر؛ والتراجع يعيدها كلها.</numerusform>
    <numerusform>وُسم %n موضع آخر؛ والتراجع يعيدها كلها.</numerusform>
   </translation>
  </message>
  <message>
   <source>next</source>
   <translation>التالي</translation>
  </message>
  <message>
   <source>{file} cannot be written.</source>
   <translation>تتعذّر كتابة {file}.</translation>
  </message>
  <message>
   <source>There is no article {number} in {file}, which has {count}.</source>
   <translation>لا مقال رقمه {number} في {file}؛ فعدد مقالاته {count}.</translation>
  </message>
  <message>
   <source>Quoted by</source>
   <translation>على لسان</translation>
  </message>
  <message>
   <source>From {month}</source>
   <translation>من {month}</translation>
  </message>
  <message>
   <source>To {month}</source>
   <translation>إلى {month}</translation>
  </message>
  <message>
   <source>Anywhere, any spelling</source>
   <translation>في أي مكان وبأي رسم</translation>
  </message>
  <message>
   <source>As written</source>
   <translation>كما كُتب</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>كلمات كاملة</translation>
  </message>
  <message>
   <source>Beginnings of words</source>
   <translation>أوائل الكلمات</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>تعبير نمطي</translation>
  </message>
  <message>
   <source>What to search for</source>
   <translation>ما يُبحث عنه</translation>
  </message>
  <message>
   <source>How it is meant</source>
   <translation>كيف يُفهم</translation>
  </message>
  <message>
   <source>Label of the hits</source>
   <translation>وسم المواضع</translation>
  </message>
  <message>
   <source>Speaker of the quote that the hits are in</source>
   <translation>قائل الاقتباس الذي تقع فيه المواضع</translation>
  </message>
  <message>
   <source>State of the articles</source>
   <translation>حالة المقالات</translation>
  </message>
  <message>
   <source>Who worked on the articles</source>
   <translation>من عمل على المقالات</translation>
  </message>
  <message>
   <source>First day of the articles</source>
   <translation>أول يوم للمقالات</translation>
  </message>
  <message>
   <source>Last day of the articles</source>
   <translation>آخر يوم للمقالات</translation>
  </message>
  <message>
   <source>Any label</source>
   <translation>أي وسم</translation>
  </message>
  <message>
   <source>Any author</source>
   <translation>أي معلّق</translation>
  </message>
  <message>
   <source>Any state</source>
   <translation>أي حالة</translation>
  </message>
  <message>
   <source>All of these hits are marked so already.</source>
   <translation>كل هذه المواضع موسومة كذلك من قبل.</translation>
  </message>
  <message>
   <source>Mark hits</source>
   <translation>وسم المواضع</translation>
  </message>
  <message>
   <source>What is ticked becomes {label}.</source>
   <translation>يُوسم ما عليه علامة بالوسم «{label}».</translation>
  </message>
  <message>
   <source>Marked so already and left out: {already}.</source>
   <translation>متروك لأنه موسوم كذلك: {already}.</translation>
  </message>
  <message>
   <source>Parts of words, and what meets other entities, wait for a tick.</source>
   <translation>أجزاء الكلمات وما يلتقي بكيانات أخرى تنتظر أن تُختار.</translation>
  </message>
  <message>
   <source>Nothing was found. Anywhere and in any spelling, there may be more.</source>
   <translation>لم يُعثر على شيء. قد يوجد المزيد في أي مكان وبأي رسم.</translation>
  </message>
  <message>
   <source>Hits</source>
   <translation>المواضع</translation>
  </message>
  <message>
   <source>Type a word or a part of one: it is found in all articles as you type, however it is spelt and with whatever is written onto it.</source>
   <translation>اكتب كلمة أو جزءًا منها: تُعرض مواضعها في كل المقالات وأنت تكتب، كيفما رُسمت ومهما اتصل بها.</translation>
  </message>
  <message>
   <source>Looking … article {number} of {count}</source>
   <translation>جارٍ البحث… المقال {number} من {count}</translation>
  </message>
  <message>
   <source>Nothing was found.</source>
   <translation>لم يُعثر على شيء.</translation>
  </message>
  <message>
   <source>go to the hit</source>
   <translation>إلى الموضع</translation>
  </message>
  <message>
   <source>to the hits</source>
   <translation>إلى المواضع</translation>
  </message>
  <message>
   <source>choose all</source>
   <translation>اختيار الكل</translation>
  </message>
  <message>
   <source>a label’s key marks</source>
   <translation>مفتاح الوسم يَسِم</translation>
  </message>
  <message>
   <source>to the query</source>
   <translation>إلى عبارة البحث</translation>
  </message>
  <message>
   <source>{chosen} of {count} hits chosen</source>
   <translation>اختير {chosen} من {count} من المواضع</translation>
  </message>
  <message numerus="yes">
   <source>At least %n hits so far</source>
   <translation>
    <numerusform>لا مواضع حتى الآن</numerusform>
    <numerusform>موضع واحد على الأقل حتى الآن</numerusform>
    <numerusform>موضعان على الأقل حتى الآن</numerusform>
    <numerusform>%n مواضع على الأقل حتى الآن</numerusform>
    <numerusform>%n موضعًا على الأقل حتى الآن</numerusform>
    <numerusform>%n موضع على الأقل حتى الآن</numerusform>
   </translation>
  </message>
  <message>
   <source>The first {hits} hits; there may be more. Narrow the search.</source>
   <translation>أول {hits} من المواضع، وقد يكون هناك غيرها. ضيّق البحث.</translation>
  </message>
  <message>
   <source>Hits: {hits} · articles: {articles}</source>
   <translation>المواضع: {hits} · المقالات: {articles}</translation>
  </message>
  <message>
   <source>It was kept as {aside}.</source>
   <translation>حُفظ باسم {aside}.</translation>
  </message>
  <message>
   <source>The settings start from their defaults.</source>
   <translation>تبدأ الإعدادات من قيمها الأصلية.</translation>
  </message>
  <message>
   <source>It was left as it is.</source>
   <translation>تُرك كما هو.</translation>
  </message>
  <message>
   <source>The settings could not be written to {file}: {reason}.</source>
   <translation>تعذّرت كتابة الإعدادات في {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>Your annotations are not concerned.</source>
   <translation>ولا أثر لذلك في تعليقاتك.</translation>
  </message>
  <message>
   <source>{file} was written by a newer version of this program.</source>
   <translation>كتب {file} إصدارٌ أحدث من هذا البرنامج.</translation>
  </message>
  <message>
   <source>{file} is not a settings file: {reason}.</source>
   <translation>ليس {file} ملف إعدادات: {reason}.</translation>
  </message>
  <message>
   <source>{file} cannot be read: {reason}.</source>
   <translation>تتعذّر قراءة {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>Keys in {file} cannot be used: those of {actions}.</source>
   <translation>في {file} مفاتيح لا تصلح للاستعمال: {actions}.</translation>
  </message>
  <message>
   <source>They were put aside in the same file; these actions have their usual keys.</source>
   <translation>نُحّيت جانبًا في الملف نفسه، ولهذه الأوامر مفاتيحها المعتادة.</translation>
  </message>
  <message>
   <source>{title}, article {number} of {count}, {state}</source>
   <translation>{title}، المقال {number} من {count}، {state}</translation>
  </message>
  <message>
   <source>{words}, {label}, {number} of {count}</source>
   <translation>{words}، وسمه {label}، {number} من {count}</translation>
  </message>
  <message>
   <source>suggestion: {label}, {words}, {number} of {count}</source>
   <translation>اقتراح: {label}، {words}، {number} من {count}</translation>
  </message>
  <message>
   <source>from {head} to {tail}</source>
   <translation>من {head} إلى {tail}</translation>
  </message>
  <message>
   <source>quote, {type}, said by {speaker}</source>
   <translation>اقتباس {type}، قائله {speaker}</translation>
  </message>
  <message>
   <source>{word}, within {labels}</source>
   <translation>{word}، ضمن {labels}</translation>
  </message>
  <message>
   <source>relation {label}</source>
   <translation>علاقة {label}</translation>
  </message>
  <message>
   <source>quote, {type}</source>
   <translation>اقتباس {type}</translation>
  </message>
  <message>
   <source>Selected: {words}</source>
   <translation>المحدَّد: {words}</translation>
  </message>
  <message>
   <source>Articles to look around in and to try everything on.</source>
   <translation>مقالات للاطلاع عليها وتجربة كل شيء فيها.</translation>
  </message>
  <message>
   <source>Makes a project of the texts (.txt, .jsonl) of a folder.</source>
   <translation>ينشئ مشروعًا من نصوص مجلد (‎.txt و‎.jsonl).</translation>
  </message>
  <message>
   <source>An empty one, with a label set of your choice.</source>
   <translation>مشروع فارغ بمجموعة وسوم تختارها.</translation>
  </message>
  <message>
   <source>One that you or somebody else has begun.</source>
   <translation>مشروع بدأته أنت أو غيرك.</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>تباين عالٍ</translation>
  </message>
  <message>
   <source>Language: {choice}</source>
   <translation>اللغة: {choice}</translation>
  </message>
  <message>
   <source>Theme: {choice}</source>
   <translation>المظهر: {choice}</translation>
  </message>
  <message>
   <source>median of an article: {number}</source>
   <translation>وسيط المقال: {number}</translation>
  </message>
  <message>
   <source>{share} with speaker</source>
   <translation>{share} منها لها قائل</translation>
  </message>
  <message>
   <source>{count} not begun</source>
   <translation>لم يبدأ العمل على {count}</translation>
  </message>
  <message>
   <source>Words in all</source>
   <translation>مجموع الكلمات</translation>
  </message>
  <message>
   <source>Entities</source>
   <translation>الكيانات</translation>
  </message>
  <message>
   <source>Quotes</source>
   <translation>الاقتباسات</translation>
  </message>
  <message>
   <source>Relations</source>
   <translation>العلاقات</translation>
  </message>
  <message>
   <source>median {number}</source>
   <translation>الوسيط {number}</translation>
  </message>
  <message>
   <source>From {smallest} to {largest} words; half of all have {range}.</source>
   <translation>من {smallest} إلى {largest} كلمة؛ ونصفها {range}.</translation>
  </message>
  <message>
   <source>Lengths of articles, in words</source>
   <translation>أطوال المقالات بالكلمات</translation>
  </message>
  <message>
   <source>Lengths of quotes, in words</source>
   <translation>أطوال الاقتباسات بالكلمات</translation>
  </message>
  <message>
   <source>No quotes yet.</source>
   <translation>لا اقتباسات بعد.</translation>
  </message>
  <message>
   <source>{title}: median {median} words, half of all {low} to {high}, all {range}</source>
   <translation>{title}: الوسيط {median} كلمة، ونصفها بين {low} و{high}، وكلها {range}</translation>
  </message>
  <message>
   <source>Lengths by label, in words</source>
   <translation>الأطوال بحسب الوسم، بالكلمات</translation>
  </message>
  <message>
   <source>No annotations yet.</source>
   <translation>لا تعليقات بعد.</translation>
  </message>
  <message>
   <source>The number is the median; the band holds half of all, the line all.</source>
   <translation>الرقم هو الوسيط؛ والشريط يضمّ نصف الكل، والخط يضمّ الكل.</translation>
  </message>
  <message>
   <source>{title}: {number}, {share} of all</source>
   <translation>{title}: {number}، أي {share} من الكل</translation>
  </message>
  <message>
   <source>Entities within entities</source>
   <translation>كيانات داخل كيانات</translation>
  </message>
  <message>
   <source>No entities yet.</source>
   <translation>لا كيانات بعد.</translation>
  </message>
  <message>
   <source>How many entities lie in no other one, in one, in two …</source>
   <translation>كم كيانًا لا يقع داخل غيره، أو يقع داخل كيان، أو كيانين…</translation>
  </message>
  <message>
   <source>Without a source: {count}</source>
   <translation>بلا مصدر: {count}</translation>
  </message>
  <message>
   <source>Sources of the articles</source>
   <translation>مصادر المقالات</translation>
  </message>
  <message>
   <source>No article has a source.</source>
   <translation>لا مصدر لأي مقال.</translation>
  </message>
  <message>
   <source>Longer than fits here: {count}</source>
   <translation>أطول مما يسعه الرسم: {count}</translation>
  </message>
  <message>
   <source>{lengths} words: articles {number}</source>
   <translation>الطول {lengths} كلمة: المقالات {number}</translation>
  </message>
  <message>
   <source>Lengths of entities, in words</source>
   <translation>أطوال الكيانات بالكلمات</translation>
  </message>
  <message>
   <source>{lengths} words: quotes {number}</source>
   <translation>الطول {lengths} كلمة: الاقتباسات {number}</translation>
  </message>
  <message>
   <source>Outermost</source>
   <translation>الخارجي</translation>
  </message>
  <message>
   <source>Level {number}</source>
   <translation>المستوى {number}</translation>
  </message>
  <message>
   <source>{lengths} words: entities {number}</source>
   <translation>الطول {lengths} كلمة: الكيانات {number}</translation>
  </message>
  <message>
   <source>Not used yet: {labels}</source>
   <translation>لم تُستعمل بعد: {labels}</translation>
  </message>
  <message>
   <source>{title}: {number}, {share} of all, {rate}</source>
   <translation>{title}: {number}، أي {share} من الكل، {rate}</translation>
  </message>
  <message>
   <source>Parts of quotes</source>
   <translation>أجزاء الاقتباسات</translation>
  </message>
  <message>
   <source>Of how many quotes each part is marked.</source>
   <translation>كم اقتباسًا حُدّد له كل جزء.</translation>
  </message>
  <message>
   <source>{label}, from {head} to {tail}: {number}</source>
   <translation>{label}، من {head} إلى {tail}: {number}</translation>
  </message>
  <message>
   <source>Relations by the labels of their ends</source>
   <translation>العلاقات بحسب وسمي طرفيها</translation>
  </message>
  <message>
   <source>No relations yet.</source>
   <translation>لا علاقات بعد.</translation>
  </message>
  <message>
   <source>articles {articles} · words {words}</source>
   <translation>المقالات {articles} · الكلمات {words}</translation>
  </message>
  <message>
   <source>{title}: quotes {number}, articles {articles}, words quoted {words}</source>
   <translation>{title}: الاقتباسات {number}، المقالات {articles}، الكلمات المقتبسة {words}</translation>
  </message>
  <message>
   <source>Speakers</source>
   <translation>القائلون</translation>
  </message>
  <message>
   <source>No quote has a speaker yet.</source>
   <translation>لا قائل لأي اقتباس بعد.</translation>
  </message>
  <message>
   <source>Spans in several fragments</source>
   <translation>المديات ذات المقاطع المتعددة</translation>
  </message>
  <message>
   <source>No span has several fragments.</source>
   <translation>لا مدى من عدة مقاطع.</translation>
  </message>
  <message>
   <source>articles done {count}</source>
   <translation>المقالات المنجزة {count}</translation>
  </message>
  <message>
   <source>{title}: annotations {number}, {rest}</source>
   <translation>{title}: التعليقات {number}، {rest}</translation>
  </message>
  <message>
   <source>Annotations by author</source>
   <translation>التعليقات بحسب أصحابها</translation>
  </message>
  <message>
   <source>{title}: {number}, {share} of the label</source>
   <translation>{title}: {number}، أي {share} من الوسم</translation>
  </message>
  <message>
   <source>With their share of the label.</source>
   <translation>مع نسبتها من الوسم.</translation>
  </message>
  <message>
   <source>Entities by label</source>
   <translation>الكيانات بحسب الوسم</translation>
  </message>
  <message>
   <source>Quotes by type</source>
   <translation>الاقتباسات بحسب النوع</translation>
  </message>
  <message>
   <source>Relations by label</source>
   <translation>العلاقات بحسب الوسم</translation>
  </message>
  <message>
   <source>{period}: annotations made {number}</source>
   <translation>{period}: التعليقات الجديدة {number}</translation>
  </message>
  <message>
   <source>Annotations made</source>
   <translation>التعليقات الجديدة</translation>
  </message>
  <message>
   <source>What you annotate from now on appears here, day by day.</source>
   <translation>ما تعلّق عليه من الآن يظهر هنا يومًا بيوم.</translation>
  </message>
  <message>
   <source>What was undone and what came from files is left out.</source>
   <translation>لا يُحسب ما تُراجع عنه ولا ما جاء من ملفات.</translation>
  </message>
  <message>
   <source>{period}: articles finished {number}</source>
   <translation>{period}: المقالات المنجزة {number}</translation>
  </message>
  <message>
   <source>Done on a day that is not known: {count}</source>
   <translation>أُنجزت في يوم غير معروف: {count}</translation>
  </message>
  <message>
   <source>Articles finished</source>
   <translation>المقالات المنجزة</translation>
  </message>
  <message>
   <source>Articles that you mark done from now on appear here, day by day.</source>
   <translation>المقالات التي تُنجزها من الآن تظهر هنا يومًا بيوم.</translation>
  </message>
  <message>
   <source>week from {day}</source>
   <translation>الأسبوع من {day}</translation>
  </message>
  <message>
   <source>Without a date: {count}</source>
   <translation>بلا تاريخ: {count}</translation>
  </message>
  <message>
   <source>{period}: articles {number}</source>
   <translation>{period}: المقالات {number}</translation>
  </message>
  <message>
   <source>Dates of the articles</source>
   <translation>تواريخ المقالات</translation>
  </message>
  <message>
   <source>No article has a date.</source>
   <translation>لا تاريخ لأي مقال.</translation>
  </message>
  <message>
   <source>Copied as text.</source>
   <translation>نُسخ نصًّا.</translation>
  </message>
  <message>
   <source>Counting … article {number} of {count}</source>
   <translation>جارٍ العدّ… المقال {number} من {count}</translation>
  </message>
  <message>
   <source>This could not be counted.</source>
   <translation>تعذّر الإحصاء.</translation>
  </message>
  <message>
   <source>Whose work is counted</source>
   <translation>صاحب العمل الذي يُحصى</translation>
  </message>
  <message>
   <source>next chart</source>
   <translation>الرسم التالي</translation>
  </message>
  <message>
   <source>next row</source>
   <translation>الصف التالي</translation>
  </message>
  <message>
   <source>copy as text</source>
   <translation>نسخ نصًّا</translation>
  </message>
  <message>
   <source>Copy all charts as text</source>
   <translation>نسخ كل الرسوم نصًّا</translation>
  </message>
  <message>
   <source>Tables…</source>
   <translation>الجداول…</translation>
  </message>
  <message>
   <source>Write all tables to files (CSV)</source>
   <translation>كتابة كل الجداول في ملفات (CSV)</translation>
  </message>
  <message>
   <source>Pictures…</source>
   <translation>الصور…</translation>
  </message>
  <message>
   <source>Write all charts to pictures (PNG)</source>
   <translation>كتابة كل الرسوم صورًا (PNG)</translation>
  </message>
  <message>
   <source>The first {shown} of {count}; the tables have all.</source>
   <translation>أول {shown} من {count}؛ وفي الجداول كلها.</translation>
  </message>
  <message>
   <source>{number} per 1,000 words</source>
   <translation>{number} لكل 1,000 كلمة</translation>
  </message>
  <message>
   <source>{word} · word {number}</source>
   <translation>{word} · الكلمة {number}</translation>
  </message>
  <message numerus="yes">
   <source>%n words selected</source>
   <translation>
    <numerusform>لا كلمات محددة</numerusform>
    <numerusform>كلمة واحدة محددة</numerusform>
    <numerusform>كلمتان محددتان</numerusform>
    <numerusform>%n كلمات محددة</numerusform>
    <numerusform>%n كلمة محددة</numerusform>
    <numerusform>%n كلمة محددة</numerusform>
   </translation>
  </message>
  <message>
   <source>accept</source>
   <translation>قبول</translation>
  </message>
  <message>
   <source>reject</source>
   <translation>رفض</translation>
  </message>
  <message>
   <source>{words} will be accepted, {number} of {count}</source>
   <translation>ستُقبل {words}، {number} من {count}</translation>
  </message>
  <message>
   <source>accept {taken} of {found}</source>
   <translation>قبول {taken} من {found}</translation>
  </message>
  <message>
   <source>Go to a suggestion first, with {key}.</source>
   <translation>انتقل أولًا إلى اقتراح بالمفتاح {key}.</translation>
  </message>
  <message>
   <source>No other suggestion like this one has been on the screen.</source>
   <translation>لم يظهر على الشاشة اقتراح آخر يماثل هذا.</translation>
  </message>
  <message numerus="yes">
   <source>%n accepted; undo takes all of them back.</source>
   <translation>
    <numerusform>لم يُقبل شيء.</numerusform>
    <numerusform>قُبل اقتراح واحد؛ والتراجع يعيده.</numerusform>
    <numerusform>قُبل اقتراحان؛ والتراجع يعيدهما معًا.</numerusform>
    <numerusform>قُبلت %n اقتراحات؛ والتراجع يعيدها كلها.</numerusform>
    <numerusform>قُبل %n اقتراحًا؛ والتراجع يعيدها كلها.</numerusform>
    <numerusform>قُبل %n اقتراح؛ والتراجع يعيدها كلها.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is so already.</source>
   <translation>هو كذلك من قبل.</translation>
  </message>
  <message>
   <source>No suggestion is left in this article.</source>
   <translation>لم يبقَ اقتراح في هذا المقال.</translation>
  </message>
  <message>
   <source>This is the only suggestion that is left.</source>
   <translation>هذا هو الاقتراح الوحيد الباقي.</translation>
  </message>
  <message>
   <source>Nothing is suggested in this article.</source>
   <translation>لا اقتراح في هذا المقال.</translation>
  </message>
  <message numerus="yes">
   <source>Suggested for %n articles.</source>
   <translation>
    <numerusform>لم يُقترح لأي مقال.</numerusform>
    <numerusform>اقتُرح لمقال واحد.</numerusform>
    <numerusform>اقتُرح لمقالين.</numerusform>
    <numerusform>اقتُرح لـ%n مقالات.</numerusform>
    <numerusform>اقتُرح لـ%n مقالًا.</numerusform>
    <numerusform>اقتُرح لـ%n مقال.</numerusform>
   </translation>
  </message>
  <message>
   <source>Suggesting for all articles</source>
   <translation>يجري الاقتراح لكل المقالات</translation>
  </message>
  <message>
   <source>Learning from the finished articles</source>
   <translation>يجري التعلّم من المقالات المنجزة</translation>
  </message>
  <message>
   <source>Stopped. What was suggested by then stays.</source>
   <translation>أُوقف. ويبقى ما اقتُرح حتى الآن.</translation>
  </message>
  <message>
   <source>Learned from {articles} articles. Only {label} is marked there, so that nothing else can be suggested.</source>
   <translation>اكتمل التعلّم، وعدد مقالاته: {articles}. لم يُوسم فيها إلا {label}، فلا يمكن اقتراح غيره.</translation>
  </message>
  <message>
   <source>Learned from {articles} articles with {entities} entities.</source>
   <translation>اكتمل التعلّم: المقالات {articles}، والكيانات {entities}.</translation>
  </message>
  <message>
   <source>Folder with a BERT model that names entities</source>
   <translation>مجلد فيه نموذج BERT يسمّي الكيانات</translation>
  </message>
  <message>
   <source>{accept} accepts, {reject} rejects</source>
   <translation>{accept} للقبول، {reject} للرفض</translation>
  </message>
  <message>
   <source>{label} · {sureness} · suggested by {models}, changed since</source>
   <translation>{label} · {sureness} · باقتراح من {models}، ثم عُدِّل</translation>
  </message>
  <message>
   <source>{label} · {sureness} · suggested by {models}</source>
   <translation>{label} · {sureness} · باقتراح من {models}</translation>
  </message>
  <message>
   <source>{key} goes to the next one</source>
   <translation>{key} إلى الاقتراح التالي</translation>
  </message>
  <message numerus="yes">
   <source>%n suggestions left</source>
   <translation>
    <numerusform>لا اقتراحات باقية</numerusform>
    <numerusform>بقي اقتراح واحد</numerusform>
    <numerusform>بقي اقتراحان</numerusform>
    <numerusform>بقيت %n اقتراحات</numerusform>
    <numerusform>بقي %n اقتراحًا</numerusform>
    <numerusform>بقي %n اقتراح</numerusform>
   </translation>
  </message>
  <message>
   <source>Suggestions are hidden now.</source>
   <translation>أُخفيت الاقتراحات.</translation>
  </message>
  <message>
   <source>Suggestions are shown again.</source>
   <translation>عادت الاقتراحات إلى الظهور.</translation>
  </message>
  <message>
   <source>Suggestions are made when an article is opened.</source>
   <translation>تُعدّ الاقتراحات عند فتح المقال.</translation>
  </message>
  <message>
   <source>Suggestions are made only when you ask for them.</source>
   <translation>لا تُعدّ الاقتراحات إلا حين تطلبها.</translation>
  </message>
  <message>
   <source>{model}, {score}, changed</source>
   <translation>{model}، {score}، وعُدِّل</translation>
  </message>
  <message>
   <source>{model}, {score}</source>
   <translation>{model}، بدرجة {score}</translation>
  </message>
  <message>
   <source>{one} and {other}</source>
   <translation>{one} و{other}</translation>
  </message>
  <message>
   <source>almost sure</source>
   <translation>شبه مؤكد</translation>
  </message>
  <message>
   <source>rather sure</source>
   <translation>مرجَّح</translation>
  </message>
  <message>
   <source>not sure</source>
   <translation>غير مؤكد</translation>
  </message>
  <message>
   <source>in doubt</source>
   <translation>مشكوك فيه</translation>
  </message>
  <message>
   <source>Origin</source>
   <translation>باقتراح من</translation>
  </message>
  <message>
   <source>Written: {folder}, {count} files.</source>
   <translation>كُتب المجلد {folder}، وعدد ملفاته {count}.</translation>
  </message>
  <message>
   <source>The font {font} is not on this machine; articles are set in {family}.</source>
   <translation>الخط {font} غير موجود على هذا الجهاز، فتُعرض المقالات بالخط {family}.</translation>
  </message>
  <message>
   <source>Choose another one in the menu View.</source>
   <translation>اختر خطًا آخر من قائمة «عرض».</translation>
  </message>
  <message>
   <source>There is nothing to undo in this article.</source>
   <translation>لا شيء للتراجع عنه في هذا المقال.</translation>
  </message>
  <message>
   <source>There is nothing to redo in this article.</source>
   <translation>لا شيء لإعادته في هذا المقال.</translation>
  </message>
  <message numerus="yes">
   <source>Taken back in %n articles.</source>
   <translation>
    <numerusform>لم يُتراجع عن شيء.</numerusform>
    <numerusform>تم التراجع في مقال واحد.</numerusform>
    <numerusform>تم التراجع في مقالين.</numerusform>
    <numerusform>تم التراجع في %n مقالات.</numerusform>
    <numerusform>تم التراجع في %n مقالًا.</numerusform>
    <numerusform>تم التراجع في %n مقال.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Done again in %n articles.</source>
   <translation>
    <numerusform>لم يُعَد شيء.</numerusform>
    <numerusform>أُعيد العمل في مقال واحد.</numerusform>
    <numerusform>أُعيد العمل في مقالين.</numerusform>
    <numerusform>أُعيد العمل في %n مقالات.</numerusform>
    <numerusform>أُعيد العمل في %n مقالًا.</numerusform>
    <numerusform>أُعيد العمل في %n مقال.</numerusform>
   </translation>
  </message>
  <message>
   <source>Check an export</source>
   <translation>فحص بيانات مصدَّرة</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>جارٍ الفحص…</translation>
  </message>
  <message>
   <source>Checked {folder}; problems: {count}.</source>
   <translation>فُحص المجلد {folder}، وعدد المشكلات: {count}.</translation>
  </message>
  <message>
   <source>This is the last article.</source>
   <translation>هذا آخر مقال.</translation>
  </message>
  <message>
   <source>This is the first article.</source>
   <translation>هذا أول مقال.</translation>
  </message>
  <message>
   <source>This article was drawn by lot, so that the model meets something new.</source>
   <translation>اختير هذا المقال بالقرعة كي يلقى النموذج جديدًا.</translation>
  </message>
  <message>
   <source>The model is least sure of this article: {percent}% of its words are in doubt.</source>
   <translation>هذا أقل المقالات وضوحًا للنموذج: يشكّ في {percent}% من كلماته.</translation>
  </message>
  <message>
   <source>The next article is the next one in the list.</source>
   <translation>المقال التالي هو الذي يليه في القائمة.</translation>
  </message>
  <message>
   <source>This article counts as unfinished again.</source>
   <translation>عُدّ هذا المقال غير منجز من جديد.</translation>
  </message>
  <message>
   <source>No unfinished article is left in the list. {key}, then Esc, shows all.</source>
   <translation>لم يبقَ في القائمة مقال غير منجز. اضغط {key} ثم Esc لإظهار الكل.</translation>
  </message>
  <message>
   <source>No unfinished article is left.</source>
   <translation>لم يبقَ مقال غير منجز.</translation>
  </message>
  <message>
   <source>The next article is the next one in the list, until something was learned.</source>
   <translation>المقال التالي هو الذي يليه في القائمة، إلى أن يُتعلَّم شيء.</translation>
  </message>
  <message>
   <source>The next article is the one from which the model learns most.</source>
   <translation>المقال التالي هو الذي يتعلّم منه النموذج أكثر.</translation>
  </message>
  <message>
   <source>Article</source>
   <translation>المقال</translation>
  </message>
  <message>
   <source>A process that looked for suggestions was ended from outside.</source>
   <translation>أُنهيت من الخارج عملية كانت تبحث عن اقتراحات.</translation>
  </message>
  <message>
   <source>The suggestions of the articles before stay; the same command goes on.</source>
   <translation>تبقى اقتراحات المقالات السابقة؛ والأمر نفسه يتابع.</translation>
  </message>
  <message>
   <source>Nobody called {author} has annotated here.</source>
   <translation>لم يعلّق هنا أحد باسم {author}.</translation>
  </message>
  <message>
   <source>To judge suggesters, at least {least} articles have to be finished; {count} are.</source>
   <translation>لتقييم المُقترِحات يجب إنجاز {least} من المقالات على الأقل؛ والمنجز {count}.</translation>
  </message>
  <message>
   <source>Files of the format {format} cannot be written.</source>
   <translation>لا يمكن كتابة ملفات بالصيغة {format}.</translation>
  </message>
  <message>
   <source>Nobody called {layer} has annotated here.</source>
   <translation>لم يعلّق هنا أحد اسمه {layer}.</translation>
  </message>
  <message>
   <source>The authors are: {layers}.</source>
   <translation>أصحاب التعليقات هم: {layers}.</translation>
  </message>
  <message>
   <source>Nobody has annotated yet.</source>
   <translation>لم يعلّق أحد بعد.</translation>
  </message>
  <message>
   <source>There are no texts in this folder: no file in it ends in {endings}.</source>
   <translation>لا نصوص في هذا المجلد: لا ملف فيه ينتهي اسمه بإحدى هذه: {endings}.</translation>
  </message>
  <message>
   <source>This is a Word or Excel file.</source>
   <translation>هذا ملف Word أو Excel.</translation>
  </message>
  <message>
   <source>Save it as plain text or CSV, in UTF-8.</source>
   <translation>احفظه نصًّا عاديًّا أو CSV بترميز UTF-8.</translation>
  </message>
  <message>
   <source>There are no texts in this zip: no file in it ends in {endings}.</source>
   <translation>لا نصوص في هذا الملف المضغوط: لا ملف فيه ينتهي بأحد هذه: {endings}.</translation>
  </message>
  <message>
   <source>There are no guideline pages in {folder}.</source>
   <translation>لا صفحات إرشادات في {folder}.</translation>
  </message>
  <message>
   <source>Their files are called ar.md, en.md, or like quotes.ar.md.</source>
   <translation>تُسمّى ملفاتها ar.md وen.md أو على مثال quotes.ar.md.</translation>
  </message>
  <message>
   <source>The project {file} has no guideline pages.</source>
   <translation>ليس في المشروع {file} صفحات إرشادات.</translation>
  </message>
  <message>
   <source>{file} is too large for a guideline page, which has {most} characters at most.</source>
   <translation>الملف {file} أكبر من أن يكون صفحة إرشادات، وأقصاها {most} حرف.</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be made: {reason}.</source>
   <translation>يتعذّر إنشاء المجلد {folder}: ‏{reason}.</translation>
  </message>
  <message>
   <source>The folder {folder} cannot be read: {reason}.</source>
   <translation>تتعذّر قراءة المجلد {folder}: {reason}.</translation>
  </message>
  <message>
   <source>Byte {position} of {file} is not UTF-8.</source>
   <translation>البايت {position} من {file} ليس من UTF-8.</translation>
  </message>
  <message>
   <source>Save the page as UTF-8.</source>
   <translation>احفظ الصفحة بترميز UTF-8.</translation>
  </message>
  <message>
   <source>The guideline pages of the project stay as they are.</source>
   <translation>تبقى صفحات الإرشادات في المشروع كما هي.</translation>
  </message>
  <message>
   <source>An author's name has 1 to {most} characters that can be seen.</source>
   <translation>يتكوّن اسم صاحب التعليقات من حرف واحد إلى {most} من الحروف المرئية.</translation>
  </message>
  <message>
   <source>The row has annotations, but does not say whose they are.</source>
   <translation>في الصف تعليقات لا يُعرف صاحبها.</translation>
  </message>
  <message>
   <source>Give the name: --author NAME.</source>
   <translation>اذكر الاسم: ‎--author NAME.</translation>
  </message>
  <message>
   <source>Other files in it are not part of this and were left out: {count}, such as {name}.</source>
   <translation>فيه ملفات أخرى ليست من هذا وتُركت: {count}، منها {name}.</translation>
  </message>
  <message>
   <source>The process that learned was ended from outside.</source>
   <translation>أُنهيت من الخارج العملية التي كانت تتعلّم.</translation>
  </message>
  <message>
   <source>What was learned before stays.</source>
   <translation>يبقى ما تُعلِّم سابقًا.</translation>
  </message>
  <message>
   <source>Try again; it may need more memory than is free.</source>
   <translation>أعد المحاولة؛ ربما احتاجت إلى ذاكرة أكبر من المتاح.</translation>
  </message>
  <message>
   <source>Map it to one that it has, --map {label}=LABEL, or leave such annotations out: --map {label}=.</source>
   <translation>حوِّله إلى وسم من وسومها: ‎--map {label}=LABEL‎، أو اترك ما كان به من تعليقات: ‎--map {label}=.</translation>
  </message>
  <message>
   <source>{pair} maps no label.</source>
   <translation>لا يحوّل {pair} وسمًا إلى آخر.</translation>
  </message>
  <message>
   <source>Write --map OLD=NEW.</source>
   <translation>اكتب ‎--map OLD=NEW.</translation>
  </message>
  <message>
   <source>The label set has no label {label} to map {old} to.</source>
   <translation>ليس في مجموعة الوسوم وسم {label} ليُحوَّل إليه {old}.</translation>
  </message>
  <message>
   <source>It has: {labels}.</source>
   <translation>وسومها: {labels}.</translation>
  </message>
  <message>
   <source>The label set has no entity {label}.</source>
   <translation>ليس في مجموعة الوسوم كيان {label}.</translation>
  </message>
  <message>
   <source>The label set has no relation {label}.</source>
   <translation>ليس في مجموعة الوسوم علاقة {label}.</translation>
  </message>
  <message>
   <source>There is no type of quote called {label}.</source>
   <translation>لا نوع للاقتباس اسمه {label}.</translation>
  </message>
  <message>
   <source>Rows of {file} that look annotated, in a form that is not read: {rows}. Their annotations were kept as metadata.</source>
   <translation>صفوف في {file} يبدو أن فيها تعليقات بصيغة لا تُقرأ: {rows}. حُفظت تعليقاتها ضمن البيانات الوصفية.</translation>
  </message>
  <message>
   <source>Rejected in {file}: {rows}. The files themselves are as they were.</source>
   <translation>المرفوض في {file}: ‏{rows}. والملفات نفسها باقية كما كانت.</translation>
  </message>
  <message>
   <source>{file} was recognised as {format}.</source>
   <translation>عُرف {file} على أنه {format}.</translation>
  </message>
  <message>
   <source>Files recognised as {format}: {count}.</source>
   <translation>ملفات عُرفت على أنها {format}: ‏{count}.</translation>
  </message>
  <message>
   <source>{file}, line {line}</source>
   <translation>{file}، السطر {line}</translation>
  </message>
  <message>
   <source>Rejected rows of {file}: {rows}, kept in {path}.</source>
   <translation>الصفوف المرفوضة من {file}: ‏{rows}، وقد حُفظت في {path}.</translation>
  </message>
  <message>
   <source>Rejected rows of {file}: {rows}. They could not be kept beside it ({reason}); the file itself was not changed.</source>
   <translation>الصفوف المرفوضة من {file}: ‏{rows}. تعذّر حفظها إلى جانبه ({reason})، أما الملف نفسه فلم يتغيّر.</translation>
  </message>
  <message>
   <source>({count} times)</source>
   <translation>(عدد المرات: {count})</translation>
  </message>
  <message>
   <source>The row breaks the schema at {place}: {reason}.</source>
   <translation>الصف يخالف المخطط عند {place}: {reason}.</translation>
  </message>
  <message>
   <source>The id {id} is there more than once.</source>
   <translation>المعرّف {id} مكرر.</translation>
  </message>
  <message>
   <source>The row is not in the form {form}: {detail}.</source>
   <translation>ليس الصف بالصيغة {form}: ‏{detail}.</translation>
  </message>
  <message>
   <source>The row is no JSON: {reason}.</source>
   <translation>الصف ليس JSON: {reason}.</translation>
  </message>
  <message>
   <source>The annotation {id} refers to {missing}, which is not there.</source>
   <translation>التوسيم {id} يشير إلى {missing} وهو غير موجود.</translation>
  </message>
  <message>
   <source>The sample project {file} cannot be made: {reason}.</source>
   <translation>يتعذّر إنشاء مشروع العيّنة {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>There is a file {file} already.</source>
   <translation>يوجد ملف {file} من قبل.</translation>
  </message>
  <message>
   <source>The article {id} is in {part} and in {other}.</source>
   <translation>المقال {id} في {part} وفي {other} معًا.</translation>
  </message>
  <message>
   <source>The split is by source, but the source {source} is in {part} and in {other}.</source>
   <translation>التقسيم بحسب المصدر، لكن المصدر {source} في {part} وفي {other} معًا.</translation>
  </message>
  <message>
   <source>{one} in {part} and {two} in {other} are near-duplicates.</source>
   <translation>المقال {one} في {part} والمقال {two} في {other} شبه مكررين.</translation>
  </message>
  <message>
   <source>{part}: articles {articles} ({percent}%), rows {rows}.</source>
   <translation>{part}: المقالات {articles} ({percent}%)، الصفوف {rows}.</translation>
  </message>
  <message>
   <source>Groups of near-duplicates, each kept on one side: {count}.</source>
   <translation>مجموعات المقالات شبه المكررة، وكل مجموعة منها في جهة واحدة: {count}.</translation>
  </message>
  <message>
   <source>Articles without a date, all of which are in train: {count}.</source>
   <translation>مقالات بلا تاريخ، وُضعت كلها في جزء التدريب train: {count}.</translation>
  </message>
  <message>
   <source>Articles without a source, each taken for a source of its own: {count}.</source>
   <translation>مقالات بلا مصدر، عُدّ كل منها مصدرًا قائمًا بذاته: {count}.</translation>
  </message>
  <message>
   <source>The folder {folder} has another export: {format}.</source>
   <translation>في المجلد {folder} تصدير آخر: {format}.</translation>
  </message>
  <message>
   <source>Name an empty folder, or one that is not there yet.</source>
   <translation>اختر مجلدًا فارغًا أو غير موجود بعد.</translation>
  </message>
  <message>
   <source>{file} is a file, and this format needs a folder.</source>
   <translation>{file} ملف، وهذه الصيغة تحتاج إلى مجلد.</translation>
  </message>
  <message>
   <source>Name a folder that is not there yet, or a file that ends in .zip.</source>
   <translation>اختر اسمًا لمجلد غير موجود بعد، أو لملف ينتهي بـ ‎.zip.</translation>
  </message>
  <message>
   <source>The folder {folder} has files that no export has made.</source>
   <translation>في المجلد {folder} ملفات لم يكتبها تصدير.</translation>
  </message>
  <message>
   <source>{file} was not stored as it was written.</source>
   <translation>لم يُخزَّن {file} كما كُتب.</translation>
  </message>
  <message>
   <source>{file} has been added or changed since the folder {folder} was exported.</source>
   <translation>أُضيف {file} أو غُيِّر منذ تصدير المجلد {folder}.</translation>
  </message>
  <message>
   <source>Move it away, or name another folder.</source>
   <translation>انقله من هنا، أو اختر مجلدًا آخر.</translation>
  </message>
  <message>
   <source>{file} is not a dataset card of this program.</source>
   <translation>{file} ليس بطاقة بيانات من هذا البرنامج.</translation>
  </message>
  <message>
   <source>The file has been changed since the export.</source>
   <translation>تغيّر الملف بعد التصدير.</translation>
  </message>
  <message>
   <source>The file has been changed since the export: {reason}</source>
   <translation>تغيّر الملف بعد التصدير: {reason}</translation>
  </message>
  <message>
   <source>There is no dataset card {file}, or it cannot be read: {reason}</source>
   <translation>لا توجد بطاقة بيانات {file} أو لا يمكن قراءتها: {reason}</translation>
  </message>
  <message>
   <source>The card says of {part}: {said}. The files have: {found}.</source>
   <translation>تذكر البطاقة عن {part}: {said}. وفي الملفات: {found}.</translation>
  </message>
  <message>
   <source>The file is not in the card.</source>
   <translation>الملف غير مذكور في البطاقة.</translation>
  </message>
  <message>
   <source>Files checked: {files}, rows: {rows}; problems: {problems}.</source>
   <translation>الملفات المفحوصة: {files}، الصفوف: {rows}؛ المشكلات: {problems}.</translation>
  </message>
  <message>
   <source>Files checked by their checksums: {files}. Articles of this format cannot be read again to be counted; problems: {problems}.</source>
   <translation>الملفات المفحوصة ببصماتها: {files}. لا يمكن أن تُقرأ مقالات هذه الصيغة ثانية لتُعدّ؛ المشكلات: {problems}.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {reason}.</source>
   <translation>تتعذّر كتابة {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>{file} is a folder.</source>
   <translation>{file} مجلد.</translation>
  </message>
  <message>
   <source>Name a file in it.</source>
   <translation>سمِّ ملفًا فيه.</translation>
  </message>
  <message>
   <source>{file} is no ordinary file.</source>
   <translation>ليس {file} ملفًا عاديًا.</translation>
  </message>
  <message>
   <source>{file} is a project, which an export would destroy.</source>
   <translation>{file} مشروع، والتصدير إليه يتلفه.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>اختر اسمًا آخر.</translation>
  </message>
  <message>
   <source>{file} is write-protected.</source>
   <translation>{file} محمي من الكتابة.</translation>
  </message>
  <message>
   <source>The disk has no room for {file}.</source>
   <translation>لا متّسع في القرص للملف {file}.</translation>
  </message>
  <message>
   <source>You may not write in the folder {folder}.</source>
   <translation>ليس لك أن تكتب في المجلد {folder}.</translation>
  </message>
  <message>
   <source>Nothing was exported; what was there before is untouched.</source>
   <translation>لم يُصدَّر شيء، وما كان هناك من قبل لم يُمسّ.</translation>
  </message>
  <message>
   <source>JSON Lines</source>
   <translation>أسطر JSON</translation>
  </message>
  <message>
   <source>Plain text</source>
   <translation>نص عادي</translation>
  </message>
  <message>
   <source>Sheet with commas</source>
   <translation>جدول بفواصل (CSV)</translation>
  </message>
  <message>
   <source>Sheet with tabs</source>
   <translation>جدول بمسافات جدولة (TSV)</translation>
  </message>
  <message>
   <source>brat standoff</source>
   <translation>صيغة brat</translation>
  </message>
  <message>
   <source>UIMA XMI for INCEpTION</source>
   <translation>UIMA XMI لبرنامج INCEpTION</translation>
  </message>
  <message>
   <source>CoNLL-2003 columns</source>
   <translation>أعمدة CoNLL-2003</translation>
  </message>
  <message>
   <source>Wojood nested tags</source>
   <translation>وسوم «وجود» المتداخلة</translation>
  </message>
  <message>
   <source>doccano</source>
   <translation>صيغة doccano</translation>
  </message>
  <message>
   <source>Prodigy</source>
   <translation>صيغة Prodigy</translation>
  </message>
  <message>
   <source>Label Studio</source>
   <translation>صيغة Label Studio</translation>
  </message>
  <message>
   <source>spaCy</source>
   <translation>صيغة spaCy</translation>
  </message>
  <message>
   <source>Hugging Face datasets</source>
   <translation>مجموعات بيانات Hugging Face</translation>
  </message>
  <message>
   <source>DocRED</source>
   <translation>صيغة DocRED</translation>
  </message>
  <message>
   <source>REBEL</source>
   <translation>صيغة REBEL</translation>
  </message>
  <message>
   <source>Quotes in columns</source>
   <translation>اقتباسات في أعمدة</translation>
  </message>
  <message>
   <source>There is no format {name}.</source>
   <translation>لا صيغة اسمها {name}.</translation>
  </message>
  <message>
   <source>The formats are: {names}.</source>
   <translation>الصيغ هي: {names}.</translation>
  </message>
  <message>
   <source>The file is in none of the formats that have such names.</source>
   <translation>ليس الملف بأيٍّ من الصيغ التي لها أسماء كهذه.</translation>
  </message>
  <message>
   <source>The name of this file does not tell its format.</source>
   <translation>لا تُعرف صيغة هذا الملف من اسمه.</translation>
  </message>
  <message>
   <source>Name it: --format with one of {names}.</source>
   <translation>سمِّها: ‎--format مع واحدة من {names}.</translation>
  </message>
  <message>
   <source>This may be any of: {titles}.</source>
   <translation>قد يكون هذا أيًّا من: {titles}.</translation>
  </message>
  <message>
   <source>Name its format: --format with one of {names}.</source>
   <translation>اذكر الصيغة: ‎--format مع واحدة من {names}.</translation>
  </message>
  <message>
   <source>The file is empty.</source>
   <translation>الملف فارغ.</translation>
  </message>
  <message>
   <source>This is one file of {title}, which belongs together with others.</source>
   <translation>هذا ملف واحد من عدة ملفات ({title})، ولا يُقرأ إلا معها.</translation>
  </message>
  <message>
   <source>Name the folder that it is in, or a zip of that folder.</source>
   <translation>سمِّ المجلد الذي هو فيه، أو ملف zip لذلك المجلد.</translation>
  </message>
  <message>
   <source>Line {line} is not JSON: {detail}.</source>
   <translation>السطر {line} ليس JSON: {detail}.</translation>
  </message>
  <message>
   <source>The file ends in the middle, on line {line}.</source>
   <translation>ينتهي الملف في وسطه، عند السطر {line}.</translation>
  </message>
  <message>
   <source>Behind the end of the array there is more, on line {line}.</source>
   <translation>بعد نهاية المصفوفة شيء آخر، عند السطر {line}.</translation>
  </message>
  <message>
   <source>The item on line {line} is longer than {most} MB.</source>
   <translation>العنصر عند السطر {line} أطول من {most} م.ب.</translation>
  </message>
  <message>
   <source>Line {line} is nested too deeply.</source>
   <translation>السطر {line} متداخل إلى عمق مفرط.</translation>
  </message>
  <message>
   <source>Line {line} has a byte 0x{byte:02X}, which is not UTF-8.</source>
   <translation>في السطر {line} البايت 0x{byte:02X}، وليس من UTF-8.</translation>
  </message>
  <message>
   <source>The file cannot be read: {reason}.</source>
   <translation>تتعذّر قراءة الملف: {reason}.</translation>
  </message>
  <message>
   <source>There is no such file.</source>
   <translation>لا ملف كهذا.</translation>
  </message>
  <message>
   <source>You may not read this file.</source>
   <translation>ليس لك أن تقرأ هذا الملف.</translation>
  </message>
  <message>
   <source>Files of the format {format} cannot be read.</source>
   <translation>لا يمكن قراءة ملفات بالصيغة {format}.</translation>
  </message>
  <message>
   <source>This is {kind}, not plain text.</source>
   <translation>هذا {kind} وليس نصًا مجردًا.</translation>
  </message>
  <message>
   <source>Save its text as UTF-8.</source>
   <translation>احفظ نصه بترميز UTF-8.</translation>
  </message>
  <message>
   <source>This format is a folder of files, or a zip of one.</source>
   <translation>هذه الصيغة مجلد من الملفات، أو ملف zip منه.</translation>
  </message>
  <message>
   <source>There are annotations, but no text beside them.</source>
   <translation>هنا تعليقات، ولا نص بجانبها.</translation>
  </message>
  <message>
   <source>{file} of its list is not there.</source>
   <translation>{file} مذكور في القائمة، وليس موجودًا.</translation>
  </message>
  <message>
   <source>This is no line of brat: {line}.</source>
   <translation>ليس هذا سطرًا من أسطر brat: ‏{line}.</translation>
  </message>
  <message>
   <source>Lines begin with T, R, E, A, M, N, * or #, a number, and a tab.</source>
   <translation>تبدأ الأسطر بأحد الرموز T وR وE وA وM وN و* و#، ثم رقم وعلامة جدولة.</translation>
  </message>
  <message>
   <source>There is a line {id} already.</source>
   <translation>يوجد سطر باسم {id} من قبل.</translation>
  </message>
  <message>
   <source>Byte {position} of the file, on line {line}, is 0x{byte:02X}, which is not {encoding}.</source>
   <translation>البايت {position} من الملف، في السطر {line}، هو 0x{byte:02X}، وليس من {encoding}.</translation>
  </message>
  <message>
   <source>Byte {position} of the line (0x{byte:02X}) is not UTF-8.</source>
   <translation>البايت {position} من السطر (0x{byte:02X}) ليس من UTF-8.</translation>
  </message>
  <message>
   <source>The row is not JSON: {detail}.</source>
   <translation>ليس الصف بصيغة JSON: ‏{detail}.</translation>
  </message>
  <message>
   <source>The span {start}–{end} reaches beyond the text, which has {length} characters.</source>
   <translation>المدى {start}–{end} يتجاوز النص، وطوله {length} حرفًا.</translation>
  </message>
  <message>
   <source>There is no line {id} that could be meant here.</source>
   <translation>لا يوجد سطر باسم {id} يمكن أن يكون مقصودًا هنا.</translation>
  </message>
  <message>
   <source>The text at {start}–{end} is “{surface}”, and the line says “{said}”.</source>
   <translation>النص في {start}–{end} هو «{surface}»، والسطر يقول «{said}».</translation>
  </message>
  <message>
   <source>Offsets of brat count code points from 0, ends exclusive.</source>
   <translation>مواضع brat تعدّ المحارف من الصفر، والنهاية لا تدخل فيها.</translation>
  </message>
  <message>
   <source>A note stands on {target}, which is no annotation: “{text}”.</source>
   <translation>ملاحظة على {target}، وهو ليس تعليقًا: «{text}».</translation>
  </message>
  <message>
   <source>A relation needs two different ends.</source>
   <translation>لا بدّ للعلاقة من طرفين مختلفين.</translation>
  </message>
  <message>
   <source>A relation refers to {id}, which is not there.</source>
   <translation>تشير علاقة إلى {id} وهو غير موجود.</translation>
  </message>
  <message>
   <source>The tag {tag} breaks the scheme and is read as what it most likely means.</source>
   <translation>يخالف الوسم {tag} نظام الوسوم، ويُقرأ على أرجح معانيه.</translation>
  </message>
  <message>
   <source>The article is longer than {most} MB.</source>
   <translation>المقال أطول من {most} ميغابايت.</translation>
  </message>
  <message>
   <source>A line -DOCSTART- begins each article; where there is none, each sentence is one.</source>
   <translation>يبدأ كل مقال بسطر -DOCSTART-، وحيث لا يوجد هذا السطر فكل جملة مقال.</translation>
  </message>
  <message>
   <source>The article has no words.</source>
   <translation>ليس في المقال كلمات.</translation>
  </message>
  <message>
   <source>There are no tags such as B-PERS and O where this format has them.</source>
   <translation>لا وسوم مثل B-PERS وO حيث تضعها هذه الصيغة.</translation>
  </message>
  <message>
   <source>The first line is: {line}.</source>
   <translation>السطر الأول هو: {line}.</translation>
  </message>
  <message>
   <source>The line has no token in its first column.</source>
   <translation>ليس في العمود الأول من السطر كلمة.</translation>
  </message>
  <message>
   <source>There is more than white space in {cell}.</source>
   <translation>في {cell} ما هو أكثر من فراغ.</translation>
  </message>
  <message>
   <source>Line {line} has {number} columns, and the first one {first}.</source>
   <translation>عدد الأعمدة في السطر {line} هو {number}، وفي السطر الأول {first}.</translation>
  </message>
  <message>
   <source>If these are nested tags, name the format: --format wojood.</source>
   <translation>إن كانت وسومًا متداخلة فسمِّ الصيغة: ‎--format wojood.</translation>
  </message>
  <message>
   <source>The line has no column for a tag.</source>
   <translation>ليس في السطر عمود للوسم.</translation>
  </message>
  <message>
   <source>The row has its spans twice, in different columns.</source>
   <translation>امتدادات السطر واردة مرتين، في عمودين مختلفين.</translation>
  </message>
  <message>
   <source>The row is no JSON object.</source>
   <translation>ليس الصف كائن JSON.</translation>
  </message>
  <message>
   <source>Each line needs the form {{…}}.</source>
   <translation>كل سطر يُكتب على صورة {{…}}.</translation>
  </message>
  <message>
   <source>The row has labels of the whole text, which is not what is marked here.</source>
   <translation>وسوم السطر للنص كله، وليس هذا ما يُوسم هنا.</translation>
  </message>
  <message>
   <source>The row has no text.</source>
   <translation>لا نص في الصف.</translation>
  </message>
  <message>
   <source>It needs a key "text" with a string as its value.</source>
   <translation>لا بدّ من مفتاح "text" قيمته نص.</translation>
  </message>
  <message>
   <source>Name one: --offsets codepoint, or --offsets grapheme if the project of doccano has the setting “Count grapheme clusters as one character”.</source>
   <translation>سمِّ إحداهما: ‎--offsets codepoint، أو ‎--offsets grapheme إن كان الإعداد “Count grapheme clusters as one character” مفعّلًا في مشروع doccano.</translation>
  </message>
  <message>
   <source>Taken for the annotations of {author}, as doccano names files in its zips.</source>
   <translation>نُسبت التعليقات إلى {author}، فهكذا يسمّي doccano الملفات في أرشيفاته.</translation>
  </message>
  <message>
   <source>The label {label} is not in the label set, so that its tag has no number.</source>
   <translation>الوسم {label} ليس في مجموعة الوسوم، فلا رقم لعلامته.</translation>
  </message>
  <message>
   <source>A token is empty, or no string.</source>
   <translation>إحدى الكلمات فارغة أو ليست نصًا.</translation>
  </message>
  <message>
   <source>The file is no table of Parquet or Arrow: {detail}.</source>
   <translation>ليس الملف جدولًا من Parquet ولا Arrow: {detail}.</translation>
  </message>
  <message>
   <source>{tag} is no tag.</source>
   <translation>{tag} ليس وسمًا.</translation>
  </message>
  <message>
   <source>The tags are numbers, and nothing says what they stand for.</source>
   <translation>الوسوم أرقام، ولا شيء يبيّن معناها.</translation>
  </message>
  <message>
   <source>Put the dataset_info.json or the README.md of the dataset into its folder and name the folder, or write the tags by name.</source>
   <translation>ضع ملف dataset_info.json أو README.md الخاص بمجموعة البيانات في مجلدها وسمِّ المجلد، أو اكتب الوسوم بأسمائها.</translation>
  </message>
  <message>
   <source>The tag {tag} has no name.</source>
   <translation>لا اسم للوسم {tag}.</translation>
  </message>
  <message>
   <source>Of the column {name}, nothing is taken over.</source>
   <translation>لا يُنقل شيء من العمود {name}.</translation>
  </message>
  <message>
   <source>Keys of your own have their place in meta.</source>
   <translation>مكان المفاتيح الخاصة بك هو meta.</translation>
  </message>
  <message>
   <source>The row is in the form {version}, which this program does not know.</source>
   <translation>الصف بالصيغة {version} التي لا يعرفها هذا البرنامج.</translation>
  </message>
  <message>
   <source>A newer version of the program may.</source>
   <translation>ربما يعرفها إصدار أحدث من البرنامج.</translation>
  </message>
  <message>
   <source>Which key of the data has the text cannot be told.</source>
   <translation>لا يُعرف أي مفاتيح data فيه النص.</translation>
  </message>
  <message>
   <source>Call it text.</source>
   <translation>سمِّه text.</translation>
  </message>
  <message>
   <source>The text at {start}–{end} is “{surface}”, and the row says “{said}”.</source>
   <translation>النص عند {start}–{end} هو «{surface}»، والصف يقول «{said}».</translation>
  </message>
  <message>
   <source>A span has no label.</source>
   <translation>لأحد الامتدادات لا وسم.</translation>
  </message>
  <message>
   <source>A relation does not say what it links.</source>
   <translation>علاقة لا تقول ما الذي تصله.</translation>
  </message>
  <message>
   <source>Results of the type {type} are not taken over.</source>
   <translation>لا تُنقل النتائج التي نوعها {type}.</translation>
  </message>
  <message>
   <source>The row is longer than {most} MB.</source>
   <translation>الصف أطول من {most} ميغابايت.</translation>
  </message>
  <message>
   <source>It is in the file that it came from, and nowhere else.</source>
   <translation>وهو في الملف الذي جاء منه، لا في غيره.</translation>
  </message>
  <message>
   <source>This is UTF-16 text.</source>
   <translation>هذا نص بترميز UTF-16.</translation>
  </message>
  <message>
   <source>{format} is always UTF-8: save it as that.</source>
   <translation>الترميز في {format} هو UTF-8 دائمًا: احفظ الملف به.</translation>
  </message>
  <message>
   <source>The file ends in the middle of this row.</source>
   <translation>ينتهي الملف في وسط هذا الصف.</translation>
  </message>
  <message>
   <source>This format is always UTF-8: save the file as that first.</source>
   <translation>هذه الصيغة دائمًا بترميز UTF-8: احفظ الملف به أولًا.</translation>
  </message>
  <message>
   <source>The row has half a surrogate pair.</source>
   <translation>في الصف نصف زوج بديل (surrogate).</translation>
  </message>
  <message>
   <source>The row is nested too deeply.</source>
   <translation>في الصف تداخل أعمق مما يجوز.</translation>
  </message>
  <message>
   <source>Two spans of the row have the id {id}.</source>
   <translation>لامتدادين في السطر المعرّف نفسه {id}.</translation>
  </message>
  <message>
   <source>The fragments of a span have different labels.</source>
   <translation>لأجزاء الامتداد وسوم مختلفة.</translation>
  </message>
  <message>
   <source>The span at {start}–{end} is labelled {label}, but no quote is linked to it.</source>
   <translation>وسم الامتداد عند {start}–{end} هو {label}، لكن لا اقتباس موصول به.</translation>
  </message>
  <message>
   <source>Link the quote to it with {label}, or take it off.</source>
   <translation>صِل الاقتباس به بالوسم {label}، أو أزله.</translation>
  </message>
  <message>
   <source>A link {label} leads to a span with the label {other}.</source>
   <translation>وصلة {label} تؤدي إلى امتداد وسمه {other}.</translation>
  </message>
  <message>
   <source>A quote has more than one link {label}.</source>
   <translation>لاقتباس أكثر من وصلة {label} واحدة.</translation>
  </message>
  <message>
   <source>The row is not as {tool} has it: {detail}.</source>
   <translation>ليس السطر على هيئة {tool}: {detail}.</translation>
  </message>
  <message>
   <source>The span {start}–{end} does not lie in the text, which has {length} characters.</source>
   <translation>الامتداد {start}–{end} خارج النص الذي طوله {length} من المحارف.</translation>
  </message>
  <message>
   <source>Offsets are counted in {unit}.</source>
   <translation>تُعدّ المواضع بوحدة {unit}.</translation>
  </message>
  <message>
   <source>The relation {label} refers to {id}, which is not there.</source>
   <translation>تشير العلاقة {label} إلى {id}، وهو غير موجود.</translation>
  </message>
  <message>
   <source>The relation {label} leads to a part of an annotation.</source>
   <translation>تؤدي العلاقة {label} إلى جزء من تعليق.</translation>
  </message>
  <message>
   <source>A link {label} leads from a span that is no quote.</source>
   <translation>وصلة {label} تنطلق من امتداد ليس اقتباسًا.</translation>
  </message>
  <message>
   <source>Entities: {count}.</source>
   <translation>كيانات: {count}.</translation>
  </message>
  <message>
   <source>Entities that lie in another one and are left out: {count}.</source>
   <translation>كيانات داخل كيان آخر، تُترك: {count}.</translation>
  </message>
  <message>
   <source>Entities that cross an earlier one and are left out: {count}.</source>
   <translation>كيانات تتقاطع مع كيان قبلها، تُترك: {count}.</translation>
  </message>
  <message>
   <source>Quotes: {count}.</source>
   <translation>اقتباسات: {count}.</translation>
  </message>
  <message>
   <source>Types of quotes: {count}.</source>
   <translation>أنواع اقتباسات: {count}.</translation>
  </message>
  <message>
   <source>Cues of quotes: {count}.</source>
   <translation>عبارات قول: {count}.</translation>
  </message>
  <message>
   <source>Sources of quotes: {count}.</source>
   <translation>مصادر اقتباسات: {count}.</translation>
  </message>
  <message>
   <source>Speakers of quotes: {count}.</source>
   <translation>قائلون لاقتباسات: {count}.</translation>
  </message>
  <message>
   <source>Quotes that overlap an earlier one and are left out: {count}.</source>
   <translation>اقتباسات تتداخل مع اقتباس قبلها، تُترك: {count}.</translation>
  </message>
  <message>
   <source>Relations: {count}.</source>
   <translation>علاقات: {count}.</translation>
  </message>
  <message>
   <source>Relations from or to quotes: {count}.</source>
   <translation>علاقات من اقتباسات أو إليها: {count}.</translation>
  </message>
  <message>
   <source>Spans in several fragments, which are left out: {count}.</source>
   <translation>مديات من عدة مقاطع، تُترك: {count}.</translation>
  </message>
  <message>
   <source>Spans that begin or end inside a word: {count}.</source>
   <translation>مديات تبدأ أو تنتهي داخل كلمة: {count}.</translation>
  </message>
  <message>
   <source>Spans whose outer white space is left out: {count}.</source>
   <translation>مديات يُترك ما في طرفيها من فراغ: {count}.</translation>
  </message>
  <message>
   <source>Annotations with attributes: {count}.</source>
   <translation>تعليقات لها سمات: {count}.</translation>
  </message>
  <message>
   <source>Attributes that are numbers or flags and become words: {count}.</source>
   <translation>سمات هي أعداد أو علامات تصبح كلمات: {count}.</translation>
  </message>
  <message>
   <source>Annotations with notes: {count}.</source>
   <translation>تعليقات لها ملاحظات: {count}.</translation>
  </message>
  <message>
   <source>Ids of annotations: {count}.</source>
   <translation>معرّفات تعليقات: {count}.</translation>
  </message>
  <message>
   <source>Exact texts of articles: {count}.</source>
   <translation>نصوص المقالات كما هي حرفيًّا: {count}.</translation>
  </message>
  <message>
   <source>Articles with control characters, for which signs stand until they are imported again: {count}.</source>
   <translation>مقالات فيها محارف تحكّم تنوب عنها رموز إلى أن تُستورد من جديد: {count}.</translation>
  </message>
  <message>
   <source>Ids of articles: {count}.</source>
   <translation>معرّفات مقالات: {count}.</translation>
  </message>
  <message>
   <source>Articles with metadata: {count}.</source>
   <translation>مقالات لها بيانات وصفية: {count}.</translation>
  </message>
  <message>
   <source>Articles with the name of who annotated them: {count}.</source>
   <translation>مقالات معها اسم صاحب تعليقاتها: {count}.</translation>
  </message>
  <message>
   <source>Articles with a status: {count}.</source>
   <translation>مقالات لها حالة: {count}.</translation>
  </message>
  <message>
   <source>Further authors of the same article, not told apart: {count}.</source>
   <translation>أصحاب تعليقات آخرون على المقال نفسه لا يُميَّز بينهم: {count}.</translation>
  </message>
  <message>
   <source>Articles without annotations: {count}.</source>
   <translation>مقالات بلا تعليقات: {count}.</translation>
  </message>
  <message>
   <source>This format needs {library}, which is not installed.</source>
   <translation>تحتاج هذه الصيغة إلى {library}، وهي غير مثبّتة.</translation>
  </message>
  <message>
   <source>Install it: python -m pip install {library}</source>
   <translation>ثبّتها: python -m pip install {library}</translation>
  </message>
  <message>
   <source>The id of the row is neither a string nor a whole number.</source>
   <translation>معرّف الصف ليس نصًا ولا عددًا صحيحًا.</translation>
  </message>
  <message>
   <source>The id of the row is empty, longer than {longest} characters, or has characters that cannot be shown.</source>
   <translation>معرّف الصف فارغ، أو أطول من {longest} حرفًا، أو فيه حروف لا تظهر.</translation>
  </message>
  <message>
   <source>There is a NUL in {place}.</source>
   <translation>في {place} حرف NUL.</translation>
  </message>
  <message>
   <source>{place} is nested too deeply.</source>
   <translation>في {place} تداخل أعمق مما يجوز.</translation>
  </message>
  <message>
   <source>A relation links tokens that are not the end of exactly one span.</source>
   <translation>تصل علاقة كلمات ليست نهاية امتداد واحد بعينه.</translation>
  </message>
  <message>
   <source>Rejected in Prodigy: the article comes in without its annotations.</source>
   <translation>رُفض في Prodigy: يدخل المقال بلا تعليقاته.</translation>
  </message>
  <message>
   <source>A relation of words that are not marked is left out: {label}.</source>
   <translation>تُركت علاقة بين كلمات غير موسومة: {label}.</translation>
  </message>
  <message>
   <source>A quote has a cue or a source and no content.</source>
   <translation>لاقتباسٍ فعل قول أو مصدر وليس له محتوى.</translation>
  </message>
  <message>
   <source>The types of quotes are told by their quotation marks, since the tags name none.</source>
   <translation>أنواع الاقتباسات تُعرف من علامات التنصيص، لأن الوسوم لا تذكرها.</translation>
  </message>
  <message>
   <source>Cues and sources go to the nearest quote, since nothing else tells whose they are.</source>
   <translation>يُنسب كل فعل قول ومصدر إلى أقرب اقتباس، إذ لا شيء آخر يدل على صاحبه.</translation>
  </message>
  <message>
   <source>Cues and sources that no quote of their sentence takes are left out.</source>
   <translation>تُترك أفعال القول والمصادر التي لا يأخذها اقتباس في جملتها.</translation>
  </message>
  <message>
   <source>The line has no columns for source, cue and content.</source>
   <translation>ليست في السطر أعمدة للمصدر وفعل القول والمحتوى.</translation>
  </message>
  <message>
   <source>This is no mark of a quote: {mark}.</source>
   <translation>ليست هذه علامة اقتباس: {mark}.</translation>
  </message>
  <message>
   <source>{place}: {reason}</source>
   <translation>{place}: {reason}</translation>
  </message>
  <message>
   <source>The text is not the one that the sha256 of the row was made from.</source>
   <translation>ليس هذا النص هو الذي حُسبت منه قيمة sha256 في الصف.</translation>
  </message>
  <message>
   <source>start and end are {start}–{end}, but the fragments reach from {first} to {last}.</source>
   <translation>البداية والنهاية {start}–{end}، والمقاطع تمتد من {first} إلى {last}.</translation>
  </message>
  <message>
   <source>Offsets count code points from 0, ends exclusive.</source>
   <translation>تُعدّ المواضع بنقاط الترميز بدءًا من 0، والنهاية غير مشمولة.</translation>
  </message>
  <message>
   <source>No column is called text.</source>
   <translation>لا عمود اسمه text.</translation>
  </message>
  <message>
   <source>The first line names the columns; it has: {columns}. Call the one with the articles text.</source>
   <translation>يسمّي السطر الأول الأعمدة، وفيه: {columns}. سمِّ عمود المقالات text.</translation>
  </message>
  <message>
   <source>The row is no row of a sheet: {detail}.</source>
   <translation>ليس الصف صفًّا في جدول: {detail}.</translation>
  </message>
  <message>
   <source>Name the encoding: --encoding utf-16.</source>
   <translation>اذكر الترميز: ‎--encoding utf-16.</translation>
  </message>
  <message>
   <source>The row has {cells} cells, and the first line names {columns}.</source>
   <translation>خلايا الصف {cells}، والأعمدة المسمّاة في السطر الأول {columns}.</translation>
  </message>
  <message>
   <source>A quotation mark opens a cell here, and no other one closes it before the file ends.</source>
   <translation>تفتح علامة تنصيص خليةً هنا، ولا تغلقها أخرى قبل نهاية الملف.</translation>
  </message>
  <message>
   <source>The file is longer than {most} MB.</source>
   <translation>الملف أطول من {most} ميغابايت.</translation>
  </message>
  <message>
   <source>Byte 0x{byte:02X} in the column {column} is not {encoding}.</source>
   <translation>البايت ‎0x{byte:02X} في العمود {column} ليس من ترميز {encoding}.</translation>
  </message>
  <message>
   <source>The file is not {encoding}: {detail}.</source>
   <translation>ليس الملف بترميز {encoding}: ‏{detail}.</translation>
  </message>
  <message>
   <source>If it is an older Arabic text, try --encoding windows-1256.</source>
   <translation>إن كان نصًا عربيًا قديمًا فجرّب ترميز Windows-1256 ‏(‎--encoding windows-1256).</translation>
  </message>
  <message>
   <source>The zip is damaged: {reason}.</source>
   <translation>الملف المضغوط تالف: {reason}.</translation>
  </message>
  <message>
   <source>A file in the archive has no name.</source>
   <translation>في الأرشيف ملف بلا اسم.</translation>
  </message>
  <message>
   <source>{name} leads out of the folder.</source>
   <translation>يقود {name} إلى خارج المجلد.</translation>
  </message>
  <message>
   <source>The zip ends too early.</source>
   <translation>ينتهي الملف المضغوط قبل أوانه.</translation>
  </message>
  <message>
   <source>The zip is encrypted.</source>
   <translation>الملف المضغوط مشفَّر.</translation>
  </message>
  <message>
   <source>Unpack it first.</source>
   <translation>فُكَّ ضغطه أولًا.</translation>
  </message>
  <message>
   <source>{name} is a link that leads out of the folder.</source>
   <translation>{name} رابط يقود إلى خارج المجلد.</translation>
  </message>
  <message>
   <source>{name} is no ordinary file.</source>
   <translation>ليس {name} ملفًا عاديًا.</translation>
  </message>
  <message>
   <source>The zip has more than {most} files.</source>
   <translation>في الملف المضغوط أكثر من {most} من الملفات.</translation>
  </message>
  <message>
   <source>The zip unpacks to more than {most} GB.</source>
   <translation>يزيد حجم الملف المضغوط بعد فكّه على {most} غيغابايت.</translation>
  </message>
  <message>
   <source>The archive has more than {most} files.</source>
   <translation>في الأرشيف أكثر من {most} ملف.</translation>
  </message>
  <message>
   <source>{name} in the zip is a link.</source>
   <translation>{name} في الملف المضغوط رابط.</translation>
  </message>
  <message>
   <source>{name} is in the zip twice.</source>
   <translation>{name} مكرر في الملف المضغوط.</translation>
  </message>
  <message>
   <source>This is a folder.</source>
   <translation>هذا مجلد.</translation>
  </message>
  <message>
   <source>Name the files in it.</source>
   <translation>سمِّ الملفات التي فيه.</translation>
  </message>
  <message>
   <source>The archive is damaged: {reason}.</source>
   <translation>الأرشيف تالف: {reason}.</translation>
  </message>
  <message>
   <source>The archive unpacks to more than {most} GB.</source>
   <translation>يتجاوز الأرشيف بعد فكّه {most} غيغابايت.</translation>
  </message>
  <message>
   <source>{name} in the archive is no ordinary file.</source>
   <translation>{name} في الأرشيف ليس ملفًا عاديًا.</translation>
  </message>
  <message>
   <source>{name} is in the archive twice.</source>
   <translation>{name} موجود في الأرشيف مرتين.</translation>
  </message>
  <message>
   <source>The file has no words.</source>
   <translation>لا كلمات في الملف.</translation>
  </message>
  <message>
   <source>Character {position}, on line {line}, is a NUL; no text has one.</source>
   <translation>الحرف {position}، في السطر {line}، هو NUL، ولا يكون في نص.</translation>
  </message>
  <message>
   <source>If it is UTF-16, name the encoding: --encoding utf-16.</source>
   <translation>إن كان بترميز UTF-16 فسمِّ الترميز: ‎--encoding utf-16.</translation>
  </message>
  <message>
   <source>It begins like UTF-16: try --encoding utf-16.</source>
   <translation>يبدأ كما يبدأ UTF-16، فجرّب ‎--encoding utf-16.</translation>
  </message>
  <message>
   <source>No way of counting offsets fits all spans of this file.</source>
   <translation>لا طريقة واحدة في عدّ المواضع توافق كل ما في هذا الملف.</translation>
  </message>
  <message>
   <source>Name one, --offsets with one of {units}; rows that do not fit are then told.</source>
   <translation>اذكر واحدة: ‎--offsets مع إحدى هذه: {units}؛ فتُذكر حينئذٍ الصفوف التي لا توافقها.</translation>
  </message>
  <message>
   <source>Offsets of this file may count {units}, which would be different spans.</source>
   <translation>قد تعدّ مواضع هذا الملف {units}، وفي ذلك اختلاف في المديات.</translation>
  </message>
  <message>
   <source>Name one: --offsets with one of {names}.</source>
   <translation>اذكر واحدة: ‎--offsets مع إحدى هذه: {names}.</translation>
  </message>
  <message>
   <source>Its offsets count {unit}, as its surfaces tell.</source>
   <translation>تعدّ مواضعه {unit} كما تدل عباراته.</translation>
  </message>
  <message>
   <source>There is no {name} beside the file.</source>
   <translation>لا يوجد {name} بجانب الملف.</translation>
  </message>
  <message>
   <source>The zip has no XMI file with a {name}.</source>
   <translation>ليس في ملف zip ملف XMI ومعه {name}.</translation>
  </message>
  <message>
   <source>The file is no UIMA CAS: {detail}.</source>
   <translation>ليس الملف من نوع UIMA CAS: ‏{detail}.</translation>
  </message>
  <message>
   <source>Of the layer {layer}, nothing is taken over.</source>
   <translation>لا يُنقل شيء من الطبقة {layer}.</translation>
  </message>
  <message>
   <source>What is said of the whole text in {layer} is not taken over.</source>
   <translation>لا يُنقل ما تقوله {layer} عن النص كله.</translation>
  </message>
  <message>
   <source>The attribute {name} has no plain value.</source>
   <translation>ليست للسمة {name} قيمة بسيطة.</translation>
  </message>
  <message>
   <source>This is no JSON object: {said}.</source>
   <translation>ليس هذا كائن JSON: ‏{said}.</translation>
  </message>
  <message>
   <source>The file is not XML, on line {line}: {detail}.</source>
   <translation>ليس الملف XML، في السطر {line}: ‏{detail}.</translation>
  </message>
  <message>
   <source>An offset lies within a character or beyond the text.</source>
   <translation>يقع موضع داخل محرف أو خارج النص.</translation>
  </message>
  <message>
   <source>The file has no text.</source>
   <translation>لا نص في الملف.</translation>
  </message>
  <message>
   <source>A relation leads to what is no annotation.</source>
   <translation>تؤدي علاقة إلى ما ليس تعليقًا.</translation>
  </message>
  <message>
   <source>An annotation has no place.</source>
   <translation>تعليق بلا موضع.</translation>
  </message>
  <message>
   <source>The file declares entities, which no annotations need.</source>
   <translation>يعرّف الملف كيانات XML، ولا تحتاج إليها أي تعليقات.</translation>
  </message>
  <message>
   <source>The file is in {encoding}, not in UTF-8.</source>
   <translation>الملف بترميز {encoding} لا UTF-8.</translation>
  </message>
  <message>
   <source>The file has control characters and no private character left for them.</source>
   <translation>في الملف محارف تحكّم ولم يبقَ فيه محرف من محارف الاستعمال الخاص ينوب عنها.</translation>
  </message>
  <message>
   <source>The file is in XML 1.1, but not in UTF-8.</source>
   <translation>الملف بصيغة XML 1.1 لكنه ليس بترميز UTF-8.</translation>
  </message>
  <message>
   <source>Article {id} has the character {char}, which XML cannot hold.</source>
   <translation>في المقال {id} المحرف {char}، ولا مكان له في XML.</translation>
  </message>
  <message>
   <source>Choose another format.</source>
   <translation>اختر صيغة أخرى.</translation>
  </message>
  <message>
   <source>The annotation {id} is no longer what it was.</source>
   <translation>لم يعد التعليق {id} كما كان.</translation>
  </message>
  <message>
   <source>There is an annotation {id} already.</source>
   <translation>يوجد تعليق {id} من قبل.</translation>
  </message>
  <message>
   <source>The same annotation is there already: {what}.</source>
   <translation>التعليق نفسه موجود من قبل: {what}.</translation>
  </message>
  <message>
   <source>The text is empty.</source>
   <translation>النص فارغ.</translation>
  </message>
  <message>
   <source>The text has a NUL at character {position}.</source>
   <translation>في النص حرف NUL عند الموضع {position}.</translation>
  </message>
  <message>
   <source>The text has half a surrogate pair at character {position}.</source>
   <translation>في النص نصف زوج بديل (surrogate) عند الموضع {position}.</translation>
  </message>
  <message>
   <source>There is no type of quote called {type}.</source>
   <translation>لا نوع للاقتباس اسمه {type}.</translation>
  </message>
  <message>
   <source>There is no annotation {id} in this article.</source>
   <translation>لا تعليق {id} في هذا المقال.</translation>
  </message>
  <message>
   <source>A relation has no span.</source>
   <translation>ليس للعلاقة مدى في النص.</translation>
  </message>
  <message>
   <source>A guideline page cannot be called {name}.</source>
   <translation>لا يصلح {name} اسمًا لصفحة إرشادات.</translation>
  </message>
  <message>
   <source>Small Latin letters, digits, - and _ make its name, 40 at most.</source>
   <translation>يتكوّن اسمها من حروف لاتينية صغيرة وأرقام و- و_، وعددها أربعون على الأكثر.</translation>
  </message>
  <message>
   <source>The guideline page {page} is empty.</source>
   <translation>صفحة الإرشادات {page} فارغة.</translation>
  </message>
  <message>
   <source>The guideline page {page} has {count} characters; {most} are the most.</source>
   <translation>في صفحة الإرشادات {page} عدد {count} من الحروف؛ والحد الأعلى {most}.</translation>
  </message>
  <message>
   <source>Character {position} of the guideline page {page} is one that no text has.</source>
   <translation>الحرف {position} من صفحة الإرشادات {page} لا يكون في نص.</translation>
  </message>
  <message>
   <source>There is no label set {name}, neither a preset nor a file.</source>
   <translation>لا مجموعة وسوم اسمها {name}، لا جاهزة ولا في ملف.</translation>
  </message>
  <message>
   <source>The presets are: {presets}.</source>
   <translation>المجموعات الجاهزة هي: {presets}.</translation>
  </message>
  <message>
   <source>there is no entity label; write at least one [[entities]]</source>
   <translation>لا وسم للكيانات؛ اكتب جدول [[entities]] واحدًا على الأقل</translation>
  </message>
  <message>
   <source>{name} has a meaning of its own in rules</source>
   <translation>لكلمة {name} معنى خاص في القواعد</translation>
  </message>
  <message>
   <source>a choice needs at least one value</source>
   <translation>الاختيار يحتاج إلى قيمة واحدة على الأقل</translation>
  </message>
  <message>
   <source>only a choice has values</source>
   <translation>القيم للاختيار وحده</translation>
  </message>
  <message>
   <source>is too large to be a label set</source>
   <translation>أكبر من أن يكون مجموعة وسوم</translation>
  </message>
  <message>
   <source>this line is not UTF-8 text</source>
   <translation>ليس هذا السطر نصًا بترميز UTF-8</translation>
  </message>
  <message>
   <source>cannot be read: {reason}</source>
   <translation>تتعذّر قراءته: {reason}</translation>
  </message>
  <message>
   <source>is nested too deeply</source>
   <translation>فيه تداخل أعمق مما يجوز</translation>
  </message>
  <message>
   <source>this is not TOML: {detail}</source>
   <translation>ليس هذا بصيغة TOML: ‏{detail}</translation>
  </message>
  <message>
   <source>{value} is used before, in number {number}</source>
   <translation>سبق استعمال {value} في الرقم {number}</translation>
  </message>
  <message>
   <source>{given} cannot be told from {first} followed by {second}, the keys of number {one} and number {other}</source>
   <translation>لا يتميّز {given} عن {first} يليه {second}، وهما مفتاحا الوسمين ذوَي الرقمين {one} و{other}</translation>
  </message>
  <message>
   <source>{table} number {number}</source>
   <translation>{table} رقم {number}</translation>
  </message>
  <message>
   <source>line {number}</source>
   <translation>السطر {number}</translation>
  </message>
  <message>
   <source>The label set {file} was not taken; problems found: {count}.</source>
   <translation>لم تُقبل مجموعة الوسوم {file}؛ عدد المشكلات: {count}.</translation>
  </message>
  <message>
   <source>; did you mean {near}?</source>
   <translation>؛ أتقصد {near}؟</translation>
  </message>
  <message>
   <source>{name} is not a name: begin with a Latin letter, go on with letters, digits, _ . or -, at most 64 in all</source>
   <translation>لا يصلح {name} اسمًا: يبدأ الاسم بحرف لاتيني، وتليه حروف أو أرقام أو _ أو . أو -، ولا يزيد على 64</translation>
  </message>
  <message>
   <source>{given} is not one Latin letter or digit, nor a letter and a digit like P1</source>
   <translation>{given} ليس حرفًا لاتينيًا واحدًا ولا رقمًا، ولا حرفًا ورقمًا مثل P1</translation>
  </message>
  <message>
   <source>{given} is not one Latin letter or digit</source>
   <translation>ليس {given} حرفًا لاتينيًا واحدًا أو رقمًا</translation>
  </message>
  <message>
   <source>is missing</source>
   <translation>ناقص</translation>
  </message>
  <message>
   <source>must be text between quotation marks</source>
   <translation>يجب أن يكون نصًا بين علامتي اقتباس</translation>
  </message>
  <message>
   <source>has a control character, U+{code}</source>
   <translation>فيه حرف تحكّم، U+{code}</translation>
  </message>
  <message>
   <source>{given} is not one of {known}</source>
   <translation>ليس {given} واحدًا من {known}</translation>
  </message>
  <message>
   <source>{given} is not a colour like #1D4ED8</source>
   <translation>ليس {given} لونًا مثل ‎#1D4ED8</translation>
  </message>
  <message>
   <source>{given} against {against} has a contrast of {ratio}, and needs {least}</source>
   <translation>تباين {given} مع {against} هو {ratio}، ولا بدّ من {least}</translation>
  </message>
  <message>
   <source>must be true or false</source>
   <translation>يجب أن يكون true أو false</translation>
  </message>
  <message>
   <source>must be a list like ["PERS", "ORG"]</source>
   <translation>يجب أن يكون قائمة مثل ["PERS", "ORG"]</translation>
  </message>
  <message>
   <source>names no label</source>
   <translation>لا يسمّي وسمًا</translation>
  </message>
  <message>
   <source>must be a list of tables, each under its own {key}</source>
   <translation>يجب أن يكون قائمة جداول، كل منها تحت {key} خاص به</translation>
  </message>
  <message>
   <source>is an empty list</source>
   <translation>قائمة فارغة</translation>
  </message>
  <message>
   <source>must be a table like {form}</source>
   <translation>يجب أن يكون جدولًا مثل {form}</translation>
  </message>
  <message>
   <source>is not known here</source>
   <translation>غير معروف هنا</translation>
  </message>
  <message>
   <source>is empty</source>
   <translation>فارغ</translation>
  </message>
  <message>
   <source>{given} is taken by a command</source>
   <translation>المفتاح {given} لأمر من أوامر البرنامج</translation>
  </message>
  <message>
   <source>{given} begins with {first}, which is taken by a command</source>
   <translation>{given} يبدأ بالمفتاح {first}، وهو مفتاح أمر</translation>
  </message>
  <message>
   <source>{given} is not an entity label of this file</source>
   <translation>ليس {given} وسم كيان في هذا الملف</translation>
  </message>
  <message>
   <source>is longer than {longest} characters</source>
   <translation>أطول من {longest} حرفًا</translation>
  </message>
  <message>
   <source>The speaker {id} of a quote is no entity of this article.</source>
   <translation>قائل الاقتباس {id} ليس كيانًا في هذا المقال.</translation>
  </message>
  <message>
   <source>The label set does not admit {label} from {head} to {tail}.</source>
   <translation>لا تجيز مجموعة الوسوم {label} من {head} إلى {tail}.</translation>
  </message>
  <message>
   <source>The relation {label} refers to {id}, which is no entity or quote of this article.</source>
   <translation>العلاقة {label} تشير إلى {id}، وليس كيانًا ولا اقتباسًا في هذا المقال.</translation>
  </message>
  <message>
   <source>A span needs at least one fragment.</source>
   <translation>لا بدّ للمدى من مقطع واحد على الأقل.</translation>
  </message>
  <message>
   <source>The fragments {fragments} make no span: each needs start &lt; end, and they follow each other without overlap.</source>
   <translation>المقاطع {fragments} لا تكوّن مدى: يجب أن تسبق بداية كل مقطع نهايته، وأن تتوالى المقاطع من غير تداخل.</translation>
  </message>
  <message>
   <source>Spaces at the edges</source>
   <translation>فراغات عند الحدود</translation>
  </message>
  <message>
   <source>White space at the edge of a span belongs to no name and no quote.</source>
   <translation>الفراغ عند حدّ المدى ليس من الاسم ولا من الاقتباس.</translation>
  </message>
  <message>
   <source>Trim the edges</source>
   <translation>تشذيب الحدود</translation>
  </message>
  <message>
   <source>Punctuation at the edges</source>
   <translation>علامات ترقيم عند الحدود</translation>
  </message>
  <message>
   <source>A mark at the edge of a span belongs to the sentence, unless its partner is inside.</source>
   <translation>العلامة عند حدّ المدى من الجملة لا منه، إلا إذا كانت قرينتها داخله.</translation>
  </message>
  <message>
   <source>Letters cut in two</source>
   <translation>حروف مقطوعة</translation>
  </message>
  <message>
   <source>An edge must not part a letter from its vowel signs.</source>
   <translation>لا يجوز أن يفصل الحدُّ الحرفَ عن حركاته.</translation>
  </message>
  <message>
   <source>Take the whole letter</source>
   <translation>أخذ الحرف كاملًا</translation>
  </message>
  <message>
   <source>One string, several labels</source>
   <translation>عبارة واحدة بعدة وسوم</translation>
  </message>
  <message>
   <source>The same string mostly means the same thing: has it got the wrong label here?</source>
   <translation>العبارة نفسها تعني الشيء نفسه غالبًا: أوسمها هنا خاطئ؟</translation>
  </message>
  <message>
   <source>Take the more frequent label</source>
   <translation>اعتماد الوسم الأكثر ورودًا</translation>
  </message>
  <message>
   <source>Marked elsewhere, not here</source>
   <translation>موسومة في موضع آخر لا هنا</translation>
  </message>
  <message>
   <source>In articles that are done, a string that is marked elsewhere may be forgotten.</source>
   <translation>في المقالات المنجزة قد تُنسى عبارة وُسمت في موضع آخر.</translation>
  </message>
  <message>
   <source>Mark it</source>
   <translation>وسمها</translation>
  </message>
  <message>
   <source>Particles inside a name</source>
   <translation>سوابق داخلة في الاسم</translation>
  </message>
  <message>
   <source>The particles و ف ب ك ل are in the name here, and outside of it elsewhere.</source>
   <translation>السوابق و ف ب ك ل داخلة في الاسم هنا وخارجة عنه في موضع آخر.</translation>
  </message>
  <message>
   <source>Take the particles out</source>
   <translation>إخراج السوابق</translation>
  </message>
  <message>
   <source>Crossing spans</source>
   <translation>كيانات متقاطعة</translation>
  </message>
  <message>
   <source>Entities hold each other or stand apart; two that cross are rarely meant.</source>
   <translation>الكيانات يحوي بعضها بعضًا أو تنفصل، وقلّما يُقصد أن تتقاطع.</translation>
  </message>
  <message>
   <source>Marked twice</source>
   <translation>تعليقات مكررة</translation>
  </message>
  <message>
   <source>Two annotations with the same label cover the same words, but for what is not seen.</source>
   <translation>تعليقان بوسم واحد يغطيان الكلمات نفسها ولا يختلفان إلا فيما لا يُرى.</translation>
  </message>
  <message>
   <source>Remove one of the two</source>
   <translation>حذف أحدهما</translation>
  </message>
  <message>
   <source>Against the rules</source>
   <translation>مخالفة للقواعد</translation>
  </message>
  <message>
   <source>The label set does not admit the annotation; it came so from outside.</source>
   <translation>لا تقبل مجموعة الوسوم هذا التعليق، وقد جاء هكذا من الخارج.</translation>
  </message>
  <message>
   <source>Unlikely lengths</source>
   <translation>أطوال مستبعدة</translation>
  </message>
  <message>
   <source>A span far longer than others of its label, or of one letter, may have slipped.</source>
   <translation>المدى الأطول كثيرًا من أمثاله، أو ذو الحرف الواحد، ربما وُضع سهوًا.</translation>
  </message>
  <message>
   <source>Quotes without a cue</source>
   <translation>اقتباسات بلا عبارة قول</translation>
  </message>
  <message>
   <source>A verb or a phrase introduces nearly every quote; E puts it in.</source>
   <translation>تقدّم كلَّ اقتباس تقريبًا عبارةُ قول، والمفتاح E يضعها.</translation>
  </message>
  <message>
   <source>Quotes without a speaker</source>
   <translation>اقتباسات بلا قائل</translation>
  </message>
  <message>
   <source>Somebody said it, even if only a pronoun says who; W puts the speaker in.</source>
   <translation>لا بد من قائل وإن دلّ عليه ضمير فقط، والمفتاح W يضعه.</translation>
  </message>
  <message>
   <source>Quotation marks without a quote</source>
   <translation>علامتا تنصيص بلا اقتباس</translation>
  </message>
  <message>
   <source>In articles that are done, words between quotation marks may be a forgotten quote.</source>
   <translation>في المقالات المنجزة قد تكون الكلمات بين علامتي التنصيص اقتباسًا منسيًّا.</translation>
  </message>
  <message>
   <source>Done, with suggestions open</source>
   <translation>منجز وفيه اقتراحات معلّقة</translation>
  </message>
  <message>
   <source>The article is done, and suggestions wait to be accepted or rejected.</source>
   <translation>المقال منجز وفيه اقتراحات تنتظر القبول أو الرفض.</translation>
  </message>
  <message>
   <source>Copies annotated differently</source>
   <translation>نُسخ تختلف تعليقاتها</translation>
  </message>
  <message>
   <source>A copy of the article marks the same passage otherwise; or it marks what is not marked here, which is told of articles that are done.</source>
   <translation>في نسخة من المقال تعليق مختلف على الفقرة نفسها، أو تعليق على ما لا تعليق عليه هنا، ولا يُذكر هذا إلا في المقالات المنجزة.</translation>
  </message>
  <message>
   <source>Mark it here too</source>
   <translation>وسمها هنا أيضًا</translation>
  </message>
  <message>
   <source>There is no check {name}.</source>
   <translation>لا يوجد فحص باسم {name}.</translation>
  </message>
  <message>
   <source>The checks are: {names}.</source>
   <translation>الفحوص هي: {names}.</translation>
  </message>
  <message>
   <source>In article {number}, with the same passage, this is a quote ({label}); here not.</source>
   <translation>في المقال {number}، وفيه الفقرة نفسها، هذا اقتباس ({label})، وليس اقتباسًا هنا.</translation>
  </message>
  <message>
   <source>In article {number}, with the same passage, this is marked {label}; here not.</source>
   <translation>في المقال {number}، وفيه الفقرة نفسها، وُسم هذا {label}، ولم يوسم هنا.</translation>
  </message>
  <message>
   <source>In article {number}, with the same passage, this is {against}; here it is {label}.</source>
   <translation>في المقال {number}، وفيه الفقرة نفسها، هذا {against}، وهو هنا {label}.</translation>
  </message>
  <message>
   <source>In article {number}, with the same passage, {label} has other edges.</source>
   <translation>في المقال {number}، وفيه الفقرة نفسها، حدود {label} مختلفة.</translation>
  </message>
  <message>
   <source>The span begins or ends with white space.</source>
   <translation>يبدأ المدى أو ينتهي بفراغ.</translation>
  </message>
  <message>
   <source>The span begins or ends with punctuation.</source>
   <translation>يبدأ المدى أو ينتهي بعلامة ترقيم.</translation>
  </message>
  <message>
   <source>An edge parts a letter from the signs written on it.</source>
   <translation>يفصل أحد الحدين حرفًا عن العلامات المكتوبة عليه.</translation>
  </message>
  <message>
   <source>A model suggests {label} here, and the article is done.</source>
   <translation>يقترح نموذجٌ {label} هنا، والمقال منجز.</translation>
  </message>
  <message>
   <source>The quote has no cue.</source>
   <translation>ليس للاقتباس عبارة قول.</translation>
  </message>
  <message>
   <source>The quote has neither a speaker nor a source.</source>
   <translation>ليس للاقتباس قائل ولا مصدر.</translation>
  </message>
  <message>
   <source>Several words stand between quotation marks and are no quote.</source>
   <translation>بين علامتي التنصيص كلمات عدة ليست اقتباسًا.</translation>
  </message>
  <message>
   <source>The same string is {other} elsewhere ({times}) and {label} here ({count}).</source>
   <translation>العبارة نفسها {other} في موضع آخر ({times}) و{label} هنا ({count}).</translation>
  </message>
  <message>
   <source>The same string is marked as {label} elsewhere ({times}) and not here.</source>
   <translation>العبارة نفسها موسومة {label} في موضع آخر ({times}) وليست موسومة هنا.</translation>
  </message>
  <message>
   <source>The same name is marked without its particles elsewhere ({times}).</source>
   <translation>الاسم نفسه موسوم من غير سوابقه في موضع آخر ({times}).</translation>
  </message>
  <message>
   <source>{length} characters are unusual for {label}, which has {usual} as a rule.</source>
   <translation>طول {length} من الأحرف غير مألوف في {label}، والمألوف فيه {usual}.</translation>
  </message>
  <message>
   <source>{label} and {other} overlap, and neither holds the other.</source>
   <translation>يتداخل {label} و{other} ولا يحوي أحدهما الآخر.</translation>
  </message>
  <message>
   <source>{label} is marked twice on the same words.</source>
   <translation>وُضع {label} مرتين على الكلمات نفسها.</translation>
  </message>
  <message>
   <source>There is no room for temporary files: {reason}.</source>
   <translation>لا مكان للملفات المؤقتة: {reason}.</translation>
  </message>
  <message>
   <source>Something refers to the annotation: {what}.</source>
   <translation>هناك ما يشير إلى هذا التعليق: {what}.</translation>
  </message>
  <message>
   <source>Relations of the annotation do not admit the label {label}.</source>
   <translation>علاقات هذا التعليق لا تقبل الوسم {label}.</translation>
  </message>
  <message>
   <source>It would cross {what}.</source>
   <translation>سيتقاطع مع {what}.</translation>
  </message>
  <message>
   <source>The articles make {units} groups that are no near-duplicates of each other, too few for {parts} parts.</source>
   <translation>تؤلف المقالات {units} من المجموعات التي لا تتشابه فيما بينها، وهي أقل من أن تُقسم إلى {parts} من الأجزاء.</translation>
  </message>
  <message>
   <source>Nothing was exported.</source>
   <translation>لم يُصدَّر شيء.</translation>
  </message>
  <message>
   <source>Choose fewer parts, or split by hash.</source>
   <translation>اختر أجزاء أقل، أو اقسم بطريقة hash.</translation>
  </message>
  <message>
   <source>{split} is no split.</source>
   <translation>{split} ليس تقسيمًا.</translation>
  </message>
  <message>
   <source>Two or three whole numbers make one: 80/20 is train and test, 80/10/10 is train, dev and test.</source>
   <translation>التقسيم عددان صحيحان أو ثلاثة: ‎80/20 للتدريب والاختبار، و‎80/10/10 للتدريب والتطوير والاختبار.</translation>
  </message>
  <message>
   <source>The parts of {split} make {sum}, not 100 with something in each.</source>
   <translation>مجموع أجزاء {split} هو {sum}، والمطلوب 100 وفي كل جزء شيء.</translation>
  </message>
  <message>
   <source>The articles have too few days for {parts} parts, all without a date counting as one: {units}.</source>
   <translation>أيام المقالات أقل من أن تُقسم إلى {parts} من الأجزاء، وكل ما لا تاريخ له معدود يومًا واحدًا: {units}.</translation>
  </message>
  <message>
   <source>The articles have {units} sources that share no near-duplicates, too few for {parts} parts.</source>
   <translation>للمقالات {units} من المصادر التي لا تشترك في مقالات شبه مكررة، وهي أقل من أن تُقسم إلى {parts} من الأجزاء.</translation>
  </message>
  <message>
   <source>reaches beyond the text</source>
   <translation>يتجاوز النص</translation>
  </message>
  <message>
   <source>no longer covers its characters</source>
   <translation>لم يعد يغطي حروفه</translation>
  </message>
  <message>
   <source>An action was not finished; the next opening of the project undoes it.</source>
   <translation>لم تكتمل إحدى العمليات، وسيُتراجع عنها عند فتح المشروع في المرة القادمة.</translation>
  </message>
  <message>
   <source>The file is damaged inside; problems: {count}, the first: {first}.</source>
   <translation>الملف تالف من الداخل؛ عدد المشكلات {count}، وأولاها: {first}.</translation>
  </message>
  <message>
   <source>Rows in the table {table} that belong to nothing in {parent}: {count}.</source>
   <translation>صفوف في الجدول {table} لا تتبع شيئًا في {parent}: ‏{count}.</translation>
  </message>
  <message>
   <source>The project has no label set.</source>
   <translation>ليس في المشروع مجموعة وسوم.</translation>
  </message>
  <message>
   <source>The label set cannot be read: {reason}</source>
   <translation>تتعذّر قراءة مجموعة الوسوم: {reason}</translation>
  </message>
  <message>
   <source>The search index cannot be read: {reason}. `annotator check --reindex` makes it anew.</source>
   <translation>لا يمكن قراءة فهرس البحث: {reason}. يعيد `annotator check --reindex` إنشاءه.</translation>
  </message>
  <message>
   <source>The file cannot be read: {reason}</source>
   <translation>تتعذّر قراءة الملف: {reason}</translation>
  </message>
  <message>
   <source>The file is damaged inside: {reason}</source>
   <translation>الملف تالف من الداخل: {reason}</translation>
  </message>
  <message>
   <source>A part of the file cannot be read: {reason}</source>
   <translation>يتعذّر قراءة جزء من الملف: {reason}</translation>
  </message>
  <message>
   <source>The file is cut off: {size} of {expected} bytes are there.</source>
   <translation>الملف مبتور: فيه {size} من أصل {expected} بايت.</translation>
  </message>
  <message>
   <source>Remembered values that cannot be read: {count}, the first is {key}.</source>
   <translation>قيم محفوظة تتعذّر قراءتها: {count}، وأولاها {key}.</translation>
  </message>
  <message>
   <source>Statuses that are damaged: {count}, the first of article {article}.</source>
   <translation>حالات تالفة: {count}، وأولاها للمقال {article}.</translation>
  </message>
  <message>
   <source>Articles that are missing from lists: {count}, the first is article {article}.</source>
   <translation>مقالات غائبة عن القوائم: {count}، أولها المقال {article}.</translation>
  </message>
  <message>
   <source>Entries of the history that cannot be read: {count}, the first of article {article}.</source>
   <translation>مداخل في السجل تتعذّر قراءتها: {count}، وأولها للمقال {article}.</translation>
  </message>
  <message>
   <source>Titles or metadata that are damaged: {count}, the first of article {article}.</source>
   <translation>عناوين أو بيانات وصفية تالفة: {count}، وأولاها للمقال {article}.</translation>
  </message>
  <message>
   <source>Articles that only the search index knows: {count}.</source>
   <translation>مقالات لا يعرفها إلا فهرس البحث: {count}.</translation>
  </message>
  <message>
   <source>Texts that are not the ones that were imported: {count}, the first is article {article}.</source>
   <translation>نصوص ليست هي التي استُوردت: {count}، وأولها المقال {article}.</translation>
  </message>
  <message>
   <source>Articles that the search index has otherwise: {count}, the first is article {article}. `annotator check --reindex` makes it anew.</source>
   <translation>مقالات تختلف في فهرس البحث: {count}، أولها المقال {article}. يعيد `annotator check --reindex` إنشاءه.</translation>
  </message>
  <message>
   <source>Articles whose number of annotations is not the one that was counted: {count}, the first is article {article}.</source>
   <translation>مقالات لا يطابق عدد تعليقاتها ما حُسب: {count}، وأولها المقال {article}.</translation>
  </message>
  <message>
   <source>Articles in which two annotations have the same identifier: {count}, the first is article {article}.</source>
   <translation>مقالات فيها تعليقان بمعرّف واحد: {count}، وأولها المقال {article}.</translation>
  </message>
  <message>
   <source>Relations from or to something that is not there: {count}, the first in article {article}: {reason}.</source>
   <translation>علاقات من شيء أو إلى شيء غير موجود: {count}، وأولاها في المقال {article}: ‏{reason}.</translation>
  </message>
  <message>
   <source>Annotations with a label that the label set does not have: {count}, the first in article {article}: {reason}.</source>
   <translation>تعليقات بوسم ليس في مجموعة الوسوم: {count}، وأولها في المقال {article}: ‏{reason}.</translation>
  </message>
  <message>
   <source>Quotes whose speaker is not there: {count}, the first in article {article}: {reason}.</source>
   <translation>اقتباسات قائلها غير موجود: {count}، وأولها في المقال {article}: ‏{reason}.</translation>
  </message>
  <message>
   <source>Times that cannot be read: {count}, the first of article {article}.</source>
   <translation>أوقات لا يمكن قراءتها: {count}، أولها في المقال {article}.</translation>
  </message>
  <message>
   <source>Article {article} in {file} is damaged: {reason}</source>
   <translation>المقال {article} في {file} تالف: {reason}</translation>
  </message>
  <message>
   <source>Nothing of the last action was stored; everything before it was.</source>
   <translation>لم يُخزَّن شيء من آخر عملية، وما قبلها مخزَّن كله.</translation>
  </message>
  <message>
   <source>`annotator check` lists what is damaged; go back to a copy of the file if you have one.</source>
   <translation>الأمر `annotator check` يسرد ما تلف؛ ارجع إلى نسخة من الملف إن كانت لديك.</translation>
  </message>
  <message>
   <source>The disk has no room left for {file}.</source>
   <translation>لم يبقَ في القرص متّسع للملف {file}.</translation>
  </message>
  <message>
   <source>Free some space and try again.</source>
   <translation>أفرغ بعض المساحة ثم أعد المحاولة.</translation>
  </message>
  <message>
   <source>The disk reported an error with {file} ({reason}).</source>
   <translation>أبلغ القرص عن خطأ في {file} ‏({reason}).</translation>
  </message>
  <message>
   <source>Look whether the disk is full or was taken out, and try again.</source>
   <translation>انظر هل امتلأ القرص أو نُزع، ثم أعد المحاولة.</translation>
  </message>
  <message>
   <source>The project {file} cannot be written ({reason}).</source>
   <translation>تتعذّر الكتابة في المشروع {file} ‏({reason}).</translation>
  </message>
  <message>
   <source>Copy it to a folder in which you may write.</source>
   <translation>انسخه إلى مجلد يمكنك الكتابة فيه.</translation>
  </message>
  <message>
   <source>The project {file} is open in another program.</source>
   <translation>المشروع {file} مفتوح في برنامج آخر.</translation>
  </message>
  <message>
   <source>Close it there, then try again.</source>
   <translation>أغلقه هناك ثم أعد المحاولة.</translation>
  </message>
  <message>
   <source>The project {file} or the journal beside it cannot be opened ({reason}).</source>
   <translation>يتعذّر فتح المشروع {file} أو ملف اليومية الذي إلى جانبه ({reason}).</translation>
  </message>
  <message>
   <source>Look whether you may write in its folder.</source>
   <translation>انظر هل يمكنك الكتابة في مجلده.</translation>
  </message>
  <message>
   <source>The project {file} cannot be opened: permission is missing.</source>
   <translation>يتعذّر فتح المشروع {file}: لا إذن لديك.</translation>
  </message>
  <message>
   <source>The project {file} is damaged ({reason}).</source>
   <translation>المشروع {file} تالف ({reason}).</translation>
  </message>
  <message>
   <source>Guideline pages that are damaged: {count}, the first: {reason}.</source>
   <translation>صفحات إرشادات تالفة: {count}، وأولاها: {reason}.</translation>
  </message>
  <message>
   <source>{file} is empty: there is no project in it.</source>
   <translation>{file} فارغ، ولا مشروع فيه.</translation>
  </message>
  <message>
   <source>{file} is not a project file.</source>
   <translation>ليس {file} ملف مشروع.</translation>
  </message>
  <message>
   <source>{file} is a folder, not a project file.</source>
   <translation>{file} مجلد وليس ملف مشروع.</translation>
  </message>
  <message>
   <source>{file} is a database of another program, not a project file.</source>
   <translation>{file} قاعدة بيانات لبرنامج آخر وليس ملف مشروع.</translation>
  </message>
  <message>
   <source>{file} was written by a newer version of this program (form {found}; this one knows up to {known}).</source>
   <translation>كتب {file} إصدارٌ أحدث من هذا البرنامج (الصيغة {found}، وهذا الإصدار يعرف حتى {known}).</translation>
  </message>
  <message>
   <source>Install the newer version.</source>
   <translation>ثبّت الإصدار الأحدث.</translation>
  </message>
  <message>
   <source>The project {file} is cut off: {size} of {expected} bytes are there.</source>
   <translation>المشروع {file} مبتور: فيه {size} من أصل {expected} بايت.</translation>
  </message>
  <message>
   <source>The project {file} cannot be written: {reason}.</source>
   <translation>تتعذّر الكتابة في المشروع {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>There is no file {file}.</source>
   <translation>لا ملف اسمه {file}.</translation>
  </message>
  <message>
   <source>Article {article}: {reason}</source>
   <translation>المقال {article}: ‏{reason}</translation>
  </message>
  <message>
   <source>The article {id} is stored already, with another text.</source>
   <translation>المقال {id} مخزَّن من قبل بنص آخر.</translation>
  </message>
  <message>
   <source>The row of article {id} has half a surrogate pair.</source>
   <translation>في صف المقال {id} نصف زوج بديل (surrogate).</translation>
  </message>
  <message>
   <source>The annotation {annotation} of article {id} is stored already, with other content.</source>
   <translation>التعليق {annotation} على المقال {id} مخزَّن من قبل بمحتوى آخر.</translation>
  </message>
  <message>
   <source>Article {id}: {reason}</source>
   <translation>المقال {id}: ‏{reason}</translation>
  </message>
  <message>
   <source>What is stored stays as it is; this row was left out.</source>
   <translation>يبقى المخزَّن كما هو، وتُرك هذا الصف.</translation>
  </message>
  <message>
   <source>There are too many copies of {file} beside it.</source>
   <translation>إلى جانب {file} نسخ منه أكثر مما ينبغي.</translation>
  </message>
  <message>
   <source>This Python comes with SQLite {found}; projects need {needed} or newer.</source>
   <translation>مع Python هذا SQLite {found}، والمشاريع تحتاج إلى {needed} أو أحدث.</translation>
  </message>
  <message>
   <source>Use a newer Python.</source>
   <translation>استعمل إصدارًا أحدث من Python.</translation>
  </message>
  <message>
   <source>The SQLite of this Python has no FTS5, which searching needs.</source>
   <translation>ليس في SQLite المرفق بهذا الإصدار من Python وحدة FTS5 التي يحتاج إليها البحث.</translation>
  </message>
  <message>
   <source>Use another Python, such as that of python.org.</source>
   <translation>استعمل إصدارًا آخر من Python، كالذي في python.org.</translation>
  </message>
  <message>
   <source>The project {file} is open already.</source>
   <translation>المشروع {file} مفتوح من قبل.</translation>
  </message>
  <message>
   <source>The project {file} cannot keep a journal ({mode}).</source>
   <translation>يتعذّر على المشروع {file} حفظ ملف اليومية ({mode}).</translation>
  </message>
  <message>
   <source>The project {file} cannot be made: {reason}.</source>
   <translation>يتعذّر إنشاء المشروع {file}: ‏{reason}.</translation>
  </message>
  <message>
   <source>The project {file} is of an older version, and no copy can be made before it is brought up to date: {reason}.</source>
   <translation>المشروع {file} من إصدار أقدم، ويتعذّر نسخه قبل تحديثه: {reason}.</translation>
  </message>
  <message>
   <source>The speaker to look for has no letters.</source>
   <translation>ليس في اسم القائل المطلوب حروف.</translation>
  </message>
  <message>
   <source>{given} is no date like {example}.</source>
   <translation>{given} ليس تاريخًا على نحو {example}.</translation>
  </message>
  <message>
   <source>The label set has no label {label}; it has {names}.</source>
   <translation>ليس في مجموعة الوسوم وسم {label}، وفيها: {names}.</translation>
  </message>
  <message>
   <source>The search index of {file} is damaged or missing.</source>
   <translation>فهرس البحث في {file} تالف أو مفقود.</translation>
  </message>
  <message>
   <source>Articles and annotations are not concerned.</source>
   <translation>لا يمسّ ذلك المقالات ولا التعليقات.</translation>
  </message>
  <message>
   <source>`annotator check --reindex` makes it anew.</source>
   <translation>يعيد `annotator check --reindex` إنشاءه.</translation>
  </message>
  <message>
   <source>It is decided already whether the suggestion holds.</source>
   <translation>سبق البتّ في هذا الاقتراح.</translation>
  </message>
  <message>
   <source>Decisions about suggestions that are damaged: {count}, the first of article {article}.</source>
   <translation>قرارات تالفة بشأن الاقتراحات: {count}، أولها في المقال {article}.</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>الذاكرة</translation>
  </message>
  <message>
   <source>Strings that were marked before, as often as they were marked and not rejected.</source>
   <translation>عبارات سبق وسمها، بقدر ما وُسمت ولم تُرفض.</translation>
  </message>
  <message>
   <source>Learned</source>
   <translation>المُتعلَّم</translation>
  </message>
  <message>
   <source>Entities as the finished articles of this project have them.</source>
   <translation>كيانات على نحو ما وُسم في المقالات المنجزة من هذا المشروع.</translation>
  </message>
  <message>
   <source>CAMeL model</source>
   <translation>نموذج CAMeL</translation>
  </message>
  <message>
   <source>Entities by a pretrained model of camel-tools, or by one of your own.</source>
   <translation>كيانات بنموذج مدرَّب سلفًا من camel-tools أو بنموذج لك.</translation>
  </message>
  <message>
   <source>Quotations</source>
   <translation>الاقتباسات</translation>
  </message>
  <message>
   <source>Quotes between marks and reported speech, with their cue, source and speaker.</source>
   <translation>اقتباسات بين علامات وكلام منقول بلا علامات، مع عبارة القول والمصدر والقائل.</translation>
  </message>
  <message>
   <source>What stands as related annotations stood before, and titles and places of names.</source>
   <translation>ما يرد على هيئة ما رُبط سابقًا، والمناصب والأماكن المقترنة بالأسماء.</translation>
  </message>
  <message>
   <source>There is no suggester {name}.</source>
   <translation>لا يوجد مُقترِح باسم {name}.</translation>
  </message>
  <message>
   <source>The suggesters are: {names}.</source>
   <translation>المُقترِحات هي: {names}.</translation>
  </message>
  <message>
   <source>The process of the camel model was ended from outside.</source>
   <translation>أُنهيت من الخارج عملية نموذج camel.</translation>
  </message>
  <message>
   <source>Try again; the model may need more memory than is free.</source>
   <translation>أعد المحاولة؛ ربما احتاج النموذج إلى ذاكرة أكبر من المتاح.</translation>
  </message>
  <message>
   <source>The model in {folder} cannot be used: {reason}</source>
   <translation>تعذّر استعمال النموذج في {folder}: {reason}</translation>
  </message>
  <message>
   <source>It may be damaged; put it there again.</source>
   <translation>ربما كان تالفًا؛ ضعه هناك من جديد.</translation>
  </message>
  <message>
   <source>The model in {folder} does not name entities: its labels are {labels}.</source>
   <translation>النموذج في {folder} لا يسمّي الكيانات: وسومه {labels}.</translation>
  </message>
  <message>
   <source>It needs labels like B-PERS, I-PERS and O.</source>
   <translation>يلزمه وسوم مثل B-PERS وI-PERS وO.</translation>
  </message>
  <message>
   <source>No model for named entities is installed.</source>
   <translation>لم يُثبَّت أي نموذج للكيانات المسماة.</translation>
  </message>
  <message>
   <source>camel_data -i ner-arabert installs one; or name a folder with one.</source>
   <translation>يثبّته الأمر camel_data -i ner-arabert، أو سمِّ مجلدًا فيه نموذج.</translation>
  </message>
  <message>
   <source>There is no folder {folder} with a model.</source>
   <translation>لا يوجد مجلد {folder} فيه نموذج.</translation>
  </message>
  <message>
   <source>The folder {folder} has no model: {file} is missing.</source>
   <translation>لا نموذج في المجلد {folder}: ينقصه {file}.</translation>
  </message>
  <message>
   <source>The model in {folder} is no BERT that classifies tokens, but {kind}.</source>
   <translation>النموذج في {folder} ليس BERT لتصنيف الكلمات، بل {kind}.</translation>
  </message>
  <message>
   <source>Suggestions so far stay.</source>
   <translation>تبقى الاقتراحات السابقة.</translation>
  </message>
  <message>
   <source>What was learned earlier, in {folder}, is damaged or of another version.</source>
   <translation>ما تُعلِّم سابقًا في {folder} تالف أو من إصدار آخر.</translation>
  </message>
  <message>
   <source>Suggestions that were made with it stay.</source>
   <translation>تبقى الاقتراحات التي قُدِّمت به.</translation>
  </message>
  <message>
   <source>Let the project learn again.</source>
   <translation>دع المشروع يتعلّم من جديد.</translation>
  </message>
  <message>
   <source>There is nothing to learn from: no article is finished yet.</source>
   <translation>لا شيء يُتعلَّم منه: لم يُنجَز أي مقال بعد.</translation>
  </message>
  <message>
   <source>Mark everything in a few articles, finish them, and learn again.</source>
   <translation>سِم كل شيء في بضعة مقالات وأنجزها، ثم أعد التعلّم.</translation>
  </message>
  <message>
   <source>There is nothing to learn from: no entity is marked in the finished articles.</source>
   <translation>لا شيء يُتعلَّم منه: لم يُوسم أي كيان في المقالات المنجزة.</translation>
  </message>
  <message>
   <source>Nothing has been learned from this project yet.</source>
   <translation>لم يُتعلَّم شيء من هذا المشروع بعد.</translation>
  </message>
  <message>
   <source>Finish a few articles and let it learn from them.</source>
   <translation>أنجز بضعة مقالات ودع البرنامج يتعلّم منها.</translation>
  </message>
  <message>
   <source>What was learned cannot be kept in {folder}: {reason}.</source>
   <translation>تعذّر حفظ ما تُعلِّم في {folder}: {reason}.</translation>
  </message>
  <message>
   <source>The project is as it was.</source>
   <translation>المشروع كما كان.</translation>
  </message>
  <message>
   <source>Install them again with camel_data -i light.</source>
   <translation>أعد تثبيتها بالأمر camel_data -i light.</translation>
  </message>
  <message>
   <source>Particles are found by rules meanwhile.</source>
   <translation>تُعرف السوابق بالقواعد في الأثناء.</translation>
  </message>
  <message>
   <source>{file} of the data of camel-tools in {folder} is damaged.</source>
   <translation>الملف {file} من بيانات camel-tools في {folder} تالف.</translation>
  </message>
  <message>
   <source>The data in {folder} are for camel-tools {there}; installed is {here}.</source>
   <translation>البيانات في {folder} للإصدار {there} من camel-tools، والمثبّت هو {here}.</translation>
  </message>
  <message>
   <source>The data of camel-tools in {folder} cannot be read: {reason}.</source>
   <translation>تعذّرت قراءة بيانات camel-tools في {folder}: {reason}.</translation>
  </message>
  <message>
   <source>{folder} has data of camel-tools, but no catalogue.json.</source>
   <translation>في {folder} بيانات camel-tools لكن ينقصها الملف catalogue.json.</translation>
  </message>
  <message>
   <source>The catalogue of camel-tools in {folder} cannot be read: {reason}.</source>
   <translation>تعذّرت قراءة فهرس camel-tools في {folder}: {reason}.</translation>
  </message>
  <message>
   <source>This query has only marks, which count for nothing here.</source>
   <translation>ليس في هذا البحث إلا علامات، ولا يُعتدّ بها هنا.</translation>
  </message>
  <message>
   <source>Look for them as they are written.</source>
   <translation>ابحث عنها كما كُتبت.</translation>
  </message>
  <message>
   <source>There is nothing to search for in an empty query.</source>
   <translation>لا شيء يُبحث عنه في بحث فارغ.</translation>
  </message>
  <message>
   <source>The query has {length} characters; {most} is the most.</source>
   <translation>في البحث {length} من المحارف، والحد الأقصى {most}.</translation>
  </message>
  <message>
   <source>The query has a NUL, which no article can hold.</source>
   <translation>في البحث محرف NUL، ولا يكون في أي مقال.</translation>
  </message>
  <message>
   <source>This regular expression asks for too many repeats: {most} is the most.</source>
   <translation>في هذا التعبير النمطي تكرار كثير: الحد الأقصى {most}.</translation>
  </message>
  <message>
   <source>This regular expression takes too long: the search was stopped.</source>
   <translation>يستغرق هذا التعبير النمطي وقتًا طويلًا، فأُوقف البحث.</translation>
  </message>
  <message>
   <source>What was found until then is shown.</source>
   <translation>يُعرض ما وُجد حتى ذلك الحين.</translation>
  </message>
  <message>
   <source>Write it so that fewer ways lead to the same match.</source>
   <translation>اكتبه بحيث تقل الطرق المؤدية إلى المطابقة نفسها.</translation>
  </message>
  <message>
   <source>This is no regular expression: {reason}.</source>
   <translation>هذا ليس تعبيرًا نمطيًّا: {reason}.</translation>
  </message>
  <message>
   <source>This regular expression takes too long: it was stopped after {seconds} s in one article.</source>
   <translation>يستغرق هذا التعبير النمطي وقتًا طويلًا: أُوقف بعد {seconds} ثانية في مقال واحد.</translation>
  </message>
 </context>
</TS>
