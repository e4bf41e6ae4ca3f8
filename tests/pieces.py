"""Sentences built from parts, so that the expected spans come from the pieces and not from the library.

``build("و", cue("قال"), " ", role("الوزير"), " ", speaker("سالم حداد"), " إن ", content("الجسر جاهز"), ".")`` gives the
text and one expected attribution.
"""

from __future__ import annotations

import itertools
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


def check_spans(result: Any) -> None:
    """What holds of every result: spans re-read; cues in order, each once; ranges of a content in order and apart, with
    every quotation inside one of them; the cue and the relay outside; a speaker and a type, or neither."""
    check_offsets(result)
    cues = [(a.cue.start, a.cue.end) for a in result.attributions]
    assert cues == sorted(set(cues))
    for a in result.attributions:
        ranges = [(span.start, span.end) for span in a.content]
        assert ranges
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(ranges))
        assert all(any(s <= q.start and q.end <= e for s, e in ranges) for q in a.quoted)
        for outside in filter(None, (a.cue, a.via)):
            assert all(outside.end <= s or e <= outside.start for s, e in ranges)
        assert (a.speaker is None) == (a.speaker_type == "none")
        assert all(span.text == span.text.strip() for span in (a.cue, *a.content, *a.role))
