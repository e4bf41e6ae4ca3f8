"""Attributions as tools of annotation see them: labelled stretches of text, and links from each cue to its parts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from attribution.errors import DataError
from attribution.results import Attribution, Extraction, Span

Range = tuple[int, int]
Key = TypeVar("Key", bound=Hashable)
LABELS = ("cue", "content", "speaker", "role", "via")
WORDS = ("kind", "polarity", "speaker_type", "certainty", "form")  # fields of a cue that hold one of a few words
NOTES = ("lemma", "resolved", "resolved_role", "evidence")  # fields of a cue that hold text, or several


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch, of several ranges where it is interrupted; a cue carries the fields of its attribution."""

    label: str
    ranges: tuple[Range, ...]
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of a document and the links between them, each from the number of a cue to the number of a part."""

    marks: tuple[Mark, ...]
    links: tuple[tuple[int, int], ...]

    def single(self) -> Marked:
        """The same with a mark a range, for tools that know no interrupted marks."""
        marks: list[Mark] = []
        numbers: list[range] = []
        for mark in self.marks:
            numbers.append(range(len(marks), len(marks) + len(mark.ranges)))
            marks += [Mark(mark.label, (one,), mark.fields) for one in mark.ranges]
        links = [(numbers[cue][0], number) for cue, part in self.links for number in numbers[part]]
        return Marked(tuple(marks), tuple(links))


def marked(result: Extraction) -> Marked:
    """The marks of a result; a part that several attributions share is one mark."""
    marks: list[Mark] = []
    numbers: dict[tuple[str, tuple[Range, ...]], int] = {}
    links = []
    for attribution in result.attributions:
        cue = len(marks)
        marks.append(Mark("cue", (_range(attribution.cue),), _fields(attribution)))
        for part in _parts(attribution):
            number = numbers.setdefault((part.label, part.ranges), len(marks))
            if number == len(marks):
                marks.append(part)
            links.append((cue, number))
    return Marked(tuple(marks), tuple(links))


def _parts(a: Attribution) -> Iterator[Mark]:
    yield Mark("content", tuple(_range(span) for span in a.content))
    if a.speaker:
        yield Mark("speaker", (_range(a.speaker),))
    yield from (Mark("role", (_range(span),)) for span in a.role)
    if a.via:
        yield Mark("via", (_range(a.via),))


def _range(span: Span) -> Range:
    return span.start, span.end


def _fields(a: Attribution) -> dict[str, Any]:
    return {
        "kind": a.kind, "polarity": a.polarity, "speaker_type": a.speaker_type, "certainty": a.certainty,
        "form": a.cue.form, "lemma": a.cue.lemma, "resolved": a.resolved.name if a.resolved else None,
        "resolved_role": list(a.resolved.roles) if a.resolved else [], "evidence": list(a.evidence),
    }  # fmt: skip


def attributions_of(marks: Mapping[Key, Mark], links: Iterable[tuple[Key, Key]], where: str) -> list[dict[str, Any]]:
    """The attributions of a row (see `attribution.formats.rows`) that marks and links make, whoever drew them.

    A link may run either way.  Raises `DataError` for a part that is linked to no cue and for a cue without content.
    """
    parts: dict[Key, list[Mark]] = {key: [] for key, mark in marks.items() if mark.label == "cue"}
    loose = {key for key, mark in marks.items() if mark.label in LABELS[1:]}
    for first, second in links:
        cue, part = (first, second) if first in parts else (second, first)
        if cue in parts and part in marks and marks[part].label in LABELS[1:]:
            parts[cue].append(marks[part])
            loose.discard(part)
    for key in loose:
        raise DataError(f"{where}: the {marks[key].label} at {_shown(marks[key])} is linked to no cue")
    rows = [_attribution(marks[cue], linked, where) for cue, linked in parts.items()]
    return sorted(rows, key=lambda row: (row["cue"]["start"], row["cue"]["end"]))


def _attribution(cue: Mark, parts: list[Mark], where: str) -> dict[str, Any]:
    spans = {label: sorted(one for part in parts if part.label == label for one in part.ranges) for label in LABELS[1:]}
    for label in ("speaker", "via"):
        if len(spans[label]) > 1:
            raise DataError(f"{where}: the cue at {_shown(cue)} has {len(spans[label])} marks {label!r}, wanted one")
    if not spans["content"]:
        raise DataError(f"{where}: the cue at {_shown(cue)} is linked to no content")
    given = {name: value for name, value in cue.fields.items() if value not in (None, "", [])}
    start, end = cue.ranges[0][0], cue.ranges[-1][1]
    word = {name: given.pop(name) for name in ("lemma", "form") if name in given}
    row: dict[str, Any] = {
        **given,
        "cue": {"start": start, "end": end, **word},
        "speaker_type": _type(given, bool(spans["speaker"])),
    }
    lists: dict[str, Any] = {label: [list(one) for one in spans[label]] for label in ("content", "role")}
    single: dict[str, Any] = {label: list(spans[label][0]) if spans[label] else None for label in ("speaker", "via")}
    return {**row, **lists, **single}


def _type(given: Mapping[str, Any], spoken: bool) -> str:
    """What is said of the speaker's type, as far as it fits whether there is a mention."""
    said = str(given.get("speaker_type", ""))
    return (said if said not in ("", "none") else "person") if spoken else "none"


def _shown(mark: Mark) -> str:
    return ", ".join(f"{start}-{end}" for start, end in mark.ranges)
