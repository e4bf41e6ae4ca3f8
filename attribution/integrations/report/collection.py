"""The counts of a whole collection, a document after the other; memory grows with its speakers, not its texts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from attribution.integrations.report.facts import Fact, Facts, Who


@dataclass(slots=True)
class Tally:
    """What is counted of a speaker, a source or a month."""

    statements: int = 0
    quoted: int = 0
    reported: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    polarities: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    last: str | None = None  # the document counted last, so that each is counted once

    def add(self, fact: Fact, document: str) -> None:
        self.statements += 1
        self.quoted += fact.quoted
        self.reported += fact.reported
        self.kinds[fact.kind] += 1
        self.polarities[fact.polarity] += 1
        self.enter(document)

    def enter(self, document: str) -> None:
        """Count a document, once."""
        self.documents += document != self.last
        self.last = document


@dataclass(slots=True)
class Person(Tally):
    """A speaker: the name as first written, every role, and the genders that verbs showed."""

    name: str = ""
    roles: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """``f`` or ``m`` where all verbs agree, else unknown."""
        return next(iter(self.genders)) if len(self.genders) == 1 else ""


class Collection:
    """Takes in the facts of documents; `attribution.integrations.report.tables` makes tables of it."""

    def __init__(self) -> None:
        self.all = Tally()
        self.speakers: dict[Who, Person] = {}
        self.unresolved = Tally()
        self.cues: Counter[str] = Counter()
        self.sources: dict[str, Tally] = {}
        self.months: dict[str, Tally] = {}

    def add(self, facts: Facts) -> None:
        """Count one document."""
        number = str(self.all.documents)  # two documents of one id are two
        groups = (self.sources.setdefault(facts.source, Tally()), self.months.setdefault(facts.month, Tally()))
        for tally in (self.all, *groups):
            tally.enter(number)
        for fact in facts.facts:
            for tally in (self.all, *groups, self._speaker(fact)):
                tally.add(fact, number)
            self.cues[fact.cue] += 1

    def _speaker(self, fact: Fact) -> Tally:
        if fact.who is None:
            return self.unresolved
        person = self.speakers.setdefault(fact.who, Person(name=fact.name))
        person.roles.update(fact.roles)
        person.genders |= {fact.gender} - {""}
        return person
