"""A noun phrase as a possible speaker, the value that the readers of noun phrases hand on."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]
# classes of nouns: bare ones keep a genitive chain open, definite ones close it
BARE, DEFINITE = frozenset("toudimjwSn"), frozenset("TOUDIMJWlx")


class Mention(NamedTuple):
    """A noun phrase as a possible speaker: token ranges of the whole, of its name and of its roles."""

    type: str
    first: int
    last: int
    span: Range
    roles: tuple[Range, ...] = ()
    gender: str = ""
    number: str = ""
    parts: tuple[Mention, ...] = ()  # the single mentions of a coordination

    @property
    def is_named(self) -> bool:
        return self.type in ("person", "organization")
