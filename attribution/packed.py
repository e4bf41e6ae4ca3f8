"""Results on their way between processes: plain tuples of offsets and words, without the texts that the offsets tell.

They take half of the time that pickling the frozen values themselves takes.
"""

from __future__ import annotations

from typing import Any

from attribution.results import Attribution, Cue, Extraction, Issue, Span, Speaker

Packed = tuple[Any, ...]


def pack(result: Extraction) -> Packed:
    """What one text sends back to the parent process: all but the text."""
    numbers = {speaker: n for n, speaker in enumerate(result.speakers)}
    speakers = tuple((speaker.name, speaker.roles) for speaker in result.speakers)
    issues = tuple((issue.code, issue.message, _offsets(issue.span)) for issue in result.issues)
    return tuple(_packed(a, numbers) for a in result.attributions), speakers, issues


def _packed(a: Attribution, numbers: dict[Speaker, int]) -> Packed:
    cue = a.cue
    return (
        a.kind, cue.start, cue.end, cue.lemma, cue.form, _all(a.content), _all(a.quoted), _offsets(a.speaker),
        a.speaker_type, _all(a.role), -1 if a.resolved is None else numbers[a.resolved], _offsets(a.via),
        a.polarity, a.certainty, a.evidence,
    )  # fmt: skip


def _all(spans: tuple[Span, ...]) -> tuple[int, ...]:
    """Start and end of each span in a row."""
    if len(spans) == 1:
        return spans[0].start, spans[0].end
    return tuple(offset for span in spans for offset in (span.start, span.end))


def _offsets(span: Span | None) -> tuple[int, ...]:
    return () if span is None else (span.start, span.end)


def unpack(text: str, packed: Packed) -> Extraction:
    """The inverse of `pack`, given the text."""
    attributions, named, issues = packed
    speakers = tuple(Speaker(name, roles) for name, roles in named)
    return Extraction(
        text,
        tuple(_unpacked(text, found, speakers) for found in attributions),
        speakers,
        tuple(Issue(code, message, _span(text, offsets)) for code, message, offsets in issues),
    )


def _unpacked(text: str, found: Packed, speakers: tuple[Speaker, ...]) -> Attribution:
    kind, start, end, lemma, form, content, quoted, speaker, speaker_type, role, who, via, *rest = found
    return Attribution(
        kind, Cue(start, end, text[start:end], lemma, form), _spans(text, content), _spans(text, quoted),
        _span(text, speaker), speaker_type, _spans(text, role), None if who < 0 else speakers[who], _span(text, via),
        *rest,
    )  # fmt: skip


def _spans(text: str, offsets: tuple[int, ...]) -> tuple[Span, ...]:
    if len(offsets) == 2:
        start, end = offsets
        return (Span(start, end, text[start:end]),)
    return tuple(Span(start, end, text[start:end]) for start, end in zip(offsets[::2], offsets[1::2], strict=True))


def _span(text: str, offsets: tuple[int, ...]) -> Span | None:
    return Span(offsets[0], offsets[1], text[offsets[0] : offsets[1]]) if offsets else None
