"""An attribution as sets of word numbers, so that white space, punctuation and proclitics never decide."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from attribution.evaluate.gold import Annotated, Range, Report

Numbers = frozenset[int]
# forms of alef, ta marbuta, alef maqsura and hamza seats: spellings of one name
_SPELLINGS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")


class WordNumbers:
    """Numbers the words of a text: maximal runs of letters, digits and combining marks.

    >>> numbers = WordNumbers("قال الوزير: نعم.")
    >>> sorted(numbers.touched([(0, 5)])), sorted(numbers.touched([(10, 12)]))
    ([0, 1], [])
    """

    def __init__(self, text: str) -> None:
        runs = [list(run) for inside, run in groupby(range(len(text)), lambda i: _in_word(text[i])) if inside]
        self.starts = [run[0] for run in runs]
        self.ends = [run[-1] + 1 for run in runs]

    def touched(self, spans: Iterable[Range]) -> Numbers:
        """The numbers of the words that the spans touch."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


@dataclass(frozen=True, slots=True)
class Sets:
    """One attribution as word sets, beside the report it was made from; a cue of no word (a colon) is its place."""

    report: Report
    cue: Numbers
    content: Numbers
    speaker: Numbers
    roles: frozenset[Numbers]
    via: Numbers
    resolved: str | None


def sets_of(document: Annotated, numbers: WordNumbers) -> list[Sets]:
    """The attributions of a document as word sets."""
    return [_sets(report, numbers) for report in document.reports]


def _sets(report: Report, numbers: WordNumbers) -> Sets:
    roles = (numbers.touched([role]) for role in report.role)
    return Sets(
        report=report,
        cue=numbers.touched([report.cue]) or frozenset([-1 - report.cue[0]]),
        content=numbers.touched(report.content),
        speaker=numbers.touched([report.speaker] if report.speaker else []),
        roles=frozenset(role for role in roles if role),
        via=numbers.touched([report.via] if report.via else []),
        resolved=fold_name(report.resolved),
    )


def fold_name(name: str | None) -> str | None:
    """A name without diacritics, hamza forms and punctuation.

    >>> fold_name("إسراء الأحمَد")
    'اسراء الاحمد'
    """
    if not name:
        return None
    plain = unicodedata.normalize("NFKC", name)
    bare = "".join(c for c in plain if unicodedata.category(c) != "Mn").translate(_SPELLINGS)
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def share(a: Numbers, b: Numbers) -> float:
    """The words in common of all words of the two (Jaccard); two empty sets are the same."""
    return len(a & b) / len(a | b) if a or b else 1.0


def covered(a: Numbers, b: Numbers) -> float:
    """How much of ``a`` lies in ``b``; an empty ``a`` is covered by an empty ``b`` only."""
    return len(a & b) / len(a) if a else float(not b)
