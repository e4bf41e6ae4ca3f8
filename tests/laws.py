"""What must hold of any text, as functions that raise where it does not: for the tests of the laws and the fuzzer."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from itertools import combinations, pairwise

import regex

from attribution import Extraction, extract, extract_all
from attribution.extract import _chunks
from attribution.results import Span, spans_of
from attribution.sentences import sentence_of, split_sentences
from attribution.tokens import read_tokens
from attribution.view import read_view
from tests.disguises import disguised, told
from tests.pieces import check_spans

_PAIR = regex.compile("[\ud800-\udbff][\udc00-\udfff]")  # two code points that other programs read as one


def spans_in(result: Extraction) -> Iterator[Span]:
    """Every span of a result, those of its issues too."""
    yield from (span for a in result.attributions for span in spans_of(a))
    yield from (issue.span for issue in result.issues if issue.span)


def check_result(text: str, result: Extraction) -> None:
    """Spans re-read, are not empty, have no white space at their ends; contents are apart and hold no cue."""
    assert result.text == text
    check_spans(result)
    check_nesting(result)
    for span in spans_in(result):
        assert span.start < span.end
        assert text[span.start : span.end] == span.text


def check_nesting(result: Extraction) -> None:
    """The ranges of a content are apart; quotations inside it nest or are apart."""
    for attribution in result.attributions:
        assert all(a.end <= b.start for a, b in pairwise(attribution.content))
        for a, b in combinations(attribution.quoted, 2):
            apart = a.end <= b.start or b.end <= a.start
            assert apart or (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


def check_round_trips(text: str, result: Extraction) -> None:
    """JSON and pickle give the same value back; spans are the same words in UTF-8, UTF-16 and UTF-32."""
    assert pickle.loads(pickle.dumps(result)) == result
    if _PAIR.search(text):
        return
    for ascii_only in (True, False):
        data = json.loads(json.dumps({"text": text, **result.to_dict()}, ensure_ascii=ascii_only))
        assert Extraction.from_dict(data, data["text"]) == result
    for code, unit in (("utf-16-le", 2), ("utf-8", 1), ("utf-32-le", 4)):
        encoded = text.encode(code, "surrogatepass")
        for span in spans_in(result):
            start, end = (len(text[:n].encode(code, "surrogatepass")) // unit for n in (span.start, span.end))
            assert encoded[start * unit : end * unit].decode(code, "surrogatepass") == span.text


def check_map(text: str, result: Extraction) -> None:
    """The map of the view is total and monotone; it splits no letter, nor does any span."""
    view = read_view(text)
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    starts = [view.start(n) for n in range(len(view.bare) + 1)]
    ends = [view.end(n) for n in range(1, len(view.bare) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(start < end <= len(text) for start, end in zip(starts, ends, strict=False))
    assert {*starts[:-1], *ends} <= edges
    assert {edge for span in spans_in(result) for edge in (span.start, span.end)} <= edges


def check_partition(text: str) -> None:
    """Tokens hold all but white space, in order; every token stands in one sentence, and no sentence is empty."""
    reading = read_tokens(read_view(text), _chunks())
    bare, place = reading.view.bare, 0
    for start, end in zip(reading.starts, reading.ends, strict=True):
        assert start == place - 1 or (start >= place and not bare[place:start].strip(" "))  # لل: one letter, two words
        place = max(place, end)
    assert not bare[place:].strip(" ")
    starts = split_sentences(reading)
    assert (starts[0], starts[-1]) == (0, len(reading.letters))
    assert all(first < last for first, last in pairwise(starts))
    for n in range(len(reading.letters)):
        first, last = sentence_of(starts, n)
        assert first <= n < last


def check_repetition(text: str, result: Extraction) -> None:
    """The same again, alone and in a row."""
    assert extract(text) == result
    assert list(extract_all([text, text], processes=1)) == [result, result]


def check_disguise(name: str, text: str, seed: int) -> None:
    """Another spelling of the same letters gives the same result, by the map of the offsets."""
    plain = read_view(text).bare
    disguise = disguised(name, plain, seed)
    result = extract(disguise.shown)
    check_result(disguise.shown, result)
    assert told(result) == told(extract(plain), disguise)
