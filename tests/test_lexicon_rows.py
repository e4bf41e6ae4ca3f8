"""Every row of every table does in its own example what the table says it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from attribution import Attribution, Span, extract
from attribution.extract import read_reports
from attribution.view import fold

LEXICON = files("attribution.lexicon")
TABLES = sorted(path.name.removesuffix(".tsv") for path in Path(str(LEXICON)).glob("*.tsv"))
Row = dict[str, str]
Check = Callable[[Row, Attribution], bool]
# rows whose word, standing like that, is rather another one
KNOWN = {
    "adjectives": "صادر مؤيد ناجي فائز مكنى نافذ معتصم مطرود مطالب منشور حديث",
    "places": "حماة",
    "documents": "وصية",
    "nationalities": "عسيري جعفري",
    "unnamed": "أب",
    "cue_nouns": "مطالبات",
    "light_verbs": "قطع",
    "circumstance": "مستمعين صحفيي",
    "naming_heads": "مدونة عصابة",
    "epithets": "المملكة السلطنة",
    "frames": "جوابا على سؤال",
    "named_things": "ألبوم باخرة",
    "hypernyms": "أرملة فتاة مرأة برلماني سياسي طبيب إعلامي",
}


def rows(table: str) -> Iterator[Row]:
    """The rows of a table, with the example of the table where a row has none of its own."""
    lines = (LEXICON / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    shared = next((line.removeprefix("# example: ") for line in lines if line.startswith("# example: ")), "")
    for line in lines[1:]:
        if line and not line.startswith("#"):
            row = dict(zip(columns, line.split("\t"), strict=True))
            yield {"example": shared.replace("{entry}", row[columns[0]])} | row


def words(text: str) -> list[str]:
    return fold(text).replace("،", " ").replace(".", " ").split()


def holds(span: Span | None, row: Row, *columns: str) -> bool:
    """Whether a span has the row's word: the first column is one entry, the others list forms."""
    first, *others = columns
    forms = [row[first], *(form for column in others for form in row[column].split())]
    said = f" {' '.join(words(span.text))} " if span else ""
    starts = (" ", " ال", " لل", " ب", " ل")
    return any(f"{start}{' '.join(words(form))} " in said for form in forms for start in starts)


def titled(row: Row, a: Attribution) -> bool:
    found = [holds(span, row, "title", "feminine", "plural") for span in (a.speaker, *a.role)]
    if row["kind"] == "honorific":
        return a.speaker is not None and not any(found)  # neither name nor role
    return any(found[1:])


def after_verb(a: Attribution) -> str:
    """What stands between the first word and the particle: in these examples all of it speaks."""
    return a.speaker.text if a.speaker else ""


def between(example: str) -> str:
    return example.split(" ", 1)[1].split(" إن ")[0].split(" أن ")[0]


SPEAKERS: dict[str, Check] = {
    "titles": titled,
    "organizations": lambda row, a: a.speaker_type == "organization" and holds(a.speaker, row, "noun", "plural"),
    "agencies": lambda row, a: (a.speaker_type, after_verb(a)) == ("organization", row["name"]),
    "places": lambda row, a: (a.speaker_type, after_verb(a)) == ("organization", row["name"]),
    "unnamed": lambda row, a: (
        a.speaker_type in ("unnamed", "role") and holds(a.speaker, row, "noun", "plural", "feminine")
    ),
    "documents": lambda row, a: a.speaker_type == "document" and holds(a.speaker, row, "noun", "plural"),
    "given_names": lambda row, a: after_verb(a) == between(row["example"]),  # رائد الراوي may also be a major
    "compound_names": lambda row, a: (a.speaker_type, after_verb(a)) == ("person", row["name"]),
    "surnames": lambda row, a: (a.speaker_type, after_verb(a)) == ("person", f"سالم {row['name']}"),
    "family_names": lambda row, a: after_verb(a) == between(row["example"]),
    "nationalities": lambda row, a: (a.speaker_type, after_verb(a)) == ("role", between(row["example"])),
    "adjectives": lambda row, a: after_verb(a) == between(row["example"]),
    "cue_nouns": lambda row, a: fold(row["noun"]) in fold(a.cue.text) and a.cue.form == "verbal_noun",
    "light_verbs": lambda row, a: a.cue.form == "verbal_noun",
}


NAMES = ("given_names", "family_names")


@pytest.mark.parametrize("table", NAMES)
def test_names_are_read_as_names(table: str) -> None:
    """But for the few that are a verb, a title or a time of the year first: عزت, يزيد, الصباح."""
    check, found = SPEAKERS[table], list(rows(table))
    failing = [row["name"] for row in found if not any(check(row, a) for a in extract(row["example"]).attributions)]
    assert len(failing) < len(found) / 75, failing


@pytest.mark.parametrize("table", sorted(SPEAKERS.keys() - set(NAMES)))
def test_a_word_plays_its_part_in_its_example(table: str) -> None:
    check = SPEAKERS[table]
    failing = [
        row for row in rows(table) if not any(check(row, a) for a in extract(row["example"]).attributions)
    ]  # fmt: skip
    first = [next(value for column, value in row.items() if column != "example") for row in failing]
    assert sorted(set(first) - set(KNOWN.get(table, "").split())) == []


