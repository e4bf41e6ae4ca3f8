"""Careless spelling: ه for ة, ي for ى, ى for ي. What is read is what a taught writer would have spelt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from attribution import extract
from attribution.extract import taught
from attribution.habits import Habits, habits_of
from attribution.lexicon.builder import shipped_rows
from attribution.view import fold, read_view

ARTICLE = """قالت وزيرة التربية ليلى الراوي، في مدينة الزهراء، إن الحكومة ستبني مدرسة جديدة إلى جانب المستشفى الكبرى.
وأضافت أن الخطة تحتاج إلى نفقات عالية حتى نهاية السنة.
من جهته، طالب رئيس البلدية مصطفى حداد بزيادة الميزانية الحالية، وأثنى على الفكرة.
واعتبر المدير العام للمستشفى أن "الخدمة سيئة" في المنطقة، بحسب صحيفة النورس.
ودعا الحداد إلى لجنة مستقلة، مشيرا إلى أن مستوى الخدمات تراجع لدى الشركة."""


def without_ta(text: str) -> str:
    return re.sub(r"ة\b", "ه", text)


def without_maqsura(text: str) -> str:
    return re.sub(r"ى\b", "ي", text)


def with_maqsura(text: str) -> str:
    return re.sub(r"ي\b", "ى", text)


def without_both(text: str) -> str:
    return without_maqsura(without_ta(text))


def without_hamza(text: str) -> str:
    return fold(text)


Careless = Callable[[str], str]
CARELESS: list[Careless] = [without_ta, without_maqsura, with_maqsura, without_both, without_hamza]


def spelt(value: Any, careless: Careless) -> Any:
    """Names and spans as such a writer spells them."""
    if isinstance(value, dict):
        kept = {name: inner for name, inner in value.items() if name not in ("lemma", "form", "evidence")}
        return {name: spelt(inner, careless) for name, inner in kept.items()}
    if isinstance(value, list):
        return [spelt(inner, careless) for inner in value]
    return careless(value) if isinstance(value, str) else value


@pytest.mark.parametrize("careless", CARELESS)
def test_a_careless_article_says_the_same(careless: Careless) -> None:
    clean, loose = extract(ARTICLE).to_dict(), extract(careless(ARTICLE)).to_dict()
    assert len(clean["attributions"]) == 8
    assert spelt(loose["attributions"], str) == spelt(clean["attributions"], careless)


@pytest.mark.parametrize("careless", CARELESS)
def test_a_careless_comment_in_a_good_article_says_the_same(careless: Careless) -> None:
    comment = "وكتب المواطن نبيل شاكر أن الفكرة جيدة، لكن المدرسة القديمة تحتاج إلى ترميم."
    whole = ARTICLE + "\n" + careless(comment)
    last = extract(whole).attributions[-1]
    assert last.resolved is not None
    assert (last.resolved.name, [part.text for part in last.content]) == (
        "نبيل شاكر",
        [careless("الفكرة جيدة، لكن المدرسة القديمة تحتاج إلى ترميم")],
    )


@pytest.mark.parametrize(
    ("text", "habits"),
    [
        (ARTICLE, ()),
        (without_ta(ARTICLE), ("هة",)),
        (without_maqsura(ARTICLE), ("يى",)),
        (with_maqsura(ARTICLE), ("ىي",)),
        (without_both(ARTICLE), ("هة", "يى")),
        (ARTICLE + "\n" + without_ta(ARTICLE), ("هة",)),
        (ARTICLE * 9 + "\n" + without_both(ARTICLE), ()),
        ("قالت الوزيره إن المدرسه جاهزه.", ("هة",)),
        ("سافر الوفد الي العاصمه حتي المساء.", ("هة", "يى")),
        ("جلس علي في بيت عمه وقرأ كتابه.", ()),
        ("لم يصل علي ومنى إلى المدرسة.", ()),
        ("", ()),
    ],
)
def test_habits_show(text: str, habits: Habits) -> None:
    assert habits_of(read_view(text).bare, taught) == habits


@pytest.mark.parametrize(
    ("habit", "written", "meant"),
    [
        ("هة", "الحكومه", "الحكومة"),
        ("هة", "للجنه", "للجنة"),
        ("هة", "وبالمدرسه", "وبالمدرسة"),
        ("هة", "عليه", "عليه"),
        ("هة", "هذه", "هذه"),
        ("هة", "قاله", "قاله"),
        ("هة", "تصريحاته", "تصريحاته"),
        ("هة", "لغته", "لغته"),
        ("هة", "كتابه", "كتابة"),
        ("هة", "والده", "والده"),
        ("هة", "المغلفه", "المغلفة"),
        ("هة", "وكاله", "وكالة"),
        ("يى", "علي", "على"),
        ("يى", "والي", "والى"),
        ("يى", "مستشفي", "مستشفى"),
        ("يى", "نادي", "نادي"),
        ("يى", "التركي", "التركي"),
        ("يى", "مصطفي", "مصطفى"),
        ("ىي", "التركى", "التركي"),
        ("ىي", "نادى", "نادي"),
        ("ىي", "على", "على"),
        ("ىي", "كبرى", "كبرى"),
        ("ىي", "كرواسكى", "كرواسكي"),
    ],
)
def test_a_habit_respells(habit: str, written: str, meant: str) -> None:
    assert taught((habit,))[written] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("الحكومه", "الحكومة"), ("فى", "في"), ("والتى", "والتي"), ("الي", "الى"), ("التركى", "التركي"), ("والي", "والي"),
     ("علي", "علي"), ("عمله", "عمله"), ("نادى", "نادى"), ("بصرى", "بصرى"), ("طه", "طه"), ("كتابه", "كتابه"),
     ("وهذة", "وهذه"), ("فية", "فيه"), ("علية", "علية"), ("آلي", "الي")],
)  # fmt: skip
def test_without_a_habit_only_what_is_no_word_is_respelt(written: str, meant: str) -> None:
    assert fold(taught(())[written]) == meant


def test_every_row_decides() -> None:
    typed = {"ة": "ه", "ه": "ه", "ى": "ي", "ي": "ي"}
    rows = [(row["when"], fold(row["word"])) for row in shipped_rows("respellings", "word when")]
    respelt, always = taught(("هة", "يى")), taught(())
    assert [word for _, word in rows if fold(respelt[word[:-1] + typed[word[-1]]]) != word] == []
    other = {"ة": "ه", "ه": "ة", "ى": "ي", "ي": "ى"}
    asked = [word for when, word in rows if when == "always"]
    assert [word for word in asked if fold(always[word[:-1] + other[word[-1]]]) != word] == []
    assert {when for when, _ in rows} == {"always", "habit"}


def test_names_stay_as_they_are_written() -> None:
    text = "قالت رئيسه الجمعيه ساره حداد إن القاعه مغلقه. وأضافت الرئيسه أن المحاضره مؤجله."
    resolved = [a.resolved for a in extract(text).attributions]
    assert [(found.name, list(found.roles)) for found in resolved if found] == [
        ("ساره حداد", ["رئيسه الجمعيه", "الرئيسه"])
    ] * 2


@pytest.mark.parametrize("careless", [without_maqsura, with_maqsura])
@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("قال علي بن سالم", "علي بن سالم"),
        ("قال محمد علي", "محمد علي"),
        ("قال الوزير علي شاكر", "علي شاكر"),
        ("قال الدكتور علي شاكر", "علي شاكر"),
        ("قال الرئيس السابق علي شاكر", "علي شاكر"),
        ("قال علي شاكر", "علي شاكر"),
        ("قال محمد علي شاكر", "محمد علي شاكر"),
    ],
)
def test_the_name_ali_is_told_from_the_preposition(careless: Careless, said: str, name: str) -> None:
    text = said + "، أمس، إن المجلس وافق على الخطة التي قدمتها الإدارة إلى النادي حتى نهاية العام الحالي في الأولى."
    [found] = extract(careless(text)).attributions
    assert found.speaker is not None
    assert found.speaker.text == careless(name)


@pytest.mark.parametrize(
    "text",
    [
        "وشدد الوزير علي أهمية الخطة التي قدمت إلي النادي حتي نهاية العام، وأثني علي المجلس.",
        "وأكد محمد علي ضرورة العمل حتي نهاية العام لدي المجلس، وأشار إلي الخطة.",
    ],
)
def test_the_preposition_stays_one(text: str) -> None:
    assert next(a.speaker.text for a in extract(text).attributions if a.speaker) in ("الوزير", "محمد")


def test_without_hamza_the_particle_of_saying_is_found_behind_a_long_subject() -> None:
    text = "قال نبيل شاكر الذي يعيش في المدينة منذ ستين عاما وهو عامل في المصنع مع زوجته انه باع البيت القديم."
    [found] = extract(text).attributions
    assert [part.text for part in found.content] == ["باع البيت القديم"]


def test_a_name_that_begins_like_an_article_is_no_title() -> None:
    text = "قال الدكتور ألكسندر حداد إن الجسر جاهز."
    for spelling in (text, fold(text)):
        [found] = extract(spelling).attributions
        assert (found.speaker and fold(found.speaker.text), found.role) == ("الكسندر حداد", ())
