"""Reports without a word of saying: a colon or a bare particle after the speaker."""

from __future__ import annotations

from attribution.cues.clause import Clause, Complement
from attribution.cues.ground import Ground
from attribution.lexicon.compiled import CueReading
from attribution.sentences import sentence_of

_BULLETS = frozenset(("-", "–", "•"))
_POINTERS = frozenset("اقرا ايضا يهمك شاهد المزيد للمزيد رابط".split())
_SPEAKING = frozenset(("person", "role", "document", "organization", "unnamed"))


class Verbless(Ground):
    """Reads colons and particles that stand alone."""

    def colon_alone(self, i: int) -> Clause | None:
        """لافروف: لن نسمح …: a speaker opens the line and a colon follows."""
        first, end = sentence_of(self.starts, i)
        first += self.words[first] in _BULLETS
        colon = self.letters.find(":", first, i)
        if colon > 0 and not _POINTERS.isdisjoint(self.words[first:colon]):
            first = colon + 1  # اقرأ أيضا: الوزير: …
        if (
            i - first > 14
            or i + 2 >= end
            or self.letters[i + 1] == "\n"
            or (self.reading.glued(i + 1) and self.letters[i + 1] in "0/")
        ):
            return None
        mention = self.nouns.at(first, i)
        if mention is None or mention.last != i or mention.type not in _SPEAKING:
            return None
        if mention.type in ("organization", "unnamed") and not self._headline(first, i, end):
            return None
        sure = mention.roles or mention.type != "person" or "n" in self.letters[first:i]
        if (not sure and self.letters[i + 1] != "«") or self.words[first].endswith("ا"):
            return None
        word = CueReading(":", "colon", frozenset(("quote",)))
        return Clause(i, i + 1, word, (first, end), subject=mention, complement=Complement("colon", i, i + 1))

    def _headline(self, first: int, i: int, end: int) -> bool:
        """النقابة: لا عودة إلى العمل — a line of its own without a full stop, its speaker no news agency."""
        while self.letters[end - 1] == "\n":
            end -= 1
        named = "x" in self.letters[first:i] or "p" in self.letters[first:i]
        alone = self.letters[end] == "\n"
        return alone and self.letters[end - 1] != "." and not named and end - i > 2

    def particle_alone(self, i: int) -> Clause | None:
        """فلان، نائب الوزير، اليوم، إن …: the verb of saying is missing."""
        first, end = sentence_of(self.starts, i)
        if i - first > 25 or i == first:
            return None
        mention = self.nouns.at(first, i)
        if mention is None or mention.type != "person" or not mention.roles or self.letters[i - 1] not in ",zJ":
            return None
        if any(letter in "VvPSRcqQ:«." for letter in self.letters[mention.last : i]):
            return None
        word = CueReading("إن", "particle", frozenset(("that",)))
        return Clause(i, i + 1, word, (first, end), subject=mention, complement=Complement("that", i, i + 1))
