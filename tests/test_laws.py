"""What holds for any text whatever: one test a law, over the widest texts that it speaks of."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from attribution import Extraction, extract, extract_all
from attribution.extract import _chunks
from attribution.lexicon import load_shipped
from attribution.results import Span, spans_of
from attribution.sentences import sentence_of, split_sentences
from attribution.tokens import Reading, read_tokens
from attribution.view import read_view
from tests.disguises import DISGUISES, disguised, told
from tests.pieces import check_spans
from tests.texts import any_text, broken_articles, paragraphs

ROOT = Path(__file__).resolve().parents[1]
law = settings(max_examples=300, deadline=None)


def spans_in(result: Extraction) -> list[Span]:
    """Every span of a result, those of its issues too."""
    return [*(s for a in result.attributions for s in spans_of(a)), *(i.span for i in result.issues if i.span)]


def reading_of(text: str) -> Reading:
    return read_tokens(read_view(text), _chunks())


@given(any_text)
@settings(max_examples=1000, deadline=None)
def test_spans_re_read_contents_are_apart_and_cues_lie_outside(text: str) -> None:
    result = extract(text)
    assert result.text == text
    check_spans(result)
    assert [s.text for s in spans_in(result)] == [text[s.start : s.end] for s in spans_in(result)]


@given(any_text)
@law
def test_contents_of_one_attribution_nest_or_are_disjoint(text: str) -> None:
    for attribution in extract(text).attributions:
        ranges = [(s.start, s.end) for s in attribution.content]
        assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
        quoted = [(s.start, s.end) for s in attribution.quoted]
        assert all(any(s <= first and last <= e for s, e in ranges) for first, last in quoted)
        for a, b in combinations(quoted, 2):
            assert a[1] <= b[0] or b[1] <= a[0] or (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


_PAIR = regex.compile("[\ud800-\udbff][\udc00-\udfff]")  # two code points that other programs read as one


@given(any_text.filter(lambda text: not _PAIR.search(text)))
@law
def test_offsets_survive_json_utf_16_and_utf_8(text: str) -> None:
    result = extract(text)
    for ascii_only in (True, False):
        line = json.dumps({"text": text, **result.to_dict()}, ensure_ascii=ascii_only)
        data = json.loads(line)
        assert Extraction.from_dict(data, data["text"]) == result
    assert pickle.loads(pickle.dumps(result)) == result
    for code, unit in (("utf-16-le", 2), ("utf-8", 1), ("utf-32-le", 4)):
        encoded = text.encode(code, "surrogatepass")
        for span in spans_in(result):
            start, end = (len(text[:n].encode(code, "surrogatepass")) // unit for n in (span.start, span.end))
            assert encoded[start * unit : end * unit].decode(code, "surrogatepass") == span.text


@given(any_text)
@settings(max_examples=1000, deadline=None)
@example("👩\u200d🚀قال")
@example("\u0600قال\r\nنعم")
@example("की\u200fنعم🇸🇾")
def test_the_map_of_the_view_is_total_monotone_and_splits_no_letter(text: str) -> None:
    view = read_view(text)
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    starts = [view.start(n) for n in range(len(view.bare) + 1)]
    ends = [view.end(n) for n in range(len(view.bare) + 1)]
    assert starts == sorted(starts)
    assert ends[1:] == sorted(ends[1:])
    assert all(start < end for start, end in zip(starts, ends[1:], strict=False))
    assert set(starts[:-1]) | set(ends[1:]) <= edges
    assert {edge for s in spans_in(extract(text)) for edge in (s.start, s.end)} <= edges


@given(any_text)
@law
def test_tokens_hold_all_but_white_space_and_sentences_part_them(text: str) -> None:
    reading = reading_of(text)
    bare, place = reading.view.bare, 0
    for start, end in zip(reading.starts, reading.ends, strict=True):
        assert start == place or not bare[place:start].strip(" ") or start == place - 1  # لل: one letter, two words
        place = max(place, end)
    assert not bare[place:].strip(" ")
    starts = split_sentences(reading)
    assert starts[0] == 0
    assert starts[-1] == len(reading.letters)
    assert all(first < last for first, last in pairwise(starts))
    for n in range(len(reading.letters)):
        first, last = sentence_of(starts, n)
        assert first <= n < last


@given(st.lists(any_text, min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_result_in_any_order_and_thread(texts: list[str]) -> None:
    results = [extract(text) for text in texts]
    assert list(extract_all(reversed(texts))) == results[::-1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extract, texts * 2)) == results * 2


@given(st.lists(any_text, min_size=1, max_size=20))
@settings(max_examples=4, deadline=None)
def test_the_same_text_gives_the_same_result_in_another_process(texts: list[str]) -> None:
    assert list(extract_all(texts, processes=2)) == [extract(text) for text in texts]


SCRAMBLED = """
import hashlib, json, random
from attribution import extract
from tests.texts import ARTICLES
chance, seen = random.Random(5), hashlib.sha256()
for article in ARTICLES * 2:
    words = article.split(" ")
    at = chance.randrange(len(words))
    chance.shuffle(part := words[at : at + 40])
    text = " ".join([*part, *words[at + 20 : at + 90]])
    seen.update(json.dumps(extract(text).to_dict()).encode())
