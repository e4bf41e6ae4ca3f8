"""What holds for any text whatever: one test a law, over the widest texts that it speaks of."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from attribution import Extraction, extract, extract_all
from attribution.extract import _chunks
from attribution.lexicon import load_shipped
from attribution.marks import pair_marks
from attribution.view import read_view
from tests.disguises import DISGUISES, told
from tests.laws import check_disguise, check_map, check_nesting, check_partition, check_result, check_round_trips
from tests.texts import any_text, broken_articles, paragraphs

ROOT = Path(__file__).resolve().parents[1]
law = settings(max_examples=300, deadline=None)


@given(any_text)
@settings(max_examples=1000, deadline=None)
def test_spans_re_read_contents_are_apart_and_cues_lie_outside(text: str) -> None:
    check_result(text, extract(text))


@given(any_text)
@law
def test_contents_of_one_attribution_nest_or_are_disjoint(text: str) -> None:
    check_nesting(extract(text))


@given(any_text)
@law
def test_offsets_survive_json_utf_16_and_utf_8(text: str) -> None:
    check_round_trips(text, extract(text))


@given(any_text)
@settings(max_examples=1000, deadline=None)
@example("👩\u200d🚀قال")
@example("\u0600قال\r\nنعم")
@example("की\u200fنعم🇸🇾")
def test_the_map_of_the_view_is_total_monotone_and_splits_no_letter(text: str) -> None:
    check_map(text, extract(text))


@given(any_text)
@law
def test_tokens_hold_all_but_white_space_and_sentences_part_them(text: str) -> None:
    check_partition(text)


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
    check_disguise(name, text, seed)


FAMILIES = st.sampled_from(["«»", "“”", "„“", "‟”", "‹›", "＂＂", '""'])


@given(paragraphs(), FAMILIES, FAMILIES)
@law
def test_one_family_of_marks_says_what_another_says(text: str, family: str, other: str) -> None:
    text = read_view(text).bare
    pairs = pair_marks(text)
    faced = {pair.start: 0 for pair in pairs} | {pair.end - 1: 1 for pair in pairs if pair.closed}
    if len({text[at] for at in faced}) <= 2 and not any(pairs.outermost(pair.start) for pair in pairs):
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
