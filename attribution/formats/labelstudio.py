"""Label Studio: tasks with what was found as predictions, to be corrected by hand, and its export read back.

`CONFIG` is the labelling interface that the tasks are made for.  Offsets count code points; an export that counts
UTF-16 code units, as some versions do, is known by the text that each region carries.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, get_args

from attribution.documents import Document
from attribution.errors import DataError
from attribution.formats.marked import LABELS, Mark, Range, attributions_of, marked
from attribution.formats.rows import read_row
from attribution.lines import shown
from attribution.offsets import Offsets
from attribution.results import Certainty, Extraction, Kind, Polarity, SpeakerType

_COLOURS = dict(zip(LABELS, ("#b3261e", "#8a6d00", "#0b57d0", "#146c2e", "#6750a4"), strict=True))
_CHOICES = {"kind": Kind, "polarity": Polarity, "speaker_type": SpeakerType, "certainty": Certainty}
_TEXTS = ("resolved", "resolved_role")
_HIDDEN = ("form", "lemma", "evidence")  # fields that nobody corrects: they travel in the task's meta, by cue


def _control(tag: str, name: str, more: str, inner: str = "") -> str:
    """A control for a field of a cue."""
    where = 'toName="text" perRegion="true" whenTagName="label" whenLabelValue="cue"'
    return f'  <{tag} name="{name}" {where}{more}>{inner}</{tag}>\n'


def _choices(name: str) -> str:
    return _control("Choices", name, "", "".join(f'<Choice value="{value}"/>' for value in get_args(_CHOICES[name])))


CONFIG = (
    '<View style="direction: rtl">\n  <Relations><Relation value="part"/></Relations>\n'
    + '  <Labels name="label" toName="text">'
    + "".join(f'<Label value="{label}" background="{_COLOURS[label]}"/>' for label in LABELS)
    + '</Labels>\n  <Text name="text" value="$text"/>\n'
    + "".join(map(_choices, _CHOICES))
    + _control("TextArea", "resolved", ' maxSubmissions="1"')
    + _control("TextArea", "resolved_role", ' maxSubmissions="9"')
    + "</View>\n"
)


def write_labelstudio(pairs: Iterable[tuple[Document, Extraction]], out: IO[str]) -> None:
    """Write a JSON array of tasks, one at a time."""
    separator = "[\n"
    for document, result in pairs:
        out.write(separator + json.dumps(to_task(document, result), ensure_ascii=False))
        separator = ",\n"
    out.write("\n]\n" if separator == ",\n" else "[]\n")


def to_task(document: Document, result: Extraction) -> dict[str, Any]:
    """A task whose prediction is what was found."""
    found = marked(result).single()
    names = [f"m{n}" for n in range(len(found.marks))]
    regions = [
        part for name, mark in zip(names, found.marks, strict=True) for part in _regions(name, mark, result.text)
    ]
    links = [{"type": "relation", "from_id": names[cue], "to_id": names[part], "direction": "right", "labels": ["part"]}
             for cue, part in found.links]  # fmt: skip
    hidden = {_key(mark.ranges): {name: mark.fields[name] for name in _HIDDEN} for mark in found.marks if mark.fields}
    return {
        "data": {"text": document.text, "id": document.id, "metadata": dict(document.metadata), "cues": hidden},
        "predictions": [{"model_version": "arabic-attribution", "result": [*regions, *links]}],
    }


def _key(ranges: Sequence[Range]) -> str:
    return f"{ranges[0][0]}-{ranges[-1][1]}"


def _regions(name: str, mark: Mark, text: str) -> Iterator[dict[str, Any]]:
    """The region of a mark, and for a cue its fields, each a result of the same region."""
    ((start, end),) = mark.ranges
    place = {"start": start, "end": end, "text": text[start:end]}
    region = {"id": name, "to_name": "text"}
    yield {**region, "from_name": "label", "type": "labels", "value": {**place, "labels": [mark.label]}}
    if mark.fields:
        for field in _CHOICES:
            yield {**region, "from_name": field, "type": "choices", "value": {**place, "choices": [mark.fields[field]]}}
        told = {"resolved": [mark.fields["resolved"]] if mark.fields["resolved"] else [],
                "resolved_role": mark.fields["resolved_role"]}  # fmt: skip
        for field in _TEXTS:
            if told[field]:
                value = {"start": start, "end": end, "text": told[field]}
                yield {**region, "from_name": field, "type": "textarea", "value": value}


def read_labelstudio(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """The tasks of an export (JSON), with their last annotation that was not cancelled, else their prediction."""
    try:
        tasks = json.loads(path.read_bytes().decode("utf-8-sig"))
    except ValueError as error:
        raise DataError(f"{path}: not JSON ({error})") from None
    if not isinstance(tasks, list):
        raise DataError(f"{path}: {shown(tasks)}, wanted a list of tasks (the export named JSON)")
    for n, task in enumerate(tasks, 1):
        yield read_task(task, f"{path}: task {n}")


def read_task(task: Any, where: str) -> tuple[Document, Extraction]:
    """A task as values."""
    data = task.get("data") if isinstance(task, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(data.get("text"), str):
        raise DataError(f"{where}: {shown(task)}, wanted a task with data.text")
    try:
        attributions = _Results(data, _result(task)).attributions(where)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError(f"{where}: no result as Label Studio writes them ({type(error).__name__}: {error})") from None
    more = {name: value for name, value in data.items() if name not in ("text", "id", "metadata", "cues")}
    row = {"id": data.get("id", task.get("id", where)), "text": data["text"], "attributions": attributions,
           "metadata": {**more, **(data.get("metadata") or {})}}  # fmt: skip
    return read_row(row, where)


def _result(task: Mapping[str, Any]) -> list[Any]:
    done = [one for one in task.get("annotations") or [] if not one.get("was_cancelled")]
    chosen = done or task.get("predictions") or []
    return list(chosen[-1]["result"]) if chosen else []


def _field(name: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """A field of a cue, from the control of its name."""
    if name in _CHOICES:
        return {name: value["choices"][0]}
    told = [value["text"]] if isinstance(value.get("text"), str) else value.get("text", [])
    return {"resolved": {name: told[0] if told else None}, "resolved_role": {name: told}}.get(name, {})


class _Results:
    """The results of one annotation."""

    def __init__(self, data: Mapping[str, Any], result: list[Any]) -> None:
        self.text, self.hidden = str(data["text"]), data.get("cues") or {}
        self.result = result
        self.wide = Offsets(self.text, "utf16")

    def attributions(self, where: str) -> list[dict[str, Any]]:
        fields: dict[str, dict[str, Any]] = {}
        for one in self.result:
            if one["type"] in ("choices", "textarea"):
                fields.setdefault(one["id"], {}).update(_field(one["from_name"], one["value"]))
        marks = {one["id"]: self.mark(one["value"], fields.get(one["id"], {})) for one in self.result
                 if one["type"] == "labels" and one["value"].get("labels")}  # fmt: skip
        links = [(one["from_id"], one["to_id"]) for one in self.result if one["type"] == "relation"]
        return attributions_of(marks, links, where)

    def mark(self, value: Mapping[str, Any], fields: Mapping[str, Any]) -> Mark:
        ranges = (self.range(value),)
        return Mark(str(value["labels"][0]), ranges, {**self.hidden.get(_key(ranges), {}), **fields})

    def range(self, value: Mapping[str, Any]) -> Range:
        """The offsets of a region in code points: those that re-read its text."""
        start, end = int(value["start"]), int(value["end"])
        if "text" in value and _letters(self.text[start:end]) != _letters(value["text"]):
            return self.wide.code_points(start), self.wide.code_points(end)
        return start, end


def _letters(text: str) -> str:
    """A text without white space, which Label Studio writes in its own way."""
    return re.sub(r"\s|\\n", "", text)
