"""Results in the formats of others: what is written for people, for programs and for spreadsheets."""

from attribution.formats.csv import COLUMNS, csv_header, to_csv
from attribution.formats.jsonl import to_jsonl
from attribution.formats.rows import read_results, read_row
from attribution.formats.table import to_table

__all__ = ["COLUMNS", "csv_header", "read_results", "read_row", "to_csv", "to_jsonl", "to_table"]
