"""Where contents begin and end, their kind, and the rule that decided, on sentences built from pieces."""

from __future__ import annotations

import pytest

from attribution import extract
from attribution.marks import pair_marks
from tests.pieces import Built, build, content, cue

Row = tuple[str, str, str, Built]


def _one(built: Built) -> tuple[list[list[tuple[int, int]]], list[str]]:
    """The ranges and kinds of the attributions whose cue is the labelled one."""
    (wanted,) = built.spans["cue"]
    found = [a for a in extract(built.text).attributions if (a.cue.start, a.cue.end) == wanted]
    return [sorted((s.start, s.end) for s in a.content) for a in found], [a.kind for a in found]


ENDS: list[Row] = [
    ("participle", "indirect", "participle",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، مضيفا أن الطريق مغلق.")),
    ("participle-without-comma", "indirect", "participle",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), " مشيرا إلى أن الطريق مغلق.")),
    ("source", "indirect", "source",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، وفق وكالة الأنباء.")),
    ("source-behind-that", "indirect", "source",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، وذلك وفق وكالة الأنباء.")),
    ("main-clause", "indirect", "main-clause",
     build("وبينما ", cue("قيل"), " إن ", content("سالم حداد تغيب عن الحفل"), "، أظهر مقطع عودته إلى القاعة.")),
    ("pretext", "indirect", "main-clause",
     build("فصلت الشركة العمال ", cue("بدعوى"), " أنهم ", content("أغلقوا الطريق"), "، وتلقى الآخرون رسالة.")),
    ("silence-while", "indirect", "silence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، في حين لم يوضح متى يفتتح.")),
    ("feminine-participle", "indirect", "participle",
     build(cue("قالت"), " الوزارة إن ", content("الخطة جاهزة"), "، مطالبة الدول كافة والمنظمات باتخاذ ما يلزم.")),
    ("report", "indirect", "report",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), " وأضاف أن الطريق مغلق.")),
    ("report-after-time", "indirect", "report",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، ومؤخرا أعلنت البلدية أن الطريق مغلق.")),
    ("report-after-where", "indirect", "report",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), " حيث أعلن أن الطريق مغلق.")),
    ("no-report-after-where", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الموظف دخل المبنى، حيث رحب بالضيوف"), ".")),
    ("report-meanwhile", "indirect", "report",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، في حين أكد فؤاد نعمة أن الطريق مغلق.")),
    ("masdar-before-predicate", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الكف عن المماطلة وكشف الحقيقة خطوة أولى"), ".")),
    ("adversative", "indirect", "adversative",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), " لكنه أكد أن الطريق مغلق.")),
    ("except-that", "indirect", "adversative",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، إلا أن فؤاد نعمة نفى ذلك.")),
    ("not-an-adversative", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("تأخير المشروع غير مقبول لأنه يعبر عن ضعف الإدارة"), ".")),
    ("frame", "indirect", "frame",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، وذلك خلال مؤتمر صحفي.")),
    ("no-frame", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر أغلق، وذلك بسبب تشققات فيه"), ".")),
    ("and-that-after", "indirect", "frame",
     build(cue("قال"), " سالم حداد إن ", content("الجسر أغلق"), "، وذلك بعد يوم من عودة الوفد.")),
    ("and-that-no-comma", "indirect", "phrase-frame",
     build(cue("طالب"), " العمال ", content("بزيادة الأجور"), " وذلك لتسديد الديون.")),
    ("and-that-not", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز، وإنه لم يذكر شيئا عن الطريق"), ".")),
    ("and-that-in-his-words", "indirect", "own-words",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), "، وذلك وفقا لما قاله في الحفل.")),
    ("but-said-of-it", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز ولكن أعلنت عطلة فيه"), ".")),
    ("described-by-a-verb", "indirect", "sentence",
     build(cue("أعلنت"), " الوزارة ", content("تخصيص مكتب، يطالب عبره السكان بحقوقهم"), ".")),
    ("reports-on", "indirect", "clause",
     build("و", cue("يتحدث"), " سالم حداد عن ", content("تخصيص مكتب"), "، يقول إن السكان طلبوه.")),
    ("found-nothing", "indirect", "sentence",
     build(cue("قالت"), " ليلى حداد إنها ", content("وصلت إلى القاعة، ولم تجد مقعدا خاليا"), ".")),
    ("brackets-for-marks", "indirect", "sentence",
     build(cue("طالبت"), " البلدية السكان ", content("بوقف (رمي النفايات، التي تسد المجاري)"), ".")),
    ("as-besides", "indirect", "subordinate",
     build(cue("طالبت"), " النقابة ", content("بإعادة المفصولين"), "؛ كما عاد الوفد إلى المدينة.")),
    ("and-will", "indirect", "clause",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), "، وسوف يعود الوفد غدا.")),
    ("silence-without", "indirect", "silence",
     build(cue("قال"), " سالم حداد إن ", content("الموعد تأجل"), "، دون أن يوضح السبب.")),
    ("silence-but", "indirect", "silence",
     build(cue("قال"), " سالم حداد إن ", content("الموعد تأجل"), " لكنه لم يحدد موعدا آخر.")),
    ("silence-and", "indirect", "silence",
     build(cue("قالت"), " الوزارة إن ", content("الموعد تأجل"), "، ولم تذكر السبب.")),
    ("own-words", "indirect", "own-words",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), " على حد قوله.")),
    ("own-words-inside", "indirect", "sentence",
     build(cue("أضاف"), " سالم حداد أن ", content("الخاسر في هذه الأزمة على حد وصفه، المواطن البسيط"), ".")),
    ("phrase-relative", "indirect", "relative",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), "، الذي يقام كل عام.")),
    ("phrase-clause", "indirect", "clause",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), "، وهو أكبر معارض المدينة.")),
    ("phrase-but", "indirect", "subordinate",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), "، لكن التجار غاضبون.")),
    ("phrase-while", "indirect", "subordinate",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), " بينما التجار غاضبون.")),
    ("but-another-subject", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز، لكن العمال لم يعودوا"), ".")),
    ("but-the-same-subject", "indirect", "sentence",
     build(cue("قال"), " سالم حداد إن ", content("الجسر جاهز، لكنه ضيق"), ".")),
    ("but-far-report", "indirect", "adversative",
     build(cue("ادعى"), " المتهم أنه ", content("مريض"), "، لكن تقريرا طبيا عرض أمس أكد أن حالته مستقرة.")),
    ("looked-back", "indirect", "looked-back",
     build(cue("قيل"), " إن ", content("اللجنة انقسمت"), "، وهو ما نفاه حداد.")),
    ("before-he", "indirect", "frame",
     build(cue("قال"), " سالم حداد إن ", content("الرخصة سارية"), "، قبل أن يتراجع.")),
    ("then", "indirect", "report",
     build(cue("أوضحت"), " ليلى حداد أنها ", content("تلقت ثلاثة عروض"), "، ثم تساءلت عن السبب.")),
    ("refused", "indirect", "report",
     build("و", cue("ينكر"), " حداد أن ", content("الحكومة منحازة"), "، كما رفض طلبا بتمديد المهلة.")),
    ("speech-behind-a-phrase", "indirect", "speech",
     build("عبر حداد عن غضبه، ", cue("طالبا"), " ", content("الاكتفاء باسمه الأول"), ': "لن أعود".')),
    ("asked-in-commas", "indirect", "outer-report",
     build("وقال المصدر، ", cue("طالبا"), " ", content("عدم ذكر اسمه"), '، للصحيفة: "لن نقبل".')),
    ("carried", "indirect", "report",
     build(cue("أكدت"), " الغرفة ", content("التزامها بالخطة"), "، وتم الإعلان عن إنشاء صندوق.")),
    ("pointing-to", "direct", "frame",
     build(cue("قالت"), ' ليلى حداد إن "', content("المدينة تزخر بالكفاءات"), '" في إشارة إلى الأطباء.')),
    ("inside-another", "indirect", "outer-report",
     build("وقال المسؤول الذي ", cue("طلب"), " ", content("عدم الكشف عن هويته"), " إن البحارة في صحة جيدة.")),
    ("phrase-frame", "indirect", "phrase-frame",
     build(cue("أعلنت"), " الوزارة ", content("تأجيل المعرض"), "، بالتزامن مع بدء العطلة.")),
    ("phrase-restricted", "indirect", "sentence",
     build(cue("دعا"), " سالم حداد إلى ", content("ضبط النفس فيما يتعلق بالحدود"), ".")),
    ("phrase-including", "indirect", "sentence",
     build(cue("أعلنت"), " الوزارة ", content("إغلاق المدارس، بما فيها مدرسة النهر"), ".")),
    ("phrase-other-speaker", "indirect", "other-speaker",
     build("بعضهم ", cue("عزا"), " التأخير إلى ", content("ضعف التمويل"), "، والبعض الآخر يعزوه إلى سوء الإدارة.")),
    ("noun-in-ta", "indirect", "sentence",
     build(cue("ثمن"), " سالم حداد ", content("دعم البلدية للنادي ومسيرته الطويلة"), ".")),
    ("quotation-of-another", "indirect", "outer-report",
     build('وقال الضابط الذي ', cue("طلب"), " ", content("إخفاء هويته"), ' "غرق القارب كله".')),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "rule", "built"), ENDS, ids=[row[0] for row in ENDS])
