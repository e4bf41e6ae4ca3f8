"""Persons: a name with the titles before and after it, or a title alone."""

from __future__ import annotations

from attribution.dependents import OWNERS
from attribution.lexicon.words import enclitic_splits
from attribution.mentions import Mention, Range
from attribution.phrases import Phrases

NAME_START = frozenset("nwBA")
LONGEST_NAME = 7


class Persons(Phrases):
    """Reads names and titles."""

    def skip_honorifics(self, i: int, limit: int) -> int:
        while i < limit and (self.letters[i] == "h" or (i and self.letters[i - 1] == "h" and self._of_honorific(i))):
            i += 1
        if self.letters[i] == "," and i and self.letters[i - 1] == "h" and self.letters[i + 1] in "nB":
            i += 1  # البروفيسور، جون …
        return i

    def _of_honorific(self, i: int) -> bool:
        """The dot or stroke of an abbreviation (د.، أ/), the adjective of a courtesy before the name."""
        return self.letters[i] in "./" or (self.letters[i] == "J" and self.letters[i + 1] in "nBwhtT")

    # names

    def name_end(self, i: int, limit: int) -> int:
        """The token after the name that starts at ``i``."""
        start = i
        limit = min(limit, i + LONGEST_NAME)
        while i < limit and self._in_name(i, i - start):
            i += 1
        while i > start + 1 and self.letters[i - 1] in "B-#":
            i -= 1
        return i

    def _in_name(self, i: int, length: int) -> bool:
        letter = self.letters[i]
        if letter in "nBA":
            return True
        if letter == "w":
            return length == 0 or not self.words[i].endswith(OWNERS)  # نيمار | ذرفه
        if letter == "#":
            return length == 0
        if letter == "-":
            return length > 0 and self.letters[i + 1] in "nwA" and self.reading.glued(i)
        if length == 0:
            return letter in "WJMt"
        if self.words[i : i + 2] == ["ف", "ان"] and self.letters[i + 2] in "qQ,:":
            return True  # فان: van
        if self.words[i - 1 : i + 1] == ["ف", "ان"]:
            return True
        if letter in "JM" and self.letters[i - 1] == "B":  # عبد الرحمن
            return True
        if letter == "W" or self._surnamed(i, length):
            return self.words[i].startswith("ال")
        if letter in "mji" and self.letters[i - 1] == "n":  # رجب طيب أردوغان
            return self.letters[i + 1] in "nBtT,"
        if letter == "T" and self.letters[i - 1] == "n" and self.words[i] in self.reading.lexicon.names:
            return self.letters[i + 1] in ",.:qQ«pzV\n("  # نادية الخطيب
        if letter == "t" and self.letters[i - 1] == "n" and self.letters[i + 1] == "J":
            return self.letters[i + 2] in ",.:qQ«z\n"  # الباجي قائد السبسي
        if letter == "t" and self.letters[i - 1] == "n":
            alone = self.letters[i + 1] in ",.:qQ«pz\n"  # زاهد مختار، …: a title without a complement is a name
            return alone or (self.words[i] in self.reading.lexicon.names and self.letters[i + 1] not in "toum")
        if letter == "P" and self.letters[i - 1] == "n":  # حسينة واجد
            return self.letters[i + 1] in ",qQ:z«" and self.words[i][-1] not in "اةنت"
        return letter in "lmjiht" and self.letters[i - 1] == "B"

    def _surnamed(self, i: int, length: int) -> bool:
        """فلان القحطاني, قائد السبسي: a definite adjective or noun as a family name."""
        if self.letters[i] not in "JM" or self.words[i].startswith("البالغ"):
            return False
        return (length == 1 and self.letters[i - 1] in "nt") or self.letters[i - 1] == "t"

    def _named(self, start: int, i: int, limit: int) -> Mention | None:
        if self.letters[i] == "#":
            i += 1
        called = (
            self.words[i].startswith("ال") and self.letters[i + 1] == "n" and not self.words[i + 1].startswith("ال")
        )
        if called and i + 1 < limit:
            return self._titled(start, i, limit)  # الصياد محمد …
        end = self.name_end(i, limit)
        if end == i:
            return None
        last, roles = self.appositions(end, limit)
        gender = self.reading.lexicon.genders.get(self.words[i], "")
        return Mention("person", start, last, (i, end), roles, gender, "sg")

    # titles

    def _titled(self, start: int, i: int, limit: int) -> Mention | None:
        roles: list[Range] = []
        end = i
        while end < limit and (self.letters[end] in "tT" or end == i):
            if end > i and self._given(end):
                break
            first, end = end, self.phrase_end(end, limit, head="t")
            roles.append((first, end))
            end = self.skip_honorifics(end, limit)
            if self.letters[end] == "&" and self.letters[end + 1] in "tT" and end + 1 < limit:
                if not self._name_after_titles(end + 1, limit):
                    break
                end += 1
        name = end
        if self.letters[end] == "," and end + 1 < limit:
            second = self.skip_honorifics(end + 1, limit)
            if self.letters[second] in "tT":
                stop = self.phrase_end(second, limit, head="t")
                if stop < limit and self.letters[self.skip_honorifics(stop, limit)] in "nB":
                    roles.append((second, stop))
                    name = stop
            elif self._apposed_name(second, limit):
                name = second
        name = self.skip_honorifics(name, limit)
        if self._town(name, limit):
            name += 2
        if name < limit and (self.letters[name] in NAME_START or self._given(name) or self._surname(start, name)):
            stop = self.name_end(name, limit)
            last, more = self.appositions(stop, limit)
            gender = self.reading.lexicon.genders.get(self.words[name], "") or self._title_gender(i)
            return Mention("person", start, last, (name, stop), (*roles, *more), gender, "sg")
        first, stop = roles[0]
        number = "pl" if self.stem(i) in self.reading.lexicon.plurals else "sg"
        return Mention("role", start, stop, (first, stop), ((first, stop),), self._title_gender(i), number)

    def _town(self, i: int, limit: int) -> bool:
        """رئيس الفرع بمدنين، فلان: an unknown word in ب between the title and the name is a place."""
        placed = self.letters[i] == "w" and self.words[i].startswith("ب") and self.letters[i + 1] == ","
        return placed and i + 2 < limit and self.letters[i + 2] == "n" and self._apposed_name(i + 2, limit)

    def _given(self, i: int) -> bool:
        """المهندس سلطان القرشي: behind an honorific a word that is both is a given name rather than a title."""
        known = self.letters[i] == "t" and self.words[i] in self.reading.lexicon.names
        return known and self.letters[i - 1] == "h" and self.letters[i + 1] in "nWJB"

    def _surname(self, start: int, i: int) -> bool:
        """الرئيس السبسي: a definite word behind a title that is a name in this document."""
        return i > start and self.letters[i] in "JWM" and self.letters[i - 1] == "h"

    def _name_after_titles(self, i: int, limit: int) -> bool:
        end = self.phrase_end(i, limit, head="t")
        return end < limit and self.letters[end] in "nwBAh"

    def _apposed_name(self, i: int, limit: int) -> bool:
        """A name between commas after a title: المتحدث باسم الوزارة، سالم حداد، …"""
        i = self.skip_honorifics(i, limit)
        if i >= limit or self.letters[i] not in "nBA" + "w":
            return False
        end = self.name_end(i, limit)
        return end >= limit or self.letters[end] in ",qQz«:pP.(" or self.letters[end] in "tT"

    def _title_gender(self, i: int) -> str:
        genders = self.reading.lexicon.genders
        stems = (self.stem(i), *(stem for stem, _ in enclitic_splits(self.words[i])))
        return next((genders[stem] for stem in stems if stem in genders), "")

    # what stands after a name

    def appositions(self, end: int, limit: int) -> tuple[int, tuple[Range, ...]]:
        """Titles after the name: directly, after a comma, in brackets, or with وهو; the end and the role ranges."""
        roles: list[Range] = []
        while end < limit:
            first = self._apposition_start(end, limit)
            if first < 0 or (roles and self._title_gender(first) != self._title_gender(roles[0][0])):
                break
            stop = self.phrase_end(first, limit, head="t", apposed=True)
            roles.append((first, stop))
            end = stop + 1 if self.letters[stop] == ")" and self.letters[first - 1] == "(" else stop
        return end, tuple(roles)

    def _apposition_start(self, end: int, limit: int) -> int:
        i = end
        if self.letters[i] in ",(-" and i + 1 < limit:
            i += 1
        if self.letters[i] == "&" and self.letters[i + 1] == "g":
            i += 2
        elif self.letters[i] == "&" and self.letters[i + 1] in "tT":
            i += 1
        i = self.skip_honorifics(i, limit) if self.letters[i] == "h" else i
        if i < limit and self.letters[i] in "tT":
            return i
        if i < limit and self.words[i] in ("احد", "احدى") and self.letters[i + 1] in "tTUuWM":
            return i
        return -1
