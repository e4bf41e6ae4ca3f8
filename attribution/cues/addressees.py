"""Whom somebody calls on or thanks, and behind them what for."""

from __future__ import annotations

from attribution.cues.clause import Clause, Complement
from attribution.cues.search import Search

_FARTHEST = 25  # tokens from the person asked to what is asked for
_DEFINITE = frozenset("MTUOJWDIlnx")
_EVENTS = frozenset("iIS")
_CALLED_FOR = {"الى": "iISmM", "على": "iISm", "ل": "iISm", "ب": "iISMW"}  # preposition: what it brings is asked for
_MANNERS = frozenset(("وجه", "نحو", "سبيل", "حد"))  # على وجه السرعة
_REASONS = frozenset(("على", "عن", "نظير", "لقاء"))


class Addressees(Search):
    """Finds what stands behind the person spoken to."""

    def _asked(self, clause: Clause, after: int, limit: int) -> Complement | None:
        """أهاب بالسائقين التمهل, ناشدت اللجنة الوزير سرعة البت: what somebody is asked for, behind the one asked."""
        start = clause.subject.last if clause.subject else clause.last
        if "obj" not in clause.word.takes:
            start = next((k for k in range(start, min(after + 4, limit)) if self.words[k] == "ب"), limit)
        first = start if clause.word.enclitic else start + 1  # ناشدهم سرعة البت
        for k in range(first, min(start + _FARTHEST, limit)):
            if self.letters[k] in "VvNR«.:\n":
                break
            if found := self._asked_at(k):
                return found
        return None

    def _asked_at(self, k: int) -> Complement | None:
        letter, word = self.letters[k], self.words[k]
        if letter in "qQ" and self.letters[k - 1] != "&":
            return Complement("that", k, k + 1)
        if letter == "p":
            called = self.letters[k + 1] in _CALLED_FOR.get(word, "") and self.words[k + 1] not in _MANNERS
            return Complement("preposition", k, k + 1) if called else None
        event = letter in _EVENTS or (letter == "m" and self.letters[k + 1] == "I") or self._likely_event(k)
        return Complement("noun", k, k) if event and self._closed(k - 1) else None

    def _likely_event(self, k: int) -> bool:
        """بالجميع الحذر من …, but not بالعمال الجدد إلى …: a definite noun whose preposition calls for nothing, or one
        of the form of a verbal noun (التقيد بـ)."""
        noun = self.letters[k] in "MWT" and not self.words[k].endswith("ين") and self.letters[k + 1] == "p"
        return noun and (self.words[k].startswith("الت") or not self._asked_at(k + 1))

    def _closed(self, k: int) -> bool:
        """Whether a noun phrase may end at ``k``: no word of it waits for a genitive."""
        return self.letters[k] in _DEFINITE or self.letters[k] in ",zy"

    def _thanked(self, i: int, limit: int) -> int:
        """الشكر للأهالي على صبرهم: the token of the preposition that says what for, behind the ل or إلى at ``i``."""
        if self.letters[i + 1] in _EVENTS or self.words[i + 1] == "ما":
            return limit  # شكرهم لاختيارهم …
        thanked = self.nouns.at(i + 1, limit)
        after = self._skip(thanked.last, limit) if thanked else limit
        if self.letters[after] == "p" and self.words[after] in ("على", "عن", "ل"):
            return after
        words = self.words[i : self._comma(i, limit)]
        return next((k for k, word in enumerate(words, i) if word in _REASONS), limit)
