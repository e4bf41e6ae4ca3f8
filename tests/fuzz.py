"""A fuzzer of texts and options: ``python -m tests.fuzz [--seconds 60 | --runs 1000000] [--longest BYTES] [FOLDER]``.

The articles of the corpus are the seeds.  The first byte of an input chooses what else is checked, the rest is the text
in UTF-8, in which every wrong byte stands for a lone surrogate.  The laws of `tests.laws` must hold of each text.  The
first input that breaks one is printed and ends the run.  Inputs that reach new code are kept in FOLDER (``.fuzz``), and
a later run starts from them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

try:
    import atheris
except ImportError:
    sys.exit("skipped: the fuzzer needs atheris: pip install 'arabic-attribution[fuzz]'")

with atheris.instrument_imports(include=["attribution"]):  # so that it sees which branches an input takes
    from attribution import AttributionError, Extraction, extract
    from attribution.lexicon import load_lexicon
    from attribution.lexicon.own import TABLES, columns_of
    from attribution.lexicon.reader import read_table
    from tests import laws
    from tests.disguises import DISGUISES
    from tests.texts import ARTICLES, LITTER, WORDS

FOLDER = Path(tempfile.mkdtemp())
_LOADED = 0.01  # of the inputs that choose it, since a table that is right takes a tenth of a second
_COLUMNS = ("word", "class")
_WRONG: list[Any] = [None, 0, -1, 1 << 70, 1.5, float("nan"), True, "", "x", [], {}, [None], {"start": 0}]


class _Table:
    """A lexicon table in memory."""

    name = "fuzz.tsv"

    def __init__(self, data: bytes) -> None:
        self.data = data

    def read_bytes(self) -> bytes:
        return self.data


def _check_table(text: str, chance: Random) -> None:
    del chance
    try:
        rows = read_table(_Table(text.encode("utf-8", "surrogateescape")), _COLUMNS, ("example",))
    except AttributionError:
        return
    assert all(set(row) == {*_COLUMNS, "example"} for row in rows)


def _check_spoilt_json(text: str, chance: Random) -> None:
    """A result with one value replaced is taken back or refused by the library's own error."""
    data = json.loads(json.dumps(extract(text).to_dict()))
    place: Any = data
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = chance.choice(keys)
        if not isinstance(place[key], (dict, list)) or chance.random() < 0.2:
            place[key] = chance.choice(_WRONG)
            break
        place = place[key]
    with suppress(AttributionError):
        Extraction.from_dict(data, text)


def _check_lexicon(text: str, chance: Random) -> None:
    """A table of a newsroom's own words made from the text is loaded and read with, or refused."""
    if chance.random() > _LOADED:
        return
    table = chance.choice(TABLES)
    rows = [columns_of(table), *(line.split(" ") for line in text.split("\n"))]
    path = FOLDER / f"{table}.tsv"
    path.write_bytes("\n".join(map("\t".join, rows)).encode("utf-8", "surrogateescape"))
    with suppress(AttributionError):
        laws.check_result(text, extract(text, lexicon=load_lexicon(path)))


def _of_result(law: Callable[[str, Extraction], None]) -> Callable[[str, Random], None]:
    def check(text: str, chance: Random) -> None:
        result = extract(text)
        laws.check_result(text, result)
        law(text, result)

    return check


def _disguise(name: str) -> Callable[[str, Random], None]:
    return lambda text, chance: laws.check_disguise(name, text, chance.randrange(1 << 30))


OPTIONS: tuple[Callable[[str, Random], None], ...] = (
    *map(_of_result, (laws.check_map, laws.check_round_trips, laws.check_repetition)),
    _of_result(lambda text, result: laws.check_partition(text)), _check_spoilt_json, _check_table, _check_lexicon,
    *map(_disguise, DISGUISES),
)  # fmt: skip


def check(data: bytes) -> None:
    """The laws for one input: what holds of every result, and one law more."""
    choice, text = data[:1] or b"\0", data[1:].decode("utf-8", "surrogateescape")
    try:
        OPTIONS[choice[0] % len(OPTIONS)](text, Random(data))
    except BaseException:
        print(f"\nthis input breaks a law: {data!r}\nits text: {text!a}", flush=True)
        raise


def _write_seeds(folder: Path, longest: int) -> None:
    """Each article in stretches of some words, one a file."""
    for n, article in enumerate(ARTICLES):
        words = article.split(" ")
        for at in range(0, len(words), 10):
            stretch = " ".join(words[at : at + 10]).encode()
            (folder / f"{n}-{at}").write_bytes(bytes([(n + at // 10) % len(OPTIONS)]) + stretch[: longest - 1])


def _write_dictionary(path: Path) -> None:
    tokens = (token.encode("utf-8", "surrogatepass") for token in (*WORDS, *LITTER))
    escaped = ("".join(f"\\x{byte:02x}" for byte in token) for token in tokens)
    path.write_text("".join(f'"{token}"\n' for token in escaped), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz texts and options.")
    parser.add_argument("--seconds", type=int, default=0, help="stop after so many seconds")
    parser.add_argument("--runs", type=int, default=-1, help="stop after so many inputs")
    parser.add_argument("--longest", type=int, default=120, help="bytes of an input; shorter ones run faster")
    parser.add_argument("--seed", type=int, default=0, help="of the random numbers; 0: another each time")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(".fuzz"), help="of what is kept")
    return parser.parse_args()


def main() -> None:
    given = _arguments()
    kept, seeds, words = (given.folder / name for name in ("kept", "seeds", "words.txt"))
    for folder in (kept, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    _write_seeds(seeds, given.longest)
    _write_dictionary(words)
    options = {
        "max_total_time": given.seconds, "runs": given.runs, "seed": given.seed, "max_len": given.longest,
        "dict": words, "timeout": 20, "artifact_prefix": f"{given.folder}/", "verbosity": 1,
    }  # fmt: skip
    atheris.Setup([sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(kept), str(seeds)], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