def test_content_ends(name: str, kind: str, rule: str, built: Built) -> None:
    assert _one(built) == ([built.spans["content"]], [kind])
    (at,) = built.spans["cue"]
    (found,) = [a for a in extract(built.text).attributions if (a.cue.start, a.cue.end) == at]
    assert f"end:{rule}" in found.evidence


OTHERS: list[tuple[str, str, Built]] = [
    ("thanks", "indirect", build("و", cue("شكر"), " سالم حداد العاملين ", content("على جهودهم"), ".")),
    ("described-in-marks", "mixed",
     build(cue("هاجم"), ' سالم حداد خصومه ', content('"الغاضبين" الذين "ظلوا يتمنون فشل المشروع كله"'), ".")),
    ("letters-spelt-out", "indirect",
     build(cue("كشفت"), ' رسالة حصلت عليها خدمة "آر تي دي" الإخبارية عن ', content("عجز في الميزانية"), ".")),
    ("and-behind-a-quotation", "mixed",
     build("ودعا الوفد إلى الهدوء ", cue("منوها"), " على ",
           content('"احترام المواعيد المتفق عليها" والتصدي للفوضى'), ".")),
    ("named", "direct",
     build("و", cue("سمته"), ' الوزارة بـ"', content("خطوة موفقة"), '" في ضاحية المدينة.')),
    ("manner", "direct",
     build(cue("هتف"), ' الطلاب بصوت واحد "', content("لا نريد صراخكم"), '".')),
    ("if", "indirect",
     build(cue("يقول"), " المدربون ", content("إن كان السد متينا، فإن المدينة آمنة"), ".")),
    ("question-and", "indirect",
     build("كيف ", cue("يقال"), " إن ", content("أمن القرية من أمن المدينة؟ وإن فيها من يخاف؟"))),
    ("run-together", "mixed",
     build("و", cue("قال"), " سالم حداد، إن", content('الكشف عن النصب "دلالة بارعة"'), ".")),
    ("besides-another-clause", "indirect",
     build("لكن حداد ", cue("نفى"), " ", content("ترشحه للوظيفة"), "، كما أن الجماعة نفت ذلك.")),
    ("two-dots", "indirect",
     build(cue("قال"), " سالم حداد إن ", content("برنامج عمله متواصل"), ".. وفيما يتعلق بعطلته فلا جديد.")),
    ("antecedent-with-complement", "indirect",
     build("جاء ", content("قرار تمكين السكان من السكن"), "، الذي ", cue("أعلنته"), " البلدية أمس، بعد عام.")),
    ("resumed-behind-the-cue", "direct",
     build('"', content("إن الوضع صعب"), '" هذا ما ', cue("قالته"), ' سلمى حداد.\n"', content("عدنا بلا ماء"), '."\n')),
    ("title-behind-the-source", "indirect",
     build(content("أغلق الطريق الساحلي"), "، ", cue("وفق"), " ما أكده مدير الميناء، سالم حداد.")),
    ("title-of-a-work", "indirect",
     build("و", cue("أعلن"), " سالم حداد، خلال مروره ببرنامج «حديث الناس»، أن ", content("الحزب سيفوز"), ".")),
    ("body-in-marks", "indirect",
     build(cue("طلب"), ' حداد من "وزارة النقل"، ', content("إعفاء المدينة من الرسوم"), ".")),
    ("quotation-and-what-follows", "direct",
     build(cue("يصف"), " حداد الرسوم بأنها «", content("مكتبة كاملة"), "»، ويعتقد أن الكهف كان معبدا.")),
    ("told-of-the-source", "indirect",
     build("و", cue("بحسب"), " المؤرخة ليلى حداد من جامعة السواحل، فإن ", content("الرسام كان تاجرا"), ".")),
    ("told-of-the-document", "indirect",
     build("و", cue("وفقا ل"), "وثيقة اطلعت عليها الصحيفة، ", content("تنسحب المدفعية غدا"), ".")),
    ("clock", "direct",
     build(cue("قالت"), " الشركة في تغريدة نشرتها الساعة 9:40: «", content("نعتذر لجميع العملاء"), "».")),
    ("preposition-again", "indirect",
     build(cue("شدد"), " سالم حداد، لدى إشرافه على جلسة عمل، على ", content("ضرورة العودة إلى العمل"), ".")),
    ("predicates-in-marks", "mixed",
     build("و", cue("زعمت"), " الإدارة أن ", content('المذكرة "ناقصة ومجتزأة"'), "، مدعية أن الضخ توقف.")),
    ("day-and-month", "indirect",
     build(cue("كشفت"), " صحف محلية في الـ9 من الشهر الماضي عن ", content("احتجاز شاحنة"), ".")),
    ("day-before-the-object", "indirect",
     build("و", cue("أعلنت"), " الوزارة، يوم 4 مارس، في بيان قصير، ", content("تأجيل الموسم"), ".")),
    ("bare-speech", "direct", build("و", cue("قال"), " سالم حداد ", content("لقد تعودت أن أعود باكرا"), ".")),
    ("pronoun", "indirect", build("وقد ", cue("نفى"), " الوزير ", content("ذلك"), " نفيا قاطعا.")),
    ("by-the-claim", "indirect",
     build(cue("طلب"), " حداد ", content("إخلاء سبيله"), " بدعوى أنه مريض.")),
    ("led-by-another-quotation", "direct",
     build('عاد الوفد.\n"', content("لا أخاف على نفسي"), '". "', content("أخاف على أولادي"), '"، ', cue("قال"),
           " سالم حداد.\n")),
    ("paragraphs-without-closing-marks", "direct",
     build(cue("يقول"), " حداد: «", content("كنت أظن أنني انتهيت. ثم عدت إلى العمل"), ".\n«",
           content("في العمل فهمت ما فاتني"), "».\n")),
    ("adjective-behind-the-source", "indirect",
     build(content("أصيب مئة عامل"), " ", cue("بحسب"), " نقابة الصحافيين الفلسطينيين.")),
    ("as-they-say", "indirect",
     build(content("بلغ التأخير"), "، على ما ", cue("يقول"), " خبراء، ", content("مستوى غير مسبوق"), ".")),
    ("directly-begun", "indirect",
     build(cue("أعلن"), " سالم حداد، الأحد، ", content("المباشرة بإعادة تأهيل الجسر القديم"), ".")),
    ("joined-to-the-sentence-before", "indirect",
     build("و", cue("أعلنت"), " الوزارة من جهة أخرى ", content("تأجيل العطلة في مدارس المدينة"), ".")),
    ("manner-before-the-content", "indirect",
     build(cue("ندد"), " النواب بكلمات بالغة الحدة ", content("بتأخر الرواتب"), ".")),
    ("where-the-addressees-are", "indirect",
     build(cue("طالب"), " حداد السائقين بمحافظة الساحل ", content("بتخفيف السرعة"), ".")),
    ("owed-to", "indirect",
     build("و", cue("عزا"), " سالم حداد السبق لنادي المدينة إلى ", content("جودة التدريب"), ".")),
    ("medium-in-marks-speaks", "indirect",
     build("و", cue("كشفت"), " «المرفأ» ", content("أسباب التأخير"), ".")),
    ("long-title-of-a-work", "indirect",
     build(cue("يؤكد"), " سالم حداد مؤلف كتاب «النخيل والجبال على ضفاف النهر الكبير» أن ", content("الشعر حي"), ".")),
    ("month-of-two-names", "indirect",
     build(cue("يعلن"), " الوزير سالم حداد الأحد 3 نيسان/أبريل ", content("موقفه من الجسر"), ".")),
    ("place-in-apposition", "indirect",
     build(cue("أعلنت"), " بلدية العاصمة، باريس، عن ", content("تجديد الحدائق"), ".")),
    ("many-thanks", "indirect",
     build("وقدم حداد ", cue("شكره"), " الجزيل للعمال ", content("على صبرهم"), ".")),
    ("asked-whether", "indirect", build("و", cue("تساءل"), " حداد ", content("عما إن كان المدير يدرك الأمر"), ".")),
    ("numbered-speaker", "indirect", build(cue("أعلنت"), " 8 منظمات ", content("تفعيل الخطة"), ".")),
    ("space-before-the-stop", "indirect",
     build("عاد الوفد .", cue("قالت"), " الوزارة إن ", content("الجسر جاهز"), " .وافتتح المعرض.")),
    ("verb-form-behind-b", "indirect",
     build("و", cue("ندد"), " سالم حداد ", content("بتدخل البلدية في الأسعار"), ".")),
    ("surname-in-marks", "indirect",
     build("و", cue("أشاد"), ' الدكتور "حداد" ', content("بالدعم الكبير"), ".")),
    ("name-in-title", "direct",
     build("و", cue("أوضح"), ' فؤاد نعمة، المتحدث باسم الرئيس سالم حداد "', content("لا نعرف من فعل هذا"), '".')),
    ("at-the-same-time", "indirect",
     build("و", cue("انتقد"), " سالم حداد في الوقت نفسه ", content("قرار البلدية"), ".")),
    ("for-the-sake", "indirect", build(cue("دعا"), " سالم حداد إلى ", content("السلام"), ".")),
    ("how", "indirect", build("و", cue("وصف"), " سالم حداد ", content("كيف أنه عاد إلى القرية وحده"), ".")),
    ("broken-quotation", "mixed",
     build("و", cue("تابع"), " سالم حداد ",
           content('"كان الفريق مستعدا" بما في ذلك الحراس "وكان الجمهور حاضرا"'), ".")),
    ("quoted-start-of-phrase", "mixed",
     build("و", cue("ندد"), " سالم حداد ", content('"بالحد من استخدام" السيارات'), ".")),
    ("colon-and-particle-enclosed", "direct",
     build(cue("قالت"), ' سلمى حداد: إنها "', content("أجمل مدينة زرتها في حياتي"), '".')),
    ("second-quotation", "direct",
     build('كتب سالم حداد في تغريدة "لن نتراجع أبدا"، ', cue("مضيفا"), ' "', content("سنعود غدا"), '".')),
    ("quotation-of-the-inner-report", "indirect",
     build(content('أعلن سالم حداد أن "الجسر آمن تماما"'), "، ", cue("بحسب"), " وكالة الأنباء.")),
    ("after-dateline", "indirect",
     build("صنعاء، اليمن (سبأ) – ", content("أغلق الطريق الساحلي"), "، ", cue("بحسب"), " وزارة النقل.")),
    ("but-before-the-clause", "indirect",
     build("عاد الوفد. ولكن ", content("النقابة انسحبت من الاجتماع"), " ", cue("بحسب"), " وكالة الأنباء.")),
    ("a-site-and-a-time-before-that-with-b", "indirect",
     build(cue("اتهم"), " سالم حداد في رسائل بموقع تويتر، ليل الأحد النقابة بأنها ", content("تقدم وعودا"), ".")),
    ("after-formula", "indirect",
     build("يذكر أن ", content("الطريق أغلق قبل عامين"), "، ", cue("بحسب"), " وزارة النقل.")),
    ("after-connector", "indirect",
     build("إلى ذلك، ", content("أغلق الطريق الساحلي"), "، ", cue("بحسب"), " وزارة النقل.")),
    ("after-as", "indirect", build("كما ", content("أغلق الطريق الساحلي"), " ", cue("وفق"), " وزارة النقل.")),
    ("before-that", "indirect",
     build(content("أغلق الطريق الساحلي"), "، وذلك ", cue("بحسب"), " وزارة النقل.")),
    ("indefinite-adjective", "mixed", build(cue("قال"), " سالم حداد إن ", content('اللقاء كان "رائعا"'), ".")),
    ("noun-in-marks", "indirect", build(cue("قال"), " سالم حداد إن ", content('البيع عبر "الهاتف" توقف'), ".")),
    ("body-of-two-words-in-marks", "indirect",
     build(cue("قال"), " سالم حداد إن ", content('المحكمة "ديوان المظلومين" أغلقت'), ".")),
    ("quoted-name", "indirect", build(cue("قال"), " سالم حداد إن ", content('صحيفة "المرفأ" توقفت'), ".")),
    ("foreign-name", "indirect",
     build(cue("أعلنت"), ' شركة "أو بي جي إل" ', content("انسحابها من السوق"), ".")),
    ("source-behind-that", "indirect",
     build("وأكد سالم حداد أنه، ", cue("وفق"), " التقرير، ", content("ارتفعت الأسعار"), ".")),
    ("source-before-that", "indirect",
     build(content("أكدت الشركة"), "، ", cue("بحسب"), " وزارة النقل، ", content("أن الطريق مغلق"), ".")),
    ("source-before-speech", "indirect",
     build(content("قال سالم حداد"), "، ", cue("بحسب"), " وزارة النقل، ", content('"سنعود غدا"'), ".")),
    ("issued-by", "indirect",
     build(cue("أعلنت"), " وزارة النقل، في بيان صادر عن مكتبها، ", content("إغلاق الطريق"), ".")),
    ("likely-to", "indirect",
     build(cue("طالب"), " سالم حداد ", content("بالامتناع عن قرارات من شأنها أن تعمق الخلاف"), ".")),
    ("against-somebody", "indirect",
     build(cue("وصف"), " سالم حداد ما فعلته الشركة بحقه ", content("بالجريمة"), ".")),
    ("unclosed-quotation", "direct",
     build(cue("قالت"), ' سلمى حداد "', content("لن نغلق الطريق"), "، مضيفة أن الجسر جاهز.\n\nوعاد الوفد.")),
    ("despite-what-the-speaker-says", "indirect",
     build(cue("قالت"), " سلمى حداد إن ", content("العمل انتهى، رغم أن الجسر مغلق"), ".")),
    ("but-of-the-speaker", "indirect",
     build(cue("قالت"), " سلمى حداد إن ", content("الجسر جاهز، ولكن الوزارة لم تفتحه"), ".")),
    ("but-at-once", "indirect",
     build(cue("قالت"), " سلمى حداد إن ", content("الجسر جاهز ولكن الطريق مغلق"), ".")),
    ("semicolon-and-where", "indirect",
     build(cue("قال"), " سالم حداد إن ", content("العمل بدأ"), "؛ حيث وصل المهندسون.")),
    ("which-means-that", "indirect",
     build(cue("قال"), " سالم حداد إن ", content("العمل انتهى مما يعني أن الطريق سيفتح"), ".")),
    ("brackets-inside", "indirect",
     build(cue("أعلن"), " سالم حداد (مدير الشركة) أن ", content("العمل بدأ (قبل عامين)"), ".")),
    ("quotation-of-the-next-line", "direct",
     build(cue("قال"), " سالم حداد: «", content("الجسر جاهز"), "».\n«", content("سنفتحه غدا"), "».\nوعاد الوفد.")),
    ("quotation-before-that-of-the-cue", "direct",
     build("«الجسر جاهز».\n«", content("سنفتحه غدا"), "»، ", cue("قال"), " سالم حداد.")),
    ("source-in-a-relative-clause", "indirect",
     build(cue("بحسب"), " الوزارة التي تشرف على العمل، فإن ", content("الجسر جاهز"), ".")),
    ("source-that-refuses-its-name", "indirect",
     build("و", cue("بحسب"), " مصدر في الوزارة رفض ذكر اسمه، فإن ", content("الجسر جاهز"), ".")),
    ("source-and-two-clauses", "indirect",
     build("و", cue("بحسب"), " الوزارة، ", content("الجسر جاهز والطريق مفتوح"), ".")),
    ("source-of-what-was-said", "indirect",
     build(content("عاد الوفد"), " ", cue("بحسب"), " ما ذكرت الصحيفة.")),
    ("medium-in-marks-before-the-colon", "direct",
     build(cue("قالت"), ' سلمى البنا لـ"فنار": ', content("الأطفال بخير"), ".")),
    ("medium-in-marks-before-that", "indirect",
     build("و", cue("أكدت"), ' سلمى البنا لـ"فنار" أن ', content("الأطفال بخير"), ".")),
    ("few-words-in-marks-behind-the-speaker", "direct",
     build("و", cue("علق"), ' النائب "', content("خبر سار"), '".')),
    ("few-words-wished", "direct",
     build("و", cue("تمنى"), " لسلمى «", content("الشفاء العاجل"), "».")),
    ("shouted-against", "direct",
     build("أطلق الشبان ", cue("هتافات"), ' ضد "', content("غلاء الخبز"), '".')),
    ("thus-said", "indirect",
     build("هكذا ", cue("قال"), " سالم حداد إن ", content("الجسر جاهز"), ".")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "built"), OTHERS, ids=[row[0] for row in OTHERS])
