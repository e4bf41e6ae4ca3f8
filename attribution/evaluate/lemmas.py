"""The dictionary form of a cue in a gold file, which names only the word as written."""

from __future__ import annotations

from functools import cache

from attribution.lexicon import load_shipped
from attribution.lexicon.compiled import Lexicon
from attribution.lexicon.words import cue_readings
from attribution.view import fold, read_view

_PROCLITICS = ("", "ب", "و", "ف", "ل", "س", "ال")


@cache
def _lexicon() -> Lexicon:
    return load_shipped()


def lemma_of(cue: str) -> tuple[str, bool]:
    """The lemma, and whether the lexicon knows the word; an unknown word stands for itself.

    >>> lemma_of("وقالت"), lemma_of("بلعبة")
    (('قال', True), ('بلعبة', False))
    """
    words = read_view(cue).bare.split()
    for proclitic in _PROCLITICS:
        for word in words:
            if word.startswith(proclitic):
                readings = cue_readings(_lexicon(), fold(word.removeprefix(proclitic)))
                if readings:
                    return readings[0].lemma, True
    return " ".join(words), not any(c.isalpha() for c in cue)
