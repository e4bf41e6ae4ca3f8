"""Everybody in the document: which mentions are one, the fullest form of the name, every role the document gives.

Mentions come in the order person, organisation, document, unnamed, role, and the fullest first, so that a short form
finds its full one: الوزارة / وزارة الداخلية, علوش / محمد علوش, الوزير / وزير الخارجية محمد علوش.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from attribution.contents import Content
from attribution.cues import Clause
from attribution.mentions import Mention
from attribution.nouns import NounPhrases
from attribution.speakers import Said
from attribution.tokens import Reading
from attribution.view import fold

Report = tuple[Clause, Content, Said]
Words = tuple[str, ...]
_MARKS = frozenset('"«»()#&*')
_QUOTES = '"«»“”‹›'
_SELF = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها"))
_SCANNED = frozenset("tThnoOxdDluU")
_COMMON = frozenset("mMiISPjJ0s«")
_ORDER = ("person", "organization", "document", "unnamed", "role")
_LONGEST_NAME = 5


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody in the document: the fullest name, every role, where it is mentioned."""

    type: str
    name: str
    words: Words
    gender: str
    number: str
    roles: list[str] = field(default_factory=list)
    role_words: list[Words] = field(default_factory=list)
    gloss: Words = ()  # the short name in brackets or marks behind the full one: الاتحاد الدولي لكرة القدم (الفيفا)
    at: list[int] = field(default_factory=list)
    speaks: bool = False
    known: bool = False  # by a name, a title or a word for speakers, not any noun

    def add_role(self, role: str) -> None:
        if role not in self.roles:
            self.roles.append(role)
            self.role_words.append(stems_of(role))


