"""Prepositional cues: بحسب فلان, وفقا ل…, حسبما أعلنت الوزارة."""

from __future__ import annotations

from attribution.cues.clause import PLACED, RELAYING, Clause, Complement
from attribution.cues.subjects import Subjects
from attribution.lexicon.words import cue_readings, enclitic_splits
from attribution.mentions import Mention

_LAWS = frozenset("قانون قوانين دستور لائحة لوائح نظام انظمة تعليمات احكام".split())
# what one acts by, rather than what one quotes: وفق الخطة, حسب رؤيتنا, وفقا للبرنامج الزمني
_MEASURES = frozenset(
    "جدول جدولة خطة خطط الية اليات رؤية رؤى رؤيا خوارزمية خوارزميات معيار معايير مبدا مبادئ قرار قرارات اتفاقية "
    "اتفاقيات معاهدة استراتيجية استراتيجيات تقييم مؤشرين وضعية وضعيات وضع ظروف حاجة حجم موعد مواعيد شروط "
    "ضوابط طريقة منهج نهج اولويات رغبة تصنيف ترتيب مذهب شريعة مواصفات قواعد بنود نسبة عمر".split()
)
_RELAY = "نقلا عن"
_NOUN_START = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")


class Prepositional(Subjects):
    """Reads prepositional phrases that name a source."""

    def preposition(self, clause: Clause) -> Clause | None:
        """بحسب الوزارة، فإن … ; …، وفق ما أعلنت الوزارة"""
        limit = self._limit(clause)
        i, first = clause.last, clause.sentence[0]
        if (self.letters[i] in "SI" and self._owned(i)) or "self" in clause.word.takes:
            return self._own_source(clause, i)
        if "li" in clause.word.takes:
            if self.letters[i] == "y" and self.words[i][0] == "ل":
                return self._pronoun_source(clause, i + 1, self.words[i][1:])  # وفقا له
            if self.letters[i] != "p" or self.words[i] != "ل":
                return None
            i += 1
        if clause.word.lemma == _RELAY:
            return self._relay(clause, limit)
        if clause.word.enclitic or ("initial" in clause.word.takes and not self._opens(clause.first, first)):
            return None
        if self.letters[i] == "r" or (self.letters[i] == "V" and clause.word.takes == {"clause"}):
            return self._reported_source(clause, i, limit)
        comma = self._comma(i, limit)
        i += self.letters[i] == "S" and self.letters[i + 1] in _NOUN_START  # بحسب تصريحات الوزير
        subject = self.nouns.at(i, comma) or self._quoted_name(i, limit)
        if subject is None:
            return None
        if subject.last == comma:
            subject = self._apposed(subject, limit)
        if self._measures(subject) or (self._head(subject) in "mMiIS" and subject.type != "person"):
            return None  # وفقا للقانون: a thing that does not speak
        last = clause.last + (self.words[clause.last] == "ل")
        return clause._replace(last=last, subject=subject, complement=Complement("clause", subject.last, subject.last))

    def _measures(self, subject: Mention) -> bool:
        """وفقا للقانون, حسب رؤيتنا: what one acts by does not speak."""
        head = subject.first + (self.letters[subject.first] == "s")
        word = self.words[head]
        bare = word.removeprefix("لل") if word.startswith("لل") else word.removeprefix("ال")
        owned = (stem for stem, _ in enclitic_splits(word)) if word.endswith(("ي", "نا", "ه", "ها", "هم")) else ()
        planned = bare == "برنامج" and word != bare
        return planned or bare in _LAWS or any(stem in _MEASURES for stem in (bare, *owned))

    def _own_source(self, clause: Clause, i: int) -> Clause | None:
        """وحسب قوله، فإن …: a source of its own where it opens the sentence; …، على حد قوله: only the tail of one."""
        phrase = " ".join(self.words[clause.first : i]) + " " + self._said_stem(i)
        first = clause.first - (self.letters[clause.first - 1] == "&")
        told = any(letter in "VPS" for letter in self.letters[clause.sentence[0] : clause.first])
        if (first > clause.sentence[0] and told) or phrase not in self.reading.lexicon.cues:
            self.tails.add(clause.first)
            return None
        self.taken = i
        return self._pronoun_source(clause, i + 1, self.words[i].removeprefix(self._said_stem(i)))

    def _pronoun_source(self, clause: Clause, last: int, enclitic: str) -> Clause:
        """وفقا له، فإن …: the cue ends before its pronoun, which names nobody."""
        word = clause.word._replace(enclitic=enclitic)
        return clause._replace(last=last, word=word, complement=Complement("clause", last, last))

    def _relay(self, clause: Clause, limit: int) -> Clause | None:
        """ذكرت الصحيفة نقلا عن فلان أن …: the cue is the relay, the subject of the verb before it hands it on."""
        source = None if clause.word.enclitic else self.nouns.at(clause.last, limit)
        if source is None and not clause.word.enclitic:
            return None
        after = source.last if source else clause.last
        if self._opens(clause.first, clause.sentence[0]) and self.letters[after : after + 2] == ",V":
            return None  # ونقلا عن فلان، ذكرت الصحيفة أن …: the verb reports
        clause = clause._replace(subject=source, complement=Complement("clause", after, after))
        first = clause.sentence[0]
        teller = next((self.bare[k] for k in range(clause.first - 1, first - 1, -1) if k in self.bare), None)
        complement = self._complement(teller, after, limit) if teller else None
        return clause._replace(via=teller.subject, complement=complement) if teller and complement else clause

    def _said_stem(self, i: int) -> str:
        """قولها → قول"""
        readings = cue_readings(self.reading.lexicon, self.words[i])
        return next((self.words[i].removesuffix(word.enclitic) for word in readings if word.enclitic), "")

    def _reported_source(self, clause: Clause, i: int, limit: int) -> Clause | None:
        """وفق ما أعلنت الوزارة: one attribution; the verb only names who says it."""
        verb = i + (self.letters[i] == "r")
        while verb < limit and self.letters[verb] in "ky":
            verb += 1
        readings = [
            word for word in cue_readings(self.reading.lexicon, self.words[verb]) if word.form in ("verb", "passive")
        ]
        if self.letters[verb] != "V" or not readings:
            return None
        start = self._skip(verb + 1, limit)
        if readings[0].lemma in PLACED and self.letters[start] == "p":
            start += 1
        end = self._comma(start, limit)
        subject = self.nouns.within(start, end)
        if subject is not None and subject.last == end:
            subject = self._apposed(subject, limit)
        via, after = None, subject.last if subject else verb + 1
        if readings[0].lemma in RELAYING:
            source, end = self._relayed(after, limit)
            if source is not None:
                subject, via, after = source, subject, end
        if subject is None and any(letter in "VP" for letter in self.letters[clause.sentence[0] : clause.first]):
            self.tails.add(clause.first)  # وفقا لما كتبه: said already, by the same speaker
            self.taken = verb
            return None
        self.taken = verb
        last = clause.last + (self.words[clause.last] == "ل")
        return clause._replace(last=last, subject=subject, via=via, complement=Complement("clause", after, after),
                       evidence=("cue:reported-source",))  # fmt: skip

    def _apposed(self, found: Mention, limit: int) -> Mention:
        """نقلا عن نائب الوزير، فلان، …; بحسب فلان، محامي الأسرة.: the name, or the title, between commas behind it."""
        if found.type not in ("role", "person"):
            return found
        whole = self.nouns.at(found.first, limit)
        if whole is None or whole.type != "person":
            return found
        titled = whole.span == found.span and self.letters[whole.last] in ",.\n»"  # not بحسب فلان، وزير النقل استقال
        return whole if found.type == "role" or titled else found
