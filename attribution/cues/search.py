"""The search for what marks a complement behind a cue: أن, a quotation, a colon, the verb's own preposition."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from attribution.cues.clause import Complement
from attribution.cues.particles import LIGHT, MANNERS, QUESTION_WORDS, WAYS
from attribution.cues.quotes import Quotes
from attribution.lexicon.words import cue_readings
from attribution.signs import MARKING
from attribution.tokens import Reading

_FUSED = {"بما": "ب", "عما": "عن", "مما": "من", "فيما": "في"}
_AGAINST = frozenset(("حق", "حقه", "حقها", "حقهم"))  # ما فعله بحقهم, beside طالب بحقهم
_WHEN = frozenset(("بعدما", "عندما", "حينما"))  # their clause has prepositions of its own
_NOT_OWN = frozenset(("اسم", "الرغم", "رغم", "عينه", "عينها"))  # باسم فلان، على الرغم: the preposition belongs to them
_OPENING = frozenset(
    "لقد لن نحن لسنا ليس ليست لست سوف نعم انا هل لماذا اتمنى نتمنى اعتقد نعتقد علينا عليكم".split()
)  # they begin words quoted without marks
IDENTITY = frozenset(("اسمه", "اسمها", "هويته", "هويتها"))
_MANNERED = 6  # tokens from بلهجة to the ب behind it
_REACH = 250  # tokens from a cue to what it reports: in news a hundred and fifty at the very most
_EXCEPT = frozenset(("غير", "الا", "بيد"))
_NOUNS = frozenset("oOxldDuUtTnwWmMjJiI0BA")
_MARKING = re.compile("[vqQ«:R,VePS(]")  # the classes that `_step` looks at, but for prepositions of no interest
_PREPOSITION = re.compile("p")
MARKING_WORDS = frozenset((*_OPENING, *_FUSED, *_WHEN, *QUESTION_WORDS))
_STOP = -1  # instead of the next token: another clause begins


@dataclass(slots=True)
class _State:
    """What one search knows: the constructions of the verb, its bounds, and what it has passed."""

    takes: frozenset[str]
    prepositions: frozenset[str]
    first: int
    limit: int
    relative: bool = False  # inside a relative clause
    aside: bool = False  # behind عندما
    joined: bool = False  # behind another verb joined to it: only إن, which no other verb has, can still be its own
    inner: bool = False  # … that has a verb of saying of its own
    behind: Complement | None = None  # a preposition of its own in a relative clause, where nothing stands behind that
    short: Complement | None = None  # words in marks that may be a name, and are speech if nothing else is


class Search(Quotes):
    """Finds the first mark of a complement."""

    def __init__(self, reading: Reading, starts: list[int]) -> None:
        super().__init__(reading, starts)
        # what was searched for before: a verb asks for the mark behind its subject, and then behind itself
        self.found: dict[tuple[frozenset[str], frozenset[str], int, int], Complement | None] = {}
        self.looked_at: dict[frozenset[str], list[int]] = {}  # filled by `_looked_at`

    def _marked(self, takes: frozenset[str], prepositions: frozenset[str], i: int, limit: int) -> Complement | None:
        """The first complementiser, quotation, colon or fitting preposition after token ``i``."""
        key = takes, prepositions, i, limit
        if key not in self.found:
            self.found[key] = self._search(takes, prepositions, i, limit)
        return self.found[key]

    def _search(self, takes: frozenset[str], prepositions: frozenset[str], i: int, limit: int) -> Complement | None:
        limit = min(limit, i + _REACH)
        tokens = self._looked_at(prepositions)
        n = bisect_left(tokens, i)
        if n == len(tokens) or tokens[n] >= limit:
            return None
        state = _State(takes, prepositions, i, limit)
        while n < len(tokens) and tokens[n] < limit:
            step = self._step(state, tokens[n])
            if not isinstance(step, int):
                return step
            if step == _STOP:
                break
            n = bisect_left(tokens, step, n + 1)
        return (state.short if "quote" in takes else None) or state.behind

    def _at_once(self, prepositions: frozenset[str], i: int) -> bool:
        """Whether the token ``i`` or the one behind it may mark something."""
        tokens = self._looked_at(prepositions)
        n = bisect_left(tokens, i)
        return n < len(tokens) and tokens[n] <= i + 1

    def _looked_at(self, prepositions: frozenset[str]) -> list[int]:
        """The tokens that may mark or end something for a verb with these prepositions, by their class or word."""
        found = self.looked_at.get(prepositions)
        if found is None:
            own = [token for word in prepositions for token in self.prepositions.get(word, ())]
            short = self.prepositions.get("ل", ()) if "الى" in prepositions else ()
            found = self.looked_at[prepositions] = sorted([*self.marking, *own, *short])
        return found

    @cached_property
    def marking(self) -> list[int]:
        """The tokens that any search looks at; nouns mark nothing and end nothing, whatever their words."""
        words = [i for i in self.reading.signed(MARKING) if self.letters[i] not in _NOUNS]
        return sorted([*[match.start() for match in _MARKING.finditer(self.reading.letters)], *words])

    @cached_property
    def prepositions(self) -> dict[str, list[int]]:
        """Where each preposition stands."""
        found: dict[str, list[int]] = {}
        for match in _PREPOSITION.finditer(self.reading.letters):
            found.setdefault(self.words[match.start()], []).append(match.start())
        return found

    def _step(self, state: _State, i: int) -> Complement | int:
        """The complement marked at token ``i``, or the token to go on with."""
        letter = self.letters[i]
        if letter == "v" and self.letters[i - 1] == "&":
            state.joined = True
        if state.joined and letter != "Q":
            return i + 1 if letter not in "VPS«" else _STOP
        if letter in "qQ":
            return self._at_particle(state, i)
        if letter == "«":
            return self._at_quotation(state, i)
        if letter == ":" and self.letters[i - 1] + self.letters[i + 1] != "00":  # but 9:40
            return Complement("colon", i, self._line_behind(i + 1)) if state.takes & {"quote", "that"} else _STOP
        if letter in "R,":
            state.relative = letter == "R"
            state.inner &= not (letter == "," and self.letters[i + 1] in "qQ")  # in commas: قال فلان الذي صرح أمس، إن …
            state.aside = False
        elif letter == "V" and state.relative:
            state.inner = self._says_that(i)
            return self._past_apposition(i, state.limit) + 1
        elif self._another_clause(i):
            return _STOP
        elif letter == "(":
            return self._past_bracket(i, state.limit) + 1
        else:
            return self._at_word(state, i)
        return i + 1

    def _says_that(self, i: int) -> bool:
        """Whether the أن behind token ``i`` may be its own; not behind البرنامج الذي يبث مساء."""
        readings = cue_readings(self.reading.lexicon, self.words[i])
        return not readings or any("weak" not in word.takes for word in readings)

    def _line_behind(self, i: int) -> int:
        """Past the line break between a colon and the words in marks that it leads in."""
        while self.letters[i] == "\n" and i + 1 < len(self.reading.words):
            i += 1
        return i

    def _at_particle(self, state: _State, i: int) -> Complement | int:
        if state.inner and self.letters[i] == "q":
            state.inner = False  # الذي وصف الوضع بأنه …: of the verb in the relative clause
            return (self._closing(i + 1) if self.letters[i + 1] == "«" else i) + 1
        if self._is_i(i):
            return Complement("colon", i, i) if self._unmarked(state, i) else i + 1  # قال لي أنا عدت
        if self._complementiser(i, state.takes):
            return Complement("that", i, i + 1)
        return Complement("that", i, i) if self._whether(state.first, i, state.takes) else i + 1

    def _at_quotation(self, state: _State, i: int) -> Complement | int:
        if self.letters[i + 1] == "p" and self.words[i + 1] in state.prepositions:
            return Complement("preposition", i, i)  # اتهم الحكومة "بالصمت"
        close = self._closing(i)
        speaks = i == state.first and self._speaks(i, state.takes, state.prepositions)
        if speaks or self._surname(i, state.prepositions) or self._holds_name(i):
            return close + 1
        found = Complement("quote", i, i)
        part = self._part_of_phrase(i, state.takes, state.prepositions)
        if not part and not self._scare(i, state.limit):
            state.short = None
            return found if state.takes & {"quote", "quoteonly"} else _STOP
        alone = not part or self._may_be_all(i, state.first, state.takes)
        if alone and self.letters[i - 1] not in "oOx" and self.letters[close + 1] in ",.\n&?!":
            state.short = state.short or found
        return close + 1

    def _at_word(self, state: _State, i: int) -> Complement | int:
        """A preposition of the verb's own, fused (بما), short (ل for إلى) or whole, an indirect question, لقد."""
        if self.words[i] in _OPENING and self._unmarked(state, i):
            return Complement("colon", i, i)  # وقال فلان لقد عدت
        if self._indirect_question(i, state.takes):
            return Complement("that", i, i)
        if _FUSED.get(self.words[i]) in state.prepositions and self.letters[i + 1] not in ",.:qQ":
            return Complement("preposition", i, i)  # أشاد بما قدمه
        if self._shortened(i, state.prepositions):
            return Complement("preposition", i, i + 1)
        state.aside |= self.words[i] in _WHEN
        beside = state.relative or state.aside
        if self.letters[i] == "p" and self.words[i] in state.prepositions:
            if not beside:
                return self._at_preposition(state, i)
            if not (state.inner or state.aside or self.words[i] in LIGHT) and self.letters[i + 1] not in "yzqQ":
                state.behind = state.behind or Complement("preposition", i, i + 1)
        return i + 1

    def _unmarked(self, state: _State, i: int) -> bool:
        """Whether words that open a sentence of its own stand right behind the speaker of a plain verb of saying."""
        if self.words[i] == "لقد":
            return "quote" in state.takes and not state.relative
        between = self.letters[state.first : i]
        return state.takes == {"that", "quote"} and not any(letter in "vV,&RqQ" for letter in between)

    def _at_preposition(self, state: _State, i: int) -> Complement | int:
        if self.letters[i + 1] in "qQ":
            return Complement("that", i, i + 2)
        if self.letters[i + 1] in "zy,." or self.words[i + 1] in _NOT_OWN or self._repeated(i, state.limit):
            return i + 1
        if self._only_tells(i, state):
            return i + 1
        issued = self.words[i - 1].removeprefix("ال").startswith("صادر")  # في بيان صادر عن المركز
        if issued or (self.words[i + 1] in _AGAINST and self.words[i] in self.words[i + 2 : i + 4]):
            return i + 1
        light = self.words[i] in LIGHT and ("that" in state.takes or self._that_with_b(i, state.limit))
        later = self._complementiser_after(i, state.limit) if light else None
        if later is None and "that" in state.takes and not light:
            later = self._particle_behind(i, state.prepositions, state.limit)
        start = i + 2 if self.words[i + 1] == "اجل" else i + 1  # تضرع من أجل السلام
        return later or self._quoted_after(i, state.takes) or Complement("preposition", i, start)

    def _only_tells(self, i: int, state: _State) -> bool:
        """ندد بلهجة حادة بـ…, ناشد السائقين بمحافظة …, عزا الفضل لـ… إلى …: the preposition is no complement's"""
        if self.words[i] == "ل":
            return "الى" in state.prepositions and self._comes(i + 1, "الى", state.limit)
        if self.words[i] != "ب":
            return False
        if self.words[i + 1] in WAYS and self.letters[i + 2] in "jwmuiP":
            return True  # بشكل قاطع
        if self.words[i + 1] in MANNERS:
            return self._comes(i + 2, "ب", min(i + _MANNERED, state.limit))
        site = self.reading.lexicon.kinds.get(self.words[i + 1]) == "site"
        return "obj" in state.takes and (site or self.letters[i + 1] == "l")

    def _another_clause(self, i: int) -> bool:
        """Whether an adversative, a participle beside the sentence or another verb of saying begins at ``i``."""
        letter = self.letters[i]
        if letter == "e":
            return self._contrast(i)
        if letter == "P":
            return self._adverbial(i) and not self._manner(i) and not self._nameless(i)
        if letter == "V":
            return self.letters[i - 1] != "p" and self._own_clause(i)
        return letter == "S" and self._says_again(i)

    def _nameless(self, i: int) -> bool:
        """مشترطا عدم ذكر اسمه, طلب عدم الكشف عن هويته: an aside about the speaker."""
        return self.words[i + 1] == "عدم" or self.words[i + 2] in IDENTITY

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

    def _manner(self, i: int) -> bool:
        """قال ضاحكا: … — how one speaks is no second word of saying."""
        readings = cue_readings(self.reading.lexicon, self.words[i])
        return any(word.form == "participle" and "manner" in word.takes for word in readings)

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
        if self.letters[i - 1] == "," and self._plainly_says(i) and not self._nameless(i):
            return True  # كان فلان كذب عليه، أجاب سالم …
        return self.letters[i - 1] in "&kc" or self.words[i - 1] == "كما" or self.letters[i + 1] in ":«"

    def _plainly_says(self, i: int) -> bool:
        """Whether token ``i`` is an active verb of saying with no other sense and no pronoun."""
        return any(
            word.form == "verb" and not word.enclitic and {"that", "quote"} <= word.takes and "weak" not in word.takes
            for word in cue_readings(self.reading.lexicon, self.words[i])
        )
