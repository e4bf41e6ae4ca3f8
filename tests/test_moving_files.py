"""Files and folders that change while a run goes on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from attribution.documents import Broken, Document, Reading
from attribution.sources import Sources

TEXT = "قال الوزير سالم حداد إن الجسر جاهز."
COMMAND = [sys.executable, "-m", "attribution", "extract", "--format", "jsonl"]


def folders(tmp_path: Path) -> Path:
    top = tmp_path / "news"
    for name in ("a/1", "a/2", "b/3", "c/4"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return top


def test_a_folder_that_vanishes_costs_its_documents_alone(tmp_path: Path) -> None:
    top = folders(tmp_path)
    left = iter(Sources([str(top)], Reading()))
    found = [next(left)]
    shutil.rmtree(top / "a")
    shutil.rmtree(top / "b")
    found += left
    assert found == [
        Document("a/1", TEXT),
        Broken(f"{top}/a/2.txt: No such file or directory"),
        Document("c/4", TEXT),
        Broken(f"{top}/b: No such file or directory"),
    ]


def test_a_named_file_that_vanishes_is_named(tmp_path: Path) -> None:
    top = folders(tmp_path)
    names = [str(top / f"{name}.txt") for name in ("a/1", "a/2", "b/3")]
    left = iter(Sources(names, Reading()))
    found = [next(left)]
    (top / "a" / "2.txt").unlink()
    assert [*found, *left] == [
        Document("1", TEXT), Broken(f"{top}/a/2.txt: No such file or directory"), Document("3", TEXT)
    ]  # fmt: skip


def test_two_runs_on_one_output_leave_one_whole_result(tmp_path: Path) -> None:
    """Each writes its own file; the one that ends last gives it the name."""
    out, inputs = tmp_path / "out.jsonl", {}
    for name, count in (("many", 300), ("few", 250)):
        inputs[name] = tmp_path / f"{name}.jsonl"
        lines = [json.dumps({"id": f"{name}-{n}", "text": TEXT}, ensure_ascii=False) for n in range(count)]
        inputs[name].write_text("\n".join(lines), encoding="utf-8")
    runs = [subprocess.Popen([*COMMAND, str(path), "-o", str(out)]) for path in inputs.values()]
    assert [run.wait(timeout=60) for run in runs] == [0, 0]
    ids = [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert ids in ([f"many-{n}" for n in range(300)], [f"few-{n}" for n in range(250)])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["few.jsonl", "many.jsonl", "out.jsonl"]
