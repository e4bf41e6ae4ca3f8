"""TEI P5 written: the text in paragraphs, what is reported in ``<said>``, quoted words in ``<q>``; cue and speaker.

``who`` points at the speaker in the header, ``ana`` at a feature structure with the fields of the attribution.  Where
marks cross, or go over a line, an element stands in several parts, each pointing at the ``next``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from attribution.documents import Document
from attribution.errors import MissingExtraError
from attribution.results import Attribution, Extraction, Speaker

try:
    from lxml import etree
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("TEI", "lxml", "tei") from error

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{NAMESPACE}}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LISTED = {"organization": ("org", "orgName", "desc"), "unnamed": ("personGrp", "persName", "occupation"),
           "document": ("org", "orgName", "desc")}  # fmt: skip
_PERSON = ("person", "persName", "occupation")
_PHRASES = ("rs", "roleName")
_BY = "arabic-attribution"


def write_tei(pairs: Iterable[tuple[Document, Extraction]], out: IO[bytes]) -> None:
    """Write a ``<teiCorpus>``, a document at a time."""
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{TEI}teiCorpus", nsmap={None: NAMESPACE}):
            file.write(_header("Attributions"))
            for n, (document, result) in enumerate(pairs, 1):
                file.write("\n")
                file.write(to_tei(document, result, f"d{n}"))


def to_tei(document: Document, result: Extraction, prefix: str = "d1") -> Any:
    """The element ``<TEI>`` of one document; ``prefix`` begins its ids, which are of the whole file."""
    speakers = {speaker: f"{prefix}.s{n}" for n, speaker in enumerate(result.speakers, 1)}
    root = etree.Element(f"{TEI}TEI", nsmap={None: NAMESPACE})
    header = _header(str(document.id))
    root.append(header)
    if speakers:
        listed = _add(_add(_add(header, "profileDesc"), "particDesc"), "listPerson")
        types = {a.resolved: a.speaker_type for a in reversed(result.attributions) if a.speaker_type != "none"}
        for speaker, name in speakers.items():
            _speaker(listed, speaker, name, types.get(speaker, "person"))
    told = {"id": document.id, "metadata": dict(document.metadata)}
    _add(header, "xenoData", json.dumps(told, ensure_ascii=False))
    text = _add(root, "text")
    _write_lines(_add(text, "body"), result.text, list(_elements(result, prefix, speakers)))
    if result.attributions:
        fields = _add(_add(text, "back"), "div", type="attributions")
        for n, attribution in enumerate(result.attributions, 1):
            _features(fields, attribution, f"{prefix}.a{n}", speakers)
    return root


def _add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    child = etree.SubElement(parent, TEI + tag, attributes)
    child.text = NOT_IN_XML.sub("\ufffd", text) or None
    return child


def _header(title: str) -> Any:
    header = etree.Element(f"{TEI}teiHeader", nsmap={None: NAMESPACE})
    file = _add(header, "fileDesc")
    _add(_add(file, "titleStmt"), "title", title)
    _add(_add(file, "publicationStmt"), "p", f"Written by {_BY}.")
    _add(_add(file, "sourceDesc"), "p", "The text as it was given.")
    return header


def _speaker(listed: Any, speaker: Speaker, name: str, kind: str) -> None:
    tag, naming, role = _LISTED.get(kind, _PERSON)
    person = _add(listed, tag)
    person.set(XML_ID, name)
    _add(person, naming, speaker.name)
    for one in speaker.roles:
        _add(person, role, one)


def _features(parent: Any, a: Attribution, name: str, speakers: dict[Speaker, str]) -> None:
    """The fields of an attribution."""
    structure = _add(parent, "fs", type="attribution")
    structure.set(XML_ID, name)
    words = {"kind": a.kind, "polarity": a.polarity, "speaker_type": a.speaker_type, "certainty": a.certainty,
             "form": a.cue.form}  # fmt: skip
    for key, value in words.items():
        _add(_add(structure, "f", name=key), "symbol", value=value)
    _add(_add(structure, "f", name="lemma"), "string", a.cue.lemma)
    if a.resolved:
        _add(structure, "f", name="resolved", fVal=f"#{speakers[a.resolved]}")
    if a.evidence:
        several = _add(_add(structure, "f", name="evidence"), "vColl", org="list")
        for one in a.evidence:
            _add(several, "string", one)


@dataclass(slots=True)
class Element:
    """An element that is to stand around a range of the text, and its parts as they are written."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]
    parts: list[Any] = field(default_factory=list)


