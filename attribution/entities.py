"""Everybody in the document: which mentions are one, the fullest form of the name, every role the document gives.

Mentions come in the order person, organisation, document, unnamed, role, and the fullest first, so that a short form
finds its full one: الوزارة / وزارة الداخلية, علوش / محمد علوش, الوزير / وزير الخارجية محمد علوش.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count

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
_ANYBODY = "*"  # in hypernyms.tsv: any person
_GENITIVES = frozenset("toudimTOUDIMlx")
_QUANTITIES = frozenset(("بعض", "كثير", "كثيرون", "كثيرين", "اخر", "اخرون", "اخرين", "عديد", "جميع", "كل"))
_DEICTIC = frozenset(("هذا", "هذه", "الاخير", "الاخيرة"))
_QUOTES = '"«»“”‹›'
_UNNAMING = _MARKS | {"s"}  # هذه الوزارة
_SELF = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها"))
_SCANNED = re.compile("[tThnoOxdDluU]")
_COMMON = frozenset("mMiISPjJ0s«")
_ORDER = {kind: rank for rank, kind in enumerate(("person", "organization", "document", "unnamed", "role"))}
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
    courtesies: set[str] = field(default_factory=set)  # before the name: الأمير، معالي
    gloss: Words = ()  # the short name in brackets or marks behind the full one: الاتحاد الدولي لكرة القدم (الفيفا)
    at: list[int] = field(default_factory=list)  # in order
    speaks: bool = False
    known: bool = False  # by a name, a title or a word for speakers, not any noun
    rank: int = 0  # in the order of `Entities.all`


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
        self._by_word: dict[str, dict[str, list[Entity]]] = {kind: {} for kind in _ORDER}
        self._by_title: dict[str, dict[Entity, None]] = {}  # persons by the head of a role
        self._texts: dict[tuple[int, int], str] = {}
        self._positions: dict[str, list[int]] = {}
        self._speaking: set[int] = set()
        self._gender_of: dict[int, str] = {}  # of a subject, as its verb shows
        self._collect(reports)

    def points_back(self, mention: Mention) -> bool:
        """هذا الأخير, الأخيرة: a pronoun in all but form."""
        return _DEICTIC.issuperset(self.words[slice(*mention.span)])

    def of(self, mention: Mention) -> Entity | None:
        """The entity of a mention; of a coordination, its full names joined the same way."""
        known = self.by_mention.get(mention.span)
        parts = [self.by_mention[part.span] for part in mention.parts if part.span in self.by_mention]
        if known is None and parts:
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
            if not self.points_back(mention):
                self._register(mention)

    def _remember_singles(self, mentions: Iterable[Mention]) -> None:
        singles = {self.words[m.span[0]] for m in mentions if m.type == "person" and m.span[1] - m.span[0] == 1}
        for i in compress(count(), map(singles.__contains__, self.words)) if singles else ():
            self._positions.setdefault(self.words[i], []).append(i)

    def _scan(self, subjects: dict[int, Mention]) -> Iterator[Mention]:
        """Mentions outside the subjects; a title may hold others, but no plural one of the name it ends with."""
        done, end, name = 0, len(self.letters), (0, 0)
        for i in sorted({match.start() for match in _SCANNED.finditer(self.letters)} | subjects.keys()):
            if i < done or name[0] < i < name[1]:
                continue  # the words of a name are nothing else: زين [الدين حداد]
            if i in subjects:
                name = subjects[i].span if subjects[i].type == "person" else name
                done = i + 1 if subjects[i].roles else max(subjects[i].last, i + 1)
                continue
            mention = self.nouns.at(i, min(end, i + 40))
            for part in (mention.parts or (mention,)) if mention else ():
                known = part.span[0] in subjects or (part.span == name and self._plural(part))
                if not known and self._sure(part):
                    yield self._named_only(part)
                    name = part.span if part.type == "person" else name
            holds_others = mention is None or mention.roles or mention.type == "document"
            done = i + 1 if mention is None or holds_others else max(mention.last, i + 1)

    def _plural(self, mention: Mention) -> bool:
        """رئيس [الوزراء سالم حداد]: of one person, a title in the plural is the complement of the title before it."""
        heads = [self.words[role[0]].removeprefix("ال") for role in mention.roles[:1]]
        return any(head in self.reading.lexicon.plurals for head in heads)

    def _named_only(self, mention: Mention) -> Mention:
        """شركة النورس في الميناء, منظمة النورس (نورس) والبلدية: a name ends with its gloss and before its place."""
        if mention.type not in ("organization", "unnamed"):
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
        words = self._name_words(mention.span)
        if mention.first in self._gender_of and mention.type == "person":
            mention = mention._replace(gender=self._gender_of[mention.first])
        entity = self._nearest(self._known(mention, words), mention.first) or self._new(mention)
        entity.gender = entity.gender or mention.gender
        insort(entity.at, mention.first)
        entity.known = entity.known or self.letters[mention.span[0]] not in _COMMON
        entity.speaks = entity.speaks or mention.first in self._speaking
        self.by_mention[mention.span] = entity
        self.spans[mention.first, mention.last] = entity
        before = range(mention.first, mention.span[0])
        entity.courtesies |= {_stem_word(self.words[i]) for i in before if self.letters[i] == "h"}
        for span in mention.roles if not self._courtesy(mention) else ():
            if not self._of_another(span, mention, entity):
                self._add_role(entity, self._text(span))

    def _of_another(self, role: tuple[int, int], mention: Mention, entity: Entity) -> bool:
        """التقت المستشارة العاهل: a title of the other gender right behind a name is somebody else's."""
        behind = role[0] == mention.span[1] and mention.type == "person"
        return behind and _opposed(self.nouns.title_gender(role[0]), entity.gender)

    def _add_role(self, entity: Entity, role: str) -> None:
        if role in entity.roles:
            return
        words = stems_of(role)
        entity.roles.append(role)
        entity.role_words.append(words)
        if words and entity.type == "person":
            self._by_title.setdefault(words[0], {})[entity] = None

    def _new(self, mention: Mention) -> Entity:
        span = self._full_name(mention) if mention.type == "person" else mention.span
        words = self._stems(span)
        gender, number = mention.gender, mention.number
        if words and mention.type != "person" and self._dual(mention.span):
            gender, number = "f" if words[0].rstrip("اني").endswith("ت") else "m", "du"
        entity = Entity(mention.type, self._text(span), words, gender, number)
        entity.gloss = self._gloss(span)
        entity.rank = len(self.all)
        self.all.append(entity)
        index = self._by_word[mention.type]
        for word in set(words):
            index.setdefault(word, []).append(entity)
        return entity

    def _dual(self, span: tuple[int, int]) -> bool:
        """رئيسا البلديتين, نقابتان: the dual of a noun that speaks."""
        word, lexicon = _stem_word(self.words[span[0]]), self.reading.lexicon
        chained = word.endswith("ا") and span[1] - span[0] > 1 and self.letters[span[0] + 1] in _GENITIVES
        stem = word[:-2] if word.endswith(("ان", "ين")) else word[:-1] if chained else ""
        single = stem[:-1] + "ة" if stem.endswith("ت") else stem
        return word not in lexicon.plurals and len(stem) > 2 and lexicon.classes.get(single, "") in tuple("tou")

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

    def _name_words(self, span: tuple[int, int]) -> Words:
        """The words of a mention that tell who it is, without articles."""
        words, letters = self.words[slice(*span)], self.letters[slice(*span)]
        if not _UNNAMING.isdisjoint(letters) or not _SELF.isdisjoint(words):
            named = zip(words, letters, strict=True)
            words = [word for word, letter in named if letter not in _UNNAMING and word not in _SELF]
        return tuple(map(_stem_word, words))

    def _stems(self, span: tuple[int, int]) -> Words:
        """The words of a span but for marks, without articles."""
        words, letters = self.words[slice(*span)], self.letters[slice(*span)]
        if not _MARKS.isdisjoint(letters):
            words = [word for word, letter in zip(words, letters, strict=True) if letter not in _MARKS]
        return tuple(map(_stem_word, words))

    def _text(self, span: tuple[int, int]) -> str:
        """The words of a span as a name: للوزارة names الوزارة; a mark without its partner is none of it."""
        text = self._texts.get(span)
        if text is None:
            first, last = span
            starts = self.reading.starts
            text = self.reading.view.original(starts[first], self.reading.ends[last - 1])
            if first > 0 and starts[first - 1] == starts[first] and self.words[first - 1] == "ل":
                text = "ال" + text[1 + (self.words[first] != "ال" + fold(text[1:].split()[0])) :]
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
        surnamed = self._surnamed(mention, words)
        if surnamed:
            return surnamed
        if mention.type == "role":
            return self._of_role(mention, words)
        if words in self.reading.lexicon.epithets:
            return self._called(words)
        sharing = self._sharing(words, mention.type)
        if not sharing:
            return self._introduced(mention, words)
        named = self._text(mention.span)
        same = [e for e in sharing if e.name == named]
        if same or (mention.type != "organization" and not self._definite(mention)):
            return same
        proper = mention.type == "organization" and self.letters[mention.span[0]] in "xwnAW"
        return [e for e in sharing if self._fuller(words, e, proper)] or self._introduced(mention, words)

    def _surnamed(self, mention: Mention, words: Words) -> list[Entity]:
        """الوكيل, النقيب: a definite word that is somebody's surname in this document, whatever it means elsewhere."""
        first, last = mention.span
        alone = last - first == 1 or self.letters[first + 1] == "p"
        if not alone or not words or not self.words[first].startswith("ال"):
            return []
        fits = [e for e in self._sharing(words[:1], "person") if len(e.words) > 1 and e.words[-1] == words[0]]
        return [e for e in fits if not _opposed(e.gender, mention.gender)]

    def _introduced(self, mention: Mention, words: Words) -> list[Entity]:
        """الشاهد: whom the document introduced by a title, شاهد عيان."""
        if mention.type != "unnamed" or not self._definite(mention):
            return []
        return [e for e in self._sharing(words, "role") if _short_form_of(words, e.words)]

    def _sharing(self, words: Words, kind: str) -> Sequence[Entity]:
        """The entities of a type in whose name the first or the last of ``words`` stands."""
        index = self._by_word[kind]
        if not words or not index:
            return ()
        behind, ahead = index.get(words[-1], ()), index.get(words[0], ())
        if not ahead or behind is ahead:
            return behind
        return list(dict.fromkeys((*behind, *ahead))) if behind else ahead

    def _fuller(self, words: Words, entity: Entity, proper: bool) -> bool:
        """A fuller form; an organisation's own name may stand behind what it is: يوروبول / الشرطة الأوروبية يوروبول."""
        if _short_form_of(words, entity.words):
            return True
        if entity.gloss and words == entity.gloss:
            return True
        full = entity.words
        called = bool(full) and full[0] in self.reading.lexicon.naming and len(words) < len(full)
        n = len(words)
        named = proper and called and words in (full[-n:], full[1 : 1 + n], entity.gloss[:n])
        return named or _spelt_alike(words, full)

    def _called(self, words: Words) -> list[Entity]:
        """المملكة: the country of that epithet that the document names."""
        names = self.reading.lexicon.epithets[words]
        return [e for e in self.all if e.type == "organization" and e.words in names]

    def _definite(self, mention: Mention) -> bool:
        """المصادر, تلك المصادر: only what is known already can be short for something fuller."""
        first, last = mention.span
        if self.words[first].removeprefix("ال") in _QUANTITIES:
            return False  # البعض: whoever they are
        if self.letters[first] == "s" or self.words[last - 1] in _SELF:
            return True
        chain = range(first, next((k for k in range(first, last) if self.letters[k] == "p"), last))
        return any(self.words[k].startswith("ال") or self.letters[k] in "lx" for k in chain)

    # titles

    def _of_role(self, mention: Mention, words: Words) -> list[Entity]:
        courtesy = self._courtesy(mention)
        if courtesy:
            before = [e for e in self._people(mention) if e.at and e.at[0] < mention.first]
            return [e for e in before if courtesy & e.courtesies] or before
        titled = self._titled(mention, words)
        fits = [e for e in titled if any(words == r or _short_form_of(words, r) for r in e.role_words)]
        fits = fits or self._only_one(titled, words)
        if fits:
            return fits
        named = self._text(mention.span)
        same = [e for e in self._sharing(words, "role") if e.name == named or _short_form_of(words, e.words)]
        return same or self._of_kind(mention, words) or self._of_country_only(mention, words) or self._unnamed(words)

    def _unnamed(self, words: Words) -> list[Entity]:
        """الشاهد, المسؤول: whom the document introduced as شاهد عيان, مسؤول في الشركة."""
        return [e for e in self._sharing(words, "unnamed") if e.number != "pl" and _short_form_of(words, e.words)]

    def _of_country_only(self, mention: Mention, words: Words) -> list[Entity]:
        """الوزيرة السلوفينية: the one person whose titles hold that country (نظيرته السلوفينية)."""
        kinds = self.reading.lexicon.kinds
        country = {word.removesuffix("ة") for word in words[1:] if kinds.get(word) == "country"}
        if not country or not self.words[mention.span[0]].startswith("ال"):
            return []
        people = self._people(mention)
        own = [e for e in people if any(country & {w.removesuffix("ة") for w in r} for r in e.role_words)]
        return own if len(own) == 1 else []

    def _people(self, mention: Mention) -> list[Entity]:
        """The persons of the document that have not another gender."""
        return [e for e in self.all if e.type == "person" and not _opposed(e.gender, mention.gender)]

    def _titled(self, mention: Mention, words: Words) -> list[Entity]:
        """The persons that have a role with the head of ``words`` and not another gender, in order; no one is many."""
        if not words or mention.number == "pl" or words[0] not in self._by_title:
            return []
        titled = sorted(self._by_title[words[0]], key=lambda e: e.rank)
        return [e for e in titled if not _opposed(e.gender, mention.gender)]

    def _only_one(self, titled: list[Entity], words: Words) -> list[Entity]:
        """الرئيس الفرنسي, المبعوث الأممي: the one person named with that title, unless its complement tells them apart:
        another country, or another office (وزير الصحة, وزير الإعلام).
        """
        if len(titled) != 1:
            return []
        offices = [set(role[1:]) for role in titled[0].role_words if role[:1] == words[:1]]
        if self._names_office(words) and all(office and not office & set(words) for office in offices):
            return []
        own = {word for role in titled[0].role_words for word in role}
        foreign = [w for w in words[1:] if w not in own and self._of_country(w)]
        plain = any(role.startswith("ال") for role in titled[0].roles)  # الوزير, not رئيس الوكالة
        return titled if not foreign or (plain and not any(map(self._of_country, own))) else []

    def _names_office(self, title: Words) -> bool:
        """Whether a title's complement is a noun: وزير الصحة, not الوزير الفرنسي."""
        return len(title) > 1 and self.reading.lexicon.classes.get(title[1]) not in ("j", "x")

    def _of_kind(self, mention: Mention, words: Words) -> list[Entity]:
        """المسؤول, اللاعب, المدرب: a definite word for a kind stands for the speaker last named of that kind."""
        kind = self.reading.lexicon.hypernyms.get(words[0].removesuffix("ة")) if words else None
        if kind is None or not all(self.words[i].startswith("ال") for i in range(*mention.span)):
            return []
        before = [e for e in self._people(mention) if e.at and e.at[0] < mention.first]
        if _ANYBODY in kind:
            return before
        return [e for e in before if any(r and r[0].removesuffix("ة") in kind for r in e.role_words)]

    def _courtesy(self, mention: Mention) -> frozenset[str]:
        """سموه، معاليه: a courtesy title with a pronoun, which stands for the person last named with it; else empty."""
        first, last = mention.span
        word = self.words[first]
        if last - first != 1:
            return frozenset()
        stems = (word[:-1], word[:-1].removesuffix("ت") + "ة", word[:-2], word[:-2].removesuffix("ت") + "ة")
        found = {stem for stem in stems if self.reading.lexicon.classes.get(stem) == "h"}
        return frozenset(found | {"امير"} if "سمو" in found else found)

    def _of_country(self, word: str) -> bool:
        lexicon = self.reading.lexicon
        return lexicon.kinds.get(word) == "country" or lexicon.classes.get(word) in ("l", "x", "o", "t")

    def _nearest(self, entities: list[Entity], at: int) -> Entity | None:
        """Of several, one that speaks in the document before one that does not, then the one mentioned last."""
        if len(entities) <= 1:
            return entities[0] if entities else None
        speaking = [e for e in entities if e.speaks] or entities
        before = [(e.at[bisect_right(e.at, at) - 1], n) for n, e in enumerate(speaking) if e.at and e.at[0] <= at]
        if before:
            return speaking[max(before)[1]]
        return min(speaking, key=lambda e: e.at[0] if e.at else 1 << 60)


def _fullest_first(mention: Mention) -> tuple[int, int, int]:
    return _ORDER[mention.type], mention.span[0] - mention.span[1], mention.first


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


def _spelt_alike(words: Words, others: Words) -> bool:
    """وزارة خارجية السودان / وزارة الخارجية السودانية: the same words, one of them a country or its adjective."""
    if len(words) != len(others) or len(words) < 2 or words[0] != others[0]:
        return False
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0][0][:_SHARED] == differing[0][1][:_SHARED]


_SHARED = 5  # letters in which a country and its adjective agree: كازاخستان / كازاخي
