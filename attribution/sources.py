"""Documents from files: .txt, .jsonl, .jsonl.gz, .csv, .parquet, folders of them, and standard input, one at a time."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from attribution.documents import Broken, Document, Reading, read_stream
from attribution.errors import AttributionError

SUFFIXES = (".txt", ".jsonl", ".jsonl.gz", ".csv", ".parquet")
_GZIP, _PARQUET = b"\x1f\x8b", b"PAR1"
_OBJECT = re.compile(rb'\s*\{\s*["}]')


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
            yield from _documents(sys.stdin.buffer, _sniffed(self.how.kind), "stdin", "<stdin>", self.how)
        except OSError as error:
            yield Broken(f"<stdin>: {error.strerror or error}")

    def _read(self, path: Path, name: str) -> Iterator[Document | Broken]:
        kind = kind_of(path)
        try:
            with path.open("rb") as self._current:
                yield from _documents(self._current, kind or self.how.kind, name[: -len(kind)], str(path), self.how)
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


def _documents(stream: IO[bytes], kind: str, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    if kind != ".parquet":
        return read_stream(stream, kind, stem, shown, how)
    from attribution.integrations.parquet import read_documents  # the extra [arrow], where it is wanted

    return read_documents(stream, stem, shown, how)


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
    if head.startswith(_PARQUET):
        return ".parquet"
    return kind or (".jsonl" if _OBJECT.match(head.removeprefix(b"\xef\xbb\xbf")) else ".txt")
