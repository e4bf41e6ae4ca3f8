"""Property tests on sentences put together from parts: planted in is found out, whatever decorates the text."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import extract
from tests.pieces import Built, build, check_offsets, content, cue, role, spans_of, speaker

MEN = st.sampled_from(["سالم حداد", "يوسف منصور", "كريم خليل", "جون ميلر", "عبد الرحمن الخطيب"])
WOMEN = st.sampled_from(["ليلى سعيد", "نادية الخطيب", "سارة ميلر"])
HIS = st.sampled_from(["وزير النقل", "رئيس البلدية", "المتحدث باسم الشركة", "مدير المستشفى", "عضو المجلس"])
HERS = st.sampled_from(["وزيرة النقل", "رئيسة البلدية", "المتحدثة باسم الشركة", "مديرة المستشفى"])
VERBS = st.sampled_from(["قال", "أكد", "أوضح", "أضاف", "صرح", "ذكر"])
CLAUSES = st.sampled_from(["الجسر جاهز", "العمل ينتهي قبل الصيف", "الطريق مغلق منذ أسبوع", "الخطة تحتاج إلى المال"])
MARKS = st.sampled_from([('"', '"'), ("«", "»"), ("“", "”"), ("„", "“"), ("‹", "›"), ("‘", "’")])
ADJUNCTS = st.sampled_from(["", "، الثلاثاء،", " أمس", "، في بيان،"])
NOISE = st.sampled_from(["\u064e", "\u0640", "\u200f", "\u0651", "\u202b", "\u200c"])


@st.composite
def sentences(draw: st.DrawFn) -> Built:
    """و + verb + (title) + name + (adjunct) + clause or quotation."""
    woman, verb, clause = draw(st.booleans()), draw(VERBS), draw(CLAUSES)
    name, title = draw(WOMEN if woman else MEN), draw(HERS if woman else HIS)
    who = [role(title), " ", speaker(name)] if draw(st.booleans()) else [speaker(name)]
    adjunct = draw(ADJUNCTS)
    if draw(st.booleans()):
        opening, closing = draw(MARKS)
        said = [f": {opening}", content(clause), f"{closing}."]
    else:
        said = [" إن " if verb == "قال" else " أن ", content(clause), "."]
    return build(draw(st.sampled_from(["", "و", "كما "])), cue(verb + "ت" * woman), " ", *who, adjunct, *said)


@given(sentences())
@settings(max_examples=150, deadline=None)
def test_planted_in_is_found_out(built: Built) -> None:
    assert [spans_of(a) for a in extract(built.text).attributions] == [built.spans]


@given(sentences(), st.lists(st.tuples(st.integers(0, 200), NOISE), max_size=12))
@settings(max_examples=150, deadline=None)
def test_decoration_changes_offsets_only(built: Built, noise: list[tuple[int, str]]) -> None:
    text = built.text
    for at, mark in sorted(noise, reverse=True):
        # behind a letter, where tashkeel and tatweel stand and controls occur
        if at < len(text) and text[at].isalpha():
            text = text[: at + 1] + mark + text[at + 1 :]
    decorated, plain = extract(text), extract(built.text)
    check_offsets(decorated)
    assert [_bare(a.cue.text) for a in decorated.attributions] == [a.cue.text for a in plain.attributions]
    assert [[_bare(s.text) for s in a.content] for a in decorated.attributions] == [
        [s.text for s in a.content] for a in plain.attributions
    ]
    assert [a.speaker and _bare(a.speaker.text) for a in decorated.attributions] == [
        a.speaker and a.speaker.text for a in plain.attributions
    ]


def _bare(text: str) -> str:
    return "".join(c for c in text if c not in "\u064e\u0640\u200f\u0651\u202b\u200c")


@given(st.text(alphabet=st.sampled_from('قالوزيرإنأ "«»،.:\n\u064e\u0640\u200f“”aé🙂٣'), max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_result_whose_spans_re_read(text: str) -> None:
    result = extract(text)
    assert result.text == text
    check_offsets(result)
    assert pickle.loads(pickle.dumps(result)) == result
