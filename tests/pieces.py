"""Sentences built from parts, so that the expected spans come from the pieces and not from the library.

``build("و", cue("قال"), " ", role("الوزير"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), ".")`` gives the
text and one expected attribution.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from attribution import Attribution


@dataclass(frozen=True)
class Part:
    """A labelled stretch of text."""

    label: str
    text: str


@dataclass
class Built:
    """A text with the spans its parts give."""

    text: str = ""
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, part: Part | str) -> None:
        text = part.text if isinstance(part, Part) else part
        if isinstance(part, Part):
            for label in part.label.split("+"):
                self.spans.setdefault(label, []).append((len(self.text), len(self.text) + len(text)))
        self.text += text


def build(*parts: Part | str) -> Built:
    built = Built()
    for part in parts:
        built.add(part)
    return built


def cue(text: str) -> Part:
    return Part("cue", text)


def content(text: str) -> Part:
    return Part("content", text)


def speaker(text: str) -> Part:
    return Part("speaker", text)


def role(text: str) -> Part:
    return Part("role", text)


def speaking_role(text: str) -> Part:
    return Part("speaker+role", text)


def via(text: str) -> Part:
    return Part("via", text)


def spans_of(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    """The spans of a found attribution under the labels of the parts."""
    found = {
        "cue": [attribution.cue],
        "content": list(attribution.content),
        "speaker": [attribution.speaker] if attribution.speaker else [],
        "role": list(attribution.role),
        "via": [attribution.via] if attribution.via else [],
    }
    return {label: sorted((s.start, s.end) for s in spans) for label, spans in found.items() if spans}


def check_offsets(result: Any) -> None:
    """Every span of a result re-reads from its text."""
    for attribution in result.attributions:
        for spans in spans_of(attribution).values():
            for start, end in spans:
                assert 0 <= start < end <= len(result.text)
        spans = (attribution.cue, *attribution.content, *attribution.quoted, *attribution.role)
        for span in (*spans, *(s for s in (attribution.speaker, attribution.via) if s)):
            assert result.text[span.start : span.end] == span.text