def test_content(name: str, kind: str, built: Built) -> None:
    assert _one(built) == ([built.spans["content"]], [kind])


PARTS_OF_PHRASES = [
    'ولم يرد النادي عبر حسابه على "فنار".',
    'وأضاف اللاعب هدفا ثانيا في الدقيقة "20"، وعاد الفريق.',
    "وأطلق المدرب تصريحات «غريبة» قبل المباراة.",
    "وزاد مدرب الفريق «الأزرق» التمارين صباحا.",
    "وكتبت سلمى رسالة في قصر «الياقوت».",
]
"""A few nouns in marks that nobody says: a medium, a number, a name."""


@pytest.mark.parametrize("text", PARTS_OF_PHRASES, ids=range(len(PARTS_OF_PHRASES)))
def test_a_name_in_marks_inside_a_phrase_is_no_speech(text: str) -> None:
    assert extract(text).attributions == ()


QUOTED = {
    "white space inside the marks": build('قال الوزير: "\u00a0', content("انتهى العمل في الجسر"), '\u00a0".'),
    "a full stop inside the marks": build("قال الوزير: «", content("انتهى العمل في الجسر"), ".»"),
    "an open end": build('قال الوزير: "', content("انتهى العمل في الجسر"), "."),
    "a full stop in a clause": build('قال الوزير إن العمل "', content("انتهى تماما"), '."'),
    "nothing at the end": build('قال الوزير إن الجسر جاهز "'),
    "nothing between": build('قال الوزير إن الجسر "" جاهز'),
    "white space between": build("قال الوزير إن الجسر « » جاهز"),
}


