"""The nominal tables: their size, their format, and that each row shows its word in use."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

import attribution.lexicon
from attribution.lexicon.reader import read_table

HERE = Path(attribution.lexicon.__file__).parent
WORD = re.compile("[ء-ي]+|[0-9]+")
PROCLITICS = ("", "و", "ف", "ب", "ل", "ال", "وال", "بال")


@dataclass(frozen=True)
class Table:
    """What a table promises: its columns, its least number of rows, and the values of its closed columns."""

    name: str
    columns: tuple[str, ...]
    at_least: int
    forms: tuple[str, ...]
    optional: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()

    def rows(self) -> list[dict[str, str]]:
        return read_table(HERE / f"{self.name}.tsv", self.columns, self.optional)

    def text(self) -> str:
        return (HERE / f"{self.name}.tsv").read_text(encoding="utf-8")


MF = frozenset("mf")
TABLES = (
    Table(
        "titles", ("title", "feminine", "plural", "kind", "example"), 600, ("title", "feminine", "plural"),
        ("ambiguous",), frozenset(("office", "rank", "profession", "kinship", "human", "honorific")),
    ),
    Table(
        "organizations", ("noun", "plural", "gender", "kind", "example"), 150, ("noun", "plural"),
        kinds=frozenset(("body", "media")), genders=MF,
    ),
    Table(
        "agencies", ("name", "gender", "kind", "example"), 250, ("name",),
        kinds=frozenset(("agency", "paper", "channel", "party", "body", "company", "club")), genders=MF,
    ),
    Table(
        "unnamed", ("noun", "plural", "feminine", "gender", "example"), 120, ("noun", "plural", "feminine"), genders=MF
    ),
    Table("documents", ("noun", "plural", "gender", "example"), 50, ("noun", "plural"), genders=MF),
    Table(
        "places", ("name", "gender", "kind"), 500, ("name",), ("example",),
        frozenset(("country", "capital", "city", "region", "continent")), MF,
    ),
    Table(
        "nationalities", ("adjective", "kind"), 400, ("adjective",), ("example",),
        frozenset(("country", "region", "city", "religion", "current", "domain")),
    ),
    Table("given_names", ("name", "gender"), 2500, ("name",), genders=MF | {""}),
    Table("family_names", ("name",), 2500, ("name",)),
    Table(
        "circumstance", ("word", "kind", "example"), 120, ("word",),
        kinds=frozenset(("weekday", "month", "time", "place", "manner", "occasion", "addressee", "site")),
    ),
    Table("adjectives", ("adjective", "prepositions", "example"), 100, ("adjective",)),
)  # fmt: skip
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
PHRASES = re.compile("[ء-ي]+(?: (?:[ء-ي]+|[0-9]+))*")


def forms_of(table: Table, row: dict[str, str]) -> list[str]:
    """Every form a row lists; the first column may hold a phrase, the others hold words apart by spaces."""
    head, *others = table.forms
    return [row[head], *(form for column in others for form in row[column].split())]


def contains(sentence: str, form: str) -> bool:
    """Whether the sentence has the form as whole words, proclitics of its first word aside."""
    words, (first, *rest) = WORD.findall(sentence), form.split()
    starts = {proclitic + first for proclitic in PROCLITICS}
    return any(word in starts and words[i + 1 : i + 1 + len(rest)] == rest for i, word in enumerate(words))


@each_table
def test_it_has_its_rows(table: Table) -> None:
    assert len(table.rows()) >= table.at_least


@each_table
def test_first_column_never_repeats(table: Table) -> None:
    first = [row[table.columns[0]] for row in table.rows()]
    assert [word for word, count in Counter(first).items() if count > 1] == []


@each_table
def test_entries_are_bare_arabic_words(table: Table) -> None:
    wrong = [form for row in table.rows() for form in forms_of(table, row) if not PHRASES.fullmatch(form)]
    assert wrong == []


@each_table
def test_closed_columns(table: Table) -> None:
    rows = table.rows()
    assert {row["kind"] for row in rows if "kind" in row} <= table.kinds
    assert {row["gender"] for row in rows if "gender" in row} <= table.genders
    assert {row["ambiguous"] for row in rows if "ambiguous" in row} <= {"", "yes"}


@each_table
def test_origin_stands_in_comments(table: Table) -> None:
    comments = [line for line in table.text().split("\n")[:8] if line.startswith("# ")]
    assert any("by hand" in line.lower() for line in comments)


@each_table
def test_examples_show_the_word(table: Table) -> None:
    if "example" in table.columns:
        silent = [r for r in table.rows() if not any(contains(r["example"], f) for f in forms_of(table, r))]
        assert silent == []
    else:
        assert re.search(r"^# example: .*\{entry\}", table.text(), re.MULTILINE)


@pytest.mark.parametrize("name", ["given_names", "family_names", "places"])
def test_derived_rows_follow_a_marker(name: str) -> None:
    text = (HERE / f"{name}.tsv").read_text(encoding="utf-8")
    by_hand, _, derived = text.partition("\n# derived:")
    assert len(by_hand.split("\n")) > 400
    assert len(derived.split("\n")) > 100


def first_column(name: str) -> list[str]:
    """The entries of one of the tables above."""
    table = next(table for table in TABLES if table.name == name)
    return [row[table.columns[0]] for row in table.rows()]


def words_of(name: str, column: str, columns: tuple[str, ...]) -> set[str]:
    return {word for row in read_table(HERE / f"{name}.tsv", columns) for word in row[column].split()}


@pytest.mark.parametrize("name", ["given_names", "family_names"])
def test_names_are_no_reporting_verbs(name: str) -> None:
    verbs = words_of("verbs", "lemma", ("lemma", "pattern", "masdar", "takes", "polarity", "example"))
    assert sorted(set(first_column(name)) & verbs) == []


def test_given_names_are_no_function_words() -> None:
    particles = words_of("particles", "words", ("class", "words", "example"))
    assert sorted(set(first_column("given_names")) & particles) == []


def test_honorifics_are_the_guidelines_only() -> None:
    honorifics = {row["title"].split()[0] for row in TABLES[0].rows() if row["kind"] == "honorific"}
    assert not honorifics & {"رئيس", "وزير", "لواء", "مستشار", "زوج", "أستاذ", "شيخ", "أمير", "مهندس"}
    assert {"السيد", "الدكتور", "الشيخ", "الأمير", "المهندس", "سمو", "معالي", "فخامة"} <= honorifics


@pytest.mark.parametrize("name", ["محمد", "فاطمة", "دونالد", "أنجيلا", "إيمانويل", "فلاديمير"])
def test_common_given_names_are_there(name: str) -> None:
    assert name in first_column("given_names")


@pytest.mark.parametrize("word", ["قرار", "نور", "حرب", "وزير", "باسم", "دين", "بيت", "روسي"])
def test_common_words_are_no_names(word: str) -> None:
    assert word not in first_column("given_names") + first_column("family_names")
