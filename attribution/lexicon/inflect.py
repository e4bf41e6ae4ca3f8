"""Arabic verbs inflected from lemma and pattern, as the press writes them: without short vowels.

The pattern is the form of the verb (1–10, q for four letters) and what is weak in it:

    1 ذكر   1w قال يقول   1y بان يبين   1a نال ينال   1dw دعا يدعو   1dy نفى ينفي   1da سعى يسعى
    1m وصف يصف   1g رد يرد   1r رأى يرى
    2 أكد  2d سمى   3 طالب  3d نادى   4 أعلن  4h أشار  4d أبدى  4g أصر   5 تحدث  5d تمنى   6 تساءل  6d تباهى
    7 انبرى…  8 اعترف  8h اعتاد  8d ادعى  8g احتج   10 استنكر  10h استعاد  10d استدعى  10g استخف   q برهن

Source of the paradigms: any school grammar; checked form by form against `mazini` in tests/test_inflect.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Form(NamedTuple):
    """One written form: ``form`` is past, present, passive_past, passive_present, participle or verbal_noun."""

    text: str
    lemma: str
    form: str
    person: str = ""
    gender: str = ""
    number: str = ""


class Stems(NamedTuple):
    """What the endings are put on.  ``vowel`` / ``consonant``: before an ending that starts with one."""

    past: str
    past_vowel: str
    past_dual: str
    past_consonant: str
    present: str
    present_plural: str
    present_dual: str
    present_feminine: str
    jussive: str
    participle: str
    passive_past: str
    passive_present: str


def inflect(lemma: str, pattern: str, masdars: Sequence[str] = ()) -> tuple[Form, ...]:
    """Every form of a verb; raises ValueError for a pattern that is not in the table above.

    >>> [f.text for f in inflect("قال", "1w", ["قول"])][:6]
    ['قال', 'قالت', 'قالوا', 'قالا', 'قالتا', 'قلن']
    """
    stems = _stems(lemma, pattern)
    found = [*_past(lemma, stems), *_present(lemma, stems), *_passive(lemma, stems), *_participles(lemma, stems)]
    found += [Form(text, lemma, "verbal_noun") for text in masdars]
    return tuple(dict.fromkeys(found))


LONGEST_ENDING = 2


_StemEndings = list[tuple[str, tuple[str, ...]]]
_BARE, _PAST_VOWEL, _PAST_CONSONANT = ("",), ("ت", "وا", "تا"), ("ن", "نا", "تم")
_PRESENT_PLURAL, _PRESENT_DUAL, _PRESENT_FEMININE = ("ون", "وا"), ("ان", "ا"), ("ن",)


def stems_of_verb(lemma: str, pattern: str) -> tuple[_StemEndings, _StemEndings]:
    """What the endings of the past and those of the present are put on, each stem with its endings: a test for a form
    without listing them all.

    >>> past, present = stems_of_verb("قام", "1w")
    >>> past[1], present[2]
    (('قام', ('ت', 'وا', 'تا')), ('قوم', ('ون', 'وا')))
    """
    s = _stems(lemma, pattern)
    past = [
        (s.past, _BARE), (s.past_vowel, _PAST_VOWEL), (s.past_consonant, _PAST_CONSONANT),
        (s.passive_past, _BARE), (s.passive_past, ("ت",)),
    ]  # fmt: skip
    present = [
        (s.present, _BARE), (s.jussive, _BARE), (s.present_plural, _PRESENT_PLURAL), (s.present_dual, _PRESENT_DUAL),
        (s.present_feminine, _PRESENT_FEMININE), (s.passive_present, _BARE),
    ]  # fmt: skip
    return past, present


def _with_nun(stem: str, ending: str) -> str:
    """A stem in ن takes ن and نا without writing it twice: أعلن + نا → أعلنا."""
    return stem + (ending[1:] if stem.endswith("ن") else ending)


def _dual(stem: str) -> str:
    """A stem in أ and the alef of the dual are written آ: قرأ → قرآ."""
    return stem[:-1] + "آ" if stem.endswith("أ") else stem + "ا"


def _past(lemma: str, s: Stems) -> Iterator[Form]:
    rows = (
        (s.past, "3", "m", "sg"), (s.past_vowel + "ت", "3", "f", "sg"), (s.past_vowel + "وا", "3", "m", "pl"),
        (_dual(s.past_dual), "3", "m", "du"), (s.past_vowel + "تا", "3", "f", "du"),
        (_with_nun(s.past_consonant, "ن"), "3", "f", "pl"),
        (_with_nun(s.past_consonant, "نا"), "1", "", "pl"), (s.past_consonant + "تم", "2", "m", "pl"),
    )  # fmt: skip
    yield from (Form(text, lemma, "past", *features) for text, *features in rows)
    if s.past_consonant != s.past_vowel:
        yield Form(s.past_consonant + "ت", lemma, "past", "1", "", "sg")


def _present(lemma: str, s: Stems) -> Iterator[Form]:
    rows = [
        ("ي" + s.present, "3", "m", "sg"), ("ت" + s.present, "3", "f", "sg"),
        ("أ" + s.present, "1", "", "sg"), ("ن" + s.present, "1", "", "pl"),
        ("ي" + s.present_plural + "ون", "3", "m", "pl"), ("ي" + s.present_plural + "وا", "3", "m", "pl"),
        ("ي" + _dual(s.present_dual) + "ن", "3", "m", "du"), ("ي" + _dual(s.present_dual), "3", "m", "du"),
        ("ت" + _dual(s.present_dual) + "ن", "3", "f", "du"), ("ت" + _dual(s.present_dual), "3", "f", "du"),
        ("ي" + _with_nun(s.present_feminine, "ن"), "3", "f", "pl"),
    ]  # fmt: skip
    if s.jussive != s.present:
        rows += [("ي" + s.jussive, "3", "m", "sg"), ("ت" + s.jussive, "3", "f", "sg"), ("أ" + s.jussive, "1", "", "sg")]
    yield from (Form(text, lemma, "present", *features) for text, *features in rows)


def _passive(lemma: str, s: Stems) -> Iterator[Form]:
    """Only where the passive is spelt otherwise than the active: قيل، طولب، يقال، ينفى."""
    if s.passive_past != s.past:
        yield Form(s.passive_past, lemma, "passive_past", "3", "m", "sg")
        yield Form(s.passive_past + "ت", lemma, "passive_past", "3", "f", "sg")
    if s.passive_present != s.present:
        yield Form("ي" + s.passive_present, lemma, "passive_present", "3", "m", "sg")
        yield Form("ت" + s.passive_present, lemma, "passive_present", "3", "f", "sg")


_ENDINGS = (
    ("", "m", "sg"), ("ا", "m", "sg"), ("ة", "f", "sg"), ("ان", "m", "du"), ("ين", "m", "pl"), ("ون", "m", "pl"),
    ("تين", "f", "du"), ("تان", "f", "du"), ("ات", "f", "pl"),
)  # fmt: skip


def _participles(lemma: str, s: Stems) -> Iterator[Form]:
    if not s.participle:
        return
    stem = s.participle
    for ending, gender, number in _ENDINGS:
        base = stem[:-1] if stem.endswith("ي") and ending in ("ين", "ون") and s.present[-1:] in "يىو" else stem
        yield Form(base + ending, lemma, "participle", "", gender, number)


# stems, pattern by pattern


def _stems(lemma: str, pattern: str) -> Stems:
    builder = _BUILDERS.get(pattern[-1] if pattern[-1].isalpha() and pattern != "q" else "")
    if builder is None or (not pattern.rstrip("wyadmghr").isdigit() and pattern != "q"):
        raise ValueError(f"pattern of {lemma} is {pattern!r}, wanted one of those in attribution.lexicon.inflect")
    return builder(lemma, pattern)


def _body(lemma: str, pattern: str) -> str:
    """The present stem but for weak letters: the augment ا / أ of the forms 4, 7, 8, 10 goes."""
    return lemma[1:] if pattern.rstrip("wyadmghr") in ("4", "7", "8", "10") else lemma


def _sound(lemma: str, pattern: str) -> Stems:
    body = _body(lemma, pattern)
    form = pattern.rstrip("wyadmghr")
    if form == "2" and body[0] == "أ":
        body = "ؤ" + body[1:]
    if form in ("2", "3", "4", "8", "10") and body[-1] == "أ":
        body = body[:-1] + "ئ"
    participle = _agent(lemma) if form == "1" else "م" + _carried(body)
    passive = lemma.replace("ا", "و", 1) if form in ("3", "6") else lemma
    return Stems(lemma, lemma, lemma, lemma, body, _round(body), body, body, body, participle, passive, body)


def _round(body: str) -> str:
    """A final hamza is written on و before ون or stays: يهنئون."""
    return body


def _carried(body: str) -> str:
    """تساءل → متسائل"""
    return body.replace("اءل", "ائل") if "اء" in body else body[:-1] + "ئ" if body[-1] == "أ" else body


def _agent(lemma: str) -> str:
    first = "آ" if lemma[0] == "أ" else lemma[0] + "ا"
    rest = lemma[1:].replace("أ", "ئ")
    return first + rest


def _assimilated(lemma: str, pattern: str) -> Stems:
    body = lemma[1:]
    return Stems(lemma, lemma, lemma, lemma, body, body, body, body, body, _agent(lemma), lemma, lemma)


def _geminate(lemma: str, pattern: str) -> Stems:
    body = _body(lemma, pattern)
    doubled, parted = lemma + lemma[-1], body + body[-1]
    agent = lemma[0] + "ا" + lemma[1:] if pattern[0] == "1" and len(lemma) == 2 else "م" + body
    return Stems(lemma, lemma, lemma, doubled, body, body, body, parted, body, agent, lemma, body)


def _hollow(vowel: str, passive: str) -> Callable[[str, str], Stems]:
    def seated(stem: str) -> str:
        """A hamza left at the end of a short stem takes a seat: جاء → جئ, استاء → استأ."""
        return stem[:-1] + ("ئ" if vowel == "ي" else "أ") if stem.endswith("ء") else stem

    def build(lemma: str, pattern: str) -> Stems:
        body = _body(lemma, pattern)
        at = body.rindex("ا")
        present, short = body[:at] + vowel + body[at + 1 :], body[:at] + body[at + 1 :]
        past_short = lemma[: lemma.rindex("ا")] + lemma[lemma.rindex("ا") + 1 :]
        first = pattern[0] == "1" and not pattern.startswith("10")
        agent = lemma[0] + "ائ" + lemma[2:] if first else "م" + present
        said = lemma[: lemma.rindex("ا")] + "ي" + lemma[lemma.rindex("ا") + 1 :]
        return Stems(lemma, lemma, lemma, seated(past_short), present, present, present, seated(short), short,
                     agent, said, body[:at] + passive + body[at + 1 :])  # fmt: skip

    return build


def _defective(lemma: str, pattern: str) -> Stems:
    body = _body(lemma, pattern)[:-1]
    form = pattern.rstrip("wyadmghr")
    high = pattern == "1da" or form in ("5", "6")
    weak = "و" if pattern == "1dw" else "ى" if high else "ي"
    restored = "و" if pattern == "1dw" else "ي"
    agent = lemma[0] + "ا" + lemma[1:-1] + "ي" if form == "1" else "م" + body + "ي"
    cut = lemma[:-1]
    passive = (cut.replace("ا", "و", 1) if form in ("3", "6") else cut) + "ي"
    return Stems(lemma, cut, cut + restored, cut + restored, body + weak, body, body + restored, body + restored, body,
                 agent, passive, body + "ى")  # fmt: skip


def _saw(lemma: str, pattern: str) -> Stems:
    """رأى يرى, the one verb that drops its hamza in the present."""
    return Stems(lemma, "رأ", "رأي", "رأي", "رى", "ر", "ري", "ري", "ر", "", "رئي", "رى")


def _weak_last(lemma: str, pattern: str) -> Stems:
    return _defective(lemma, pattern)


_BUILDERS: dict[str, Callable[[str, str], Stems]] = {
    "": _sound, "w": lambda lemma, pattern: (_defective if "d" in pattern else _hollow("و", "ا"))(lemma, pattern),
    "y": lambda lemma, pattern: (_defective if "d" in pattern else _hollow("ي", "ا"))(lemma, pattern),
    "a": lambda lemma, pattern: (_defective if "d" in pattern else _hollow("ا", "ا"))(lemma, pattern),
    "d": _weak_last, "m": _assimilated, "g": _geminate,
    "h": lambda lemma, pattern: _hollow("ا" if pattern.startswith(("7", "8")) else "ي", "ا")(lemma, pattern), "r": _saw,
}  # fmt: skip
