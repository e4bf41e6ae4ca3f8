"""Prepositional cues: بحسب فلان, وفقا ل…, حسبما أعلنت الوزارة."""

from __future__ import annotations

from dataclasses import replace

from attribution.cues.clause import PLACED, RELAYING, Clause, Complement
from attribution.cues.subjects import Subjects
from attribution.lexicon.words import cue_readings
from attribution.mentions import Mention

_NOUN_START = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")


class Prepositional(Subjects):
    """Reads prepositional phrases that name a source."""

    def preposition(self, clause: Clause) -> Clause | None:
        """بحسب الوزارة، فإن … ; …، وفق ما أعلنت الوزارة"""
        limit = self._limit(clause)
        i = clause.last
        if (self.letters[i] in "SI" and self._owned(i)) or "self" in clause.word.takes:
            self.tails.add(clause.first)
            return None
        if "li" in clause.word.takes and self.words[i] != "لما":
            if self.letters[i] != "p" or self.words[i] != "ل":
                return None
            i += 1
        if (
            self.letters[i] == "r"
            or self.words[i] == "لما"
            or (self.letters[i] == "V" and clause.word.takes == {"clause"})
        ):
            return self._reported_source(clause, i, limit)
        comma = self._comma(i, limit)
        i += self.letters[i] == "S" and self.letters[i + 1] in _NOUN_START  # بحسب تصريحات الوزير
        subject = self.nouns.at(i, comma)
        if subject is None:
            return None
        if subject.type == "role" and subject.last == comma:
            subject = self._apposed(subject, limit)
        if self.letters[subject.span[0]] in "mMiIS" and subject.type != "person":
            return None  # وفقا للقانون: a thing that does not speak
        last = clause.last + (self.words[clause.last] == "ل")
        return replace(clause, last=last, subject=subject, complement=Complement("clause", subject.last, subject.last))

    def _reported_source(self, clause: Clause, i: int, limit: int) -> Clause | None:
        """وفق ما أعلنت الوزارة: one attribution; the verb only names who says it."""
        verb = i + 1 if self.letters[i] == "r" or self.words[i] == "لما" else i
        while verb < limit and self.letters[verb] in "ky":
            verb += 1
        readings = [
            word for word in cue_readings(self.reading.lexicon, self.words[verb]) if word.form in ("verb", "passive")
        ]
        if self.letters[verb] != "V" or not readings:
            return None
        start = self._skip(verb + 1, limit)
        if readings[0].lemma in PLACED and self.letters[start] == "p":
            start += 1
        end = self._comma(start, limit)
        subject = self.nouns.within(start, end)
        via, after = None, subject.last if subject else verb + 1
        if readings[0].lemma in RELAYING:
            source, end = self._relayed(after, limit)
            if source is not None:
                subject, via, after = source, subject, end
        if subject is None and any(letter in "VP" for letter in self.letters[clause.sentence[0] : clause.first]):
            self.tails.add(clause.first)  # وفقا لما كتبه: said already, by the same speaker
            self.taken = verb
            return None
        self.taken = verb
        last = clause.last + (self.words[clause.last] == "ل")
        return replace(clause, last=last, subject=subject, via=via, complement=Complement("clause", after, after),
                       evidence=("cue:reported-source",))  # fmt: skip

    def _apposed(self, role: Mention, limit: int) -> Mention:
        """نقلا عن نائب الوزير، فلان، …: the name between commas behind a title."""
        person = self.nouns.at(role.first, limit)
        return person if person is not None and person.type == "person" else role
