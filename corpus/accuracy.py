"""Measure the library and write the figures into docs/accuracy.md.

    python -m corpus.accuracy [--press FOLDER]

The blocks between ``<!-- NAME -->`` and ``<!-- end NAME -->`` are written anew: those of this corpus always, those of
the press sets (not part of the project) only where their folder is there.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution.evaluate import Annotated, Evaluation, Figure, evaluate, predict, read_gold

ROOT = Path(__file__).resolve().parents[1]
PAGE, CORPUS = ROOT / "docs" / "accuracy.md", ROOT / "corpus" / "articles.jsonl"
PRESS = {
    "press": ("dev-press.jsonl", "dev-open.jsonl"),  # the sets that were annotated twice and adjudicated
    "more": ("dev-more.jsonl",),
}
LEMMAS = 25

Measured = dict[str, Evaluation]


def measure(gold: list[Annotated]) -> Evaluation:
    """The library against the documents of one set."""
    return evaluate(gold, predict(gold))


def is_held(document: Annotated) -> bool:
    """The quarter of the press articles from whose errors no rules were written."""
    return zlib.crc32(str(document.id).encode()) % 4 == 0


def press_blocks(folder: Path) -> dict[str, str]:
    """The blocks of the press sets in ``folder``."""
    gold = {key: [d for name in names for d in read_gold(folder / name)] for key, names in PRESS.items()}
    sets = {key: measure(documents) for key, documents in gold.items()}
    everything = [document for documents in gold.values() for document in documents]
    held = {"read": [d for d in everything if not is_held(d)], "held out": [d for d in everything if is_held(d)]}
    apart = {key: measure(documents) for key, documents in held.items()}
    return blocks(sets, "press") | {"press held": "\n".join(_figures(apart))} | literature(apart["held out"])


def blocks(sets: Measured, name: str) -> dict[str, str]:
    """The blocks of a group of sets, by name."""
    date = datetime.date.today().isoformat()
    sizes = "; ".join(f"{key}: {e.documents} articles, {e.gold} attributions" for key, e in sets.items())
    groups = (line for key, evaluation in sets.items() for line in ("", *_groups(key, evaluation)))
    return {
        f"{name} figures": "\n".join([f"Measured {date} ({sizes}).", "", *_figures(sets), "", *_spans(sets), *groups]),
        f"{name} certainty": "\n".join(_certainty(sets)),
        f"{name} errors": "\n".join([f"Counted {date}.", "", *_errors(sets), "", *_lemmas(sets)]),
    }


def literature(unseen: Evaluation) -> dict[str, str]:
    """This library's column beside the published figures."""
    figures, spans, matched = unseen.figures, unseen.spans, unseen.matched["all"]
    rows = {
        "here found": figures["found"].value,
        "here cue": spans["cue"]["exact"].value,
        "here source": spans["speaker"]["exact"].value,
        "here content": spans["content"]["exact"].value,
        "here whole": figures["perfect"].value,
        "here loose": matched["quotations 0.3"].value,
        "here tight": matched["quotations 0.8"].value,
        "here matched": matched["speaker 0.3"].value,
        "here matched tight": matched["speaker 0.8"].value,
    }
    return {name: _percent(value) for name, value in rows.items()}


def rewrite(page: str, found: dict[str, str]) -> str:
    """The page with each block's inside replaced; a block that the page does not have is a fault."""
    for name, text in found.items():
        before, after = f"<!-- {name} -->", f"<!-- end {name} -->"
        head, opened, rest = page.partition(before)
        _, closed, tail = rest.partition(after)
        if not (opened and closed):
            raise SystemExit(f"{PAGE.name}: no block {before} … {after}")
        inside = f"\n{text}\n" if "\n" in text else text
        page = head + before + inside + after + tail
    return page


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _interval(figure: Figure) -> str:
    return f"{_percent(figure.value)} <small>{_percent(figure.low)}–{_percent(figure.high)}</small>"


