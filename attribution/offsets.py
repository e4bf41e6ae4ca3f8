"""Offsets in other units than code points: UTF-16 code units for JavaScript, bytes of UTF-8 for what counts bytes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, get_args

from attribution.errors import AttributionError

Unit = Literal["codepoints", "utf16", "utf8"]
UNITS: tuple[str, ...] = get_args(Unit)


def check_unit(unit: object, name: str = "offsets") -> None:
    """Raise `AttributionError` unless ``unit`` is one of `UNITS`.

    >>> check_unit("utf32")
    Traceback (most recent call last):
    attribution.errors.AttributionError: offsets is 'utf32', wanted one of codepoints, utf16, utf8
    """
    if unit not in UNITS:
        raise AttributionError(f"{name} is {unit!r}, wanted one of {', '.join(UNITS)}")


class Offsets:
    """The way between code points of one text and another unit, both ways.

    >>> there = Offsets("قال 🙂 نعم", "utf16")
    >>> there.units(6), there.code_points(7)
    (7, 6)
    """

    def __init__(self, text: str, unit: str) -> None:
        check_unit(unit)
        self.text, self.unit = text, unit
        wide = text and max(text) > ("\uffff" if unit == "utf16" else "\x7f")
        self.same = unit == "codepoints" or not wide

    @cached_property
    def _table(self) -> list[int]:
        """The offset in units of each code point, and of the end."""
        sizes = map(_utf16 if self.unit == "utf16" else _utf8, self.text)
        return [0, *accumulate(sizes)]

    def units(self, offset: int) -> int:
        """The offset in units of an offset in code points that lies in the text."""
        return offset if self.same else self._table[offset]

    def code_points(self, offset: int, where: str = "offset") -> int:
        """The offset in code points of an offset in units; `AttributionError` where no character begins there."""
        if self.same:
            return offset
        at = bisect_left(self._table, offset)
        if offset < 0 or at == len(self._table):
            raise AttributionError(f"{where} is {offset}, but the text is {self._table[-1]} long in {self.unit}")
        if self._table[at] != offset:
            raise AttributionError(f"{where} is {offset} in {self.unit}, which lies inside a character")
        return at


def _utf16(character: str) -> int:
    return 2 if character > "\uffff" else 1


def _utf8(character: str) -> int:  # a lone surrogate would take three bytes
    return 1 if character < "\x80" else 2 if character < "\u0800" else 3 if character <= "\uffff" else 4


def in_units(data: Any, offsets: Offsets) -> Any:
    """Plain data of a result with every ``start`` and ``end`` counted in the unit."""
    if isinstance(data, list):
        return [in_units(item, offsets) for item in data]
    if not isinstance(data, dict):
        return data
    moved = {name: in_units(value, offsets) for name, value in data.items()}
    if "start" in moved and "end" in moved:
        moved["start"], moved["end"] = offsets.units(data["start"]), offsets.units(data["end"])
    return moved


def in_code_points(data: Any, offsets: Offsets, where: str) -> Any:
    """The inverse of `in_units`; a span may also be a pair ``[start, end]``, and what is no span stays as it is."""
    if isinstance(data, (list, tuple)):
        if len(data) == 2 and all(type(item) is int for item in data):
            return [offsets.code_points(item, where) for item in data]
        return [in_code_points(item, offsets, f"{where}[{n}]") for n, item in enumerate(data)]
    if not isinstance(data, Mapping):
        return data
    moved = {name: in_code_points(value, offsets, f"{where}.{name}") for name, value in data.items()}
    for edge in ("start", "end"):
        if type(moved.get(edge)) is int:
            moved[edge] = offsets.code_points(moved[edge], f"{where}.{edge}")
    return moved


def by_code_points(data: Any, text: str, offsets: Unit | None = None) -> Any:
    """The JSON object of one document with offsets in code points, whatever they count."""
    unit = offsets or (data.get("offsets", "codepoints") if isinstance(data, Mapping) else "codepoints")
    if unit == "codepoints":
        return data
    there = Offsets(text, unit)
    names = [name for name in ("attributions", "issues") if name in data]
    return {**data, "offsets": "codepoints", **{n: in_code_points(data[n], there, f"extraction.{n}") for n in names}}
