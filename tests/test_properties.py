"""Property tests on sentences put together from parts: planted in is found out, whatever decorates the text."""

from __future__ import annotations

import pickle
import unicodedata
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from attribution import Extraction, extract
from tests.pieces import (
    Built,
    Part,
    build,
    check_spans,
    content,
    cue,
    role,
    spans_of,
    speaker,
    speaking_role,
    via,
)

MEN = st.sampled_from(["سالم حداد", "يوسف منصور", "كريم خليل", "جون ميلر", "عبد الرحمن الخطيب"])
WOMEN = st.sampled_from(["ليلى سعيد", "نادية الخطيب", "سارة ميلر"])
HIS = st.sampled_from(["وزير النقل", "رئيس البلدية", "المتحدث باسم الوفد", "مدير المستشفى", "عضو المجلس"])
HERS = st.sampled_from(["وزيرة النقل", "رئيسة البلدية", "المتحدثة باسم الوفد", "مديرة المستشفى"])
BODIES = st.sampled_from(["وزارة النقل", "الأمم المتحدة", "جمعية السكان", "الحكومة المحلية"])
SOURCES = st.sampled_from(["مصادر أمنية", "خبراء", "شهود عيان"])
MEDIA = st.sampled_from(["وكالة الأنباء", "صحيفة محلية", "قناة الأفق"])
VERBS = st.sampled_from(["قال", "أكد", "أوضح", "أضاف", "صرح", "ذكر"])
CLAUSES = st.sampled_from(["الجسر جاهز", "العمل ينتهي قبل الصيف", "الطريق مغلق منذ أسبوع", "الخطة تحتاج إلى المال"])
# verbs with the noun phrases that they report, behind their preposition or at once
PHRASES = st.sampled_from(
    [
        ("أعلن", "", "تأجيل الموعد أسبوعا"),
        ("نفى", "", "وجود خلافات"),
        ("انتقد", "", "تأخر العمل"),
        ("دعا", " إلى", "تسريع العمل"),
        ("حذر", " من", "كارثة وشيكة"),
        ("أعرب", " عن", "قلقه من التأخير"),
        ("شدد", " على", "ضرورة الإسراع"),
        ("تعهد", "", "بفتح الطريق"),
        ("رحب", "", "بعودة الوفد"),
    ]
)
FEMININE = {"أعلن": "أعلنت", "نفى": "نفت", "انتقد": "انتقدت", "دعا": "دعت"}
MARKS = st.sampled_from(
    [('"', '"'), ("'", "'"), ("«", "»"), ("»", "«"), ("“", "”"), ("”", "“"), ("„", "“"), ("‟", "”"), ("‹", "›"),
     ("‘", "’"), ("``", "''")][:-1]
)  # fmt: skip
ADJUNCTS = st.sampled_from(["", "، الثلاثاء،", " أمس", "، في بيان،", " في مؤتمر صحفي", "، خلال زيارة للمدينة،"])
JOINTS = st.sampled_from(["", "و", "ف", "كما "])
# what decorates any letter (a shadda or a damma says more: ودّع is not و and دعا), and what else stands for a space
NOISE = st.sampled_from("\u064e\u0650\u0652\u0640\u200f\u200e\u202b\u202c\u2067\u2069\u200c\u200d\u061c\ufeff")
SPACES = st.sampled_from("\u00a0\u202f\u2009\t")


@dataclass
class Who:
    """A speaker in front of or behind the verb: the parts, the kind, and whether the verb takes the feminine."""

    parts: list[Part | str]
    kind: str
    feminine: bool


@st.composite
def speakers(draw: st.DrawFn) -> Who:
    kind = draw(st.sampled_from(["person", "person", "role", "organization", "unnamed"]))
    if kind == "organization":
        name = draw(BODIES)
        return Who([speaker(name)], kind, True)
    if kind == "unnamed":
        name = draw(SOURCES)
        return Who([speaker(name)], kind, name == "مصادر أمنية")
    woman = draw(st.booleans())
    name, title = draw(WOMEN if woman else MEN), draw(HERS if woman else HIS)
    if kind == "role":
        return Who([speaking_role(title)], kind, woman)
    before, after = [role(title), " ", speaker(name)], [speaker(name), "، ", role(title), "،"]
    return Who(draw(st.sampled_from([[speaker(name)], before, after])), kind, woman)


