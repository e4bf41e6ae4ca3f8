"""A progress bar on standard error: only on a terminal, and only from the second document on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import IO, Protocol

from attribution.documents import Broken, Document
from attribution.sources import Sources

_OFTEN = 0.1  # seconds between two drawings
_SOME_SIZE = {"ncols": 80, "nrows": 24}  # of a terminal that does not tell its own


class Bar(Protocol):
    """What this module asks of a bar."""

    def show(self, documents: int, done: int) -> None: ...

    def aside(self) -> AbstractContextManager[None]: ...

    def close(self) -> None: ...


class Progress:
    """Goes over the documents and draws on the way."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.bar: Bar | None = None

    def __iter__(self) -> Iterator[Document | Broken]:
        terminal = sys.stderr is not None and sys.stderr.isatty()
        try:
            for number, document in enumerate(self.sources, 1):
                if terminal and number > 1:
                    self.bar = self.bar or _bar(self.sources.total())
                    self.bar.show(number, self.sources.done)
                yield document
        finally:
            if self.bar is not None:
                self.bar.close()

    @contextmanager
    def aside(self, out: IO[str]) -> Iterator[None]:
        """While this lasts, the bar is off the terminal, if ``out`` goes there too."""
        if self.bar is None or not out.isatty():
            yield
            return
        with self.bar.aside():
            yield


def _bar(total: int | None) -> Bar:
    try:
        return _Tqdm(total)
    except ImportError:
        return _Plain(total, sys.stderr)


class _Tqdm:
    """The bar of tqdm (extra ``progress``): by bytes where their sum is known, else by documents."""

    def __init__(self, total: int | None) -> None:
        from tqdm import tqdm

        self.counts_bytes = bool(total)
        unit = {"unit": "B", "unit_scale": True} if total else {"unit": " documents"}
        sized = os.get_terminal_size(sys.stderr.fileno()).columns
        self.bar = tqdm(total=total or None, file=sys.stderr, **unit, **({} if sized else _SOME_SIZE))

    def show(self, documents: int, done: int) -> None:
        if self.counts_bytes:
            self.bar.set_postfix_str(f"{documents} documents", refresh=False)
        self.bar.update((done if self.counts_bytes else documents) - self.bar.n)

    def aside(self) -> AbstractContextManager[None]:
        mode: AbstractContextManager[None] = self.bar.external_write_mode(file=sys.stderr)
        return mode

    def close(self) -> None:
        self.bar.close()


class _Plain:
    """The bar where tqdm is not installed: one line, written over."""

    def __init__(self, total: int | None, out: IO[str]) -> None:
        self.total, self.out = total, out
        self.drawn = 0.0

    def show(self, documents: int, done: int) -> None:
        if time.monotonic() - self.drawn < _OFTEN:
            return
        self.drawn = time.monotonic()
        part = min(1.0, done / self.total) if self.total else 0.0
        drawing = f"[{'#' * int(20 * part):<20}] {100 * part:3.0f} %  " if self.total else ""
        self.out.write(f"\r{drawing}{documents} documents ")
        self.out.flush()

    @contextmanager
    def aside(self) -> Iterator[None]:
        self.out.write("\r\x1b[K")
        self.out.flush()
        yield
        self.drawn = 0.0

    def close(self) -> None:
        self.out.write("\n")
