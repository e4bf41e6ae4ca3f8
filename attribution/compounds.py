"""Names of several words that no list can hold: بن and أم, الدين and الله, hyphens, dots, foreign letters by name.

Each rule looks at the neighbours of a word that it asks for, or of a sign, and gives the words the class of a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from attribution.signs import ASKED
from attribution.tokens import Reading

Places = dict[str, list[int]]
_BEFORE_NAMES = frozenset(("ان", "او", "في", "اي", "ال"))  # words that stand before a name rather than begin it
_ALSO_WORDS = _BEFORE_NAMES | {"دي", "ام", "يو", "ار"}
_LETTER_NAMES = _ALSO_WORDS | frozenset("ايه اية بي سي اف جي اتش كيه كي تي اس دبليو اكس واي زد كيو بيه".split())
_PROCLITICS = ("ك", "ف", "ب")
_FAITH, _GOD = "الدين", "الله"
ASKED_FOR = _LETTER_NAMES | {"@", "_", "ابن", "ام", _FAITH, _GOD, *_PROCLITICS}
_BEFORE_SON = re.compile("[jmwitP](?=B)")
_AFTER_HYPHEN = re.compile("-(?=[qQcem])(?<=[nwA]-)")
_UNKNOWN_JOINED = re.compile("w(?=-[wn])")
_STOP_INSIDE = re.compile(r"\.(?=[^.,:\n»)])(?<=[^.,:]\.)")
_INTRODUCED = tuple("hnBTOVt,")
_LONGEST_INITIAL = 4


def recognise_compounds(reading: Reading, places: Places) -> None:
    """Give the words of such names the class of a name."""
    _dotted(reading)
    _hyphened(reading)
    _tags(reading, places)
    _mothers(reading, places)
    _faithful(reading, places)
    _sons(reading, places)
    _proclitics(reading, places)
    _letter_names(reading, places)


def places_of(reading: Reading) -> Places:
    """Where the words stand that the rules below ask for."""
    found: Places = defaultdict(list)
    for i in reading.signed(ASKED):
        found[reading.words[i]].append(i)
    return found


def _dotted(reading: Reading) -> None:
    """بي.بي.سي: short words joined by full stops without a space are one foreign name."""
    stops = [m.start() for m in _STOP_INSIDE.finditer(reading.letters)]
    joined = [i for i in stops if reading.glued(i) and reading.glued(i + 1)]
    inside = [i for i in joined if _initial(reading, i - 1) and _initial(reading, i + 1)]
    rewrite(reading, [k for i in inside for k in (i - 1, i, i + 1)], "A")


def _hyphened(reading: Reading) -> None:
    """جاي-إن: what a hyphen without a space joins to a name is no particle; شين تاي-يونغ: unknown words that one joins
    are a name, with the one before them.
    """
    glued = reading.glued
    found = [m.start() + 1 for m in _AFTER_HYPHEN.finditer(reading.letters)]
    rewrite(reading, [i for i in found if glued(i) and glued(i - 1)], "n")
    joined = [m.start() for m in _UNKNOWN_JOINED.finditer(reading.letters)]
    joined = [i for i in joined if glued(i + 1) and glued(i + 2)]
    rewrite(reading, [k for i in joined for k in (i - 1, i, i + 2) if k >= 0 and reading.letters[k] == "w"], "n")


def _tags(reading: Reading, places: Places) -> None:
    """#وزارة_الصحة: words joined by the low line are one name, the first tells of what."""
    rewrite(reading, [i for i in places["@"] if reading.letters[i + 1 : i + 2] == "A"], "A")  # @waleed_k
    last = len(reading.words) - 1
    joins = [i for i in places["_"] if 0 < i < last and reading.glued(i)]
    rewrite(reading, [k for i in joins if reading.glued(i + 1) for k in (i, i + 1)], "A")


def _letter_names(reading: Reading, places: Places) -> None:
    """سي آي إيه, ال آر تي: the names of foreign letters, two and more in a row, are one name, with a parted article."""
    words, found = reading.words, []
    pieces = sorted([i for word, tokens in places.items() if word in _LETTER_NAMES for i in tokens])
    for run in _runs(pieces) if len(pieces) > 1 else ():
        while run and words[run[-1]] in _BEFORE_NAMES:
            run.pop()
        while run and words[run[0]] in _BEFORE_NAMES:
            del run[0]
        listed = _ALSO_WORDS.issuperset(words[k] for k in run) or any(reading.letters[k] == "x" for k in run)
        article = [run[0] - 1] if run and run[0] and words[run[0] - 1] == "ال" else []
        found += [*article, *run] if len(run) > 1 and not listed else []
    rewrite(reading, found, "A")


