"""How a text is set rather than what it says: HTML entities, letters of several code points, lines of a fixed width.

Each function gives a text of the same length, in which one code point stands for what a reader sees as one letter and
`NOTHING`, which the view drops, for the rest of it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import compress, pairwise
from operator import add

import regex

NOTHING = "\u200b"
_NAMES = (
    "quot|apos|amp|lt|gt|nbsp|ensp|emsp|thinsp|laquo|raquo|lsaquo|rsaquo|ldquo|rdquo|bdquo|lsquo|rsquo|sbquo|ndash|mdash"
    "|hellip|middot|bull|shy|zwnj|zwj|lrm|rlm|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6}"
)
# not where a sign of the text hangs on its & or its ; and makes one letter with them
ENTITY = regex.compile(rf"(?<!\p{{GCB=Prepend}})&(?:{_NAMES});(?![\p{{GCB=Extend}}\p{{GCB=SpacingMark}}\p{{GCB=ZWJ}}])")
# flags, which are pairs in a row, come first: \X counts all of the row before each of them anew
_CLUSTER = regex.compile(r"\p{GCB=Regional_Indicator}{2}[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]*|\X")
_BASE = regex.compile(r"\p{GCB=Prepend}*")
# what makes a cluster of Unicode beside Arabic signs: those of other scripts, emoji joined or coloured, flags, Korean
_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0300-\u036f"
_JOINING = regex.compile(
    rf"[\p{{GCB=Extend}}--[{_SIGNS}\u200c]]"
    + "".join(rf"|\p{{GCB={name}}}" for name in "ZWJ SpacingMark Prepend Regional_Indicator L V T LV LVT".split()),
    regex.V1,
)
# signs that no Arabic word has, and the share of them that shows all to be strewn at random (books have a fifth of it)
_IMPOSSIBLE = re.compile("[اى][\u0651\u0652]|[\u064f\u0650]ا")
_SIGNS_READ = re.compile("[\u064e-\u0652]")
_FEWEST_IMPOSSIBLE, _OF_SIGNS = 3, 30
_INITIAL, _JOINED = (
    "".join(map(chr, filter(lambda c: unicodedata.decomposition(chr(c)).startswith(places), range(0xFE80, 0xFEFD))))
    for places in ("<initial>", ("<medial>", "<final>"))
)
_BEFORE_JOINED = re.compile(f"[{_INITIAL}](?=[{_JOINED}])")  # every initial form but for misprints
_BEHIND_JOINED = re.compile(f"(?<=[{_JOINED}])[{_INITIAL}]")
_FORMS = re.compile(f"[{_INITIAL}{_JOINED}](?:.*[{_INITIAL}{_JOINED}])?", re.DOTALL)
_WIDEST, _NARROWEST = 120, 40  # characters of a line of fixed width
_FEWEST_BROKEN = 3  # lines that are full and do not end with a stop
_BROKEN = 0.35  # their share, in paragraphs of two lines and more
_STOPS = frozenset('.!؟?:؛"»”')


def without_entities(text: str) -> str:
    """The text with a character for each entity.

    >>> without_entities("&quot;نعم&quot;").replace(NOTHING, "")
    '"نعم"'
    """
    return ENTITY.sub(_character, text) if "&" in text else text


def _character(match: regex.Match[str]) -> str:
    entity = match.group()
    character = html.unescape(entity)
    return (character if len(character) == 1 else " ") + NOTHING * (len(entity) - 1)


def with_single_letters(text: str, strange: set[str]) -> str:
    """The text with one code point for a line end, an emoji of several, a syllable of a script that joins its signs.

    ``strange`` are its characters that are not ordinary in Arabic text.
    """
    if "\r" in strange:
        text = text.replace("\r\n", "\r" + NOTHING)
    if _JOINING.search("".join(strange)):
        text = "".join([c if len(c) == 1 else _base_first(c) for c in _CLUSTER.findall(text)])
    return text


def _base_first(cluster: str) -> str:
    whole = unicodedata.normalize("NFC", cluster)
    return whole[_BASE.match(whole).end() % len(whole)] + NOTHING * (len(cluster) - 1)


def unwrapped(text: str) -> str:
    """The text with a space for the line breaks inside paragraphs, where most lines are filled to one width."""
    if len(text) > (text.count("\n") + 1) * (_WIDEST + 1):
        return text
    rows = text.split("\n")
    width = max(map(len, rows))
    if not _NARROWEST <= width <= _WIDEST:
        return text
    full = [_is_full(row, after, width) for row, after in pairwise(rows)]
    broken = sum(row[-1] not in _STOPS for row in compress(rows, full))
    if broken < max(_FEWEST_BROKEN, _BROKEN * sum(bool(row and after) for row, after in pairwise(rows))):
        return text
    return "".join(map(add, rows, (" " if wrapped else "\n" for wrapped in full))) + rows[-1]


def _is_full(row: str, after: str, width: int) -> bool:
    """Whether the first word of the next line has no room left on a line; never at an end of a paragraph."""
    return bool(row and after) and len(row) + 1 + len(after.split(" ", 1)[0]) > width


def signs_are_strewn(text: str) -> bool:
    """Whether the tashkeel tells nothing, since it stands where no word has it: a sukun on an alef.

    >>> signs_are_strewn("قُال اْلوزّير إِن اْلجسر جُاهز"), signs_are_strewn("قالَ الوَزيرُ إنَّ الجِسرَ جاهِزٌ")
    (True, False)
    """
    impossible = len(_IMPOSSIBLE.findall(text))
    return impossible >= _FEWEST_IMPOSSIBLE and impossible * _OF_SIGNS >= len(_SIGNS_READ.findall(text))


def visual_order(text: str) -> tuple[int, int] | None:
    """Where letters stand in the order of the screen, the last of a word first, as some readers of PDF give them.

    >>> visual_order("ﺮﻳﺯﻮﻟﺍ ﻝﺎﻗ"), visual_order("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ")
    ((0, 10), None)
    """
    found = _FORMS.search(text)
    if found and len(_BEFORE_JOINED.findall(text)) < len(_BEHIND_JOINED.findall(text)):
        return found.span()
    return None
