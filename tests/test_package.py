"""What is installed: the metadata, the wheel with its tables, the two commands of the README."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import attribution

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(attribution.__file__).parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def setup_cfg() -> configparser.ConfigParser:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def requirements(text: str) -> list[str]:
    return [re.split(r"[ ;<>=]", line)[0] for line in text.split("\n") if line]


def test_metadata() -> None:
    config = setup_cfg()
    metadata = config["metadata"]
    assert (metadata["name"], metadata["license"]) == ("arabic-attribution", "GPL-3.0-or-later")
    assert config["options"]["python_requires"] == ">=3.10"
    assert requirements(config["options"]["install_requires"]) == ["regex", "pyarabic"]
    extras = config["options.extras_require"]
    assert requirements(extras["spacy"]) == ["spacy"]
    assert requirements(extras["docs"]) == ["mkdocs"]
    assert {"pytest", "hypothesis", "mazini", "ruff", "mypy", "spacy", "mkdocs"} <= set(requirements(extras["test"]))
    assert re.fullmatch(r"\d+\.\d+\.\d+", attribution.__version__)


def test_nothing_but_what_belongs_at_the_top() -> None:
    git = shutil.which("git")
    listed = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False) if git else None
    if listed is None or listed.returncode:
        pytest.skip("no git checkout")
    sources = {"setup.cfg", "README.md", "attribution", "tests", "corpus", "docs"}
    tools = {"pyproject.toml", "LICENSE", ".ci", ".gitignore", "mkdocs.yml"}
    assert {name.split("/")[0] for name in listed.stdout.splitlines()} == sources | tools


def test_the_readme_states_licence_and_limits() -> None:
    assert "GPL-3.0-or-later, since it builds on pyarabic, which is GPL-3." in README
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "LICENSE").read_text(encoding="utf-8")[:100]
    assert "## Limits" in README


# the wheel, in an environment of its own


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the sources, so that the checkout stays as it is."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    shutil.copytree(PACKAGE, source / "attribution", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment in which only the wheel and what it requires are installed."""
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, with_pip=True)
    interpreter = home / "bin" / "python"
    subprocess.run([interpreter, "-m", "pip", "install", "--quiet", str(wheel)], check=True, env=outside())
    return interpreter


