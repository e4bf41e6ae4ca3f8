"""What stands before a clause and is no part of it: a dateline, a connector, the writer's own formula."""

from __future__ import annotations

import re

from attribution.contents.endings import Endings

# دبي، الإمارات (CNN) – …; الرباط / وكالات - …
_DATELINE = re.compile(r"\n*[lxonwWA][lLxonwWjJA,/0z]{0,11}(?:\([^)\n]{1,9}\))?\s*[-:]{1,3}")
_BUT = frozenset(("لكن", "ولكن"))
_LONGEST = 25  # tokens of a dateline


class Openings(Endings):
    """Finds where the clause of a trailing source begins."""

    def _opening(self, first: int, stop: int) -> int:
        """The first token of a sentence that belongs to what is reported."""
        match = _DATELINE.match(self.letters, first, min(stop, first + _LONGEST))
        if match and not self._glued_after(match.end()):
            first = match.end()
        while (after := self._past_formula(first)) > first and after < stop:
            first = after
        return first

    def _glued_after(self, token: int) -> bool:
        return self.reading.glued(token) and self.letters[token] not in '«"'

    def _past_formula(self, i: int) -> int:
        """Past كما, لكن, إلى ذلك, يذكر أن, من جهة أخرى, with the و before and the comma behind them."""
        while self.letters[i] in "\n-":
            i += 1
        if self.words[i] in _BUT and self.letters[i + 1] not in "qQ":
            return i + 1
        place, end = self._phrase(i + (self.letters[i] == "&"))
        return end + (self.letters[end] in ",q") if place == "start" else i
