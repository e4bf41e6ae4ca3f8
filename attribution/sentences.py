"""Sentences as ranges of tokens; together they partition the tokens, and none ends inside a quotation."""

from __future__ import annotations

import re
from bisect import bisect_right

from attribution.tokens import Reading

_LONGEST = 800  # tokens, above any sentence of the press: text without stops is cut, so that no search runs through it
_STOP = re.compile(r"[.?!\n»]")
_LEADS_IN = re.compile(r":\n+«")  # وكتب الوزير: — and his words in marks on a line of their own
_BLANK = 4  # line breaks between them, and the marks around these
_ABBREVIATED = 2  # an initial or a title of one or two letters before a full stop: د. أ. ج.ب.


def split_sentences(reading: Reading) -> list[int]:
    """The token at which each sentence starts, in order, and after them the number of tokens."""
    starts = [0]
    inside = _quoted_tokens(reading)
    for match in _STOP.finditer(reading.letters):
        token = match.start()
        if token >= starts[-1] and _ends(reading, token, inside):
            end = _after_stop(reading, token + 1)
            if end > starts[-1]:
                starts += [*range(starts[-1] + _LONGEST, end, _LONGEST), end]
    end = len(reading.letters)
    if starts[-1] != end:
        starts += [*range(starts[-1] + _LONGEST, end, _LONGEST), end]
    return starts


def sentence_of(starts: list[int], token: int) -> tuple[int, int]:
    """First and last-but-one token of the sentence that holds ``token``."""
    n = bisect_right(starts, token)
    return starts[n - 1], starts[n] if n < len(starts) else starts[-1]


def _quoted_tokens(reading: Reading) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for pair in reading.pairs:
        if pair.closed and (not spans or pair.start >= spans[-1][1]):
            spans.append((pair.start, pair.end))
    return spans


def _within(spans: list[tuple[int, int]], offset: int) -> bool:
    n = bisect_right(spans, (offset, 1 << 60))
    return n > 0 and offset < spans[n - 1][1]


def _ends(reading: Reading, token: int, inside: list[tuple[int, int]]) -> bool:
    letters = reading.letters
    if letters[token] == "»":
        return _quotation_ends(reading, token, inside)
    if _within(inside, reading.starts[token]):
        return False
    if letters[token] == "\n":
        return _LEADS_IN.search(letters, max(0, token - _BLANK), token + _BLANK) is None
    return is_stop(reading, token)


def is_stop(reading: Reading, token: int) -> bool:
    """Whether a mark ends a sentence: not the point of a figure or an abbreviation, nor three dots."""
    letters = reading.letters
    following = letters[token + 1 : token + 2]
    if letters[token] == "." and (following == "." or letters[token - 1 : token] == "."):
        return following == "\n" or _two_dots(reading, token)  # an ellipsis
    if letters[token] in "?!" and letters[token + 1 : token + 3] in ("&q", "&Q"):
        return False  # قال إن الخبر صحيح؟ وإن …
    if reading.glued(token + 1) if token + 1 < len(letters) else False:
        return following in '»"\n),' or (letters[token] == "." and _misplaced_space(reading, token))
    return not (letters[token] == "." and _abbreviation(reading, token - 1))


def _misplaced_space(reading: Reading, token: int) -> bool:
    """A full stop with its space before it: عاد الوفد .وقال الوزير; not in figures, foreign words, an ellipsis."""
    before, after = reading.letters[token - 1 : token], reading.letters[token + 1]
    return not reading.glued(token) and after not in "A0." and before not in (".", "A", "0", "")


def _two_dots(reading: Reading, token: int) -> bool:
    """Two dots and a space end a sentence (جاهز.. وقال); three are a pause, and a quotation may be broken by two."""
    dots = reading.letters[token - 2 : token + 2]
    return dots[1:3] == ".." and dots[0] not in ".»" and dots[3:] not in (".", ",", "") and not reading.glued(token + 1)


def _quotation_ends(reading: Reading, token: int, inside: list[tuple[int, int]]) -> bool:
    """A closing mark after a full stop ends the sentence, unless its cue follows: "نعم." قال الوزير."""
    outside = not _within(inside, reading.ends[token])
    return (
        outside
        and reading.letters[token - 1] in ".?!"
        and reading.letters[token + 1 : token + 2] not in ("V", ",", ".")
    )


def _abbreviation(reading: Reading, token: int) -> bool:
    return token >= 0 and reading.ends[token] - reading.starts[token] < _ABBREVIATED and reading.letters[token] in "whA"


def _after_stop(reading: Reading, token: int) -> int:
    """Closing marks and further stops glued to a full stop still belong to the sentence."""
    while (
        token < len(reading.letters)
        and reading.letters[token] in '».,?!\n)"'
        and (reading.letters[token] == "\n" or reading.glued(token))
    ):
        token += 1
    return token
