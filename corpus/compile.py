"""Compile the articles of this folder: ``articles/ID.txt`` (text and annotation for people) → ``articles.jsonl``.

An article is a head (``id``, ``title``, ``style``), an empty line, the text as it is, a line ``=====`` and a block of
``field: value`` lines for each attribution.  A span is written as a piece of the text with the span in double square
brackets, ``cue: الثلاثاء، [[مضيفا]]: "انتهينا``; the piece must occur once in the text.  Every fault is reported with
file and line.  Run ``python corpus/compile.py``; it also renews the tables of ``README.md``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
ARTICLES, COMPILED, README = FOLDER / "articles", FOLDER / "articles.jsonl", FOLDER / "README.md"
ROWS, COVERAGE = FOLDER / "rows.tsv", FOLDER / "coverage.tsv"

SINGLE_SPANS = ("cue", "speaker", "via")
SPAN_LISTS = ("content", "role")
CLOSED = {
    "kind": ("direct", "indirect", "mixed"),
    "speaker_type": ("person", "role", "organization", "unnamed", "document", "none"),
    "polarity": ("asserted", "denied", "negated"),
}
FIELDS = (*SINGLE_SPANS, *SPAN_LISTS, *CLOSED, "resolved", "resolved_role")
REPEATED = (*SPAN_LISTS, "resolved_role")
REQUIRED = ("kind", "cue", "content", "speaker_type")
HEAD = ("id", "title", "style")
RULE = "====="
GAP = " [...] "
MARKS = '"«»“”'

_PIECE = re.compile(r"(?P<before>.*?)\[\[(?P<span>.+?)\]\](?P<after>.*)")

Span = list[int]


class ArticleError(Exception):
    """A fault in an article, with its file and line."""


@dataclass(frozen=True)
class Line:
    """A line of an article and where it stands."""

    path: Path
    number: int
    text: str

    def error(self, message: str) -> ArticleError:
        return ArticleError(f"{self.path.parent.name}/{self.path.name}:{self.number}: {message}")

    def field(self) -> tuple[str, str]:
        """``name: value``, cut at the first colon."""
        name, colon, value = self.text.partition(":")
        if not colon or not value.strip():
            raise self.error(f"wanted 'field: value', found {self.text!r}")
        return name.strip(), value.strip()


def read_article(path: Path) -> dict[str, Any]:
    """One document in the form of the gold files; raises `ArticleError`."""
    lines = [Line(path, n, t) for n, t in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)]
    head = _head(lines)
    cut = next((i for i, line in enumerate(lines) if line.text == RULE), None)
    if cut is None:
        raise lines[-1].error(f"no line {RULE} between text and attributions")
    text = "\n".join(line.text for line in lines[4:cut]).strip("\n")
    attributions = [_attribution(block, text) for block in _blocks(lines[cut + 1 :])]
    _same_speaker_same_roles(attributions, lines[0])
    return {
        "id": head["id"], "title": head["title"], "text": text,
        "source": f"written for this project ({head['style']})", "licence": "CC0-1.0",
        "attributions": sorted(attributions, key=lambda a: (a["cue"], a["content"])),
    }  # fmt: skip


def _head(lines: list[Line]) -> dict[str, str]:
    head = {}
    for wanted, line in zip(HEAD, lines, strict=False):
        name, value = line.field()
        if name != wanted:
            raise line.error(f"wanted '{wanted}: …', found {line.text!r}")
        head[name] = value
    if len(lines) < 4 or lines[3].text:
        raise lines[-1].error("no empty line after the head")
    if head["id"] != lines[0].path.stem:
        raise lines[0].error(f"the id {head['id']} is not the name of the file")
    return head


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _attribution(block: list[Line], text: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: [] for name in REPEATED}
    for line in block:
        name, value = line.field()
        if name not in FIELDS:
            raise line.error(f"unknown field {name!r}, wanted one of {', '.join(FIELDS)}")
        if name in CLOSED and value not in CLOSED[name]:
            raise line.error(f"{name} is {value!r}, wanted one of {', '.join(CLOSED[name])}")
        read = find_span(value, text, line) if name in SINGLE_SPANS + SPAN_LISTS else value
        if name in REPEATED:
            values[name].append(read)
        elif name in values:
            raise line.error(f"{name} stands twice in this block")
        else:
            values[name] = read
    _check(values, text, block[0])
    return {
        "kind": values["kind"], "cue": values["cue"], "content": values["content"], "speaker": values.get("speaker"),
        "speaker_type": values["speaker_type"], "role": values["role"], "resolved": values.get("resolved"),
        "resolved_role": values["resolved_role"], "via": values.get("via"),
        "polarity": values.get("polarity", "asserted"),
    }  # fmt: skip


def find_span(piece: str, text: str, line: Line) -> Span:
    """Where the bracketed part of ``piece`` stands in the text; ``[...]`` in it leaves out the middle."""
    found = _PIECE.fullmatch(piece)
    if not found:
        raise line.error(f"no [[span]] in {piece!r}")
    before, span, after = found.group("before", "span", "after")
    if GAP not in span:
        start = _once(before + span + after, text, 0, line) + len(before)
        return [start, start + len(span)]
    first, last = span.split(GAP)
    start = _once(before + first, text, 0, line) + len(before)
    return [start, _once(last + after, text, start + len(first), line) + len(last)]


def _once(piece: str, text: str, start: int, line: Line) -> int:
    """The only place of ``piece`` in the text from ``start`` on."""
    place = text.find(piece, start)
    if place < 0:
        raise line.error(f"not in the text: {piece!r}")
    if text.find(piece, place + 1) >= 0:
        raise line.error(f"more than once in the text: {piece!r}")
    return place


def _check(values: dict[str, Any], text: str, line: Line) -> None:
    """What the guidelines fix whatever the text says."""
    for name in REQUIRED:
        if not values.get(name):
            raise line.error(f"the block has no {name}")
    if ("speaker" in values) == (values["speaker_type"] == "none"):
        raise line.error("a speaker is written exactly where speaker_type is not none")
    if values["speaker_type"] == "role" and values["speaker"] not in values["role"]:
        raise line.error("a speaker known by a role is its own role: the same span stands under role")
    for start, end in values["content"]:
        if text[start:end] != text[start:end].strip(" \n.،؛"):
            raise line.error(f"white space or a stop at the edge of the content {text[start:end]!r}")
    if values["kind"] == "mixed" and not any(mark in text[s:e] for s, e in values["content"] for mark in MARKS):
        raise line.error("a mixed content has quotation marks in it")
    for start, end in values["role"]:
        if text[start:end] not in values["resolved_role"] and [start, end] != values.get("speaker"):
            raise line.error(f"the role {text[start:end]!r} is missing from resolved_role")


def _same_speaker_same_roles(attributions: list[dict[str, Any]], line: Line) -> None:
    """The roles of a speaker are those of the document: every attribution of one name lists the same."""
    roles: dict[str, set[str]] = {}
    for attribution in attributions:
        own = set(attribution["resolved_role"])
        if roles.setdefault(attribution["resolved"], own) != own:
            raise line.error(f"{attribution['resolved']} has different lists of roles: {sorted(own)}")


def compile_articles() -> list[dict[str, Any]]:
    """All articles, sorted by id; raises one `ArticleError` with a line for each faulty article."""
    documents, faults = [], []
    for path in sorted(ARTICLES.glob("*.txt")):
        try:
            documents.append(read_article(path))
        except ArticleError as error:
            faults.append(str(error))
    if faults:
        raise ArticleError("\n".join(faults))
    return documents


def to_jsonl(documents: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


def read_coverage() -> tuple[dict[str, str], dict[str, list[str]]]:
    """The rows of the guidelines (code → description) and the articles that cover each."""
    rows = dict(_pairs(ROWS))
    covered: dict[str, list[str]] = {code: [] for code in rows}
    for code, article in _pairs(COVERAGE):
        if code not in rows:
            raise ArticleError(f"{COVERAGE.name}: no row {code!r} in {ROWS.name}")
        covered[code].append(article)
    return rows, covered


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [(first, second) for first, _, second in (line.partition("\t") for line in lines if line)]


def renew_readme(documents: list[dict[str, Any]], readme: str) -> str:
    """The README with its two tables, counts and coverage, made anew between their markers."""
    readme = _between("counts", _counts(documents), readme)
    return _between("coverage", _coverage(), readme)


def _between(name: str, table: str, readme: str) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    return pattern.sub(lambda m: m[1] + table + m[2], readme)


def _counts(documents: list[dict[str, Any]]) -> str:
    attributions = [a for d in documents for a in d["attributions"]]
    rows = [
        ("articles", len(documents)), ("without attribution", sum(not d["attributions"] for d in documents)),
        ("words", sum(len(d["text"].split()) for d in documents)), ("attributions", len(attributions)),
        *((f"{n} {v}", sum(a[n] == v for a in attributions)) for n, values in CLOSED.items() for v in values),
        ("with a role", sum(bool(a["role"]) for a in attributions)),
        ("with a relay (via)", sum(bool(a["via"]) for a in attributions)),
        ("with several content ranges", sum(len(a["content"]) > 1 for a in attributions)),
    ]  # fmt: skip
    return "| | |\n| --- | ---: |\n" + "".join(f"| {name} | {count} |\n" for name, count in rows)


def _coverage() -> str:
    rows, covered = read_coverage()
    lines = (f"| {code} | {what} | {' '.join(covered[code])} |\n" for code, what in rows.items())
    return "| row | what | articles |\n| --- | --- | --- |\n" + "".join(lines)


def main() -> int:
    try:
        documents = compile_articles()
        readme = renew_readme(documents, README.read_text(encoding="utf-8"))
    except ArticleError as error:
        print(error, file=sys.stderr)
        return 1
    COMPILED.write_text(to_jsonl(documents), encoding="utf-8")
    README.write_text(readme, encoding="utf-8")
    print(f"{len(documents)} articles, {sum(len(d['attributions']) for d in documents)} attributions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
