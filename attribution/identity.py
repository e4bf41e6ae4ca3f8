"""Which entity a mention is: short names, titles, courtesies, epithets; each rule gives all that it may be.

The one that speaks, and of those the nearest before the mention, is then chosen.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Sequence, Set
from operator import attrgetter

from attribution.likeness import FEWEST_BONES, bones, same_title, short_form_of, short_name_of, spelt_alike
from attribution.mentions import Mention
from attribution.spelling import SELF, Spelling, Words, stem_word
from attribution.tokens import Reading

_HALVES = ("شمالي", "جنوبي")
_place = attrgetter("place")
_GOD = ("الله",)
_ANYBODY = "*"  # in hypernyms.tsv: any person
_QUANTITIES = frozenset(("بعض", "كثير", "كثيرون", "كثيرين", "اخر", "اخرون", "اخرين", "عديد", "جميع", "كل"))
_DIRECTING = frozenset(("وزارة", "قيادة", "ادارة", "مديرية"))
_CANDIDATES_BEFORE, _CANDIDATES_BEHIND = 48, 16  # of the entities that share a word, in a document with very many
KINDS = ("person", "organization", "document", "unnamed", "role")


class Entity:
    """Somebody in the document: the fullest name, every role, where it is mentioned.

    A name may be given as what tells it, since of most entities of a document nobody asks for the name.
    """

    __slots__ = (
        "_name",
        "at",
        "courtesies",
        "gender",
        "gloss",
        "known",
        "number",
        "place",
        "role_words",
        "roles",
        "speaks",
        "type",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        type: str,
        name: str | Callable[[], str],
        words: Words,
        gender: str,
        number: str,
        roles: Iterable[str] = (),
    ) -> None:
        self.type = type
        self._name = name
        self.words = words
        self.gender = gender
        self.number = number
        self.roles = list(roles)
        self.role_words: list[Words] = []
        self.courtesies: set[str] = set()  # before the name: الأمير، معالي
        self.gloss: Words = ()  # the short name in brackets or marks: الاتحاد الدولي لكرة القدم (الفيفا)
        self.at: list[int] = []  # in order
        self.speaks = False
        self.known = False  # by a name, a title or a word for speakers, not any noun
        self.place = 0  # the token of the mention by which it was found

    @property
    def name(self) -> str:
        if not isinstance(self._name, str):
            self._name = self._name()
        return self._name


class Identity(Spelling):
    """Knows the entities found so far, by their words and titles."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.all: list[Entity] = []
        self._by_word: dict[str, dict[str, list[Entity]]] = {kind: {} for kind in KINDS}
        self._by_title: dict[str, list[Entity]] = {}  # persons by the head of a role
        self._persons: list[Entity] = []

    def _shelve(self, entity: Entity) -> None:
        """Make a new entity known by its words."""
        self.all.append(entity)
        index = self._by_word[entity.type]
        for word in entity.words if len(entity.words) == 1 else set(entity.words):
            if word not in index:
                index[word] = [entity]
            else:
                insort(index[word], entity, key=_place)
        if entity.type == "person":
            insort(self._persons, entity, key=_place)

    def _shelve_title(self, entity: Entity, words: Words) -> None:
        """Make a person known by a title."""
        if words and entity.type == "person" and not any(role[:1] == words[:1] for role in entity.role_words):
            insort(self._by_title.setdefault(words[0], []), entity, key=_place)

    def _known(self, mention: Mention, words: Words) -> list[Entity]:
        """The entities that a mention may be, by the rules of its type."""
        if words == _GOD:
            return [e for e in self._by_word[mention.type].get(words[0], ()) if e.words == words]  # not عبد الله
        if mention.type == "person":
            fits = [e for e in self._sharing(words, "person", mention.first) if short_name_of(words, e.words)]
            fits = [e for e in fits if not opposed(e.gender, mention.gender)]
            return fits or self._of_that_name(words, mention.first) or self._spelt_otherwise(mention, words)
        if mention.type == "unnamed" and mention.gender == "f" and self._definite(mention):
            medium = [e for e in self._of_that_name(words, mention.first) if e.speaks and e.gender == "f"]
            if medium:
                return medium
        surnamed = bool(words) and words[0] in self._by_word["person"] and self._surnamed(mention, words)
        if surnamed:
            return surnamed
        if mention.type == "role":
            return self._of_role(mention, words)
        if words in self.reading.lexicon.epithets:
            return self._called(words)
        sharing = self._sharing(words, mention.type, mention.first)
        if not sharing:
            return self._introduced(mention, words) if mention.type == "unnamed" else []
        same = self._of_that_text(mention, words, sharing)
        if same or (mention.type != "organization" and not self._definite(mention)):
            return same
        proper = mention.type == "organization" and self.letters[mention.span[0]] in "xwnAW"
        fuller = [e for e in sharing if self._fuller(words, e, proper)]
        fuller = fuller + self._named_since(mention, words) if fuller else self._introduced(mention, words)
        return fuller or self._of_that_sort(mention, words, sharing)

    def _named_since(self, mention: Mention, words: Words) -> list[Entity]:
        """هذه الشابة, الطبيبة, where شابة محلية, طبيبة محلية may have been named since: the speakers of that gender, or
        those with that title.
        """
        if mention.type != "unnamed" or not mention.gender or mention.number == "pl":
            return []
        anybody = _ANYBODY in self.reading.lexicon.hypernyms.get(words[0].removesuffix("ة"), ())
        people = [e for e in self._of_kind(mention, words) if e.gender == mention.gender and e.speaks]
        return [e for e in people if anybody or any(role[:1] == words[:1] for role in e.role_words)]

    def _of_that_text(self, mention: Mention, words: Words, entities: Sequence[Entity]) -> list[Entity]:
        """The entities whose name is that of a mention to the letter, نفسه aside."""
        first, last = mention.span
        if len(words) == last - first:  # ``words`` leaves out nothing, so that others are another name
            entities = [e for e in entities if e.words == words]
            if not entities:
                return []
        named, again = self._text(mention.span), self.words[last - 1] in SELF
        return [e for e in entities if e.name == named or (again and e.words == words)]

    def _of_that_sort(self, mention: Mention, words: Words, sharing: Sequence[Entity]) -> list[Entity]:
        """المركز البحثي, الموقع الإخباري: what a body named before is, with an adjective that tells no other apart."""
        first, last = mention.span
        sort = mention.type == "organization" and last - first == 2 and self.letters[first:last] == "OJ"
        if not sort or words[1] in self.reading.lexicon.kinds:
            return []
        before = [e for e in sharing if e.words[0] == words[0] and len(e.words) > 1 and e.place < first]
        return [e for e in before if words[0] in self.reading.lexicon.naming]

    def _of_that_name(self, words: Words, at: int) -> list[Entity]:
        """نورس: a lone word that is the gloss or the own name of a body (منظمة البحار (نورس), شركة النورس)."""
        naming = self.reading.lexicon.naming
        bodies = self._sharing(words, "organization", at) if len(words) == 1 else ()
        return [e for e in bodies if e.gloss == words or (e.words[0] in naming and e.words[1:2] == words)]

    def _spelt_otherwise(self, mention: Mention, words: Words) -> list[Entity]:
        """لارسن, where كارل لارسون was named: a foreign surname alone whose long vowels are written otherwise."""
        own = bones(words[0]) if len(words) == 1 else ""
        if len(own) < FEWEST_BONES:
            return []
        people = [e for e in self._people(mention) if len(e.words) > 1 and e.words[-1][:1] == words[0][:1]]
        return [e for e in people if bones(e.words[-1]) == own]

    def _surnamed(self, mention: Mention, words: Words) -> list[Entity]:
        """الوكيل, النقيب: a definite word that is somebody's surname in this document, whatever it means elsewhere."""
        first, last = mention.span
        alone = last - first == 1 or self.letters[first + 1] == "p"
        if not alone or not words or not (self.words[first].startswith("ال") or self.letters[first] == "t"):
            return []
        fits = [
            e for e in self._sharing(words[:1], "person", mention.first) if len(e.words) > 1 and e.words[-1] == words[0]
        ]
        return [e for e in fits if not opposed(e.gender, mention.gender)]

    def _introduced(self, mention: Mention, words: Words) -> list[Entity]:
        """الشاهد: whom the document introduced by a title, شاهد عيان; الناشط السوري: the one named with that title;
        الرجل: whom it named last.
        """
        if mention.type != "unnamed" or not self._definite(mention):
            return []
        titled = [e for e in self._sharing(words, "role", mention.first) if short_form_of(words, e.words)]
        return titled or self._only_one(self._titled(mention, words), words) or self._of_kind(mention, words)

    def _sharing(self, words: Words, kind: str, at: int) -> Sequence[Entity]:
        """The entities of a type in whose name the first or the last of ``words`` stands."""
        index = self._by_word[kind]
        if not words or (words[-1] not in index and words[0] not in index):
            return ()
        behind, ahead = index.get(words[-1], ()), index.get(words[0], ())
        if not ahead or behind is ahead:
            return _around(behind, at)
        return list(dict.fromkeys((*_around(behind, at), *_around(ahead, at)))) if behind else _around(ahead, at)

    def _fuller(self, words: Words, entity: Entity, proper: bool) -> bool:
        """A fuller form; an organisation's own name may stand behind what it is: يوروبول / الشرطة الأوروبية يوروبول,
        and what a body directs may stand for it: الداخلية / وزارة الداخلية, الشرطة / إدارة شرطة المرسى.
        """
        if short_form_of(words, entity.words):
            return True
        if entity.gloss and words == entity.gloss:
            return True
        full = entity.words
        called = bool(full) and full[0] in self.reading.lexicon.naming and len(words) < len(full)
        n = len(words)
        if full[0] in _DIRECTING and words == full[1 : 1 + n]:
            return True
        named = proper and called and words in (full[-n:], full[1 : 1 + n], entity.gloss[:n])
        return named or spelt_alike(words, full)

    def _called(self, words: Words) -> list[Entity]:
        """المملكة: the country of that epithet that the document names."""
        names = self.reading.lexicon.epithets[words]
        bodies = self._by_word["organization"]
        return [e for name in names for e in bodies.get(name[0], ())[:_CANDIDATES_BEFORE] if e.words == name]

    def _definite(self, mention: Mention) -> bool:
        """المصادر, تلك المصادر: only what is known already can be short for something fuller."""
        first, last = mention.span
        if self.words[first].removeprefix("ال") in _QUANTITIES:
            return False  # البعض: whoever they are
        if self.letters[first] == "s" or self.words[last - 1] in SELF:
            return True
        chain = range(first, next((k for k in range(first, last) if self.letters[k] == "p"), last))
        return any(self.words[k].startswith("ال") or self.letters[k] in "lx" for k in chain)

    def _of_role(self, mention: Mention, words: Words) -> list[Entity]:
        if self.words[mention.span[1] - 1] in SELF:
            return self._the_same(mention, words)
        courtesy = self._courtesy(mention)
        if courtesy:
            before = [e for e in self._people(mention) if e.at and e.at[0] < mention.first]
            return [e for e in before if courtesy & e.courtesies] or before
        titled = self._titled(mention, words)
        fits = [e for e in titled if any(same_title(words, r) for r in e.role_words)]
        fits = fits or self._only_one(titled, words)
        if fits:
            return fits
        roles = self._sharing(words, "role", mention.first)
        named = self._text(mention.span) if roles else ""
        same = [e for e in roles if e.name == named or short_form_of(words, e.words)]
        others = (self._of_kind, self._of_country_only, self._unnamed)
        return same or next((found for rule in others if (found := rule(mention, words))), [])

    def _the_same(self, mention: Mention, words: Words) -> list[Entity]:
        """المتحدث ذاته, المصدر نفسه: whoever has that title, else whoever speaks before."""
        before = [e for e in self.all if e.speaks and e.at and e.at[0] < mention.first]
        headed = [e for e in before if e.words[:1] == words[:1] or any(r[:1] == words[:1] for r in e.role_words)]
        return headed or [e for e in before if e.type in ("person", "role", "unnamed")]

    def _unnamed(self, mention: Mention, words: Words) -> list[Entity]:
        """الشاهد, المسؤول: whom the document introduced as شاهد عيان, مسؤول في الشركة."""
        return [
            e
            for e in self._sharing(words, "unnamed", mention.first)
            if e.number != "pl" and short_form_of(words, e.words)
        ]

    def _of_country_only(self, mention: Mention, words: Words) -> list[Entity]:
        """الوزيرة السلوفينية: the one person of that country, if in that office or نظيرته السلوفينية."""
        countries = self._countries(words[1:])
        if not countries or not self.words[mention.span[0]].startswith("ال"):
            return []
        own = [e for e in self._people(mention) if any(countries <= self._countries(r) for r in e.role_words)]
        head, plain = words[0].removesuffix("ة"), len(countries) == len(words) - 1  # not المدير العام للهيئة السورية
        kind = {head, *(self.reading.lexicon.hypernyms.get(head, ()) if plain else ())}
        same = [e for e in own if _of_kind(e, kind) or (plain and any(r[0].startswith("نظير") for r in e.role_words))]
        return same if len(own) == 1 else []

    def _people(self, mention: Mention) -> list[Entity]:
        """The persons of the document that have not another gender."""
        return [e for e in _around(self._persons, mention.first) if not opposed(e.gender, mention.gender)]

    def _titled(self, mention: Mention, words: Words) -> list[Entity]:
        """The persons that have a role with the head of ``words`` and not another gender, in order; no one is many."""
        if not words or mention.number == "pl" or words[0] not in self._by_title:
            return []
        titled = self._by_title[words[0]]
        return [e for e in _around(titled, mention.first) if not opposed(e.gender, mention.gender)]

    def _only_one(self, titled: list[Entity], words: Words) -> list[Entity]:
        """الرئيس الفرنسي, المبعوث الأممي: the one person named with that title, unless its complement tells them apart:
        another country, or another office (وزير الصحة, وزير الإعلام).
        """
        if len(titled) != 1:
            return []
        offices = [set(role[1:]) for role in titled[0].role_words if role[:1] == words[:1]]
        if self._names_office(words) and all(office and not office & set(words) for office in offices):
            return []
        own = {word for role in titled[0].role_words for word in role[1:]}
        foreign = [w for w in words[1:] if w not in own and self._of_country(w)]
        plain = any(role.startswith("ال") for role in titled[0].roles)  # الوزير, not رئيس الوكالة
        return titled if not foreign or (plain and not any(map(self._of_country, own))) else []

    def _names_office(self, title: Words) -> bool:
        """Whether a title's complement is a noun: وزير الصحة, not الوزير الفرنسي."""
        return len(title) > 1 and self.reading.lexicon.classes.get(title[1]) not in ("j", "x")

    def _of_kind(self, mention: Mention, words: Words) -> list[Entity]:
        """المسؤول, اللاعب, المدرب: a definite word for a kind stands for the speaker last named of that kind."""
        kind = self.reading.lexicon.hypernyms.get(words[0].removesuffix("ة")) if words else None
        first, last = mention.span
        first += self.letters[first] == "s"  # هذه الشابة
        if kind is None or not all(self.words[i].startswith("ال") for i in range(first, last)):
            return []
        before = [e for e in self._people(mention) if e.at and e.at[0] < mention.first]
        if _ANYBODY in kind:
            return before
        countries = self._countries(words[1:])
        return [e for e in before if _of_kind(e, kind) and not self._foreign(e, countries)]

    def _countries(self, words: Words) -> set[str]:
        """The nationalities among words, the north and south of a country with them."""
        kinds = self.reading.lexicon.kinds
        return {w.removesuffix("ة") for w in words if kinds.get(w) == "country" or w.startswith(_HALVES)}

    def _foreign(self, entity: Entity, countries: set[str]) -> bool:
        """Whether the titles of a person hold other nationalities: الزعيم الكوري الشمالي, الرئيس الكوري الجنوبي."""
        own = self._countries(tuple(word for role in entity.role_words for word in role))
        return bool(own) and not countries <= own

    def _courtesy(self, mention: Mention) -> frozenset[str]:
        """سموه، معاليه, الدكتور: a courtesy alone, which stands for the person last named with it; else empty."""
        first, last = mention.span
        word = self.words[first]
        if last - first != 1:
            return frozenset()
        if self.letters[first] == "h":
            return frozenset((stem_word(word),))
        stems = (word[:-1], word[:-1].removesuffix("ت") + "ة", word[:-2], word[:-2].removesuffix("ت") + "ة")
        found = {stem for stem in stems if self.reading.lexicon.classes.get(stem) == "h"}
        return frozenset(found | {"امير"} if "سمو" in found else found)

    def _of_country(self, word: str) -> bool:
        lexicon = self.reading.lexicon
        return lexicon.kinds.get(word) == "country" or lexicon.classes.get(word) in ("l", "x", "o", "t")

    def _nearest(self, entities: list[Entity], mention: Mention) -> Entity:
        """Of several, the one mentioned last before: of a body or a document meant by what it is (الصحيفة, التقرير)
        whichever it is, of all else one that speaks in the document before one that does not.
        """
        if len(entities) == 1:
            return entities[0]
        at = mention.first
        alone = mention.span[1] - mention.span[0] == 1 and self.letters[mention.span[0]] in "OD"
        fits = entities if alone else [e for e in entities if e.speaks] or entities
        before = [(e.at[bisect_right(e.at, at) - 1], n) for n, e in enumerate(fits) if e.at and e.at[0] <= at]
        if before:
            return fits[max(before)[1]]
        return min(fits, key=lambda e: e.at[0] if e.at else 1 << 60)


def _of_kind(entity: Entity, kind: Set[str]) -> bool:
    return any(role and role[0].removesuffix("ة") in kind for role in entity.role_words)


def _around(entities: Sequence[Entity], at: int) -> Sequence[Entity]:
    """The entities, in a document of very many those found nearest to a place."""
    if len(entities) <= _CANDIDATES_BEFORE + _CANDIDATES_BEHIND:
        return entities
    n = bisect_right(entities, at, key=_place)
    return entities[max(0, n - _CANDIDATES_BEFORE) : n + _CANDIDATES_BEHIND]


def opposed(gender: str, other: str) -> bool:
    return bool(gender and other and gender != other)
