"""Forms written for speed against the plain ones they stand for."""

from __future__ import annotations

import gc
import re
from dataclasses import replace

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.chunks import _TOKEN, Chunks, between_spaces
from attribution.collector import without_collector
from attribution.contents import ContentReader
from attribution.cues import ClauseFinder
from attribution.cues.particles import own_prepositions
from attribution.cues.search import _State
from attribution.extract import _chunks, extract
from attribution.lexicon import load_shipped
from attribution.lexicon.words import Words
from attribution.marks import pair_marks
from attribution.names import recognise_names
from attribution.packed import pack, unpack
from attribution.phrases import ENDS_INDEFINITE, GOES_ON_DEFINITE, GOES_ON_OPEN, GOES_ON_WORDS
from attribution.sentences import split_sentences
from attribution.surface import _CLUSTER
from attribution.tokens import read_tokens
from attribution.view import _LETTER, _mapped, _thinned, fold, read_view

WORDS = st.sampled_from(
    [
        "قال",
        "وقال",
        "للوزارة",
        "فى",
        "والتى",
        "لرودسكوي",
        "رودسكوي",
        "بكلثوف",
        "كلثوف",
        "«نعم»",
        "الولايات",
        "المتحدة،",
        "\n",
        "إن",
        "3.5",
    ]
)
SPACED = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", "  ", "", "\n", " \n "]))).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
LOOSE = st.text(alphabet=st.sampled_from('وبلقالنسم ةأإآ\n.،"«»3a_~\t\u2003\x1f'), max_size=60)
VOWELLED = st.text(alphabet=st.sampled_from("قال \u064e\u0651\u0640\u200f\n"), max_size=40)


def plain_tokens(bare: str, words: Words) -> list[tuple[str, str, int, int]]:
    """Letter, word, start and end of every token, word by word through the whole text."""
    standing = set(_TOKEN.findall(bare))
    chunks = Chunks(words, {})
    found = []
    for match in _TOKEN.finditer(bare):
        written, at = match.group(), match.start()
        token = chunks.taught[written]
        letters, widths = chunks._classes(token, written[1:] in standing)
        letters = letters.replace("~", "w")
        for letter, width in zip(letters, widths, strict=True):
            word = fold(token)[at - match.start() :][:width] or "ل"
            word = "ا" + word[1:] if widths[0] == 0 and width else word
            found.append((letter, word, at, at + (width or 1)))
            at += width
    return found


@given(st.one_of(SPACED, LOOSE, st.text(max_size=30)))
@settings(max_examples=300, deadline=None)
def test_remembered_chunks_are_the_tokens(text: str) -> None:
    bare = read_view(text).bare
    words = Words(load_shipped())
    for chunks in (Chunks(words, {}), _chunks()):
        letters, signs, pieces, steps = chunks.read(bare)
        edges = [-1]
        for step in steps:
            edges.append(edges[-1] + step)
        assert signs == "".join(chunks.signs.get(piece, "0") for piece in pieces)
        assert list(zip(letters, pieces, edges[1::2], edges[2::2], strict=True)) == plain_tokens(bare, words)


@given(st.one_of(SPACED, LOOSE))
@settings(max_examples=200, deadline=None)
def test_chunks_hold_everything_but_spaces(text: str) -> None:
    bare = read_view(text).bare
    chunks = between_spaces(bare)
    assert " ".join(chunks) == bare[: len(" ".join(chunks))]
    assert bare[len(" ".join(chunks)) :].strip(" ") == ""
    assert not re.search(r"[^\S \n]", bare)


@given(VOWELLED)
def test_dropping_only_is_the_plain_map(text: str) -> None:
    assert _thinned(text, text) == _mapped(text, text)


CLUSTERED = st.text(
    alphabet=st.sampled_from("قا \u064e\u0651\u0640\u200f\n\r&quot;ﻻﷺ🇸🇾👩🚀\u200d\u0301\u0600가ก\u0e33\u0915\u0940e"),
    max_size=25,
)


@given(st.one_of(CLUSTERED, VOWELLED, st.text(max_size=25)))
@settings(max_examples=500, deadline=None)
def test_where_nothing_was_dropped_a_letter_ends_behind_itself(text: str) -> None:
    view = read_view(text)
    for position in range(1, len(view.bare) + 1):
        match = _LETTER.match(text, view.start(position - 1))
        assert view.end(position) == (match.end() if match else position)


MARKED = st.text(alphabet=st.sampled_from("قال \"«»“”'.\n"), max_size=40)


@given(MARKED, st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=500, deadline=None)
def test_pairs_are_found_as_by_going_through_all(text: str, offset: int, other: int) -> None:
    pairs = pair_marks(text)
    closed = [pair for pair in pairs if pair.closed]
    assert pairs.outermost(offset) == next((p for p in closed if p.start < offset < p.end), None)
    assert pairs.innermost(offset) == next((p for p in reversed(closed) if p.start <= offset < p.end), None)
    assert pairs.closed_at(offset) == next((p for p in closed if p.end - 1 == offset), None)
    assert list(pairs.starting(offset, other)) == [p for p in pairs if offset <= p.start < other]