def _elements(result: Extraction, prefix: str, speakers: dict[Speaker, str]) -> Iterator[Element]:
    for number, a in enumerate(result.attributions, 1):
        ana = {"ana": f"#{prefix}.a{number}"}
        who = {"who": f"#{speakers[a.resolved]}"} if a.resolved else {}
        direct = "true" if a.kind == "direct" else "false"
        yield Element(a.cue.start, a.cue.end, "seg", {"type": "cue", **ana})
        for n, span in enumerate(a.content, 1):
            yield Element(span.start, span.end, "said", {**who, "direct": direct, "n": str(n), **ana})
        for span in a.quoted:
            if span not in a.content:
                yield Element(span.start, span.end, "q", ana)
        if a.speaker:
            ref = {"ref": who["who"]} if who else {}
            yield Element(a.speaker.start, a.speaker.end, "rs", {"type": "speaker", **ref, **ana})
        for n, span in enumerate(a.role, 1):
            yield Element(span.start, span.end, "roleName", {"n": str(n), **ana})
        if a.via:
            yield Element(a.via.start, a.via.end, "rs", {"type": "via", **ana})


def _write_lines(body: Any, text: str, elements: list[Element]) -> None:
    """A paragraph a line, with the elements around their words."""
    start = 0
    for line in text.split("\n"):
        paragraph = _add(body, "p")
        paragraph.tail = "\n"
        inside = [e for e in elements if e.start < start + len(line) and e.end > start]
        _Line(paragraph, text, start, start + len(line)).write(inside)
        start += len(line) + 1
    _join_parts(elements)


class _Line:
    """Writes one line: elements that cross are closed and opened again."""

    def __init__(self, paragraph: Any, text: str, start: int, end: int) -> None:
        self.text, self.at, self.end = text, start, end
        self.open: list[tuple[Any, Element | None]] = [(paragraph, None)]

    def write(self, elements: list[Element]) -> None:
        edges = {edge for e in elements for edge in (max(e.start, self.at), min(e.end, self.end))}
        begun = self.at
        for edge in sorted(edges):
            self.put(edge)
            again = self.close(edge)
            new = [e for e in elements if max(e.start, begun) == edge]
            for element in sorted([*again, *new], key=lambda e: (e.tag in _PHRASES, -e.end)):
                self.begin(element)
        self.put(self.end)

    def begin(self, element: Element) -> None:
        """Open an element; a name, in which TEI allows no quotation, is closed around it and goes on inside it."""
        around = [n for n, (_, e) in enumerate(self.open) if e and e.tag in _PHRASES]
        inside: list[Element] = []
        if around and element.tag in ("q", "said"):
            if element.tag == "q":
                return  # the marks in the text tell it too
            inside = [e for _, e in self.open[around[0] :] if e]
            del self.open[around[0] :]
        for one in (element, *inside):
            part = _add(self.open[-1][0], one.tag, **one.attributes)
            one.parts.append(part)
            self.open.append((part, one))

    def close(self, edge: int) -> list[Element]:
        """Close what ends here, and what stands inside it; the latter is to be opened again."""
        ended = [n for n, (_, element) in enumerate(self.open) if element and element.end <= edge]
        if not ended:
            return []
        inner = [element for _, element in self.open[ended[0] :] if element and element.end > edge]
        del self.open[ended[0] :]
        return inner

    def put(self, edge: int) -> None:
        """Write the text up to here; a character that XML cannot hold is an empty ``<g>``."""
        parent = self.open[-1][0]
        for n, piece in enumerate(_PIECES.split(self.text[self.at : edge])):
            if n % 2:
                _add(parent, "g", n=f"U+{ord(piece):04X}")
            elif piece and len(parent):
                parent[-1].tail = (parent[-1].tail or "") + piece
            elif piece:
                parent.text = (parent.text or "") + piece
        self.at = edge


_PIECES = re.compile(f"({NOT_IN_XML.pattern})")


def _join_parts(elements: list[Element]) -> None:
    """Let each part of an element that stands in several point at the next and the one before."""
    for number, element in enumerate(elements, 1):
        name = element.attributes["ana"].removeprefix("#")
        ids = [f"{name}.{number}.{n}" for n in range(1, len(element.parts) + 1)]
        for n, part in enumerate(element.parts if len(ids) > 1 else []):
            part.set(XML_ID, ids[n])
            if n + 1 < len(ids):
                part.set("next", f"#{ids[n + 1]}")
            if n:
                part.set("prev", f"#{ids[n - 1]}")