print(seen.hexdigest())
"""


def test_the_same_text_gives_the_same_result_under_every_hash_seed() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRAMBLED], check=True, capture_output=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "77", "4242")
    }  # fmt: skip
    assert len(found) == 1


NEUTRAL = st.sampled_from(
    ["الطقس معتدل.", "ينتهي الصيف بعد شهر.", "في الحديقة أشجار كثيرة.", "الماء بارد والسماء زرقاء."]
)


def shifted(result: Extraction, by: int) -> list[object]:
    data = json.loads(json.dumps(told(result)))

    def moved(value: object) -> object:
        if isinstance(value, list) and len(value) in (2, 4) and all(isinstance(v, int) for v in value[:2]):
            return [value[0] + by, value[1] + by, *value[2:]]
        if isinstance(value, list):
            return [moved(v) for v in value]
        return {k: moved(v) for k, v in value.items()} if isinstance(value, dict) else value

    return [moved(part) for part in data]


@given(paragraphs(), NEUTRAL, NEUTRAL)
@law
def test_a_neutral_paragraph_before_or_behind_shifts_offsets_only(text: str, before: str, behind: str) -> None:
    alone = extract(text)
    assert extract(before).attributions == extract(behind).attributions == ()
    assert shifted(extract(f"{before}\n\n{text}\n\n{behind}"), 0) == shifted(alone, len(before) + 2)


@pytest.mark.parametrize("name", DISGUISES)
@given(st.one_of(paragraphs(), broken_articles()), st.integers(0, 1000))
@settings(max_examples=100, deadline=None)
def test_a_disguise_changes_offsets_only_by_its_map(name: str, text: str, seed: int) -> None:
    plain = read_view(text).bare
    disguise = disguised(name, plain, seed)
    assert told(extract(disguise.shown)) == told(extract(plain), disguise)


FAMILIES = st.sampled_from(["«»", "“”", "„“", "‟”", "‹›", "＂＂", '""'])


@given(paragraphs(), FAMILIES, FAMILIES)
@law
def test_one_family_of_marks_says_what_another_says(text: str, family: str, other: str) -> None:
    pairs = reading_of(text := read_view(text).bare).pairs
    faced = {pair.start: 0 for pair in pairs} | {pair.end - 1: 1 for pair in pairs if pair.closed}
    if len({text[at] for at in faced}) <= 2 and not any(pair.depth for pair in pairs):
        texts = ("".join(f[faced[n]] if n in faced else c for n, c in enumerate(text)) for f in (family, other))
        first, second = (extract(text) for text in texts)
        assert told(first) == told(second)


SILENT = st.sampled_from([
    "الجسر", "مدينة", "كبيرة", "البحر", "طويل", "سالم", "حداد", "وزير", "النقل", "باريس", "في", "من", "إلى", "أمس",
    "الطقس", "معتدل", "عاد", "وصل", "،", ".", "\n", "2018", "BBC", "🙂",
])  # fmt: skip


@given(st.lists(SILENT))
@law
def test_no_cue_and_no_mark_is_nothing(words: list[str]) -> None:
    assert extract(" ".join(words)) == Extraction(" ".join(words), (), (), ())


@given(st.text(st.characters(exclude_categories=("Lo", "Mn"), exclude_characters=":\"'«»“”„‟＂‹›‘’‚`´")))
@law
def test_no_arabic_letter_and_no_mark_is_nothing(text: str) -> None:
    assert extract(text) == Extraction(text, (), (), ())


@given(st.lists(any_text, max_size=20))
@settings(max_examples=30, deadline=None)
def test_the_lexicon_is_not_changed_by_use(texts: list[str]) -> None:
    for lexicon in (load_shipped(), _chunks().vocabulary.lexicon):
        before = pickle.dumps(lexicon)
        list(extract_all(texts))
        assert pickle.dumps(lexicon) == before


def test_a_preposition_at_the_very_end_of_the_text() -> None:
    assert extract("وتنصحهم ب").attributions == ()


def test_a_quotation_whose_marks_pair_around_its_own_source() -> None:
    [found] = extract("’\ufeffوضمة وفق ىح”اضرة من ى").attributions
    assert all(found.cue.end <= span.start or span.end <= found.cue.start for span in found.content)
