"""What the commands do with each document, in one process or several; what is left out is named on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
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
    """Each readable document with ``work`` of it, in order; the others are named and counted."""
    read = skipped = 0
    for document, found in worked_out(work, documents, options.processes):
        read += 1
        if not isinstance(found, Broken) and isinstance(document, Document):
            yield document, found
        elif isinstance(found, Broken):
            skipped += 1
            with documents.aside(sys.stderr):
                complain(found.message)
    if skipped:
        complain(f"{skipped} of {read} documents skipped")


def worked_out(
    work: Callable[[Document], Found], documents: Iterable[Document | Broken], processes: int
) -> Iterator[tuple[Document | Broken, Found | Broken]]:
    """Each document with ``work`` of it, or with what hindered that, in order and in so many processes."""
    attempt = partial(_attempt, work=work)
    if processes == 1:
        yield from ((document, attempt(document)) for document in documents)
        return
    for document, found in map_in_order(attempt, documents, processes, _size):
        if isinstance(found, Crash):
            found = Broken(f"{name_of(document)}: the process that read it died; it is left out")
        yield document, found


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


def name_of(document: Document | Broken) -> str:
    """What a message calls a document."""
    return str(document.id) if isinstance(document, Document) else document.message


def complain(message: str) -> None:
    """Say it on standard error, if anybody listens there."""
    with suppress(OSError):
        print(f"attribution: {message}", file=sys.stderr)
