"""Everybody in the document: which mentions are one, the fullest form of the name, every role the document gives.

Mentions come in the order person, organisation, document, unnamed, role, and the fullest first, so that a short form
finds its full one: الوزارة / وزارة الداخلية, علوش / محمد علوش, الوزير / وزير الخارجية محمد علوش.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator
from functools import partial

from attribution.contents import Content
from attribution.cues import Clause
from attribution.mentions import Mention
from attribution.outside import Outside
from attribution.preverbal import Said
from attribution.registry import KINDS, Entity, opposed
from attribution.spelling import DUAL, SELF, Words, name_of, stem_word
from attribution.tokens import Reading

Report = tuple[Clause, Content, Said]
_DEICTIC = frozenset(("هذا", "هذه", "الاخير", "الاخيرة"))
_SCANNED = re.compile("0(?=[ut])|[tThnoOxdDluU]|B(?=[nJMWTlmjihtB])")  # عبد الله, أبو الفضل  # 52 صحفية
_FATHERS = frozenset(("عبد", "ابو", "ابي", "ابن"))
_COMMON = frozenset("mMiISPjJ0s«")
_WHOLE = frozenset(("person", "role", "unnamed"))  # in whose words only bodies are looked for
_SON = ("بن", "بنت", "ابن")
_OWN_VERB = frozenset(("speaker:after", "speaker:before"))  # أكدت روسيا على لسان وزيرها: the verb agrees with another
_ORDER = {kind: rank for rank, kind in enumerate(KINDS)}


class Entities(Outside):
    """The entities of one document and the mention that belongs to each."""

    def __init__(self, reading: Reading, reports: list[Report]) -> None:
        super().__init__(reading)
        self.by_mention: dict[tuple[int, int], Entity] = {}
        self.spans: dict[tuple[int, int], Entity] = {}  # with titles and honorifics before the name
        self._speaking: set[int] = set()
        self._inner: set[int] = set()  # titles inside a title of the same name: مساعد [مدرب المنتخب سالم حداد]
        self._in_passing: set[tuple[int, int]] = set()  # lone names that nothing shows to be persons: قرى صالح
        self._gender_of: dict[int, str] = {}  # of a subject, as its verb shows: أكدت مصادر
        self._collect(reports)

    def points_back(self, mention: Mention) -> bool:
        """هذا الأخير, الأخيرة: a pronoun in all but form."""
        first, last = mention.span
        return self.words[first] in _DEICTIC and _DEICTIC.issuperset(self.words[first:last])

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

    def merge(self, title: Entity, person: Entity) -> None:
        """Make the bearer of a title that was known by it alone a person of the document."""
        for table in (self.by_mention, self.spans):
            table.update({span: person for span, entity in table.items() if entity is title})
        person.roles += [role for role in title.roles if role not in person.roles]
        person.at = sorted((*person.at, *title.at))

    def _collect(self, reports: list[Report]) -> None:
        subjects: dict[int, Mention] = {}
        for clause, _, said in reports:
            for mention in (said.mention, clause.subject, clause.object, said.via):
                if mention is not None:
                    subjects |= {part.first: part for part in mention.parts or (mention,)}
            if said.mention is not None:
                self._speaking.add(said.mention.first)
                agreeing = said.evidence in _OWN_VERB and self.words[said.mention.first - 1] != "لسان"
                if agreeing and clause.word.form == "verb" and clause.word.number == "sg":
                    self._gender_of[said.mention.first] = clause.word.gender
        self._remember_singles(subjects.values())
        cues = {clause.first for clause, _, _ in reports}
        mentions = [*self._scan(subjects, cues - subjects.keys()), *subjects.values()]
        named = (m.span[1] - 1 for m in mentions if m.type == "person" and m.span[1] - m.span[0] > 1)
        self._surnames = {self.words[last] for last in named if self.words[last - 1] not in _SON}
        for mention in sorted(mentions, key=self._fullest_first):
            if not self.points_back(mention):
                self._register(mention)

    def _fullest_first(self, mention: Mention) -> tuple[int, int, int]:
        """Lone names come after the bodies, whose short names they may be; البلاغ ذاته is as short as البلاغ."""
        kind, (first, last) = mention.type, mention.span
        if kind == "person" and last - first == 1 and not mention.roles:
            kind = "organization"
        elif kind == "document" and self.words[last - 1] in SELF:
            last -= 1
        return _ORDER[kind], first - last, mention.first

    def _scan(self, subjects: dict[int, Mention], cues: set[int]) -> Iterator[Mention]:
        """Mentions outside the subjects; a title may hold others, but no plural one of the name it ends with."""
        done, end, name, holder = 0, len(self.letters), (0, 0), 0
        for i in self._places(subjects):
            if i < done or i in cues:
                continue  # no cue is anything else: [طالب] الاتحاد
            if i in subjects:
                name = subjects[i].span if subjects[i].type in _WHOLE else name
                done = i + 1 if _holds_others(subjects[i]) else max(subjects[i].last, i + 1)
                continue
            if name[0] <= i < name[1] and self.letters[i] not in "oOxl":
                continue  # nor are the words of a name: زين [الدين حداد]
            mention = self.nouns.at(i, min(end, i + 40)) if self._begins(i) else None
            for part in (mention.parts or (mention,)) if mention else ():
                known = part.span[0] in subjects or (part.span == name and self._plural(part))
                if not known and self._sure(part):
                    if part.type == "person" and self._passing(part):
                        self._in_passing.add(part.span)
                    if part.span == name and holder < part.first and not self._kin(holder):
                        self._inner.add(part.first)
                    holder = part.first if part.span != name else holder
                    yield self._named_only(part)
                    name = part.span if part.type in ("person", "unnamed") else name
            done = i + 1 if mention is None or _holds_others(mention) else max(mention.last, i + 1)

    def _begins(self, i: int) -> bool:
        """Whether a mention may begin at ``i``: not behind a hyphen; of parts of names with عبد, أبو, ابن."""
        if self.letters[i - 1 : i] == "-" and self.letters[i] == "n" and self.reading.glued(i):
            return False
        return self.letters[i] != "B" or self.words[i] in _FATHERS

    def _places(self, subjects: Iterable[int]) -> list[int]:
        """The tokens at which a mention may begin."""
        found = [match.start() for match in _SCANNED.finditer(self.letters)]
        others = set(subjects).difference(found)
        return sorted((*found, *others)) if others else found

    def _register(self, mention: Mention) -> None:
        first, span = mention.first, mention.span
        mention = self._surname_alone(mention)
        words = self._name_words(mention.span)
        if first in self._gender_of and mention.type in ("person", "unnamed"):
            mention = mention._replace(gender=self._gender_of[first])
        fits = self._medium(mention, words) or self._known(mention, words)
        if not fits and span in self._in_passing:
            return
        entity = self._nearest(fits, mention) if fits else self._new(mention, words)
        entity.gender = entity.gender or mention.gender
        insort(entity.at, first)
        entity.known = entity.known or self.letters[span[0]] not in _COMMON
        entity.speaks = entity.speaks or first in self._speaking
        self.by_mention[span] = entity
        self.spans[first, mention.last] = entity
        for i in range(first, span[0]) if first < span[0] else ():
            if self.letters[i] == "h":
                entity.courtesies.add(stem_word(self.words[i]))
        for span in mention.roles if mention.roles and not self._courtesy(mention) else ():
            if not self._of_another(span, mention, entity):
                self._add_role(entity, span, shown=mention.first not in self._inner)

    def _surname_alone(self, mention: Mention) -> Mention:
        """منح لارسون | تعويضا, where كارل لارسون was named: no family name begins a name that goes on with no name."""
        first, last = mention.span
        if mention.type != "person" or mention.roles or last - first != 2 or self.words[first] not in self._surnames:
            return mention
        own, behind = self.words[first : first + 2]
        given = own in self.reading.lexicon.genders and not own.startswith("ال")
        named = behind in self.reading.lexicon.names or (given and behind.startswith("ال"))
        return mention if named else mention._replace(span=(first, first + 1))

    def _medium(self, mention: Mention, words: Words) -> list[Entity]:
        """ذكرت الديوان: a masculine noun with a feminine verb is the name of the paper صحيفة الديوان."""
        if self._gender_of.get(mention.first) != "f" or mention.gender != "m" or mention.type != "organization":
            return []
        if mention.span[1] - mention.span[0] != 1 or self.letters[mention.span[0]] != "O":
            return []
        return [e for e in self._of_that_name(words, mention.first) if e.gender == "f"]

    def _of_another(self, role: tuple[int, int], mention: Mention, entity: Entity) -> bool:
        """التقت المستشارة العاهل: a title of the other gender right behind a name is somebody else's."""
        behind = role[0] == mention.span[1] and mention.type == "person"
        return behind and opposed(self.nouns.title_gender(role[0]), entity.gender)

    def _add_role(self, entity: Entity, span: tuple[int, int], shown: bool = True) -> None:
        role = self._text(span)
        if role in entity.roles:
            return
        words = self._stems(span)
        if entity.type == "person" and words[:1] and words[0] in self.reading.lexicon.plurals:
            return  # رئيس [الوزراء السابق] فلان: of one person, the complement of the title before it
        if entity.type == "person" and set(words) <= set(entity.words):
            return  # قال وزير المالية رائد خوري … وقال خوري
        if shown:
            entity.roles.append(role)
        if words not in entity.role_words:
            self._shelve_title(entity, words)
            entity.role_words.append(words)

    def _number_of(self, mention: Mention) -> str:
        """The number of a group or of one of it: المتضررون, شاهد; "" where the word does not tell (بعض الدراسات)."""
        first = mention.span[0]
        word = stem_word(self.words[first + (self.letters[first] == "s")])
        sound = word.endswith(("ون", "ين")) and len(word) > _SHORTEST_PLURAL
        if mention.number != "sg" or sound or word in _MANY:
            return "pl"
        return "sg" if word in _SINGLE or word in self.reading.lexicon.generic else ""

    def _new(self, mention: Mention, words: Words) -> Entity:
        """A new entity, of a mention that is spelt with ``words``."""
        span = self._full_name(mention) if mention.type == "person" else mention.span
        if span != mention.span or len(words) != span[1] - span[0]:
            words = self._stems(span)
        gender, number = mention.gender, mention.number
        if words and mention.type != "person" and words[0].endswith(DUAL) and self._dual(mention.span):
            gender, number = "f" if words[0].rstrip("اني").endswith("ت") else "m", "du"
        elif mention.type == "unnamed":
            number = self._number_of(mention)
        entity = Entity(mention.type, partial(name_of, self.reading, span), words, gender, number)
        entity.gloss = self._gloss(span)
        entity.place = mention.first
        self._shelve(entity)
        return entity


_SHORTEST_PLURAL = 4
_SINGLE = frozenset("احد احدى واحد واحدة كثيرا اكثر الله".split())  # beside the words that have a plural
_MANY = frozenset("ذوو ذوي اهل اهالي".split())


def _holds_others(mention: Mention) -> bool:
    """وزير خارجية …, مسؤول في هيئة …, بيان للوزارة: a mention in which others may stand."""
    return bool(mention.roles) or mention.type in ("document", "unnamed")
