"""Who speaks in a collection: counts over many results, as tables, CSV, pandas frames and a page with plots."""

from attribution.integrations.report.collection import Collection
from attribution.integrations.report.facts import Facts, facts_of
from attribution.integrations.report.frames import frame_of
from attribution.integrations.report.page import report_html
from attribution.integrations.report.tables import TABLES, Table, table_csv, table_of

__all__ = ["TABLES", "Collection", "Facts", "Table", "facts_of", "frame_of", "report_html", "table_csv", "table_of"]
