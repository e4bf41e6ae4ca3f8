"""PySpark: attributions of a column of texts, by ``mapInArrow`` on every executor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from attribution.errors import AttributionError, MissingExtraError
from attribution.lexicon import Lexicon
from attribution.offsets import Unit

try:
    import pyarrow as pa
    from pyspark.sql import DataFrame
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("the Spark adapter", "pyspark", "spark") from error

from attribution.integrations.arrow import attribute_batch, output_schema

_STRINGS = ("string", "varchar", "char")


def attribute(
    frame: DataFrame, text: str = "text", id: str = "id", *, keep: Sequence[str] = (), flat: bool = False,
    offsets: Unit = "codepoints", lexicon: Lexicon | None = None,
) -> DataFrame:  # fmt: skip
    """The DataFrame of what is found in the column ``text``, as `attribution.integrations.arrow.attribute_batch` says.

    Nothing is computed before an action.  The executors need this package and pyarrow.
    """
    kinds = {field.name: field.dataType.simpleString() for field in frame.schema}
    if not kinds.get(text, "string").startswith(_STRINGS):
        raise AttributionError(f"column {text!r} is {kinds[text]}, wanted a string")
    named = pa.schema([(name, pa.string()) for name in kinds])
    columns = output_schema(named, text, id, keep=keep, flat=flat, offsets=offsets, lexicon=lexicon)
    given = {name: kinds[name] for name in (id, *keep)}
    ddl = ", ".join(f"`{field.name}` {given.get(field.name) or spark_type(field.type)}" for field in columns)
    work = partial(_batches, text=text, id=id, keep=tuple(keep), flat=flat, offsets=offsets, lexicon=lexicon)
    return frame.select(*dict.fromkeys([id, text, *keep])).mapInArrow(work, ddl)


def _batches(batches: Iterable[pa.RecordBatch], **how: Any) -> Iterator[pa.RecordBatch]:
    return (attribute_batch(batch, **how) for batch in batches)


def spark_type(kind: pa.DataType) -> str:
    """The type of a result's column in Spark's own language.

    >>> spark_type(pa.list_(pa.struct([("start", pa.int32()), ("text", pa.string())])))
    'array<struct<start:int,text:string>>'
    """
    if pa.types.is_list(kind):
        return f"array<{spark_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{','.join(f'{field.name}:{spark_type(field.type)}' for field in kind)}>"
    return {pa.int32(): "int", pa.string(): "string"}[kind]
