"""Fit the weights of attribution/lexicon/antecedent_weights.tsv on annotated articles.

    python -m corpus.fit_antecedents GOLD.jsonl…

Each report of the gold without a written speaker is one choice among the candidates that `attribution.antecedents`
sees, and nobody; the weights maximise the likelihood of the right one (softmax, L2), by gradient ascent from zero: no
chance is involved, so the result is the same on every run.  What stands below the line ``# Set by hand`` is kept as it
is, and the others are fitted beside it.  Every document is seen with the weights of the round before
for the reports that come earlier in it.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attribution.antecedents import Antecedents, Candidate, Choice, Told
from attribution.cues import Clause
from attribution.extract import read_reports
from attribution.resolve import Resolver
from attribution.view import fold

WEIGHTS = Path(__file__).resolve().parents[1] / "attribution" / "lexicon" / "antecedent_weights.tsv"
STEPS, RATE, PENALTY = 300, 0.5, 0.05
BY_HAND = "# Set by hand"

Example = tuple[list[list[str]], int]


def key(name: str | None) -> str:
    """One spelling of a name: letters and digits, alefs folded."""
    plain = fold(name or "").replace("ى", "ي").replace("ة", "ه")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


class Watched(Antecedents):
    """Keeps the candidates of each cue, by its token."""

    seen: dict[int, list[Candidate]]

    def choose(self, clause: Clause, told: list[Told], governor: int = -1) -> Choice:
        candidates = list(self.candidates(clause, told, governor))
        Watched.seen[clause.first] = candidates
        return self.rank(candidates)


def examples(documents: list[dict[str, Any]]) -> Iterator[Example]:
    """The choices of all documents whose right answer is among the candidates, or nobody."""
    for document in documents:
        reading, starts, reports = read_reports(document["text"])
        Watched.seen = {}
        Resolver(reading, starts, Watched).resolve(reports)
        gold = {tuple(a["cue"]): key(a["resolved"]) for a in document["attributions"] if a["speaker"] is None}
        for clause, _, _ in reports:
            start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
            right = gold.get((reading.view.start(start), reading.view.end(end)))
            candidates = Watched.seen.get(clause.first)
            if right is None or candidates is None:
                continue
            names = [key(entity.name) for entity, _ in candidates]
            if not right or right in names:
                yield [signs for _, signs in candidates], names.index(right) if right else -1


def hand_set() -> tuple[list[str], dict[str, float]]:
    """The lines of the table that are set by hand, and their weights."""
    lines = WEIGHTS.read_text("utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if line.startswith(BY_HAND)), len(lines))
    rows = (line.split("\t") for line in lines[start + 1 :])
    return lines[start:], {sign: float(value) for sign, value in rows}


def fit(found: list[Example], fixed: dict[str, float]) -> dict[str, float]:
    """The weights by gradient ascent, beside those that are fixed."""
    weights: dict[str, float] = defaultdict(float, fixed)
    for _ in range(STEPS):
        slope: dict[str, float] = defaultdict(float)
        for signs, right in found:
            options = [*signs, ["nobody"]]
            sums = [sum(weights[s] for s in option) for option in options]
            top = max(sums)
            shares = [math.exp(s - top) for s in sums]
            total = sum(shares)
            answer = right if right >= 0 else len(signs)
            for n, option in enumerate(options):
                gain = (n == answer) - shares[n] / total
                for sign in option:
                    slope[sign] += gain
        for sign in slope.keys() - fixed.keys():
            weights[sign] += RATE * (slope[sign] / len(found) * 10 - PENALTY * weights[sign])
    return weights


def write(weights: dict[str, float], note: str, by_hand: list[str]) -> None:
    lines = ["sign\tweight", "# example: قال الوزير سالم حداد إن الجسر جاهز. وأضاف أن الطريق مفتوح.", f"# {note}"]
    lines += [f"{sign}\t{value:.2f}" for sign, value in sorted(weights.items(), key=lambda w: -w[1])]
    WEIGHTS.write_text("\n".join([*lines, *by_hand]) + "\n", encoding="utf-8")


def main(paths: list[str]) -> None:
    documents = [json.loads(line) for path in paths for line in Path(path).read_text("utf-8").splitlines() if line]
    found = list(examples(documents))
    by_hand, fixed = hand_set()
    weights = {sign: weight for sign, weight in fit(found, fixed).items() if sign not in fixed}
    note = f"Written by corpus/fit_antecedents.py from {len(found)} dropped subjects; see docs/accuracy.md."
    write(weights, note, by_hand)
    print(f"{len(found)} examples, {len(weights)} signs fitted, {len(fixed)} set by hand")


if __name__ == "__main__":
    main(sys.argv[1:])
