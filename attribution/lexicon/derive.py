"""Regenerate the derived rows of the name and place tables; a tool of the project's development, not of its use.

    python attribution/lexicon/derive.py

Each table it touches begins with rows written by hand and ends with rows below the line ``# derived:``. Only the
latter are replaced. Needs the development packages arabic-name-romanizer (MIT; of its data only the Wikidata part,
CC0), wordfreq (code Apache-2.0, data CC BY-SA 4.0; consulted to drop common words and to choose a spelling) and babel
(CLDR territories, Unicode licence).

Words to keep out stand in the tables themselves, in comment lines ``# removed: …``.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from pyarabic import araby

from attribution.view import fold

HERE = Path(__file__).parent
MARKER = "# derived:"
REMOVED = "# removed:"
ELSEWHERE = ("PK", "IR", "AF")  # their names are Persian and Urdu, rare in Arabic news under these spellings
COMMON_WORDS = 5000  # a name among the first five thousand words of Arabic is a word first …
SURELY_A_NAME = 120  # … unless so many people of the data bear it
A_FEW = 20  # fewer bearers than this do not make a name of proclitic + common word
KNOWN_WORDS = 60_000
BEARERS_FOR_GENDER = 5
PROCLITICS = (araby.WAW, araby.FEH, araby.BEH, araby.KAF, araby.LAM)
Row = tuple[str, ...]


def commonest(count: int) -> list[str]:
    """The first ``count`` Arabic words by frequency, from wordfreq (imported here: users of the package lack it)."""
    words: list[str] = import_module("wordfreq").top_n_list("ar", count)
    return words


def key_of(word: str) -> str:
    """The spelling under which the name data has a word: alef forms, teh marbuta and alef maksura folded."""
    return fold(word).replace(araby.TEH_MARBUTA, araby.HEH).replace(araby.ALEF_MAKSURA, araby.YEH)


class Table:
    """A table file as its three parts: what stands above the marker, the words it removes, the rows by hand."""

    def __init__(self, name: str) -> None:
        self.path = HERE / f"{name}.tsv"
        lines = self.path.read_text(encoding="utf-8").splitlines()
        end = next((i for i, line in enumerate(lines) if line.startswith(MARKER)), len(lines))
        self.above = lines[:end]
        self.marker = lines[end] if end < len(lines) else MARKER
        rows = [line for line in self.above[1:] if not line.startswith("#")]
        self.by_hand = {key_of(row.split("\t")[0]) for row in rows}
        comments = (line.removeprefix(REMOVED) for line in self.above if line.startswith(REMOVED))
        self.removed = {key_of(word) for line in comments for word in line.split()}

    def replace_derived(self, rows: Iterable[Row]) -> int:
        """Write the file again with these derived rows; the number of them."""
        derived = ["\t".join(row) for row in rows]
        text = "\n".join([*self.above, self.marker, *derived]) + "\n"
        self.path.write_text(text, encoding="utf-8", newline="\n")
        return len(derived)


def bearers(role: str) -> Counter[str]:
    """Single-word names of the data with this role and how many people bear them."""
    database = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
    query = (
        "select arabic_key, sum(count) from units where source = 'wikidata' and role = ? "
        f"and country not in {ELSEWHERE} group by arabic_key"
    )
    with sqlite3.connect(str(database)) as connection:
        found = connection.execute(query, (role,)).fetchall()
    return Counter({key: count for key, count in found if _is_one_name(key)})


def _is_one_name(key: str) -> bool:
    return len(key) > 2 and key.isalpha() and all(letter in araby.LETTERS for letter in key)


def latin_spellings() -> dict[str, str]:
    """The most borne Latin spelling of each name, from which its vowels can be told."""
    database = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
    with sqlite3.connect(str(database)) as connection:
        found = connection.execute("select arabic_key, latin from units order by count").fetchall()
    return {key: latin.lower() for key, latin in found}


class Spelling:
    """Careful spelling (hamza, teh marbuta, alef maksura) of a folded name."""

    def __init__(self) -> None:
        self.latin = latin_spellings()
        self.common: dict[str, str] = {}
        for word in commonest(KNOWN_WORDS):
            known = self.common.get(key_of(word))
            if known is None or (known == key_of(word) and known != word):
                self.common[key_of(word)] = word

    def __call__(self, key: str) -> str:
        known = self.common.get(key)
        return known if known and known != key else self._by_sound(key)

    def _by_sound(self, key: str) -> str:
        """Final -a is teh marbuta (or alef maksura), initial a- and i- carry a hamza, as the Latin spelling tells."""
        latin = self.latin.get(key, "")
        if re.search("(a|ah|eh|e|at)$", latin) and key.endswith(araby.HEH) and len(key) > 3:
            key = key[:-1] + araby.TEH_MARBUTA
        if latin.endswith("a") and key.endswith(araby.YEH):
            key = key[:-1] + araby.ALEF_MAKSURA
        article = araby.ALEF + araby.LAM
        if key.startswith(araby.ALEF) and not key.startswith(article):
            hamza = araby.ALEF_HAMZA_BELOW if re.match("[iey]", latin) else araby.ALEF_HAMZA_ABOVE
            key = hamza + key[1:]
        return key


def common_words() -> set[str]:
    """Keys of words that are rather no names: the commonest of the language, and those of this lexicon's own tables."""
    listed = {key for name in ("vocabulary", "nationalities", "verbs") for key in Table(name).by_hand}
    particles = (HERE / "particles.tsv").read_text(encoding="utf-8").split()
    return listed | {key_of(word) for word in particles} | {key_of(word) for word in commonest(COMMON_WORDS)}


