"""Results as text: a table for people, JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from typing import Any

import regex

from attribution.results import Attribution, Extraction, Span

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate and its end: each value keeps its own direction
_LETTER = regex.compile(r"\X")  # a letter with its marks
_NARROWEST, _MARGIN = 40, 12
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
    """A numbered block an attribution, a line a field; long values go on in further lines, nothing is cut.

    Labels stand at the left and each line of a value is isolated, so that a terminal or an editor of either direction
    shows every value in its own direction.
    """
    room = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns - _MARGIN)
    blocks = [_block(n, a, room) for n, a in enumerate(result.attributions, 1)] or ["    (no attribution)\n"]
    return f"── {_isolated(str(key))}\n" + "\n".join(blocks) + "\n"


def _block(number: int, a: Attribution, room: int) -> str:
    who = a.resolved.name if a.resolved else "?"
    roles = [role for role in (a.resolved.roles if a.resolved else ()) if role != who]
    rows = [("who", who, " · ".join(roles))]
    if a.speaker and a.speaker.text != who:
        rows.append(("as", a.speaker.text, ""))
    rows.append(("says", a.cue.text, f"{a.kind}, {a.polarity}"))
    rows += [("what", span.text, "") for span in a.content]
    if a.via:
        rows.append(("via", a.via.text, ""))
    lines = [line for label, value, note in rows for line in _lines(label, value, note, room)]
    return f"{number:3}" + "\n".join(lines)[3:] + "\n"


def _lines(label: str, value: str, note: str, room: int) -> list[str]:
    """The lines of one field: label, value, and what is to be noted of it in brackets."""
    first, *rest = _wrapped(value, room)
    lines = [f"{label:>8} │ {_isolated(first)}", *(f"{'':8} │ {_isolated(line)}" for line in rest)]
    lines[-1] += f" ({_isolated(note)})" if note else ""
    return lines


def _isolated(text: str) -> str:
    return _ISOLATE + text + _END


def _wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` letters, broken at spaces and never inside a letter and its marks.

    >>> _wrapped("الجسر جاهز منذ أمس", 10)
    ['الجسر جاهز', 'منذ أمس']
    """
    lines, length = [""], 0
    for word in text.split():
        letters = _LETTER.findall(word)
        if length and length + 1 + len(letters) > room:
            lines.append("")
            length = 0
        for start in range(0, len(letters), room):
            piece = letters[start : start + room]
            if start:
                lines.append("")
            lines[-1] += (" " if length and not start else "") + "".join(piece)
            length = len(piece) if start else length + bool(length) + len(piece)
    return lines
