"""TEI P5 as `attribution.integrations.tei` writes it, read back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.documents import Document
from attribution.errors import DataError, MissingExtraError
from attribution.formats.rows import read_row
from attribution.integrations.tei import TEI, XML_ID
from attribution.results import Extraction

try:
    from lxml import etree
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("TEI", "lxml", "tei") from error

_LABELS = {"said": "content", "roleName": "role"}  # the others tell it by their type


def read_tei(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """Each ``<TEI>`` of a file; raises `DataError` where the file is no XML or an attribution does not fit."""
    number = 0
    try:
        found = etree.iterparse(str(path), tag=(f"{TEI}TEI", f"{TEI}teiCorpus"), resolve_entities=False,
                                no_network=True, huge_tree=True)  # fmt: skip
        for _, element in found:
            if element.tag == f"{TEI}TEI":
                number += 1
                yield _read(element, f"{path}: TEI {number}")
                element.clear()
        if found.root.tag not in (f"{TEI}TEI", f"{TEI}teiCorpus"):
            raise DataError(f"{path}: no element TEI of the namespace of TEI P5")
    except etree.XMLSyntaxError as error:
        raise DataError(f"{path}: not XML ({error})") from None


def _read(element: Any, where: str) -> tuple[Document, Extraction]:
    body = element.find(f"{TEI}text/{TEI}body")
    if body is None:
        raise DataError(f"{where}: no text with a body")
    more = json.loads(element.findtext(f"{TEI}teiHeader/{TEI}xenoData") or "{}")
    title = element.findtext(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title") or where
    reader = _Body(body)
    fields = {f"#{fs.get(XML_ID)}": _fields(fs, _speakers(element)) for fs in element.iter(f"{TEI}fs")}
    rows = [_attribution(reader.marks[ana], told) for ana, told in fields.items() if ana in reader.marks]
    return read_row({"id": more.get("id", title), "metadata": more.get("metadata", {}), "text": reader.text,
                     "attributions": rows}, where)  # fmt: skip


def _speakers(element: Any) -> dict[str, tuple[str, list[str]]]:
    """The names and roles of the speakers, by their ids."""
    listed = element.iterfind(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}particDesc/{TEI}listPerson/*")
    return {f"#{one.get(XML_ID)}": (one[0].text or "", [part.text or "" for part in one[1:]]) for one in listed}


def _fields(fs: Any, speakers: dict[str, tuple[str, list[str]]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for f in fs.iterfind(f"{TEI}f"):
        name = f.get("name")
        if f.get("fVal"):
            found["resolved"], found["resolved_role"] = speakers.get(f.get("fVal"), (None, []))
        elif len(f) and f[0].tag == f"{TEI}vColl":
            found[name] = [one.text or "" for one in f[0]]
        elif len(f):
            found[name] = f[0].get("value") or f[0].text or ""
    return found


def _attribution(marks: dict[tuple[str, str], list[int]], fields: dict[str, Any]) -> dict[str, Any]:
    word = {name: fields.pop(name) for name in ("lemma", "form") if name in fields}
    cue = marks.get(("cue", ""))
    numbered = sorted((label, int(n), span) for (label, n), span in marks.items() if n.isdigit())
    lists = {label: [span for one, _, span in numbered if one == label] for label in ("content", "role")}
    return {
        **fields, "cue": {"start": cue[0], "end": cue[1], **word} if cue else None,
        "speaker": marks.get(("speaker", "")), "via": marks.get(("via", "")),
        **lists,
    }  # fmt: skip


class _Body:
    """The text of the paragraphs, and the marks in it by the attribution they belong to."""

    def __init__(self, body: Any) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.marks: dict[str, dict[tuple[str, str], list[int]]] = {}
        for n, paragraph in enumerate(body.iterfind(f"{TEI}p")):
            self.put("\n" if n else "")
            self.read(paragraph)
        self.text = "".join(self.pieces)

    def put(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def read(self, element: Any) -> None:
        """An element with what is in it."""
        start = self.length
        if element.tag == f"{TEI}g" and (element.get("n") or "").startswith("U+"):
            self.put(chr(int(element.get("n")[2:], 16)))
        self.put(element.text)
        for child in element:
            if isinstance(child.tag, str):  # no comment or processing instruction
                self.read(child)
            self.put(child.tail)
        if element.get("ana"):
            self.mark(element, start)

    def mark(self, element: Any, start: int) -> None:
        """A mark, or a further part of one."""
        label = _LABELS.get(element.tag.removeprefix(TEI)) or element.get("type")
        if label is None:
            return  # quoted words, which the marks in the text tell too
        marks = self.marks.setdefault(element.get("ana"), {})
        span = marks.setdefault((label, element.get("n", "")), [start, self.length])
        span[:] = min(span[0], start), max(span[1], self.length)
