"""The early stages on their own: view, marks, tokens, sentences."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarabic import araby

from attribution.extract import _chunks, extract
from attribution.marks import pair_marks, trimmed
from attribution.sentences import split_sentences
from attribution.tokens import read_tokens
from attribution.view import read_view

ARABIC = st.text(alphabet=st.sampled_from("ابتجقولسمينهةىءأإآؤئ \n.،؟\"«»“”'()\u064e\u0651\u0640\u200f\ufefb\u06cca🙂"))


@given(ARABIC)
@settings(max_examples=200, deadline=None)
def test_view_drops_what_pyarabic_strips(text: str) -> None:
    view = read_view(text)
    assert view.bare == araby.strip_tatweel(araby.strip_tashkeel(view.bare))


def test_clean_text_is_its_own_view() -> None:
    text = "قال الوزير إن الجسر جاهز."
    view = read_view(text)
    assert (view.bare, view.breaks) == (text, ())


def test_presentation_forms_are_unfolded_with_their_offsets() -> None:
    view = read_view("ﻗﺎل ﻻﻋﺐ")
    assert view.bare == "قال لاعب"
    assert view.text[view.start(4) : view.end(8)] == "ﻻﻋﺐ"


def test_all_letters_of_a_ligature_stand_at_its_one_place() -> None:
    view = read_view("قال ﷺ نعم")
    assert view.bare == "قال صلى الله عليه وسلم نعم"
    assert {view.start(n) for n in range(4, 22)} == {4}
    assert (view.start(22), view.end(22)) == (5, 5)


def test_tashkeel_of_presentation_forms_is_dropped() -> None:
    view = read_view("قﹷالﹶ \ufc60نعم")
    assert view.bare == "قال نعم"
    assert (view.start(1), view.end(1), view.end(3), view.start(4)) == (2, 2, 5, 7)


def test_decomposed_alef_is_composed() -> None:
    view = read_view(unicodedata.normalize("NFD", "أعلن"))
    assert view.bare == "أعلن"
    assert (view.start(1), view.end(1)) == (2, 2)


@pytest.mark.parametrize(
    ("text", "bare", "edges"),
    [
        ("نعم\r\nلا", "نعم\nلا", [0, 1, 2, 3, 5, 6, 7]),
        ("👩\u200d🚀 نعم", "👩 نعم", [0, 3, 4, 5, 6, 7]),
        ("\u212b 👩\u200d🚀", "\u212b 👩", [0, 1, 2, 5]),  # a letter alone is left as it is
        ("🇸🇾🇱🇧", "🇸🇱", [0, 2, 4]),
        ("\u0600٣", "٣", [0, 2]),
        ("कीق", "कق", [0, 2, 3]),
    ],
)
def test_what_a_reader_sees_as_one_letter_is_one(text: str, bare: str, edges: list[int]) -> None:
    view = read_view(text)
    assert view.bare == bare
    assert [view.start(n) for n in range(len(bare) + 1)] == edges
    assert [view.end(n) for n in range(len(bare) + 1)] == [0, *edges[1:]]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ('قال "نعم".', [(4, 9, True)]),
        ("قال «نعم».", [(4, 9, True)]),
        ("قال »نعم«.", [(4, 9, True)]),
        ("قال “نعم”.", [(4, 9, True)]),
        ("قال „نعم“.", [(4, 9, True)]),
        ('قال "في حزب "العمل" نعم".', [(4, 24, True), (12, 19, True)]),
        ("قال «نعم‹.", [(4, 10, False), (8, 10, False)]),
        ('قال "نعم\nثم عاد.', [(4, 8, False)]),
        ('عاد" ثم جلس.', []),
        ("don't مثلا", []),
        ("عاد» ثم «نعم».", [(8, 13, True)]),
        ('عاد" ثم\nجلس".', []),
        ("وقال ل'الوكالة' نعم", [(6, 15, True)]),
        ('وقال ل"الوكالة" نعم', [(6, 15, True)]),
        ('قال: "نعم، الجسر «جاهز». ثم عاد', [(5, 23, True), (17, 23, True)]),
        ('قال: "الأول.\nالثاني".\n' + "سطر\n" * 20, [(5, 20, True)]),
        ('قال" نعم".', [(3, 9, True)]),
        ("قال» نعم».", [(3, 9, True)]),
        ("قال» نعم«.", [(3, 9, True)]),
        ("قال« نعم».", [(3, 9, True)]),
        ("قال” نعم“.", [(3, 9, True)]),
        ("قال: (عدنا إلى البيت).", [(5, 21, True)]),
        ("قال تعالى (عدنا إلى البيت).", [(10, 26, True)]),
        ("عاد ((إلى البيت القديم)).", [(4, 24, True)]),
        ("عاد {إلى (هذا) البيت}.", [(4, 21, True)]),
        ("عاد ﴿إلى هذا البيت﴾.", [(4, 19, True)]),
        ("عاد (إلى هذا البيت).", []),
        ("المصدر: (وكالة الأنباء).", []),
        ("قال: (عدنا إلى\nالبيت).", []),
        ('قال: (عدنا "إلى البيت) اليوم".', [(11, 29, True)]),
        ("", []),
        ('"في حزب "العمل" نعم".', [(0, 20, True), (8, 15, True)]),
        ("ma'a «نعم».", [(5, 10, True)]),
        ('قال «نعم "لا».', [(4, 13, True), (9, 12, False)]),
        ('قال «نعم "لا ‹حسنا».', [(4, 19, True), (9, 18, False), (13, 18, False)]),
        ('قال «نعم "لا ‹حسنا› غدا» ثم "عاد".', [(4, 24, True), (9, 23, False), (13, 19, True), (28, 33, True)]),
        ('قال"نعم', [(3, 7, False)]),
        ("ل'الجيش' عاد", [(1, 8, True)]),
        ("'نعم' عاد", [(0, 5, True)]),
        ("ا'ب 'نعم'", [(4, 9, True)]),
        ("عاد 'نعم' ما'ب", [(4, 9, True)]),
        ("عاد م'ج 'لا'", [(8, 12, True)]),
        ("قال 'نعم' عاد", [(4, 9, True)]),
        ('قال «نعم "لا." عاد', [(4, 14, True), (9, 14, True)]),
        ('قال «نعم "لا". عاد', [(4, 13, True), (9, 13, True)]),
        ('قال «نعم "لا" عاد', [(4, 17, False), (9, 13, True)]),
        ('عاد"" ثم "لا"', [(3, 5, True), (9, 13, True)]),
        ("الأول\nقال «نعم\nعاد", [(10, 14, False)]),
        ("ا\n" * 9 + "قال «نعم.\nلا».", [(22, 31, True)]),
        ("قال «ا." + "\nب." * 3 + "».", [(4, 17, True)]),
        ("قال «ا." + "\nب." * 4 + "».", [(4, 20, True)]),
        ("قال «ا." + "\nب." * 8 + "».", [(4, 32, True)]),
        ("قال «ا." + "\nب." * 9 + "».", [(4, 7, False)]),
        ("قال «ا." + "\nب" * 3 + "ب" * 800 + "».", [(4, 814, True)]),
        ("قال «ا." + "\nب" * 4 + "ب" * 687 + "».", [(4, 703, True)]),
        ("قال «ا." + "\nب" * 4 + "ب" * 689 + "».", [(4, 7, False)]),
        ("ب" * 900 + "\nقال «ا." + "\nب" * 4 + "».", [(905, 917, True)]),
        ("قال " + "«ا " * 17 + "ب»", [*((n, 57, False) for n in range(7, 52, 3)), (52, 57, True)]),  # 16 in one another
    ],
)
def test_marks_are_paired(text: str, pairs: list[tuple[int, int, bool]]) -> None:
    found = [(p.start, p.end, p.closed) for p in pair_marks(text)]
    assert found == pairs


def test_what_is_trimmed_to_nothing_lies_where_it_ended() -> None:
    assert trimmed("«:»", 1, 2) == (2, 2)


def test_a_mark_may_close_in_the_next_paragraph() -> None:
    text = 'قال: "السطر الأول.\nوالسطر الثاني".'
    assert [(p.start, p.end, p.closed) for p in pair_marks(text)] == [(5, len(text) - 1, True)]


@given(st.one_of(ARABIC, st.text(max_size=60)))
@settings(max_examples=300, deadline=None)
def test_tokens_hold_everything_but_white_space(text: str) -> None:
    view = read_view(text)
    reading = read_tokens(view, _chunks())
    assert len(reading.words) == len(reading.letters) == len(reading.starts) == len(reading.ends)
    covered = {i for s, e in zip(reading.starts, reading.ends, strict=True) for i in range(s, e)}
    assert all(i in covered or c.isspace() for i, c in enumerate(view.bare))


@given(st.one_of(ARABIC, st.text(max_size=60)))
@settings(max_examples=200, deadline=None)
def test_sentences_partition_the_tokens(text: str) -> None:
    reading = read_tokens(read_view(text), _chunks())
    starts = split_sentences(reading)
    assert starts[0] == 0
    assert starts[-1] == len(reading.letters)
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("عاد الوفد. جلس الوزير.", ["عاد الوفد .", "جلس الوزير ."]),
        ('قال: "عدنا. جلسنا". ثم مضى.', ['قال : " عدنا . جلسنا " .', "ثم مضى ."]),
        ("بلغت 3.5 مليون. عاد.", ["بلغت 3 . 5 مليون .", "عاد ."]),
        ("قال د. سالم إنه عاد.", ["قال د . سالم ان ه عاد ."]),
        ("السطر الأول\nالسطر الثاني", ["السطر الاول", "السطر الثاني"]),
    ],
)
def test_sentence_boundaries(text: str, sentences: list[str]) -> None:
    reading = read_tokens(read_view(text), _chunks())
    starts = split_sentences(reading)
    found = [reading.words[a:b] for a, b in itertools.pairwise(starts)]
    joined = [" ".join(w for w in words if w.strip()) for words in found]
    assert [s.replace(" ", "") for s in joined] == [s.replace(" ", "").replace("الأول", "الاول") for s in sentences]


def test_words_run_together_are_cut_and_long_names_are_not() -> None:
    cut = _chunks().vocabulary.cutter.cut
    assert cut("قالتإنه") == ("قالت", "إنه")
    assert cut("أعلنتالشركةعنبناء") == ("أعلنت", "الشركة", "عن", "بناء")
    assert cut("منالطريقالقديم") == ("من", "الطريق", "القديم")
    for whole in ("كمالدينوف", "استراتيجيتها", "الكهرومغناطيسية", "الأميرالات", "غوتيريش"):
        assert cut(whole) is None, whole


def test_a_report_in_words_run_together_has_its_exact_offsets() -> None:
    text = "قالتالشركةإنالجسر الجديد جاهز."
    [found] = extract(text).attributions
    assert (found.cue.text, found.speaker and found.speaker.text) == ("قالت", "الشركة")
    assert found.content[0].text == "الجسر الجديد جاهز"
    assert text[found.content[0].start : found.content[0].end] == found.content[0].text
