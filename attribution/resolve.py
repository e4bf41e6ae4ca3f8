"""Who a speaker is in the document: the entity of the mention, or the antecedent of a dropped subject."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from attribution.antecedents import CONTINUING, Antecedents, Told, tell
from attribution.contents import Content
from attribution.cues import Clause
from attribution.entities import Entities, Report
from attribution.mentions import DEFINITE, Mention, Range
from attribution.praise import Praise
from attribution.preverbal import Said
from attribution.registry import Entity, opposed
from attribution.tokens import Reading

_MENTIONS = 500  # as far as a pair looks back


class Resolved(NamedTuple):
    """A report with the identity of its speaker."""

    clause: Clause
    content: Content
    said: Said
    entity: Entity | None
    certainty: str
    evidence: str


class Resolver:
    """Resolves the reports of one document, in text order."""

    def __init__(self, reading: Reading, starts: list[int], ranker: type[Antecedents] = Antecedents) -> None:
        self.reading = reading
        self.starts = starts
        self.ranker = ranker

    def resolve(self, reports: list[Report]) -> list[Resolved]:
        """The reports in text order, each with its speaker's identity."""
        if not reports:
            return []
        self.entities = Entities(self.reading, reports)
        for _, _, said in reports:
            if said.mention is not None:
                self.entities.of(said.mention)
        self.antecedents = self.ranker(self.entities, self.starts, self.reading.lexicon.antecedents)
        out: list[Resolved] = []
        self.told: list[Told] = []
        self.praise = Praise(self.reading)
        self._name_the_lead(reports)
        for report in sorted(reports, key=lambda r: r[0].first):
            resolved = self._resolve(*report)
            out.append(resolved)
            tell(self.told, Told(resolved.clause, resolved.entity, self._inside(resolved.content)))
        return out

    def _name_the_lead(self, reports: list[Report]) -> None:
        """أكد مدرب الفريق أن …. وقال حداد …: the title that opens the text and the first name to speak, if untitled."""
        spoken = sorted((said.mention for _, _, said in reports if said.mention is not None), key=lambda m: m.first)
        named = [(m, e) for m in spoken[:2] if (e := self.entities.of(m)) is not None]
        if len(named) < 2 or named[0][1].type != "role" or named[1][1].type != "person":
            return
        (title, role), (_, person) = named
        begins = min(first for first, _ in self.entities.spans)  # the paragraph that first mentions anybody
        kin = self.reading.lexicon.kinds.get(self.reading.words[title.span[0]]) == "kinship"  # والد القبطان
        opening = not kin and title.number == "sg" and "\n" not in self.reading.letters[begins : title.first]
        head = self.reading.letters[slice(*title.span)].partition("p")[0]  # not عضو في المجلس
        definite = any(letter in DEFINITE for letter in head)
        untitled = not person.roles and person.at[0] > title.first and not opposed(person.gender, title.gender)
        if opening and definite and untitled:
            self.entities.merge(role, person)

    def _inside(self, content: Content) -> tuple[tuple[int, int], ...]:
        """The tokens that the content covers."""
        return tuple((self.reading.token_from(start), self.reading.token_from(end)) for start, end in content.ranges)

    def _resolve(self, clause: Clause, content: Content, said: Said) -> Resolved:
        if said.mention is not None and not self.entities.points_back(said.mention):
            entity = self.entities.of(said.mention)
            head = self._dual(said.mention)
            entity = (self._pair(said.mention.first, head) if head else None) or entity
            speaking = self._continued(clause, said.mention, entity)
            if speaking is not None:
                return Resolved(clause, content, said, speaking, "inferred", "resolved:continued")
            return Resolved(clause, content, said, entity, self._certainty(said.mention, entity), "resolved:mention")
        carried_out = clause.word.form == "verbal_noun" and said.evidence == "speaker:passive"
        if carried_out or clause.word.form == "passive" or self._of_no_object(clause):
            return Resolved(clause, content, said, None, "ambiguous", "resolved:passive")
        if self._of_anybody(clause, said):
            return Resolved(clause, content, said, None, "ambiguous", "resolved:nobody")
        if clause.word.number == "du":
            head, gender = self._dual_before(clause), clause.word.gender
            pair = (self._pair(clause.first, head) if head else None) or self._pair(clause.first, gender=gender)
            return Resolved(clause, content, said, pair, "inferred" if pair else "ambiguous", "resolved:pair")
        praised = self.praise.names(clause)
        if praised:
            entity = self.praise.called(praised, clause.first)
            return Resolved(clause, content, said, entity, "inferred" if entity else "ambiguous", "resolved:praise")
        choice = self.antecedents.choose(clause, self.told, said.governor)
        certainty = "inferred" if choice.clear else "ambiguous"
        return Resolved(clause, content, said, choice.entity, certainty, f"resolved:{choice.sign}")

    def _continued(self, clause: Clause, mention: Mention, entity: Entity | None) -> Entity | None:
        """وأضاف المدير السابق للهيئة: a title that nobody has yet, with a verb of going on, is the last speaker's."""
        first, last = mention.span
        titled = mention.type == "role" and mention.number == "sg" and clause.word.lemma in CONTINUING
        if not titled or entity is None or entity.type != "role" or entity.at[0] < first:
            return None
        if not any(letter in DEFINITE for letter in self.reading.letters[first:last]):
            return None
        before = [t.entity for t in self.told if t.entity is not None and not t.trails and not t.under]
        speaker = before[-1] if before else None
        if speaker is None or speaker.type != "person" or speaker.number == "pl":
            return None
        if opposed(speaker.gender, mention.gender):
            return None
        speaker.roles += [role for role in entity.roles if role not in speaker.roles]
        return speaker

    def _of_no_object(self, clause: Clause) -> bool:
        """نتائج وصفت بالواعدة: a verb that describes somebody, without an object, is in the passive."""
        word, at = clause.word, clause.complement.at if clause.complement else -1
        alone = word.form == "verb" and not word.enclitic and clause.object is None and at == clause.last
        return alone and word.lemma in _DESCRIBING and self.reading.words[at].startswith("ب")

    def _of_anybody(self, clause: Clause, said: Said) -> bool:
        """وسط تحذيرات من أن, مطالبات بأن: warnings and demands in an indefinite plural are not one speaker's; تردد أن
        has the clause itself for its subject.
        """
        if self.reading.words[clause.first] == "تردد" and clause.complement and clause.complement.kind == "that":
            return True
        bare = clause.word.form == "verbal_noun" and not clause.word.enclitic and said.governor < 0
        indefinite = self.reading.letters[clause.first] not in DEFINITE
        return bare and indefinite and self.reading.words[clause.first].endswith("ات")

    def _certainty(self, mention: Mention, entity: Entity | None) -> str:
        """``stated`` when the words at the cue tell by themselves who it is, or name somebody whose full name stands in
        the document: وزير النقل سالم حداد، حداد, جامعة الرمل, خبراء.  A definite word or two that point back (الوزارة،
        التقرير), a title of nobody named and a surname that is nowhere given in full are ``inferred``.
        """
        if entity is None or mention.parts:
            return "stated" if entity else "ambiguous"
        if entity.type == "person":
            return "stated" if len(entity.words) > 1 else "inferred"
        if mention.type == "role":
            return "inferred"
        first, last = mention.span
        linked = len(entity.words) > last - first
        alone = last - first == 1 and (mention.type == "organization" or self.reading.letters[first] in DEFINITE)
        return "inferred" if linked or alone else "stated"

    def _pair(self, at: int, head: str = "", gender: str = "") -> Entity | None:
        """أضافا, الوزيران: the two who spoke last together, else the pair named last, else two persons, of ``head``.

        A title in the dual (رئيسا البلديتين) is a pair by itself.
        """
        spoke = [t.entity for t in self.told if t.entity is not None and t.clause.first < at]
        told = [entity for entity in spoke if _is_pair(entity, gender)]
        if told and not head:
            return told[-1]
        before = self._before(at)
        joined = [e for _, e in before if _is_pair(e, gender) and (not head or e.type == "person")]
        if joined:
            return joined[-1]
        people = [e for _, e in before if e.type == "person" and (not head or _has_title(e, head))]
        two = list(dict.fromkeys(people))[:2] if head else list(dict.fromkeys(reversed(people)))[1::-1]
        return _together(two) if len(two) == 2 else None

    def _before(self, at: int) -> list[tuple[Range, Entity]]:
        """The last of the mentions before a token, in order."""
        n = bisect_left(self.mentions, at, key=lambda mention: mention[0][0])
        return self.mentions[max(0, n - _MENTIONS) : n]

    @cached_property
    def mentions(self) -> list[tuple[Range, Entity]]:
        return sorted(self.entities.by_mention.items(), key=lambda mention: mention[0])

    def _dual(self, mention: Mention) -> str:
        """The singular of a definite title in the dual, which stands for two persons named before: الوزيران → وزير."""
        single = mention.span[1] - mention.span[0] == 1 and mention.type in ("role", "unnamed", "organization")
        return self._singular(self.reading.words[mention.span[0]]) if single else ""

    def _dual_before(self, clause: Clause) -> str:
        """والتقى الوزيران أمس ورحبا: the title in the dual that is the subject earlier in the sentence."""
        words = self.reading.words[clause.sentence[0] : clause.first]
        return next((head for word in reversed(words) if word.endswith("ان") and (head := self._singular(word))), "")

    def _singular(self, word: str) -> str:
        stem = word[2:].removesuffix("ان").removesuffix("ين").removesuffix("ت")
        dual = word.startswith("ال") and word.endswith(("ان", "ين"))
        return stem if dual and self.reading.lexicon.classes.get(stem) == "t" else ""


def _is_pair(entity: Entity, gender: str) -> bool:
    """Two joined by و, or a noun in the dual, which agrees with the verb."""
    dual = entity.number == "du" and gender in ("", entity.gender)
    return dual or (entity.number == "pl" and " و" in entity.name)


def _has_title(entity: Entity, head: str) -> bool:
    heads = [role[0] for role in entity.role_words if role]
    return any(own.removesuffix("ة") == head or own.startswith("نظير") for own in heads)


def _together(two: list[Entity]) -> Entity:
    roles = list(dict.fromkeys(role for e in two for role in e.roles))
    return Entity("person", " و".join(e.name for e in two), (), "m", "pl", roles)


_DESCRIBING = frozenset(("وصف", "نعت", "لقب", "سمى", "اتهم"))

__all__ = ["Entity", "Report", "Resolved", "Resolver"]
