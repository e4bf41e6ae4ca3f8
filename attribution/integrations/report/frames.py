"""A table as a pandas ``DataFrame``."""

from __future__ import annotations

from typing import Any

from attribution.errors import MissingExtraError
from attribution.integrations.report.tables import Table


def frame_of(table: Table) -> Any:
    """The ``DataFrame`` of a table; raises `MissingExtraError` where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("a table as a DataFrame", "pandas", "report") from error
    return pandas.DataFrame(table.rows, columns=list(table.columns))
