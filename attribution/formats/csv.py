"""CSV for spreadsheets: one row an attribution."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from attribution.documents import Document
from attribution.offsets import Offsets, Unit
from attribution.results import Attribution, Extraction, Span

COLUMNS = (
    "id", "kind", "cue", "cue_start", "cue_end", "lemma", "form", "content", "content_start", "content_end",
    "content_spans", "speaker", "speaker_start", "speaker_end", "speaker_type", "role", "resolved", "resolved_roles",
    "via", "polarity", "certainty",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula


def csv_header(kept: Sequence[str] = ()) -> str:
    """The line above the rows of `to_csv`; ``kept`` are the fields of the input that are passed through."""
    return _lines([[*COLUMNS, *(f"metadata.{name}" for name in kept)]])


def to_csv(
    document: Document, result: Extraction, kept: Sequence[str] = (), safe: bool = False, offsets: Unit = "codepoints"
) -> str:
    """One row an attribution; ``safe`` puts ' before what a spreadsheet would take for a formula."""
    more = [plain_cell(document.metadata.get(name, "")) for name in kept]
    there = Offsets(result.text, offsets)
    rows = [[document.id, *cells(attribution, there), *more] for attribution in result.attributions]
    return _lines([[harmless(cell) for cell in row] for row in rows] if safe else rows)


def _lines(rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def plain_cell(value: Any) -> Any:
    """A value of the input as one cell: text and numbers as they are, anything else as its JSON."""
    return value if isinstance(value, (str, int, float)) else json.dumps(value, ensure_ascii=False)


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def cells(a: Attribution, offsets: Offsets) -> list[Any]:
    """What the columns behind ``id`` hold for one attribution; what there is none of is an empty text."""
    ranges = [(offsets.units(span.start), offsets.units(span.end)) for span in a.content]
    return [
        a.kind, *_span_cells(a.cue, offsets), a.cue.lemma, a.cue.form, " … ".join(s.text for s in a.content),
        ranges[0][0], ranges[-1][1], " ".join(f"{start}-{end}" for start, end in ranges),
        *_span_cells(a.speaker, offsets), a.speaker_type, " | ".join(s.text for s in a.role),
        a.resolved.name if a.resolved else "", " | ".join(a.resolved.roles) if a.resolved else "",
        a.via.text if a.via else "", a.polarity, a.certainty,
    ]  # fmt: skip


def _span_cells(span: Span | None, offsets: Offsets) -> list[Any]:
    return [span.text, offsets.units(span.start), offsets.units(span.end)] if span else ["", "", ""]
