"""Documents from files: .txt, .jsonl, .jsonl.gz, .csv, folders of them, and standard input, one at a time.

A byte that does not decode spoils its own document alone: lines are read with such bytes escaped, and refused one by
one. Whatever cannot be read comes as `Broken` in its place.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from attribution.errors import AttributionError

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".csv")
_LONGEST_FIELD = 100_000_000  # characters; the csv module's own bound is 131,072, short of a long document
_ESCAPED = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that does not decode
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16, and of UTF-32 in their first or last two bytes
_GZIP = b"\x1f\x8b"
_OBJECT = re.compile(rb'\s*\{\s*["}]')


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
    """How to read: the fields that hold text and id, the encoding, and the kind of what has no known suffix."""

    field: str = "text"
    id_field: str = "id"
    encoding: str = "utf-8"
    kind: str = ""

    @property
    def codec(self) -> str:
        """The encoding without the byte order mark that some editors write."""
        return "utf-8-sig" if self.encoding == "utf-8" else self.encoding


class SourceError(AttributionError):
    """A path that does not exist or is of no known kind."""


class Sources:
    """Every document of the paths, in order; folders are walked by name, ``-`` is standard input.

    The names are checked at once (`SourceError`), the files are opened one after the other while the documents are
    taken. ``done`` counts the bytes read, ``total`` those to read.
    """

    def __init__(self, paths: Sequence[str], how: Reading) -> None:
        self.paths = paths
        self.how = how
        self._finished = 0
        self._current: IO[bytes] | None = None
        for name in paths:
            if name != "-":
                self._check(name)

    def _check(self, name: str) -> None:
        path = Path(name)
        if not path.exists():
            raise SourceError(f"{name}: no such file or folder")
        if not path.is_dir() and not (kind_of(path) or self.how.kind):
            raise SourceError(f"{name}: of no known kind ({', '.join(SUFFIXES)}); say it with --input-format")

    def __iter__(self) -> Iterator[Document | Broken]:
        for name in self.paths:
            if name == "-":
                yield from self._standard_input()
                continue
            for found in _walk(name):
                if isinstance(found, Broken):
                    yield found
                else:
                    yield from self._read(*found)

    def _standard_input(self) -> Iterator[Document | Broken]:
        if sys.stdin is None:
            yield Broken("<stdin>: closed")
            return
        try:
            yield from read_stream(sys.stdin.buffer, _sniffed(self.how.kind), "stdin", "<stdin>", self.how)
        except OSError as error:
            yield Broken(f"<stdin>: {error.strerror or error}")

    def _read(self, path: Path, name: str) -> Iterator[Document | Broken]:
        kind = kind_of(path)
        try:
            with path.open("rb") as self._current:
                yield from read_stream(self._current, kind or self.how.kind, name[: -len(kind)], str(path), self.how)
                self._finished += self._current.tell()
        except OSError as error:
            yield Broken(f"{path}: {error.strerror or error}")
        finally:
            self._current = None

    @property
    def done(self) -> int:
        """Bytes of files read so far."""
        return self._finished + (self._current.tell() if self._current else 0)

    def total(self) -> int | None:
        """Bytes of all files, or None where that cannot be known."""
        if "-" in self.paths:
            return None
        found = (entry for name in self.paths for entry in _walk(name) if not isinstance(entry, Broken))
        return sum(path.stat().st_size for path, _ in found if path.is_file())


def _walk(name: str) -> Iterator[tuple[Path, str] | Broken]:
    """The files at or below a path, each with the name that its ids begin with."""
    if not os.path.isdir(name):
        yield Path(name), Path(name).name
        return
    errors: list[OSError] = []
    for folder, inner, files in os.walk(name, onerror=errors.append):
        inner.sort()
        for file in sorted(files):
            path = Path(folder, file)
            if kind_of(path):
                yield path, path.relative_to(name).as_posix()
    yield from (Broken(f"{error.filename}: {error.strerror}") for error in errors)


def kind_of(path: Path) -> str:
    """The suffix of a name that this module reads, else an empty string."""
    return next((suffix for suffix in SUFFIXES if path.name.lower().endswith(suffix)), "")


def _sniffed(kind: str) -> str:
    """What standard input holds, where nobody says: gzip and JSON objects show by their first bytes."""
    head = sys.stdin.buffer.peek(64) if not kind and hasattr(sys.stdin.buffer, "peek") else b""
    if head.startswith(_GZIP):
        return ".jsonl.gz"
    return kind or (".jsonl" if _OBJECT.match(head.removeprefix(b"\xef\xbb\xbf")) else ".txt")


def read_stream(stream: IO[bytes], kind: str, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    """The documents of an open byte stream of the given kind; ``shown`` names it in messages."""
    readers = {".txt": _whole, ".csv": _rows}
    if kind != ".jsonl.gz":
        yield from readers.get(kind, _lines)(stream, stem, shown, how)
        return
    try:
        with gzip.GzipFile(fileobj=stream) as packed:
            yield from _lines(cast("IO[bytes]", packed), stem, shown, how)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield Broken(f"{shown}: broken gzip ({error})")


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
    head = text[:2].encode("utf-8", "surrogateescape") if found.start() == 0 else b""
    return Broken(_undecodable(shown, len(before), head, how))


def _text(stream: IO[bytes], how: Reading, newline: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, how.codec, errors="surrogateescape", newline=newline)


def _lines(stream: IO[bytes], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    lines, number = _text(stream, how, "\n"), 0
    try:
        for number, line in enumerate(lines, 1):
            place = f"{shown}:{number}"
            if line.strip():
                yield _spoilt(line, place, how) or _line(line, f"{stem}:{number}", place, how)
            if number == 1 and line.startswith(("\udcff\udcfe", "\udcfe\udcff")):
                return  # all of the file is UTF-16: one complaint is enough
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
        return Document(default, text)
    plain = isinstance(key, (str, int)) and not isinstance(key, bool)
    return Document(key if plain else json.dumps(key, ensure_ascii=False), text)


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
