"""From the TSV tables to two dictionaries: word to class, word to readings as a cue."""

from __future__ import annotations

import copyreg
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from attribution.lexicon.builder import COMMON, Builder, Row, Shipped, shipped_rows
from attribution.lexicon.compiled import CueReading, Lexicon
from attribution.lexicon.inflect import inflect, stems_of_verb
from attribution.lexicon.own import Own, unpacked
from attribution.lexicon.reader import read_columns
from attribution.view import fold

_NISBA = (
    ("", "m", False),
    ("ة", "f", False),
    ("ون", "m", True),
    ("ين", "m", True),
    ("ات", "f", True),
    ("ا", "m", False),
)
_FORMS = {
    "past": "verb", "present": "verb", "passive_past": "passive", "passive_present": "passive",
    "participle": "participle", "passive_participle": "passive_participle", "verbal_noun": "verbal_noun",
}  # fmt: skip


def _cue_readings(row: Row) -> Iterator[tuple[str, CueReading]]:
    takes = frozenset(row["takes"].split())
    polarity = row["polarity"] or "asserted"
    for form in inflect(row["lemma"], row["pattern"], row["masdar"].split()):
        own_words = form.form == "present" and form.person == "1"  # نؤكد: the speaker's own words, never a report
        rare = form.form.startswith("passive") and "weak" in takes
        if form.form in _FORMS and not own_words and not rare:
            yield (
                fold(form.text),
                CueReading(
                    row["lemma"], _FORMS[form.form], takes, polarity, form.person, form.gender, form.number, form.form
                ),
            )


_LETTER_OF_FORM = {"verb": "V", "passive": "V", "participle": "P", "verbal_noun": "S", "preposition": "C"}


def _lookalikes(builder: Builder) -> dict[str, str]:
    return {fold(row["word"]): row["context"] for row in builder.rows("lookalikes", "word context example")}


_MASCULINE = frozenset(("خليفة", "علامة", "داعية", "رحالة", "عمدة", "طاغية", "نابغة", "خليفة المسلمين"))
_OWNED_ENDS = ("ه", "ها", "هم")


def _add_cues(builder: Builder) -> None:
    lookalikes = _lookalikes(builder)
    nouns = {word for word, context in lookalikes.items() if context == "noun"}
    verbs = {word for word, context in lookalikes.items() if context == "always"}
    for word in nouns:
        builder.add(word, "M" if word.endswith(_OWNED_ENDS) or word.startswith("ال") else "m")
    for row in builder.rows("verbs", "lemma pattern masdar takes polarity example"):
        for text, reading in _cue_readings(row):
            if text in nouns or (text in verbs and reading.form.endswith("participle")):
                continue  # مدينة is a town, whatever أدان does
            builder.cues.setdefault(text, []).append(reading)
            if reading.form in _LETTER_OF_FORM:
                builder.word(text, _LETTER_OF_FORM[reading.form])
    for row in builder.rows("cue_nouns", "noun lemma takes example"):
        reading = CueReading(row["lemma"] or row["noun"], "verbal_noun", frozenset(row["takes"].split()))
        builder.cues.setdefault(fold(row["noun"]), []).append(reading)
        builder.add(row["noun"], "S")
    for row in builder.rows("prepositional_cues", "phrase takes example"):
        words = fold(row["phrase"]).split()
        reading = CueReading(row["phrase"], "preposition", frozenset(row["takes"].split()))
        builder.cues.setdefault(" ".join(words), []).append(reading)
        if len(words) == 1:
            builder.add(row["phrase"], "C")


def _add_speakers(builder: Builder) -> None:
    for row in builder.rows("titles", "title feminine plural kind example", "ambiguous"):
        if builder.classes.get(fold(row["title"])) == "j":
            builder.callings |= {fold(row["title"]), *map(fold, row["feminine"].split())}
            continue  # سياسي, عسكري: rather the adjective of another title
        courtesy = row["kind"] == "honorific"
        feminine = row["title"].split()[0].endswith("ة") and row["title"] not in _MASCULINE
        builder.inflected(row, "title", "h" if courtesy else "t", "f" if feminine and not courtesy else "m")
    for row in builder.rows("organizations", "noun plural gender kind example"):
        builder.inflected(row, "noun", "o", row["gender"])
    for row in builder.rows("unnamed", "noun plural feminine gender example"):
        builder.inflected(row, "noun", "u", row["gender"])
        if row["plural"]:
            builder.generic |= {fold(word) for key in ("noun", "plural", "feminine") for word in row[key].split()}
    for row in builder.rows("documents", "noun plural gender example"):
        builder.inflected(row, "noun", "d", row["gender"])
    for row in builder.rows("agencies", "name gender kind example"):
        builder.add(row["name"], "x", row["gender"], kind=row["kind"])
    for row in builder.rows("places", "name gender kind", "example"):
        if row["kind"] == "country" and " " not in row["name"]:
            builder.genders[fold(row["name"])] = row["gender"]  # روسيا, not the accusative of روسي
        builder.add(row["name"], "l", row["gender"] or "f", kind=row["kind"])


