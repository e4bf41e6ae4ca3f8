"""Oddities of a text that a reader of the result should know of: marks without a partner, letters that were decoded
wrongly or stand in the order of the screen."""

from __future__ import annotations

from attribution.marks import Pairs
from attribution.mojibake import find_mojibake
from attribution.results import Issue, Span
from attribution.surface import visual_order
from attribution.view import View

_UNCLOSED = "quotation mark without a partner in its paragraph"
_REVERSED = "letters in the order of the screen, the last first: take the text from its source in reading order"


def issues_of(view: View, pairs: Pairs) -> tuple[Issue, ...]:
    """The issues of a text, given its view and the quotations of the view."""
    unclosed = (pair.start for pair in pairs if not pair.closed)
    marks = (Issue("unclosed-mark", _UNCLOSED, _span(view.text, view.start(at), view.end(at + 1))) for at in unclosed)
    return (*_misread(view.text), *_reversed(view.text), *marks)


def _reversed(text: str) -> tuple[Issue, ...]:
    found = visual_order(text)
    return (Issue("visual-order", _REVERSED, _span(text, *found)),) if found else ()


def _misread(text: str) -> tuple[Issue, ...]:
    found = find_mojibake(text)
    return (Issue("mojibake", found.message, _span(text, found.start, found.end)),) if found else ()


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
