"""``attribution convert INPUT --to FORMAT``: results, and what people annotated, from one format to another."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from attribution.commands.options import add_offsets, add_output
from attribution.documents import Document
from attribution.errors import AttributionError
from attribution.formats import csv_header, read_results, to_csv, to_jsonl, to_table
from attribution.formats.brat import read_brat, write_brat
from attribution.formats.doccano import read_doccano, to_doccano
from attribution.formats.labelstudio import read_labelstudio, write_labelstudio
from attribution.formats.webannotation import read_webannotation, to_webannotation
from attribution.results import Extraction
from attribution.sinks import open_bytes, open_folder, open_sink
from attribution.sources import SourceError

Pairs = Iterable[tuple[Document, Extraction]]
Reader = Callable[[Path], Iterator[tuple[Document, Extraction]]]
_BY_SUFFIX = {
    ".jsonl": "jsonl", ".jsonl.gz": "jsonl", ".parquet": "parquet", ".xml": "tei", ".spacy": "docbin",
    ".jsonld": "webannotation", ".json": "labelstudio",
}  # fmt: skip


def add_convert(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("convert", help="from one format of annotations to another, both ways")
    add = command.add_argument
    add("input", metavar="INPUT", help="a file, a folder of brat, or - for JSON Lines on standard input")
    add("--from", dest="source", choices=sorted(READERS), help="what INPUT is (default: by its suffix)")
    add("--to", required=True, choices=sorted(WRITERS), help="what to write")
    add_output(command)
    add_offsets(command)
    command.set_defaults(run=run_convert)


def run_convert(options: argparse.Namespace) -> int:
    """Write the documents of the input in another format; `DataError` for the first that does not fit."""
    source = options.source or _guessed(options.input)
    if options.input != "-" and not os.path.exists(options.input):
        raise SourceError(f"{options.input}: no such file or folder")
    if options.input == "-" and source not in _STREAMS:
        raise SourceError(f"{source} is read from a file, not from standard input")
    WRITERS[options.to](READERS[source](Path(options.input)), options)
    return 0


def _guessed(name: str) -> str:
    if os.path.isdir(name):
        return "brat"
    found = [kind for suffix, kind in _BY_SUFFIX.items() if name.lower().endswith(suffix)]
    if name != "-" and not found:
        raise SourceError(f"{name}: of no known kind ({', '.join(_BY_SUFFIX)}); say it with --from")
    return found[0] if found else "jsonl"


# readers, those with an extra imported when they are wanted


def _read_parquet(path: Path) -> Iterator[tuple[Document, Extraction]]:
    from attribution.integrations.parquet import read_results as read

    return read(path)


def _read_tei(path: Path) -> Iterator[tuple[Document, Extraction]]:
    from attribution.integrations.tei_reader import read_tei

    return read_tei(path)


def _read_docbin(path: Path) -> Iterator[tuple[Document, Extraction]]:
    from attribution.integrations.docbin import read_docbin

    return read_docbin(path)


READERS: dict[str, Reader] = {
    "jsonl": read_results, "parquet": _read_parquet, "brat": read_brat, "webannotation": read_webannotation,
    "tei": _read_tei, "labelstudio": read_labelstudio, "doccano": read_doccano, "docbin": _read_docbin,
}  # fmt: skip
_STREAMS = ("jsonl", "doccano", "webannotation")


# writers


def _lines(pairs: Pairs, options: argparse.Namespace, to_line: Callable[..., str], head: str = "") -> None:
    with open_sink(options.output) as out:
        out.write(head)
        for document, result in pairs:
            out.write(to_line(document, result))


def _write_jsonl(pairs: Pairs, options: argparse.Namespace) -> None:
    _lines(pairs, options, partial(to_jsonl, with_text=True, offsets=options.offsets))


def _write_csv(pairs: Pairs, options: argparse.Namespace) -> None:
    _lines(pairs, options, partial(to_csv, offsets=options.offsets), csv_header())


def _write_labelstudio(pairs: Pairs, options: argparse.Namespace) -> None:
    with open_sink(options.output) as out:
        write_labelstudio(pairs, out)


def _write_brat(pairs: Pairs, options: argparse.Namespace) -> None:
    with open_folder(_named(options)) as folder:
        write_brat(pairs, folder)


def _write_tei(pairs: Pairs, options: argparse.Namespace) -> None:
    from attribution.integrations.tei import write_tei

    with open_bytes(options.output) as out:
        write_tei(pairs, out)


def _write_docbin(pairs: Pairs, options: argparse.Namespace) -> None:
    from attribution.integrations.docbin import write_docbin

    with open_bytes(options.output) as out:
        write_docbin(pairs, out)


def _write_parquet(pairs: Pairs, options: argparse.Namespace) -> None:
    from attribution.integrations.parquet import open_parquet

    with open_parquet(_named(options), with_text=True, offsets=options.offsets) as rows:
        for document, result in pairs:
            rows.write(to_jsonl(document, result, with_text=True, offsets=options.offsets))


def _named(options: argparse.Namespace) -> str:
    if options.output is None:
        raise AttributionError(f"--to {options.to} needs -o NAME")
    return str(options.output)


WRITERS: dict[str, Callable[[Pairs, argparse.Namespace], None]] = {
    "jsonl": _write_jsonl, "csv": _write_csv, "table": partial(_lines, to_line=to_table), "brat": _write_brat,
    "webannotation": partial(_lines, to_line=to_webannotation), "tei": _write_tei, "parquet": _write_parquet,
    "labelstudio": _write_labelstudio, "doccano": partial(_lines, to_line=to_doccano), "docbin": _write_docbin,
}  # fmt: skip
