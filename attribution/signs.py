"""Signs: for whom a word is of interest, one character a token, so that a search for such words runs in C.

`Reading.signed` gives the tokens; what it gives is that of a look-up of each word of the document in the set itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attribution.lexicon import Lexicon

BEGINS, CUE, ASKED, MARKING = 1, 2, 4, 8  # what `signs_of` explains
_BITS = (BEGINS, CUE, ASKED, MARKING)
_SIGNS = [chr(ord("0") + n) for n in range(2 * MARKING)]
NONE = _SIGNS[0]
SIGNED = {bit: re.compile("[" + "".join(re.escape(s) for n, s in enumerate(_SIGNS) if n & bit) + "]") for bit in _BITS}


def signs_of(lexicon: Lexicon, asked: Iterable[str], marking: Iterable[str]) -> dict[str, str]:
    """Word to its sign, for every word that has one: it may begin a name of several words, it may begin a cue, it is
    asked for by `names`, it may mark a complement whatever its class.
    """
    bits: dict[str, int] = {}
    for bit, words in zip(_BITS, (lexicon.longer, lexicon.cue_starts, asked, marking), strict=True):
        for word in words:
            bits[word] = bits.get(word, 0) | bit
    return {word: _SIGNS[found] for word, found in bits.items()}
