"""The command line: ``attribution extract PATH…`` and ``attribution evaluate GOLD.jsonl``."""

from __future__ import annotations

import argparse
import codecs
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from attribution import __version__
from attribution.evaluate.command import add_evaluate
from attribution.evaluate.gold import GoldError
from attribution.extract import extract
from attribution.formats import Writer, csv_header, to_csv, to_jsonl, to_table
from attribution.sinks import open_sink
from attribution.sources import Broken, Document, Reading, SourceError, find_files, read_file, standard_input

_USAGE, _DATA = 2, 1


class _StoppedError(Exception):
    """A bad document under --strict."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0, 1 for bad data (in extract under --strict), 2 for a usage error."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except SourceError as error:
        return _complain(str(error), _USAGE)
    except GoldError as error:
        return _complain(str(error), _DATA)
    except _StoppedError:
        return _DATA
    except OSError as error:
        return _complain(f"{error.filename or options.output or 'output'}: {error.strerror or error}", _DATA)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def _complain(message: str, status: int) -> int:
    print(f"attribution: {message}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="attribution", description="Who said what in Arabic text.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("extract", help="find every attribution in files or standard input")
    command.add_argument("paths", nargs="*", default=["-"], metavar="PATH", help="files, folders, or - (the default)")
    command.add_argument("--format", choices=("table", "jsonl", "csv"), default="table")
    command.add_argument("-o", "--output", metavar="FILE", help="write here, complete or not at all")
    command.add_argument("--input-format", choices=("txt", "jsonl", "csv"), default="txt", help="of standard input")
    command.add_argument("--field", default="text", help="field or column with the text (default: text)")
    command.add_argument("--id-field", default="id", help="field or column with the id (default: id)")
    command.add_argument("--encoding", default="utf-8", type=_encoding, help="of the input (default: utf-8)")
    command.add_argument("--strict", action="store_true", help="stop at the first document that cannot be read")
    command.add_argument("--safe", action="store_true", help="csv: defuse what a spreadsheet would run as a formula")
    command.add_argument("--bom", action="store_true", help="csv: begin with a byte order mark, for Excel")
    command.set_defaults(run=_extract)
    add_evaluate(commands)
    return parser


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"{name!r} is no known encoding (try utf-8, utf-16, windows-1256)") from None


def _extract(options: argparse.Namespace) -> int:
    documents = _documents(options)
    writers: dict[str, Writer] = {"table": to_table, "jsonl": to_jsonl, "csv": partial(to_csv, safe=options.safe)}
    write = writers[options.format]
    skipped = 0
    with open_sink(options.output, "utf-8-sig" if options.bom and options.format == "csv" else "utf-8") as out:
        if options.format == "csv":
            out.write(csv_header())
        for document in _shown(documents, options):
            if isinstance(document, Broken):
                _complain(document.message, _DATA)
                if options.strict:
                    raise _StoppedError
                skipped += 1
            else:
                out.write(write(document.id, extract(document.text)))
    if skipped:
        _complain(f"{skipped} document{'s' if skipped > 1 else ''} skipped", 0)
    return 0


def _documents(options: argparse.Namespace) -> Iterator[Document | Broken]:
    how = Reading(options.field, options.id_field, options.encoding)
    files = find_files([path for path in options.paths if path != "-"])  # names are checked before any work
    return _read(options, files, how)


def _read(options: argparse.Namespace, files: list[Any], how: Reading) -> Iterator[Document | Broken]:
    for path, name in files:
        yield from read_file(path, name, how)
    if "-" in options.paths:
        yield from standard_input("." + options.input_format, how)


def _shown(documents: Iterable[Document | Broken], options: argparse.Namespace) -> Iterable[Document | Broken]:
    """With a progress bar on standard error, if that is a terminal and tqdm is there."""
    if not sys.stderr.isatty() or (options.output is None and sys.stdout.isatty()):
        return documents
    try:
        from tqdm import tqdm
    except ImportError:
        return documents
    progress: Iterable[Document | Broken] = tqdm(documents, unit=" documents", file=sys.stderr)
    return progress
