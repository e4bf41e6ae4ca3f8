"""``attribution extract PATH…``: every attribution of files, folders or standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from attribution.commands.options import add_inputs, add_output, add_processes, documents_of
from attribution.documents import Broken, Document
from attribution.errors import AttributionError
from attribution.extract import extract
from attribution.formats import csv_header, to_csv, to_jsonl, to_table
from attribution.parallel import Crash, map_in_order
from attribution.results import Extraction
from attribution.sinks import open_sink

Writer = Callable[[Document, Extraction], str]


class StoppedError(Exception):
    """A bad document under --strict."""


def add_extract(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("extract", help="find every attribution in files or standard input")
    add_inputs(command)
    add_output(command)
    add_processes(command)
    add = command.add_argument
    add("--format", choices=("table", "jsonl", "csv"), default="table", help="of the output (default: table)")
    add("--with-text", action="store_true", help="jsonl: write the text too")
    add("--strict", action="store_true", help="stop with status 1 at the first document that cannot be read")
    add("--safe", action="store_true", help="csv: defuse what a spreadsheet would run as a formula")
    add("--bom", action="store_true", help="csv: begin with a byte order mark, for Excel")
    command.set_defaults(run=run_extract)


def run_extract(options: argparse.Namespace) -> int:
    """Write what is found; documents that cannot be read are named on standard error and counted."""
    documents = documents_of(options)
    head, write = _format(options)
    read = skipped = 0
    with open_sink(options.output, "utf-8-sig" if options.bom and options.format == "csv" else "utf-8") as out:
        out.write(head)
        for document, done in _worked_out(partial(_written, write=write), documents, options.processes):
            read += 1
            if isinstance(done, Crash):
                done = Broken(f"{_name(document)}: the process that read it died; it is left out")
            if isinstance(done, str):
                with documents.aside(out):
                    out.write(done)
                continue
            with documents.aside(sys.stderr):
                _complain(done.message)
            skipped += 1
            if options.strict:
                raise StoppedError
    if skipped:
        _complain(f"{skipped} of {read} documents skipped")
    return 0


def _format(options: argparse.Namespace) -> tuple[str, Writer]:
    """What stands above the results, and how each is written."""
    if options.format == "jsonl":
        return "", partial(to_jsonl, with_text=options.with_text)
    if options.format == "table":
        return "", to_table
    if "*" in options.keep:
        raise AttributionError("--keep '*' does not go with --format csv, whose columns must be known: name the fields")
    return csv_header(options.keep), partial(to_csv, kept=options.keep, safe=options.safe)


def _complain(message: str) -> None:
    with suppress(OSError):  # nobody listens any more
        print(f"attribution: {message}", file=sys.stderr)


def _worked_out(
    work: Callable[[Document | Broken], str | Broken], documents: Iterable[Document | Broken], processes: int
) -> Iterator[tuple[Document | Broken, str | Broken | Crash]]:
    """Each document with what is to be written of it, in order."""
    if processes == 1:
        return ((document, work(document)) for document in documents)
    return map_in_order(work, documents, processes, _size)


def _size(document: Document | Broken) -> int:
    return len(document.text) if isinstance(document, Document) else 0


def _name(document: Document | Broken) -> str:
    return str(document.id) if isinstance(document, Document) else document.message


def _written(document: Document | Broken, write: Writer) -> str | Broken:
    """What the output says of a document; a defect of the library costs that document alone, and is named."""
    if isinstance(document, Broken):
        return document
    try:
        return write(document, extract(document.text))
    except Exception as error:
        return Broken(f"{document.id}: a defect of this library, please report it ({type(error).__name__}: {error})")
