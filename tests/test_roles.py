"""Roles of one speaker in the whole document: all of his titles, nobody else's, no pieces of a title."""

from __future__ import annotations

import pytest

from attribution import extract

ROLES = [
    ("plural-inside-a-title", "وكان رئيس الوزراء سالم حداد في الميناء. وأكد حداد أن الطريق مفتوح.", ["رئيس الوزراء"]),
    ("plural-before-a-country", "قال رئيس وزراء ماليزيا سالم حداد إن الجسر جاهز.", ["رئيس وزراء ماليزيا"]),
    ("inside-the-name", "قال المدرب زين الدين حداد إن الفريق جاهز.", ["المدرب"]),
    ("title-after-the-name", "وأكد الطبيب جورج نعيم، المستشار السابق للمنظمة، أن اللقاح آمن.",
     ["الطبيب", "المستشار السابق للمنظمة"]),
    ("courtesy", "قال أمير المنطقة سالم بن راشد إن الجسر جاهز. وأكد سموه أن الطريق مفتوح.", ["أمير المنطقة"]),
    ("another-office", "قال وزير الإعلام سالم حداد إن الجسر جاهز. وحضر وزير الصحة الجلسة. وأكد حداد أن الطريق مفتوح.",
     ["وزير الإعلام"]),
    ("the-plural-is-not-one", "قال الوزير سالم حداد إن الجسر جاهز. وعاد الوزراء. وأكد حداد أن الطريق مفتوح.",
     ["الوزير"]),
    ("title-inside-a-title", "وكان نائب رئيس قسم الهندسة سالم حداد في الميناء. وأكد حداد أن الطريق مفتوح.",
     ["نائب رئيس قسم الهندسة"]),
    ("title-inside-a-subject", "قال مدير عام هيئة المياه سالم حداد إن الطريق مفتوح.", ["مدير عام هيئة المياه"]),
    ("name-of-two-titles", "أعلن وزير المال، رائد خوري، أن الجسر جاهز. وقال خوري إن الطريق مفتوح.", ["وزير المال"]),
    ("of-a-title-alone", "قال رئيس الوزراء سالم حداد إن الجسر جاهز. وقال رئيس الوزراء إن الطريق مفتوح.",
     ["رئيس الوزراء"]),
    ("title-of-the-son", "وكان والد اللاعب سالم حداد في الملعب. وأكد حداد أنه جاهز.", ["والد اللاعب", "اللاعب"]),
    ("what-is-expressed", "عبر سالم حداد مدير الفريق عن سعادته بالفوز.", ["مدير الفريق"]),
    ("represented", "قال النائب عن حركة النهضة سالم حداد إن الجسر جاهز.", ["النائب عن حركة النهضة"]),
    ("verb-that-is-a-title", "قال سالم حداد إن الجسر جاهز. طالب حداد بفتح الطريق.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "roles"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_roles_of_the_speaker(text: str, roles: list[str]) -> None:
    found = [list(a.resolved.roles) if a.resolved else None for a in extract(text).attributions]
    assert found == [roles] * len(found)
    assert found
