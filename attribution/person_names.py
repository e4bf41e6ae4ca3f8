"""The extent of a person's name: given names, family names with an article, foreign names of unknown words."""

from __future__ import annotations

import re

from attribution.dependents import OWNERS
from attribution.names import OBLIQUE, accusative, is_adjective
from attribution.phrases import SELVES, Phrases

NAME_START = frozenset("nwBA")
LONGEST_NAME = 7
_AFTER_NAME = frozenset(",.:qQ«»pzV(\n")


class PersonNames(Phrases):
    """Walks over a name, each rule one kind of part."""

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
        if length and (self.reading.has_tanwin(i) or self.apposed_participle(i) or self._accusative_noun(i)):
            return False  # شن فلان هجومًا: an object, whatever the word; البالغ من العمر
        if letter in "nBA":
            return not (letter == "A" and length and self._latin(i))
        if length == 0:
            return letter in "wWJMt#ezji"
        return (
            self.words[i + 1] == "الدين"  # شرف الدين
            or self.words[i] == "الله"
            or self._hyphened(i)
            or self._after_particle(i)
            or (letter == "w" and self._foreign_part(i))
            or (letter == "v" and self.words[i] not in self.reading.lexicon.classes and self._closed(i))
            or self._family_name(i, length)
            or self._whatever_before_clause(i, length)
            or (self.letters[i - 1] in "nt" and self._common_word(i))
        )

    def _latin(self, i: int) -> bool:
        """سالم حداد | Salem: the same name again in other letters."""
        return self.words[i][0].isalpha() and self.words[i].isascii() and not self.words[i - 1].isascii()

    def _accusative_noun(self, i: int) -> bool:
        """كان فلان رئيسا لـ…: a noun that the verb has for its predicate or object."""
        return self.letters[i] not in "nB" and accusative(self.reading.lexicon, self.words[i])

    def unheard_name(self, i: int) -> bool:
        """الوزيرة كيلة إن: a word in ة that no table has, between a definite title and what is said."""
        unheard = self.letters[i] == "i" and self.words[i] not in self.reading.lexicon.classes
        return unheard and self.letters[i - 1] == "T" and self.letters[i + 1] in "qQ,:«"

    def _closed(self, i: int) -> bool:
        """تيمو لارسو إن: a word that nobody knows, in the place of a family name; not فلان | سارع إلى المدينة."""
        past = self.words[i].removesuffix("ت") in self.reading.lexicon.past_stems
        conjugated = past or _CONJUGATED.match(self.words[i])
        closed = self.letters[i + 1] in ",qQ:«)" or (self.letters[i + 1] in "Sp" and not conjugated)
        return self.letters[i - 1] in "nw" and closed

    def _hyphened(self, i: int) -> bool:
        """جان-بيار: a hyphen without a space, and what it joins."""
        glued = self.reading.glued
        if self.letters[i] == "-":
            return self.letters[i + 1] in "nwAlmj" and glued(i) and glued(i + 1)
        return self.letters[i - 1] == "-" and glued(i)

    def _after_particle(self, i: int) -> bool:
        """عبد الرحمن, فان دايك: what stands behind a word that only begins names."""
        if self.words[i - 1 : i + 1] == ["ف", "ان"]:
            return True
        if self.words[i] in _NAME_PARTICLES and self.letters[i - 1] in "nwB":
            return self.letters[i + 1] in "nwB" or self.words[i + 1] in _NAME_PARTICLES  # آنا لو بيترسون
        if self.words[i] in _SHORT_SURNAMES and self.letters[i - 1] == "n" and self.letters[i + 1] in ",qQt":
            return True  # تيم كي، …
        if self.words[i - 1] == "دي" and self.letters[i] == "z":
            return True  # لويجي دي مايو
        van = self.words[i : i + 2] == ["ف", "ان"] and self.letters[i + 2] in "qQ,:nw"
        return van or (self.letters[i - 1] == "B" and self.letters[i] in "JMWTOlmjihtS")

    def _foreign_part(self, i: int) -> bool:
        """An unknown word, unless it looks like a noun with its pronoun and a complement: سالم | ذرفه لـ…"""
        if self.words[i] in SELVES or (_PLURAL.match(self.words[i]) and self.letters[i + 1] in "pj"):
            return False  # قدم فلان تطمينات لـ…
        return not self.words[i].endswith(OWNERS) or self.letters[i + 1] in ",qQ:«»nwtT)"

    def _family_name(self, i: int, length: int) -> bool:
        """فلان القحطاني, قائد الحداد: a definite word behind a name, unless it is an object (نفى فلان المسؤولية)."""
        word = self.words[i]
        if self.letters[i] == "x" and length == 1 and self.letters[i - 2] in "VThtJ" and self.letters[i + 1] in "tT,qQ":
            return self.words[i - 1] in self.reading.lexicon.genders  # روبرت فورد
        if self.letters[i] not in "WJMTx" or not word.startswith("ال") or word.endswith(_NO_FAMILY):
            return False
        if length == 1 and self.words[i - 1].startswith("ال") and self.letters[i] in "MW" and word[-1] != "ي":
            return False  # منح الحداد الوسام
        if (OBLIQUE.match(word) or is_adjective(self.reading.lexicon, word)) and word not in self.reading.lexicon.names:
            return False
        if self.letters[i] == "M" and not self._surname(i):
            return False
        if self.letters[i] == "x":
            return self.letters[i - 1] == "n" and self.letters[i + 1] in "tT,qQ:VkP"
        if self.letters[i] == "T":  # نادية الخطيب; جلال الوكيل، رئيس …
            known = word in self.reading.lexicon.names or (length == 1 and self.letters[i + 1] in ",qQ:")
            return known and self.letters[i - 1] == "n" and self.letters[i + 1] in _AFTER_NAME
        if word.startswith("البالغ") or (word.startswith("الم") and self.keeps(i + 1)):
            return False
        described = self.letters[i + 1] in "JW" and self.letters[i] != "W"  # نفى فلان التقرير الجديد
        if word in ("الدين", "الله"):
            return True  # عز الدين
        first = length == 1 and (self.letters[i - 1] in "nt" or self.letters[i - 2 : i] == ",w")
        first = first or self.letters[i - 2] == "B" or self._tribe(i)
        return not described and (self.letters[i] == "W" or first or self.letters[i - 1] == "t")

    def _whatever_before_clause(self, i: int, length: int) -> bool:
        """المهندس سالم المصلى: …, العقيد سالم بن راشد ملائكة أن …: between a titled given name and what is said, any
        noun can only be the family name.
        """
        word, lexicon = self.words[i], self.reading.lexicon
        single = length == 1 and self.words[i - 1] in lexicon.genders
        sons = length > 2 and self.letters[i - 2] == "B" and self.letters[i - 1] in "nm"
        titled = self.letters[i - length - 1] in "hTtJM."
        if not titled or not (single or sons) or self.letters[i] not in "MWTUOJmitx":
            return False
        if word.endswith(OWNERS) or OBLIQUE.match(word) or word.endswith(_NO_FAMILY[1:]):
            return False
        if is_adjective(lexicon, word) or accusative(lexicon, word):
            return False
        return self.letters[i + 1] in "qQ" or (self.letters[i + 1] in ":«" and self.letters[i] not in "mi")

    def _tribe(self, i: int) -> bool:
        """المقدم سالم جزاء الحربي: an adjective that a list of names has, or that is of no country, closes a name."""
        word, lexicon = self.words[i], self.reading.lexicon
        listed = word in lexicon.names or (word[-1] == "ي" and word[2:] not in lexicon.kinds)
        return self.letters[i] == "J" and listed and self.letters[i + 1] in ",:qQ«"

    def _surname(self, i: int) -> bool:
        """سالم الجسر; نفى لارسون | الأمر: a definite noun is a family name behind a given name, or where listed."""
        lexicon, before = self.reading.lexicon, self.words[i - 1]
        given = before in lexicon.genders or self.letters[i - 1] == "B" or self.letters[i - 2] == "B"
        return given or self.words[i] in lexicon.names or self.words[i] in ("الدين", "الله")

    def _common_word(self, i: int) -> bool:
        """سعيد طيب حداد, زاهد مختار، …: a common word inside or at the end of a name."""
        letter, follows, word = self.letters[i], self.letters[i + 1], self.words[i]
        if letter in "mji":
            named = follows in "nB" and not word.endswith(("ة", "ات"))
            known = word in self.reading.lexicon.names
            named = named and (known or letter != "i")  # يتوقع لارسون | تعافي سالم
            listed = known and self._surname(i) and follows in ",:qQ«t(" + "Vp" * (self.letters[i - 2] in "hTJ,")
            return named or listed or follows == "," or (follows == "t" and (known or letter == "i"))
        if letter == "h":
            return follows in ",qQ:z«\n"  # رودولف سعادة: no honorific without a name behind it
        if letter == "t" and follows == "J":
            return self.letters[i + 2] in ",.:qQ«z\n"  # فلان قائد الحداد
        if letter == "t":
            office = self.reading.lexicon.kinds.get(word) == "office"  # فلان رئيس "المعهد"
            single = self.letters[i - 2] not in "nB"  # هيفاء فقيه رأت, not: ليلى حداد أستاذة تقول
            known = word in self.reading.lexicon.names and follows not in "toumlxODIM"  # مفتي البلاد
            return known or (not office and (follows in ",.:qQ«pz\n" or (follows == "V" and single)))
        return letter == "P" and follows in ",qQ:z«" and word[-1] not in "اةنت"  # حسينة واجد

    def given(self, i: int) -> bool:
        """المهندس سلطان الحداد, وزير المال، رائد حداد: a word that is title and name, before another name."""
        if self.letters[i] != "t" or self.words[i] not in self.reading.lexicon.names:
            return False
        follows = self.letters[i + 1]
        surname = follows in "tm" and self.words[i + 1] in self.reading.lexicon.names
        article = follows in "WJ" and self.letters[i - 1] in "h,"
        surname = surname or (follows == "m" and self.letters[i - 1] in "h," and self.letters[i + 2] in ",qQ")
        return (follows in "nB" or surname or article) and self.letters[i - 1] not in "toudimj"


_CONJUGATED = re.compile("س?[يت]...*|سن...*|...*(?:ى|ه|ها|هم)$")
_PLURAL = re.compile("...+ات$")
_NAME_PARTICLES = frozenset(("لو", "لا", "دي", "دو", "دا", "دل", "ديل", "فون", "ايت"))
_SHORT_SURNAMES = frozenset(("كي", "لي"))
_NO_FAMILY = ("ة", "ات", "يين", "ون", "تين")
