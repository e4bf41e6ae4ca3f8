"""Who a speaker is in the document: short names, titles, pronouns and dropped subjects; roles carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from attribution.contents import Content
from attribution.cues import Clause
from attribution.mentions import Mention
from attribution.nouns import NounPhrases
from attribution.speakers import Said, agrees
from attribution.tokens import Reading
from attribution.view import fold

Report = tuple[Clause, Content, Said]
_MARKS = frozenset('"«»()#&*')
_SELF = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها"))
_SCANNED = frozenset("tThnoOxdDluU")


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody in the document: every form of the name, every role, where it is mentioned."""

    type: str
    name: str
    words: tuple[str, ...]
    gender: str
    number: str
    roles: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    speaks: bool = False
    known: bool = False  # by a name, a title or a word for speakers, not any noun

    def add_role(self, role: str) -> None:
        if role not in self.roles:
            self.roles.append(role)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report with the identity of its speaker."""

    clause: Clause
    content: Content
    said: Said
    entity: Entity | None
    certainty: str
    evidence: str


class Resolver:
    """Knows everybody in one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.letters = reading.letters
        self.words = reading.words
        self.nouns = NounPhrases(reading)
        self.entities: list[Entity] = []
        self.by_mention: dict[tuple[int, int], Entity] = {}
        self.ranges: list[tuple[int, int]] = []
        self.positions: dict[str, list[int]] = {}
        self.speaking: set[int] = set()
        self.gender_of: dict[int, str] = {}  # of a subject, as its verb shows

    def resolve(self, reports: list[Report]) -> list[Resolved]:
        """The reports in text order, each with its speaker's identity."""
        self._collect(reports)
        self.ranges = [r for _, content, _ in reports for r in content.ranges]
        out: list[Resolved] = []
        for report in sorted(reports, key=lambda r: r[0].first):
            out.append(self._resolve(report, out))
        return out

    # everybody in the document

    def _collect(self, reports: list[Report]) -> None:
        subjects: dict[int, Mention] = {}
        for clause, _, said in reports:
            for mention in (said.mention, clause.subject, clause.object, said.via):
                if mention is not None:
                    subjects |= {part.first: part for part in mention.parts or (mention,)}
            if said.mention is not None:
                self.speaking.add(said.mention.first)
            if said.mention is not None and clause.word.form == "verb" and clause.word.number == "sg":
                self.gender_of[said.mention.first] = clause.word.gender
        singles = {
            self.words[m.span[0]] for m in subjects.values() if m.type == "person" and m.span[1] - m.span[0] == 1
        }
        for i, word in enumerate(self.words):
            if word in singles:
                self.positions.setdefault(word, []).append(i)
        mentions = sorted((*self._scan(subjects), *subjects.values()), key=lambda m: m.first)
        for pass_type in ("person", "organization", "document", "unnamed", "role"):
            for mention in sorted((m for m in mentions if m.type == pass_type), key=self._fullness):
                self._register(mention)
        for entity in self.entities:
            entity.at.sort()

    def _fullness(self, mention: Mention) -> tuple[int, int]:
        """Fullest first, so that a short form finds its full one."""
        return -(mention.span[1] - mention.span[0]), mention.first

    def _scan(self, subjects: dict[int, Mention]) -> Iterator[Mention]:
        i, end = 0, len(self.letters)
        while i < end:
            if i in subjects:
                i = max(subjects[i].last, i + 1)
            elif self.letters[i] in _SCANNED:
                mention = self.nouns.at(i, min(end, i + 40))
                for part in (mention.parts or (mention,)) if mention else ():
                    if part.span[0] not in subjects and self._sure(part):
                        yield part
                i = max(mention.last if mention and not mention.roles else 0, i + 1)
            else:
                i += 1

    def _sure(self, mention: Mention) -> bool:
        """A name found outside a report needs a title or a known name in it."""
        first, last = mention.span
        if self.letters[first] == "m":
            return False
        return mention.type != "person" or bool(mention.roles) or "n" in self.letters[first:last]

    def _register(self, mention: Mention) -> None:
        words = self._name_words(mention)
        if mention.type == "person":
            mention = replace(mention, gender=self.gender_of.get(mention.first, mention.gender))
        entity = self._known(mention, words)
        if entity is None:
            span = self._full_name(mention) if mention.type == "person" else mention.span
            words = tuple(self._stem(i) for i in range(*span) if self.letters[i] not in _MARKS)
            entity = Entity(mention.type, self._text(span), words, mention.gender, mention.number)
            self.entities.append(entity)
        entity.gender = entity.gender or mention.gender
        entity.at.append(mention.first)
        entity.known = entity.known or self.letters[mention.span[0]] not in "mMiISPjJ0s«"
        entity.speaks = entity.speaks or mention.first in self.speaking
        self.by_mention[mention.span] = entity
        for role in mention.roles:
            entity.add_role(self._text(role))

    def _full_name(self, mention: Mention) -> tuple[int, int]:
        """The longest stretch of name words anywhere in the document that holds a name of one word."""
        first, last = mention.span
        if last - first != 1:
            return mention.span
        word = self.words[first]
        found = [self._stretch(i) for i in self.positions.get(word, ())]
        return max(found, key=lambda span: (min(span[1] - span[0], 5), -span[0]), default=mention.span)

    def _stretch(self, i: int) -> tuple[int, int]:
        """The name words around token ``i``: known ones, or an unknown one that a title or calling introduces."""
        first, last = i, i + 1
        while first > 0 and first > i - 5 and self._name_word(first - 1):
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
        letter = self.letters[last]
        return (letter in "nB" and self.letters[i] == "n") or (
            letter == "w" and self.letters[last + 1] in ",.:qQ«pz\n("
        )

    def _name_word(self, i: int) -> bool:
        letter = self.letters[i]
        if letter in "nBA":
            return self.reading.ends[i] + 1 >= self.reading.starts[i + 1]
        return letter in "wl" and i > 0 and self.letters[i - 1] in "tThJVvOWMDIxlpy"

    def _name_words(self, mention: Mention) -> tuple[str, ...]:
        first, last = mention.span
        kept = (i for i in range(first, last) if self.letters[i] not in _MARKS and self.letters[i] != "s")
        return tuple(self._stem(i) for i in kept if self.words[i] not in _SELF)

    def _stem(self, i: int) -> str:
        return _stem_word(self.words[i])

    def _text(self, span: tuple[int, int]) -> str:
        view = self.reading.view
        text = view.text[view.start(self.reading.starts[span[0]]) : view.end(self.reading.ends[span[1] - 1])]
        if (
            span[0] > 0
            and self.words[span[0] - 1] == "ل"
            and self.reading.starts[span[0] - 1] == self.reading.starts[span[0]]
        ):
            text = "ال" + text[2:]  # للوزارة names الوزارة
        return " ".join(text.replace("#", "").split())

    def _known(self, mention: Mention, words: tuple[str, ...]) -> Entity | None:
        if mention.type == "person":
            fits = [e for e in self.entities if e.type == "person" and _short_name_of(words, e.words)]
            fits = [e for e in fits if not (e.gender and mention.gender and e.gender != mention.gender)]
        elif mention.type == "role" and self._courtesy(mention):
            fits = [e for e in self.entities if e.type == "person" and any(p < mention.first for p in e.at)]
        elif mention.type == "role":
            fits = [e for e in self.entities if e.type == "person" and self._has_role(e, words)]
            fits = fits or self._only_one_with(words)
            fits = fits or [
                e
                for e in self.entities
                if e.type == "role" and (e.name == self._text(mention.span) or _short_form_of(words, e.words))
            ]
        elif mention.type in ("unnamed", "document") and not self._definite(mention):
            fits = [e for e in self.entities if e.type == mention.type and e.name == self._text(mention.span)]
        else:
            same = [e for e in self.entities if e.type == mention.type and e.name == self._text(mention.span)]
            proper = mention.type == "organization" and self.letters[mention.span[0]] in "xwnA"
            fits = same or [e for e in self.entities if e.type == mention.type and _fuller(words, e.words, proper)]
        return self._nearest(fits, mention.first)

    def _definite(self, mention: Mention) -> bool:
        """المصادر, تلك المصادر: only what is known already can be short for something fuller."""
        first, last = mention.span
        if self.letters[first] == "s" or self.words[last - 1] in _SELF:
            return True
        chain = range(first, next((k for k in range(first, last) if self.letters[k] == "p"), last))
        return any(self.words[k].startswith("ال") or self.letters[k] in "lx" for k in chain)

    def _courtesy(self, mention: Mention) -> bool:
        """سموه، معاليه: a courtesy title with a pronoun stands for the person last named."""
        first, last = mention.span
        word = self.words[first]
        stems = {word[:-1], word[:-1].removesuffix("ت") + "ة", word[:-2], word[:-2].removesuffix("ت") + "ة"}
        return last - first == 1 and any(self.reading.lexicon.classes.get(stem) == "h" for stem in stems)

    def _only_one_with(self, words: tuple[str, ...]) -> list[Entity]:
        """الرئيس الفرنسي, المبعوث الأممي: the one person named with that title, unless a country tells them apart."""
        heads = [
            e for e in self.entities if e.type == "person" and any(_stem_text(r)[:1] == [words[0]] for r in e.roles)
        ]
        if len(heads) != 1:
            return []
        own = {word for role in heads[0].roles for word in _stem_text(role)}
        foreign = [w for w in words[1:] if w not in own and self._of_country(w)]
        return heads if not foreign or own <= set(words) else []

    def _of_country(self, word: str) -> bool:
        lexicon = self.reading.lexicon
        return lexicon.kinds.get(word) == "country" or lexicon.classes.get(word) in ("l", "x", "o", "t")

    def _has_role(self, entity: Entity, words: tuple[str, ...]) -> bool:
        roles = (tuple(_stem_text(role)) for role in entity.roles)
        return any(words == role or _short_form_of(words, role) for role in roles)

    def _nearest(self, entities: list[Entity], at: int) -> Entity | None:
        """Of several, one that speaks in the document before one that does not, then the one mentioned last."""
        if len(entities) <= 1:
            return entities[0] if entities else None
        speaking = [e for e in entities if e.speaks] or entities
        before = [(max(p for p in e.at if p <= at), n) for n, e in enumerate(speaking) if any(p <= at for p in e.at)]
        if before:
            return speaking[max(before)[1]]
        return min(speaking, key=lambda e: min(e.at, default=1 << 60))

    # one report

    def _resolve(self, report: Report, done: list[Resolved]) -> Resolved:
        clause, content, said = report
        if said.mention is not None:
            return Resolved(clause, content, said, self._of(said.mention), "stated", "resolved:mention")
        if said.governor >= 0:
            for earlier in done:
                if earlier.clause.first == said.governor:
                    return Resolved(clause, content, said, earlier.entity, "inferred", "resolved:governing-clause")
        if clause.word.form == "passive" and clause.word.lemma not in ("وصف", "اتهم"):
            return Resolved(clause, content, said, None, "ambiguous", "resolved:nobody")
        entity, evidence = self._antecedent(clause, done)
        certainty = "inferred" if entity is not None and evidence != "resolved:document" else "ambiguous"
        return Resolved(clause, content, said, entity, certainty, evidence)

    def _of(self, mention: Mention) -> Entity | None:
        """The entity of a mention; of a coordination, its full names joined the same way."""
        if not mention.parts:
            return self.by_mention.get(mention.span)
        known = self.by_mention.get(mention.span)
        if known is None:
            parts = [self.by_mention[part.span] for part in mention.parts]
            roles = list(dict.fromkeys(role for part in parts for role in part.roles))
            known = Entity(mention.type, " و".join(part.name for part in parts), (), parts[0].gender, "pl", roles)
            self.by_mention[mention.span] = known
        return known

    def _antecedent(self, clause: Clause, done: list[Resolved]) -> tuple[Entity | None, str]:
        """The speaker of a dropped subject: one of its own sentence, else the last speaker that agrees."""
        if clause.word.number == "du":
            return self._pair(clause)
        first = clause.sentence[0]
        opening = all(letter in "&czpke,sMm" for letter in self.letters[first : clause.first])
        same = [r for r in done if r.clause.sentence[0] == first]
        for earlier in reversed(same):
            if self._hands_on(earlier, clause):
                return earlier.entity, "resolved:same-sentence"
        if not opening:
            here = self._in_sentence(clause)
            if here is not None:
                return here, "resolved:subject-of-sentence"
        for earlier in reversed(done):
            if self._hands_on(earlier, clause):
                return earlier.entity, "resolved:last-speaker"
        fits = [e for e in self.entities if e.type in ("person", "organization", "role") and self._fits(clause, e)]
        before = [e for e in fits if any(p < clause.first for p in e.at)]
        return self._nearest(before, clause.first), "resolved:document"

    def _pair(self, clause: Clause) -> tuple[Entity | None, str]:
        """أضافا: the coordinated speakers last named, else the two persons last mentioned."""
        joined = [
            e
            for span, e in sorted(self.by_mention.items())
            if e.number == "pl" and " و" in e.name and span[0] < clause.first
        ]
        if joined:
            return joined[-1], "resolved:pair"
        spans = [(s, e) for s, e in sorted(self.by_mention.items()) if e.type == "person" and s[0] < clause.first]
        people = list(dict.fromkeys(e for _, e in spans[-4:]))[-2:]
        if len(people) < 2:
            return None, "resolved:pair"
        roles = list(dict.fromkeys(role for e in people for role in e.roles))
        return Entity("person", " و".join(e.name for e in people), (), "m", "pl", roles), "resolved:pair"

    def _hands_on(self, earlier: Resolved, clause: Clause) -> bool:
        """Whether the speaker of an earlier report can be this one's: it agrees, and stood on the main line."""
        if earlier.clause.word.form == "preposition" or earlier.entity is None:
            return False
        start = self.reading.starts[earlier.clause.first]
        here = self.reading.starts[clause.first]
        for s, e in self.ranges:
            if s <= start < e and not s <= here < e:
                return False
        return self._fits(clause, earlier.entity)

    def _in_sentence(self, clause: Clause) -> Entity | None:
        """The first noun phrase before the cue in its sentence that can be its subject."""
        first = clause.sentence[0]
        for span, entity in sorted(self.by_mention.items(), key=lambda item: item[0]):
            if (
                first <= span[0]
                and span[1] <= clause.first
                and self._subject_like(span[0])
                and self._fits(clause, entity)
            ):
                return entity
        return None

    def _subject_like(self, i: int) -> bool:
        """After a verb, or at the head of a clause: not a genitive, not after a preposition."""
        return i == 0 or self.letters[i - 1] in "vVzk&,\n.ce"

    def _fits(self, clause: Clause, entity: Entity) -> bool:
        word = clause.word
        if not entity.known and not entity.speaks:
            return False
        if word.number in ("pl", "du") and word.person == "3":
            return entity.number in ("pl", "du") or entity.type in ("unnamed", "organization")
        if entity.number == "pl" and word.number == "sg" and entity.type in ("person",):
            return False
        return not word.gender or not entity.gender or word.gender == entity.gender


def _stem_text(role: str) -> list[str]:
    return [_stem_word(word) for word in fold(role).split()]


def _stem_word(word: str) -> str:
    """A word without its article, in one spelling: الأميركي and أمريكي are the same."""
    return (word[2:] if word.startswith("ال") and len(word) > 4 else word).replace("اميرك", "امريك")


def _short_name_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in a fuller one: علوش / محمد علوش."""
    return bool(short) and set(short) <= set(full) and (short[-1] == full[-1] or short[0] == full[0] or len(full) > 2)


def _short_form_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a phrase has the head of a fuller one and none but its words: الوزارة / وزارة الداخلية."""
    return bool(short) and short[:1] == full[:1] and len(short) < len(full) and set(short) <= set(full)


def _fuller(short: tuple[str, ...], full: tuple[str, ...], proper: bool) -> bool:
    """A fuller form; an organisation's own name may stand behind what it is: يوروبول / الشرطة الأوروبية يوروبول."""
    return _short_form_of(short, full) or (proper and len(short) < len(full) and set(short) <= set(full))


__all__ = ["Entity", "Report", "Resolved", "Resolver", "agrees"]
