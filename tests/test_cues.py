"""Which words are cues, and which only look like them: sentences of the classes that went wrong once."""

from __future__ import annotations

import pytest

from attribution import extract
from tests.pieces import Built, build, content, cue, role, spans_of, speaker, speaking_role, via

FOUND = [
    ("pronoun-after-said",
     build('"', content("الجسر جاهز"), '"، هذا ما ', cue("قالته"), " ", speaker("ليلى سعيد"), ".")),
    ("what-somebody-denies",
     build(content("أغلقت الشركة الطريق"), "، وهو ما ", cue("تنفيه"), " ", speaker("البلدية"), ".")),
    ("the-thing-that-is-denied",
     build(content("أغلقت الشركة الطريق"), "، الأمر الذي ", cue("نفته"), " ", speaker("البلدية"), ".")),
    ("what-somebody-insists-on",
     build(content("يريد العمال زيادة الأجور"), "، وهو ما ", cue("تصر"), " عليه ", speaker("النقابة"), ".")),
    ("source-with-what-is-written",
     build(content("أغلق الطريق أمس"), "، ", cue("وفقا ل"), "ما ذكرته ", speaker("وزارة النقل"), ".")),
    ("own-source", build("و", cue("حسب قول"), "ه فإن ", content("الطريق مغلق"), ".")),
    ("own-source-phrase", build("و", cue("على حد قول"), "ها، ", content("سيفتح الطريق غدا"), ".")),
    ("source-pronoun", build("و", cue("وفقا ل"), "ه، فإن ", content("الطريق مغلق"), ".")),
    ("source-phrase",
     build(content("هذا خطأ"), " ", cue("على حد قول"), " ", role("الوزير"), " ", speaker("سالم حداد"), ".")),
    ("relay-between",
     build("وقالت ", via("الصحيفة"), "، ", cue("نقلا عن"), " ", speaker("مصادر محلية"), "، إن ",
           content("الطريق مغلق"), ".")),
    ("relay-pronoun", build("وقالت ", via("الصحيفة"), " ", cue("نقلا عن"), "ه إن ", content("الطريق مغلق"), ".")),
    ("short-ila",
     build("و", cue("دعا"), " ", role("الوزير"), " ", speaker("سالم حداد"), " ", content("لوقف العمل"), ".")),
    ("definite-noun", build("ولا جدوى من ", cue("القول"), " إن ", content("الطريق مغلق"), ".")),
    ("me-as-object",
     build("و", cue("أخبرني"), " ", speaking_role("مدير المستشفى"), " أن ", content("الطريق مغلق"), ".")),
    ("adverbial-ma", build("وكثيرا ما ", cue("تعترف"), " ", speaker("الشركة"), " ", content("بأخطائها"), ".")),
    ("thanks-go-to",
     build("ورفع ", speaking_role("مدير المشروع"), " ", cue("شكره"), " وتقديره للعاملين ", content("على جهودهم"), ".")),
    ("thanks-definite",
     build("وتقدم ", speaking_role("مدير المشروع"), " ", cue("بالشكر"), " إلى العاملين ", content("على جهودهم"), ".")),
    ("medium-that-learnt",
     build("و", cue("علمت"), " ", speaker("صحيفة المدار"), " أن ", content("الطريق مغلق"), ".")),
    ("accused-of", build("وعاد ثلاثة موظفين ", cue("متهمين"), " ", content("بتزوير الوثائق"), ".")),
    ("blame",
     build("و", cue("حملت"), " ", speaker("النقابة"), " الشركة ", content("مسؤولية الحريق"), ".")),
    ("asked-when",
     build("و", cue("سأله"), " ", speaking_role("المدير"), " ", content("متى سيعود"), ".")),
    ("bullet", build("- ", role("وزير النقل"), " ", speaker("سالم حداد"), cue(":"), " ", content("سنفتح الطريق"), ".")),
    ("asked-of-them",
     build("و", cue("طلبت"), " ", speaker("الشركة"), " من السكان ", content("الابتعاد عن الجسر"), "، وعادت.")),
    ("resumed-from",
     build("هذا ما ", cue("تناقلته"), " ", speaker("مواقع محلية"), " من أن ", content("الطريق مغلق"), ".")),
    ("past-of-considering", build("وعاد الوزير و", cue("اعتبر"), " ", content("الحوار أمرا ضروريا"), ".")),
    ("definite-event", build("و", cue("أكد"), " ", content("القبض على ثلاثة أشخاص"), ".")),
    ("copy-of-the-statement",
     build("و", cue("ثمنت"), " ", speaker("النقابة"), " في بيان حصلت الصحيفة على نسخة منه ",
           content("دور البلدية"), ".")),
    ("voices-raised", build("وتعالت ", cue("دعوات"), " إلى ", content("فتح الطريق"), ".")),
    ("see-also", build("اقرأ أيضا: ", role("وزير النقل"), " ", speaker("سالم حداد"), cue(":"), " ",
                       content("سنفتح الطريق"))),
    ("age-in-brackets",
     build("و", cue("ينفي"), " ", speaker("سالم حداد"), " (63 عاما) ", content("ارتكابه أي خطأ"), ".")),
    ("relative-clause-before-the-object",
     build("و", cue("ينفي"), " ", speaking_role("مدير الشركة"), " الذي يزور المدينة ", content("هذه المزاعم"), ".")),
    ("issued-by", build("و", cue("استنكر"), " ", role("الوزير"), " ", speaker("سالم حداد"),
                        " في بيان صادر عن مكتبه ", content("القصف"), ".")),
    ("asked-of-him", build("و", cue("طلبت"), " منه ", content("التحقيق في الأمر"), ".")),
    ("how-denied", build("و", cue("نفت"), " ", speaker("النقابة"), " بشدة ", content("لعب أي دور"), ".")),
    ("congratulates-him", build("و", cue("هنأه"), " خلاله ", content("بالمنصب الجديد"), ".")),
    ("accusative-noun", build("وأصدرت البلدية ", cue("تحذيرا"), " من أن ", content("النهر خطر"), ".")),
    ("guarantees-from",
     build("وحصل العامل على ", cue("ضمانات"), " من ", speaker("الشركة"), " بأن ", content("العمل آمن"), ".")),
    ("indefinite-relative",
     build("ورفع السكان ", speaker("لافتات"), " ", cue("تدعو"), " إلى ", content("فتح الطريق"), ".")),
    ("circumstance-without-comma",
     build("وخرج السكان ", cue("مطالبين"), " ", content("بفتح الطريق"), ".")),
    ("event-named", build("و", cue("ذكرت"), " ", speaker("الصحيفة"), " ", content("وفاة ثلاثة عمال"), ".")),
    ("relay-saying", build("ونقلت ", via("الصحيفة"), " عن ", speaker("سالم حداد"), " ", cue("القول"), " إن ",
                              content("الطريق مغلق"), ".")),
    ("as-said-without-comma",
     build(content("وغاب العمال يومين"), " كما ", cue("ذكرت"), " ", speaker("الشركة"), ".")),
    ("was-insisting",
     build(content("يريد العمال زيادة الأجور"), "، وهو ما كانت ", speaker("النقابة"), " ", cue("تصر"), " عليه.")),
    ("headline",
     build(speaker("النقابة"), cue(":"), " ", content("لا عودة إلى العمل قبل الاتفاق"))),
    ("particle-after-occasion",
     build(role("رئيس البلدية"), " ", speaker("سالم حداد"), "، في مؤتمر صحفي، ", cue("إن"), " ",
           content("الجسر جاهز"), ".")),
    ("turn-of-speech",
     build("من جهته، ", cue("بين"), " ", role("مدير الشركة"), " ", speaker("سالم حداد"), " أن ",
           content("الجسر جاهز"), ".")),
    ("turn-of-wish",
     build("وفي السياق ذاته، ", cue("طالب"), " ", role("النائب"), " ", speaker("سالم حداد"), " ",
           content("بفتح الطريق"), ".")),
    ("happening-told",
     build("و", cue("تحدثت"), " ", speaker("تقارير"), " عن ", content("ترشح الوزير"), ".")),
    ("what-is-not-mentioned", build("ولم ", cue("يذكر"), " ", speaker("البيان"), " ", content("سببا لذلك"), ".")),
    ("study-published",
     build("و", cue("وجد"), " ", speaker("باحثون"), "، في دراسة نشرت أمس، أن ", content("الجسر قديم"), ".")),
    ("in-a-published-statement",
     build("و", cue("قالت"), " ", speaker("الشركة"), "، في بيان نشر أمس، إن ", content("الطريق مغلق"), ".")),
    ("also-considered", build("كما و", cue("اعتبر"), " ", speaker("سالم حداد"), " أن ", content("الوضع خطير"), ".")),
    ("attention-drawn", build("وعاد الوزير، ", cue("لافتا"), " النظر إلى أن ", content("الجسر قديم"), ".")),
    ("whether", build("و", cue("سأله"), " ", speaking_role("القاضي"), " ", content("إن كان يعرف الطريق"), ".")),
    ("considered-by-some",
     build("و", cue("يرى"), " ", speaker("محللون"), " أن ", content("الاتفاق مؤقت"), ".")),
    ("not-considered",
     build("و", speaker("البلدية"), " ", cue("تعتبر"), " ", content("إغلاق الطريق من أخطائها"), ".")),
]  # fmt: skip

