"""Noun phrases that can speak: a title and a name, an organisation, a document, a generic group.

One walk over the token classes.  The genitive chain (إضافة) is *open* while its last noun is bare and waits for what it
belongs to, and *closed* once something definite came: after وزير الخارجية a bare noun can only begin a name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from attribution.lexicon.words import enclitic_splits
from attribution.tokens import Reading

Range = tuple[int, int]
_NAME_START = frozenset("nwBA")
_BARE, _DEFINITE = frozenset("toudimjwSn"), frozenset("TOUDIMJWlx")
_BOUNDARY = frozenset(",pyzqQ«:(RrP-.VvC&\n)ceksgN")
_LONGEST_NAME, _LONGEST_PHRASE, _LONGEST_GLOSS = 7, 24, 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase as a possible speaker: token ranges of the whole, of its name and of its roles."""

    type: str
    first: int
    last: int
    span: Range
    roles: tuple[Range, ...] = ()
    gender: str = ""
    number: str = ""
    parts: tuple[Mention, ...] = ()  # the single mentions of a coordination

    @property
    def is_named(self) -> bool:
        return self.type in ("person", "organization")


class NounPhrases:
    """Reads the noun phrase at a token; ``limit`` is the first token that no longer belongs to the sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]

    def within(self, i: int, limit: int) -> Mention | None:
        """The mention at ``i`` where something else is known to begin at ``limit``: what is left over is its name.

        قال مايكل فان | إن: no word between a verb and its complement is without a place, so an unknown one is taken
        into the noun phrase up to the next comma, preposition or adverb.
        """
        return self.at(i, limit, bounded=True)

    def at(self, i: int, limit: int, bounded: bool = False) -> Mention | None:
        """The mention that starts at token ``i``, with its coordinates (روسيا وتركيا), or None."""
        found = self._single(i, limit)
        if found is not None and bounded:
            found = self._stretched(found, limit)
        if found is None:
            return None
        while self._coordinates(found, limit):
            other = self._single(found.last + 1, limit)
            if other is not None and bounded:
                other = self._stretched(other, limit)
            if other is None or other.type != found.type or other.type == "role":
                break
            parts = (*(found.parts or (found,)), other)
            span, roles = (found.span[0], other.span[1]), found.roles + other.roles
            found = Mention(found.type, found.first, other.last, span, roles, found.gender, "pl", parts)
        return found

    def _stretched(self, found: Mention, limit: int) -> Mention:
        """``found`` with the words between it and the next boundary."""
        found = self._completed(found, limit)
        end = found.last
        stops = _BOUNDARY if found.type in ("person", "role") else _BOUNDARY | set("mitoudIS")
        while end < limit and self.letters[end] not in stops:
            if self._owned(end) or self.apposed_participle(end):
                break
            end += 1
        if end == found.last or end - found.last > _LONGEST_NAME:
            return found
        first = found.span[0]
        if found.type == "person":
            plain = found.last == found.span[1] and not any(
                c.isupper() and c not in "AB" for c in self.letters[found.last : end]
            )
            return replace(found, last=end, span=(first, end)) if plain else found
        if found.type == "role":
            return self._named_role(found, end, limit)
        return replace(found, last=end, span=(first, end))

    def _owned(self, i: int) -> bool:
        """A noun with its pronoun, which begins what is reported: أعلن المبعوث | عزمه …"""
        return self.letters[i] in "wMI" and self.words[i].endswith(_OWNERS) and not self.words[i].startswith("ال")

    def _completed(self, found: Mention, limit: int) -> Mention:
        """حزب في ويلز | إن, المتهمون بالتقصير | إن: complements that belong to the phrase, not to the saying."""
        if found.type == "person" or found.parts:
            return found
        end = found.span[1]
        while end < limit and end == found.last:
            described = self.letters[end] in "MWT" and self.words[end].startswith(_PARTICIPLE_HEADS)
            end += described and self.letters[end + 1] == "p"  # القوات | التابعة للحكومة
            if not self._belongs(end, limit):
                break
            end = self.phrase_end(end + 1, limit, "o")
            if self.letters[end] == "y" and self.words[end - 1].startswith("الم"):
                end += 1 + (self.letters[end + 1] == "z")  # الحكومة المعترف بها دوليا
            found = replace(found, last=end, span=(found.span[0], end), roles=self._widened(found.roles, end))
        return found

    def _widened(self, roles: tuple[Range, ...], end: int) -> tuple[Range, ...]:
        return ((roles[0][0], end),) if roles else ()

    def _belongs(self, i: int, limit: int) -> bool:
        """Whether the preposition at ``i`` ties a place to the noun before it, or completes its participle."""
        if self.letters[i] != "p" or i + 1 >= limit or self.letters[i + 1] not in _BARE | _DEFINITE:
            return False
        word, before = self.words[i], self.words[i - 1]
        if self._media(i + 1):
            return False
        if word == "في":
            placed = "في" in self.words[max(0, i - 6) : i]
            town = self.letters[i + 1] == "m" and self.letters[i + 2] in "lWn"
            return not placed and (town or self.letters[i + 1] in "lxoOWM") and not self._occasion(i + 1)
        return word in _OF_PARTICIPLES and self.letters[i - 1] in "JWMTUPO" and before.startswith(_PARTICIPLE_HEADS)

    def _occasion(self, i: int) -> bool:
        """Where or in what one speaks: في بيان، في ختام الاجتماع، في حديثه."""
        return self.letters[i] in "dDziISs" or self.words[i].endswith(_OWNERS) or self._stem(i) in _OCCASIONS

    def _named_role(self, found: Mention, end: int, limit: int) -> Mention:
        """A title with words left over before the boundary: definite ones belong to it, the others are the name."""
        first, name = found.span[0], found.last
        while name < end and self.letters[name] in _DEFINITE:
            name += 1
        if name == end:
            return replace(found, last=end, span=(first, end), roles=((first, end),))
        last, roles = self.appositions(end, limit)
        return replace(found, type="person", last=last, span=(name, end), roles=((first, name), *roles))

    def _coordinates(self, found: Mention, limit: int) -> bool:
        k = found.last
        return k + 1 < limit and self.letters[k] == "&" and self.letters[k + 1] in "nBAlxoOuU" and found.type != "role"

    def _single(self, i: int, limit: int) -> Mention | None:
        if self.words[i] == "كل" and self.words[i + 1] == "من":
            i += 2  # كل من روسيا وتركيا
        if self.letters[i] == "s" and i + 1 < limit:
            pointed = self._single(i + 1, limit)  # هذه الوزارة
            return (
                replace(pointed, first=i, span=(i, pointed.span[1])) if pointed and pointed.type != "person" else None
            )
        start = i
        i = self._skip_honorifics(i, limit)
        if i >= limit:
            return None
        letter = self.letters[i]
        if letter == "t" and i > start and self.letters[i + 1] in "nWJ":
            return self._named(start, i, limit)  # الدكتور سلطان الحمادي
        if letter in "tT":
            return self._titled(start, i, limit)
        if letter in _NAME_START or (letter == "#" and self.letters[i + 1] in "nwBAW"):
            return self._named(start, i, limit)
        if i > start and letter in "WJM":
            return self._named(start, i, limit)
        reader = _READERS.get(letter)
        return reader(self, i, limit) if reader else None

    def _skip_honorifics(self, i: int, limit: int) -> int:
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
        limit = min(limit, i + _LONGEST_NAME)
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
            return length == 0 or not self.words[i].endswith(_OWNERS)  # نيمار | ذرفه
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
            end = self._skip_honorifics(end, limit)
            if self.letters[end] == "&" and self.letters[end + 1] in "tT" and end + 1 < limit:
                if not self._name_after_titles(end + 1, limit):
                    break
                end += 1
        name = end
        if self.letters[end] == "," and end + 1 < limit:
            second = self._skip_honorifics(end + 1, limit)
            if self.letters[second] in "tT":
                stop = self.phrase_end(second, limit, head="t")
                if stop < limit and self.letters[self._skip_honorifics(stop, limit)] in "nB":
                    roles.append((second, stop))
                    name = stop
            elif self._apposed_name(second, limit):
                name = second
        name = self._skip_honorifics(name, limit)
        if self._town(name, limit):
            name += 2
        if name < limit and (self.letters[name] in _NAME_START or self._given(name) or self._surname(start, name)):
            stop = self.name_end(name, limit)
            last, more = self.appositions(stop, limit)
            gender = self.reading.lexicon.genders.get(self.words[name], "") or self._title_gender(i)
            return Mention("person", start, last, (name, stop), (*roles, *more), gender, "sg")
        first, stop = roles[0]
        number = "pl" if self._stem(i) in self.reading.lexicon.plurals else "sg"
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
        i = self._skip_honorifics(i, limit)
        if i >= limit or self.letters[i] not in "nBA" + "w":
            return False
        end = self.name_end(i, limit)
        return end >= limit or self.letters[end] in ",qQz«:pP.(" or self.letters[end] in "tT"

    def _title_gender(self, i: int) -> str:
        genders = self.reading.lexicon.genders
        stems = (self._stem(i), *(stem for stem, _ in enclitic_splits(self.words[i])))
        return next((genders[stem] for stem in stems if stem in genders), "")

    def _stem(self, i: int) -> str:
        word = self.words[i]
        return word[2:] if word.startswith("ال") and self.letters[i].isupper() else word

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
        i = self._skip_honorifics(i, limit) if self.letters[i] == "h" else i
        if i < limit and self.letters[i] in "tT":
            return i
        if i < limit and self.words[i] in ("احد", "احدى") and self.letters[i + 1] in "tTUuWM":
            return i
        return -1

    # genitive chains

    def phrase_end(self, i: int, limit: int, head: str, apposed: bool = False) -> int:
        """The token after the noun phrase that starts at ``i``: its chain of genitives, adjectives and complements."""
        opened = self.letters[i] in _BARE and not (self.letters[i] == "n" and self.words[i].startswith("ال"))
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
        if letter in _DEFINITE:
            return self._run(i, limit, letter) + self._foreign(i, head) if letter in "lx" else 1, False, False
        if letter == "w" and self.letters[i + 1] in _DEFINITE and self.words[i + 1].startswith("ال"):
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
            chained = head == "t" and follows in "imo" and self.letters[i + 2] in (*_DEFINITE, "w", "n")
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
            allowed = _OF_PARTICIPLES
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
        if follows not in _BARE and follows not in _DEFINITE and follows != "«":
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

    # the other kinds of speaker

    def organization(self, i: int, limit: int) -> Mention | None:
        letter = self.letters[i]
        stop = i + self._run(i, limit, letter) if letter in "lx" else self.phrase_end(i, limit, head="o")
        if letter == "x" and self.letters[stop] in "J":
            stop += 1
        if letter in "lx" and self.words[stop] == "ل" and self.letters[stop + 1] in "iImM" and stop + 1 < limit:
            stop = self.phrase_end(stop + 1, limit, "o")  # الاتحاد الأوروبي لكرة القدم
        if letter in "lx" and self.letters[stop] == "(":
            stop += self._bracketed(stop, limit)
        gender = self._agreement(i)
        number = "pl" if self._stem(i) in self.reading.lexicon.plurals and letter in "oO" else "sg"
        return Mention("organization", i, stop, (i, stop), (), gender, number)

    def _agreement(self, i: int) -> str:
        genders = self.reading.lexicon.genders
        if self.letters[i] in "lx":
            for length in (4, 3, 2):
                known = genders.get(" ".join(self.words[i : i + length]))
                if known:
                    return known
        known = genders.get(self._stem(i)) or genders.get(self.words[i], "")
        return known or ("f" if self.words[i].endswith("ة") else "m")

    def unnamed(self, i: int, limit: int) -> Mention | None:
        stop = self.phrase_end(i, limit, head="u")
        if self.words[i] in ("احد", "احدى"):
            person = self._one_of(i, stop, limit)
            if person is not None:
                return person
        number = "pl" if self._stem(i) in self.reading.lexicon.plurals else "sg"
        return Mention("unnamed", i, stop, (i, stop), (), self._agreement(i), number)

    def _one_of(self, i: int, stop: int, limit: int) -> Mention | None:
        """أحد الأطباء إسماعيل الخطيب; أحد أحفاده، مايكل فان، …"""
        name = stop + 1 if self.letters[stop] == "," else stop
        if name >= limit or self.letters[name] not in "nB" + "w" * (name > stop):
            return None
        if name > stop and not self._apposed_name(name, limit):
            return None
        end = self.name_end(name, limit)
        gender = "f" if self.words[i] == "احدى" else "m"
        return Mention("person", i, end, (name, end), ((i, stop),), gender, "sg")

    def document(self, i: int, limit: int) -> Mention | None:
        stop = self.phrase_end(i, limit, head="d")
        return Mention("document", i, stop, (i, stop), (), self._agreement(i), "sg")

    def definite(self, i: int, limit: int) -> Mention | None:
        """An unknown definite noun: a family name alone (الجبير), a group (المحتجون), a body (الخارجية الأمريكية)."""
        word = self.words[i]
        if self._stem(i) in self.reading.lexicon.callings and self.letters[i + 1] in "nwB":
            return self._titled(i, i, limit)  # الصحفية تكلا
        k = i + 1
        while k < limit and self.letters[k] in "JW":
            k += 1
        if k < limit and self.letters[k] in "nB" and self.letters[i] in "WMJ":
            return self._titled(i, i, limit)  # الصياد علي …: a calling before a name
        if word.endswith(("ون", "ين", "ات")) and len(word) > 6:
            return self.unnamed(i, limit)
        if self.letters[i] == "W" and self.letters[i + 1] not in "JW":
            last, roles = self.appositions(i + 1, limit)
            return Mention("person", i, last, (i, i + 1), roles, "", "sg")
        return self.organization(i, limit)

    def quoted(self, i: int, limit: int) -> Mention | None:
        """An organisation that is only a quoted name: "يوروبول"."""
        size = self._gloss(i, limit)
        if size < 3 or any(self.letters[k] not in "xnwWlAoOjJ0-" for k in range(i + 1, i + size - 1)):
            return None
        return Mention("organization", i, i + size, (i + 1, i + size - 1), (), "", "sg")

    def counted(self, i: int, limit: int) -> Mention | None:
        """A number and what it counts: 52 صحفية."""
        k = i + 1
        if self.letters[k] == "%" or self.words[k + 1] in ("المئة", "المائة", "مئة", "بالمئة"):
            k += 1 if self.letters[k] == "%" else 2
            if self.words[k] != "من":
                return None
            stop = self.phrase_end(k + 1, limit, head="u")
            return Mention("unnamed", i, stop, (i, stop), (), "", "pl")
        return self.unnamed(i, limit) if self.letters[k] in "utmwjUTM" else None


_OWNERS = ("ه", "ها", "هم")
_PARTICIPLE_HEADS = ("الم", "الدا", "التا", "القا", "النا", "العا")
_OCCASIONS = frozenset(
    "مؤتمر اجتماع لقاء مقابلة حديث حوار كلمة خطاب جلسة ندوة حفل مناسبة رد وقت ظل اطار مستهل مداخلة اتصال رسالة "
    "تغريدة منشور تدوينة صفحة حساب وقفة زيارة حلقة برنامج معرض ساعة يوم شهر عام افتتاح سياق شان حق".split()
)
_OF_PARTICIPLES = frozenset(("ب", "ل", "عن", "في", "الى", "على"))
_COMPLEMENTS: dict[str, frozenset[str]] = {
    "t": frozenset(("ب", "ل", "لدى", "في", "الى", "عن", "على", "من")),
    "u": frozenset(("ب", "في", "من", "ل", "لدى")),
    "o": frozenset(("ل", "في", "ب", "لدى")),
    "d": frozenset(("ل", "عن")),
}
# what a complement with ل may begin with, so that an addressee (للصحفيين) is none
_ADDRESSED_BY = {"t": "IMJWlxoOiS«", "o": "IMWOimD", "d": "oOxltTIMWwmiJS", "u": "oOxl"}
_READERS = {
    "o": NounPhrases.organization, "O": NounPhrases.organization, "x": NounPhrases.organization,
    "l": NounPhrases.organization, "u": NounPhrases.unnamed, "U": NounPhrases.unnamed,
    "d": NounPhrases.document, "D": NounPhrases.document, "W": NounPhrases.definite, "M": NounPhrases.definite,
    "J": NounPhrases.definite, "I": NounPhrases.definite, "«": NounPhrases.quoted, "0": NounPhrases.counted,
    "m": NounPhrases.unnamed,
}  # fmt: skip
