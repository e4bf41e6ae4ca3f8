"""Words that the source ran together (قالتإنه, منالنوم), cut where most of the string becomes known words.

Every way to cut is compared by its cost: a known word is cheap, a short one dearer, an unknown stretch dear by its
length.  The costs are rules of thumb, set by reading the cuts of the unknown words of two thousand real texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

Pieces = tuple[str, tuple[int, ...]]
_KNOWN, _THREE, _TWO, _NAME = 10, 3, 5, 4
_UNKNOWN, _LETTER, _BEYOND = 16, 2, 5
_ARTICLE = 2  # by how much a word with its article is cheaper: قالت | الشركة, not قالتا | لشركة
_GAIN, _LITTLE = 12, 4  # by how much a cut must be cheaper than the whole as one unknown word; with a sign inside it
_SHORTEST, _LONGEST_WORD, _LONGEST = 3, 14, 200
_LONG = 11  # letters from which a word is suspect without any sign
_VERY_LONG = 15  # letters that no foreign name has (الأميرال, إنتركونتيننتال)
_PROCLITICS = "وفبكلسا"
# what stands at the edge of words only: ة, ى, and إ but for proclitics before it
_EDGE = re.compile(f"[ةى](?=[ء-ي]{{2}})|(?<=[^{_PROCLITICS}])إ")
# no word of its own: استقلالي | تهم
_ENDING = re.compile("[اتيو]*(ات|ان|ين|ون|ية|تي|يت)(ها|هم|ه|نا|كم)?|ت(ها|هم|نا|كم)")
_SHORT = frozenset("qpcNkrRgse")


def _unknown(length: int) -> int:
    """The cost of an unknown stretch: beyond ten letters hardly anything is one word."""
    return _UNKNOWN + _LETTER * length + _BEYOND * max(0, length - _LONG + 1)


class _Best(NamedTuple):
    cost: int
    cuts: tuple[int, ...]  # where pieces end


class RunTogether:
    """Cuts with the help of ``read``, which gives the pieces of a listed word and None for others."""

    def __init__(self, read: Callable[[str], Pieces | None]) -> None:
        self.read = read

    def cut(self, spelt: str) -> tuple[str, ...] | None:
        """The words in a string, or None where it is rather one: قالتإنه → قالت, إنه."""
        length, edge = len(spelt), _EDGE.search(spelt)
        if length > _LONGEST or not (length >= _LONG or edge):
            return None
        best = self._best(spelt)
        if len(best.cuts) < 2 or best.cost > _unknown(length) - (_LITTLE if edge else _GAIN):
            return None
        words = tuple(spelt[a:b] for a, b in zip((0, *best.cuts), best.cuts, strict=False))
        unread = sum(len(word) for word in words if self.read(word) is None)
        return words if 2 * unread <= (length if edge or length >= _VERY_LONG else 0) else None

    def _best(self, spelt: str) -> _Best:
        """The cheapest way to cut, by the cheapest ways to cut its beginnings."""
        table = [_Best(0, ())]
        for end in range(1, len(spelt) + 1):
            table.append(min(self._ending_at(spelt, end, table), default=_Best(1 << 30, ())))
        return table[-1]

    def _ending_at(self, spelt: str, end: int, table: list[_Best]) -> Iterator[_Best]:
        for start in range(max(0, end - _LONGEST_WORD), end):
            before = table[start]
            if before.cost < 1 << 30:
                yield _Best(before.cost + self._cost(spelt[start:end]), (*before.cuts, end))

    def _cost(self, word: str) -> int:
        if len(word) < 2 or word[0] in "ةىءؤئ" or _ENDING.fullmatch(word):
            return 1 << 20
        pieces = self.read(word)
        if pieces is None:
            return _unknown(len(word)) if len(word) >= _SHORTEST else 1 << 20
        letters = pieces[0]
        if len(word) == 2:
            return _KNOWN + _TWO if letters in _SHORT else 1 << 20
        short, named = len(word) == _SHORTEST, "n" in letters
        return _KNOWN + _THREE * short + _NAME * named - _ARTICLE * word.startswith("ال")
