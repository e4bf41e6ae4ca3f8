"""The subject before its verb: فاعل + فعل, with what may stand between; indefinite nouns that a clause describes."""

from __future__ import annotations

from typing import NamedTuple

from attribution.cues import Clause
from attribution.cues.clause import PLACED
from attribution.mentions import Mention
from attribution.nouns import NounPhrases
from attribution.phrases import SELVES
from attribution.tokens import Reading


class Said(NamedTuple):
    """The speaker of a clause: the mention at the cue, or the clause or mention that the cue depends on."""

    mention: Mention | None
    via: Mention | None
    evidence: str
    governor: int = -1  # the first token of the clause whose speaker this one shares
    antecedent: Mention | None = None  # a mention in the sentence that is not the speaker span but tells who it is


OF_GOD = frozenset(("تعالى", "سبحانه", "تبارك", "عز", "جل"))  # praise that tells who speaks: قال تعالى


def agrees(clause: Clause, mention: Mention) -> bool:
    """Whether the cue's gender can be the mention's; an unknown gender fits both, a plural takes the feminine too."""
    gender = clause.word.gender
    if not gender or not mention.gender or clause.word.person not in ("3", ""):
        return True
    return gender == mention.gender or mention.number == "pl"


class Preverbal:
    """Finds the subject that stands before a verb of saying."""

    def __init__(self, reading: Reading, clauses: list[Clause], bare: dict[int, Clause]) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]
        self.nouns = NounPhrases(reading)
        self.clauses = {clause.first: clause for clause in clauses}
        self.bare = bare

    def before(self, clause: Clause) -> Said | None:
        """فاعل + فعل: the noun phrase that opens the clause, from its beginning up to the verb."""
        if clause.word.form not in ("verb", "passive") or self.in_document(clause):
            return None
        if self.words[clause.last] in OF_GOD and self.letters[clause.last] == "z":
            return None  # قال تعالى
        first = clause.first
        begins = next(i for i in range(first, -1, -1) if self.letters[i - 1] not in "kN")  # فقد قال
        topic = self.words[begins - 1] == "ف" and self.words[clause.sentence[0]] in ("اما", "\n")
        if self.letters[first - 1] in "&e" and not topic:
            return None  # وقال، لكنه قال: its subject is that of the clause before
        first = begins - 1 if topic else first
        marked = self.letters[first - 1] == "«" and clause.word.person == "3"  # أن الحركة «طلبت …
        first -= marked
        apart = self._topic_apart(clause, first) if topic else None
        if apart is not None:
            return Said(apart, None, "speaker:before")
        openings = self._openings(clause)
        for k, start in enumerate(openings):
            mention = self.nouns.within(start, first)
            if (
                mention is not None
                and (not marked or self.letters[start - 1] in "qQe")
                and (topic or self._speaks(mention))
                and self._reaches(mention.last, first)
                and agrees(clause, mention)
            ):
                return Said(self._named_before(mention, openings[k + 1 :], first), None, "speaker:before")
        return None

    def in_document(self, clause: Clause) -> bool:
        """بعث فلان برقية أعرب فيها …, التصريح الذي أكد فيه …: the words stand in a text, whose author speaks."""
        return self.words[clause.last] in ("فيه", "فيها") and clause.word.lemma not in PLACED

    def _topic_apart(self, clause: Clause, first: int) -> Mention | None:
        """أما فلان الذي عاد أمس، فيرى …: the topic, which a relative clause parts from its verb."""
        start = clause.sentence[0] + 1
        if self.words[start - 1] != "اما" or self.letters[first - 1] != ",":
            return None
        mention = self.nouns.at(start, first)
        fits = mention is not None and self.letters[mention.last] == "R" and agrees(clause, mention)
        return mention if fits else None

    def described(self, clause: Clause) -> Said | None:
        """نكرة + جملة صفة: تقارير تقول إن …, مظاهرات تطالب بـ…: the indefinite noun right before the verb."""
        first = clause.first
        if clause.word.form not in ("verb", "passive") or clause.word.enclitic or first <= clause.sentence[0]:
            return None
        if self.letters[clause.last] == "y" and self.words[clause.last] in ON_IT:
            return self.written_on(clause)
        if clause.word.form == "passive" or "object2" in clause.word.takes:
            return None  # نتائج وصفت بـ…: rather the passive
        if clause.word.lemma in PLACED or self.letters[clause.last] == "y" or self.words[clause.last] in _UNDER_IT:
            return None  # بيانا أكد فيه, صورة كتب تحتها: whoever issued it
        heard = first - 1 - (self.letters[first - 1] == "j")
        if self.words[heard] in HEARSAY and clause.word.gender == "f":
            return Said(Mention("unnamed", heard, first, (heard, first)), None, "speaker:described")
        for start in range(first - 1, max(clause.sentence[0], first - _LONGEST_DESCRIBED) - 1, -1):
            if self.letters[start] in "VvPqQR,.«»:;":
                return None
            sung = self.letters[start] == "m" and clause.word.lemma == "قال" and self.words[start].endswith("ا")
            sung = sung and clause.word.tense == "present"  # not نشرت صورا قالت إنها …
            if sung and start == first - 1:  # نشيدا يقول
                return Said(Mention("document", start, first, (start, first)), None, "speaker:described")
            counts = self.words[start] in _QUANTIFIERS and self.letters[start + 1] not in "UTDO"
            owned = self.letters[start - 1] in "toudimjS" and not self._of_feminine(clause, start - 1)
            if self.letters[start] not in "ud" or owned or counts:
                continue
            mention = self.nouns.at(start, first)
            if mention is not None and mention.last == first and agrees(clause, mention):
                return Said(mention, None, "speaker:described")
        return None

    def _of_feminine(self, clause: Clause, head: int) -> bool:
        """بعد انتشار بيانات تفيد بأن …: the verb agrees with the second noun, not with the verbal noun before it."""
        masculine = self.letters[head] in "iS" and not self.words[head].endswith(("ة", "ات"))
        return masculine and clause.word.gender == "f"

    def written_on(self, clause: Clause) -> Said | None:
        """لافتات كتب عليها, بردية جاء فيها: what bears the words; but بيانا أكد فيه: whoever issued it."""
        if clause.word.lemma not in (*PLACED, "كتب", "نقش"):
            return None
        for start in range(clause.first - 1, max(clause.sentence[0], clause.first - 4) - 1, -1):
            heads = self.letters[start - 1] not in "toudimjS" or self.words[start - 1].endswith("ون")
            if self.letters[start] in "mdiouw" and heads:
                if self.nouns.phrase_end(start, clause.first, "d") != clause.first:
                    return None
                mention = Mention("document", start, clause.first, (start, clause.first))
                return Said(mention, None, "speaker:described")
        return None

    def _named_before(self, mention: Mention, openings: list[int], first: int) -> Mention:
        """فلان، مدير الشركة، قال: the name before the comma, whose apposition the nearer noun phrase is."""
        bare = mention.type in ("role", "unnamed") or (mention.type == "person" and not mention.roles)
        if not bare or not openings or self.letters[mention.first - 1] != ",":
            return mention
        person = self.nouns.at(openings[0], first)
        if person is None or person.type != "person" or person.last < mention.last:
            return mention
        return person if mention.type != "person" or person.span == mention.span else mention

    def _speaks(self, mention: Mention) -> bool:
        """An unknown word before a verb is a name only if something else says so."""
        first, last = mention.span
        if self._lone(first, last):
            return True
        if self.letters[first] in "mjJP":
            return False
        if (
            self.letters[mention.first] == "«"
        ):  # وكانت "النبأ" قد أعلنت; elsewhere words before a verb are its quotation
            return self.letters[first] in "xoO" or self.letters[mention.first - 1] == "k"
        if mention.first < first:
            return True  # الشيخ زايد
        framed = self.letters[mention.first - 1] == "k" and self.words[last] == "قد"  # وكانت ماروندا قد أعلنت
        named = last - first > 1 or self.letters[first] in "nAW" or framed
        return mention.type != "person" or bool(mention.roles) or named

    def _lone(self, first: int, last: int) -> bool:
        """أن بنكرار لم يكشف, لكن الفرنسيين أصروا: an unknown word or a people alone between a particle and the verb."""
        word, letter = self.words[first], self.letters[first]
        if last != first + 1 or self.letters[first - 1] not in "qQe":
            return False
        while self.letters[last] in "kN":
            last += 1
        if self.letters[last] != "V":
            return False  # أن نذهب إلى …
        people = letter == "J" and word.endswith(("يون", "يين"))
        return people or (letter == "w" and len(word) > 2 and not word.endswith(_NO_NAME))

    def _openings(self, clause: Clause) -> list[int]:
        """Where the clause of the verb may begin, nearest first."""
        found = []
        relative = self._relative_before(clause)
        closed = False  # inside a quotation that ends before the verb
        for i in range(clause.first - 1, clause.sentence[0] - 1, -1):
            if relative <= i:
                continue
            if self.letters[i] in "VPvqQR" and i != clause.first - 1 and not self.nouns.unheard(i):
                found += [i + 1] if self.letters[i] in "qQ" else []
                break
            if self.letters[i] == "»":
                closed = True
            closed = closed and self.letters[i] != "«"
            joined = self.letters[i - 1] == "&" and i - 1 > clause.sentence[0] and self.letters[i - 2] not in ",\n.«"
            opened = self.letters[i - 1] in ",&ekcz«:" and self.words[i - 1] != "غير"
            opened = opened or self.letters[i - 3 : i] == "0:0"  # 21:15 الوزير يعلن
            opened = opened or self.letters[i - 2 : i] == ".."  # … البعض يقولون
            if i == clause.sentence[0] or (opened and not joined and not closed):
                found.append(i)
        return found

    def _relative_before(self, clause: Clause) -> int:
        """The pronoun of a relative clause between commas right before the verb: فلان، | الذي لم يشارك، قال."""
        stop = clause.first - 1
        while stop > clause.sentence[0] and self.letters[stop] in "kNz":
            stop -= 1
        start = self.letters.rfind(",R", max(clause.sentence[0], stop - _LONGEST_APPOSITION), stop)
        closed = start > 0 and self.letters[stop] == "," and "," not in self.letters[start + 1 : stop]
        return start + 1 if closed else clause.first

    def _reaches(self, last: int, first: int) -> bool:
        """Only times, places, brackets and auxiliaries stand between the noun phrase and its verb."""
        last += self.words[last] in SELVES  # الكيلاني نفسه قد صرح
        between = self.letters[last:first]
        if between[:2] == ",R" and between.rstrip("kNz")[-1:] == ",":
            return len(between) <= _LONGEST_APPOSITION  # فلان، الذي لم يشارك، قال
        apposed = between[:1] in (",", "-") and between.rstrip("kNz")[-1:] == between[:1]  # النبأ، النسخة الدولية، قد
        apposed = apposed and between[:2] != "--"
        if len(between) > (_LONGEST_APPOSITION if apposed else 14):
            return False
        if not apposed and between[:1] not in ("", ",", "k", "z", "p", "N", "(", "y"):
            return False
        return not any(letter in "VPvqQR«." for letter in between)


HEARSAY = frozenset("معلومات انباء اخبار شائعات اشاعات تسريبات".split())  # معلومات تؤكد …
ON_IT = frozenset(("عليها", "عليه", "فيها", "فيه"))
_NO_NAME = ("ا", "ة", "ات", "ها", "هم", "نا")
_QUANTIFIERS = frozenset(("كل", "اي", "جميع", "بعض", "معظم", "اغلب", "كافة", "سائر", "نفس", "عشرات", "مئات", "الاف"))
_UNDER_IT = frozenset(("تحتها", "تحته", "فوقها", "فوقه", "خلفها", "خلفه"))
_LONGEST_DESCRIBED = 6
_LONGEST_APPOSITION = 24
