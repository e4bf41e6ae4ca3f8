"""Parquet files: their rows as documents, results written as they are found, results read back."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from attribution.documents import Broken, Document, Reading
from attribution.errors import DataError, MissingExtraError
from attribution.formats.csv import plain_cell
from attribution.offsets import Unit
from attribution.results import Extraction
from attribution.sinks import open_bytes

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("Parquet", "pyarrow", "arrow") from error

from attribution.integrations.arrow import NESTED, output_schema, results_of

_ROWS = 1000  # rows read, or written, at once
_SURROGATE = re.compile("[\ud800-\udfff]")  # UTF-8, and so Parquet, cannot hold one


def read_documents(stream: IO[bytes], stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    """The rows of an open Parquet file, read in pieces; a row without id is named by its number, from 1 on."""
    source = stream if stream.seekable() else pa.BufferReader(stream.read())
    try:
        file = pq.ParquetFile(source)
        if how.field not in file.schema_arrow.names:
            names = ", ".join(file.schema_arrow.names) or "none"
            yield Broken(f"{shown}: no column {how.field!r}, only {names}; name it with --field")
            return
        yield from _rows(file, stem, shown, how)
    except (pa.ArrowException, OSError) as error:
        yield Broken(f"{shown}: not Parquet ({str(error).splitlines()[0]})")


def _rows(file: Any, stem: str, shown: str, how: Reading) -> Iterator[Document | Broken]:
    wanted = [how.field, how.id_field, *how.keep]
    names = [name for name in file.schema_arrow.names if "*" in how.keep or name in wanted]
    number = 0
    for batch in file.iter_batches(_ROWS, columns=names):
        for row in batch.to_pylist():
            number += 1
            yield _document(row, f"{stem}:{number}", f"{shown}:{number}", how)


def _document(row: Mapping[str, Any], default: str, shown: str, how: Reading) -> Document | Broken:
    text, key = row[how.field], row.get(how.id_field)
    if not isinstance(text, str):
        return Broken(
            f"{shown}: column {how.field!r} is {'null' if text is None else type(text).__name__}, wanted a string"
        )
    if key is None:
        key = default
    kept = {name: json_like(value) for name, value in how.kept(row).items()}
    return Document(
        key if isinstance(key, (str, int)) and not isinstance(key, bool) else str(json_like(key)), text, kept
    )


def json_like(value: Any) -> Any:
    """A value of a column as JSON has it: times as ISO 8601, bytes and decimals as their text."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): json_like(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [json_like(one) for one in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


class ParquetSink:
    """Takes what `to_jsonl` writes, as rows of ``id``, ``text`` if wanted, ``metadata``, and the nested form."""

    def __init__(self, out: IO[bytes], with_text: bool, offsets: Unit) -> None:
        given = pa.schema([("id", pa.string()), ("text", pa.string()), ("metadata", pa.map_(pa.string(), pa.string()))])
        self.schema = output_schema(given, keep=["text", "metadata"] if with_text else ["metadata"], offsets=offsets)
        self.writer = pq.ParquetWriter(out, self.schema, compression="zstd")
        self.rows: list[dict[str, Any]] = []

    def write(self, line: str) -> None:
        """One document."""
        row = json.loads(_SURROGATE.sub("\ufffd", line))
        metadata = {name: str(plain_cell(value)) for name, value in row.get("metadata", {}).items()}
        self.rows.append({**row, "id": str(row["id"]), "metadata": list(metadata.items())})
        if len(self.rows) == _ROWS:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            self.writer.write_batch(pa.RecordBatch.from_pylist(self.rows, self.schema))
            self.rows = []

    def isatty(self) -> bool:
        return False


@contextmanager
def open_parquet(name: str, with_text: bool, offsets: Unit = "codepoints") -> Iterator[ParquetSink]:
    """A Parquet file that is complete or absent under its name, which takes the lines of `to_jsonl`."""
    with open_bytes(name) as out:
        sink = ParquetSink(out, with_text, offsets)
        yield sink
        sink.flush()
        sink.writer.close()


def read_results(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """The rows of a Parquet file of results with text, such as ``extract --format parquet --with-text`` writes."""
    try:
        file = pq.ParquetFile(path)
        missing = [
            name for name in ("id", "text", *(field.name for field in NESTED)) if name not in file.schema_arrow.names
        ]
        if missing:
            raise DataError(
                f"{path}: no column {missing[0]!r}; wanted what extract --format parquet --with-text writes"
            )
        for document, result in results_of(file.iter_batches(_ROWS)):
            yield _with_plain_metadata(document), result
    except pa.ArrowException as error:
        raise DataError(f"{path}: not Parquet ({str(error).splitlines()[0]})") from None


def _with_plain_metadata(document: Document) -> Document:
    """The map ``metadata`` that `ParquetSink` writes, and other columns, as one object."""
    more = dict(document.metadata)
    kept = dict(more.pop("metadata", None) or ())
    return Document(document.id, document.text, json_like({**more, **kept}))
