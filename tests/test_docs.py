"""README and docs: every example is run, every link leads somewhere, the site builds. Doctests run by themselves."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# console: run and compared here; python: doctests, or programs that a console fence runs; sh: installation, synopses,
# whose options are checked; text: compared by the test that prints it
LANGUAGES = {"console", "python", "sh", "text"}

JOB = re.compile(r"# (\w+\.py)\n")  # the first line of a fence that is a program, which a console fence runs

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def fences(page: Path, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(page.read_text(encoding="utf-8")) if kind == language]


@each_page
def test_every_fence_is_of_a_kind_that_is_checked(page: Path) -> None:
    kinds = {kind for kind, _ in FENCE.findall(page.read_text(encoding="utf-8"))}
    assert kinds <= LANGUAGES
    run = "".join(fences(page, "console"))
    unchecked = [body for body in fences(page, "python") if ">>> " not in body and not JOB.match(body)]
    assert unchecked == []
    assert [name for name in jobs(page) if f"python {name} " not in run] == []


def test_the_text_fences_are_those_that_tests_print() -> None:
    assert [(page.name, len(fences(page, "text"))) for page in PAGES if fences(page, "text")] == [("README.md", 1)]


def jobs(page: Path) -> dict[str, str]:
    """The programs on a page, by the names that their first lines give them."""
    return {found.group(1): body for body in fences(page, "python") if (found := JOB.match(body))}


def skip_without(page: Path) -> None:
    """Skip where something is missing that the page says its sessions need."""
    needed = re.search(r"<!-- needs: (.+) -->", page.read_text(encoding="utf-8"))
    for name in needed.group(1).split(", ") if needed else []:
        if not (shutil.which(name) or importlib.util.find_spec(name)):
            pytest.skip(f"{page.name} needs {name}")


def steps(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a session with what it prints."""
    for step in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, printed = step.partition("\n")
        yield command, printed


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which the command stands on the path, as after installation."""
    command = tmp_path / "bin" / "attribution"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m attribution "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "LC_ALL": "C.UTF-8"}


@each_page
def test_sessions_print_what_is_shown(page: Path, shell: dict[str, str], tmp_path: Path) -> None:
    skip_without(page)
    for name, program in jobs(page).items():
        (tmp_path / name).write_text(program, encoding="utf-8")
    for body in fences(page, "console"):
        for command, shown in steps(body):
            done = subprocess.run(
                ["bash", "-c", command], cwd=tmp_path, env=shell, capture_output=True, text=True, check=False
            )
            status = f"[exit status {done.returncode}]\n" if done.returncode else ""
            printed = re.sub("[\u2066-\u2069]", "", done.stdout) + done.stderr + status
            assert printed.strip() == shown.strip(), command


def test_options_in_synopses_exist() -> None:
    unknown = []
    for page in PAGES:
        for line in "".join(fences(page, "sh")).splitlines():
            found = re.match(r"attribution (\w+) ", line)
            if found:
                command = [sys.executable, "-m", "attribution", found.group(1), "--help"]
                told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
                unknown += [option for option in re.findall(r"(?<!\S)\[?(--?[a-z-]+)", line) if option not in told]
    assert unknown == []


def test_every_option_is_documented() -> None:
    command = [sys.executable, "-m", "attribution", "extract", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert [option for option in sorted(set(re.findall(r"--[a-z-]+", told)) - {"--help"}) if option not in page] == []


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if page.name != "index.md" and f"({page.name})" not in index] == []


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="needs the extra [docs]")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "lexicons" / "index.html").exists()


def test_the_estimate_rests_on_the_measured_rate() -> None:
    """Not above what docs/speed.md says, and not far below it."""
    pages = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("clusters.md", "speed.md")]
    told = re.search(r"One core reads (\d\.\d+) million characters a second", pages[0])
    measured = re.search(r"characters a second, one core \(million\) \|[^|]+\| (\d\.\d+) \|", pages[1])
    assert told
    assert measured
    assert 0.7 <= float(told.group(1)) / float(measured.group(1)) <= 1.0


def test_every_table_is_explained() -> None:
    page = (ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8")
    tables = sorted(path.name for path in (ROOT / "attribution" / "lexicon").glob("*.tsv"))
    assert [name for name in tables if f"`{name}`" not in page] == []
    lines = (ROOT / "attribution" / "lexicon" / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    used = {code for line in lines[1:] if not line.startswith("#") for code in line.split("\t")[3].split()}
    assert [code for code in sorted(used) if f"`{code}`" not in page] == []
