"""Who a dropped subject or a pronoun stands for: the candidates before the cue, ranked by what speaks for each.

Each candidate is described by named signs (the subject of the same sentence, the last speaker, a person …); their
weights stand in lexicon/antecedent_weights.tsv, fitted by `corpus/fit_antecedents.py`.  The candidate with the largest
sum wins if it is above that of nobody, and the sign that weighed most is the evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from attribution.cues import Clause
from attribution.entities import Entities
from attribution.registry import Entity

Weights = dict[str, float]
Candidate = tuple[Entity, list[str]]
Range = tuple[int, int]
# how far a cue looks back; what is farther is never meant
_MOST, _MENTIONS, _TOLD = 14, 200, 64  # candidates, mentions of them, reports
_OPENING = re.compile("[&czpke,sMm\n]*")
_SUBJECT_AFTER = frozenset("Vvzk")
_NOMINAL = frozenset("lxnBoOtTuUdDjJ»")
_CLAUSE_START = frozenset("\n.«»&,ceqQ:?!-")
_CLEAR = 1.0  # by how much the best must lead to be "inferred" rather than "ambiguous"


class Choice(NamedTuple):
    """The entity chosen (None: nobody), the sign that decided, and whether it leads clearly."""

    entity: Entity | None
    sign: str
    clear: bool


@dataclass(eq=False, slots=True)
class Told:
    """An earlier report as far as it bears on a later one: its clause, its entity, the tokens of its contents.

    ``under`` are the reports whose contents hold its cue.
    """

    clause: Clause
    entity: Entity | None
    inside: tuple[Range, ...]
    under: list[Told] = field(default_factory=list)
    since: int = field(init=False)  # from here …
    until: int = field(init=False)  # … to here its contents reach
    trails: bool = field(init=False)  # …، بحسب الوزارة: a source beside the line of the text

    def __post_init__(self) -> None:
        self.trails = self.clause.word.form == "preposition"
        self.since = min([first for first, _ in self.inside], default=0)
        self.until = max([last for _, last in self.inside], default=0)

    def holds(self, token: int) -> bool:
        if not self.since <= token < self.until:
            return False
        for first, last in self.inside:  # noqa: SIM110 (any of a generator takes three times as long)
            if first <= token < last:
                return True
        return False


def tell(told: list[Told], new: Told) -> None:
    """Add a report to those told, of which a later cue sees the last few."""
    at = new.clause.first
    for earlier in told:
        if earlier.until > at and not earlier.trails and earlier.holds(at):
            new.under.append(earlier)
        if earlier.clause.first >= new.since and not new.trails and new.holds(earlier.clause.first):
            earlier.under.append(new)
    told.append(new)
    del told[:-_TOLD]


class _Covered:
    """The tokens of some reports' contents."""

    def __init__(self, reports: Iterable[Told]) -> None:
        ranges = sorted([span for report in reports for span in report.inside])
        self.firsts = [first for first, _ in ranges]
        self.reach = list(accumulate([last for _, last in ranges], max))

    def __contains__(self, token: int) -> bool:
        n = bisect_right(self.firsts, token)
        return n > 0 and token < self.reach[n - 1]


