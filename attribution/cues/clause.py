"""The clause of saying: a cue with its reading, the noun phrases around it, and its complement."""

from __future__ import annotations

from typing import NamedTuple

from attribution.lexicon.compiled import CueReading
from attribution.mentions import Mention

PLACED = frozenset(("جاء", "ورد", "نشر"))  # it stands in a document: جاء في بيان
RELAYING = frozenset(("نقل", "نسب"))  # it is handed on from somebody: نقلت الوكالة عن فلان


class Complement(NamedTuple):
    """What makes the word a report: its ``kind`` (that, quote, colon, preposition, noun, before, clause), the token
    ``at`` which it is marked and the token where the reported words ``start``."""

    kind: str
    at: int
    start: int


class Clause(NamedTuple):
    """A cue (tokens ``first`` up to ``last``), its reading, the noun phrases around it, and its complement."""

    first: int
    last: int
    word: CueReading
    sentence: tuple[int, int]
    subject: Mention | None = None
    object: Mention | None = None
    via: Mention | None = None
    complement: Complement | None = None
    polarity: str = "asserted"
    evidence: tuple[str, ...] = ()
