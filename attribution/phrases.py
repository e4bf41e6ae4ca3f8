"""The extent of a noun phrase: its genitive chain (إضافة), adjectives, glosses and complements.

The chain is *open* while its last noun is bare and waits for what it belongs to, and *closed* once something definite
came: after وزير الخارجية a bare noun can only begin a name.
"""

from __future__ import annotations

from attribution.dependents import Dependents
from attribution.mentions import BARE, DEFINITE

_LONGEST_PHRASE, _LONGEST_GLOSS, _LONGEST_INITIAL, _LONGEST_TITLE = 24, 9, 3, 2


class Phrases(Dependents):
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
        if letter in _DESCRIBING and self.describes(i, head):
            return (0 if indefinite and letter == "W" else 1), False, indefinite
        if indefinite and self._accusative(i):
            return 0, False, True  # انتقد صحافيون | منشورا
        if indefinite and self._agrees_in_number(i):
            return 1, False, True
        if indefinite and (letter == "j" or self._attribute(i) or (letter in "mPwv" and self._described(i))):
            return 1, False, True
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

    def _nunated(self, i: int) -> bool:
        """صحافيون | منشورات: the plural in ـون before no genitive (صحافيو المدينة)."""
        return self.words[i].endswith("ون") and self.words[i] in self.reading.lexicon.plurals

    def _agrees_in_number(self, i: int) -> bool:
        """مسؤولون | أمميون | أجانب, whatever the class of the adjective elsewhere; not مسؤولون | يعملون."""
        if not self.words[i - 1].endswith("ون"):
            return False
        plural = self.words[i].endswith("ون") and self.letters[i] not in "vV"
        return plural or (self.letters[i] in "tu" and self._nunated(i - 1))

    def _accusative(self, i: int) -> bool:
        """An indefinite accusative behind another case: no adjective of what stands before it."""
        word, before = self.words[i], self.words[i - 1]
        return word.endswith("ا") and before.endswith(("ون", "ان")) and word not in self.reading.lexicon.classes

    def _inside(self, i: int, head: str) -> bool:
        """مسؤول فيها, المالكة لها: a pronoun with the preposition that the noun or its adjective keeps."""
        if self.words[i] in ("فيها", "فيه", "منهم", "منها"):
            return head in "tu"
        kept = self.reading.lexicon.keeps.get(self.plain(i - 1), frozenset())
        return any(self.words[i].startswith(preposition) for preposition in kept)

    def describes(self, i: int, head: str) -> bool:
        """Whether the definite word at ``i`` is an adjective of the phrase before it: الشؤون الخارجية."""
        letter, word = self.letters[i], self.words[i]
        if letter == "n":
            return word.startswith("ال") and word.endswith("ية") and self.letters[i - 1] in DEFINITE
        if letter not in _DESCRIBING or word.startswith("البالغ"):
            return False
        if letter == "W":
            if self.letters[i + 1] == "p" and self.letters[i + 2] in "z0":
                return False  # التقرير السنوي | الصادر في 3 مايو
            behind_name = self.letters[i - 1] in "lxnwA" and word.endswith("ات")
            return not behind_name and not self._surname_of_title(i)
        if letter in "TJ" and self._attribute(i):
            return True
        if letter == "J":
            return self.keeps(i + 1) or not (self._only_a_name(i) and self._surname_of_title(i))
        relative = word.endswith(("ية", "ي"))
        if letter == "O":
            return relative or word.startswith("الم")
        if letter in "lx":
            return word.startswith("ال") and word.endswith("ية")  # جامعة راجح العربية
        if letter == "M":
            return word.startswith("ال" if head == "t" else "الم") or (word.startswith("ال") and self.owned(i + 1))
        people = self.reading.lexicon.kinds.get(self.plain(i)[:-2]) in _RELATIONS and word.endswith(("يين", "يون"))
        of_many = people and self.words[i - 1].endswith(("ين", "ون", "ات", "اء"))
        described = (relative and not self._plural(i)) or of_many or self._qualifies(i, head)
        return self.letters[i + 1] not in "nwBhA" and described

    def _only_a_name(self, i: int) -> bool:
        """الجندوبي: not the adjective of a people or a place as التركي is."""
        lexicon, word = self.reading.lexicon, self.plain(i)
        listed = lexicon.classes.get(word) == "n" or self.words[i] in lexicon.names
        return listed and word not in lexicon.kinds

    def _qualifies(self, i: int, head: str) -> bool:
        """A title that describes what stands before it: التجمع المحلي المعارض, وكيل الوزارة المساعد."""
        if self.plain(i) in self.reading.lexicon.keeps:
            return self.letters[i + 1] != "J"
        if self.reading.lexicon.kinds.get(self.plain(i)) == "office":
            return False
        shaped = self.letters[i] == "T" and self.words[i].startswith("الم")
        return shaped and self.letters[i - 1] in "oOJMWDxnw»" and head in "oud"

    def _attribute(self, i: int) -> bool:
        """An adjective whatever its class elsewhere: تقرير حديث, المسجد الكبير, مصادر مطلعة."""
        keeps = self.reading.lexicon.keeps
        kept = keeps.get(self.plain(i)) or keeps.get(self.plain(i).removesuffix("ا"), frozenset())  # بارزا
        alone = self.letters[i - 1] in "udoj" and self.letters[i + 1] in _AFTER_NAME
        return "-" in kept or (bool(kept) and alone)

    def _described(self, i: int) -> bool:
        """بيان صادر عن, رسالة مسربة من: an indefinite participle with its preposition, behind an indefinite noun."""
        return self.letters[i + 1] == "p" and self.owned(i + 1)

    def _surname_of_title(self, i: int) -> bool:
        """الرئيس الجندوبي: a definite word behind a bare title is a name unless shaped or known as an adjective."""
        word = self.words[i]
        if not self.words[i - 1].startswith("ال") or (self.letters[i] == "W" and word.endswith("ي")):
            return False
        bare = self.letters[i - 1] == "T" and self.letters[i - 2] not in BARE and self.letters[i + 1] in _AFTER_NAME
        return bare and not word.startswith("الم") and word[-1] not in "ةن"

    def apposed_participle(self, i: int) -> bool:
        """بائع | بالغ من العمر …: a participle that tells more of a person, no part of the name."""
        return self.letters[i + 1] == "p" and self.words[i].startswith(("بالغ", "البالغ"))

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
        if letter in "Vp" and self._verbal_noun(i):
            return 1, True, True
        if letter == "p":
            return self.complement(i, limit, head, True), False, False
        if letter == "y" and self._inside(i, head):
            return 1, False, True
        if letter == "s" and self.letters[i + 1] in DEFINITE:
            return 1, True, True  # مؤلف هذا المعجم
        if letter in "mPwv" and self._described(i):
            return 1, False, True
        if letter == "&" and self.letters[i + 1] in "toim":
            return 2, True, True
        return 0, False, True

    def _courtesy_owned(self, i: int) -> bool:
        """سموه | اعتزاز المملكة: a courtesy with its pronoun takes no genitive."""
        return self.words[i].endswith("ه") and self.reading.lexicon.classes.get(self.words[i][:-1]) == "h"

    def _verbal_noun(self, i: int) -> bool:
        """شركة نشر الألعاب, أستاذ علم الفلك, شركة بناء: a noun with the letters of a verb or a particle, in the chain."""
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

    def _foreign(self, i: int, head: str) -> int:
        """صحيفة تشاد بوست: an unknown word that goes on with the place in a name."""
        named = head == "o" and self.letters[i - 1] == "o" and self.letters[i : i + 2] in ("lw", "xw")
        return int(named and self.letters[i + 2] in "Jq,z:p)")

    def _run(self, i: int, limit: int, letter: str) -> int:
        stop = i
        same = letter if letter in "lx" else "nB" if letter in "nB" else "wAl"
        if letter in "wA" and self.letters[i - 1] == "o":
            same = "wAlxnB"  # محطة كي إن تي سي
        while stop < limit and (self.letters[stop] in same or (letter == "w" and self.unheard(stop))):
            if letter in "nB" and stop > i and self._name_closed(stop):
                break
            stop += same == "wAlxnB" and self._initial(stop + 1)
            if letter == "l" and stop > i and self._two_places(i, stop):
                break
            if letter == "x" and stop > i and self._two_names(i, stop):
                break
            stop += 1
        if letter == "n" and self.letters[i - 1] in "oO" and self.letters[stop] == "l":
            stop += 1  # حزب أمل تشاد, جامعة وادي الفرات
        while stop > i + 1 and self.letters[stop - 1] == "B":
            stop -= 1  # بائع الخضر | أبو رائد
        return stop - i

    def unheard(self, i: int) -> bool:
        """نورث هيل: a word read as a verb by its shape alone."""
        return self.letters[i] == "v" and self.words[i] not in self.reading.lexicon.classes

    def _name_closed(self, stop: int) -> bool:
        """نادي المرجان | عادل …, عين السدر | عمار …: a name with the article closes the chain."""
        return self.words[stop - 1].startswith("ال") and not self.words[stop].startswith("ال")

    def _initial(self, i: int) -> bool:
        """محطة كي إن تي سي, موقع تي ام زد: a short word inside a foreign name."""
        return len(self.words[i]) <= _LONGEST_INITIAL and self.letters[i] in "cqQUhei" and self.letters[i + 1] in "wA"

    def _state(self, first: int, stop: int) -> bool:
        """تشاد, النيجر: a country or a capital, no part of a longer name."""
        return self.reading.lexicon.kinds.get(" ".join(self.words[first:stop])) in _STATES

    def _two_places(self, first: int, stop: int) -> bool:
        """تتهم تشاد | النيجر: two names of countries side by side are not one name."""
        return self._state(first, stop) and self._state(stop, stop + 1)

    def _two_names(self, first: int, stop: int) -> bool:
        """الحوثيون | التحالف العربي: two known names of bodies side by side are not one name."""
        known = self.reading.lexicon.kinds
        return self.words[first].startswith("ال") and self.words[stop].startswith("ال") and all(
            any(" ".join(self.words[start : start + n]) in known for n in lengths)
            for start, lengths in ((first, (stop - first,)), (stop, (3, 2, 1)))
        )

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
        if follows == "O" and self.letters[i - 2] == "&" and self.letters[i + 2] != "J":
            return 2  # نقابة عمال المسرح والسينما والإذاعة
        return 0

    def gloss(self, i: int, limit: int) -> int:
        """A short quotation that belongs to the name: وكالة "سانا"."""
        if self.letters[i] != "«":
            return 0
        close = self.letters.find("»", i, min(limit, i + _LONGEST_GLOSS + 2))
        if close < 0:
            return 0
        inside = self.letters[i + 1 : close]
        foreign = set(inside) <= set("wAnq")  # ميد ان ايت: an English "in", not أن
        spoken = not foreign and bool(set(inside) & _SPEECH)
        spoken = spoken and not (self._names(i) and len(inside) <= _LONGEST_TITLE)
        phrase = inside[:1] == "p" and self.letters[i - 1] in "uUtT"  # الركاب «في صحة جيدة»
        return 0 if inside[-1:] in (".", "?", "!", "") or spoken or phrase else close + 1 - i

    def _names(self, i: int) -> bool:
        """صحيفة «سبق»: behind the bare noun of a medium or a body even a verb in marks is a name."""
        return self.letters[i - 1] == "o" and self.words[i - 1] in self.reading.lexicon.naming

    def bracketed(self, i: int, limit: int) -> int:
        """The tokens of a short bracket with its signs."""
        close = self.letters.find(")", i, min(limit, i + _LONGEST_GLOSS + 1))
        return close + 1 - i if close > 0 else 0


