"""Texts and arguments that nobody should give: odd text has a result or an issue, a caller's mistake an error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from attribution import AttributionError, AttributionTypeError, Extraction, extract, extract_all
from tests.laws import check_map, check_result, check_round_trips
from tests.texts import ARTICLES

REPORT = "قال الوزير سالم حداد إن الجسر جاهز."
SPOKEN = [("قال", ["الجسر جاهز"], "سالم حداد")]

ACCENTS, SIGNS, TATWEEL = ("\u0301" * 1_000_000, "\u064e" * 1_000_000, "\u0640" * 1_000_000)


def said(result: Extraction) -> list[tuple[str, list[str], str | None]]:
    return [
        (a.cue.text, [span.text for span in a.content], a.speaker.text if a.speaker else None)
        for a in result.attributions
    ]


ODD: dict[str, tuple[str, list[tuple[str, list[str], str | None]]]] = {
    "a letter alone behind a name": ("م الوحيد مع حبة ه", []),
    "nothing": ("", []),
    "white space": (" \t\u00a0\u3000\r\n\u2028\x0b" * 2000, []),
    "lone surrogates before": ("\ud800\udfff\udcff" * 3 + " " + REPORT, SPOKEN),
    "lone surrogates behind": (REPORT + " \udc80\ud83d", SPOKEN),
    "a surrogate in a word": (REPORT.replace("الجسر", "ال\ud800جسر"), [("قال", ["ال\ud800جسر جاهز"], "سالم حداد")]),
    "NUL": ("\x00\x00 " + REPORT + "\x00", SPOKEN),
    "every control": ("".join(map(chr, range(32))) + REPORT + "".join(map(chr, range(127, 160))), SPOKEN),
    "not a character": ("\uffff\ufffe\U0010ffff " + REPORT, SPOKEN),
    "opening marks": ("« " * 100_000 + REPORT.replace(".", ""), SPOKEN),
    "straight marks": ('" ' * 100_001 + "\n" + REPORT, SPOKEN),
    "accents on a letter": (f"ق{ACCENTS}{REPORT[1:]}", [(f"ق{ACCENTS}ال", *SPOKEN[0][1:])]),
    "signs on a letter": (f"قال{SIGNS}{REPORT[3:]}", [(f"قال{SIGNS}", *SPOKEN[0][1:])]),
    "a long tatweel": (f"قا{TATWEEL}{REPORT[2:]}", [(f"قا{TATWEEL}ل", *SPOKEN[0][1:])]),
    "controls": ("\u202e\u2066\u200f" * 300_000 + REPORT, SPOKEN),
    "brackets": ("([{" * 50_000 + "\n" + REPORT, SPOKEN),
    "ampersands": ("&#&quot" * 50_000 + "\n" + REPORT, SPOKEN),
    "a word without end": ("قال" * 300_000 + " " + REPORT, SPOKEN),
    "a number without end": ("9" * 1_000_000 + "\n" + REPORT, SPOKEN),
    "empty lines": ("\n" * 1_000_000 + REPORT, SPOKEN),
    "families of emoji": ("👩\u200d" * 100_000 + "\n" + REPORT, SPOKEN),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_has_a_result(name: str) -> None:
    text, wanted = ODD[name]
    result = extract(text)
    check_result(text, result)
    assert said(result) == wanted


def test_deep_nesting_has_a_result() -> None:
    text = "«قال الوزير إن " * 2_000 + "العمل انتهى" + "»" * 2_000
    result = extract(text)
    check_result(text, result)
    check_round_trips(text, result)
    assert len(result.attributions) > 0


def test_a_hundred_thousand_open_marks_are_issues_with_their_places() -> None:
    result = extract("قال:\n" + "«نعم\n" * 100_000)
    assert {issue.code for issue in result.issues} == {"unclosed-mark"}
    assert all(issue.span and issue.span.text == "«" for issue in result.issues)


def test_ten_megabytes_on_one_line() -> None:
    unit = " ".join(ARTICLES).replace("\n", " ") + " "
    text = unit * (10_000_000 // len(unit.encode()) + 1)
    result = extract(text)
    check_result(text, result)
    assert len(result.attributions) > 50_000


@pytest.mark.parametrize("inner", ["👨\u200d👩\u200d👧 نعم 🇸🇾🇱🇧", "ने की", "e\u0301", "نَ\u200d\u0301عم"])
def test_letters_of_several_code_points_stay_whole(inner: str) -> None:
    text = f"قال الوزير: «{inner}»."
    result = extract(text)
    check_map(text, result)
    assert [a.content[0].text for a in result.attributions] == [inner]


class Stubborn(str):
    """A text whose methods lie."""

    def __len__(self) -> int:
        return 3

    def __getitem__(self, key: Any) -> str:
        return "x"

    def replace(self, *given: Any, **named: Any) -> str:
        raise RuntimeError("no")

    split = find = count = __str__ = replace  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = str.__hash__


def test_a_class_derived_from_str_is_read_as_the_text_that_it_is() -> None:
    for result in (extract(Stubborn(REPORT)), *extract_all([Stubborn(REPORT)]), *extract_all([Stubborn(REPORT)], 2)):
        assert result == extract(REPORT)
        assert type(result.text) is str


@pytest.mark.parametrize(
    "given", [None, 3, b"x", bytearray(b"x"), memoryview(b"x"), Path("x"), [], (), {}, object, float("nan")]
)
def test_what_is_no_text_is_refused_with_what_it_is(given: Any) -> None:
    name = type(given).__name__
    with pytest.raises(AttributionTypeError, match=rf"^text is {name}, wanted str"):
        extract(given)
    for processes in (1, 2):
        with pytest.raises(AttributionTypeError, match=rf"^texts\[1\] is {name}, wanted str"):
            list(extract_all(["", given], processes))
    with pytest.raises(AttributionTypeError, match=rf"^text is {name}, wanted str"):
        Extraction.from_dict(extract(REPORT).to_dict(), given)


@pytest.mark.parametrize("given", [None, 3, "قال", b"x", Path("x"), object()])
def test_what_is_no_row_of_texts_is_refused_at_once(given: Any) -> None:
    with pytest.raises(AttributionTypeError, match=rf"^texts is {type(given).__name__}, wanted an iterable of str"):
        extract_all(given)


@pytest.mark.parametrize(
    ("given", "family"), [(0, ValueError), (-3, ValueError), (2.0, TypeError), ("2", TypeError), (None, TypeError)]
)
def test_a_number_of_processes_that_is_none_is_refused_at_once(given: Any, family: type[Exception]) -> None:
    with pytest.raises(AttributionError, match=rf"^processes is {given!r}, wanted a whole number from 1 on$") as caught:
        extract_all([], processes=given)
    assert isinstance(caught.value, family)


@pytest.mark.parametrize("processes", [1, 2])
def test_what_a_generator_raises_midway_reaches_the_caller_after_the_results_before_it(processes: int) -> None:
    def texts() -> Iterator[str]:
        yield REPORT
        raise RuntimeError("the feed is gone")

    results = extract_all(texts(), processes=processes)
    found: list[Extraction] = []
    with pytest.raises(RuntimeError, match="the feed is gone"):
        found.extend(results)
    assert found == [extract(REPORT)]
    assert list(results) == []


def test_a_generator_may_ask_for_results_itself() -> None:
    def texts() -> Iterator[str]:
        yield next(extract_all([REPORT])).text
        yield REPORT

    assert list(extract_all(texts())) == [extract(REPORT)] * 2


@pytest.mark.parametrize("given", [None, 3, "x", [], {"attributions": 3}, {"attributions": [[]], "issues": []}])
def test_what_is_no_result_is_refused_with_its_place(given: Any) -> None:
    with pytest.raises(AttributionError, match="extraction"):
        Extraction.from_dict(given, REPORT)


def test_a_deeply_nested_object_is_refused() -> None:
    data: Any = []
    for _ in range(100_000):
        data = [data]
    with pytest.raises(AttributionError, match=r"extraction\.attributions"):
        Extraction.from_dict({"attributions": data, "issues": []}, REPORT)
    assert json.loads(json.dumps(extract("").to_dict())) == {"attributions": [], "issues": []}
