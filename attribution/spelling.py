"""How the document spells a mention: the words that tell who it is, the longest form of a name, its gloss.

Words are compared without articles and in one spelling, so that الأميركي and أمريكي are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from sys import intern

from attribution.marks import DOUBLE
from attribution.mentions import Mention
from attribution.tokens import Reading

Words = tuple[str, ...]
_MARKS = frozenset('"«»()#&*')
_GENITIVES = frozenset("toudimTOUDIMlx")
_UNNAMING = _MARKS | {"s"}  # هذه الوزارة
_OPENS_GLOSS = frozenset("(«")
SELF = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها"))
DUAL = ("ان", "ين", "ا")
_MET = ("ه", "ها", "هم")
_LONGEST_NAME = 5
_REMEMBERED = 100_000  # words: a bound on memory


class Spelling:
    """The words, names and texts of the mentions of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.letters = reading.letters
        self.words = reading.words
        self._texts: dict[tuple[int, int], str] = {}
        self._positions: dict[str, list[int]] = {}

    def _remember_singles(self, mentions: Iterable[Mention]) -> None:
        singles = {self.words[m.span[0]] for m in mentions if m.type == "person" and m.span[1] - m.span[0] == 1}
        for i in compress(count(), map(singles.__contains__, self.words)) if singles else ():
            self._positions.setdefault(self.words[i], []).append(i)

    def _full_name(self, mention: Mention) -> tuple[int, int]:
        """The longest stretch of name words anywhere in the document that holds a name of one word."""
        first, last = mention.span
        if last - first != 1 or self.words[first] == "الله":
            return mention.span
        found = [self._stretch(i) for i in self._positions.get(self.words[first], ())]
        ending = [span for span in found if self.words[span[1] - 1] == self.words[first] and span[1] - span[0] > 1]
        found = [s for s in found if s[1] - s[0] != 2 or s in ending or self._named_by(s)] if ending else found
        return max(found, key=lambda s: (min(s[1] - s[0], _LONGEST_NAME), -s[0]), default=mention.span)

    def _named_by(self, span: tuple[int, int]) -> bool:
        """Whether the last word of a stretch is a known name: not محرز | رغبة, where رياض محرز is named too."""
        return self.words[span[1] - 1] in self.reading.lexicon.names

    def _stretch(self, i: int) -> tuple[int, int]:
        """The name words around token ``i``: known ones, or an unknown one that a title or calling introduces."""
        first, last = i, i + 1
        while first > 0 and first > i - _LONGEST_NAME and self._name_word(first - 1):
            first -= 1
        while self.letters[first] == "B" and first < i and self.words[first] in ("بن", "بنت"):
            first += 1
        while last < len(self.letters) - 1 and last < i + 4 and self._continues(i, last):
            last += 1
        if self.letters[last : last + 2] == "-n" and self.reading.glued(last) and self.reading.glued(last + 1):
            last += 2  # لين تاو-جونغ
        while last > i + 1 and self.letters[last - 1] == "B":
            last -= 1
        return first, last

    def _continues(self, i: int, last: int) -> bool:
        """Whether the token ``last`` goes on with the name that holds token ``i``."""
        letter, after = self.letters[last], self.letters[last + 1]
        met = self.words[last][0] in "يت" and self.words[last].endswith(_MET)  # كانت فلانة | تواعده
        unknown = letter == "w" and not met and after in ",.:qQ«pz\n(" and not self.reading.has_tanwin(last)
        return (letter in "nB" and self.letters[i] == "n") or unknown

    def _name_word(self, i: int) -> bool:
        letter = self.letters[i]
        if letter in "nBA":
            return self.reading.ends[i] + 1 >= self.reading.starts[i + 1]
        if letter == "l" and (self.words[i].startswith("ال") or self.letters[i - 1] == "p"):
            return False  # وزير الخارجية السورية | سالم حداد, في عدن | الخضر
        return letter in "wl" and i > 0 and self.letters[i - 1] in "tThJVvOWMDIxlpy"

    def _name_words(self, span: tuple[int, int]) -> Words:
        """The words of a mention that tell who it is, without articles."""
        first, last = span
        if last - first == 1:
            word = self.words[first]
            return () if self.letters[first] in _UNNAMING or word in SELF else (stem_word(word),)
        words, letters = self.words[first:last], self.letters[first:last]
        if not _UNNAMING.isdisjoint(letters) or not SELF.isdisjoint(words):
            named = zip(words, letters, strict=True)
            words = [word for word, letter in named if letter not in _UNNAMING and word not in SELF]
        return tuple(map(stem_word, words))

    def _stems(self, span: tuple[int, int]) -> Words:
        """The words of a span but for marks, without articles."""
        words, letters = self.words[slice(*span)], self.letters[slice(*span)]
        if not _MARKS.isdisjoint(letters):
            words = [word for word, letter in zip(words, letters, strict=True) if letter not in _MARKS]
        return tuple(map(stem_word, words))

    def _text(self, span: tuple[int, int]) -> str:
        """`name_of` a span, remembered."""
        text = self._texts.get(span)
        if text is None:
            text = self._texts[span] = name_of(self.reading, span)
        return text

    def _gloss(self, span: tuple[int, int]) -> Words:
        first, last = span
        if last - first == 1 or _OPENS_GLOSS.isdisjoint(self.letters[first + 1 : last]):
            return ()
        opening = next((i for i in range(first + 1, last) if self.letters[i] in "(«"), last)
        return tuple(stem_word(self.words[i]) for i in range(opening + 1, last) if self.letters[i] not in _MARKS)

    def _dual(self, span: tuple[int, int]) -> bool:
        """رئيسا البلديتين, نقابتان: the dual of a noun that speaks."""
        word, lexicon = stem_word(self.words[span[0]]), self.reading.lexicon
        if not word.endswith(DUAL):
            return False
        chained = word.endswith("ا") and span[1] - span[0] > 1 and self.letters[span[0] + 1] in _GENITIVES
        stem = word[:-2] if word.endswith(("ان", "ين")) else word[:-1] if chained else ""
        single = stem[:-1] + "ة" if stem.endswith("ت") else stem
        return word not in lexicon.plurals and len(stem) > 2 and lexicon.classes.get(single, "") in tuple("tou")


def name_of(reading: Reading, span: tuple[int, int]) -> str:
    """The words of a span as a name: للوزارة names الوزارة; a mark without its partner is none of it."""
    first, last = span
    starts, word = reading.starts, reading.words[first]
    text = reading.view.bare[starts[first] : reading.ends[last - 1]]
    if first > 0 and starts[first - 1] == starts[first] and reading.words[first - 1] == "ل":
        text = "ال" + text[1 + (len(word) <= len(text.split()[0])) :]
    if last - first > 1 or "#" in text:
        text = " ".join(text.replace("#", "").split())
    if not _MARKS.isdisjoint(reading.letters[first:last]) and sum(character in DOUBLE for character in text) % 2:
        text = text.strip("".join(DOUBLE)).rstrip()
    return text


class _Stems(dict[str, str]):
    """Words without their article, in one spelling; remembered, since a look-up is what most mentions cost."""

    def __missing__(self, word: str) -> str:
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        stem = intern(bare.replace("اميرك", "امريك"))
        if len(self) < _REMEMBERED:
            self[word] = stem
        return stem


stem_word = _Stems().__getitem__  # الأميركي and أمريكي are the same
