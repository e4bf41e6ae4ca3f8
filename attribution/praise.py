"""Whom a formula of praise tells where nobody is named: قال تعالى, قال صلى الله عليه وسلم."""

from __future__ import annotations

from attribution.cues import Clause
from attribution.identity import Entity
from attribution.spelling import Words, name_of
from attribution.tokens import Reading

_GOD: list[Words] = [("الله",)]
_PROPHET: list[Words] = [("رسول", "الله"), ("النبي",), ("الرسول",)]
_FORMULAS = dict.fromkeys(("تعالى", "سبحانه", "تبارك", "عز", "جل"), _GOD) | dict.fromkeys(("صلى", "عليه"), _PROPHET)


class Praise:
    """The names that the formulas of one document stand for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._found: dict[Words, Entity] = {}

    def names(self, clause: Clause) -> list[Words]:
        """How the one may be called whom the formula right behind the cue praises; empty without a formula."""
        at = clause.last
        while self.reading.letters[at : at + 1] in tuple("-,(") and at < clause.sentence[1]:
            at += 1
        praised = self.reading.letters[at : at + 1] == "z"
        return _FORMULAS.get(self.reading.words[at], []) if praised else []

    def called(self, names: list[Words], before: int) -> Entity | None:
        """The last before a token that has one of the names; None where the text has none."""
        words = self.reading.words
        for i in range(before - 1, -1, -1):
            for name in names:
                if words[i] == name[0] and tuple(words[i : i + len(name)]) == name:
                    return self._entity(name, i)
        return None

    def _entity(self, name: Words, at: int) -> Entity:
        """One entity for all mentions of a name."""
        if name not in self._found:
            self._found[name] = Entity("unnamed", name_of(self.reading, (at, at + len(name))), (), "m", "sg")
        return self._found[name]
