"""The text of a document with its marks: a paragraph a line of the text, an element a piece, a card a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.integrations.html.escaping import escaped, quoted
from attribution.integrations.html.labels import Labels
from attribution.integrations.html.nesting import Closed, Mark, Opened, Piece, marks_of, steps
from attribution.results import Attribution, Extraction

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def article_html(result: Extraction, prefix: str, labels: Labels) -> str:
    """The paragraphs of a text; ids begin with ``prefix``, so that several documents stand on one page.

    Every element of a mark tells its part (class), the number of its attribution and its offsets in the text
    (``data-a``, ``data-s``, ``data-e``).
    """
    writer = _Writer(result, prefix, labels)
    return "\n".join(f"<p>{writer.paragraph(marks, *line)}</p>" for line, marks in _paragraphs(result))


def _paragraphs(result: Extraction) -> Iterator[tuple[tuple[int, int], list[Mark]]]:
    """Each line of the text with the marks that reach into it."""
    left = marks_of(result)
    reaching: list[Mark] = []
    done = 0
    for match in _LINE.finditer(result.text):
        start, end = match.span()
        while done < len(left) and left[done].start < end:
            reaching.append(left[done])
            done += 1
        reaching = [mark for mark in reaching if mark.end > start]
        yield (start, end), reaching


class _Writer:
    def __init__(self, result: Extraction, prefix: str, labels: Labels) -> None:
        self.result = result
        self.prefix = prefix
        self.labels = labels

    def paragraph(self, marks: list[Mark], start: int, end: int) -> str:
        return "".join(self._step(step) for step in steps(marks, start, end))

    def _step(self, step: object) -> str:
        if isinstance(step, Opened):
            return self._opening(step.piece)
        if isinstance(step, Closed):
            mark = step.piece.mark
            return f"{self._tail(mark.number) if mark.part == 'cue' and step.piece.is_first else ''}</span>"
        return escaped(self.result.text[step.start : step.end])  # type: ignore[attr-defined]

    def _opening(self, piece: Piece) -> str:
        mark = piece.mark
        attribution = self.result.attributions[mark.number - 1]
        classes = ["m", mark.part, *(["first"] if piece.is_first else []), *(["last"] if piece.is_last else [])]
        classes += [attribution.kind, attribution.polarity] if mark.part in ("content", "cue") else []
        tag = f'<span class="{" ".join(classes)}" data-a="{mark.number}" data-s="{piece.start}" data-e="{piece.end}"'
        if mark.part == "cue":
            return f"{tag}{self._anchor(mark.number) if piece.is_first else ''}>"
        told = f"{self.labels[mark.part]} {mark.number}"
        return f"{tag}>" if mark.part == "content" else f'{tag} title="{quoted(told)}">'

    def _anchor(self, number: int) -> str:
        """What lets the panel lead to a cue, and the card stand below it."""
        return f' id="{self.prefix}c{number}" style="anchor-name:--{self.prefix}k{number}"'

    def _tail(self, number: int) -> str:
        """Behind the word of a cue: the number that leads to its statement in the panel, and the card."""
        statement, card = f"{self.prefix}s{number}", f"{self.prefix}k{number}"
        rows = "".join(_row(*row) for row in card_rows(self.result.attributions[number - 1], self.labels))
        return (
            f'<a class="n" href="#{statement}" aria-describedby="{card}">{number}</a>'
            f'<span class="card" id="{card}" role="tooltip" style="position-anchor:--{card}">{rows}</span>'
        )


def card_rows(a: Attribution, labels: Labels) -> list[tuple[str, str]]:
    """What there is to know of an attribution, in words: label and value."""
    who = a.resolved.name if a.resolved else labels["unknown"]
    rows = [(labels["who"], who)]
    if a.resolved and a.resolved.roles:
        rows.append((labels["roles"], " · ".join(a.resolved.roles)))
    if a.speaker:
        rows.append((labels["as_written"], a.speaker.text))
    rows += [(labels[name], labels[f"{field}.{getattr(a, field)}"]) for name, field in _WORDS]
    rows.append((labels["cue"], f"{a.cue.lemma} · {labels[f'form.{a.cue.form}']}"))
    if a.via:
        rows.append((labels["via"], a.via.text))
    return [*rows, (labels["evidence"], " · ".join(a.evidence))]


_WORDS = (("type", "speaker_type"), ("kind", "kind"), ("polarity", "polarity"), ("certainty", "certainty"))


def _row(label: str, value: str) -> str:
    return f'<span class="row"><b>{escaped(label)}</b> <bdi>{escaped(value)}</bdi></span>'
