"""Look-ups in plain data (what JSON gives) that name the place of whatever is missing or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from attribution.errors import AttributionError

_NAMES = {dict: "an object", list: "a list", int: "int", str: "str", type(None): "null"}
_TYPES: dict[type, Any] = {dict: Mapping, list: (list, tuple)}


def field(data: Any, name: str, where: str, *kinds: type) -> Any:
    """The value of a field, of one of these kinds; ``where`` is the place of ``data`` for the message.

    >>> field({"start": "3"}, "start", "cue", int)
    Traceback (most recent call last):
    attribution.errors.AttributionError: cue.start is '3', wanted int
    """
    wanted = " or ".join(_NAMES[kind] for kind in kinds)
    if not isinstance(data, Mapping):
        raise AttributionError(f"{where} is {type(data).__name__}, wanted an object")
    if name not in data:
        raise AttributionError(f"{where}.{name} is missing, wanted {wanted}")
    value = data[name]
    if not isinstance(value, tuple(_TYPES.get(kind, kind) for kind in kinds)) or isinstance(value, bool):
        raise AttributionError(f"{where}.{name} is {value!r}, wanted {wanted}")
    return value


def items(data: Any, name: str, where: str) -> list[tuple[Any, str]]:
    """The items of a list, each with its place."""
    return [(item, f"{where}.{name}[{n}]") for n, item in enumerate(field(data, name, where, list))]


def strings(data: Any, name: str, where: str) -> tuple[str, ...]:
    """A list of strings."""
    for item, place in items(data, name, where):
        if not isinstance(item, str):
            raise AttributionError(f"{place} is {item!r}, wanted str")
    return tuple(data[name])


def word(data: Any, name: str, where: str, allowed: Any) -> Any:
    """One of the words of a ``Literal``."""
    given = field(data, name, where, str)
    if given not in get_args(allowed):
        raise AttributionError(f"{where}.{name} is {given!r}, wanted one of {', '.join(get_args(allowed))}")
    return given
