"""All the cues of a document, in order; look-alikes end here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attribution.cues.clause import Clause, Complement
from attribution.cues.prepositional import Prepositional
from attribution.cues.verbless import Verbless
from attribution.cues.verbs import Verbs
from attribution.lexicon.compiled import CueReading
from attribution.lexicon.words import cue_readings
from attribution.sentences import sentence_of
from attribution.signs import CUE


class ClauseFinder(Verbs, Prepositional, Verbless):
    """Finds the clauses of saying of one document."""

    def find(self) -> list[Clause]:
        """Every clause of saying, in order of the cues."""
        found = []
        for i in self._candidates():
            if i <= self.taken:
                continue
            clause = self._read(i) if self._spelt_as_cue(i) else _UNSPELT[self.letters[i]](self, i)
            if clause is not None:
                found.append(clause)
        return self._without_frames(found)

    def _candidates(self) -> list[int]:
        """The tokens that may be a cue by their class or their word."""
        marked = [match.start() for match in _MARKED.finditer(self.reading.letters)]
        lexicon = self.reading.lexicon
        known = [i for i in self.reading.signed(CUE) if self.words[i] in lexicon.cues or self._begins_phrase(i)]
        return sorted({*marked, *known})

    def _begins_phrase(self, i: int) -> bool:
        return self.words[i + 1].startswith(self.reading.lexicon.cue_seconds[self.words[i]])

    def _spelt_as_cue(self, i: int) -> bool:
        return self.letters[i] not in _UNSPELT or self.words[i] in self.reading.lexicon.cues

    def _read(self, i: int) -> Clause | None:
        sentence = sentence_of(self.starts, i)
        article = self.words[sentence[0]] == "المادة" and self.letters[sentence[0] + 1] == "0"
        if article or self._lookalike(i, sentence[0]):  # المادة 3: the text of a law
            return None
        for last, word in self._readings(i):
            reader = _FORM_READERS.get(word.form)
            clause = reader(self, Clause(i, last, word, sentence)) if reader else None
            if clause is not None and (self.letters[i] in "VPSC" or self._beyond_doubt(clause)):
                return clause
        return None

    def _enclitic(self, word: str, i: int) -> str | None:
        """The pronoun that token ``i`` has besides ``word`` (عن: عنه), "" for none; None when it is another word."""
        if self.words[i] == word:
            return ""
        return self.words[i].removeprefix(word) if self.letters[i] == "y" and self.words[i].startswith(word) else None

    def _readings(self, i: int) -> Iterable[tuple[int, CueReading]]:
        """The ways to read a cue at ``i``, with the token after it: phrases (على حد قول) before single words."""
        word, lexicon = self.words[i], self.reading.lexicon
        found = cue_readings(lexicon, word)
        if self.reading.has_damma(i):
            found = tuple(_passive(reading) for reading in found)
        if self.letters[i - 1] == "," and word.endswith("ا"):
            found = tuple(sorted(found, key=_beside))  # ، طالبا عدم ذكر اسمه: rather حال than the dual
        single = [(i + 1, reading) for reading in found]
        return [*self._phrases(i), *single] if word in lexicon.cue_phrases else single

    def _phrases(self, i: int) -> Iterator[tuple[int, CueReading]]:
        for phrase in self.reading.lexicon.cue_phrases[self.words[i]]:
            last = i + len(phrase)
            if tuple(self.words[i : last - 1]) == phrase[:-1] and last <= len(self.reading.words):
                enclitic = self._enclitic(phrase[-1], last - 1)
                if enclitic is not None:
                    found = self.reading.lexicon.cues[" ".join(phrase)]
                    yield from ((last, word._replace(enclitic=enclitic)) for word in found)

    def _beyond_doubt(self, clause: Clause) -> bool:
        """A word with a commoner other class (بين، عبر) is a cue where it opens a sentence, or right before أن."""
        after = clause.subject.last if clause.subject else clause.last
        complement = clause.complement
        if complement is None:
            return False
        first = clause.first
        if clause.word.form == "participle" and self.letters[first] in "uUtT" and self.letters[first - 1] == "V":
            return False  # يرجح منتقدون أن …: a participle that is a noun, and the subject of the verb
        if clause.word.form == "passive" and "accused" in clause.word.takes and complement.at == clause.last:
            return True
        if self.reading.lexicon.lookalikes.get(self.words[first]) == "hamza" and clause.word.form == "verb":
            return True
        opens = self._opens(first, clause.sentence[0])
        if opens and complement.kind in ("that", "preposition", "colon"):
            return True
        if clause.word.form == "participle" and self.letters[first - 1] == ",":
            return self.words[first].endswith(("ا", "ة", "ين"))  # ، داعية إلى …
        turn = self.letters[first - 1] == "," or (self.letters[first - 1] == "z" and self.words[first - 1][-1] in "هم")
        if clause.word.form == "verb" and (opens or turn) and self._speaks_up(clause, complement):
            return True  # وفي السياق ذاته، طالب الوزير بـ…; من جهته بين الوزير أن …
        if complement.at == clause.last and complement.kind == "that" and self.letters[first - 1] in "nw":
            return True  # الوزير سالم حداد بين أن …
        phrase = clause.last - first > 1 and clause.word.form == "preposition"
        at_once = complement.kind in ("that", "clause") and complement.at <= after
        return phrase or (at_once and self.letters[first] != "p")

    def _speaks_up(self, clause: Clause, complement: Complement) -> bool:
        """Whether somebody known to speak stands right behind the verb; a preposition (بين، عبر) asks for more."""
        subject = clause.subject
        if subject is None:
            return False
        if self.letters[clause.first] != "p" or complement.kind == "preposition":
            return subject.type in ("person", "role", "unnamed")
        return subject.type in ("person", "role") and complement.kind == "that"

    def _without_frames(self, found: list[Clause]) -> list[Clause]:
        """One report a complement: in أكد في تصريح أن …, دراسة نشرت أمس أن … the noun and نشرت only frame it."""
        owners: dict[int, Clause] = {}
        for clause in found:
            if clause.complement and clause.word.form != "verbal_noun":
                owners.setdefault(clause.complement.at, clause)
        return [clause for clause in found if not self._frames(clause, owners)]

    def _frames(self, clause: Clause, owners: dict[int, Clause]) -> bool:
        owner = owners.get(clause.complement.at) if clause.complement else None
        if owner is None or owner is clause:
            return False
        circumstance = self.words[clause.first - 1] in ("في", "خلال")  # أشار في تصريحاته إلى أن …
        noun = clause.word.form == "verbal_noun" and (circumstance or not clause.word.enclitic)
        return noun or (clause.word.form in ("verb", "passive") and self._describes(clause.first))


_MARKED = re.compile("[VPSC:Q]")
_UNSPELT: dict[str, Callable[[ClauseFinder, int], Clause | None]] = {
    ":": ClauseFinder.colon_alone, "Q": ClauseFinder.particle_alone,
}  # fmt: skip
_FORM_READERS: dict[str, Callable[[ClauseFinder, Clause], Clause | None]] = {
    "verb": ClauseFinder.verb, "passive": ClauseFinder.verb, "participle": ClauseFinder.participle,
    "verbal_noun": ClauseFinder.verbal_noun, "preposition": ClauseFinder.preposition,
}  # fmt: skip


def _beside(reading: CueReading) -> bool:
    return reading.form != "participle"


def _passive(reading: CueReading) -> CueReading:
    """ذُكر, أُعلن: the ُ written on the first letter of a past tense."""
    past = reading.form == "verb" and reading.tense == "past" and reading.person == "3"
    return reading._replace(form="passive") if past else reading
