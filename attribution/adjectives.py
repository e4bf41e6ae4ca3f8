"""Adjectives inside noun phrases: which definite or indefinite word describes the noun before it."""

from __future__ import annotations

from attribution.glosses import Glosses
from attribution.mentions import BARE, DEFINITE

_AFTER_NAME = frozenset(",.:qQ«pzVvy(\n")
DESCRIBING = frozenset("nJWOlxMTU")  # the classes of definite adjectives
_RELATIONS = frozenset(("country", "region", "city", "religion", "current", "domain"))


class Adjectives(Glosses):
    """Decides whether a word is an adjective of the phrase before it."""

    def _nunated(self, i: int) -> bool:
        """صحافيون | منشورات: the plural in ـون before no genitive (صحافيو المدينة)."""
        known = self.letters[i] == "u" or self.words[i] in self.reading.lexicon.plurals
        return known and self.words[i].endswith("ون")

    def _agrees_in_number(self, i: int) -> bool:
        """مسؤولون | أمميون | أجانب, whatever the class of the adjective elsewhere; not مسؤولون | يعملون."""
        if not self.words[i - 1].endswith("ون"):
            return False
        plural = self.words[i].endswith("ون") and self.letters[i] not in "vV"
        return plural or (self.letters[i] in "tu" and self._nunated(i - 1))

    def _accusative(self, i: int) -> bool:
        """An indefinite accusative behind another case: no adjective of what stands before it."""
        word, before = self.words[i], self.words[i - 1]
        return word.endswith("ا") and before.endswith(("ون", "ان")) and word not in self.reading.lexicon.classes

    def _inside(self, i: int, head: str) -> bool:
        """مسؤول فيها, المالكة لها: a pronoun with the preposition that the noun or its adjective keeps."""
        if self.words[i] in ("فيها", "فيه", "منهم", "منها"):
            return head in "tu"
        kept = self.reading.lexicon.keeps.get(self.plain(i - 1), frozenset())
        return any(self.words[i].startswith(preposition) for preposition in kept)

    def describes(self, i: int, head: str) -> bool:
        """Whether the definite word at ``i`` is an adjective of the phrase before it: الشؤون الخارجية."""
        letter, word = self.letters[i], self.words[i]
        if letter == "n":
            return word.startswith("ال") and word.endswith("ية") and self.letters[i - 1] in DEFINITE
        if letter not in DESCRIBING or word.startswith("البالغ"):
            return False
        if letter == "W":
            if self.letters[i + 1] == "p" and self.letters[i + 2] in "z0":
                return False  # التقرير السنوي | الصادر في 3 مايو
            behind_name = self.letters[i - 1] in "lxnwA" and word.endswith("ات")
            return not behind_name and not self._surname_of_title(i)
        if letter in "TJ" and self._attribute(i):
            return True
        if letter == "J":
            return self.keeps(i + 1) or not (self._only_a_name(i) and self._surname_of_title(i))
        relative = word.endswith(("ية", "ي"))
        if letter == "O":
            return relative or word.startswith("الم")
        if letter in "lx":
            return word.startswith("ال") and word.endswith("ية")  # جامعة راجح العربية
        if letter == "M":
            return word.startswith("ال" if head == "t" else "الم") or (word.startswith("ال") and self.owned(i + 1))
        people = self.reading.lexicon.kinds.get(self.plain(i)[:-2]) in _RELATIONS and word.endswith(("يين", "يون"))
        of_many = people and self.words[i - 1].endswith(("ين", "ون", "ات", "اء"))
        described = (relative and not self._plural(i)) or of_many or self._qualifies(i, head)
        return self.letters[i + 1] not in "nwBhA" and described

    def _only_a_name(self, i: int) -> bool:
        """الجندوبي: not the adjective of a people or a place as التركي is."""
        lexicon, word = self.reading.lexicon, self.plain(i)
        listed = lexicon.classes.get(word) == "n" or self.words[i] in lexicon.names
        return listed and word not in lexicon.kinds

    def _qualifies(self, i: int, head: str) -> bool:
        """A title that describes what stands before it: التجمع المحلي المعارض, وكيل الوزارة المساعد."""
        if self.plain(i) in self.reading.lexicon.keeps:
            return self.letters[i + 1] != "J"
        if self.reading.lexicon.kinds.get(self.plain(i)) == "office":
            return False
        shaped = self.letters[i] == "T" and self.words[i].startswith("الم")
        return shaped and self.letters[i - 1] in "oOJMWDxnw»" and head in "oud"

    def _attribute(self, i: int) -> bool:
        """An adjective whatever its class elsewhere: تقرير حديث, المسجد الكبير, مصادر مطلعة."""
        keeps, word = self.reading.lexicon.keeps, self.plain(i)
        kept = keeps.get(word) or keeps.get(word.removesuffix("ا"))  # بارزا
        if not kept:
            return False
        return "-" in kept or (self.letters[i - 1] in "udoj" and self.letters[i + 1] in _AFTER_NAME)

    def _described(self, i: int) -> bool:
        """بيان صادر عن, رسالة مسربة من: an indefinite participle with its preposition, behind an indefinite noun."""
        return self.letters[i + 1] == "p" and self.owned(i + 1)

    def _surname_of_title(self, i: int) -> bool:
        """الرئيس الجندوبي: a definite word behind a bare title is a name unless shaped or known as an adjective."""
        word = self.words[i]
        if not self.words[i - 1].startswith("ال") or (self.letters[i] == "W" and word.endswith("ي")):
            return False
        bare = self.letters[i - 1] == "T" and self.letters[i - 2] not in BARE and self.letters[i + 1] in _AFTER_NAME
        return bare and not word.startswith("الم") and word[-1] not in "ةن"

    def apposed_participle(self, i: int) -> bool:
        """بائع | بالغ من العمر …: a participle that tells more of a person, no part of the name."""
        return self.letters[i + 1] == "p" and self.words[i].startswith(("بالغ", "البالغ"))
