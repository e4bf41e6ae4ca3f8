"""Names that the document itself gives away.

A word seen behind a given name or a title with a name (حسين العادي، المدير بيان زهران) is a family name in this
document, whatever it means elsewhere: وقال العادي then has a person for its subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import compress, count

from attribution.careless import tell_homographs
from attribution.compounds import ASKED_FOR as OF_COMPOUNDS
from attribution.compounds import Places, places_of, recognise_compounds, rewrite
from attribution.lexicon.compiled import Lexicon
from attribution.tokens import Reading

_DOUBTFUL = frozenset("WMJwmji")
_INTRODUCED = "nBhtTlOJWMIxDpV&,.\\n"
_BEHIND_NAME = re.compile(f"n(?<=[{_INTRODUCED}]n)(?=[WMJwmji])")  # … الوزير سالم | حداد
# the letter itself stands before what is wanted on its left, so that it is searched for as a literal
_OPENING_VERB = re.compile(r"(?:n(?=[tToOhxuUdD])|[mi](?=[tTuUh]))(?:(?<=[\n.:].)|(?<=[\n.]&.)|(?<=^.)|(?<=^&.))")
_NAME_OR_VERB = re.compile("V(?=[nWJ])(?<=[tThVOJ]V)")
OBLIQUE = re.compile("ال(م...*|.ا..*)ين$")  # كرم فلان الفائزين, المشاركين: the object, a participle in the plural
_ACTING = frozenset(("القائم", "قائم", "القائمة", "قائمة"))
_BEHIND_VERB = re.compile("V(?=w[,.:qQ«pzP])")  # قال | حداد إن
_BODY_OR_RANK = re.compile("O(?=.?[nBh]|[JW])")
_BEFORE_FOREIGNER = re.compile("J(?=w[wn])")
_LANDS = frozenset(("country", "region", "city"))
_BEFORE_SUBJECT = frozenset("VvCzhT")
_MONTHS = ("ماي", "شباط")
_BEFORE_MONTH = frozenset("nVvCtTeN&pqQJ")
_HEAD = frozenset("e&,\n.")
_REGNAL = frozenset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split())
_OF_RANKS = frozenset(
    ("اول", "ركن", "الركن", "متقاعد", "المتقاعد", "طبيب", "طيار", "الطيار", "بحري", "مهندس", "مظلي", "حقوقي", "م")
)
_KINDS = [[word] for word in _OF_RANKS]
_RANKS = frozenset(("لواء", "فريق"))
ASKED_FOR = OF_COMPOUNDS | {*_MONTHS, "امام", "الامام", *_ACTING, *_OF_RANKS}
_CLOSING = frozenset(",:qQ«)V")
_LONGEST_INITIAL = 4


def recognise_names(reading: Reading) -> None:
    """Give the doubtful words that the document shows to be names the class of a name, where they are subjects."""
    tell_homographs(reading)
    places = places_of(reading)
    _ranks(reading, places)
    _acting(reading, places)
    _imams(reading, places)
    recognise_compounds(reading, places)
    _months(reading, places)
    _countrymen(reading)
    _verbs(reading)
    _spelt_like_verbs(reading)
    letters, words = reading.letters, reading.words
    shown = {words[m.end()] for m in _BEHIND_NAME.finditer(letters) if _free(reading, m.end())}
    shown |= {words[m.end()] for m in _BEHIND_VERB.finditer(letters) if _foreign(reading, m.end())}
    if not shown:
        return
    out = list(letters)
    for i in compress(count(), map(shown.__contains__, words)):
        if letters[i] in _DOUBTFUL and (_subject(reading, i) or _behind_name(reading, i)):
            out[i] = "n"
    reading.letters = "".join(out)


def _ranks(reading: Reading, places: Places) -> None:
    """اللواء, الفريق: a body, but before a name the rank."""
    letters, words = reading.letters, reading.words
    found = [m.start() for m in _BODY_OR_RANK.finditer(letters) if words[m.start()][2:] in _RANKS]
    found = [i for i in found if i == 0 or words[i - 1] not in ("في", "ب")]  # مدرب في الفريق
    surnames = [i for i in found if letters[i + 1] in "JW" and words[i] == "اللواء" and _surname(reading, i + 1)]
    found = [i for i in found if letters[i + 1] in "nBh" or words[i + 1] in _OF_RANKS] + surnames
    rewrite(reading, found, "T")
    rewrite(reading, [i + 1 for i in found if words[i + 1] in _OF_RANKS], "J")
    _kinds_of_rank(reading, places)


def _kinds_of_rank(reading: Reading, places: Places) -> None:
    """العميد ركن سالم حداد, العقيد الركن طيار …: a word that tells of what kind the rank is, before the name."""
    letters, words = reading.letters, reading.words
    for i in sorted([i for word in places.keys() & _OF_RANKS for i in places[word]]):
        before = words[i - 1] if i else ""
        ranked = reading.lexicon.kinds.get(before.removeprefix("ال")) == "rank" or before in _OF_RANKS
        if ranked and (letters[i + 1 : i + 2] in tuple("nBh") or words[i + 1 : i + 2] in _KINDS):
            rewrite(reading, [i], "J")


def _acting(reading: Reading, places: Places) -> None:
    """القائم بأعمال السفير: one title, its preposition no end of the phrase."""
    acting = [i for word, tokens in places.items() if word in _ACTING for i in tokens]
    found = [i for i in acting if reading.words[i + 1 : i + 3] == ["ب", "اعمال"]]
    rewrite(reading, found, "t")
    rewrite(reading, [k for i in found for k in (i + 1, i + 2)], "m")


def _imams(reading: Reading, places: Places) -> None:
    """إمام, not أمام: the spelling tells the title from the preposition."""
    for word, letter, spelling in (("امام", "t", "إمام"), ("الامام", "T", "الإمام")):
        rewrite(reading, [i for i in places[word] if reading.spelt(i) == spelling], letter)


def _surname(reading: Reading, i: int) -> bool:
    """اللواء الحمادي: a name without its article, and no known adjective."""
    word = reading.words[i].removeprefix("ال")
    return reading.lexicon.classes.get(word) == "n" and word not in reading.lexicon.kinds


def _countrymen(reading: Reading) -> None:
    """البرازيلي جيلسون كوستا: two unknown words behind the definite adjective of a country are the name of a man."""
    kinds, words = reading.lexicon.kinds, reading.words
    found = [m.start() for m in _BEFORE_FOREIGNER.finditer(reading.letters)]
    found = [i for i in found if words[i][-1] == "ي" and kinds.get(words[i].removeprefix("ال")) in _LANDS]
    rewrite(reading, [k for i in found for k in (i + 1, i + 2)], "n")


def _verbs(reading: Reading) -> None:
    """كرم وزير الثقافة الفائزين, دخل الصحافيون: a name or a noun that is a verb too, before a person at the head."""
    past = reading.lexicon.past_stems
    found = [m.start() for m in _OPENING_VERB.finditer(reading.letters)]
    words = reading.words
    rewrite(reading, [i for i in found if "" in past.get(words[i], ()) or _feminine(words[i], past)], "v")


def _feminine(word: str, past: Mapping[str, frozenset[str]]) -> bool:
    """رفعت المديرة: the verb with the ending of a feminine subject."""
    return word.endswith("ت") and "ت" in past.get(word[:-1], ())


def _spelt_like_verbs(reading: Reading) -> None:
    """المفتش مدحت حداد: a given name spelt like a verb of saying, between a title or a verb and another name."""
    found = [m.start() for m in _NAME_OR_VERB.finditer(reading.letters)]
    rewrite(reading, [i for i in found if reading.words[i] in reading.lexicon.names], "n")


def _months(reading: Reading, places: Places) -> None:
    """تيريزا ماي, حميد شباط: the month is a name in a document where it stands behind a given name, but for 15 ماي."""
    for month in _MONTHS:
        found = places[month]
        if any(reading.letters[i - 1 : i] == "n" for i in found):
            rewrite(reading, [i for i in found if reading.letters[i - 1 : i] in _BEFORE_MONTH], "n")


def _subject(reading: Reading, i: int) -> bool:
    """Right after a verb or a title, or right before a verb at the head of a clause."""
    before, after = reading.letters[i - 1 : i], reading.letters[i + 1 : i + 2]
    return before in _BEFORE_SUBJECT or (before in _HEAD and after in ("V", "v", "k", ",", "&"))


def _foreign(reading: Reading, i: int) -> bool:
    """An unknown word that is written like a name: no tanween, no ة, not two letters, no noun with ب and its owner."""
    word = reading.words[i]
    owned = word[0] in "بل" and word.endswith(("ه", "ها", "هم")) and reading.lexicon.classes.get(word[1:-1], "") != ""
    return len(word) > 3 and word[-1] not in "اةى" and not owned


def _behind_name(reading: Reading, i: int) -> bool:
    return i > 1 and reading.letters[i - 1] == "n" and reading.letters[i - 2] in _INTRODUCED


def accusative(lexicon: Lexicon, word: str) -> bool:
    """تعويضا, رئيسا: an indefinite noun with the ا of its accusative, and no listed name."""
    known = lexicon.classes.get(word[:-1]) if word.endswith("ا") and word not in lexicon.names else None
    return known is not None and known in "toudimjSP"


def _epithet(reading: Reading, i: int) -> bool:
    """الرئيس فلان | السابق; نفى فلان | الأمر: a definite adjective, or a common noun behind what is no given name, if
    no list of names has it.
    """
    lexicon, word = reading.lexicon, reading.words[i]
    if word in lexicon.names:
        return False
    if reading.letters[i] == "M":
        return reading.words[i - 1] not in lexicon.genders
    if reading.letters[i] == "J" and reading.letters[i - 3 : i - 1] == "oT":
        return lexicon.kinds.get(word[2:]) == "domain"  # مستشفى الملك فلان الجامعي
    return is_adjective(lexicon, word)


def is_adjective(lexicon: Lexicon, word: str) -> bool:
    """السابق, الجديد: a definite adjective that is no family name; those in ي may all be one (الحارثي), and the number
    of a king is part of his name.
    """
    named = word[-1] == "ي" or word in lexicon.names or word in _REGNAL
    return not named and lexicon.classes.get(word[2:]) == "j"


def _free(reading: Reading, i: int) -> bool:
    """A bare word counts only if nothing after it makes it a noun with a complement."""
    word = reading.words[i]
    if reading.letters[i] in "Mmij" and reading.letters[i - 2] in "nB":
        return False  # ألقى فلان الفلاني كلمة, قدر فلان الفلاني العجز: a name of two words is whole
    surname = word[-1] != "ي" and i > 0 and reading.words[i - 1].startswith("ال")
    if reading.has_tanwin(i) or (surname and word.startswith("ال")):
        return False  # كان فلان مؤيدًا لـ…, منح الحداد الوسام
    described = word[-1] == "ة" or reading.words[i + 1 : i + 2] == ["من"]
    if described and reading.letters[i] in "MJ" and word not in reading.lexicon.names:
        return False  # قالت فلانة الناجية, فلان البالغ من العمر
    if reading.letters[i].isupper():
        if not word.startswith("ال") or _epithet(reading, i):
            return False  # تسلم فلان منصبه, الرئيس فلان السابق
        return not OBLIQUE.match(word) and not word.endswith(("ية", "ات"))  # حكومة فلان الائتلافية
    if accusative(reading.lexicon, word):
        return False  # يطلب فلان تعويضا
    owned = word.endswith(("ه", "ها", "هم")) and word != "الله"
    if owned and (len(word) > _LONGEST_INITIAL or word[-2:-1] != "ي"):
        return False  # التقى فلان ضيوفه
    follows = reading.letters[i + 1 : i + 2]
    if word.endswith("ات") and follows in tuple("pj") and len(word) > _LONGEST_INITIAL:
        return False  # قدم فلان الفلاني تطمينات لـ…
    if reading.letters[i] == "m" or (reading.letters[i] == "i" and word in reading.lexicon.classes):
        introduced = reading.letters[i - 2] in "TthJ" and word[-1] != "ة"
        fits = introduced or follows in _CLOSING or word in reading.lexicon.names
        return word == "الله" or (fits and reading.words[i - 1] in reading.lexicon.genders)  # not صافي | ربح
    return follows != "" and follows in ",.:qQ«)(zp\nRVvk"
