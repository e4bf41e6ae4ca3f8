"""Several processes: the same results in the same order, and a process that dies costs its own item alone."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution import AttributionError, cli, extract, extract_all
from attribution.documents import Document
from attribution.parallel import CRASH, map_in_order

TEXTS = [f"قال الوزير سالم حداد إن الجسر رقم {n} جاهز. وأضاف أنه مفتوح." for n in range(300)]


def _doubled_or_dead(number: int) -> int:
    if number in (13, 40):
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 77:
        raise ValueError("seventy-seven")
    return 2 * number


def test_results_are_those_of_one_process_in_order() -> None:
    assert list(extract_all(TEXTS, processes=2)) == [extract(text) for text in TEXTS]


def test_texts_are_read_on_the_way() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for _ in range(10_000):
            read += 1
            yield TEXTS[0] * 20

    results = extract_all(texts(), processes=2)
    next(results)
    assert read < 2_000
    results.close()  # type: ignore[attr-defined]


def test_a_process_that_dies_costs_its_item_alone() -> None:
    found = list(map_in_order(_doubled_or_dead, range(60), 2, lambda _: 10_000))
    assert found == [(n, CRASH if n in (13, 40) else 2 * n) for n in range(60)]


def test_an_exception_is_raised_in_its_place() -> None:
    found: list[object] = []
    with pytest.raises(ValueError, match="seventy-seven"):
        found.extend(result for _, result in map_in_order(_doubled_or_dead, range(70, 90), 2, lambda _: 50_000))
    assert found == [2 * n for n in range(70, 77)]


@pytest.mark.parametrize("processes", [0, -1, 2.0, True, "2"])
def test_a_wrong_number_is_refused_at_once(processes: object) -> None:
    with pytest.raises(AttributionError, match=r"processes is .*, wanted a whole number from 1 on"):
        extract_all(TEXTS, processes=processes)  # type: ignore[arg-type]


def test_a_text_of_the_wrong_type_is_named() -> None:
    with pytest.raises(AttributionError, match=r"texts\[1\] is bytes"):
        list(extract_all(["عاد", b"..."], processes=2))  # type: ignore[list-item]


def _written_or_dead(document: Document, write: object, lexicon: object) -> str:
    if document.id == "b":
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{document.id}\n"


def test_the_command_names_the_document_on_which_a_process_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("attribution.commands.extract._written", _written_or_dead)
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": "عاد."}) + "\n" for i in "abc"), encoding="utf-8")
    assert cli.main(["extract", str(path), "--processes", "2", "--format", "jsonl"]) == 0
    written = capsys.readouterr()
    assert written.out == "a\nc\n"
    assert "b: the process that read it died; it is left out" in written.err
    assert "1 of 3 documents skipped" in written.err


def test_the_command_writes_the_same_with_two_processes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.jsonl"
    rows = [json.dumps({"id": n, "text": text}, ensure_ascii=False) for n, text in enumerate(TEXTS)]
    path.write_text("\n".join([*rows[:100], "no JSON", *rows[100:]]) + "\n", encoding="utf-8")
    cli.main(["extract", str(path), "--format", "jsonl"])
    alone = capsys.readouterr()
    cli.main(["extract", str(path), "--format", "jsonl", "--processes", "2"])
    assert capsys.readouterr() == alone
