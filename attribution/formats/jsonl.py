"""JSON Lines for programs: the JSON of one document a line."""

from __future__ import annotations

import json
from typing import Any

from attribution.documents import Document
from attribution.offsets import Unit
from attribution.results import Extraction


def to_jsonl(document: Document, result: Extraction, with_text: bool = False, offsets: Unit = "codepoints") -> str:
    """One line: the document's id, its text if wanted, the fields kept of the input, and what was found."""
    line: dict[str, Any] = {"id": document.id}
    if with_text:
        line["text"] = document.text
    if document.metadata:
        line["metadata"] = document.metadata
    return json.dumps({**line, **result.to_dict(offsets)}, ensure_ascii=False) + "\n"
