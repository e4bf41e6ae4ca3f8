"""Constructions of reports that were missed once, and their look-alikes, in sentences of the same build."""

from __future__ import annotations

import pytest

from attribution import extract
from tests.pieces import Built, build, content, cue, role, spans_of, speaker, speaking_role

FOUND = [
    ("said-before",
     build("وكان ", speaker("سالم حداد"), " قد ", cue("قال"), " من قبل إن ", content("الطريق مغلق"), ".")),
    ("said-later", build("و", cue("قالت"), " ", speaker("ليلى سعيد"), " فيما بعد إن ", content("الطريق مغلق"), ".")),
    ("these-hold", build("إذ ", cue("يرى"), " هؤلاء أن ", content("الطريق مغلق"), ".")),
    ("participle-with-its-own-subject",
     build("وزار الوفد الجسر، ", cue("مؤكدا"), " ", speaking_role("رئيس البلدية"), " أن ", content("العمل انتهى"),
           ".")),
    ("medium-without-a-source",
     build("و", cue("نقلت"), " ", speaker("وكالة النورس"), " أمس أن ", content("الطريق مغلق"), ".")),
    ("relative-clause-in-commas",
     build("و", cue("أظهرت"), " ", speaker("الدراسة"), "، التي أجراها المعهد، أن ", content("الجسر قديم"), ".")),
    ("quotation-behind-a-circumstance",
     build("و", cue("شرح"), " ", role("الوزير"), " ", speaker("سالم حداد"), ' في مؤتمر صحفي "',
           content("هذا الطريق أطول طرق البلاد كلها"), '".')),
    ("as-the-medium-handed-on",
     build(content("أغلق الطريق أمس"), "، كما ", cue("نقلته"), " ", speaker("وكالة النورس"), ".")),
    ("as-they-hold", build(content("أغلق الطريق أمس"), " كما ", cue("يزعمون"), ".")),
    ("responsibility",
     build("ولم ", cue("تعلن"), " ", speaker("أي نقابة"), " ", content("مسؤوليتها عنه"), ".")),
    ("critics-expect", build("و", cue("يرجح"), " ", speaker("منتقدون"), " أن ", content("يغلق الطريق"), ".")),
    ("early-hour",
     build("و", cue("أفادت"), " ", speaker("مصادر محلية"), " في ساعة مبكرة من مساء السبت ",
           content("بإغلاق الطريق"), ".")),
    ("firmly", build("و", cue("نفى"), " ", speaker("سالم حداد"), " بشكل قاطع ", content("هذه المزاعم"), ".")),
    ("whoever-they-are",
     build("و", cue("أشاد"), " ", speaker("القائمون على المعرض"), " ", content("بالعمال"), ".")),
    ("news-that-tells", build("وانتشر خبر ", cue("يفيد"), " ", content("بإغلاق الطريق"), ".")),
    ("chain-announces",
     build("و", cue("أعلنت"), " ", speaker("سلسلة مطاعم الزيتونة"), "، الأحد، عن ", content("فتح فرع ثالث"), ".")),
    ("on-a-line-of-their-own",
     build("و", cue("كتب"), " ", speaker("سالم حداد"), ":\n\n«", content("لن نعود إلى القرية قبل الربيع"), "».")),
    ("answered-her", build("و", cue("أجابها"), ": ", content("لا أمل"), ".")),
    ("searched-the-house",
     build("و", cue("اكتشفت"), " ", speaker("الشرطة"), " التي فتشت المنزل أن ", content("الباب مكسور"), ".")),
    ("on-the-pretext",
     build("وأغلق الطريق أمس ", cue("بحجة"), " أن ", content("الجسر قديم"), ".")),
    ("on-the-air-at-night",
     build("و", cue("أشار"), " ", speaker("برنامج الميزان"), " الذي يبث مساء عبر الإذاعة أن ",
           content("الطريق مغلق"), ".")),
    ("words-without-marks",
     build("و", cue("قال"), " ", speaker("سالم حداد"), " ", content("ليس هذا صحيحا"), ".")),
]  # fmt: skip

NOT_FOUND = [
    "ويعتبر الجسر ممرا مهما.",
    "وأعاد الوزير الوسام، كما نشر الدليل صورا من الحفل.",
    "وعاد اللاعب على أن يقسم المبلغ بينهم.",
    "ولا يمكن وصف الطريق بالسهل.",
    "ولم يرد عبر بريد الميناء على «النورس».",
    "وأعلنت حالة الطوارئ في المدينة.",
    "ويتوقع أن يعود الوفد غدا.",
    "وكشفت الدراسة عن ارتفاع كبير في الأسعار.",
    "وتحدث الوزير عن هذه المسألة.",
    "وأغلقت البلدية الطريق حتى يطالب السكان بفتحه.",
    "وعاد طالب جامعي بجائزة كبيرة.",
    "ولم يصل أي طلب رسمي.",
    "وهو من أخطر الطرق وأطولها.",
    "ويدين الفريق بالفضل في هذا الفوز للحارس.",
    "وهي مبالغ لا تكاد تذكر أمام حجم العمل.",
    "ولم يعدن بحاجة إلى المال.",
    "ويتوقع إغلاق الطريق غدا.",
    "واستشهد الجندي بالمدينة أمس.",
    "وجرى تحقيقه منذ إعلان الرئيس لمبادرة جديدة.",
]


@pytest.mark.parametrize(("name", "built"), FOUND, ids=[row[0] for row in FOUND])
def test_found(name: str, built: Built) -> None:
    assert [spans_of(found) for found in extract(built.text).attributions] == [built.spans], name


@pytest.mark.parametrize("text", NOT_FOUND)
def test_look_alike(text: str) -> None:
    assert [found.cue.text for found in extract(text).attributions] == []
