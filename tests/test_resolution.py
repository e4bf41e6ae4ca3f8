"""Who a speaker is in the document: each row a text and the names, in the order of its reports."""

from __future__ import annotations

import pytest

from attribution import extract

ROWS = {
    "short name": (
        "قال وزير النقل سالم حداد إن الجسر جاهز. ثم انتقل الوفد إلى الميناء. وأوضح حداد أن الطريق مفتوح.",
        ["سالم حداد", "سالم حداد"],
    ),
    "dropped subject": (
        'أكدت مديرة المتحف ليلى سعيد أن القاعة جاهزة. وأضافت: "سنفتحها غدا".',
        ["ليلى سعيد", "ليلى سعيد"],
    ),
    "gender tells": (
        "قال سالم حداد إن الجسر جاهز، وقالت ليلى سعيد إن الطريق مغلق. وأضاف أن العمل انتهى.",
        ["سالم حداد", "ليلى سعيد", "سالم حداد"],
    ),
    "title alone": (
        "زار وزير النقل سالم حداد الميناء أمس. وقال الوزير إن العمل انتهى.",
        ["سالم حداد"],
    ),
    "another minister": (
        "زار وزير النقل سالم حداد الميناء أمس. وقال وزير الصحة إن العمل انتهى.",
        ["وزير الصحة"],
    ),
    "a kind of person": (
        "قال مهاجم الفريق سالم حداد إن الفوز مهم. وأكد اللاعب أن الموسم طويل.",
        ["سالم حداد", "سالم حداد"],
    ),
    "short body": (
        "أعلنت شركة النورس للنقل أن الخط جديد. وأكدت الشركة أن الأسعار لن ترتفع.",
        ["شركة النورس للنقل", "شركة النورس للنقل"],
    ),
    "body inside a title": (
        "قال المتحدث باسم وزارة الصحة سالم حداد إن اللقاح وصل. وأكدت الوزارة أن الكمية كافية.",
        ["سالم حداد", "وزارة الصحة"],
    ),
    "gloss": (
        "أعلنت منظمة البحار الحرة (نورس) أن الموسم بدأ. وقالت نورس إن الصيد ممنوع.",
        ["منظمة البحار الحرة (نورس)", "منظمة البحار الحرة (نورس)"],
    ),
    "this latter": (
        "التقى الوفد مديرة المصنع ليلى سعيد، وأكدت هذه الأخيرة أن العمل بدأ.",
        ["ليلى سعيد"],
    ),
    "carried out": ("وتم خلال الحفل الإعلان عن إنشاء مكتبة جديدة.", [None]),
    "issuer": ("أصدرت وزارة النقل بيانا أكدت فيه أن الجسر جاهز.", ["وزارة النقل"]),
    "written passive": ("قال سالم حداد إن الجسر جاهز. وذُكر أن الطريق مغلق.", ["سالم حداد", None]),
    "pair": (
        "قال سالم حداد ويوسف منصور إن الجسر جاهز. وأضافا أن الطريق مفتوح.",
        ["سالم حداد ويوسف منصور", "سالم حداد ويوسف منصور"],
    ),
    "a source behind the sentence hands nothing on": (
        'قال سالم حداد إن الجسر جاهز، وفق "صحيفة المدى". وتابع: "سنفتحه غدا".',
        ["سالم حداد", "صحيفة المدى", "سالم حداد"],
    ),
    "a name that opens a sentence as a verb": (
        "كرم وزير الثقافة سالم حداد الفائزين. وقال الوزير إن المسابقة ستعود.",
        ["سالم حداد"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_resolved(name: str) -> None:
    text, wanted = ROWS[name]
    found = extract(text).attributions
    assert [a.resolved.name if a.resolved else None for a in found] == wanted


def test_names_of_foreign_letters_are_one_name_and_take_no_particle_with_them() -> None:
    [found] = extract("قالت محطة إيه أف بي إن الخط جديد.").attributions
    assert (found.speaker and found.speaker.text, found.content[0].text) == ("محطة إيه أف بي", "الخط جديد")
    [found] = extract("أكد الخبير أن أي حكم سيصدر غدا.").attributions
    assert found.content[0].text == "أي حكم سيصدر غدا"
