"""Names that the document itself gives away.

A word seen behind a given name or a title with a name (حسين العادي، المدير بيان زهران) is a family name in this
document, whatever it means elsewhere: وقال العادي then has a person for its subject.
"""

from __future__ import annotations

from attribution.tokens import Reading

_DOUBTFUL = frozenset("WMJwmj")
_INTRODUCED = frozenset("nBhtTlOJWMIxDpV&,")
_BEFORE_SUBJECT = frozenset("VvCzhT")
_AFTER_NAME = frozenset(",.:qQ«pzP")
_HEAD = frozenset("e&,\n.")


def recognise_names(reading: Reading) -> None:
    """Give the doubtful words that the document shows to be names the class of a name, where they are subjects."""
    _mothers(reading)
    _sons(reading)
    letters = reading.letters
    shown = {
        reading.words[i]
        for i in range(2, len(letters))
        if letters[i] in _DOUBTFUL and letters[i - 1] == "n" and letters[i - 2] in _INTRODUCED and _free(reading, i)
    }
    shown |= {
        reading.words[i]
        for i in range(1, len(letters) - 1)
        if letters[i] == "w" and letters[i - 1] == "V" and letters[i + 1] in _AFTER_NAME and _foreign(reading.words[i])
    }
    if not shown:
        return
    out = list(letters)
    for i, word in enumerate(reading.words):
        if word in shown and letters[i] in _DOUBTFUL and (_subject(reading, i) or _behind_name(reading, i)):
            out[i] = "n"
    reading.letters = "".join(out)


def _mothers(reading: Reading) -> None:
    """أم before a given name is the mother of …, not "or"."""
    letters = reading.letters
    found = [i for i, word in enumerate(reading.words) if word == "ام" and letters[i + 1 : i + 2] == "n"]
    for i in found:
        letters = letters[:i] + "B" + letters[i + 1 :]
    reading.letters = letters


def _sons(reading: Reading) -> None:
    """Whatever stands before بن is a name: عادي بن حسين."""
    letters = reading.letters
    for i in range(1, len(letters)):
        if letters[i] == "B" and reading.words[i] in ("بن", "بنت") and letters[i - 1] in "jmwitP":
            letters = letters[: i - 1] + "n" + letters[i:]
    reading.letters = letters


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
