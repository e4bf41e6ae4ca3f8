"""Arabic letters that were decoded with the wrong encoding, and so read as a row of others (Ø§Ù„, ط§ظ„, Çá).

Such a text decodes without an error, and nothing is found in it; an issue says what it is and how to mend it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىئؤء"
_PAIRS = 3  # so many in a row are no accident
_AS_1256 = 'UTF-8 read as windows-1256; text.encode("windows-1256").decode("utf-8") mends it'
_AS_LATIN = 'windows-1256 read as iso-8859-1; text.encode("iso-8859-1").decode("windows-1256") mends it'
_FTFY = "UTF-8 read as {}; decode the bytes as UTF-8, or mend the text with ftfy.fix_text"


class Mojibake(NamedTuple):
    """The first such stretch, half-open in code points, and what to do."""

    start: int
    end: int
    message: str


def _misread(encoding: str) -> re.Pattern[str]:
    """The UTF-8 of Arabic letters, read in ``encoding``: letters of two characters, several in a row.

    A letter whose second byte ``encoding`` leaves open is read as the character of that number, as browsers do.
    """
    pairs = {"".join(_one(byte, encoding) for byte in letter.encode()) for letter in _LETTERS}
    letter = "|".join(sorted(map(re.escape, pairs)))
    return re.compile(f"(?:(?:{letter})[ ]?){{{_PAIRS},}}")


def _one(byte: int, encoding: str) -> str:
    return bytes([byte]).decode(encoding, "ignore") or chr(byte)


# what stands in the text, a piece that every such text holds, and the advice
_KINDS = (
    ("Ø§", _misread("windows-1252"), _FTFY.format("windows-1252")),
    ("Ø§", _misread("iso-8859-1"), _FTFY.format("iso-8859-1")),
    ("ط§", _misread("windows-1256"), _AS_1256),
    ("Çá", re.compile(r"\bÇá[À-ÿ]{2,}[^\n]{0,200}?\bÇá[À-ÿ]{2,}"), _AS_LATIN),  # two words with the article
)


def find_mojibake(text: str) -> Mojibake | None:
    """A stretch of wrongly decoded Arabic, if there is any; where two encodings would explain it, by the longer.

    >>> find_mojibake("قال: " + "الوزير".encode().decode("windows-1252")).start
    5
    >>> find_mojibake("قال الوزير إن الجسر جاهز.")
    """
    found = [
        Mojibake(*match.span(), f"these letters are {message}")
        for piece, pattern, message in _KINDS
        if piece in text and (match := pattern.search(text))
    ]
    return max(found, key=lambda one: one.end - one.start, default=None)
