"""Tables of a newsroom's own words, read and checked; `attribution.lexicon.tables` compiles them with the shipped ones.

A table has the name and the columns of the shipped table of its kind; only what tells the word is required. There is
one more kind, ``people``. Nothing in a table is a pattern: every field is a word, or one of the values allowed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from attribution.lexicon.inflect import inflect
from attribution.lexicon.reader import LexiconError, numbered_rows

Row = dict[str, str]
Own = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]  # table, its rows in the order of `columns_of`

MOST_ROWS, MOST_BYTES, LONGEST_FIELD, MOST_WORDS = 50_000, 10_000_000, 500, 8

# the columns of each table; ! marks what must be there and must not be empty
_COLUMNS = {
    "verbs": "lemma! pattern! masdar takes polarity",
    "cue_nouns": "noun! lemma takes",
    "prepositional_cues": "phrase! takes!",
    "lookalikes": "word! context!",
    "titles": "title! feminine plural kind ambiguous",
    "organizations": "noun! plural gender kind",
    "agencies": "name! gender kind",
    "people": "name! gender",
    "unnamed": "noun! plural feminine gender",
    "documents": "noun! plural gender",
    "given_names": "name! gender",
    "family_names": "name!",
    "places": "name! gender kind",
    "nationalities": "adjective! kind",
    "vocabulary": "word! class!",
}
TABLES = tuple(_COLUMNS)

_CONSTRUCTIONS = (
    "that quote quoteonly np b ala an ila min li fi hawla obj target objonly object2 naming called event thanks topic "
    "manner accused blame media asked speech weak"
)
_PATTERNS = "1 1w 1y 1a 1dw 1dy 1da 1m 1g 1r 2 2d 3 3d 4 4h 4d 4g 5 5d 6 6d 7 7h 7d 7g 8 8h 8d 8g 10 10h 10d 10g q"
# the values of a column, of one table where a table is named; the first stands for an empty field
_VALUES = {
    "verbs.pattern": _PATTERNS,
    "verbs.takes": _CONSTRUCTIONS,
    "verbs.polarity": "asserted denied",
    "cue_nouns.takes": "that quote b ala an ila min li",
    "prepositional_cues.takes": "np li clause self initial",
    "lookalikes.context": "always noun initial inner led that b hamza",
    "titles.kind": "office rank profession kinship human honorific",
    "titles.ambiguous": " yes",
    "organizations.kind": "body media",
    "agencies.kind": "body agency channel paper party company club",
    "places.kind": "city country capital region continent",
    "nationalities.kind": "domain country region city religion current",
    "vocabulary.class": "noun event adjective verb adverb",
    "gender": " m f",
}
_EMPTY = {"takes": "that quote"}  # what an empty field of several values stands for


class OwnRow(NamedTuple):
    """A row of a newsroom's table and the place where it stands."""

    place: str
    table: str
    row: Row

    @property
    def entry(self) -> str:
        """The word or phrase that the row is about."""
        return self.row[columns_of(self.table)[0]]


def columns_of(table: str) -> list[str]:
    """The columns of a table, the one that tells the word first.

    >>> columns_of("people")
    ['name', 'gender']
    """
    return _COLUMNS[table].replace("!", "").split()


def read_own(path: Path) -> list[OwnRow]:
    """The rows of a folder of tables, or of one table, checked; raises `LexiconError` with file and line."""
    rows = [row for file in _files(path) for row in _read(file)]
    if len(rows) > MOST_ROWS:
        raise LexiconError(f"{path}: {len(rows)} rows, at most {MOST_ROWS} are read")
    return rows


def packed(rows: list[OwnRow]) -> Own:
    """The rows as one hashable value, the same for the same content."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for _, table, row in rows:
        found.setdefault(table, []).append(tuple(row[name] for name in columns_of(table)))
    return tuple((table, tuple(found[table])) for table in sorted(found))


def unpacked(own: Own, table: str) -> list[Row]:
    """The rows of one table, with every column that the shipped table may have."""
    columns = columns_of(table) if table in _COLUMNS else []
    return [{"example": "", **dict(zip(columns, fields, strict=True))} for fields in dict(own).get(table, ())]


class _File(NamedTuple):
    """A table as editors and spreadsheets save it: a byte order mark and Windows line ends do no harm."""

    name: str
    path: Path

    def read_bytes(self) -> bytes:
        return self.path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _files(path: Path) -> list[_File]:
    if not path.exists():
        raise LexiconError(f"{path}: no such file or folder")
    paths = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    if not paths:
        raise LexiconError(f"{path}: holds no table; tables are {_named(TABLES, '.tsv')}")
    for file in paths:
        if file.suffix != ".tsv" or file.stem not in _COLUMNS:
            raise LexiconError(f"{file}: no table of that name; tables are {_named(TABLES, '.tsv')}")
        if file.stat().st_size > MOST_BYTES:
            raise LexiconError(f"{file}: {file.stat().st_size} bytes, at most {MOST_BYTES} are read")
    return [_File(str(file), file) for file in paths]


def _named(values: tuple[str, ...] | list[str], ending: str = "") -> str:
    return ", ".join(value + ending for value in values)


def _read(file: _File) -> Iterator[OwnRow]:
    table = file.path.stem
    wanted = [name.rstrip("!") for name in _COLUMNS[table].split() if name.endswith("!")]
    optional = [*(name for name in columns_of(table) if name not in wanted), "example"]
    for line, given in numbered_rows(file, wanted, optional):
        place = f"{file.name}:{line}"
        row = {name: " ".join(value.split()) for name, value in given.items()}
        for name, value in row.items():
            row[name] = _checked(place, table, name, value, name in wanted)
        _check_verb(place, row) if table == "verbs" else None
        yield OwnRow(place, table, row)


def _checked(place: str, table: str, name: str, value: str, required: bool) -> str:
    """The value of a field, or what its being empty stands for."""
    allowed = _VALUES.get(f"{table}.{name}", _VALUES.get(name, "")).split(" ")
    if required and not value:
        raise LexiconError(f"{place}: column {name} is empty")
    if allowed == [""]:
        return _words(place, name, value)
    several = name == "takes"
    for part in value.split() if several else [value]:
        if part not in allowed and not (part == "" and not required):
            raise LexiconError(f"{place}: column {name} is {part!r}, allowed: {_named([v for v in allowed if v])}")
    return value or _EMPTY.get(name, allowed[0])


def _words(place: str, name: str, value: str) -> str:
    if len(value) > LONGEST_FIELD:
        raise LexiconError(f"{place}: column {name} has {len(value)} characters, at most {LONGEST_FIELD} are read")
    if name not in ("example", "plural", "feminine", "masdar") and len(value.split()) > MOST_WORDS:
        raise LexiconError(f"{place}: column {name} has {len(value.split())} words, at most {MOST_WORDS} are read")
    return value


def _check_verb(place: str, row: Row) -> None:
    lemma, pattern = row["lemma"], row["pattern"]
    try:
        if " " in lemma:
            raise ValueError
        inflect(lemma, pattern)
    except (ValueError, IndexError):
        raise LexiconError(f"{place}: {lemma} is no verb of pattern {pattern} (docs/lexicons.md lists them)") from None
