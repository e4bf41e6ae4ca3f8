"""The evidence of every attribution of a short sentence, whole: a rule that goes by another name is another rule."""

from __future__ import annotations

import pytest

from attribution import extract

EVIDENCE = {
    "قيل إن الجسر جاهز.": "content:that end:sentence speaker:passive resolved:passive",
    "تم الإعلان عن إغلاق الطريق.": "content:preposition end:sentence speaker:passive resolved:passive",
    "أصدرت الشركة بيانا قالت فيه إن الجسر جاهز.":
        "content:that end:sentence speaker:elided resolved:subject-here-verb",
    'قال: "الجسر جاهز".': "content:colon speaker:elided resolved:nobody",
    "قال إن الجسر جاهز.": "content:that end:sentence speaker:elided resolved:nobody",
    "قال سالم حداد: الجسر جاهز.": "content:colon end:sentence speaker:after resolved:mention",
    "دعا سالم حداد إلى ضبط النفس.": "content:preposition end:sentence speaker:after resolved:mention",
    "أعلنت الوزارة تأجيل المعرض.": "content:noun end:sentence speaker:after resolved:mention",
    "نفت الوزارة ذلك.": "content:noun end:pronoun speaker:after resolved:mention",
    '"الجسر جاهز"، قال سالم حداد.': "content:before speaker:after resolved:mention",
    'ذكر سالم حداد "أن الجسر جاهز".': "content:quote speaker:after resolved:mention",
    "أغلق الطريق، بحسب الوزارة.": "content:clause speaker:source resolved:mention",
    "وبحسب الوزارة، فإن الطريق مغلق.": "content:clause end:sentence speaker:source resolved:mention",
    "جاء قرار الإغلاق الذي أعلنته البلدية أمس.": "content:antecedent speaker:after resolved:mention",
    "نقلت وكالة النهر عن سالم حداد قوله إن الجسر جاهز.": "content:that end:sentence speaker:relay resolved:mention",
    "نقل الموقع عن سالم حداد أن الجسر جاهز.": "content:that end:sentence speaker:relay resolved:mention",
    "سالم حداد الذي قال إن الجسر جاهز.": "content:that end:sentence speaker:relative resolved:mention",
    "سالم حداد قال إن الجسر جاهز.": "content:that end:sentence speaker:before resolved:mention",
    "رفع السكان لافتة كُتب عليها «لا للإغلاق».": "content:quote speaker:described resolved:mention",
    "رد سالم حداد على ما كتب قائلا إن الجسر جاهز.":
        "content:that end:sentence speaker:governing-verb resolved:mention",
    "قال سالم حداد إن الجسر جاهز، مشيرا إلى أن الطريق مغلق.":
        "content:that end:participle speaker:after resolved:mention | "
        "content:that end:sentence speaker:governing-clause resolved:last-speaker-participle",
    "طالب العمال بزيادة الأجور.. وأن الجسر جاهز.": "content:preposition end:pause speaker:after resolved:mention",
}  # fmt: skip


@pytest.mark.parametrize("text", EVIDENCE)
def test_evidence(text: str) -> None:
    assert " | ".join(" ".join(a.evidence) for a in extract(text).attributions) == EVIDENCE[text]
