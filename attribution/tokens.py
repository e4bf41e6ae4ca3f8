"""The text as tokens: words cut from their proclitics, marks facing their way, one class letter a token."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from attribution.lexicon import Lexicon
from attribution.lexicon.words import Words
from attribution.marks import Pair, pair_marks
from attribution.view import View, fold

_ARABIC = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_TOKEN = re.compile(rf"[{_ARABIC}]+|[^\W_{_ARABIC}]+|\n+|[^\w\s]|_")
_PUNCTUATION = {
    "،": ",",
    "؛": ";",
    ";": ";",
    "؟": "?",
    "?": "?",
    "!": "!",
    "–": "-",
    "—": "-",
    "…": ".",
    "[": "(",
    "]": ")",
}
_SHORTEST_REST = 4  # letters behind ب / ل / و, below which a word is rather whole
_SAME = frozenset(",.:()-#@/%")


@dataclass(slots=True)
class Reading:
    """What the stages after it look at: the view, its tokens and its quotations.

    ``letters[i]`` is the class of token ``i``, ``words[i]`` its folded spelling, ``starts`` and ``ends`` its offsets in
    the view.  « and » stand for paired marks whatever their shape, ``"`` for a mark without a partner.
    """

    view: View
    words: list[str]
    letters: str
    starts: list[int]
    ends: list[int]
    pairs: tuple[Pair, ...]
    lexicon: Lexicon
    openers: dict[int, Pair] = field(default_factory=dict)  # token of the opening mark
    token_at: dict[int, int] = field(default_factory=dict)  # offset of a mark to its token

    def text(self, first: int, last: int) -> str:
        """The view's text of the tokens ``first`` up to but not including ``last``."""
        return self.view.bare[self.starts[first] : self.ends[last - 1]]

    def spelt(self, token: int) -> str:
        """The unfolded spelling of a token: إن and أن differ here."""
        return self.view.bare[self.starts[token] : self.ends[token]]

    def token_from(self, offset: int) -> int:
        """The first token that starts at ``offset`` of the view or after it."""
        return bisect_left(self.starts, offset)

    def glued(self, token: int) -> bool:
        """Whether no space stands before the token."""
        return token > 0 and self.starts[token] == self.ends[token - 1]


def read_tokens(view: View, words: Words) -> Reading:
    """The tokens of a view, in order; together they hold every character that is not white space."""
    out_words: list[str] = []
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    folded = fold(view.bare)
    alone = _Standing(view.bare)
    for match in _TOKEN.finditer(view.bare):
        at, word = match.start(), match.group()
        first = word[0]
        if not first.isalnum():
            letters.append("\n" if first == "\n" else _PUNCTUATION.get(word) or (word if word in _SAME else "*"))
            out_words.append(word)
            starts.append(at)
            ends.append(match.end())
            continue
        classes, widths = words[word]
        if classes == "w" and word[0] in "بلو" and alone.has(word[1:]):
            rest = words[word[1:]]
            classes, widths = ("&" if word[0] == "و" else "p") + rest[0], (1, *rest[1])
        letters.append(classes)
        for width in widths:
            piece = folded[at : at + width] or "ل"  # the ل of لل has no width of its own …
            out_words.append("ا" + piece[1:] if widths[0] == 0 and width else piece)  # … and للأمم holds الأمم
            starts.append(at)
            at += width
            ends.append(at if width else at + 1)
    reading = Reading(view, out_words, "".join(letters), starts, ends, pair_marks(view.bare), words.lexicon)
    _face_marks(reading)
    _join_phrases(reading)
    return reading


class _Standing:
    """The words of one text, gathered when the first unknown word asks: لرودسكوي holds رودسكوي if that stands alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        if len(word) < _SHORTEST_REST:
            return False
        if not self.words:
            self.words = frozenset(_TOKEN.findall(self.text))
        return word in self.words


def _face_marks(reading: Reading) -> None:
    """Write « and » for the marks of each pair."""
    if not reading.pairs:
        return
    opens = {pair.start: pair for pair in reading.pairs}
    closes = {pair.end - 1 for pair in reading.pairs if pair.closed}
    letters = list(reading.letters)
    for token, start in enumerate(reading.starts):
        if letters[token] == "*" and start in opens:
            letters[token] = "«"
            reading.openers[token] = opens[start]
            reading.token_at[start] = token
        elif letters[token] == "*" and start in closes:
            letters[token] = "»"
            reading.token_at[start] = token
    reading.letters = "".join(letters)


def _join_phrases(reading: Reading) -> None:
    """Give every token of a name of several words (الولايات المتحدة) the class of the name."""
    phrases, words = reading.lexicon.phrases, reading.words
    firsts, longest = _phrase_index(reading.lexicon)
    hits = [i for i, word in enumerate(words) if word in firsts]
    if not hits:
        return
    letters = list(reading.letters)
    for i in hits:
        for length in range(longest, 1, -1):
            letter = phrases.get(tuple(words[i : i + length]))
            if letter and i + length <= len(letters):
                letters[i : i + length] = _phrase_letters(letter, words[i : i + length])
                break
    reading.letters = "".join(letters)


def _phrase_letters(letter: str, words: list[str]) -> list[str]:
    """A class a word: all the same for a name; in a title or a noun phrase a definite word closes it (T, O …)."""
    if letter in "xlhz":
        return [letter] * len(words)
    return [letter, *(letter.upper() if word.startswith("ال") else letter for word in words[1:])]


def _phrase_index(lexicon: Lexicon) -> tuple[frozenset[str], int]:
    key = id(lexicon)
    if key not in _INDEXES:
        firsts = frozenset(words[0] for words in lexicon.phrases)
        _INDEXES[key] = firsts, max(map(len, lexicon.phrases), default=0)
    return _INDEXES[key]


_INDEXES: dict[int, tuple[frozenset[str], int]] = {}
