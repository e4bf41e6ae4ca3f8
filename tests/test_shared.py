"""Checks on real texts that are not part of the project; skipped, with the reason, where they are absent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from attribution import Extraction, extract
from tests.pieces import check_spans

SHARED = Path(__file__).resolve().parents[2] / "shared"
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
