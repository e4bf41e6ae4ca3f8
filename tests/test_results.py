"""The values a caller gets: their JSON by name, both ways, and what a caller's mistake is told."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import attribution
from attribution import (
    Attribution,
    AttributionError,
    AttributionTypeError,
    Cue,
    Extraction,
    Issue,
    Span,
    Speaker,
    extract,
    extract_all,
)

TEXT = 'ونقلت وكالة الأنباء عن وزير النقل سالم حداد قوله إن الجسر "جاهز تماما" للسيارات. وأضاف: "سنفتحه غدا.'
RESULT = extract(TEXT)
SPAN = ["start", "end", "text"]


def test_the_names_are_those_of_the_specification() -> None:
    data = RESULT.to_dict()
    assert list(data) == ["attributions", "issues"]
    first = data["attributions"][0]
    assert list(first) == [
        "kind", "cue", "content", "quoted", "speaker", "speaker_type", "role", "resolved", "via", "polarity",
        "certainty", "evidence",
    ]  # fmt: skip
    assert list(first["cue"]) == [*SPAN, "lemma", "form"]
    spans = [*first["content"], *first["quoted"], first["speaker"], *first["role"], first["via"]]
    assert [list(span) for span in spans] == [SPAN] * 5
    assert list(first["resolved"]) == ["name", "roles"]


def test_the_values_are_plain_json() -> None:
    data = RESULT.to_dict()
    assert json.loads(json.dumps(data)) == data
    second = data["attributions"][1]
    assert (second["speaker"], second["via"], second["speaker_type"]) == (None, None, "none")
    assert second["resolved"] == {"name": "سالم حداد", "roles": ["وزير النقل"]}


def test_an_odd_text_is_an_issue_with_its_place() -> None:
    (issue,) = RESULT.issues
    assert (issue.code, issue.span) == ("unclosed-mark", Span(TEXT.rindex('"'), TEXT.rindex('"') + 1, '"'))


def test_from_dict_is_the_inverse() -> None:
    assert len(RESULT.attributions) == 2
    assert Extraction.from_dict(json.loads(json.dumps(RESULT.to_dict())), TEXT) == RESULT
    assert [Attribution.from_dict(a.to_dict()) for a in RESULT.attributions] == list(RESULT.attributions)
    first = RESULT.attributions[0]
    assert Cue.from_dict(first.cue.to_dict()) == first.cue
    assert Span.from_dict(first.content[0].to_dict()) == first.content[0]
    assert [Speaker.from_dict(s.to_dict()) for s in RESULT.speakers] == list(RESULT.speakers)
    assert [Issue.from_dict(i.to_dict()) for i in RESULT.issues] == list(RESULT.issues)


def test_a_line_of_the_command_is_taken_back() -> None:
    assert Extraction.from_dict({"id": "a1", "source": "X", **RESULT.to_dict()}, TEXT) == RESULT


def test_speakers_stand_once_in_order() -> None:
    assert [(s.name, s.roles) for s in RESULT.speakers] == [("سالم حداد", ("وزير النقل",))]


VALUES: list[Any] = [
    RESULT, RESULT.attributions[0], RESULT.attributions[0].cue, RESULT.attributions[0].content[0], RESULT.speakers[0],
    RESULT.issues[0],
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_are_frozen_slotted_hashable_and_picklable(value: Any) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.another = 1
    assert not hasattr(value, "__dict__")
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.deepcopy(value) == value
    assert hash(copy.deepcopy(value)) == hash(value)


def changed(*path: Any, to: Any) -> dict[str, Any]:
    """The JSON of `RESULT` with one value replaced, or left out where ``to`` is `...`."""
    data = json.loads(json.dumps(RESULT.to_dict()))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if to is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return data


@pytest.mark.parametrize(
    ("path", "to", "message"),
    [
        (("attributions",), ..., "extraction.attributions is missing, wanted a list"),
        (("attributions",), 3, "extraction.attributions is 3, wanted a list"),
        (("attributions", 0), "x", r"extraction.attributions\[0\] is str, wanted an object"),
        (("attributions", 0, "kind"), "said", r"\[0\].kind is 'said', wanted one of direct, indirect, mixed"),
        (("attributions", 0, "polarity"), ..., r"\[0\].polarity is missing, wanted str"),
        (("attributions", 0, "certainty"), 0.9, r"\[0\].certainty is 0.9, wanted str"),
        (("attributions", 0, "cue"), None, r"\[0\].cue is None, wanted an object"),
        (("attributions", 0, "cue", "start"), "45", r"\[0\].cue.start is '45', wanted int"),
        (("attributions", 0, "cue", "start"), True, r"\[0\].cue.start is True, wanted int"),
        (("attributions", 0, "cue", "form"), "noun", r"\[0\].cue.form is 'noun', wanted one of verb, passive"),
        (("attributions", 0, "content", 0, "end"), 2, r"\[0\].content\[0\] runs from 52 to 2"),
        (("attributions", 0, "resolved"), [], r"\[0\].resolved is \[\], wanted an object or null"),
        (("attributions", 0, "resolved", "roles"), [1], r"\[0\].resolved.roles\[0\] is 1, wanted str"),
        (("attributions", 1, "evidence"), None, r"\[1\].evidence is None, wanted a list"),
        (("issues", 0, "code"), ..., r"extraction.issues\[0\].code is missing, wanted str"),
    ],
)
def test_a_broken_object_is_named_by_its_place(path: tuple[Any, ...], to: Any, message: str) -> None:
    with pytest.raises(AttributionError, match=message):
        Extraction.from_dict(changed(*path, to=to), TEXT)


def test_another_text_is_refused() -> None:
    with pytest.raises(AttributionError, match="the span 44:48 is 'قوله', but the text has 'قولك'"):
        Extraction.from_dict(RESULT.to_dict(), TEXT.replace("قوله", "قولك"))
    with pytest.raises(AttributionTypeError, match="text is NoneType, wanted str"):
        Extraction.from_dict(RESULT.to_dict(), None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "^text is NoneType, wanted str$"),
        (7, "^text is int, wanted str$"),
        ("قال".encode(), r'^text is bytes, wanted str: decode it first, as in data.decode\("utf-8"\)$'),
        (Path("a.txt"), r'^text is \w+Path, wanted str: read it first, as in path.read_text\(encoding="utf-8"\)$'),
        (["قال"], "^text is list, wanted str: use extract_all for several$"),
    ],
)
def test_a_text_of_another_type_is_both_a_type_error_and_of_the_family(given: Any, message: str) -> None:
    for family in (AttributionTypeError, AttributionError, TypeError, ValueError):
        with pytest.raises(family, match=message):
            extract(given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("قال", "texts is str, wanted an iterable of str: use extract for a single one"),
        (b"", "texts is bytes, wanted an iterable of str"),
        (None, "texts is NoneType, wanted an iterable of str"),
    ],
)
def test_several_texts_of_another_type_are_refused_at_the_call(given: Any, message: str) -> None:
    with pytest.raises(AttributionTypeError, match=message):
        extract_all(given)


def test_many_texts_are_read_lazily_and_in_order() -> None:
    def texts() -> Any:
        yield TEXT
        yield ""
        yield None
        raise AssertionError("read too far")

    results = extract_all(texts())
    assert next(results) == RESULT
    assert next(results) == Extraction("", (), (), ())
    with pytest.raises(AttributionTypeError, match=r"^texts\[2\] is NoneType, wanted str$"):
        next(results)


def test_an_error_of_the_generator_is_the_callers_own() -> None:
    def texts() -> Any:
        yield TEXT
        raise OSError("disk gone")

    results = extract_all(texts())
    assert next(results) == RESULT
    with pytest.raises(OSError, match="disk gone"):
        next(results)


class Headline(str):
    """A text with a class of its own."""


def test_a_subclass_of_str_is_a_text() -> None:
    assert extract(Headline(TEXT)) == RESULT


def test_every_public_name_is_there() -> None:
    assert [name for name in attribution.__all__ if not hasattr(attribution, name)] == []
    assert {"extract", "extract_all", "Extraction", "Attribution", "Cue", "Span", "Speaker"} <= set(attribution.__all__)
