"""Which entity a mention is: short names, epithets, bodies by what they are; each rule gives all that it may be.

The one that speaks, and of those the nearest before the mention, is then chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from attribution.likeness import FEWEST_BONES, bones, short_form_of, short_name_of, spelt_alike
from attribution.mentions import Mention
from attribution.offices import Offices
from attribution.registry import CANDIDATES_BEFORE, Entity, opposed
from attribution.spelling import SELF, Words

_GOD = ("الله",)
_QUANTITIES = frozenset(("بعض", "كثير", "كثيرون", "كثيرين", "اخر", "اخرون", "اخرين", "عديد", "جميع", "كل"))
_DIRECTING = frozenset(("وزارة", "قيادة", "ادارة", "مديرية"))


class Identity(Offices):
    """Finds the entities that a mention may be."""

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
        return [e for name in names for e in bodies.get(name[0], ())[:CANDIDATES_BEFORE] if e.words == name]

    def _definite(self, mention: Mention) -> bool:
        """المصادر, تلك المصادر: only what is known already can be short for something fuller."""
        first, last = mention.span
        if self.words[first].removeprefix("ال") in _QUANTITIES:
            return False  # البعض: whoever they are
        if self.letters[first] == "s" or self.words[last - 1] in SELF:
            return True
        chain = range(first, next((k for k in range(first, last) if self.letters[k] == "p"), last))
        return any(self.words[k].startswith("ال") or self.letters[k] in "lx" for k in chain)
