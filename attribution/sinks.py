"""Where results go: standard output, or a file that is either complete or absent under its name."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

# a lone surrogate of the text becomes its escape, which in JSON is the very same character
ERRORS = "backslashreplace"


@contextmanager
def open_sink(name: str | None, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Standard output for None; else a temporary file beside ``name`` that takes its name when all is written.

    A device or a pipe that already stands under the name is written to as it is.
    """
    if name is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        sys.stdout.reconfigure(encoding=encoding, errors=ERRORS, newline="")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
    elif os.path.exists(name) and not os.path.isfile(name):
        with open(name, "w", encoding=encoding, errors=ERRORS, newline="") as out:
            yield out
    else:
        with open_bytes(name) as data, _text_on(data, encoding) as text:
            yield text


def _text_on(data: IO[bytes], encoding: str) -> IO[str]:
    return open(data.fileno(), "w", encoding=encoding, errors=ERRORS, newline="", closefd=False)


@contextmanager
def open_bytes(name: str | None) -> Iterator[IO[bytes]]:
    """As `open_sink`, for bytes."""
    if name is None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed")
        yield sys.stdout.buffer
        sys.stdout.flush()
    elif os.path.exists(name) and not os.path.isfile(name):
        with open(name, "wb") as out:
            yield out
    else:
        yield from _replaced(name)


def _replaced(name: str) -> Iterator[IO[bytes]]:
    """A temporary file beside ``name`` that takes its name when all is written."""
    target, temporary = Path(os.path.realpath(name)), ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        replace(temporary, target)
    except BaseException as error:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
        if isinstance(error, OSError) and error.filename not in (None, str(target)):
            error.filename = str(target)  # not the temporary name, which means nothing to the caller
        raise


def replace(temporary: str | Path, target: Path) -> None:
    """Give a finished file its name, with the rights of the file that stood there."""
    os.chmod(temporary, _mode(target))
    os.replace(temporary, target)


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    return 0o666 & ~_mask()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def open_folder(name: str) -> Iterator[Path]:
    """An empty folder that takes its name when all is written in it; what is there already must be an empty folder."""
    target = Path(os.path.realpath(name))
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise FileExistsError(errno.EEXIST, "there already, and no empty folder", name)
    temporary = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent))
    try:
        yield temporary
        os.chmod(temporary, 0o777 & ~_mask())
        os.replace(temporary, target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
