"""Collects the classes of words while the tables are read, shipped and own."""

from __future__ import annotations

from pkgutil import get_data
from typing import NamedTuple

from attribution.lexicon.compiled import CueReading
from attribution.lexicon.own import Own, unpacked
from attribution.lexicon.reader import read_columns, read_table
from attribution.view import fold

Row = dict[str, str]
# strongest first: a word in two tables keeps the class of the earlier one
_ORDER = "&qepyRrNckFsgBCzhotxudlVPnSijMmvw"
_RANK = {letter: rank for rank, letter in enumerate(_ORDER)}


def shipped_rows(name: str, columns: str, optional: str = "") -> list[Row]:
    return read_table(Shipped(f"{name}.tsv"), columns.split(), optional.split())


class Shipped(NamedTuple):
    """A table of this package."""

    name: str

    def read_bytes(self) -> bytes:
        return get_data("attribution.lexicon", self.name) or b""


COMMON = frozenset("toudim")  # the classes of common nouns


class Builder:
    """Collects the classes while the tables are read; the weaker reading of a word never replaces the stronger."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self.classes: dict[str, str] = {}
        self.genders: dict[str, str] = {}
        self.plurals: set[str] = set()
        self.phrases: dict[tuple[str, ...], str] = {}
        self.cues: dict[str, list[CueReading]] = {}
        self.kinds: dict[str, str] = {}
        self.nouns: dict[str, str] = {}
        self.names: set[str] = set()
        self.callings: set[str] = set()
        self.generic: set[str] = set()

    def rows(self, name: str, columns: str, optional: str = "") -> list[Row]:
        """The rows of a shipped table and a newsroom's own behind them."""
        return [*shipped_rows(name, columns, optional), *unpacked(self.own, name)]

    def columns(self, name: str, columns: list[str]) -> list[tuple[str, ...]]:
        """The same column by column."""
        shipped, own = read_columns(Shipped(f"{name}.tsv"), columns), unpacked(self.own, name)
        return [(*fields, *(row[column] for row in own)) for column, fields in zip(columns, shipped, strict=True)]

    def add(self, text: str, letter: str, gender: str = "", plural: bool = False, kind: str = "") -> None:
        words = tuple(fold(text).split())
        if not words:
            return
        if len(words) > 1:
            self.phrases[words] = letter
        else:
            self.word(words[0], letter, plural)
        key = " ".join(words)
        if gender:
            self.genders.setdefault(key, gender)
        if kind:
            self.kinds.setdefault(key, kind)

    def word(self, key: str, letter: str, plural: bool = False) -> None:
        """A folded word and its class."""
        known = self.classes.get(key)
        if known is None or _RANK[letter] < _RANK[known]:
            self.classes[key] = letter
        if letter in COMMON and key not in self.nouns:
            self.nouns[key] = letter
        if plural:
            self.plurals.add(key)

    def inflected(self, row: Row, noun: str, letter: str, gender: str) -> None:
        """A noun row with its ``feminine`` and ``plural`` columns."""
        self.add(row[noun], letter, gender, kind=row.get("kind", ""))
        for text in row.get("feminine", "").split():
            self.add(text, letter, "f", kind=row.get("kind", ""))
        for text in row.get("plural", "").split():
            self.add(text, letter, gender, plural=True, kind=row.get("kind", ""))
