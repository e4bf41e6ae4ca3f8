"""The Arrow adapter, and on it Parquet files, pandas, DuckDB, Polars, Dask and Spark, each run for real."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import attribution
from attribution import AttributionError, Extraction, extract, load_lexicon
from attribution.documents import Broken, Document, Reading
from attribution.formats.csv import COLUMNS, csv_header, to_csv
from attribution.sources import Sources
from tests.pieces import Built
from tests.test_properties import PLANTED

pa = pytest.importorskip("pyarrow", reason="needs the extra [arrow]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra [arrow]")

from attribution.integrations import arrow, parquet  # noqa: E402

TEXTS = [
    "🙂 قال وزير النقل سالم حداد إن الجسر «جاهز تماما» للسيارات. ونقلت الوكالة عن ليلى سعيد قولها إنه مغلق.",
    None,
    "عاد الوفد.",
    'نفت الشركة وجود خلافات. وأضافت: "سنعود',
]
RESULTS = [extract(text) if text is not None else None for text in TEXTS]
IDS = [10, 11, 12, 13]
TABLE = pa.table({"id": IDS, "text": TEXTS, "source": ["أ", "ب", "ج", "د"]})
(BATCH,) = TABLE.to_batches()
DICTS = [result.to_dict() if result else {"attributions": None, "issues": None} for result in RESULTS]


def flat_rows() -> list[list[Any]]:
    """What the CSV says of the texts, with numbers as numbers."""
    import csv
    import io

    lines = "".join(to_csv(Document(n, r.text), r) for n, r in zip(IDS, RESULTS, strict=True) if r)
    numbers = {n for n, name in enumerate(COLUMNS) if name == "id" or name.endswith(("_start", "_end"))}
    return [[(int(cell) if n in numbers else cell) if cell else None for n, cell in enumerate(row)]
            for row in csv.reader(io.StringIO(lines))]  # fmt: skip


def rows_of(table: Any) -> list[list[Any]]:
    return [list(row.values()) for row in table.to_pylist()]


# the adapter


def test_a_row_a_document() -> None:
    out = arrow.attribute_batch(BATCH, keep=["source"])
    assert out.schema.names == ["id", "source", "attributions", "issues"]
    assert out.schema.metadata == {b"arabic-attribution.schema": b"1", b"arabic-attribution.offsets": b"codepoints"}
    kept = zip(IDS, "أبجد", DICTS, strict=True)
    assert out.to_pylist() == [{"id": n, "source": source, **data} for n, source, data in kept]
    assert [len(row["attributions"] or []) for row in out.to_pylist()] == [2, 0, 0, 2]
    assert out.schema.field("attributions").type.value_type.field("cue").type.field("start").type == pa.int32()


def test_a_row_an_attribution() -> None:
    out = arrow.attribute_batch(BATCH, flat=True)
    assert out.schema.names == list(COLUMNS) == csv_header().strip().split(",")
    assert rows_of(out) == flat_rows()
    assert len(rows_of(out)) == 4
    assert rows_of(arrow.attribute_batch(BATCH.slice(1, 2), flat=True)) == []


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_every_kind_of_string(kind: str) -> None:
    kinds = {"string": pa.string(), "large_string": pa.large_string(), "string_view": pa.string_view(),
             "dictionary": pa.dictionary(pa.int32(), pa.string())}  # fmt: skip
    texts = pa.array(TEXTS).cast(kinds[kind]) if kind != "dictionary" else pa.array(TEXTS).dictionary_encode()
    out = arrow.attribute_batch(pa.RecordBatch.from_arrays([pa.array(IDS), texts], ["id", "text"]))
    assert [row["attributions"] for row in out.to_pylist()] == [data["attributions"] for data in DICTS]


def test_offsets_of_another_unit() -> None:
    out = arrow.attribute_batch(BATCH, offsets="utf8")
    assert RESULTS[0] is not None
    assert out.to_pylist()[0]["attributions"] == RESULTS[0].to_dict(offsets="utf8")["attributions"]
    flat = arrow.attribute_batch(BATCH, flat=True, offsets="utf16").to_pylist()
    assert (flat[0]["cue_start"], flat[0]["cue_end"]) == (3, 6)
    read = [
        result for _, result in arrow.results_of([arrow.attribute_batch(BATCH.slice(2), keep=["text"], offsets="utf8")])
    ]
    assert read == RESULTS[2:]


@given(st.lists(PLANTED, max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_is_read_back_is_what_was_found(planted: list[tuple[Built, str, str]]) -> None:
    texts = [built.text for built, _, _ in planted]
    table = pa.table({"id": pa.array(range(len(texts)), pa.int64()), "text": pa.array(texts, pa.string())})
    out = arrow.attribute_table(table, keep=["text"])
    expected = [(Document(n, text), extract(text)) for n, text in enumerate(texts)]
    assert list(arrow.results_of(out.to_batches())) == expected


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({"text": "body"}, "no column 'body', only id, text, source"),
        ({"keep": ["date"]}, "no column 'date', only id, text, source"),
        ({"text": "id"}, "column 'id' is int64, wanted a string"),
        ({"offsets": "bytes"}, "offsets is 'bytes', wanted one of codepoints, utf16, utf8"),
    ],
)
def test_a_callers_mistake(how: dict[str, Any], message: str) -> None:
    with pytest.raises(AttributionError, match=message):
        arrow.attribute_batch(BATCH, **how)


def test_a_kept_column_may_not_hide_one_of_the_result() -> None:
    table = pa.table({"id": [1], "text": ["عاد"], "issues": ["x"]})
    with pytest.raises(AttributionError, match="column 'issues' has the name of a column of the result"):
        arrow.attribute_table(table, keep=["issues"])


def test_a_defect_costs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, lexicon: object) -> Extraction:
        return 1 / 0 if "عاد" in text else extract(text)  # type: ignore[return-value]

    monkeypatch.setattr(arrow, "extract", broken)
    rows = arrow.attribute_batch(BATCH).to_pylist()
    issue = {"code": "defect", "message": "please report it (ZeroDivisionError: division by zero)", "span": None}
    assert rows[2] == {"id": 12, "attributions": [], "issues": [issue]}
    assert rows[3]["attributions"] == DICTS[3]["attributions"]


def test_a_stream_is_read_lazily() -> None:
    seen = []

    def batches() -> Iterator[Any]:
        for n in range(3):
            seen.append(n)
            yield BATCH

    reader = arrow.attribute_reader(pa.RecordBatchReader.from_batches(BATCH.schema, batches()))
    assert seen == []
    assert len(reader.read_next_batch()) == 4
    assert len(seen) <= 2
    assert len(reader.read_all()) == 8


# Parquet, in and out of the command line


def run(folder: Path, *arguments: str, status: int = 0) -> tuple[str, str]:
    command = [sys.executable, "-m", "attribution", "extract", *arguments]
    environment = {"PYTHONPATH": str(Path(attribution.__file__).parents[1]), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == status, done.stderr
    return done.stdout, done.stderr


def test_parquet_in_and_out(tmp_path: Path) -> None:
    dates = [datetime.date(2026, 5, 1 + n) for n in range(4)]
    pq.write_table(TABLE.append_column("date", pa.array(dates)), tmp_path / "in.parquet")
    _, errors = run(
        tmp_path, "in.parquet", "--format", "parquet", "--with-text", "--keep", "date,source", "-o", "out.parquet"
    )
    assert errors.splitlines() == [
        "attribution: in.parquet:2: column 'text' is null, wanted a string",
        "attribution: 1 of 4 documents skipped",
    ]
    written = pq.read_table(tmp_path / "out.parquet")
    assert written.schema.metadata[b"arabic-attribution.schema"] == b"1"
    rows = written.to_pylist(maps_as_pydicts="strict")
    kept = [(n, text, data) for n, text, data in zip(IDS, TEXTS, DICTS, strict=True) if text]
    assert rows == [
        {"id": str(n), "text": text, "metadata": {"date": f"2026-05-{n - 9:02}", "source": "أبجد"[n - 10]}, **data}
        for n, text, data in kept
    ]
    read = list(parquet.read_results(tmp_path / "out.parquet"))
    assert [(document.id, document.metadata["date"]) for document, _ in read] == [
        ("10", "2026-05-01"), ("12", "2026-05-03"), ("13", "2026-05-04"),
    ]  # fmt: skip
    assert [result for _, result in read] == [result for result in RESULTS if result]


def test_a_parquet_file_is_read_as_json_lines_are(tmp_path: Path) -> None:
    table = pa.table({"nr": ["x", None], "body": [TEXTS[0], TEXTS[2]], "n": [1.5, None]})
    pq.write_table(table, tmp_path / "a.parquet")
    how = Reading(field="body", id_field="nr", keep=("*",))
    found = list(Sources([str(tmp_path)], how))
    assert found == [Document("x", str(TEXTS[0]), {"n": 1.5}), Document("a:2", str(TEXTS[2]), {"n": None})]
    (broken,) = Sources([str(tmp_path / "a.parquet")], Reading())
    message = f"{tmp_path}/a.parquet: no column 'text', only nr, body, n; name it with --field"
    assert broken == Broken(message)


def test_what_is_no_parquet_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing else")
    output, errors = run(tmp_path, "a.parquet", "--format", "jsonl")
    assert output == ""
    assert errors.splitlines()[0].startswith("attribution: a.parquet: not Parquet (")
    assert errors.splitlines()[1:] == ["attribution: 1 of 1 documents skipped"]


def test_parquet_needs_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("عاد الوفد.", encoding="utf-8")
    _, errors = run(tmp_path, "a.txt", "--format", "parquet", status=2)
    assert errors == "attribution: --format parquet needs -o FILE, and does not go with --resume\n"
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    run(tmp_path, "bad.jsonl", "--format", "parquet", "--strict", "-o", "out.parquet", status=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "bad.jsonl"]


def test_a_lone_surrogate_becomes_a_replacement_character(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "text": "\ud800 قال سالم إن الجسر جاهز."}), encoding="utf-8")
    run(tmp_path, "a.jsonl", "--format", "parquet", "--with-text", "-o", "a.parquet")
    ((document, result),) = parquet.read_results(tmp_path / "a.parquet")
    assert document.text == "\ufffd قال سالم إن الجسر جاهز."
    assert [a.cue.text for a in result.attributions] == ["قال"]


# who speaks Arrow


def test_pandas() -> None:
    pytest.importorskip("pandas", reason="needs the extra [pandas]")
    from attribution.integrations.pandas import attribute, to_frame

    frame = attribute(TABLE.to_pandas(), keep=["source"])
    assert list(frame.columns) == ["id", "source", *COLUMNS[1:]]
    plain = frame.drop(columns="source").astype(object).where(frame.notna(), None)
    assert plain.to_numpy().tolist() == flat_rows()
    nested = attribute(TABLE.to_pandas(), flat=False)
    assert [
        len(found) if found is not None else None
        for found in nested["attributions"].array.__arrow_array__().to_pylist()
    ] == [2, None, 0, 2]
    by_hand = to_frame([(Document(n, r.text), r) for n, r in zip(IDS, RESULTS, strict=True) if r])
    assert by_hand["cue"].tolist() == ["قال", "قولها", "نفت", "أضافت"]
    assert by_hand["cue_start"].tolist() == [row[3] for row in flat_rows()]
    assert list(to_frame([]).columns) == list(COLUMNS)


def test_duckdb(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    pq.write_table(TABLE, tmp_path / "in.parquet")
    connection = duckdb.connect()
    texts = connection.cursor().sql(f"select id, text, source from '{tmp_path}/in.parquet'").to_arrow_reader(2)
    found = arrow.attribute_reader(texts, flat=True, keep=["source"])  # noqa: F841 - DuckDB finds it by its name
    connection.execute(f"copy (select * from found) to '{tmp_path}/out.parquet'")
    counted = f"select source, count(*) from '{tmp_path}/out.parquet' group by source order by source"
    assert connection.execute(counted).fetchall() == [("أ", 2), ("د", 2)]
    rows = connection.sql(f"select * exclude source from '{tmp_path}/out.parquet'").to_arrow_table()
    assert rows_of(rows) == flat_rows()


def test_duckdb_reads_the_nested_form(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    pq.write_table(arrow.attribute_table(TABLE), tmp_path / "out.parquet")
    query = f"""select a.resolved.name, a.cue.start from (
        select unnest(attributions) as a from '{tmp_path}/out.parquet') order by all"""
    assert sorted(duckdb.sql(query).fetchall()) == sorted((row[16], row[3]) for row in flat_rows())


def test_polars(tmp_path: Path) -> None:
    pl = pytest.importorskip("polars", reason="needs polars")
    pl.from_arrow(TABLE).write_parquet(tmp_path / "in.parquet")
    frame = pl.read_parquet(tmp_path / "in.parquet")
    found = pl.from_arrow(arrow.attribute_table(frame.to_arrow(), flat=True))
    assert [list(row) for row in found.rows()] == flat_rows()
    nested = pl.from_arrow(arrow.attribute_table(frame.to_arrow())).explode("attributions")
    cues = nested.select(pl.col("attributions").struct.field("cue").struct.field("text")).to_series().to_list()
    assert [cue for cue in cues if cue] == [row[2] for row in flat_rows()]


def test_dask(tmp_path: Path) -> None:
    dd = pytest.importorskip("dask.dataframe", reason="needs the extra [dask]")
    from attribution.integrations.dask import attribute

    pq.write_table(TABLE, tmp_path / "in.parquet")
    frame = dd.read_parquet(tmp_path / "in.parquet").repartition(npartitions=2)
    found = attribute(frame, keep=["source"])
    assert list(found.columns) == ["id", "source", *COLUMNS[1:]]
    found.to_parquet(tmp_path / "flat", write_index=False)
    assert rows_of(pq.read_table(tmp_path / "flat").drop_columns("source")) == flat_rows()
    attribute(frame, flat=False).to_parquet(tmp_path / "nested", write_index=False)
    nested = pq.read_table(tmp_path / "nested").to_pylist()
    assert [row["attributions"] for row in nested] == [data["attributions"] for data in DICTS]
    with pytest.raises(AttributionError, match="no column 'body'"):
        attribute(frame, text="body")


def test_spark(tmp_path: Path) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra [spark]")
    import shutil

    if not shutil.which("java"):
        pytest.skip("Spark needs a Java runtime")
    from attribution.integrations.spark import attribute

    pq.write_table(TABLE, tmp_path / "in.parquet")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = (
        builder.config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    try:
        frame = spark.read.parquet(str(tmp_path / "in.parquet"))
        (tmp_path / "verbs.tsv").write_text("lemma\tpattern\nفضفض\tq\n", encoding="utf-8")
        own = spark.createDataFrame([(1, "فضفض سالم حداد بأن الجسر مغلق.")], ["id", "text"])
        with_own = attribute(own, flat=True, lexicon=load_lexicon(tmp_path / "verbs.tsv"))
        assert [row["cue"] for row in with_own.select("cue").collect()] == ["فضفض"]
        nested = attribute(frame, keep=["source"])
        assert (
            nested.schema["attributions"]
            .dataType.simpleString()
            .startswith("array<struct<kind:string,cue:struct<start:int")
        )
        rows = sorted((row.asDict(recursive=True) for row in nested.collect()), key=lambda row: row["id"])
        assert rows == [{"id": n, "source": "أبجد"[n - 10], **data} for n, data in zip(IDS, DICTS, strict=True)]
        attribute(frame, flat=True).write.parquet(str(tmp_path / "out"))
        assert sorted(rows_of(pq.read_table(tmp_path / "out")), key=lambda row: (row[0], row[3])) == flat_rows()
        with pytest.raises(AttributionError, match="column 'id' is bigint, wanted a string"):
            attribute(frame, text="id")
    finally:
        spark.stop()
