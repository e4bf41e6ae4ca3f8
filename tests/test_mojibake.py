"""Arabic that was decoded with the wrong encoding is an issue that says how to mend it, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution import extract
from attribution.mojibake import find_mojibake

TEXT = "وقال الوزير سالم حداد إن الجسر الجديد جاهز للسير، وأضاف أن الطريق مفتوح."
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "articles.jsonl"
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=8).map(lambda word: f"ال{word}")


def misread(text: str, encoding: str, codec: str) -> str:
    """The text's bytes in ``encoding``, each read in ``codec``, as a browser would where the codec has no letter."""
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode(encoding))


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("utf-8", "windows-1252"), ("utf-8", "iso-8859-1"), ("utf-8", "windows-1256"), ("windows-1256", "iso-8859-1")],
)
@given(words=st.lists(LETTERS, min_size=3, max_size=8))
def test_it_is_found_and_its_encoding_named(encoding: str, codec: str, words: list[str]) -> None:
    spoilt = "abc " + misread(" ".join(words), encoding, codec)
    found = find_mojibake(spoilt)
    assert found is not None
    assert f"{encoding.upper() if encoding == 'utf-8' else encoding} read as {codec}" in found.message
    assert 0 < found.start < found.end <= len(spoilt)


def test_it_is_an_issue_of_the_result() -> None:
    spoilt = misread(TEXT, "utf-8", "windows-1252")
    (issue,) = extract(spoilt).issues
    assert issue.code == "mojibake"
    assert "ftfy.fix_text" in issue.message
    assert issue.span is not None
    assert spoilt[issue.span.start : issue.span.end] == issue.span.text


def test_the_advice_mends_it() -> None:
    spoilt = TEXT.encode().decode("windows-1256")
    assert 'text.encode("windows-1256").decode("utf-8")' in extract(spoilt).issues[0].message
    assert spoilt.encode("windows-1256").decode("utf-8") == TEXT
    spoilt = TEXT.encode("windows-1256").decode("iso-8859-1")
    assert 'text.encode("iso-8859-1").decode("windows-1256")' in extract(spoilt).issues[0].message
    assert spoilt.encode("iso-8859-1").decode("windows-1256") == TEXT
    ftfy = pytest.importorskip("ftfy")
    assert ftfy.fix_text(misread(TEXT, "utf-8", "windows-1252"), uncurl_quotes=False) == TEXT


def test_no_other_text_has_it() -> None:
    texts = [TEXT, "", "Ø§", "Café à la crème, déjà vu: Ça va?", "ط، ظ؛ ع", "ÇáÎÈÑ", "naïve Ærøskøbing Ø§"]
    texts += [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    assert [text for text in texts if find_mojibake(text)] == []
