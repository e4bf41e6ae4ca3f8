"""``attribution report PATH… -o report.html|.csv``: who speaks in a collection."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from attribution.commands.each import each_document
from attribution.commands.options import (
    add_inputs,
    add_lexicon,
    add_output,
    add_processes,
    documents_of,
    lexicon_of,
)
from attribution.documents import Document
from attribution.errors import AttributionError
from attribution.extract import extract
from attribution.integrations.html import LANGUAGES
from attribution.integrations.report import TABLES, Collection, Facts, facts_of, report_html, table_csv
from attribution.lexicon import Lexicon
from attribution.sinks import open_sink

_FORMATS = ("html", "csv")


def add_report(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("report", help="count who speaks in a collection: a page with plots, or CSV")
    add_inputs(command)
    add_output(command)
    add_processes(command)
    add_lexicon(command)
    add = command.add_argument
    add("--format", choices=_FORMATS, help="of the output (default: as the name under -o ends, else html)")
    add("--table", choices=tuple(TABLES), default="speakers", help="csv: which table (default: speakers)")
    add("--source-field", default="source", metavar="FIELD", help="field with the source (default: source)")
    add("--date-field", default="date", metavar="FIELD", help="field with the date (default: date)")
    add("--top", type=_rows, default=50, metavar="N", help="html: rows of a long table (default: 50)")
    add("--title", default="", help="html: of the page")
    add("--language", choices=LANGUAGES, default="ar", help="html: of the page's own words (default: ar)")
    command.set_defaults(run=run_report)


def run_report(options: argparse.Namespace) -> int:
    """Count, then write; documents that cannot be read are named on standard error and counted."""
    wanted = _format(options)
    options.keep = (options.source_field, options.date_field)
    facts = partial(_facts, lexicon=lexicon_of(options), source=options.source_field, date=options.date_field)
    collection = Collection()
    for _, found in each_document(options, documents_of(options), facts):
        collection.add(found)
    with open_sink(options.output, "utf-8-sig" if wanted == "csv" and options.output else "utf-8") as out:
        if wanted == "csv":
            out.write(table_csv(TABLES[options.table](collection)))
        else:
            out.write(report_html(collection, options.title, options.language, options.top))
    return 0


def _format(options: argparse.Namespace) -> str:
    suffix = Path(options.output or "").suffix.lower().lstrip(".")
    known = options.format or (suffix if suffix in _FORMATS else "" if options.output else "html")
    if not known:
        raise AttributionError(f"{options.output}: ends neither in .html nor in .csv; say it with --format")
    return str(known)


def _rows(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of rows (try 50)")
    return int(text)


def _facts(document: Document, lexicon: Lexicon | None, source: str, date: str) -> Facts:
    return facts_of(document, extract(document.text, lexicon=lexicon), source, date, lexicon)
