"""Who says it, as written: names, titles, complements, inversions; spans come from the pieces."""

from __future__ import annotations

import pytest

from attribution import extract
from tests.pieces import Built, build, content, cue, role, spans_of, speaker, speaking_role, via

JOB = content("الجسر جاهز")


def said(*parts: object) -> Built:
    """وقال … إن الجسر جاهز."""
    return build("و", cue("قال"), " ", *parts, " إن ", JOB, ".")  # type: ignore[arg-type]


ONE = [
    ("members-counted", build("و", cue("قال"), " ", speaker("3 أعضاء في المجلس"), " إن ", JOB, ".")),
    ("group-and-body", build("و", cue("قال"), " ", speaker("سكان ونقابة العمال"), " إن ", JOB, ".")),
    ("described-behind-a-verbal-noun", build(
        "عاد العمال إثر انتشار ", speaker("بيانات أولية"), " ", cue("تفيد"), " بأن ", JOB, ".")),
    ("sound-plural-before-its-genitive", build("و", cue("قال"), " ", speaker("محبو الفنان"), " إن ", JOB, ".")),
    ("topic-parted-from-its-verb", build(
        "أما ", speaker("سامي الراوي"), " الذي عاد أمس، ف", cue("يرى"), " أن ", JOB, ".")),
    ("relay-of-the-saying", build(
        "نقلت ", via("وكالة محلية"), " عن ", speaking_role("الوزير"), " ", cue("القول"), " إن ", JOB, ".")),
    ("written-on-it", build("رفع السكان ", speaker("لافتة"), " ", cue("كُتب"), " عليها «", content("لا للإغلاق"), "».")),
    ("subject-in-the-relative-clause", build(
        "زار الوفد القرية التي ", cue("قال"), " ", speaking_role("الوزير"), " إنها ", content("آمنة"), ".")),
    ("no-village-says", build("زار الوفد القرية التي ", cue("قال"), " إنها ", content("آمنة"), ".")),
    ("in-a-statement-of-hers", build("أصدرت الشركة بيانا ", cue("قالت"), " فيه إن ", JOB, ".")),
    ("body-with-a-relative-clause", build(
        cue("أعلنت"), " ", speaker("نقابة العمال"), "، التي تمثل ألف عامل، أنها ", content("لن تعود"), ".")),
    # complements of titles and bodies
    ("body-behind-ba", said(role("مدير الحركة بهيئة الموانئ"), " ", speaker("سالم حداد"), "،")),
    ("place-of-a-long-title", said(role("مدير مستشفى الرحمة في طرطوس"), " ", speaker("سالم حداد"))),
    ("participle-of-the-head", said(role("وكيل وزارة النقل المساعد للتخطيط"), " ", speaker("سالم حداد"))),
    ("title-behind-with-body", said(role("العقيد"), " ", speaker("سالم حداد"), " ", role("الناطق بشرطة المنفذ"))),
    ("kept-preposition", build("و", cue("قالت"), " ", speaker("القوات التابعة للبلدية"), " إن ", JOB, ".")),
    ("media-owned", build("و", cue("قالت"), " ", speaker("وكالة النبأ المقربة من الحكومة"), " إن ", JOB, ".")),
    ("medium-spoken-to", said(speaking_role("شقيقه"), " لصحيفة البلد")),
    ("occasion", said(speaking_role("المدرب البرتغالي"), " في مؤتمر صحفي")),
    ("led-body", build(cue("أعلن"), " ", speaker("التحالف العسكري بقيادة فرنسا في تشاد"), " أن ", JOB, ".")),
    ("document-of-a-site", build(cue("كشف"), " ", speaker('بحث حديث لموقع "نبأ"'), " أن ", JOB, ".")),
    ("hamza-begins-a-word", build("و", cue("قالت"), " ", speaker("ليلى حداد وأندريا مولر"), " إن ", JOB, ".")),
    ("topic-with-qad", build("أما ", speaker("ليلى حداد"), " فقد ", cue("أكدت"), " أن ", JOB, ".")),
    ("joined-adjectives", build("و", cue("ذكرت"), " ", speaker("مصادر نقابية وبلدية"), " أن ", JOB, ".")),
    ("mark-behind-the-subject", build(cue("أعلنت"), " ", speaker("لجنة المياه بمجلس المحافظة"), " عن ",
                                      content("بدء التسجيل"), ".")),
    ("named-after-a-king", said(role("مدير الجودة في جامعة الملك فيصل"), " ", speaker("سالم حداد"))),
    # titles and names
    ("acting-ambassador", said(role("القائم بأعمال السفير البريطاني"), "، ", speaker("سالم حداد"), "،")),
    ("two-word-country-joined", build(cue("أدان"), " ", speaking_role("زعماء كل من كندا والولايات المتحدة"), " ",
                                      content("الهجوم على المدينة"), ".")),
    ("semicolon-behind-the-name", build("و", cue("أكد"), " الدكتور ", speaker("سالم باطوق"), "؛ أن ", JOB, ".")),
    ("rank-or-body", said(role("الفريق"), " ", speaker("سالم حداد"))),
    ("rank-behind-comma", said(role("قائد الدفاع الجوي"), "، ", role("اللواء"), " ", speaker("سالم حداد"), "،")),
    ("name-that-is-a-title", said(role("وزير المالية"), "، ", speaker("رائد نجار"), "،")),
    ("imam", said(role("إمام وخطيب الجامع الكبير"), " الشيخ ", speaker("سالم حداد"))),
    ("surname-behind-title", said(role("الرئيس"), " ", speaker("الجندوبي"))),
    ("calling-behind-name", said(speaker("سالم حداد"), "، ", role("استشاري التخدير"), "،")),
    ("charged-with", said(speaker("سالم حداد"), " ", role("المشارك في الحفريات"))),
    ("called", said(role("المواطن"), " ", speaker("سالم حداد"))),
    ("son-of", said(speaker("ابن كثير"))),
    ("faith-name", said(role("مدير الأمن"), "، ", role("العميد"), " ", speaker("فؤاد عز الدين"), "،")),
    ("dotted", build("و", cue("ذكرت"), " ", speaker("إذاعة أيه.بي.سي"), " أن ", JOB, ".")),
    # generic speakers
    ("indefinite-profession", said(speaker("طالب جامعي"))),
    ("indefinite-official", said(speaker("مسؤول في دار الأوبرا"))),
    ("office-indefinite", said(speaking_role("متحدث عسكري"))),
    ("counted-bodies", said(speaker("3 منظمات محلية"))),
    ("counted-in-words", said(speaker("خمسة وزراء"))),
    # order
    ("behind-the-addressee", said('لـ"البلد" أمس ', speaker("مصدر مطلع"), "،")),
    ("behind-the-addressee-named", build(cue("أوضح"), " لصحيفة البلد ", speaker("سالم حداد"),
                                         "، ", role("مدير المشروع"), "، أن ", JOB, ".")),
    ("quoted-body", build("و", cue("قالت"), ' "', speaker("الغذاء والدواء"), '" في بيان إن ', JOB, ".")),
    ("object-behind-name", build("هاجم ", speaker("سالم حداد"), " الرئيس السابق، ", cue("قائلا"), " إن ", JOB, ".")),
    # names inside titles, foreign names, ranks
    ("inner-name", said(speaker("سالم حداد"), " ", role("محامي الوزير السابق رامي نصر"))),
    ("wife-of", said(role("زوجة الرئيس الفنلندي رامي نصر"), "، ", speaker("سارة نصر"), "،")),
    ("foreign-particle", said(role("وزير الخارجية الفرنسي"), "، ", speaker("جان لو مارتان"), "،")),
    ("rank-of-two-words", said(role("اللواء الركن"), " ", speaker("سالم حداد"))),
    ("kind-of-rank", said(role("العميد ركن"), " ", speaker("سالم حداد"))),
    ("two-kinds-of-rank", said(role("العقيد الركن طيار"), " ", speaker("تركي حداد"))),
    ("adjective-is-no-surname", build("زار مستشار لارسن السابق المدينة. و", cue("قال"), " ", speaker("لارسن"),
                                      " إن ", JOB, ".")),
    ("object-is-no-surname", build("رفض لارسن الثمن في بيان. و", cue("قال"), " ", speaker("لارسن"), " إن ", JOB, ".")),
    ("accusative-is-no-surname", build("كان لارسن رئيسا للنادي. و", cue("قال"), " ", speaker("لارسن"), " إن ",
                                       JOB, ".")),
    ("faith-name-behind-title", said(role("رئيس الحزب"), " ", speaker("صلاح الدين مزهر"))),
    ("name-of-god", said(role("مدير الفرقة"), " ", speaker("نجيب خلف الله"))),
    ("proclitic-letter", said(role("المحامي"), " ", speaker("جورج فنسنت"))),
    ("letter-and-a-verb", said(speaker("ستيوارت فلينت"), "، ", role("أستاذ الطب"), "،")),
    ("letter-and-alif", said(speaker("خافيير بارندو"))),
    ("short-surname", said(speaker("تيم كي"), "، ", role("أستاذ الطب"), "،")),
    ("surname-of-a-month", said(speaker("حميد شباط"))),
    ("surname-of-a-company", said(speaker("روبرت فورد"), " ", role("السفير السابق"))),
    ("unheard-name", said(role("الوزيرة"), " ", speaker("ميرلة"))),
    ("object-with-its-owner", build("و", cue("أبدى"), " ", speaker("لارسن"), " ", content("أمله في العودة"), ".")),
    ("month-in-a-name", said(role("الوزير"), " ", speaker("لويجي دي مايو"))),
    ("name-in-latin-letters", said(speaker("سالم حداد"), " Salem Haddad،")),
    ("tribal-name", said(role("المقدم"), " ", speaker("سالم جزاء الحربي"), "،")),
    ("any-word-before-the-clause", said("المهندس ", speaker("سالم العمرة"))),
    ("behind-sons", said(role("اللواء"), " ", speaker("طلال بن سالم ملائكة"))),
    ("inner-title", said(role("الرئيس"), " ", speaker("الباجي قائد السبسي"))),
    ("foreign-body", build("و", cue("قالت"), " ", speaker("مؤسسة كونراد نورلاند"), " في بيان إن ", JOB, ".")),
    ("news-of-a-channel", build("و", cue("ذكرت"), " ", speaker("سي بي إس نيوز"), " أن ", JOB, ".")),
    ("report-from-a-medium", build(cue("كشف"), " ", speaker("تقرير من رويترز"), " أن ", JOB, ".")),
    ("retired-rank", said(role("العميد المتقاعد"), " ", speaker("سالم حداد"))),
    ("quoted-person", said(role("المنسق العام"), ' "', speaker("سالم حداد"), '"')),
    ("named-by-verb", said(role("أحد المحتجين"), "، ويدعى ", speaker("سالم حداد"), "،")),
    ("one-of-them", said("أحدهم ويدعى ", speaker("سالم حداد"), "،")),
    ("duals", said(role("الوزيران"), " ", speaker("سالم حداد وكريم منصور"))),
    ("country-as-name", said(speaker("مسؤول تركي رفيع"))),
    ("said-of-itself", said(speaker("المصدر نفسه"))),
    ("not-governmental", build("و", cue("قالت"), " ", speaker("المنظمات غير الحكومية"), " إن ", JOB, ".")),
    ("tag", build("و", cue("قالت"), " #", speaker("وزارة_الصحة"), " إن ", JOB, ".")),
    # the subject before its verb
    ("relative-between", build(speaker("سالم حداد"), "، الذي لم يحضر اللقاء، ", cue("قال"), " إن ", JOB, ".")),
    ("quoted-before", build('وكانت "', speaker("منظمة الشروق"), '" قد ', cue("أعلنت"), " أن ", JOB, ".")),
    ("indefinite-before", build("اطلعت الوزارة على ", speaker("وثيقة"), " ", cue("تقول"), " إن ", JOB, ".")),
    ("written-on", build("ورفعوا ", speaker("لافتات"), " ", cue("كتب"), ' عليها: "', JOB, '".')),
    ("antecedent-behind-and", build("عاد مدير الميناء سالم حداد والذي كان غائبا. والتقى الوفد المهندس ",
                                    speaker("نادر منصور"), " والذي ", cue("قال"), " إن ", JOB, ".")),
    ("antecedent-behind-a-pronoun", build(
        "أول من وصل هو ", speaker("سالم حداد"), " الذي ", cue("قال"), " إن ", JOB, ".")),
    ("spoken-of-by-another", build(
        "عادت الوزيرة إلى الجسر الذي ", cue("قالت"), " إنه ", content("آمن"), ".")),
    ("deed-of-more-than-saying", build("ودافعت البلدية عن القرار، ", cue("قائلة"), " إن ", JOB, ".")),
    ("marks-behind-the-subject", build("لكن الواقع أن ", speaker("النقابة"), ' "', cue("طلبت"), " من الأعضاء ",
                                       content("العودة"), '".')),
    ("headline-behind-a-time", build("21:15 ", speaking_role("وزير النقل"), " ", cue("يقول"), " إن ", JOB, ".")),
    ("headline-behind-a-colon", build("اقرأ أيضا: ", speaker("الحكومة المحلية"), " ", cue("تقول"), " إن ", JOB, ".")),
    ("images-say-nothing", build("نشرت المحطة صورا ", cue("قالت"), " إنها ", content("قديمة"), ".")),
    # courtesies, adjectives, marks and light objects around the subject
    ("courtesy-alone", said(speaking_role("الدكتور"))),
    ("courtesy-described", build("و", cue("قالت"), " ", speaking_role("السيدة"), " التي فقدت منزلها إن ", JOB, ".")),
    ("adjective-alone", said(speaking_role("عسكري"))),
    ("calling-of-a-specialist", said(role("استشاري جراحة القلب"), " الدكتور ", speaker("سالم حداد"))),
    ("courtesy-owned", build("و", cue("أكد"), " ", speaking_role("سموه"), " ", content("اهتمام البلدية بالجسر"), ".")),
    ("verbal-noun-in-the-chain", said(speaker("سالم حداد"), "، ", role("مؤسس شركة نشر الكتب"), "،")),
    ("verb-in-marks", build("و", cue("أكدت"), " ", speaker("صحيفة «سبق» المحلية"), " أن ", JOB, ".")),
    ("long-name-in-marks", build("و", cue("قالت"), " «", speaker("الهيئة المحلية للإنقاذ"), "» إن ", JOB, ".")),
    ("veil", build(cue("كشفت"), " ", speaker("شركة المرجان"), " النقاب عن ", content("هاتف جديد"), ".")),
    ("object-of-another-gender", build("و", cue("دعت"), " المجتمع الدولي إلى ", content("وقف القصف"), ".")),
    ("two-known-bodies", build(
        "و", cue("اتهم"), " ", speaker("الحوثيون"), " التحالف العربي ", content("بقصف الجسر"), ".")),
    ("relay-of-a-body-of-defence", build("نقلت ", via("وكالة محلية"), " عن ", speaker("بيان لقوات الدفاع البحرية"), " ",
                                         cue("قوله"), " إن ", JOB, ".")),
    # complements of bodies and titles
    ("body-of-a-trade", build("و", cue("كشفت"), " ", speaker("الهيئة المحلية للمهندسين"), " عن ", JOB, ".")),
    ("body-of-a-body", build("و", cue("أكدت"), " ", speaker("الأمانة العامة لهيئة الأطباء"), " أن ", JOB, ".")),
    ("told-to-journalists", build("و", cue("قالت"), " ", speaker("الوزارة المحلية"), " للصحفيين إن ", JOB, ".")),
    ("name-of-an-agency", build("و", cue("أفادت"), " ", speaker("الهيئة المحلية للإعلام"), " بأن ", JOB, ".")),
    ("trade-of-a-company", build("و", cue("قالت"), " ", speaker("شركة المرجان للإلكترونيات"), " إن ", JOB, ".")),
    ("faculty-of-a-university", said(speaker("سالم حداد"), "، ", role("أستاذ في كلية العلوم في جامعة الرمل"), "،")),
    ("festival-of-a-title", said(role("مدير الفعاليات بالمهرجان"), " ", speaker("سالم حداد"))),
    ("number-of-media", build("و", cue("ذكر"), " ", speaker("عدد من وسائل الإعلام"), " أن ", JOB, ".")),
    ("builder", said(speaker("سالم حداد"), "، وهو ", role("عامل في شركة بناء"), "،")),
    ("name-in-brackets", build("و", cue("قالت"), " ", speaker("صحيفة (النبأ) المحلية"), " إن ", JOB, ".")),
    ("team-named-by-a-verb", said(role("رئيسة فريق «نحيا معا»"), " ", speaker("ليلى حداد"), "،")),
    ("channel-of-a-title", said(role("المدير العام لقناة «النبأ»"), " ", speaker("سالم حداد"), "،")),
    ("midfielder", said(speaker("سالم حداد"), " ", role("لاعب خط وسط المرجان"))),
    ("special-sources", build("و", cue("أكدت"), " ", speaker("مصادر خاصة"), " أن ", JOB, ".")),
    # coordination
    ("and-colleagues", said("الدكتور ", speaker("سالم حداد وزملاؤه"), "،")),
    ("two-in-marks", build("و", cue("قالت"), ' ', speaker('جماعتا "الفجر" و"النور"'), " إن ", JOB, ".")),
    ("ministry-of-people", said(role("وزير الصحة والسكان"), " ", speaker("سالم حداد"))),
    ("title-behind-a-source", build(content("أغلق الطريق أمس"), "، ", cue("بحسب"), " ", speaker("سالم حداد"), "، ",
                                    role("محامي الأسرة"), ".")),
    # before the verb, and who is none
    ("lone-name-behind-a-particle", build(
        "إلا أن ", speaker("بنكرار"), " لم ", cue("يكشف"), " عن ", content("خطته"), ".")),
    ("aside-in-dashes", build("وكانت ", speaker("فصائل محلية"), " -بينها النجوم- ", cue("هددت"), " ",
                              content("بالعودة إلى القتال"), ".")),
    ("called-upon", build("و", cue("دعا"), " الجميع إلى ", content("الهدوء"), ".")),
    ("in-a-cable", build("بعث سالم حداد برقية إلى الرئيس، ", cue("أعرب"), " فيها عن ", content("أسفه"), ".")),
    ("news-as-subject", build("و", cue("تحدثت"), " ", speaker("أنباء محلية"), " عن ", content("إغلاق الجسر"), ".")),
    ("asked-of", build("و", cue("طلب"), " ", speaker("3 أعضاء في المجلس"), " من الوزارة ", content("التأجيل"), ".")),
    ("others-and-a-thing", build("و", cue("رأى"), " ", speaker("آخرون"), " الخطوة أنها ", content("متأخرة"), ".")),
    ("named-ahead-of-the-governor", build("أما ", speaker("سالم حداد"), "، فقد علق على الخطاب ", cue("قائلا"),
                                          ": ", content("عاد الوزير"), ".")),
    ("asked-about", build("وأجابت عن هوية السائق ", cue("بقولها"), " إن ", JOB, ".")),
    ("two-countries", build("و", cue("تتهم"), " ", speaker("تشاد"), " النيجر ", content("بتأخير العمل"), ".")),
]  # fmt: skip


@pytest.mark.parametrize("built", [pytest.param(case[1], id=case[0]) for case in ONE])
def test_speaker(built: Built) -> None:
    found = [spans_of(a) for a in extract(built.text).attributions]
    assert found == [built.spans]
