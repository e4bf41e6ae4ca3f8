"""Nouns and particles spelt like a finite verb of saying: بعد كشف البلدية عن …, طالب جامعي."""

from __future__ import annotations

from attribution.cues.clause import Clause
from attribution.cues.nominals import Nominals
from attribution.cues.search import IDENTITY
from attribution.lexicon.words import cue_readings

PUBLISHING = frozenset(("نشر", "نقل", "بث", "أذاع", "سرب", "تداول"))
_COUNTS = frozenset(("الف", "مليون", "مليار", "مئة"))
_EACH = frozenset(("اي", "كل", "اول", "هذا"))
_MODAL = frozenset("يمكن يستحق تستحق ينبغي يجوز يصعب يصح يتعين".split())
_HARDLY = frozenset(("لا", "يكاد", "تكاد"))


class Homographs(Nominals):
    """Tells whether what is spelt like a verb of saying is one."""

    def _no_verb(self, clause: Clause) -> bool:
        """A verbal noun, a participle, a formula, or a و that is the verb's own (فيما ودعت)."""
        i = clause.first
        if clause.word.enclitic and self._carrier(clause) >= 0:
            return True
        if "media" in clause.word.takes and clause.word.tense.endswith("present"):
            return True  # يعلم أن …: knowing
        if self.reading.glued(i) and self.reading.has_shadda(i):
            return True  # ودّعت: the و is its own
        if self.words[clause.last] in IDENTITY:
            return True  # مصدر لم يذكر اسمه
        if self.words[i - 1].endswith("جدير") or self._only_published(clause):
            return True
        if self.words[i] in ("يذكر", "تذكر") and self.words[i - 1] in _HARDLY and clause.subject is None:
            return self.letters[clause.last] not in "qQ"  # مبالغ لا تكاد تذكر
        if self.words[i - 1] == "من" and self.words[i - 2] == "كل":
            return True  # كل من يزعم …: nobody in particular
        return self._rather_noun(clause) or self._behind_particle(i)

    def _rather_noun(self, clause: Clause) -> bool:
        """خطاب شكر, رافضا ذكر اسمه, لا يمكن وصف …, أي طلب, لتوقع ما سيأتي, طالب جامعي"""
        i = clause.first
        if clause.word.tense != "past":
            return False
        if self.words[i] == "طالب" and self.letters[i + 1] == "j":
            return True
        if not self._also_noun(i):
            return False
        owned = self.letters[i - 1] in "dmi" and self.words[i + 1] not in ("فيه", "فيها")  # but في وقت كشف فيه
        counted = self.words[i - 1] in _COUNTS | _EACH
        governed = self.letters[i - 1] == "P" or self.words[i - 1] in _MODAL
        planned = self.words[i - 1].startswith("الم") and self.words[i - 2] == "من"  # من المقرر نشر …
        purposed = self.words[i - 1] == "ل" and self.reading.glued(i)
        return owned or counted or governed or planned or purposed or self._joined_to_noun(i)

    def _joined_to_noun(self, i: int) -> bool:
        """القضاء عليهم وفضحهم وكشف خفاياهم: joined to a verbal noun with a pronoun, before a noun with one"""
        joined = self.letters[i - 1] == "&" and self.letters[i - 2] in "iIS" and self.words[i - 2].endswith(_OWN)
        return joined and self.letters[i + 1] in "mMwW" and self.words[i + 1].endswith(_OWN)

    def _behind_particle(self, i: int) -> bool:
        """بعد كشف …, فيما ودعت …: a preposition has no verb behind it; a و behind ما is the verb's own"""
        before = self.letters[i - 1] if i else ""
        if before == "p":
            return self.words[i - 1] not in ("ل", "حتى", "منذ", "مثل", "من")
        own = before == "&" and self.reading.glued(i) and i > 1 and self.letters[i - 2] in "rkN"
        return own and self.words[i - 2] != "كما"

    def _only_published(self, clause: Clause) -> bool:
        """قال فلان في بيان نشر أمس، في خطاب نقله التلفزيون، أشار البرنامج الذي يبث مساء إلى …: a verb of publishing
        that describes the medium."""
        i = clause.first
        described = self.letters[i - 1] in "djmi" or (self.letters[i - 1] == "R" and not clause.word.enclitic)
        return described and clause.word.lemma in PUBLISHING and "V" in self.letters[clause.sentence[0] : i]

    def _also_noun(self, i: int) -> bool:
        return any(word.form == "verbal_noun" for word in cue_readings(self.reading.lexicon, self.words[i]))


_OWN = ("ه", "ها", "هم", "هن")
