"""Words that careless spelling makes alike, told apart by what stands beside them: علي and على, إن and أن."""

from __future__ import annotations

import re

from attribution.compounds import rewrite
from attribution.signs import NONE
from attribution.tokens import Reading

_ALI, _ON = "علي", "على"
_FINAL_YA = frozenset(("يى", "ىي"))
# بن علي, علي بن, محمد علي، the minister علي حسن, قال محمد علي حسن; tried on 8,000 على and 140 علي of real articles, of
# which it takes 13 (half of them misspelt names) and 67 for names
_NAMED = re.compile(
    r"p(?:(?=B)|(?<=Bp)|(?<=np)(?=[,.\n»):J])|(?<=[hT.,\n:&]p)(?=n)|(?<=hp)(?=J)|(?<=[TtU][JM]p)(?=n)|(?<=[VTh.,\n&]np)(?=n))"
)
_SAID = re.compile("Vp(?=n)")
_HAMZA = ("أ", "إ", "آ")
_AFTER_SAYING = re.compile(r"[VPS](?:(?!&v)[^VPSqQ.\n])*q")  # no other verb is joined to it
_SAY = "قال"


def tell_homographs(reading: Reading) -> None:
    """Give such words the class that their neighbours show, where the writer's spelling does not tell."""
    if not _FINAL_YA.isdisjoint(reading.habits):
        _ali(reading)
    if not any(letter in reading.view.bare for letter in _HAMZA):
        _that(reading)


def _ali(reading: Reading) -> None:
    """علي between names and titles, or behind a verb of saying that has no على of its own (قال علي حسن)."""
    letters, words = reading.letters, reading.words
    found = [m.start() for m in _NAMED.finditer(letters) if words[m.start()] == _ON]
    said = [m.end() - 1 for m in _SAID.finditer(letters) if words[m.end() - 1] == _ON]
    found += [i for i in said if _says(reading, i - 1)]
    signs = list(reading.signs)
    for i in found:
        words[i], signs[i] = _ALI, NONE
    reading.signs = "".join(signs)
    rewrite(reading, found, "n")


def _that(reading: Reading) -> None:
    """قال … ان: without any hamza in the text, the particle of this verb is إن."""
    found = [m.end() - 1 for m in _AFTER_SAYING.finditer(reading.letters) if _says(reading, m.start())]
    rewrite(reading, found, "Q")


def _says(reading: Reading, verb: int) -> bool:
    return any(cue.lemma == _SAY for cue in reading.lexicon.cues.get(reading.words[verb], ()))