class Antecedents:
    """Ranks the candidates of one document."""

    def __init__(self, entities: Entities, starts: list[int], weights: Weights) -> None:
        self.letters = entities.letters
        self.starts = starts
        self.weights = weights
        self._weight = defaultdict(float, weights).__getitem__  # of what is not in the table nothing
        mentions = [(first, last, entity) for (first, last), entity in entities.spans.items()]
        self.mentions = sorted(mentions, key=itemgetter(0))
        self.firsts = [m[0] for m in self.mentions]

    def choose(self, clause: Clause, told: list[Told], governor: int = -1) -> Choice:
        """The antecedent of ``clause`` among all that is mentioned before it; ``governor`` is the first token of the
        clause on which a participle or a noun of saying depends."""
        subject = self.last_subject(clause) if clause.word.lemma in _READ_IN else -1
        if subject >= 0:
            return self._issuer(subject)
        return self._described(clause) or self.rank(list(self.candidates(clause, told, governor)))

    def _described(self, clause: Clause) -> Choice | None:
        """السجناء الذين قابلهم، والذين | أكدوا, تصريحات الوزير التي | قال فيها: whom the relative clause describes."""
        relative = clause.first - 1
        while relative > clause.sentence[0] and self.letters[relative] in "kNy":
            relative -= 1
        if self.letters[relative] != "R":
            return None
        found = self._described_before(clause, relative)
        return Choice(found, "relative", True) if found is not None and self._fits(clause, found) else None

    def _described_before(self, clause: Clause, relative: int) -> Entity | None:
        """The mention before a relative pronoun, or before the one to which it is joined by و."""
        near = [self.mentions[n] for n in self._nearest_first(relative)[:_MOST]]
        if self.letters[relative - 1] == "&":
            here = [(last, entity) for first, last, entity in near if first >= clause.sentence[0]]
            return next((entity for last, entity in here if self.letters[last] == "R"), None)
        right_before = near and near[0][1] == relative and not clause.word.enclitic
        return near[0][2] if right_before else None

    def _issuer(self, subject: int) -> Choice:
        """أصدرت الوزارة بيانا | جاء فيه أن, أرفقته بخبر | مفاده أن: the subject of the sentence, whose the text is."""
        return Choice(self.mentions[bisect_left(self.firsts, subject)][2], "issuer", True)

    def rank(self, candidates: list[Candidate]) -> Choice:
        """The best of the candidates, the nearer one where two are equal."""
        sums = [self._sum(signs) for _, signs in candidates]
        nobody = self.weights.get("nobody", 0.0)
        best = max(sums, default=nobody)
        if not candidates or best < nobody:
            return Choice(None, "nobody", False)
        entity, signs = candidates[sums.index(best)]
        second = max([nobody, *sorted(sums)[-2:-1]])
        told = [sign for sign in signs if not sign.startswith(_ATTRIBUTES)] or signs
        decisive = max(told, key=lambda sign: self.weights.get(sign, 0.0))
        return Choice(entity, decisive, best - second > _CLEAR)

    def _sum(self, signs: list[str]) -> float:
        return sum(map(self._weight, signs))

    def candidates(self, clause: Clause, told: list[Told], governor: int) -> Iterator[Candidate]:
        """Everybody who can be meant, nearest first, with the signs for and against."""
        view = _View(self, clause, told, governor)
        for entity, at in self._before(clause.first, told):
            if self._fits(clause, entity) and not _asked(clause, entity, told):
                yield entity, view.signs(entity, at)

    def _fits(self, clause: Clause, entity: Entity) -> bool:
        word = clause.word
        if not entity.known and not entity.speaks:
            return False
        if word.number in ("pl", "du") and (word.person == "3" or word.form == "participle"):
            body = entity.type == "organization" and self.letters[entity.place] != "l"  # a country takes no plural
            body = body and word.gender != "f"  # nor a body نون النسوة
            return entity.number in ("pl", "du") or (entity.type == "unnamed" and entity.number != "sg") or body
        if entity.number == "pl" and word.number == "sg" and (entity.type == "person" or word.gender == "m"):
            return False
        return not word.gender or not entity.gender or word.gender == entity.gender

    def _before(self, token: int, told: list[Told]) -> Iterator[tuple[Entity, list[int]]]:
        found: dict[Entity, list[int]] = {}
        for n in self._nearest_first(token):
            first, last, entity = self.mentions[n]
            if last > token:
                continue
            if entity not in found:
                if len(found) == _MOST:
                    break
                found[entity] = []
            found[entity].append(first)
        for report in told[-6:]:
            if report.entity is not None:
                found.setdefault(report.entity, [])
        yield from found.items()

    def _nearest_first(self, token: int) -> range:
        """The numbers of the mentions before a token."""
        nearest = bisect_left(self.firsts, token) - 1
        return range(nearest, max(-1, nearest - _MENTIONS), -1)

    def sentence(self, token: int) -> int:
        return bisect_right(self.starts, token) - 1

    def subject_like(self, i: int) -> bool:
        """After a verb or at the head of a clause: not a genitive, not after a preposition, not بين تشاد | والنيجر."""
        if i == 0 or self.letters[i - 1] in _SUBJECT_AFTER:
            return True
        joined = self.letters[i - 1] == "&" and i > 1 and self.letters[i - 2] in _NOMINAL
        return self.letters[i - 1] in _CLAUSE_START and not joined

    def nearest(self, token: int) -> int:
        """The mention right before a token."""
        n = bisect_left(self.firsts, token) - 1
        return self.firsts[n] if n >= 0 else -1

    def adjacent(self, token: int) -> bool:
        """Whether the nearest mention ends at the cue, a relative pronoun or an auxiliary aside: لافتات | كتب عليها."""
        last = self.mentions[bisect_left(self.firsts, token) - 1][1]
        return not self.letters[last:token].strip("RkN")

    def last_subject(self, clause: Clause) -> int:
        """The mention that follows the nearest verb before the cue in its sentence."""
        for n in self._nearest_first(clause.first):
            first = self.firsts[n]
            if first < clause.sentence[0]:
                break
            if first and self.letters[first - 1] in "Vv":
                return first
        return -1


