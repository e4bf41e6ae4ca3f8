"""Brackets that stand for quotation marks: behind a colon or a formula of reverence, doubled, braces, ornate ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = {"(": ")", "{": "}", "\ufd3f": "\ufd3e", "\ufd3e": "\ufd3f"}
BRACKETS = frozenset(_CLOSING)
_OPENING = re.compile("[({\ufd3e\ufd3f]")
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
    last = 0
    for match in _OPENING.finditer(bare):
        start = match.start()
        end = _partner(bare, start) if start >= last and _quotes(bare, start) else 0
        width = 2 if bare.startswith("((", start) and bare.startswith("))", end - 2) else 1
        if end and len(bare[start + width : end - width].split()) >= _FEWEST:
            yield start, end, True, width
            last = end


def _quotes(bare: str, start: int) -> bool:
    doubled = bare[start] != "(" or bare.startswith("((", start)
    return doubled or bool(_QUOTES_NEXT.search(bare, max(0, start - _LONGEST_FORMULA), start))


def _partner(bare: str, start: int) -> int:
    """The offset behind the bracket that closes the one at ``start`` in its paragraph, or 0."""
    opening = bare[start]
    closing, depth = _CLOSING[opening], 0
    for at in range(start, min(len(bare), start + _LONGEST)):
        if bare[at] == "\n":
            break
        depth += (bare[at] == opening) - (bare[at] == closing)
        if depth == 0:
            return at + 1
    return 0
