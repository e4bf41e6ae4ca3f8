"""Participles and verbal nouns of saying: حال, مصدر."""

from __future__ import annotations

from dataclasses import replace

from attribution.cues.clause import Clause, Complement
from attribution.cues.complements import PREPOSITION_WORDS, Complements, own_prepositions


class Nominals(Complements):
    """Reads participles and verbal nouns."""

    def participle(self, clause: Clause) -> Clause | None:
        """حال: …، مضيفا أن …, قائلا: "…" """
        limit = self._limit(clause)
        after = clause.last
        obj = None
        word = self.words[clause.first]
        apart = word.endswith("ا") or self.letters[clause.first - 1] in ",&»)z"
        if not word.endswith(("ا", "ة", "ه", "ين", "ات", "ون")) and self.letters[clause.first - 1] not in "g,":
            return None  # واجد: a noun like any other
        if not apart and self.letters[after] not in "qQ:«" and self.letters[after + 1] not in "qQ«":
            return None
        if "obj" in clause.word.takes:
            j = self._skip(after, limit)
            marked = self._marked(clause.word.takes, own_prepositions(clause.word.takes), j, limit)
            end = marked.at if marked else limit
            obj = self.nouns.at(j, end, bounded=marked is not None) if self.letters[j] not in "iIS«p" else None
            after = obj.last if obj else after
        complement = self._complement(clause, after, limit)
        if complement is None or not self._only_circumstances(after, complement.at):
            return None
        return replace(clause, object=obj, complement=complement)

    def verbal_noun(self, clause: Clause) -> Clause | None:
        """مصدر: قوله إن …, تأكيد الوزارة أن …, تصريحات بأن … — only with a clause or quoted words."""
        limit = self._limit(clause)
        subject = None
        after = clause.last
        if not clause.word.enclitic:
            subject = self.nouns.at(after, limit)
            after = subject.last if subject else after
        takes = clause.word.takes | {"that", "quote"}
        prepositions = PREPOSITION_WORDS["b"] | PREPOSITION_WORDS["ila"] | PREPOSITION_WORDS["ala"]
        found = self._marked(takes, prepositions | PREPOSITION_WORDS["min"], after, min(limit, after + 12))
        if found is None or found.kind == "preposition" or (not clause.word.enclitic and found.at > after + 1):
            return self._carried(clause, limit)
        if not self._nominally(clause, found):
            return None
        if self.words[clause.first - 1] == "ب" and self.reading.glued(clause.first):
            clause = replace(clause, first=clause.first - 1)  # بالقول، بقولها
        return replace(clause, subject=subject, complement=found)

    def _nominally(self, clause: Clause, found: Complement) -> bool:
        """التأكيد أن …, but الاتهامات "باطلة": a definite noun has only a clause, and that at once."""
        if not self.words[clause.first].startswith("ال") or self.words[clause.first] == "القول":
            return True
        return found.kind == "that" and "that" in clause.word.takes and found.at <= clause.last + 1

    def _carried(self, clause: Clause, limit: int) -> Clause | None:
        """أعادت ألمانيا تأكيد التزامها, تم الإعلان عن …: a light verb before the noun of saying."""
        first = clause.sentence[0]
        for k in range(clause.first - 1, max(first, clause.first - 8) - 1, -1):
            relative = self.letters[k - 1] in "Rr" and self.words[k - 1] != "كما"
            if self.words[k] in self.reading.lexicon.light and not relative:
                break
            if self.letters[k] in "VPqQ,.«»RS":
                return None
        else:
            return None
        start = self._skip(k + 1, clause.first)
        subject = (
            self.nouns.within(start, clause.first) if start < clause.first and self.letters[start] != "p" else None
        )
        complement = self._complement(clause, clause.last, limit)
        return replace(clause, subject=subject, complement=complement) if complement else None
