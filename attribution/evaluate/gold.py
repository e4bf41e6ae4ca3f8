"""Annotated documents from JSON Lines: gold, predictions of any system, or the library's own, all checked alike.

A line is ``{"id", "text", "attributions"}`` (docs/json.md); a prediction needs no text, since it is read against the
gold's.  A span is ``[start, end]`` or an object with ``start`` and ``end``; ``resolved`` is a name, an object with
``name``, or null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from attribution.errors import AttributionError, DataError
from attribution.extract import extract
from attribution.lexicon import Lexicon
from attribution.lines import read_objects, shown
from attribution.offsets import by_code_points
from attribution.results import Certainty, Kind, Polarity, SpeakerType

Range = tuple[int, int]
_KINDS, _TYPES = get_args(Kind), get_args(SpeakerType)
_POLARITIES, _CERTAINTIES = get_args(Polarity), get_args(Certainty)


class GoldError(DataError):
    """A line that is no annotated document; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution as annotated: offsets only, with ``certainty`` and ``lemma`` empty where the file has none."""

    kind: str
    cue: Range
    content: tuple[Range, ...]
    speaker: Range | None
    speaker_type: str
    role: tuple[Range, ...]
    resolved: str | None
    via: Range | None
    polarity: str
    certainty: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document with its attributions."""

    id: str | int
    text: str
    reports: tuple[Report, ...]


def read_gold(path: Path) -> list[Annotated]:
    """The documents of a gold file; raises `GoldError` at the first bad line."""
    found: dict[str | int, Annotated] = {}
    for where, row in read_objects(path, GoldError):
        text = row.get("text")
        if not isinstance(text, str):
            raise GoldError(f"{where}: field 'text' is {shown(text)}, wanted a string")
        document = _document(where, row, text)
        if document.id in found:
            raise GoldError(f"{where}: the id {document.id!r} stands on an earlier line too")
        found[document.id] = document
    if not found:
        raise GoldError(f"{path}: no documents")
    return list(found.values())


def read_predicted(path: Path, gold: Iterable[Annotated]) -> dict[str | int, Annotated]:
    """Predictions by document id, checked against the gold's texts; documents the gold does not have are left out."""
    texts = {document.id: document.text for document in gold}
    found: dict[str | int, Annotated] = {}
    for where, row in read_objects(path, GoldError):
        key = _id(where, row)
        if key in found:
            raise GoldError(f"{where}: the id {key!r} stands on an earlier line too")
        if key in texts:
            found[key] = _document(where, row, texts[key])
    return found


def predict(gold: Iterable[Annotated], lexicon: Lexicon | None = None) -> dict[str | int, Annotated]:
    """What the library itself finds in the gold's texts."""
    found = {}
    for document in gold:
        row = {"id": document.id, **extract(document.text, lexicon=lexicon).to_dict()}
        found[document.id] = _document(str(document.id), row, document.text)
    return found


def _id(where: str, row: Mapping[str, Any]) -> str | int:
    key = row.get("id")
    if not isinstance(key, (str, int)):
        raise GoldError(f"{where}: field 'id' is {shown(key)}, wanted a string or a number")
    return key


def _document(where: str, row: Mapping[str, Any], text: str) -> Annotated:
    try:
        row = by_code_points(row, text)
    except AttributionError as error:
        raise GoldError(f"{where}: {error}") from None
    reports = row.get("attributions")
    if not isinstance(reports, list):
        raise GoldError(f"{where}: field 'attributions' is {shown(reports)}, wanted a list")
    read = (_Report(f"{where}: attribution {n}", raw, text).read() for n, raw in enumerate(reports, 1))
    return Annotated(_id(where, row), text, tuple(read))


class _Report:
    """Reads one attribution; every complaint begins with where it stands."""

    def __init__(self, where: str, raw: Any, text: str) -> None:
        if not isinstance(raw, dict):
            raise GoldError(f"{where}: {shown(raw)}, wanted an object")
        self.where, self.raw, self.text = where, raw, text

    def read(self) -> Report:
        cue = self.one("cue")
        if cue is None:
            raise GoldError(f"{self.where}: no cue")
        return Report(
            kind=self.closed("kind", _KINDS), cue=cue, content=self.many("content"), speaker=self.one("speaker"),
            speaker_type=self.closed("speaker_type", _TYPES), role=self.many("role"), resolved=self.name(),
            via=self.one("via"), polarity=self.closed("polarity", _POLARITIES, "asserted"),
            certainty=self.closed("certainty", _CERTAINTIES, ""), lemma=self.lemma(),
        )  # fmt: skip

    def one(self, field: str) -> Range | None:
        raw = self.raw.get(field)
        return None if raw is None else self.span(field, raw)

    def many(self, field: str) -> tuple[Range, ...]:
        raw = self.raw.get(field) or []
        if not isinstance(raw, list):
            raise GoldError(f"{self.where}: {field} is {shown(raw)}, wanted a list of spans")
        return tuple(self.span(field, item) for item in raw)

    def span(self, field: str, raw: Any) -> Range:
        pair = [raw.get("start"), raw.get("end")] if isinstance(raw, dict) else raw
        if not isinstance(pair, list) or len(pair) != 2 or not all(type(offset) is int for offset in pair):
            raise GoldError(f"{self.where}: {field} is {shown(raw)}, wanted [start, end]")
        start, end = pair
        if not 0 <= start < end <= len(self.text):
            raise GoldError(f"{self.where}: {field} {start}:{end} is no span of a text of {len(self.text)} characters")
        said = raw.get("text") if isinstance(raw, dict) else None
        if said is not None and said != self.text[start:end]:
            raise GoldError(f"{self.where}: {field} {start}:{end} reads differently in the gold's text")
        return start, end

    def name(self) -> str | None:
        raw = self.raw.get("resolved")
        name = raw.get("name") if isinstance(raw, dict) else raw
        if name is not None and not isinstance(name, str):
            raise GoldError(f"{self.where}: resolved is {shown(raw)}, wanted a name or null")
        return name

    def closed(self, field: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.raw.get(field) or default
        if value is None or (value not in allowed and value != default):
            raise GoldError(f"{self.where}: {field} is {value!r}, wanted one of {', '.join(allowed)}")
        return str(value)

    def lemma(self) -> str:
        cue = self.raw["cue"]
        return str(cue.get("lemma", "")) if isinstance(cue, dict) else ""
