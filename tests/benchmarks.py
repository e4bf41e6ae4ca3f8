"""The targets for speed and memory, measured beside spaCy's blank Arabic pipeline, which only cuts tokens.

    python -m tests.benchmarks [--texts ARTICLES.jsonl] [--large] [--write]

Without ``--texts`` the articles of the corpus are read; ``--large`` adds a text of ten million characters (and worst
ones of a million); ``--write`` puts the table into docs/speed.md.  Times are of the processor, so that other work on
the machine disturbs little; only the speed-up by a second process needs an idle machine.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import spacy

from attribution import extract, extract_all
from attribution.extract import _chunks, _chunks_of, _words
from attribution.tokens import read_tokens
from attribution.view import read_view
from tests.test_growth import TEXTS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "speed.md"
ROUNDS = 7
DEAR = 1e-6  # seconds a character; what costs less is bound by the caches of the processor
OURS = "import attribution; attribution.extract('قال الوزير إنه بخير.')"
COMMAND = "import sys; from attribution.cli import main; main(sys.argv[1:])"
# the peak memory of this process, as the kernel (Linux) knows it
PEAK = "; import sys; print(next(line for line in open('/proc/self/status') if 'VmHWM' in line), file=sys.stderr)"
# without the entry points of this package, so that spaCy does not load it
THEIRS = (
    "import catalogue; found = catalogue.Registry._get_entry_points;"
    "catalogue.Registry._get_entry_points = lambda self: [e for e in found(self) if 'attribution' not in e.value];"
    "import spacy; spacy.blank('ar')"
)


class Row(NamedTuple):
    """A target with what was measured, and what of it was for spaCy."""

    target: str
    wanted: str
    measured: str
    spacy: str
    met: bool | None  # None where nothing is wanted


def processor_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    return statistics.median(processor_time(work) for _ in range(rounds))


def articles(path: Path) -> list[str]:
    """The texts of 500 to 3,000 characters of a file of JSON lines."""
    rows = (json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines())
    return [text for text in rows if 500 <= len(text) <= 3_000]


def throughput(texts: list[str]) -> Iterator[Row]:
    """Characters a second over a list of articles, both in turn, warm."""
    pipeline = spacy.blank("ar")
    characters = sum(map(len, texts))
    sides: tuple[Callable[[], object], ...] = (
        lambda: list(extract_all(texts)),
        lambda: [read_tokens(read_view(text), _chunks()) for text in texts],
        lambda: list(pipeline.pipe(texts)),
    )
    rounds = [[processor_time(side) for side in sides] for _ in range(ROUNDS + 1)][1:]
    ours, tokens, theirs = (characters / statistics.median(times) / 1e6 for times in zip(*rounds, strict=True))
    yield Row("characters a second, one core (million)", "as spaCy's tokeniser: ratio 1", f"{ours:.2f}",
              f"{theirs:.2f}, ratio {ours / theirs:.2f}", ours >= theirs)  # fmt: skip
    yield Row("its tokens alone: view, words and their classes, marks", "", f"{tokens:.2f}",
              f"{theirs:.2f}, ratio {tokens / theirs:.2f}", None)  # fmt: skip


def process(code: str, *arguments: str) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a whole Python process that runs ``code``."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code + PEAK, *arguments]
    child = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert child.stderr is not None
    told = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(told)
    return usage.ru_utime + usage.ru_stime, int(told.split()[-2]) / 1024


def first_call() -> Iterator[Row]:
    """Import and first call as a whole process."""
    runs = [(process(OURS), process(THEIRS)) for _ in range(ROUNDS + 1)][1:]
    ours, theirs = (statistics.median(run[side][0] for run in runs) for side in (0, 1))
    memory, their_memory = (max(run[side][1] for run in runs) for side in (0, 1))
    yield Row("import and first call (s)", "at most 0.35 of spaCy's", f"{ours:.2f}",
              f"{theirs:.2f}, ratio {ours / theirs:.2f}", ours <= 0.35 * theirs)  # fmt: skip
    yield Row("its peak memory (MB)", "below 60", f"{memory:.0f}", f"{their_memory:.0f}", memory < 60)


def per_character(text: str) -> float:
    """The best of some rounds: other work on the machine only adds.  The first round also reads new words."""
    return min(processor_time(lambda: extract(text)) for _ in range(5 if len(text) < 50_000 else 2)) / len(text)


def cut(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


def growth(texts: list[str], large: bool) -> Iterator[Row]:
    """Time a character of one document of growing length: articles, and the worst texts of tests/test_growth.py."""
    sizes = [10_000, 100_000, 1_000_000] + [10_000_000] * large
    joined = "\n".join(texts)
    whole = (joined * (sizes[-1] // len(joined) + 1))[: sizes[-1]]
    extract(whole[:1_000_000])  # as above
    rounds = [[processor_time(lambda size=size: list(map(extract, cut(whole, size)))) for size in sizes]  # type: ignore[misc]
              for _ in range(2)]  # fmt: skip
    times = [min(pair) for pair in zip(*rounds, strict=True)]
    worst = max(times) / times[0]
    yield Row(f"growth, one document of {sizes[-1]:,} characters", "at most 1.3 times its time in pieces of 10,000",
              f"{worst:.2f}", "", worst <= 1.3)  # fmt: skip
    longest = 1_000_000 if large else 100_000
    long, times_longer = {}, {}
    for name, text in TEXTS.items():
        _chunks_of.cache_clear()
        _words.cache_clear()  # what is remembered of words is bounded: each kind has all of that memory
        long[name] = per_character(text(longest))
        times_longer[name] = long[name] / per_character(text(10_000))
    dear = max((name for name in TEXTS if long[name] > DEAR), key=lambda name: times_longer[name])
    cheap = max((name for name in TEXTS if long[name] <= DEAR), key=lambda name: times_longer[name])
    measured = f"{times_longer[dear]:.2f} ({dear})"
    yield Row(f"growth, worst texts of {longest:,} characters ({len(TEXTS)} kinds)", "the same", measured, "",
              times_longer[dear] <= 1.3)  # fmt: skip
    measured = f"{times_longer[cheap]:.2f} ({cheap}: {1e6 * long[cheap]:.2f} µs a character)"
    yield Row("of these, what costs less than 1 µs a character", "the same", measured, "", times_longer[cheap] <= 1.3)


def streaming(texts: list[str]) -> Iterator[Row]:
    """Peak memory of the command over a file, and over one eight times as long."""
    with tempfile.TemporaryDirectory() as folder:
        peaks = []
        for times in (1, 8):
            path = Path(folder) / f"{times}.jsonl"
            path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts * times), encoding="utf-8")
            peaks.append(process(COMMAND, "extract", str(path), "--format", "jsonl")[1])
    yield Row(f"peak memory, .jsonl of {len(texts)} and {8 * len(texts)} articles (MB)", "constant",
              f"{peaks[0]:.0f}, {peaks[1]:.0f}", "", peaks[1] < 1.1 * peaks[0])  # fmt: skip


def processes(texts: list[str]) -> Iterator[Row]:
    """Wall time with one and with two processes, and the processor time that the second way costs more."""
    many = texts * (2_000_000 // sum(map(len, texts)) + 1)

    def spent(number: int) -> tuple[float, float]:
        start, before = time.perf_counter(), sum(os.times()[:4])
        for _ in extract_all(many, processes=number):
            pass
        return time.perf_counter() - start, sum(os.times()[:4]) - before

    (alone, its_work), (both, their_work) = (min(spent(number) for _ in range(3)) for number in (1, 2))
    measured = f"{alone / both:.2f}, for {their_work / its_work:.2f} times the processor time"
    yield Row("two processes on two cores", "at least 1.8 times as fast", measured, "", alone >= 1.8 * both)


def vowelled(texts: list[str]) -> Iterator[Row]:
    """Texts with a vowel sign on every letter, against the same texts bare."""
    full = ["".join(c + "\u064e" if "ء" <= c <= "ي" else c for c in text) for text in texts]
    ratio = median(lambda: list(extract_all(full))) / median(lambda: list(extract_all(texts)))
    yield Row("fully vowelled against bare text", "at most 2.5 times the time", f"{ratio:.2f}", "", ratio <= 2.5)


def rows(texts: list[str], large: bool) -> Iterator[Row]:
    yield from throughput(texts)
    yield from first_call()
    yield from growth(texts, large)
    yield from streaming(texts)
    yield from processes(texts)
    yield from vowelled(texts)


def table(found: Iterable[Row]) -> Iterator[str]:
    yield "| target | wanted | measured | spaCy | met |"
    yield "| --- | --- | ---: | ---: | --- |"
    for row in found:
        met = "–" if row.met is None else "yes" if row.met else "no"
        yield f"| {row.target} | {row.wanted or '–'} | {row.measured} | {row.spacy or '–'} | {met} |"


def conditions(texts: list[str], source: str) -> str:
    date = datetime.date.today().isoformat()
    versions = f"Python {platform.python_version()}, spaCy {version('spacy')}"
    sizes = f"{len(texts)} articles of {source}, {sum(map(len, texts)):,} characters"
    return f"Measured {date} on {os.cpu_count()} cores ({platform.machine()}), {versions}; {sizes}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="JSON lines with real articles (default: the corpus)")
    parser.add_argument("--large", action="store_true", help="texts of ten million characters too")
    parser.add_argument("--write", action="store_true", help="put the table into docs/speed.md")
    options = parser.parse_args()
    texts = articles(options.texts or ROOT / "corpus" / "articles.jsonl")[:400]
    lines = [conditions(texts, "real news" if options.texts else "the corpus"), ""]
    print(lines[0], "", sep="\n", flush=True)
    for line in table(rows(texts, options.large)):
        lines.append(line)
        print(line, flush=True)
    if options.write:
        before, after = "<!-- measured -->\n", "<!-- end measured -->"
        page = PAGE.read_text(encoding="utf-8")
        head, tail = page.split(before)[0], page.split(after)[1]
        PAGE.write_text(head + before + "\n".join(lines) + "\n" + after + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