def agreeing(verb: str, who: Who) -> str:
    return FEMININE.get(verb, verb + "ت") if who.feminine else verb


@st.composite
def reported_clauses(draw: st.DrawFn, at_once: bool = True) -> tuple[str, list[Part | str], str]:
    """A verb, the parts of a clause or quotation that it takes, and the kind of the report.

    ``at_once``: a quotation may follow with no colon; not behind a body, whose name it might be (فريق "…").
    """
    verb, clause = draw(VERBS), draw(CLAUSES)
    opening, closing = draw(MARKS)
    form = draw(st.sampled_from(["clause", "colon", "bare colon", *["at once"] * at_once]))
    if form == "clause":
        return verb, [" إن " if verb == "قال" else " أن ", content(clause)], "indirect"
    if form == "bare colon":
        return verb, [": ", content(clause)], "direct"
    return verb, [f"{': ' if form == 'colon' else ' '}{opening}", content(clause), closing], "direct"


@st.composite
def verb_first(draw: st.DrawFn) -> tuple[Built, str, str]:
    """فعل + فاعل: و + verb + speaker + (adjunct) + what is said."""
    who = draw(speakers())
    adjunct = draw(ADJUNCTS)
    if draw(st.booleans()):
        verb, said, kind = draw(reported_clauses(at_once=who.kind == "person"))
    else:
        verb, preposition, phrase = draw(PHRASES)
        assume(who.kind != "unnamed" or preposition or phrase.startswith("ب"))  # خبراء تأجيل … may be one phrase
        said, kind, adjunct = (
            [f"{preposition} ", content(phrase)],
            "indirect",
            draw(st.sampled_from(["", "، الثلاثاء،"])),
        )
    if str(who.parts[-1]) == "،":
        adjunct = ""
    return build(draw(JOINTS), cue(agreeing(verb, who)), " ", *who.parts, adjunct, *said, "."), kind, who.kind


@st.composite
def subject_first(draw: st.DrawFn) -> tuple[Built, str, str]:
    """فاعل + فعل: speaker + verb + what is said."""
    who = draw(speakers())
    assume(who.kind != "unnamed" or who.feminine)
    verb, said, kind = draw(reported_clauses())
    return build(*who.parts, " ", cue(agreeing(verb, who)), *said, "."), kind, who.kind


@st.composite
def quotation_first(draw: st.DrawFn) -> tuple[Built, str, str]:
    """ "…"، قال فلان."""
    who, (opening, closing) = draw(speakers()), draw(MARKS)
    verb = draw(st.sampled_from(["قال", "أكد", "أوضح"]))
    parts = [opening, content(draw(CLAUSES)), f"{closing}، ", cue(agreeing(verb, who)), " ", *who.parts]
    return build(*parts[:-1], *([] if parts[-1] == "،" else [parts[-1]]), "."), "direct", who.kind


@st.composite
def sources(draw: st.DrawFn) -> tuple[Built, str, str]:
    """بحسب فلان، فإن …; …، بحسب فلان."""
    who, phrase, clause = draw(speakers()), draw(st.sampled_from(["بحسب", "حسب", "وفق"])), draw(CLAUSES)
    assume(who.parts[-1] != "،")
    if draw(st.booleans()):
        built = build(draw(st.sampled_from(["", "و"])), cue(phrase), " ", *who.parts, "، فإن ", content(clause), ".")
    else:
        built = build(content(clause), "، ", cue(phrase), " ", *who.parts, ".")
    return built, "indirect", who.kind


