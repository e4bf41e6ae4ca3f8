"""The table of contents: one call a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from attribution.assemble import assemble
from attribution.chunks import Chunks
from attribution.collector import without_collector
from attribution.contents import ContentReader
from attribution.cues import ClauseFinder
from attribution.cues.search import MARKING_WORDS
from attribution.doubles import join_doubles
from attribution.entities import Report
from attribution.errors import check_processes, check_texts, plain_text
from attribution.habits import MOST_HABITS, Habits, habits_of
from attribution.lexicon import Lexicon, check_lexicon, load_shipped
from attribution.lexicon.respelling import Respelling
from attribution.lexicon.words import Words
from attribution.names import ASKED_FOR, recognise_names
from attribution.own_resolution import Resolve, check_resolve, resolved_by
from attribution.packed import Packed, pack, unpack
from attribution.parallel import Crash, map_in_order
from attribution.resolve import Resolver
from attribution.results import Extraction, Issue
from attribution.sentences import split_sentences
from attribution.signs import signs_of
from attribution.speakers import SpeakerFinder
from attribution.tokens import Reading, read_tokens
from attribution.view import read_view

_LEXICONS = 8  # lexicons whose words are remembered


@lru_cache(_LEXICONS)
def _words(lexicon: Lexicon | None) -> Words:
    return Words(lexicon or load_shipped())


def _chunks(lexicon: Lexicon | None = None, habits: Habits = ()) -> Chunks:
    """The remembered chunks of texts by writers with these habits of spelling."""
    return _chunks_of(lexicon, habits)


def taught(habits: Habits, lexicon: Lexicon | None = None) -> Respelling:
    """How words are respelt for such writers."""
    return _chunks_of(lexicon, habits).taught


@lru_cache(_LEXICONS * MOST_HABITS)
def _chunks_of(lexicon: Lexicon | None, habits: Habits) -> Chunks:
    words = _words(lexicon)
    return Chunks(words, signs_of(words.lexicon, ASKED_FOR, MARKING_WORDS), habits)


def extract(text: str, *, lexicon: Lexicon | None = None, resolve: Resolve | None = None) -> Extraction:
    """Every attribution of one text.

    ``lexicon`` is one of `load_lexicon`, with words of your own; ``resolve`` a function of your own that says who the
    speakers are (docs/extending.md).

    >>> [a.speaker.text for a in extract("قال الوزير سالم حداد إن الجسر جاهز.").attributions]
    ['سالم حداد']
    """
    text = plain_text(text)
    if lexicon is not None or resolve is not None:
        check_lexicon(lexicon)
        check_resolve(resolve)
    result = without_collector(_extract, text, lexicon)
    return resolved_by(resolve, result) if resolve else result


def _extract(text: str, lexicon: Lexicon | None) -> Extraction:
    reading, starts, reports = read_reports(text, lexicon)
    return assemble(reading, join_doubles(reading, Resolver(reading, starts).resolve(reports)))


def read_reports(text: str, lexicon: Lexicon | None = None) -> tuple[Reading, list[int], list[Report]]:
    """The stages before resolution: the tokens, the sentence starts, and each clause with its content and speaker."""
    view = read_view(text)
    reading = read_tokens(view, _chunks(lexicon, habits_of(view.bare, partial(taught, lexicon=lexicon))))
    recognise_names(reading)
    starts = split_sentences(reading)
    finder = ClauseFinder(reading, starts)
    clauses = finder.find()
    contents = ContentReader(reading, starts, clauses, finder.tails, finder.bare)
    speakers = SpeakerFinder(reading, clauses, finder.bare)
    reports = [
        (clause, content, said)
        for clause in clauses
        if (content := contents.read(clause)) and (said := speakers.find(clause))
    ]
    return reading, starts, reports


def extract_all(
    texts: Iterable[str], processes: int = 1, *, lexicon: Lexicon | None = None, resolve: Resolve | None = None
) -> Iterator[Extraction]:
    """`extract` over many texts, lazily and in order, in as many ``processes`` as you like.

    A text on which a process dies (killed, out of memory) has an empty result with the issue ``crash``.

    >>> [len(result.attributions) for result in extract_all(["قال الوزير إن الجسر جاهز.", "عاد الوزير."])]
    [1, 0]
    """
    check_texts(texts)
    check_processes(processes)
    check_lexicon(lexicon)
    check_resolve(resolve, processes)
    one = partial(extract, lexicon=lexicon, resolve=resolve)
    return map(one, _checked(texts)) if processes == 1 else _in_processes(texts, processes, one)


def _checked(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        yield plain_text(text, f"texts[{number}]")


def _in_processes(texts: Iterable[str], processes: int, one: Callable[[str], Extraction]) -> Iterator[Extraction]:
    for text, found in map_in_order(partial(_found, one=one), _checked(texts), processes, len):
        if isinstance(found, Crash):
            yield Extraction(text, (), (), (Issue("crash", "the process that read this text died"),))
        else:
            yield unpack(text, found)


def _found(text: str, one: Callable[[str], Extraction]) -> Packed:
    return pack(one(text))
