"""No input is quadratic: the work for a text four times as long is about four times as much.

Work is counted, not timed: every call of a Python or C function while `extract` runs.  The bounds that make it so (the
longest sentence, the reach of a cue) are narrowed for the test, so that short texts already show it; what is bounded by
them is then the same work at every length.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Any

import pytest

from attribution import antecedents, extract, identity, registry, resolve, sentences
from attribution.cues import search

SHORT, TIMES, TOLERANCE = 2_500, 4, 1.3
REPORTS = "قال الوزير سالم حداد إن الجسر جاهز. وأضاف أن العمل مستمر في المدينة، مشيرا إلى أن التكلفة ثابتة. "
REPEATED = {
    "reports": REPORTS,
    "one endless sentence": REPORTS.replace(".", "،"),
    "a noun phrase without end": "الجسر الجديد في المدينة و",
    "opening marks": "« ",
    "opening marks on words": "«نعم ",
    "curly marks": "“ ",
    "straight marks": '"',
    "closing marks": "» ",
    "cues in a row": "قال ",
    "one word of cues": "قال",
    "joined cues": "وأضاف أن ",
    "cues and subjects": "أعلن الوزير ",
    "participles": "مضيفا أن ",
    "nouns of saying": "قوله إن ",
    "relays": "نقلت الوكالة عن الوزير قوله إن ",
    "sources": "بحسب الوزارة ",
    "sources with a clause": "وفق ما أعلنت الوزارة، ",
    "sources behind quotations": 'عاد "الوفد" أمس، بحسب الوزارة، ',
    "alternating marks": '"نعم" «لا» ',
    "quotations and cues": '"نعم"، قال الوزير. ',
    "quotations in one paragraph": 'قال: "نعم" و',
    "commas": "، ",
    "colons": "الوزير: ",
    "particles": "إن ",
    "names": "محمد سالم حداد ",
    "titles": "وزير النقل ",
    "titles and names": "وزير النقل محمد. قال الوزير إنه عاد. ",
    "two who add": "سالم وحداد. وأضافا أنهما عادا. ",
    "dropped subjects": "وأضاف أنه عاد. ",
    "relative clauses": "الذي قال ",
    "lines": "\n",
    "spaces": " ",
    "spaces and letters": "  ق",
    "letters that end words": "قةب",
    "digits": "123",
    "vowel signs": "قَالَ الوَزِيرُ إِنَّ ",
    "signs alone": "\u064e",
    "signs on words": "ق\u064e\u0651ال ",
    "accents": "e\u0301",
    "signs of other scripts": "\u0915\u0940",
    "joined emoji": "👩\u200d🚀 ",
    "flags": "🇸🇾",
    "tatweel": "قا\u0640\u0640ل ",
    "controls": "\u200f\u202b",
    "presentation forms": "ﻗﺎﻝ ﷺ ",
    "entities": "&quot;نعم&nbsp;",
    "numbers of entities": "&#12",
    "wrapped lines": "قال الوزير سالم حداد إن الجسر جاهز للسيارات\n",
    "line ends": "قال\r\n",
    "nothing": "\x00",
    "half characters": "\ud800",
    "dots": ".",
    "brackets": "(",
    "hashes": "#محمد ",
    "dashes": "- ",
}


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("بتجحدرزسشصطعفقكمنهي") for _ in range(6))


def _distinct(pattern: str) -> Callable[[int], str]:
    def build(length: int) -> str:
        chance = random.Random(1)
        return " ".join(pattern.format(*(_word(chance) for _ in range(3))) for _ in range(length // len(pattern)))

    return build


TEXTS: dict[str, Callable[[int], str]] = {
    **{name: lambda length, unit=unit: (unit * (length // len(unit) + 1))[:length] for name, unit in REPEATED.items()},  # type: ignore[misc]
    "nested marks": lambda length: "«" * (length // 2) + "»" * (length // 2),
    "nested marks of two kinds": lambda length: '«"' * (length // 4) + '"»' * (length // 4),
    "nested speech": lambda length: "«قال " * (length // 12) + "نعم» " * (length // 12),
    "distinct words": _distinct("{} {} {}"),
    "distinct words in ل": _distinct("ل{} ل{} ل{}"),
    "distinct names": _distinct("قال محمد {} إن الأمر {}."),
    "distinct ministers": _distinct("قال الوزير {} {} إنه عاد. وأضاف الوزير أنه وصل."),
    "distinct bodies": _distinct("أعلنت وزارة {} أن الوزارة باقية."),
    "distinct quotations": _distinct('قال {}: "{}". وأضاف: "{}".'),
}


def work(text: str) -> int:
    """How many functions are called to extract from a text."""
    calls = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.fixture(autouse=True)
def _narrow_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, bound, narrow in (
        (sentences, "_LONGEST", 40), (search, "_REACH", 30), (antecedents, "_TOLD", 12),
        (antecedents, "_MENTIONS", 30), (resolve, "_MENTIONS", 30), (registry, "CANDIDATES_BEFORE", 6),
        (registry, "CANDIDATES_BEHIND", 3), (identity, "CANDIDATES_BEFORE", 6),
    ):  # fmt: skip
        monkeypatch.setattr(module, bound, narrow)


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    short, long = TEXTS[name](SHORT), TEXTS[name](SHORT * TIMES)
    extract(long)  # words and chunks are read once and remembered
    assert work(long) <= TIMES * TOLERANCE * work(short) + 200


def test_the_longest_sentence_is_above_those_of_the_press(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    text = "قال الوزير إن الجسر جاهز" + " والطريق جاهز" * 250 + "."
    (found,) = extract(text).attributions
    assert found.content[0].end == len(text) - 1
