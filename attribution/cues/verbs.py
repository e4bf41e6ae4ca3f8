"""Finite verbs of saying: فعل + فاعل + مفعول."""

from __future__ import annotations

from attribution.cues.backward import Backward
from attribution.cues.clause import PLACED, RELAYING, Clause, Complement
from attribution.cues.nominals import Nominals
from attribution.cues.subjects import Subjects
from attribution.mentions import Mention


class Verbs(Subjects, Nominals, Backward):
    """Reads finite verbs."""

    def verb(self, clause: Clause) -> Clause | None:
        """فعل + فاعل + مفعول: قال الوزير إن …, أعلنت الوزارة تمديد …"""
        polarity = self._polarity(clause.first, clause.word.tense) or clause.word.polarity
        if self._no_verb(clause.first) or (clause.word.enclitic and self._carrier(clause) >= 0):
            return None
        if polarity == "unreal" or not self._may_own(clause):
            return None
        clause = clause._replace(polarity=polarity)
        limit = self._limit(clause)
        i = self._skip(clause.last, limit)
        subject, obj, after = self._subject_and_object(clause, i, limit)
        if clause.word.lemma in PLACED and subject is None and self.words[i] in ("في", "فى", "ب"):
            subject, after = self._bearer(i + 1, limit)
        if self._considered(clause, subject, i):
            return None
        spoken = self._tongue(after, limit)
        if spoken is not None:
            subject, after = spoken, spoken.last
        relays = clause.word.lemma in RELAYING
        if relays:
            obj, after = self._relayed(after, limit)
            if obj is None:
                return None
        complement = self._quoted_before(clause, after) or self._backward(clause, after)
        if complement is not None and self._looks_back(clause):
            pass
        elif "weak" in clause.word.takes and not relays:
            complement = self._close_complement(clause, after, limit) or self._quoted_before(clause, after)
        elif not (relays and self.letters[self._skip(after, limit)] == "S"):
            named = clause._replace(subject=subject)
            complement = self._complement(named, after, limit) or self._quoted_before(clause, after)
        if complement is not None and complement.kind == "noun" and clause.word.form == "passive":
            return None
        if complement is not None and clause.word.lemma in PLACED and not self._placed(subject, after, complement):
            complement = None
        complement = complement or self._backward(clause, after)
        if complement is not None and self._moved_by_thing(clause, complement):
            return None
        if complement is not None and "نقلا" in self.words[after : complement.at]:
            complement = None  # قالت الوكالة نقلا عن فلان إن …
        clause = clause._replace(subject=subject, object=obj, complement=complement)
        if complement is None:
            self.bare.setdefault(clause.first, clause)
            return None
        return clause

    def _may_own(self, clause: Clause) -> bool:
        """أبلغه، وصفها: a pronoun fits a verb that has an object; ما قاله fits them all."""
        fits = bool(clause.word.takes & {"obj", "object2", "np"})
        before = self.words[clause.first - 1]
        resumes = before in ("ما", "مما") and not clause.word.takes & {"object2", "b"}
        return (fits and not resumes) or not clause.word.enclitic or self._looks_back(clause)

    def _moved_by_thing(self, clause: Clause, complement: Complement) -> bool:
        """مما أكد صحة …, ما دعا فلانا إلى …: ما is the subject, and a fact does not speak; but ما قالت إنه …"""
        if self.words[clause.first - 1] not in ("ما", "مما", "بما"):
            return False
        if self.letters[clause.first - 2] in "zuwm" and self.words[clause.first - 2].endswith(("ا", "ة")):
            return False  # غالبا ما تعترف: this ما means nothing
        forward = complement.kind in ("that", "noun", "preposition", "colon") and not clause.word.enclitic
        taken_up = self.words[complement.at].endswith(("ه", "ها", "هم")) and complement.kind == "that"
        described = clause.word.lemma == "وصف"  # ما يوصف بـ…
        return forward and not taken_up and not described

    def _placed(self, subject: Mention | None, after: int, complement: Complement) -> bool:
        """جاء في البيان أن …, وجاء ذلك: it is said only where the document, or nothing, stands between."""
        between = self.letters[after : complement.at]
        return complement.kind in ("before", "clause") or not any(letter in "VvP" for letter in between)

    def _no_verb(self, i: int) -> bool:
        """بعد كشف البلدية عن …: a noun behind its preposition; فيما ودعت: the و is the verb's own."""
        before = self.letters[i - 1] if i else ""
        if before == "p":
            return self.words[i - 1] not in ("ل", "حتى", "منذ", "مثل", "من")
        return before == "&" and self.reading.glued(i) and i > 1 and self.letters[i - 2] in "rkN"
