"""The recipe of docs/web-pages.md, run on a saved page: the article's reports, and nothing of what stands around it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from attribution import extract
from tests.test_docs import ROOT, jobs

pytest.importorskip("trafilatura", reason="needs trafilatura")


def test_a_saved_page_becomes_reports(tmp_path: Path) -> None:
    (tmp_path / "from_pages.py").write_text(jobs(ROOT / "docs" / "web-pages.md")["from_pages.py"], encoding="utf-8")
    shutil.copy(ROOT / "tests" / "article.html", tmp_path / "page.html")
    command = [sys.executable, "from_pages.py", "page.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    line = json.loads(done.stdout)
    text = line.pop("text")
    assert line == {
        "id": "page.html", "title": "إغلاق جسر الميناء شهرا للصيانة", "source": "صحيفة المنارة", "date": "2026-05-01",
    }  # fmt: skip
    found = extract(text).attributions
    assert [(a.cue.text, a.resolved.name if a.resolved else None, a.polarity) for a in found] == [
        ("أعلنت", "بلدية رأس النبع", "asserted"),
        ("قال", "سالم حداد", "asserted"),
        ("أضاف", "سالم حداد", "asserted"),
        ("نفت", "ليلى سعيد", "denied"),
        ("مشيرة", "ليلى سعيد", "asserted"),
        ("بحسب", "بلدية رأس النبع", "asserted"),
    ]
    assert found[2].content[0].text == "نعرف أن الشهر طويل على الناس، لكن الجسر لم يعد يحتمل التأجيل"
    for around in ("إعلان", "الرئيسية", "أبو كريم", "اقرأ أيضا", "البرنامج", "جميع الحقوق"):
        assert around not in text
