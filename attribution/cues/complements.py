"""What makes a word of saying a report: its clause, quotation, colon, preposition or noun phrase after the cue."""

from __future__ import annotations

from functools import cache

from attribution.cues.clause import Clause, Complement
from attribution.cues.ground import Ground
from attribution.lexicon.words import cue_readings

_PREPOSITIONS = {
    "b": "ب", "ala": "على علي", "an": "عن", "ila": "الى الي", "min": "من", "li": "ل", "fi": "في فى",
    "hawla": "حول بشان ازاء",
}  # fmt: skip
PREPOSITION_WORDS = {code: frozenset(words.split()) for code, words in _PREPOSITIONS.items()}
_FUSED = {"بما": "ب", "عما": "عن", "مما": "من", "فيما": "في"}
_REACH = 250  # tokens from a cue to what it reports: in news a hundred and fifty at the very most
_LIGHT = frozenset(("ب", "ل", "في", "من"))
_SAME = frozenset("ذاته نفسه عينه ذاتها نفسها".split())  # في الوقت نفسه
_MANNER = frozenset("mjuw")
_DEFINITE = frozenset("MIDSOJTUW")
_EXCEPT = frozenset(("غير", "الا", "بيد"))
_NAMED = frozenset("nBwWxJ,")
_FOREIGN = frozenset("wxnlA0")
_LONG_NAME = 10
_LETTER_NAME = 2  # letters of the name of a foreign letter: آر، تي، إل
_NOUN_START = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
# أن after these belongs to an adverbial clause: بعد أن، قبل أن، دون أن
_ADVERBIAL = frozenset("بعد قبل دون منذ رغم حتى غير الا بيد مع لولا خشية شرط بدون فور بمجرد بعيد قبيل حيث كما".split())
_GOVERNING = frozenset(("الى", "الي", "عن", "من", "في"))  # with أن behind them they belong to a word of their own
_TOWARDS = frozenset(("الى", "الي"))
_PUBLISHED = ("نشر", "صدر", "اصدر", "اجري", "اعد", "شمل")


@cache
def own_prepositions(takes: frozenset[str]) -> frozenset[str]:
    """The written prepositions among the constructions of a verb."""
    return frozenset().union(*(words for code, words in PREPOSITION_WORDS.items() if code in takes))


