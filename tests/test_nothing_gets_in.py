"""No code from data, no shell, no network: every import and every call in the package is looked at."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import attribution

PACKAGE = Path(attribution.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
DEPENDENCIES = {"regex", "pyarabic"}
DEVELOPMENT = PACKAGE / "lexicon" / "derive.py"  # a tool that fills the tables; the package never imports it
# of the standard library: what runs code or commands, reads objects from bytes, talks to other machines
FORBIDDEN = set(
    "pickle _pickle cPickle dill marshal shelve dbm code codeop runpy ctypes cffi imp zipimport pty pdb "
    "subprocess socket socketserver ssl select selectors asyncio http urllib ftplib smtplib poplib imaplib nntplib "
    "telnetlib xmlrpc webbrowser wsgiref cgi requests httpx aiohttp xml.sax multiprocessing.connection "
    "multiprocessing.managers logging.config".split()
)
HARMLESS = {"urllib.parse"}  # it only spells addresses
CALLS = {"eval", "exec", "compile", "__import__", "execfile", "breakpoint", "input", "globals", "locals", "vars"}
METHODS = {
    "os": {"system", "popen", "fork", "forkpty", "startfile", "putenv"},
    "sys": {"settrace", "setprofile"},
    "regex": {"template"},
}
PREFIXES = {"os": ("exec", "spawn", "posix_spawn")}
INTEGRATIONS = {
    "spacy": {"spacy"}, "arrow": {"pyarrow"}, "parquet": {"pyarrow"}, "pandas": {"pandas", "pyarrow"},
    "dask": {"dask", "pandas", "pyarrow"}, "report": {"pandas", "matplotlib", "bidi", "arabic_reshaper"},
    "spark": {"pyspark", "pyarrow", "pandas"},
    "docbin": {"spacy"}, "frames": {"pandas"}, "plots": {"matplotlib", "arabic_reshaper", "bidi"},
    "tei": {"lxml"}, "tei_reader": {"lxml"},
}  # fmt: skip

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden(name: str) -> bool:
    parts = name.split(".")
    prefixes = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
    return bool(prefixes & FORBIDDEN) and not prefixes & HARMLESS


@each_module
def test_nothing_is_imported_that_runs_code_or_talks_to_others(path: Path) -> None:
    names = set(imported(ast.parse(path.read_text(encoding="utf-8"))))
    assert sorted(filter(forbidden, names)) == []


@each_module
def test_only_the_standard_library_the_dependencies_and_what_an_integration_integrates_is_imported(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
    others = tops - set(sys.stdlib_module_names) - {"attribution"} - DEPENDENCIES
    own: set[str] = set()
    if "integrations" in path.parts:
        own = INTEGRATIONS.get(path.stem, set()) | INTEGRATIONS.get(path.parent.name, set())
    assert others - own - ({"tqdm"} if path.stem == "progress" else set()) == set()


@each_module
def test_no_text_is_run_as_code(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and node.id in CALLS:
            found.append(f"{node.lineno}: {node.id}")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = node.value.id, node.attr
            if name in METHODS.get(module, ()) or name.startswith(PREFIXES.get(module, ("\0",))):
                found.append(f"{node.lineno}: {module}.{name}")
            if name in ("import_module", "__dict__", "__globals__", "__subclasses__", "__builtins__"):
                found.append(f"{node.lineno}: {module}.{name}")
        if isinstance(node, ast.Name) and node.id in ("import_module", "__builtins__", "__loader__"):
            found.append(f"{node.lineno}: {node.id}")
    assert found == [] or path == DEVELOPMENT


def test_the_check_sees_what_it_looks_for() -> None:
    tree = ast.parse("import os.path, urllib.request\nfrom http import client\nfrom concurrent import futures")
    assert [name for name in imported(tree) if forbidden(name)] == ["urllib.request", "http.client"]


USED = """
import sys
before = set(sys.modules)
from attribution import extract
extract("قال الوزير سالم حداد إن الجسر جاهز.").to_dict()
print(*sorted(set(sys.modules) - before))
"""


def test_reading_a_text_loads_neither_network_nor_objects_from_bytes() -> None:
    done = subprocess.run([sys.executable, "-c", USED], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    others = {"pickle", "socket", "ssl", "subprocess", "http", "urllib.request", "ctypes", "multiprocessing"}
    assert loaded & others == set()
    assert "attribution.lexicon.derive" not in loaded
