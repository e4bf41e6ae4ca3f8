"""Texts for the laws: any Unicode, Arabic-weighted text, and articles of the corpus cut, doubled and littered."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "articles.jsonl"
ARTICLES = [json.loads(line)["text"] for line in CORPUS.read_text("utf-8").splitlines()]
LITTER = (
    *"\"«»“”'‘’:،.؛؟!()[]-–… \n\r\t\u0640\u064e\u064b\u064f\u200f\u202b\u200c\ufeff#@/&%0٣ABأإآؤئءةىيوفبلكسا",
    "قال", "إن", "أن", " قال ", " وفق ", ' "', '" ', "، ", "\r\n", "\ud800", "\x00", "🙂", "👩\u200d🚀", "ﷺ", "ﻻ",
    "ا\u0654", "&quot;", "&#8221;", "&nbsp;",
)  # fmt: skip
WORDS = (
    "قال", "وقال", "وأضافت", "قائلا", "مؤكدا", "قوله", "بحسب", "وفقا ل", "على حد قولها", "نقلت", "عن", "وكالة الأنباء",
    "إن", "أن", "بأن", "إنه", "الذي", "وهو ما", "لم", "قد", "الوزير", "وزيرة النقل", "سالم حداد", "ليلى", "عبد الرحمن",
    "وزارة", "الحكومة", "مصادر أمنية", "خبراء", "بيان", "في بيان", "أمس", "الجسر", "جاهز", "خلال مؤتمر صحفي", "موسكو",
    '"', "«", "»", "“", "”", "'", ":", "،", ".", "؟", "\n", "\n\n", "-", "(", ")", "#", "٣", "2018", "BBC", "د.",
)  # fmt: skip
any_characters = st.text(st.characters(), max_size=80)
arabic_characters = st.text(
    st.sampled_from(
        "ابتجحدرسعفقكلمنهويةىءأإآؤئ \n.،؟:\"«»“”'()\u064b\u064e\u064f\u0651\u0640\u200f\u200dﻻﷺی🙂a٣\ud83d"
    ),
    max_size=80,
)
arabic_words = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", "", "\n"])), max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@st.composite
def broken_articles(draw: st.DrawFn) -> str:
    """A stretch of an article with letters and words put in, taken out, said twice and moved."""
    article = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(article) - 1))
    text = article[start : start + draw(st.sampled_from([60, 200, 800]))]
    for _ in range(draw(st.integers(0, 12))):
        at, other = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at] + draw(st.sampled_from(LITTER)) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.sampled_from([1, 2, 5, 20])) :]
            case 2:
                text = text[:at] + text[other : other + 30] + text[at:]
            case _:
                text = text[at:] + text[:at]
    return text


any_text = st.one_of(any_characters, arabic_characters, arabic_words, broken_articles())


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Whole paragraphs of an article, as the press prints them."""
    lines = draw(st.sampled_from(ARTICLES)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    return "\n".join(lines[first : first + draw(st.integers(1, 6))])