def names(table: Table, role: str, taken: set[str]) -> Iterator[tuple[str, int]]:
    """Keys of the names of this role that the hand rows lack and that are no common words, most borne first."""
    common = common_words()
    article = araby.ALEF + araby.LAM
    for key, count in bearers(role).most_common():
        if key in table.by_hand or key in table.removed or key in taken:
            continue
        word_first = key in common or key.removeprefix(article) in common
        joined = key.startswith(PROCLITICS) and key[1:] in common and count < A_FEW
        if count >= SURELY_A_NAME or not (word_first or joined):
            yield key, count


def gender_of(name: str, count: int) -> str:
    """f for a final teh marbuta, m for other frequent names that do not end in a long a, else unknown."""
    if name.endswith(araby.TEH_MARBUTA):
        return "f"
    doubtful = name.endswith((araby.ALEF, araby.ALEF_MAKSURA, araby.HAMZA)) or count < BEARERS_FOR_GENDER
    return "" if doubtful else "m"


def derive_names() -> Iterator[str]:
    """Derive given_names.tsv, then family_names.tsv from what is no given name."""
    given, family, spelt = Table("given_names"), Table("family_names"), Spelling()
    found = list(names(given, "given", set()))
    rows = [(spelt(key), gender_of(spelt(key), count)) for key, count in found]
    yield f"given_names.tsv: {given.replace_derived(rows)} derived"
    taken = given.by_hand | {key for key, _ in found}
    rest = [(spelt(key),) for key, _ in names(family, "surname", taken)]
    yield f"family_names.tsv: {family.replace_derived(rest)} derived"


def territories(table: Table) -> Iterator[Row]:
    """Countries of CLDR under their Arabic names, where a name is one plain phrase and not there by hand."""
    locale = import_module("babel").Locale("ar")
    for code, name in sorted(locale.territories.items()):
        plain = all(part.isalpha() and not araby.is_vocalized(part) for part in name.split())
        if len(code) == 2 and plain and key_of(name) not in table.by_hand | table.removed:
            yield name, "f", "country"


def main() -> None:
    """Derive every table and say how many rows each has got."""
    places = Table("places")
    print(f"places.tsv: {places.replace_derived(territories(places))} derived")
    for line in derive_names():
        print(line)


if __name__ == "__main__":
    main()
