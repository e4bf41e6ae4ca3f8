"""Results as text: a table for people, JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from typing import Any

from attribution.results import Attribution, Extraction, Span

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate and its end: each value keeps its own direction
_SHORTEST = 40
COLUMNS = (
    "id", "kind", "cue", "cue_start", "cue_end", "lemma", "form", "content", "content_start", "content_end",
    "content_spans", "speaker", "speaker_start", "speaker_end", "speaker_type", "role", "resolved", "resolved_roles",
    "via", "polarity", "certainty",
)  # fmt: skip

Writer = Callable[[str | int, Extraction], str]


def to_jsonl(key: str | int, result: Extraction) -> str:
    """One line, the JSON of one document."""
    return json.dumps({"id": key, **result.to_dict()}, ensure_ascii=False) + "\n"


def to_csv(key: str | int, result: Extraction, safe: bool = False) -> str:
    """One row an attribution; ``safe`` puts ' before what a spreadsheet would take for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for attribution in result.attributions:
        row = [key, *_cells(attribution)]
        writer.writerow([_harmless(cell) for cell in row] if safe else row)
    return out.getvalue()


def csv_header() -> str:
    """The line above the rows of `to_csv`."""
    return ",".join(COLUMNS) + "\n"


def _harmless(cell: Any) -> Any:
    return "'" + cell if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _cells(a: Attribution) -> list[Any]:
    spans = " ".join(f"{s.start}-{s.end}" for s in a.content)
    return [
        a.kind, a.cue.text, a.cue.start, a.cue.end, a.cue.lemma, a.cue.form, " … ".join(s.text for s in a.content),
        a.content[0].start, a.content[-1].end, spans, *_span_cells(a.speaker), a.speaker_type,
        " | ".join(s.text for s in a.role), a.resolved.name if a.resolved else "",
        " | ".join(a.resolved.roles) if a.resolved else "", a.via.text if a.via else "", a.polarity, a.certainty,
    ]  # fmt: skip


def _span_cells(span: Span | None) -> list[Any]:
    return [span.text, span.start, span.end] if span else ["", "", ""]


def to_table(key: str | int, result: Extraction) -> str:
    """A block an attribution, a line a field, each value isolated so that terminals of either direction show it."""
    width = max(_SHORTEST, shutil.get_terminal_size((100, 24)).columns - 12)
    blocks = [_block(a, width) for a in result.attributions] or ["  (no attribution)\n"]
    return f"── {key}\n" + "\n".join(blocks) + "\n"


def _block(a: Attribution, width: int) -> str:
    who = a.resolved.name if a.resolved else "?"
    roles = " · ".join(a.resolved.roles) if a.resolved else ""
    rows = [
        ("who", who + (f" ({roles})" if roles else "")),
        ("says", f"{a.cue.text}  [{a.kind}, {a.polarity}]"),
        ("what", " … ".join(s.text for s in a.content)),
    ]
    if a.speaker and a.speaker.text != who:
        rows.insert(1, ("as", a.speaker.text))
    if a.via:
        rows.append(("via", a.via.text))
    return "".join(f"  {label:>5}  {_ISOLATE}{_short(value, width)}{_END}\n" for label, value in rows)


def _short(value: str, width: int) -> str:
    value = " ".join(value.split())
    return value if len(value) <= width else value[: width - 1] + "…"
