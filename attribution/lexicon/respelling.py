"""A word as a taught writer spells it: الحكومه → الحكومة, الي → إلى, التركى → التركي.

Many writers type ه for a final ة, ي for a final ى, or ى for a final ي.  A writer with such a habit leaves it open which
letter is meant; the lexicon tells in most words, `respellings.tsv` where it does not or where both are words (كتابه,
كتابة), by the one that is more frequent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution.lexicon.builder import shipped_rows
from attribution.lexicon.words import Words, enclitic_splits
from attribution.view import fold

HABITS = ("هة", "يى", "ىي")  # the letter that is typed and the one that is meant
_LISTED, _CONJUGATED, _OWNED = 3, 2, 1  # how sure it is that a string is a word
_ADJECTIVAL = frozenset(("j", "n", ""))  # no pronoun is written on these
_MEMORY = 200_000  # words remembered: a bound on memory
_OPEN = frozenset("toudimjnxlhSVPvz")  # the classes of words that the article may stand before
_SHORTEST = 3
_OTHER = {"ه": "ة", "ة": "ه", "ي": "ى", "ى": "ي"}


@lru_cache(2)
def _decided(always: bool = False) -> dict[str, str]:
    """The words of the table, in both spellings, and the letter that they end in when spelt as taught.

    ``always``: only those that hardly anybody means by the other spelling (الي, فى), whatever his habits.
    """
    rows = shipped_rows("respellings", "word when")
    words = [fold(row["word"]) for row in rows if always in (row["when"] == "always", False)]
    return {word[:-1] + last: word[-1] for word in words for last in (word[-1], _OTHER[word[-1]])}


class Respelling(dict[str, str]):
    """A word as written to the word as taught, for writers of some of the `HABITS`; each is read once and remembered.

    Without a habit only what is no word at all as it is written is respelt.
    """

    def __init__(self, words: Words, habits: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.words = words
        self.classes = words.lexicon.classes
        self.inside = frozenset(word for phrase in words.lexicon.phrases for word in phrase)  # of names: بصرى الشام
        self.meant = {"ة": ("ه", False), **{habit[0]: (habit[1], habit in habits) for habit in HABITS}}

    def __missing__(self, written: str) -> str:
        typed = written[-1]
        meant, habit = self.meant.get(typed, ("", False))
        taught = written
        if meant and len(written) > 1 and not (written[0] == "آ" and meant == "ى"):  # آلي is not إلى
            other = written[:-1] + meant
            decides = self._means if habit else self._must_mean
            taught = other if decides(fold(written), fold(other)) else written
        if len(self) < _MEMORY:
            self[written] = taught
        return taught

    def _must_mean(self, written: str, other: str) -> bool:
        for rest in rests(written):
            if rest in _decided(always=True):
                return _decided(always=True)[rest] == other[-1]
            if self._listed(rest) or rest in self.inside:
                return False
        return other[-1] != "ه" and not self._strength(written)[0] and self._strength(other)[0] == _LISTED

    def _means(self, written: str, other: str) -> bool:
        """Whether a writer who has the habit means the other word."""
        for rest, rest_other in zip(rests(written), rests(other), strict=True):
            decided = _decided().get(rest)
            if decided:
                return decided == other[-1]
            if self._listed(rest_other):
                return other[-1] in "ةي" or not self._listed(rest)
            if self._listed(rest):
                return False
        strength, letter = self._strength(written)
        if other[-1] == "ة":
            return _feminine(written, letter) if strength < _CONJUGATED else False
        known = self._strength(other)[0]
        return known > strength or (known == strength and other[-1] == "ي")

    def _strength(self, word: str) -> tuple[int, str]:
        """How sure it is that a folded string is a word, and the class by which it is."""
        found = [self._known(rest) for rest in rests(word)]
        return max(found, key=lambda known: known[0])

    def _known(self, word: str) -> tuple[int, str]:
        letter = self._listed(word)
        if letter or word.startswith("ال"):
            return (_LISTED if letter else 0), letter
        if self.words.conjugated(word) or self.words.future(word):
            return _CONJUGATED, "v"
        for stem, enclitic in enclitic_splits(word):
            letter = self.classes.get(stem, "") or self.words.conjugated(stem) if enclitic == "ه" else ""
            if letter:
                return _OWNED, letter
        return 0, ""

    def _listed(self, word: str) -> str:
        """The class of a word that stands in the tables, with or without the article."""
        letter = self.classes.get(word, "")
        if letter or not word.startswith("ال"):
            return letter
        letter = self.classes.get(word[2:], "")
        return letter if letter in _OPEN else ""


def _feminine(written: str, letter: str) -> bool:
    """Whether a word in ه is rather one in ة that no table holds; ``letter`` is the class of what stands before the ه.

    No pronoun is written on adjectives; لغته has one, and so have عطاه, دعوه.
    """
    return written[-2] not in "اوت" and letter in _ADJECTIVAL


def rests(word: str) -> Iterator[str]:
    """A word, and what is left of it without the letters that may be conjunctions and prepositions.

    >>> list(rests("وللحكومة"))
    ['وللحكومة', 'للحكومة', 'الحكومة', 'حكومة', 'لحكومة']
    """
    yield word
    if word[0] in "وف" and len(word) > _SHORTEST:
        word = word[1:]
        yield word
    if word.startswith("لل") and len(word) > _SHORTEST:
        yield "ال" + word[2:]
        yield word[2:]
        yield word[1:]
    elif word[0] in "بكل" and len(word) > _SHORTEST:
        yield word[1:]
