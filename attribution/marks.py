"""Quotation marks paired by kind: nested, re-opened, unclosed and misdirected ones.

Marks come before sentences, since a sentence never ends inside a pair.  Each family (straight, curly, guillemets …)
is one kind; which way a mark faces is read from its surroundings first and from its shape second, because the press
types them both ways round.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from attribution.brackets import spoken_brackets

_FAMILY = {
    '"': '"', "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"',
    "«": "«", "»": "«", "‹": "‹", "›": "‹", "'": "'", "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'",
}  # fmt: skip
DOUBLE = frozenset(mark for mark, family in _FAMILY.items() if family != "'")  # a single one may be an apostrophe
_OPENING, _CLOSING = "“„«‹‘‚", "”‟»›’"
_MARK = re.compile("[" + "".join(_FAMILY) + "]")
_BEFORE_OPEN = frozenset(" \n([{:،,؛.-–—/…") | frozenset(_FAMILY)
_AFTER_CLOSE = frozenset(" \n)]}:،,؛.-–—/…!؟?") | frozenset(_FAMILY)
_LINES, _LINES_OF_SENTENCES, _CHARACTERS = 3, 8, 700  # how far a quotation runs over line breaks without a mark
_ENDS = frozenset(".!؟?")
OUTSIDE_START, _OUTSIDE_END = " \n،,:؛-–", " \n.،؛,;:-–"  # what quoted words neither begin nor end with
_DEEPEST = 16  # quotations in one another: in news at most three


class Pair(NamedTuple):
    """A quotation: ``start`` is the offset of the opening mark, ``end`` the offset just after the closing one.

    An unclosed one ends with its paragraph and has ``closed`` false.  ``inner`` is the span without the marks, which
    are ``width`` characters each.
    """

    start: int
    end: int
    closed: bool
    width: int = 1

    @property
    def inner(self) -> tuple[int, int]:
        return self.start + self.width, self.end - self.width if self.closed else self.end


class Pairs(tuple[Pair, ...]):
    """The quotations of a text in order of their opening marks, and which of them stand around a place or in a part."""

    @cached_property
    def _starts(self) -> list[int]:
        return [pair.start for pair in self]

    @cached_property
    def _closed(self) -> tuple[list[Pair], list[int], list[int]]:
        """The closed pairs, their starts, and up to each the farthest end."""
        closed = [pair for pair in self if pair.closed]
        return closed, [pair.start for pair in closed], list(accumulate((pair.end for pair in closed), max))

    @cached_property
    def _around(self) -> list[int]:
        """Of each closed pair the nearest before it that ends later, or -1."""
        found: list[int] = []
        closed, _, _ = self._closed
        for n, pair in enumerate(closed):
            outer = n - 1
            while outer >= 0 and closed[outer].end <= pair.end:
                outer = found[outer]
            found.append(outer)
        return found

    @cached_property
    def _by_close(self) -> dict[int, Pair]:
        return {pair.end - 1: pair for pair in reversed(self) if pair.closed}

    def starting(self, first: int, last: int) -> tuple[Pair, ...]:
        """The pairs whose opening marks stand from ``first`` up to but not including ``last``."""
        return self[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def outermost(self, offset: int) -> Pair | None:
        """The first closed pair that opens before ``offset`` and ends behind it."""
        closed, starts, reach = self._closed
        n = bisect_right(reach, offset)
        return closed[n] if n < len(closed) and starts[n] < offset else None

    def innermost(self, offset: int) -> Pair | None:
        """The last closed pair that opens at ``offset`` or before it and ends behind it."""
        closed, starts, _ = self._closed
        n = bisect_right(starts, offset) - 1
        while n >= 0 and closed[n].end <= offset:
            n = self._around[n]
        return closed[n] if n >= 0 else None

    def closed_at(self, offset: int) -> Pair | None:
        """The first pair that the mark at ``offset`` closes."""
        return self._by_close.get(offset)


@dataclass(slots=True)
class _Open:
    at: int
    family: str
    late_close: int = 0  # where an inner quotation ends a sentence, if one does


def pair_marks(bare: str) -> Pairs:
    """The quotations of a text, in order of their opening marks.

    >>> [(p.start, p.end, p.closed) for p in pair_marks('قال "نعم" ثم «لا')]
    [(4, 9, True), (13, 16, False)]
    """
    marked = sorted(_pairs(bare)) if _MARK.search(bare) else []
    spoken = [Pair(*found) for found in spoken_brackets(bare)]
    apart = [pair for pair in spoken if not any(_cross(pair, other) for other in marked)] if spoken else []
    return Pairs(sorted((*marked, *apart)) if apart else marked)


def _cross(pair: Pair, other: Pair) -> bool:
    """Whether one of two begins inside the other and ends outside."""
    return pair.start < other.start < pair.end < other.end or other.start < pair.start < other.end < pair.end


def trimmed(bare: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the space and the signs that belong to the sentence around it.

    >>> trimmed('" نعم، "', 1, 7)
    (2, 5)
    """
    while start < end and bare[start] in OUTSIDE_START:
        start += 1
    while end > start and bare[end - 1] in _OUTSIDE_END:
        end -= 1
    return start, end


