"""Documents from an open stream of bytes: plain text, JSON lines (packed or not), CSV, one at a time.

A byte that does not decode spoils its own document alone: lines are read with such bytes escaped, and refused one by
one. Whatever cannot be read comes as `Broken` in its place.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any, cast

_LONGEST_FIELD = 100_000_000  # characters; the csv module's own bound is 131,072, short of a long document
_ESCAPED = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that does not decode
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16, and of UTF-32 in their first or last two bytes


@dataclass(frozen=True, slots=True)
class Document:
    """One text, its id, and the fields of its row that are to be passed through."""

    id: str | int
    text: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Broken:
    """A document that could not be read; the message names file and line."""

    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: the fields that hold text and id, the encoding, and the kind of what has no known suffix.

    ``keep`` names the fields that are passed through, ``*`` all but text and id.
    """

    field: str = "text"
    id_field: str = "id"
    encoding: str = "utf-8"
    kind: str = ""
    keep: tuple[str, ...] = ()

    def kept(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a row that are passed through."""
        names = [n for n in row if n not in (self.field, self.id_field)] if "*" in self.keep else self.keep
        return {name: row[name] for name in names if name in row}

    @property
    def codec(self) -> str:
        """The encoding without the byte order mark that some editors write."""
        return "utf-8-sig" if self.encoding == "utf-8" else self.encoding


def read_stream(stream: IO[bytes], kind: str, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    """The documents of an open byte stream of the given kind; ``shown`` names it in messages."""
    if kind != ".jsonl.gz":
        yield from _plain(stream, kind, stem, shown, how)
        return
    try:
        with gzip.GzipFile(fileobj=stream) as packed:
            yield from _plain(cast("IO[bytes]", packed), ".jsonl", stem, shown, how)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Broken(f"{shown}: broken gzip ({error})")


def _plain(stream: Any, kind: str, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    head = stream.peek(2)[:2] if hasattr(stream, "peek") else b""
    if head in _WIDE_MARKS and how.encoding == "utf-8":
        yield Broken(_undecodable(shown, 0, head, how))  # once for the file, not for each of its lines
    else:
        yield from _READERS[kind](stream, stem, shown, how)


def _whole(stream: IO[bytes], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    data = stream.read()
    try:
        yield Document(stem, data.decode(how.codec))
    except UnicodeError as error:
        yield Broken(_undecodable(shown, getattr(error, "start", 0), data[:2], how))


def _undecodable(shown: str, at: int, head: bytes, how: Reading) -> str:
    hint = "utf-16" if head in _WIDE_MARKS else "windows-1256"
    advice = f"; try --encoding {hint if hint != how.encoding else 'utf-8'}"
    return f"{shown}: not {how.encoding} at byte {at}{advice}"


def _spoilt(text: str, shown: str, how: Reading) -> Broken | None:
    """The complaint about bytes that did not decode, if there are any."""
    found = _ESCAPED.search(text)
    if found is None:
        return None
    before = text[: found.start()].encode(how.encoding, "replace")
    return Broken(_undecodable(shown, len(before), b"", how))


def _text(stream: IO[bytes], how: Reading, newline: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, how.codec, errors="surrogateescape", newline=newline)


def _lines(stream: IO[bytes], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    lines, number = _text(stream, how, "\n"), 0
    try:
        for number, line in enumerate(lines, 1):
            place = f"{shown}:{number}"
            if line.strip():
                yield _spoilt(line, place, how) or _line(line, f"{stem}:{number}", place, how)
    except UnicodeError as error:
        yield Broken(_undecodable(f"{shown}:{number + 1}", getattr(error, "start", 0), b"", how))
    finally:
        lines.detach()


def _line(line: str, default: str, shown: str, how: Reading) -> Document | Broken:
    try:
        row = json.loads(line.strip())
    except json.JSONDecodeError as error:
        return Broken(f"{shown}: not JSON ({error.msg} at column {error.colno})")
    except (ValueError, RecursionError) as error:  # a number of more digits than Python converts; nested too deep
        return Broken(f"{shown}: not JSON ({error})")
    if not isinstance(row, dict):
        return Broken(f"{shown}: JSON, but a {type(row).__name__}, wanted an object")
    return _document(row, default, shown, how)


def _document(row: dict[str, Any], default: str, shown: str, how: Reading) -> Document | Broken:
    if how.field not in row:
        return Broken(f"{shown}: no field {how.field!r}, only {', '.join(row) or 'none'}; name it with --field")
    text, key = row[how.field], row.get(how.id_field)
    if not isinstance(text, str):
        return Broken(f"{shown}: field {how.field!r} is {type(text).__name__}, wanted a string")
    if key is None:
        return Document(default, text, how.kept(row))
    plain = isinstance(key, (str, int)) and not isinstance(key, bool)
    return Document(key if plain else json.dumps(key, ensure_ascii=False), text, how.kept(row))


def _rows(stream: IO[bytes], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    csv.field_size_limit(_LONGEST_FIELD)
    text = _text(stream, how, "")
    rows = csv.reader(text, strict=True)
    try:
        header = [name.strip() for name in next(rows, [])]
        if how.field not in header:
            known = _spoilt(",".join(header), f"{shown}:1", how)
            yield known or Broken(f"{shown}:1: no column {how.field!r}, only {', '.join(header) or 'none'}; "
                                  "name it with --field")  # fmt: skip
            return
        yield from _body(rows, header, stem, shown, how)
    except UnicodeError as error:
        yield Broken(_undecodable(f"{shown}:{rows.line_num + 1}", getattr(error, "start", 0), b"", how))
    except csv.Error as error:
        yield Broken(f"{shown}:1: not CSV ({error})")
    finally:
        text.detach()


def _body(rows: Any, header: list[str], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    """The rows below the header; each is named by the line on which it begins."""
    while True:
        line = rows.line_num + 1
        place = f"{shown}:{line}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Broken(f"{place}: not CSV ({error})")
            continue
        if row is None:
            return
        if len(row) > len(header):
            yield Broken(f"{place}: {len(row)} fields, wanted {len(header)}")
        elif row:
            named = dict(zip(header, row, strict=False))
            yield _spoilt("".join(row), place, how) or _document(named, f"{stem}:{line}", place, how)


_READERS = {".txt": _whole, ".jsonl": _lines, ".csv": _rows}
