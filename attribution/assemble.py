"""From tokens and view offsets to the values a caller gets, with offsets into the caller's own string."""

from __future__ import annotations

from attribution.cues import Clause
from attribution.issues import issues_of
from attribution.mentions import Mention
from attribution.registry import Entity
from attribution.resolve import Resolved
from attribution.results import Attribution, Cue, Extraction, Span, Speaker, speakers_of
from attribution.tokens import Reading

_FORMS = {"passive_participle": "participle"}


def assemble(reading: Reading, resolved: list[Resolved]) -> Extraction:
    """The result for one document."""
    builder = _Builder(reading)
    attributions = tuple(builder.attribution(item) for item in resolved)
    issues = issues_of(reading.view, reading.pairs)
    return Extraction(reading.view.text, attributions, speakers_of(attributions), issues)


class _Builder:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.speakers: dict[Entity, Speaker] = {}

    def attribution(self, item: Resolved) -> Attribution:
        said, clause = item.said, item.clause
        mention = said.mention
        cue = self._cue(clause)
        form = _FORMS.get(clause.word.form, clause.word.form)
        return Attribution(
            kind=item.content.kind,  # type: ignore[arg-type]
            cue=Cue(cue.start, cue.end, cue.text, clause.word.lemma, form),  # type: ignore[arg-type]
            content=tuple(self._beside(cue, *r) for r in item.content.ranges),
            quoted=tuple(self._beside(cue, *r) for r in item.content.quoted),
            speaker=self._tokens(mention.span) if mention else None,
            speaker_type=mention.type if mention else "none",  # type: ignore[arg-type]
            role=tuple(self._tokens(r) for r in mention.roles) if mention else (),
            resolved=self._speaker(item.entity),
            via=self._mention(said.via),
            polarity=clause.polarity,  # type: ignore[arg-type]
            certainty=item.certainty,  # type: ignore[arg-type]
            evidence=(*clause.evidence, *item.content.evidence, said.evidence, item.evidence),
        )

    def _cue(self, clause: Clause) -> Span:
        """The tokens of the cue; a pronoun on a prepositional cue (وفقا له، على حد قولها) is not part of it."""
        end = self.reading.ends[clause.last - 1]
        pronoun = len(clause.word.enclitic) if clause.word.form == "preposition" else 0
        return self._span(self.reading.starts[clause.first], end - pronoun)

    def _beside(self, cue: Span, start: int, end: int) -> Span:
        """A range of the content without the character that it may share with its cue: the ligature of وفقا ﻻسامة."""
        span = self._span(start, end)
        if cue.start <= span.start < cue.end < span.end:
            return self._within(cue.end, span.end)
        return self._within(span.start, cue.start) if span.start < cue.start < span.end <= cue.end else span

    def _within(self, start: int, end: int) -> Span:
        text = self.reading.view.text[start:end]
        start += len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()), text.strip())

    def _speaker(self, entity: Entity | None) -> Speaker | None:
        if entity is None:
            return None
        if entity not in self.speakers:
            self.speakers[entity] = Speaker(entity.name, tuple(entity.roles))
        return self.speakers[entity]

    def _mention(self, mention: Mention | None) -> Span | None:
        return self._tokens(mention.span) if mention else None

    def _tokens(self, span: tuple[int, int]) -> Span:
        return self._span(self.reading.starts[span[0]], self.reading.ends[span[1] - 1])

    def _span(self, start: int, end: int) -> Span:
        view = self.reading.view
        first, last = (view.start(start), view.end(end)) if view.breaks else (start, end)
        return Span(first, last, view.text[first:last])