@pytest.mark.parametrize("name", QUOTED)
def test_what_is_quoted_has_no_marks_no_margins_and_is_not_empty(name: str) -> None:
    built = QUOTED[name]
    [found] = extract(built.text).attributions
    assert [(s.start, s.end) for s in found.quoted] == built.spans.get("content", [])
    assert (found.kind == "indirect") == (not found.quoted)


def test_quotation_over_lines() -> None:
    """A line a sentence: the mark that closes stands lines below the one that opens."""
    text = 'وقال: "' + "عدنا إلى البيت.\n" * 5 + 'ونمنا."'
    assert [(p.closed, p.end) for p in pair_marks(text)] == [(True, len(text))]
    far = 'وقال: "' + "عدنا إلى البيت القديم عند النهر مع الجيران والأصدقاء.\n" * 30 + 'ونمنا."'
    assert [p.closed for p in pair_marks(far)] == [False]


@pytest.mark.parametrize(
    ("before", "after"),
    [(' :" ', ' "'), (':" ', '"'), (' "', ' "'), (" « ", " »"), ('" ', '"'), (": »", "«"), (" :» ", " «")],
    ids=range(7),
)
def test_marks_that_face_the_wrong_way_at_a_cue(before: str, after: str) -> None:
    said = "هذا دليل على نجاح الفريق كله"
    text = f"وقال الوزير سالم حداد{before}{said}{after}.\nعاد الوفد."
    assert [(a.kind, [s.text for s in a.content]) for a in extract(text).attributions] == [("direct", [said])]
