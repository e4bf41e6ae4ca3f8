"""The extent of a noun phrase: its genitive chain (إضافة), adjectives, glosses and complements.

The chain is *open* while its last noun is bare and waits for what it belongs to, and *closed* once something definite
came: after وزير الخارجية a bare noun can only begin a name.
"""

from __future__ import annotations

from attribution.adjectives import DESCRIBING, Adjectives
from attribution.mentions import BARE, DEFINITE

_LONGEST_PHRASE = 24


class Phrases(Adjectives):
    """Walks over the token classes of one document from the head of a noun phrase to its end."""

    def phrase_end(self, i: int, limit: int, head: str, apposed: bool = False) -> int:
        """The token after the noun phrase that starts at ``i``: its chain of genitives, adjectives and complements."""
        letters, words = self.letters, self.words
        i += letters[i] == "s" and letters[i + 1] in DEFINITE  # هذه الوزارة
        letter = letters[i]
        indefinite = letter in BARE and not (letter == "n" and words[i].startswith("ال"))
        opened = indefinite and not (letter in "ut" and (self._nunated(i) or self._courtesy_owned(i)))
        i += self._run(i, limit, letter) if letter in "lx" else (letter == "«" and self.gloss(i, limit)) or 1
        limit = min(limit, i + _LONGEST_PHRASE)
        placed = head == "في"
        while i < limit:
            if opened:
                if letters[i] not in GOES_ON_OPEN:
                    break
            elif indefinite:
                if letters[i] in ENDS_INDEFINITE:
                    break
            elif letters[i] not in GOES_ON_DEFINITE and words[i] not in GOES_ON_WORDS:
                break
            step, opened, indefinite = self._step(i, limit, head, opened, indefinite, apposed)
            if step == 0 or i + step > limit:
                break
            if letters[i] == "p" and words[i] == "في":
                if placed and not (head == "t" and letters[i + 1] in "oOlx"):  # أستاذ في كلية الآداب في جامعة الرمل
                    break  # مصدر في البلدية القديمة | في المدينة
                placed = True
            i += step
        return i

    def _step(
        self, i: int, limit: int, head: str, opened: bool, indefinite: bool, apposed: bool
    ) -> tuple[int, bool, bool]:
        """How many tokens the phrase takes at ``i``, and whether the chain is open and still indefinite after them."""
        letter, follows = self.letters[i], self.letters[i + 1]
        if (follows == "p" and self.apposed_participle(i)) or self.words[i] in LIGHT_OBJECTS:
            return 0, False, indefinite
        if letter == "«":
            named = head == "t" and not opened and follows in "nBh"  # المنسق "فلان"
            return 0 if named else self.gloss(i, limit), False, indefinite
        if opened:
            return self._open_step(i, limit, head, letter)
        if indefinite and self._parted_by_article(i):
            return 0, False, True
        if letter in DESCRIBING and self.describes(i, head):
            return (0 if indefinite and letter == "W" else 1), False, indefinite
        adjective = self._indefinite_adjective(i) if indefinite else -1
        if adjective >= 0:
            return adjective, False, True
        if letter == "p":
            return self.complement(i, limit, head, apposed), False, indefinite
        if letter == "&":
            step = self._joined_step(i, head)
            if step == 2 and follows in "lx":
                step = 1 + self._run(i + 1, limit, follows)  # قادة فرنسا والولايات المتحدة
            return step, step == 2 and follows in _JOINED_BARE, indefinite
        if letter == "/" and follows in "jJ":
            return 2, False, indefinite
        if self.words[i] in SELVES:
            return 1, False, indefinite  # المصدر نفسه
        if letter == "y" and self._inside(i, head):
            return 1 + (follows == "z" and self.words[i + 1].endswith("يا")), False, indefinite
        if self.words[i] == "غير" and follows in "JjMTWmw":
            return 2, False, indefinite  # المنظمات غير الحكومية
        if letter == "#" and follows in DEFINITE | BARE:
            return 1, opened, indefinite
        if letter == "A" and self.letters[i - 1] in "WMOxlnw":
            return self._run(i, limit, letter), False, False  # إذاعة الجوهرة إف إم
        if letter == "x" and head == "o" and not self.words[i].startswith("ال"):
            return self._run(i, limit, letter), False, False
        if letter == "(" and head in "ox":
            return self.bracketed(i, limit), False, indefinite
        return 0, False, indefinite

    def _open_step(self, i: int, limit: int, head: str, letter: str) -> tuple[int, bool, bool]:
        if letter in "Th" and self._named_after(i):
            return self._patron(i, limit), False, False
        if letter == "S" and self.words[i].startswith("ال"):
            return 1, False, False  # محامي الدفاع
        if letter in "toudimS":
            return 1, True, True
        if letter == "j":
            return 1, False, True
        if letter == "#":
            return 1, True, True
        if letter in DEFINITE:
            return self._run(i, limit, letter) + self._foreign(i, head) if letter in "lx" else 1, False, False
        if letter == "w" and self.letters[i + 1] in DEFINITE - {"T"} and self.words[i + 1].startswith("ال"):
            return 1, True, True  # مصلحة أملاك البلدية
        if letter == "n" and self.reading.lexicon.kinds.get(self.words[i]) == "country":
            return 1, False, True  # مسؤول تركي: an adjective before it is a name
        if letter in "nwAB":
            return self._run(i, limit, letter), False, False
        if letter == "(" and self._names(i):
            return self.bracketed(i, limit), False, False  # صحيفة (النبأ)
        if letter in "Vp" and self._verbal_noun(i):
            return 1, True, True
        if letter == "p":
            return self.complement(i, limit, head, True), False, False
        if letter == "c":
            return int(self.words[i] == "خاصة" and self.letters[i - 1] in "ud"), False, True  # مصادر خاصة
        if letter == "y" and self._inside(i, head):
            return 1, False, True
        if letter == "s" and self.letters[i + 1] in DEFINITE:
            return 1, True, True  # مؤلف هذا المعجم
        if letter in "mPwv" and self._described(i):
            return 1, False, True
        if letter == "&" and self.letters[i + 1] in "toim":
            return 2, True, True
        return 0, False, True

    def _parted_by_article(self, i: int) -> bool:
        """رأى آخرون | الخطوة: no definite word describes an indefinite one."""
        bare = self.letters[i - 1] in "ut" and self._nunated(i - 1)
        return bare and self.words[i].startswith("ال") and self.letters[i] in "MWIDO"

    def _indefinite_adjective(self, i: int) -> int:
        """مسؤولون | محليون, بيان | صادر عن: 1 for an adjective, 0 where the phrase ends, -1 where neither is known."""
        letter = self.letters[i]
        if self._accusative(i):
            return 0  # انتقد صحافيون | منشورا
        known = self._agrees_in_number(i) or letter == "j" or self._attribute(i)
        return 1 if known or (letter in "mPwv" and self._described(i)) else -1

    def _courtesy_owned(self, i: int) -> bool:
        """سموه | اعتزاز المملكة: a courtesy with its pronoun takes no genitive."""
        return self.words[i].endswith("ه") and self.reading.lexicon.classes.get(self.words[i][:-1]) == "h"

    def _verbal_noun(self, i: int) -> bool:
        """شركة نشر الألعاب, أستاذ علم الفلك, شركة بناء: a noun spelt like a verb or a particle."""
        if self.words[i] == "وسط":
            return self.words[i - 1] in ("خط", "لاعب")  # لاعب خط وسط
        if self.letters[i] == "p":
            return self.words[i] == "بناء" and self.words[i + 1] != "على" and self.letters[i - 1] in "to"
        noun = self.reading.lexicon.nouns.get(self.words[i]) or self.words[i] in _SCIENCES
        return bool(noun) and self.letters[i - 1] in "to" and self.words[i + 1].startswith("ال")

    def _named_after(self, i: int) -> bool:
        """جامعة الملك راجح, مبعوث الشيخ راجح: a title inside the chain whose name belongs to the chain too."""
        if self.letters[i + 1] not in "nB":
            return False
        behind = "oOtm" if self.letters[i] == "h" else "oOm"
        return self.letters[i - 1] in behind and self.plain(i) in _PATRONS

    def _patron(self, i: int, limit: int) -> int:
        if self.plain(i) == "رئيس":
            return self.name_end(i + 1, limit) - i  # مكتب الرئيس فلان الفلاني
        stop = i + 1
        while stop < limit and self.letters[stop] == "B":
            stop += 1
        stop += 1
        while stop + 1 < limit and self.words[stop] in ("بن", "بنت"):
            stop += 2 + (self.letters[stop + 1] == "B")
        return stop - i

    def _owned_group(self, i: int) -> bool:
        """وزملاؤه, ومحاموها: those who belong to somebody named before, and speak beside him."""
        return self.letters[i] in "UT" and self.words[i].endswith(("ؤه", "ؤها", "وه", "وها", "ته", "تها"))

    def _joined_step(self, i: int, head: str) -> int:
        """و + what continues the chain: وزير الغابات والمراعي, الإرشاد الزراعي والغابي, مصادر نقابية وبلدية."""
        follows, word = self.letters[i + 1], self.words[i + 1]
        if follows == "j" and self.letters[i - 1] == "j":
            return 2
        if word.endswith("ية") and self.words[i - 1].endswith("ية") and not self.words[i - 1].startswith("ال"):
            return 2 * (not word.startswith("ال") and self.letters[i + 2] not in "tToOMIlxnJ")
        if word in ("شؤون", "شئون") and head == "o":
            return 2  # وزارة الأشغال وشؤون البلديات
        if not word.startswith("ال") and follows not in "lx":
            chained = head == "t" and follows in "imo" and self.letters[i + 2] in (*DEFINITE, "w", "n")
            return 2 if chained else 0
        if follows == "x" or (follows == "l" and self.letters[i - 1] == "l"):
            return 1 + self._run(i + 1, i + 6, follows)
        relative = follows in "TU" and word.endswith(("ية", "ي")) and self.letters[i - 1] in "JTM"
        if relative and self.letters[i + 2] not in "nwB":
            return 2
        if follows in "IJMWDnSP" or (follows == "O" and head == "t"):
            return 2
        if follows == "U" and head == "t" and self.letters[i - 1] in "IMUWJ" and not self._owned_group(i + 1):
            return 2  # وزير الصحة والسكان
        if follows == "O" and self.letters[i - 2] == "&" and self.letters[i + 2] != "J":
            return 2  # نقابة عمال المسرح والسينما والإذاعة
        return 0


# the classes that end a phrase or may go on with it, by what stands before: what `_step` need not be asked
GOES_ON_OPEN = frozenset("ThStoudimj#wnABpysPvVc&«(") | DEFINITE
GOES_ON_DEFINITE = frozenset("«JWOlxMTUn/&y#pA(")
ENDS_INDEFINITE = frozenset(",.:;?!qQ\n)»-0RrkN")
_JOINED_BARE = frozenset("toudim")
SELVES = frozenset("نفسه نفسها نفسهم انفسهم انفسهن ذاته ذاتها ذاتهم عينه عينها".split())
GOES_ON_WORDS = SELVES | {"غير"}
_SCIENCES = frozenset(("علم",))
# objects that make one verb of saying with the verb: كشف النقاب عن, أماط اللثام عن, لفت الانتباه إلى
LIGHT_OBJECTS = frozenset(("النقاب", "اللثام", "الستار", "الستارة", "الانتباه", "الانظار", "النظر"))
_PATRONS = frozenset(("ملك", "امير", "سلطان", "رئيس", "امام", "شهيد", "خليفة", "قديس", "قديسة", "ملكة", "شيخ"))
