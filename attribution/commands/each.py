"""One result a document, for commands that draw from results: what cannot be read is named, counted, passed over."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TypeVar

from attribution.documents import Broken, Document
from attribution.parallel import Crash, map_in_order
from attribution.progress import Progress

Found = TypeVar("Found")


def each_document(
    options: argparse.Namespace, documents: Progress, work: Callable[[Document], Found]
) -> Iterator[tuple[Document, Found]]:
    """Each readable document with ``work`` of it, in order and in as many processes as the options say."""
    attempt = partial(_attempt, work=work)
    if options.processes == 1:
        done = ((document, attempt(document)) for document in documents)
    else:
        done = map_in_order(attempt, documents, options.processes, _size)  # type: ignore[assignment]
    read = skipped = 0
    for document, found in done:
        read += 1
        if isinstance(found, Crash):
            found = Broken(f"{_name(document)}: the process that read it died; it is left out")
        if not isinstance(found, Broken) and isinstance(document, Document):
            yield document, found
            continue
        skipped += 1
        with documents.aside(sys.stderr):
            _complain(found.message)  # type: ignore[union-attr]
    if skipped:
        _complain(f"{skipped} of {read} documents skipped")


def _attempt(document: Document | Broken, work: Callable[[Document], Found]) -> Found | Broken:
    """A defect of the library costs that document alone, and is named."""
    if isinstance(document, Broken):
        return document
    try:
        return work(document)
    except Exception as error:
        return Broken(f"{document.id}: a defect of this library, please report it ({type(error).__name__}: {error})")


def _size(document: Document | Broken) -> int:
    return len(document.text) if isinstance(document, Document) else 0


def _name(document: Document | Broken) -> str:
    return str(document.id) if isinstance(document, Document) else document.message


def _complain(message: str) -> None:
    with suppress(OSError):  # nobody listens any more
        print(f"attribution: {message}", file=sys.stderr)
