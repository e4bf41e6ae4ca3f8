"""A readable view of the text and the exact way back to the caller's offsets.

The view drops what only decorates (tashkeel, tatweel, bidi and zero-width controls) and writes one letter for each of
its disguises (presentation forms, Persian ye and kaf, non-breaking space).  On clean text the view is the text itself.
Nothing downstream sees the caller's string; every offset goes back through `View.start` and `View.end`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

import regex
from pyarabic import araby

from attribution.surface import ENTITY, unwrapped, with_single_letters, without_entities

# tashkeel and tatweel from pyarabic's tables; the other combining marks and controls from the Unicode charts
_TASHKEEL = "".join(sorted(set(araby.TASHKEEL) | {araby.TATWEEL}))
_MARKS = _TASHKEEL + "\u0610-\u061a\u0653-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_DROPPED = re.compile(f"[{_MARKS}{_CONTROLS}][{_MARKS}{_CONTROLS}]*")  # re finds [x][x]* faster than [x]+
# what a reader sees as one letter (an entity, a grapheme cluster of Unicode), with the tatweel behind it
_SIGN_FORMS = "\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f"  # tashkeel among the presentation forms
_LETTER = regex.compile(rf"(?:{ENTITY.pattern}|\X)(?:(?=[{_MARKS}{_SIGN_FORMS}\u200c\u200d])\X)*")
# code point for code point: every other white space, Persian ye / kaf, alef wasla, letters of the Persian block
_ALIKE = {
    **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
                    "\x1c\x1d\x1e\x1f", " "),
    **dict.fromkeys("\r\x0b\x0c\u0085\u2028\u2029", "\n"),
    "\u06cc": "ي", "\u06a9": "ك", "\u0671": "ا", "\u06c1": "ه", "\u06be": "ه",
}  # fmt: skip
_ORDINARY = "\n -~،؛؟ء-غف-ي٠-٩«»“”–…"  # what is in the view as it is in the text
_STRANGE = re.compile(f"[^{_ORDINARY}][^{_ORDINARY}]*")  # in runs: a list of single signs is as long as the text
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
# a letter and its hamza, madda or accent written as two code points (NFD), with tashkeel between them
_DECOMPOSED = re.compile(
    "[اوي][\u064b-\u0652\u0670]*[\u0653-\u0655]|[^\\s\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc][\u0300-\u036f]+"
)
_REWRITTEN = re.compile("[\u0300-\u036f\u0653-\u0655\ufb50-\ufdff\ufe70-\ufefc]")
_DROPPED_RUN = re.compile(f"({_DROPPED.pattern})")
_ODD = re.compile(f"[{_MARKS}{_CONTROLS}\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class View:
    """The view ``bare`` of ``text``; ``breaks`` and ``shifts`` say where and how much the two run apart.

    >>> view = read_view("قالَ الوزيـــر")
    >>> view.bare
    'قال الوزير'
    >>> view.text[view.start(4) : view.end(10)]
    'الوزيـــر'
    """

    text: str
    bare: str
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def start(self, position: int) -> int:
        """The offset in the text of the character at ``position`` of the view."""
        if not self.breaks:
            return position
        return position + self.shifts[bisect_right(self.breaks, position)]

    def end(self, position: int) -> int:
        """The offset in the text just after the character before ``position`` of the view, its marks included."""
        if not self.breaks or position == 0:
            return position
        n = bisect_right(self.breaks, position - 1)
        start = position - 1 + self.shifts[n]
        if n == len(self.breaks) or self.breaks[n] != position:
            return start + 1  # nothing was dropped or unfolded here
        return int(_LETTER.match(self.text, start).end())


def read_view(text: str) -> View:
    """The view of ``text``; identity, with no map, when nothing has to be dropped or unfolded."""
    plain = without_entities(text)
    if _STRANGE.search(plain):
        strange = set("".join(_STRANGE.findall(plain)))
        plain = with_single_letters(plain, strange)
        for given in _ALIKE.keys() & strange:
            plain = plain.replace(given, _ALIKE[given])
    plain = unwrapped(plain)
    if not _ODD.search(plain):
        return View(text, plain)
    return _mapped(text, plain) if _REWRITTEN.search(plain) else _thinned(text, plain)


def _thinned(text: str, plain: str) -> View:
    """What `_mapped` gives where marks and controls are only dropped, in fewer steps."""
    parts = _DROPPED_RUN.split(plain)
    kept, gone = parts[::2], parts[1::2]
    breaks = tuple(accumulate(map(len, kept[:-1])))
    return View(text, "".join(kept), breaks, (0, *accumulate(map(len, gone))))


def _mapped(text: str, plain: str) -> View:
    pieces: list[str] = []
    breaks: list[int] = []
    shifts = [0]
    length = done = 0
    for match in _CHANGES.finditer(plain):
        new = _rewritten(match.group())
        kept = match.start() - done
        pieces.append(plain[done : match.start()])
        pieces.append(new)
        length += kept
        for extra in range(1, len(new)):  # letters of one ligature all map to its one offset
            breaks.append(length + extra)
            shifts.append(shifts[-1] - 1)
        length += len(new)
        done = match.end()
        breaks.append(length)
        shifts.append(done - length)
    pieces.append(plain[done:])
    return View(text, "".join(pieces), tuple(breaks), tuple(shifts))


_CHANGES = re.compile(f"{_DECOMPOSED.pattern}|{_PRESENTATION.pattern}|{_DROPPED.pattern}")


def _rewritten(piece: str) -> str:
    if _PRESENTATION.match(piece):
        return _DROPPED.sub("", unicodedata.normalize("NFKC", piece)).strip()
    return _DROPPED.sub("", unicodedata.normalize("NFC", piece))


_FOLDS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"))


def fold(word: str) -> str:
    """One spelling for the forms of alef, length for length: the key under which the lexicon knows a word.

    >>> fold("أعلن"), fold("إعلان")
    ('اعلن', 'اعلان')
    """
    for given, wanted in _FOLDS:
        word = word.replace(given, wanted)
    return word