def _add_duals(builder: Builder) -> None:
    """وزيران, نقابتا: the duals of titles and bodies, unless the word means something else (طالبان, عمان)."""
    for table, columns, letter in (("organizations", "noun plural gender kind example", "o"),
                                   ("unnamed", "noun plural feminine gender example", "u"),
                                   ("titles", "title feminine plural kind example ambiguous", "t")):  # fmt: skip
        for row in builder.rows(table, columns):
            for word in (row[columns.split()[0]], *row.get("feminine", "").split()):
                if " " not in word and row.get("kind") != "honorific":
                    _add_dual(builder, word, letter, row.get("gender", "m"))


def _add_sound_plurals(builder: Builder) -> None:
    """كاتبو, مراسلي: the sound plurals of titles, unless the word means something else."""
    for row in builder.rows("titles", "title feminine plural kind example", "ambiguous"):
        if " " in row["title"] or row["title"][-1] in "ةيىا" or row["kind"] in ("honorific", "kinship"):
            continue
        for ending in ("ون", "ين", "و", "ي"):
            if fold(row["title"] + ending) not in builder.classes:
                builder.generic |= {fold(row["title"] + ending)} if row["kind"] == "profession" else set()
                builder.add(row["title"] + ending, "t", "m", plural=True)


def _add_dual(builder: Builder, word: str, letter: str, gender: str) -> None:
    stem, feminine = (word[:-1] + "ت", True) if word.endswith("ة") else (word, False)
    for ending in ("ان", "ين", *(("ا", "ي") if feminine else ())):
        if fold(stem + ending) not in builder.classes:
            builder.generic |= {fold(stem + ending)} if fold(word) in builder.generic else set()
            builder.add(stem + ending, letter, "f" if feminine else gender, plural=True)


def _add_words(builder: Builder) -> None:
    for row in shipped_rows("particles", "class words example"):
        for word in row["words"].split():
            builder.add(word, row["class"])
    for row in shipped_rows("circumstance", "word kind example"):
        if row["kind"] in ("occasion", "addressee", "site"):
            builder.kinds[fold(row["word"])] = row["kind"]
        else:
            builder.add(row["word"], "z", kind=row["kind"])
    for row in builder.rows("nationalities", "adjective kind", "example"):
        for ending, gender, plural in _NISBA:
            builder.add(row["adjective"] + ending, "j", gender, plural, kind=row["kind"])
    letters = {"event": "i", "noun": "m", "adjective": "j", "verb": "v", "adverb": "z"}
    words, classes = builder.columns("vocabulary", ["word", "class"])
    for word, kind in zip(_folded(words), classes, strict=True):
        builder.word(word, letters[kind])
        if kind == "adjective" and word[-1] not in "ةي":
            builder.word(word + "ة", "j")
            builder.genders.setdefault(word + "ة", "f")


def _folded(words: Iterable[str]) -> list[str]:
    """Many words folded at once."""
    return fold("\n".join(words)).split("\n")


_PARTICLES = frozenset("qpRrcsgkN")


def _add_names(builder: Builder) -> None:
    given, genders = builder.columns("given_names", ["name", "gender"])
    (family,) = builder.columns("family_names", ["name"])
    given_keys, family_keys = _folded(given), _folded(family)
    (nouns,) = builder.columns("surnames", ["name"])
    builder.names.update(given_keys, family_keys, _folded(nouns))
    adjectives = {word for word, kept in _keeps().items() if "-" not in kept}
    for name, gender in zip(given_keys, genders, strict=True):
        if name not in adjectives:
            _add_name(builder, name, gender)
    for name in family_keys:
        if name not in adjectives:
            _add_name(builder, name, "")
    for name in builder.names & builder.cues.keys():
        if builder.classes.get(name) == "V" and all(map(_rare, builder.cues[name])):
            builder.classes[name] = "n"  # ناديا, روي: the name before the dual or the passive of a verb


def _rare(reading: CueReading) -> bool:
    return reading.number == "du" or reading.form == "passive"


def _add_name(builder: Builder, key: str, gender: str) -> None:
    """A name, unless the word is rather a definite common word (السياسي) or a proclitic and a particle (والتي)."""
    classes = builder.classes
    if key.startswith("ال"):
        rest = classes.get(key[2:]) or classes.get(key[2:].replace("ه", "ة"))
        if rest not in (None, "n"):
            return
    if key[-1] == "ه" and classes.get(key[:-1]) in COMMON and not gender:
        return  # نظيره; not نبيه
    if key[0] in "وفبلك" and classes.get(key[1:]) in _PARTICLES:
        return
    if classes.get(key) == "P" and key[-1] not in "اةه":
        classes[key] = "n"  # منذر، مبارك: the name before the participle
    builder.word(key, "n")
    if gender:
        builder.genders.setdefault(key, gender)


