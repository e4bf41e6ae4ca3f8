"""Words that signal a report, each with the construction that makes it one.

A word of saying counts only with its complement: a clause after أن / إن, a quotation, a colon, its own preposition or,
for the verbs that take one, a noun phrase.  `find_clauses` gives each cue with its subject as it stands after it and
the place where the complement begins; look-alikes end here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from attribution.lexicon.tables import CueReading, Lexicon
from attribution.lexicon.words import cue_readings
from attribution.mentions import Mention
from attribution.nouns import NounPhrases
from attribution.sentences import sentence_of
from attribution.tokens import Reading


@dataclass(frozen=True, slots=True)
class Complement:
    """What makes the word a report: its ``kind`` (that, quote, colon, preposition, noun, before, clause), the token
    ``at`` which it is marked and the token where the reported words ``start``."""

    kind: str
    at: int
    start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue (tokens ``first`` up to ``last``), its reading, the noun phrases around it, and its complement."""

    first: int
    last: int
    word: CueReading
    sentence: tuple[int, int]
    subject: Mention | None = None
    object: Mention | None = None
    via: Mention | None = None
    complement: Complement | None = None
    polarity: str = "asserted"
    evidence: tuple[str, ...] = ()


_PREPOSITIONS = {
    "b": "ب", "ala": "على علي", "an": "عن", "ila": "الى الي", "min": "من", "li": "ل", "fi": "في فى",
    "hawla": "حول بشان ازاء",
}  # fmt: skip
_PREPOSITION_WORDS = {code: frozenset(words.split()) for code, words in _PREPOSITIONS.items()}
_LIGHT = frozenset(("ب", "ل", "في", "من"))
_NOUN_START = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
_SKIPPED = frozenset("zy,")
# أن after these belongs to an adverbial clause: بعد أن، قبل أن، دون أن
_ADVERBIAL = frozenset(
    [
        "بعد",
        "قبل",
        "دون",
        "منذ",
        "رغم",
        "حتى",
        "غير",
        "الا",
        "بيد",
        "مع",
        "لولا",
        "خشية",
        "شرط",
        "بدون",
        "فور",
        "بمجرد",
        "بعيد",
        "قبيل",
        "حيث",
    ]
)