def _pairs(bare: str) -> Iterator[Pair]:
    stack: list[_Open] = []
    paragraph_end = -1
    for match in _MARK.finditer(bare):
        at = match.start()
        if bare[at] in "'’‘`´" and _inside_word(bare, at):
            continue
        if at > paragraph_end:
            crossing = len(stack) == 1 and not _opens(bare, at, stack) and _near(bare, stack[0].at, at)
            if not crossing:
                yield from _unclosed(bare, stack)
            paragraph_end = _line_end(bare, at)
        if not stack and not _opens(bare, at) and not _glued_to_cue(bare, at):
            continue  # closes what nothing opened
        family = _FAMILY[bare[at]]
        level = len(stack) - 1
        while level >= 0 and stack[level].family != family:
            level -= 1
        if level < 0 or _opens(bare, at, stack):
            if len(stack) == _DEEPEST:
                del stack[0]  # marks nothing
            stack.append(_Open(at, family))
            continue
        for left in stack[level + 1 :]:
            yield Pair(left.at, at, False)
        del stack[level + 1 :]
        opened = stack.pop()
        yield Pair(opened.at, at + 1, True)
        if stack and _ends_sentence(bare, at):
            stack[-1].late_close = at + 1
    yield from _unclosed(bare, stack)


def _near(bare: str, start: int, end: int) -> bool:
    """Whether two marks on different lines may be a pair: few paragraphs apart, or a few sentences of a line each."""
    lines = bare.count("\n", start, end)
    return lines <= _LINES or (lines <= _LINES_OF_SENTENCES and end - start < _CHARACTERS)


def _unclosed(bare: str, stack: list[_Open]) -> Iterator[Pair]:
    """What stays open at the end of a paragraph: it ends where an inner pair ended a sentence, else right there."""
    for left in stack:
        if left.late_close:
            yield Pair(left.at, left.late_close, True)
        else:
            yield Pair(left.at, _line_end(bare, left.at), False)
    stack.clear()


def _line_end(bare: str, at: int) -> int:
    end = bare.find("\n", at)
    return len(bare) if end < 0 else end


def _inside_word(bare: str, at: int) -> bool:
    return 0 < at < len(bare) - 1 and bare[at - 1].isalnum() and bare[at + 1].isalnum() and not _proclitic(bare, at)


def _proclitic(bare: str, at: int) -> bool:
    """A one-letter word (و ب ل ك ف) hangs on the mark: ل"الجيش"."""
    return at >= 1 and bare[at - 1] in "وبلكف" and (at == 1 or not bare[at - 2].isalnum())


def _opens(bare: str, at: int, stack: Sequence[_Open] = ()) -> bool:
    """Whether a mark opens by what is around it, or, where that does not tell, as none of its family is open."""
    before, after = bare[at - 1 : at] or "\n", bare[at + 1 : at + 2] or "\n"
    opens = (before in _BEFORE_OPEN or _proclitic(bare, at)) and after not in " \n.،,؛:؟!"
    closes = after in _AFTER_CLOSE and before not in " \n"
    return opens if opens != closes else all(left.family != _FAMILY[bare[at]] for left in stack)


def _glued_to_cue(bare: str, at: int) -> bool:
    """قال :" نعم " and قائلا" نعم": a mark that faces backward opens behind a colon, or where the next one closes too.

    >>> [(p.start, p.end) for p in pair_marks('قال :" نعم "، ثم قال" لا".')]
    [(5, 12), (20, 25)]
    """
    if bare[at - 1 : at] == ":":
        return True
    following = _MARK.search(bare, at + 1)
    if following is None or _FAMILY[following.group()] != _FAMILY[bare[at]] or "\n" in bare[at : following.start()]:
        return False
    return not _opens(bare, following.start())


def _ends_sentence(bare: str, at: int) -> bool:
    return bare[at - 1 : at] in _ENDS or bare[at + 1 : at + 2] in _ENDS