@st.composite
def relays(draw: st.DrawFn) -> tuple[Built, str, str]:
    """نقلت وكالة عن فلان قوله إن …"""
    who, medium, clause = draw(speakers()), draw(MEDIA), draw(CLAUSES)
    assume(who.kind in ("person", "role") and who.parts[-1] != "،")
    noun = "قولها" if who.feminine else "قوله"
    return (
        build("ونقلت ", via(medium), " عن ", *who.parts, " ", cue(noun), " إن ", content(clause), "."),
        "indirect",
        who.kind,
    )


PLANTED = st.one_of(verb_first(), subject_first(), quotation_first(), sources(), relays())


@given(PLANTED)
@settings(max_examples=500, deadline=None)
def test_planted_in_is_found_out(planted: tuple[Built, str, str]) -> None:
    built, kind, kind_of_speaker = planted
    result = extract(built.text)
    assert [spans_of(a) for a in result.attributions] == [built.spans], built.text
    assert [(a.kind, a.speaker_type) for a in result.attributions] == [(kind, kind_of_speaker)]
    check_spans(result)


@given(PLANTED, st.lists(st.tuples(st.integers(0, 200), NOISE), max_size=16), st.booleans(), SPACES)
@settings(max_examples=300, deadline=None)
def test_decoration_changes_offsets_only(
    planted: tuple[Built, str, str], noise: list[tuple[int, str]], spaced: bool, space: str
) -> None:
    """Tashkeel, tatweel and controls behind letters, other spaces between words: the same spans, decorated."""
    built, kind, kind_of_speaker = planted
    marks: dict[int, str] = {}
    for at, mark in noise:
        if at < len(built.text) and built.text[at].isalpha():
            marks[at] = marks.get(at, "") + mark
    shown = built.text.replace(" ", space) if spaced else built.text
    decorated = "".join(letter + marks.get(at, "") for at, letter in enumerate(shown))
    moved = [0]
    for at, letter in enumerate(shown):
        moved.append(moved[-1] + len(letter) + len(marks.get(at, "")))
    result = extract(decorated)
    wanted = {label: [(moved[s], moved[e]) for s, e in spans] for label, spans in built.spans.items()}
    found = [{label: [_within_marks(decorated, *s) for s in spans] for label, spans in spans_of(a).items()}
             for a in result.attributions]  # fmt: skip
    assert found == [{label: [_within_marks(decorated, *s) for s in spans] for label, spans in wanted.items()}]
    assert [(a.kind, a.speaker_type) for a in result.attributions] == [(kind, kind_of_speaker)]
    check_spans(result)


def _within_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and controls at its end, which may or may not belong to its last letter."""
    while end > start and unicodedata.category(text[end - 1]) in ("Mn", "Cf", "Lm"):
        end -= 1
    return start, end


@given(PLANTED)
@settings(max_examples=100, deadline=None)
def test_a_result_survives_json_and_pickle(planted: tuple[Built, str, str]) -> None:
    result = extract(planted[0].text)
    assert Extraction.from_dict(result.to_dict(), result.text) == result
    assert pickle.loads(pickle.dumps(result)) == result


@given(st.lists(st.one_of(verb_first(), subject_first(), quotation_first()), min_size=2, max_size=4))
@settings(max_examples=100, deadline=None)
def test_sentences_side_by_side_keep_their_spans(planted: list[tuple[Built, str, str]]) -> None:
    """Paragraphs of their own: what is found in one does not depend on its neighbours, offsets aside."""
    texts = [built.text for built, _, _ in planted]
    found = [spans_of(a) for a in extract("\n\n".join(texts)).attributions]
    wanted, at = [], 0
    for built, _, _ in planted:
        wanted.append({label: [(s + at, e + at) for s, e in spans] for label, spans in built.spans.items()})
        at += len(built.text) + 2
    assert found == wanted


@given(st.text(alphabet=st.sampled_from('قالوزيرإنأ "«»،.:\n\u064e\u0640\u200f“”aé🙂٣'), max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_result_whose_spans_re_read(text: str) -> None:
    result = extract(text)
    assert result.text == text
    check_spans(result)
    assert pickle.loads(pickle.dumps(result)) == result
