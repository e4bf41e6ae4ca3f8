"""How a text spells: whether its writer types ه for ة, ي for ى, or ى for ي.

A habit shows where some words are none at all unless respelt (الحكومه), a fifth of those with the letter that is meant.
Ordinary texts are let through by counting letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attribution.lexicon.respelling import HABITS

Habits = tuple[str, ...]
Taught = Callable[[Habits], Mapping[str, str]]  # how words are respelt for writers with these habits
MOST_HABITS = 8  # sets of habits that one text can have


def habits_of(bare: str, taught: Taught) -> Habits:
    """The habits of a view's writer.

    >>> from attribution.extract import taught
    >>> habits_of("قالت الوزيره إن المدرسه الجديده جاهزه", taught)
    ('هة',)
    """
    ends = {letter: bare.count(letter + " ") for letter in "هةيى"}
    doubtful = [habit for habit in HABITS if ends[habit[0]] > _ORDINARY[habit] * ends[habit[1]]]
    chunks = bare.split(" ") if doubtful else []
    return tuple([habit for habit in doubtful if _has(habit, [c for c in chunks if c[-1:] == habit[0]], ends, taught)])


# words in the one letter for each in the other, up to which a text is ordinary: of 1,400 articles in good spelling
# three quarters have no more
_ORDINARY = {"هة": 0.6, "يى": 5, "ىي": 0.7}
_FEW, _SHARE = 3, 5  # words that are none, one of them for so many with the letter meant: a writer who mixes both


def _has(habit: str, words: list[str], ends: Mapping[str, int], taught: Taught) -> bool:
    """Whether enough of the words in the letter typed speak for the habit; what is one as it is written too speaks half
    as loud."""
    against, plain, possible = ends[habit[1]], taught(()), taught((habit,))
    sure = sum(plain[word] != word for word in words)
    mixed = sure >= _FEW and sure * _SHARE > against
    return mixed or (sure + sum(possible[word] != word for word in words)) // 2 > against
