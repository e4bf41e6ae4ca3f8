"""Mentions outside the reports: which of them are sure, and how much of the noun phrase is a name."""

from __future__ import annotations

from attribution.identity import Identity
from attribution.mentions import DEFINITE, Mention
from attribution.nouns import NounPhrases
from attribution.tokens import Reading

_OWNED, _GENITIVE = frozenset("TUODMIJW"), frozenset("toudimjS")
_BEFORE_SUBJECT = frozenset("Vvk\n.,&«:-eq")  # a lone name behind them may be a subject
_PEOPLE = frozenset("tTuUnxoOl")
_SIDES = frozenset(("جهة", "ناحية", "جانب", "طرف"))
_QUANTITIES = frozenset(
    "بعض كل كافة عدد العدد عدة احدى احد واحدة واحد جميع العديد الكثير كثير كثيرا اكثر اقل معظم غالبية اغلب مئات "
    "عشرات الاف اخر اخرى الاخر الاخرى الاول الاولى اي".split()
)


class Outside(Identity):
    """Judges the noun phrases that no report has for its speaker."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.nouns = NounPhrases(reading)

    def _sure(self, mention: Mention) -> bool:
        """A name found outside a report needs a title, a courtesy or a verb of saying before it, or a known name."""
        first, last = mention.span
        if self.letters[first] == "m" or self.words[first] == "اي":
            return False
        if self.words[first] in _SIDES and self.words[first - 1] == "من":
            return False  # من جهة أخرى, من طرف اللجنة
        if self._of_things(first, last) or (mention.type == "role" and self._describes(first)):
            return False
        if mention.type != "person" or mention.roles:
            return True
        listed = "n" in self.letters[first:last] or self.letters[first] == "B"
        return listed or mention.first < first or self.letters[first - 1] == "V"

    def _of_things(self, first: int, last: int) -> bool:
        """الكثير من الأسئلة, إحدى هذه القصص, أكثر من ذلك: a quantity of nobody"""
        if self.words[first] not in _QUANTITIES or self.letters[last : last + 1] == "R":
            return False  # العديد ممن
        counted = (i for i in range(first + 1, last) if self.letters[i] not in "psjJ")
        head = next(counted, first)
        people = self.letters[head] in _PEOPLE and self.words[head] not in _QUANTITIES
        return not people and not self.words[head].endswith(("ين", "ون"))

    def _describes(self, i: int) -> bool:
        """تجربة كبيرة في …, طويلة وكبيرة: an indefinite title without a complement, behind a noun or an adjective"""
        if not self.letters[i].islower() or self.letters[i + 1 : i + 2].isupper():
            return False
        before = self.letters[i - 1] if self.letters[i - 1] != "&" else self.letters[i - 2]
        return before in ("jm" if self.letters[i - 1] != "&" else "j")

    def _passing(self, mention: Mention) -> bool:
        """Of a person: قرى صالح, في القصر الأميري, جمال الشاطئ: a lone word without a title, or one with a common noun
        behind it, is not enough where it is no subject.
        """
        first, last = mention.span
        if mention.roles or mention.first < first:
            return False
        weak = last - first == 1 or (last - first == 2 and self._common(last - 1))
        return weak and self.letters[first - 1] not in _BEFORE_SUBJECT

    def _common(self, i: int) -> bool:
        """Whether a word is a definite common noun that no list of names has."""
        lexicon, word = self.reading.lexicon, self.words[i]
        noun = word.startswith("ال") and word[-1] != "ي" and word not in lexicon.names
        return noun and lexicon.classes.get(word[2:], "n") != "n"

    def _plural(self, mention: Mention) -> bool:
        """رئيس [الوزراء سالم حداد]: of one person, a title in the plural is the complement of the title before it."""
        heads = [self.words[role[0]].removeprefix("ال") for role in mention.roles[:1]]
        return any(head in self.reading.lexicon.plurals for head in heads)

    def _kin(self, i: int) -> bool:
        """والد [اللاعب سالم حداد]: of somebody's father the title behind is his son's."""
        return self.reading.lexicon.kinds.get(self.words[i]) == "kinship"

    def _named_only(self, mention: Mention) -> Mention:
        """شركة النورس في الميناء, منظمة النورس (نورس) والبلدية: a name ends with its gloss and before its place."""
        first, last = mention.span
        if last - first == 1 or mention.type not in ("organization", "unnamed", "document"):
            return mention
        stop = last
        if mention.type != "document":
            inside = self.words[first + 1 : last]
            stop = first + 1 + inside.index("في") if "في" in inside else last
            stop = self.letters.find(")", first + 1, stop) + 1 or stop
        stop = self._own_end(first, stop, mention.gender)
        return mention._replace(last=min(mention.last, stop), span=(first, stop)) if stop < last else mention

    def _own_end(self, first: int, last: int, gender: str) -> int:
        """The end of a name before what belongs to its verb: استدعت الوزارة | للتحقيق, حثت شركة النورس | زبائنها."""
        if self._foreign_adjective(first + 1, gender):
            return first + 1
        if self.words[first + 1] == "ل" and self.letters[first + 1] == "p" and self.letters[first] in DEFINITE:
            return first + 1
        for i in range(first + 1, last):
            letter, before = self.letters[i], self.letters[i - 1]
            if letter in "«(":
                return last
            owned = letter in _OWNED and before not in _GENITIVE and not self.words[i].startswith("ال")
            if owned and (before != "p" or self.words[i - 1] == "ل"):
                return i - (before in "p&")
            if letter in "DwW" and before in "dj" and self.words[i].endswith(("ته", "تها")):
                return i  # تقرير | نشرته, دراسة حديثة | أجرتها
        return last

    def _foreign_adjective(self, i: int, gender: str) -> bool:
        """ضربات التحالف | الجوية, عناصر الشرطة | الفرنسيين: an adjective that agrees with another noun."""
        if self.letters[i - 1 : i + 1] != "OJ":
            return False
        word = self.words[i]
        single = self.nouns.stem(i - 1) not in self.reading.lexicon.plurals
        return single and ((gender == "m" and word.endswith("ة")) or word.endswith(("يين", "يون")))
