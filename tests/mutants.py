"""Every mutant of the stages against their tests: ``python tests/mutants.py [NAME …]``, in a copy of the project.

mutmut makes the mutants, into the folder ``mutants``. Its own run starts pytest for each; here the tests are collected
once, what a stage gives on the texts of each test is kept, and a test is run for a mutant only where the mutated stage
gives something else. The verdicts go to ``mutants.json``; what stands there already is not tried again.
"""

from __future__ import annotations

import contextlib
import fnmatch
import gc
import json
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MODULES = ("speakers", "contents.openings", "contents.joints", "contents.endings", "contents.quotations",
           "contents.reports", "contents.reader", "view", "surface", "marks")  # fmt: skip
LATE = ("speakers", "contents")  # they read tokens and clauses; the others read texts
# functions that more than their stage calls: every test that comes by them is run
CALLED_ANYWHERE = ("View", "Pairs", "signs_are_strewn", "visual_order", "trimmed", "fold")
DIRECT = ("tests/test_stages.py", "tests/test_surface.py", "tests/test_fast_forms.py")  # they call early stages
RANDOM = {"view": "dropping_only view_drops", "surface": "view_drops", "marks": "pairs_are", "contents": "no_frame"}
SLOW = 0.1  # seconds of a test that is tried after all others
VERDICTS = Path("mutants.json").resolve()


class Expired(BaseException):
    """A mutant that does not end."""


