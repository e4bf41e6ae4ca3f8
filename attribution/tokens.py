"""The text as tokens: words cut from their proclitics, marks facing their way, one class letter a token."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate

from attribution.chunks import Chunks
from attribution.lexicon import Lexicon
from attribution.marks import Pair, Pairs, pair_marks
from attribution.signs import BEGINS, SIGNED
from attribution.surface import signs_are_strewn
from attribution.view import View

_MARKS = frozenset("*«»()")  # the classes that a mark has before it is paired


@dataclass(slots=True)
class Reading:
    """What the stages after it look at: the view, its tokens and its quotations.

    ``letters[i]`` is the class of token ``i``, ``words[i]`` its folded spelling, ``signs[i]`` says for whom it is of
    interest (see `signs`), ``starts`` and ``ends`` its offsets in
    the view.  « and » stand for paired marks whatever their shape, ``"`` for a mark without a partner.
    """

    view: View
    words: list[str]
    letters: str
    signs: str
    starts: list[int]
    ends: list[int]
    pairs: Pairs
    lexicon: Lexicon
    openers: dict[int, Pair] = field(default_factory=dict)  # token of the opening mark
    token_at: dict[int, int] = field(default_factory=dict)  # offset of a mark to its token
    habits: tuple[str, ...] = ()  # of its writer's spelling, see `habits`
    firsts: dict[str, int] = field(default_factory=dict)  # filled by `first_of`
    strewn: bool | None = None  # whether the tashkeel stands at random, once somebody asked

    def text(self, first: int, last: int) -> str:
        """The view's text of the tokens ``first`` up to but not including ``last``."""
        return self.view.bare[self.starts[first] : self.ends[last - 1]]

    def spelt(self, token: int) -> str:
        """The unfolded spelling of a token: إن and أن differ here."""
        return self.view.bare[self.starts[token] : self.ends[token]]

    def signed(self, bit: int) -> list[int]:
        """The tokens whose words have a sign."""
        return [match.start() for match in SIGNED[bit].finditer(self.signs)]

    def first_of(self, word: str) -> int:
        """The first token with this word, or the number of tokens."""
        if not self.firsts:
            self.firsts = dict(zip(reversed(self.words), range(len(self.words) - 1, -1, -1), strict=True))
        return self.firsts.get(word, len(self.words))

    def token_from(self, offset: int) -> int:
        """The first token that starts at ``offset`` of the view or after it."""
        return bisect_left(self.starts, offset)

    def has_damma(self, token: int) -> bool:
        """Whether the first letter of the word is written with a ُ, which the view drops."""
        return self._first_sign(token) == "\u064f" and self._signs_tell()

    def has_shadda(self, token: int) -> bool:
        """Whether the first letter of the word is written with a ّ, which no word begins with: ودّع is not و and دعا."""
        return self._first_sign(token) == "\u0651" and self._signs_tell()

    def has_tanwin(self, token: int) -> bool:
        """Whether the word is written with the ً of an indefinite accusative, which the view drops."""
        view = self.view
        return bool(view.breaks) and "\u064b" in view.text[view.start(self.starts[token]) : view.end(self.ends[token])]

    def _first_sign(self, token: int) -> str:
        if not self.view.breaks:
            return ""
        first = self.view.start(self.starts[token])
        return self.view.text[first + 1 : first + 2]

    def _signs_tell(self) -> bool:
        if self.strewn is None:
            self.strewn = signs_are_strewn(self.view.text)
        return not self.strewn

    def glued(self, token: int) -> bool:
        """Whether no space stands before the token."""
        return 0 < token < len(self.starts) and self.starts[token] == self.ends[token - 1]


def read_tokens(view: View, chunks: Chunks) -> Reading:
    """The tokens of a view, in order; together they hold every character that is not white space."""
    letters, signs, words, steps = chunks.read(view.bare)
    edges = list(accumulate(steps, initial=-1))
    pairs = pair_marks(view.bare)
    reading = Reading(view, words, letters, signs, edges[1::2], edges[2::2], pairs, chunks.vocabulary.lexicon)
    reading.habits = chunks.habits
    _face_marks(reading)
    _join_phrases(reading)
    return reading


def _face_marks(reading: Reading) -> None:
    """Write « and » for the marks of each pair."""
    if not reading.pairs:
        return
    letters = list(reading.letters)
    for pair in reading.pairs:
        for offset, letter in ((pair.end - 1, "»"), (pair.start, "«"))[not pair.closed :]:
            token = bisect_left(reading.starts, offset)
            if letters[token] not in _MARKS:
                continue
            letters[token] = letter
            reading.token_at[offset] = token
            if letter == "«":
                reading.openers[token] = pair
    reading.letters = "".join(letters)


def _join_phrases(reading: Reading) -> None:
    """Give every token of a name of several words (الولايات المتحدة) the class of the name."""
    words, phrases, longer = reading.words, reading.lexicon.phrases, reading.lexicon.longer
    hits = reading.signed(BEGINS)
    if not hits:
        return
    letters = list(reading.letters)
    for i in hits:
        for phrase in longer[words[i]].get(words[i + 1] if i + 1 < len(words) else "", ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                own = letters[i : i + len(phrase)]
                letters[i : i + len(phrase)] = _phrase_letters(phrases[phrase], phrase, own)
                break
    reading.letters = "".join(letters)


def _phrase_letters(letter: str, words: tuple[str, ...], own: list[str]) -> list[str]:
    """A class a word: all the same for a name; in a title or a noun phrase a definite word closes it (T, O …).

    A body in a title stays one (رئيس نقابة).
    """
    if letter in "xlhzn":
        return [letter] * len(words)
    behind = zip(words[1:], own[1:], strict=True)
    return [letter, *(c if c in "oO" else letter.upper() if word.startswith("ال") else letter for word, c in behind)]
