"""All the cues of a document, in order; look-alikes end here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count

from attribution.cues.clause import Clause
from attribution.cues.prepositional import Prepositional
from attribution.cues.verbless import Verbless
from attribution.cues.verbs import Verbs
from attribution.lexicon.tables import CueReading
from attribution.lexicon.words import cue_readings
from attribution.sentences import sentence_of


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
        known = compress(count(), map(lexicon.cues.__contains__, self.reading.words))
        first = compress(count(), map(lexicon.cue_phrases.__contains__, self.reading.words))
        begun = [i for i in first if self.words[i + 1].startswith(lexicon.cue_seconds[self.words[i]])]
        return sorted({*marked, *known, *begun})

    def _spelt_as_cue(self, i: int) -> bool:
        return self.letters[i] not in _UNSPELT or self.words[i] in self.reading.lexicon.cues

    def _read(self, i: int) -> Clause | None:
        sentence = sentence_of(self.starts, i)
        if self._lookalike(i, sentence[0]):
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
        single = [(i + 1, reading) for reading in cue_readings(lexicon, word)]
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
        opens = self._opens(clause.first, clause.sentence[0]) and complement.kind in (
            "that",
            "preposition",
            "colon",
        )
        phrase = clause.last - clause.first > 1 and clause.word.form == "preposition"
        return (
            opens
            or phrase
            or (complement.kind in ("that", "clause") and complement.at <= after and self.letters[clause.first] != "p")
        )

    def _without_frames(self, found: list[Clause]) -> list[Clause]:
        """أكد فلان في تصريح أن …: the noun only frames the verb whose complement it would share."""
        marked = {c.complement.at for c in found if c.complement and c.word.form != "verbal_noun"}
        return [
            c
            for c in found
            if c.word.form != "verbal_noun" or c.word.enclitic or not c.complement or c.complement.at not in marked
        ]


_MARKED = re.compile("[VPSC:Q]")
_UNSPELT: dict[str, Callable[[ClauseFinder, int], Clause | None]] = {
    ":": ClauseFinder.colon_alone, "Q": ClauseFinder.particle_alone,
}  # fmt: skip
_FORM_READERS: dict[str, Callable[[ClauseFinder, Clause], Clause | None]] = {
    "verb": ClauseFinder.verb, "passive": ClauseFinder.verb, "participle": ClauseFinder.participle,
    "verbal_noun": ClauseFinder.verbal_noun, "preposition": ClauseFinder.preposition,
}  # fmt: skip
