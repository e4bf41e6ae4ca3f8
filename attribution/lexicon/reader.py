"""TSV tables: a header, one entry a line, ``#`` comments; refused with file and line when anything is off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from attribution.errors import AttributionError

# what must not hide in a table: presentation forms, Persian ye / kaf, tatweel, tashkeel, bidi and zero-width controls
_FORBIDDEN = re.compile(
    "[\ufb50-\ufdff\ufe70-\ufefc\u06cc\u06a9\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


class Source(Protocol):
    """A path, or a resource of an installed package."""

    @property
    def name(self) -> str: ...

    def read_bytes(self) -> bytes: ...


class LexiconError(AttributionError):
    """A table that cannot be read; the message names file and line."""


def read_table(source: Path | Source, columns: Sequence[str], optional: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rows of a table, each with every column of ``columns`` and ``optional`` (empty where the table lacks it).

    Raises `LexiconError` for bytes that are not UTF-8, unknown or missing columns, rows of another length, empty or
    repeated first fields' rows, text that is not NFC, and characters that must not hide in a table.
    """
    header, rows = _fields(source, columns, optional)
    absent = [name for name in optional if name not in header]
    names = [*header, *absent]
    return [dict(zip(names, (*fields, *[""] * len(absent)), strict=True)) for fields in rows]


def numbered_rows(source: Source, columns: Sequence[str], optional: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """The same with the line on which each row stands."""
    rows = read_table(source, columns, optional)
    lines = (n for n, line in enumerate(_text(source).split("\n"), 1) if line and line[0] != "#")
    next(lines)  # the header
    return list(zip(lines, rows, strict=True))


def read_columns(source: Path | Source, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The same column by column, for tables of many short rows."""
    header, rows = _fields(source, columns, ())
    found = dict(zip(header, zip(*rows, strict=True), strict=True))
    return [found[name] for name in columns]


def _fields(
    source: Path | Source, columns: Sequence[str], optional: Sequence[str]
) -> tuple[list[str], list[list[str]]]:
    """The header and the fields of each row, checked."""
    text = _text(source)
    _check_characters(source, text)
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if not lines:
        raise LexiconError(f"{source.name}: empty, wanted a header with {', '.join(columns)}")
    header, *rows = [line.split("\t") for line in lines]
    _check_header(source, header, columns, optional)
    firsts = [fields[0] for fields in rows]
    whole = {len(fields) for fields in rows} <= {len(header)} and all(map(str.strip, firsts))
    if not whole or len(set(lines)) != len(lines):
        _refuse(source, text, len(header))
    return header, rows


def _text(source: Path | Source) -> str:
    try:
        return source.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.read_bytes()[: error.start].count(b"\n") + 1
        raise LexiconError(f"{source.name}:{line}: not UTF-8") from None


def _check_characters(source: Path | Source, text: str) -> None:
    found = _FORBIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        name = unicodedata.name(found.group(), repr(found.group()))
        raise LexiconError(f"{source.name}:{line}: {name} does not belong in a table")
    if not unicodedata.is_normalized("NFC", text):
        lines = (n for n, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line))
        raise LexiconError(f"{source.name}:{next(lines, 1)}: not in normal form NFC")


def _check_header(source: Path | Source, header: list[str], columns: Sequence[str], optional: Sequence[str]) -> None:
    unknown = [name for name in header if name not in columns and name not in optional]
    missing = [name for name in columns if name not in header]
    if unknown or missing:
        raise LexiconError(
            f"{source.name}:1: columns {', '.join(header)}; unknown: {', '.join(unknown) or 'none'}, "
            f"missing: {', '.join(missing) or 'none'}"
        )


def _refuse(source: Path | Source, text: str, wanted: int) -> None:
    """Raise the error of the first bad row of a table."""
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.split("\t")
        if not line or line[0] == "#":
            continue
        if len(fields) != wanted:
            raise LexiconError(f"{source.name}:{number}: {len(fields)} fields, wanted {wanted}")
        if not fields[0].strip():
            raise LexiconError(f"{source.name}:{number}: the first field is empty")
        if line in seen:
            raise LexiconError(f"{source.name}:{number}: the row {fields[0]} stands twice")
        seen.add(line)
