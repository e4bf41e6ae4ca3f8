"""Persons: a name with the titles before and after it, or a title alone."""

from __future__ import annotations

from attribution.lexicon.words import enclitic_splits
from attribution.mentions import DEFINITE, Mention, Range
from attribution.person_names import NAME_START, PersonNames
from attribution.phrases import SELVES


class Persons(PersonNames):
    """Reads names with their titles."""

    def skip_honorifics(self, i: int, limit: int) -> int:
        while i < limit and (self.letters[i] == "h" or (i and self.letters[i - 1] == "h" and self._of_honorific(i))):
            i += 1
        if self.letters[i] == "," and i and self.letters[i - 1] == "h" and self.letters[i + 1] in "nB":
            i += 1  # البروفيسور، جون …
        return i

    def _of_honorific(self, i: int) -> bool:
        """The dot or stroke of an abbreviation (د.، أ/), the adjective of a courtesy before the name."""
        before_name = self.letters[i + 1] in "nBwhtT" or self.letters[i + 1 : i + 3] in (",n", ",B")
        return self.letters[i] in "./" or (self.letters[i] == "J" and before_name)

    def named(self, start: int, i: int, limit: int) -> Mention | None:
        """A name with the titles after it; ``start`` is the token of the honorific before it."""
        if self.letters[i] == "#":
            i += 1
        called = self._has_article(i) and self.letters[i + 1] == "n" and not self.words[i + 1].startswith("ال")
        if called and i + 1 < limit:
            return self.titled(start, i, limit)  # الصياد محمد …
        end = self.name_end(i, limit)
        return self._person(start, i, end, (), limit) if end > i else None

    def _has_article(self, i: int) -> bool:
        """The word begins with one: not آلان, آل, nor ألكسندر, of which no word is left without it."""
        word, letter = self.words[i], self.letters[i]
        return (
            word.startswith("ال") and letter not in "wB" and (letter != "n" or word[2:] in self.reading.lexicon.classes)
        )

    def _person(self, start: int, name: int, end: int, before: tuple[Range, ...], limit: int) -> Mention:
        gender = self.reading.lexicon.genders.get(self.words[name], "m" if self.letters[name] == "B" else "")
        gender = gender or (self.title_gender(before[0][0]) if before else "")
        end_of_marks = end + (self.letters[end] == "»" and end < limit)
        last, after = self.appositions(end_of_marks, limit, self.title_gender(before[0][0]) if before else "")
        return Mention("person", start, last, (name, end), (*before, *after), gender, "sg")

    # titles

    def titled(self, start: int, i: int, limit: int) -> Mention | None:
        """Titles and the name they introduce, or the first title alone."""
        roles, end = self._titles(i, limit)
        before, name = self._introduced(roles, end, limit)
        if name >= 0:
            before, name = self._relative_of(before, name, limit)
            return self._person(start, name, self.name_end(name, limit), before, limit)
        first, stop = roles[0]
        called = self.named_by_verb(stop, limit)
        if called > 0:
            return self._person(start, called, self.name_end(called, limit), roles[:1], limit)
        number = "pl" if self._plural(i) else "sg"
        if self._generic(first, stop):
            return Mention("unnamed", start, stop, (first, stop), (), self.title_gender(i), number)
        more = [last for title, last in roles[1:] if self.letters[title] == "t"]  # مفتي البلاد رئيس الهيئة
        return Mention("role", start, max((stop, *more)), (first, stop), ((first, stop),), self.title_gender(i), number)

    def _titles(self, i: int, limit: int) -> tuple[tuple[Range, ...], int]:
        """The titles one behind the other, or joined by و, and the token after them: رئيس اللجنة العميد …"""
        roles: list[Range] = []
        i += self._courtesy(i)
        end = i
        while end < limit and (self.letters[end] in "tT" or end == i):
            if end > i and self.given(end):
                break
            first, end = end, self.phrase_end(end, limit, head="t")
            roles.append((first, end))
            end = self.skip_honorifics(end, limit)
            if self.letters[end] == "&" and self.letters[end + 1] in "tT" and end + 1 < limit:
                if not self.name_after_titles(end + 1, limit):
                    break
                end += 1
        return tuple(roles), end

    def _introduced(self, roles: tuple[Range, ...], end: int, limit: int) -> tuple[tuple[Range, ...], int]:
        """The titles before a name and the token where the name begins; -1 where none follows."""
        if self.letters[end] == "," and end + 1 < limit:
            second = self.skip_honorifics(end + 1, limit)
            if self.apposed_name(second, limit):
                return roles, second
            if self.letters[second] in "tT" or (self.letters[second] in "WMJ" and self._calls(second)):
                stop = self.phrase_end(second, limit, head="t")
                name = self.skip_honorifics(stop, limit)
                if stop < limit and self.letters[name] in "nB":
                    return (*roles, (second, stop)), name
            return roles, -1
        if self.letters[end] == "«" and self.gloss(end, limit) and self.letters[end + 1] in "nBh":
            return roles, self.skip_honorifics(end + 1, limit)
        name = self.skip_honorifics(end, limit)
        if self._town(name, limit):
            name += 2
        surname = self.letters[name] in "JWM" and self.letters[name - 1] == "h"  # الرئيس الدكتور الجندوبي
        direct = name < limit and (self.letters[name] in NAME_START or self.given(name) or self.unheard_name(name))
        direct = direct or (self.letters[name : name + 2] == "jn" and not self.words[name].startswith("ال"))
        bare = name < limit and self.letters[name] == "W" and self._surname_of_title(name)
        direct = direct or (self.letters[name : name + 2] in ("ew", "en") and self.words[name] == "لو")  # لو مارتان
        return roles, name if (direct or surname or bare) and name < limit else -1

    def _relative_of(self, before: tuple[Range, ...], name: int, limit: int) -> tuple[tuple[Range, ...], int]:
        """زوجة الرئيس فلان، فلانة، …: the first name tells whose wife, the second is hers."""
        first, stop = before[0][0], self.name_end(name, limit)
        kin = self.reading.lexicon.kinds.get(self.stem(first)) == "kinship" and before[0][1] == name
        if len(before) > 1 or not kin or self.letters[stop] != "," or not self.apposed_name(stop + 1, limit):
            return before, name
        return ((first, stop),), self.skip_honorifics(stop + 1, limit)

    def _generic(self, first: int, stop: int) -> bool:
        """مستثمر قطري, شهود, المسؤول after مسؤول أمني: a title that singles nobody out."""
        stem = self.stem(first)
        stem = stem if stem in self.reading.lexicon.generic else stem.removesuffix("ا")  # مستثمرا كويتيا
        office = tuple(self.words[first : first + 2]) in self.reading.lexicon.phrases  # كاتبة دولة
        if stem not in self.reading.lexicon.generic or office:
            return False
        indefinite = not any(letter in DEFINITE for letter in self._nouns(first, stop))
        alone = stop == first + 1 or (stop == first + 2 and self.words[stop - 1] in SELVES)
        human = self.reading.lexicon.kinds.get(stem) == "human"
        resumed = alone and (human or self.reading.first_of(stem) < first)
        return indefinite or resumed or self._plural(first)

    def _nouns(self, first: int, stop: int) -> str:
        """The letters of a phrase up to its first complement."""
        inside = self.letters[first:stop]
        return inside[: inside.find("p")] if "p" in inside else inside

    def _calls(self, i: int) -> bool:
        """…، الجيولوجي الإيطالي فلان: a definite word, and its adjectives, before a name."""
        k = i + 1
        while self.letters[k] == "J":
            k += 1
        return self.letters[k] in "nB" and self.words[i].startswith("ال")

    def _town(self, i: int, limit: int) -> bool:
        """رئيس الفرع بمدنين، فلان: an unknown word in ب between the title and the name is a place."""
        placed = self.letters[i] == "w" and self.words[i].startswith("ب") and self.letters[i + 1] == ","
        return placed and i + 2 < limit and self.letters[i + 2] == "n" and self.apposed_name(i + 2, limit)

    def name_after_titles(self, i: int, limit: int) -> bool:
        end = self.phrase_end(i, limit, head="t")
        if self.letters[end] == "," and end + 1 < limit:
            return self.apposed_name(end + 1, limit)  # زوجها ومدير أعمالها، فلان
        return end < limit and self.letters[end] in "nwBAh"

    def named_by_verb(self, stop: int, limit: int) -> int:
        """أحدهم، ويدعى فلان: where the name begins that a verb of naming gives; -1 where none does."""
        i = stop + (self.letters[stop] == ",")
        i += self.letters[i] == "&"
        name = i + 1 + (self.letters[i + 1] == ",")
        return name if name < limit and self.words[i] in _NAMING and self.letters[name] in "nBAw" else -1

    def _courtesy(self, i: int) -> bool:
        """معاليه وزير …: an honorific with its pronoun before a title."""
        word = self.words[i]
        known = word.endswith("ه") and self.reading.lexicon.classes.get(word[:-1]) == "h"
        return known and self.letters[i + 1] in "tT"

    def apposed_name(self, i: int, limit: int) -> bool:
        """A name between commas after a title: المتحدث باسم الوزارة، سالم حداد، …"""
        i = self.skip_honorifics(i, limit)
        if i >= limit or not (self.letters[i] in "nBAw" or self.given(i) or self.letters[i : i + 2] in ("mw", "iw")):
            return False
        end = self.name_end(i, limit)
        if self.letters[end] == "&" and self.letters[end + 1] in "nB":
            return True  # رئيسا البلدين، فلان وفلان
        return end >= limit or self.letters[end] in ",qQz«:pP.(" or self.letters[end] in "tT"

    def title_gender(self, i: int) -> str:
        genders = self.reading.lexicon.genders
        own = self.stem(i)
        if own in genders:
            return genders[own]
        return next((genders[stem] for stem, _ in enclitic_splits(self.words[i]) if stem in genders), "")

    # what stands after a name

    def appositions(self, end: int, limit: int, gender: str = "") -> tuple[int, tuple[Range, ...]]:
        """Titles after the name: directly, after a comma, in brackets, or with وهو; the end and the role ranges."""
        roles: list[Range] = []
        while end < limit:
            first = self._apposition_start(end, limit)
            if first < 0 or not self._of_same(first, roles, gender):
                break
            stop = self.with_inner_name(first, self.phrase_end(first, limit, head="t", apposed=True), limit)
            roles.append((first, stop))
            end = stop + 1 if self.letters[stop] == ")" and self.letters[first - 1] == "(" else stop
        return end, tuple(roles)

    def _of_same(self, first: int, roles: list[Range], gender: str) -> bool:
        """Whether a title agrees with the name and the titles before it, and is not that of a name inside them."""
        own = self.title_gender(first)
        if roles and own != self.title_gender(roles[0][0]):
            return False
        if roles and roles[-1][1] == first and self.letters[first - 1] in "nw":
            return False  # متحدث باسم فلان قائد الجيش
        return not (gender == "m" and own == "f")

    def _apposition_start(self, end: int, limit: int) -> int:
        """Where a title begins that is apposed to what ends at ``end``; -1 if none is."""
        i = end
        if self.letters[i] in ",(-" and i + 1 < limit:
            i += 1
        if self.letters[i] == "&" and self.letters[i + 1] == "g":
            i += 2
        elif self.letters[i] == "&" and self.letters[i + 1] in "tT":
            if self._another(i + 1, limit) or self.given(i + 1):
                return -1
            i += 1
        i = self.skip_honorifics(i, limit) if self.letters[i] == "h" else i
        if i >= limit:
            return -1
        one_of = self.words[i] in ("احد", "احدى") and self.letters[i + 1] in "tTUuWMJP"
        title = self.letters[i] in "tT" and not self.words[i].startswith("البالغ")
        title = title and not self._own_joy(i)
        return i if title or one_of or self._calling(i, end) or self._charged(i) else -1

    def _another(self, i: int, limit: int) -> bool:
        """وزير النقل فلان ونظيرته السلوفينية فلانة: a title behind و that has a name of its own is another person's."""
        stop = self.skip_honorifics(self.phrase_end(i, limit, head="t"), limit)
        return stop < limit and self.letters[stop] in "nB"

    def _own_joy(self, i: int) -> bool:
        """أكد فلان سعادته بـ…: the word of a courtesy as the noun that it is elsewhere."""
        stem = self.words[i].removesuffix("ته").removesuffix("تها")
        return (
            self.words[i] != stem and self.letters[i + 1] == "p" and self.reading.lexicon.classes.get(stem + "ة") == "h"
        )

    def _calling(self, i: int, end: int) -> bool:
        """…، استشاري التخدير, …، راكب الطائرة: a word for what one does, behind a comma or وهو."""
        if i == end or self.letters[i] not in "juJU":
            return False
        stem = self.stem(i)
        return stem in self.reading.lexicon.callings or (stem in self.reading.lexicon.generic and not self._plural(i))

    def _charged(self, i: int) -> bool:
        """فلان المشارك في الحفريات, المكلف بالملف: a definite participle with its complement, behind a name."""
        if self.letters[i] not in "WMJU" or not self.words[i].startswith("ال") or not self.keeps(i + 1):
            return False
        return self.words[i + 1] not in ("ب", "من") or self.plain(i) == "مكلف"


_NAMING = frozenset(("يدعى", "تدعى", "اسمه", "اسمها", "يسمى", "تسمى"))
