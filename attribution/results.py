"""The frozen values a caller gets: spans, cues, attributions, speakers, issues, and their JSON form.

Every offset counts Unicode code points of the string that was passed in, half-open, and
``text[span.start:span.end] == span.text`` always holds.  The field names are those of the guide
(docs/attribution.md); `Extraction.to_dict` and `Extraction.from_dict` are each other's inverse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal["direct", "indirect", "mixed"]
SpeakerType = Literal["person", "role", "organization", "unnamed", "document", "none"]
Polarity = Literal["asserted", "denied", "negated"]
Certainty = Literal["stated", "inferred", "ambiguous"]
CueForm = Literal["verb", "passive", "participle", "verbal_noun", "preposition", "colon", "particle"]


class AttributionError(ValueError):
    """A caller's mistake; the message says what was given, what is wanted and where."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the caller's text: ``start`` and ``end`` in code points, half-open, and the text between."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Span:
        return cls(data["start"], data["end"], data["text"])


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The word or phrase that signals the report, with its dictionary form and its grammatical form."""

    lemma: str
    form: CueForm

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "lemma": self.lemma, "form": self.form}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Cue:
        return cls(data["start"], data["end"], data["text"], data["lemma"], data["form"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is responsible, in this document: the fullest name and every role the document gives."""

    name: str
    roles: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "roles": list(self.roles)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        return cls(data["name"], tuple(data["roles"]))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd in the text (never an error): a code, a message and where."""

    code: str
    message: str
    span: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "message": self.message, "span": _one(self.span)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Issue:
        return cls(data["code"], data["message"], _span(data["span"]))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One report: a cue, what is reported (one or more ranges), who says it, and who that is in the document.

    ``speaker`` is the mention as written, None when the subject is dropped or only a pronoun; ``resolved`` is the
    identity in the document, None when the text does not tell.  ``quoted`` are the stretches in quotation marks inside
    the content.  ``certainty`` orders how the speaker was found: ``stated`` (named at the cue), ``inferred`` (one
    fitting antecedent), ``ambiguous`` (several or none).  ``evidence`` names the rules that decided, in their order.
    """

    kind: Kind
    cue: Cue
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    speaker: Span | None
    speaker_type: SpeakerType
    role: tuple[Span, ...]
    resolved: Speaker | None
    via: Span | None
    polarity: Polarity
    certainty: Certainty
    evidence: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "cue": self.cue.to_dict(), "content": _many(self.content), "quoted": _many(self.quoted),
            "speaker": _one(self.speaker), "speaker_type": self.speaker_type, "role": _many(self.role),
            "resolved": self.resolved.to_dict() if self.resolved else None, "via": _one(self.via),
            "polarity": self.polarity, "certainty": self.certainty, "evidence": list(self.evidence),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Attribution:
        """The inverse of `to_dict`; an unknown word in a closed field raises `AttributionError`."""
        for field, allowed in _CLOSED.items():
            if data[field] not in allowed:
                raise AttributionError(f"{field} is {data[field]!r}, wanted one of {', '.join(allowed)}")
        return cls(
            kind=data["kind"], cue=Cue.from_dict(data["cue"]), content=_spans(data["content"]),
            quoted=_spans(data["quoted"]), speaker=_span(data["speaker"]), speaker_type=data["speaker_type"],
            role=_spans(data["role"]), resolved=Speaker.from_dict(data["resolved"]) if data["resolved"] else None,
            via=_span(data["via"]), polarity=data["polarity"], certainty=data["certainty"],
            evidence=tuple(data["evidence"]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one text: the text itself, its attributions in text order, its speakers and its oddities."""

    text: str
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    issues: tuple[Issue, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON object of one document, without its ``id`` and without the text."""
        return {
            "attributions": [a.to_dict() for a in self.attributions],
            "issues": [i.to_dict() for i in self.issues],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str) -> Extraction:
        """The inverse of `to_dict`, given the same ``text``; raises `AttributionError` if a span does not re-read."""
        attributions = tuple(Attribution.from_dict(a) for a in data["attributions"])
        for span in (s for a in attributions for s in spans_of(a)):
            if text[span.start : span.end] != span.text:
                raise AttributionError(f"span {span.start}:{span.end} reads {span.text!r}, but the text differs there")
        return cls(text, attributions, speakers_of(attributions), tuple(Issue.from_dict(i) for i in data["issues"]))


def spans_of(attribution: Attribution) -> tuple[Span, ...]:
    """Every span of an attribution, cue first."""
    single = tuple(s for s in (attribution.speaker, attribution.via) if s is not None)
    return (attribution.cue, *attribution.content, *attribution.quoted, *attribution.role, *single)


def speakers_of(attributions: tuple[Attribution, ...]) -> tuple[Speaker, ...]:
    """The resolved speakers, each once, in order of first appearance."""
    return tuple(dict.fromkeys(a.resolved for a in attributions if a.resolved))


_CLOSED: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "speaker_type": get_args(SpeakerType),
    "polarity": get_args(Polarity), "certainty": get_args(Certainty),
}  # fmt: skip


def _one(span: Span | None) -> dict[str, Any] | None:
    return Span.to_dict(span) if span is not None else None


def _many(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    return [s.to_dict() for s in spans]


def _span(data: Mapping[str, Any] | None) -> Span | None:
    return Span.from_dict(data) if data is not None else None


def _spans(data: list[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(s) for s in data)
