"""The reported words of one clause after the other, by the construction of its complement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from attribution.contents.openings import Openings
from attribution.contents.quotations import Range
from attribution.cues import Clause, Complement
from attribution.marks import DOUBLE
from attribution.tokens import Reading

_LONGEST_SOURCE = 14  # tokens of what is told of a source before its comma
_LEADS = frozenset(("كما", "وذلك", "و"))  # what stands between a clause and the source behind it
_AS = ["على", "ما"]  # على ما يقول فلان
_OBJECTS = tuple("iImMwWnxlLpJj")
_DEFINITE = frozenset("OMTUDWIJSs")


class Content(NamedTuple):
    """The ranges of a content, its kind, the ranges in quotation marks inside it, and the rules that decided."""

    ranges: tuple[Range, ...]
    kind: str
    quoted: tuple[Range, ...]
    evidence: tuple[str, ...]


class Found(NamedTuple):
    """The ranges of a content as they are found, whether they are direct speech, and the rule that ended them."""

    ranges: tuple[Range, ...]
    direct: bool = False
    end: str = ""


class ContentReader(Openings):
    """Reads the contents of one document's clauses."""

    def __init__(
        self, reading: Reading, starts: list[int], clauses: list[Clause], tails: set[int], bare: dict[int, Clause]
    ) -> None:
        super().__init__(reading, starts, clauses, tails, bare)
        self._contents: dict[int, Content | None] = {}

    def read(self, clause: Clause) -> Content | None:
        """The content of a clause; None when nothing is left of it."""
        if clause.first not in self._contents:
            self._contents[clause.first] = self._read(clause)
        return self._contents[clause.first]

    def _read(self, clause: Clause) -> Content | None:
        if clause.complement is None:
            return None
        kind = clause.complement.kind
        found = _READERS[kind](self, clause, clause.complement)
        apart = (self._trimmed(*part) for r in found.ranges for part in self._beside(clause, r))
        ranges = tuple(r for r in apart if any(map(str.isalnum, self.reading.view.bare[slice(*r)])))
        if not ranges:
            return None
        mode = "direct" if found.direct else "mixed" if self._mixes(ranges, self._inner(clause, ranges)) else "indirect"
        evidence = (f"content:{kind}", *((f"end:{found.end}",) if found.end else ()))
        return Content(ranges, mode, tuple(self._quoted(ranges)), evidence)

    def _beside(self, clause: Clause, found: Range) -> tuple[Range, ...]:
        """A range without the cue and the relay behind it, which are never part of the content, however the marks of a
        broken text pair."""
        start, end = found
        behind = clause.via.last if clause.via is not None and clause.via.first >= clause.last else clause.last
        first, last = self.reading.starts[clause.first], self.reading.ends[behind - 1]
        if end <= first or last <= start:
            return (found,)
        return (start, first), (last, end)

    def _inner(self, clause: Clause, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        """The contents of the reports inside what a trailing source reports: their quotations are theirs."""
        start, end = ranges[0][0], max(ranges[-1][1], self.reading.starts[clause.first])
        if start >= self.reading.starts[clause.first] or not self.reading.pairs.starting(start, end):
            return ()
        inner = (self.cues.get(k) for k in range(self.reading.token_from(start), clause.first))
        return tuple(r for c in inner if c and (found := self.read(c)) for r in found.ranges)

    # the constructions

    def that(self, clause: Clause, complement: Complement) -> Found:
        """قال إن …: the clause after the particle; direct when marks enclose all of it."""
        start = complement.start
        while self.letters[start] in ",:":
            start += 1
        end, rule = self.clause_end(start, self._limit(clause))
        enclosed = self._enclosed(start, end)
        if enclosed:
            return Found((enclosed, *self._resumed(clause, enclosed)), True, rule)
        return Found((self._between(start, end),), end=rule)

    def quote(self, clause: Clause, complement: Complement) -> Found:
        """قال: "…" — the words inside the marks, and what is quoted on after the cue or in the next sentence."""
        opener = complement.start
        pair = self.reading.openers.get(opener)
        if pair is None:
            return self.that(clause, complement)
        first = self._before(clause) if complement is clause.complement else ()
        if not pair.closed:
            end, rule = self.clause_end(opener + 1, max(self._limit(clause), self._line_end(opener)))
            found = self._between(opener + 1, end)
            resumed = self._resumed(clause, found) if self.letters[end] == "\n" else ()
            return Found((*first, found, *resumed), True, rule)
        broken = self._broken(clause, opener)
        if broken is not None:
            return broken
        return Found((*first, pair.inner, *self._resumed(clause, pair.inner)), True)

    def _line_end(self, opener: int) -> int:
        """The token at which an unclosed quotation ends with its line."""
        found = self.letters.find("\n", opener)
        return found if 0 < found < len(self.reading.letters) else len(self.reading.letters)

    def _broken(self, clause: Clause, opener: int) -> Found | None:
        """A quotation broken by paraphrase ("…" بما في ذلك … "…"), or one that opens a longer noun phrase."""
        close, limit = self._closing(opener), self._limit(clause)
        end, rule = self.phrase_end(opener, limit)
        letters = self.letters[close + 1 : end].strip(".\n")
        again = letters.endswith("»") and "«" in letters and letters[0] not in ",.:"
        phrase = letters.lstrip("&")[:1] in _OBJECTS and self._governed(clause, opener)
        if not (again or phrase):
            return None
        return Found((self._between(opener, end),), end=rule)

    def _governed(self, clause: Clause, opener: int) -> bool:
        """Whether the marked words begin an object: طالب "بالحد من" …, هاجم "المماطلين" في …, نوه على "…" و…"""
        takes = clause.word.takes
        behind = self.letters[opener - 1] == "p" and self.letters[self._closing(opener) + 1] == "&"
        return behind or not takes & {"that", "quote"} or ("b" in takes and self.words[opener + 1].startswith("ب"))

    def colon(self, clause: Clause, complement: Complement) -> Found:
        """قال: … — a quotation, a clause after إن, or unmarked words up to the end of the sentence."""
        start, limit = complement.start, self._limit(clause)
        while self.letters[start] in ":," or self.letters[start : start + 2] == "\n«":
            start += 1
        if self.letters[start] == "«" and self._closes_all(start, limit):
            return self.quote(clause, Complement("quote", start, start))
        inner = start
        while inner < start + 10 and self.letters[inner] in "pzMmWoOJjl0w,iI":
            inner += 1
        if self.letters[inner] == "Q" and self.letters[start] in "pz":
            start = inner  # قال: في ساعة مبكرة … إن
        if self.letters[start] in "qQ" and complement.start > complement.at:
            return self.that(clause, Complement("that", start, start + 1))
        end, rule = self.clause_end(start, limit)
        return Found((self._between(start, end),), True, rule)

    def noun(self, clause: Clause, complement: Complement) -> Found:
        """أعلنت تمديد …, دعا إلى …: a noun phrase with its complements, without the writer's tail."""
        start = complement.start
        if complement.kind == "preposition" and (self.reading.glued(start) or "thanks" in clause.word.takes):
            start = complement.at  # بتقديم وعود; شكرهم على جهودهم
        end, rule = self.phrase_end(start, self._limit(clause))
        if self.letters[start] == "s" and self.letters[start + 1] not in _DEFINITE:
            end, rule = start + 1, "pronoun"  # نفى ذلك نفيا قاطعا
        named = "object2" in clause.word.takes and self._names(complement.start)
        enclosed = named or self._enclosed(complement.start, end)
        return Found((enclosed or self._between(start, end),), bool(enclosed), rule)

    def _names(self, opener: int) -> Range | None:
        """سمته الوزارة بـ"خطوة موفقة" في …: what something is called ends with its marks."""
        pair = self.reading.openers.get(opener)
        if pair is None or not pair.closed or self.letters[self._closing(opener) + 1] not in "pcr":
            return None
        return pair.inner

    def before(self, clause: Clause, complement: Complement) -> Found:
        """ "…"، قال الوزير: the quotation before the cue, and its continuation."""
        found = (*self._before(clause), *self._after_speaker(clause))
        return Found((*found, *self._resumed(clause, found[-1])) if found else (), True)

    def clause(self, clause: Clause, complement: Complement) -> Found:
        """بحسب الوزارة، فإن …; …، بحسب الوزارة: the clause that the phrase modifies, around it if need be."""
        first, limit = clause.sentence[0], self._limit(clause)
        lead = clause.first - 1 if self.letters[clause.first - 1] == "&" else clause.first
        behind = lead - 1 - (self.letters[lead - 1] == ",")
        if (
            lead <= first
            or self.letters[lead - 1] in "\n"
            or self._resumes(complement.start)
            or self.letters[behind] in "qQ"
        ):
            alone = self.letters[complement.start : limit].strip(".\n") == ""
            return self._sentence_before(clause) if alone else self._clause_after(complement.start, limit)
        inner = self._enclosing(clause.first)
        begin = self.reading.token_at[inner.start] + 1 if inner else first
        begin = self._opening(begin, clause.first)
        stop = clause.first
        while stop > begin + 1 and (self.words[stop - 1] in _LEADS or self.words[stop - 2 : stop] == _AS):
            stop -= 1 + (self.words[stop - 1] == "ما")
        enclosed = self._enclosed(begin, stop)
        if enclosed:
            return Found((enclosed,), True)
        ranges = [self._between(begin, stop)]
        after = complement.start
        while self.letters[after] in "0zJjU":
            after += 1  # حسب إحصاء 2014; بحسب الصحافيين الفلسطينيين
        tail = after + (self.letters[after] == ",")
        if split := self._split(begin, stop, range(after, tail + 1)):
            return Found((*ranges, (self.reading.starts[tail], split)))
        if tail < limit and self.goes_on(tail, tail != after, self.letters[begin:stop].strip("\n,")):
            ranges.append(self._between(tail, self.clause_end(tail, limit)[0]))
        return Found(tuple(ranges))

    def _sentence_before(self, clause: Clause) -> Found:
        """أغلق الطريق. بحسب الوزارة.: a source that is a sentence of its own, for the one before in its paragraph"""
        first = clause.sentence[0]
        n = bisect_left(self.starts, first) - 1
        if n < 0 or "\n" in self.letters[self.starts[n] : first].rstrip(" "):
            return Found(())
        begin = self._opening(self.starts[n], first)
        enclosed = self._enclosed(begin, first)
        return Found((enclosed or self._between(begin, first),), bool(enclosed))

    def _split(self, begin: int, stop: int, at: range) -> int:
        """وأعلنت الحكومة، وفق الوكالة، أن …: where the report that the source stands in ends, by offset"""
        inner = next((c for k in range(begin, stop) if (c := self.cues.get(k)) and c.complement), None)
        if inner is None or inner.complement is None or inner.complement.at not in at:
            return 0
        found = self.read(inner)
        end = found.ranges[-1][1] if found else 0
        return end + (self.reading.view.bare[end : end + 1] in DOUBLE) if end else 0

    def _clause_after(self, start: int, limit: int) -> Found:
        """بحسب الوزارة، فإن …: behind the comma, past what else is told of the source"""
        start = self._past_source(start, limit)
        while start < limit and self.letters[start] in ",&qQ:z" and not self._begins_clause(start):
            start += 1
        end, rule = self.clause_end(start, limit)
        enclosed = self._enclosed(start, end)
        return Found((enclosed or self._between(start, end),), bool(enclosed), rule)

    def _past_source(self, start: int, limit: int) -> int:
        """بحسب المؤرخة فلانة من الجامعة، فإن …; وفقا لوثيقة اطلعت عليها الصحيفة، تنسحب …"""
        reach = self.letters[start : min(limit, start + _LONGEST_SOURCE)]
        then = max(reach.find(",&Q"), reach.find(",&q"))
        if then >= 0:
            return start + then
        if reach[:1] == "R" and (then := max(reach.find("&Q"), reach.find("&q"))) > 0:
            return start + then  # وحسب الإحصاءات التي أجريت فإن …
        comma = reach.find(",")
        told = reach[:1] in "pvVRjJMnw«" if reach else False
        return start + comma if told and comma > 0 else start

    def _begins_clause(self, i: int) -> bool:
        return self.letters[i] == "&" and self.letters[i + 1] not in "qQ"

    def _resumes(self, i: int) -> bool:
        """… وبحسب الوزارة، فإن …: what is reported follows."""
        i += self.letters[i] == ","
        return self.letters[i] == "&" and self.letters[i + 1] in "qQ"

    def antecedent(self, clause: Clause, complement: Complement) -> Found:
        """الاتفاق الذي أعلنته الوزارة: the noun phrase before الذي."""
        return Found((self._between(complement.start, complement.at),))

    # offsets

    def _between(self, first: int, last: int) -> Range:
        """The offsets of the tokens ``first`` up to but not including ``last``."""
        starts, ends = self.reading.starts, self.reading.ends
        start = starts[first] if first < len(starts) else len(self.reading.view.bare)
        return start, ends[last - 1] if last > 0 else 0


_READERS: dict[str, Callable[[ContentReader, Clause, Complement], Found]] = {
    "that": ContentReader.that, "quote": ContentReader.quote, "colon": ContentReader.colon,
    "noun": ContentReader.noun, "preposition": ContentReader.noun, "before": ContentReader.before,
    "clause": ContentReader.clause, "antecedent": ContentReader.antecedent,
}  # fmt: skip
