"""Complements that stand before their verb: a quotation, a clause, an antecedent."""

from __future__ import annotations

from attribution.cues.clause import Clause, Complement
from attribution.cues.complements import Complements
from attribution.cues.particles import own_prepositions

_BARE = {"الي": "الى", "علي": "على"}
_RESUMING = frozenset(("عليه", "منه", "اليه", "عنه", "به", "فيه"))  # what brings ما back to its verb
_TOO = frozenset("mMiIdDuUp")  # what a verb has behind it that tells a further thing
_CLOSED = frozenset(".,\n»!?-)")
_POINTING = frozenset(("الامر", "الشيء"))


class Backward(Complements):
    """Finds what is reported before the cue."""

    def _looks_back(self, clause: Clause) -> bool:
        """هذا ما قاله فلان; الذي أعلنته الوزارة: what is said stands before the verb."""
        takes = clause.word.takes
        told = "np" in takes and "object2" not in takes and bool(clause.word.enclitic)
        told = told or self._resumed_behind(clause)
        pointed = self._pointer(clause) >= 0 and "object2" not in takes  # but وهو ما اعتبره خطوة أولى
        return pointed or (self.letters[clause.first - 1] == "R" and told)

    def _pointer(self, clause: Clause) -> int:
        """هذا ما قاله, وهو ما تصر عليه, الأمر الذي نفاه: the token that points back to what is said, or -1."""
        resumed = clause.word.enclitic in ("ه", "ها") or self.words[clause.last] in _RESUMING
        i = clause.first - 1
        while i > 0 and self.letters[i] in "kN":
            i -= 1
        if not resumed or i <= clause.sentence[0]:
            return -1
        i = self._before_subject(i, clause)
        pointing = self.words[i] == "ما" and self.letters[i - 1] in "sg"
        if not pointing and not (self.letters[i] == "R" and self.words[i - 1] in _POINTING):
            return -1
        return i - 2 if self.letters[i - 2] == "&" else i - 1

    def _before_subject(self, i: int, clause: Clause) -> int:
        """وهو ما كانت البلدية تصر عليه: the token before كان and its subject, else ``i``."""
        for k in range(i, max(clause.sentence[0], i - 6), -1):
            if self.letters[k] == "k" and self.words[k - 1] == "ما":
                mention = self.nouns.within(k + 1, clause.first)
                return k - 1 if mention is not None and mention.last == clause.first else i
        return i

    def _backward(self, clause: Clause, after: int) -> Complement | None:
        """What is reported stands before: …، كما قال فلان; الاتفاق الذي أعلنته الوزارة."""
        i = clause.first - 1
        if i <= clause.sentence[0] or "weak" in clause.word.takes:
            return None
        pointer = self._pointer(clause)
        if pointer >= 0:
            return self._clause_before(pointer, clause.sentence[0])
        if self.words[i] == "كما" and self._as_told(clause, after):
            return Complement("clause", after, after)
        if self.words[i] == "ما" and self.words[i - 1] == "على" and self.letters[i - 2] in ",»":
            return Complement("clause", after, after)  # …، على ما ذكرت مصادر
        resumed = clause.word.enclitic in ("ه", "ها") and clause.word.takes & {"np", "an"}
        if self.letters[i] == "R" and (resumed or self._resumed_behind(clause)):
            return self._antecedent(i, clause.sentence[0])
        return None

    def _as_told(self, clause: Clause, after: int) -> bool:
        """…، كما قال فلان; …، كما نقلته الوكالة; … كما يزعمون. — but كما نشر الدليل صورا من …: he did that too"""
        i = clause.first - 1
        own = clause.word.enclitic in ("ه", "ها") and "obj" not in clause.word.takes
        told = "that" in clause.word.takes and clause.word.person != "1" and (own or not clause.word.enclitic)
        if self.letters[i - 1] in "&\n" or not told:
            return False
        if self.letters[i - 1] == "," and not clause.word.takes <= {"that", "quote"}:
            return self.letters[self._past_circumstances(after, clause.sentence[1], frozenset())] not in _TOO
        return clause.subject is not None or self.letters[i - 1] in ",-" or self.letters[after] in _CLOSED

    def _all_quoted(self, i: int, first: int) -> bool:
        """Whether the quotation that ends before token ``i`` opens the sentence."""
        close = i - 1 - (self.letters[i - 1] == ",")
        first += self.letters[first] == "&"
        return self.letters[close] == "»" and self.letters[first] == "«" and self._closing(first) == close

    def _clause_before(self, end: int, first: int) -> Complement | None:
        """…، وهو ما تنفيه فلانة: the clause before it, from its particle if it has one."""
        end -= self.letters[end - 1] == ","
        start = max((k + 1 for k in range(first, end) if self.letters[k] in "qQ"), default=first)
        while start < end and self.letters[start] in "&,\n":
            start += 1
        return Complement("antecedent", end, start) if end - start > 1 else None

    def _resumed_behind(self, clause: Clause) -> bool:
        """الهدنة التي كشفت عنها البلاد: the verb's own preposition with the pronoun of what stands before الذي."""
        if clause.word.takes & {"target", "topic"}:
            return False  # الرسالة التي اطلعت عليها, المحاور التي تحدث عنها
        word = self.words[clause.last]
        stem = next((word.removesuffix(end) for end in ("ها", "ه") if word.endswith(end)), "")
        own = own_prepositions(clause.word.takes)
        return self.letters[clause.last] == "y" and _BARE.get(stem, stem) in own

    def _antecedent(self, i: int, first: int) -> Complement | None:
        stop = i - 1 if self.letters[i - 1] == "," else i
        for start in range(max(first, stop - 14), stop):
            if self.letters[start - 1] in ",&pVvqQckKe\n.«»:zPR" or start == first:
                end = self.nouns.phrase_end(start, stop, "o")
                if end == stop and self.letters[start] in "tTnwWoOxluUdDmMiIS":
                    return Complement("antecedent", stop, self._governing(start, first))
        return None

    def _governing(self, start: int, first: int) -> int:
        """قرار تمكين السكان من السكن، الذي …: an event before a preposition takes what follows it along."""
        if self.letters[start - 1] != "p":
            return start
        for head in range(start - 2, max(first, start - 8) - 1, -1):
            if self.letters[head] in ",&pVvqQckKe\n.«»:zPR":
                break
            if self.letters[head] in "iS" and (self.letters[head - 1] in ",&pVvqQckKe\n.«»:zPRmo" or head == first):
                return head - (self.letters[head - 1] in "mo")
        return start

    def _quoted_before(self, clause: Clause, after: int) -> Complement | None:
        """ "…"، قال فلان: the quotation right before the cue."""
        i = clause.first - 1
        if i > 0 and self.words[i] == "ما" and self.letters[i - 1] == "s":
            i -= 2  # "…" هذا ما قاله فلان
        elif i > 0 and self.words[i] == "كما" and self._all_quoted(i, clause.sentence[0]):
            i -= 1  # "…" كما أضاف فلان
        if i >= 0 and self.letters[i] in ",":
            i -= 1
        if "quote" not in clause.word.takes or i < 0 or self.letters[i] != "»":
            return None
        opener = self.letters.rfind("«", 0, i)
        return None if self._closing(opener) == i and self._holds_name(opener) else Complement("before", i, after)