class Complements(Ground):
    """Finds the complement that a cue has after it."""

    def _complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        takes = clause.word.takes
        prepositions = own_prepositions(takes)
        start = self._past_circumstances(after, limit, prepositions)
        marked = self._marked(takes, prepositions, after, limit)
        if takes & {"np", "event"} and "weak" not in takes:
            noun = self._noun_object(start, limit)
            named = "np" in takes or clause.polarity == "negated"  # لم يذكر سببا
            noun = noun if named or self.letters[noun] in "iI" else -1
            nearer = noun >= 0 and (marked is None or marked.at > noun) and not self._named_before(noun, marked)
            if nearer and (marked is None or marked.kind in ("preposition", "quote") or self.letters[noun] in "iSIr"):
                return Complement("noun", noun, noun)
        plain = marked is not None and marked.kind == "preposition" and not takes & {"obj", "np", "object2", "target"}
        if plain and marked and clause.subject is not None and start < marked.at and self.letters[start] in "iSm":
            return None  # أقر المجلس زيادة في الرسوم بنسبة …
        if marked and marked.kind == "preposition" and "thanks" in takes:
            return Complement("preposition", marked.at, marked.at)  # شكرهم | على جهودهم
        told = clause.word.enclitic or clause.word.form == "participle"
        if marked is None and told and "b" in takes and start < limit:
            return Complement("noun", start, start) if self._behind_b(start) else None
        return marked

    def _named_before(self, noun: int, marked: Complement | None) -> bool:
        """المتحدث باسم الرئيس فلان "…": the name in a title before the quotation is nothing reported."""
        if marked is None or marked.kind != "quote":
            return False
        return self.letters[noun] in "nBx" and set(self.letters[noun : marked.at]) <= _NAMED

    def _close_complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        """Of a word with other senses (أضاف، كتب): only what follows it at once, circumstances aside."""
        found = self._marked(clause.word.takes, own_prepositions(clause.word.takes), after, limit)
        if found is None or found.kind == "preposition" or not self._only_circumstances(after, found.at):
            return None
        return found if found.kind != "quote" or found.at == self._skip(after, limit) else None

    def _marked(self, takes: frozenset[str], prepositions: frozenset[str], i: int, limit: int) -> Complement | None:
        """The first complementiser, quotation, colon or fitting preposition after token ``i``."""
        limit = min(limit, i + _REACH)
        first, relative, inner = i, False, False
        short: Complement | None = None
        while i < limit:
            letter = self.letters[i]
            if letter in "qQ":
                if inner and letter == "q":
                    inner = False  # الذي وصف الوضع بأنه …: of the verb in the relative clause
                    i = self._closing(i + 1) if self.letters[i + 1] == "«" else i
                elif self._complementiser(i, takes):
                    return Complement("that", i, i + 1)
                elif self._whether(first, i, takes):
                    return Complement("that", i, i)
            elif letter == "«":
                found = Complement("quote", i, i)
                if self.letters[i + 1] == "p" and self.words[i + 1] in prepositions:
                    return Complement("preposition", i, i)  # اتهم الحكومة "بالصمت"
                named = self._surname(i, prepositions) or self._holds_name(i)
                if not named and not self._scare(i, limit):
                    return found if "quote" in takes or "quoteonly" in takes else None
                if not named and self.letters[i - 1] not in "oOx" and self.letters[self._closing(i) + 1] in ",.\n&?!":
                    short = short or found
                i = self._closing(i)
            elif letter == ":" and self.letters[i - 1] + self.letters[i + 1] != "00":  # but 9:40
                return Complement("colon", i, i + 1) if "quote" in takes or "that" in takes else short
            elif self.words[i] == "لقد" and "quote" in takes and not relative:
                return Complement("colon", i, i)  # وقال فلان لقد عدت
            elif letter in "R,":
                relative = letter == "R"
            elif letter == "V" and relative:
                inner = True
                i = self._past_apposition(i, limit)
            elif (
                (letter == "e" and self._contrast(i))
                or (letter == "P" and self._adverbial(i) and not self._manner(i))
                or (letter == "V" and not relative and self.letters[i - 1] != "p" and self._own_clause(i))
                or (letter == "S" and self._says_again(i))
            ):
                break
            elif letter == "(":
                i = self._past_bracket(i, limit)
            elif self._indirect_question(i):
                return Complement("that", i, i)
            elif _FUSED.get(self.words[i]) in prepositions and self.letters[i + 1] not in ",.:qQ":
                return Complement("preposition", i, i)  # أشاد بما قدمه
            elif self._shortened(i, prepositions):
                return Complement("preposition", i, i + 1)
            elif letter == "p" and not relative and self.words[i] in prepositions:
                if self.letters[i + 1] in "qQ":
                    return Complement("that", i, i + 2)
                if self._repeated(i, limit):
                    i += 1
                    continue
                if self.letters[i + 1] not in "zy,." and self.words[i + 1] not in ("اسم", "الرغم", "رغم"):
                    light = self.words[i] in _LIGHT and ("that" in takes or self._that_with_b(i, limit))
                    later = self._complementiser_after(i, limit) if light else None
                    start = i + 2 if self.words[i + 1] == "اجل" else i + 1  # تضرع من أجل السلام
                    return later or self._quoted_after(i, takes) or Complement("preposition", i, start)
            i += 1
        return short if short and ("quote" in takes) else None

    def _quoted_after(self, i: int, takes: frozenset[str]) -> Complement | None:
        """هتف الجمهور بصوت واحد "…": a light preposition right before a quotation is a circumstance."""
        if self.words[i] not in _LIGHT or "quote" not in takes:
            return None
        colon = self.letters.find(":", i, i + 4)
        if colon > i + 1 and set(self.letters[i + 1 : colon]) <= _MANNER | _DEFINITE:
            return Complement("colon", colon, colon + 1)  # لدى النطق بالحكم: "…"
        opener = self.letters.find("«", i, i + 4)
        manner = opener > i + 1 and set(self.letters[i + 1 : opener]) <= _MANNER
        return Complement("quote", opener, opener) if manner else None

    def _complementiser(self, i: int, takes: frozenset[str]) -> bool:
        """Whether أن may belong to the verb: not as a condition (إن كان), nor behind a preposition of another's."""
        if i and self.words[i - 1] == "ف":
            return False  # لذا فإن …; مايكل فان إن …: van, not ف + أن
        if self.letters[i : i + 2] == "Qk" and self.words[i] == "ان":
            return False
        behind = i and self.letters[i - 1] == "p" and not self.reading.glued(i)
        if behind and self.words[i - 1] in (_GOVERNING if "weak" in takes else _GOVERNING - _TOWARDS):
            return self.words[i - 1] in own_prepositions(takes)  # قضى عاما إلى أن …
        return i == 0 or self.words[i - 1] not in _ADVERBIAL

    def _past_apposition(self, i: int, limit: int) -> int:
        """البيان، الذي أكد أن …، إن …: to the comma that closes a relative clause in commas; ``i`` in one without"""
        opens = self.letters.rfind("R", 0, i)
        if self.letters[opens - 1] != ",":
            return i
        found = (self.letters.find(close, i, limit) for close in (",Q", ",q", ","))
        return next((k - 1 for k in found if k > 0), i)

    def _contrast(self, i: int) -> bool:
        """غير أن, إلا أن, لكن: another clause begins."""
        return self.words[i].startswith(("لكن", "ولكن")) or (self.letters[i + 1] in "qQ" and self.words[i] in _EXCEPT)

    def _repeated(self, i: int, limit: int) -> bool:
        """لدى إشرافه على جلسة عمل، على ضرورة …: the verb's own preposition comes again behind the comma."""
        comma = self.letters.find(",", i, min(limit, i + 7))
        return comma > 0 and self.words[comma + 1] == self.words[i] and not set("vVR«:") & set(self.letters[i:comma])

    def _whether(self, first: int, i: int, takes: frozenset[str]) -> bool:
        """سأله إن كان …, يقول الخبراء إن كان …، فإن: a condition that is asked, or that opens what is said."""
        if self.letters[i : i + 2] != "Qk" or self.words[i] != "ان":
            return False
        asked = "an" in takes and "that" not in takes
        said = {"that", "quote"} <= takes and "weak" not in takes
        return asked or (said and not any(letter in ",(RVvpc" for letter in self.letters[first:i]))

    def _indirect_question(self, i: int) -> bool:
        """سأل عما إذا كان …, وصف كيف أن …"""
        word, following = self.words[i], self.words[i + 1]
        return (word in ("ما", "عما") and following == "اذا") or (word == "كيف" and self.letters[i + 1] in "qQv")

    def _that_with_b(self, i: int, limit: int) -> bool:
        """وصف ما جاء بالكتاب بأنه …: the second ب, on أن, is the verb's."""
        found = next((k for k in range(i, min(limit, i + 10)) if self.letters[k] in "qQ"), i)
        return self.words[found].startswith("بان")

    def _complementiser_after(self, i: int, limit: int) -> Complement | None:
        """صرح الوزير بالقاهرة أن …: a light preposition before أن is a circumstance."""
        for k in range(i, min(limit, i + 10)):
            named = self.letters[k] == "«" and self._holds_name(k)
            if self.letters[k] in "VvPR:" or (self.letters[k] == "«" and not named):
                return None
            if self.letters[k] == "," and self.letters[k + 1] not in "qQ":
                return None
            if self.letters[k] in "qQ" and self._complementiser(k, frozenset()):
                return Complement("that", k, k + 1)
        return None

    def _manner(self, i: int) -> bool:
        """قال ضاحكا: … — how one speaks is no second word of saying."""
        readings = cue_readings(self.reading.lexicon, self.words[i])
        return any(word.form == "participle" and "manner" in word.takes for word in readings)

    def _shortened(self, i: int, prepositions: frozenset[str]) -> bool:
        """دعا لوقف القتال، أشار لأهمية السد: ل stands for إلى before a verbal noun."""
        return self.words[i] == "ل" and self.letters[i : i + 2] in ("pi", "pI") and "الى" in prepositions

    def _adverbial(self, i: int) -> bool:
        """حال: a participle beside the sentence, not the adjective of a noun (في إحاطة موجزة)."""
        described = self.letters[i - 1] in "mdijtuo" and not self.words[i].endswith("ا")
        return self.words[i].endswith(("ا", "ة", "ين", "ون")) and not described

    def _says_again(self, i: int) -> bool:
        """A noun of saying nearer the content: أضاف فلان بالقول: …"""
        after = i + 1 + (self.letters[i + 1] == ",")
        return self.letters[after] in ":«qQ" and (self.words[i - 1] == "ب" or self.words[i].startswith("قول"))

    def _own_clause(self, i: int) -> bool:
        """A verb that begins a clause of its own, unless it only gives a name: ويدعى فلان."""
        if self.reading.lexicon.lookalikes.get(self.words[i]) == "that":
            return False
        return self.letters[i - 1] in "&kc" or self.words[i - 1] == "كما" or self.letters[i + 1] in ":«"

    def _surname(self, i: int, prepositions: frozenset[str]) -> bool:
        """أشاد الدكتور "حداد" بالدعم: a name in marks before the verb's own preposition."""
        close = self._closing(i)
        named = 1 < close - i < 4 and set(self.letters[i + 1 : close]) <= _NAMED
        return named and self.letters[close + 1] == "p" and self.words[close + 1] in prepositions

    def _scare(self, i: int, limit: int) -> bool:
        """A quoted name rather than speech: at most four words without a verb, and the real mark still to come."""
        close = self._closing(i)
        inside = self.letters[i + 1 : close]
        before = self.letters[i - 1]
        if self.letters[close + 1] == "R" and before not in "oOx" and self.words[i + 1].startswith("ال"):
            return False  # منتقديه "الحاقدين" الذين …
        if close > i + 2 and all(len(word) <= _LETTER_NAME for word in self.words[i + 1 : close - 1]):
            return True  # خدمة "آر تي إل نيوز": letters spelt out
        if close > i and len(inside) <= 5 and before in "oO":
            return True  # فريق «نحيا معا»: the name of a body
        if close > i and before in "oOx" and len(inside) < _LONG_NAME and set(inside) <= _FOREIGN:
            return True  # مجموعة "سي إم آ سي"
        if close == i or len(inside) > 5 or any(letter in "vVqQNRk" for letter in inside):
            return False
        if before == "x" or (before == "p" and self.words[i - 1] != "ب" and len(inside) < 3):
            return True
        rest = self.letters[close + 1 : limit]
        return any(letter in "qQ:«" for letter in rest[: self._next_clause(rest)])

    def _next_clause(self, rest: str) -> int:
        """How far the clause goes before another verb is joined to it."""
        found = rest.find("&V")
        return len(rest) if found < 0 else found

    def _behind_b(self, i: int) -> bool:
        """وصفه بخرق …: an unknown word that may well be a noun behind ب."""
        return self.letters[i] == "w" and self.words[i].startswith("ب")

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
        return self.letters[i] == "V" and "verbal_noun" in forms and self.letters[i - 1] in "nOMJTWxlUS,z"

    def _past_circumstances(self, i: int, limit: int, prepositions: frozenset[str]) -> int:
        """Over the times, places and means between the subject and the noun phrase reported: في تصريح، عبر حسابه …"""
        while True:
            i = self._skip(i, limit)
            if self.letters[i : i + 2] == "pz":
                i = self._skip(i + 1, limit)  # بأشد العبارات
            if self.letters[i] == "R" and self.letters[i - 1] == "," and "," in self.letters[i:limit]:
                i = self._comma(i, limit)  # الوزير، الذي يزور المدينة، موعدا …
                continue
            i += self.words[i] == "بعد" and self.words[i + 1].endswith("ا")  # لم تعلن بعد موعدا
            i += self.nouns.apposed_participle(i) if self.letters[i - 1] != "," else 0  # الشركة المختصة | بأمن …
            if i + 1 >= limit or self.letters[i] != "p" or self.words[i] in prepositions:
                return i
            stop = self.nouns.phrase_end(i + 1, limit, "p")
            if stop <= i + 1 or self.letters[i + 1] in "qQVv":
                return i
            i = stop + (self.words[stop] in _SAME)
            if self.letters[i] in "vVI" and "," in self.letters[i:limit]:
                i = self._comma(i, limit)  # في بيان أصدرته أمس، …

    def _only_circumstances(self, i: int, end: int) -> bool:
        """Between a cue and its complement stand at most times, places and means of speaking."""
        between = self.letters[i:end]
        if between[:1] == "v" and self.letters[end] in "qQ":
            return not any(letter in "vVcR," for letter in between[1:])  # استطلاع أجراه المعهد أن …
        if between and between[0] in "vV" and self._describes(i):
            between = "," + between[1:]
        clauses = (k for k in range(i, end) if self.letters[k] in "&cRvV")
        plain = all(self.letters[k] in "vV" and self._describes(k) for k in clauses)
        return not between or (between[0] in "pzy,(" and plain)

    def _describes(self, i: int) -> bool:
        """دراسة نشرت أمس, بيان صدر: a verb of publishing right behind an indefinite noun only describes it."""
        return self.letters[i - 1] in "djm" and self.words[i].startswith(_PUBLISHED)

    def _polarity(self, verb: int, tense: str) -> str:
        """negated (لم تعلن), unreal (سوف يعلن، لن يعلن، قد يعلن، أن يعلن), or nothing of the kind."""
        i = verb - 1
        before, word = self.letters[i : i + 1] if i >= 0 else "", self.words[i] if i >= 0 else ""
        present = tense.endswith("present")
        without = before == "q" and self.words[i - 1] in ("دون", "بدون")
        if without or (before == "N" and word in ("لم", "ما", "لا", "ليس")):
            return "negated"
        if before == "c" and word in ("اذا", "لو"):
            return "unreal"  # إذا قال …
        hedged = before in ("N", "F") or (before == "k" and word == "قد")
        wished = before == "q" and len(word) <= len("بان") and self.words[i - 1] not in ("قبل", "بعد")
        return "unreal" if present and (hedged or wished) else ""
