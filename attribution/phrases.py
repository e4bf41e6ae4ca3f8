"""The extent of a noun phrase: its genitive chain (إضافة), adjectives, glosses and complements.

The chain is *open* while its last noun is bare and waits for what it belongs to, and *closed* once something definite
came: after وزير الخارجية a bare noun can only begin a name.
"""

from __future__ import annotations

from attribution.mentions import BARE, DEFINITE
from attribution.tokens import Reading

_LONGEST_PHRASE, _LONGEST_GLOSS = 24, 5


class Phrases:
    """Walks over the token classes of one document from the head of a noun phrase to its end."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]

    def _stem(self, i: int) -> str:
        word = self.words[i]
        return word[2:] if word.startswith("ال") and self.letters[i].isupper() else word

    def phrase_end(self, i: int, limit: int, head: str, apposed: bool = False) -> int:
        """The token after the noun phrase that starts at ``i``: its chain of genitives, adjectives and complements."""
        opened = self.letters[i] in BARE and not (self.letters[i] == "n" and self.words[i].startswith("ال"))
        indefinite = opened
        i += self._run(i, limit, self.letters[i]) if self.letters[i] in "lx" else self._gloss(i, limit) or 1
        limit = min(limit, i + _LONGEST_PHRASE)
        placed = head == "في"
        while i < limit:
            step, opened, indefinite = self._step(i, limit, head, opened, indefinite, apposed)
            if step == 0 or i + step > limit:
                break
            if self.letters[i] == "p" and self.words[i] == "في":
                if placed:
                    break  # مصدر في الخارجية الروسية | في موسكو
                placed = True
            i += step
        return i

    def _step(
        self, i: int, limit: int, head: str, opened: bool, indefinite: bool, apposed: bool
    ) -> tuple[int, bool, bool]:
        """How many tokens the phrase takes at ``i``, and whether the chain is open and still indefinite after them."""
        letter = self.letters[i]
        if letter == "«":
            return self._gloss(i, limit), False, indefinite
        if opened:
            return self._open_step(i, limit, head, letter)
        if self.apposed_participle(i):
            return 0, False, indefinite
        if letter == "O" and (self.words[i].endswith(("ية", "ي")) or self.words[i].startswith("الم")):
            return 1, False, indefinite  # الشؤون الخارجية
        if (
            letter in "JW"
            or (letter == "M" and self.words[i].startswith("ال" if head in "td" else "الم"))
            or (letter == "T" and head in "oud" and self._adjective(i))
            or (letter == "l" and self.words[i].startswith("ال") and self.words[i].endswith("ية"))
        ):
            return (0 if indefinite and letter == "W" else 1), False, indefinite
        if indefinite and letter == "j":
            return 1, False, True
        if letter == "/" and self.letters[i + 1] in "jJ":
            return 2, False, indefinite
        if letter == "&":
            return self._joined_step(i, head), False, indefinite
        if letter == "p":
            return self._complement(i, limit, head, apposed), False, indefinite
        if letter == "x" and head == "o" and not self.words[i].startswith("ال"):
            return self._run(i, limit, letter), False, False
        if letter == "(" and head in "ox":
            return self._bracketed(i, limit), False, indefinite
        return 0, False, indefinite

    def _adjective(self, i: int) -> bool:
        """الائتلاف السوري المعارض: a title that describes the body before it, no name behind it."""
        before, after = self.letters[i - 1], self.letters[i + 1]
        return self.words[i].startswith("الم") and before in "oOJMWD" and after not in "nwBhA"

    def apposed_participle(self, i: int) -> bool:
        """المختصة بـ…, البالغ من العمر …: a participle with a complement of its own, apposed to the phrase."""
        word = self.words[i]
        shape = word.startswith(("الم", "البالغ", "الصادر", "التابع", "الدا")) and not word.endswith(("ي", "ية"))
        if not shape or self.letters[i + 1] != "p" or self.letters[i] not in "JWMT":
            return False
        return word.startswith("البالغ") or self._named_phrase(i)

    def _named_phrase(self, i: int) -> bool:
        """Whether the phrase before ``i`` holds a name; a common noun needs its participle (الحملة الداعية إلى …)."""
        while i > 0 and self.letters[i - 1] in "oOtTudDJWMwnxlABmi«»":
            i -= 1
            if self.letters[i] in "nwxAB»":
                return True
        return False

    def _open_step(self, i: int, limit: int, head: str, letter: str) -> tuple[int, bool, bool]:
        if letter in "toudimS":
            return 1, True, True
        if letter == "j":
            return 1, False, True
        if letter in DEFINITE:
            return self._run(i, limit, letter) + self._foreign(i, head) if letter in "lx" else 1, False, False
        if letter == "w" and self.letters[i + 1] in DEFINITE and self.words[i + 1].startswith("ال"):
            return 1, True, True  # وزارة أملاك الدولة
        if letter in "nwAB":
            return self._run(i, limit, letter), False, False
        if letter == "p":
            return self._complement(i, limit, head, True), False, False
        if letter == "&" and self.letters[i + 1] in "toim":
            return 2, True, True
        return 0, False, True

    def _foreign(self, i: int, head: str) -> int:
        """صحيفة كوريا تايمز: an unknown word that goes on with the place in a name."""
        named = head == "o" and self.letters[i - 1] == "o" and self.letters[i : i + 2] in ("lw", "xw")
        return int(named and self.letters[i + 2] in "Jq,z:p)")

    def _run(self, i: int, limit: int, letter: str) -> int:
        stop = i
        same = letter if letter in "lx" else "nB" if letter in "nB" else "wAl"
        while stop < limit and self.letters[stop] in same:
            stop += 1
        while stop > i + 1 and self.letters[stop - 1] == "B":
            stop -= 1  # بائع الخضر | أبو رائد
        return stop - i

    def _joined_step(self, i: int, head: str) -> int:
        """و + a definite noun that continues the chain: وزير الثقافة والإعلام."""
        follows = self.letters[i + 1]
        if not self.words[i + 1].startswith("ال") and follows not in "lx":
            chained = head == "t" and follows in "imo" and self.letters[i + 2] in (*DEFINITE, "w", "n")
            return 2 if chained else 0
        if follows == "x":
            return 1 + self._run(i + 1, i + 6, "x")
        if follows in "IJMWDnSP" or (follows == "l" and self.letters[i - 1] == "l") or (follows == "O" and head == "t"):
            return 2
        return 0

    def _gloss(self, i: int, limit: int) -> int:
        """A short quotation that belongs to the name: وكالة "سانا"."""
        if self.letters[i] != "«":
            return 0
        close = self.letters.find("»", i, min(limit, i + _LONGEST_GLOSS + 2))
        return close + 1 - i if close > 0 and self.letters[close - 1] not in ".?!" else 0

    def _bracketed(self, i: int, limit: int) -> int:
        close = self.letters.find(")", i, min(limit, i + _LONGEST_GLOSS + 1))
        return close + 1 - i if close > 0 else 0

    def _complement(self, i: int, limit: int, head: str, apposed: bool) -> int:
        """A prepositional complement: المتحدث باسم …, المبعوث إلى …, مصدر في …"""
        allowed = _COMPLEMENTS.get(head, "")
        if self.words[i - 1].startswith(("الم", "الدا")) and self.letters[i - 1] in "JWMTU":
            allowed = OF_PARTICIPLES
        word, follows = self.words[i], self.letters[i + 1]
        if i + 1 >= limit or word not in allowed:
            return 0
        placed = self.words[i + 1].startswith("اسم") or (follows in "oOlx" and head in "tu")
        if word == "ب" and not placed and not (head in "to" and follows in "mi" and self._name_behind(i + 1, limit)):
            return 0
        if head == "d" and word == "عن" and follows not in "oOxltTW":
            return 0  # نقل بيان النادي عن فلان
        owned = follows in _ADDRESSED_BY.get(head, "oOxltT")
        owned = owned or (head == "t" and follows == "m" and self.words[i + 2].startswith("ال"))
        owned = owned or (head == "t" and follows == "t" and self.letters[i + 2] in "mMoO" and not self._media(i + 2))
        if word == "ل" and not owned and not (head == "t" and follows in "tTmoi" and self._name_behind(i + 1, limit)):
            return 0
        if word == "ل" and head == "o" and follows in "im" and not self.words[i + 2].startswith("ال"):
            return 0
        if word == "في" and (follows not in "oOxlwW" or self._media(i + 1)):
            return 0
        if word == "في" and head == "t" and not (apposed or follows in "oOx" or self._name_behind(i + 1, limit)):
            return 0
        if word == "ل" and self._media(i + 1):
            return 0  # قال مسؤول لوكالة …: to whom, not whose
        if follows not in BARE and follows not in DEFINITE and follows != "«":
            return 0
        stop = self.phrase_end(i + 1, limit, "في" if word == "في" else "o")
        return stop - i

    def _media(self, i: int) -> bool:
        """Whether a medium stands at ``i``, which is spoken to or in rather than belonged to."""
        kinds = self.reading.lexicon.kinds
        if self._stem(i) == "وكالة" and not (self.words[i + 1].endswith("انباء") or self.letters[i + 1] in "xwn«"):
            return False  # وكالة الطاقة الذرية
        names = (" ".join(self.words[i : i + n]) for n in (1, 2, 3))
        return kinds.get(self._stem(i)) == "media" or any(kinds.get(n) in ("agency", "paper", "channel") for n in names)

    def _name_behind(self, i: int, limit: int) -> bool:
        stop = self.phrase_end(i, limit, "")
        if self.letters[stop] == ",":
            return stop + 1 < limit and self.letters[stop + 1] in "nB"
        return stop < limit and self.letters[stop] in "nwBh"


OWNERS = ("ه", "ها", "هم")
PARTICIPLE_HEADS = ("الم", "الدا", "التا", "القا", "النا", "العا")
OF_PARTICIPLES = frozenset(("ب", "ل", "عن", "في", "الى", "على"))
_COMPLEMENTS: dict[str, frozenset[str]] = {
    "t": frozenset(("ب", "ل", "لدى", "في", "الى", "عن", "على", "من")),
    "u": frozenset(("ب", "في", "من", "ل", "لدى")),
    "o": frozenset(("ل", "في", "ب", "لدى")),
    "d": frozenset(("ل", "عن")),
}
# what a complement with ل may begin with, so that an addressee (للصحفيين) is none
_ADDRESSED_BY = {"t": "IMJWlxoOiS«", "o": "IMWOimD", "d": "oOxltTIMWwmiJS", "u": "oOxl"}
