"""An evaluation as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attribution.evaluate.evaluation import Evaluation, Section
from attribution.evaluate.figures import Figure
from attribution.evaluate.spans import THRESHOLDS

_ISOLATE, _END = "\u2068", "\u2069"  # an Arabic word keeps its own direction
_LEMMAS = 30
_WIDTH = 34


def to_text(evaluation: Evaluation, errors: bool = False) -> str:
    """Every figure in per cent, intervals in brackets."""
    lines = [
        f"documents: {evaluation.documents}, attributions: {evaluation.gold} gold, {evaluation.predicted} predicted",
        *_figures(evaluation),
        *_spans(evaluation.spans),
        *_shares("recall by", evaluation.recall, "right"),
        *_matched(evaluation.matched),
        *_shares("precision by certainty", evaluation.certainty, "right"),
        *(_errors(evaluation) if errors else ()),
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, cells: Iterable[object], width: int = 8) -> str:
    return f"{name:{_WIDTH}}" + "".join(f"{cell:>{width}}" for cell in cells)


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _interval(figure: Figure) -> str:
    return f"[{_percent(figure.low)}, {_percent(figure.high)}]"


def _figures(evaluation: Evaluation) -> Iterable[str]:
    yield _row("", ("P", "R", "F1")) + "  95 % interval"
    for name, figure in evaluation.figures.items():
        yield _row(name, map(_percent, (figure.p, figure.r, figure.value))) + f"  {_interval(figure)}"


def _spans(spans: Section) -> Iterable[str]:
    yield "\n" + _row("spans of one type, F1", ("exact", "partial", "soft"))
    for kind, figures in spans.items():
        yield _row(kind, (_percent(figure.value) for figure in figures.values()))


def _shares(title: str, section: Section, last: str) -> Iterable[str]:
    if section:
        names = list(next(iter(section.values())))
        yield "\n" + _row(title, ("count", *names), 9) + f"  interval of {last}"
    for group, figures in section.items():
        cells = (figures[last].of, *(_percent(figure.value) for figure in figures.values()))
        yield _row(group, cells, 9) + f"  {_interval(figures[last])}"


def _matched(section: Section) -> Iterable[str]:
    for at in THRESHOLDS:
        yield "\n" + _row(f"content covered > {at}", ("pairs", "speaker"), 9) + "  interval      resolved  interval"
        for group, figures in section.items():
            mention, name = figures[f"speaker {at}"], figures[f"resolved {at}"]
            speaker = _row(group, (mention.of, _percent(mention.value)), 9)
            yield f"{speaker}  {_interval(mention):14}{_percent(name.value):>8}  {_interval(name)}"
        quotations = section["all"][f"quotations {at}"] if "all" in section else None
        if quotations:
            yield _row("quotations P R F1", map(_percent, (quotations.p, quotations.r, quotations.value)), 9)


def _errors(evaluation: Evaluation) -> Iterable[str]:
    yield "\n" + _row("errors by class", ("count",))
    for name, count in evaluation.errors.ranked():
        yield _row(name, (count,))
    yield from _lemmas("missed", evaluation.errors.missed.most_common(_LEMMAS))
    yield from _lemmas("spurious", evaluation.errors.spurious.most_common(_LEMMAS))


def _lemmas(title: str, counts: Sequence[tuple[str, int]]) -> Iterable[str]:
    shown = ", ".join(f"{_ISOLATE}{lemma}{_END} {count}" for lemma, count in counts)
    yield f"\ncues {title}, by lemma: {shown or 'none'}"
