"""Who says it, as written: the subject after the verb, before it, across a relative pronoun, or behind a relay."""

from __future__ import annotations

from attribution.cues import Clause
from attribution.mentions import BARE, Mention
from attribution.preverbal import HEARSAY, ON_IT, Preverbal, Said


class SpeakerFinder(Preverbal):
    """Finds the speakers of one document's clauses."""

    def find(self, clause: Clause) -> Said | None:
        """The speaker of ``clause`` by the first rule that applies, the deciding rule in ``evidence``.

        None when nobody can be speaking: a thing expresses or rejects something (البيئة تعبر عن …).
        """
        if clause.word.form == "passive" and self.words[clause.last] in ON_IT:
            written = self.written_on(clause)  # لافتة كُتب عليها
            if written is not None:
                return written
        if clause.word.form == "passive" and clause.word.lemma not in _RELAYING:
            return Said(None, None, "speaker:passive")  # قيل إن …: nobody is named
        if self._carried_out(clause):
            return Said(None, None, "speaker:passive")
        if self._issued(clause):
            return Said(None, None, "speaker:elided")
        said = next((said for rule in _RULES if (said := rule(self, clause)) is not None), None)
        said = said or Said(None, clause.via, "speaker:elided")
        return said if self._can_speak(clause, said) else None

    def _carried_out(self, clause: Clause) -> bool:
        """تم الإعلان عن …, تم إخبار السكان بأن …: a light verb that names nobody."""
        if clause.word.form != "verbal_noun" or clause.word.enclitic:
            return False
        for i in range(clause.first - 1, max(clause.sentence[0], clause.first - 6) - 1, -1):
            if self.words[i] in _CARRIED_OUT:
                return True
            if self.letters[i] in "VvqQ,.«»":
                return False
        return False

    def _issued(self, clause: Clause) -> bool:
        """وزعت الشركة بيانا قالت فيه …, بيانا جاء فيه …: the document is an object, its issuer speaks."""
        first = clause.first - 1
        issued = self.letters[first] == "d" and self.words[first].endswith("ا")
        return issued and self.words[clause.last] in ("فيه", "فيها")

    def _can_speak(self, clause: Clause, said: Said) -> bool:
        """A clause or a quotation may be anybody's words; a noun phrase only those of somebody known to speak."""
        kind = clause.complement.kind if clause.complement else ""
        if clause.complement and self.letters[clause.complement.at] == "«":
            kind = "quote"
        silent = "weak" in clause.word.takes or clause.word.form == "colon"
        if silent and said.mention is not None and self._thing(said.mention):
            return False
        if clause.word.lemma == "كشف" and kind in ("noun", "preposition") and self._finds(said):
            return False
        if "speech" in clause.word.takes and self._only_said(clause, said, kind):
            return True
        if kind not in ("preposition", "noun") or clause.word.form != "verb":
            return kind != "clause" or said.mention is None or not self._thing(said.mention)
        if said.mention is not None:
            return not self._thing(said.mention)
        i = clause.first - 1
        if self.words[clause.last] in ("فيه", "فيها"):
            return True  # بيانا … يعلن فيه
        while i > clause.sentence[0] and self.letters[i] in "kNz":
            i -= 1
        if i < clause.sentence[0] or self.letters[i] in "&,\nc«:rqQeg" or self.words[i] in ("كما", "من"):
            return True
        return self._led_by_speaker(clause, i)

    def _finds(self, said: Said) -> bool:
        """كشفت الدراسة ارتفاع …, كشفت التحريات عن …: what is found, where nothing is said"""
        return said.mention is not None and self.words[said.mention.span[0]].removeprefix("ال") in _FINDINGS

    def _only_said(self, clause: Clause, said: Said, kind: str) -> bool:
        """طالبت جماهير النادي بـ…: a verb of nobody but speakers, and behind it its preposition, or an event that is
        announced (أعلن طيران النورس تسليم …, but أعلنت حالة الطوارئ)"""
        if kind == "noun" and "that" in clause.word.takes and clause.complement:
            return said.mention is not None and self.letters[clause.complement.at] in "iIS"
        return kind in ("noun", "preposition")

    def _led_by_speaker(self, clause: Clause, i: int) -> bool:
        """لكن حداد نفى …, حداد الذي نفى …: a name or the noun of a person or a body leads the verb; ما وصفه بـ… too."""
        if self.letters[i] == "R":
            if clause.word.enclitic and "naming" in clause.word.takes:
                return True  # المشروع الذي وصفه بـ…
            i -= 1
        if self.letters[i] == "-" and self.letters.find("-", clause.sentence[0] + 1, i) > 0:
            return True  # فصائل -بينها النجوم- هددت
        while i > clause.sentence[0] and self.letters[i] in "Jj,&":
            i -= 1
        return self.letters[i] in "nwBWTtUuxOolh"

    def _thing(self, mention: Mention) -> bool:
        """A common noun that is neither a person, a body nor a document."""
        head = mention.span[0]
        head += self.letters[head] == "s"
        if self.letters[mention.first] == "«" or self.words[head] in HEARSAY:
            return False  # علمت «المدار» أن …, معلومات تؤكد …
        if self.letters[head] == "u" and self.words[head] not in self.reading.lexicon.generic:
            head += 1  # جميع الدلائل
        return self.letters[head] in "mMiIS" and mention.type not in ("person", "role", "document")

    def relay(self, clause: Clause) -> Said | None:
        """نقلت وكالة … عن فلان (قوله) إن: the speaker stands after عن, the subject is the relay."""
        if clause.word.form == "verbal_noun" and (clause.word.enclitic or self.words[clause.first] == "القول"):
            return self._relay_before(clause)
        if clause.word.lemma in _RELAYING and clause.object is not None:
            return Said(clause.object, clause.subject, "speaker:relay")
        return None

    def _relay_before(self, clause: Clause) -> Said | None:
        start = clause.sentence[0]
        for i in range(clause.first - 1, start - 1, -1):
            bare = self.bare.get(i)
            if bare is not None and bare.word.lemma in _RELAYING and bare.object is not None:
                return Said(bare.object, bare.subject, "speaker:relay")
        if "p" in self.letters[clause.first - 1 : clause.first + 1]:
            return None  # وأجابت عن سؤال الصحيفة بقولها
        for i in range(clause.first - 1, start - 1, -1):
            if self.letters[i] == "p" and self.words[i] == "عن":
                mention = self.nouns.at(i + 1, clause.first)
                if mention is not None and clause.first - mention.last <= 6:
                    return Said(mention, None, "speaker:relay")
        return None

    def after(self, clause: Clause) -> Said | None:
        """فعل + فاعل: قال الوزير."""
        if clause.subject is None:
            return None
        return Said(clause.subject, clause.via, f"speaker:{'source' if clause.word.form == 'preposition' else 'after'}")

    def relative(self, clause: Clause) -> Said | None:
        """الذي / التي + فعل: the antecedent if it stands right before."""
        i = clause.first - 1
        while i > clause.sentence[0] and self.letters[i] in "kNy":
            i -= 1
        if self.letters[i] != "R" or i <= clause.sentence[0] or clause.word.enclitic:
            return None
        if self._spoken_of(clause, i) or self.in_document(clause):
            return None
        stop = i - (self.letters[i - 1] == "&")
        stop -= self.letters[stop - 1] == ","
        second = self.letters.rfind("R", clause.sentence[0], stop)  # بعض السجناء الذين قابلهم، والذين …
        first = max(clause.sentence[0], stop - 14, second + 2 if second >= 0 else 0)
        near = range(first, stop)
        heads = [start for start in near if self.letters[start] in _HEADS]
        openings = [start for start in heads if self._phrase_begins(start)]
        objects = (start for start in heads if self.letters[start] in _OBJECTS or self._object_named(start))
        for start in (*openings, *objects):
            mention = self.nouns.at(start, stop)
            if mention is not None and mention.last == stop and self._taken_up(i, mention):
                return Said(mention, None, "speaker:relative")
        return None

    def _spoken_of(self, clause: Clause, i: int) -> bool:
        """القوانين التي قال إنها …, القرار الذي قالت إنه …: the antecedent is what somebody else speaks of."""
        word = clause.word
        return word.person in ("3", "") and (word.gender, word.number) in _SUBJECT_OF.get(self.words[i], ())

    def _object_named(self, i: int) -> bool:
        """التقى الوفد المهندس فلانا الذي …: a courtesy, a title or a name behind a noun that cannot own it."""
        return self.letters[i] in "hTn" and self.letters[i - 1] not in BARE | {"n", "h", "B"}

    def _taken_up(self, i: int, mention: Mention) -> bool:
        """Whether the pronoun agrees: not الشركة الذي قال, not كلمات الممثلين التي أكدت."""
        other = _PRONOUN_GENDER.get(self.words[i])
        return other != mention.gender or (other == "m" and mention.type in ("organization", "document"))

    def _phrase_begins(self, i: int) -> bool:
        return i == 0 or self.letters[i - 1] in ",&pVvCqQckKe\n.«»:zPRygs"

    def governed(self, clause: Clause) -> Said | None:
        """حال: a participle or a noun of saying shares the subject of the verb before it."""
        if clause.word.form not in ("participle", "verbal_noun"):
            return None
        best = None
        for i in range(clause.first - 1, clause.sentence[0] - 1, -1):
            bare = self.bare.get(i)
            if bare is not None and (i == clause.sentence[0] or self.letters[i - 1] in ",&kNcr\n"):
                mention = bare.object if bare.word.lemma in _RELAYING and bare.object else bare.subject
                mention = mention or self._named_ahead(bare)
                if mention is None and self.letters[i - 1] == "r":
                    continue  # رد فلان على ما كتب قائلا
                if mention is not None and self._hands_on(bare, mention):
                    return Said(mention, None, "speaker:governing-verb")
                if mention is not None:
                    return Said(None, None, "speaker:governing-verb")
                return Said(None, None, "speaker:governing-verb", governor=i)
            near = self.clauses.get(i)
            if near is not None and (near.word.form in ("verb", "passive", "participle") or near.evidence):
                best = i
                break
        return Said(None, None, "speaker:governing-clause", governor=best) if best is not None else None

    def _named_ahead(self, bare: Clause) -> Mention | None:
        """أما فلان، فقد علق على الخطاب قائلا: the subject of the governing verb, named before it."""
        plain = {"that", "quote"} <= bare.word.takes and bare.word.lemma not in _RELAYING
        said = self.before(bare) if plain else None
        return said.mention if said is not None and said.mention is not None and said.mention.is_named else None

    def _hands_on(self, bare: Clause, mention: Mention) -> bool:
        """رد فلان قائلا: a verb of saying shares its subject; دافع عن قراره قائلا, يؤكد ضلالهم لافتا: not so."""
        says = "weak" not in bare.word.takes or "quote" in bare.word.takes
        return says and bare.word.lemma not in _DOING and not self._thing(mention)


