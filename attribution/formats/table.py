"""A table for people: a numbered block an attribution."""

from __future__ import annotations

import shutil

import regex

from attribution.documents import Document
from attribution.results import Attribution, Extraction

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate and its end: each value keeps its own direction
_LETTER = regex.compile(r"\X")  # a letter with its marks
_NARROWEST, _MARGIN = 40, 12


def to_table(document: Document, result: Extraction) -> str:
    """A numbered block an attribution, a line a field; long values go on in further lines, nothing is cut.

    Labels stand at the left and each line of a value is isolated, so that a terminal or an editor of either direction
    shows every value in its own direction.
    """
    room = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns - _MARGIN)
    blocks = [_block(n, a, room) for n, a in enumerate(result.attributions, 1)] or ["    (no attribution)\n"]
    return f"── {_isolated(str(document.id))}\n" + "\n".join(blocks) + "\n"


def _block(number: int, a: Attribution, room: int) -> str:
    who = a.resolved.name if a.resolved else "?"
    roles = [role for role in (a.resolved.roles if a.resolved else ()) if role != who]
    rows = [("who", who, " · ".join(roles))]
    if a.speaker and a.speaker.text != who:
        rows.append(("as", a.speaker.text, ""))
    rows.append(("says", a.cue.text, f"{a.kind}, {a.polarity}"))
    rows += [("what", span.text, "") for span in a.content]
    if a.via:
        rows.append(("via", a.via.text, ""))
    lines = [line for label, value, note in rows for line in _lines(label, value, note, room)]
    return f"{number:3}" + "\n".join(lines)[3:] + "\n"


def _lines(label: str, value: str, note: str, room: int) -> list[str]:
    """The lines of one field: label, value, and what is to be noted of it in brackets."""
    first, *rest = _wrapped(value, room)
    lines = [f"{label:>8} │ {_isolated(first)}", *(f"{'':8} │ {_isolated(line)}" for line in rest)]
    lines[-1] += f" ({_isolated(note)})" if note else ""
    return lines


def _isolated(text: str) -> str:
    return _ISOLATE + text + _END


def _wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` letters, broken at spaces and never inside a letter and its marks.

    >>> _wrapped("الجسر جاهز منذ أمس", 10)
    ['الجسر جاهز', 'منذ أمس']
    """
    lines, length = [""], 0
    for word in text.split():
        letters = _LETTER.findall(word)
        if length and length + 1 + len(letters) > room:
            lines.append("")
            length = 0
        for start in range(0, len(letters), room):
            piece = letters[start : start + room]
            if start:
                lines.append("")
            lines[-1] += (" " if length and not start else "") + "".join(piece)
            length = len(piece) if start else length + bool(length) + len(piece)
    return lines