class _View:
    """What one cue sees of the document before it."""

    def __init__(self, ranker: Antecedents, clause: Clause, told: list[Told], governor: int) -> None:
        self.ranker = ranker
        self.clause = clause
        self.here = ranker.sentence(clause.first)
        self.governing = next((t.entity for t in told if t.clause.first == governor), None) if governor >= 0 else None
        self.around = [t for t in told if t.until > clause.first and t.holds(clause.first)]
        aside = [t for t in told if t not in self.around] if self.around else told
        self.main = [t for t in aside if t.entity is not None and not t.trails and self._on_the_line(t)]
        self.speakers = {t.entity for t in self.main}
        self.same = [t for t in self.main if t.clause.sentence[0] == clause.sentence[0]]
        self.aside = _Covered(aside)
        reported = [t for t in aside if not t.trails]
        self.reported = self.aside if len(reported) == len(aside) else _Covered(reported)
        self.opening = _OPENING.fullmatch(ranker.letters, clause.sentence[0], clause.first) is not None
        self.last_subject = ranker.last_subject(clause)
        self.bare_noun = clause.word.form == "verbal_noun" and not clause.word.enclitic and self.governing is None
        self.form = "participle" if clause.word.form in ("participle", "verbal_noun") else "verb"

    def _on_the_line(self, told: Told) -> bool:
        """Whether a report stands in no content that ended before the cue."""
        return not told.under or all(holder in self.around for holder in told.under)

    def signs(self, entity: Entity, at: list[int]) -> list[str]:
        """The signs for and against an entity that is mentioned ``at`` these tokens before the cue, nearest first."""
        form = self.form
        found: list[str] = []
        if entity is self.governing:
            found.append("governing-clause")
        if self.around and self.around[-1].entity is entity:
            found.append(f"speaker-around-{form}")
        if self.same and self.same[-1].entity is entity:
            found.append(f"same-sentence-{form}")
        if self.same and self.same[0].entity is entity:
            found.append(f"first-of-sentence-{form}")
        if entity in self.speakers:
            found += self._spoke(entity)
        nearest = max([*at[:1], *(t.clause.first for t in self.main if t.entity is entity)], default=0)
        found.append(_DISTANCES[min(self.here - self.ranker.sentence(nearest), 3)])
        if at:
            found += self._places(at)
        found.append(f"type-{entity.type}")
        if self.bare_noun:
            found.append("for-a-noun")
        if entity.type == "person" and len(entity.words) == 1 and not entity.roles and not entity.speaks:
            found.append("lone-name")
        if not entity.known:
            found.append("common-noun")
        if self.clause.word.gender and entity.gender:
            found.append("gender-agrees")
        if entity.number == "pl":
            found.append("plural")
        if self.ranker.letters[entity.place] == "l" and not entity.speaks:
            found.append("silent-place")
        if self.clause.word.number == "pl" and entity.type == "organization" and entity.number != "pl":
            found.append("body-for-many")
        return found

    def _spoke(self, entity: Entity) -> list[str]:
        """The signs of one of the speakers before the cue."""
        if self.main[-1].entity is entity:
            last = "last-speaker-opening" if self.opening else f"last-speaker-{self.form}"
            return [last, "last-speaker-continuing"] if self.clause.word.lemma in CONTINUING else [last]
        return ["recent-speaker" if entity in [t.entity for t in self.main[-3:]] else "speaker"]

    def _places(self, at: list[int]) -> list[str]:
        """The signs of where it is mentioned."""
        ranker, here = self.ranker, self.here
        nearest, first = at[0], ranker.starts[here]
        found: list[str] = []
        if len(at) > 2:
            found.append("often-mentioned")
        if nearest >= first:
            found += self._here([i for i in at if i >= first], self.last_subject in at)
        elif self.last_subject in at:
            found.append("last-subject")
        if at[-1] < first:
            previous = ranker.starts[max(0, here - 1)]
            if [i for i in at if previous <= i < first and ranker.subject_like(i) and i not in self.aside]:
                found += ("subject-before", "subject-before-opening") if self.opening else ("subject-before",)
        if nearest in self.reported:
            found.append("inside-other-content")
        if self.around and self.around[-1].holds(nearest):
            found.append("inside-same-content")
            if [i for i in at if ranker.letters[i - 1] in "qQ" and self.around[-1].holds(i)]:
                found.append("topic-of-content")  # أفاد بأن [أحد الجيران] خرج وأصر على …
        return found

    def _here(self, mine: list[int], last_subject: bool) -> list[str]:
        """The signs of its mentions in the sentence of the cue, nearest first."""
        ranker, letters = self.ranker, self.ranker.letters
        if any(map(ranker.subject_like, mine)):
            found = [f"subject-here-{self.form}"]
            if [i for i in mine if i and letters[i - 1] in "Vv"]:
                found.append(f"after-verb-here-{self.form}")
        else:
            found = ["oblique-here"]
        if last_subject:
            found.append("last-subject")
        if mine[0] == ranker.nearest(self.clause.first):
            found.append("adjacent" if ranker.adjacent(self.clause.first) else "nearest")
        if [i for i in mine if i == self.clause.sentence[0] or letters[i - 1] == "\n"]:
            found.append("topic-here")
        return found


_DISTANCES = ("distance-0", "distance-1", "distance-2", "distance-3")  # sentences
_ATTRIBUTES = ("type-", "gender-", "distance-")  # what is true of many candidates at once: no evidence
_READ_IN = frozenset(("جاء", "ورد", "مفاد"))  # أصدرت الوزارة بيانا جاء فيه, خبر مفاده
_ANSWERS = frozenset(("أجاب", "رد"))
CONTINUING = frozenset("أضاف تابع أردف استطرد زاد واصل استدرك مضى ختم اختتم".split())


def _asked(clause: Clause, entity: Entity, told: list[Told]) -> bool:
    """سألتها المجلة …، فأجابت: whoever asked last does not answer."""
    asker = told[-1] if told and told[-1].clause.word.lemma == "سأل" else None
    return asker is not None and asker.entity is entity and clause.word.lemma in _ANSWERS
