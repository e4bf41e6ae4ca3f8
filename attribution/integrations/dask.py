"""Dask: attributions of a column of texts, partition by partition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attribution.errors import MissingExtraError

try:
    import dask.dataframe as dd
    import pandas as pd
    import pyarrow as pa
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("the Dask adapter", "dask", "dask") from error

from attribution.integrations.arrow import output_schema
from attribution.integrations.pandas import attribute as attribute_frame


def attribute(
    frame: dd.DataFrame, text: str = "text", id: str = "id", *, keep: Sequence[str] = (), **how: Any
) -> dd.DataFrame:
    """The DataFrame of what is found in the column ``text``, as `attribution.integrations.arrow.attribute_batch` says.

    The flat form (a row an attribution) unless ``flat=False`` is said.  Nothing is computed before it is asked for; the
    workers need this package and pyarrow.
    """
    how = {"keep": tuple(keep), "flat": True, **how}
    names = dict.fromkeys([id, text, *keep])
    given = pa.Schema.from_pandas(frame._meta[[n for n in names if n in frame.columns]], preserve_index=False)
    empty = output_schema(_texts_known(given, text), text, id, **how).empty_table()
    meta = empty.to_pandas(types_mapper=pd.ArrowDtype)
    found: dd.DataFrame = frame.map_partitions(attribute_frame, text=text, id=id, meta=meta, **how)  # type: ignore[no-untyped-call]
    return found


def _texts_known(given: pa.Schema, text: str) -> pa.Schema:
    """The schema where a column of Python objects, empty in Dask's sample, is taken for texts."""
    n = given.get_field_index(text)
    return given.set(n, pa.field(text, pa.string())) if n >= 0 and pa.types.is_null(given.field(n).type) else given
