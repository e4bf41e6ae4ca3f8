"""The tables: counts, format, and every row fires on its own example."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from attribution import extract
from attribution.lexicon import load_shipped
from attribution.lexicon.reader import LexiconError, read_table
from attribution.lexicon.words import Words
from attribution.view import fold

LEXICON = files("attribution.lexicon")
VERBS = read_table(LEXICON / "verbs.tsv", ["lemma", "pattern", "masdar", "takes", "polarity", "example"])


def test_enough_verbs() -> None:
    assert len({row["lemma"] for row in VERBS}) >= 250


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row['lemma']}-{row['pattern']}")
def test_verb_reports_in_its_example(row: dict[str, str]) -> None:
    found = [a.cue.lemma for a in extract(row["example"]).attributions]
    assert found == [row["lemma"]]


@pytest.mark.parametrize(
    ("table", "columns", "least"),
    [
        ("titles", ["title", "feminine", "plural", "kind", "example", "ambiguous"], 600),
        ("organizations", ["noun", "plural", "gender", "kind", "example"], 150),
        ("agencies", ["name", "gender", "kind", "example"], 250),
        ("places", ["name", "gender", "kind"], 500),
        ("nationalities", ["adjective", "kind"], 400),
    ],
)
def test_enough_nouns(table: str, columns: list[str], least: int) -> None:
    rows = read_table(LEXICON / f"{table}.tsv", columns, ["example", "ambiguous"])
    assert len(rows) >= least


def test_examples_contain_their_word() -> None:
    missing = []
    for table, columns in {
        "titles": ["title", "feminine", "plural", "kind", "example", "ambiguous"],
        "organizations": ["noun", "plural", "gender", "kind", "example"],
        "unnamed": ["noun", "plural", "feminine", "gender", "example"],
        "documents": ["noun", "plural", "gender", "example"],
        "circumstance": ["word", "kind", "example"],
        "lookalikes": ["word", "context", "example"],
    }.items():
        for row in read_table(LEXICON / f"{table}.tsv", columns):
            forms = " ".join(row[c] for c in columns[:3] if c not in ("kind", "gender", "example", "context")).split()
            if not any(fold(form) in fold(row["example"]) for form in forms):
                missing.append((table, row[columns[0]], row["example"]))
    assert missing == []


def test_every_table_is_read() -> None:
    lexicon = load_shipped()
    assert {"V", "P", "S", "C", "t", "h", "o", "x", "u", "d", "l", "n", "j", "q", "z"} <= set(lexicon.classes.values())


GOOD = "word\tclass\nكلمة\tnoun\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word\tkind\nكلمة\tnoun\n", r"t\.tsv:1: columns word, kind; unknown: kind, missing: class"),
        ("word\tclass\nكلمة\n", r"t\.tsv:2: 1 fields, wanted 2"),
        ("word\tclass\n\tnoun\n", r"t\.tsv:2: the first field is empty"),
        (GOOD + "كلمة\tnoun\n", r"t\.tsv:3: the row كلمة stands twice"),
        ("word\tclass\nكلـمة\tnoun\n", r"t\.tsv:2: ARABIC TATWEEL does not belong"),
        ("word\tclass\nکلمة\tnoun\n", r"t\.tsv:2: ARABIC LETTER KEHEH does not belong"),
        ("word\tclass\nك\u200fلمة\tnoun\n", r"t\.tsv:2: RIGHT-TO-LEFT MARK does not belong"),
        ("word\tclass\nا\u0653ن\tnoun\n", r"t\.tsv:2: not in normal form NFC"),
        ("# only a comment\n", r"t\.tsv: empty"),
    ],
)
def test_bad_tables_are_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read_table(path, ["word", "class"])


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(b"word\tclass\n\xe1\xe1\tnoun\n")
    with pytest.raises(LexiconError, match=r"t\.tsv:2: not UTF-8"):
        read_table(path, ["word", "class"])


def test_comments_and_optional_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(GOOD + "# why a word is not here\n", encoding="utf-8")
    assert read_table(path, ["word", "class"], ["example"]) == [{"word": "كلمة", "class": "noun", "example": ""}]


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("العرض", "I"),
        ("بتحمل", "pi"),
        ("بطلب", "pi"),
        ("المتوقع", "M"),
        ("الخارج", "M"),
        ("الشكر", "S"),
        ("الصباح", "z"),
    ],
)
def test_a_verb_of_saying_is_a_noun_behind_the_article_or_a_preposition(word: str, letters: str) -> None:
    assert Words(load_shipped())[word][0] == letters
