"""JSON Lines (packed or not) read strictly: the first line that is no JSON object stops, named by file and line."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from attribution.errors import DataError

_GZIP = b"\x1f\x8b"


def read_objects(path: Path, error: type[DataError] = DataError) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each line's object with its place (``file:line``); ``-`` is standard input."""
    number = 0
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{path}:{number}", _object(f"{path}:{number}", line, error)
    except (OSError, EOFError, zlib.error) as broken:
        raise error(f"{path}:{number + 1}: {getattr(broken, 'strerror', None) or broken}") from None


def _opened(path: Path) -> IO[bytes]:
    stream = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    packed = hasattr(stream, "peek") and stream.peek(2).startswith(_GZIP)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if packed else stream


def _object(where: str, line: bytes, error: type[DataError]) -> Mapping[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as broken:
        raise error(f"{where}: not utf-8 at byte {broken.start} of the line") from None
    except (ValueError, RecursionError) as broken:  # also a number of more digits than Python converts
        raise error(f"{where}: not JSON ({broken})") from None
    if not isinstance(row, dict):
        raise error(f"{where}: {shown(row)}, wanted an object with id and attributions")
    return row


def shown(value: object) -> str:
    """A value for a message: its JSON if that is short, else what it is."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"a {type(value).__name__}"
