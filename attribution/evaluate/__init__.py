"""Scores against gold: the conventions of the field, each explained in docs/accuracy.md."""

from attribution.evaluate.evaluation import Evaluation, evaluate
from attribution.evaluate.figures import Figure
from attribution.evaluate.gold import Annotated, GoldError, Report, predict, read_gold, read_predicted

__all__ = [
    "Annotated", "Evaluation", "Figure", "GoldError", "Report", "evaluate", "predict", "read_gold", "read_predicted",
]  # fmt: skip