SAID = st.lists(
    st.sampled_from(
        ["قال الوزير سالم حداد ", "إن الجسر جاهز", '"الجسر جاهز"', "، وأضاف ", "أن ", ". ", "وبحسب الوزارة، ", "«لا"]
    )
).map("".join)


@given(SAID)
@settings(max_examples=200, deadline=None)
def test_results_are_unpacked_as_they_were(text: str) -> None:
    result = extract(text)
    assert unpack(text, pack(result)) == result


def test_reading_leaves_nothing_to_the_collector() -> None:
    text = 'قال الوزير سالم حداد إن الجسر جاهز. وأضاف: "الجسر جاهز". وبحسب الوزارة، عاد الوزير. ' * 5
    extract(text)
    gc.collect()
    assert len(extract(text).attributions) > 5
    assert gc.collect() == 0
    assert gc.isenabled()


def test_the_collector_is_switched_on_again() -> None:
    seen = []
    with pytest.raises(ZeroDivisionError):
        without_collector(lambda: seen.append(gc.isenabled()) or 1 / 0)
    gc.disable()
    try:
        without_collector(lambda: seen.append(gc.isenabled()))
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert seen == [False, False]


ANY_WORDS = st.lists(
    st.sampled_from(
        "قال أكد الوزير وزير المالية سالم حداد الحداد في ب ل عن من إلى إن أن بأن ، . : « » التي ما مما نفسه غير صادر "
        "معارض الوزارة وزارة جامعة بيان مصدر مسؤول خبراء و لقد لن متى كيف عندما بما قبل الجديد جديد تونس رغم ذلك وذلك "
        "خاصة بحسب تقرير شبكة كل يدعى أحد عضو هذا عليه فيها / ( ) 3 لكن اليوم أمس".split()
    ),
    max_size=14,
).map(" ".join)


def finder_of(text: str) -> ClauseFinder:
    reading = read_tokens(read_view(text), _chunks())
    recognise_names(reading)
    return ClauseFinder(reading, split_sentences(reading))


@given(ANY_WORDS, st.sampled_from(["t", "o", "u", "d", "p", "في", ""]), st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_phrase_ends_by_its_next_class_only_where_no_step_goes_on(
    text: str, head: str, indefinite: bool, apposed: bool
) -> None:
    nouns = finder_of(text).nouns
    last = len(nouns.letters) - 2
    for i in range(1, last):
        letter, word = nouns.letters[i], nouns.words[i]
        ends = letter in ENDS_INDEFINITE if indefinite else letter not in GOES_ON_DEFINITE and word not in GOES_ON_WORDS
        if ends:
            assert nouns._step(i, last, head, False, indefinite, apposed)[0] == 0
        if letter not in GOES_ON_OPEN:
            assert nouns._step(i, last, head, True, indefinite, apposed)[0] == 0


def test_no_adjective_that_keeps_a_preposition_has_a_class_that_ends_phrases() -> None:
    lexicon = load_shipped()
    forms = [form for word in lexicon.keeps for form in (word, word + "ا")]
    assert [form for form in forms if lexicon.classes.get(form, "") in ENDS_INDEFINITE] == []


@given(ANY_WORDS, st.sampled_from([{"that", "quote"}, {"an", "b"}, {"ila", "np"}, {"quote", "weak", "min"}]))
@settings(max_examples=400, deadline=None)
def test_the_search_for_a_complement_skips_only_what_marks_nothing(text: str, takes: set[str]) -> None:
    finder = finder_of(text)
    last = len(finder.reading.letters)
    prepositions = own_prepositions(frozenset(takes))
    for i in set(range(1, last)).difference(finder._looked_at(prepositions)):
        for relative, aside, joined in ((False, False, False), (True, False, False), (False, True, False), (True,) * 3):
            state = _State(frozenset(takes), prepositions, 0, last, relative, aside, joined)
            before = replace(state)
            assert finder._step(state, i) == i + 1
            assert state == before


@given(ANY_WORDS)
@settings(max_examples=200, deadline=None)
def test_where_no_frame_begins_none_is_found(text: str) -> None:
    finder = finder_of(text)
    reader = ContentReader(finder.reading, finder.starts, [], set(), {})
    for i in range(len(finder.reading.letters)):
        if not reader._begins_frame(i):
            written = finder.reading.view.bare[finder.reading.starts[i] :].split()
            found = [tuple(map(fold, written[:n])) for n in range(1, 7)]
            assert [frame for frame in found if frame in reader.frames] == []


@given(st.text(alphabet=st.sampled_from("🇸🇾🇪🇬👩🚀\u200d\u0301\u0600ا \r\n가ก\u0e33\u0903"), max_size=14))
@settings(max_examples=500, deadline=None)
def test_flags_are_clusters_like_the_others(text: str) -> None:
    assert _CLUSTER.findall(text) == regex.findall(r"\X", text)
