"""The inflected forms against `mazini`, an independent conjugator, verb by verb, form by form."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from attribution.lexicon.inflect import Form, inflect
from attribution.lexicon.reader import read_table
from attribution.view import fold

mazini = pytest.importorskip("mazini", reason="mazini needs Python 3.11")

VERBS = read_table(
    files("attribution.lexicon") / "verbs.tsv", ["lemma", "pattern", "masdar", "takes", "polarity", "example"]
)
_HARAKAT = re.compile("[\u064b-\u0652\u0670]")
_SLOTS = {
    "past_3ms": ("past", "3", "m", "sg"), "past_3fs": ("past", "3", "f", "sg"), "past_3mp": ("past", "3", "m", "pl"),
    "past_3md": ("past", "3", "m", "du"), "past_3fd": ("past", "3", "f", "du"), "past_3fp": ("past", "3", "f", "pl"),
    "past_1p": ("past", "1", "", "pl"), "ind_3ms": ("present", "3", "m", "sg"), "ind_3fs": ("present", "3", "f", "sg"),
    "ind_3mp": ("present", "3", "m", "pl"), "ind_3md": ("present", "3", "m", "du"),
    "ind_3fp": ("present", "3", "f", "pl"), "juss_3ms": ("present", "3", "m", "sg"),
    "juss_3mp": ("present", "3", "m", "pl"),
}  # fmt: skip
_WAZN = {"2": "فعّل", "3": "فاعل", "4": "أفعل", "5": "تفعّل", "6": "تفاعل", "7": "انفعل", "8": "افتعل", "10": "استفعل",
         "q": "فعلل"}  # fmt: skip
# first radical و or a dental swallowed by the ت of form 8
_ASSIMILATED = {
    "اتهم": "وهم", "اتفق": "وفق", "ادعى": "دعو", "التمس": "لمس", "اتخذ": "وخذ", "اتسع": "وسع", "اتصل": "وصل",
    "اتجه": "وجه", "اتحد": "وحد", "اتسم": "وسم", "اطلع": "طلع", "ازداد": "زيد", "ازدهر": "زهر", "ازدحم": "زحم",
    "اصطحب": "صحب", "اصطدم": "صدم", "اضطرب": "ضرب", "اصطف": "صفف", "اضطر": "ضرر", "اصطاد": "صيد", "اصطفى": "صفو",
}  # fmt: skip


def _root(lemma: str, pattern: str) -> str:
    """The radicals of a lemma, read off its pattern."""
    if lemma in _ASSIMILATED:
        return _ASSIMILATED[lemma]
    form, weak = re.fullmatch(r"(10|\d|q)(\w*)", pattern).groups()  # type: ignore[union-attr]
    body = {"3": lemma[0] + lemma[2:], "4": lemma[1:], "5": lemma[1:], "6": lemma[1] + lemma[3:], "7": lemma[2:],
            "8": lemma[1] + lemma[3:], "10": lemma[3:]}.get(form, lemma)  # fmt: skip
    if weak == "g":
        body += body[-1]
    if weak in ("w", "h") or (weak == "a" and form == "1"):
        body = body.replace("ا", "و", 1)
    if weak == "y":
        body = body.replace("ا", "ي", 1)
    if "d" in weak or weak == "r":
        body = body[:-1] + ("و" if weak == "dw" else "ي")
    return body.replace("أ", "ء").replace("آ", "ءء").replace("ئ", "ء").replace("ؤ", "ء")


def _wazn(pattern: str) -> str:
    form = pattern.rstrip("wyadmghr")
    if form != "1":
        return _WAZN[form]
    vowels = {"1": "a~u", "1w": "a~u", "1y": "a~i", "1a": "i~a", "1dw": "a~u", "1dy": "a~i", "1da": "a~a",
              "1m": "a~i", "1g": "a~u", "1r": "a~a"}  # fmt: skip
    return "I/" + vowels[pattern]


def _spelt(form: str) -> str:
    return fold(_HARAKAT.sub("", form))


def _theirs(lemma: str, pattern: str) -> dict[str, set[str]]:
    conjugation = mazini.conjugate(_root(lemma, pattern), _wazn(pattern))
    return {slot: {_spelt(form.form) for form in conjugation.slots.get(slot, ())} for slot in _SLOTS}


def _ours(forms: tuple[Form, ...], features: tuple[str, ...]) -> set[str]:
    return {fold(f.text) for f in forms if (f.form, f.person, f.gender, f.number) == features}


# hamza seats and rare verbs where the two spell differently and both are in use
_BOTH_SPELLINGS = re.compile("[ئؤء]")


def test_common_verbs_agree_with_mazini() -> None:
    """The commonest forms of the verbs that report nothing, where both spell the hamza alike."""
    slots = ("past_3ms", "past_3fs", "past_3mp", "ind_3ms", "ind_3mp")
    wrong = []
    for row in read_table(files("attribution.lexicon") / "common_verbs.tsv", ["lemma", "pattern"]):
        forms, theirs = inflect(row["lemma"], row["pattern"]), _theirs(row["lemma"], row["pattern"])
        wrong += [
            (row["lemma"], slot)
            for slot in slots
            if theirs[slot]
            and not _ours(forms, _SLOTS[slot]) & theirs[slot]
            and not _BOTH_SPELLINGS.search("".join(theirs[slot]))
        ]
    assert wrong == []


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row['lemma']}-{row['pattern']}")
def test_forms_agree_with_mazini(row: dict[str, str]) -> None:
    forms = inflect(row["lemma"], row["pattern"], row["masdar"].split())
    missing = {
        slot: wanted
        for slot, wanted in _theirs(row["lemma"], row["pattern"]).items()
        if wanted and not wanted & _ours(forms, _SLOTS[slot]) and not any(_BOTH_SPELLINGS.search(w) for w in wanted)
    }
    assert missing == {}


def test_unknown_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="pattern of قال is '9z'"):
        inflect("قال", "9z")


def test_masdars_are_forms() -> None:
    assert Form("قول", "قال", "verbal_noun") in inflect("قال", "1w", ["قول"])
