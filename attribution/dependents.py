"""Prepositional complements of a noun: المتحدث باسم …, مصدر في …, القوات التابعة لـ….

What stands behind a preposition beside a speaker either belongs to the speaker (مدير الأمن في المدينة) or to the saying
(الوزير في مؤتمر صحفي، لوكالة الأنباء).  Occasions, media, persons spoken to and times are of the saying.
"""

from __future__ import annotations

from attribution.lexicon.words import enclitic_splits
from attribution.mentions import BARE, DEFINITE
from attribution.tokens import Reading


class Dependents:
    """Decides at a preposition whether what follows belongs to the noun before it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]

    def stem(self, i: int) -> str:
        """The word without its article."""
        word = self.words[i]
        return word[2:] if word.startswith("ال") and self.letters[i].isupper() else word

    def phrase_end(self, i: int, limit: int, head: str, apposed: bool = False) -> int:
        """The token after the noun phrase that starts at ``i``."""
        raise NotImplementedError

    def name_end(self, i: int, limit: int) -> int:
        """The token after the name that starts at ``i``."""
        raise NotImplementedError

    def with_inner_name(self, first: int, stop: int, limit: int) -> int:
        """فلان، محامي الرئيس السابق فلان; مصادر مقربة من الفنانة فلانة: a title inside the phrase takes its name."""
        last = stop - 1
        while last > first and self.letters[last] == "J":
            last -= 1
        inner = last >= first and self.letters[last] in "TU" and stop < limit and self.letters[stop] in "nB"
        return self.name_end(stop, limit) if inner and self.words[last].startswith("ال") else stop

    def complement(self, i: int, limit: int, head: str, apposed: bool) -> int:
        """How many tokens of the complement at the preposition ``i`` belong to a phrase with this ``head``.

        ``apposed`` is true where only the phrase can want it: behind a name, or while the head is bare.
        """
        word, follows = self.words[i], self.letters[i + 1]
        if word == "من" and self.words[i + 1] == "داخل" and i + 2 < limit and head in "tu":
            return self.phrase_end(i + 2, limit, "o") - i  # مصادر من داخل الحزب
        begins = follows if follows != "s" else self.letters[i + 2]  # على هذا السجل
        if i + 1 >= limit or begins not in _COMPLEMENT_START:
            return 0
        if not self.keeps(i) and not self._claims(i, limit, head, apposed):
            return 0
        if follows in "nB":
            return self.name_end(i + 1, limit) - i  # مصادر مقربة من فلانة
        stop = self.phrase_end(i + 1, limit, "في" if word == "في" else "o")
        return (self.with_inner_name(i + 1, stop, limit) if apposed or head in "uod" else stop) - i

    def _claims(self, i: int, limit: int, head: str, apposed: bool) -> bool:
        """Whether the phrase has a use for the preposition at ``i`` and the saying has none."""
        if self._of_body(i):
            return True
        fits = self.words[i] in _COMPLEMENTS.get(head, ()) and self._fits(i, limit, head, apposed)
        if not fits and not self._participle(i):
            return False
        return not self.circumstance(i, head) or (head == "t" and self._names_place(i, limit))

    def _of_body(self, i: int) -> bool:
        """نائب رئيس الهيئة المحلية للمحامين, الوكالة الدولية للطاقة: ل behind the noun of a body and its adjective."""
        if self.words[i] != "ل" or self.letters[i - 1] not in "JMlxWn":
            return False
        if self.letters[i + 1] == "J" and self.words[i + 1].endswith("ات"):
            return True  # شركة المرجان للإلكترونيات
        k = i - 1
        while self.letters[k] in "JM":
            k -= 1
        k -= self.letters[k] == "l" and k == i - 1  # الهيئة السعودية
        if self.letters[k] != "O" or k == i - 1:
            return False
        if self.letters[i + 1] in "od" or self.words[i + 1] == "الامم":
            return not self.media(i + 1)  # الأمانة العامة لهيئة العلماء
        return self.plain(k) in _JOINING and self.letters[i + 1] in "TUIMWDSJj" and self.plain(i + 1) not in _TOLD

    def _names_place(self, i: int, limit: int) -> bool:
        """مدير الفعاليات بالمهرجان سالم حداد, المدير العام لقناة البلد سالم حداد: no occasion and no medium spoken to,
        because a name stands behind it."""
        if self.words[i] not in ("ب", "ل") or self.letters[i + 1] not in "oO" or not self._name_behind(i + 1, limit):
            return False
        return self.words[i] == "ب" or self.letters[self.phrase_end(i + 1, limit, "")] != "w"

    def _fits(self, i: int, limit: int, head: str, apposed: bool) -> bool:
        word, follows = self.words[i], self.letters[i + 1]
        if word == "ل":
            return (apposed and head == "t") or self._belongs(i, limit, head)
        if head == "d":
            return word != "عن" or follows not in "tTnBh"  # نقل بيان الفرقة عن فلان
        site = self.reading.lexicon.kinds.get(self.stem(i + 1)) == "site"
        if head == "o" and word in ("في", "ب"):
            return site or follows in "oOlx" or (word == "في" and follows in "wW")
        if head == "t" and word in ("في", "ب", "من"):
            body = follows in "oOx" or (follows == "W" and word == "في") or self.words[i + 1] == "اسم"
            placed = (site or follows == "l") and not self._simple(i)
            return body or apposed or placed or self._name_behind(i + 1, limit)
        if head == "t" and word == "عن":
            return follows in "oOxlnw«"  # النائب عن الحركة, not: عبر الوزير عن سعادته
        if word == "لدى":
            return follows in "oOxlTtnwA«"  # not لدى النطق بالحكم
        if head == "u" and word == "من" and follows in "iI":
            return False  # تمكن الأطباء من إنقاذها
        return head != "u" or word != "ب" or site or follows in "oOlx" or self.words[i + 1] == "اسم"

    def _belongs(self, i: int, limit: int, head: str) -> bool:
        """Whether ل says whose rather than to whom: بيان للوزارة, مدير الأمن للعلاقات."""
        follows, behind = self.letters[i + 1], self.words[i + 2]
        if follows == "«" and self.letters[i - 1] not in BARE:
            return self._name_behind(i + 1, limit)  # قال رئيس البلدية لـ"المدينة"
        if follows in _ADDRESSED_BY.get(head, "oOxltT"):
            return not (head == "o" and follows in "im" and not behind.startswith("ال"))
        if head != "t":
            return False
        whose = (follows == "m" and behind.startswith("ال")) or (follows == "t" and self.letters[i + 2] in "mMoO")
        return whose or (follows in "tTmoi" and self._name_behind(i + 1, limit))

    def _simple(self, i: int) -> bool:
        """A definite title with nothing but adjectives before ``i``: الوزير، الرئيس الأسبق."""
        while self.letters[i - 1] in "JW":
            i -= 1
        return self.letters[i - 1] == "T" and self.letters[i - 2] not in BARE

    def keeps(self, i: int) -> bool:
        """Whether the preposition at ``i`` is that of the adjective before it: التابعة لـ, صادر عن, المكلف بـ."""
        return self.words[i] in self.reading.lexicon.keeps.get(self.plain(i - 1), ())

    def owned(self, i: int) -> bool:
        """Whether the word before the preposition at ``i`` is an adjective that keeps it."""
        return self.keeps(i) or self._participle(i)

    def _participle(self, i: int) -> bool:
        """An adjective shaped as a participle before ``i``: الدول المانحة لـ."""
        shaped = self.letters[i - 1] in "JWMT" and self.words[i - 1].startswith("الم") and self.words[i - 1][-1] != "ي"
        named = self.letters[i - 2] in "oOd" and self.letters[i - 2].islower()  # صحيفة المرجان | عن …
        return shaped and not named and self.letters[i - 2] in _DESCRIBED and self.words[i] in _OF_PARTICIPLES

    def plain(self, i: int) -> str:
        """The word without what is written as an article, whatever its class."""
        word = self.words[i]
        return word[2:] if word.startswith("ال") else word

    def circumstance(self, i: int, head: str) -> bool:
        """Whether the preposition at ``i`` tells when, how, where or to whom one speaks."""
        noun, word = i + 1, self.words[i]
        if word in ("في", "ب", "على") and self._occasion(noun):
            return True
        if self.words[noun].startswith("اسم") and word == "ب":
            return not self._speaks_for(i)  # أعرب الملك باسمه
        if word == "من" and self.plain(i - 1) in _COUNTING:
            return False  # عدد من وسائل الإعلام
        if word == "ل" and self.letters[i - 1] in "JMl" and self.words[noun] in _NEWS:
            return False  # الهيئة المحلية للإعلام
        if self.media(noun):
            if head == "d" and word in ("ل", "من"):
                return False  # تقرير لموقع …
            return word in ("ل", "في", "من", "عن") and not (word == "في" and self.letters[i - 1] in BARE)
        if word != "ل":
            return False
        if self.letters[noun] == "I" and self.words[noun].endswith((*OWNERS, "هما")):
            return not self.words[noun].startswith("ال")  # انتقد البلدين لدعمهما
        if self.reading.lexicon.kinds.get(self.stem(noun)) == "addressee" and self.letters[noun] != "i":
            return True  # لرصد, but المعهد الوطني لرصد الزلازل
        many = self.letters[noun] == "U" or (self.letters[noun] == "T" and self._plural(noun))
        return many and head not in "od"

    def _occasion(self, i: int) -> bool:
        """Where or in what one speaks: في بيان، في ختام الاجتماع، في حديثه, بحضور."""
        kinds = self.reading.lexicon.kinds
        owned = enclitic_splits(self.words[i]) if self.words[i].endswith(OWNERS) else []
        stems = (self.stem(i), *(stem for stem, _ in owned))
        return (
            self.letters[i] in "dDzsS"
            or any(kinds.get(stem) == "occasion" for stem in stems)
            or (self.letters[i] in "IMw" and self.words[i].endswith(_OWN) and not self.words[i].startswith("اسم"))
        )

    def _speaks_for(self, i: int) -> bool:
        """المتحدث الرسمي باسم …: whether one who speaks for others stands shortly before."""
        return any(self.plain(k).startswith(_SPOKESMEN) for k in range(max(0, i - 6), i))

    def _plural(self, i: int) -> bool:
        return self.stem(i) in self.reading.lexicon.plurals

    def media(self, i: int) -> bool:
        """Whether a medium stands at ``i``, which is spoken to or in rather than belonged to."""
        kinds = self.reading.lexicon.kinds
        if self.stem(i) == "وكالة" and not self._agency(i + 1):
            return False  # وكالة الغابات
        i += self.letters[i] == "«"
        if kinds.get(self.stem(i)) == "media":
            return True
        i += self.letters[i] in "oO" and self.letters[i + 1] in "xA«"  # شبكة سي إن إن
        i += self.letters[i] == "«"
        wanted = _MEDIA | {"addressee"} if self.letters[i - 1] in "«(" else _MEDIA
        if kinds.get(self.words[i]) in wanted:
            return True
        longer = self.words[i] in self.reading.lexicon.longer
        return longer and any(kinds.get(" ".join(self.words[i : i + n])) in wanted for n in (2, 3))

    def _agency(self, i: int) -> bool:
        """What stands behind وكالة in the name of a news agency."""
        if self.letters[i] != "x":
            return self.words[i].endswith("انباء") or self.letters[i] in "wn«"
        kinds = self.reading.lexicon.kinds
        names = (" ".join(self.words[k : i + n]) for n in (3, 2, 1) for k in (i - 1, i))
        return next((kind for name in names if (kind := kinds.get(name))), "agency") in _MEDIA

    def _name_behind(self, i: int, limit: int) -> bool:
        stop = self.phrase_end(i, limit, "")
        if self.letters[stop] == ",":
            return stop + 1 < limit and self.letters[stop + 1] in "nBTh"
        return stop < limit and self.letters[stop] in "nwBh"


OWNERS = ("ه", "ها", "هم")
_COUNTING = frozenset("عدد عددا عديد كثير قليل مجموعة كثيرون واحد واحدة ايا اي".split())
_NEWS = frozenset(("الاعلام", "الانباء", "الاخبار"))
_JOINING = frozenset(  # bodies of people with one trade, whose name says whose they are
    "هيئة جمعية اتحاد نقابة رابطة مجلس لجنة منظمة مركز مؤسسة تنسيقية ملتقى صندوق مفوضية وكالة معهد مكتب شركة".split()
)
_TOLD = frozenset("صحفيين صحافيين اعلاميين مراسلين صحيفة قناة وكالة".split())
_MEDIA = frozenset(("agency", "paper", "channel"))
_SPOKESMEN = ("متحدث", "ناطق", "ممثل", "موفد", "ناطقة", "كلم")
_OWN = ("ته", "تها", "تهم", "ها", "هم")
_COMPLEMENT_START = BARE | DEFINITE | frozenset("«#A")
_OF_PARTICIPLES = frozenset(("ب", "ل", "عن", "في", "الى", "على", "من"))
_DESCRIBED = frozenset("oOtTuUdDjJMWIwnxl»")
_COMPLEMENTS: dict[str, frozenset[str]] = {
    "t": frozenset(("ب", "ل", "لدى", "في", "الى", "عن", "على", "من", "ضد", "بين")),
    "u": frozenset(("ب", "في", "من", "ل", "لدى", "ضد", "بين")),
    "o": frozenset(("ل", "في", "ب", "لدى", "بقيادة", "برئاسة")),
    "d": frozenset(("ل", "عن", "من")),
}
# what a complement with ل may begin with, so that an addressee (للصحفيين) is none
_ADDRESSED_BY = {"t": "IMJWlxoOiSD«", "o": "IMWOimdDUx", "d": "oOxltTIMWwmiJSUD", "u": "oOxl"}
