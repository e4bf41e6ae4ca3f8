"""The command line as its users meet it: in a process of its own, with real files, pipes and terminals."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from attribution import Extraction, __version__, extract
from attribution.documents import Document, Reading
from attribution.formats import COLUMNS, to_csv, to_table
from attribution.sources import Sources

COMMAND = [sys.executable, "-m", "attribution", "extract"]
TEXT = "قال الوزير سالم حداد إن الجسر جاهز."
OTHER = "وأكدت المديرة ليلى سعيد أن الطريق مغلق."
DATA = {name: extract(text).to_dict() for name, text in (("text", TEXT), ("other", OTHER))}


def run(*arguments: object, given: bytes | str = b"", status: int = 0) -> tuple[str, list[str]]:
    """What the command prints, and the lines it writes on standard error; checks its exit status."""
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run([*COMMAND, *map(str, arguments)], input=data, capture_output=True, check=False, timeout=60)
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    assert done.returncode == status, errors
    return done.stdout.decode(), errors.splitlines()


def documents(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def ids(output: str) -> list[Any]:
    return [document["id"] for document in documents(output)]


def line(key: Any, text: Any = TEXT, **more: Any) -> str:
    return json.dumps({"id": key, "text": text, **more}, ensure_ascii=False) + "\n"


def table_of(text: str) -> str:
    return to_table(Document("a", text), extract(text))


# what is read


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    output, errors = run(path, "--format", "jsonl")
    assert documents(output) == [{"id": "خبر", **DATA["text"]}]
    assert errors == []


def test_json_lines_keep_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    keys = ["n-1", 7, "سبعة", 10**20]
    path.write_text("".join(map(line, keys)) + "\n" + '{"text": "عاد"}\n{"id": null, "text": ""}\n', encoding="utf-8")
    output, errors = run(path, "--format", "jsonl")
    assert ids(output) == [*keys, "a:6", "a:7"]
    assert errors == []


def test_an_id_of_another_kind_becomes_its_json(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(1.5) + line(True) + line(["a", 2]), encoding="utf-8")
    assert ids(run(path, "--format", "jsonl")[0]) == ["1.5", "true", '["a", 2]']


def test_packed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(line(1) + line(2, OTHER))
    output, _ = run(path, "--format", "jsonl")
    assert documents(output) == [{"id": 1, **DATA["text"]}, {"id": 2, **DATA["other"]}]


def test_fields_of_other_names(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"key": "k", "body": TEXT, "text": 3}), encoding="utf-8")
    output, _ = run(path, "--format", "jsonl", "--field", "body", "--id-field", "key")
    assert documents(output) == [{"id": "k", **DATA["text"]}]


def test_rows_of_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [["id", "text", "note"], ["x", TEXT, ""], ["y", f'{OTHER}\n"عاد"', "two lines"], ["", TEXT, ""]]
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(rows)
    output, _ = run(path, "--format", "jsonl")
    assert ids(output) == ["x", "y", ""]
    assert documents(output)[0] == {"id": "x", **DATA["text"]}


def test_a_csv_row_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{TEXT}\n{OTHER}"\n\n{TEXT}\n', encoding="utf-8")
    assert ids(run(path, "--format", "jsonl")[0]) == ["a:2", "a:5"]


def test_folders_are_walked_by_name(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("b/c/z.txt", "b/a.txt", "a.TXT", "note.md", "b/.hidden"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "b" / "l.jsonl").write_text(line("l1"), encoding="utf-8")
    output, errors = run(tmp_path, "--format", "jsonl")
    assert ids(output) == ["a", "b/a", "l1", "b/c/z"]
    assert errors == []


@pytest.mark.parametrize(
    ("given", "arguments", "expected"),
    [
        (TEXT, [], ["stdin"]),
        (line("a") + line("b"), [], ["a", "b"]),
        ("\ufeff" + line("a"), ["-"], ["a"]),
        (gzip.compress((line("a") + line("b")).encode()), ["-"], ["a", "b"]),
        (line("a"), ["--input-format", "txt"], ["stdin"]),
        (f"id,text\nq,{TEXT}\n", ["-", "--input-format", "csv"], ["q"]),
        ("", [], ["stdin"]),
        ("", ["--input-format", "jsonl"], []),
    ],
)
def test_standard_input(given: str | bytes, arguments: list[str], expected: list[str]) -> None:
    output, errors = run(*arguments, "--format", "jsonl", given=given)
    assert ids(output) == expected
    assert errors == []


def test_standard_input_among_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert ids(run(path, "-", path, "--format", "jsonl", given=OTHER)[0]) == ["a", "stdin", "a"]


def test_a_file_of_another_suffix_is_read_as_said(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(line("n"), encoding="utf-8")
    assert ids(run(path, "--input-format", "jsonl", "--format", "jsonl")[0]) == ["n"]
    _, errors = run(path, status=2)
    assert errors == [
        f"attribution: {path}: of no known kind (.txt, .jsonl, .jsonl.gz, .csv, .parquet); say it with --input-format"
    ]


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".csv"])
def test_other_encodings(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    content = {".txt": TEXT, ".jsonl": line("a") + line("b"), ".csv": f"id,text\na,{TEXT}\nb,{TEXT}\n"}[suffix]
    path.write_bytes(content.encode(encoding))
    found = list(Sources([str(path)], Reading(encoding=encoding)))
    assert found == [Document(key, TEXT) for key in ("a" if suffix == ".txt" else "ab")]


def test_another_encoding_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("windows-1256"))
    output, _ = run(path, "--format", "jsonl", "--encoding", "cp1256")
    assert documents(output) == [{"id": "a", **DATA["text"]}]


def test_offsets_index_the_text_of_the_file(tmp_path: Path) -> None:
    text = "السطر الأول\r\n\r\n\u200f" + TEXT + "\r\n🙂 " + OTHER
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    (document,) = documents(run(path, "--format", "jsonl")[0])
    assert len(document["attributions"]) == 2
    assert Extraction.from_dict(document, text) == extract(text)


def test_fields_are_passed_through_when_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(1, source="أ", date="2026-01-02", tags=["x"]) + line(2), encoding="utf-8")
    output, _ = run(path, "--format", "jsonl", "--keep", "source,tags")
    assert documents(output) == [
        {"id": 1, "metadata": {"source": "أ", "tags": ["x"]}, **DATA["text"]}, {"id": 2, **DATA["text"]}
    ]  # fmt: skip
    output, _ = run(path, "--format", "jsonl", "--keep", "*", "--with-text")
    kept = {"source": "أ", "date": "2026-01-02", "tags": ["x"]}
    assert documents(output)[0] == {"id": 1, "text": TEXT, "metadata": kept, **DATA["text"]}


def test_fields_are_passed_through_to_csv_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,source,note\nx,{TEXT},أ,=1+1\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run(path, "--format", "csv", "--keep", "source,note", "--safe")[0])))
    assert [(row["id"], row["metadata.source"], row["metadata.note"]) for row in rows] == [("x", "أ", "'=1+1")]
    _, errors = run(path, "--format", "csv", "--keep", "*", status=2)
    assert errors == [
        "attribution: --keep '*' does not go with --format csv, whose columns must be known: name the fields"
    ]


# what is written


def test_the_table_shows_every_attribution(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT} {OTHER}", encoding="utf-8")
    output, _ = run(path)
    assert output == table_of(f"{TEXT} {OTHER}")
    plain = "".join(c for c in output if c not in "\u2068\u2069")
    assert plain == (
        "── a\n"
        "  1  who │ سالم حداد (الوزير)\n    says │ قال (indirect, asserted)\n    what │ الجسر جاهز\n"
        "\n"
        "  2  who │ ليلى سعيد (المديرة)\n    says │ أكدت (indirect, asserted)\n    what │ الطريق مغلق\n"
        "\n"
    )


def test_each_value_of_the_table_has_its_own_direction() -> None:
    table = table_of(f'{TEXT} وأضاف: "{"الجسر جاهز ومفتوح للسيارات " * 20}".')
    for shown in table.splitlines():
        assert shown.count("\u2068") == shown.count("\u2069") == (2 if "(" in shown else int("⁨" in shown))
    assert "".join(table.split()).count("ومفتوح") == 20  # long values are wrapped, never cut


def test_nothing_found_is_said() -> None:
    assert run(given="عاد الوفد.")[0] == "── \u2068stdin\u2069\n    (no attribution)\n\n"


def test_a_line_never_breaks_a_letter_from_its_marks() -> None:
    letter = "ق\u064e\u0651"
    table = table_of(f'قال سالم حداد: "{letter * 300}".')
    lines = [shown for shown in table.splitlines() if letter in shown]
    assert len(lines) > 2
    assert [shown for shown in lines if shown.count("ق") * 2 != shown.count("\u064e") + shown.count("\u0651")] == []


def test_csv_has_one_row_an_attribution(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        line("a") + line("none", "عاد الوفد.") + line("b", f'{OTHER}\nوأضافت: "نعم,\nلا".'), encoding="utf-8"
    )
    output, _ = run(path, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(output)))
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["id"], row["cue"], row["content"], row["resolved"]) for row in rows] == [
        ("a", "قال", "الجسر جاهز", "سالم حداد"),
        ("b", "أكدت", "الطريق مغلق", "ليلى سعيد"),
        ("b", "أضافت", "نعم,\nلا", "ليلى سعيد"),
    ]
    first = rows[0]
    assert TEXT[int(first["cue_start"]) : int(first["cue_end"])] == first["cue"]


def test_csv_for_spreadsheets(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    given = line("=1+1", TEXT)
    run("--format", "csv", "--safe", "--bom", "-o", out, given=given)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,kind,")
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert [row["id"] for row in rows] == ["'=1+1"]
    result = extract('قال سالم حداد: "=SUM(A1)".')
    assert "'=SUM(A1)" in to_csv(Document("x", ""), result, safe=True)
    assert "'=SUM(A1)" not in to_csv(Document("x", ""), result)


def test_a_lone_surrogate_survives_as_its_escape() -> None:
    given = '{"id": "\\ud800", "text": "قال سالم حداد: \\"نعم \\udfff\\"."}\n'
    for form in ("jsonl", "csv", "table"):
        output, errors = run("--format", form, given=given)
        assert errors == []
        assert "\\udfff" in output
    (document,) = documents(run("--format", "jsonl", given=given)[0])
    assert document["attributions"][0]["content"][0]["text"] == "نعم \udfff"


def test_the_output_is_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*COMMAND, "-"], input=TEXT.encode(), capture_output=True, check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert "سالم حداد" in done.stdout.decode()


# the file under -o


def test_output_is_complete_and_ordinary(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    output, errors = run("--format", "jsonl", "-o", out, given=TEXT)
    assert (output, errors) == ("", [])
    assert ids(out.read_text(encoding="utf-8")) == ["stdin"]
    assert os.listdir(tmp_path) == ["out.jsonl"]
    (tmp_path / "plain").touch()
    assert out.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_output_replaces_a_file_and_keeps_its_rights_and_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    run("--format", "jsonl", "-o", link, given=TEXT)
    assert link.is_symlink()
    assert ids(real.read_text(encoding="utf-8")) == ["stdin"]
    assert real.stat().st_mode & 0o777 == 0o640


def test_output_over_its_own_input(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(line(n) for n in range(50)), encoding="utf-8")
    run(path, "--format", "jsonl", "-o", path)
    assert ids(path.read_text(encoding="utf-8")) == list(range(50))


def test_a_device_is_written_to_and_stays_one() -> None:
    run("-o", "/dev/null", given=TEXT)
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("stop", [["--strict"], []])
def test_nothing_half_written_under_the_name(tmp_path: Path, stop: list[str]) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old\n", encoding="utf-8")
    given = "".join(line(n) for n in range(30)) + "{broken\n" + line(31)
    _, errors = run("--input-format", "jsonl", "--format", "jsonl", "-o", out, *stop, given=given, status=len(stop))
    assert errors[0].startswith("attribution: <stdin>:31: not JSON (")
    assert out.read_text(encoding="utf-8") == "old\n" if stop else ids(out.read_text(encoding="utf-8"))[-1] == 31
    assert os.listdir(tmp_path) == ["out.jsonl"]


def _endless(*arguments: object) -> subprocess.Popen[bytes]:
    """A run that waits for more standard input after its first document."""
    process = subprocess.Popen(
        [*COMMAND, "--input-format", "jsonl", "--format", "jsonl", *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell in the background ignores it
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(line(1).encode())
    process.stdin.flush()
    return process


def _until(condition: Callable[[], object]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_leaves_nothing_behind(tmp_path: Path, number: signal.Signals, status: int) -> None:
    process = _endless("-o", tmp_path / "out.jsonl")
    _until(lambda: list(tmp_path.glob(".out.jsonl*")))
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (status, b"")
    assert os.listdir(tmp_path) == []


# what is wrong


def test_wrong_paths_are_usage_errors(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "out"
    output, errors = run(good, tmp_path / "missing.txt", "-o", out, status=2)
    assert (output, errors) == ("", [f"attribution: {tmp_path / 'missing.txt'}: no such file or folder"])
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [["--format", "xml"], ["--encoding", "klingon"], ["--encoding", "hex"], ["--unknown"], ["--input-format", "pdf"]],
)
def test_wrong_options_are_usage_errors(arguments: list[str]) -> None:
    output, errors = run(*arguments, status=2)
    assert output == ""
    assert errors[-1].startswith("attribution extract: error: ") or errors[-1].startswith("attribution: error: ")


def test_the_version_is_told() -> None:
    done = subprocess.run([*COMMAND[:-1], "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == __version__


def test_no_command_is_a_usage_error() -> None:
    done = subprocess.run([*COMMAND[:-1]], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


GOOD = [line("first"), line("last")]
BAD = [
    ("not JSON", '{"id": 1, "text"\n', "b.jsonl:2: not JSON (Expecting"),
    ("a number too long", '{"id": ' + "9" * 5000 + "}\n", "b.jsonl:2: "),
    ("nested too deep", "[" * 100_000 + "\n", "b.jsonl:2: not JSON ("),
    ("no object", "[1, 2]\n", "b.jsonl:2: JSON, but a list, wanted an object"),
    ("missing field", '{"id": 1, "body": "x"}\n', "b.jsonl:2: no field 'text', only id, body; name it with --field"),
    ("no fields", "{}\n", "b.jsonl:2: no field 'text', only none; name it with --field"),
    ("null text", line(1, None), "b.jsonl:2: field 'text' is NoneType, wanted a string"),
    ("a list of texts", line(1, [TEXT]), "b.jsonl:2: field 'text' is list, wanted a string"),
]


def test_bad_lines_are_named_skipped_and_counted(tmp_path: Path) -> None:
    for number, (_, bad, _) in enumerate(BAD):
        (tmp_path / f"{number}b.jsonl").write_text(GOOD[0] + bad + GOOD[1], encoding="utf-8")
    output, errors = run(tmp_path, "--format", "jsonl")
    assert ids(output) == ["first", "last"] * len(BAD)
    wanted = [f"attribution: {tmp_path}/{number}{message}" for number, (_, _, message) in enumerate(BAD)]
    assert [error[: len(start)] for error, start in zip(errors, wanted, strict=False)] == wanted
    assert errors[len(BAD) :] == [f"attribution: {len(BAD)} of {3 * len(BAD)} documents skipped"]


def test_strict_stops_at_the_first_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(GOOD[0] + "{}\n" + GOOD[1], encoding="utf-8")
    output, errors = run(path, "--format", "jsonl", "--strict", status=1)
    assert ids(output) == ["first"]
    assert errors == [f"attribution: {path}:2: no field 'text', only none; name it with --field"]


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    wrong = TEXT.encode("windows-1256")
    (tmp_path / "a.txt").write_bytes(wrong)
    (tmp_path / "b.jsonl").write_bytes(GOOD[0].encode() + b'{"text": "' + wrong + b'"}\n' + GOOD[1].encode())
    (tmp_path / "c.csv").write_bytes(f"id,text\nx,{TEXT}\n".encode() + b"y," + wrong + f"\nz,{TEXT}\n".encode())
    output, errors = run(tmp_path, "--format", "jsonl")
    assert ids(output) == ["first", "last", "x", "z"]
    assert errors == [
        f"attribution: {tmp_path}/a.txt: not utf-8 at byte 0; try --encoding windows-1256",
        f"attribution: {tmp_path}/b.jsonl:2: not utf-8 at byte 10; try --encoding windows-1256",
        f"attribution: {tmp_path}/c.csv:3: not utf-8 at byte 1; try --encoding windows-1256",
        "attribution: 3 of 7 documents skipped",
    ]


def test_utf16_is_recognised(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl", "c.csv"):
        (tmp_path / name).write_bytes((line(1) + line(2)).encode("utf-16"))
    output, errors = run(tmp_path, "--format", "jsonl")
    assert output == ""
    assert [error.endswith("try --encoding utf-16") for error in errors] == [True, True, True, False]


CSV = [
    ("no column", f"id,body\n1,{TEXT}\n", ":1: no column 'text', only id, body; name it with --field"),
    ("empty", "", ":1: no column 'text', only none; name it with --field"),
    ("open quote", f'id,text\nx,{TEXT}\ny,"{TEXT}\n', ":3: not CSV (unexpected end of data)"),
    ("too many fields", f"id,text\nx,{TEXT}\ny,{TEXT},{TEXT},3\n", ":3: 4 fields, wanted 2"),
    ("too few fields", f"id,text\nx,{TEXT}\ny\n", ":3: no field 'text', only id; name it with --field"),
]


def test_bad_csv(tmp_path: Path) -> None:
    for number, (_, text, _) in enumerate(CSV):
        (tmp_path / f"{number}.csv").write_text(text, encoding="utf-8")
    output, errors = run(tmp_path, "--format", "jsonl")
    assert ids(output) == ["x"] * sum("x," in text for _, text, _ in CSV)
    assert errors[:-1] == [f"attribution: {tmp_path}/{n}.csv{message}" for n, (_, _, message) in enumerate(CSV)]


def test_broken_gzip(tmp_path: Path) -> None:
    packed = gzip.compress("".join(line(n, os.urandom(60).hex()) for n in range(400)).encode())
    middle = len(packed) // 2
    broken = {"1none": b"no gzip at all", "2head": packed[:5], "3cut": packed[:-9],
              "4damaged": packed[:middle] + bytes(50) + packed[middle:]}  # fmt: skip
    for name, data in broken.items():
        (tmp_path / f"{name}.jsonl.gz").write_bytes(data)
    output, errors = run(tmp_path, "--format", "jsonl")
    for name in broken:
        assert any(error.startswith(f"attribution: {tmp_path}/{name}.jsonl.gz: ") for error in errors), name
    assert ids(output)[:400] == list(range(400))  # what came before the cut


def test_empty_files_are_no_errors(tmp_path: Path) -> None:
    for name in ("a.txt", "b.jsonl"):
        (tmp_path / name).touch()
    with gzip.open(tmp_path / "c.jsonl.gz", "wb"):
        pass
    output, errors = run(tmp_path, "--format", "jsonl")
    assert documents(output) == [{"id": "a", "attributions": [], "issues": []}]
    assert errors == []


def test_an_unreadable_file_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")  # a loop: unreadable even for root
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    output, errors = run(tmp_path, "--format", "jsonl")
    assert ids(output) == ["b"]
    assert errors[0].startswith(f"attribution: {tmp_path}/a.txt: ")
    assert errors[1:] == ["attribution: 1 of 2 documents skipped"]


def test_a_folder_for_output_or_input(tmp_path: Path) -> None:
    assert run("-o", tmp_path, given=TEXT, status=1)[1] == [f"attribution: {tmp_path}: Is a directory"]
    missing = tmp_path / "no" / "out.jsonl"
    assert run("-o", missing, given=TEXT, status=1)[1] == [f"attribution: {missing}: No such file or directory"]


def test_a_defect_costs_its_document_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(1) + line(2, "عطل") + line(3), encoding="utf-8")
    code = (
        "import sys, attribution.cli as cli\n"
        "command = sys.modules['attribution.commands.extract']\n"
        "real = command.extract\n"
        "command.extract = lambda text, **how: 1 / 0 if text == 'عطل' else real(text, **how)\n"
        "sys.exit(cli.main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", str(path), "--format", "jsonl"], capture_output=True, check=False
    )
    assert (done.returncode, ids(done.stdout.decode())) == (0, [1, 3])
    assert done.stderr.decode().splitlines() == [
        "attribution: 2: a defect of this library, please report it (ZeroDivisionError: division by zero)",
        "attribution: 1 of 3 documents skipped",
    ]


# pipes, terminals, size


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(line(n) for n in range(3000)), encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, str(path), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["id"] == 0
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    assert (process.wait(timeout=60), errors) == (0, b"")
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_one_clear_line(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND], input=TEXT.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (1, "attribution: <stdout>: No space left on device\n")
    path = tmp_path / "a.jsonl"
    path.write_text("".join(line(n) for n in range(300)), encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, str(path), "--format", "jsonl", "-o", str(tmp_path / "out")], capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (1, f"attribution: {tmp_path / 'out'}: File too large\n")
    assert os.listdir(tmp_path) == ["a.jsonl"]


@pytest.mark.parametrize("closed", ["0", "1"])
def test_closed_standard_streams(closed: str) -> None:
    redirect = {"0": "<&-", "1": ">&-"}[closed]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirect}', "sh", *COMMAND], input=TEXT.encode(), capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr
    expected = {"0": (0, "attribution: <stdin>: closed"), "1": (1, "attribution: <stdout>: standard output is closed")}
    assert (done.returncode, done.stderr.decode().splitlines()[0]) == expected[closed]


def on_a_terminal(arguments: Iterable[str], both: bool = False, code: str = "") -> str:
    """What a terminal on standard error (and on standard output with ``both``) gets to see."""
    seen, inner = pty.openpty()
    command = [sys.executable, "-c", code] if code else COMMAND
    process = subprocess.Popen([*command, *arguments], stdout=inner if both else subprocess.DEVNULL, stderr=inner)
    os.close(inner)
    output = b""
    while True:
        try:
            piece = os.read(seen, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
    os.close(seen)
    assert process.wait(timeout=60) == 0
    return output.decode()


WITHOUT_TQDM = """
import sys
sys.modules["tqdm"] = None
from attribution.cli import main
sys.exit(main(["extract", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("code", ["", WITHOUT_TQDM], ids=["tqdm", "plain"])
def test_a_bar_for_more_than_one_document_on_a_terminal(tmp_path: Path, code: str) -> None:
    many, one = tmp_path / "many.jsonl", tmp_path / "one.txt"
    many.write_text("".join(line(n) for n in range(40)), encoding="utf-8")
    one.write_text(TEXT, encoding="utf-8")
    shown = on_a_terminal([str(many), "--format", "jsonl"], code=code)
    assert "documents" in shown
    assert "%" in shown
    assert on_a_terminal([str(one), "--format", "jsonl"], code=code) == ""
    assert run(many, "--format", "jsonl")[1] == []  # no terminal, no bar


def test_the_bar_steps_aside_for_the_table(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(line(n) for n in range(40)), encoding="utf-8")
    shown = on_a_terminal([str(path)], both=True).replace("\r\n", "\n")
    assert "documents" in shown
    assert shown.count("what │") == 40
    assert shown.count("\n    what │") == 40  # no drawing stands before it on its line


MEMORY = """
import resource, sys
from attribution.cli import main
main(["extract", *sys.argv[1:]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
PADDING = "عاد الوفد إلى المدينة " * 500


def large_file(path: Path, count: int) -> None:
    rows = (f"{n},{PADDING}\n" if path.suffix == ".csv" else line(n, PADDING) for n in range(count))
    with path.open("wb") as plain:
        out = gzip.GzipFile(fileobj=plain, mode="wb") if path.suffix == ".gz" else plain
        out.write(b"id,text\n" if path.suffix == ".csv" else b"")
        out.writelines(row.encode() for row in rows)
        out.close()


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".csv"])
def test_memory_stays_the_same_however_large_the_file(tmp_path: Path, suffix: str) -> None:
    """400 documents are 8 MB: held in memory, read or written, they would show."""
    peaks = []
    for count in (10, 400):
        path = tmp_path / f"{count}{suffix}"
        large_file(path, count)
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, str(path), "--format", "jsonl"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True,
        )  # fmt: skip
        peaks.append(int(done.stderr))
    assert peaks[1] - peaks[0] < 3000, peaks
