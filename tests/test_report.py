"""The report over a small collection of our own, worked out by hand; plots and page looked at by a real browser."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from attribution import Extraction, extract
from attribution.documents import Document
from attribution.errors import MissingExtraError
from attribution.integrations.html.labels import read_labels
from attribution.integrations.report import TABLES, Collection, facts_of, frame_of, report_html, table_csv
from attribution.integrations.report.facts import month_of
from attribution.integrations.report.plots import bars_png, shaped
from tests.browser import MISSING, barriers, emulate, open_browser, resize

ROWS = [
    {"id": "a", "source": "ميناء", "date": "2026-01-05", "text": (
        'قالت وزيرة النقل ليلى سعيد: "الجسر جاهز منذ أمس". وأضافت أن العمل انتهى. ونفت ليلى سعيد أن يكون الجسر مغلقا.'
    )},
    {"id": "b", "source": "ميناء", "date": "2026-02-01T09:00:00Z", "text": (
        "وحضرت ليلى سعيد الحفل. وأعلنت لَيلى سعيد أن الطريق «آمن تماما» منذ أمس. وقال مدير المصنع إن العمل بدأ."
    )},
    {"id": "c", "source": "ضوء", "date": "أمس", "text": (
        "قال مدير المصنع إن العمل بدأ. وأفادت وزارة النقل بأن الجسر جاهز. وذكر تقرير للبلدية أن الطريق مغلق."
    )},
    {"id": "d", "text": "وأكدت وزارة النقل أن الطريق مغلق. وقال حداد إن الجسر جاهز."},
    {"id": "e", "text": "عاد الوفد إلى المدينة."},
]  # fmt: skip


def collection_of(rows: list[dict[str, Any]]) -> Collection:
    collection = Collection()
    for row in rows:
        kept = {key: value for key, value in row.items() if key not in ("id", "text")}
        collection.add(facts_of(Document(row["id"], row["text"], kept), extract(row["text"])))
    return collection


def table(name: str, rows: list[dict[str, Any]] = ROWS) -> list[tuple[Any, ...]]:
    return TABLES[name](collection_of(rows)).rows


def speakers(*texts: str) -> dict[tuple[str, str], tuple[str, str, int]]:
    """Name and document of each speaker with type, gender and number of statements."""
    rows = table("speakers", [{"id": str(n), "text": text} for n, text in enumerate(texts)])
    return {(row[1], row[5]): (row[3], row[4], row[7]) for row in rows}


def test_speakers_are_ranked_and_counted() -> None:
    found = TABLES["speakers"](collection_of(ROWS))
    assert found.columns == (
        "rank", "speaker", "roles", "type", "gender", "document", "documents", "statements", "share", "words_quoted",
        "words_reported", "denied",
    )  # fmt: skip
    assert found.rows[:2] == [
        (1, "ليلى سعيد", "وزيرة النقل", "person", "f", "", 2, 4, 0.4, 6, 14, 1),
        (2, "وزارة النقل", "", "organization", "", "", 2, 2, 0.2, 0, 4, 0),
    ]
    assert sorted((row[1], row[5], row[7]) for row in found.rows[2:]) == [
        ("تقرير للبلدية", "c", 1), ("حداد", "d", 1), ("مدير المصنع", "b", 1), ("مدير المصنع", "c", 1)
    ]  # fmt: skip


def test_the_other_tables() -> None:
    assert table("kinds") == [("direct", 1, 0.1), ("indirect", 8, 0.8), ("mixed", 1, 0.1)]
    assert table("polarity") == [("asserted", 9, 0.9), ("denied", 1, 0.1), ("negated", 0, 0.0)]
    assert table("types") == [
        ("person", 5, 0.5), ("role", 2, 0.2), ("organization", 2, 0.2), ("unnamed", 0, 0.0), ("document", 1, 0.1),
        ("none", 0, 0.0),
    ]  # fmt: skip
    assert table("gender") == [("f", 1, 4, 0.5714, 6), ("m", 3, 3, 0.4286, 0), ("", 0, 0, 0.0, 0)]
    assert table("cues")[0] == ("قال", 4, 0.4)
    assert sum(row[1] for row in table("cues")) == 10


def test_by_source_and_by_month() -> None:
    assert table("sources") == [("ميناء", 2, 5, 1, 3, 1, 1, 6), ("ضوء", 1, 3, 0, 3, 0, 0, 0), ("", 2, 2, 0, 2, 0, 0, 0)]
    assert [row[:3] for row in table("months")] == [("", 3, 5), ("2026-01", 1, 3), ("2026-02", 1, 2)]


@pytest.mark.parametrize(
    ("date", "month"),
    [("2026-05-01", "2026-05"), ("2026/5/1", "2026-05"), ("2026-13-01", ""), ("2026", ""), (20260501, ""), (None, ""),
     ("2026-051", ""), ({"at": 1}, ""), (" 2026-12", "2026-12")],
)  # fmt: skip
def test_months(date: Any, month: str) -> None:
    assert month_of(date) == month


def test_only_a_full_name_is_the_same_in_two_documents() -> None:
    found = speakers("قال سالم حداد إن الجسر جاهز.", "وأكد سالم حداد أن الطريق مغلق.", "وقال حداد إن العمل بدأ.")
    assert found == {("سالم حداد", ""): ("person", "m", 2), ("حداد", "2"): ("person", "m", 1)}
    found = speakers("قال الوزير إن الجسر جاهز.", "وقال الوزير إن الجسر مغلق.")
    assert found == {("الوزير", "0"): ("role", "m", 1), ("الوزير", "1"): ("role", "m", 1)}
    found = speakers("قال أحمد الأمين إن الجسر جاهز.", "وقال احمد الامين إن الجسر جاهز.")
    assert found == {("أحمد الأمين", ""): ("person", "m", 2)}


def test_two_documents_of_one_id_are_two() -> None:
    text = "قال سالم حداد إن الجسر جاهز. وأضاف أن الطريق مغلق."
    (row,) = table("speakers", [{"id": "x", "text": text}, {"id": "x", "text": text}])
    assert (row[6], row[7]) == (2, 4)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("قالت ليلى سعيد إن الجسر جاهز.", "f"),
        ("وتقول المديرة ليلى سعيد إن الجسر جاهز.", "f"),
        ("قال سالم حداد إن الجسر جاهز، مشيرا إلى أن العمل بدأ.", "m"),
        ("وأعلن سالم حداد أن الجسر جاهز.", "m"),
        ("بحسب ليلى سعيد، فإن الجسر جاهز.", ""),  # no verb: nothing is guessed from the name
        ("ونقلت الصحيفة عن ليلى سعيد قولها إن الجسر جاهز.", ""),  # the verb is the paper's
        ("ليلى سعيد: الجسر جاهز.", ""),
        ("قال سالم حداد وليلى سعيد إن الجسر جاهز.", ""),  # two
        ("قال سالم حداد إن الجسر جاهز. وقالت سالم حداد إن الطريق مغلق.", ""),  # the verbs disagree
    ],
)
def test_women_and_men_as_the_verb_shows_them(text: str, gender: str) -> None:
    (row,) = [row for row in table("speakers", [{"id": 1, "text": text}]) if row[3] == "person"][:1]
    assert row[4] == gender


def test_bodies_and_groups_are_neither_women_nor_men() -> None:
    rows = table("speakers", [{"id": 1, "text": "قالت الوزارة إن الجسر جاهز. وقال خبراء إن الطريق مغلق."}])
    assert [row[4] for row in rows] == ["", ""]


def test_a_result_that_came_from_a_file_is_counted_like_any_other() -> None:
    text = ROWS[0]["text"]
    again = Extraction.from_dict(extract(text).to_dict(), text)
    assert facts_of(Document("a", text), again) == facts_of(Document("a", text), extract(text))


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    data = extract("قال سالم حداد إن الجسر جاهز.").to_dict()
    data["attributions"][0]["resolved"] = {"name": "=HYPERLINK(1) x", "roles": ["@x"]}
    collection = Collection()
    text = "قال سالم حداد إن الجسر جاهز."
    collection.add(facts_of(Document("-1", text, {"source": "+1"}), Extraction.from_dict(data, text)))
    (row,) = list(csv.DictReader(io.StringIO(table_csv(TABLES["speakers"](collection)))))
    assert (row["speaker"], row["roles"]) == ("'=HYPERLINK(1) x", "'@x")
    (row,) = list(csv.DictReader(io.StringIO(table_csv(TABLES["sources"](collection)))))
    assert row["source"] == "'+1"


def test_tables_as_frames() -> None:
    pytest.importorskip("pandas", reason="needs the extra [report]")
    frame = frame_of(TABLES["kinds"](collection_of(ROWS)))
    assert list(frame.columns) == ["kind", "statements", "share"]
    assert frame.set_index("kind")["statements"].to_dict() == {"direct": 1, "indirect": 8, "mixed": 1}


def test_every_column_and_value_has_a_word() -> None:
    arabic, english = (read_labels("attribution.integrations.report", language) for language in ("ar", "en"))
    assert arabic.keys() == english.keys()
    assert {column for make in TABLES.values() for column in make(Collection()).columns} | set(TABLES) <= arabic.keys()


# the command


def report(*arguments: object, status: int = 0, **environment: str) -> tuple[str, str]:
    command = [sys.executable, "-m", "attribution", "report", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    errors = done.stderr.decode()
    assert done.returncode == status, errors
    assert "Traceback" not in errors
    return done.stdout.decode(), errors


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in [*ROWS, {"id": 6}]), encoding="utf-8")
    return path


@pytest.mark.parametrize("processes", [1, 2])
def test_the_command_writes_csv(news: Path, processes: int) -> None:
    out = news.with_suffix(".csv")
    for name in TABLES:
        _, errors = report(news, "-o", out, "--table", name, "--processes", processes)
        assert "news.jsonl:6: no field 'text'" in errors
        assert "1 of 6 documents skipped" in errors
        assert out.read_text(encoding="utf-8-sig") == table_csv(TABLES[name](collection_of(ROWS)))
    assert report(news, "--format", "csv", "--table", "kinds")[0].startswith("kind,statements,share\n")


def test_other_fields_and_own_words(tmp_path: Path) -> None:
    (tmp_path / "verbs.tsv").write_text("lemma\tpattern\nفضفض\tq\n", encoding="utf-8")
    row = {"id": 1, "text": "فضفضت ليلى سعيد بأن الجسر جاهز.", "paper": "ضوء", "day": "2026-03-01"}
    (tmp_path / "n.jsonl").write_text(json.dumps(row), encoding="utf-8")
    more = ["--lexicon", tmp_path / "verbs.tsv", "--source-field", "paper", "--date-field", "day", "--format", "csv"]
    assert report(tmp_path / "n.jsonl", *more, "--table", "months")[0].splitlines()[1] == "2026-03,1,1,0,1,0,0,0"
    assert report(tmp_path / "n.jsonl", *more, "--table", "sources")[0].splitlines()[1] == "ضوء,1,1,0,1,0,0,0"
    assert ",person,f," in report(tmp_path / "n.jsonl", *more)[0]


def test_what_the_command_refuses(news: Path, tmp_path: Path) -> None:
    _, errors = report(news, "-o", tmp_path / "out.xlsx", status=2)
    assert errors == f"attribution: {tmp_path}/out.xlsx: ends neither in .html nor in .csv; say it with --format\n"
    assert "--top: 'x' is no number of rows" in report(news, "--top", "x", status=2)[1]
    assert "--top: '0' is no number of rows" in report(news, "--top", "0", status=2)[1]


def test_a_missing_extra_names_itself(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError", encoding="utf-8")
    _, errors = report(news, "-o", tmp_path / "out.html", status=2, PYTHONPATH=str(tmp_path))
    wanted = "attribution: a report with plots needs matplotlib: pip install 'arabic-attribution[report]'"
    assert errors.splitlines()[-1] == wanted
    assert not (tmp_path / "out.html").exists()
    report(news, "-o", tmp_path / "out.csv", PYTHONPATH=str(tmp_path))
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="a table as a DataFrame needs pandas"):
        frame_of(TABLES["kinds"](Collection()))


# plots


def pixels(address: str) -> bytes:
    return base64.b64decode(address.removeprefix("data:image/png;base64,"))


def test_plotted_arabic_is_joined_and_runs_from_right_to_left() -> None:
    """As other means draw it: letters in the forms of their places, set from left to right in the order seen."""
    matplotlib = pytest.importorskip("matplotlib", reason="needs the extra [report]")
    reshape = pytest.importorskip("arabic_reshaper").reshape
    display = pytest.importorskip("bidi.algorithm").get_display
    name = "وزارة النقل"
    seen = display(reshape(name))
    assert seen != name
    if matplotlib.__version_info__[:2] < (3, 11):
        assert shaped(name) == seen
        return
    from matplotlib.figure import Figure

    def drawn(text: str) -> Any:
        figure = Figure(figsize=(3, 1))
        figure.text(0.1, 0.5, text, fontsize=20)
        out = io.BytesIO()
        figure.savefig(out, format="raw")
        return out.getvalue()

    assert drawn(shaped(name)) == drawn(f"\u202d{seen}\u202c")
    assert drawn(shaped(name)) != drawn(seen)


def test_names_of_any_kind_can_be_plotted() -> None:
    pytest.importorskip("matplotlib", reason="needs the extra [report]")
    names = ["$x_{", "\\frac{1}{2}", "سالم\u202e حداد", "", "😀", "ط" * 300, "a\nb\0c", "$ سالم $"]
    assert pixels(bars_png(names, range(1, 9))).startswith(b"\x89PNG")


def test_the_plot_is_the_same_each_time() -> None:
    pytest.importorskip("matplotlib", reason="needs the extra [report]")
    assert bars_png(["سالم"], [3]) == bars_png(["سالم"], [3])
    assert bars_png(["سالم"], [3]) != bars_png(["سليم"], [3])


# the page, in the browser


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    if MISSING:
        pytest.skip(MISSING)
    pytest.importorskip("selenium", reason="needs selenium (extra [test])")
    pytest.importorskip("matplotlib", reason="needs the extra [report]")
    with open_browser() as opened:
        yield opened


@pytest.fixture
def show(driver: Any, tmp_path: Path) -> Iterator[Any]:
    def opened(page: str, width: int = 1100) -> Any:
        path = tmp_path / "report.html"
        path.write_text(page, encoding="utf-8")
        emulate(driver)
        resize(driver, width)
        driver.get(path.as_uri())
        return driver

    yield opened
    assert driver.get_log("browser") == []


CELLS = (
    "return Array.from(document.querySelectorAll('#' + arguments[0] + ' tbody tr'))"
    ".map(r => Array.from(r.cells).map(c => c.textContent))"
)


def test_the_page_shows_tables_and_plots(show: Any) -> None:
    driver = show(report_html(collection_of(ROWS), language="en"))
    kinds = driver.execute_script(CELLS, "kinds")
    assert kinds == [["direct", "1", "10.0 %"], ["indirect", "8", "80.0 %"], ["mixed", "1", "10.0 %"]]
    assert driver.execute_script(CELLS, "speakers")[0][1:5] == ["ليلى سعيد", "وزيرة النقل", "named person", "woman"]
    assert driver.execute_script(CELLS, "gender")[2] == ["unknown", "0", "0", "0.0 %", "0"]
    assert driver.execute_script(CELLS, "months")[0][0] == "not given"
    widths = driver.execute_script("return Array.from(document.images).map(i => i.naturalWidth)")
    assert len(widths) >= 6
    assert min(widths) > 300
    assert "Nothing is guessed from names" in driver.page_source
    assert "10 statements" in driver.page_source


@pytest.mark.parametrize("width", [340, 1100])
def test_the_page_is_no_wider_than_the_window(show: Any, width: int) -> None:
    driver = show(report_html(collection_of(ROWS)), width)
    assert driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_readers_out(show: Any, scheme: str) -> None:
    driver = show(report_html(collection_of(ROWS)))
    emulate(driver, scheme)
    assert barriers(driver) == []


def test_long_tables_are_cut_and_say_so(show: Any) -> None:
    driver = show(report_html(collection_of(ROWS), top=2, language="en"))
    assert len(driver.execute_script(CELLS, "speakers")) == 2
    assert (
        driver.execute_script("return document.querySelector('#speakers .more').textContent") == "and 4 more in the CSV"
    )


def test_hostile_names_do_nothing(show: Any) -> None:
    text = "قال سالم حداد إن الجسر جاهز."
    data = extract(text).to_dict()
    bad = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    data["attributions"][0]["resolved"] = {"name": bad, "roles": [bad]}
    data["attributions"][0]["cue"]["lemma"] = bad
    collection = Collection()
    collection.add(facts_of(Document(bad, text, {"source": bad, "date": bad}), Extraction.from_dict(data, text)))
    collection.add(facts_of(Document("b", text, {"source": "${body}"}), extract(text)))
    driver = show(report_html(collection, title=bad))
    assert driver.execute_script("return document.querySelectorAll('script, img[src=x]').length") == 0
    assert driver.execute_script("return document.querySelector('h1').textContent") == bad
    assert driver.execute_script(CELLS, "sources")[0][0] in (bad, "${body}")


def test_an_empty_collection_is_a_page_too(show: Any) -> None:
    driver = show(report_html(Collection()))
    assert driver.execute_script("return document.images.length") == 0
    assert driver.execute_script(CELLS, "kinds")[0][1:] == ["0", "0.0 %"]
