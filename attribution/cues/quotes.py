"""Quotations behind a cue: speech, or a name in marks."""

from __future__ import annotations

from attribution.cues.particles import Particles

_NAMED = frozenset("nBwWxJ,")
_FOREIGN = frozenset("wxnlA0")
_MEDIUM = frozenset("OMWxlwA0")
_OBJECT = frozenset("imIMd")
_SHORT = 4  # tokens from mark to mark of a medium's name
_LONG_NAME = 10
_LETTER_NAME = 2  # letters of the name of a foreign letter: آر، تي، إل


class Quotes(Particles):
    """Tells speech in marks from names in marks."""

    def _surname(self, i: int, prepositions: frozenset[str]) -> bool:
        """أشاد الدكتور "حداد" بالدعم: a name in marks before the verb's own preposition."""
        close = self._closing(i)
        named = 1 < close - i < 4 and set(self.letters[i + 1 : close]) <= _NAMED
        return named and self.letters[close + 1] == "p" and self.words[close + 1] in prepositions

    def _speaks(self, i: int) -> bool:
        """كشفت «المرفأ» أسباب التأخير: a definite noun in marks right behind the verb, and the object behind it."""
        close = self._closing(i)
        named = 1 < close - i <= _SHORT and set(self.letters[i + 1 : close]) <= _MEDIUM
        behind = close + 1
        while self.letters[behind] in "Jl":
            behind += 1
        return named and self.letters[behind] in _OBJECT

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

    def _next_clause(self, rest: str) -> int:
        """How far the clause goes before another verb is joined to it."""
        found = rest.find("&V")
        return len(rest) if found < 0 else found
