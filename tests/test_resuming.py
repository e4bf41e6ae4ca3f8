"""A run that was stopped, whatever stopped it, and taken up again, writes what an undisturbed run writes."""

from __future__ import annotations

import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "attribution", "extract"]
ARTICLES = [json.loads(line) for line in (ROOT / "corpus" / "articles.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """500 documents, every seventieth of them broken."""
    path = tmp_path_factory.mktemp("archive") / "archive.jsonl"
    lines = []
    for n in range(500):
        text = ARTICLES[n % len(ARTICLES)]["text"]
        lines.append("{" if n % 70 == 69 else json.dumps({"id": n % 400, "text": text}, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(archive: Path) -> bytes:
    out = archive.with_name("undisturbed.jsonl")
    assert finish(archive, out)[0] == 0
    return out.read_bytes()


def arguments(archive: Path, out: Path, *more: str) -> list[str]:
    return [*COMMAND, str(archive), "--format", "jsonl", "-o", str(out), *more]


def finish(archive: Path, out: Path, *more: str, limit: Callable[[], None] | None = None) -> tuple[int, list[str]]:
    command = arguments(archive, out, *more)
    done = subprocess.run(command, capture_output=True, check=False, timeout=120, preexec_fn=limit)
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    return done.returncode, errors.splitlines()


def stop(archive: Path, out: Path, how: signal.Signals, after: float, *more: str) -> int:
    """Begin or take up a run and stop it after so many seconds; its exit status."""
    with subprocess.Popen(arguments(archive, out, "--resume", *more), stderr=subprocess.DEVNULL) as run:
        time.sleep(after)
        run.send_signal(how)
        return run.wait()


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path.name.startswith(("out", ".out")))


def test_killed_at_twenty_moments_it_writes_the_same_bytes(archive: Path, undisturbed: bytes, tmp_path: Path) -> None:
    chance = random.Random(20)
    out = tmp_path / "out.jsonl"
    for _ in range(20):
        stop(archive, out, signal.SIGKILL, chance.uniform(0.2, 1.6))
        if out.exists():  # it was ready before
            assert out.read_bytes() == undisturbed
            out.unlink()
    status, errors = finish(archive, out, "--resume")
    assert (status, errors[-1]) == (0, "attribution: 7 of 500 documents skipped")
    assert out.read_bytes() == undisturbed
    assert beside(out) == ["out.jsonl"]


def test_a_killed_run_goes_on_where_it_was(archive: Path, undisturbed: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for _ in range(5):
        stop(archive, out, signal.SIGKILL, 1.8)
        if "out.jsonl.part.log" in beside(out) and len((tmp_path / "out.jsonl.part.log").read_bytes().split()) > 1:
            break
    journal = [json.loads(line) for line in (tmp_path / "out.jsonl.part.log").read_bytes().splitlines()]
    assert journal[-1].get("read", 0) > 0
    status, errors = finish(archive, out, "--resume")
    passed = sum(f":{n}:" in line for n in range(journal[-1]["read"]) for line in errors)
    assert (status, passed) == (0, 0)  # what was read before is not read, nor complained of, again
    assert out.read_bytes() == undisturbed


@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_signal_keeps_what_was_done(
    archive: Path, undisturbed: bytes, tmp_path: Path, how: signal.Signals, status: int, processes: str
) -> None:
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(
        arguments(archive, out, "--resume", "--processes", processes), stderr=subprocess.DEVNULL
    ) as run:
        while not beside(out) and run.poll() is None:  # Python itself answers a signal that comes before the command
            time.sleep(0.01)
        time.sleep(0.8)
        run.send_signal(how)
        assert run.wait() in (status, 0)
    if not out.exists():
        assert beside(out) == ["out.jsonl.part", "out.jsonl.part.log"]
        assert finish(archive, out, "--resume")[0] == 0
    assert out.read_bytes() == undisturbed


@pytest.mark.parametrize("after", [0.0, 0.01, 0.02, 0.04])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_as_the_process_ends_leaves_its_status(
    archive: Path, tmp_path: Path, how: signal.Signals, after: float
) -> None:
    """Python frees its memory for some hundredths of a second, in which a signal used to kill it: status -2."""
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(arguments(archive, out), stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if line.endswith("documents skipped\n"):
                break
        time.sleep(after)
        run.send_signal(how)
        assert run.wait() in (128 + how, 0)


def test_a_full_disk_keeps_what_was_done(archive: Path, undisturbed: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    status, errors = finish(archive, out, "--resume", limit=limit)
    assert (status, errors[-1]) == (1, f"attribution: {out}: File too large")
    assert not out.exists()
    assert finish(archive, out, "--resume")[0] == 0
    assert out.read_bytes() == undisturbed


def small(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


GOOD = [json.dumps({"id": n, "text": f"قال الوزير إن الجسر {n} جاهز."}, ensure_ascii=False) for n in range(3)]


def test_strict_goes_on_once_the_document_is_mended(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    path = small(tmp_path, GOOD[0], "{", GOOD[2])
    more = ("--strict", "--format", "csv", "--bom")
    assert finish(path, out, "--resume", *more)[0] == 1
    assert not out.exists()
    small(tmp_path, *GOOD)
    assert finish(path, out, "--resume", *more) == (0, [])
    resumed = out.read_bytes()
    assert finish(path, out, *more) == (0, [])
    assert out.read_bytes() == resumed
    assert resumed.count(b"\xef\xbb\xbf") == 1


def begun(tmp_path: Path) -> tuple[Path, Path]:
    """A run that stopped behind its second document."""
    path, out = small(tmp_path, *GOOD[:2], "{"), tmp_path / "out.jsonl"
    assert finish(path, out, "--resume", "--strict")[0] == 1
    return path, out


def test_another_command_is_refused(tmp_path: Path) -> None:
    path, out = begun(tmp_path)
    status, errors = finish(path, out, "--resume", "--with-text", "--keep", "x")
    assert (status, errors) == (
        2, [f"attribution: {out}.part was begun with another keep, with_text; run the same command, or delete it"]
    )  # fmt: skip


def test_another_input_is_refused(tmp_path: Path) -> None:
    path, out = begun(tmp_path)
    small(tmp_path, GOOD[1], GOOD[0], GOOD[2])
    status, errors = finish(path, out, "--resume")
    assert (status, errors) == (
        2, ["attribution: document 2 of the input is not 1, at which the earlier run stopped"]
    )  # fmt: skip
    small(tmp_path, *GOOD)
    assert finish(path, out, "--resume") == (0, [])  # the refusal has spoilt nothing


def test_two_runs_do_not_write_the_same_output(tmp_path: Path) -> None:
    import fcntl

    path, out = begun(tmp_path)
    with (tmp_path / "out.jsonl.part.log").open("rb") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        assert finish(path, out, "--resume") == (2, [f"attribution: {out}: another run is writing it"])


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("out.jsonl.part.log", b"nonsense\n", "{out}.part.log: no journal of a run; delete it and {out}.part"),
        ("out.jsonl.part", b"", "{out}.part is shorter than its journal says; delete both"),
    ],
)
def test_spoilt_files_are_refused(tmp_path: Path, file: str, content: bytes, said: str) -> None:
    path, out = begun(tmp_path)
    (tmp_path / file).write_bytes(content)
    assert finish(path, out, "--resume") == (2, [f"attribution: {said.format(out=out)}"])


def test_resume_needs_a_file(tmp_path: Path) -> None:
    path = small(tmp_path, *GOOD)
    done = subprocess.run([*COMMAND, str(path), "--resume"], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (
        2, "attribution: --resume needs -o FILE, beside which the unfinished output is kept\n"
    )  # fmt: skip
    status, errors = finish(path, Path("/dev/null"), "--resume")
    assert (status, errors) == (2, ["attribution: /dev/null: not a file, which alone can be resumed"])
