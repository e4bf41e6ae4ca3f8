"""How a text is set changes nothing of what is read in it: entities, letters of several code points, wrapped lines."""

from __future__ import annotations

import re
import unicodedata

import pytest

from attribution import Span, extract
from attribution.surface import signs_are_strewn, unwrapped, visual_order
from attribution.view import read_view
from tests.disguises import told
from tests.laws import check_result

CLEAN = 'قال رئيس البلدية سالم حداد إن "الجسر جاهز تماما" & الطريق مفتوح.'


def test_entities_stand_for_their_characters() -> None:
    text = CLEAN.replace("&", "&amp;").replace('"', "&quot;").replace(" ", "&nbsp;", 2)
    view = read_view(text)
    assert view.bare == CLEAN
    [found] = extract(text).attributions
    assert [span.text for span in found.quoted] == ["الجسر جاهز تماما"]
    assert found.content[0].text == "&quot;الجسر جاهز تماما&quot; &amp; الطريق مفتوح"


@pytest.mark.parametrize("text", ["&quote;", "& quot;", "&#1;x", "&T;", "&quot", "&quot;\u0903"])
def test_what_only_looks_like_an_entity_is_left(text: str) -> None:
    assert read_view(text).bare[0] == "&"


def test_a_number_that_is_no_character_is_a_space() -> None:
    assert read_view("نعم&#11;لا").bare == "نعم لا"


@pytest.mark.parametrize("word", ["رئِيس", "أَعلن", "مُؤَكدا", "Véronique", "آخر"])
def test_letters_and_accents_in_two_code_points_are_one_with_tashkeel_between(word: str) -> None:
    assert read_view(unicodedata.normalize("NFD", word)).bare == read_view(word).bare


PARAGRAPHS = [
    "أعلنت وزارة النقل أن الجسر الجديد سيفتح أمام السيارات قبل نهاية الشهر المقبل بعد أن انتهت الاختبارات كلها دون أي "
    "عطل يذكر، وأن العمل في الطريق المؤدي إليه مستمر ليلا ونهارا بحضور مهندسين من الوزارة.",
    "وقال رئيس البلدية سالم حداد خلال مؤتمر صحفي إن الطريق المؤدي إلى الميناء سيبقى مغلقا حتى ينتهي العمل في الجسر "
    "القديم، مشيرا إلى أن الشاحنات ستسلك طريقا آخر يمر بالقرى المجاورة في هذه الأثناء.",
    "وأضاف أن الشركة المنفذة لم تطلب مالا.",
]


def wrapped(text: str, width: int) -> str:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_line_breaks_of_a_fixed_width_are_spaces(width: int) -> None:
    text = "\n".join(PARAGRAPHS)
    broken = "\n".join(wrapped(paragraph, width) for paragraph in PARAGRAPHS)
    assert len(broken) == len(text)
    assert broken.count("\n") > 3
    assert told(extract(broken)) == told(extract(text))


def test_lines_of_any_length_are_paragraphs() -> None:
    sentences = "قال سالم إن الجسر جاهز.\nعاد الوفد إلى المدينة أمس بعد زيارة قصيرة إلى الميناء القديم.\nوصل.\n" * 3
    names = "سالم حداد\nليلى سعيد\nيوسف منصور\nكريم خليل\nنادية الخطيب\n" * 3
    assert (unwrapped(sentences), unwrapped(names)) == (sentences, names)


@pytest.mark.parametrize(
    "lines",
    [
        "40_40_40_40",  # the narrowest, and the fewest that are broken
        "120_120_120_120",  # the widest
        "39/39/39/39",
        "121/121/121/121",
        "40/40/40",
        "40_40_40_35/4 30_40",
        "40_40_40_36/3 30_40",
        "40_40_40_36_4 30_5",
        "40_40_40_40//40_40",  # a paragraph that ends with a full line, one of a single full line
        "40_40_40_40///40",
        "40_" * 7 + "10/" * 13 + "10",  # seven of twenty
        "40/" * 7 + "10/" * 14 + "10",
        "40_" * 7 + "10/" * 12 + "10//10",  # an empty line is no break inside a paragraph
        "40/40/10/10",
        "40!_40!_40_40_40_40!_40",
        "40!/40!/40/40/40!/40",
    ],
)
def test_a_line_is_full_where_the_next_word_has_no_room(lines: str) -> None:
    """Lines by the widths of their words; _ is a break that is a space, / one that stays."""
    text = re.sub("[0-9]+", lambda width: "ب" * int(width.group()), lines)
    assert unwrapped(re.sub("[_/]", "\n", text)) == text.replace("_", " ").replace("/", "\n")


def test_tashkeel_strewn_at_random_tells_nothing() -> None:
    """A damma makes a passive, but not where a sukun stands on an alef."""
    real, strewn = "ذُكر سالم حداد أن العمل بدأ.", "ذُكر سالْم حدّاْد أّن الُعمل بدأ في اّلجسر والطْريق اْلقديم."
    assert [a.speaker_type for a in extract(real).attributions] == ["none"]
    assert [a.speaker_type for a in extract(strewn).attributions] == ["person"]


@pytest.mark.parametrize(
    ("impossible", "signs", "strewn"), [(3, 87, True), (3, 88, False), (4, 88, True), (2, 10, False)]
)
def test_signs_are_strewn_from_the_third_impossible_one_and_a_thirtieth(
    impossible: int, signs: int, strewn: bool
) -> None:
    assert signs_are_strewn("ا\u0652" * impossible + "ب\u064e" * signs) is strewn


@pytest.mark.parametrize("text", ["ﺎ", "عام 1440ﻫ", "ﻼ"])
def test_a_single_form_of_the_middle_of_a_word_tells_no_order(text: str) -> None:
    assert visual_order(text) is None


def test_letters_in_the_order_of_the_screen_are_an_issue() -> None:
    shown = "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺳﺎﻟﻢ ﺣﺪﺍﺩ"
    assert extract(shown).issues == ()
    [issue] = extract(f"عاجل: {shown[::-1]}.").issues
    joined = shown[:-2][::-1]  # but for the last two letters, which join none
    assert (issue.code, issue.span) == ("visual-order", Span(8, 8 + len(joined), joined))


@pytest.mark.parametrize("text", ['"\tكوا ووفقا ﻻللأبا شب', "عاد الوفد، وفقا ﻻسامة حداد."])
def test_a_content_leaves_the_ligature_that_it_shares_to_its_cue(text: str) -> None:
    result = extract(text)
    assert len(result.attributions) == 1
    check_result(text, result)
