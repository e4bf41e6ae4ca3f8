"""Arrow: batches of texts in, batches of attributions out, in a schema with a version (docs/clusters.md).

Whatever speaks Arrow runs the library by `attribute_batch`: Spark, Dask, DuckDB, Polars, Parquet files.  The nested
form has a row a document, the flat form a row an attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from attribution.documents import Document
from attribution.errors import AttributionError, MissingExtraError
from attribution.extract import extract
from attribution.formats.csv import COLUMNS, cells
from attribution.formats.rows import read_row
from attribution.lexicon import Lexicon, check_lexicon
from attribution.offsets import Offsets, Unit, check_unit
from attribution.results import Extraction, Issue

try:
    import pyarrow as pa
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("the Arrow adapter", "pyarrow", "arrow") from error

VERSION = "1"  # of the schema: another number means that a column or a field changed its name, type or meaning
_VERSION_KEY, _OFFSETS_KEY = b"arabic-attribution.schema", b"arabic-attribution.offsets"

SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
CUE = pa.struct([*SPAN, ("lemma", pa.string()), ("form", pa.string())])
SPEAKER = pa.struct([("name", pa.string()), ("roles", pa.list_(pa.string()))])
ATTRIBUTION = pa.struct([
    ("kind", pa.string()), ("cue", CUE), ("content", pa.list_(SPAN)), ("quoted", pa.list_(SPAN)), ("speaker", SPAN),
    ("speaker_type", pa.string()), ("role", pa.list_(SPAN)), ("resolved", SPEAKER), ("via", SPAN),
    ("polarity", pa.string()), ("certainty", pa.string()), ("evidence", pa.list_(pa.string())),
])  # fmt: skip
ISSUE = pa.struct([("code", pa.string()), ("message", pa.string()), ("span", SPAN)])
NESTED = (pa.field("attributions", pa.list_(ATTRIBUTION)), pa.field("issues", pa.list_(ISSUE)))
FLAT = tuple(
    pa.field(name, pa.int32() if name.endswith(("_start", "_end")) else pa.string()) for name in COLUMNS if name != "id"
)


def attribute_batch(
    batch: pa.RecordBatch, text: str = "text", id: str = "id", *, keep: Sequence[str] = (), flat: bool = False,
    offsets: Unit = "codepoints", lexicon: Lexicon | None = None,
) -> pa.RecordBatch:  # fmt: skip
    """What is found in the column ``text`` of a batch: column ``id``, the columns to ``keep``, and the attributions.

    A text that is null has null attributions (no row in the flat form).  Should the library fail on a text, its row has
    no attributions and the issue ``defect``: one text never costs a batch.
    """
    schema = output_schema(batch.schema, text, id, keep=keep, flat=flat, offsets=offsets, lexicon=lexicon)
    found = [_found(one, lexicon) for one in batch.column(text).to_pylist()]
    given = [batch.column(name) for name in (id, *keep)]
    if flat:
        rows = pa.array([n for n, one in enumerate(found) for _ in (one.attributions if one else ())], pa.int32())
        columns = [*(column.take(rows) for column in given), *_flat_columns(found, offsets)]
    else:
        columns = [*given, *_nested_columns([one.to_dict(offsets) if one else None for one in found])]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def attribute_reader(reader: Any, text: str = "text", id: str = "id", **how: Any) -> pa.RecordBatchReader:
    """`attribute_batch` over a stream of batches (a ``RecordBatchReader``), lazily: in memory is one batch."""
    schema = output_schema(reader.schema, text, id, **how)
    return pa.RecordBatchReader.from_batches(schema, map(partial(attribute_batch, text=text, id=id, **how), reader))


def attribute_table(table: pa.Table, text: str = "text", id: str = "id", **how: Any) -> pa.Table:
    """`attribute_batch` over a table."""
    return attribute_reader(table.to_reader(_BATCH), text, id, **how).read_all()


_BATCH = 1000  # rows worked on at once where the caller does not say


def output_schema(
    given: pa.Schema, text: str = "text", id: str = "id", *, keep: Sequence[str] = (), flat: bool = False,
    offsets: Unit = "codepoints", lexicon: Lexicon | None = None,
) -> pa.Schema:  # fmt: skip
    """The schema of what `attribute_batch` makes of batches with the schema ``given``; checks what it is asked for."""
    check_unit(offsets)
    check_lexicon(lexicon)
    for name in (text, id, *keep):
        if name not in given.names:
            raise AttributionError(f"no column {name!r}, only {', '.join(given.names) or 'none'}")
    kind = given.field(text).type
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    if not any(check(plain) for check in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)):
        raise AttributionError(f"column {text!r} is {kind}, wanted a string")
    taken = [name for name in (id, *keep) if name in {field.name for field in (FLAT if flat else NESTED)}]
    if taken:
        raise AttributionError(f"column {taken[0]!r} has the name of a column of the result; rename it")
    metadata = {_VERSION_KEY: VERSION.encode(), _OFFSETS_KEY: offsets.encode()}
    return pa.schema([*(given.field(name) for name in (id, *keep)), *(FLAT if flat else NESTED)], metadata)


def results_of(
    batches: Iterable[pa.RecordBatch], text: str = "text", id: str = "id"
) -> Iterator[tuple[Document, Extraction]]:
    """Batches of the nested form that kept their text (``keep=["text"]``), read back; other columns are metadata."""
    for batch in batches:
        offsets = (batch.schema.metadata or {}).get(_OFFSETS_KEY, b"codepoints").decode()
        for n, row in enumerate(batch.to_pylist()):
            more = {name: value for name, value in row.items() if name not in (text, id, "attributions", "issues")}
            full = {"id": row.get(id), "text": row.get(text), "metadata": more, "offsets": offsets,
                    "attributions": row["attributions"], "issues": row["issues"]}  # fmt: skip
            yield read_row(full, f"row {n}")


def _found(text: str | None, lexicon: Lexicon | None) -> Extraction | None:
    if text is None:
        return None
    try:
        return extract(text, lexicon=lexicon)
    except Exception as error:
        return Extraction(text, (), (), (Issue("defect", f"please report it ({type(error).__name__}: {error})"),))


def _nested_columns(found: Sequence[dict[str, Any] | None]) -> list[pa.Array]:
    return [pa.array([one[field.name] if one else None for one in found], field.type) for field in NESTED]


def _flat_columns(found: Sequence[Extraction | None], offsets: Unit) -> list[pa.Array]:
    rows = [
        [None if cell == "" else cell for cell in cells(attribution, there)]
        for one in found if one
        for there in [Offsets(one.text, offsets)]
        for attribution in one.attributions
    ]  # fmt: skip
    columns = zip(*rows, strict=True) if rows else [()] * len(FLAT)
    return [pa.array(column, field.type) for column, field in zip(columns, FLAT, strict=True)]