def _table(*rows: Iterable[object]) -> Iterator[str]:
    """A Markdown table: the first row is the head, the first column is text, the others are numbers."""
    for number, row in enumerate(rows):
        cells = list(map(str, row))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "| --- |" + " ---: |" * (len(cells) - 1)


def _figures(sets: Measured) -> Iterator[str]:
    names = next(iter(sets.values())).figures
    head = ["figure", *(f"{key} {part}" for key in sets for part in ("P", "R", "F1"))]
    rows = ([name, *(cell for e in sets.values() for cell in _balance(e.figures[name]))] for name in names)
    return _table(head, *rows)


def _balance(figure: Figure) -> list[str]:
    return [_percent(figure.p), _percent(figure.r), _interval(figure)]


def _spans(sets: Measured) -> Iterator[str]:
    kinds = next(iter(sets.values())).spans
    head = ["spans of one type, F1", *(f"{key} {how}" for key in sets for how in ("exact", "partial", "soft"))]
    rows = ([kind, *(_percent(f.value) for e in sets.values() for f in e.spans[kind].values())] for kind in kinds)
    return _table(head, *rows)


def _groups(key: str, evaluation: Evaluation) -> Iterator[str]:
    """What of the gold is found and right, by kind and by type of speaker."""
    head = [f"{key}: recall by", "gold", "found", "content", "speaker", "resolved", "right", "speaker > 0.3", "> 0.8"]
    return _table(head, *([group, *_recall(evaluation, group)] for group in evaluation.recall))


def _recall(evaluation: Evaluation, group: str) -> list[str]:
    row, matched = evaluation.recall[group], evaluation.matched[group]
    plain = [_percent(row[name].value) for name in ("found", "content", "speaker", "resolved")]
    intervals = [row["right"], matched["speaker 0.3"], matched["speaker 0.8"]]
    return [str(row["right"].of), *plain, *map(_interval, intervals)]


def _certainty(sets: Measured) -> Iterator[str]:
    words = dict.fromkeys(word for e in sets.values() for word in e.certainty)
    head = ["certainty", *(f"{key} {column}" for key in sets for column in ("predicted", "resolved", "right"))]
    return _table(head, *([word, *(cell for e in sets.values() for cell in _sure(e, word))] for word in words))


def _sure(evaluation: Evaluation, word: str) -> list[str]:
    row = evaluation.certainty.get(word)
    return [str(row["right"].of), _percent(row["resolved"].value), _interval(row["right"])] if row else ["0", "–", "–"]


def _errors(sets: Measured) -> Iterator[str]:
    counts = {key: dict(e.errors.ranked()) for key, e in sets.items()}
    sums = {name: sum(row.get(name, 0) for row in counts.values()) for row in counts.values() for name in row}
    names = sorted(sums, key=lambda name: (-sums[name], name))
    return _table(["class", *sets], *([name, *(row.get(name, 0) for row in counts.values())] for name in names))


def _lemmas(sets: Measured) -> Iterator[str]:
    for title in ("missed", "spurious"):
        for key, evaluation in sets.items():
            counts = getattr(evaluation.errors, title).most_common(LEMMAS)
            yield f"Cues {title} in {key}, by lemma: " + ("، ".join(f"{w} {n}" for w, n in counts) or "none") + ".\n"


def main() -> None:
    """Measure what is there and rewrite the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--press", type=Path, default=ROOT.parent / "shared" / "gold", help="folder of the press sets")
    folder = parser.parse_args().press
    found = blocks({"corpus": measure(read_gold(CORPUS))}, "corpus")
    if folder.is_dir():
        found |= press_blocks(folder)
    else:
        print(f"{folder}: absent, the blocks of the press sets stay as they are", file=sys.stderr)
    PAGE.write_text(rewrite(PAGE.read_text(encoding="utf-8"), found), encoding="utf-8")


if __name__ == "__main__":
    main()
