"""One document to counts; every figure is a quotient of sums of these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attribution.evaluate.align import Alignment, verdict
from attribution.evaluate.sets import Sets, covered
from attribution.evaluate.spans import (
    SPAN_TYPES,
    THRESHOLDS,
    match_quotations,
    match_spans,
    spans_of,
    speaker_matched,
)


class Tally(dict[str, float]):
    """Counts by name, 0 where nothing was counted."""

    def __missing__(self, name: str) -> float:
        return 0.0

    def add(self, counts: Mapping[str, float], group: str = "") -> None:
        """Add ``counts`` under their names, or under ``group: name``."""
        for name, count in counts.items():
            self[f"{group}: {name}" if group else name] += count

    @classmethod
    def total(cls, tallies: Iterable[Tally]) -> Tally:
        """The counts of all documents together."""
        whole = cls()
        for one in tallies:
            whole.add(one)
        return whole


def tally(gold: list[Sets], predicted: list[Sets], aligned: Alignment) -> Tally:
    """The counts of one document."""
    counts = Tally(gold=len(gold), predicted=len(predicted))
    _aligned(counts, aligned)
    _roles(counts, gold, predicted, aligned)
    _groups(counts, aligned)
    _certainty(counts, aligned)
    _spans(counts, gold, predicted)
    _matched(counts, gold, predicted)
    return counts


def groups_of(a: Sets) -> tuple[str, str, str]:
    """What an attribution of the gold is counted under: all of them, its kind, the type of its speaker."""
    return "all", f"kind {a.report.kind}", f"speaker {a.report.speaker_type}"


def _aligned(counts: Tally, aligned: Alignment) -> None:
    for a, b in aligned.pairs:
        counts.add(verdict(a, b))
        counts["overlap of predicted"] += covered(b.content, a.content)
        counts["overlap of gold"] += covered(a.content, b.content)


def _roles(counts: Tally, gold: list[Sets], predicted: list[Sets], aligned: Alignment) -> None:
    counts["role"] += sum(len(a.roles & b.roles) for a, b in aligned.pairs)
    counts["roles of gold"] += sum(len(a.roles) for a in gold)
    counts["roles of predicted"] += sum(len(b.roles) for b in predicted)


def _groups(counts: Tally, aligned: Alignment) -> None:
    for a in aligned.missed:
        for group in groups_of(a):
            counts.add({"gold": 1}, group)
    for a, b in aligned.pairs:
        for group in groups_of(a):
            counts.add({"gold": 1, **verdict(a, b)}, group)


def _certainty(counts: Tally, aligned: Alignment) -> None:
    """Under the word that the prediction gives; other systems have none, and are not counted here."""
    for b in aligned.spurious:
        if b.report.certainty:
            counts.add({"predicted": 1}, b.report.certainty)
    for a, b in aligned.pairs:
        if b.report.certainty:
            counts.add({"predicted": 1, **verdict(a, b)}, b.report.certainty)


def _spans(counts: Tally, gold: list[Sets], predicted: list[Sets]) -> None:
    for kind in SPAN_TYPES:
        ours, theirs = spans_of(gold, kind), spans_of(predicted, kind)
        counts.add({"spans": len(ours), **match_spans(ours, theirs)}, f"gold {kind}")
        counts.add({"spans": len(theirs), **match_spans(theirs, ours)}, f"predicted {kind}")


def _matched(counts: Tally, gold: list[Sets], predicted: list[Sets]) -> None:
    for threshold in THRESHOLDS:
        for a, b in match_quotations(gold, predicted, threshold):
            right = {"matched": 1, "mention": speaker_matched(a, b), "name": a.resolved == b.resolved}
            for group in groups_of(a):
                counts.add({f"{name} {threshold}": count for name, count in right.items()}, group)
