"""Forms written for speed against the plain ones they stand for."""

from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.chunks import _TOKEN, Chunks, between_spaces
from attribution.collector import without_collector
from attribution.extract import _chunks, extract
from attribution.lexicon import load_shipped
from attribution.lexicon.words import Words
from attribution.marks import pair_marks
from attribution.packed import pack, unpack
from attribution.view import _mapped, _thinned, fold, read_view

WORDS = st.sampled_from(
    [
        "قال",
        "وقال",
        "للوزارة",
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
        token, at = match.group(), match.start()
        letters, widths = chunks._classes(token, standing)
        letters = letters.replace("~", "w")
        for letter, width in zip(letters, widths, strict=True):
            word = fold(bare)[at : at + width] or "ل"
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