class Entities:
    """The entities of one document and the mention that belongs to each."""

    def __init__(self, reading: Reading, reports: list[Report]) -> None:
        self.reading = reading
        self.letters = reading.letters
        self.words = reading.words
        self.nouns = NounPhrases(reading)
        self.all: list[Entity] = []
        self.by_mention: dict[tuple[int, int], Entity] = {}
        self.spans: dict[tuple[int, int], Entity] = {}  # with titles and honorifics before the name
        self._by_word: dict[str, list[Entity]] = {}
        self._texts: dict[tuple[int, int], str] = {}
        self._positions: dict[str, list[int]] = {}
        self._speaking: set[int] = set()
        self._gender_of: dict[int, str] = {}  # of a subject, as its verb shows
        self._collect(reports)

    def of(self, mention: Mention) -> Entity | None:
        """The entity of a mention; of a coordination, its full names joined the same way."""
        known = self.by_mention.get(mention.span)
        if known is None and mention.parts:
            parts = [self.by_mention[part.span] for part in mention.parts]
            roles = list(dict.fromkeys(role for part in parts for role in part.roles))
            known = Entity(mention.type, " و".join(part.name for part in parts), (), parts[0].gender, "pl", roles)
            known.at, known.speaks, known.known = [mention.first], True, True
            self.by_mention[mention.span] = known
            self.spans[mention.first, mention.last] = known
        return known

    # gathering

    def _collect(self, reports: list[Report]) -> None:
        subjects: dict[int, Mention] = {}
        for clause, _, said in reports:
            for mention in (said.mention, clause.subject, clause.object, said.via):
                if mention is not None:
                    subjects |= {part.first: part for part in mention.parts or (mention,)}
            if said.mention is not None:
                self._speaking.add(said.mention.first)
                if clause.word.form == "verb" and clause.word.number == "sg":
                    self._gender_of[said.mention.first] = clause.word.gender
        self._remember_singles(subjects.values())
        mentions = [*self._scan(subjects), *subjects.values()]
        for mention in sorted(mentions, key=_fullest_first):
            self._register(mention)
        for entity in self.all:
            entity.at.sort()

    def _remember_singles(self, mentions: Iterable[Mention]) -> None:
        singles = {self.words[m.span[0]] for m in mentions if m.type == "person" and m.span[1] - m.span[0] == 1}
        for i, word in enumerate(self.words) if singles else ():
            if word in singles:
                self._positions.setdefault(word, []).append(i)

    def _scan(self, subjects: dict[int, Mention]) -> Iterator[Mention]:
        i, end = 0, len(self.letters)
        while i < end:
            if i in subjects:
                i = i + 1 if subjects[i].roles else max(subjects[i].last, i + 1)
            elif self.letters[i] in _SCANNED:
                mention = self.nouns.at(i, min(end, i + 40))
                for part in (mention.parts or (mention,)) if mention else ():
                    if part.span[0] not in subjects and self._sure(part):
                        yield self._named_only(part)
                holds_others = mention is None or mention.roles or mention.type == "document"
                i = i + 1 if mention is None or holds_others else max(mention.last, i + 1)
            else:
                i += 1

    def _named_only(self, mention: Mention) -> Mention:
        """شركة النورس في الميناء, منظمة النورس (نورس) والبلدية: a name ends with its gloss and before its place."""
        if mention.type != "organization":
            return mention
        first, last = mention.span
        stop = next((i for i in range(first + 1, last) if self.words[i] == "في"), last)
        stop = next((i + 1 for i in range(first + 1, stop) if self.letters[i] == ")"), stop)
        return mention._replace(last=min(mention.last, stop), span=(first, stop)) if stop < last else mention

    def _sure(self, mention: Mention) -> bool:
        """A name found outside a report needs a title or a known name in it."""
        first, last = mention.span
        if self.letters[first] == "m":
            return False
        return mention.type != "person" or bool(mention.roles) or "n" in self.letters[first:last]

    def _register(self, mention: Mention) -> None:
        words = self._name_words(mention)
        if mention.type == "person":
            mention = mention._replace(gender=self._gender_of.get(mention.first, mention.gender))
        entity = self._nearest(self._known(mention, words), mention.first)
        if entity is None:
            entity = self._new(mention)
        entity.gender = entity.gender or mention.gender
        entity.at.append(mention.first)
        entity.known = entity.known or self.letters[mention.span[0]] not in _COMMON
        entity.speaks = entity.speaks or mention.first in self._speaking
        self.by_mention[mention.span] = entity
        self.spans[mention.first, mention.last] = entity
        for role in mention.roles:
            entity.add_role(self._text(role))

    def _new(self, mention: Mention) -> Entity:
        span = self._full_name(mention) if mention.type == "person" else mention.span
        words = tuple(_stem_word(self.words[i]) for i in range(*span) if self.letters[i] not in _MARKS)
        entity = Entity(mention.type, self._text(span), words, mention.gender, mention.number)
        entity.gloss = self._gloss(span)
        self.all.append(entity)
        for word in set(words):
            self._by_word.setdefault(word, []).append(entity)
        return entity

    def _gloss(self, span: tuple[int, int]) -> Words:
        first, last = span
        opening = next((i for i in range(first + 1, last) if self.letters[i] in "(«"), last)
        return tuple(_stem_word(self.words[i]) for i in range(opening + 1, last) if self.letters[i] not in _MARKS)

    # names

    def _full_name(self, mention: Mention) -> tuple[int, int]:
        """The longest stretch of name words anywhere in the document that holds a name of one word."""
        first, last = mention.span
        if last - first != 1:
            return mention.span
        found = [self._stretch(i) for i in self._positions.get(self.words[first], ())]
        return max(found, key=lambda s: (min(s[1] - s[0], _LONGEST_NAME), -s[0]), default=mention.span)

    def _stretch(self, i: int) -> tuple[int, int]:
        """The name words around token ``i``: known ones, or an unknown one that a title or calling introduces."""
        first, last = i, i + 1
        while first > 0 and first > i - _LONGEST_NAME and self._name_word(first - 1):
            first -= 1
        while self.letters[first] == "B" and first < i and self.words[first] in ("بن", "بنت"):
            first += 1
        while last < len(self.letters) - 1 and last < i + 4 and self._continues(i, last):
            last += 1
        while last > i + 1 and self.letters[last - 1] == "B":
            last -= 1
        return first, last

    def _continues(self, i: int, last: int) -> bool:
        """Whether the token ``last`` goes on with the name that holds token ``i``."""
        letter, after = self.letters[last], self.letters[last + 1]
        return (letter in "nB" and self.letters[i] == "n") or (letter == "w" and after in ",.:qQ«pz\n(")

    def _name_word(self, i: int) -> bool:
        letter = self.letters[i]
        if letter in "nBA":
            return self.reading.ends[i] + 1 >= self.reading.starts[i + 1]
        return letter in "wl" and i > 0 and self.letters[i - 1] in "tThJVvOWMDIxlpy"

    def _name_words(self, mention: Mention) -> Words:
        kept = (i for i in range(*mention.span) if self.letters[i] not in _MARKS and self.letters[i] != "s")
        return tuple(_stem_word(self.words[i]) for i in kept if self.words[i] not in _SELF)

    def _text(self, span: tuple[int, int]) -> str:
        """The words of a span as a name: للوزارة names الوزارة; a mark without its partner is none of it."""
        text = self._texts.get(span)
        if text is None:
            view, starts = self.reading.view, self.reading.starts
            text = view.text[view.start(starts[span[0]]) : view.end(self.reading.ends[span[1] - 1])]
            if span[0] > 0 and self.words[span[0] - 1] == "ل" and starts[span[0] - 1] == starts[span[0]]:
                text = "ال" + text[2:]
            text = " ".join(text.replace("#", "").split())
            if sum(text.count(mark) for mark in _QUOTES) % 2:
                text = text.strip(_QUOTES).rstrip()
            self._texts[span] = text
        return text

    # which entity a mention is

    def _known(self, mention: Mention, words: Words) -> list[Entity]:
        """The entities that a mention may be, by the rules of its type."""
        if mention.type == "person":
            fits = [e for e in self._sharing(words, "person") if _short_name_of(words, e.words)]
            return [e for e in fits if not (e.gender and mention.gender and e.gender != mention.gender)]
        if mention.type == "role":
            return self._of_role(mention, words)
        same = [e for e in self._sharing(words, mention.type) if e.name == self._text(mention.span)]
        if same or (mention.type != "organization" and not self._definite(mention)):
            return same
        proper = mention.type == "organization" and self.letters[mention.span[0]] in "xwnA"
        return [e for e in self._sharing(words, mention.type) if self._fuller(words, e, proper)]

    def _sharing(self, words: Words, kind: str) -> list[Entity]:
        """The entities of a type in whose name the first or the last of ``words`` stands."""
        if not words:
            return []
        found = dict.fromkeys((*self._by_word.get(words[-1], ()), *self._by_word.get(words[0], ())))
        return [e for e in found if e.type == kind]

    def _fuller(self, words: Words, entity: Entity, proper: bool) -> bool:
        """A fuller form; an organisation's own name may stand behind what it is: يوروبول / الشرطة الأوروبية يوروبول."""
        if _short_form_of(words, entity.words):
            return True
        if entity.gloss and words == entity.gloss:
            return True
        full = entity.words
        called = bool(full) and full[0] in self.reading.lexicon.naming
        return proper and called and len(words) < len(full) and full[-len(words) :] == words

    def _definite(self, mention: Mention) -> bool:
        """المصادر, تلك المصادر: only what is known already can be short for something fuller."""
        first, last = mention.span
        if self.letters[first] == "s" or self.words[last - 1] in _SELF:
            return True
        chain = range(first, next((k for k in range(first, last) if self.letters[k] == "p"), last))
        return any(self.words[k].startswith("ال") or self.letters[k] in "lx" for k in chain)

    # titles

    def _of_role(self, mention: Mention, words: Words) -> list[Entity]:
        people = [e for e in self.all if e.type == "person" and not _opposed(e.gender, mention.gender)]
        if self._courtesy(mention):
            return [e for e in people if any(p < mention.first for p in e.at)]
        fits = [e for e in people if any(words == r or _short_form_of(words, r) for r in e.role_words)]
        fits = fits or self._with_head(people, words)
        if fits:
            return fits
        named = self._text(mention.span)
        same = [e for e in self._sharing(words, "role") if e.name == named or _short_form_of(words, e.words)]
        return same or self._of_kind(people, mention, words)

    def _with_head(self, people: list[Entity], words: Words) -> list[Entity]:
        """الرئيس الفرنسي, المبعوث الأممي: the one person named with that title, unless a country tells them apart."""
        heads = [e for e in people if any(r[:1] == words[:1] for r in e.role_words)]
        if len(heads) != 1:
            return []
        own = {word for role in heads[0].role_words for word in role}
        foreign = [w for w in words[1:] if w not in own and self._of_country(w)]
        return heads if not foreign or own <= set(words) else []

    def _of_kind(self, people: list[Entity], mention: Mention, words: Words) -> list[Entity]:
        """المسؤول, اللاعب, المدرب: a definite word for a kind stands for the speaker last named of that kind."""
        kind = self.reading.lexicon.hypernyms.get(words[0].removesuffix("ة")) if words else None
        simple = all(self.words[i].startswith("ال") for i in range(*mention.span))
        if kind is None or not simple:
            return []
        before = [e for e in people if e.at and min(e.at) < mention.first]
        return [e for e in before if any(r and r[0].removesuffix("ة") in kind for r in e.role_words)]

    def _courtesy(self, mention: Mention) -> bool:
        """سموه، معاليه: a courtesy title with a pronoun stands for the person last named."""
        first, last = mention.span
        word = self.words[first]
        stems = {word[:-1], word[:-1].removesuffix("ت") + "ة", word[:-2], word[:-2].removesuffix("ت") + "ة"}
        return last - first == 1 and any(self.reading.lexicon.classes.get(stem) == "h" for stem in stems)

    def _of_country(self, word: str) -> bool:
        lexicon = self.reading.lexicon
        return lexicon.kinds.get(word) == "country" or lexicon.classes.get(word) in ("l", "x", "o", "t")

    def _nearest(self, entities: list[Entity], at: int) -> Entity | None:
        """Of several, one that speaks in the document before one that does not, then the one mentioned last."""
        if len(entities) <= 1:
            return entities[0] if entities else None
        speaking = [e for e in entities if e.speaks] or entities
        before = [(max(p for p in e.at if p <= at), n) for n, e in enumerate(speaking) if any(p <= at for p in e.at)]
        if before:
            return speaking[max(before)[1]]
        return min(speaking, key=lambda e: min(e.at, default=1 << 60))