def test_rows_that_play_another_part_are_few() -> None:
    total = sum(1 for table in TABLES for _ in rows(table))
    assert sum(len(listed.split()) for listed in KNOWN.values()) < total / 500


def test_source_phrases_are_cues_or_end_the_content() -> None:
    failing = []
    for row in rows("prepositional_cues"):
        found = extract(row["example"]).attributions
        own = "self" in row["takes"].split()  # على حد قوله: his own words again, no report
        if own == any(a.cue.lemma == row["phrase"] for a in found):
            failing.append((row["phrase"], row["example"]))
    assert failing == []


def test_look_alikes_are_no_cues() -> None:
    failing = [
        (row["word"], row["example"])
        for row in rows("lookalikes")
        if any(fold(row["word"]) in fold(a.cue.text) for a in extract(row["example"]).attributions)
    ]
    assert failing == []


def test_frames_are_outside_the_content_unless_they_restrict_it() -> None:
    failing = []
    for row in rows("frames"):
        inside = [
            fold(row["phrase"]) in fold(span.text)
            for a in extract(row["example"]).attributions
            for span in a.content
        ]  # fmt: skip
        if not inside or any(inside) != (row["place"] == "inside"):
            failing.append(row["phrase"])
    assert sorted(set(failing) - set(KNOWN["frames"].split("،"))) == []


def test_marks_behind_a_named_thing_hold_a_name() -> None:
    found = [(row["noun"], a.kind) for row in rows("named_things") for a in extract(row["example"]).attributions]
    failing = {noun for noun, kind in found if kind != "indirect"}
    assert sorted(failing - set(KNOWN["named_things"].split())) == []


@pytest.mark.parametrize("table", ["naming_heads", "hypernyms"])
def test_a_second_mention_is_the_first_one(table: str) -> None:
    failing = []
    for row in rows(table):
        names = [a.resolved and a.resolved.name for a in extract(row["example"]).attributions]
        if len(names) != 2 or names[0] is None or names[0] != names[1]:
            failing.append(next(iter(value for column, value in row.items() if column != "example")))
    assert sorted(set(failing) - set(KNOWN.get(table, "").split())) == []


def test_an_epithet_is_the_country_named_before() -> None:
    failing = []
    for row in rows("epithets"):
        (found,) = extract(row["example"]).attributions
        name = found.resolved.name if found.resolved else ""
        if not found.speaker or not holds(found.speaker, row, "epithet") or name == found.speaker.text:
            failing.append(row["epithet"])
    assert sorted(set(failing) - set(KNOWN["epithets"].split())) == []


# a circumstance may also be written as a preposition, a conjunction or, behind في, any noun
CIRCUMSTANTIAL = frozenset("zpcy")


def test_circumstances_end_a_speaker_phrase() -> None:
    failing = []
    for row in rows("circumstance"):
        reading, _, _ = read_reports(row["example"])
        at = row["example"].find(row["word"])
        first, last = reading.token_from(at), reading.token_from(at + len(row["word"]))
        ends = at >= 0 and set(reading.letters[first:last]) <= CIRCUMSTANTIAL
        spoken = [a for a in extract(row["example"]).attributions if a.speaker]
        apart = any(not holds(a.speaker, row, "word") for a in spoken)
        kept = row["kind"] == "site" and any(holds(a.speaker, row, "word") for a in spoken)
        if not (ends or kept or (row["kind"] in ("occasion", "addressee") and apart)):
            failing.append(row["word"])
    assert sorted(set(failing) - set(KNOWN["circumstance"].split())) == []


def test_function_words_have_the_class_of_a_row() -> None:
    classes = read_reports("")[0].lexicon.classes
    wanted: dict[str, set[str]] = {}
    for row in rows("particles"):
        for word in row["words"].split():
            wanted.setdefault(fold(word), set()).add(row["class"])
    assert [word for word, letters in wanted.items() if len(word) > 1 and classes[word] not in letters] == []


def test_common_words_are_known() -> None:
    """A word of vocabulary.tsv has its class, or that of a table that says more of it."""
    classes = read_reports("")[0].lexicon.classes
    assert [row["word"] for row in rows("vocabulary") if classes.get(fold(row["word"]), "w") == "w"] == []


def test_verbs_that_report_nothing_report_nothing() -> None:
    assert [row["lemma"] for row in rows("common_verbs") if extract(row["example"]).attributions] == []


def test_every_table_is_put_to_the_test() -> None:
    elsewhere = {
        "verbs": "test_lexicon.py", "prepositional_cues": "", "lookalikes": "", "frames": "", "naming_heads": "",
        "hypernyms": "", "circumstance": "", "particles": "", "vocabulary": "", "common_verbs": "",
        "named_things": "", "epithets": "", "respellings": "test_respelling.py",
        "antecedent_weights": "a fit, no words",
    }  # fmt: skip
    assert set(TABLES) == set(SPEAKERS) | set(elsewhere)