# the classes that end a phrase or may go on with it, by what stands before: what `_step` need not be asked
GOES_ON_OPEN = frozenset("ThStoudimj#wnABpysPvV&«") | DEFINITE
GOES_ON_DEFINITE = frozenset("«JWOlxMTUn/&y#pA(")
ENDS_INDEFINITE = frozenset(",.:;?!qQ\n)»-0RrkN")
_DESCRIBING = frozenset("nJWOlxMTU")
_AFTER_NAME = frozenset(",.:qQ«pzVvy(\n")
_JOINED_BARE = frozenset("toudim")
_RELATIONS = frozenset(("country", "region", "city", "religion", "current", "domain"))
_STATES = frozenset(("country", "capital"))
SELVES = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "عينه", "عينها"))
_SPEECH = frozenset("VvqR:kN")
GOES_ON_WORDS = SELVES | {"غير"}
_SCIENCES = frozenset(("علم",))
# objects that make one verb of saying with the verb: كشف النقاب عن, أماط اللثام عن, لفت الانتباه إلى
LIGHT_OBJECTS = frozenset(("النقاب", "اللثام", "الستار", "الستارة", "الانتباه", "الانظار", "النظر"))
_PATRONS = frozenset(("ملك", "امير", "سلطان", "رئيس", "امام", "شهيد", "خليفة", "قديس", "قديسة", "ملكة", "شيخ"))
