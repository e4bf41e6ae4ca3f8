"""From counts to figures: precision, recall, F1 and shares, with bootstrap intervals over documents."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from attribution.evaluate.tally import Tally

RESAMPLES = 1000
SEED = 0
_TAIL = 0.025  # of the resamples on either side: a 95 % interval


@dataclass(frozen=True, slots=True)
class Quotient:
    """A share: one count of another, by their names in a tally."""

    hits: str
    of: str

    def value(self, counts: Tally) -> float:
        return counts[self.hits] / counts[self.of] if counts[self.of] else 0.0

    def names(self) -> tuple[str, ...]:
        return self.hits, self.of


@dataclass(frozen=True, slots=True)
class Balance:
    """F1: the harmonic mean of a precision and a recall."""

    precision: Quotient
    recall: Quotient

    def value(self, counts: Tally) -> float:
        p, r = self.precision.value(counts), self.recall.value(counts)
        return 2 * p * r / (p + r) if p + r else 0.0

    def names(self) -> tuple[str, ...]:
        return *self.precision.names(), *self.recall.names()


Formula = Quotient | Balance


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with its 95 % interval; ``of`` is the count it is a share of, ``p`` and ``r`` those of an F1."""

    value: float
    low: float
    high: float
    of: int | None = None
    p: float = 0.0
    r: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        interval = [round(self.low, 4), round(self.high, 4)]
        if self.of is not None:
            return {"share": round(self.value, 4), "of": self.of, "interval": interval}
        return {"p": round(self.p, 4), "r": round(self.r, 4), "f1": round(self.value, 4), "interval": interval}


def measure(tallies: Sequence[Tally], formulas: Sequence[Formula]) -> list[Figure]:
    """Every formula over all documents, in the order given."""
    whole = Tally.total(tallies)
    draws = _resampled(tallies, sorted({name for formula in formulas for name in formula.names()}))
    return [_figure(formula, whole, draws) for formula in formulas]


def _resampled(tallies: Sequence[Tally], names: list[str]) -> list[Tally]:
    """The counts of documents drawn with replacement, ``RESAMPLES`` times, always the same draws."""
    if len(tallies) == 1:
        return list(tallies)  # a single document can only be drawn again
    columns = {name: [counts[name] for counts in tallies] for name in names}
    chance = random.Random(SEED)
    everyone = range(len(tallies))
    draws = (chance.choices(everyone, k=len(tallies)) for _ in range(RESAMPLES))
    return [Tally({name: sum(map(column.__getitem__, drawn)) for name, column in columns.items()}) for drawn in draws]


def _figure(formula: Formula, whole: Tally, draws: list[Tally]) -> Figure:
    values = sorted(formula.value(counts) for counts in draws if _defined(formula, counts))
    low, high = (values[int(_TAIL * len(values))], values[-1 - int(_TAIL * len(values))]) if values else (0.0, 0.0)
    if isinstance(formula, Quotient):
        return Figure(formula.value(whole), low, high, of=int(whole[formula.of]))
    return Figure(formula.value(whole), low, high, p=formula.precision.value(whole), r=formula.recall.value(whole))


def _defined(formula: Formula, counts: Tally) -> bool:
    """A draw without a document that has the thing says nothing about it."""
    return counts[formula.of] > 0 if isinstance(formula, Quotient) else counts[formula.recall.of] > 0
