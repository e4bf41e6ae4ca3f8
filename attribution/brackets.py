"""Brackets that stand for quotation marks: behind a colon or a formula of reverence, doubled, braces, ornate ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = {"(": ")", "{": "}", "\ufd3f": "\ufd3e", "\ufd3e": "\ufd3f"}
BRACKETS = frozenset(_CLOSING)
_OPENING = re.compile("[({\ufd3e\ufd3f]")
_ANY = re.compile("[(){}\ufd3e\ufd3f\n]")
# قال: (…), قال تعالى (…)
_QUOTES_NEXT = re.compile(r"(?::|\b(?:تعالى|سبحانه|وتعالى|وعلا|وجل|وسلم|السلام)) ?\Z")
_LONGEST_FORMULA = 9  # characters before the bracket
_FEWEST = 3  # words
_LONGEST = 1500  # characters


def spoken_brackets(bare: str) -> Iterator[tuple[int, int, bool, int]]:
    """Start, end, whether it is closed (always), and width of each pair of brackets that quotes, in order.

    >>> list(spoken_brackets("وقال: (عدنا إلى البيت). وعاد سالم (أخو الوزير الأول)"))
    [(6, 22, True, 1)]
    """
    openings = [match.start() for match in _OPENING.finditer(bare) if _quotes(bare, match.start())]
    ends = _ends(bare) if openings else {}
    last = 0
    for start in openings:
        end = ends.get(start, 0) if start >= last else 0
        width = 2 if bare.startswith("((", start) and bare.startswith("))", end - 2) else 1
        if end and len(bare[start + width : end - width].split()) >= _FEWEST:
            yield start, end, True, width
            last = end


def _quotes(bare: str, start: int) -> bool:
    doubled = bare[start] != "(" or bare.startswith("((", start)
    return doubled or bool(_QUOTES_NEXT.search(bare, max(0, start - _LONGEST_FORMULA), start))


def _ends(bare: str) -> dict[int, int]:
    """For each bracket that is closed in its paragraph the offset behind the one that closes it."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _ANY.finditer(bare):
        at, bracket = match.start(), match.group()
        if bracket == "\n":
            opened.clear()
        elif opened and _CLOSING[bare[opened[-1]]] == bracket:
            start = opened.pop()
            if at - start < _LONGEST:
                found[start] = at + 1
        elif bracket in _CLOSING:
            opened.append(at)
    return found
