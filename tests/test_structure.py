"""The order of the stages, as docs/how-it-decides.md tells it, and what may stand in the evidence."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import attribution
from attribution import extract
from attribution.contents import endings, reader
from attribution.lexicon.reader import read_table

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(attribution.__file__).parent
PAGE = (ROOT / "docs" / "how-it-decides.md").read_text(encoding="utf-8")
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).as_posix() != "__init__.py")


def table_below(heading: str, n: int = 0) -> list[list[str]]:
    """The cells of the ``n``th table below a heading of the page, without its head."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    tables = re.findall(r"(?:^\|.*\n)+", section + "\n", re.MULTILINE)
    return [line.strip("| ").split(" | ") for line in tables[n].splitlines()[2:]]


STAGES = [re.findall(r"`(\w+)`", row[1]) for row in table_below("The path of the data")]
ORDER = {name: (row, n) for row, names in enumerate(STAGES) for n, name in enumerate(names)}
CORE = len(STAGES) - 1  # the last row uses the library and is not used by it


PACKAGES = {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in table_below("The path of the data", 1)}


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


OUTWARD = {("results.py", "integrations.html")}  # Extraction.to_html, imported when it is called


def imports(path: Path) -> Iterator[str]:
    """The modules of this package that a module imports, without the package's own name, but for `OUTWARD`."""
    here = path.relative_to(PACKAGE).as_posix()
    yield from (name for name in _imports(path) if (here, name) not in OUTWARD)


def _imports(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("attribution."):
            yield node.module.removeprefix("attribution.")
        if isinstance(node, ast.Import):
            yield from (n.name.removeprefix("attribution.") for n in node.names if n.name.startswith("attribution."))
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"


def test_the_page_names_every_stage_once() -> None:
    listed = [name for names in STAGES for name in names]
    assert sorted(listed) == sorted({stage_of(path) for path in MODULES}), "docs/how-it-decides.md lists the stages"


def imports_at_once(path: Path) -> list[str]:
    """The modules of this package that a module imports when it is imported itself."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    named = [node.module for node in body if isinstance(node, ast.ImportFrom) and node.module]
    return [name.removeprefix("attribution.") for name in named if name.startswith("attribution.")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_stage_imports_only_earlier_stages(path: Path) -> None:
    here = stage_of(path)
    later = [name for name in imports(path) if (stage := name.split(".")[0]) != here and ORDER[stage] >= ORDER[here]]
    around = [name for name in later if ORDER[name.split(".")[0]][0] == CORE == ORDER[here][0]]
    assert sorted(set(later) - set(around)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_inside_a_package_the_order_of_the_page_holds(package: str) -> None:
    listed = PACKAGES[package]
    modules = [path.stem for path in (PACKAGE / package).glob("*.py") if path.stem != "__init__"]
    assert sorted(listed) == sorted(modules), "docs/how-it-decides.md lists the modules"
    later = []
    for name in listed:
        inner = {other.split(".")[1] for other in imports(PACKAGE / package / f"{name}.py") if "." in other
                 and other.split(".")[0] == package}  # fmt: skip
        later += [(name, other) for other in inner if listed.index(other) >= listed.index(name)]
    assert later == []


def test_inside_a_package_no_module_imports_itself_by_a_detour() -> None:
    """No ring of imports: each module of a package can be read after those that it imports."""
    names = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path for path in MODULES
    }
    left = {
        name: {other for other in imports(path) if other in names and other != name} for name, path in names.items()
    }
    while ready := {name for name, needed in left.items() if not needed & left.keys()}:
        left = {name: needed for name, needed in left.items() if name not in ready}
    assert left == {}


def test_the_core_knows_no_integration_and_no_extra() -> None:
    extras = {"spacy", "tqdm", "numpy", "pandas", "mazini", "babel", "wordfreq", "mkdocs", "build", "dask", "duckdb",
              "arabic_reshaper", "bidi", "lxml", "matplotlib", "polars", "pyarrow", "pyspark",
              "trafilatura"}  # fmt: skip
    found = set()
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = (node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom)))  # lazy imports are inside
        for node in top:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            found |= {(stage_of(path), name) for name in names if name.split(".")[0] in extras}
    assert found == set()
    users = {stage_of(path) for path in MODULES for name in imports(path) if name.startswith("integrations")}
    assert users <= {"integrations", "sources", "commands"}
    early = {(stage_of(path), name) for path in MODULES for name in imports_at_once(path) if "integrations." in name}
    pages = ("integrations.html", "integrations.report")  # they import what their extras bring when they use it
    late = {(stage, name) for stage, name in early if stage != "integrations" and name not in pages}
    assert late == set(), "what needs an extra is imported when it is used"


def test_every_evidence_is_explained() -> None:
    """What the rules can say (their names in the code) and what they do say (in the corpus) stands on the page."""
    explained = {name for row in table_below("Evidence") for name in re.findall(r"`(\w+:[\w-]+)`", row[0])}
    signs = read_table(PACKAGE / "lexicon" / "antecedent_weights.tsv", ["sign", "weight"])
    explained |= {f"resolved:{row['sign']}" for row in signs}
    named = {f"end:{name}" for name, _ in endings._PHRASE_RULES} | {f"content:{kind}" for kind in reader._READERS}
    for path in MODULES:
        named |= set(re.findall(r'"((?:cue|speaker|resolved):[a-z-]+)"', path.read_text(encoding="utf-8")))
    lines = (ROOT / "corpus" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    found = {name for line in lines for a in extract(json.loads(line)["text"]).attributions for name in a.evidence}
    assert sorted((named | found) - explained) == []
