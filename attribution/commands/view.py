"""``attribution view PATH… -o page.html``: the documents as a page to look at."""

from __future__ import annotations

import argparse
from functools import partial
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
from attribution.extract import extract
from attribution.integrations.html import LANGUAGES, page_parts
from attribution.lexicon import Lexicon
from attribution.results import Extraction
from attribution.sinks import open_sink


def add_view(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("view", help="write an HTML page that shows who says what")
    add_inputs(command)
    add_output(command)
    add_processes(command)
    add_lexicon(command)
    command.add_argument("--title", default="", help="of the page")
    command.add_argument("--language", choices=LANGUAGES, default="ar", help="of the page's own words (default: ar)")
    command.set_defaults(run=run_view)


def run_view(options: argparse.Namespace) -> int:
    """Write the page document by document; those that cannot be read are named on standard error and counted."""
    found = each_document(options, documents_of(options), partial(_found, lexicon=lexicon_of(options)))
    shown = ((str(document.id), result, document.metadata) for document, result in found)
    with open_sink(options.output) as out:
        for part in page_parts(shown, options.title, options.language):
            out.write(part)
    return 0


def _found(document: Document, lexicon: Lexicon | None) -> Extraction:
    return extract(document.text, lexicon=lexicon)
