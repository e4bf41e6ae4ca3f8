"""The subcommands: each module adds its options to the parsers and runs on them; `attribution.cli` calls them."""

from attribution.commands.convert import add_convert
from attribution.commands.evaluate import add_evaluate
from attribution.commands.extract import StoppedError, add_extract
from attribution.commands.report import add_report
from attribution.commands.view import add_view

COMMANDS = (add_extract, add_convert, add_view, add_report, add_evaluate)

__all__ = ["COMMANDS", "StoppedError"]
