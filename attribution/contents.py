"""What is reported: where the words begin and end, and whether they are direct, indirect or mixed.

Ranges are half-open offsets of the view.  A content ends where the reported words end: before a new cue, before a
trailing source, before what belongs to the reporting, else with its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.cues import Clause
from attribution.marks import Pair
from attribution.sentences import sentence_of
from attribution.tokens import Reading

Range = tuple[int, int]
_STOP = re.compile(r"[.?!]")
_TRIMMED_END = " \n.،؛,;:-–"
_TRIMMED_START = " \n،,:؛-–"
_NAME_HEADS = frozenset("oOxdDlu")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Content:
    """The ranges of a content, its kind, and the ranges in quotation marks inside it."""

    ranges: tuple[Range, ...]
    kind: str
    quoted: tuple[Range, ...]
    evidence: str


class ContentReader:
    """Reads the contents of one document's clauses."""

    def __init__(self, reading: Reading, starts: list[int], clauses: list[Clause], tails: set[int]) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]
        self.starts = starts
        self.tails = tails
        self.frames = reading.lexicon.frames
        self.cues = {clause.first: clause for clause in clauses}

    def read(self, clause: Clause) -> Content | None:
        """The content of a clause; None when nothing is left of it."""
        if clause.complement is None:
            return None
        ranges, direct = _KINDS[clause.complement.kind](self, clause)
        ranges = tuple(r for r in (self._trim(*r) for r in ranges) if r[0] < r[1])
        if not ranges:
            return None
        quoted = tuple(self._quoted(ranges))
        return Content(ranges, self._kind(ranges, direct), quoted, f"content:{clause.complement.kind}")

    # the constructions

    def that(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """قال إن …: the clause after the particle; direct when marks enclose all of it."""
        complement = clause.complement
        assert complement is not None
        start = complement.start
        while self.letters[start] in ",:y" and self.letters[start] != "y":
            start += 1
        end = self.clause_end(start, self._limit(clause))
        enclosed = self._enclosed(start, end)
        if enclosed:
            return (enclosed, *self._resumed(clause, enclosed)), True
        return ((self._from(start), self._to(end)),), False

    def quote(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """قال: "…" — the words inside the marks, and what is quoted on after the cue or in the next sentence."""
        complement = clause.complement
        assert complement is not None
        pair = self.reading.openers.get(complement.start)
        if pair is None:
            return self.that(clause)
        first = self._before(clause)
        return (*first, pair.inner, *self._resumed(clause, pair.inner)), True

    def colon(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """قال: … — a quotation, a clause after إن, or unmarked words up to the end of the sentence."""
        complement = clause.complement
        assert complement is not None
        start = complement.start
        while self.letters[start] in ":,":
            start += 1
        if self.letters[start] == "«" and self._closes_all(start, self._limit(clause)):
            return (self.reading.openers[start].inner, *self._resumed(clause, self.reading.openers[start].inner)), True
        inner = start
        while inner < start + 10 and self.letters[inner] in "pzMmWoOJjl0w,iI":
            inner += 1
        if self.letters[inner] == "Q" and self.letters[start] in "pz":
            start = inner  # قال: في ساعة مبكرة … إن
        if self.letters[start] in "qQ":
            end = self.clause_end(start + 1, self._limit(clause))
            return ((self._from(start + 1), self._to(end)),), False
        end = self.clause_end(start, self._limit(clause))
        return ((self._from(start), self._to(end)),), True

    def noun(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """أعلنت تمديد …, دعا إلى …: a noun phrase with its complements, without the writer's tail."""
        complement = clause.complement
        assert complement is not None
        start = complement.start
        if complement.kind == "preposition" and self.reading.glued(start):
            start -= 1
        end = self.phrase_end(start, self._limit(clause))
        enclosed = self._enclosed(complement.start, end)
        return ((enclosed or (self._from(start), self._to(end))),), bool(enclosed)

    def before(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """ "…"، قال الوزير: the quotation before the cue, and its continuation."""
        complement = clause.complement
        assert complement is not None
        first = self._before(clause)
        return (*first, *self._after_speaker(clause)), True

    def clause(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """بحسب الوزارة، فإن …; …، بحسب الوزارة: the clause that the phrase modifies, around it if need be."""
        first = clause.sentence[0]
        limit = self._limit(clause)
        complement = clause.complement
        assert complement is not None
        lead = clause.first - 1 if self.letters[clause.first - 1] == "&" else clause.first
        after = complement.start
        if lead <= first or self.letters[lead - 1] in "\n" or self._resumes(after):
            start = after
            while (
                start < limit
                and self.letters[start] in ",&qQ:z"
                and (self.letters[start] != "&" or self.letters[start + 1] in "qQ")
            ):
                start += 1
            stop = self.clause_end(start, limit)
            enclosed = self._enclosed(start, stop)
            return ((enclosed or (self._from(start), self._to(stop))),), bool(enclosed)
        inner = self._enclosing(clause.first)
        begin = self.reading.token_at[inner.start] + 1 if inner else first
        stop = clause.first - (self.words[clause.first - 1] == "كما")
        ranges = [(self._from(begin), self._to(stop))]
        enclosed = self._enclosed(begin, stop)
        if enclosed:
            return (enclosed,), True
        tail = after + 1 if self.letters[after] == "," else after
        if tail < limit and self._goes_on(tail, comma=tail != after):
            ranges.append((self._from(tail), self._to(self.clause_end(tail, limit))))
        return tuple(ranges), False

    def _resumes(self, i: int) -> bool:
        """… وبحسب الوزارة، فإن …: what is reported follows."""
        i += self.letters[i] == ","
        return self.letters[i] == "&" and self.letters[i + 1] in "qQ"

    def antecedent(self, clause: Clause) -> tuple[tuple[Range, ...], bool]:
        """الاتفاق الذي أعلنته الوزارة: the noun phrase before الذي."""
        complement = clause.complement
        assert complement is not None
        return ((self._from(complement.start), self._to(complement.at)),), False

    def _goes_on(self, i: int, comma: bool) -> bool:
        """Whether the clause itself continues after a source in its middle."""
        letter = self.letters[i]
        if letter in "&PVCcRr.,\n»)-(:eqQk":
            return False
        return letter in "iImMwWoOuUtTdDjJlxnp" and (comma or letter not in "p")

    # where contents end

    def clause_end(self, i: int, limit: int) -> int:
        """The token after a content clause that starts at ``i``."""
        i0 = i
        while i < limit:
            letter = self.letters[i]
            if letter == "«":
                i = self._closing(i)
            elif letter in ",;&PCzpcre" and i > i0 and self._breaks(i, limit):
                return i
            i += 1
        return limit

    def _breaks(self, i: int, limit: int) -> bool:
        """A new cue, a trailing source or the frame of the reporting begins at ``i`` (after a comma or و)."""
        j = i
        while j < limit and self.letters[j] in ",&;":
            j += 1
        joined = j > i
        word = self.words[j]
        if self.letters[i] == ";" and self.letters[j] == "c":
            return True  # …؛ حيث
        if joined and word in self.reading.lexicon.light and word.endswith("ا"):
            return True  # ، مقدما شكره
        if word in ("كما", "فيما", "بينما") and j + 1 in self.cues:
            return True
        if self.letters[j] == "e" and self._speaks_on(j + 1, limit):
            return True
        if joined and self._frame(j, i) == "any":
            return True
        if self.letters[j] == "p" and j + 1 in self.cues and self.cues[j + 1].word.form == "verbal_noun":
            return joined  # ، بقوله إن …
        if joined and self.letters[j] == "P" and word.endswith("ا"):
            return True
        if j in self.tails:
            return True
        cue = self.cues.get(j)
        if cue is None:
            return False
        if cue.word.form == "participle":
            return True
        if cue.word.form == "preposition":
            return self._trails(cue, limit)
        return joined and self.letters[j - 1] == "&" and cue.word.form in ("verb", "passive")

    def _speaks_on(self, j: int, limit: int) -> bool:
        """لكنه قال, غير أنه أكد: the adversative of a new report."""
        while j < limit and self.letters[j] in "qkNzg":
            j += 1
        subject = self.letters[j] in "nxlOT"  # إلا أن فلانا أكد
        return j in self.cues or (subject and any(k in self.cues for k in range(j, min(j + 4, limit))))

    def _frame(self, j: int, i: int) -> str:
        """How the frame that begins at ``j`` ends a content; its و may stand between ``i`` and ``j``."""
        frames = self.frames
        for start in (j, j - 1):
            if start >= i:
                found = frames.get((self._word(start), self.words[start + 1])) or frames.get((self._word(start),))
                if found:
                    return found
        if j > i and self.letters[j - 1] == "&":
            return frames.get(("و" + self.words[j],), "")
        return ""

    def _word(self, i: int) -> str:
        return self.words[i]

    def _trails(self, cue: Clause, limit: int) -> bool:
        after = cue.complement.start if cue.complement else cue.last
        return after >= limit or self.letters[after] in ".,\n»)&" or not self._goes_on(after, comma=False)

    def phrase_end(self, i: int, limit: int) -> int:
        """The token after a noun-phrase content: before the writer's tail (، وذلك …, ، حيث …, ، وهو …)."""
        i0 = i
        while i < limit:
            letter = self.letters[i]
            if letter == "«":
                i = self._closing(i)
            elif letter in ",;&PCzpcre" and i > i0 and (self._breaks(i, limit) or self._tail(i, limit)):
                return i
            i += 1
        return limit

    def _tail(self, i: int, limit: int) -> bool:
        if self.letters[i] == ",":
            follows = self.letters[i + 1 : i + 3]
            if follows[:1] in "crReV" or follows in ("&g", "&s", "&V", "&v", "&k", "&N", "&e", "&c"):
                return True
            return bool(self._frame(i + 1, i + 1))
        if self.letters[i] == "&":
            return self.letters[i + 1] in "Vvk"
        return self.letters[i] in "cr" and self.words[i] in ("بينما", "حيث", "فيما", "بعدما", "عندما", "مما")

    # quotations

    def _closing(self, i: int) -> int:
        pair = self.reading.openers.get(i)
        return self.reading.token_at.get(pair.end - 1, i) if pair and pair.closed else i

    def _enclosing(self, i: int) -> Pair | None:
        offset = self.reading.starts[i]
        found = None
        for pair in self.reading.pairs:
            if pair.start > offset:
                break
            if offset < pair.end and pair.closed:
                found = pair
        return found

    def _limit(self, clause: Clause) -> int:
        limit = clause.sentence[1]
        pair = self._enclosing(clause.first)
        if pair is None:
            return limit
        limit = min(limit, self.reading.token_at.get(pair.end - 1, limit))
        for stop in _STOP.finditer(self.letters, clause.last, limit):
            if self.letters[stop.start() + 1] != "." and self.letters[stop.start() - 1] != ".":
                return stop.start()  # a sentence inside the quotation
        return limit

    def _enclosed(self, start: int, end: int) -> Range | None:
        """The inside of a quotation that holds everything from ``start`` to ``end``, or None."""
        if self.letters[start] != "«":
            return None
        pair = self.reading.openers[start]
        if not pair.closed:
            return pair.inner
        close = self._closing(start)
        rest = self.letters[close + 1 : end].strip(".\n:")
        if rest[:2] in (",R", ",c", ",r") or not rest.strip(","):
            return pair.inner
        return None

    def _closes_all(self, start: int, limit: int) -> bool:
        close = self._closing(start)
        return self.letters[close + 1] in ".,\n&PVC?!-(" or close + 1 >= limit or close == start

    def _before(self, clause: Clause) -> tuple[Range, ...]:
        """The quotation that ends right before the cue."""
        found = clause.complement
        i = found.at if found and found.kind == "before" else clause.first - 1
        if (i >= 0 and self.letters[i] in ",k") or (self.letters[i] == "c" and self.words[i] == "هكذا"):
            i -= 1
        if i < 0 or self.letters[i] != "»":
            return ()
        close = self.reading.starts[i]
        return tuple(p.inner for p in self.reading.pairs if p.closed and p.end - 1 == close)[:1]

    def _after_speaker(self, clause: Clause) -> tuple[Range, ...]:
        i = clause.subject.last if clause.subject else clause.last
        while i < clause.sentence[1] and self.letters[i] in ",:zy":
            i += 1
        pair = self.reading.openers.get(i)
        return (pair.inner,) if pair else ()

    def _resumed(self, clause: Clause, last: Range) -> Iterator[Range]:
        """The quotation goes on in the next sentence in new marks with no cue of its own."""
        token = self.reading.token_at.get(last[1])
        if token is None:
            return
        start, end = sentence_of(self.starts, token)
        while end < len(self.reading.letters):
            start, end = sentence_of(self.starts, end)
            pair = self.reading.openers.get(start)
            if pair is None or not self._alone(start, end):
                return
            yield pair.inner

    def _alone(self, start: int, end: int) -> bool:
        close = self._closing(start)
        rest = self.letters[close + 1 : end].strip('.,\n?!»"')
        return (
            close > start
            and not rest
            and not any(k in self.cues for k in range(close, min(end + 3, len(self.letters))))
        )

    def _quoted(self, ranges: tuple[Range, ...]) -> Iterator[Range]:
        for start, end in ranges:
            for pair in self.reading.pairs:
                if pair.start >= end:
                    break
                if (
                    pair.start <= start and end <= pair.end and pair.inner == (start, end)
                ) or start <= pair.start < pair.end <= end:
                    yield pair.inner

    def _kind(self, ranges: tuple[Range, ...], direct: bool) -> str:
        if direct:
            return "direct"
        return "mixed" if any(self._own_words(pair) for pair in self._inside(ranges)) else "indirect"

    def _inside(self, ranges: tuple[Range, ...]) -> Iterator[Pair]:
        for start, end in ranges:
            yield from (p for p in self.reading.pairs if start <= p.start < p.end <= end + 1)

    def _own_words(self, pair: Pair) -> bool:
        """Marked words that are the speaker's, not a quoted name."""
        token = self.reading.token_at.get(pair.start)
        if token is None:
            return False
        close = self._closing(token)
        inside = self.letters[token + 1 : close]
        if any(letter in "vVNqQR" for letter in inside) or len(inside) > _LONGEST_NAME:
            return True
        return not (self.letters[token - 1] in _NAME_HEADS or all(letter in "xnwWAl0jJ-" for letter in inside))

    # offsets

    def _from(self, token: int) -> int:
        return self.reading.starts[token] if token < len(self.reading.starts) else len(self.reading.view.bare)

    def _to(self, token: int) -> int:
        return self.reading.ends[token - 1] if token > 0 else 0

    def _trim(self, start: int, end: int) -> Range:
        bare = self.reading.view.bare
        while start < end and bare[start] in _TRIMMED_START:
            start += 1
        while end > start and bare[end - 1] in _TRIMMED_END:
            end -= 1
        return start, end


_KINDS = {
    "that": ContentReader.that, "quote": ContentReader.quote, "colon": ContentReader.colon,
    "noun": ContentReader.noun, "preposition": ContentReader.noun, "before": ContentReader.before,
    "clause": ContentReader.clause, "antecedent": ContentReader.antecedent,
}  # fmt: skip