def _fullest_first(mention: Mention) -> tuple[int, int, int]:
    return _ORDER.index(mention.type), mention.span[0] - mention.span[1], mention.first


def _opposed(gender: str, other: str) -> bool:
    return bool(gender and other and gender != other)


def stems_of(text: str) -> Words:
    """The words of a name or a role without articles, in one spelling.

    >>> stems_of("الرئيس الأميركي")
    ('رئيس', 'امريكي')
    """
    return tuple(_stem_word(word) for word in fold(text).split())


@lru_cache(30_000)
def _stem_word(word: str) -> str:
    """A word without its article, in one spelling: الأميركي and أمريكي are the same."""
    return (word[2:] if word.startswith("ال") and len(word) > 4 else word).replace("اميرك", "امريك")


def _short_name_of(short: Words, full: Words) -> bool:
    """Whether all words of a name stand in a fuller one: علوش / محمد علوش."""
    return bool(short) and set(short) <= set(full) and (short[-1] == full[-1] or short[0] == full[0] or len(full) > 2)


def _short_form_of(short: Words, full: Words) -> bool:
    """Whether a phrase has the head of a fuller one and none but its words: الوزارة / وزارة الداخلية."""
    return bool(short) and short[:1] == full[:1] and len(short) < len(full) and set(short) <= set(full)
