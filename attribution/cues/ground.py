"""What every reader of cues stands on: one document's words and classes, and the steps to move about in them."""

from __future__ import annotations

from attribution.cues.clause import Clause
from attribution.lexicon.words import cue_readings
from attribution.mentions import Mention
from attribution.nouns import NounPhrases
from attribution.tokens import Reading

_LONGEST_TITLE = 6  # tokens of the name of a place, a body
_LONGEST_WORK = 10  # tokens of the name of a work behind its kind: كتاب "…"
_EARLY = frozenset("مبكرة متاخرة متاخر مبكر لاحق سابق واحد واحدة".split())  # في ساعة متأخرة
_SKIPPED = frozenset("zy,")
_NOMINAL = frozenset("dDoOxtTuUwWMJljnS»0")


class Ground:
    """The words and classes of one document, and what its readers share."""

    def __init__(self, reading: Reading, starts: list[int]) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]
        self.starts = starts
        self.nouns = NounPhrases(reading)
        self.bare: dict[int, Clause] = {}  # verbs of saying without a complement of their own: they lend their subject
        self.tails: set[int] = set()  # where "in his own words" begins: على حد قوله، وفق تعبيره
        self.taken = -1  # tokens up to here belong to a cue already read

    def _opens(self, i: int, first: int) -> bool:
        """Whether token ``i`` opens its sentence or, after a comma, its clause; و، كما and فيما aside."""
        while i > first and self.letters[i - 1] in "&rc\n-":
            i -= 1
        before = self.letters[i - 1]
        return i == first or before == ":" or (self.letters[i] in "&rc-" and before in ",)")

    def _lookalike(self, i: int, first: int) -> bool:
        """Whether the word at ``i`` is rather another of the same letters here; ``first`` begins the sentence."""
        context = self.reading.lexicon.lookalikes.get(self.words[i])
        if context is None:
            return False
        if context == "led":
            return self.letters[i - 1 : i] not in tuple(_NOMINAL)
        if context == "that":
            return self.letters[i + 1] not in "qQ"
        if context == "b":
            return self.words[i - 1] == "ب"
        if context == "hamza":
            return self.reading.spelt(i) == self.words[i]
        opens = self._opens(i, first)
        return context in ("always", "noun") or (context == ("initial" if opens else "inner"))

    def _limit(self, clause: Clause) -> int:
        """The end of the sentence, or of the quotation in which the cue stands."""
        limit = clause.sentence[1]
        close = self._enclosing_close(clause.first)
        return min(limit, close) if close else limit

    def _enclosing_close(self, i: int) -> int:
        pair = self.reading.pairs.outermost(self.reading.starts[i])
        return self.reading.token_at[pair.end - 1] if pair else 0

    def _skip(self, i: int, limit: int) -> int:
        """Over adverbs, times, dates, pronouns with their preposition, and the commas between them."""
        while i < limit:
            timed = self.letters[i - 1] == "z" and (self.letters[i] in "JW0/" or self.words[i] in _EARLY)
            dated = not timed and self.words[i] == "في" and self._date(i)
            if not timed and not dated and self.letters[i] not in _SKIPPED:
                break
            i += dated or 1
        return i

    def _date(self, i: int) -> int:
        """في الـ9 من الشهر المقبل: how many tokens a date of day and month takes, from the preposition on."""
        day = i + 1 + (self.words[i + 1] == "ال")
        month = day + 1 + (self.words[day + 1] == "من")
        return month - i if self.letters[day] == "0" and self.letters[month] == "z" else 0

    def _comma(self, i: int, limit: int) -> int:
        while i < limit and self.letters[i] not in ",\n.":
            i += 1
        return i

    def _closing(self, i: int) -> int:
        pair = self.reading.openers[i]
        return self.reading.token_at.get(pair.end - 1, i) if pair.closed else i

    def _holds_name(self, i: int) -> bool:
        """Marks behind the noun of a thing with a name (أغنية «الفجر», برنامج "لقاء") or, after a preposition, around
        a body (في "مجلس المدينة"): no speech."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        if not 0 < len(inside) <= _LONGEST_WORK or any(letter in "gNqQ" for letter in inside):
            return False
        head = i - 1
        while self.letters[head] in "Jj" and head > i - 3:
            head -= 1
        word = self.words[head].removeprefix("ال")
        if word in self.reading.lexicon.titled and self.letters[close + 1] not in ":":
            return True
        body = len(inside) <= _LONGEST_TITLE and inside[0] in "ox" and not any(letter in "vVqQNRk" for letter in inside)
        return body and self.letters[i - 1] == "p" and self.words[i - 1] != "ب"

    def _past_bracket(self, i: int, limit: int) -> int:
        close = self.letters.find(")", i, limit)
        return close if 0 < close < i + 20 else i

    def _head(self, mention: Mention) -> str:
        """The class of the first word of a mention, the ل of لل aside."""
        first = mention.span[0]
        return self.letters[first + 1] if self.letters[first] == "p" else self.letters[first]

    def _owned(self, i: int) -> bool:
        """قوله، وصفها، تعبيرهم"""
        return any(word.enclitic for word in cue_readings(self.reading.lexicon, self.words[i]))

    def _agrees(self, clause: Clause, mention: Mention) -> bool:
        return not mention.gender or not clause.word.gender or mention.gender == clause.word.gender

    def _preceded(self, clause: Clause) -> bool:
        """فاعل + فعل: the subject stands before the verb, and what follows is its object."""
        first = clause.first
        while first > clause.sentence[0] and self.letters[first - 1] in "kNz":
            first -= 1
        start = max([self.letters.rfind(mark, clause.sentence[0], first) for mark in "qQ,:«"]) + 1 or clause.sentence[0]
        while start < first and self.letters[start] in "&ke\n":
            start += 1
        if start >= first or self.letters[start] in "«mjJPzp":
            return False
        mention = self.nouns.within(start, first)
        return mention is not None and mention.last == first and self._agrees(clause, mention)
