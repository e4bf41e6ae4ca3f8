"""Offsets in code points, UTF-16 code units and bytes: the same spans, proven against Python's own encoders."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution import AttributionError, Extraction, extract
from attribution.formats import read_results
from attribution.offsets import Offsets
from attribution.results import spans_of

Wide = Literal["utf16", "utf8"]
CODECS = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1)}
EMOJI = "👩🏽‍⚕️🙂𝔸𐤀"  # several code points for one picture, letters beyond U+FFFF
TEXT = f"{EMOJI} قال الوزير سالم حداد: «الجسر {EMOJI} جاهز». وأكدت ليلى {EMOJI} سعيد أن الطريق é مغلق."
units = pytest.mark.parametrize("unit", ["utf16", "utf8"])


def size(text: str, unit: str) -> int:
    codec, width = CODECS[unit]
    return len(text.encode(codec, "surrogatepass")) // width


def spans(data: Any) -> list[dict[str, Any]]:
    """Every object with a start, wherever it stands."""
    if isinstance(data, list):
        return [span for item in data for span in spans(item)]
    if not isinstance(data, dict):
        return []
    return ([data] if "start" in data else []) + [span for value in data.values() for span in spans(value)]


@units
@given(text=st.text(alphabet=st.sampled_from(TEXT + "\ud800\udc00"), max_size=40))
def test_both_ways_for_any_text(unit: str, text: str) -> None:
    there = Offsets(text, unit)
    counted = [there.units(n) for n in range(len(text) + 1)]
    if not ("\ud800" in text and unit == "utf16"):  # Python's encoder joins two lone surrogates to one character
        assert counted == [size(text[:n], unit) for n in range(len(text) + 1)]
    assert [there.code_points(offset) for offset in counted] == list(range(len(text) + 1))


@units
def test_every_span_of_a_result_re_reads_in_its_unit(unit: Wide) -> None:
    result = extract(TEXT)
    assert [a.cue.text for a in result.attributions] == ["قال", "أكدت"]
    data = result.to_dict(offsets=unit)
    codec, width = CODECS[unit]
    encoded = TEXT.encode(codec)
    found = spans(data)
    assert len(found) == sum(len(spans_of(a)) for a in result.attributions)
    assert [encoded[s["start"] * width : s["end"] * width].decode(codec) for s in found] == [s["text"] for s in found]
    assert Extraction.from_dict(json.loads(json.dumps(data)), TEXT) == result
    assert Extraction.from_dict({**data, "offsets": "codepoints"}, TEXT, offsets=unit) == result


@units
@given(text=st.text(alphabet=st.sampled_from('قالوزيرإن "«»،.:\n🙂𝔸é'), max_size=60))
def test_from_dict_is_the_inverse_for_any_text(unit: Wide, text: str) -> None:
    result = extract(text + " قال سالم حداد إن الجسر جاهز.")
    assert Extraction.from_dict(result.to_dict(offsets=unit), result.text) == result


def test_what_is_refused() -> None:
    result = extract("🙂 قال سالم حداد إن الجسر جاهز.")
    with pytest.raises(AttributionError, match="offsets is 'utf32', wanted one of codepoints, utf16, utf8"):
        result.to_dict(offsets="utf32")  # type: ignore[arg-type]
    data = result.to_dict(offsets="utf16")
    data["attributions"][0]["cue"]["start"] = 1
    message = "extraction.attributions.0..cue.start is 1 in utf16, which lies inside a character"
    with pytest.raises(AttributionError, match=message):
        Extraction.from_dict(data, result.text)
    data["attributions"][0]["cue"]["start"] = 99
    with pytest.raises(AttributionError, match=r"cue.start is 99, but the text is 31 long in utf16"):
        Extraction.from_dict(data, result.text)


@units
def test_on_the_command_line(unit: Wide, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "attribution", "extract", str(tmp_path / "a.txt"), "--offsets", unit]
    lines = subprocess.run([*command, "--format", "jsonl", "--with-text"], capture_output=True, check=True).stdout
    assert json.loads(lines) == {"id": "a", "text": TEXT, **extract(TEXT).to_dict(offsets=unit)}
    (tmp_path / "a.jsonl").write_bytes(lines)
    ((document, result),) = read_results(tmp_path / "a.jsonl")
    assert (document.id, document.text, result) == ("a", TEXT, extract(TEXT))
    rows = subprocess.run([*command, "--format", "csv"], capture_output=True, check=True).stdout.decode().splitlines()
    cue = extract(TEXT).to_dict(offsets=unit)["attributions"][0]["cue"]
    assert rows[1].split(",")[3:5] == [str(cue["start"]), str(cue["end"])]
