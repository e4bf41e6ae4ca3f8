"""Documents from files: .txt, .jsonl, .jsonl.gz, .csv, folders of them, and standard input, one at a time."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from attribution.errors import AttributionError

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".csv")
_LONGEST_FIELD = 100_000_000  # characters; the csv module's own bound is 131,072, short of a long document


@dataclass(frozen=True, slots=True)
class Document:
    """One text and its id."""

    id: str | int
    text: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A document that could not be read; the message names file and line."""

    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: the fields that hold text and id, and the encoding of the bytes."""

    field: str = "text"
    id_field: str = "id"
    encoding: str = "utf-8"


class SourceError(AttributionError):
    """A path that does not exist or is of no known kind."""


def find_files(paths: list[str]) -> list[tuple[Path, str]]:
    """Every file to read with the prefix of its ids' names, folders walked in sorted order; raises `SourceError`."""
    found: list[tuple[Path, str]] = []
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found += [(f, str(f.relative_to(path))) for f in sorted(path.rglob("*")) if f.is_file() and _kind(f)]
        elif not path.exists():
            raise SourceError(f"{name}: no such file or folder")
        elif not _kind(path):
            raise SourceError(f"{name}: of no known kind, wanted {', '.join(SUFFIXES)}")
        else:
            found.append((path, path.name))
    return found


def _kind(path: Path) -> str:
    return next((suffix for suffix in SUFFIXES if path.name.lower().endswith(suffix)), "")


def read_file(path: Path, name: str, how: Reading) -> Iterator[Document | Broken]:
    """The documents of one file; what cannot be read comes as `Broken` in its place."""
    kind = _kind(path)
    stem = name[: -len(kind)]
    try:
        if kind.endswith(".gz"):
            with gzip.open(path, "rb") as packed:
                yield from read_stream(packed, ".jsonl", stem, str(path), how)
        else:
            with path.open("rb") as plain:
                yield from read_stream(plain, kind, stem, str(path), how)
    except (OSError, EOFError) as error:
        yield Broken(f"{path}: {getattr(error, 'strerror', None) or error}")


def read_stream(
    stream: IO[bytes] | gzip.GzipFile, kind: str, stem: str, shown: str, how: Reading
) -> Iterator[Document | Broken]:
    """The documents of an open byte stream of the given kind; ``shown`` names it in messages."""
    if kind == ".txt":
        yield _whole(stream.read(), stem, shown, how)
    elif kind == ".csv":
        yield from _rows(stream, stem, shown, how)
    else:
        yield from _lines(stream, stem, shown, how)


def standard_input(kind: str, how: Reading) -> Iterator[Document | Broken]:
    """The documents on standard input."""
    yield from read_stream(sys.stdin.buffer, kind, "stdin", "<stdin>", how)


def _decode(data: bytes, encoding: str) -> str:
    return data.decode("utf-8-sig" if encoding.lower().replace("-", "") == "utf8" else encoding)


def _undecodable(shown: str, data: bytes, error: UnicodeError, how: Reading) -> str:
    hint = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "windows-1256"
    at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
    return f"{shown}: not {how.encoding}{at}; try --encoding {hint}"


def _whole(data: bytes, stem: str, shown: str, how: Reading) -> Document | Broken:
    try:
        return Document(stem, _decode(data, how.encoding))
    except UnicodeError as error:
        return Broken(_undecodable(shown, data, error, how))


def _lines(stream: IO[bytes] | gzip.GzipFile, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    for number, data in enumerate(stream, 1):
        if data.strip():
            yield _line(data, f"{stem}:{number}", f"{shown}:{number}", how)


def _line(data: bytes, default: str, shown: str, how: Reading) -> Document | Broken:
    try:
        row = json.loads(_decode(data, how.encoding))
    except UnicodeError as error:
        return Broken(_undecodable(shown, data, error, how))
    except (json.JSONDecodeError, RecursionError) as error:
        return Broken(f"{shown}: not JSON ({error})")
    if not isinstance(row, dict):
        return Broken(f"{shown}: a JSON {type(row).__name__}, wanted an object")
    return _document(row, default, shown, how)


def _document(row: dict[str, object], default: str, shown: str, how: Reading) -> Document | Broken:
    text, key = row.get(how.field), row.get(how.id_field, default)
    if how.field not in row:
        return Broken(f"{shown}: no field {how.field!r}, only {', '.join(map(str, row)) or 'none'}")
    if not isinstance(text, str):
        return Broken(f"{shown}: field {how.field!r} is {type(text).__name__}, wanted a string")
    return Document(key if isinstance(key, (str, int)) else str(key), text)


def _rows(stream: IO[bytes] | gzip.GzipFile, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    csv.field_size_limit(_LONGEST_FIELD)
    encoding = "utf-8-sig" if how.encoding.lower().replace("-", "") == "utf8" else how.encoding
    rows = csv.DictReader(io.TextIOWrapper(stream, encoding=encoding, newline=""))
    try:
        if how.field not in (rows.fieldnames or ()):
            yield Broken(f"{shown}:1: no column {how.field!r}, only {', '.join(rows.fieldnames or ()) or 'none'}")
            return
        for row in rows:
            yield _document(
                {k: v for k, v in row.items() if k}, f"{stem}:{rows.line_num}", f"{shown}:{rows.line_num}", how
            )
    except UnicodeError as error:
        yield Broken(_undecodable(f"{shown}:{rows.line_num + 1}", b"", error, how))
    except csv.Error as error:
        yield Broken(f"{shown}:{rows.line_num}: not CSV ({error})")