def outside() -> dict[str, str]:
    """The environment without anything that could show the checkout to the interpreter."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")}


def ask(python: Path, folder: Path, code: str) -> str:
    """What a piece of code prints in the fresh environment, run away from the checkout."""
    done = subprocess.run([python, "-c", code], cwd=folder, env=outside(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_module_and_table_is_in_the_wheel(wheel: Path) -> None:
    wanted = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".tsv", ".typed", ".css", ".html") and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert {name for name in names if ".dist-info/" not in name} == wanted
    assert {"attribution/lexicon/verbs.tsv", "attribution/py.typed"} <= wanted
    assert any(name.endswith(".dist-info/licenses/LICENSE") or name.endswith(".dist-info/LICENSE") for name in names)


def test_only_regex_and_pyarabic_come_along(python: Path, tmp_path: Path) -> None:
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format", "json"], check=True, capture_output=True, cwd=tmp_path, env=outside()
    )
    names = {package["name"].lower() for package in json.loads(listed.stdout)}
    ours = {"arabic-attribution", "regex", "pyarabic"}
    assert ours <= names <= ours | {"pip", "setuptools", "six"}  # six is a requirement of pyarabic


def test_the_installed_package_extracts(python: Path, tmp_path: Path) -> None:
    code = (
        "import attribution; a = attribution.extract('وقال الوزير سالم حداد إن الجسر جاهز.').attributions;"
        "print(attribution.__file__); print([(x.cue.text, x.speaker.text) for x in a])"
    )
    place, found = ask(python, tmp_path, code).splitlines()
    assert str(python.parents[1]) in place
    assert found == "[('قال', 'سالم حداد')]"


def test_the_installed_command_extracts(python: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("وقال الوزير سالم حداد إن الجسر جاهز.", encoding="utf-8")
    for command in ([python.with_name("attribution")], [python, "-m", "attribution"]):
        done = subprocess.run([*command, "extract", "a.txt", "--format", "jsonl"], cwd=tmp_path, env=outside(),
                              capture_output=True, check=True)  # fmt: skip
        assert json.loads(done.stdout)["attributions"][0]["speaker"]["text"] == "سالم حداد"
        assert done.stderr == b""


def test_the_core_imports_without_spacy_and_other_extras(python: Path, tmp_path: Path) -> None:
    code = (
        "import sys, attribution, attribution.cli;"
        "attribution.extract('قال الوزير إن الجسر جاهز.');"
        "print(sorted({'spacy', 'tqdm', 'numpy', 'mazini', 'mkdocs', 'pyarrow', 'pandas', 'lxml'} & set(sys.modules)))"
    )
    assert ask(python, tmp_path, code) == "[]"


def test_the_page_needs_no_extra_and_the_report_names_its_own(python: Path, tmp_path: Path) -> None:
    text = "وقال الوزير سالم حداد إن الجسر جاهز. وقالت ليلى سعيد إن الطريق مغلق."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    code = (
        "import attribution; r = attribution.extract('قال سالم حداد إن الجسر جاهز.');"
        "print(r.to_html()[:15], r._repr_html_()[:7], len(attribution.load_lexicon('.').own))"
    )
    (tmp_path / "people.tsv").write_text("name\nهدى الصباح\n", encoding="utf-8")
    assert ask(python, tmp_path, code) == "<!doctype html> <iframe 1"
    for more, status in ((["view"], 0), (["report", "--format", "csv"], 0), (["report"], 2)):
        done = subprocess.run([python, "-m", "attribution", *more, "a.txt"], cwd=tmp_path, env=outside(),
                              capture_output=True, check=False)  # fmt: skip
        assert done.returncode == status
        wanted = "attribution: a report with plots needs matplotlib: pip install 'arabic-attribution[report]'\n"
        assert done.stderr.decode() == (wanted if status else "")


@pytest.mark.parametrize(
    ("module", "message"),
    [
        ("spacy", "the spaCy component needs spaCy: pip install 'arabic-attribution[spacy]'"),
        ("arrow", "the Arrow adapter needs pyarrow: pip install 'arabic-attribution[arrow]'"),
        ("parquet", "Parquet needs pyarrow: pip install 'arabic-attribution[arrow]'"),
        ("pandas", "a DataFrame needs pandas: pip install 'arabic-attribution[pandas]'"),
        ("spark", "the Spark adapter needs pyspark: pip install 'arabic-attribution[spark]'"),
        ("docbin", "a DocBin needs spaCy: pip install 'arabic-attribution[spacy]'"),
        ("tei", "TEI needs lxml: pip install 'arabic-attribution[tei]'"),
        ("dask", "the Dask adapter needs dask: pip install 'arabic-attribution[dask]'"),
    ],
)
def test_a_missing_extra_names_itself(python: Path, tmp_path: Path, module: str, message: str) -> None:
    code = f"try:\n import attribution.integrations.{module}\nexcept ImportError as error:\n print(error)"
    assert ask(python, tmp_path, code) == message


def test_a_missing_extra_on_the_command_line(python: Path, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    for arguments in (["a.parquet"], ["a.parquet", "--format", "parquet", "-o", "b.parquet"]):
        command = [python, "-m", "attribution", "extract", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=outside(), capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (
            2, "", "attribution: Parquet needs pyarrow: pip install 'arabic-attribution[arrow]'\n",
        )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["a.parquet"]


# the commands of the README


def command_below(comment: str) -> str:
    """The one line in the fence below a comment of the README."""
    found = re.search(rf"<!-- {comment} -->\n```sh\n(.+)\n```\n", README)
    assert found, f"no fence below <!-- {comment} -->"
    return found.group(1)


def test_the_main_command_prints_what_the_readme_shows() -> None:
    install, _, main = command_below("main command").partition(" && ")
    assert install == "pip install ."
    command = shlex.split(main)
    assert command[0] == "attribution"
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "COLUMNS": "100"},
    )  # fmt: skip
    shown = re.search(r"<!-- what it prints -->\n```text\n(.+?)```\n", README, re.DOTALL)
    assert shown, "no fence below <!-- what it prints -->"
    assert re.sub("[\u2066-\u2069]", "", done.stdout).strip() == shown.group(1).strip()
    assert done.stdout.count("\u2068") == done.stdout.count("\u2069") > 20


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = command_below("test command")
    assert command == "pip install -e '.[test]' && python -m pytest"
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert [line for line in ("ruff check .", "mypy") if line not in script.splitlines()] == []
    extracted = subprocess.run(
        ["bash", "-c", next(line for line in script.splitlines() if line.startswith("command=")) + '; echo "$command"'],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert extracted.stdout.strip() == command
