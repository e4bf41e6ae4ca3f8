"""Joints, the places where a content may end, and what stands at them: frames of the reporting, bounds."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from attribution.contents.quotations import Quotations
from attribution.cues import Clause
from attribution.cues.clause import RELAYING
from attribution.lexicon.words import cue_readings
from attribution.sentences import is_stop, sentence_of
from attribution.tokens import Reading

_STOP = re.compile(r"[.?!]")
_MAIN = re.compile(r",(?=[Vv])")
_JOINED = re.compile(r",&(?=[Vv])")
_FIRST = frozenset(
    ("بينما", "فيما", "عندما", "بعدما", "حينما", "كلما", "رغم", "مع", "اذا", "لما")
)  # subordinate clauses
_FAR = 40  # tokens from a cue to one inside the noun phrases around it
_LONGEST_FRAME = 6  # tokens: four words, two of them with a proclitic
_PREDICATE = frozenset("vVkNF")
_PLAIN = frozenset(("قال", *RELAYING))  # verbs that report whatever follows them
_PRETEXT = (["ب", "دعوى"], ["ب", "زعم"])


class Joint(NamedTuple):
    """``at`` is where it begins, ``word`` the first token behind it; ``start`` and ``limit`` bound the content."""

    at: int
    word: int
    marks: str
    start: int
    limit: int


class Joints(Quotations):
    """What the rules of endings look at."""

    def __init__(
        self, reading: Reading, starts: list[int], clauses: list[Clause], tails: set[int], bare: dict[int, Clause]
    ) -> None:
        super().__init__(reading, starts, clauses)
        self.tails = tails
        self.firsts = sorted(self.cues)
        self.unfinished = {i for i, clause in bare.items() if "weak" not in clause.word.takes}
        self.plain = {i for i, clause in bare.items() if clause.word.lemma in _PLAIN}
        self.frames = reading.lexicon.frames
        self.frame_heads = reading.lexicon.frame_heads
        self.light = reading.lexicon.light

    def _frame(self, word: int, at: int) -> str:
        """What the frame that begins at ``word``, or at the و before it, does to a content."""
        place, _ = self._phrase(word)
        if not place and at < word and self.letters[word - 1] == "&":
            place, _ = self._phrase(word - 1)
        return place

    def _phrase(self, i: int) -> tuple[str, int]:
        """The place of the longest frame whose written words begin at token ``i``, and the token after it."""
        if not self._begins_frame(i):
            return "", i
        written: list[str] = []
        found = "", i
        for k in range(i, min(i + _LONGEST_FRAME, len(self.reading.starts))):
            if written and self.letters[k - 1] in "&p" and self.reading.glued(k):
                written[-1] += self.words[k]
            elif written and written[0] not in self.frame_heads:
                break
            else:
                written.append(self.words[k])
            place = self.frames.get(tuple(written))
            if place:
                found = place, k + 1
        return found

    def _begins_frame(self, i: int) -> bool:
        """Whether the word at ``i``, or what it is written together with, may be the first of a frame."""
        word = self.words[i]
        if word in self.frame_heads:
            return True
        if self.letters[i] not in "&p" or not self.reading.glued(i + 1):
            return False
        more = self.letters[i + 1] in "&p" and self.reading.glued(i + 2)
        return more or word + self.words[i + 1] in self.frame_heads

    def _outer_limit(self, clause: Clause) -> int:
        """The end of the sentence, or where the complement of a cue around this one begins: قال … الذي طلب … إن"""
        limit = sentence_of(self.starts, clause.first)[1]
        own = clause.complement.at if clause.complement else clause.first
        near = bisect_left(self.firsts, max(clause.sentence[0], clause.first - _FAR))
        for i in self.firsts[near : bisect_left(self.firsts, clause.first)]:
            complement = self.cues[i].complement
            if complement and own < complement.at < limit:
                limit = complement.at
        return limit

    def _limit(self, clause: Clause) -> int:
        """The end of the sentence, or of the quotation in which the cue stands."""
        limit = self._main_clause(clause, self._outer_limit(clause))
        pair = self._enclosing(clause.first)
        if pair is None:
            return limit
        close = self.reading.token_at.get(pair.end - 1, limit)
        limit = min(limit, close - pair.width + 1)
        for stop in _STOP.finditer(self.letters, clause.last, limit):
            if is_stop(self.reading, stop.start()):
                return stop.start()  # a sentence inside the quotation
        return limit

    def _main_clause(self, clause: Clause, limit: int) -> int:
        """Where the clause that governs the cue's goes on: بينما قيل إن …، أظهر …; فصلهم بدعوى أن …، وعاد …"""
        first = clause.sentence[0]
        first += self.letters[first] == "&"
        opened = first < clause.first and self.words[first] in _FIRST and "," not in self.letters[first : clause.first]
        if opened and (self.words[first] not in ("رغم", "مع") or self.letters[first + 1] in "qQ"):
            found = _MAIN.search(self.letters, clause.last, limit)
        elif clause.word.form == "verbal_noun" and self.words[clause.last - 2 : clause.last] in _PRETEXT:
            found = _JOINED.search(self.letters, clause.last, limit)
        else:
            return limit
        return found.start() if found else limit

    def _complete(self, joint: Joint) -> bool:
        """Whether the clause has had its predicate."""
        return any(letter in _PREDICATE for letter in self.letters[joint.start : joint.at])

    def _masdar(self, i: int) -> bool:
        """Whether the form is a verbal noun as well: كشف، رفض، تعرض."""
        return any(word.form == "verbal_noun" for word in cue_readings(self.reading.lexicon, self.words[i]))
