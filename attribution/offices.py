"""Who is meant by a title, a courtesy or a word for a kind: الوزير, المدرب السابق, الدكتور."""

from __future__ import annotations

from collections.abc import Set

from attribution.likeness import same_title, short_form_of
from attribution.mentions import Mention
from attribution.registry import Entity, Registry
from attribution.spelling import SELF, Words, stem_word

_HALVES = ("شمالي", "جنوبي")
_ANYBODY = "*"  # in hypernyms.tsv: any person


class Offices(Registry):
    """Finds the bearers of titles."""

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

    def _named_since(self, mention: Mention, words: Words) -> list[Entity]:
        """هذه الشابة, الطبيبة, where شابة محلية, طبيبة محلية may have been named since: the speakers of that gender, or
        those with that title.
        """
        if mention.type != "unnamed" or not mention.gender or mention.number == "pl":
            return []
        anybody = _ANYBODY in self.reading.lexicon.hypernyms.get(words[0].removesuffix("ة"), ())
        people = [e for e in self._of_kind(mention, words) if e.gender == mention.gender and e.speaks]
        return [e for e in people if anybody or any(role[:1] == words[:1] for role in e.role_words)]

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


def _of_kind(entity: Entity, kind: Set[str]) -> bool:
    return any(role and role[0].removesuffix("ة") in kind for role in entity.role_words)
