"""What stands between two spaces, cut into tokens once and remembered.

News repeats itself: nearly every stretch between two spaces (قال, «الوزير», والتجارة،) was seen before, so a text costs
one look-up a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from itertools import chain
from typing import NamedTuple

from attribution.lexicon.words import Words
from attribution.view import fold

_ARABIC = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
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


class Chunk(NamedTuple):
    """The tokens of a chunk: a class letter and a folded word each, the spelling they were cut from, and their edges.

    ``steps`` lead from edge to edge: to the start of the first token (from behind the chunk before), to its end, to the
    start of the second … Every chunk has a token, so that the steps of a text alternate too.
    """

    letters: str
    words: tuple[str, ...]
    spelt: tuple[str, ...]
    steps: tuple[int, ...]


class Chunks(dict[str, Chunk]):
    """Chunk to its tokens; new ones are cut once and remembered."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.vocabulary = words

    def __missing__(self, text: str) -> Chunk:
        chunk = self._cut(text, frozenset())
        if len(self) < _MEMORY and len(text) <= _LONGEST:
            self[text] = chunk
        return chunk

    def read(self, bare: str) -> tuple[str, list[str], Iterable[int]]:
        """Letters, words and steps of all chunks of a view."""
        texts = between_spaces(bare)
        found = list(map(self.__getitem__, texts))
        letters = "".join([chunk.letters for chunk in found])
        if _DOUBTFUL in letters:
            self._settle(bare, texts, found)
            letters = "".join([chunk.letters for chunk in found]).replace(_DOUBTFUL, "w")
        words = list(chain.from_iterable([chunk.words for chunk in found]))
        return letters, words, chain.from_iterable([chunk.steps for chunk in found])

    def _settle(self, bare: str, texts: list[str], found: list[Chunk]) -> None:
        """Cut the proclitic from a doubtful word whose rest stands alone: لرودسكوي holds رودسكوي."""
        doubtful = [i for i, chunk in enumerate(found) if _DOUBTFUL in chunk.letters]
        rests = {token[1:] for i in doubtful for token in found[i].spelt}
        if len(rests) <= _FEW:  # of what occurs once only, nothing stands alone
            rests = {rest for rest in rests if bare.find(rest, bare.find(rest) + 1) >= 0}
        standing = rests.intersection(chain.from_iterable([chunk.spelt for chunk in found])) if rests else ()
        for i in doubtful if standing else ():
            if any(token[1:] in standing for token in found[i].spelt):
                found[i] = self._cut(texts[i], frozenset(standing))

    def _cut(self, text: str, standing: Set[str]) -> Chunk:
        """The tokens of a chunk; a doubtful word stays so unless its rest is among the words ``standing`` alone."""
        letters: list[str] = []
        words: list[str] = []
        spelt: list[str] = []
        steps: list[int] = []
        edge = -1  # the space before the chunk
        for match in _TOKEN.finditer(text):
            token, at = match.group(), match.start()
            classes, widths = self._classes(token, standing)
            letters.append(classes)
            words += self._pieces(fold(token), widths)
            spelt.append(token)
            for width in widths:
                end = at + width if width else at + 1
                steps += (at - edge, end - at)
                edge, at = end, at + width
        as_spelt = tuple(spelt)
        return Chunk("".join(letters), as_spelt if words == spelt else tuple(words), as_spelt, tuple(steps))

    def _pieces(self, folded: str, widths: tuple[int, ...]) -> list[str]:
        pieces = []
        at = 0
        for width in widths:
            piece = folded[at : at + width] or "ل"  # the ل of لل has no width of its own …
            pieces.append(self.vocabulary.behind_lam(piece) if widths[0] == 0 and width else piece)
            at += width  # … and للأمم holds الأمم
        return pieces

    def _classes(self, token: str, standing: Set[str]) -> tuple[str, tuple[int, ...]]:
        if not token[0].isalnum():
            mark = "\n" if token[0] == "\n" else _PUNCTUATION.get(token) or (token if token in _SAME else "*")
            return mark, (len(token),)
        classes, widths = self.vocabulary[token]
        if classes != "w" or token[0] not in "بلو" or len(token) <= _SHORTEST_REST:
            return classes, widths
        if token[1:] not in standing:
            return _DOUBTFUL, widths
        rest = self.vocabulary[token[1:]]
        return ("&" if token[0] == "و" else "p") + rest[0], (1, *rest[1])


def between_spaces(bare: str) -> list[str]:
    """The stretches between single spaces; further spaces belong to the stretch behind them, the last ones to none.

    >>> between_spaces("قال  الوزير ")
    ['قال', ' الوزير']
    """
    chunks = bare.split(" ")
    return _SPREAD.findall(bare.rstrip(" ")) if "" in chunks else chunks
