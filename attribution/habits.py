"""How a text spells: whether its writer types ه for ة, ي for ى, or ى for ي.

A habit shows where there are more words that are none at all unless respelt (الحكومه) than words with the letter that
is meant.  Ordinary texts are let through by counting letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from attribution.lexicon.respelling import HABITS

Habits = tuple[str, ...]
Taught = Callable[[Habits], Mapping[str, str]]  # how words are respelt for writers with these habits
MOST_HABITS = 6  # sets of habits that one text can have


@lru_cache
def _ending(letter: str) -> re.Pattern[str]:
    """The words that end in a letter."""
    return re.compile(f"[\u0621-\u063a\u0641-\u064a]+{letter}(?![\u0621-\u063a\u0641-\u064a])")


def habits_of(bare: str, taught: Taught) -> Habits:
    """The habits of a view's writer.

    >>> from attribution.extract import taught
    >>> habits_of("قالت الوزيره إن المدرسه الجديده جاهزه", taught)
    ('هة',)
    """
    ends = {letter: bare.count(letter + " ") for letter in "هةيى"}
    return tuple([h for h in HABITS if ends[h[0]] > _ORDINARY[h] * ends[h[1]] and _has(bare, taught, *h)])


# words in the one letter for each in the other, up to which a text is ordinary: of 1,400 articles in good spelling five
# sixths have no more
_ORDINARY = {"هة": 1, "يى": 6, "ىي": 1}


def _has(bare: str, taught: Taught, typed: str, meant: str) -> bool:
    """Whether more words speak for the habit than against it; a word as it is written too speaks half as loud."""
    words: list[str] = _ending(typed).findall(bare)
    sure, possible = taught(()), taught((typed + meant,))
    shown = sum(sure[word] != word for word in words) + sum(possible[word] != word for word in words)
    against: list[str] = _ending(meant).findall(bare)
    return shown // 2 > len(against)