def _add_people(builder: Builder) -> None:
    """A newsroom's own people by their full names: the words in a row are a name, whatever each means elsewhere."""
    for row in unpacked(builder.own, "people"):
        words = fold(row["name"]).split()
        builder.add(row["name"], "n", row["gender"])
        unknown = [word for word in words if word not in builder.classes]
        builder.names.update(unknown)
        for word in unknown:
            builder.word(word, "n")
        if row["gender"] and builder.classes.get(words[0]) == "n":
            builder.genders.setdefault(words[0], row["gender"])


def _keeps() -> dict[str, frozenset[str]]:
    """التابعة لـ, صادر عن: an adjective, masculine and feminine, with the prepositions that are its own."""
    rows = shipped_rows("adjectives", "adjective prepositions example")
    kept = {fold(row["adjective"]): frozenset(fold(row["prepositions"]).split()) for row in rows}
    return kept | {word + ending: own for word, own in kept.items() for ending in ("ة", "ون", "ين", "ات")}


def _past_first(reading: CueReading) -> bool:
    """تأسف is the past of its own verb before it is the present of أسف."""
    return reading.tense.endswith("present")


def _common_verbs() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The stems of the verbs that report nothing, each with the endings it takes."""
    tables: tuple[dict[str, set[str]], dict[str, set[str]]] = {}, {}
    lemmas, patterns = read_columns(Shipped("common_verbs.tsv"), ["lemma", "pattern"])
    for lemma, pattern in zip(lemmas, patterns, strict=True):
        for table, stems in zip(tables, stems_of_verb(lemma, pattern), strict=True):
            for stem, endings in stems:
                table.setdefault(fold(stem), set()).update(endings)
    past, present = ({stem: frozenset(endings) for stem, endings in table.items()} for table in tables)
    return past, present


_VERBAL = frozenset("VPp")  # where such a word has the article or a preposition, it is the noun


def _bare(word: str) -> str:
    return fold(word).removeprefix("ال")


def _light_verbs(builder: Builder) -> dict[str, str]:
    """The forms of the verbs that carry a noun of saying, with their tense; known as verbs where nothing else is."""
    found = {}
    for row in shipped_rows("light_verbs", "lemma pattern example"):
        for form in inflect(row["lemma"], row["pattern"]):
            word = fold(form.text)
            carries = form.form in ("past", "present", "participle") and (form.form, form.person) != ("present", "1")
            if not carries or builder.classes.get(word) in ("u", "t"):
                continue  # مصدر is rather a source
            found[word] = form.form
            if form.form != "participle":
                builder.add(form.text, "v")
    return found


def load_shipped() -> Lexicon:
    """The lexicon that comes with the package, compiled on first use."""
    return compile_lexicon(())


_LEXICONS = 8  # lexicons remembered: a newsroom has one, a service for several has some


@lru_cache(_LEXICONS)
def compile_lexicon(own: Own) -> Lexicon:
    """The shipped tables with a newsroom's own rows on top."""
    builder = Builder(own)
    for step in (_add_words, _add_speakers, _add_cues, _add_names, _add_people, _add_duals, _add_sound_plurals):
        step(builder)
    builder.classes["ان"] = "q"
    cues = {word: tuple(sorted(found, key=_past_first)) for word, found in builder.cues.items()}
    fields: dict[str, Any] = {"own": own, "classes": builder.classes, "cues": cues, "genders": builder.genders}
    lookalikes = _lookalikes(builder)
    frames = {
        tuple(fold(row["phrase"]).split()): row["place"] for row in shipped_rows("frames", "phrase place example")
    }
    light = _light_verbs(builder)
    past_stems, present_stems = _common_verbs()
    fields |= {
        "nouns": {word: letter for word, letter in builder.nouns.items() if builder.classes[word] in _VERBAL},
        "light": {word: tense for word, tense in light.items() if word not in lookalikes},
        "past_stems": past_stems,
        "present_stems": present_stems,
        "names": frozenset(builder.names),
        "callings": frozenset(builder.callings),
        "generic": frozenset(builder.generic),
        "antecedents": {row["sign"]: float(row["weight"]) for row in shipped_rows("antecedent_weights", "sign weight")},
        "epithets": {
            (_bare(row["epithet"]),): frozenset((_bare(name),) for name in row["names"].split())
            for row in shipped_rows("epithets", "epithet names example")
        },
        "compounds": frozenset(tuple(fold(row["name"]).split()) for row in shipped_rows("compound_names", "name")),
        "naming": frozenset(fold(row["noun"]) for row in shipped_rows("naming_heads", "noun example")),
        "titled": frozenset(
            fold(noun)
            for row in shipped_rows("named_things", "noun plural example")
            for noun in (row["noun"], *row["plural"].split())
        ),
        "hypernyms": {
            fold(row["general"]): frozenset(fold(row["specific"]).split())
            for row in shipped_rows("hypernyms", "general specific example")
        },
        "lookalikes": lookalikes,
        "frames": frames,
        "phrases": builder.phrases,
        "kinds": builder.kinds,
        "keeps": _keeps(),
    }
    return Lexicon(**fields, plurals=frozenset(builder.plurals))


copyreg.pickle(Lexicon, lambda lexicon: (compile_lexicon, (lexicon.own,)))  # sent as its own rows, compiled there
