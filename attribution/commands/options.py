"""Options that several commands share: which documents are read, and how."""

from __future__ import annotations

import argparse
import codecs
from typing import Any

from attribution.documents import Reading
from attribution.lexicon import Lexicon, load_lexicon
from attribution.offsets import UNITS
from attribution.progress import Progress
from attribution.sources import Sources


def add_inputs(command: Any) -> None:
    """The options that say which documents are read."""
    add = command.add_argument
    add("paths", nargs="*", default=["-"], metavar="PATH", help="files, folders, or - for standard input (the default)")
    add(
        "--input-format",
        choices=("txt", "jsonl", "csv", "parquet"),
        help="of standard input and of files with other suffixes",
    )
    add("--field", default="text", help="field or column with the text (default: text)")
    add("--id-field", default="id", help="field or column with the id (default: id)")
    add(
        "--keep", type=_names, default=(), metavar="FIELDS", help="fields to pass through, as in source,date; * for all"
    )
    add("--encoding", default="utf-8", type=_encoding, help="of the input (default: utf-8)")


def add_processes(command: Any) -> None:
    """The option that says how many work at the same time."""
    command.add_argument(
        "--processes", type=_processes, default=1, metavar="N", help="how many work at the same time (default: 1)"
    )


def add_output(command: Any) -> None:
    """The option that says where the output goes."""
    command.add_argument("-o", "--output", metavar="FILE", help="write here, complete or not at all")


def add_offsets(command: Any) -> None:
    """The option that says what offsets count."""
    command.add_argument(
        "--offsets", choices=UNITS, default="codepoints",
        help="what start and end count in jsonl and csv (default: codepoints; utf16 for JavaScript, utf8 for bytes)",
    )  # fmt: skip


def add_lexicon(command: Any) -> None:
    """The option that names tables of the user's own words."""
    command.add_argument("--lexicon", metavar="PATH", help="a folder of tables, or a table, of your own words")


def lexicon_of(options: argparse.Namespace) -> Lexicon | None:
    """The lexicon that the option of `add_lexicon` names; None for the shipped one."""
    return load_lexicon(options.lexicon) if options.lexicon else None


def documents_of(options: argparse.Namespace) -> Progress:
    """The documents that the options of `add_inputs` name, with a bar on a terminal."""
    kind = f".{options.input_format}" if options.input_format else ""
    how = Reading(options.field, options.id_field, options.encoding, kind, options.keep)
    return Progress(Sources(options.paths, how))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


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
