"""Sentences at the bounds of the rules: what one word more, one mark less or another class of word changes.

Most were written for mutants of the stages that nothing else told from the real ones (docs/robustness.md).
"""

from __future__ import annotations

import pytest

from attribution import Attribution, extract
from tests.pieces import Built, build, content, cue, role, spans_of, speaker, speaking_role, via

Row = tuple[str, str, Built]

ROWS: list[Row] = [
    ("indirect", "content:noun end:sentence speaker:after", build(
        "تم التأجيل بعدما ", cue("طلبت"), " ", speaker("ليلى حداد"), " ", content("التحقيق في الأمر"), ".")),
    ("indirect", "content:preposition end:sentence speaker:passive", build(
        "تم أمس في مدينة الساحل الكبيرة ", cue("الإعلان"), " عن ", content("إغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "تم صباح أمس في مدينة الساحل الكبيرة ", cue("الإعلان"), " عن ", content("إغلاق الطريق"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "وزعت الشركة بيانا ", cue("جاء"), " فيه أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:described", build(
        "صدر ", speaker("بيان"), " ", cue("جاء"), " فيه أن ", content("الجسر جاهز"), ".")),
    ("direct", "content:colon end:sentence speaker:described", build(
        "وزعت الشركة ", speaker("بيانا صحفيا"), " ", cue("جاء"), " فيه: ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:described", build(
        "وزعت الشركة ", speaker("وثيقة"), " ", cue("جاء"), " فيها أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "وزعت الشركة تقريرا ", cue("جاءت"), " فيها أن ", content("الجسر جاهز"), ".")),
    ("direct", "content:preposition end:sentence speaker:elided", build(
        "عاد المشروع الذي ", cue("وصفه"), ' بـ"', content("الخطوة الموفقة"), '".')),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "عاد المشروع الذي ", cue("وصفه"), " ", content("بالخطوة الموفقة أمس"), ".")),
    ("indirect", "content:preposition end:sentence speaker:before", build(
        speaker("فصائل"), " -بينها النجوم- ", cue("هددت"), " ", content("بالانسحاب من اللقاء"), ".")),
    ("indirect", "content:noun end:sentence speaker:before", build(
        speaker("الأرقام"), " ", cue("تؤكد"), " ", content("تراجع الأسعار"), ".")),
    ("indirect", "content:noun end:sentence speaker:before", build(
        speaker("سالم حداد"), " أمس ", cue("نفى"), " ", content("التهمة"), ".")),
    ("indirect", "content:noun end:sentence speaker:elided", build(
        "وزعت الشركة بيانا صحفيا ", cue("يعلن"), " فيه ", content("إغلاق الطريق"), ".")),
    ("indirect", "content:noun end:sentence speaker:elided", build(
        "كتبت ليلى حداد رسالة ", cue("تعلن"), " فيها ", content("إغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "كتبت ليلى حداد رسالة قصيرة ", cue("تطالب"), " فيها ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        cue("طالب"), " ", content("بإغلاق الطريق"), ".")),
    ("direct", "content:quote speaker:elided", build(
        "عاد الباب الكبير ", cue("يعلن"), ' "', content("النصر الكبير"), '" أمس.')),
    ("direct", "content:quote speaker:before", build(
        speaker("الباب الكبير"), " ", cue("أعلن"), " «", content("النصر"), "».")),
    ("indirect", "content:preposition end:sentence speaker:relative", build(
        "عادت ", speaker("الشركة"), " التي ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "عادت الشركة لكن ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات حيث ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات إذ ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات، ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات كما ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات من ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "طرقات ثم قد ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "طرقات كما قد ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "طرقات إنها ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات أنها ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات: ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات «", cue("طالبت"), " ", content("بإغلاق الطريق"), "».")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات و", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات هي ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "الطرقات ف", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "عادت شركات جديدة، ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "جاءت صديقتها ", cue("تطالب"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "جاءت الفتاة ", cue("تطالب"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "نقل ", via("الموقع"), " بيانا عن ", speaking_role("الوزير"), " ", cue("القول"), " إن ",
        content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "أعلن الموقع عن ", speaker("سالم حداد"), " ", cue("قوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "جاء في الصحيفة عن ", speaker("سالم حداد"), " ", role("مدير الشركة"), " أمس في المدينة الكبيرة اليوم ",
        cue("قوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "جاء في الصحيفة عن ", speaker("سالم حداد"), " أمس في المدينة الكبيرة اليوم مرة ", cue("قوله"), " إن ",
        content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "عاد الوفد. جاء عن ", speaker("سالم حداد"), " ", cue("قوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relay", build(
        "عن ", speaker("سالم حداد"), " ", cue("قوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "جاء من سالم حداد ", cue("قوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        speaker("سالم حداد"), " الذي قد ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        speaker("سالم حداد"), "، الذي لم ", cue("يقل"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "القوانين التي ", cue("قال"), " إنها ", content("قديمة"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        speaker("ليلى حداد"), " التي ", cue("قالت"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        speaker("ليلى حداد"), "، التي ", cue("قالت"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "مديرة الشركة الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد ", role("مدير شركة النقل"), " ", speaker("سالم حداد"), "، الذي ", cue("قال"), " إن ",
        content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد مدير شركة النقل البحري في مدينة الساحل الجديدة أمس مع ", speaker("سالم حداد"), "، الذي ", cue("قال"),
        " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد ", role("وزير النقل في حكومة العاصمة الجديدة"), " الدكتور ", speaker("سالم يوسف كريم حداد"), " الذي ",
        cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد ", role("وزير النقل البحري في حكومة العاصمة القديمة الجديدة"), " الدكتور ",
        speaker("سالم يوسف كريم حداد"), " الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "وزع المكتب ", speaker("تقريره"), "، الذي ", cue("أوضح"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "وزع المكتب ", speaker("التقرير"), " الذي ", cue("أوضح"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "زار الوفد ", speaker("الشركة"), " التي ", cue("أوضحت"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد الوفد مع ", speaking_role("الوزير"), " الذي ", cue("أوضح"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "يظن ", speaker("السكان"), " الذين ", cue("قالوا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "رد على ما كتب ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "نقل الموقع خبرا عن ", speaker("سالم حداد"), " ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "وهاجم ", speaker("سالم حداد"), " الشركة أمس، ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "عاد الوفد وهاجم ", speaker("سالم حداد"), " الشركة أمس، ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "عاد الوفد. هاجم ", speaker("سالم حداد"), " الشركة أمس، ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-clause", build(
        "عاد الوفد، وأعلنت الشركة إغلاق الطريق، ", cue("مضيفة"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "رد ", speaker("سالم حداد"), " ", cue("بقوله"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "وكتبت ", speaker("ليلى حداد"), " مقالا أمس ", cue("قائلة"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "قد رد ", speaker("سالم حداد"), " على الصحيفة ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "حيث رد ", speaker("سالم حداد"), " على الصحيفة ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "عاد الوفد، رد ", speaker("سالم حداد"), " على الصحيفة ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "عاد الوفد ثم رد ", speaker("سالم حداد"), " على الصحيفة ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-clause", build(
        "أكد سالم حداد أن العمل انتهى، ", cue("مضيفا"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:participle speaker:governing-verb", build(
        "علق ", speaker("سالم حداد"), " ", cue("مضيفا"), " أن ", content("الجسر جاهز"),
        "، مشيرا إلى أن الطريق مغلق.")),
    ("mixed: طريق الساحل، الذي تعبره الشاحنات", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الشركة"), " ", content("إغلاق «طريق الساحل، الذي تعبره الشاحنات» وفتح الجسر"),
        ".")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الشركة"), " ", content("إغلاق الطريق (الذي تعبره الشاحنات، وهو قديم) وفتح الجسر"),
        ".")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الشركة"), " ", content("إغلاق الطريق (الذي تعبره الشاحنات"), "، وهو قديم.")),
    ("indirect", "content:that end:participle speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، فيما يتعلق بالسيارات"),
        "، مضيفا أن الطريق مغلق.")),
    ("indirect", "content:noun end:outer-report speaker:governing-clause", build(
        "وقال المصدر، ", cue("طالبا"), " ", content("عدم ذكر اسمه"), "، إن الجسر جاهز.")),
    ("indirect", "content:noun end:outer-report speaker:governing-clause", build(
        "وقال المصدر، ", cue("طالبا"), " ", content("عدم ذكر اسمه"), " إن الجسر جاهز.")),
    ("indirect", "content:noun end:outer-report speaker:governing-clause", build(
        "وقال المصدر، ", cue("طالبا"), " ", content("عدم ذكر اسمه"), '، في حديث قصير: "الجسر جاهز".')),
    ("indirect", "content:noun end:other-speaker speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، وبعض التجار قالوا إن السوق خالية.")),
    ("indirect", "content:noun end:other-speaker speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"),
        "، وبعض تجار السوق القديمة قالوا إن السوق خالية.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض الذي يقام كل عام"), ".")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، تقول إنه قديم.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، عاد التجار إلى بيوتهم.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وعاد التجار إلى بيوتهم.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض الذي يقام كل عام ويزوره التجار"), ".")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض وليس إلغاءه"), ".")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وقد عاد التجار.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " ولم يعد التجار.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وهو قديم.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وهذا قرار صعب.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، وهذا قرار صعب.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، وحيث تقام السوق.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " ولكن التجار غاضبون.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " لكن التجار غاضبون.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، فإن التجار غاضبون.")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " فإن التجار غاضبون.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض وكشف الأسعار"), ".")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، ما أغضب التجار.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " مما أغضب التجار.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "؛ لكن التجار غاضبون.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "؛ ما أغضب التجار.")),
    ("indirect", "content:noun end:pause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), ".. وأن التجار غاضبون.")),
    ("indirect", "content:noun end:pause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), ".. والتجار غاضبون.")),
    ("indirect", "content:noun end:speech speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), ": «التجار غاضبون».")),
    ("indirect", "content:noun end:phrase-frame speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، في محاولة لإرضاء التجار.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض في محاولة لإرضاء التجار"), ".")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، وذلك لإرضاء التجار.")),
    ("indirect", "content:noun end:phrase-frame speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، بعد يوم من عودة الوفد.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض بعد يوم من عودة الوفد"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر على حد قوله، جاهز"), ".")),
    ("indirect", "content:that end:own-words speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " على حد قوله، وإن الطريق مغلق.")),
    ("indirect", "content:that end:source speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر"), "، بحسب الوزارة، جاهز.")),
    ("indirect", "content:that end:source speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ذلك وفقا للوزارة.")),
    ("indirect", "content:that end:source speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، بحسب الوزارة.")),
    ("mixed: الجسر جاهز بحسب الوزارة", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"الجسر جاهز بحسب الوزارة" وإن الطريق مغلق'), ".")),
    ("indirect", "content:that end:participle speaker:after", build(
        cue("قالت"), " ", speaker("ليلى حداد"), " إن ", content("الجسر جاهز"), " مشيرة إلى أن الطريق مغلق.")),
    ("indirect", "content:that end:participle speaker:after", build(
        cue("قالت"), " ", speaker("ليلى حداد"), " إن ", content("الجسر جاهز"), "، متهمة الشركة بأنها أغلقته.")),
    ("indirect", "content:that end:participle speaker:after", build(
        cue("قالت"), " ", speaker("ليلى حداد"), " إن ", content("الجسر جاهز"), "، مقدما شكره.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قالت"), " ", speaker("ليلى حداد"), " إن ", content("الجسر جاهز، صباحا ومساء"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قالت"), " ", speaker("ليلى حداد"), " إن ", content("الجسر جاهز، عائدا إلى المدينة"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " كما أضاف أن الطريق مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " فيما أكدت الوزارة أن الطريق مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"),
        " في حين أكدت الوزارة أن الطريق مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وقد أكدت الوزارة أنه مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " واليوم أكدت الوزارة أنه مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وقال.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، كما صرح أمس.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ثم صرح أمس.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، كما رفض طلب التأجيل.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، حيث رفض طلب التأجيل"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، بينما رفض طلب التأجيل.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، فيما رفض.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وتم الإعلان عن إغلاق الطريق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"),
        " وتم صباح أمس الإعلان عن إغلاق الطريق.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز وتمت زيارته"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، حيث أعلنت الوزارة أن العمل انتهى"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"),
        "، حيث أعلن سالم حداد أن العمل انتهى.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، حيث أعلن أن العمل انتهى.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، حيث طالب بالعمل"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، إذ أعلن أن العمل انتهى.")),
    ("indirect", "content:that end:reporting-noun speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وبقوله إن الطريق مغلق.")),
    ("indirect", "content:that end:participle speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " ومضيفا أن الطريق مغلق.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر وكشف الأسعار جاهزان"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وكشف عن أسعار التذاكر.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وكشف أن الطريق مغلق.")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), ' وكشف: "الطريق مغلق".')),
    ("indirect", "content:noun end:report speaker:after", build(
        cue("أكد"), " ", speaker("سالم حداد"), " ", content("ضرورة الهدوء"), " وكشف عن أسعار التذاكر.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أكد"), " ", speaker("سالم حداد"), " ", content("ضرورة الهدوء ورفض العنف"), ".")),
    ("indirect", "content:that end:looked-back speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، وهو ما قد نفته الوزارة.")),
    ("indirect", "content:that end:looked-back speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، وهو ما لم تنفه الوزارة.")),
    ("indirect", "content:that end:looked-back speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وهو ما نفته الوزارة.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، وهو ما رآه السكان"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، وهو من نفى ذلك"), ".")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " لكن الوزارة قالت إنه مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، لكن الوزارة قالت إنه مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ولكنها قالت إنه مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ولكنه أشار إلى الطريق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، لكنه قال.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، لكنه قد لا يفتح"), ".")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"),
        "، لكن وزير النقل في المدينة القديمة الكبيرة أمس قال إنه مغلق.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ",
        content("الجسر جاهز، لكن وزير النقل في المدينة القديمة الكبيرة صباح أمس قال إنه مغلق"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، لكن الطريق، قال الوزير إنه مغلق"), ".")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " غير أنه أكد أن الطريق مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، غير أن الطريق مغلق.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز غير أن الطريق مغلق"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز إلا أن الطريق مغلق"), ".")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، إلا أن الطريق مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، بيد أن الطريق مغلق.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " بيد أنه أكد أن الطريق مغلق.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر غير جاهز، وإن الطريق مغلق"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، بيد الوزارة مفاتيحه"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، إلا الطريق المغلق"), ".")),
    ("indirect", "content:that end:reporting-noun speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، بقوله إن الطريق مغلق.")),
    ("indirect", "content:that end:reporting-noun speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " بقوله إن الطريق مغلق.")),
    ("indirect", "content:noun end:reporting-noun speaker:after", build(
        cue("طلب"), " ", speaker("سالم حداد"), " ", content("إغلاق الطريق"), "، في قوله إن الطريق مغلق.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("طلب"), " ", speaker("سالم حداد"), " ", content("إغلاق الطريق في قوله إن الطريق مغلق"), ".")),
    ("indirect", "content:noun end:reporting-noun speaker:after", build(
        cue("طلب"), " ", speaker("سالم حداد"), " ", content("إغلاق الطريق"), "، مع القول إن الطريق خطر.")),
    ("indirect", "content:that end:frame speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وذلك خلال مؤتمر صحفي.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز؛ خلال مؤتمر صحفي"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز خلال مؤتمر صحفي"), ".")),
    ("indirect", "content:that end:frame speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " في إشارة إلى السيارات.")),
    ("indirect", "content:that end:frame speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، وفي إشارة إلى السيارات.")),
    ("indirect", "content:that end:silence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " من دون أن يوضح السبب.")),
    ("indirect", "content:that end:silence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، بدون أن يوضح السبب.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، دون أن يعود"), ".")),
    ("indirect", "content:that end:frame speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، دون توضيح السبب.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، وإنه لم يوضح السبب"), ".")),
    ("indirect", "content:that end:silence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، لم يوضح السبب.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " إلا أنه لم يوضح السبب.")),
    ("indirect", "content:that end:adversative speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " غير أن الوزير لم يوضح السبب.")),
    ("indirect", "content:that end:silence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، في حين لم يوضح السبب.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، ولا يوضح السبب"), ".")),
    ("indirect", "content:that end:report speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ولم يكشف عن الموعد.")),
    ("indirect", "content:that end:silence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), "، ولم يعط تفاصيل.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("العمل بدأ، حيث وصل المهندسون"), ".")),
    ("indirect", "content:that end:aside speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("العمل بدأ"), "؛ وحيث وصل المهندسون.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("العمل بدأ؛ وصل المهندسون"), ".")),
    ("direct", "content:quote speaker:after", build(
        '"', content("الجسر جاهز"), '"، ', cue("قال"), " ", speaker("سالم حداد"), '، "', content("والطريق مفتوح"),
        '".')),
    ("direct", "content:quote speaker:governing-clause", build(
        'كتب سالم حداد: "الجسر جاهز"، ', cue("مضيفا"), ' "', content("الطريق مفتوح"), '".')),
    ("indirect", "content:that end:sentence speaker:governing-clause", build(
        'كتب سالم حداد: "الجسر جاهز"، ', cue("مضيفا"), " أن ", content("الطريق مفتوح"), ".")),
    ("direct", "content:before speaker:after", build(
        '"', content("الجسر جاهز تماما"), '". "', content("الطريق مفتوح أيضا"), '"، ', cue("قال"), " ",
        speaker("سالم حداد"), ".")),
    ("direct", "content:before speaker:after", build(
        'عاد الوفد. "', content("الجسر جاهز تماما"), '". "', content("الطريق مفتوح أيضا"), '". "',
        content("العمل انتهى"), '"، ', cue("قال"), " ", speaker("سالم حداد"), ".")),
    ("direct", "content:before speaker:after", build(
        '"الجسر جاهز تماما" اليوم. "', content("الطريق مفتوح أيضا"), '"، ', cue("قال"), " ", speaker("سالم حداد"),
        ".")),
    ("direct", "content:before speaker:after", build(
        'عاد الوفد.\n"', content("الجسر جاهز تماما"), '". "', content("الطريق مفتوح أيضا"), '"، ', cue("قال"), " ",
        speaker("سالم حداد"), ".")),
    ("direct", "content:before speaker:after", build(
        '"الجسر جاهز تماما".\n"', content("الطريق مفتوح أيضا"), '"، ', cue("قال"), " ", speaker("سالم حداد"), ".")),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '". "', content("الطريق مفتوح"),
        '". وعاد الوفد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '". "الطريق مفتوح" اليوم. وعاد الوفد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '". "', content("الطريق مفتوح"), '". "',
        content("العمل انتهى"), '".\n"', content("وعاد الوفد"), '".')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"),
        '".\n"الطريق مفتوح". "العمل انتهى" قالت ليلى حداد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '".\n"', content("الطريق مفتوح"),
        '".\n"العمل انتهى" قالت ليلى حداد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '". "الطريق مفتوح" قالت ليلى حداد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"),
        '". "الطريق مفتوح"، وأضافت ليلى حداد أن العمل انتهى.')),
    ("direct", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ' إن "', content("الجسر جاهز"), '". "', content("الطريق مفتوح"),
        '". وعاد الوفد.')),
    ("mixed: الجسر جاهز | الطريق مفتوح", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"الجسر جاهز"، وإن "الطريق مفتوح"'), ".")),
    ("mixed: الجسر جاهز", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"الجسر جاهز" اليوم'), ".")),
    ("direct", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ' إن "', content("الجسر جاهز"), ".")),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '" وعاد الوفد.')),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": ", content('"الجسر" جاهز للسيارات'), ".")),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '"!')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '" (أمس).')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '" - وعاد.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '" ضاحكا.')),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ': "', content("الجسر جاهز"), '" قائلا إن العمل انتهى.')),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"المدينة" تعود'), ".")),
    ("mixed: المدينة الكبيرة", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"المدينة الكبيرة" تعود'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('حملة "البيت الكبير" تعود'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('البرنامج "البيت الكبير" يعود'), ".")),
    ("mixed: البيت الكبير", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('الطريق "البيت الكبير" يعود'), ".")),
    ("mixed: لا عودة", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"لا عودة" كانت سهلة'), ".")),
    ("mixed: البيت، الكبير، الجديد، القديم", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"البيت، الكبير، الجديد، القديم" كان سهلا'), ".")),
    ("mixed: البيت الكبير الجديد القديم الواسع", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"البيت الكبير الجديد القديم الواسع" كان سهلا'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"ليلى حداد" تعود'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('شركة "الشرق - الغرب" تعود'), ".")),
    ("mixed: بطيئة، طويلة", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العودة "بطيئة، طويلة" جدا'), ".")),
    ("mixed: بطيئة وطويلة", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العودة "بطيئة وطويلة" جدا'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العودة "البطيئة" جدا'), ".")),
    ("mixed: كل", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العودة "كل" جدا'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العودة "" جدا'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('"الإنترنت" توقف'), ".")),
    ("mixed: متعبين", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العمال "متعبين" جدا'), ".")),
    ("mixed: متعبات", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العمال "متعبات" جدا'), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content('العمال "متعبون" جدا'), ".")),
    ("direct", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ' إن " ', content("الجسر جاهز تماما"), ' ".')),
    ("direct", "content:clause speaker:source", build(
        '"', content("الجسر جاهز تماما"), '" ', cue("بحسب"), " ", speaker("سالم حداد"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content('أعلن سالم حداد أن "الجسر جاهز تماما" وأن الطريق مفتوح'), "، ", cue("بحسب"), " ",
        speaker("وكالة النهر"), ".")),
    ("mixed: جاهز تماما للعبور اليوم", "content:clause speaker:source", build(
        content('الجسر "جاهز تماما للعبور اليوم"'), "، ", cue("بحسب"), " ", speaker("وكالة النهر"), ".")),
    ("direct", "content:quote speaker:after", build(
        cue("أعلن"), " ", speaker("سالم حداد"), '، "', content("تأجيل الموعد"), '".')),
    ("indirect", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " :إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن: ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن، ", content("كما نعلم، الجسر جاهز"), ".")),
    ("direct", "content:quote end:participle speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " «", content("الجسر جاهز"), "، مضيفا أن الطريق مغلق.")),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": «", content("الجسر جاهز. العمل انتهى"), ".\nالطريق مفتوح.")),
    ("direct", "content:quote end:source speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " «", content("الجسر جاهز. العمل انتهى"), "، بحسب الوزارة.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("انتقد"), " ", speaker("سالم حداد"), " ", content('"المماطلين" في العمل'), ".")),
    ("direct", "content:noun end:sentence speaker:after", build(
        cue("انتقد"), " ", speaker("سالم حداد"), ' "', content("المماطلين"), '"، "الغائبين".')),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("انتقد"), " ", speaker("سالم حداد"), " ", content('"المماطلين" و"الغائبين"'), ".")),
    ("mixed: بالعمل", "content:preposition end:sentence speaker:after", build(
        cue("طالب"), " ", speaker("سالم حداد"), " ", content('"بالعمل" السريع'), ".")),
    ("indirect", "content:preposition end:sentence speaker:after", build(
        cue("شدد"), " ", speaker("سالم حداد"), " على ", content('"العمل" والصبر'), ".")),
    ("indirect", "content:preposition end:sentence speaker:after", build(
        cue("شدد"), " ", speaker("سالم حداد"), " على ", content('"العمل" الكثير'), ".")),
    ("direct", "content:quote speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ' "', content("الجسر جاهز"), '" والعمال.')),
    ("indirect", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": في ساعة مبكرة إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": في ساعة مبكرة جدا من صباح اليوم إن ", content("الجسر جاهز"), ".")),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": ", content("العمل في المدينة إن الجسر جاهز"), ".")),
    ("indirect", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": أمس إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": أن ", content("الجسر جاهز"), ".")),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ":، ", content("الجسر جاهز"), ".")),
    ("direct", "content:colon speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ':: "', content("الجسر جاهز"), '".')),
    ("direct", "content:colon end:participle speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": ", content("الجسر جاهز"), "، مضيفا أن الطريق مغلق.")),
    ("indirect", "content:preposition end:sentence speaker:after", build(
        cue("وعد"), " ", speaker("سالم حداد"), " ", content("بتقديم المال"), ".")),
    ("indirect", "content:noun end:pronoun speaker:after", build(
        cue("نفى"), " ", speaker("سالم حداد"), " ", content("ذلك"), " نفيا قاطعا.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("نفى"), " ", speaker("سالم حداد"), " ", content("ذلك الخبر كله"), ".")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("نفى"), " ", speaker("سالم حداد"), " ", content("هذه الأخبار كلها"), ".")),
    ("indirect", "content:noun end:pronoun speaker:after", build(
        cue("نفى"), " ", speaker("سالم حداد"), " ", content("هذا"), "، أمس.")),
    ("mixed: خطوة موفقة", "content:preposition end:sentence speaker:after", build(
        "و", cue("سمته"), " ", speaker("الوزارة"), " ", content('بـ"خطوة موفقة" كبيرة'), ".")),
    ("direct", "content:preposition end:subordinate speaker:after", build(
        "و", cue("سمته"), " ", speaker("الوزارة"), ' بـ"', content("خطوة موفقة"), '" حيث عاد.')),
    ("direct", "content:preposition end:sentence speaker:after", build(
        "و", cue("سمته"), " ", speaker("الوزارة"), ' بـ"', content("خطوة موفقة في المدينة"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("الوزارة"), "، ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("الوزارة"), " فإن ", content("الطريق مغلق"), ".")),
    ("direct", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("الوزارة"), ': "', content("الطريق مغلق"), '".')),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("الوزارة"), "، أمس، ", content("أغلق الطريق"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("عاد الوفد"), ". ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("عاد الوفد"), ". و", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("direct", "content:clause speaker:source", build(
        '"', content("عاد الوفد"), '". ', cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "جلس الوزير. ", content("عاد الوفد"), ". ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        "عاد الوفد و", cue("بحسب"), " ", speaker("الوزارة"), " فإن ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        "وقال سالم حداد إن، ", cue("بحسب"), " ", speaker("الوزارة"), "، ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        "وقال سالم حداد إن ", cue("بحسب"), " ", speaker("الوزارة"), " ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause speaker:source", build(
        'وقال سالم حداد "', content("إن الجسر"), "، ", cue("بحسب"), " ", speaker("الوزارة"), "، ", content("جاهز"),
        '".')),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), " كما ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), " ", cue("حسب"), " ", speaker("إحصاء"), " 2014.")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), " ", cue("بحسب"), " ", speaker("الصحافيين الفلسطينيين"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), "، سالم حداد.")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), "، ", content("أمس"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), "، وفتح الجسر.")),
    ("indirect", "content:clause speaker:source", build(
        content("أغلقت الوزارة"), "، ", cue("بحسب"), " ", speaker("المصدر"), "، ", content("الطريق"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("أرسلت الحكومة"), "، ", cue("بحسب"), " ", speaker("المصدر"), "، ", content("مئتي طائرة إلى المدينة"),
        "، مضيفا أنها عادت.")),
    ("indirect", "content:clause speaker:source", build(
        content("وأعلنت الحكومة"), " ", cue("وفق"), " ", speaker("الوكالة"), " ", content("أن الطريق مغلق"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("وأعلنت الحكومة"), "، ", cue("وفق"), " ", speaker("الوكالة"), "، ", content('أن "الطريق مغلق"'),
        ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", role("المؤرخة"), " ", speaker("ليلى حداد"), " من جامعة الساحل، فإن ",
        content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("وثيقة"), " اطلعت عليها الصحيفة، ", content("تنسحب الشاحنات"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        "و", cue("بحسب"), " ", speaker("الإحصاءات"), " التي أجريت فإن ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("الإحصاءات"), " التي أجريت، ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("ليلى حداد"), " ",
        role("المديرة العامة في الشركة الكبيرة للنقل البحري والجوي في الساحل القديم"), "، فإن ",
        content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("ليلى حداد"), "، ", role("المديرة العامة في الشركة الكبيرة"), "، فإن ",
        content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("مصدر"), " «رفض ذكر اسمه»، ", content("أغلق الطريق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("المصدر نفسه"), "، ", content("أغلق الطريق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("بيان"), " في الصحيفة، ", content("أغلق الطريق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("بيان"), " نشر أمس، ", content("أغلق الطريق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("بيان"), "، ", content("والطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("بيان"), "، أن ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause end:sentence speaker:source", build(
        cue("بحسب"), " ", speaker("بيان الوزارة"), " أن ", content("الطريق مغلق"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "بيروت: ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("direct", "content:clause speaker:source", build(
        'بيروت -"', content("أغلق الطريق"), '"، ', cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("وأغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "ويذكر أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "كما يذكر أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "يذكر أن، ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "من جهة أخرى ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "- من جهة أخرى، ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "إلى ذلك، كما ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:that end:main-clause speaker:passive", build(
        "بينما ", cue("قيل"), " إن ", content("سالم حداد تغيب، الطريق مغلق"), "، أظهر مقطع عودته.")),
    ("indirect", "content:that end:main-clause speaker:before", build(
        "رغم أن ", speaker("الوزارة"), " ", cue("أكدت"), " أن ", content("الجسر جاهز"), "، عاد الوفد.")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "رغم تأكيد الوزارة أمس ", cue("قالت"), " إن ", content("الجسر جاهز، عاد الوفد"), ".")),
    ("indirect", "content:that end:main-clause speaker:before", build(
        "مع أن ", speaker("الوزارة"), " ", cue("أكدت"), " أن ", content("الجسر جاهز"), "، عاد الوفد.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        "مع الوزارة ", cue("أكدت"), " ", speaker("الشركة"), " أن ", content("الجسر جاهز، عاد الوفد"), ".")),
    ("indirect", "content:that end:main-clause speaker:after", build(
        "عندما ", cue("قالت"), " ", speaker("الشركة"), " إن ", content("الجسر جاهز"), "، عاد الوفد.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        "اليوم ", cue("قالت"), " ", speaker("الشركة"), " إن ", content("الجسر جاهز، عاد الوفد"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز"), '. وعاد الوفد".')),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز"),
        '.. وعاد الوفد".')),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز"), '! وعاد الوفد".')),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز"), '"، وعاد الوفد.')),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaking_role("المدير"), " الذي طلب إغلاق الطريق إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:noun end:outer-report speaker:relative", build(
        "قال ", speaking_role("المدير"), " الذي ", cue("طلب"), " ", content("إغلاق الطريق"), " إن الجسر جاهز.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، ومن المقرر أن يعود الوفد"), ".")),
    ("indirect", "content:noun end:phrase-frame speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، ومن المقرر أن يعود الوفد.")),
    ("indirect", "content:noun end:phrase-frame speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " ومن المقرر أن يعود الوفد.")),
    ("indirect", "content:noun end:phrase-frame speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), "، وسط احتجاج العاملين.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("إغلاق المدارس وخاصة البعيدة"), ".")),
    ("indirect", "content:noun end:clause speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("إغلاق المدارس، ولا سيما البعيدة"), " وهي كثيرة.")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("إغلاق المدارس، بما فيها البعيدة"), ".")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("إغلاق المدارس، ببيت الوزير"), ".")),
    ("indirect", "content:that end:frame speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), " وجاء ذلك خلال لقاء صحفي.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز، وجاء الوفد"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "-- يذكر أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "عاد.\n\nيذكر أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "يذكر أنه ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "يشار إلى أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "هذا وقد ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "كما، ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "كما أن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "وفي المقابل، ", content("أغلق الطريق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز ... وعاد الوفد"),
        '. وجلس".')),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("طول الجسر 3.5 متر"),
        '. وجلس".')),
    ("indirect", "content:that end:sentence speaker:after", build(
        'وقالت الشركة "', cue("أكد"), " ", speaking_role("الوزير"), " أن ", content("الجسر جاهز"), '؟ وعاد الوفد".')),
    ("indirect", "content:that end:main-clause speaker:elided", build(
        "رغم أنه ", cue("قال"), " إن ", content("الجسر جاهز"), "، عاد الوفد.")),
    ("indirect", "content:that end:main-clause speaker:before", build(
        "رغم إن ", speaker("الوزارة"), " ", cue("أكدت"), " أن ", content("الجسر جاهز"), "، عاد الوفد.")),
    ("indirect", "content:that end:sentence speaker:after", build(
        "رغم سالم حداد ", cue("قالت"), " ", speaker("الشركة"), " إن ", content("الجسر جاهز، عاد الوفد"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "فصلت الشركة العمال ", cue("بدعوى"), " أنهم ", content("أغلقوا الطريق، والآخرون عادوا"), ".")),
    ("indirect", "content:that end:sentence speaker:after", build(
        "وجاء ", cue("قول"), " ", speaking_role("الوزير"), " إن ", content("الجسر جاهز، وتلقى العمال رسالة"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "قد ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "أمس ", cue("طالبت"), " ", content("بإغلاق الطريق"), ".")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وحيث تقام السوق.")),
    ("indirect", "content:noun end:subordinate speaker:after", build(
        cue("أعلنت"), " ", speaker("الوزارة"), " ", content("تأجيل المعرض"), " وبينما التجار غاضبون.")),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": ", content("وبينما عاد الوفد أغلق الطريق"), ".")),
    ("direct", "content:colon end:sentence speaker:after", build(
        cue("قال"), " ", speaker("سالم حداد"), ": ", content("فعندما عاد الوفد أغلق الطريق"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "عاد الجدار الذي ", cue("أسموه"), " ", content("بالجدار القديم"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "أعجبت الجدران السكان الذين ", cue("أسموها"), " ", content("بالجدران القديمة"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "جاء في قول سالم حداد الذي ", cue("أكد"), " على ", content("المبدأ"), ".")),
    ("indirect", "content:preposition end:sentence speaker:elided", build(
        "بيروت، لبنان (نبأ)-- ", cue("أعلن"), " في العاصمة عن ", content("توقيع اتفاق"), ".")),
    ("indirect", "content:noun end:sentence speaker:elided", build(
        "هدأ الناس، خصوصا من الأطفال، والذي ", cue("أبدوا"), " ", content("إعجابهم بالقصة"), ".")),
    ("indirect", "content:that end:sentence speaker:before", build(
        speaker("جميع الدلائل"), " ", cue("تؤكد"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:preposition end:sentence speaker:before", build(
        speaker("بعض الخبراء"), " ", cue("يحذرون"), " من ", content("تأخر العمل"), ".")),
    ("indirect", "content:preposition end:sentence speaker:before", build(
        speaker("هذه الشركة"), " ", cue("تحذر"), " من ", content("تأخر العمل"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "نقلت ", cue("القول"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:clause speaker:source", build(
        "لكن ", content("الطريق أغلق"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("لكن إن أغلق الطريق عاد الوفد"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:clause speaker:source", build(
        content("لكن أن يغلق الطريق صعب"), "، ", cue("بحسب"), " ", speaker("الوزارة"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "التقى الوفد المهندس ", speaker("سالم حداد"), " الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "كلم الصحيفة ", speaker("سالم حداد"), " الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "زار الوفد السيد ", speaker("سالم حداد"), " الذي ", cue("قال"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد الوفد مع ", speaker("البنك"), "، التي ", cue("قالت"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "عاد سالم حداد التي ", cue("قالت"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:relative", build(
        "عاد ", speaker("العمال"), "، والذين ", cue("قالوا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-verb", build(
        "دافع سالم حداد عن قراره ", cue("قائلا"), " إن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:that end:sentence speaker:governing-clause", build(
        "وقيل إن العمل انتهى، ", cue("مضيفا"), " أن ", content("الجسر جاهز"), ".")),
    ("indirect", "content:noun end:sentence speaker:after", build(
        cue("أعلن"), " ", speaker("طيران النورس"), " ", content("تسليم التذاكر"), ".")),
    ("indirect", "content:noun end:sentence speaker:before", build(
        speaker("المطار"), " ", cue("أعلن"), " ", content("عودة الرحلات"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "القرارات التي ", cue("قلت"), " إنها ", content("قديمة"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "القرار الذي ", cue("قالت"), " إنه ", content("قديم"), ".")),
    ("indirect", "content:that end:sentence speaker:elided", build(
        "زار الوفد المدينة التي ", cue("يقول"), " إنها ", content("قديمة"), ".")),
]  # fmt: skip


def says(found: Attribution) -> str:
    """The kind; of a mixed content the words in marks too."""
    return found.kind if found.kind != "mixed" else "mixed: " + " | ".join(span.text for span in found.quoted)


@pytest.mark.parametrize(("kind", "evidence", "built"), ROWS, ids=[row[2].text[:60] for row in ROWS])
def test_one_attribution(kind: str, evidence: str, built: Built) -> None:
    [at] = built.spans["cue"]
    found = [a for a in extract(built.text).attributions if (a.cue.start, a.cue.end) == at]
    assert [(says(a), " ".join(a.evidence[:-1]), spans_of(a)) for a in found] == [(kind, evidence, built.spans)]


NOTHING = [
    "- فصائل كثيرة - هددت بالانسحاب من اللقاء.",
    "البيئة تعبر عن قلق كبير.",
    "الطقس يهدد بتأجيل العمل.",
    "أمس نفى التهمة.",
    "الكبير طالب بإغلاق الطريق.",
    "الباب طالب بإغلاق الطريق.",
    "سالم حداد الذي قاله أمس عاد.",
    "عاد الوفد.\nبحسب الوزارة.",
    "بحسب الوزارة.",
    "جميع الدلائل تعبر عن قلق كبير.",
    "أعلنت حالة الطوارئ.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_said_to_say_anything(text: str) -> None:
    assert extract(text).attributions == ()
