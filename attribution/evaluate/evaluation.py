"""The measures of a set of documents, each a name and a formula over the counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from attribution.evaluate.align import Alignment, align
from attribution.evaluate.errors import ErrorTable, classify
from attribution.evaluate.figures import Balance, Figure, Formula, Quotient, measure
from attribution.evaluate.gold import Annotated
from attribution.evaluate.sets import Sets, WordNumbers, sets_of
from attribution.evaluate.spans import SPAN_TYPES, THRESHOLDS
from attribution.evaluate.tally import Tally, tally
from attribution.results import Certainty, Kind, SpeakerType

Section = dict[str, dict[str, Figure]]

_FIGURES = (
    "found", "cue", "content", "overlap", "speaker", "resolved", "role", "kind", "polarity", "via", "right", "perfect",
)  # fmt: skip
_COUNTED = {"overlap": ("overlap of predicted", "predicted", "overlap of gold", "gold"),
            "role": ("role", "roles of predicted", "role", "roles of gold")}  # fmt: skip
_MATCHES = ("exact", "partial", "soft")
_RECALLS = ("found", "content", "speaker", "resolved", "right")
_GROUPS = ("all", *(f"kind {kind}" for kind in get_args(Kind)), *(f"speaker {who}" for who in get_args(SpeakerType)))


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of one comparison; `attribution.evaluate.report` shows them, docs/accuracy.md explains them."""

    documents: int
    gold: int
    predicted: int
    figures: dict[str, Figure]
    spans: Section
    recall: Section
    matched: Section
    certainty: Section
    errors: ErrorTable

    def to_dict(self, errors: bool = False) -> dict[str, Any]:
        """The JSON object of docs/accuracy.md, with the error table if it is wanted."""
        found: dict[str, Any] = {"documents": self.documents, "gold": self.gold, "predicted": self.predicted}
        found["figures"] = {name: figure.to_dict() for name, figure in self.figures.items()}
        for section in ("spans", "recall", "matched", "certainty"):
            found[section] = {
                row: {name: figure.to_dict() for name, figure in figures.items()}
                for row, figures in getattr(self, section).items()
            }
        return found | ({"errors": self.errors.to_dict()} if errors else {})


def evaluate(gold: Iterable[Annotated], predicted: Mapping[str | int, Annotated]) -> Evaluation:
    """Compare predictions with the gold; a document without prediction counts as one in which nothing was found."""
    tallies, table = [], ErrorTable()
    for document in gold:
        ours, theirs, aligned = _compare(document, predicted.get(document.id))
        tallies.append(tally(ours, theirs, aligned))
        classify(table, document, aligned)
    return _evaluation(tallies, table)


def _compare(gold: Annotated, predicted: Annotated | None) -> tuple[list[Sets], list[Sets], Alignment]:
    numbers = WordNumbers(gold.text)
    ours, theirs = sets_of(gold, numbers), sets_of(predicted, numbers) if predicted else []
    return ours, theirs, align(ours, theirs)


def _evaluation(tallies: list[Tally], table: ErrorTable) -> Evaluation:
    whole = Tally.total(tallies)
    groups = [group for group in _GROUPS if whole[f"{group}: gold"]]
    sections: dict[str, dict[str, dict[str, Formula]]] = {
        "figures": {"": {name: _balance(name) for name in _FIGURES}},
        "spans": {kind: {how: _span(kind, how) for how in _MATCHES} for kind in SPAN_TYPES
                  if whole[f"gold {kind}: spans"] + whole[f"predicted {kind}: spans"]},
        "recall": {group: {name: Quotient(f"{group}: {name}", f"{group}: gold") for name in _RECALLS}
                   for group in groups},
        "matched": {group: _matched(group) for group in groups},
        "certainty": {word: {name: Quotient(f"{word}: {name}", f"{word}: predicted") for name in _RECALLS}
                      for word in get_args(Certainty) if whole[f"{word}: predicted"]},
    }  # fmt: skip
    places = [(s, row, name) for s, rows in sections.items() for row, names in rows.items() for name in names]
    measured = measure(tallies, [sections[s][row][name] for s, row, name in places])
    found: dict[str, Section] = {section: {} for section in sections}
    for (section, row, name), figure in zip(places, measured, strict=True):
        found[section].setdefault(row, {})[name] = figure
    return Evaluation(
        documents=len(tallies), gold=int(whole["gold"]), predicted=int(whole["predicted"]),
        figures=found["figures"][""], spans=found["spans"], recall=found["recall"], matched=found["matched"],
        certainty=found["certainty"], errors=table,
    )  # fmt: skip


def _balance(name: str) -> Balance:
    hits_p, of_p, hits_r, of_r = _COUNTED.get(name, (name, "predicted", name, "gold"))
    return Balance(Quotient(hits_p, of_p), Quotient(hits_r, of_r))


def _span(kind: str, how: str) -> Balance:
    return Balance(*(Quotient(f"{side} {kind}: {how}", f"{side} {kind}: spans") for side in ("predicted", "gold")))


def _matched(group: str) -> dict[str, Formula]:
    found: dict[str, Formula] = {}
    for at in THRESHOLDS:
        recall = Quotient(f"{group}: matched {at}", f"{group}: gold")
        precise = Balance(Quotient(f"{group}: matched {at}", "predicted"), recall)
        found[f"quotations {at}"] = precise if group == "all" else recall
        found[f"speaker {at}"] = Quotient(f"{group}: mention {at}", f"{group}: matched {at}")
        found[f"resolved {at}"] = Quotient(f"{group}: name {at}", f"{group}: matched {at}")
    return found
