"""Names that the document itself gives away.

A word seen behind a given name or a title with a name (حسين العادي، المدير بيان زهران) is a family name in this
document, whatever it means elsewhere: وقال العادي then has a person for its subject.
"""

from __future__ import annotations

import re
from itertools import compress, count

from attribution.tokens import Reading

_DOUBTFUL = frozenset("WMJwmj")
_INTRODUCED = "nBhtTlOJWMIxDpV&,"
_BEHIND_NAME = re.compile(f"n(?<=[{_INTRODUCED}]n)(?=[WMJwmj])")  # … الوزير سالم | حداد
_BEHIND_VERB = re.compile("V(?=w[,.:qQ«pzP])")  # قال | حداد إن
_BEFORE_SON = re.compile("[jmwitP](?=B)")
_BEFORE_SUBJECT = frozenset("VvCzhT")
_HEAD = frozenset("e&,\n.")


def recognise_names(reading: Reading) -> None:
    """Give the doubtful words that the document shows to be names the class of a name, where they are subjects."""
    _mothers(reading)
    _sons(reading)
    letters, words = reading.letters, reading.words
    shown = {words[m.end()] for m in _BEHIND_NAME.finditer(letters) if _free(reading, m.end())}
    shown |= {words[m.end()] for m in _BEHIND_VERB.finditer(letters) if _foreign(words[m.end()])}
    if not shown:
        return
    out = list(letters)
    for i in compress(count(), map(shown.__contains__, words)):
        if letters[i] in _DOUBTFUL and (_subject(reading, i) or _behind_name(reading, i)):
            out[i] = "n"
    reading.letters = "".join(out)


def _mothers(reading: Reading) -> None:
    """أم before a given name is the mother of …, not "or"."""
    if "ام" not in reading.words:
        return
    letters = reading.letters
    mothers = (word == "ام" and letters[i + 1 : i + 2] == "n" for i, word in enumerate(reading.words))
    reading.letters = "".join("B" if mother else letter for mother, letter in zip(mothers, letters, strict=True))


def _sons(reading: Reading) -> None:
    """Whatever stands before بن is a name: عادي بن حسين."""
    letters = reading.letters
    fathers = [m.start() for m in _BEFORE_SON.finditer(letters) if reading.words[m.end()] in ("بن", "بنت")]
    if fathers:
        out = list(letters)
        for i in fathers:
            out[i] = "n"
        reading.letters = "".join(out)


def _subject(reading: Reading, i: int) -> bool:
    """Right after a verb or a title, or right before a verb at the head of a clause."""
    before, after = reading.letters[i - 1 : i], reading.letters[i + 1 : i + 2]
    return before in _BEFORE_SUBJECT or (before in _HEAD and after in ("V", "v", "k", ",", "&"))


def _foreign(word: str) -> bool:
    """An unknown word that is written like a name: no tanween, no ة, not a bare two letters."""
    return len(word) > 3 and word[-1] not in "اةى"


def _behind_name(reading: Reading, i: int) -> bool:
    return i > 1 and reading.letters[i - 1] == "n" and reading.letters[i - 2] in _INTRODUCED


def _free(reading: Reading, i: int) -> bool:
    """A bare word counts only if nothing after it makes it a noun with a complement."""
    if reading.words[i].startswith("ال"):
        return True
    return i + 1 < len(reading.letters) and reading.letters[i + 1] in ",.:qQ«)(zp\nRVvk"
