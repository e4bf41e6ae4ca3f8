"""Where the library disagrees with the corpus, and the record of the disagreements already known.

``known_errors.tsv`` has a line for each: article, offset of the cue, field.  ``python -m corpus.known_errors`` writes
it anew and prints what was gained and lost; the test lets nothing be lost.  With the beginnings of article names it
prints the disagreements in these articles, gold above the library, and writes nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from attribution import extract
from attribution.view import read_view

FOLDER = Path(__file__).resolve().parent
COMPILED, KNOWN = FOLDER / "articles.jsonl", FOLDER / "known_errors.tsv"
COMPARED = (
    "kind", "cue", "content", "speaker", "speaker_type", "role", "resolved", "resolved_role", "via", "polarity",
)  # fmt: skip
REFRESH = "python -m corpus.known_errors"

Error = tuple[str, int, str]
Plain = dict[str, Any]


class Difference(NamedTuple):
    """One disagreement: the cue's offset, a field (or ``missed``, ``spurious``), the two values."""

    offset: int
    field: str
    gold: Any
    ours: Any


def read_corpus() -> list[Plain]:
    return [json.loads(line) for line in COMPILED.read_text(encoding="utf-8").splitlines()]


def read_known() -> set[Error]:
    lines = KNOWN.read_text(encoding="utf-8").splitlines()[1:]
    return {(article, int(offset), field) for article, offset, field in (line.split("\t") for line in lines)}


def find_errors(documents: Iterable[Plain]) -> set[Error]:
    """Every disagreement: a field of a pair, a gold attribution ``missed``, a found one ``spurious``."""
    return {
        (d["id"], difference.offset, difference.field)
        for d in documents for difference in compare(d["attributions"], found(d["text"]))
    }  # fmt: skip


def found(text: str) -> list[Plain]:
    """The library's attributions in the form of the gold."""
    return [_plain(a) for a in extract(text).to_dict()["attributions"]]


def _plain(a: Plain) -> Plain:
    resolved = a["resolved"] or {"name": None, "roles": []}
    return {
        "kind": a["kind"], "cue": _span(a["cue"]), "content": [_span(s) for s in a["content"]],
        "speaker": _span(a["speaker"]), "speaker_type": a["speaker_type"], "role": sorted(_span(s) for s in a["role"]),
        "resolved": resolved["name"], "resolved_role": sorted(resolved["roles"]), "via": _span(a["via"]),
        "polarity": a["polarity"],
    }  # fmt: skip


def _span(span: Plain | None) -> Any:
    return [span["start"], span["end"]] if span else None


def compare(gold: list[Plain], ours: list[Plain]) -> list[Difference]:
    """Every disagreement in one document."""
    gold = [_as_read(a) for a in gold]
    pairs = align(gold, ours)
    differences = [
        Difference(a["cue"][0], field, a[field], b[field]) for a, b in pairs for field in COMPARED
        if (sorted(a[field]) if field in ("role", "resolved_role") else a[field]) != b[field]
    ]  # fmt: skip
    missed = [a for a in gold if all(a is not x for x, _ in pairs)]
    spurious = [b for b in ours if all(b is not y for _, y in pairs)]
    differences += [Difference(a["cue"][0], "missed", a["content"], None) for a in missed]
    return differences + [Difference(b["cue"][0], "spurious", None, b["content"]) for b in spurious]


def _as_read(a: Plain) -> Plain:
    """The annotation with its names as the library gives them: without tashkeel."""
    name, roles = a.get("resolved"), a.get("resolved_role", ())
    return {**a, "resolved": name and read_view(name).bare, "resolved_role": [read_view(role).bare for role in roles]}


def align(gold: list[Plain], ours: list[Plain]) -> list[tuple[Plain, Plain]]:
    """One to one, best first: pairs whose cues touch or whose contents share at least half of their letters."""
    scored = ((_likeness(a, b), g, o) for g, a in enumerate(gold) for o, b in enumerate(ours))
    pairs: dict[int, int] = {}
    for score, g, o in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score >= 0.5 and g not in pairs and o not in pairs.values():
            pairs[g] = o
    return [(gold[g], ours[o]) for g, o in sorted(pairs.items())]


def _likeness(a: Plain, b: Plain) -> float:
    first, second = _letters(a["content"]), _letters(b["content"])
    share = len(first & second) / len(first | second)
    return share + bool(_letters([a["cue"]]) & _letters([b["cue"]]))


def _letters(spans: list[list[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def changes(known: set[Error], now: set[Error]) -> tuple[list[Error], list[Error]]:
    """What was gained and what was lost; a field of an attribution that used to be missed is no loss."""
    missed = {(article, offset) for article, offset, field in known if field == "missed"}
    lost = [e for e in now - known if (e[0], e[1]) not in missed or e[2] == "spurious"]
    return sorted(known - now), sorted(lost)


def show(errors: list[Error]) -> str:
    return "".join(f"  {article} {offset} {field}\n" for article, offset, field in errors)


def describe(document: Plain) -> str:
    """The disagreements in one article as text."""
    text, lines = document["text"], [f"── {document['id']}"]
    for offset, field, gold, ours in sorted(compare(document["attributions"], found(text)), key=lambda d: d.offset):
        lines.append(f"{offset} {field}: …{' '.join(text[max(0, offset - 20) : offset + 20].split())}…")
        lines += [f"    {name} {_words(text, value)}" for name, value in (("gold", gold), ("ours", ours))]
    return "\n".join(lines) + "\n"


def _words(text: str, value: Any) -> str:
    """A value as it reads: a span, spans, or a plain value."""
    if isinstance(value, list) and value and isinstance(value[0], int):
        return text[value[0] : value[1]]
    return " | ".join(_words(text, part) for part in value) if isinstance(value, list) else str(value)


def record() -> None:
    """Write the record anew and print what was gained and lost."""
    now = find_errors(read_corpus())
    gained, lost = changes(read_known() if KNOWN.exists() else set(), now)
    rows = "".join(f"{article}\t{offset}\t{field}\n" for article, offset, field in sorted(now))
    KNOWN.write_text("id\toffset\tfield\n" + rows, encoding="utf-8")
    print(f"{len(now)} known\ngained {len(gained)}\n{show(gained)}lost {len(lost)}\n{show(lost)}", end="")


def main(articles: tuple[str, ...]) -> int:
    if articles:
        print("".join(describe(d) for d in read_corpus() if d["id"].startswith(articles)), end="")
    else:
        record()
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
