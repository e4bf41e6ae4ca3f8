"""doccano: JSON Lines of a project for sequence labelling with relations, and its export read back.

Offsets count UTF-16 code units, as doccano does.  It has no fields on its labels: those of each attribution travel in
the column ``attribution``, which doccano keeps as metadata, and count as long as the cue stays where it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attribution.documents import Document
from attribution.errors import DataError
from attribution.formats.marked import NOTES, WORDS, Mark, attributions_of, marked
from attribution.formats.rows import read_row
from attribution.lines import read_objects
from attribution.offsets import Offsets
from attribution.results import Extraction


def to_doccano(document: Document, result: Extraction) -> str:
    """One line."""
    found, there = marked(result).single(), Offsets(result.text, "utf16")
    entities, told = [], {}
    for n, mark in enumerate(found.marks):
        start, end = map(there.units, mark.ranges[0])
        entities.append({"id": n, "label": mark.label, "start_offset": start, "end_offset": end})
        if mark.fields:
            told[f"{start}-{end}"] = dict(mark.fields)
    links = [{"id": n, "from_id": cue, "to_id": part, "type": "part"} for n, (cue, part) in enumerate(found.links)]
    line = {
        "text": document.text, "entities": entities, "relations": links,
        "attribution": {"id": document.id, "metadata": dict(document.metadata), "cues": told},
    }  # fmt: skip
    return json.dumps(line, ensure_ascii=False) + "\n"


def read_doccano(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """The documents of an export; raises `DataError` at the first line that is none."""
    for where, row in read_objects(path):
        try:
            yield _read(row, where)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError(f"{where}: no line of doccano ({type(error).__name__}: {error})") from None


def _read(row: Mapping[str, Any], where: str) -> tuple[Document, Extraction]:
    if not isinstance(row.get("text"), str):
        raise DataError(f"{where}: no field 'text'")
    told, there = row.get("attribution") or {}, Offsets(row["text"], "utf16")
    marks = {}
    for entity in row["entities"]:
        start, end = entity["start_offset"], entity["end_offset"]
        fields = told.get("cues", {}).get(f"{start}-{end}", {}) if entity["label"] == "cue" else {}
        known = {name: fields[name] for name in (*WORDS, *NOTES) if name in fields}
        ranges = ((there.code_points(start, where), there.code_points(end, where)),)
        marks[entity["id"]] = Mark(entity["label"], ranges, known)
    links = [(relation["from_id"], relation["to_id"]) for relation in row["relations"]]
    more = {name: value for name, value in row.items() if name not in _OWN}
    return read_row({
        "id": told.get("id", row.get("id", where)), "text": row["text"],
        "metadata": {**more, **told.get("metadata", {})}, "attributions": attributions_of(marks, links, where),
    }, where)  # fmt: skip


_OWN = ("id", "text", "entities", "relations", "attribution", "Comments")
