"""The spaCy component: exact values, spans projected outward, and everything that a Doc goes through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from attribution import extract

spacy = pytest.importorskip("spacy", reason="needs the extra [spacy]")

TEXT = "وقال الوزير سالم حداد: «الجسر جاهز». ونقلت وكالة الأنباء عن ليلى سعيد قولها إن الطريق مغلق."
TEXTS = [TEXT, "", "عاد الوفد.", "وأكدت المديرة ليلى سعيد أن الطريق مغلق."] * 3


@pytest.fixture
def nlp() -> Any:
    pipeline = spacy.blank("ar")
    pipeline.add_pipe("arabic_attribution")
    return pipeline


def labelled(doc: Any, key: str = "attributions") -> list[tuple[str, str]]:
    return [(span.label_, span.text) for span in doc.spans[key]]


def test_values_are_the_librarys_own_with_exact_offsets(nlp: Any) -> None:
    assert nlp(TEXT)._.attributions == extract(TEXT).attributions
    assert len(extract(TEXT).attributions) == 2


def test_spans_are_projected_outward_onto_tokens(nlp: Any) -> None:
    doc = nlp(TEXT)
    tokens = [token.text for token in doc]
    assert "وقال" in tokens  # the tokeniser keeps the conjunction on the verb …
    assert "جاهز»." in tokens  # … and the marks on the word: spans can only be as exact as that
    assert labelled(doc) == [
        ("CUE", "وقال"),
        ("CONTENT", "الجسر جاهز»."),
        ("SPEAKER", "سالم حداد"),
        ("ROLE", "الوزير"),
        ("CUE", "قولها"),
        ("CONTENT", "الطريق مغلق"),
        ("SPEAKER", "ليلى سعيد"),
        ("VIA", "وكالة الأنباء"),
    ]


def test_no_span_is_smaller_than_the_exact_one(nlp: Any) -> None:
    doc = nlp(TEXT)
    exact = [
        span
        for a in doc._.attributions
        for span in (a.cue, *a.content, *filter(None, [a.speaker]), *a.role, *filter(None, [a.via]))
    ]
    assert len(exact) == len(doc.spans["attributions"])
    for span, wide in zip(exact, doc.spans["attributions"], strict=True):
        assert wide.start_char <= span.start < span.end <= wide.end_char


def test_the_text_is_left_alone(nlp: Any) -> None:
    assert nlp(TEXT).text == TEXT
    assert [token.text for token in nlp(TEXT)] == [token.text for token in spacy.blank("ar")(TEXT)]


def test_nothing_found(nlp: Any) -> None:
    for text in ("", " ", "عاد الوفد."):
        doc = nlp(text)
        assert (doc._.attributions, list(doc.spans["attributions"])) == ((), [])


def test_another_key_for_the_spans() -> None:
    pipeline = spacy.blank("ar")
    pipeline.add_pipe("arabic_attribution", config={"spans_key": "quotes"})
    assert [label for label, _ in labelled(pipeline(TEXT), "quotes")].count("CUE") == 2


@pytest.mark.parametrize("language", ["xx", "en", "ar"])
def test_inside_another_pipeline(language: str) -> None:
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("arabic_attribution")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "سالم"}])
    assert pipeline.pipe_names == ["sentencizer", "arabic_attribution", "entity_ruler"]
    doc = pipeline(TEXT)
    assert doc._.attributions == extract(TEXT).attributions
    assert [entity.text for entity in doc.ents] == ["سالم"]
    assert [label for label, _ in labelled(doc)].count("CUE") == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_many_texts_in_several_processes(nlp: Any, processes: int) -> None:
    docs = list(nlp.pipe(TEXTS, n_process=processes, batch_size=2))
    assert [doc.text for doc in docs] == TEXTS
    assert [doc._.attributions for doc in docs] == [extract(text).attributions for text in TEXTS]
    assert labelled(docs[0]) == labelled(nlp(TEXT))


def test_docbin_round_trip(nlp: Any, tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    DocBin(docs=[nlp(text) for text in TEXTS], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    read = list(DocBin().from_disk(tmp_path / "docs.spacy").get_docs(nlp.vocab))
    assert [doc._.attributions for doc in read] == [extract(text).attributions for text in TEXTS]
    assert [labelled(doc) for doc in read] == [labelled(nlp(text)) for text in TEXTS]


def test_a_doc_as_bytes(nlp: Any) -> None:
    from spacy.tokens import Doc

    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert (again._.attributions, labelled(again)) == (doc._.attributions, labelled(doc))


def test_a_pipeline_on_disk(tmp_path: Path) -> None:
    pipeline = spacy.blank("ar")
    pipeline.add_pipe("arabic_attribution", config={"spans_key": "quotes"})
    pipeline.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded.pipe_names == ["arabic_attribution"]
    assert loaded(TEXT)._.attributions == extract(TEXT).attributions
    assert labelled(loaded(TEXT), "quotes") == labelled(pipeline(TEXT), "quotes")
    copied = spacy.blank("ar").from_config(pipeline.config).from_bytes(pipeline.to_bytes())
    assert labelled(copied(TEXT), "quotes") == labelled(pipeline(TEXT), "quotes")


def test_a_copy_of_a_doc_keeps_its_attributions(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc.copy()._.attributions == doc._.attributions
