"""What one document adds to the counts: a small value for each of its attributions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from attribution.documents import Document
from attribution.integrations.report.agreement import gender_shown
from attribution.lexicon import Lexicon
from attribution.results import Attribution, Extraction, Span
from attribution.view import fold, read_view

_MONTH = re.compile(r"\s*(\d{4})[-/](0[1-9]|1[0-2]|[1-9])(?!\d)")
_TYPES = ("person", "role", "organization", "unnamed", "document")  # of several in a document the first counts
_FULL = 2  # words from which a person's name is a full one


class Who(NamedTuple):
    """Who is the same speaker in the whole collection: of whom only a title or a word is known, in one document."""

    type: str
    name: str  # folded
    document: str = ""


class Fact(NamedTuple):
    """One attribution."""

    who: Who | None
    name: str
    roles: tuple[str, ...]
    gender: str
    kind: str
    polarity: str
    cue: str
    quoted: int
    reported: int


class Facts(NamedTuple):
    """One document."""

    document: str
    source: str
    month: str
    facts: tuple[Fact, ...]


def facts_of(
    document: Document, result: Extraction, source: str = "source", date: str = "date", lexicon: Lexicon | None = None
) -> Facts:
    """What a document adds; ``source`` and ``date`` name the fields of its metadata, where it has them."""
    types = _types_of(result)
    name = str(document.id)
    facts = tuple(_fact(a, types, name, lexicon) for a in result.attributions)
    return Facts(name, _text(document.metadata.get(source)), month_of(document.metadata.get(date)), facts)


def month_of(date: Any) -> str:
    """The month of a date that begins with year and month, else an empty string.

    >>> month_of("2026-05-01T10:00:00Z"), month_of("2026/5/1"), month_of("1 مايو 2026"), month_of(None)
    ('2026-05', '2026-05', '', '')
    """
    found = _MONTH.match(_text(date))
    return f"{found[1]}-{int(found[2]):02}" if found else ""


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _types_of(result: Extraction) -> dict[str, str]:
    """Each resolved name with its type: that of its mentions; whom only verbs point at is a person if he has roles."""
    found: dict[str, set[str]] = {}
    for a in result.attributions:
        if a.resolved:
            roles = a.resolved.roles
            told = a.speaker_type if a.speaker_type != "none" else "person" if roles else ""
            found.setdefault(a.resolved.name, set()).add(
                "role" if told == "person" and a.resolved.name in roles else told
            )
    return {name: next((type for type in _TYPES if type in types), "none") for name, types in found.items()}


def _fact(a: Attribution, types: dict[str, str], document: str, lexicon: Lexicon | None) -> Fact:
    name = a.resolved.name if a.resolved else ""
    type = types[name] if a.resolved else "none"
    gender = gender_shown(a, lexicon) if type in ("person", "role") else ""
    verbatim = a.content if a.kind == "direct" else a.quoted if a.kind == "mixed" else ()
    return Fact(
        who=_who(type, name, document) if a.resolved else None,
        name=name,
        roles=tuple(role for role in a.resolved.roles if role != name) if a.resolved else (),
        gender=gender,
        kind=a.kind,
        polarity=a.polarity,
        cue=a.cue.lemma,
        quoted=_words(verbatim),
        reported=_words(a.content),
    )


def _who(type: str, name: str, document: str) -> Who:
    words = fold(read_view(name).bare).split()
    known = type == "organization" or (type == "person" and len(words) >= _FULL)
    return Who(type, " ".join(words), "" if known else document)


def _words(spans: Iterable[Span]) -> int:
    """The words of spans, by the white space between them; marks standing alone are none."""
    return sum(any(letter.isalnum() for letter in word) for span in spans for word in span.text.split())
