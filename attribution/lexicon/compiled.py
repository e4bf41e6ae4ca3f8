"""The compiled lexicon: word to class, word to readings as a cue, and what else the stages look up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from attribution.lexicon.own import Own

Phrases = dict[str, tuple[tuple[str, ...], ...]]


class CueReading(NamedTuple):
    """A word read as a word of saying.

    ``form`` is that of the results (verb, passive, participle, verbal_noun, preposition); ``gender`` m / f / "",
    ``number`` sg / du / pl / "" and ``person`` 1 / 2 / 3 / "" are those of the subject; ``takes`` the constructions of
    verbs.tsv; ``enclitic`` is the pronoun written on the word.
    """

    lemma: str
    form: str
    takes: frozenset[str]
    polarity: str = "asserted"
    person: str = ""
    gender: str = ""
    number: str = ""
    tense: str = ""
    enclitic: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Compiled tables.  ``genders`` holds the agreement of a noun or name, ``plurals`` the nouns that are plural;
    ``own`` the rows that a newsroom put on top, by which a lexicon is sent to another process and compiled there.
    """

    own: Own = ()
    classes: dict[str, str] = field(default_factory=dict)
    cues: dict[str, tuple[CueReading, ...]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    plurals: frozenset[str] = frozenset()
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    lookalikes: dict[str, str] = field(default_factory=dict)
    frames: dict[tuple[str, ...], str] = field(default_factory=dict)
    light: dict[str, str] = field(default_factory=dict)  # forms of the light verbs, with their tense
    names: frozenset[str] = frozenset()
    compounds: frozenset[tuple[str, str]] = frozenset()  # نور الدين, ذبيح الله
    callings: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()  # words for speakers of whom there are many: خبير، شاهد، مسؤول
    naming: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()  # nouns of things that have names: أغنية، برنامج، حملة
    hypernyms: dict[str, frozenset[str]] = field(default_factory=dict)
    epithets: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = field(default_factory=dict)
    antecedents: dict[str, float] = field(default_factory=dict)
    keeps: dict[str, frozenset[str]] = field(default_factory=dict)  # adjectives with the prepositions they keep
    # of verbs that report nothing: stem to the endings it takes, see inflect.stems_of_verb
    past_stems: dict[str, frozenset[str]] = field(default_factory=dict)
    present_stems: dict[str, frozenset[str]] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)  # the class as a noun of a word that is something stronger too
    longer: dict[str, Phrases] = field(init=False)  # the phrases by their first word, then by their second
    cue_phrases: Phrases = field(init=False)  # the cues of several words by their first
    frame_heads: frozenset[str] = field(init=False)  # the first words of frames
    cue_starts: frozenset[str] = field(init=False)  # the words by which a cue may begin
    cue_seconds: dict[str, tuple[str, ...]] = field(init=False)  # the words that may stand behind that first

    def __post_init__(self) -> None:
        phrases = _by_word(self.phrases, 0).items()
        object.__setattr__(self, "longer", {first: _by_word(found, 1) for first, found in phrases})
        cues = _by_word((tuple(key.split()) for key in self.cues if " " in key), 0)
        object.__setattr__(self, "cue_phrases", cues)
        object.__setattr__(self, "frame_heads", frozenset(phrase[0] for phrase in self.frames))
        object.__setattr__(self, "cue_starts", frozenset((*self.cues, *cues)))
        seconds = {first: tuple(sorted({phrase[1] for phrase in found})) for first, found in cues.items()}
        object.__setattr__(self, "cue_seconds", seconds)


def _by_word(phrases: Iterable[tuple[str, ...]], n: int) -> Phrases:
    """Phrases by their word ``n``, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[n], []).append(phrase)
    return {word: tuple(listed) for word, listed in found.items()}
