"""The marked words of one document: what a pair of marks encloses, how it goes on, and whose words they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attribution.brackets import BRACKETS
from attribution.cues import Clause
from attribution.marks import OUTSIDE_START, Pair, trimmed
from attribution.sentences import sentence_of
from attribution.tokens import Reading

Range = tuple[int, int]
_NAME_HEADS = frozenset("oOxdDlu")  # فيلق "الرحمن", صحيفة "المرفأ": what follows them in marks is a name
_NAME = frozenset("xnwWAl0-B")
_CALLED = re.compile("[nxAlB]+|M|[ot][MW]")  # "ناسا"، "الإنترنت"، "ديوان المظالم"
_SAYS = frozenset("vVNqQRkegz")
_LONGEST_NAME = 4
_INDEFINITE = ("ا", "ة", "ات", "ين")  # endings of a predicate or an accusative: "منفتحة"، "رئيسيا"


class Quotations:
    """What the reader of contents knows of marks."""

    def __init__(self, reading: Reading, starts: list[int], clauses: list[Clause]) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n\n"
        self.words = [*reading.words, "", "", ""]
        self.starts = starts
        self.cues = {clause.first: clause for clause in clauses}
        self.marked = {c.complement.at for c in clauses if c.complement}  # where complements begin

    def _closing(self, i: int) -> int:
        """The token of the mark that closes the one at ``i``; ``i`` itself when nothing does."""
        pair = self.reading.openers.get(i)
        return self.reading.token_at.get(pair.end - 1, i) if pair and pair.closed else i

    def _enclosing(self, i: int) -> Pair | None:
        """The innermost closed pair around token ``i``."""
        return self.reading.pairs.innermost(self.reading.starts[i])

    def _enclosed(self, start: int, end: int) -> Range | None:
        """The inside of a quotation that holds everything from ``start`` to ``end``, or None."""
        if self.letters[start] != "«":
            return None
        pair = self.reading.openers[start]
        if not pair.closed:
            return pair.inner
        rest = self.letters[self._closing(start) + 1 : end].strip(".\n:")
        goes_on = rest[:3] in (",&q", ",&Q", ",&«")
        return pair.inner if not rest.strip(",") or (rest[0] == "," and not goes_on) else None

    def _closes_all(self, start: int, limit: int) -> bool:
        """Whether what follows the closing mark is no longer speech: a stop, a comma, the next verb; or anything, where
        the mark is a bracket."""
        close = self._closing(start)
        if self.words[start] in BRACKETS:
            return True
        return self.letters[close + 1] in ".,\n&PVC?!-(" or close + 1 >= limit or close == start

    def _claimed(self, opener: int, clause: Clause) -> bool:
        """Whether the quotation is the complement of an earlier cue: كتب: "…"، مضيفا "…"."""
        earlier = (self.cues[k] for k in range(clause.sentence[0], opener) if k in self.cues)
        return any(c.complement and c.first < c.complement.at <= opener for c in earlier)

    def _before(self, clause: Clause) -> tuple[Range, ...]:
        """The quotation that ends right before the cue."""
        found = clause.complement
        i = found.at if found and found.kind == "before" else clause.first - 1
        if (i >= 0 and self.letters[i] in ",k") or (self.letters[i] == "c" and self.words[i] == "هكذا"):
            i -= 1
        if i < 0 or self.letters[i] != "»":
            return ()
        close = self.reading.starts[i]
        pair = self.reading.pairs.closed_at(close)
        if pair is None or self._claimed(self.reading.token_at[pair.start], clause):
            return ()
        return (*self._leading(self.reading.token_at[pair.start]), pair.inner)

    def _leading(self, opener: int) -> tuple[Range, ...]:
        """«…». «…»، قال فلان: the quotations that fill the sentences before it in its paragraph."""
        found: list[Range] = []
        start, _ = sentence_of(self.starts, opener)
        while 0 < start == opener and self.letters[start - 1] != "\n":
            opener, end = sentence_of(self.starts, start - 1)
            pair = self.reading.openers.get(opener)
            if pair is None or not self._filled(opener, end):
                break
            found.insert(0, pair.inner)
            start = opener
        return tuple(found)

    def _after_speaker(self, clause: Clause) -> tuple[Range, ...]:
        i = clause.subject.last if clause.subject else clause.last
        while i < clause.sentence[1] and self.letters[i] in ",:zy":
            i += 1
        pair = self.reading.openers.get(i)
        return (pair.inner,) if pair else ()

    def _resumed(self, clause: Clause, last: Range) -> Iterator[Range]:
        """The quotation goes on in the next sentence in new marks with no cue of its own."""
        token = self.reading.token_at.get(last[1], bisect_left(self.reading.starts, last[1]) - 1)
        start, end = sentence_of(self.starts, token)
        while end < len(self.reading.letters):
            start, end = sentence_of(self.starts, end)
            pair = self.reading.openers.get(start)
            if pair is None or not self._alone(start, end) or self._leads(start, end):
                return
            yield pair.inner

    def _leads(self, start: int, end: int) -> bool:
        """A quotation that opens a paragraph and is followed by one with a cue of its own goes with that."""
        if self.letters[start - 1] != "\n":
            return False
        following, last = sentence_of(self.starts, end) if end < len(self.reading.letters) else (end, end)
        same = following in self.reading.openers and self.letters[following - 1] != "\n"
        return same and any(k in self.cues for k in range(following, last))

    def _alone(self, start: int, end: int) -> bool:
        """Whether the quotation fills its sentence and has no cue, here or right behind it in its paragraph."""
        behind = self.letters.find("\n", self._closing(start), end)
        reach = end if behind >= 0 else min(end + 3, len(self.reading.letters))
        return self._filled(start, end) and not any(k in self.cues for k in range(self._closing(start), reach))

    def _filled(self, start: int, end: int) -> bool:
        close = self._closing(start)
        return close > start and not self.letters[close + 1 : end].strip('.,\n?!»"')

    # whose words they are

    def _quoted(self, ranges: tuple[Range, ...]) -> Iterator[Range]:
        """The marked words inside the ranges, without the marks and what a content does not end with."""
        for start, end in ranges:
            for pair in self.reading.pairs.starting(self._mark_before(start), end):
                first, last = self._trimmed(*pair.inner)
                if start <= first < last <= end:
                    yield first, last

    def _mark_before(self, start: int) -> int:
        """Where the mark stands behind which a content starts, if there is one: " نعم"."""
        bare = self.reading.view.bare
        while start > 0 and bare[start - 1] in OUTSIDE_START:
            start -= 1
        return start - 1

    def _trimmed(self, start: int, end: int) -> Range:
        return trimmed(self.reading.view.bare, start, end)

    def _mixes(self, ranges: tuple[Range, ...], others: tuple[Range, ...] = ()) -> bool:
        """Whether some of the words are marked as the speaker's own; those in ``others`` belong to reports inside."""
        return any(self._own_words(pair)
                   for start, end in ranges for pair in self.reading.pairs.starting(start, end)
                   if pair.end <= end + 1 and self.reading.view.bare[pair.start] not in BRACKETS
                   and not any(a - 1 <= pair.start < b for a, b in others))  # fmt: skip

    def _own_words(self, pair: Pair) -> bool:
        """Marked words that are the speaker's, not a quoted name."""
        token = self.reading.token_at.get(pair.start)
        if token is None:
            return False
        close = self._closing(token)
        inside = self.letters[token + 1 : close]
        if not inside or _CALLED.fullmatch(inside):
            return False
        if any(letter in _SAYS for letter in inside) or len(inside.strip(",.")) > _LONGEST_NAME:
            return True
        words = [word for k, word in enumerate(self.words[token + 1 : close]) if inside[k] not in "&,."]
        if "j" in inside or inside[:1] == "u" or all(self._indefinite(word) for word in words):
            return True  # an indefinite adjective describes: "خيالية", "ناقصة ومجتزأة"
        named = self.letters[token - 1] in _NAME_HEADS or self._titled(token - 1)
        return not (named or all(letter in _NAME for letter in inside))

    def _titled(self, i: int) -> bool:
        """Whether the word is a noun of things that have names: برنامج، حملة"""
        return self.words[i].removeprefix("ال") in self.reading.lexicon.titled

    def _indefinite(self, word: str) -> bool:
        return word.endswith(_INDEFINITE) and not word.startswith("ال")