class ClauseFinder:
    """Finds the clauses of saying of one document."""

    def __init__(self, reading: Reading, starts: list[int]) -> None:
        self.reading = reading
        self.letters = reading.letters + "\n\n"
        self.words = [*reading.words, "", ""]
        self.starts = starts
        self.nouns = NounPhrases(reading)
        self.bare: dict[int, Clause] = {}  # verbs of saying without a complement of their own: they lend their subject
        self.tails: set[int] = set()  # where "in his own words" begins: على حد قوله، وفق تعبيره
        self.taken = -1  # tokens up to here belong to a cue already read
        self.phrases = _phrases(reading.lexicon)

    def find(self) -> list[Clause]:
        """Every clause of saying, in order of the cues."""
        found = []
        cues = self.reading.lexicon.cues
        for i, letter in enumerate(self.reading.letters):
            if i <= self.taken:
                continue
            word = self.words[i]
            if letter in "VPSC" or word in cues or word in self.phrases:
                clause = self._read(i)
            elif letter == ":":
                clause = self.colon_alone(i)
            elif letter == "Q":
                clause = self.particle_alone(i)
            else:
                continue
            if clause is not None:
                found.append(clause)
        return self._without_frames(found)

    def _without_frames(self, found: list[Clause]) -> list[Clause]:
        """أكد فلان في تصريح أن …: the noun only frames the verb whose complement it would share."""
        marked = {c.complement.at for c in found if c.complement and c.word.form != "verbal_noun"}
        return [
            c
            for c in found
            if c.word.form != "verbal_noun" or c.word.enclitic or not c.complement or c.complement.at not in marked
        ]

    def _read(self, i: int) -> Clause | None:
        sentence = sentence_of(self.starts, i)
        if self._lookalike(i, sentence[0]):
            return None
        for last, word in self._readings(i):
            reader = _FORM_READERS.get(word.form)
            clause = reader(self, Clause(i, last, word, sentence)) if reader else None
            if clause is not None and (self.letters[i] in "VPSC" or self._beyond_doubt(clause)):
                return clause
        return None

    def _lookalike(self, i: int, first: int) -> bool:
        context = self.reading.lexicon.lookalikes.get(self.words[i])
        return context in ("always", "noun") or (context == "initial" and self._opens(i, first))

    def _opens(self, i: int, first: int) -> bool:
        """Whether token ``i`` opens its sentence or, after a comma, its clause; و، كما and فيما aside."""
        while i > first and self.letters[i - 1] in "&rc\n-":
            i -= 1
        return i == first or (self.letters[i] in "&rc" and self.letters[i - 1] == ",")

    def _beyond_doubt(self, clause: Clause) -> bool:
        """A word with a commoner other class (بين، عبر) is a cue where it opens a sentence, or right before أن."""
        after = clause.subject.last if clause.subject else clause.last
        complement = clause.complement
        if complement is None:
            return False
        opens = self._opens(clause.first, clause.sentence[0]) and complement.kind in (
            "that",
            "preposition",
            "colon",
        )
        return opens or (
            complement.kind in ("that", "clause") and complement.at <= after and self.letters[clause.first] != "p"
        )

    def _readings(self, i: int) -> Iterator[tuple[int, CueReading]]:
        """The ways to read a cue at ``i``, with the token after it: phrases (على حد قول) before single words."""
        for phrase in self.phrases.get(self.words[i], ()):
            last = i + len(phrase)
            if tuple(self.words[i : last - 1]) == phrase[:-1] and self.words[last - 1] == phrase[-1]:
                yield from ((last, word) for word in self.reading.lexicon.cues[" ".join(phrase)])
        yield from ((i + 1, word) for word in cue_readings(self.reading.lexicon, self.words[i]))

    # finite verbs

    def verb(self, clause: Clause) -> Clause | None:
        """فعل + فاعل + مفعول: قال الوزير إن …, أعلنت الوزارة تمديد …"""
        polarity = self._polarity(clause)
        if self._no_verb(clause.first):
            return None
        if polarity == "unreal" or (clause.word.enclitic and not clause.word.takes & {"obj", "object2", "np"}):
            return None
        clause = replace(clause, polarity=polarity)
        limit = self._limit(clause)
        i = self._skip(clause.last, limit)
        subject, obj, after = self._subject_and_object(clause, i, limit)
        if clause.word.lemma in _PLACED and subject is None and self.words[i] in ("في", "فى", "ب"):
            subject, after = self._bearer(i + 1, limit)
        if self._considered(clause, subject, i):
            return None
        spoken = self._tongue(after, limit)
        if spoken is not None:
            subject, after = spoken, spoken.last
        relays = clause.word.lemma in _RELAYING
        if relays:
            obj, after = self._relayed(after, limit)
            if obj is None:
                return None
        complement = self._quoted_before(clause, after) or self._backward(clause, after)
        if complement is not None and self._looks_back(clause):
            pass
        elif "weak" in clause.word.takes and not relays:
            complement = self._close_complement(clause, after, limit) or self._quoted_before(clause, after)
        elif not (relays and self.letters[self._skip(after, limit)] == "S"):
            named = replace(clause, subject=subject)
            complement = self._complement(named, after, limit) or self._quoted_before(clause, after)
        if complement is not None and complement.kind == "noun" and clause.word.form == "passive":
            return None
        if complement is not None and clause.word.lemma in _PLACED and not self._placed(subject, after, complement):
            complement = None
        complement = complement or self._backward(clause, after)
        clause = replace(clause, subject=subject, object=obj, complement=complement)
        if complement is None:
            self.bare[clause.first] = clause
            return None
        return clause

    def _looks_back(self, clause: Clause) -> bool:
        """هذا ما قاله فلان; الذي أعلنته الوزارة: what is said stands before the verb."""
        i = clause.first - 1
        pointed = i > 0 and self.words[i] == "ما" and self.letters[i - 1] == "s"
        takes = clause.word.takes
        told = "np" in takes and "object2" not in takes and bool(clause.word.enclitic)
        return pointed or (self.letters[i] == "R" and told)

    def _placed(self, subject: Mention | None, after: int, complement: Complement) -> bool:
        """جاء في البيان أن …, وجاء ذلك: it is said only where the document, or nothing, stands between."""
        between = self.letters[after : complement.at]
        return complement.kind in ("before", "clause") or not any(letter in "VvP" for letter in between)

    def _no_verb(self, i: int) -> bool:
        """بعد كشف البلدية عن …: a noun behind its preposition; فيما ودعت: the و is the verb's own."""
        before = self.letters[i - 1] if i else ""
        if before == "p":
            return self.words[i - 1] not in ("ل", "حتى", "منذ", "مثل", "من")
        return before == "&" and self.reading.glued(i) and i > 1 and self.letters[i - 2] in "rkN"

    def _backward(self, clause: Clause, after: int) -> Complement | None:
        """What is reported stands before: …، كما قال فلان; الاتفاق الذي أعلنته الوزارة."""
        i = clause.first - 1
        if i <= clause.sentence[0] or "weak" in clause.word.takes:
            return None
        if self.words[i] == "كما" and self.letters[i - 1] == "," and not clause.word.enclitic:
            return Complement("clause", after, after)
        if self.words[i] == "ما" and self.words[i - 1] == "على" and self.letters[i - 2] in ",»":
            return Complement("clause", after, after)  # …، على ما ذكرت مصادر
        if self.letters[i] == "R" and clause.word.enclitic in ("ه", "ها") and clause.word.takes & {"np", "an"}:
            return self._antecedent(i, clause.sentence[0])
        return None

    def _antecedent(self, i: int, first: int) -> Complement | None:
        stop = i - 1 if self.letters[i - 1] == "," else i
        for start in range(max(first, stop - 14), stop):
            if self.letters[start - 1] in ",&pVvqQckKe\n.«»:zPR" or start == first:
                end = self.nouns.phrase_end(start, stop, "o")
                if end == stop and self.letters[start] in "tTnwWoOxluUdDmMiIS":
                    return Complement("antecedent", stop, start)
        return None

    def _tongue(self, i: int, limit: int) -> Mention | None:
        """أعلنت الحركة على لسان فلان …: who speaks for the subject."""
        for k in range(i, min(i + 4, limit - 2)):
            if self.words[k] == "على" and self.words[k + 1] == "لسان":
                self.taken = k + 1
                return self.nouns.at(k + 2, limit)
        return None

    def _bearer(self, i: int, limit: int) -> tuple[Mention | None, int]:
        """جاء في بيان للوزارة أن: the document says it, or whoever it is by."""
        found = self.nouns.at(i, limit)
        if found is None or found.type != "document":
            return found, found.last if found else i
        for k in range(found.first + 1, min(limit, found.last + 4)):
            by = self.letters[k] == "p" and self.words[k] in ("ل", "عن")
            author = self.nouns.at(k + 1, limit) if by else self.nouns.at(k, limit) if self.letters[k] in "ox" else None
            if author is not None and author.type == "organization":
                return author, max(author.last, found.last)
        return found, found.last

    def _subject_and_object(self, clause: Clause, i: int, limit: int) -> tuple[Mention | None, Mention | None, int]:
        """فعل + فاعل + مفعول به: who says, whom it is said of or to, and the token after them."""
        takes = clause.word.takes
        marked = self._marked(takes, _prepositions(takes), i, limit)
        end = marked.at if marked else limit
        if not self._may_be_subject(clause, i):
            return None, None, i
        if self._pronoun_subject(clause.first):
            obj = self.nouns.at(i, end) if "obj" in takes and not clause.word.enclitic else None
            return None, obj, obj.last if obj else i
        if takes & {"obj", "np"} and self._preceded(clause):
            obj = self.nouns.at(i, end) if "obj" in takes else None
            return None, obj, obj.last if obj else i
        if clause.word.lemma in _RELAYING:
            end = next((k for k in range(i, end) if self.letters[k] == "p" and self.words[k] == "عن"), end)
        single = marked is not None and "obj" not in takes and not ("np" in takes and self._object_before(i, end))
        subject = self._quoted_name(i, limit) or self.nouns.at(i, end, bounded=single)
        obj = None
        after = subject.last if subject else i
        if "obj" in takes and not clause.word.enclitic and subject is not None:
            if self._oblique(i):
                return None, subject, subject.last  # دعا المواطنين إلى …
            j = self._past_circumstances(after, end, _prepositions(takes))
            obj = (
                self.nouns.at(j, end, bounded=marked is not None) if self.letters[j] not in "iS«" and j < end else None
            )
            clausal = self.letters[j] == "r"  # وصف فلان ما حدث بـ…
            opens = self._opens(clause.first, clause.sentence[0]) and self._agrees(clause, subject)
            if obj is None and "target" in takes and not clausal and not opens:
                subject, obj = None, subject  # اتهم روسيا بأنها …: the one noun phrase is whom it is said of
            elif obj is None and not clausal and subject.type == "unnamed" and self.letters[i] in "mMW":
                subject, obj = None, subject  # a thing is what is described, not who describes
            after = obj.last if obj else after
        return subject, obj, after

    def _quoted_name(self, i: int, end: int) -> Mention | None:
        """أكد "فلان" أن …: scare quotes around a name."""
        if i >= end or self.letters[i] != "«":
            return None
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        named = 0 < len(inside) <= 3 and set(inside) <= set("nBWwJ") and self.letters[close + 1] in "pqQz,:"
        if not named or (inside[0] in "wJ" and len(inside) > 1):
            return None
        return Mention("person", i, close + 1, (i + 1, close), (), "", "sg")

    def _pronoun_subject(self, i: int) -> bool:
        """أنه أبلغ المجلس بأن …, وهو يقول …: the subject is a pronoun, what follows the verb is not."""
        while i > 0 and self.letters[i - 1] in "kNz":
            i -= 1
        before, word = self.letters[i - 1 : i] if i else "", self.words[i - 1] if i else ""
        return before == "g" or (before in ("q", "Q", "e") and word.endswith(_PRONOUNS))

    def _oblique(self, i: int) -> bool:
        """The sound masculine plural in ين cannot be a subject."""
        plural = self.letters[i] in "WM" or self.words[i][2:] in self.reading.lexicon.plurals
        return plural and self.words[i].startswith("ال") and self.words[i].endswith("ين") and self.letters[i] in "UTWM"

    def _preceded(self, clause: Clause) -> bool:
        """فاعل + فعل: the subject stands before the verb, and what follows is its object."""
        first = clause.first
        while first > clause.sentence[0] and self.letters[first - 1] in "kNz":
            first -= 1
        start = max(
            (k + 1 for k in range(clause.sentence[0], first) if self.letters[k] in "qQ,:«"), default=clause.sentence[0]
        )
        while start < first and self.letters[start] in "&ke\n":
            start += 1
        if start >= first or self.letters[start] in "«mjJPzp":
            return False
        mention = self.nouns.within(start, first)
        return mention is not None and mention.last == first and self._agrees(clause, mention)

    def _agrees(self, clause: Clause, mention: Mention) -> bool:
        return not mention.gender or not clause.word.gender or mention.gender == clause.word.gender

    def _object_before(self, i: int, end: int) -> bool:
        """Whether an event noun, the likely object, stands between the verb and its mark: أعلن فلان انسحابه من …"""
        return any(
            letter in "iS" and self.letters[k - 1] not in "p&toumdiS" for k, letter in enumerate(self.letters[i:end], i)
        )

    def _considered(self, clause: Clause, subject: Mention | None, i: int) -> bool:
        """تعتبر هذه الخطوة الأولى: nobody considers, the thing is considered."""
        speaks = (
            subject is not None and subject.type in ("person", "role", "organization") and self.letters[i] not in "WM"
        )
        unclaimed = not speaks and not clause.word.enclitic and self.letters[i] not in "qQ«:"
        return "object2" in clause.word.takes and clause.word.tense == "present" and unclaimed

    def _relayed(self, i: int, limit: int) -> tuple[Mention | None, int]:
        """نقلت الوكالة عن فلان: whom the relay quotes."""
        for k in range(i, min(limit, i + 12)):
            if self.letters[k] == "p" and self.words[k] == "عن":
                end = next((m for m in range(k + 1, limit) if self._marks_end(m)), limit)
                mention = self.nouns.at(k + 1, end) or self.nouns.at(k + 1, limit)
                return mention, mention.last if mention else i
        return None, i

    def _marks_end(self, m: int) -> bool:
        return self.letters[m] in "qQ:S," or (self.letters[m] == "«" and self.letters[m - 1] != "p")

    def _quoted_before(self, clause: Clause, after: int) -> Complement | None:
        """ "…"، قال فلان: the quotation right before the cue."""
        i = clause.first - 1
        if i > 0 and self.words[i] == "ما" and self.letters[i - 1] == "s":
            i -= 2  # "…" هذا ما قاله فلان
        elif i > 0 and self.words[i] == "كما" and self.letters[clause.sentence[0]] == "«":
            i -= 1  # "…" كما أضاف فلان
        if i >= 0 and self.letters[i] in ",":
            i -= 1
        if "quote" in clause.word.takes and i >= 0 and self.letters[i] == "»":
            return Complement("before", i, after)
        return None

    def _polarity(self, clause: Clause) -> str:
        """asserted, denied, negated (لم تعلن), or unreal (سوف يعلن، لن يعلن، قد يعلن، أن يعلن)."""
        i = clause.first - 1
        before, word = self.letters[i : i + 1] if i >= 0 else "", self.words[i] if i >= 0 else ""
        present = clause.word.tense.endswith("present")
        if before == "N" and word in ("لم", "ما", "لما", "لا", "ليس"):
            return "negated"
        if before in ("N", "F"):
            return "unreal" if present else "asserted"
        if present and before == "k" and word in ("قد",):
            return "unreal"
        if present and before == "q" and len(word) <= len("بان") and self.words[i - 1] not in ("قبل", "بعد"):
            return "unreal"
        return clause.word.polarity

    def _limit(self, clause: Clause) -> int:
        """The end of the sentence, or of the quotation in which the cue stands."""
        limit = clause.sentence[1]
        close = self._enclosing_close(clause.first)
        return min(limit, close) if close else limit

    def _enclosing_close(self, i: int) -> int:
        offset = self.reading.starts[i]
        for pair in self.reading.pairs:
            if pair.start > offset:
                break
            if pair.start < offset < pair.end and pair.closed:
                token = self.reading.token_at.get(pair.end - 1, 0)
                if token:
                    inner = token
                    return inner
        return 0

    def _skip(self, i: int, limit: int) -> int:
        """Over adverbs, times, pronouns with their preposition, and the commas between them."""
        while i < limit and (self.letters[i] in _SKIPPED or (self.letters[i] in "JW" and self.letters[i - 1] == "z")):
            i += 1
        return i

    def _past_circumstances(self, i: int, limit: int, prepositions: frozenset[str]) -> int:
        """Over the times, places and means between the subject and the noun phrase reported: في تصريح، عبر حسابه …"""
        while True:
            i = self._skip(i, limit)
            i += self.nouns.apposed_participle(i)  # الشركة المختصة | بأمن …
            if i + 1 >= limit or self.letters[i] != "p" or self.words[i] in prepositions:
                return i
            stop = self.nouns.phrase_end(i + 1, limit, "p")
            if stop <= i + 1 or self.letters[i + 1] in "qQVv":
                return i
            i = stop
            if self.letters[i] in "vVI" and "," in self.letters[i:limit]:
                i = self._comma(i, limit)  # في بيان أصدرته أمس، …

    def _may_be_subject(self, clause: Clause, i: int) -> bool:
        if clause.word.person in ("1", "2") or (clause.word.number == "pl" and clause.word.person == "3"):
            return False
        return self.letters[i] not in "iSqQpyPVvN" and not (
            self.letters[i] == "I" and not self.words[i].startswith("ال")
        )

    # complements

    def _close_complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        """Of a word with other senses (أضاف، كتب): only what follows it at once, circumstances aside."""
        found = self._marked(clause.word.takes, _prepositions(clause.word.takes), after, limit)
        if found is None or found.kind == "preposition" or not self._only_circumstances(after, found.at):
            return None
        return found if found.kind != "quote" or found.at == self._skip(after, limit) else None

    def _complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        takes = clause.word.takes
        prepositions = _prepositions(takes)
        start = self._past_circumstances(after, limit, prepositions)
        marked = self._marked(takes, prepositions, after, limit)
        if "np" in takes and "weak" not in takes:
            noun = self._noun_object(start, limit)
            nearer = noun >= 0 and (marked is None or marked.at > noun)
            if nearer and (marked is None or marked.kind in ("preposition", "quote") or self.letters[noun] in "iSI"):
                return Complement("noun", noun, noun)
        plain = marked is not None and marked.kind == "preposition" and not takes & {"obj", "np", "object2", "target"}
        if plain and marked and clause.subject is not None and start < marked.at and self.letters[start] in "iSm":
            return None  # أقر المجلس زيادة في الرسوم بنسبة …
        if marked is None and clause.word.enclitic and "b" in takes and start < limit:
            described = self.letters[start] == "w" and self.words[start].startswith("ب")
            return Complement("noun", start, start) if described else None  # وصفه بخرق …, an unknown word behind ب
        return marked

    def _noun_object(self, start: int, limit: int) -> int:
        """The token where the noun phrase reported begins, past an apposition to the subject; -1 if there is none."""
        named = start < limit and (self.letters[start] in _NOUN_START or self.words[start] == "ما")
        if not named and not (start < limit and self._masdar(start)):
            return -1
        if self.letters[start] in "iSIV" or self.words[start] == "ما":
            return start
        for k in range(start, min(limit, start + 16)):
            if self.letters[k] in "vVRqQ":
                break
            if self.letters[k] == "," and self.letters[k + 1] in "iSI":
                return k + 1
        return start

    def _masdar(self, i: int) -> bool:
        """أكد المتحدث رفض بلاده: a form that is verb and verbal noun, behind the subject."""
        forms = {word.form for word in cue_readings(self.reading.lexicon, self.words[i])}
        return self.letters[i] == "V" and "verbal_noun" in forms and self.letters[i - 1] in "nOMJTWxlU"

    def _marked(self, takes: frozenset[str], prepositions: frozenset[str], i: int, limit: int) -> Complement | None:
        """The first complementiser, quotation, colon or fitting preposition after token ``i``."""
        relative = False
        short: Complement | None = None
        while i < limit:
            letter = self.letters[i]
            if letter in "qQ":
                if self._complementiser(i):
                    return Complement("that", i, i + 1)
            elif letter == "«":
                found = Complement("quote", i, i)
                if self.letters[i + 1] == "p" and self.words[i + 1] in prepositions:
                    return Complement("preposition", i, i)  # اتهم الحكومة "بالصمت"
                if not self._scare(i, limit):
                    return found if "quote" in takes or "quoteonly" in takes else None
                if self.letters[i - 1] not in "oOx" and self.letters[self._closing(i) + 1] in ",.\n&?!":
                    short = short or found
                i = self._closing(i)
            elif letter == ":":
                return Complement("colon", i, i + 1) if "quote" in takes or "that" in takes else short
            elif letter == "R":
                relative = True
            elif letter == ",":
                relative = False
            elif (
                (letter == "P" and self._adverbial(i))
                or (letter == "V" and not relative and self.letters[i - 1] != "p" and self._own_clause(i))
                or (letter == "S" and self._says_again(i))
            ):
                break
            elif letter == "(":
                i = self._past_bracket(i, limit)
            elif self.words[i] in ("ما", "عما") and self.words[i + 1] == "اذا":
                return Complement("that", i, i)
            elif _FUSED.get(self.words[i]) in prepositions and self.letters[i + 1] not in ",.:qQ":
                return Complement("preposition", i, i)  # أشاد بما قدمه
            elif letter == "p" and not relative and self.words[i] in prepositions:
                if self.letters[i + 1] in "qQ":
                    return Complement("that", i, i + 2)
                if self.letters[i + 1] not in "zy,." and self.words[i + 1] != "اسم":
                    later = (
                        self._complementiser_after(i, limit) if self.words[i] in _LIGHT and "that" in takes else None
                    )
                    return later or Complement("preposition", i, i + 1)
            i += 1
        return short if short and ("quote" in takes) else None

    def _adverbial(self, i: int) -> bool:
        """حال: a participle beside the sentence, not the adjective of a noun (في إحاطة موجزة)."""
        described = self.letters[i - 1] in "mdijtuo" and not self.words[i].endswith("ا")
        return self.words[i].endswith(("ا", "ة", "ين", "ون")) and not described

    def _complementiser(self, i: int) -> bool:
        if i and self.words[i - 1] == "ف":
            return False  # لذا فإن …; مايكل فان إن …: van, not ف + أن
        return i == 0 or self.words[i - 1] not in _ADVERBIAL

    def _complementiser_after(self, i: int, limit: int) -> Complement | None:
        """صرح الوزير بالقاهرة أن …: a light preposition before أن is a circumstance."""
        for k in range(i, min(limit, i + 10)):
            if self.letters[k] in ",VvPR«:":
                return None
            if self.letters[k] in "qQ" and self._complementiser(k):
                return Complement("that", k, k + 1)
        return None

    def _says_again(self, i: int) -> bool:
        """A noun of saying nearer the content: أضاف فلان بالقول: …"""
        after = i + 1 + (self.letters[i + 1] == ",")
        return self.letters[after] in ":«qQ" and (self.words[i - 1] == "ب" or self.words[i].startswith("قول"))

    def _own_clause(self, i: int) -> bool:
        return self.letters[i - 1] in "&kc" or self.words[i - 1] == "كما" or self.letters[i + 1] in ":«"

    def _closing(self, i: int) -> int:
        pair = self.reading.openers[i]
        return self.reading.token_at.get(pair.end - 1, i) if pair.closed else i

    def _scare(self, i: int, limit: int) -> bool:
        """A quoted name rather than speech: at most four words without a verb, and the real mark still to come."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        if close == i or len(inside) > 5 or any(letter in "vVqQNRk" for letter in inside):
            return False
        before = self.letters[i - 1]
        if before in "oOx" or (before == "p" and self.words[i - 1] != "ب" and len(inside) < 3):
            return True
        rest = self.letters[close + 1 : limit]
        return any(letter in "qQ:«" for letter in rest[: self._next_clause(rest)])

    def _next_clause(self, rest: str) -> int:
        """How far the clause goes before another verb is joined to it."""
        found = rest.find("&V")
        return len(rest) if found < 0 else found

    def _past_bracket(self, i: int, limit: int) -> int:
        close = self.letters.find(")", i, limit)
        return close if 0 < close < i + 20 else i

    # participles and verbal nouns

    def participle(self, clause: Clause) -> Clause | None:
        """حال: …، مضيفا أن …, قائلا: "…" """
        limit = self._limit(clause)
        after = clause.last
        obj = None
        word = self.words[clause.first]
        apart = word.endswith("ا") or self.letters[clause.first - 1] in ",&»)z"
        if not word.endswith(("ا", "ة", "ه", "ين", "ات", "ون")) and self.letters[clause.first - 1] not in "g,":
            return None  # واجد: a noun like any other
        if not apart and self.letters[after] not in "qQ:«" and self.letters[after + 1] not in "qQ«":
            return None
        if "obj" in clause.word.takes:
            j = self._skip(after, limit)
            marked = self._marked(clause.word.takes, _prepositions(clause.word.takes), j, limit)
            end = marked.at if marked else limit
            obj = self.nouns.at(j, end, bounded=marked is not None) if self.letters[j] not in "iIS«p" else None
            after = obj.last if obj else after
        complement = self._complement(clause, after, limit)
        if complement is None or not self._only_circumstances(after, complement.at):
            return None
        return replace(clause, object=obj, complement=complement)

    def _only_circumstances(self, i: int, end: int) -> bool:
        """Between a cue and its complement stand at most times, places and means of speaking."""
        between = self.letters[i:end]
        return not between or (between[0] in "pzy,(" and not any(letter in "vV&cR" for letter in between))

    def verbal_noun(self, clause: Clause) -> Clause | None:
        """مصدر: قوله إن …, تأكيد الوزارة أن …, تصريحات بأن … — only with a clause or quoted words."""
        limit = self._limit(clause)
        subject = None
        after = clause.last
        if not clause.word.enclitic:
            subject = self.nouns.at(after, limit)
            after = subject.last if subject else after
        takes = clause.word.takes | {"that", "quote"}
        prepositions = _PREPOSITION_WORDS["b"] | _PREPOSITION_WORDS["ila"] | _PREPOSITION_WORDS["ala"]
        found = self._marked(takes, prepositions | _PREPOSITION_WORDS["min"], after, min(limit, after + 12))
        if found is None or found.kind == "preposition" or (not clause.word.enclitic and found.at > after + 1):
            return self._carried(clause, limit)
        if self.words[clause.first - 1] == "ب" and self.reading.glued(clause.first):
            clause = replace(clause, first=clause.first - 1)  # بالقول، بقولها
        return replace(clause, subject=subject, complement=found)

    def _carried(self, clause: Clause, limit: int) -> Clause | None:
        """أعادت ألمانيا تأكيد التزامها, تم الإعلان عن …: a light verb before the noun of saying."""
        first = clause.sentence[0]
        for k in range(clause.first - 1, max(first, clause.first - 8) - 1, -1):
            if self.words[k] in self.reading.lexicon.light:
                break
            if self.letters[k] in "VPqQ,.«»RS":
                return None
        else:
            return None
        start = self._skip(k + 1, clause.first)
        subject = (
            self.nouns.within(start, clause.first) if start < clause.first and self.letters[start] != "p" else None
        )
        complement = self._complement(clause, clause.last, limit)
        return replace(clause, subject=subject, complement=complement) if complement else None

    def preposition(self, clause: Clause) -> Clause | None:
        """بحسب الوزارة، فإن … ; …، وفق ما أعلنت الوزارة"""
        limit = self._limit(clause)
        i = clause.last
        if (self.letters[i] in "SI" and self._owned(i)) or "self" in clause.word.takes:
            self.tails.add(clause.first)
            return None
        if "li" in clause.word.takes and self.words[i] != "لما":
            if self.letters[i] != "p" or self.words[i] != "ل":
                return None
            i += 1
        if (
            self.letters[i] == "r"
            or self.words[i] == "لما"
            or (self.letters[i] == "V" and clause.word.takes == {"clause"})
        ):
            return self._reported_source(clause, i, limit)
        comma = self._comma(i, limit)
        i += self.letters[i] == "S" and self.letters[i + 1] in _NOUN_START  # بحسب تصريحات الوزير
        subject = self.nouns.at(i, comma)
        if subject is None:
            return None
        if subject.type == "role" and subject.last == comma:
            subject = self._apposed(subject, limit)
        if self.letters[subject.span[0]] in "mMiIS" and subject.type != "person":
            return None  # وفقا للقانون: a thing that does not speak
        last = clause.last + (self.words[clause.last] == "ل")
        return replace(clause, last=last, subject=subject, complement=Complement("clause", subject.last, subject.last))

    def _apposed(self, role: Mention, limit: int) -> Mention:
        """نقلا عن نائب الوزير، فلان، …: the name between commas behind a title."""
        person = self.nouns.at(role.first, limit)
        return person if person is not None and person.type == "person" else role

    def _comma(self, i: int, limit: int) -> int:
        while i < limit and self.letters[i] not in ",\n.":
            i += 1
        return i

    def _owned(self, i: int) -> bool:
        """قوله، وصفها، تعبيرهم"""
        return any(word.enclitic for word in cue_readings(self.reading.lexicon, self.words[i]))

    def _reported_source(self, clause: Clause, i: int, limit: int) -> Clause | None:
        """وفق ما أعلنت الوزارة: one attribution; the verb only names who says it."""
        verb = i + 1 if self.letters[i] == "r" or self.words[i] == "لما" else i
        while verb < limit and self.letters[verb] in "ky":
            verb += 1
        readings = [
            word for word in cue_readings(self.reading.lexicon, self.words[verb]) if word.form in ("verb", "passive")
        ]
        if self.letters[verb] != "V" or not readings:
            return None
        start = self._skip(verb + 1, limit)
        if readings[0].lemma in _PLACED and self.letters[start] == "p":
            start += 1
        end = self._comma(start, limit)
        subject = self.nouns.within(start, end)
        via, after = None, subject.last if subject else verb + 1
        if readings[0].lemma in _RELAYING:
            source, end = self._relayed(after, limit)
            if source is not None:
                subject, via, after = source, subject, end
        if subject is None and any(letter in "VP" for letter in self.letters[clause.sentence[0] : clause.first]):
            self.tails.add(clause.first)  # وفقا لما كتبه: said already, by the same speaker
            self.taken = verb
            return None
        self.taken = verb
        last = clause.last + (self.words[clause.last] == "ل")
        return replace(clause, last=last, subject=subject, via=via, complement=Complement("clause", after, after),
                       evidence=("cue:reported-source",))  # fmt: skip

    # no word of saying at all

    def colon_alone(self, i: int) -> Clause | None:
        """لافروف: لن نسمح …: a speaker opens the line and a colon follows."""
        first, end = sentence_of(self.starts, i)
        if (
            i - first > 14
            or i + 2 >= end
            or self.letters[i + 1] == "\n"
            or (self.reading.glued(i + 1) and self.letters[i + 1] in "0/")
        ):
            return None
        mention = self.nouns.at(first, i)
        if mention is None or mention.last != i or mention.type not in ("person", "role", "document"):
            return None
        sure = mention.roles or mention.type != "person" or "n" in self.letters[first:i]
        if (not sure and self.letters[i + 1] != "«") or self.words[first].endswith("ا"):
            return None
        word = CueReading(":", "colon", frozenset(("quote",)))
        return Clause(i, i + 1, word, (first, end), subject=mention, complement=Complement("colon", i, i + 1))

    def particle_alone(self, i: int) -> Clause | None:
        """فلان، نائب الوزير، اليوم، إن …: the verb of saying is missing."""
        first, end = sentence_of(self.starts, i)
        if i - first > 25 or i == first:
            return None
        mention = self.nouns.at(first, i)
        if mention is None or mention.type not in ("person",) or not mention.roles or self.letters[i - 1] not in ",zJ":
            return None
        if any(letter not in ",zpJW0" for letter in self.letters[mention.last : i]):
            return None
        word = CueReading("إن", "particle", frozenset(("that",)))
        return Clause(i, i + 1, word, (first, end), subject=mention, complement=Complement("that", i, i + 1))


@cache
def _prepositions(takes: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(words for code, words in _PREPOSITION_WORDS.items() if code in takes))


_FUSED = {"بما": "ب", "عما": "عن", "مما": "من", "فيما": "في", "لما": "ل"}
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")
_PLACED = frozenset(("جاء", "ورد", "نشر"))
_RELAYING = frozenset(("نقل", "نسب"))


@cache
def _phrase_table(phrases: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def _phrases(lexicon: Lexicon) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The cue phrases of several words, by their first word."""
    return _phrase_table(tuple(tuple(key.split()) for key in lexicon.cues if " " in key))


_FORM_READERS = {
    "verb": ClauseFinder.verb, "passive": ClauseFinder.verb, "participle": ClauseFinder.participle,
    "verbal_noun": ClauseFinder.verbal_noun, "preposition": ClauseFinder.preposition,
}  # fmt: skip


def find_clauses(reading: Reading, starts: list[int]) -> list[Clause]:
    """The clauses of saying of a document, in order."""
    return ClauseFinder(reading, starts).find()