def make() -> None:
    """Write the mutants, as the first steps of ``mutmut run`` do."""
    from mutmut import __main__ as mutmut

    mutmut.set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    mutmut.copy_src_dir()
    mutmut.copy_also_copy_files()
    mutmut.setup_source_paths()
    mutmut.store_lines_covered_by_tests()
    mutmut.create_mutants(1)


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """`Expired` after so many seconds of work."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def fails(test: Any) -> bool:
    """Whether a collected test fails; one without fixtures is called directly."""
    from _pytest.outcomes import OutcomeException
    from _pytest.runner import runtestprotocol

    given = test.callspec.params if hasattr(test, "callspec") else {}
    if set(test.fixturenames) - {"request"} <= set(given):
        try:
            test.obj(**given)
        except (Exception, OutcomeException):
            return True
        return False
    return any(report.failed for report in runtestprotocol(test, nextitem=None, log=False))


class Run:
    """A session of pytest that tries mutants instead of running its tests; a plugin of it."""

    def __init__(self, patterns: list[str]) -> None:
        from mutmut.mutation import trampoline

        self.patterns = patterns or ["*"]
        self.mutant = ""
        trampoline.get_mutant_under_test = lambda: self.mutant
        self.extract = sys.modules["attribution.extract"]
        self.verdicts = json.loads(VERDICTS.read_text("utf-8")) if VERDICTS.exists() else {}
        self.kills: dict[str, Counter[str]] = defaultdict(Counter)

    def pytest_runtestloop(self, session: Any) -> bool:
        signal.signal(signal.SIGVTALRM, self._expire)
        self._look_on(session.items)
        gc.collect()
        gc.freeze()
        names = [name for name in self._names() if name not in self.verdicts]
        for n, name in enumerate(names, 1):
            self.verdicts[name] = self._verdict(name)
            if n % 100 == 0 or n == len(names):
                VERDICTS.write_text(json.dumps(self.verdicts, indent=0), "utf-8")
                print(time.strftime("%T"), f"{n} of {len(names)}", Counter(self.verdicts.values()), flush=True)
        return True

    def _expire(self, *_: object) -> None:
        raise Expired

    def _names(self) -> list[str]:
        made: list[str] = []
        for module in MODULES:
            meta = Path("attribution", *f"{module}.py.meta".split(".", module.count(".")))
            made += json.loads(meta.read_text("utf-8"))["exit_code_by_key"]
        return [name for name in made if any(fnmatch.fnmatch(name, pattern) for pattern in self.patterns)]

    def _look_on(self, tests: list[Any]) -> None:
        """Run each test once: which functions it comes by, on what texts and clauses, and how long it takes."""
        from mutmut.state import state

        self.random = [test for test in tests if hasattr(test.obj, "hypothesis")]
        self.tests, self.hits, self.seen, self.took = {}, defaultdict(list), {}, {}
        reader, read_view = self.extract.ContentReader, self.extract.read_view
        for test in tests:
            if test in self.random:
                continue
            texts: list[str] = []
            clauses: list[tuple[Any, ...]] = []
            self.extract.ContentReader = lambda *given, to=clauses: (to.append(given), reader(*given))[1]
            self.extract.read_view = lambda text, to=texts: (to.append(text), read_view(text))[1]
            state()._stats.clear()
            self.mutant, start = "stats", time.process_time()
            if fails(test):
                print("fails without a mutant:", test.nodeid)
                continue
            self.took[test.nodeid] = time.process_time() - start
            self.tests[test.nodeid] = test
            for function in state()._stats:
                self.hits[function].append(test.nodeid)
            self.seen[test.nodeid] = texts, clauses
        self.extract.ContentReader, self.extract.read_view, self.mutant = reader, read_view, ""
        self.kept = {stage: {name: self._stage(stage, name) for name in self.tests} for stage in _STAGES}

    def _stage(self, stage: str, test: str) -> list[Any]:
        texts, clauses = self.seen[test]
        return [_STAGES[stage](*given) for given in (clauses if stage in LATE else ((text,) for text in texts))]

    def _verdict(self, name: str) -> str:
        """killed, survived, timeout, or untouched where no test comes by the function."""
        function, stage = name.rpartition("__mutmut_")[0], name.split(".")[1]
        tests = sorted(self.hits.get(function, ()), key=lambda test: self._order(function, stage, test))
        if not tests:
            return "untouched"
        self.mutant = name
        try:
            killer = next((test for test in tests if self._kills(function, stage, test)), None)
            wanted = RANDOM.get(stage, "").split()
            late = (test for test in self.random if any(word in test.nodeid for word in wanted))
            if killer is None and not any(self._fails(test, 15) for test in late):
                return "survived"
        except Expired:
            return "timeout"
        finally:
            self.mutant = ""
        self.kills[function][killer or ""] += 1
        self.kills[stage][killer or ""] += 1
        return "killed"

    def _order(self, function: str, stage: str, test: str) -> tuple[bool, float]:
        """The tests first that killed most, for their time."""
        kills = self.kills[function][test] + self.kills[stage][test] / 20
        return self.took[test] > SLOW, -kills / (self.took[test] + 0.02)

    def _kills(self, function: str, stage: str, test: str) -> bool:
        texts, clauses = self.seen[test]
        direct = not (clauses if stage in LATE else texts) or (stage not in LATE and test.startswith(DIRECT))
        if not direct and not any(word in function for word in CALLED_ANYWHERE):
            try:
                with limited(3 * self.took[test] + 0.6):
                    if self._stage(stage, test) == self.kept[stage][test]:
                        return False
            except Exception:
                pass
        return self._fails(self.tests[test], 5 * self.took[test] + 2)

    def _fails(self, test: Any, seconds: float) -> bool:
        with limited(seconds):
            return fails(test)


def _contents(*given: Any) -> list[Any]:
    from attribution.contents import ContentReader

    reader = ContentReader(*given)
    return [reader.read(clause) for clause in given[2]]


def _speakers(reading: Any, _: Any, clauses: Any, __: Any, bare: Any) -> list[Any]:
    from attribution.speakers import SpeakerFinder

    finder = SpeakerFinder(reading, clauses, bare)
    return [finder.find(clause) for clause in clauses]


def _view(text: str) -> tuple[Any, ...]:
    from attribution.view import read_view

    view = read_view(text)
    return view.bare, view.breaks, view.shifts


def _marks(text: str) -> tuple[Any, ...]:
    from attribution.marks import pair_marks
    from attribution.view import read_view

    return tuple(pair_marks(read_view(text).bare))


_STAGES: dict[str, Callable[..., Any]] = {
    "contents": _contents, "speakers": _speakers, "view": _view, "surface": _view, "marks": _marks,
}  # fmt: skip


def main(patterns: list[str]) -> None:
    import pytest
    from mutmut.configuration import config

    if not Path("mutants").exists():
        make()
    chosen = [*config().pytest_add_cli_args_test_selection, *config().pytest_add_cli_args]
    os.chdir("mutants")
    sys.path.insert(0, str(Path.cwd()))
    import attribution.extract  # noqa: F401  the mutated one

    pytest.main(["-q", "-s", "--rootdir=.", *chosen], plugins=[Run(patterns)])


if __name__ == "__main__":
    main(sys.argv[1:])
