"""One Arabic word to its pieces: proclitics apart, each piece with its one-letter class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from attribution.lexicon.compiled import CueReading, Lexicon
from attribution.lexicon.inflect import LONGEST_ENDING
from attribution.lexicon.run_together import RunTogether
from attribution.view import fold

Pieces = tuple[str, tuple[int, ...]]
_NOMINAL = frozenset("toudimjnxlhSw")
_BODIES = frozenset("oudt")
_OWNED = frozenset("toudimS")  # nouns that a written pronoun makes definite (وزيرها)
_VERBAL = frozenset("VvPS")
_ACCUSATIVE = frozenset("imjtudoS")
_MOTHER = frozenset(("ام",))  # امها لويز; elsewhere أم belongs to names
_OWNERS = ("ها", "هم", "هما", "ته", "اءه", "ائه")
_CLAUSAL = frozenset("VPvpqkNcegs")
_INNER_END = re.compile("[ةى](?=[ء-ي]{2})")
_INNER_PARTICLE = re.compile("^[ء-ي]{3,8}?(?=ان(?:ه|ها|هم|(?:ال|ب|ي|ت|م|ل)?[ء-ي]{2,})$)")
_FIRST_PERSON = ("ي", "ني", "ك", "كم")  # rare in news, and all too often the end of the word itself
_SPEAKERS, _SHORT_STEM = (*_FIRST_PERSON, "نا"), 3
# the shapes of the verbal nouns of the derived forms: إغفال، انتظار، استعمال، تمديد، محاباة، تشاور
_EVENT = re.compile(
    "^(ا[ء-ي]{2}ا[ء-ي]ة?|ا[ء-ي]ت[ء-ي]ا[ء-ي]|ان[ء-ي]{2}ا[ء-ي]|است[ء-ي]{2}ا[ء-ي]ة?|ت[ء-ي]{2}ي[ء-ي]|م[ء-ي]ا[ء-ي]{2}ة)$"
)
_PRONOUNS = ("q", "g")
_FUNCTION = frozenset("qepyRrckNFsg")
_YIELDING = {"n": _CLAUSAL - {"v"}, "P": frozenset("p"), "V": frozenset("p"), "w": _CLAUSAL, "v": frozenset("ucrRNs")}
_ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "نا", "ني", "كم", "ه", "ك", "ي")
_LONG_ENOUGH = 4
_LONGEST = 100  # letters of what may be a word or some words run together
_REMEMBERED = 30_000  # words whose analysis is kept: those near cues and speakers
_MEMORY = 200_000  # word forms remembered: a bound on memory, above the vocabulary of years of news


class Words(dict[str, Pieces]):
    """Word to its class letters and the width of each piece; unknown words are read once and remembered.

    The letter is a capital when the word is definite; ``&`` is a conjunction, ``p`` a preposition written on the word
    (of no width in the contraction لل, whose whole word is one span).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.cutter = RunTogether(self._listed)
        self.firsts = frozenset(words[0] for words in lexicon.phrases)
        cut = {tuple(self._cut(words)): letter for words, letter in lexicon.phrases.items()}
        self.lexicon = replace(lexicon, phrases=lexicon.phrases | cut)

    def _cut(self, words: tuple[str, ...]) -> Iterator[str]:
        """The tokens of a phrase: البوسنة والهرسك holds a و of its own."""
        for word in words:
            at = 0
            for width in self[word][1]:
                yield word[at : at + width]
                at += width

    def __missing__(self, spelt: str) -> Pieces:
        if len(spelt) > _LONGEST:
            return "w", (len(spelt),)
        word = fold(spelt)
        foreign = spelt[0] in "أإآ" and word.startswith("ال") and spelt[-1] != "ى"  # ألكسندر: this ال is no article
        if foreign:
            letter = self.lexicon.classes.get(word, "w")
            pieces: Pieces = "w" if letter == "z" else letter, (len(word),)
        else:
            found = self._begins_name(word) or self._particle(word) or self._before_article(spelt, word)
            found = found or self._before_foreign(word) or self._known(word) or self._joined(word, spelt)
            found = found or self._before_name(word)
            pieces = found or self._run_together(spelt) or self._unknown(word)
        if spelt[0] == "أ" and spelt[-1] == "ى" and pieces[0] in ("W", "w"):
            pieces = "v", pieces[1]  # ألقى, ألغى
        if spelt[0] == "آ" and pieces[0] in _PRONOUNS:
            pieces = "n", pieces[1]  # آنا: a name, not أنا
        if "q" in pieces[0] and "إ" in spelt:
            pieces = pieces[0].replace("q", "Q"), pieces[1]
        if len(self) < _MEMORY:
            self[spelt] = pieces
        return pieces

    def _run_together(self, spelt: str) -> Pieces | None:
        words = self.cutter.cut(spelt)
        if words is None:
            return None
        read = [self[word] for word in words]
        return "".join(letters for letters, _ in read), tuple(width for _, widths in read for width in widths)

    def _listed(self, spelt: str) -> Pieces | None:
        """The pieces of a word that the lexicon knows, without its doubtful readings."""
        word = fold(spelt)
        found = self._particle(word) or self._known(word)
        if found is None and word[0] in "وف" and len(word) > _LONG_ENOUGH:
            known = self._known(word[1:])
            found = ("&" + known[0], (1, *known[1])) if known else None
        return found if found and 0 not in found[1] else None

    def _particle(self, word: str) -> Pieces | None:
        """Conjunction + particle (والتي), before any reading of the whole as a noun with a pronoun; لما is ل + ما."""
        if word == "لما":
            return "pr", (1, 2)
        letter = self.lexicon.classes.get(word[1:], "") if word[0] in "وف" and word not in self.lexicon.classes else ""
        return ("&" + letter, (1, len(word) - 1)) if letter in _FUNCTION and letter else None

    def _begins_name(self, word: str) -> Pieces | None:
        """The first word of a name of several words: the ب of بيونغ يانغ is its own."""
        own = word[0] in "بلوفك" and word in self.firsts and word not in self.lexicon.classes
        return ("w", (len(word),)) if own else None

    def _before_name(self, word: str) -> Pieces | None:
        """A proclitic on the first word of a name of several words: لبي بي سي."""
        if word[0] not in "بلوفك" or word[1:] not in self.firsts or len(word) < 3:
            return None
        return ("&" if word[0] in "وف" else "p") + "w", (1, len(word) - 1)

    def _before_foreign(self, word: str) -> Pieces | None:
        """لبي بي سي: the rest is a word of foreign names only, and the whole no word at all."""
        found = self._before_name(word)
        known = found is not None and (word in self.lexicon.classes or self._simple(word[1:]))
        return None if known else found

    def _joined(self, word: str, spelt: str) -> Pieces | None:
        """Conjunction + known word: وقال → و · قال; a written hamza begins a word: وإدنسون → و · إدنسون."""
        rest = word[1:]
        if len(rest) < 2 or word[0] not in "وف":
            return None
        known = self._known(rest)
        if known is None and word[0] == "و" and (spelt[1] in "أإ" or _splits_unknown(rest)):
            known = self._unknown(rest)
        return ("&" + known[0], (1, *known[1])) if known else None

    def _unknown(self, word: str) -> Pieces:
        if word[0].isdigit():
            return "0", (len(word),)
        if not "\u0600" <= word[0] <= "\u06ff":
            return "A", (len(word),)
        if word[0] in "بل" and _EVENT.match(word[1:]):
            return "pi", (1, len(word) - 1)  # بإغفال: an unknown verbal noun behind its preposition
        glued = self._glued(word)
        if glued:
            return glued
        if word.endswith(_OWNERS) and len(word) > _LONG_ENOUGH:
            if word[0] in "بل" and len(word) > _LONG_ENOUGH + 1:
                return "pI", (1, len(word) - 1)  # بسيرها
            return "I", (len(word),)  # an unknown noun with its owner: ولاءها
        owned = self._owned_by_speaker(word)
        if owned:
            return owned, (len(word),)
        if word[-1] == "ة" and not word.startswith("ال"):
            return "i", (len(word),)  # سلاسة: foreign names are not written with ة
        if (word[0] == "ا" and word[-1] == "ى" and not word.startswith("ال")) or (
            word.endswith("وا") and len(word) > _LONG_ENOUGH
        ):
            joined = word[0] in "وف" and len(word) > _LONG_ENOUGH + 1
            return ("&v", (1, len(word) - 1)) if joined else ("v", (len(word),))  # ألقى، انتهى; واحتلوا
        return ("W" if word.startswith("ال") and len(word) >= _LONG_ENOUGH else "w"), (len(word),)

    def _owned_by_speaker(self, word: str) -> str:
        """قلبي, أولادكم: a noun with the pronoun of one who speaks or is spoken to, where no name is known; ـي ends the
        plural before a genitive too (مزودي الخدمة).
        """
        for stem, enclitic in enclitic_splits(word) if word[-1] in "يكما" else ():
            whole = enclitic in _SPEAKERS and (word.startswith(stem) or stem[-1] == "ة")
            letter = self.lexicon.classes.get(stem, "") if whole and len(stem) > 2 else ""
            if letter and letter in (_OWNED if len(stem) > _SHORT_STEM else "mtS"):
                return "m" if enclitic == "ي" else "M"
        return ""

    def _before_article(self, spelt: str, word: str) -> Pieces | None:
        """إنالجسر: the particle written on a noun with its article."""
        if not spelt.startswith(("إنال", "أنال")) or len(word) <= len("انال") + 2:
            return None
        rest = self[spelt[2:]]
        return "q" + rest[0], (2, *rest[1])

    def _glued(self, word: str) -> Pieces | None:
        """Words that the source ran together: a letter that only ends words stands inside, or أن follows a verb."""
        cut = _INNER_END.search(word)
        if cut is None:
            cut = _INNER_PARTICLE.search(word)
            if cut is None or self.lexicon.classes.get(word[: cut.end()], "") not in _VERBAL:
                return None
        head, tail = word[: cut.end()], word[cut.end() :]
        first = self._known(head) or ("w", (len(head),))
        rest = self[tail]
        return first[0] + rest[0], (*first[1], *rest[1])

    def _known(self, word: str) -> Pieces | None:
        if word[0] == "ل" and word[1:2] in ("ي", "ت") and self.lexicon.classes.get(word[1:], "") == "V":
            return "&V", (1, len(word) - 1)  # ليكشف
        if word.startswith("عبدال") and len(word) > len("عبدال") + 1:
            return "n", (len(word),)
        return self._read(word, self._simple) or self._read(word, self._respelt)

    def _read(self, word: str, look_up: Callable[[str], str]) -> Pieces | None:
        letter = look_up(word)
        yields = letter in _YIELDING and word[0] in "وف" and self.lexicon.classes.get(word[1:], "") in _YIELDING[letter]
        if yields and not (letter == "n" and word.startswith("في")):  # فيدان, فيشر: ف and a present tense are rare
            return None  # وأكد is rather a verb after و than a name, وردا rather a preposition than a participle
        if letter:
            return letter, (len(word),)
        if word.startswith("لل"):
            noun = look_up(self.behind_lam(word)) or "W"
            return "p" + noun, (0, len(word))
        if word[0] in "بكل" and len(word) > 2:
            noun = self._after_preposition(word[1:], look_up)
            if noun == "W" and word[0] == "ك":
                noun = ""  # كالزاديلا: rather a name than ك and an unknown noun
            if noun:
                return "p" + noun, (1, len(word) - 1)
        return None

    def behind_lam(self, word: str) -> str:
        """What لل holds, with its article: للوزارة → الوزارة, but للجنة → اللجنة, whose own ل is not written twice."""
        doubled = self.lexicon.classes.get(word[1:], "")
        if doubled in _BODIES or (doubled in _NOMINAL and not self.lexicon.classes.get(word[2:])):
            return "ال" + word[1:]
        return "ال" + word[2:]

    def _after_preposition(self, rest: str, look_up: Callable[[str], str]) -> str:
        letter = "" if look_up == self._respelt and rest[-1] == "ا" else look_up(rest)  # no accusative behind it
        if letter and (letter.lower() in _NOMINAL or letter in "SrsR"):
            return letter
        if letter in ("V", "v", "P"):
            return self._as_noun(rest) or ("m" if letter == "P" else "")  # بطلب, بتدخل, بمقترح
        return "W" if rest.startswith("ال") and len(rest) > _LONG_ENOUGH else ""

    def _as_noun(self, word: str) -> str:
        """The class as a noun of a word that is something stronger where it stands alone: طلب, نشر, خارج."""
        named = any(reading.form == "verbal_noun" for reading in self.lexicon.cues.get(word, ()))
        return "i" if named else self.lexicon.nouns.get(word, "")

    def _simple(self, word: str) -> str:
        return (
            self.lexicon.classes.get(word, "")
            or self._definite(word)
            or self.conjugated(word)
            or self.future(word)
            or self._with_enclitic(word)
        )

    def _definite(self, word: str) -> str:
        if not word.startswith("ال"):
            return ""
        letter = self.lexicon.classes.get(word[2:], "") or self._respelt(word[2:])
        if letter == "n" and (word[-1] in "يىه" or word.endswith("ية")):
            return "J"  # السياسي, العربية: an adjective rather than the name without its article
        if letter == "n":
            return "W"  # النصر: rather a noun than the name with an article that it lacks elsewhere
        if letter in "hxlz":
            return letter
        if letter in ("V", "P") and self._names_saying(word[2:]):
            return "S"  # الشكر، المطالبة
        if letter in ("V", "P", "p"):
            letter = self._as_noun(word[2:]) or ("j" if letter == "P" else "")  # العرض, المتوقع, الخارج
        return letter.upper() if letter in _NOMINAL and letter else ""

    def _names_saying(self, word: str) -> bool:
        """A form of a verb of saying that is its verbal noun too: شكر، وصف، مطالبة."""
        readings = self.lexicon.cues.get(word, ())
        return any(reading.form == "verbal_noun" and "weak" not in reading.takes for reading in readings)

    def _verbal(self, word: str) -> str:
        """The class of a listed word, or of a form of a common verb."""
        return self.lexicon.classes.get(word, "") or self.conjugated(word)

    def conjugated(self, word: str) -> str:
        """A form of a verb that reports nothing: stem + ending of the past, prefix + stem + ending of the present."""
        if word.startswith("وو"):
            return ""  # ووجهت is rather و + وجهت than the passive of واجه
        for length in range(LONGEST_ENDING + 1):
            stem, ending = word[: len(word) - length], word[len(word) - length :]
            if ending in self.lexicon.past_stems.get(stem, ()):
                return "v"
            person = word[0] in ("يت" if ending or len(word) <= _LONG_ENOUGH else "يتنا")
            if person and ending in self.lexicon.present_stems.get(stem[1:], ()):
                return "v"
        return ""

    def future(self, word: str) -> str:
        if word[0] in "سل" and len(word) > _LONG_ENOUGH and word[1] in "يتنا":
            return "v" if self._verbal(word[1:]) in _VERBAL else ""
        return ""

    def _with_enclitic(self, word: str) -> str:
        if word.startswith("ال"):
            return ""  # the article and a possessive exclude each other
        verbal = ""
        for stem, enclitic in enclitic_splits(word):
            letter = self._verbal(stem)
            if enclitic in _FIRST_PERSON and not (enclitic == "ني" and letter == "V"):
                continue
            if letter in _OWNED:
                return "V" if letter == "t" and self._said_to(stem) else letter.upper()
            if letter == "h" or stem in _MOTHER:
                return "T"  # سموه، معاليه
            if letter in _VERBAL and letter != "v":
                return self._owned(stem) or letter
            if letter == "z" and stem in self.lexicon.cues:
                return "V"  # هنأه, without its hamza: an adverb has no pronoun
            verbal = verbal or (self._owned(stem) or letter if letter == "v" else "")
        return verbal  # استقالته: a noun before a common verb of the same letters

    def _said_to(self, stem: str) -> bool:
        """طالبها: the verb and whom it is said to, rather than her student"""
        return any("obj" in reading.takes for reading in self.lexicon.cues.get(stem, ()) if reading.form == "verb")

    def _owned(self, stem: str) -> str:
        """قضيته، استقالته: the noun in ة with its owner, unless the verb is one that is said of somebody (وصفته)."""
        owned = self.lexicon.classes.get(stem[:-1] + "ة", "") if stem[-1] == "ت" else ""
        said_of = any(reading.takes & {"obj", "np"} for reading in self.lexicon.cues.get(stem, ()))
        return owned.upper() if owned and owned in _OWNED and not said_of else ""

    def _respelt(self, word: str) -> str:
        """Final ى for ي and ه for ة, as much of the press types them."""
        if word[-1:] == "ا" and self.lexicon.classes.get(word[:-1], "") in _ACCUSATIVE:
            return self.lexicon.classes[word[:-1]]  # جدلا، واسعا
        other = _RESPELT.get(word[-1:])
        letter = self.lexicon.classes.get(word[:-1] + other, "") if other and len(word) > 2 else ""
        return "" if letter == "n" and word[-1] == "ة" else letter