_CARRIED_OUT = frozenset(("تم", "تمت", "يتم", "تتم", "سيتم", "ستتم", "جرى", "يجري"))
_FINDINGS = frozenset(
    "دراسة دراسات بحث ابحاث استطلاع استطلاعات مسح تحريات تحقيقات تحاليل فحوص فحوصات فحص اختبار اختبارات مؤشر مؤشرات "
    "نتائج احصاءات احصائية لقطات صور معاينة جولة تجربة".split()
)
_RELAYING = frozenset(("نقل", "نسب"))
_DOING = frozenset(("نشر", "بث", "دافع", "شهد", "دون", "أتم", "داعب"))  # they do more than say
_PRONOUN_GENDER = {"الذي": "f", "التي": "m"}  # the gender that the pronoun excludes
# the gender and number of a verb whose subject the pronoun cannot be
_SUBJECT_OF = {
    "التي": {("m", "sg"), ("m", "pl")},
    "الذي": {("f", "sg"), ("f", "pl"), ("m", "pl")},
    "الذين": {("m", "sg"), ("f", "sg")},
}
_OBJECTS = frozenset("dDoOuU")  # وزع المكتب تقريره، الذي أوضح
_HEADS = frozenset("tTnwWoOxluUdDmMhAB")
_RULES = (
    SpeakerFinder.relay,
    SpeakerFinder.after,
    SpeakerFinder.relative,
    SpeakerFinder.before,
    SpeakerFinder.described,
    SpeakerFinder.governed,
)
