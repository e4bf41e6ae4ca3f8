"""The project's own corpus: it is what its sources compile to, and the library loses nothing it once got right."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from corpus import compile as compiling
from corpus import known_errors
from corpus.compile import ArticleError, Line, compile_articles, find_span, read_article, read_coverage, to_jsonl

FEWEST = 3


def test_the_compiled_corpus_is_what_the_sources_say() -> None:
    documents = compile_articles()
    assert compiling.COMPILED.read_text(encoding="utf-8") == to_jsonl(documents), "run: python corpus/compile.py"
    readme = compiling.README.read_text(encoding="utf-8")
    assert compiling.renew_readme(documents, readme) == readme, "run: python corpus/compile.py"


def test_nothing_formerly_right_is_lost() -> None:
    now = known_errors.find_errors(known_errors.read_corpus())
    gained, lost = known_errors.changes(known_errors.read_known(), now)
    assert not lost, (
        f"lost against corpus/known_errors.tsv:\n{known_errors.show(lost)}gained:\n{known_errors.show(gained)}"
        f"if the balance is right: {known_errors.REFRESH}"
    )
    if gained:
        warnings.warn(
            f"{len(gained)} known errors are gone; record it with: {known_errors.REFRESH}", UserWarning, stacklevel=1
        )


def test_disagreements_are_shown_as_text() -> None:
    document = {
        "id": "x", "text": "قال سالم إن الجسر جاهز. يذكر أن الجسر قديم.",
        "attributions": [{
            "kind": "direct", "cue": [0, 3], "content": [[12, 22]], "speaker": [4, 8], "speaker_type": "person",
            "role": [], "resolved": "سالم حداد", "resolved_role": [], "via": None, "polarity": "asserted",
        }, {"kind": "indirect", "cue": [24, 28], "content": [[32, 42]]}],
    }  # fmt: skip
    assert known_errors.describe(document) == (
        "── x\n0 kind: …قال سالم إن الجسر جا…\n    gold direct\n    ours indirect\n"
        "0 resolved: …قال سالم إن الجسر جا…\n    gold سالم حداد\n    ours سالم\n"
        "24 missed: …سالم إن الجسر جاهز. يذكر أن الجسر قديم.…\n    gold الجسر قديم\n    ours None\n"
    )


def test_every_row_is_covered_by_three_articles_that_exist() -> None:
    _, covered = read_coverage()
    ids = {path.stem for path in compiling.ARTICLES.glob("*.txt")}
    assert {article for articles in covered.values() for article in articles} == ids
    assert [code for code, articles in covered.items() if len(set(articles)) < FEWEST] == []


TEXT = 'وقال سالم: "نعم".\nوقال سعيد إن الجسر جاهز تماما.'
LINE = Line(Path("articles/x.txt"), 9, "")


@pytest.mark.parametrize(
    ("piece", "span"),
    [
        ("و[[قال]] سالم", "قال"), ("[[سعيد]]", "سعيد"), ("إن [[الجسر [...] تماما]].", "الجسر جاهز تماما"),
        ('"[[نعم [...] جاهز]] تما', 'نعم".\nوقال سعيد إن الجسر جاهز'),
    ],
)  # fmt: skip
def test_a_piece_gives_its_span(piece: str, span: str) -> None:
    start, end = find_span(piece, TEXT, LINE)
    assert TEXT[start:end] == span


@pytest.mark.parametrize(
    ("piece", "message"),
    [
        ("[[قال]]", "more than once in"), ("[[سليم]]", "not in the text"), ("[[سعيد]] قال", "not in the text"),
        ("قال", "no [[span]]"),
    ],
)  # fmt: skip
def test_a_bad_piece_is_named_with_file_and_line(piece: str, message: str) -> None:
    with pytest.raises(ArticleError, match=r"^articles/x\.txt:9: ") as error:
        find_span(piece, TEXT, LINE)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("cue: و[[قال]] سالم\nmood: x", ":8: unknown field 'mood'"),
        ("cue: و[[قال]] سالم\nkind: loud", ":8: kind is 'loud'"),
        ("cue: و[[قال]] سالم\ncue: [[سالم]]", ":8: cue stands twice"),
        ("cue و[[قال]] سالم", ":7: wanted 'field: value'"),
        ("cue: و[[قال]] سالم\nkind: direct\nspeaker_type: none", ":7: the block has no content"),
        ('cue: و[[قال]] سالم\nkind: direct\ncontent: "[[نعم]]\nspeaker_type: person', ":7: a speaker is written"),
        ('cue: و[[قال]] سالم\nkind: mixed\ncontent: "[[نعم]]\nspeaker_type: none', ":7: a mixed content has"),
        ('cue: و[[قال]] سالم\nkind: direct\ncontent: "[[نعم".]]\nspeaker_type: none', ":7: white space or a stop"),
    ],
)  # fmt: skip
def test_a_bad_block_is_named_with_file_and_line(tmp_path: Path, block: str, message: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"id: x\ntitle: عنوان\nstyle: agency\n\n{TEXT.splitlines()[0]}\n=====\n{block}\n", encoding="utf-8")
    with pytest.raises(ArticleError) as error:
        read_article(path)
    assert message in str(error.value)
