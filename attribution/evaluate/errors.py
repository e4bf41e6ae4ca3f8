"""What goes wrong, by cause, as far as a cause can be told mechanically from the spans."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from attribution.evaluate.align import Alignment, verdict
from attribution.evaluate.gold import Annotated
from attribution.evaluate.lemmas import lemma_of
from attribution.evaluate.sets import Numbers, Sets

Place = tuple[str | int, int]  # document id, offset of the cue


@dataclass(slots=True)
class ErrorTable:
    """Counts of error classes, with the places of each, and the lemmas behind missed and spurious cues."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, place: Place) -> None:
        self.places.setdefault(name, []).append(place)

    def ranked(self) -> list[tuple[str, int]]:
        """The classes with their counts, most frequent first."""
        return sorted(((name, len(places)) for name, places in self.places.items()), key=lambda row: (-row[1], row[0]))

    def to_dict(self) -> dict[str, Any]:
        return {
            "classes": {name: {"count": count, "places": self.places[name]} for name, count in self.ranked()},
            "missed": dict(self.missed.most_common()),
            "spurious": dict(self.spurious.most_common()),
        }


def classify(table: ErrorTable, document: Annotated, aligned: Alignment) -> None:
    """Put every disagreement of one document under its class."""
    for a in aligned.missed:
        lemma, known = lemma_of(document.text[slice(*a.report.cue)])
        table.missed[lemma] += 1
        table.add("cue missed: known word" if known else "cue missed: word unknown", (document.id, a.report.cue[0]))
    for b in aligned.spurious:
        table.spurious[b.report.lemma or lemma_of(document.text[slice(*b.report.cue)])[0]] += 1
        table.add("cue spurious", (document.id, b.report.cue[0]))
    for a, b in aligned.pairs:
        for name in _classes(a, b):
            table.add(name, (document.id, a.report.cue[0]))


def _classes(a: Sets, b: Sets) -> list[str]:
    """The classes of one pair that differs; nothing when it is right."""
    right = verdict(a, b)
    found = [] if right["cue"] else ["cue: another word"]
    found += [] if right["content"] else [f"content {_content(a, b)}"]
    found += [] if right["speaker"] else [f"speaker {_speaker(a, b)}"]
    found += [] if right["resolved"] else [f"resolved: {_resolved(a, b, right['speaker'])}"]
    found += _roles(a, b) if right["speaker"] and a.roles != b.roles else []
    found += [] if right["kind"] else [f"kind: {b.report.kind} for {a.report.kind}"]
    found += [] if right["polarity"] else [f"polarity: {b.report.polarity} for {a.report.polarity}"]
    found += [] if right["via"] else [f"via {_side(a.via, b.via)}"]
    return found


def _side(a: Numbers, b: Numbers) -> str:
    """How a wrong span stands to the right one."""
    if not a or not b:
        return "missed" if a else "should be none"
    if a < b:
        return "longer"
    return "shorter" if b < a else "other"


def _content(a: Sets, b: Sets) -> str:
    side = _side(a.content, b.content)
    if side not in ("longer", "shorter"):
        return side
    if len(a.report.content) != len(b.report.content):
        return f"{side} by a range"
    end, start = max(a.content) != max(b.content), min(a.content) != min(b.content)
    if start and end:
        return f"{side} at both ends"
    return f"{side} at its {'end' if end else 'start'}"


def _speaker(a: Sets, b: Sets) -> str:
    side = _side(a.speaker, b.speaker)
    whole = [one.speaker.union(*one.roles) for one in (a, b)]
    if side not in ("missed", "should be none") and whole[0] == whole[1]:
        return "split wrong from its role"
    return side


def _resolved(a: Sets, b: Sets, speaker_right: bool) -> str:
    if not speaker_right:
        return "with the speaker"
    if a.resolved is None or b.resolved is None:
        return "should be none" if b.resolved else "no one found"
    if not a.speaker:
        return "wrong antecedent"
    ours, theirs = set(a.resolved.split()), set(b.resolved.split())
    if theirs < ours:
        return "shorter than the fullest name"
    return "longer than the fullest name" if ours < theirs else "wrong coreference"


def _roles(a: Sets, b: Sets) -> list[str]:
    """Wrong roles of a right speaker, each by how it stands to the role it touches."""
    missed, extra = a.roles - b.roles, b.roles - a.roles
    found = []
    for role in sorted(missed, key=sorted):
        other = next((one for one in extra if one & role), None)
        extra -= {other} if other else set()
        found.append(f"role {_side(role, other or frozenset())}")
    return found + ["role should be none"] * len(extra)
