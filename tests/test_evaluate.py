"""The evaluation: figures worked out in the comments, classes of errors, bad files, and the referee's digits."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from attribution import extract
from attribution.cli import main
from attribution.evaluate import Annotated, GoldError, evaluate, predict, read_gold, read_predicted
from attribution.evaluate.gold import Report
from corpus import accuracy

SHARED = Path(__file__).resolve().parents[2] / "shared"

# words:  0    1    2    3    4     5      6    7    8     9       10   11    12    13      14
TEXT = "قال سالم حداد إن الجسر جاهز. وأضاف أن العمل انتهى أمس، بحسب وزير النقل: نعم."
WORDS = TEXT.replace(".", " ").replace("،", " ").replace(":", " ").split()
SALEM = "سالم حداد"


def words(first: int, last: int | None = None) -> list[int]:
    """The span from word ``first`` to word ``last``, by their numbers."""
    starts, at = [], 0
    for word in WORDS:
        at = TEXT.index(word, at)
        starts.append(at)
        at += len(word)
    end = first if last is None else last
    return [starts[first], starts[end] + len(WORDS[end])]


def report(word: int, said: tuple[int, int], who: tuple[int, int] | None = None, **fields: Any) -> dict[str, Any]:
    """An attribution as a gold file writes it; resolved to سالم حداد unless told otherwise."""
    speaker = words(*who) if who else None
    kind_of_speaker = "person" if who else "none"
    return {
        "kind": "indirect", "cue": words(word), "content": [words(*said)], "speaker": speaker,
        "speaker_type": kind_of_speaker, "role": [], "resolved": SALEM, "resolved_role": [], "via": None,
        "polarity": "asserted", **fields,
    }  # fmt: skip


def line(reports: list[dict[str, Any]], key: str = "one") -> str:
    return json.dumps({"id": key, "text": TEXT, "attributions": reports}, ensure_ascii=False) + "\n"


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(lines), encoding="utf-8")
    return path


def compared(tmp_path: Path, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, Any]:
    ours = read_gold(written(tmp_path / "gold.jsonl", line(gold)))
    theirs = read_predicted(written(tmp_path / "predicted.jsonl", line(predicted)), ours)
    return evaluate(ours, theirs).to_dict(errors=True)


GOLD = [report(0, (4, 5), (1, 2)), report(6, (8, 10))]
# the first is right; the second has a word too many before its content and another identity; the third is spurious
PREDICTED = [
    report(0, (4, 5), (1, 2), certainty="stated"),
    report(6, (7, 10), resolved="الجسر", certainty="inferred"),
    report(11, (14, 14), (12, 13), certainty="stated"),
]


def f1(p: float, r: float) -> float:
    return round(2 * p * r / (p + r), 4)


@pytest.mark.parametrize(
    ("figure", "p", "r"),
    [
        ("found", 2 / 3, 2 / 2),
        ("cue", 2 / 3, 2 / 2),
        ("content", 1 / 3, 1 / 2),
        # words of predicted contents that are right: 2 of 2, 3 of 4, 0 of 1; of gold contents found: 2 of 2, 3 of 3
        ("overlap", (1 + 3 / 4) / 3, (1 + 1) / 2),
        ("speaker", 2 / 3, 2 / 2),
        ("resolved", 1 / 3, 1 / 2),
        ("kind", 2 / 3, 2 / 2),
        # three of four words in common is less than 80 %, and the identity is wrong besides
        ("right", 1 / 3, 1 / 2),
        ("perfect", 1 / 3, 1 / 2),
    ],
)
def test_figures_of_a_pair_worked_out_by_hand(tmp_path: Path, figure: str, p: float, r: float) -> None:
    found = compared(tmp_path, GOLD, PREDICTED)
    assert (found["documents"], found["gold"], found["predicted"]) == (1, 2, 3)
    row = found["figures"][figure]
    assert (row["p"], row["r"], row["f1"]) == (round(p, 4), round(r, 4), f1(p, r))


def test_roles_count_each_on_its_own(tmp_path: Path) -> None:
    gold = [report(11, (8, 10), (1, 2), role=[words(12, 13), words(4)])]
    predicted = [report(11, (8, 10), (1, 2), role=[words(12, 13), words(14), words(5)])]
    row = compared(tmp_path, gold, predicted)["figures"]["role"]  # one of three predicted, one of two in the gold
    assert (row["p"], row["r"], row["f1"]) == (0.3333, 0.5, 0.4)


def test_spans_of_one_type_are_matched_on_their_own(tmp_path: Path) -> None:
    spans = compared(tmp_path, GOLD, PREDICTED)["spans"]
    # contents 4-5 and 8-10 in the gold; 4-5, 7-10 and 14 predicted
    assert spans["content"]["exact"]["f1"] == f1(1 / 3, 1 / 2)
    assert spans["content"]["partial"]["f1"] == f1(2 / 3, 2 / 2)
    assert spans["content"]["soft"]["f1"] == f1((1 + 3 / 4) / 3, 1)
    # speakers: the gold has 1-2 only, since none is no span; predicted are 1-2 and 12-13
    assert spans["speaker"]["exact"]["f1"] == f1(1 / 2, 1 / 1)


def test_a_span_that_two_attributions_share_counts_once(tmp_path: Path) -> None:
    gold = [report(0, (4, 5), (1, 2)), report(6, (8, 10), (1, 2))]
    row = compared(tmp_path, gold, gold[:1])["spans"]["speaker"]["exact"]
    assert (row["p"], row["r"]) == (1, 1)


@pytest.mark.parametrize(("last", "at_three_tenths", "at_eight_tenths"), [(8, 1, 0), (9, 1, 0), (10, 1, 1)])
def test_quotations_match_by_the_cover_of_the_gold(
    tmp_path: Path, last: int, at_three_tenths: int, at_eight_tenths: int
) -> None:
    # a gold content of three words, of which one (33 %), two (67 %) or all are covered
    found = compared(tmp_path, [report(6, (8, 10))], [report(6, (8, last))])["matched"]["all"]
    assert found["quotations 0.3"]["r"] == at_three_tenths
    assert found["quotations 0.8"]["r"] == at_eight_tenths


def test_speaker_accuracy_asks_only_matched_quotations(tmp_path: Path) -> None:
    gold = [report(0, (4, 5), (1, 2)), report(6, (8, 10)), report(11, (14, 14), (12, 13))]
    predicted = [report(0, (4, 5), (2, 2)), report(6, (8, 10), (5, 5), resolved="الجسر")]
    matched = compared(tmp_path, gold, predicted)["matched"]
    # two of three quotations are matched; حداد overlaps سالم حداد, جاهز stands where there should be none
    assert (matched["all"]["speaker 0.3"]["share"], matched["all"]["speaker 0.3"]["of"]) == (0.5, 2)
    assert (matched["all"]["resolved 0.8"]["share"], matched["all"]["resolved 0.8"]["of"]) == (0.5, 2)
    assert matched["speaker person"]["speaker 0.3"]["share"] == 1
    assert matched["speaker none"]["speaker 0.3"]["share"] == 0
    assert matched["kind indirect"]["quotations 0.3"]["share"] == round(2 / 3, 4)


def test_recall_by_kind_and_type_of_speaker(tmp_path: Path) -> None:
    recall = compared(tmp_path, GOLD, PREDICTED)["recall"]
    assert {group: row["right"]["share"] for group, row in recall.items()} == {
        "all": 0.5, "kind indirect": 0.5, "speaker person": 1, "speaker none": 0,
    }  # fmt: skip


def test_shares_right_by_certainty(tmp_path: Path) -> None:
    certainty = compared(tmp_path, GOLD, PREDICTED)["certainty"]
    assert (certainty["stated"]["right"]["share"], certainty["stated"]["right"]["of"]) == (0.5, 2)
    assert (certainty["inferred"]["right"]["share"], certainty["inferred"]["found"]["share"]) == (0, 1)
    assert "ambiguous" not in certainty


def test_best_pairs_come_first(tmp_path: Path) -> None:
    """Two predictions touch one cue: the one with the right content is paired, the other is spurious."""
    gold = [report(6, (8, 10))]
    found = compared(tmp_path, gold, [report(6, (4, 5)), report(6, (8, 10))])
    assert found["figures"]["content"]["r"] == 1
    assert found["figures"]["found"]["p"] == 0.5


def test_half_of_the_content_pairs_what_no_cue_does(tmp_path: Path) -> None:
    gold, near, far = [report(6, (8, 9))], [report(3, (9, 9))], [report(3, (9, 10))]  # 1 of 2 words, 1 of 3 words
    assert compared(tmp_path, gold, near)["figures"]["found"]["f1"] == 1
    assert compared(tmp_path, gold, far)["figures"]["found"]["f1"] == 0


def test_colons_are_the_same_cue_at_the_same_place(tmp_path: Path) -> None:
    colon = TEXT.index(":")
    gold = [report(11, (14, 14), (12, 13), cue=[colon, colon + 1])]
    assert compared(tmp_path, gold, gold)["figures"]["cue"]["f1"] == 1


def test_names_are_compared_without_their_spelling(tmp_path: Path) -> None:
    gold, predicted = [report(0, (4, 5), resolved="أُسامة، علي")], [report(0, (4, 5), resolved="اسامه على")]
    assert compared(tmp_path, gold, predicted)["figures"]["resolved"]["f1"] == 1


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("قال وزير النقل سالم حداد إن الجسر جاهز.", ["stated"]),
        ("قال وزير النقل سالم حداد إن الجسر جاهز. وأكد حداد أن العمل انتهى.", ["stated", "stated"]),
        ("أكد حداد أن العمل انتهى.", ["inferred"]),
        ("قالت وزارة النقل إن الجسر جاهز. وأكدت الوزارة أن العمل انتهى.", ["stated", "inferred"]),
        ("قال خبراء إن الجسر جاهز.", ["stated"]),
        ("قال وزير النقل سالم حداد إن الجسر جاهز. وأضاف أن العمل انتهى.", ["stated", "inferred"]),
    ],
)
def test_certainty_says_how_surely_the_speaker_is_known(text: str, certainty: list[str]) -> None:
    assert [a.certainty for a in extract(text).attributions] == certainty


def documents(*right: bool) -> tuple[list[Annotated], dict[str | int, Annotated]]:
    """A document for each flag, with one attribution, found or not."""
    one = Report("direct", (0, 3), ((17, 27),), (4, 13), "person", (), SALEM, None, "asserted", "", "")
    gold = [Annotated(number, TEXT, (one,)) for number in range(len(right))]
    return gold, {number: Annotated(number, TEXT, (one,)) for number, found in enumerate(right) if found}


def test_intervals_are_the_same_each_time_and_hold_the_value() -> None:
    first, second = (evaluate(*documents(*[True] * 15, *[False] * 5)).figures["found"] for _ in range(2))
    assert first == second
    assert first.low < first.value < first.high
    # recall 15 / 20 has a standard error of √(0.75 · 0.25 / 20) = 0.097: two of them on either side
    recall = evaluate(*documents(*[True] * 15, *[False] * 5)).recall["all"]["found"]
    assert recall.low == pytest.approx(0.75 - 0.19, abs=0.04)
    assert recall.high == pytest.approx(0.75 + 0.19, abs=0.04)


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    found = evaluate(*documents(*[True] * 8)).figures["found"]
    assert (found.low, found.value, found.high) == (1, 1, 1)


CLASSES = [
    ("content longer at its end", {"content": [words(4, 5)]}, {"content": [words(4, 7)]}),
    ("content longer at its start", {"content": [words(4, 5)]}, {"content": [words(3, 5)]}),
    ("content shorter at its end", {"content": [words(7, 9)]}, {"content": [words(7, 8)]}),
    ("content shorter at its start", {"content": [words(7, 9)]}, {"content": [words(8, 9)]}),
    ("content longer at both ends", {"content": [words(4, 5)]}, {"content": [words(3, 6)]}),
    ("content longer by a range", {"content": [words(4, 5)]}, {"content": [words(4, 5), words(8, 9)]}),
    ("content other", {"content": [words(4, 5)]}, {"content": [words(5, 6)]}),
    ("speaker longer", {"speaker": words(2)}, {"speaker": words(1, 2)}),
    ("speaker shorter", {"speaker": words(1, 2)}, {"speaker": words(1)}),
    ("speaker other", {"speaker": words(1, 2)}, {"speaker": words(4)}),
    ("speaker missed", {"speaker": words(1, 2)}, {"speaker": None}),
    ("speaker should be none", {"speaker": None}, {"speaker": words(1, 2)}),
    ("speaker split wrong from its role", {"speaker": words(2), "role": [words(1)]}, {"speaker": words(1, 2)}),
    ("resolved: wrong antecedent", {"speaker": None}, {"speaker": None, "resolved": "ليلى"}),
    ("resolved: no one found", {"speaker": None}, {"speaker": None, "resolved": None}),
    ("resolved: should be none", {"speaker": None, "resolved": None}, {"speaker": None}),
    ("resolved: shorter than the fullest name", {}, {"resolved": "حداد"}),
    ("resolved: longer than the fullest name", {}, {"resolved": "سالم علي حداد"}),
    ("resolved: wrong coreference", {}, {"resolved": "ليلى حداد"}),
    ("role missed", {"role": [words(12, 13)]}, {}),
    ("role should be none", {}, {"role": [words(12, 13)]}),
    ("role shorter", {"role": [words(12, 13)]}, {"role": [words(12)]}),
    ("kind: mixed for indirect", {}, {"kind": "mixed"}),
    ("polarity: denied for asserted", {}, {"polarity": "denied"}),
    ("via missed", {"via": words(4)}, {}),
    ("cue: another word", {"cue": words(0, 1)}, {"cue": words(0)}),
]


@pytest.mark.parametrize(("name", "gold", "predicted"), CLASSES, ids=[row[0] for row in CLASSES])
def test_class_of_an_error(tmp_path: Path, name: str, gold: dict[str, Any], predicted: dict[str, Any]) -> None:
    ours, theirs = ([report(0, (4, 5), (1, 2), **fields)] for fields in (gold, predicted))
    classes = compared(tmp_path, ours, theirs)["errors"]["classes"]
    follows = {"resolved: with the speaker"} & classes.keys()
    assert classes.keys() - follows == {name}
    assert classes[name] == {"count": 1, "places": [["one", 0]]} or classes[name]["places"] == [("one", 0)]


def test_missed_and_spurious_cues_by_lemma(tmp_path: Path) -> None:
    gold = [report(0, (1, 2)), report(4, (5, 6)), report(6, (8, 8))]
    errors = compared(tmp_path, gold, [report(11, (13, 14))])["errors"]
    counts = {name: row["count"] for name, row in errors["classes"].items()}
    assert counts == {"cue missed: known word": 2, "cue missed: word unknown": 1, "cue spurious": 1}
    assert errors["missed"] == {"قال": 1, "الجسر": 1, "أضاف": 1}
    assert errors["spurious"] == {"بحسب": 1}


GOOD = line(GOLD)
BAD = [
    ("not JSON", "{\n", "not JSON"),
    ("a list", "[]\n", "wanted an object with id and attributions"),
    ("no text", '{"id": 1, "attributions": []}\n', "field 'text' is null, wanted a string"),
    ("no id", '{"text": "", "attributions": []}\n', "field 'id' is null"),
    ("no attributions", '{"id": 1, "text": ""}\n', "field 'attributions' is null, wanted a list"),
    ("twice", GOOD, "the id 'one' stands on an earlier line too"),
    ("number", line([3], "b"), "attribution 1: 3, wanted an object"),  # type: ignore[list-item]
    ("no cue", line([report(0, (4, 5), cue=None)], "b"), "attribution 1: no cue"),
    ("half a span", line([report(0, (4, 5), cue=[3])], "b"), "attribution 1: cue is [3], wanted [start, end]"),
    ("true", line([report(0, (4, 5), via=[True, 3])], "b"), "via is [true, 3], wanted [start, end]"),
    ("beyond", line([report(0, (4, 5), speaker=[0, 999])], "b"), "speaker 0:999 is no span of a text of"),
    ("backwards", line([*GOLD, report(0, (4, 5), role=[[9, 4]])], "b"), "attribution 3: role 9:4 is no span"),
    ("kind", line([report(0, (4, 5), kind="free")], "b"), "kind is 'free', wanted one of direct, indirect, mixed"),
    ("resolved", line([report(0, (4, 5), resolved=7)], "b"), "resolved is 7, wanted a name or null"),
    ("content", line([report(0, (4, 5), content="قال")], "b"), 'content is "قال", wanted a list of spans'),
]


@pytest.mark.parametrize(("bad", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_gold_is_named_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str, message: str
) -> None:
    path = written(tmp_path / "gold.jsonl", GOOD, "\n", bad)
    assert main(["evaluate", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"attribution: {path}:3: ")
    assert message in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_predictions_of_another_text_are_refused(tmp_path: Path) -> None:
    gold = read_gold(written(tmp_path / "gold.jsonl", GOOD))
    moved = report(0, (4, 5), cue={"start": 1, "end": 4, "text": "قال"})
    path = written(tmp_path / "predicted.jsonl", line([moved]))
    with pytest.raises(GoldError, match="jsonl:1: attribution 1: cue 1:4 reads differently"):
        read_predicted(path, gold)


def test_bytes_that_are_not_utf_8_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(GOOD.encode() + "قال".encode("windows-1256"))
    assert main(["evaluate", str(path)]) == 1
    assert f"{path}:2: not utf-8" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["absent.jsonl"], [__file__, "--predicted", "absent.jsonl"]])
def test_a_file_that_is_absent_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    if arguments[0] == __file__:
        arguments[0] = str(written(tmp_path / "gold.jsonl", GOOD))
    assert main(["evaluate", *arguments]) == 2
    assert "absent.jsonl: no such file" in capsys.readouterr().err


def test_a_broken_gzip_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = gzip.compress(GOOD.encode())
    for number, data in enumerate((packed[:-20], packed[:12] + b"....." + packed[17:], b"text")):
        path = tmp_path / f"{number}.jsonl.gz"
        path.write_bytes(data)
        assert main(["evaluate", str(path)]) == 1
        assert capsys.readouterr().err.startswith(f"attribution: {path}:")


def test_nothing_matched_is_a_share_of_nothing(tmp_path: Path) -> None:
    row = compared(tmp_path, [report(0, (4, 5), (1, 2))], [])["matched"]["kind indirect"]
    assert row["speaker 0.3"] == {"share": 0, "of": 0, "interval": [0, 0]}


def test_an_empty_gold_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(written(tmp_path / "gold.jsonl"))]) == 1
    assert "no documents" in capsys.readouterr().err


def test_documents_without_prediction_count_as_not_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = written(tmp_path / "gold.jsonl", GOOD, line(GOLD, "two"))
    predicted = written(tmp_path / "predicted.jsonl", GOOD, line(GOLD, "unknown"))
    assert main(["evaluate", str(gold), "--predicted", str(predicted), "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "attribution: no prediction for 1 of 2 documents (two)\n"
    assert json.loads(captured.out)["figures"]["found"]["r"] == 0.5


def test_without_predictions_the_library_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = 'قال وزير النقل سالم حداد إن الجسر جاهز. وأضاف: "سنفتحه غدا".'
    row = {"id": "a", "text": text, **extract(text).to_dict()}
    path = written(tmp_path / "gold.jsonl", json.dumps(row, ensure_ascii=False))
    out = tmp_path / "figures.json"
    assert main(["evaluate", str(path), "--format", "json", "--errors", "-o", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert {row["f1"] for name, row in found["figures"].items()} == {1}
    assert found["errors"] == {"classes": {}, "missed": {}, "spurious": {}}
    assert capsys.readouterr().out == ""


def test_the_table_shows_every_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = written(tmp_path / "gold.jsonl", GOOD)
    predicted = written(tmp_path / "predicted.jsonl", line(PREDICTED))
    assert main(["evaluate", str(gold), "--predicted", str(predicted), "--errors"]) == 0
    table = capsys.readouterr().out
    assert table.startswith("documents: 1, attributions: 2 gold, 3 predicted\n")
    for row in """found|spans of one type|recall by|kind indirect|precision by certainty|stated|content covered > 0.3
