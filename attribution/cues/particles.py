"""أن and the prepositions behind a cue: whether they are the cue's own."""

from __future__ import annotations

from functools import cache

from attribution.cues.clause import Complement
from attribution.cues.ground import Ground

_PREPOSITIONS = {
    "b": "ب", "ala": "على علي", "an": "عن", "ila": "الى الي", "min": "من", "li": "ل", "fi": "في فى",
    "hawla": "حول بشان ازاء",
}  # fmt: skip
PREPOSITION_WORDS = {code: frozenset(words.split()) for code, words in _PREPOSITIONS.items()}
LIGHT = frozenset(("ب", "ل", "في", "من"))
MANNERS = frozenset("شدة قوة حزم وضوح صراحة اسهاب ايجاز عبارات كلمات لهجة لغة نبرة اقتضاب تفصيل حدة حرارة".split())
WORDED = MANNERS | frozenset("صوت اصوات عبارة كلمة جملة شعار شعارات هتاف هتافات قول صيغة عنوان".split())
WAYS = frozenset(("شكل", "صورة", "طريقة", "نحو", "اسلوب"))  # with an adjective they tell how one speaks
_MANNER = frozenset("mjuw")
_DEFINITE = frozenset("MIDSOJTUW")
_NEAR = 10  # tokens in which أن is the verb's whatever stands before it
_FAR = 20  # tokens from a preposition to أن behind its noun phrase
_PHRASE = frozenset("mMtToOuUdDlxnBhJj0pzyWA")
_ENDS_PHRASE = frozenset("nBxlJOTUMW")
_CLOSE = 12  # tokens from a preposition to another that is the verb's own
# أن after these belongs to an adverbial clause: بعد أن، قبل أن، دون أن
_ADVERBIAL = frozenset(
    "بعد قبل دون منذ رغم حتى غير الا بيد مع لولا خشية شرط بدون فور بمجرد بعيد قبيل حيث كما شانه شانها امل".split()
)
_EARLIER = frozenset(("من", "فيما", "ما"))
_GOVERNING = frozenset(("الى", "الي", "عن", "من", "في"))  # with أن behind them they belong to a word of their own
_TOWARDS = frozenset(("الى", "الي"))


@cache
def own_prepositions(takes: frozenset[str]) -> frozenset[str]:
    """The written prepositions among the constructions of a verb."""
    return frozenset().union(*(words for code, words in PREPOSITION_WORDS.items() if code in takes))


_ASKING = frozenset("متى لماذا هل كيف اين".split())
QUESTION_WORDS = _ASKING | {"ما", "عما"}


