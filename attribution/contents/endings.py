"""Where a reported clause or noun phrase ends: at the first joint at which one of the named rules holds.

A joint is a comma, a و, or a word that may begin something new by itself (a participle, a source, an adversative, a
conjunction).  The rules are tried in the order of the two tuples at the end; the name of the one that decides goes to
the evidence, ``sentence`` when none does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attribution.contents.joints import Joint
from attribution.contents.reports import SPEECH, Reports

_JOINT = re.compile(r"[,;&]+|[«(PCcrepS]|\.\.|:«")
_NOMINAL = frozenset("iISmMwWoOuUdDtTlxnjJ0s«")
_CONTRAST = frozenset(("لكن", "ولكن"))
_SUBORDINATE = frozenset(("بينما", "حيث", "فيما", "بعدما", "عندما", "مما", "اذ"))


class Endings(Reports):
    """Finds the end of contents; its own rules end noun phrases only."""

    def clause_end(self, start: int, limit: int) -> tuple[int, str]:
        """The token after a content clause, and the rule that ends it."""
        return self._end(start, limit, _CLAUSE_RULES)

    def phrase_end(self, start: int, limit: int) -> tuple[int, str]:
        """The token after a noun-phrase content, and the rule that ends it."""
        return self._end(start, limit, _PHRASE_RULES)

    def _end(self, start: int, limit: int, rules: Rules) -> tuple[int, str]:
        i = self._closing(start) if self.letters[start] == "«" else start + (self.letters[start] == "&")
        while match := _JOINT.search(self.letters, i + 1, limit):
            i, found = match.start(), match.group()
            if found in "«(":
                i = self._closing(i) if found == "«" else self._bracketed(i, limit)
                continue
            marks = found if found[0] in ",;&" else ""
            joint = Joint(i, match.end() if marks else i, marks, start, limit)
            name = self._deciding(joint, rules)
            if name and not self._inside(joint):
                return i - (self.letters[i - 1] == "&"), name
            i = max(i, joint.word - 1)
        if limit in self.marked:
            return self._closing_comma(start, limit), "outer-report"
        return limit, "main-clause" if self.letters[limit : limit + 1] == "," else "sentence"

    def _bracketed(self, i: int, limit: int) -> int:
        """The token that closes a bracket, which may stand for a mark: (النفايات، التي …); else ``i``."""
        close = self.letters.find(")", i, limit)
        return close if close > 0 else i

    def _deciding(self, joint: Joint, rules: Rules) -> str:
        """The first rule that holds at a joint."""
        for name, rule in rules:
            if rule(self, joint):
                return name
        return ""

    def _closing_comma(self, start: int, limit: int) -> int:
        """قال، طالبا عدم ذكر اسمه، للصحيفة: …: where the outer clause goes on before its complement"""
        comma = self.letters.rfind(",", start, limit)
        return comma if comma > 0 and self.letters[comma + 1] in "pznt:qQ" else limit

    def _inside(self, joint: Joint) -> bool:
        """فيما يتعلق بـ, بما في ذلك, خاصة …: words that restrict what they follow."""
        return self._frame(joint.word, 0) == "inside"

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
            return joint.marks == "," and letter in "Vv" and not self._describes(joint)
        if letter in "qQ":
            return self.words[joint.word - 1] == "ف"
        if letter not in "VvkNFgsec" or word == "ليس" or (letter == "c" and joint.marks == "&"):
            return False
        if letter == "V" and self._masdar(joint.word):
            return False
        return "," in joint.marks or letter != "v" or not self._subordinated(joint)

    def _describes(self, joint: Joint) -> bool:
        """… أرقاما، يبلغ عبرها السكان عن …: a present tense that describes, unless it reports: …، يقول إن …"""
        cue = self.cues.get(joint.word)
        reports = cue is not None and cue.complement is not None and cue.complement.kind in SPEECH
        return self.letters[joint.word] == "V" and self.words[joint.word].startswith(("ي", "ت")) and not reports

    def subordinate(self, joint: Joint) -> bool:
        """…، حيث …; … بينما …; …، ما أدى …; … لكن …"""
        letter, word = self.letters[joint.word], self.words[joint.word]
        if joint.marks in (",", ";"):
            return letter in "cre"
        governed = word == "مما" and (joint.word + 1 in self.cues or joint.word + 1 in self.unfinished)
        return not joint.marks and not governed and (word in _SUBORDINATE or word in _CONTRAST)

    def pause(self, joint: Joint) -> bool:
        """… في البلاد.. وأن …: two dots inside a quotation"""
        return self.letters[joint.word] == "." and self.letters[joint.word + 2] == "&"

    def speech(self, joint: Joint) -> bool:
        """… طالبا الهدوء: "…": speech behind a noun phrase"""
        return self.letters[joint.word] == ":"

    def phrase_frame(self, joint: Joint) -> bool:
        """…، في محاولة لـ…; …، بعد أيام من …; … وذلك …"""
        opens = joint.marks or self.words[joint.word] == "وذلك"
        return bool(opens) and self._frame(joint.word, joint.at) == "phrase-end"

    def _subordinated(self, joint: Joint) -> bool:
        """A verb joined to one in a relative or أن clause of the phrase: القرارات التي تمس … وتستهدف …"""
        since = self.letters.rfind(",", joint.start, joint.at)
        return any(letter in "RqrvV" for letter in self.letters[max(since, joint.start) : joint.at])


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
    ("speech", Endings.speech),
)