content covered > 0.8|errors by class|cues spurious, by lemma""".replace("\n", "|").split("|"):
        assert f"\n{row}" in table


def test_the_page_of_figures_has_a_block_for_every_table() -> None:
    measured = {"corpus": evaluate(*documents(True, False))}
    tables = accuracy.blocks(measured, "corpus") | accuracy.blocks(measured, "press") | {"press held": "a\nb"}
    page = accuracy.PAGE.read_text(encoding="utf-8")
    written = accuracy.rewrite(page, tables | accuracy.literature(measured["corpus"]))
    assert "| found | 100.0 | 50.0 | 66.7 <small>0.0–100.0</small> |" in written
    assert accuracy.rewrite(written, tables) == written
    assert written.count("<!--") == page.count("<!--")


def test_a_block_that_the_page_lacks_is_named() -> None:
    with pytest.raises(SystemExit, match="no block <!-- figures -->"):
        accuracy.rewrite("<!-- other --><!-- end other -->", {"figures": "a\nb"})


@pytest.mark.skipif(not (SHARED / "score.py").is_file(), reason="the referee ../shared/score.py is absent")
@pytest.mark.parametrize("path", sorted((SHARED / "gold").glob("*.jsonl")), ids=lambda path: path.stem)
def test_the_referee_finds_the_same_digits(tmp_path: Path, path: Path) -> None:
    gold = read_gold(path)
    predicted = tmp_path / "predicted.jsonl"
    rows = ({"id": document.id, **extract(document.text).to_dict()} for document in gold)
    written(predicted, *(json.dumps(row) + "\n" for row in rows))
    command = [sys.executable, str(SHARED / "score.py"), str(path), str(predicted), "--json"]
    referee = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    ours = evaluate(gold, read_predicted(predicted, gold)).to_dict()
    figures = {name: {key: row[key] for key in ("p", "r", "f1")} for name, row in ours["figures"].items()}
    assert {"documents": ours["documents"], "gold": ours["gold"], "predicted": ours["predicted"], **figures} == referee
    assert evaluate(gold, predict(gold)).to_dict() == ours
