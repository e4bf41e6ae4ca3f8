"""brat standoff: ``NAME.txt`` and ``NAME.ann`` a document, in a folder that the annotation tool brat serves as it is.

Marks are text-bound annotations (discontinuous where a content is interrupted), links relations from the cue, fields
attributes of the cue and one note of JSON.  The folder has brat's configuration too, and ``documents.jsonl`` with the
ids and metadata, which brat has no place for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

from attribution.documents import Document
from attribution.errors import DataError
from attribution.formats.marked import LABELS, NOTES, WORDS, Mark, Range, attributions_of, marked
from attribution.formats.rows import read_row
from attribution.lines import read_objects
from attribution.results import Certainty, CueForm, Extraction, Kind, Polarity, SpeakerType

_RELATIONS = {"content": "Says", "speaker": "By", "role": "As", "via": "Through"}
_ATTRIBUTES = {name: name.title().replace("_", "") for name in WORDS}
_VALUES = dict(zip(WORDS, map(get_args, (Kind, Polarity, SpeakerType, Certainty, CueForm)), strict=True))
_INDEX = "documents.jsonl"
_LONGEST_NAME = 80  # characters; file systems take 255 bytes
_UNSAFE = re.compile(r"^\.|[^\w.\- ]")
_PIECE = re.compile(r"[^\r\n]+")  # a text-bound annotation never holds a line break: it goes on in a further fragment
_BREAKS = re.compile(r"[\r\n]*")

ANNOTATION_CONF = (
    "[entities]\n" + "".join(f"{label.title()}\n" for label in LABELS)
    + "[relations]\n" + "".join(f"{name}\tArg1:Cue, Arg2:{label.title()}\n" for label, name in _RELATIONS.items())
    + "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n[events]\n[attributes]\n"
    + "".join(f"{_ATTRIBUTES[name]}\tArg:Cue, Value:{'|'.join(_VALUES[name])}\n" for name in WORDS)
)  # fmt: skip
VISUAL_CONF = "[options]\nText direction:rtl\n[labels]\n[drawing]\n"


def write_brat(pairs: Iterable[tuple[Document, Extraction]], folder: Path) -> None:
    """Write the documents into a folder that is there and empty."""
    (folder / "annotation.conf").write_text(ANNOTATION_CONF, encoding="utf-8")
    (folder / "visual.conf").write_text(VISUAL_CONF, encoding="utf-8")
    with (folder / _INDEX).open("w", encoding="utf-8") as index:
        for document, result in pairs:
            name = _free_name(folder, str(document.id))
            _write(folder / f"{name}.txt", document.text)
            _write(folder / f"{name}.ann", to_ann(result))
            told = {"file": name, "id": document.id, "metadata": dict(document.metadata)}
            index.write(json.dumps(told, ensure_ascii=False) + "\n")


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8", newline="", errors="replace") as out:
        out.write(text)


def _free_name(folder: Path, key: str) -> str:
    """A file name that tells the id, and stands for no other document."""
    name = _UNSAFE.sub(_percent, key)[:_LONGEST_NAME] or "%"
    names = (name if n == 1 else f"{name}~{n}" for n in count(1))
    return next(free for free in names if not (folder / f"{free}.txt").exists())


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "replace"))


def to_ann(result: Extraction) -> str:
    """The lines of an .ann file."""
    found = marked(result)
    lines = [f"T{n}\t{mark.label.title()} {_bound(result.text, mark.ranges)}" for n, mark in enumerate(found.marks, 1)]
    lines += [
        f"R{n}\t{_RELATIONS[found.marks[part].label]} Arg1:T{cue + 1} Arg2:T{part + 1}"
        for n, (cue, part) in enumerate(found.links, 1)
    ]
    cues = [(n, mark) for n, mark in enumerate(found.marks, 1) if mark.label == "cue"]
    told = [f"{_ATTRIBUTES[name]} T{n} {mark.fields[name]}" for n, mark in cues for name in WORDS]
    lines += [f"A{n}\t{attribute}" for n, attribute in enumerate(told, 1)]
    for k, (n, mark) in enumerate(cues, 1):
        note = {name: mark.fields[name] for name in NOTES if mark.fields[name]}
        lines.append(f"#{k}\tAnnotatorNotes T{n}\t{json.dumps(note, ensure_ascii=False)}")
    return "".join(line + "\n" for line in lines)


def _bound(text: str, ranges: tuple[Range, ...]) -> str:
    pieces = [(m.start(), m.end()) for start, end in ranges for m in _PIECE.finditer(text, start, end)]
    return ";".join(f"{a} {b}" for a, b in pieces) + "\t" + " ".join(text[a:b] for a, b in pieces)


def read_brat(folder: Path) -> Iterator[tuple[Document, Extraction]]:
    """The documents of a folder of brat files; raises `DataError` at the first line that does not fit."""
    index = folder / _INDEX
    told = {str(row.get("file")): row for _, row in read_objects(index)} if index.is_file() else {}
    names = [*told, *sorted(path.stem for path in folder.glob("*.ann") if path.stem not in told)]
    for name in names:
        if Path(name).name != name:
            raise DataError(f"{index}: {name!r} is no file of the folder")
        if not (folder / f"{name}.txt").is_file():
            raise DataError(f"{folder / name}.txt: no such file")
        row = told.get(name, {})
        yield read_row({
            "id": row.get("id", unquote(name)), "metadata": row.get("metadata", {}),
            "text": _read(folder / f"{name}.txt"), "attributions": _attributions(folder / name),
        }, f"{folder / name}.ann")  # fmt: skip


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not utf-8 at byte {error.start}") from None


def _attributions(stem: Path) -> list[dict[str, Any]]:
    """What the .ann file beside a text says."""
    path, text = stem.with_name(f"{stem.name}.ann"), _read(stem.with_name(f"{stem.name}.txt"))
    reader = _AnnReader(text)
    for number, line in enumerate(_read(path).split("\n") if path.is_file() else [], 1):
        try:
            reader.read(line.rstrip("\r"))
        except (ValueError, IndexError, KeyError):
            raise DataError(f"{path}:{number}: no line of brat standoff: {line}") from None
    return attributions_of(reader.marks(), reader.links, str(path))


class _AnnReader:
    """Gathers the lines of one file; what belongs to other schemes of annotation is passed over."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bound: dict[str, tuple[str, tuple[Range, ...]]] = {}
        self.links: list[tuple[str, str]] = []
        self.fields: dict[str, dict[str, Any]] = {}

    def read(self, line: str) -> None:
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            label, _, offsets = rest.split("\t")[0].partition(" ")
            self.bound[key] = label.lower(), tuple(self._joined(offsets))
        elif key.startswith("R"):
            first, second = (argument.split(":")[1] for argument in rest.split()[1:3])
            self.links.append((first, second))
        elif key[:1] in ("A", "M"):
            name, target, *value = rest.split()
            known = next((field for field in WORDS if _ATTRIBUTES[field] == name), None)
            if known and value:
                self.fields.setdefault(target, {})[known] = value[0]
        elif key.startswith("#"):
            kind_and_target, _, note = rest.partition("\t")
            self._note(kind_and_target.split()[1], note)

    def _joined(self, offsets: str) -> Iterator[Range]:
        """The ranges, fragments that only a line break parts being one."""
        pieces = sorted((int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";")))
        start, end = pieces[0]
        for a, b in pieces[1:]:
            if _BREAKS.fullmatch(self.text, end, a):
                end = b
                continue
            yield start, end
            start, end = a, b
        yield start, end

    def _note(self, target: str, note: str) -> None:
        """A note of JSON is ours; what people write beside it is for people."""
        try:
            told = json.loads(note)
        except ValueError:
            return
        if isinstance(told, Mapping):
            self.fields.setdefault(target, {}).update({name: told[name] for name in NOTES if name in told})

    def marks(self) -> dict[str, Mark]:
        return {key: Mark(label, ranges, self.fields.get(key, {})) for key, (label, ranges) in self.bound.items()}
