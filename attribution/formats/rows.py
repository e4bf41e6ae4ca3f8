"""One row of a result or gold file to a `Document` and an `Extraction`; what a file by hand leaves open is filled in.

A row is the JSON of one document with its text (docs/json.md), in the full form that the library writes or in the form
of gold files: a span may be ``[start, end]``, ``resolved`` a name with ``resolved_role`` beside it, and all but ``cue``
and ``content`` may be missing.  Every other format is read into such rows, so that all are completed and checked alike.
`read_results` reads a file of them: what ``attribution extract --format jsonl --with-text`` writes, and gold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

from attribution.documents import Document
from attribution.errors import AttributionError, DataError
from attribution.issues import issues_of
from attribution.lines import read_objects, shown
from attribution.marks import Pairs, pair_marks, trimmed
from attribution.offsets import Unit, by_code_points
from attribution.results import Extraction
from attribution.view import View, read_view

Row = Mapping[str, Any]
_KNOWN = ("id", "text", "metadata", "offsets", "attributions", "issues")


def read_results(path: Path, offsets: Unit | None = None) -> Iterator[tuple[Document, Extraction]]:
    """The documents of a file of rows with text (.jsonl, packed or not, or ``-``), each with its attributions.

    Raises `DataError` at the first line that is no such row, with file, line and field.
    """
    for where, row in read_objects(path):
        yield read_row(row, where, f"{path.stem}:{where.rpartition(':')[2]}", offsets)


def read_row(row: Row, where: str, default_id: str = "", offsets: Unit | None = None) -> tuple[Document, Extraction]:
    """A row with its text as values; ``where`` names it in messages, ``default_id`` stands for an id it has not."""
    text, key = row.get("text"), row.get("id", default_id)
    if not isinstance(text, str):
        raise DataError(f"{where}: field 'text' is {shown(text)}, wanted a string (extract --with-text writes it)")
    if not isinstance(key, (str, int)) or isinstance(key, bool):
        raise DataError(f"{where}: field 'id' is {shown(key)}, wanted a string or a number")
    try:
        data = Completion(text).completed(by_code_points(row, text, offsets))
        return Document(key, text, _metadata(row)), Extraction.from_dict(data, text)
    except AttributionError as error:
        raise DataError(f"{where}: {error}") from None


def _metadata(row: Row) -> dict[str, Any]:
    """What the row says beside the library's own fields: its ``metadata``, and further fields as gold files have."""
    kept = row.get("metadata")
    others = {name: value for name, value in row.items() if name not in _KNOWN}
    return {**kept, **others} if isinstance(kept, Mapping) else others


class Completion:
    """Fills in what a row leaves open; whatever is wrong stays as it is, for the checks of `Extraction.from_dict`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._view: View | None = None
        self._pairs: Pairs = Pairs()

    def completed(self, row: Row) -> dict[str, Any]:
        """The full JSON of one document."""
        given = row.get("attributions")
        data = [self.attribution(a) if isinstance(a, Mapping) else a for a in given] if _listed(given) else given
        return {"attributions": data, "issues": row["issues"] if "issues" in row else self.issues()}

    def attribution(self, given: Row) -> dict[str, Any]:
        """One attribution with all its fields."""
        content = self.spans(given.get("content"))
        return {
            "kind": given.get("kind") or self.kind(content),
            "cue": self.cue(given.get("cue")),
            "content": content,
            "quoted": self.spans(given["quoted"]) if "quoted" in given else self.quoted(content),
            "speaker": self.span(given.get("speaker")),
            "speaker_type": given.get("speaker_type") or ("person" if given.get("speaker") else "none"),
            "role": self.spans(given.get("role") or []),
            "resolved": _resolved(given),
            "via": self.span(given.get("via")),
            "polarity": given.get("polarity") or "asserted",
            "certainty": given.get("certainty") or "stated",
            "evidence": given.get("evidence") or [],
        }

    def cue(self, given: Any) -> Any:
        span = self.span(given)
        return {"lemma": "", "form": "unknown", **span} if isinstance(span, Mapping) else span

    def span(self, given: Any) -> Any:
        """A span as an object with its text."""
        if _listed(given) and len(given) == 2 and all(type(offset) is int for offset in given):
            given = {"start": given[0], "end": given[1]}
        if isinstance(given, Mapping) and "text" not in given and _offsets(given):
            return {**given, "text": self.text[given["start"] : given["end"]]}
        return given

    def spans(self, given: Any) -> Any:
        return [self.span(item) for item in given] if _listed(given) else given

    # what the quotation marks of the text tell

    def pairs(self) -> tuple[View, Pairs]:
        if self._view is None:
            self._view = read_view(self.text)
            self._pairs = pair_marks(self._view.bare)
        return self._view, self._pairs

    def quoted(self, content: Any) -> list[dict[str, Any]]:
        """The marked words inside the content, or the content itself where marks enclose it."""
        ranges = _ranges(content)
        return [self.span([a, b]) for start, end in ranges for a, b in self._marked() if start <= a < b <= end]

    def kind(self, content: Any) -> str:
        """Direct where marks enclose all of the content, mixed where they enclose a part, else indirect."""
        ranges, marked = _ranges(content), set(self._marked())
        if ranges and marked.issuperset(ranges):
            return "direct"
        return "mixed" if self.quoted(content) else "indirect"

    def _marked(self) -> Iterator[tuple[int, int]]:
        """The words in quotation marks, without the marks."""
        view, pairs = self.pairs()
        for first, last in (trimmed(view.bare, *pair.inner) for pair in pairs):
            yield view.start(first), view.end(last)

    def issues(self) -> list[dict[str, Any]]:
        """The oddities of the text, as the library itself finds them."""
        return [issue.to_dict() for issue in issues_of(*self.pairs())]


def _listed(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _ranges(content: Any) -> list[tuple[int, int]]:
    """The offsets of the spans that are well formed."""
    spans = [span for span in content if isinstance(span, Mapping)] if _listed(content) else []
    return [(span["start"], span["end"]) for span in spans if _offsets(span)]


def _offsets(span: Row) -> bool:
    return type(span.get("start")) is int and type(span.get("end")) is int


def _resolved(given: Row) -> Any:
    name = given.get("resolved")
    return {"name": name, "roles": given.get("resolved_role") or []} if isinstance(name, str) else name
