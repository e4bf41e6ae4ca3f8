"""Words of one's own and a resolution of one's own, wherever the library takes them."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attribution import (
    AttributionError,
    Extraction,
    Lexicon,
    LexiconError,
    ResolveError,
    Speaker,
    extract,
    extract_all,
    load_lexicon,
)
from attribution.lexicon import load_shipped, own
from attribution.lexicon.reader import read_table

TABLES = {
    "verbs": "lemma\tpattern\tmasdar\ttakes\tpolarity\nفضفض\tq\tفضفضة\t\t\nشخبط\tq\tشخبطة\tthat quote np\tdenied\n",
    "cue_nouns": "noun\nخربشات\n",
    "prepositional_cues": "phrase\ttakes\nعلى همس\tnp\n",
    "titles": "title\tfeminine\tkind\nمنسق طوابير\tمنسقة طوابير\t\nمخترع ساعات\t\tprofession\n",
    "organizations": "noun\tgender\nمضافة\tf\n",
    "agencies": "name\tgender\tkind\nضوء\tm\tpaper\nبيت المرساة\tm\t\n",
    "people": "name\tgender\nهدى الصباح\tf\nنجم الجديد\tm\n",
    "unnamed": "noun\tplural\nطابوري\tطابوريون\n",
    "documents": "noun\nلويحة\n",
    "places": "name\tgender\nفرناص\tf\n",
    "vocabulary": "word\tclass\nزغرب\tnoun\n",
}
# a text, then what is found without and with the tables: cue, speaker, type of speaker
CASES = [
    ("فضفض سالم حداد بأن الجسر مغلق.", [], [("فضفض", "سالم حداد", "person")]),
    ("وستفضفض ليلى سعيد غدا. وقد فضفضت ليلى سعيد: «لا».", [], [("فضفضت", "ليلى سعيد", "person")]),
    ("خربشات بأن الطريق مغلق.", [], [("خربشات", None, "none")]),
    ("الطريق مغلق على همس الوزارة.", [], [("على همس", "الوزارة", "organization")]),
    ("وقالت مضافة المرسى إن الطريق مغلق.", None, [("قالت", "مضافة المرسى", "organization")]),
    ("وأكدت ضوء أن الطريق مغلق.", None, [("أكدت", "ضوء", "organization")]),
    ("وأعلن بيت المرساة أن الطريق مغلق.", None, [("أعلن", "بيت المرساة", "organization")]),
    ("قال نجم الجديد إن الجسر مغلق.", None, [("قال", "نجم الجديد", "person")]),
    ("قالت هدى الصباح إن الجسر مغلق.", None, [("قالت", "هدى الصباح", "person")]),
    ("وقال طابوريون إن الطريق مغلق.", None, [("قال", "طابوريون", "unnamed")]),
    ("وذكرت لويحة أن الطريق مغلق.", None, [("ذكرت", "لويحة", "document")]),
]
Found = list[tuple[str, str | None, str]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    for name, text in TABLES.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    (folder / "README.md").write_text("of no account", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def lexicon(tables: Path) -> Lexicon:
    return load_lexicon(tables)


def found(result: Extraction) -> Found:
    return [(a.cue.text, a.speaker.text if a.speaker else None, a.speaker_type) for a in result.attributions]


@pytest.mark.parametrize(("text", "without", "wanted"), CASES)
def test_own_words_do_what_their_table_says(lexicon: Lexicon, text: str, without: Found | None, wanted: Found) -> None:
    assert found(extract(text, lexicon=lexicon)) == wanted
    alone = found(extract(text))
    assert alone == without if without is not None else alone != wanted


def test_an_own_title_is_a_role_and_a_denial_denies(lexicon: Lexicon) -> None:
    (first,) = extract("وقالت منسقة الطوابير ليلى سعيد إن الجسر مغلق.", lexicon=lexicon).attributions
    assert ([r.text for r in first.role], first.speaker_type) == (["منسقة الطوابير"], "person")
    (second,) = extract("وشخبط سالم حداد أن الجسر مغلق.", lexicon=lexicon).attributions
    assert second.polarity == "denied"


def test_a_surname_of_an_own_person_is_resolved(lexicon: Lexicon) -> None:
    text = "قال نجم الجديد إن الجسر مغلق. وأضاف أنه قديم. وأكد الجديد أن العمل بدأ."
    names = [a.resolved and a.resolved.name for a in extract(text, lexicon=lexicon).attributions]
    assert names == ["نجم الجديد"] * 3


@pytest.mark.parametrize(("gender", "second"), [("m", "غضارف رنشوفة"), ("f", None)])
def test_an_own_person_agrees_with_the_verb(tmp_path: Path, gender: str, second: str | None) -> None:
    (tmp_path / "people.tsv").write_text(f"name\tgender\nغضارف رنشوفة\t{gender}\n", encoding="utf-8")
    text = "بحسب غضارف رنشوفة، فإن الجسر مغلق. وأضاف أنه قديم."
    names = [a.resolved and a.resolved.name for a in extract(text, lexicon=load_lexicon(tmp_path)).attributions]
    assert names == ["غضارف رنشوفة", second]


def test_the_shipped_words_stay_and_nothing_leaks(lexicon: Lexicon) -> None:
    texts = ["قال الوزير سالم حداد إن الجسر جاهز.", *(text for text, *_ in CASES)]
    before = [extract(text) for text in texts]
    assert found(extract(texts[0], lexicon=lexicon)) == found(before[0])
    assert [extract(text, lexicon=lexicon) for text in texts[1:]] != before[1:]
    assert [extract(text) for text in texts] == before
    assert "فضفض" not in load_shipped().cues


def test_one_table_alone(tables: Path) -> None:
    lexicon = load_lexicon(tables / "verbs.tsv")
    assert [len(extract(text, lexicon=lexicon).attributions) for text, *_ in CASES[:3]] == [1, 1, 0]
    assert load_lexicon(str(tables / "verbs.tsv")) is lexicon


def test_a_lexicon_travels_as_its_own_rows(lexicon: Lexicon, tables: Path) -> None:
    assert load_lexicon(tables) is lexicon
    assert pickle.loads(pickle.dumps(lexicon)) is lexicon
    assert len(pickle.dumps(lexicon)) < 3000
    code = "import sys, pickle, attribution as a; l = pickle.load(sys.stdin.buffer); print(len(a.extract(sys.argv[1], lexicon=l).attributions))"  # noqa: E501
    done = subprocess.run(
        [sys.executable, "-c", code, CASES[0][0]], input=pickle.dumps(lexicon), capture_output=True, check=True
    )
    assert done.stdout == b"1\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_in_several_processes(lexicon: Lexicon, processes: int) -> None:
    texts = [text for text, *_ in CASES] * 40
    results = list(extract_all(texts, processes=processes, lexicon=lexicon))
    assert [found(result) for result in results] == [wanted for *_, wanted in CASES] * 40


def test_the_command_takes_own_words(tables: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(CASES[0][0], encoding="utf-8")
    command = [sys.executable, "-m", "attribution"]
    for more in (["extract", "--format", "jsonl"], ["extract", "--format", "jsonl", "--processes", "2"]):
        done = subprocess.run([*command, *more, str(text), "--lexicon", tables], capture_output=True, check=True)
        assert len(json.loads(done.stdout)["attributions"]) == 1
    page = subprocess.run([*command, "view", str(text), "--lexicon", tables], capture_output=True, check=True)
    assert page.stdout.decode().count('class="m cue') == 2  # one of the legend
    (gold := tmp_path / "gold.jsonl").write_text(json.dumps({"id": 1, "text": CASES[0][0], "attributions": []}))
    for more, count in (([], 0), (["--lexicon", str(tables)], 1)):
        measured = subprocess.run(
            [*command, "evaluate", str(gold), "--format", "json", *more], capture_output=True, check=True
        )
        assert json.loads(measured.stdout)["predicted"] == count
    failed = subprocess.run([*command, "extract", "--lexicon", str(tmp_path / "no")], capture_output=True, check=False)
    assert (failed.returncode, failed.stderr.decode()) == (2, f"attribution: {tmp_path}/no: no such file or folder\n")


def test_arrow_and_what_speaks_it_take_own_words(lexicon: Lexicon) -> None:
    pa = pytest.importorskip("pyarrow", reason="needs the extra [arrow]")
    from attribution.integrations.arrow import attribute_table

    given = {"id": list(range(6)), "text": [CASES[0][0]] * 6}
    found = attribute_table(pa.table(given), flat=True, lexicon=lexicon).to_pydict()
    assert (found["id"], found["cue"]) == (given["id"], ["فضفض"] * 6)
    with pytest.raises(LexiconError, match="lexicon is str"):
        attribute_table(pa.table(given), lexicon="words")
    dd = pytest.importorskip("dask.dataframe", reason="needs the extra [dask]")
    pd = pytest.importorskip("pandas")
    from attribution.integrations.dask import attribute

    frame = attribute(dd.from_pandas(pd.DataFrame(given), npartitions=2), lexicon=lexicon)
    assert frame.compute(scheduler="processes", num_workers=2)["cue"].tolist() == ["فضفض"] * 6


def test_the_spacy_component_takes_own_words(tables: Path, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="needs the extra [spacy]")
    nlp = spacy.blank("ar")
    nlp.add_pipe("arabic_attribution", config={"lexicon": str(tables)})
    assert [a.cue.text for a in nlp(CASES[0][0])._.attributions] == ["فضفض"]
    nlp.to_disk(tmp_path / "pipeline")
    docs = spacy.load(tmp_path / "pipeline").pipe([CASES[0][0]] * 3, n_process=2, batch_size=1)
    assert [len(doc._.attributions) for doc in docs] == [1, 1, 1]


# what is refused

VERBS = "lemma\tpattern\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("verbs", VERBS + "فضفض\t99\n", r"verbs\.tsv:2: column pattern is '99', allowed: 1, 1w, .*, q$"),
        ("verbs", VERBS + "# a comment\nفضفض\tq\nقد\t1w\n", r"verbs\.tsv:4: قد is no verb of pattern 1w"),
        ("verbs", VERBS + "قال قولا\t1w\n", r"verbs\.tsv:2: قال قولا is no verb of pattern 1w"),
        ("verbs", VERBS + "فضفض\t\n", r"verbs\.tsv:2: column pattern is empty"),
        ("verbs", VERBS + "فضفض\n", r"verbs\.tsv:2: 1 fields, wanted 2"),
        ("verbs", "lemma\tpattern\ttakes\nفضفض\tq\tthat thus\n", r":2: column takes is 'thus', allowed: that, quote, "),
        ("verbs", "lemma\n", r"verbs\.tsv:1: columns lemma; unknown: none, missing: pattern"),
        ("titles", "title\tkind\nبحار\tking\n", r"titles\.tsv:2: column kind is 'king', allowed: office, rank, "),
        ("people", "name\tgender\nهدى الصباح\tw\n", r"people\.tsv:2: column gender is 'w', allowed: m, f$"),
        ("people", "name\nهـدى\n", r"people\.tsv:2: ARABIC TATWEEL does not belong in a table"),
        ("people", "name\nأ ب ت ث ج ح خ د ذ\n", r"people\.tsv:2: column name has 9 words, at most 8 are read"),
        ("people", "name\n" + "ه" * 501 + "\n", r"people\.tsv:2: column name has 501 characters, at most 500"),
        ("agencies", "name\nالذي\n", r"agencies\.tsv:2: الذي is a function word, which can be nothing else"),
        ("agencies", "", r"agencies\.tsv: empty, wanted a header with name"),
        ("persons", "name\nهدى\n", r"persons\.tsv: no table of that name; tables are verbs\.tsv, cue_nouns\.tsv, "),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / f"{name}.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=message) as caught:
        load_lexicon(path)
    assert str(caught.value).startswith(str(path))
    assert isinstance(caught.value, AttributionError)


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "people.tsv"
    path.write_text("name\nهدى\nنجم\nليلى\n", encoding="utf-8")
    monkeypatch.setattr(own, "MOST_ROWS", 2)
    with pytest.raises(LexiconError, match=r"people\.tsv: 3 rows, at most 2 are read"):
        load_lexicon(path)
    monkeypatch.setattr(own, "MOST_BYTES", 10)
    with pytest.raises(LexiconError, match=r"people\.tsv: \d+ bytes, at most 10 are read"):
        load_lexicon(path)


def test_paths_that_are_no_lexicon(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"no such file or folder"):
        load_lexicon(tmp_path / "absent")
    with pytest.raises(LexiconError, match=r"holds no table; tables are verbs\.tsv, "):
        load_lexicon(tmp_path)
    with pytest.raises(LexiconError, match=r"lexicon is str, wanted what load_lexicon gives"):
        extract("عاد.", lexicon="words")  # type: ignore[arg-type]
    with pytest.raises(LexiconError, match="lexicon is dict"):
        extract_all([], lexicon={})  # type: ignore[arg-type]


def test_a_table_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    path = tmp_path / "people.tsv"
    path.write_bytes("\ufeffname\tgender\r\n هدى  الصباح \tf\r\n".encode())
    (case,) = extract("قالت هدى الصباح إن الجسر مغلق.", lexicon=load_lexicon(path)).attributions
    assert case.speaker
    assert case.speaker.text == "هدى الصباح"


def test_the_columns_are_those_of_the_shipped_tables() -> None:
    folder = Path(own.__file__).parent
    for table in own.TABLES:
        if table != "people":
            (header, *_) = (folder / f"{table}.tsv").read_text(encoding="utf-8").split("\n", 1)
            shipped = set(header.split("\t")) - {"example"}
            assert set(own.columns_of(table)) == shipped


def test_every_value_of_the_shipped_tables_is_allowed() -> None:
    folder = Path(own.__file__).parent
    for key, values in own._VALUES.items():
        tables = [key.split(".")[0]] if "." in key else [t for t in own.TABLES if key in own.columns_of(t)]
        column = key.split(".")[-1]
        for table in set(tables) - {"people"}:
            (header, *_) = (folder / f"{table}.tsv").read_text(encoding="utf-8").split("\n", 1)
            used = {row[column] for row in read_table(folder / f"{table}.tsv", header.split("\t"))}
            used = {part for value in used for part in value.split()} if column == "takes" else used
            assert used - {""} <= set(values.split())


# a resolution of one's own

THREE = "قال سالم حداد إن الجسر جاهز. وأضاف أنه آمن. ولم تعلن جمعية السكان موقفها."
KNOWN = Speaker("سالم نعيم حداد", ("وزير",))


def from_database(result: Extraction) -> list[Speaker | None]:
    known = {"سالم حداد": KNOWN}
    return [known.get(a.resolved.name, a.resolved) if a.resolved else None for a in result.attributions]


def nobody(result: Extraction) -> tuple[None, ...]:
    return (None,) * len(result.attributions)


def broken(result: Extraction) -> list[Speaker | None]:
    raise LookupError("the database is closed")


def test_the_answers_of_a_function_stand_in_the_result() -> None:
    plain, result = extract(THREE), extract(THREE, resolve=from_database)
    society = plain.attributions[2].resolved
    assert [a.resolved for a in result.attributions] == [KNOWN, KNOWN, society]
    assert result.speakers == (KNOWN, society)
    assert [a.evidence[-1] for a in result.attributions] == [
        "resolved:callable",
        "resolved:callable",
        "resolved:mention",
    ]
    assert [a.certainty for a in result.attributions] == [a.certainty for a in plain.attributions]
    assert result.attributions[2] == plain.attributions[2]
    assert Extraction.from_dict(result.to_dict(), THREE) == result


def test_nobody_is_an_answer() -> None:
    result = extract(THREE, resolve=nobody)
    assert [(a.resolved, a.certainty) for a in result.attributions] == [(None, "ambiguous")] * 3
    assert result.speakers == ()
    unknown = "وأضاف أن الجسر جاهز."
    assert extract(unknown).attributions[0].certainty == "ambiguous"
    (told,) = extract(unknown, resolve=lambda result: [KNOWN]).attributions
    assert (told.resolved, told.certainty) == (KNOWN, "inferred")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_function_of_a_module_works_in_processes(processes: int) -> None:
    results = list(extract_all([THREE] * 5, processes=processes, resolve=from_database))
    assert results == [extract(THREE, resolve=from_database)] * 5


@pytest.mark.parametrize("processes", [1, 2])
def test_what_it_raises_is_told_with_its_cause(processes: int) -> None:
    with pytest.raises(ResolveError, match="resolve raised LookupError: the database is closed") as caught:
        list(extract_all([THREE], processes=processes, resolve=broken))
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize(
    ("resolve", "message"),
    [
        ("a name", "resolve is str, wanted a function of a result, or None"),
        (lambda result: None, "resolve raised TypeError: 'NoneType' object is not iterable"),
        (lambda result: [KNOWN], "resolve gave 1 speakers for 3 attributions"),
        (lambda result: ["سالم"] * 3, "resolve gave str for attribution 0, wanted attribution.Speaker or None"),
    ],
)
def test_answers_of_another_kind_are_refused(resolve: Callable[[Extraction], Any], message: str) -> None:
    with pytest.raises(ResolveError, match=message):
        extract(THREE, resolve=resolve)


def test_what_cannot_be_sent_to_a_process_is_refused_at_once() -> None:
    with pytest.raises(
        ResolveError, match=r"resolve cannot be sent to another process .*; wanted a function of a module"
    ):
        extract_all([THREE], processes=2, resolve=lambda result: [])
