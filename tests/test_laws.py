"""What holds for any text whatever: corpus articles cut, doubled and littered by hypothesis."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import extract
from tests.pieces import check_offsets

ARTICLES = [
    json.loads(line)["text"]
    for line in (Path(__file__).resolve().parents[1] / "corpus" / "articles.jsonl").read_text("utf-8").splitlines()
]
LITTER = st.sampled_from([
    *"\"«»“”'‘’:،.؛؟!()[]-–… \n\t\u0640\u064e\u064b\u064f\u200f\u202b\u200c\ufeff#@/&%0٣ABأإآؤئءةىيوفبلكسا",
    "قال", "إن", "أن", " قال ", " وفق ", ' "', '" ', "، ", "\ud800", "\x00", "🙂", "ﷺ", "ﻻ",
])  # fmt: skip


@st.composite
def broken_articles(draw: st.DrawFn) -> str:
    """A stretch of an article with letters and words put in, taken out, said twice and moved."""
    article = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(article) - 1))
    text = article[start : start + draw(st.sampled_from([60, 200, 800]))]
    for _ in range(draw(st.integers(0, 12))):
        at, other = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at] + draw(LITTER) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.sampled_from([1, 2, 5, 20])) :]
            case 2:
                text = text[:at] + text[other : other + 30] + text[at:]
            case _:
                text = text[at:] + text[:at]
    return text


@given(broken_articles())
@settings(max_examples=400, deadline=None)
def test_spans_re_read_contents_are_disjoint_and_cues_lie_outside(text: str) -> None:
    result = extract(text)
    assert result.text == text
    check_offsets(result)
    for attribution in result.attributions:
        spans, cue = attribution.content, attribution.cue
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(cue.end <= span.start or span.end <= cue.start for span in spans)


def test_a_preposition_at_the_very_end_of_the_text() -> None:
    assert extract("وتنصحهم ب").attributions == ()


def test_a_quotation_whose_marks_pair_around_its_own_source() -> None:
    [found] = extract("’\ufeffوضمة وفق ىح”اضرة من ى").attributions
    assert all(found.cue.end <= span.start or span.end <= found.cue.start for span in found.content)
