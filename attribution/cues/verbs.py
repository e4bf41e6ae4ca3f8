"""Finite verbs of saying: فعل + فاعل + مفعول."""

from __future__ import annotations

from attribution.cues.backward import Backward
from attribution.cues.clause import PLACED, RELAYING, Clause, Complement
from attribution.cues.homographs import PUBLISHING, Homographs
from attribution.cues.subjects import Subjects
from attribution.mentions import Mention

_PLACES = frozenset(("في", "ب", "على", "ضمن", "عن", "عبر"))  # where words are written

_WHAT = frozenset(("ما", "مما", "بما"))

_OWED = frozenset(("الفضل", "فضل", "الولاء", "الجميل"))
_EXPECTING = frozenset(("توقع", "رجح", "استبعد"))
_COURTS = frozenset("محكمة المحكمة محلفين المحلفين القضاء قاض قاضي القاضي قاضية".split())
_LIMBS = frozenset("يده يدها يديه يديها راسه راسها اصبعه اصبعها".split())
_TOPICS = frozenset(("اهمية", "تاريخ", "ضرورة", "مستقبل"))


class Verbs(Subjects, Homographs, Backward):
    """Reads finite verbs."""

    def verb(self, clause: Clause) -> Clause | None:
        """فعل + فاعل + مفعول: قال الوزير إن …, أعلنت الوزارة تمديد …"""
        polarity = self._polarity(clause.first, clause.word.tense) or clause.word.polarity
        resumed = self._resumes_what(clause)
        if polarity == "unreal" or self._no_verb(clause) or not (resumed or self._may_own(clause)):
            return None
        called = "called" in clause.word.takes and clause.word.form == "verb"
        if called and self.words[clause.first - 1] in _WHAT:  # ما سماه "…", not سماه "…"
            clause = clause._replace(word=clause.word._replace(takes=clause.word.takes | {"quote"}))
        if polarity != clause.polarity:
            clause = clause._replace(polarity=polarity)
        limit = self._limit(clause)
        named = self._participants(clause, self._skip(clause.last, limit), limit)
        if named is None:
            return None
        clause, after = named
        complement = self._reported(clause, after, limit)
        if complement is None or complement.kind == "preposition":
            clause, inner = self._within_subject(clause)
            complement = inner or complement
        barred = complement is not None and (
            self._barred(clause, complement)
            or (resumed and not self._may_own(clause) and not self._told_by(complement))
        )
        if complement is None or barred or "نقلا" in self.words[after : complement.at]:
            self.bare.setdefault(clause.first, clause)  # قالت الوكالة نقلا عن فلان إن …: the relay has the clause
            return None
        return clause._replace(complement=complement)

    def _within_subject(self, clause: Clause) -> tuple[Clause, Complement | None]:
        """لم تعلن أي دولة اعترافها بـ…: an event with its owner in what looks like the subject begins what is said."""
        subject = clause.subject
        if subject is None or "np" not in clause.word.takes or "weak" in clause.word.takes:
            return clause, None
        at = next((k for k in range(subject.first + 1, subject.last) if self._owned_event(k)), -1)
        shorter = self.nouns.at(subject.first, at) if at > 0 else None
        if shorter is None:
            return clause, None
        return clause._replace(subject=shorter), Complement("noun", at, at)

    def _owned_event(self, k: int) -> bool:
        """A verbal noun with its pronoun, or one behind a name: اعترافها, جاهزية لاعبيه."""
        claimed = self.letters[k] in "IS" or self.words[k].startswith("مسؤولي")  # مسؤوليتها
        owned = claimed and self.words[k].endswith(("ه", "ها", "هم")) and self.letters[k - 1] != "p"
        return owned or (self.letters[k] in "iS" and self.letters[k - 1] in "nx" and self.letters[k + 1] in "MIU")

    def _participants(self, clause: Clause, i: int, limit: int) -> tuple[Clause, int] | None:
        """The clause with who says and whom it is said of, and the token after them; None where nobody speaks."""
        subject, obj, after = self._subject_and_object(clause, i, limit)
        if clause.word.lemma in PLACED and subject is None and self.words[i] in ("في", "ب"):
            subject, after = self._bearer(i + 1, limit)
        if (obj is None and self._considered(clause, subject, i)) or self._described_by(clause.word.lemma, subject):
            return None
        spoken = self._tongue(after, limit)
        if spoken is not None:
            subject, after = spoken, spoken.last
        if clause.word.lemma in RELAYING:
            obj, end = self._relayed(after, limit)
            if obj is None and not self._hands_on(clause, subject, after, limit):
                return None
            after = end if obj is not None else after
        if subject is not None or obj is not None:
            clause = clause._replace(subject=subject, object=obj)
        return clause, after

    def _hands_on(self, clause: Clause, subject: Mention | None, after: int, limit: int) -> bool:
        """نقلت الوكالة أن …: a medium that names no source"""
        if clause.word.lemma != "نقل" or subject is None or subject.type not in ("organization", "unnamed"):
            return False
        if clause.word.enclitic and self.words[clause.first - 1] == "كما":
            return True  # …، كما نقلته الوكالة
        marked = self._marked(clause.word.takes, frozenset(), after, limit)
        return marked is not None and marked.kind == "that" and self._only_circumstances(after, marked.at)

    def _reported(self, clause: Clause, after: int, limit: int) -> Complement | None:
        """What is reported: before the verb where the verb points back, else after it, else before it."""
        before = self._quoted_before(clause, after)
        backward = before or self._backward(clause, after)
        if backward is not None and self._looks_back(clause):
            return backward
        if self.words[after] == "من" and self.letters[after + 1] in "qQ":
            return Complement("that", after, after + 2)  # ما أعلنه فلان من أن …
        relays = clause.word.lemma in RELAYING
        complement = None
        if "weak" in clause.word.takes and not relays:
            complement = self._close_complement(clause, after, limit)
        elif not (relays and self.letters[self._skip(after, limit)] == "S"):
            complement = self._complement(clause, after, limit)
        complement = complement or before
        if complement is not None and clause.word.lemma in PLACED and not self._placed(clause, after, complement):
            complement = None
        return complement or backward

    def _barred(self, clause: Clause, complement: Complement) -> bool:
        if self._speechless(clause, complement) or self._by_nobody(clause, complement):
            return True
        if complement.kind == "noun" and clause.word.form == "passive":
            return self.letters[complement.at] != "i" or not self.reading.has_damma(clause.first)
        if complement.kind == "that" and clause.word.takes == {"event"}:
            return True  # فضح التقرير من يتجاهلون أن …
        if "media" in clause.word.takes and clause.word.form == "verb":
            return clause.subject is None or clause.subject.type != "organization"  # علمت الوكالة أن …
        if "topic" in clause.word.takes and complement.kind == "preposition" and self._topic(complement.start):
            return True
        if "objonly" in clause.word.takes and not self._transitive(clause, complement):
            return True
        return self._moved_by_thing(clause, complement)

    def _speechless(self, clause: Clause, complement: Complement) -> bool:
        """أدانت المحكمة فلانا, أكد هذا الواقع اختلالا, أشار بيده إلى …, فلان لم تسمه أن …: verdicts, facts, gestures,
        the clause of another verb."""
        subject = clause.subject
        if self.words[clause.first] == "اخطر" and complement.kind != "that":
            return True  # من أخطر الطرق
        if subject is not None:
            if clause.word.lemma == "أدان" and self.words[subject.last + 1] in _OWED:
                return True  # يدين الفريق بالفضل
            if clause.word.lemma == "أدان" and not _COURTS.isdisjoint(self.words[subject.first : subject.last]):
                return True
            if complement.kind == "noun" and self.letters[subject.first : subject.first + 2] == "sM":
                return True
        gesture = not _LIMBS.isdisjoint(self.words[clause.last : complement.at])
        return gesture or ("called" in clause.word.takes and self.words[complement.at] == "ان")

    def _by_nobody(self, clause: Clause, complement: Complement) -> bool:
        """ويتوقع أن يعود الوفد: at the head of its clause and without a subject a passive, and nobody's words"""
        word, first = clause.word, clause.first
        if word.lemma not in _EXPECTING or word.tense != "present" or (word.gender, word.number) != ("m", "sg"):
            return False
        event = complement.kind == "noun" and self.letters[complement.at] in "iI"  # ويتوقع إطلاق …
        that = complement.kind == "that" and self.words[complement.at] == "ان"
        if clause.subject is not None or complement.at != clause.last or not (event or that):
            return False
        said = any(letter in "VPC" for letter in self.letters[clause.sentence[0] : first])
        return self.letters[first - 1] in "&\n,crz" and not said

    def _transitive(self, clause: Clause, complement: Complement) -> bool:
        """أرجع الخبير الأزمة إلى …, but ترجع الأزمة إلى …: an object stands before the verb's preposition."""
        if clause.subject is None and clause.word.tense == "present" and not self._preceded(clause):
            return False  # the same letters as the intransitive رجع
        if clause.object is not None or clause.word.enclitic:
            return True
        after = clause.subject.last if clause.subject else clause.last
        after = self._skip(after, complement.at)
        return after < complement.at and self.letters[after] not in "pzy,"

    def _topic(self, i: int) -> bool:
        """تحدث عن تاريخ المدينة: a definite thing is a topic; تحدث عن خلافات: this tells what happened."""
        letter = self.letters[i]
        owned = letter in "mdtou" and self.letters[i + 1].isupper()
        shown = letter == "s" and self.letters[i + 1].isupper()  # تحدث عن هذه المسألة
        return owned or shown or letter in "MTOUWDJ" or self.words[i] in _TOPICS

    def _described_by(self, lemma: str, subject: Mention | None) -> bool:
        """استطلاع نشرت نتائجه أمس، أن …: the noun with its pronoun belongs to the description of another."""
        if subject is None or subject.type in ("person", "role", "unnamed", "organization"):
            return False
        things = "MID" if lemma in PUBLISHING else "MI"
        return self.words[subject.span[0]].endswith(("ه", "ها")) and self._head(subject) in things

    def _may_own(self, clause: Clause) -> bool:
        """أبلغه، وصفها: a pronoun fits a verb that has an object; ما قاله, كما نقله fit them all."""
        if not clause.word.enclitic:
            return True
        if self.words[clause.first - 1] == "كما" and clause.word.enclitic in ("ه", "ها"):
            return True
        fits = bool(clause.word.takes & {"obj", "object2", "np"})
        return (fits and not self._resumes_what(clause)) or self._looks_back(clause)

    def _resumes_what(self, clause: Clause) -> bool:
        """ما قاله: the pronoun stands for ما."""
        if not clause.word.enclitic or "naming" in clause.word.takes:
            return False
        before = clause.first - 1 - (self.letters[clause.first - 1] == "k")
        return self.words[before] in _WHAT

    def _told_by(self, complement: Complement) -> bool:
        """ما تناقلته مواقع من أن …, ما كان يردده: "…": what ما stands for, told behind the verb."""
        quoted = complement.kind == "colon" and self.letters[complement.at + 1] == "«"
        return quoted or (complement.kind == "that" and self.words[complement.at] == "من")

    def _moved_by_thing(self, clause: Clause, complement: Complement) -> bool:
        """مما أكد صحة …, ما دعا فلانا إلى …: ما is the subject, and a fact does not speak; but ما قالت إنه …"""
        if self.words[clause.first - 1] not in _WHAT:
            return False
        if self.letters[clause.first - 2] in "zuwm" and self.words[clause.first - 2].endswith(("ا", "ة")):
            return False  # غالبا ما تعترف: this ما means nothing
        forward = complement.kind in ("that", "noun", "preposition", "colon") and not clause.word.enclitic
        taken_up = self.words[complement.at].endswith(("ه", "ها", "هم")) and complement.kind == "that"
        described = clause.word.lemma == "وصف"  # ما يوصف بـ…
        return forward and not taken_up and not described

    def _placed(self, clause: Clause, after: int, complement: Complement) -> bool:
        """جاء في البيان أن …, وجاء فيه: it is said only where the document, or nothing, stands between."""
        between = self.letters[after : complement.at]
        if complement.kind in ("before", "clause"):
            return True
        at = clause.last + (self.letters[clause.last] in "zs")
        stands = self.letters[at] in "qQ:y" or self.words[at] in _PLACES or clause.word.lemma == "نشر"
        other = (k for k, letter in enumerate(between, after) if letter in "VvPk")
        return stands and all(self._describes(k) for k in other)
