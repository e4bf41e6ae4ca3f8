"""Complements that stand before their verb: a quotation, a clause, an antecedent."""

from __future__ import annotations

from attribution.cues.clause import Clause, Complement
from attribution.cues.complements import Complements


class Backward(Complements):
    """Finds what is reported before the cue."""

    def _looks_back(self, clause: Clause) -> bool:
        """هذا ما قاله فلان; الذي أعلنته الوزارة: what is said stands before the verb."""
        i = clause.first - 1
        pointed = i > 0 and self.words[i] == "ما" and self.letters[i - 1] == "s"
        takes = clause.word.takes
        told = "np" in takes and "object2" not in takes and bool(clause.word.enclitic)
        return pointed or (self.letters[i] == "R" and told)

    def _backward(self, clause: Clause, after: int) -> Complement | None:
        """What is reported stands before: …، كما قال فلان; الاتفاق الذي أعلنته الوزارة."""
        i = clause.first - 1
        if i <= clause.sentence[0] or "weak" in clause.word.takes:
            return None
        if self.words[i] == "كما" and self.letters[i - 1] == "," and not clause.word.enclitic:
            return Complement("clause", after, after)
        if self.words[i] == "ما" and self.words[i - 1] == "على" and self.letters[i - 2] in ",»":
            return Complement("clause", after, after)  # …، على ما ذكرت مصادر
        if self.letters[i] == "R" and clause.word.enclitic in ("ه", "ها") and clause.word.takes & {"np", "an"}:
            return self._antecedent(i, clause.sentence[0])
        return None

    def _antecedent(self, i: int, first: int) -> Complement | None:
        stop = i - 1 if self.letters[i - 1] == "," else i
        for start in range(max(first, stop - 14), stop):
            if self.letters[start - 1] in ",&pVvqQckKe\n.«»:zPR" or start == first:
                end = self.nouns.phrase_end(start, stop, "o")
                if end == stop and self.letters[start] in "tTnwWoOxluUdDmMiIS":
                    return Complement("antecedent", stop, start)
        return None

    def _quoted_before(self, clause: Clause, after: int) -> Complement | None:
        """ "…"، قال فلان: the quotation right before the cue."""
        i = clause.first - 1
        if i > 0 and self.words[i] == "ما" and self.letters[i - 1] == "s":
            i -= 2  # "…" هذا ما قاله فلان
        elif i > 0 and self.words[i] == "كما" and self.letters[clause.sentence[0]] == "«":
            i -= 1  # "…" كما أضاف فلان
        if i >= 0 and self.letters[i] in ",":
            i -= 1
        if "quote" in clause.word.takes and i >= 0 and self.letters[i] == "»":
            return Complement("before", i, after)
        return None