def _runs(tokens: list[int]) -> Iterator[list[int]]:
    """Two and more tokens in a row."""
    run: list[int] = []
    for i in tokens:
        if run and run[-1] != i - 1:
            if len(run) > 1:
                yield run
            run = []
        run.append(i)
    if len(run) > 1:
        yield run


def _initial(reading: Reading, i: int) -> bool:
    """A piece of an abbreviation: أيه، سي، إن; not that of an honorific: د.محمد."""
    word, letter = reading.words[i], reading.letters[i]
    short = len(word) <= _LONGEST_INITIAL and "\u0621" <= word[0] <= "\u064a"
    return short and letter not in "n&" and (letter != "h" or len(word) > 1)


def _faithful(reading: Reading, places: Places) -> None:
    """نور الدين, ذبيح الله: what stands before الدين and الله in a name is a name there, whatever it is elsewhere."""
    letters, words, listed = reading.letters, reading.words, reading.lexicon.compounds
    both = [i for i in (*places[_FAITH], *places[_GOD]) if i and (words[i - 1], words[i]) in listed]
    # رحمة الله may be a blessing, صلاح الدين a governorate
    sure = [i for i in both if (words[i] == _FAITH and letters[i] != "l") or _beside_name(reading, i)]
    rewrite(reading, [k for i in sure for k in (i - 1, i)], "n")


def _beside_name(reading: Reading, i: int) -> bool:
    """Whether a name or a title stands beside the two words that end at ``i``."""
    return reading.letters[i + 1 : i + 2] in tuple("nB") or (i > 1 and reading.letters[i - 2] in "nBhT")


def _proclitics(reading: Reading, places: Places) -> None:
    """جورج فلويد, توكل كرمان, فرانسوا بايرو: ف, ك and ب are letters of a name behind a given name, where nothing else
    is likely; then they are so everywhere.
    """
    words, last = reading.words, len(reading.words) - 1
    glued = [i for word in _PROCLITICS for i in places[word] if 0 < i < last and reading.glued(i + 1)]
    found = {(words[i], words[i + 1]) for i in glued if not reading.glued(i) and _letter_of_name(reading, i)}
    whole = [i for i in glued if found and (words[i], words[i + 1]) in found]
    rewrite(reading, [k for i in whole for k in (i, i + 1)], "n")


def _letter_of_name(reading: Reading, i: int) -> bool:
    """Whether the ف, ك or ب at ``i`` and the word behind it are a family name that was taken apart."""
    letters, words = reading.letters, reading.words
    given, rest = reading.lexicon.genders, words[i + 1]
    if letters[i - 1] != "n" or words[i - 1] not in given or rest in (words[i - 1], "") or rest.startswith("ال"):
        return False
    unknown = letters[i + 1] in "nw"
    if words[i] == "ب":  # not: التقى فلان بأنطونيو
        return unknown and letters[i - 2] in "VTthJ," and rest[0] == "ا" and rest not in given
    return unknown or (letters[i + 1] in "vmc" and letters[i + 2 : i + 3] == ",")


def _mothers(reading: Reading, places: Places) -> None:
    """أم before a given name is the mother of …, not "or"."""
    rewrite(reading, [i for i in places["ام"] if reading.letters[i + 1 : i + 2] == "n"], "B")


def _sons(reading: Reading, places: Places) -> None:
    """Whatever stands before بن is a name: عادي بن راجح; ابن before a bare word begins one: ابن كثير."""
    letters = reading.letters
    fathers = [m.start() for m in _BEFORE_SON.finditer(letters) if reading.words[m.end()] in ("بن", "بنت")]
    fathers = [i for i in fathers if letters[i] not in "mi" or letters[i - 1 : i] in _INTRODUCED]  # not: ملعب بن راجح
    rewrite(reading, fathers, "n")
    last = len(reading.words) - 1
    sons = [i for i in places["ابن"] if i < last and _names_son(reading, i + 1)]
    rewrite(reading, sons, "B")
    rewrite(reading, [i + 1 for i in sons], "n")


def _names_son(reading: Reading, i: int) -> bool:
    return reading.letters[i] in "nwuj" and not reading.words[i].startswith("ال")


def rewrite(reading: Reading, tokens: list[int], letter: str) -> None:
    """Give the tokens another class."""
    if tokens:
        out = list(reading.letters)
        for i in tokens:
            out[i] = letter
        reading.letters = "".join(out)