NOT_FOUND = [
    "اقرأ: الوفد يعود إلى المدينة.",
    "وتبين أن الجسر قديم.",
    "وعادت عاملة تدعى ليلى سعيد إلى القرية.",
    "عاد الوفد بصورة شبه نهائية إلى الاتفاق.",
    "زادت الأسعار، مما يؤكد ضعف السوق.",
    "وهذا ما دعا السكان إلى الرحيل.",
    "مع الأخذ في الاعتبار أن الجسر قديم.",
    "عاد الناس بعد المدن التي تم الإعلان عنها أمس.",
    "والسكان تنبهوا للأمر.",
    "واطلع الوفد على سير العمل في المصنع.",
    "أرسلت البلاد سربان من الطائرات إلى الجبهة.",
    "ولأنها صفة تلازم صاحبها إن كان أهلا لها.",
    "وبهذا يمكن القول إن الطريق طويل.",
    "والجدير ذكره أن الجسر قديم.",
    'وعاقبته المدينة باعتباره "مشاغبا".',
    "وكانت كلماته مشددة ومعبرة عن التحديات.",
    "وعاش في الجزيرة 9 أعوام إلى أن عاد.",
    "وترجع الأزمة إلى أسباب عدة.",
    "وتحدث الوزير عن تاريخ المدينة.",
    "وإذا قال اللاعب إن الجولة انتهت عاد.",
    "ولدى سؤاله عن الجسر، غضب.",
    'وجاءت العودة بعد "أيام من الصبر".',
    "ومن المقرر نشر الدراسة في مجلة أخرى: الصحة اليوم.",
    "وتسلم العامل خطاب شكر على جهوده.",
    "وتعد هذه الخطوة مفيدة للسكان.",
    "وكانت المدينة مهددة بالغرق.",
    "وعلى من يحضر أن يكون كما قلت لكم.",
    "والجدير بالذكر أن الجسر قديم.",
    "هنا قتل الجندي قبل عامين.",
    "وتم التوصل إلى اتفاق جديد.",
    "ويجب أن يتم الإعلان عن الموعد.",
    'وكانت الاتهامات "باطلة" كما يبدو.',
    "وعاد ليحمل هذه المسؤولية.",
    "وعاد كل من يزعم أن الطريق مغلق.",
    "وأدانت المحكمة سالم حداد بالتزوير.",
    "وأكد هذا الواقع ضعف الجسر.",
    "وودّعت البلدية الوفد المشارك لدعم القرية.",
    "المادة 3: تعلن اللجنة موعد الجلسة.",
    "ووفقا للوائح النادي، يعود الوفد غدا.",
    "وأقر المجلس، أمس، تعديلا يسمح بفتح الطريق.",
    "ورأت في شبابها حرائق كثيرة، فقررت أن تزرع الأشجار.",
    "وهذا وعد، والسوق تعرف أن الطريق طويل.",
    "وعاد لكنه أشار بيده إلى الباب.",
    "ويعلم الوزير أن الطريق مغلق.",
    "وبلغ العدد ألف طلب الأسبوع الماضي.",
]


def _found(text: str) -> list[dict[str, list[tuple[int, int]]]]:
    return [spans_of(found) for found in extract(text).attributions]


@pytest.mark.parametrize(("name", "built"), FOUND, ids=[row[0] for row in FOUND])
def test_cue(name: str, built: Built) -> None:
    spans = dict(built.spans)
    assert _found(built.text) == [{label: sorted(found) for label, found in spans.items()}]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_look_alike(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("ولا تشير الوثيقة إلى موعد العودة.", "negated"),
        ("ولم يتم الإعلان عن موعد العودة.", "negated"),
        ("وغضب الوزير، نافيا وجود خلافات.", "denied"),
        ("وعاد الوزير من دون أن يعلن موعد الافتتاح.", "negated"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert [found.polarity for found in extract(text).attributions] == [polarity]
