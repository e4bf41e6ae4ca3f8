"""Spans that overlap as elements that do not: nested where one holds the other, cut in pieces where they cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from attribution.results import Attribution, Extraction, Span

_OUTWARD = ("content", "via", "speaker", "role", "cue")  # of equal spans the earlier part holds the later


class Mark(NamedTuple):
    """A span with its part and the number of its attribution, counted from 1."""

    start: int
    end: int
    part: str
    number: int


@dataclass(slots=True)
class Piece:
    """A stretch of a mark that no other mark cuts: one element of the page."""

    mark: Mark
    start: int
    end: int = 0

    @property
    def is_first(self) -> bool:
        return self.start == self.mark.start

    @property
    def is_last(self) -> bool:
        return self.end == self.mark.end


class Text(NamedTuple):
    """A stretch of text between two edges of marks."""

    start: int
    end: int


class Opened(NamedTuple):
    piece: Piece


class Closed(NamedTuple):
    piece: Piece


Step = Text | Opened | Closed


def marks_of(result: Extraction) -> list[Mark]:
    """Every mark of a result, in text order, the longer before those that it holds."""
    found = (mark for number, a in enumerate(result.attributions, 1) for mark in _marks(number, a))
    return sorted((mark for mark in found if mark.start < mark.end), key=lambda m: (m.start, *_inward(m)))


def _marks(number: int, a: Attribution) -> Iterator[Mark]:
    single: list[tuple[str, Span | None]] = [("cue", a.cue), ("speaker", a.speaker), ("via", a.via)]
    several = [*(("content", span) for span in a.content), *(("role", span) for span in a.role)]
    return (Mark(span.start, span.end, part, number) for part, span in (*single, *several) if span)


def _inward(mark: Mark) -> tuple[int, int, int]:
    return -mark.end, _OUTWARD.index(mark.part), mark.number


def steps(marks: Sequence[Mark], start: int, end: int) -> list[Step]:
    """The way through a stretch of the text: marks opened and closed like brackets, text in between.

    ``marks`` are those that reach into the stretch. The end of a piece is known when the list is complete.
    """
    out: list[Step] = []
    open_pieces: list[Piece] = []
    edges = {start, end, *(edge for m in marks for edge in (m.start, m.end) if start < edge < end)}
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(max(mark.start, start), []).append(mark)
    at = start
    for edge in sorted(edges):
        if edge > at:
            out.append(Text(at, edge))
        at = edge
        cut = _close(open_pieces, edge, out, all_of_them=edge == end)
        _open([*cut, *starting.get(edge, ())] if edge < end else [], open_pieces, edge, out)
    return out


def _close(open_pieces: list[Piece], at: int, out: list[Step], all_of_them: bool) -> list[Mark]:
    """Close what ends here and what stands inside it; the marks of the latter that go on."""
    outermost = next((i for i, p in enumerate(open_pieces) if all_of_them or p.mark.end == at), len(open_pieces))
    cut = []
    while len(open_pieces) > outermost:
        piece = open_pieces.pop()
        piece.end = at
        out.append(Closed(piece))
        if piece.mark.end > at:
            cut.append(piece.mark)
    return cut


def _open(marks: Sequence[Mark], open_pieces: list[Piece], at: int, out: list[Step]) -> None:
    for mark in sorted(marks, key=_inward):
        piece = Piece(mark, at)
        open_pieces.append(piece)
        out.append(Opened(piece))
