"""The noun phrases around a verb of saying: who says, and whom it is said of or to."""

from __future__ import annotations

from attribution.cues.bearers import PRONOUNS, Bearers
from attribution.cues.clause import RELAYING, Clause, Complement
from attribution.cues.particles import own_prepositions
from attribution.mentions import Mention

_ADDRESSED = frozenset("الجميع الناس العالم المجتمع المواطنين الاهالي".split())  # whom one calls upon
_HEARSAY = frozenset("انباء معلومات اخبار شائعات اشاعات تسريبات".split())
_BLESSING = frozenset(("السلام", "الصلاة", "افضل", "ازكى"))
_FEW = 3
_GENERAL = frozenset("suUWTz")


_HELD = frozenset(("اعتبر", "عد"))  # in the present their passive has the letters of their active


class Subjects(Bearers):
    """Finds the subject and the object of a verb."""

    def _subject_and_object(self, clause: Clause, i: int, limit: int) -> tuple[Mention | None, Mention | None, int]:
        """فعل + فاعل + مفعول به: who says, whom it is said of or to, and the token after them."""
        takes = clause.word.takes
        i = self._past_inversion(clause, i, limit)
        if self.words[i] in _HEARSAY and self.letters[i] in "Sm" and clause.word.gender == "f":
            stop = self.nouns.phrase_end(i, limit, "u")
            return Mention("unnamed", i, stop, (i, stop), (), "f", "pl"), None, stop  # وتحدثت أنباء عن …
        if not self._may_be_subject(clause, i):
            return None, None, i
        marked = self._mark_behind_subject(clause, i, limit)
        end = marked.at if marked else limit
        if self._pronoun_subject(clause.first):
            obj = self.nouns.at(i, end) if "obj" in takes and not clause.word.enclitic else None
            return None, obj, obj.last if obj else i
        if takes & {"obj", "np"} and self._preceded(clause):
            obj = self.nouns.at(i, end) if "obj" in takes else None
            return None, obj, obj.last if obj else i
        apart = "عن" if clause.word.lemma in RELAYING else "من" if clause.word.lemma == "طلب" else ""
        if apart:
            end = next((k for k in range(i, end) if self.letters[k] == "p" and self.words[k] == apart), end)
        single = marked is not None and "obj" not in takes and not ("np" in takes and self._object_before(i, end))
        subject = self._quoted_name(i, limit) or self.nouns.at(i, end, bounded=single)
        if marked is not None and single and marked.kind != "preposition":
            subject = subject or self._adjective_alone(i, end)
        subject, obj = self._parted(clause, subject, i, end, marked is not None)
        after = obj.last if obj else subject.last if subject else i
        if subject is not None and obj is None and marked is None and self._only_object(clause, subject):
            return None, None, i  # طلبت منه التحقيق
        thing = subject is not None and obj is None and subject.type != "person" and self.letters[i] == "M"
        thing = thing and "object2" in takes and clause.word.tense == "past" and not clause.word.enclitic
        if thing and marked is None:
            return None, None, i  # واعتبر الحوار أمرا ضروريا
        if subject is not None and obj is None and takes & {"obj", "quoteonly"}:
            subject, obj = self._given_back(subject)
        return subject, obj, after

    def _adjective_alone(self, i: int, end: int) -> Mention | None:
        """قال عسكري "…", أوضح استشاري الجراحة فلان أن …: an indefinite adjective for the person who bears it."""
        if self.letters[i] != "j" or self.words[i].endswith(("ا", "ة", "ات")):
            return None
        calls = self.words[i] in self.reading.lexicon.callings
        return self.nouns.titled(i, i, end) if calls else self.nouns.unnamed(i, end)

    def _parted(
        self, clause: Clause, subject: Mention | None, i: int, end: int, marked: bool
    ) -> tuple[Mention | None, Mention | None]:
        """اتهم فلان الشركة بـ…, دعا المواطنين إلى …: the subject and the object, of which one may lack."""
        takes = clause.word.takes
        if "obj" not in takes or clause.word.enclitic or subject is None:
            return subject, None
        if self._oblique(i):
            return None, subject  # دعا المواطنين إلى …
        j = self._past_circumstances(subject.last, end, own_prepositions(takes))
        if subject.type in ("organization", "document", "role") and not self._agrees(clause, subject):
            return None, subject  # ودعت المجتمع الدولي إلى …
        obj = self.nouns.at(j, end, bounded=marked) if self.letters[j] not in "iS«" and j < end else None
        clausal = self.letters[j] in "riI" and j < end  # وصف فلان ما حدث بـ…, وصف فلان استجابة الحكومة بـ…
        if obj is not None or clausal:
            return subject, obj
        opens = self._opens(clause.first, clause.sentence[0]) and self._agrees(clause, subject)
        prayed = self.words[i] == "الله" and clause.word.lemma in ("سأل", "دعا")
        # اتهم روسيا بأنها …, ودعا الجميع إلى …: the one noun phrase is whom it is said of
        alone = ("target" in takes and not opens) or self.words[i] in _ADDRESSED or prayed
        return (None, subject) if alone or self._rather_object(clause, subject, end) else (subject, None)

    def _only_object(self, clause: Clause, subject: Mention) -> bool:
        """طلبت منه التحقيق, مواطن انتقد الحكومة: behind another noun phrase, and of another gender than the verb."""
        follows = self.letters[clause.last] == "y" or self.letters[clause.first - 1] in "RjJnwutTUxo"
        thing = subject.type in ("document", "organization") and not self._agrees(clause, subject)
        return thing and follows and "np" in clause.word.takes

    def _rather_object(self, clause: Clause, subject: Mention, end: int) -> bool:
        """ووصف الأجور بأنها …, ودعت أنصارها إلى …: a thing, or somebody's own, is what the verb is done to."""
        i = subject.first
        stem = self.words[i].removesuffix("هم").removesuffix("ها").removesuffix("ه")
        owned = stem != self.words[i] and stem in self.reading.lexicon.plurals and subject.last == end
        owned = owned and self.letters[clause.first - 1] == "&"
        thing = subject.type in ("unnamed", "organization") and self.letters[i] in "mM"
        return owned or thing or (subject.type == "unnamed" and self.letters[i] == "W")

    def _mark_behind_subject(self, clause: Clause, i: int, limit: int) -> Complement | None:
        """كشف الناطق بجوازات المنفذ عن …: the mark of the complement, not the preposition that the subject claims."""
        prepositions = own_prepositions(clause.word.takes)
        marked = self._marked(clause.word.takes, prepositions, i, limit)
        if marked is None or marked.kind != "preposition" or marked.at == i:
            return marked
        claimed = self.letters[marked.at + 1] in "oOxl" or self.nouns.keeps(marked.at)
        whole = self.nouns.at(i, limit) if claimed else None
        if whole is None or whole.last <= marked.at:
            return marked
        return self._marked(clause.word.takes, prepositions, whole.last, limit) or marked

    def _past_inversion(self, clause: Clause, i: int, limit: int) -> int:
        """قال لـ"المدينة" مصدر …, أعلن في مؤتمر صحفي وزير …: where the subject stands behind a circumstance."""
        if self.letters[i] != "p" or self.words[i] in own_prepositions(clause.word.takes) or self._preceded(clause):
            return i
        start = self._past_circumstances(i, limit, own_prepositions(clause.word.takes))
        nominal = self.letters[start] in "tTuUx" and self.letters[start - 1] not in "hp"
        told = self.letters[start - 1] in ",»)zx" or (self.words[i] == "ل" and self.nouns.media(i + 1))
        named = self.letters[start] == "n" or (self.letters[start] == "w" and self.letters[start + 1] in "nW")
        nominal = nominal or (named and told)
        speaker = self.nouns.at(start, limit) if start > i and nominal else None
        if (
            speaker is None
            or self.words[start].endswith(PRONOUNS)
            or not self._agrees(clause, speaker)
            or clause.word.takes & {"obj", "weak"}
        ):
            return i
        marked = self._marked(clause.word.takes, own_prepositions(clause.word.takes), speaker.last, limit)
        return start if marked is not None and self._only_circumstances(speaker.last, marked.at) else i

    def _given_back(self, subject: Mention) -> tuple[Mention, Mention | None]:
        """هاجم فلان الرئيس السابق قائلا: a definite title right behind the name of a transitive verb's subject."""
        end = subject.span[1]
        if subject.type != "person" or not subject.roles or subject.roles[-1][0] < end:
            return subject, None
        first, last = subject.roles[-1]
        apposed = len(subject.roles) > 1 and subject.roles[-2][0] > end  # …، مفتي البلاد، المفتي الجديد
        if self.letters[first] != "T" or not (first == end or apposed):
            return subject, None
        end = subject.roles[-2][1] if apposed else end
        whole = Mention("role", first, subject.last, (first, last), ((first, last),))
        target = self.nouns.at(first, subject.last) or whole
        return subject._replace(last=end, roles=subject.roles[:-1]), target

    def _may_be_subject(self, clause: Clause, i: int) -> bool:
        blessed = self.words[i] in _BLESSING and self.letters[i - 1] == "y"  # قال عليه السلام
        if self._fused_preposition(clause, i) or blessed:
            return False
        if clause.word.person in ("1", "2") or (clause.word.number == "pl" and clause.word.person == "3"):
            return False
        if clause.word.enclitic and "b" in clause.word.takes and self._behind_b(i):
            return False
        if "called" in clause.word.takes and self.letters[i] == "«":
            return False  # ما سماه «الحملة المنظمة»
        if "np" in clause.word.takes and self.letters[i] == "I" and "weak" not in clause.word.takes:
            return False  # وأكد القبض على ثلاثة: what is reported
        return self.letters[i] not in "iSqQpyPVvN" and not (
            self.letters[i] == "I" and not self.words[i].startswith("ال")
        )

    def _fused_preposition(self, clause: Clause, i: int) -> bool:
        """تعهد بخفض السرعة: an unknown word that is rather the verb's own preposition and a verbal noun."""
        noun = self.letters[i] == "n" and self.reading.lexicon.classes.get(self.words[i][1:], "w") in "iSm"
        own = (self.letters[i] == "w" or noun) and self.words[i][0] in own_prepositions(clause.word.takes)
        return own and len(self.words[i]) > 3 and (self.letters[i + 1] in "MOWD" or self.words[i].endswith("ات"))

    def _pronoun_subject(self, i: int) -> bool:
        """أنه أبلغ المجلس بأن …, وهو يقول …: the subject is a pronoun, what follows the verb is not."""
        while i > 0 and self.letters[i - 1] in "kNz":
            i -= 1
        before, word = self.letters[i - 1 : i] if i else "", self.words[i - 1] if i else ""
        return before == "g" or (before in ("q", "Q", "e") and word.endswith(PRONOUNS))

    def _oblique(self, i: int) -> bool:
        """The sound masculine plural in ين cannot be a subject."""
        word, plurals = self.words[i], self.reading.lexicon.plurals
        if word.endswith("ي") and word in plurals and self.letters[i] in "tu":
            return True  # ناشد مرشحي الحزب
        plural = self.letters[i] in "WMJ" or word[2:] in plurals
        return plural and word.startswith("ال") and word.endswith("ين") and self.letters[i] in "UTWMJ"

    def _object_before(self, i: int, end: int) -> bool:
        """Whether an event noun, the likely object, stands between the verb and its mark: أعلن فلان انسحابه من …"""
        return any(
            letter in "iS" and self.letters[k - 1] not in "p&toumdiS" for k, letter in enumerate(self.letters[i:end], i)
        )

    def _considered(self, clause: Clause, subject: Mention | None, i: int) -> bool:
        """تعتبر هذه الخطوة الأولى: nobody considers, the thing is considered."""
        if clause.word.tense != "present":
            return False
        speaks = (
            subject is not None and subject.type in ("person", "role", "organization") and self.letters[i] not in "WM"
        )
        if subject is not None and self.letters[self._skip(subject.last, len(self.letters) - 1)] in "qQ":
            return False  # يرى محللون أن …
        if "object2" in clause.word.takes and self._mentioned(clause, i):
            return False
        if subject is not None and self.words[clause.first - 1] == "كما" and self.letters[subject.last] in ",.\n!?»":
            return False  # …، كما يرى اليمنيون
        if subject is not None and self._is_held(clause, subject):
            return True
        unclaimed = not speaks and not clause.word.enclitic and self.letters[i] not in "qQ«:"
        unclaimed = unclaimed and not (self.letters[i] in "iI" and self._preceded(clause))
        same = clause.word.lemma != "وصف"  # يوصف is spelt apart
        return same and "object2" in clause.word.takes and unclaimed

    def _is_held(self, clause: Clause, subject: Mention) -> bool:
        """يعتبر فلان واحدا من …, تعد المدينة أكبر …: a passive spelt like the active, and what is held of whom"""
        if clause.word.lemma not in _HELD or clause.word.tense != "present" or clause.word.enclitic:
            return False
        if self._preceded(clause):
            return False
        k, limit = subject.last, len(self.letters) - 1
        k = self._skip(k, limit)
        word, bare = self.words[k], self.letters[k].islower() and not self.letters[k + 1].isupper()
        elative = self.letters[k].islower() and word.startswith("ا") and len(word) == len("اكبر")
        return word == "من" or elative or (bare and word.endswith(("ا", "ة", "ى")))

    def _mentioned(self, clause: Clause, i: int) -> bool:
        """إذ يرى هؤلاء أن …, يعتبر كثيرون أن …: words too general for a speaker's name, and أن right behind them"""
        marked = self._marked(clause.word.takes, own_prepositions(clause.word.takes), i, clause.sentence[1])
        near = marked is not None and marked.kind == "that" and 0 < marked.at - i <= _FEW
        return near and marked is not None and set(self.letters[i : marked.at]) <= _GENERAL
