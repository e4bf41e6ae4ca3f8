"""Noun phrases that can speak: a title and a name, an organisation, a document, a group, and their coordinates."""

from __future__ import annotations

from attribution.dependents import OWNERS
from attribution.groups import Groups
from attribution.mentions import DEFINITE, Mention, Range
from attribution.person_names import LONGEST_NAME, NAME_START
from attribution.phrases import LIGHT_OBJECTS, SELVES

_ALONE = frozenset(
    ("الدكتور", "الدكتورة", "الشيخ", "الامير", "الاميرة", "البروفيسور", "الاستاذ", "الاستاذة", "المهندس", "السيدة")
)
_BODIES = frozenset("oOxldDuU")
_NOT_OF_PHRASE = LIGHT_OBJECTS | {"اكثر", "اقل"}
_NO_HEADS = SELVES | {"كل"}
_BOUNDARY = frozenset(",;?!pyzqQ«»:(RrP-.VvC&\n)ceksgN")
_BOUNDARY_OF_GROUPS = _BOUNDARY | set("mitoudIS")


class NounPhrases(Groups):
    """Reads the noun phrase at a token; ``limit`` is the first token that no longer belongs to the sentence."""

    def within(self, i: int, limit: int) -> Mention | None:
        """The mention at ``i`` where something else is known to begin at ``limit``: what is left over is its name.

        قال بيتر فان | إن: no word between a verb and its complement is without a place, so an unknown one is taken
        into the noun phrase up to the next comma, preposition or adverb.
        """
        return self.at(i, limit, bounded=True)

    def at(self, i: int, limit: int, bounded: bool = False) -> Mention | None:
        """The mention that starts at token ``i``, with its coordinates (روسيا وتركيا), or None."""
        found = self._single(i, limit)
        if found is not None and bounded:
            found = self._stretched(found, limit)
        if found is None or self.letters[found.last] != "&":
            return found
        while self._coordinates(found, limit):
            other = self._single(found.last + 1, limit)
            if other is not None and bounded:
                other = self._stretched(other, limit)
            owned = other is not None and self._owned_group(other.first)
            if other is None or not (owned or _side_by_side(found, other)):
                break
            parts = (*(found.parts or (found,)), other)
            end = other.last if self.letters[other.first] == "«" else other.span[1]
            span, roles = (found.span[0], end), found.roles + other.roles * (found.type == other.type)
            found = Mention(found.type, found.first, other.last, span, roles, found.gender, "pl", parts)
        return found

    def _stretched(self, found: Mention, limit: int) -> Mention:
        """``found`` with the words between it and the next boundary."""
        found = self._completed(found, limit)
        end = found.last
        stops = _BOUNDARY if found.type in ("person", "role") else _BOUNDARY_OF_GROUPS
        if found.type == "person" and end < limit and self._latin(end):
            return found
        while end < limit and self.letters[end] not in stops and self.words[end] not in _NOT_OF_PHRASE:
            if self._owned(end) or self._of_saying(end) or self.apposed_participle(end) or self._parted(end):
                break
            end += 1
        if end == found.last or end - found.last > LONGEST_NAME:
            return found
        first = found.span[0]
        if found.type == "person":
            plain = found.last == found.span[1] and not any(
                c.isupper() and c not in "AB" for c in self.letters[found.last : end]
            )
            return self._with_title(found, end, limit) if plain else found
        if found.type == "role":
            return self._named_role(found, end, limit)
        return found._replace(last=end, span=(first, end))

    def _with_title(self, found: Mention, end: int, limit: int) -> Mention:
        """روبرت صعب | مبعوث الأمم المتحدة: the stretched name of a person, with the title inside the stretch."""
        title = self.letters.find("t", found.last, end)
        if title < 0:
            return found._replace(last=end, span=(found.span[0], end))
        last, roles = self.appositions(title, limit, found.gender)
        return found._replace(last=last, span=(found.span[0], title), roles=(*found.roles, *roles))

    def _of_saying(self, i: int) -> bool:
        """رفض فلان | فكرة أن …, رد المدرب | بابتسامة: a common noun in ة, alone or behind ب."""
        fused = self.letters[i] == "w" and self.words[i].startswith("ب")
        bare = self.letters[i] in "mij" and self.letters[i + 1] not in "nWJ,:"  # not عودة الحداد
        return self.words[i].endswith("ة") and (fused or bare)

    def _parted(self, i: int) -> bool:
        """شن فلان | هجومًا, رأى آخرون | الخطوة: an object, by its ending or by the article that its neighbour lacks."""
        return self.reading.has_tanwin(i) or self._parted_by_article(i)

    def _owned(self, i: int) -> bool:
        """A noun with its pronoun, which begins what is reported: أعلن المبعوث | عزمه …"""
        return self.letters[i] in "wMI" and self.words[i].endswith(OWNERS) and not self.words[i].startswith("ال")

    def _completed(self, found: Mention, limit: int) -> Mention:
        """حزب في كريت | إن, المتهمون بالتقصير | إن: complements that belong to the phrase, not to the saying."""
        if found.type == "person" or found.parts:
            return found
        head = {"role": "t", "unnamed": "u", "document": "d"}.get(found.type, "o")
        end = found.span[1]
        while end < limit and end == found.last:
            placed = self.words[end] == "في" and "في" in self.words[found.first : end]
            step = self.complement(end, limit, head, True) if self.letters[end] == "p" and not placed else 0
            if self.letters[end] == "y" and self.plain(end - 1) in self.reading.lexicon.keeps:
                step = 1 + (self.letters[end + 1] == "z")  # السلطة المعترف بها دوليا
            if step == 0:
                break
            end += step
            found = found._replace(last=end, span=(found.span[0], end), roles=self._widened(found.roles, end))
        return found

    def _widened(self, roles: tuple[Range, ...], end: int) -> tuple[Range, ...]:
        return ((roles[0][0], end),) if roles else ()

    def _named_role(self, found: Mention, end: int, limit: int) -> Mention:
        """A title with words left over before the boundary: definite ones belong to it, the others are the name."""
        first, name = found.span[0], found.last
        while name < end and self.letters[name] in DEFINITE:
            name += 1
        if name == end:
            return found._replace(last=end, span=(first, end), roles=((first, end),))
        last, roles = self.appositions(end, limit)
        return found._replace(type="person", last=last, span=(name, end), roles=((first, name), *roles))

    def _coordinates(self, found: Mention, limit: int) -> bool:
        k = found.last
        joined = k + 1 < limit and self.letters[k] == "&" and found.type != "role"
        if joined and (self._owned_group(k + 1) or (self.letters[k + 1] == "«" and self.letters[k - 1] == "»")):
            return True  # فلان وزملاؤه, جماعتا "الفجر" و"النور"
        if joined and found.type == "person":
            return self.letters[k + 1] in "nBAtTh" or self.letters[k + 1 : k + 3] == "wn"
        return joined and self.letters[k + 1] in "nBAlxoOuU"

    def _single(self, i: int, limit: int) -> Mention | None:
        letter = self.letters[i]
        if letter in _BODIES and i < limit and self.letters[i - 1] != "h" and self.words[i] not in _NO_HEADS:
            return _READERS[letter](self, i, limit)  # nothing of what follows concerns it
        if self.words[i] == "كل" and self.words[i + 1] == "من":
            i += 2  # كل من روسيا وتركيا
        if self.letters[i] == "s" and i + 1 < limit:
            return self._pointed(i, limit)
        if self.letters[i] == "#" and i + 1 < limit:
            tagged = self._single(i + 1, limit)
            return tagged._replace(first=i) if tagged else None
        start = i
        i = self.skip_honorifics(i, limit)
        if start < i and self._courtesy_alone(i, limit):
            gender = "f" if self.words[i - 1].endswith("ة") else "m"
            return Mention("role", start, i, (i - 1, i), ((i - 1, i),), gender, "sg")
        if i >= limit:
            return None
        if self.words[i] in SELVES:
            resumes = self.words[i - 1] in _ALONE  # المهندس نفسه
            return Mention("unnamed", start, i + 1, (i - 1, i + 1), (), "", "sg") if resumes else None
        letter = self.letters[i]
        if letter == "w" and self._sound_plural(i):
            return self.unnamed(i, limit)
        if letter == "t" and i > start and self.letters[i + 1] in "nWJ":
            return self.named(start, i, limit)  # الدكتور سلطان الحمادي
        if letter in "tT":
            return self.titled(start, i, limit)
        if letter in NAME_START or (letter == "#" and self.letters[i + 1] in "nwBAW"):
            return self.named(start, i, limit)
        if i > start and letter in "WJMj" and not self.words[i].startswith("البالغ"):
            return self.named(start, i, limit)
        if letter == "j" and self.words[i].endswith("ون"):
            return self.unnamed(i, limit)  # دستوريون
        if i > start and self.letters[i : i + 2] in ("ew", "en", "zn", "zW", "zJ"):
            return self.named(start, i, limit)  # السيد لو مارتان, الشيخ صباح راجح
        reader = _READERS.get(letter)
        return reader(self, i, limit) if reader else None

    def _courtesy_alone(self, i: int, limit: int) -> bool:
        """قال الدكتور إن, قالت السيدة التي …, السيدة البالغة من العمر …: a courtesy with no name behind it."""
        named = self.letters[i] == "«" and self.letters[i + 1] in "nBWwhT"  # الدكتور "حداد"
        ends = i >= limit or self.letters[i] in "qQp:R«" or self.apposed_participle(i)
        ends = ends or (self.letters[i] == "z" and self.letters[i + 1] in "qQp:")  # not الشيخ صباح حداد
        return ends and not named and self.words[i - 1] in _ALONE

    def _pointed(self, i: int, limit: int) -> Mention | None:
        """هذه الوزارة; the pronoun stays outside the marks of a quoted name."""
        found = self._single(i + 1, limit)
        if found is None or found.type == "person":
            return None
        return found._replace(first=i, span=found.span if self.letters[i + 1] == "«" else (i, found.span[1]))


def _side_by_side(one: Mention, other: Mention) -> bool:
    """روسيا وتركيا, عمال ونقابة المهندسين: of one kind, or a group beside a body."""
    return one.type == other.type != "role" or {one.type, other.type} == {"unnamed", "organization"}


_READERS = {
    "o": Groups.organization, "O": Groups.organization, "x": Groups.organization,
    "l": Groups.organization, "u": Groups.unnamed, "U": Groups.unnamed,
    "d": Groups.document, "D": Groups.document, "W": Groups.definite, "M": Groups.definite,
    "J": Groups.definite, "I": Groups.definite, "«": Groups.quoted, "0": Groups.counted,
    "m": Groups.common,
}  # fmt: skip
