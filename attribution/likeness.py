"""When two names, titles or phrases may be one: a short and a full form, another spelling. Words without articles."""

from __future__ import annotations

from functools import lru_cache

from attribution.spelling import Words

_PREPOSITIONS = frozenset(("في", "ب", "ل", "لدى", "لدي", "من", "عن", "الى", "على"))
_SON = frozenset(("بن", "بنت", "ابن"))
_VOWELS = {ord(letter): None for letter in "اويىةه"}
FEWEST_BONES = 3  # consonants, below which too many names are alike
_SHARED = 5  # letters in which a country and its adjective agree: كازاخستان / كازاخي


def bones(word: str) -> str:
    """A word without its long vowels, in which foreign names differ: لارسن / لارسون.

    >>> bones("لارسون")
    'لرسن'
    """
    return word[:1] + word[1:].translate(_VOWELS)


def short_name_of(short: Words, full: Words) -> bool:
    """Whether all words of a name stand in a fuller one: علوش / محمد علوش; not راجح الأول / حمد بن راجح الأول."""
    if len(short) > 1 and any(full[k - 1] in _SON and full[k : k + len(short)] == short for k in range(1, len(full))):
        return False
    return bool(short) and set(short) <= set(full) and (short[-1] == full[-1] or short[0] == full[0] or len(full) > 2)


def same_title(title: Words, other: Words) -> bool:
    """سفير البلاد في النيجر / سفير البلاد لدى النيجر, الرئيس التشادي / رئيس تشاد, الوزير / وزير النقل."""
    plain, fuller = (tuple(_of_place(w) for w in words if w not in _PREPOSITIONS) for words in (title, other))
    return plain == fuller or short_form_of(plain, fuller)


@lru_cache(5_000)
def _of_place(word: str) -> str:
    """What a place and its adjective share: فرنسا, فرنسي, فرنسية."""
    return word.rstrip("ايةه") if len(word) > 4 else word.removesuffix("ي")


def short_form_of(short: Words, full: Words) -> bool:
    """Whether a phrase has the head of a fuller one and none but its words: الوزارة / وزارة الداخلية."""
    return 0 < len(short) < len(full) and short[0] == full[0] and set(full).issuperset(short)


def spelt_alike(words: Words, others: Words) -> bool:
    """وزارة خارجية السودان / وزارة الخارجية السودانية: the same words, one of them a country or its adjective."""
    if len(words) != len(others) or len(words) < 2 or words[0] != others[0]:
        return False
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0][0][:_SHARED] == differing[0][1][:_SHARED]
