"""``attribution extract PATH…``: every attribution of files, folders or standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from itertools import islice
from typing import Any

from attribution import __version__
from attribution.commands.each import complain, name_of, worked_out
from attribution.commands.options import (
    add_inputs,
    add_lexicon,
    add_offsets,
    add_output,
    add_processes,
    documents_of,
    lexicon_of,
)
from attribution.documents import Broken, Document
from attribution.errors import AttributionError
from attribution.extract import extract
from attribution.formats import csv_header, to_csv, to_jsonl, to_table
from attribution.lexicon import Lexicon
from attribution.progress import Progress
from attribution.results import Extraction
from attribution.resuming import Reached, Resumable, ResumeError, open_resumable
from attribution.sinks import open_sink

Writer = Callable[[Document, Extraction], str]
_DECIDING = (
    "paths", "input_format", "field", "id_field", "keep", "encoding", "format", "with_text", "offsets", "safe", "bom",
    "lexicon",
)  # fmt: skip


class StoppedError(Exception):
    """A bad document under --strict."""


def add_extract(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("extract", help="find every attribution in files or standard input")
    add_inputs(command)
    add_output(command)
    add_processes(command)
    add_offsets(command)
    add_lexicon(command)
    add = command.add_argument
    add(
        "--format", choices=("table", "jsonl", "csv", "parquet"), default="table", help="of the output (default: table)"
    )
    add("--with-text", action="store_true", help="jsonl, parquet: write the text too")
    add("--resume", action="store_true", help="go on with the output where an earlier run of this command was stopped")
    add("--strict", action="store_true", help="stop with status 1 at the first document that cannot be read")
    add("--safe", action="store_true", help="csv: defuse what a spreadsheet would run as a formula")
    add("--bom", action="store_true", help="csv: begin with a byte order mark, for Excel")
    command.set_defaults(run=run_extract)


def run_extract(options: argparse.Namespace) -> int:
    """Write what is found; documents that cannot be read are named on standard error and counted."""
    head, write = _format(options)
    encoding = "utf-8-sig" if options.bom and options.format == "csv" else "utf-8"
    if options.format == "parquet":
        with _parquet(options) as rows:
            return _Run(options, write, rows).over(documents_of(options))
    if not options.resume:
        with open_sink(options.output, encoding) as out:
            out.write(head)
            return _Run(options, write, out).over(documents_of(options))
    if options.output is None:
        raise AttributionError("--resume needs -o FILE, beside which the unfinished output is kept")
    with open_resumable(options.output, encoding, _identity(options)) as resumable:
        if not resumable.reached.read:
            resumable.out.write(head)
        return _Run(options, write, resumable.out, resumable).over(documents_of(options))


def _parquet(options: argparse.Namespace) -> AbstractContextManager[Any]:
    if options.output is None or options.resume:
        raise AttributionError("--format parquet needs -o FILE, and does not go with --resume")
    from attribution.integrations.parquet import open_parquet

    return open_parquet(options.output, options.with_text, options.offsets)


def _identity(options: argparse.Namespace) -> dict[str, Any]:
    """What makes a run the same run: the options that decide what is written."""
    return {"version": __version__, **{name: getattr(options, name) for name in _DECIDING}}


class _Run:
    """The documents of one run, read and written in order; ``resumable`` learns how far it came."""

    def __init__(
        self, options: argparse.Namespace, write: Writer, out: Any, resumable: Resumable | None = None
    ) -> None:
        self.options = options
        self.work = partial(_written, write=write, lexicon=lexicon_of(options))
        self.out = out
        self.resumable = resumable
        reached = resumable.reached if resumable else Reached()
        self.read, self.skipped, self.last = reached.read, reached.skipped, reached.last

    def over(self, documents: Progress) -> int:
        """Write what is found in each; the exit status."""
        for document, done in worked_out(self.work, self._to_read(documents), self.options.processes):
            if isinstance(done, str):
                with documents.aside(self.out):
                    self.out.write(done)
            else:
                with documents.aside(sys.stderr):
                    complain(done.message)
                if self.options.strict:
                    raise StoppedError
            self.read += 1
            self.skipped += isinstance(done, Broken)
            if self.resumable:
                self.resumable.note(self.read, self.skipped, name_of(document))
        if self.skipped:
            complain(f"{self.skipped} of {self.read} documents skipped")
        return 0

    def _to_read(self, documents: Progress) -> Iterator[Document | Broken]:
        """The documents behind those that an earlier run has read."""
        left = iter(documents)
        passed = list(islice(left, max(0, self.read - 1), self.read)) if self.read else []
        if self.read and [name_of(document) for document in passed] != [self.last]:
            raise ResumeError(f"document {self.read} of the input is not {self.last}, at which the earlier run stopped")
        return left


def _format(options: argparse.Namespace) -> tuple[str, Writer]:
    """What stands above the results, and how each is written."""
    if options.format in ("jsonl", "parquet"):
        return "", partial(to_jsonl, with_text=options.with_text, offsets=options.offsets)
    if options.format == "table":
        return "", to_table
    if "*" in options.keep:
        raise AttributionError("--keep '*' does not go with --format csv, whose columns must be known: name the fields")
    return csv_header(options.keep), partial(to_csv, kept=options.keep, safe=options.safe, offsets=options.offsets)


def _written(document: Document, write: Writer, lexicon: Lexicon | None) -> str:
    return write(document, extract(document.text, lexicon=lexicon))
