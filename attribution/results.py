"""The frozen values a caller gets: spans, cues, attributions, speakers, issues, and their JSON form.

Every offset counts Unicode code points of the string that was passed in, half-open, and
``text[span.start:span.end] == span.text`` always holds.  The field names are those of the guide
(docs/attribution.md); `Extraction.to_dict` and `Extraction.from_dict` are each other's inverse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from attribution.errors import AttributionError, plain_text
from attribution.offsets import Offsets, Unit, by_code_points, in_units
from attribution.plain import field, items, strings, word

Kind = Literal["direct", "indirect", "mixed"]
SpeakerType = Literal["person", "role", "organization", "unnamed", "document", "none"]
Polarity = Literal["asserted", "denied", "negated"]
Certainty = Literal["stated", "inferred", "ambiguous"]
# what a file annotated by hand leaves open has the form "unknown"; the library itself always says which
CueForm = Literal["verb", "passive", "participle", "verbal_noun", "preposition", "colon", "particle", "unknown"]


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
        return cls(*_read_span(data, "span"))


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The word or phrase that signals the report, with its dictionary form and its grammatical form."""

    lemma: str
    form: CueForm

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "lemma": self.lemma, "form": self.form}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Cue:
        return _read_cue(data, "cue")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is responsible, in this document: the fullest name and every role the document gives."""

    name: str
    roles: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "roles": list(self.roles)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Speaker:
        return _read_speaker(data, "speaker")


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
        return _read_issue(data, "issue")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One report: a cue, what is reported (one or more ranges), who says it, and who that is in the document.

    ``speaker`` is the mention as written, None when the subject is dropped or only a pronoun; ``resolved`` is the
    identity in the document, None when the text does not tell.  ``quoted`` are the stretches in quotation marks inside
    the content.  ``certainty`` orders how surely the identity is known: ``stated`` (the words at the cue tell it),
    ``inferred`` (they point at it, or one antecedent leads clearly), ``ambiguous`` (several or none).  ``evidence``
    names the rules that decided, in their order.
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
        """The inverse of `to_dict`; raises `AttributionError` for a field that is missing or holds something else."""
        return _read_attribution(data, "attribution")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one text: the text itself, its attributions in text order, its speakers and its oddities."""

    text: str
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    issues: tuple[Issue, ...]

    def to_dict(self, offsets: Unit = "codepoints") -> dict[str, Any]:
        """The JSON object of one document, without its ``id`` and without the text.

        ``offsets`` counts ``start`` and ``end`` in code points, in UTF-16 code units (``utf16``, as JavaScript and Java
        do) or in bytes (``utf8``); an object whose offsets are not code points says so in its field ``offsets``.
        """
        data: dict[str, Any] = {
            "attributions": [a.to_dict() for a in self.attributions],
            "issues": [i.to_dict() for i in self.issues],
        }
        if offsets == "codepoints":
            return data
        moved = in_units(data, Offsets(self.text, offsets))
        return {"offsets": offsets, **moved}

    def to_html(self, title: str = "", language: str = "ar") -> str:
        """A page to look at (docs/page.md): one complete HTML file, whose own words are Arabic or English (``en``)."""
        from attribution.integrations.html import page_parts  # lazily: the one step outward that a value takes

        return "".join(page_parts([("", self, {})], title, language))

    def _repr_html_(self) -> str:
        """The page in a frame, for notebooks."""
        from attribution.integrations.html import frame_html

        return frame_html(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str, offsets: Unit | None = None) -> Extraction:
        """The inverse of `to_dict`, given the same ``text``; further fields, such as ``id``, are left aside.

        What the offsets count is read from the field ``offsets`` (code points where there is none), or said here.
        Raises `AttributionError` for a field that is missing or holds something else, with its place, and for a span
        that does not re-read from ``text``.
        """
        text = plain_text(text)
        data = by_code_points(data, text, offsets)
        attributions = tuple(_read_attribution(*item) for item in items(data, "attributions", "extraction"))
        issues = tuple(_read_issue(*item) for item in items(data, "issues", "extraction"))
        _check_spans(attributions, issues, text)
        return cls(text, attributions, speakers_of(attributions), issues)


def spans_of(attribution: Attribution) -> tuple[Span, ...]:
    """Every span of an attribution, cue first."""
    single = tuple(s for s in (attribution.speaker, attribution.via) if s is not None)
    return (attribution.cue, *attribution.content, *attribution.quoted, *attribution.role, *single)


def speakers_of(attributions: tuple[Attribution, ...]) -> tuple[Speaker, ...]:
    """The resolved speakers, each once, in order of first appearance."""
    return tuple(dict.fromkeys(a.resolved for a in attributions if a.resolved))


def _one(span: Span | None) -> dict[str, Any] | None:
    return Span.to_dict(span) if span is not None else None


def _many(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    return [s.to_dict() for s in spans]


# from plain data to values; ``where`` is the place in the object, for the message of an error


def _read_attribution(data: Any, where: str) -> Attribution:
    resolved = field(data, "resolved", where, dict, type(None))
    return Attribution(
        kind=word(data, "kind", where, Kind),
        cue=_read_cue(field(data, "cue", where, dict), f"{where}.cue"),
        content=_spans(data, "content", where),
        quoted=_spans(data, "quoted", where),
        speaker=_span(data, "speaker", where),
        speaker_type=word(data, "speaker_type", where, SpeakerType),
        role=_spans(data, "role", where),
        resolved=_read_speaker(resolved, f"{where}.resolved") if resolved is not None else None,
        via=_span(data, "via", where),
        polarity=word(data, "polarity", where, Polarity),
        certainty=word(data, "certainty", where, Certainty),
        evidence=strings(data, "evidence", where),
    )


def _read_cue(data: Any, where: str) -> Cue:
    return Cue(*_read_span(data, where), field(data, "lemma", where, str), word(data, "form", where, CueForm))


def _read_speaker(data: Any, where: str) -> Speaker:
    return Speaker(field(data, "name", where, str), strings(data, "roles", where))


def _read_issue(data: Any, where: str) -> Issue:
    return Issue(field(data, "code", where, str), field(data, "message", where, str), _span(data, "span", where))


def _read_span(data: Any, where: str) -> tuple[int, int, str]:
    start, end = field(data, "start", where, int), field(data, "end", where, int)
    text = field(data, "text", where, str)
    if not 0 <= start <= end or end - start != len(text):
        raise AttributionError(f"{where} runs from {start} to {end}, but its text {text!r} has {len(text)} characters")
    return start, end, text


def _span(data: Any, name: str, where: str) -> Span | None:
    inner = field(data, name, where, dict, type(None))
    return Span(*_read_span(inner, f"{where}.{name}")) if inner is not None else None


def _spans(data: Any, name: str, where: str) -> tuple[Span, ...]:
    return tuple(Span(*_read_span(*item)) for item in items(data, name, where))


def _check_spans(attributions: tuple[Attribution, ...], issues: tuple[Issue, ...], text: str) -> None:
    odd = (issue.span for issue in issues if issue.span is not None)
    for span in (*(span for a in attributions for span in spans_of(a)), *odd):
        found = text[span.start : span.end]
        if found != span.text:
            raise AttributionError(f"the span {span.start}:{span.end} is {span.text!r}, but the text has {found!r}")
