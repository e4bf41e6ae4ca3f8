"""Proper names inside noun phrases: runs of the words of one name, names in quotation marks and brackets."""

from __future__ import annotations

from attribution.dependents import Dependents

_LONGEST_GLOSS, _LONGEST_INITIAL, _LONGEST_TITLE = 9, 3, 4
_STATES = frozenset(("country", "capital"))
_SPEECH = frozenset("VvqR:kN")


class Glosses(Dependents):
    """Walks over the name of a body, a medium or a place."""

    def _foreign(self, i: int, head: str) -> int:
        """صحيفة تشاد بوست: an unknown word that goes on with the place in a name."""
        named = head == "o" and self.letters[i - 1] == "o" and self.letters[i : i + 2] in ("lw", "xw")
        return int(named and self.letters[i + 2] in "Jq,z:p)")

    def _run(self, i: int, limit: int, letter: str) -> int:
        stop = i
        same = letter if letter in "lx" else "nB" if letter in "nB" else "wAl"
        if self.letters[i - 1] == "o" and (letter in "wA" or self._names_body(i)):
            same = "wAlxnB"  # محطة كي إن تي سي
        while stop < limit and (self.letters[stop] in same or (letter == "w" and self.unheard(stop))):
            if letter in "nB" and stop > i and self._name_closed(stop):
                break
            stop += same == "wAlxnB" and self._initial(stop + 1)
            if letter == "l" and stop > i and self._two_places(i, stop):
                break
            if letter == "x" and stop > i and self._two_names(i, stop):
                break
            stop += 1
        if letter == "n" and self.letters[i - 1] in "oO" and self.letters[stop] == "l":
            stop += 1  # حزب أمل تشاد, جامعة وادي الفرات
        while stop > i + 1 and self.letters[stop - 1] == "B":
            stop -= 1  # بائع الخضر | أبو رائد
        return stop - i

    def _names_body(self, i: int) -> bool:
        """مؤسسة كونراد نورلاند: a foreign name behind a noun with which a body's own name stands, before more of it."""
        naming = self.words[i - 1] in self.reading.lexicon.naming
        return naming and self.letters[i : i + 2] == "nw" and not self.words[i].startswith("ال")

    def unheard(self, i: int) -> bool:
        """نورث هيل: a word read as a verb by its shape alone."""
        return self.letters[i] == "v" and self.words[i] not in self.reading.lexicon.classes

    def _name_closed(self, stop: int) -> bool:
        """نادي المرجان | عادل …, عين السدر | عمار …: a name with the article closes the chain."""
        return self.words[stop - 1].startswith("ال") and not self.words[stop].startswith("ال")

    def _initial(self, i: int) -> bool:
        """محطة كي إن تي سي, موقع تي ام زد: a short word inside a foreign name."""
        return len(self.words[i]) <= _LONGEST_INITIAL and self.letters[i] in "cqQUhei" and self.letters[i + 1] in "wA"

    def _state(self, first: int, stop: int) -> bool:
        """تشاد, النيجر: a country or a capital, no part of a longer name."""
        return self.reading.lexicon.kinds.get(" ".join(self.words[first:stop])) in _STATES

    def _two_places(self, first: int, stop: int) -> bool:
        """تتهم تشاد | النيجر: two names of countries side by side are not one name."""
        return self._state(first, stop) and self._state(stop, stop + 1)

    def _two_names(self, first: int, stop: int) -> bool:
        """الحوثيون | التحالف العربي: two known names of bodies side by side are not one name."""
        known = self.reading.lexicon.kinds
        return (
            self.words[first].startswith("ال")
            and self.words[stop].startswith("ال")
            and all(
                any(" ".join(self.words[start : start + n]) in known for n in lengths)
                for start, lengths in ((first, (stop - first,)), (stop, (3, 2, 1)))
            )
        )

    def gloss(self, i: int, limit: int) -> int:
        """A short quotation that belongs to the name: وكالة "سانا"."""
        if self.letters[i] != "«":
            return 0
        close = self.letters.find("»", i, min(limit, i + _LONGEST_GLOSS + 2))
        if close < 0:
            return 0
        inside = self.letters[i + 1 : close]
        foreign = set(inside) <= set("wAnq")  # ميد ان ايت: an English "in", not أن
        spoken = not foreign and bool(set(inside) & _SPEECH)
        spoken = spoken and not (self._names(i) and len(inside) <= _LONGEST_TITLE and set(inside).isdisjoint("RQ:N"))
        phrase = inside[:1] == "p" and self.letters[i - 1] in "uUtT"  # الركاب «في صحة جيدة»
        return 0 if inside[-1:] in (".", "?", "!", "") or spoken or phrase else close + 1 - i

    def _names(self, i: int) -> bool:
        """صحيفة «سبق»: behind the bare noun of a medium or a body even a verb in marks is a name."""
        edited = self.words[i - 1] == "تحرير" and self.letters[i - 1] == "t"  # رئيس تحرير «سبق»
        return edited or (self.letters[i - 1] == "o" and self.words[i - 1] in self.reading.lexicon.naming)

    def bracketed(self, i: int, limit: int) -> int:
        """The tokens of a short bracket with its signs."""
        close = self.letters.find(")", i, min(limit, i + _LONGEST_GLOSS + 1))
        return close + 1 - i if close > 0 else 0
