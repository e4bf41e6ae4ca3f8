"""Bars by matplotlib as PNG in ``data:`` addresses; Arabic labels have joined letters and run from right to left."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Sequence
from typing import Any

from attribution.errors import MissingExtraError

_SHAPES_ITSELF = (3, 11)  # from this version on matplotlib joins and orders Arabic letters by itself
_WIDTH, _BAR, _AROUND, _DPI = 7.5, 0.34, 0.9, 110  # inches, inches, inches, dots an inch
_LONGEST_LABEL = 42
_COLOUR = "#1d5fb8"


def bars_png(labels: Sequence[str], values: Sequence[int]) -> str:
    """Horizontal bars, the first on top, each with its value; raises `MissingExtraError` without matplotlib."""
    figure = _figure(_AROUND + _BAR * max(2, len(labels)))
    axes = figure.subplots()
    places = range(len(labels))
    axes.barh(places, values, color=_COLOUR, height=0.7)
    for place, value in enumerate(values):
        axes.annotate(f"{value:,}", (value, place), (-4, 0), textcoords="offset points", ha="right", va="center")
    axes.set_yticks(places, labels=[shaped(_short(label)) for label in labels], parse_math=False)
    axes.invert_yaxis()
    axes.invert_xaxis()
    axes.yaxis.tick_right()
    axes.margins(x=0.12)
    axes.xaxis.set_visible(False)
    for side in ("top", "left", "bottom"):
        axes.spines[side].set_visible(False)
    return _png(figure)


def shaped(text: str) -> str:
    """The text as matplotlib has to get it, to draw it as a reader of Arabic expects it."""
    import matplotlib

    if matplotlib.__version_info__[:2] >= _SHAPES_ITSELF:
        return text
    try:
        from arabic_reshaper import reshape
        from bidi.algorithm import get_display
    except ImportError as error:
        raise MissingExtraError("a plot with Arabic labels", "arabic-reshaper and python-bidi", "report") from error
    return str(get_display(reshape(text)))


def _short(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return plain if len(plain) <= _LONGEST_LABEL else plain[: _LONGEST_LABEL - 1].rstrip() + "…"


def _figure(height: float) -> Any:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("a report with plots", "matplotlib", "report") from error
    return Figure(figsize=(_WIDTH, height), dpi=_DPI, layout="constrained")


def _png(figure: Any) -> str:
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # an emoji in a name is an empty box
        figure.savefig(out, format="png", metadata={"Software": None})
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
