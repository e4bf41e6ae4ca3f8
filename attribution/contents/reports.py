"""Contents that end because another report, a source or something of the reporting itself begins."""

from __future__ import annotations

from attribution.contents.joints import Joint, Joints
from attribution.cues import Clause
from attribution.lexicon.words import cue_readings

_SPEAKING = frozenset("nxlOToduUtD")  # what begins the name of somebody who speaks
_NOMINAL = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
_REACH = 8  # tokens from a conjunction to the verb of saying behind its subject
_BARELY_BEGUN = 7  # tokens of a clause that still waits for its object
# conjunctions that often bring another report
_REPORTING = frozenset(("كما", "وكما", "فيما", "بينما", "حيث", "اذ", "ثم"))
SPEECH = frozenset(("that", "quote", "colon"))
_EXPLAINING = frozenset(("حيث", "اذ"))  # they go on with the clause unless the speaker speaks on
_OTHERWISE = (["الا", "ان"], ["غير", "ان"], ["بيد", "ان"])


class Reports(Joints):
    """The rules that end clauses and noun phrases alike."""

    def own_words(self, joint: Joint) -> bool:
        """… على حد قوله, unless the predicate is still to come."""
        if joint.word + (self.words[joint.word] == "وذلك") not in self.tails:
            return False
        after = self.letters.find(",", joint.word, joint.limit)
        pending = not self._complete(joint) and 0 < after < joint.word + 4 and self.letters[after + 1] in _NOMINAL
        return not pending

    def source(self, joint: Joint) -> bool:
        """…، بحسب الوزارة; …، وذلك وفقا للبيان"""
        word = joint.word + (self.words[joint.word] in ("وذلك", "ذلك"))
        cue = self.cues.get(word)
        if cue is None or cue.word.form != "preposition":
            return False
        after = cue.complement.start if cue.complement else cue.last
        return after >= joint.limit or self.letters[after] in ".,\n»)&" or not self.goes_on(after, comma=False)

    def participle(self, joint: Joint) -> bool:
        """حال: …، مضيفا أن …; …، مقدما شكره"""
        cue = self.cues.get(joint.word)
        if cue is not None and cue.word.form == "participle":
            return True
        word = self.words[joint.word]
        feminine = joint.marks == "," and word.endswith("ة") and self._says(joint.word)
        if feminine and self.letters[joint.word] in "tu":
            return self.letters[joint.word + 1] in "sOMTUDnxltud"  # متهمة الشركة بأنها …, beside متهمة: accused
        if not joint.marks or not (word.endswith("ا") or feminine):
            return False
        return word in self.light or (self.letters[joint.word] == "P" and self.letters[joint.word + 1] != "y")

    def _says(self, i: int) -> bool:
        """Whether the word is a participle of saying: مشيرة, but not معلنة with its article or a noun's feminine."""
        return any(word.form == "participle" for word in cue_readings(self.reading.lexicon, self.words[i]))

    def report(self, joint: Joint) -> bool:
        """… وأضاف أن …; … ومؤخرا أعلنت …; … حيث أعلن …"""
        word = joint.word
        if self.words[word] in _REPORTING and (joint.marks or self.words[word] != "ثم"):
            word += 1
        elif self.words[word] == "في" and self.words[word + 1] == "حين":
            word += 2
        elif "&" not in joint.marks:
            return False
        while word not in self.cues and self.letters[word] in "zkN" and word < joint.limit:
            word += 1
        if word in self.unfinished and (word in self.plain or self.words[joint.word] in _REPORTING):
            return True
        reporting = self.words[joint.word] in _REPORTING - _EXPLAINING - {"ثم"}
        if reporting and joint.marks and self._verb_of_saying(word):
            return True  # …، كما رفض طلبا: with or without a complement
        if self.words[word] in self.light and any(k in self.cues for k in range(word + 1, word + 4)):
            return True  # وتم الإعلان عن …
        cue = self.cues.get(word)
        if cue is None or cue.word.form not in ("verb", "passive"):
            return False
        if self.words[joint.word] in _EXPLAINING and not self._speaks_on(cue, joint):
            return False
        return not self._masdar(word) or self._verbal(joint, cue)

    def _speaks_on(self, cue: Clause, joint: Joint) -> bool:
        """…، حيث أعلن (فلان) أن …: no other subject than before; not حيث رحب بالضيوف, nor حيث رجح خبراء أن …"""
        if cue.complement is None or cue.complement.kind not in SPEECH:
            return False
        before = self.words[cue.sentence[0] : joint.start]
        return cue.subject is None or any(word in before for word in self.words[slice(*cue.subject.span)])

    def _verb_of_saying(self, i: int) -> bool:
        """Whether the word is a verb that hardly means anything but saying."""
        lexicon, word = self.reading.lexicon, self.words[i]
        if self.letters[i] != "V" or word in lexicon.lookalikes:
            return False
        return any(reading.form == "verb" for reading in cue_readings(lexicon, word))

    def _verbal(self, joint: Joint, cue: Clause) -> bool:
        """Whether a form that may be a verbal noun is a verb here: by what it governs, or as the clause is complete."""
        following = self.letters[cue.last]
        if following in "qQp«:" or (cue.complement and cue.complement.kind in SPEECH):
            return True
        return self._complete(joint) and following not in "iIMO"

    def looked_back(self, joint: Joint) -> bool:
        """…، وهو ما نفته الوزارة: the next report is of the content itself"""
        word = joint.word
        if "&" not in joint.marks or self.letters[word] != "g" or self.words[word + 1] != "ما":
            return False
        word += 2
        while self.letters[word] in "kN":
            word += 1
        return word in self.cues or word in self.unfinished

    def adversative(self, joint: Joint) -> bool:
        """لكنه قال, غير أنه أكد, إلا أن فلانا نفى"""
        word = joint.word
        if not self._contrasts(word) or self.words[word] == "ولكن":
            return False
        if "," in joint.marks and self.words[word : word + 2] in _OTHERWISE:
            return True  # …، إلا أن الفريق خسر
        word += 1
        while word < joint.limit and self.letters[word] in "qkNzg":
            word += 1
        if word in self.cues or word in self.unfinished or self._verb_of_saying(word):
            return True
        comma = self.letters.find(",", word, joint.limit)
        reach = range(word, min(word + _REACH, joint.limit, comma if comma > 0 else joint.limit))
        named = self.letters[word] in _SPEAKING and not self.words[joint.word].startswith("ول")
        return named and any(k in self.cues for k in reach)

    def _contrasts(self, word: int) -> bool:
        """لكن, غير أن, إلا أن"""
        if self.words[word] in ("غير", "الا", "بيد"):
            return self.letters[word + 1] in "qQ"
        return self.letters[word] == "e" and self.words[word].startswith(("لكن", "ولكن"))

    def reporting_noun(self, joint: Joint) -> bool:
        """…، بقوله إن …"""
        behind = self.letters[joint.word] == "p"
        cue = self.cues.get(joint.word) or self.cues.get(joint.word + behind)
        if cue is None or cue.word.form != "verbal_noun" or not cue.complement:
            return False
        by = self.words[joint.word].startswith("ب") and cue.complement.at == cue.last  # بدعوى أن, even with no comma
        return by or (behind and bool(joint.marks))

    def frame(self, joint: Joint) -> bool:
        """…، وذلك خلال مؤتمر; … في إشارة إلى …"""
        place = self._frame(joint.word, joint.at)
        if place != "end":
            return place == "tail"
        return joint.marks not in ("", ";") or self.words[joint.word] == "وذلك"

    def silence(self, joint: Joint) -> bool:
        """…، دون أن يوضح; …، في حين لم يذكر; …، ولم يحدد: what the speaker left out"""
        word = joint.word + (self.words[joint.word] == "من")
        if self.words[word] in ("دون", "بدون") and self.letters[word + 1] in "qQ":
            word += 2
        elif "," in joint.marks or self._contrasts(word):
            word += 2 if self.words[word : word + 2] == ["في", "حين"] else self.letters[word] == "e"
            word += self.letters[word] in "qQ"
            if self.words[word] != "لم":
                return False
            word += 1
        else:
            return False
        if self.letters[word - 2] in "qQ" and "&" in joint.marks and not self._contrasts(joint.word):
            return False  # …، وأنه لم يعد …: another clause of what is said
        readings = cue_readings(self.reading.lexicon, self.words[word])
        said = any({"that", "quote"} <= reading.takes for reading in readings)  # ولم يذكر, but not ولم يجد
        return said or self._frame(word, word) == "silence"

    def aside(self, joint: Joint) -> bool:
        """…؛ حيث …"""
        return joint.marks.startswith(";") and self.letters[joint.word] == "c" and self.words[joint.word] != "وذلك"

    def goes_on(self, i: int, comma: bool, begun: str = "") -> bool:
        """Whether the clause itself continues after a source in its middle; ``begun`` are the classes before it."""
        letter = self.letters[i]
        if comma and len(begun) < _BARELY_BEGUN and "," not in begun:
            return letter in "iImMSUuOoWjwpdDxl0z"  # وأرسلت الحكومة، بحسب المصدر، طائرتين
        if comma:
            return letter in "iImMSUuOoWj"  # a name or a title behind the comma belongs to the source
        return letter in "iImMwWoOutTdDjlxn"
