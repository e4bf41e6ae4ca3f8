"""The table of contents: one call a stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from attribution.assemble import assemble
from attribution.contents import ContentReader
from attribution.cues import ClauseFinder
from attribution.lexicon import load_shipped
from attribution.lexicon.words import Words
from attribution.names import recognise_names
from attribution.resolve import Resolver
from attribution.results import AttributionError, Extraction
from attribution.sentences import split_sentences
from attribution.speakers import SpeakerFinder
from attribution.tokens import read_tokens
from attribution.view import read_view


@cache
def _words() -> Words:
    return Words(load_shipped())


def extract(text: str) -> Extraction:
    """Every attribution of one text.

    >>> [a.speaker.text for a in extract("قال الوزير سالم حداد إن الجسر جاهز.").attributions]
    ['سالم حداد']
    """
    if not isinstance(text, str):
        raise AttributionError(f"text is {type(text).__name__}, wanted str (decode bytes, read files first)")
    reading = read_tokens(read_view(text), _words())
    recognise_names(reading)
    starts = split_sentences(reading)
    finder = ClauseFinder(reading, starts)
    clauses = finder.find()
    contents = ContentReader(reading, starts, clauses, finder.tails)
    speakers = SpeakerFinder(reading, clauses, finder.bare)
    reports = [
        (clause, content, said)
        for clause in clauses
        if (content := contents.read(clause)) and (said := speakers.find(clause))
    ]
    return assemble(reading, Resolver(reading).resolve(reports))


def extract_all(texts: Iterable[str]) -> Iterator[Extraction]:
    """`extract` over many texts, lazily and in order."""
    return map(extract, texts)
