"""Whom a formula of praise tells where nobody is named: قال تعالى, قال صلى الله عليه وسلم."""

from __future__ import annotations

from bisect import bisect_left

from attribution.cues import Clause
from attribution.preverbal import OF_GOD
from attribution.registry import Entity
from attribution.spelling import Words, name_of
from attribution.tokens import Reading

_GOD: list[Words] = [("الله",)]
_PROPHET: list[Words] = [("رسول", "الله"), ("النبي",), ("الرسول",)]
_FORMULAS = dict.fromkeys(OF_GOD, _GOD) | dict.fromkeys(("صلى", "عليه"), _PROPHET)


class Praise:
    """The names that the formulas of one document stand for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[Words, Entity] = {}
        self._standing: dict[Words, list[int]] = {}

    def names(self, clause: Clause) -> list[Words]:
        """How the one may be called whom the formula right behind the cue praises; empty without a formula."""
        at = clause.last
        while self.reading.letters[at : at + 1] in tuple("-,(") and at < clause.sentence[1]:
            at += 1
        praised = self.reading.letters[at : at + 1] == "z"
        return _FORMULAS.get(self.reading.words[at], []) if praised else []

    def called(self, names: list[Words], before: int) -> Entity | None:
        """The last before a token that has one of the names; None where the text has none."""
        nearest = [(places[n - 1], name) for name in names if (n := bisect_left(places := self._places(name), before))]
        at, name = max(nearest, default=(0, ()))
        return self._entity(name, at) if name else None

    def _places(self, name: Words) -> list[int]:
        """The tokens with which a name begins, looked for once."""
        if name not in self._standing:
            words = self.reading.words
            found = (i for i, word in enumerate(words) if word == name[0])
            self._standing[name] = [i for i in found if tuple(words[i : i + len(name)]) == name]
        return self._standing[name]

    def _entity(self, name: Words, at: int) -> Entity:
        """One entity for all mentions of a name."""
        if name not in self._found:
            self._found[name] = Entity("unnamed", name_of(self.reading, (at, at + len(name))), (), "m", "sg")
        return self._found[name]
