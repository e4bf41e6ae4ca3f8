"""Signs: for whom a word is of interest, one character a token, so that a search for such words runs in C.

`Reading.signed` gives the tokens; what it gives is that of a look-up of each word of the document in the set itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attribution.lexicon import Lexicon

BEGINS, CUE, ASKED = 1, 2, 4  # may begin a name of several words; may begin a cue; is asked for by `names`
NONE = "0"
SIGNED = {bit: re.compile(f"[{''.join(str(n) for n in range(8) if n & bit)}]") for bit in (BEGINS, CUE, ASKED)}


def signs_of(lexicon: Lexicon, asked: Iterable[str]) -> dict[str, str]:
    """Word to its sign, for every word that has one."""
    bits: dict[str, int] = {}
    for bit, words in ((BEGINS, lexicon.longer), (CUE, lexicon.cue_starts), (ASKED, asked)):
        for word in words:
            bits[word] = bits.get(word, 0) | bit
    return {word: str(found) for word, found in bits.items()}
