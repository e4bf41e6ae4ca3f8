"""Other spellings of one text, each with the map from the offsets of the plain text to its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Any

from attribution import Extraction
from attribution.view import read_view


@dataclass(frozen=True)
class Disguise:
    """The text ``shown``; character ``i`` of the plain text stands in it from ``starts[i]`` to ``ends[i]``."""

    shown: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.starts[start], self.ends[end - 1]


def in_pieces(pieces: Iterable[str]) -> Disguise:
    """One piece for each character; an empty one stands for a character that shares the piece before it."""
    pieces = list(pieces)
    edges = list(accumulate(map(len, pieces), initial=0))
    starts, ends = edges[:-1], edges[1:]
    for i, piece in enumerate(pieces):
        if not piece:
            starts[i], ends[i] = starts[i - 1], ends[i - 1]
    return Disguise("".join(pieces), starts, ends)


def _behind_letters(marks: str, share: float) -> Callable[[str, Random], list[str]]:
    """A sign of ``marks`` behind some of the Arabic letters."""

    def pieces(text: str, chance: Random) -> list[str]:
        return [c + chance.choice(marks) * ("ء" <= c <= "ي" and chance.random() < share) for c in text]

    return pieces


def _instead(table: dict[str, str], share: float = 1) -> Callable[[str, Random], list[str]]:
    def pieces(text: str, chance: Random) -> list[str]:
        return [table[c] if c in table and chance.random() < share else c for c in text]

    return pieces


def _forms() -> dict[str, dict[str, str]]:
    """The presentation forms of each letter, and of لا, by the place in the word, from the Unicode tables."""
    found: dict[str, dict[str, str]] = {}
    for form in map(chr, range(0xFE80, 0xFEFD)):
        place, *letters = unicodedata.decomposition(form).split()
        found.setdefault("".join(chr(int(c, 16)) for c in letters), {})[place] = form
    return found


FORMS = _forms()
_MARK = re.compile("[«»“”„‟‹›＂]")


def _shaped(text: str, chance: Random) -> list[str]:
    """Every letter as the shape that it takes beside its neighbours, ل and ا in one."""
    del chance
    pieces: list[str] = []
    joins = False  # whether the letter before reaches out to this one
    at = 0
    while at < len(text):
        unit = text[at : at + 2] if text[at : at + 2] in FORMS else text[at]
        forms = FORMS.get(unit, {})
        behind = FORMS.get(text[at + len(unit) : at + len(unit) + 1], {})
        on = "<initial>" in forms and "<final>" in behind
        joined = joins and "<final>" in forms
        place = ("<medial>" if on else "<final>") if joined else "<initial>" if on else "<isolated>"
        pieces += [forms.get(place, unit), ""][: len(unit)]
        joins = on
        at += len(unit)
    return pieces


def _decomposed(text: str, chance: Random) -> list[str]:
    del chance
    return [unicodedata.normalize("NFD", c) for c in text]


def _vowelled_and_decomposed(text: str, chance: Random) -> list[str]:
    return [unicodedata.normalize("NFD", c + chance.choice("\u064e\u0650") * ("ء" <= c <= "ي")) for c in text]


def _carriage_returns(text: str, chance: Random) -> list[str]:
    del chance
    return ["\r\n" if c == "\n" else c for c in text]


DISGUISES: dict[str, Callable[[str, Random], list[str]]] = {
    # what tells more than decoration stays away: a shadda or a damma on the first letter, tanwin
    "tashkeel": _behind_letters("\u064e\u0650\u0652\u0670", 0.5),
    "tashkeel of presentation forms": _behind_letters("\ufe76\ufe77\ufe7b\ufe7f", 0.3),
    "tatweel": _behind_letters("\u0640", 0.3),
    "bidi controls": _behind_letters("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", 0.3),
    "zero-width characters": _behind_letters("\u200b\u200c\u200d\u2060\ufeff\u00ad", 0.3),
    "other spaces": _instead(dict.fromkeys(" ", "\u00a0"), 0.7),
    "presentation forms": _shaped,
    "Persian letters": _instead({"ي": "\u06cc", "ك": "\u06a9"}, 0.7),
    "NFD": _decomposed,
    "HTML entities": _instead(
        {'"': "&quot;", "«": "&laquo;", "»": "&raquo;", "“": "&#8220;", "”": "&#x201D;", " ": "&nbsp;"}, 0.5
    ),
    "vowelled NFD": _vowelled_and_decomposed,
    "CRLF": _carriage_returns,
    "CR": _instead({"\n": "\r"}),
}


def disguised(name: str, text: str, seed: int = 0) -> Disguise:
    return in_pieces(DISGUISES[name](text, Random(seed)))


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the signs and controls at its end, which may or may not belong to its last letter."""
    while end > start and _is_sign(text[end - 1]):
        end -= 1
    return start, end


def _is_sign(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cf", "Lm") or "\ufe70" <= character < "\ufe80"


def told(result: Extraction, through: Disguise | None = None) -> list[Any]:
    """What a result says: spans as offsets (led ``through`` a disguise), names whatever the marks in them."""
    text = through.shown if through else result.text

    def plain(value: Any) -> Any:
        if isinstance(value, dict) and "start" in value:
            span = value["start"], value["end"]
            rest = [value[name] for name in ("lemma", "form") if name in value]
            return [*_without_signs(text, *(through.span(*span) if through else span)), *rest]
        if isinstance(value, dict):
            return {name: plain(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return _MARK.sub('"', unicodedata.normalize("NFC", read_view(value).bare)) if isinstance(value, str) else value

    data = result.to_dict()
    return [plain(data["attributions"]), [(i["code"], plain(i["span"])) for i in data["issues"]]]