_RESPELT = {"ى": "ي", "ي": "ى", "ه": "ة", "ة": "ه"}


def _splits_unknown(rest: str) -> bool:
    """و before an unknown word is a conjunction unless it may well be the first letter of a foreign name (ويلسون)."""
    return rest.startswith("ال") or (len(rest) >= _LONG_ENOUGH and rest[0] not in "اويل")


@lru_cache(_REMEMBERED)
def enclitic_splits(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a pronoun at the end of a word: قوله → قول + ه, تصريحاته, وصفوه → وصفوا + ه, سماه → سمى + ه.

    >>> enclitic_splits("زيارته")
    (('زيارت', 'ه'), ('زيارة', 'ه'))
    """
    found: list[tuple[str, str]] = []
    for enclitic in _ENCLITICS:
        stem = word[: -len(enclitic)]
        if word.endswith(enclitic) and len(stem) > 1:
            found.append((stem, enclitic))
            if stem[-1] in _STEM_ENDS:
                found.append((stem[:-1] + _STEM_ENDS[stem[-1]], enclitic))
    return tuple(found)


_STEM_ENDS = {"ت": "ة", "و": "وا", "ا": "ى", "ئ": "ء", "ؤ": "ء"}


@lru_cache(_REMEMBERED)
def cue_readings(lexicon: Lexicon, word: str) -> tuple[CueReading, ...]:
    """How a folded word, without proclitics, may be read as a word of saying; empty when it cannot."""
    plain = lexicon.cues.get(word, ())
    for stem, enclitic in enclitic_splits(word):
        plain += tuple(_with(reading, enclitic) for reading in lexicon.cues.get(stem, ()) if reading.form in _OWNING)
    if not plain and word[-1:] in _RESPELT:
        plain = lexicon.cues.get(word[:-1] + _RESPELT[word[-1]], ())
    bare = word[2:] if word.startswith("ال") else word[:-1] if word.endswith("ا") else ""
    if not plain and bare:
        return tuple(reading for reading in lexicon.cues.get(bare, ()) if reading.form == "verbal_noun")
    return plain


_OWNING = frozenset(("verb", "verbal_noun"))


def _with(reading: CueReading, enclitic: str) -> CueReading:
    return CueReading(
        reading.lemma, reading.form, reading.takes, reading.polarity,
        reading.person, reading.gender, reading.number, reading.tense, enclitic,
    )  # fmt: skip
