"""Quotations behind a cue: speech, or a name in marks."""

from __future__ import annotations

import re

from attribution.cues.particles import Particles

_NAMED = frozenset("nBwWxJ,")
_FOREIGN = frozenset("wxnlA0")
_MEDIUM = frozenset("OMWxlwA0nBhoS")
_OBJECT = frozenset("imIMd")
_SHORT = 4  # tokens from mark to mark of a medium's name
_LONG_NAME = 10
_LETTER_NAME = 2  # letters of the name of a foreign letter: آر، تي، إل
_AT_ONCE = 3  # tokens between a cue and the words in marks that are all it reports
_FEW = 4  # words in marks that may be a part of a phrase
_SAYING = frozenset("vVNqQRkegscFyr?!:")  # what makes a few words speech
_CALLING = frozenset(("naming", "object2", "quoteonly"))  # they report a few nouns in marks: وصفه بـ"مغامرة"
_CALLED_TO = frozenset(("الى", "الي", "على", "علي"))  # verbs of calling have both: حث إلى
_SENTENCE = re.compile("[MIOTDUWS]J*[jm]")  # الجسر جاهز: subject and predicate, one definite and the other not
_PHRASE = frozenset("iISmMwWoOuUdDtTlxnBjJ0")


class Quotes(Particles):
    """Tells speech in marks from names in marks."""

    def _surname(self, i: int, prepositions: frozenset[str]) -> bool:
        """أشاد الدكتور "حداد" بالدعم: a name in marks before the verb's own preposition."""
        close = self._closing(i)
        named = 1 < close - i < 4 and set(self.letters[i + 1 : close]) <= _NAMED
        return named and self.letters[close + 1] == "p" and self.words[close + 1] in prepositions

    def _speaks(self, i: int, takes: frozenset[str], prepositions: frozenset[str]) -> bool:
        """كشفت «المرفأ» أسباب التأخير, تقول «المرفأ» التي …: a name in marks right behind the verb, and behind it the
        object, the verb's own preposition, or what is told of the name."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        named = 1 < close - i <= _SHORT and (set(inside) <= _MEDIUM or inside == "v")
        behind = close + 1
        while self.letters[behind] in "Jl":
            behind += 1
        own = self.letters[behind] == "p" and self.words[behind] in prepositions
        told = own or self.letters[behind] == "R" or (self.words[behind] == "عن" and not prepositions)
        return named and (told or ("np" in takes and self.letters[behind] in _OBJECT))

    def _scare(self, i: int, limit: int) -> bool:
        """A quoted name rather than speech: at most four words without a verb, and the real mark still to come."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        before = self.letters[i - 1]
        if self.letters[close + 1] == "R" and before not in "oOx" and self.words[i + 1].startswith("ال"):
            return False  # منتقديه "الحاقدين" الذين …
        if close > i + 2 and all(len(word) <= _LETTER_NAME for word in self.words[i + 1 : close - 1]):
            return True  # خدمة "كي إم إس نيوز": letters spelt out
        if close > i and len(inside) <= 5 and before in "oO":
            return True  # فريق «نحيا معا»: the name of a body
        if close > i and before in "oOxt" and len(inside) < _LONG_NAME and set(inside) <= _FOREIGN:
            return True  # مجموعة "كي دي آ لي"
        if close == i or len(inside) > 5 or any(letter in "vVqQNRk" for letter in inside):
            return False
        if before == "x" or (before == "p" and self.words[i - 1] != "ب" and len(inside) < 3):
            return True
        rest = self.letters[close + 1 : limit]
        return any(letter in "qQ:«" for letter in rest[: self._next_clause(rest)])

    def _part_of_phrase(self, i: int, takes: frozenset[str], prepositions: frozenset[str]) -> bool:
        """لم يرد على "المرفأ", قرب ساحة «الفنار»: a few nouns in marks behind a noun, or a preposition that is not the
        verb's own, are a part of its phrase; one word may look like a verb."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        words = inside.replace("&", "").replace("p", "")
        if not inside or len(words) > _FEW or takes & _CALLING or takes == {"quote"} or _SENTENCE.match(inside):
            return False
        before = self.letters[i - 1]
        if before == "p":
            apart = self.words[i - 1] not in prepositions | {"ب"} | (_CALLED_TO if prepositions & _CALLED_TO else set())
            return apart and (len(words) == 1 or not _SAYING & set(inside))
        return before in _PHRASE and not _SAYING & set(inside)

    def _may_be_all(self, i: int, first: int, takes: frozenset[str]) -> bool:
        """علق النائب "خبر سار": a few nouns in marks after all, of a verb that hardly means anything but saying, or
        close behind another (تمنى لفلان «الشفاء»)."""
        plain = {"that", "quote"} <= takes and not takes & {"np", "event", "weak"}
        words = not set(self.letters[i + 1 : self._closing(i)]) <= {"0", "A"}
        return words and self.letters[i - 1] != "p" and (plain or i - first < _AT_ONCE)

    def _next_clause(self, rest: str) -> int:
        """How far the clause goes before another verb is joined to it."""
        found = rest.find("&V")
        return len(rest) if found < 0 else found
