"""What makes a word of saying a report: its clause, quotation, colon, preposition or noun phrase after the cue."""

from __future__ import annotations

from attribution.cues.addressees import Addressees
from attribution.cues.clause import Clause, Complement
from attribution.cues.particles import MANNERS, WAYS, own_prepositions
from attribution.lexicon.words import cue_readings
from attribution.phrases import LIGHT_OBJECTS

_SAME = frozenset("ذاته نفسه عينه ذاتها نفسها".split())  # في الوقت نفسه
_NAMED = frozenset("nBwWxJ,")
_APPOSED = frozenset("nBxlJ,")
_NOUN_START = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
_BLAME = frozenset("مسؤولية المسؤولية مسئولية المسئولية تبعات تبعة".split())
_TITLED = frozenset("TJOtoy»")
_YEAR = frozenset(("عام", "سنة", "العام"))
_ERA = frozenset(("ه", "م"))
_ISSUED = frozenset(("صادر", "صادرة"))
_PURPOSE = frozenset(("كي", "لكي", "حتى", "ريثما"))
_SPEECH = 5  # tokens in marks that are more than a name
_PUBLISHED = ("نشر", "صدر", "اصدر", "اجري", "اعد", "شمل")


class Complements(Addressees):
    """Finds the complement that a cue has after it."""

    def _complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        takes = clause.word.takes
        if "blame" in takes:
            return self._blame(clause, limit)
        if "asked" in takes and (asked := self._asked(clause, after, limit)):
            return asked
        prepositions = own_prepositions(takes)
        marked = self._marked(takes, prepositions, after, limit)
        nominal = takes & {"np", "event"} and "weak" not in takes
        if marked is not None and marked.kind != "preposition" and not nominal:
            return marked
        start = self._past_circumstances(after, limit, prepositions)
        start = self._past_bearer(start, clause, after, limit) if self.letters[start] in "nB" else start
        if nominal:
            noun = self._noun_object(start, limit)
            named = "np" in takes or clause.polarity == "negated"  # لم يذكر سببا
            noun = noun if named or self.letters[noun] in "iI" else -1
            nearer = noun >= 0 and (marked is None or marked.at > noun) and not self._named_before(noun, marked)
            if nearer and (marked is None or marked.kind in ("preposition", "quote") or self.letters[noun] in "iSIr"):
                return Complement("noun", noun, noun)
        plain = marked is not None and marked.kind == "preposition" and not takes & {"obj", "np", "object2", "target"}
        unclaimed = plain and marked and start < marked.at and self.letters[start] in "iSm"
        if unclaimed and (clause.subject is not None or self._preceded(clause)):
            return None  # أقر المجلس زيادة في الرسوم بنسبة …
        if marked and marked.kind == "preposition" and "thanks" in takes:
            reason = self._thanked(marked.at, limit) if self.words[marked.at] == "ل" else limit
            at = reason if reason < limit else marked.at
            return Complement("preposition", at, at)  # شكرهم | على جهودهم
        aimed = clause.word.enclitic or clause.word.form == "participle"
        if marked is None and aimed and "b" in takes and start < limit:
            return Complement("noun", start, start) if self._behind_b(start) else None
        return marked

    def _blame(self, clause: Clause, limit: int) -> Complement | None:
        """حملت النقابة الوزارة مسؤولية ما جرى: a verb of carrying, but for its second object."""
        for k in range(clause.last, min(limit, clause.last + 12)):
            if self.words[k] in _BLAME and (clause.word.enclitic or set(self.letters[clause.last : k]) - set("zs")):
                return Complement("noun", k, k)
            if self.letters[k] in "VvPRqQ:«.":
                break
        return None

    def _named_before(self, noun: int, marked: Complement | None) -> bool:
        """المتحدث باسم الرئيس فلان "…"; بلدية العاصمة، باريس، عن …: a name before the mark is nothing reported."""
        if marked is None or marked.kind not in ("quote", "preposition"):
            return False
        named = _NAMED if marked.kind == "quote" else _APPOSED
        return self.letters[noun] in "nBxl" and set(self.letters[noun : marked.at]) <= named

    def _close_complement(self, clause: Clause, after: int, limit: int) -> Complement | None:
        """Of a word with other senses (أضاف، كتب): only what follows it at once, circumstances aside."""
        after += self.words[after] == "فكرة"  # رفض فكرة أن …
        found = self._marked(clause.word.takes, own_prepositions(clause.word.takes), after, limit)
        if found is None or found.kind == "preposition" or not self._only_circumstances(after, found.at):
            return None
        at_once = found.kind != "quote" or found.at == self._skip(after, limit)
        return found if at_once or self._speech_behind(clause, found.at) else None

    def _speech_behind(self, clause: Clause, at: int) -> bool:
        """شرح الوزير في مؤتمر صحفي "…": a person speaks, and more than a name stands in marks"""
        person = clause.subject is not None and clause.subject.type in ("person", "role")
        told = person and clause.word.form == "verb" and "that" in clause.word.takes
        return told and self._closing(at) - at > _SPEECH and self.letters[at - 1] != "p"

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
        return self.letters[i] == "V" and "verbal_noun" in forms and self.letters[i - 1] in "nOMJTWxlUS,zy"

    def _past_circumstances(self, i: int, limit: int, prepositions: frozenset[str]) -> int:
        """Over the times, places and means between the subject and the noun phrase reported: في تصريح، عبر حسابه …"""
        while True:
            i = self._skip(i, limit)
            if link := self._link(i):
                i = link
                continue
            if self.letters[i : i + 2] == "pz":
                i = self._skip(i + 1, limit)  # بأشد العبارات
            if self.words[i] == "ب" and self.words[i + 1] in MANNERS:
                i += 2  # نفت بشدة لعب أي دور
                while self.words[i] != "ب" and self._comes(i, "ب", min(i + 4, limit)):
                    i += 1  # ندد بكلمات بالغة الحدة | بتأخر …
                continue
            if self.words[i] == "ب" and self.words[i + 1] in WAYS and self.letters[i + 2] in "jwmui":
                i += 3  # انتقد بشكل واضح | سياسة …
                continue
            if self.letters[i] == "(" and self._past_bracket(i, limit) > i:
                i = self._past_bracket(i, limit) + 1  # ينفي حداد (63 عاما) ارتكابه …
                continue
            if self.letters[i] == "R" and self.letters[i - 1] != ",":
                shown = self.letters.find("s", i, min(limit, i + 8))
                return shown if shown > 0 and self.letters[shown - 1] not in "pI" else i  # رجل الذي … هذه المزاعم
            if self.letters[i] == "R" and self.letters[i - 1] == "," and "," in self.letters[i:limit]:
                i = self._comma(i, limit)  # الوزير، الذي يزور المدينة، موعدا …
                continue
            i += self.words[i] in LIGHT_OBJECTS  # كشفت الشركة النقاب | عن …
            i += self.words[i] == "بعد" and self.words[i + 1].endswith("ا")  # لم تعلن بعد موعدا
            i += self.nouns.apposed_participle(i) if self.letters[i - 1] != "," else 0  # الشركة المختصة | بأمن …
            if i + 1 >= limit or self.letters[i] != "p" or self.words[i] in prepositions:
                return i
            stop = self.nouns.phrase_end(i + 1, limit, "p")
            event = self.letters.find("ni", i + 1, stop)  # طُلب من حداد تسليم …
            stop = event + 1 if event > 0 else stop
            if stop <= i + 1 or self.letters[i + 1] in "qQVv":
                return i
            i = stop + (self.words[stop] in _SAME)
            if self.letters[i] == "0" and self.words[i - 1] in _YEAR:
                i += 1 + (self.words[i + 1] in _ERA)  # في عام 1432هـ
            i = self._past_copy(i, limit)
            if self.words[i] in _ISSUED and self.letters[i + 1] == "p":
                i = self.nouns.phrase_end(i + 2, limit, "p")  # في بيان صادر عن مكتبه
            if self.letters[i] in "vV" and "," in self.letters[i:limit]:
                i = self._comma(i, limit)  # في بيان أصدرته أمس، …

    def _past_bearer(self, i: int, clause: Clause, after: int, limit: int) -> int:
        """نفى وزير الزراعة، سالم حداد تأجيل …, أكدت على لسان الناطق باسمها سالم حداد تأجيل …: past the name of whom a
        title or a circumstance before it tells."""
        behind = i - (self.letters[i - 1] == ",")
        told = behind > after or (clause.subject is not None and clause.subject.type == "role" and behind == after)
        bearer = self.nouns.at(i, limit) if told and self.letters[behind - 1] in _TITLED else None
        if bearer is None or bearer.type != "person":
            return i
        i = bearer.last + (self.letters[bearer.last] == ",")
        return self._past_circumstances(i, limit, own_prepositions(clause.word.takes))

    def _link(self, i: int) -> int:
        """أعلنت من جهة أخرى تأجيل …: the token after words that join a sentence to the one before, or 0"""
        if self.letters[i] != "p":
            return 0
        frames = self.reading.lexicon.frames
        return next((k for k in (i + 4, i + 3, i + 2) if frames.get(tuple(self.words[i:k])) == "start"), 0)

    def _past_copy(self, i: int, limit: int) -> int:
        """في بيان حصلت «الصحيفة» على نسخة منه: the clause tells only how the medium got it."""
        copy = next((k for k in range(i, min(limit, i + 9)) if self.words[k] == "نسخة"), i)
        return copy + 2 if copy > i and self.letters[i] in "vV" and self.words[copy + 1] in ("منه", "منها") else i

    def _only_circumstances(self, i: int, end: int) -> bool:
        """Between a cue and its complement stand at most times, places and means of speaking."""
        between = self.letters[i:end]
        clause = self.letters[end] in "qQ" or self.letters[end : end + 2] in ("pq", "pQ")
        if clause and self.letters[end - 1] == "," and between.startswith((",R", ",&g")):
            return True  # الدراسة، التي أجراها المعهد، أن …; النورس، وهي دار قياس، إلى أن …
        told = between[1 + between.startswith("R") :]
        if clause and between[:1] in ("v", "R"):  # استطلاع أجراه المعهد أن …, الشرطة التي فتشت المنزل أن …
            return between[-1] != "v" and not any(letter in "vVcR,&" for letter in told)
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
        if present and word in _PURPOSE:
            return "unreal"  # كي يقول …
        hedged = before in ("N", "F") or (before == "k" and word == "قد")
        wished = before == "q" and word in ("ان", "بان") and self.words[i - 1] not in ("قبل", "بعد")
        return "unreal" if present and (hedged or wished) else ""
