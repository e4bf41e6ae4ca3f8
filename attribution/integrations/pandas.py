"""pandas: a DataFrame of texts to a DataFrame of attributions, a row an attribution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attribution.documents import Document
from attribution.errors import MissingExtraError
from attribution.formats.csv import COLUMNS, cells
from attribution.offsets import Offsets
from attribution.results import Extraction

try:
    import pandas as pd
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("a DataFrame", "pandas", "pandas") from error


def attribute(frame: pd.DataFrame, text: str = "text", id: str = "id", **how: Any) -> pd.DataFrame:
    """What is found in the column ``text``, with the options of `attribution.integrations.arrow.attribute_batch`.

    The flat form (a row an attribution) unless ``flat=False`` is said; columns have Arrow's types.
    """
    import pyarrow as pa

    from attribution.integrations.arrow import attribute_table

    names = [id, text, *how.get("keep", ())]
    given = frame[[name for name in dict.fromkeys(names) if name in frame.columns]]
    table = pa.Table.from_pandas(given, preserve_index=False)
    return attribute_table(table, text, id, **{"flat": True, **how}).to_pandas(types_mapper=pd.ArrowDtype)


def to_frame(results: Iterable[tuple[Document, Extraction]]) -> pd.DataFrame:
    """Results as a DataFrame with the columns of the CSV (docs/command-line.md), a row an attribution."""
    rows = [
        [
            document.id,
            *(None if cell == "" else cell for cell in cells(attribution, Offsets(result.text, "codepoints"))),
        ]
        for document, result in results
        for attribution in result.attributions
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).convert_dtypes()