class Particles(Ground):
    """Judges particles and prepositions behind a cue."""

    def _complementiser(self, i: int, takes: frozenset[str]) -> bool:
        """Whether أن may belong to the verb: not as a condition (إن كان), nor behind a preposition of another's."""
        if i and self.words[i - 1] == "ف":
            return False  # لذا فإن …; مايكل فان إن …: van, not ف + أن
        if self._goes_on(i) or self._is_i(i):
            return False
        if self.letters[i : i + 2] == "Qk" and self.words[i] == "ان":
            return False
        behind = i and self.letters[i - 1] == "p" and not self.reading.glued(i)
        if behind and self.words[i - 1] in (_GOVERNING if "weak" in takes else _GOVERNING - _TOWARDS):
            return self.words[i - 1] in own_prepositions(takes)  # قضى عاما إلى أن …
        if self.letters[i] == "Q" and self.words[i - 1] in ("قبل", "بعد") and self.words[i - 2] in _EARLIER:
            return True  # قال من قبل إنه …, قال فيما بعد إن …
        return i == 0 or self.letters[i - 1] in "xn" or self.words[i - 1] not in _ADVERBIAL  # حركة أمل: a name

    def _is_i(self, i: int) -> bool:
        """أنا, but neither إنا nor أنّا."""
        if self.words[i] != "انا" or self.reading.spelt(i).startswith("إ"):
            return False
        view = self.reading.view
        return "\u0651" not in view.text[view.start(self.reading.starts[i]) : view.end(self.reading.ends[i])]

    def _goes_on(self, i: int) -> bool:
        """أشاد بالعمال وأن …: behind و a further clause of what was said before, which opens nothing."""
        return i > 1 and self.letters[i - 1] == "&" and self.letters[i] in "qQ"

    def _complementiser_after(self, i: int, limit: int) -> Complement | None:
        """صرح الوزير بالقاهرة أن …: a light preposition before أن is a circumstance; so ب before بأن, past commas."""
        for k in range(i, min(limit, i + _FAR)):
            unnamed = self.letters[k] in "qQ" and self.letters[k - 1] not in "nx"
            if k >= i + _NEAR and (self.letters[k] in "iS" or unnamed):
                return None  # بضرورة … وأهمية أن …; but بمنطقة المرفأ المقدم فلان أن …
            named = self.letters[k] == "«" and self._holds_name(k)
            if self.letters[k] in "VvPR:" or (self.letters[k] == "«" and not named):
                return None
            if self.letters[k] == "," and self.letters[k + 1] not in "qQ" and not self._timed(k, limit):
                return None
            if self.letters[k] in "qQ" and self._complementiser(k, frozenset()):
                return Complement("that", k, k + 1)
        return None

    def _particle_behind(self, i: int, prepositions: frozenset[str], limit: int) -> Complement | None:
        """كشف المسؤول عن النقل سالم حداد أن …, أخبر عن نفسه أنه …: a preposition of the speaker's, and أن behind a noun
        that does not govern it (unlike عن أمله أن …, على ضرورة أن …)."""
        for k in range(i + 1, min(limit, i + _FAR)):
            if self.letters[k] not in _PHRASE:
                own = k > i + 1 and self.letters[k - 1] == "p" and self.words[k - 1] in prepositions
                ends = own or (self.letters[k - 1] in _ENDS_PHRASE and self.letters[k - 1] != "p")
                return Complement("that", k, k + 1) if self.letters[k] == "q" and ends else None
        return None

    def _timed(self, comma: int, limit: int) -> bool:
        """اتهم فلان بموقع الصحيفة، ليل الأحد، الحكومة بأنها …: the comma before a time, and بأن behind it"""
        return self.letters[comma + 1] == "z" and self._that_with_b(comma, limit)

    def _that_with_b(self, i: int, limit: int) -> bool:
        """وصف ما جاء بالكتاب بأنه …: the second ب, on أن, is the verb's."""
        found = next((k for k in range(i, min(limit, i + 10)) if self.letters[k] in "qQ"), i)
        return self.words[found].startswith("بان")

    def _whether(self, first: int, i: int, takes: frozenset[str]) -> bool:
        """سأله إن كان …, يقول المدربون إن كان …، فإن: a condition that is asked, or that opens what is said."""
        if self.letters[i : i + 2] != "Qk" or self.words[i] != "ان":
            return False
        asked = "an" in takes and "that" not in takes
        said = {"that", "quote"} <= takes and "weak" not in takes
        return asked or (said and not any(letter in ",(RVvpc" for letter in self.letters[first:i]))

    def _indirect_question(self, i: int, takes: frozenset[str]) -> bool:
        """سأل عما إذا كان …, سألها متى …, وصف كيف أن …"""
        word, following = self.words[i], self.words[i + 1]
        if word not in QUESTION_WORDS:
            return False
        if word in _ASKING and "an" in takes and "that" not in takes:
            return True
        if word == "عما" and following == "ان":
            return True
        return (word in ("ما", "عما") and following == "اذا") or (word == "كيف" and self.letters[i + 1] in "qQv")

    def _shortened(self, i: int, prepositions: frozenset[str]) -> bool:
        """دعا لوقف القتال، أشار لأهمية السد: ل stands for إلى before a verbal noun."""
        return self.words[i] == "ل" and self.letters[i : i + 2] in ("pi", "pI", "pS") and "الى" in prepositions

    def _comes(self, i: int, preposition: str, limit: int) -> bool:
        """Whether the preposition stands close behind ``i`` in the same clause."""
        comma = self.letters.find(",", i, min(i + _CLOSE, limit))
        return preposition in self.words[i : comma if comma > 0 else min(i + _CLOSE, limit)]

    def _repeated(self, i: int, limit: int) -> bool:
        """لدى إشرافه على جلسة عمل، على ضرورة …: the verb's own preposition comes again behind the comma."""
        comma = self.letters.find(",", i, min(limit, i + 7))
        return comma > 0 and self.words[comma + 1] == self.words[i] and not set("vVR«:") & set(self.letters[i:comma])

    def _quoted_after(self, i: int, takes: frozenset[str]) -> Complement | None:
        """هتف الجمهور بصوت واحد "…": a light preposition right before a quotation is a circumstance."""
        if self.words[i] not in LIGHT or "quote" not in takes:
            return None
        colon = self.letters.find(":", i, i + 4)
        if colon > i + 1 and set(self.letters[i + 1 : colon]) <= _MANNER | _DEFINITE:
            return Complement("colon", colon, colon + 1)  # لدى النطق بالحكم: "…"
        opener = self.letters.find("«", i, i + 4)
        manner = opener > i + 1 and set(self.letters[i + 1 : opener]) <= _MANNER and self.words[i + 1] in WORDED
        return Complement("quote", opener, opener) if manner else None
