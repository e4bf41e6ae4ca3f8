"""Checks on real texts that are not part of the project; skipped, with the reason, where they are absent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution import Extraction, extract
from tests.pieces import check_spans

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NEWS = sorted((SHARED / "news").glob("*.jsonl"))

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with real texts is absent")


def texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


@pytest.mark.parametrize("path", NEWS, ids=lambda p: p.stem)
def test_every_real_text_gives_sound_spans(path: Path) -> None:
    count = 0
    for text in texts(path):
        result = extract(text)
        check_spans(result)
        assert Extraction.from_dict(json.loads(json.dumps(result.to_dict())), text) == result
        count += 1
    assert count > 0


WORD = re.compile("[ء-يٱ-ۓ]+")
MARKS = re.compile("[\u064b-\u0652\u0640\u0670]")
IN_A_ROW = 7  # words: shorter runs are formulas that any newsroom writes


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = WORD.findall(MARKS.sub("", text))
    return (tuple(found[i : i + IN_A_ROW]) for i in range(len(found) - IN_A_ROW + 1))


def test_no_sentence_of_these_texts_stands_in_the_project() -> None:
    """The rights in them stay with their publishers."""
    own: dict[tuple[str, ...], str] = {}
    for path in (p for folder in ("attribution", "corpus", "docs", "tests") for p in (ROOT / folder).rglob("*")):
        if path.suffix in (".py", ".tsv", ".md", ".txt", ".jsonl"):
            own |= dict.fromkeys(runs(path.read_text(encoding="utf-8")), path.name)
    files = [*NEWS, *sorted((SHARED / "gold").glob("*.jsonl"))]
    taken = {own[run]: " ".join(run) for path in files for text in texts(path) for run in runs(text) if run in own}
    assert taken == {}
