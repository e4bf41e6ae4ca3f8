"""W3C Web Annotation (JSON-LD): an AnnotationPage a document, a line each.

An annotation a mark, tagged with its label and pointing at its words by TextPositionSelector (code points, as the
recommendation has it) and TextQuoteSelector; an interrupted content has several targets.  An annotation with the
motivation ``linking`` joins each cue (its body) and a part (its target).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from attribution.documents import Document
from attribution.errors import DataError
from attribution.formats.marked import Mark, Range, attributions_of, marked
from attribution.formats.rows import read_row
from attribution.lines import read_objects
from attribution.results import Extraction

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PREFIX = "urn:x-document:"
_AROUND = 32  # characters of the text before and behind the words, by which they are found in a changed text


def to_webannotation(document: Document, result: Extraction) -> str:
    """One line: the page, with the text itself as ``partOf``, so that it can be read back alone."""
    found, page = marked(result), _PREFIX + quote(str(document.id), safe="")
    items = [_tagging(f"{page}#m{n}", page, mark, result.text) for n, mark in enumerate(found.marks)]
    items += [_linking(f"{page}#l{n}", f"{page}#m{a}", f"{page}#m{b}") for n, (a, b) in enumerate(found.links)]
    source = {"id": page, "type": "Text", "format": "text/plain", "value": document.text}
    told = {"id": document.id, "metadata": dict(document.metadata)}
    line = {
        "@context": CONTEXT, "id": f"{page}#page", "type": "AnnotationPage",
        "partOf": {**source, "body": {"type": "TextualBody", "format": "application/json", "value": _packed(told)}},
        "items": items,
    }  # fmt: skip
    return json.dumps(line, ensure_ascii=False) + "\n"


def _packed(told: Mapping[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False)


def _tagging(name: str, page: str, mark: Mark, text: str) -> dict[str, Any]:
    body: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": mark.label}]
    if mark.fields:
        body.append({"type": "TextualBody", "purpose": "describing", "format": "application/json",
                     "value": _packed(mark.fields)})  # fmt: skip
    target = [{"type": "SpecificResource", "source": page, "selector": _selectors(text, *one)} for one in mark.ranges]
    return {"id": name, "type": "Annotation", "motivation": "tagging", "body": body, "target": target}


def _selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    quoted = {"exact": text[start:end], "prefix": text[max(0, start - _AROUND) : start],
              "suffix": text[end : end + _AROUND]}  # fmt: skip
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", **quoted},
    ]


def _linking(name: str, cue: str, part: str) -> dict[str, Any]:
    return {"id": name, "type": "Annotation", "motivation": "linking", "body": cue, "target": part}


def read_webannotation(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """The pages of a file that `to_webannotation` wrote; raises `DataError` at the first that is none."""
    for where, page in read_objects(path):
        try:
            yield _read(page, where)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            if isinstance(error, DataError):
                raise
            raise DataError(f"{where}: no page of annotations ({type(error).__name__}: {error})") from None


def _read(page: Mapping[str, Any], where: str) -> tuple[Document, Extraction]:
    source = page["partOf"]
    told = json.loads(source["body"]["value"]) if "body" in source else {}
    marks, links = {}, []
    for item in page["items"]:
        if item.get("motivation") == "linking":
            links.append((item["body"], item["target"]))
        else:
            marks[item["id"]] = _mark(item)
    return read_row({
        "id": told.get("id", unquote(source["id"].removeprefix(_PREFIX))), "metadata": told.get("metadata", {}),
        "text": source["value"], "attributions": attributions_of(marks, links, where),
    }, where)  # fmt: skip


def _mark(item: Mapping[str, Any]) -> Mark:
    bodies = {body["purpose"]: body["value"] for body in _several(item["body"])}
    ranges = tuple(_range(target["selector"]) for target in _several(item["target"]))
    return Mark(bodies["tagging"], ranges, json.loads(bodies.get("describing", "{}")))


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _range(selectors: Any) -> Range:
    (place,) = (one for one in _several(selectors) if one["type"] == "TextPositionSelector")
    return place["start"], place["end"]
