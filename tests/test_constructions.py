"""One sentence a construction: the whole list of attributions is compared, text and spans from the same pieces."""

from __future__ import annotations

import pytest

from attribution import extract
from tests.pieces import Built, build, content, cue, role, spans_of, speaker, speaking_role, via

# (name, kind, speaker type, polarity, sentence)
ONE = [
    ("verb-clause", "indirect", "person", "asserted",
     build("و", cue("قال"), " ", role("وزير النقل"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), ".")),
    ("particle-pronoun", "indirect", "person", "asserted",
     build(cue("أعلن"), " ", speaker("سالم حداد"), " أنه ", content("سيفتح الجسر غدا"), ".")),
    ("colon-quotation", "direct", "person", "asserted",
     build("و", cue("أضاف"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '".')),
    ("quotation-at-once", "direct", "person", "asserted",
     build("و", cue("قالت"), " ", role("المديرة"), " ", speaker("ليلى سعيد"), ' "', content("الجسر جاهز"), '".')),
    ("quotation-first", "direct", "person", "asserted",
     build('"', content("الجسر جاهز"), '"، ', cue("قال"), " ", speaker("سالم حداد"), ".")),
    ("guillemets", "direct", "organization", "asserted",
     build("و", cue("أكدت"), " ", speaker("وزارة النقل"), " أن «", content("الجسر جاهز"), "».")),
    ("mixed", "mixed", "organization", "asserted",
     build("و", cue("قالت"), " ", speaker("الشركة"), " إن ", content('الجسر "آمن تماما" ومفتوح'), ".")),
    ("title-after", "indirect", "person", "asserted",
     build("و", cue("قال"), " ", speaker("سالم حداد"), "، ", role("رئيس البلدية"), "، إن ",
           content("الجسر جاهز"), ".")),
    ("title-only", "indirect", "role", "asserted",
     build("و", cue("أوضح"), " ", speaking_role("المتحدث باسم الشرطة"), " أن ", content("الطريق مغلق"), ".")),
    ("unnamed", "indirect", "unnamed", "asserted",
     build("و", cue("ذكرت"), " ", speaker("مصادر أمنية"), " أن ", content("الطريق مغلق"), ".")),
    ("document", "indirect", "document", "asserted",
     build("و", cue("أظهرت"), " ", speaker("دراسة جديدة"), " أن ", content("النوم يقوي الذاكرة"), ".")),
    ("noun-phrase", "indirect", "organization", "asserted",
     build(cue("أعلنت"), " ", speaker("وزارة التعليم"), " ", content("تأجيل الامتحانات أسبوعا"), ".")),
    ("preposition-an", "indirect", "person", "asserted",
     build(cue("أعرب"), " ", speaker("سالم حداد"), " عن ", content("قلقه من التأخير"), ".")),
    ("preposition-ila", "indirect", "person", "asserted",
     build("و", cue("دعا"), " ", speaker("سالم حداد"), " إلى ", content("تسريع العمل"), ".")),
    ("preposition-min", "indirect", "organization", "asserted",
     build("و", cue("حذرت"), " ", speaker("الأمم المتحدة"), " من ", content("كارثة وشيكة"), ".")),
    ("accused", "indirect", "person", "asserted",
     build("و", cue("اتهم"), " ", speaker("سالم حداد"), " الشركة بأنها ", content("تخفي الحقيقة"), ".")),
    ("described", "indirect", "none", "asserted", build("و", cue("وصفه"), " ", content("بالقرار الخاطئ"), ".")),
    ("denied", "indirect", "organization", "denied",
     build("و", cue("نفت"), " ", speaker("الشركة"), " ", content("وجود خلافات"), ".")),
    ("negated", "indirect", "organization", "negated",
     build("ولم ", cue("تعلن"), " ", speaker("الشرطة"), " ", content("عدد المصابين"), ".")),
    ("source-first", "indirect", "organization", "asserted",
     build("و", cue("بحسب"), " ", speaker("وزارة النقل"), "، فإن ", content("الطريق مغلق"), ".")),
    ("source-last", "indirect", "organization", "asserted",
     build(content("أغلق الطريق الساحلي أمس"), "، ", cue("وفق"), " ", speaker("وزارة النقل"), ".")),
    ("source-with-li", "indirect", "organization", "asserted",
     build(cue("وفقا ل"), speaker("وزارة النقل"), "، ", content("أغلق الطريق أمس"), ".")),
    ("reported-source", "indirect", "organization", "asserted",
     build(content("أغلق الطريق أمس"), "، ", cue("بحسب"), " ما أعلنت ", speaker("وزارة النقل"), ".")),
    ("relay", "indirect", "person", "asserted",
     build("ونقلت ", via("وكالة الأنباء"), " عن ", speaker("سالم حداد"), " ", cue("قوله"), " إن ",
           content("الجسر جاهز"), ".")),
    ("said-by-saying", "direct", "person", "asserted",
     build("وأضاف ", speaker("سالم حداد"), " ", cue("بالقول"), ': "', content("الجسر جاهز"), '".')),
    ("before-the-verb", "indirect", "organization", "asserted",
     build("لكن ", speaker("المعارضة"), " ", cue("أعلنت"), " ", content("انسحابها"), ".")),
    ("pluperfect", "indirect", "organization", "asserted",
     build("وكانت ", speaker("وزارة النقل"), " قد ", cue("أعلنت"), " ", content("إغلاق الطريق"), ".")),
    ("colon-alone", "direct", "person", "asserted",
     build(role("الوزير"), " ", speaker("سالم حداد"), cue(":"), " ", content("لن نغلق الطريق"), ".")),
    ("particle-alone", "indirect", "person", "asserted",
     build(speaker("سالم حداد"), "، ", role("وزير النقل"), "، اليوم الأربعاء، ", cue("إن"), " ", content("الجسر جاهز"),
           ".")),
    ("impersonal", "indirect", "none", "asserted", build("و", cue("قيل"), " إن ", content("الجسر جاهز"), ".")),
    ("tongue", "indirect", "person", "asserted",
     build(cue("أعلنت"), " الحركة على لسان ", role("المتحدث باسمها"), " ", speaker("سالم حداد"), " ",
           content("انسحابها من الحوار"), ".")),
    ("document-plural", "indirect", "document", "asserted",
     build("وجاء القرار بعد ", speaker("تقارير"), " ", cue("أكدت"), " ", content("إغلاق الميناء"), ".")),
    ("relative-closed-by-comma", "indirect", "unnamed", "asserted",
     build("و", cue("أكد"), " ", speaker("أحد السكان"), " في شريط نشرته المواقع والذي بثته القناة، أن ",
           content("الطريق مغلق"), ".")),
    ("source-sentence", "indirect", "organization", "asserted",
     build("عاد الوفد. ", content("أغلق الطريق أمس"), ". ", cue("بحسب"), " ", speaker("وكالة المدار"), ".")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "kind_of_speaker", "polarity", "built"), ONE, ids=[row[0] for row in ONE])
def test_construction(name: str, kind: str, kind_of_speaker: str, polarity: str, built: Built) -> None:
    found = extract(built.text).attributions
    assert [spans_of(a) for a in found] == [built.spans]
    assert [(a.kind, a.speaker_type, a.polarity) for a in found] == [(kind, kind_of_speaker, polarity)]


NONE = [
    "يذكر أن الجسر افتتح قبل عامين.",
    "سيعلن الوزير الخطة غدا.",
    "ومن المقرر أن يعلن الوزير الخطة غدا.",
    "التقى الوزير نظيره الفرنسي وناقش معه الخطة.",
    "قرر الوزير تأجيل الموعد ووافق المجلس على القرار.",
    "يقع السوق بين النهر والجبل.",
    "أضف الملح إلى الماء وحرك الخليط خمس دقائق.",
    "شاهدت المدينة فيلم «العودة» في قاعة «الأفق».",
    "نقلت الشاحنات البضائع من الميناء إلى المخازن.",
    "وزع الطالب الكتب على رفاقه.",
    "احتفى النادي بالفوز في الملعب.",
    "فضح اللاعب دفاع الخصم.",
    "",
    "   \n\n ",
]


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_reported(text: str) -> None:
    assert extract(text).attributions == ()
