"""What stands between two spaces, cut into tokens once and remembered.

News repeats itself: nearly every stretch between two spaces (قال, «الوزير», والتجارة،) was seen before, so a text costs
one look-up a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Set
from itertools import chain
from sys import intern
from typing import TypeVar

from attribution.lexicon.respelling import Respelling
from attribution.lexicon.words import Words
from attribution.signs import NONE
from attribution.view import fold

_ARABIC = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_LETTERS = frozenset(filter(re.compile(f"[{_ARABIC}]").match, map(chr, range(0x621, 0x6D4))))
_TOKEN = re.compile(rf"[{_ARABIC}]+|[^\W_{_ARABIC}]+|\n+|[^\w\s]|_")
_SPREAD = re.compile("(?:^| )( *[^ ]+)")
_PUNCTUATION = {
    "،": ",", "؛": ";", ";": ";", "؟": "?", "?": "?", "!": "!", "–": "-", "—": "-", "…": ".", "[": "(", "]": ")",
}  # fmt: skip
_SAME = frozenset(",.:()-#@/%")
_SHORTEST_REST = 4  # letters behind ب / ل / و, below which a word is rather whole
_DOUBTFUL = "~"  # the class of an unknown word in ب / ل / و until the rest of the text settles it
_FEW = 8  # words worth a search through the text each
_MEMORY = 100_000  # chunks remembered: a bound on memory
_LONGEST = 40  # characters of a chunk worth remembering
Value = TypeVar("Value", bound=Hashable)


# of the tokens of a chunk: a class letter each, a sign each, the folded words, and the steps from edge to edge: to the
# start of the first token (from behind the chunk before), to its end, to the start of the second …  Every chunk has a
# token, so that the steps of a text alternate too.  Plain tuples, which the garbage collector need not look at again.
Chunk = tuple[str, str, tuple[str, ...], tuple[int, ...]]
Tokens = tuple[str, str, list[str], Iterable[int]]


class Chunks(dict[str, Chunk]):
    """Chunk to its tokens; new ones are cut once and remembered."""

    def __init__(self, words: Words, signs: Mapping[str, str], habits: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.vocabulary = words
        self.signs = signs
        self.habits = habits
        self.taught = Respelling(words, habits)
        self._shared: dict[object, object] = {}  # the few different letters, signs and steps, each once in memory

    def __missing__(self, text: str) -> Chunk:
        chunk = self._cut(text, frozenset())
        if len(self) < _MEMORY and len(text) <= _LONGEST:
            self[text] = chunk
        return chunk

    def read(self, bare: str) -> Tokens:
        """Letters, signs, words and steps of all chunks of a view."""
        texts = between_spaces(bare)
        found = list(map(self.__getitem__, texts))
        if not found:
            return "", "", [], ()
        letters, signs, words, steps = zip(*found, strict=True)
        classes = "".join(letters)
        if _DOUBTFUL in classes:
            if self._settle(bare, texts, letters, found):
                letters, signs, words, steps = zip(*found, strict=True)
            classes = "".join(letters).replace(_DOUBTFUL, "w")
        return classes, "".join(signs), list(chain.from_iterable(words)), chain.from_iterable(steps)

    def _settle(self, bare: str, texts: list[str], letters: tuple[str, ...], found: list[Chunk]) -> bool:
        """Cut the proclitic from a doubtful word whose rest stands alone: لرودسكوي holds رودسكوي; whether one was."""
        doubtful = {i: _TOKEN.findall(texts[i]) for i, classes in enumerate(letters) if _DOUBTFUL in classes}
        rests = {token[1:] for tokens in doubtful.values() for token in tokens if _may_hold_proclitic(token)}
        if len(rests) <= _FEW:
            standing: Set[str] = {rest for rest in rests if _stands_alone(rest, bare)}
        else:
            standing = rests.intersection(_TOKEN.findall(bare))
        for i, tokens in doubtful.items() if standing else ():
            if any(token[1:] in standing for token in tokens):
                found[i] = self._cut(texts[i], standing)
        return bool(standing)

    def _cut(self, text: str, standing: Set[str]) -> Chunk:
        """The tokens of a chunk; a doubtful word stays so unless its rest is among the words ``standing`` alone."""
        letters: list[str] = []
        words: list[str] = []
        steps: list[int] = []
        edge = -1  # the space before the chunk
        for match in _TOKEN.finditer(text):
            written, at = match.group(), match.start()
            token = self.taught[written]
            classes, widths = self._classes(token, written[1:] in standing)
            letters.append(classes)
            words += self._pieces(fold(token), widths)
            for width in widths:
                end = at + width if width else at + 1
                steps += (at - edge, end - at)
                edge, at = end, at + width
        signs = "".join([self.signs.get(word, NONE) for word in words])
        return self._once("".join(letters)), self._once(signs), tuple(map(intern, words)), self._once(tuple(steps))

    def _once(self, value: Value) -> Value:
        """The same value in the same place in memory as before."""
        return self._shared.setdefault(value, value)  # type: ignore[return-value]

    def _pieces(self, folded: str, widths: tuple[int, ...]) -> list[str]:
        pieces = []
        at = 0
        for width in widths:
            piece = folded[at : at + width] or "ل"  # the ل of لل has no width of its own …
            pieces.append(self.vocabulary.behind_lam(piece) if widths[0] == 0 and width else piece)
            at += width  # … and للأمم holds الأمم
        return pieces

    def _classes(self, token: str, standing: bool) -> tuple[str, tuple[int, ...]]:
        if not token[0].isalnum():
            mark = "\n" if token[0] == "\n" else _PUNCTUATION.get(token) or (token if token in _SAME else "*")
            return mark, (len(token),)
        classes, widths = self.vocabulary[token]
        if classes != "w" or not _may_hold_proclitic(token):
            return classes, widths
        if not standing:
            return _DOUBTFUL, widths
        rest = self.vocabulary[token[1:]]
        return ("&" if token[0] == "و" else "p") + rest[0], (1, *rest[1])


def _may_hold_proclitic(token: str) -> bool:
    return token[0] in "بلو" and len(token) > _SHORTEST_REST


def _stands_alone(word: str, bare: str) -> bool:
    """Whether a word of Arabic letters is a token of the view."""
    at = bare.find(word)
    while at >= 0:
        before, behind = bare[at - 1 : at], bare[at + len(word) : at + len(word) + 1]
        if before not in _LETTERS and behind not in _LETTERS:
            return True
        at = bare.find(word, at + 1)
    return False


def between_spaces(bare: str) -> list[str]:
    """The stretches between single spaces; further spaces belong to the stretch behind them, the last ones to none.

    >>> between_spaces("قال  الوزير ")
    ['قال', ' الوزير']
    """
    chunks = bare.split(" ")
    return _SPREAD.findall(bare.rstrip(" ")) if "" in chunks else chunks
