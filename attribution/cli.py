"""The command line: one subcommand a module of `attribution.commands`; here their errors become exit statuses."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from attribution import __version__
from attribution.commands import COMMANDS, StoppedError
from attribution.errors import AttributionError, DataError

_DATA, _USAGE, _SIGNALLED = 1, 2, 128


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
    except DataError as error:
        return _complain(str(error), _DATA)
    except AttributionError as error:
        return _complain(str(error), _USAGE)
    except StoppedError:
        return _DATA
    except OSError as error:
        _abandon_output()
        return _complain(f"{error.filename or options.output or '<stdout>'}: {error.strerror or error}", _DATA)


def command() -> NoReturn:
    """The command as a process: once it has its exit status, no signal changes that status any more."""
    status = main()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # Python would die of them while it frees its memory
    sys.exit(status)


def _terminate(*_: object) -> None:
    raise _Terminated


def _abandon_output() -> None:
    """Nothing more can be written: keep the interpreter from trying again as it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str, status: int) -> int:
    with suppress(OSError):  # nobody listens any more
        print(f"attribution: {message}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="attribution", description="Who said what in Arabic text.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    for add_command in COMMANDS:
        add_command(commands)
    return parser


if __name__ == "__main__":
    command()
