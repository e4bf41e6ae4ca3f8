"""Where a reported clause or noun phrase ends: at the first joint at which one of the named rules holds.

A joint is a comma, a و, or a word that may begin something new by itself (a participle, a source, an adversative, a
conjunction).  The rules are tried in the order of the two tuples at the end; the name of the one that decides goes to
the evidence, ``sentence`` when none does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from attribution.contents.quotations import Quotations
from attribution.cues import Clause
from attribution.cues.clause import RELAYING
from attribution.lexicon.words import cue_readings
from attribution.sentences import sentence_of
from attribution.tokens import Reading

_JOINT = re.compile(r"[,;&]+|[«PCcrepS]|\.\.")
_STOP = re.compile(r"[.?!]")
_SPEAKING = frozenset("nxlOToduUtD")  # what begins the name of somebody who speaks
_FAR = 40  # tokens from a cue to one inside the noun phrases around it
_REACH = 8  # tokens from a conjunction to the verb of saying behind its subject
_BARELY_BEGUN = 7  # tokens of a clause that still waits for its object
_LONGEST_FRAME = 6  # tokens: four words, two of them with a proclitic
_PREDICATE = frozenset("vVkNF")
_NOMINAL = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
_REPORTING = frozenset(
    ("كما", "وكما", "فيما", "بينما", "حيث", "اذ", "ثم")
)  # conjunctions that often bring another report
_OTHERWISE = (["الا", "ان"], ["غير", "ان"], ["بيد", "ان"])
_CONTRAST = frozenset(("لكن", "ولكن"))
_PLAIN = frozenset(("قال", *RELAYING))  # verbs that report whatever follows them
_SUBORDINATE = frozenset(("بينما", "حيث", "فيما", "بعدما", "عندما", "مما", "اذ"))


class Joint(NamedTuple):
    """``at`` is where it begins, ``word`` the first token behind it; ``start`` and ``limit`` bound the content."""

    at: int
    word: int
    marks: str
    start: int
    limit: int


class Endings(Quotations):
    """Finds the end of contents."""

    def __init__(
        self, reading: Reading, starts: list[int], clauses: list[Clause], tails: set[int], bare: dict[int, Clause]
    ) -> None:
        super().__init__(reading, starts, clauses)
        self.tails = tails
        self.unfinished = {i for i, clause in bare.items() if "weak" not in clause.word.takes}
        self.plain = {i for i, clause in bare.items() if clause.word.lemma in _PLAIN}
        self.frames = reading.lexicon.frames
        self.frame_heads = {phrase[0] for phrase in self.frames}
        self.light = reading.lexicon.light

    def clause_end(self, start: int, limit: int) -> tuple[int, str]:
        """The token after a content clause, and the rule that ends it."""
        return self._end(start, limit, _CLAUSE_RULES)

    def phrase_end(self, start: int, limit: int) -> tuple[int, str]:
        """The token after a noun-phrase content, and the rule that ends it."""
        return self._end(start, limit, _PHRASE_RULES)

    def _end(self, start: int, limit: int, rules: Rules) -> tuple[int, str]:
        i = self._closing(start) if self.letters[start] == "«" else start
        while match := _JOINT.search(self.letters, i + 1, limit):
            i = match.start()
            if match.group() == "«":
                i = self._closing(i)
                continue
            marks = match.group() if match.group()[0] in ",;&" else ""
            joint = Joint(i, match.end() if marks else i, marks, start, limit)
            name = next((name for name, rule in rules if rule(self, joint)), "")
            if name and not self._inside(joint):
                return i, name
            i = max(i, joint.word - 1)
        return limit, "outer-report" if limit in self.marked else "sentence"

    def _inside(self, joint: Joint) -> bool:
        """فيما يتعلق بـ, بما في ذلك, خاصة …: words that restrict what they follow."""
        return self._frame(joint.word, 0) == "inside"

    # a new report, the source, the frame of the reporting

    def own_words(self, joint: Joint) -> bool:
        """… على حد قوله, unless the predicate is still to come."""
        if joint.word not in self.tails:
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
        if self.words[word] in self.light and any(k in self.cues for k in range(word + 1, word + 4)):
            return True  # وتم الإعلان عن …
        cue = self.cues.get(word)
        if cue is None or cue.word.form not in ("verb", "passive"):
            return False
        return not self._masdar(word) or self._verbal(joint, cue)

    def _verbal(self, joint: Joint, cue: Clause) -> bool:
        """Whether a form that may be a verbal noun is a verb here: by what it governs, or as the clause is complete."""
        following = self.letters[cue.last]
        if following in "qQp«:" or (cue.complement and cue.complement.kind in ("that", "quote", "colon")):
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
        if not self._contrasts(word):
            return False
        if "," in joint.marks and (self.words[word] == "لكن" or self.words[word : word + 2] in _OTHERWISE):
            return True  # …، لكن الفريق خسر: another subject, in other words than ولكن
        word += 1
        while word < joint.limit and self.letters[word] in "qkNzg":
            word += 1
        if word in self.cues or word in self.unfinished:
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
        return place == "tail" or (place == "end" and joint.marks not in ("", ";"))

    def silence(self, joint: Joint) -> bool:
        """…، دون أن يوضح; …، لكنه لم يذكر; …، ولم يحدد: what the speaker left out"""
        word = joint.word + (self.words[joint.word] == "من")
        if self.words[word] in ("دون", "بدون") and self.letters[word + 1] in "qQ":
            word += 2
        elif self._contrasts(word) or "," in joint.marks:
            word += self.letters[word] == "e"
            word += self.letters[word] in "qQ"
            if self.words[word] != "لم":
                return False
            word += 1
        else:
            return False
        said = any("that" in reading.takes for reading in cue_readings(self.reading.lexicon, self.words[word]))
        return said or self._frame(word, word) == "silence"

    def aside(self, joint: Joint) -> bool:
        """…؛ حيث …"""
        return joint.marks.startswith(";") and self.letters[joint.word] == "c" and self.words[joint.word] != "وذلك"

    # what ends a noun phrase only

    def other_speaker(self, joint: Joint) -> bool:
        """…، والبعض الآخر يعزوه إلى …: another subject before its verb of saying"""
        if "&" not in joint.marks or self.letters[joint.word] not in _NOMINAL:
            return False
        cue = next((k for k in range(joint.word + 1, min(joint.word + 5, joint.limit)) if k in self.cues), joint.word)
        between = self.letters[joint.word : cue]
        return cue > joint.word and self.cues[cue].word.form == "verb" and set(between) <= _NOMINAL | {"p"}

    def relative(self, joint: Joint) -> bool:
        """…، الذي …"""
        return joint.marks == "," and self.letters[joint.word] == "R"

    def sentence(self, joint: Joint) -> bool:
        """… وشهد ضده; …، وهذا …; …، ولم يحدد; …، فإنه …: a clause beside a noun phrase"""
        letter, word = self.letters[joint.word], self.words[joint.word]
        if "&" not in joint.marks:
            return joint.marks == "," and letter in "Vv"
        if letter in "qQ":
            return self.words[joint.word - 1] == "ف"
        if letter not in "VvkNgsec" or word == "ليس" or (letter == "c" and joint.marks == "&"):
            return False
        if letter == "V" and self._masdar(joint.word):
            return False
        return "," in joint.marks or letter != "v" or not self._subordinated(joint)

    def subordinate(self, joint: Joint) -> bool:
        """…، حيث …; … بينما …; …، ما أدى …; … لكن …"""
        letter, word = self.letters[joint.word], self.words[joint.word]
        if joint.marks == ",":
            return letter in "cre"
        governed = word == "مما" and (joint.word + 1 in self.cues or joint.word + 1 in self.unfinished)
        return not joint.marks and not governed and (word in _SUBORDINATE or word in _CONTRAST)

    def pause(self, joint: Joint) -> bool:
        """… في البلاد.. وأن …: two dots inside a quotation"""
        return self.letters[joint.word] == "." and self.letters[joint.word + 2] == "&"

    def phrase_frame(self, joint: Joint) -> bool:
        """…، في محاولة لـ…; …، بعد أيام من …"""
        return bool(joint.marks) and self._frame(joint.word, joint.at) == "phrase-end"

    # helpers

    def goes_on(self, i: int, comma: bool, begun: str = "") -> bool:
        """Whether the clause itself continues after a source in its middle; ``begun`` are the classes before it."""
        letter = self.letters[i]
        if comma and len(begun) < _BARELY_BEGUN and "," not in begun:
            return letter in "iImMSUuOoWjwpdDxl0z"  # وأرسلت الحكومة، بحسب المصدر، طائرتين
        if comma:
            return letter in "iImMSUuOoWj"  # a name or a title behind the comma belongs to the source
        return letter in "iImMwWoOutTdDjlxn"

    def _complete(self, joint: Joint) -> bool:
        """Whether the clause has had its predicate."""
        return any(letter in _PREDICATE for letter in self.letters[joint.start : joint.at])

    def _subordinated(self, joint: Joint) -> bool:
        """A verb joined to one in a relative or أن clause of the phrase: القرارات التي تمس … وتستهدف …"""
        since = self.letters.rfind(",", joint.start, joint.at)
        return any(letter in "RqrvV" for letter in self.letters[max(since, joint.start) : joint.at])

    def _masdar(self, i: int) -> bool:
        """Whether the form is a verbal noun as well: كشف، رفض، تعرض."""
        return any(word.form == "verbal_noun" for word in cue_readings(self.reading.lexicon, self.words[i]))

    def _frame(self, word: int, at: int) -> str:
        """What the frame that begins at ``word``, or at the و before it, does to a content."""
        place, _ = self._phrase(word)
        if not place and at < word and self.letters[word - 1] == "&":
            place, _ = self._phrase(word - 1)
        return place

    def _phrase(self, i: int) -> tuple[str, int]:
        """The place of the longest frame whose written words begin at token ``i``, and the token after it."""
        if self.words[i] not in self.frame_heads and self.letters[i] not in "&p":
            return "", i
        written: list[str] = []
        found = "", i
        for k in range(i, min(i + _LONGEST_FRAME, len(self.reading.starts))):
            if written and self.letters[k - 1] in "&p" and self.reading.glued(k):
                written[-1] += self.words[k]
            else:
                written.append(self.words[k])
            place = self.frames.get(tuple(written))
            if place:
                found = place, k + 1
        return found

    def _outer_limit(self, clause: Clause) -> int:
        """The end of the sentence, or where the complement of a cue around this one begins: قال … الذي طلب … إن"""
        limit = sentence_of(self.starts, clause.first)[1]
        own = clause.complement.at if clause.complement else clause.first
        for i in range(clause.first - 1, max(clause.sentence[0], clause.first - _FAR) - 1, -1):
            outer = self.cues.get(i)
            if outer is not None and outer.complement and own < outer.complement.at < limit:
                limit = outer.complement.at
        return limit

    def _limit(self, clause: Clause) -> int:
        """The end of the sentence, or of the quotation in which the cue stands."""
        limit = self._outer_limit(clause)
        pair = self._enclosing(clause.first)
        if pair is None:
            return limit
        limit = min(limit, self.reading.token_at.get(pair.end - 1, limit))
        for stop in _STOP.finditer(self.letters, clause.last, limit):
            if self.letters[stop.start() + 1] != "." and self.letters[stop.start() - 1] != ".":
                return stop.start()  # a sentence inside the quotation
        return limit


Rules = tuple[tuple[str, Callable[[Endings, Joint], bool]], ...]
_CLAUSE_RULES: Rules = (
    ("own-words", Endings.own_words),
    ("source", Endings.source),
    ("participle", Endings.participle),
    ("report", Endings.report),
    ("looked-back", Endings.looked_back),
    ("adversative", Endings.adversative),
    ("reporting-noun", Endings.reporting_noun),
    ("frame", Endings.frame),
    ("silence", Endings.silence),
    ("aside", Endings.aside),
)
_PHRASE_RULES: Rules = (
    *_CLAUSE_RULES,
    ("other-speaker", Endings.other_speaker),
    ("relative", Endings.relative),
    ("clause", Endings.sentence),
    ("subordinate", Endings.subordinate),
    ("phrase-frame", Endings.phrase_frame),
    ("pause", Endings.pause),
)
