"""Reading results and gold back: what is left open is filled in, what is wrong is told by its place."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from attribution import extract
from attribution.documents import Document
from attribution.errors import DataError
from attribution.formats import read_results, read_row, to_jsonl
from attribution.results import Speaker
from tests.pieces import Built, build, content, cue, role, speaker, via
from tests.test_properties import PLANTED

ROOT = Path(__file__).resolve().parents[1]
TEXT = 'ونقلت وكالة الأنباء عن وزير النقل سالم حداد قوله إن الجسر "جاهز تماما". وأضاف: "سنفتحه غدا.'


def test_what_extract_writes_is_read_back(tmp_path: Path) -> None:
    documents = [Document(7, TEXT, {"source": "ميناء"}), Document("b", ""), Document("c", "عاد الوفد.")]
    lines = "".join(to_jsonl(d, extract(d.text), with_text=True) for d in documents)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(lines)
    expected = [(d, extract(d.text)) for d in documents]
    assert list(read_results(tmp_path / "a.jsonl")) == list(read_results(tmp_path / "b.jsonl.gz")) == expected


@given(PLANTED)
@settings(max_examples=100, deadline=None)
def test_quotations_and_oddities_follow_from_the_text(planted: tuple[Built, str, str]) -> None:
    result = extract(planted[0].text)
    data = result.to_dict()
    for attribution in data["attributions"]:
        del attribution["quoted"]
    del data["issues"]
    assert read_row({"id": 1, "text": result.text, **data}, "row")[1] == result


def test_quotations_and_oddities_of_the_corpus() -> None:
    lines = (ROOT / "corpus" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    checked = 0
    for line in lines:
        text = json.loads(line)["text"]
        result = extract(text)
        data = result.to_dict()
        checked += sum(bool(a.pop("quoted")) for a in data["attributions"])
        assert read_row({"text": text, "attributions": data["attributions"]}, "row")[1] == result
    assert checked > 100


def test_the_form_of_gold_files() -> None:
    built = build(via("الوكالة"), " عن ", role("الوزير"), " ", speaker("سالم حداد"), " ", cue("قوله"), " إن ",
                  content('الجسر "جاهز" للسيارات'), ".")  # fmt: skip
    s = built.spans
    row = {
        "id": "g", "text": built.text, "title": "خبر", "source": "ميناء",
        "attributions": [{
            "cue": s["cue"][0], "content": s["content"], "speaker": list(s["speaker"][0]), "role": s["role"],
            "via": s["via"][0], "resolved": "سالم حداد", "resolved_role": ["الوزير"],
        }],
    }  # fmt: skip
    document, result = read_row(row, "gold.jsonl:1")
    assert document == Document("g", built.text, {"title": "خبر", "source": "ميناء"})
    (a,) = result.attributions
    assert (a.cue.text, a.cue.lemma, a.cue.form) == ("قوله", "", "unknown")
    assert ([x.text for x in a.content], [x.text for x in a.quoted]) == (['الجسر "جاهز" للسيارات'], ["جاهز"])
    assert (a.kind, a.polarity, a.certainty, a.evidence) == ("mixed", "asserted", "stated", ())
    assert a.speaker is not None
    assert a.via is not None
    assert (a.speaker.text, a.speaker_type, [x.text for x in a.role], a.via.text) == (
        "سالم حداد", "person", ["الوزير"], "الوكالة",
    )  # fmt: skip
    assert a.resolved == Speaker("سالم حداد", ("الوزير",))


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ('قال سالم: "الجسر جاهز".', "الجسر جاهز", "direct"),
        ("قال سالم إن الجسر جاهز.", "الجسر جاهز", "indirect"),
        ("قال سالم إن الجسر «جاهز» غدا.", "الجسر «جاهز» غدا", "mixed"),
        ("قال سالم: «الجسر \u200f\u064eجاهز\u064e».", "الجسر \u200f\u064eجاهز\u064e", "direct"),
    ],
)
def test_the_kind_follows_from_the_marks(text: str, said: str, kind: str) -> None:
    at = text.index(said)
    row = {"id": 1, "text": text, "attributions": [{"cue": [0, 3], "content": [[at, at + len(said)]]}]}
    (a,) = read_row(row, "row")[1].attributions
    assert (a.kind, a.content[0].text, a.speaker, a.speaker_type) == (kind, said, None, "none")


def row(**changes: Any) -> dict[str, Any]:
    return {"id": 1, "text": "قال سالم إن الجسر جاهز.", "attributions": [], **changes}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (row(text=None), "x:1: field 'text' is null, wanted a string (extract --with-text writes it)"),
        (row(id=None), "x:1: field 'id' is null, wanted a string or a number"),
        (row(attributions=None), "x:1: extraction.attributions is None, wanted a list"),
        (row(attributions=[3]), "x:1: extraction.attributions[0] is int, wanted an object"),
        (row(attributions=[{}]), "x:1: extraction.attributions[0].cue is None, wanted an object"),
        (row(attributions=[{"cue": [0, 99], "content": []}]),
         "x:1: extraction.attributions[0].cue runs from 0 to 99, but its text "
         "'قال سالم إن الجسر جاهز.' has 23 characters"),
        (row(attributions=[{"cue": ["0", 3], "content": []}]),
         "x:1: extraction.attributions[0].cue is ['0', 3], wanted an object"),
        (row(attributions=[{"cue": {"start": "0", "end": "3"}, "content": []}]),
         "x:1: extraction.attributions[0].cue.start is '0', wanted int"),
        (row(attributions=[{"cue": [0, 3], "content": "x"}]),
         "x:1: extraction.attributions[0].content is 'x', wanted a list"),
        (row(attributions=[{"cue": {"start": 0, "end": 3, "text": "قيل"}, "content": []}]),
         "x:1: the span 0:3 is 'قيل', but the text has 'قال'"),
        (row(attributions=[{"cue": [0, 3], "content": [], "kind": "sung"}]),
         "x:1: extraction.attributions[0].kind is 'sung', wanted one of direct, indirect, mixed"),
        (row(offsets="utf7"), "x:1: offsets is 'utf7', wanted one of codepoints, utf16, utf8"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_its_place(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=f"^{re.escape(message)}$"):
        read_row(wrong, "x:1")


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row()) + "\n\n[]\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.jsonl:3: \[\], wanted an object"):
        list(read_results(path))
