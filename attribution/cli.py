"""The command line: ``attribution extract PATH…`` and ``attribution evaluate GOLD.jsonl``."""

from __future__ import annotations

import argparse
import codecs
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from attribution import __version__
from attribution.documents import Broken, Document, Reading
from attribution.evaluate.command import add_evaluate
from attribution.evaluate.gold import GoldError
from attribution.extract import extract
from attribution.formats import Writer, csv_header, to_csv, to_jsonl, to_table
from attribution.parallel import Crash, map_in_order
from attribution.progress import Progress
from attribution.sinks import open_sink
from attribution.sources import SourceError, Sources

_DATA, _USAGE, _SIGNALLED = 1, 2, 128


class _StoppedError(Exception):
    """A bad document under --strict."""


class _Terminated(KeyboardInterrupt):
    """SIGTERM."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0, 1 for bad data (in extract under --strict), 2 for a usage error."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        _abandon_output()
        return 0  # the reader, such as head, has what it wanted
    except KeyboardInterrupt as error:
        return _SIGNALLED + (signal.SIGTERM if isinstance(error, _Terminated) else signal.SIGINT)
    except SourceError as error:
        return _complain(str(error), _USAGE)
    except GoldError as error:
        return _complain(str(error), _DATA)
    except _StoppedError:
        return _DATA
    except OSError as error:
        _abandon_output()
        return _complain(f"{error.filename or options.output or '<stdout>'}: {error.strerror or error}", _DATA)


def _terminate(*_: object) -> None:
    raise _Terminated


def _abandon_output() -> None:
    """Nothing more can be written: keep the interpreter from trying again as it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str, status: int = 0) -> int:
    with suppress(OSError):  # nobody listens any more
        print(f"attribution: {message}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="attribution", description="Who said what in Arabic text.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("extract", help="find every attribution in files or standard input")
    add = command.add_argument
    add("paths", nargs="*", default=["-"], metavar="PATH", help="files, folders, or - for standard input (the default)")
    add("--format", choices=("table", "jsonl", "csv"), default="table", help="of the output (default: table)")
    add("-o", "--output", metavar="FILE", help="write here, complete or not at all")
    add("--input-format", choices=("txt", "jsonl", "csv"), help="of standard input and of files with other suffixes")
    add("--field", default="text", help="field or column with the text (default: text)")
    add("--id-field", default="id", help="field or column with the id (default: id)")
    add("--encoding", default="utf-8", type=_encoding, help="of the input (default: utf-8)")
    add("--processes", type=_processes, default=1, metavar="N", help="how many work at the same time (default: 1)")
    add("--strict", action="store_true", help="stop with status 1 at the first document that cannot be read")
    add("--safe", action="store_true", help="csv: defuse what a spreadsheet would run as a formula")
    add("--bom", action="store_true", help="csv: begin with a byte order mark, for Excel")
    command.set_defaults(run=_extract)
    add_evaluate(commands)
    return parser


def _encoding(name: str) -> str:
    try:
        "".encode(name).decode(name)
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"{name!r} is no known encoding (try utf-8, utf-16, windows-1256)") from None


def _processes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes (try 2)")
    return int(text)


def _extract(options: argparse.Namespace) -> int:
    kind = f".{options.input_format}" if options.input_format else ""
    documents = Progress(Sources(options.paths, Reading(options.field, options.id_field, options.encoding, kind)))
    writers: dict[str, Writer] = {"table": to_table, "jsonl": to_jsonl, "csv": partial(to_csv, safe=options.safe)}
    csv = options.format == "csv"
    read = skipped = 0
    with open_sink(options.output, "utf-8-sig" if options.bom and csv else "utf-8") as out:
        out.write(csv_header() if csv else "")
        work = partial(_written, write=writers[options.format])
        for document, done in _worked_out(work, documents, options.processes):
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
                raise _StoppedError
    if skipped:
        _complain(f"{skipped} of {read} documents skipped")
    return 0


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
        return write(document.id, extract(document.text))
    except Exception as error:
        return Broken(f"{document.id}: a defect of this library, please report it ({type(error).__name__}: {error})")


if __name__ == "__main__":
    sys.exit(main())
