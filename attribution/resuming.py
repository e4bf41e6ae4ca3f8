"""A long run that can be taken up again: its output so far, and a journal of how far it came.

Beside the output's name stand, while the run lasts or after it was stopped, ``NAME.part`` (what is written so far) and
``NAME.part.log``: a line that says what the run is, then lines that each say how many documents were read and skipped,
which was the last, and how long the output was then.  A line of the journal is written only when the output it speaks
of is on the disk, so whatever stops the run, the last whole line tells where to go on.
"""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from attribution.errors import AttributionError
from attribution.sinks import ERRORS, replace

_OFTEN = 0.5  # seconds between two lines of the journal: the work that a kill can cost


class ResumeError(AttributionError):
    """What was begun cannot be taken up by this run; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a run came: documents read, those of them skipped, the last one's name, and the output's bytes."""

    read: int = 0
    skipped: int = 0
    last: str = ""
    size: int = 0


class Resumable:
    """The output of a run that can be taken up again: ``reached`` is where it stands."""

    def __init__(self, part: IO[bytes], journal: IO[bytes], reached: Reached, encoding: str) -> None:
        part.truncate(reached.size)  # what was written behind the last line of the journal is written again
        part.seek(reached.size)
        self.part, self.journal, self.reached = part, journal, reached
        self.out = io.TextIOWrapper(part, encoding, errors=ERRORS, newline="", write_through=True)
        self.noted = time.monotonic()

    def note(self, read: int, skipped: int, last: str) -> None:
        """All that was read up to this document is written."""
        self.reached = Reached(read, skipped, last, self.part.tell())
        if time.monotonic() - self.noted >= _OFTEN:
            self.save()

    def save(self) -> None:
        """Bring the output to the disk, then say so in the journal."""
        self.out.flush()
        os.fsync(self.part.fileno())
        self.journal.write(json.dumps(asdict(self.reached)).encode() + b"\n")
        self.journal.flush()
        self.noted = time.monotonic()


@contextmanager
def open_resumable(name: str, encoding: str, run: Mapping[str, Any]) -> Iterator[Resumable]:
    """The output ``name``, begun or taken up; it takes its name when the run ends, and stays to be resumed if not.

    ``run`` says what the run is (its options): one that was begun as another is refused with `ResumeError`, and so is
    one that is still being written by a process.
    """
    target = Path(os.path.realpath(name))
    if target.exists() and not target.is_file():
        raise ResumeError(f"{name}: not a file, which alone can be resumed")
    part, journal = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.part.log")
    with _opened(part) as written, _opened(journal) as log:
        _lock(log, name)
        reached = _reached(log, run, name)
        if written.seek(0, os.SEEK_END) < reached.size:
            raise ResumeError(f"{name}.part is shorter than its journal says; delete both")
        output = Resumable(written, log, reached, encoding)
        try:
            yield output
        finally:
            with suppress(OSError):  # a full disk: what the journal says already is still true
                output.save()
        output.out.detach()
    replace(part, target)
    journal.unlink()


def _opened(path: Path) -> IO[bytes]:
    """The file for reading and writing, made if there is none."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b")


def _lock(log: IO[bytes], name: str) -> None:
    """Keep other runs off, where the system knows such locks; the lock ends with the process."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ResumeError(f"{name}: another run is writing it") from None


def _reached(log: IO[bytes], run: Mapping[str, Any], name: str) -> Reached:
    """Where the run stands by its journal; an empty journal is begun."""
    whole = [line for line in log.read().split(b"\n")[:-1] if line]
    log.truncate(sum(len(line) + 1 for line in whole))
    log.seek(0, os.SEEK_END)
    if not whole:
        log.write(json.dumps(run).encode() + b"\n")
        log.flush()
        return Reached()
    begun = _read(whole[0], name)
    other = [key for key in run if begun.get(key) != json.loads(json.dumps(run[key]))]
    if other:
        raise ResumeError(f"{name}.part was begun with another {', '.join(other)}; run the same command, or delete it")
    return Reached(**_read(whole[-1], name)) if len(whole) > 1 else Reached()


def _read(line: bytes, name: str) -> dict[str, Any]:
    try:
        return dict(json.loads(line))
    except ValueError:
        raise ResumeError(f"{name}.part.log: no journal of a run; delete it and {name}.part") from None
