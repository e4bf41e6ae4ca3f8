"""``attribution evaluate GOLD.jsonl``: measure the library, or anyone's predictions, against a gold file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from attribution.commands.options import add_lexicon, lexicon_of
from attribution.evaluate.evaluation import evaluate
from attribution.evaluate.gold import Annotated, predict, read_gold, read_predicted
from attribution.evaluate.report import to_text
from attribution.sinks import open_sink
from attribution.sources import SourceError


def add_evaluate(commands: Any) -> None:
    """Add the subcommand to the command line's parsers."""
    command = commands.add_parser("evaluate", help="measure predictions, or the library itself, against a gold file")
    command.add_argument("gold", metavar="GOLD.jsonl", help="documents with text and attributions (docs/json.md)")
    command.add_argument("--predicted", metavar="P.jsonl", help="what to measure (default: the library on the texts)")
    command.add_argument("--format", choices=("table", "json"), default="table")
    command.add_argument("--errors", action="store_true", help="count the disagreements by cause")
    command.add_argument("-o", "--output", metavar="FILE", help="write here, complete or not at all")
    add_lexicon(command)
    command.set_defaults(run=run_evaluate)


def run_evaluate(options: argparse.Namespace) -> int:
    """Print the evaluation; `GoldError` and `SourceError` go to the caller."""
    gold = read_gold(_existing(options.gold))
    predicted = (
        read_predicted(_existing(options.predicted), gold) if options.predicted else predict(gold, lexicon_of(options))
    )
    _note_missing(gold, predicted)
    found = evaluate(gold, predicted)
    with open_sink(options.output) as out:
        if options.format == "json":
            out.write(json.dumps(found.to_dict(options.errors), ensure_ascii=False) + "\n")
        else:
            out.write(to_text(found, options.errors))
    return 0


def _existing(name: str) -> Path:
    if not Path(name).is_file():
        raise SourceError(f"{name}: no such file")
    return Path(name)


def _note_missing(gold: list[Annotated], predicted: dict[str | int, Annotated]) -> None:
    missing = [document.id for document in gold if document.id not in predicted]
    if missing:
        shown = ", ".join(map(str, missing[:3])) + (", …" if len(missing) > 3 else "")
        print(f"attribution: no prediction for {len(missing)} of {len(gold)} documents ({shown})", file=sys.stderr)
