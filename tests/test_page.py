"""The page: marks on the right words, jumps, cards, keyboard, contrast, hostile text, in a real headless Chromium."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import AttributionError, Extraction, extract
from attribution.integrations.html import LANGUAGES, page_parts
from attribution.integrations.html.article import article_html
from attribution.integrations.html.labels import labels_in
from attribution.integrations.html.nesting import Closed, Mark, Opened, Piece, Text, steps
from tests.browser import MISSING, barriers, emulate, open_browser, resize

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "articles.jsonl"
TEXT = "وقال الوزير سالم حداد: «الجسر جاهز». ونقلت وكالة الأنباء عن ليلى سعيد قولها إن الطريق مغلق.\nوأضافت أنه «آمن»."
NESTED = 'أعلنت المعارضة انسحابها بحسب ناطق باسمها. وقال سالم حداد إن ليلى سعيد أكدت أن الجسر جاهز، مضيفا: "نعم".'
HOSTILE = (
    "قال سالم حداد: \"<script>document.title = 'bad'</script><img src=x onerror=alert(1)>\".\n"
    "وأضاف: \"' onmouseover=alert(2) x='\" وأكد أن \u202eالجسر جاهز </article></p><style>*{display:none}</style>.\n"
    "قالت ليلى سعيد إن \u2067العمل\u202d بدأ &lt;b&gt; \u0000\u0085 -->]]> javascript:alert(3).\r\n"
    "وأضافت أن الطريق ${title} مفتوح."
)

# the texts of the marks as a reader sees them: without numbers and cards, the chips of controls as the controls
MARKS = r"""
return Array.from(document.querySelectorAll('article .m')).map(mark => {
  const copy = mark.cloneNode(true);
  copy.querySelectorAll('.n, .card').forEach(node => node.remove());
  copy.querySelectorAll('.control').forEach(node => node.replaceWith(
    String.fromCodePoint(parseInt(node.dataset.code.slice(2), 16))));
  return [mark.classList[1], +mark.dataset.a, +mark.dataset.s, +mark.dataset.e, copy.textContent];
});
"""
# every text against what is behind it, by the formula of WCAG 2: [ratio, text] of what falls short of 4.5
FAINT = r"""
const parse = c => { const n = c.match(/[\d.]+/g).map(Number);
  return c.startsWith('color(') ? [n[0]*255, n[1]*255, n[2]*255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1]; };
const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3]));
const lum = c => c.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ground = e => { const chain = []; for (let x = e; x; x = x.parentElement) chain.unshift(x);
  return chain.reduce((c, x) => over(parse(getComputedStyle(x).backgroundColor), c), [255, 255, 255]); };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
let seen = 0;
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || !e.checkVisibility()) continue;
  seen += 1;
  const back = ground(e), a = lum(over(parse(getComputedStyle(e).color), back)), b = lum(back);
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (ratio < 4.5) found.push([ratio, walker.currentNode.textContent]);
}
return [seen, found];
"""


def page_of(*results: Extraction, **more: Any) -> str:
    return "".join(page_parts([(f"وثيقة {n}", result, {}) for n, result in enumerate(results, 1)], **more))


# without a browser


def spans_by_part(result: Extraction) -> dict[tuple[str, int], Counter[int]]:
    """Part and number of attribution to the offsets that its spans hold."""
    found: dict[tuple[str, int], Counter[int]] = {}
    for number, a in enumerate(result.attributions, 1):
        parts = [("cue", a.cue), ("speaker", a.speaker), ("via", a.via)]
        for part, span in [*parts, *(("content", s) for s in a.content), *(("role", s) for s in a.role)]:
            if span:
                found.setdefault((part, number), Counter()).update(range(span.start, span.end))
    return found


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=12))
def test_pieces_nest_and_together_are_the_marks(given: list[tuple[int, int]]) -> None:
    marks = [Mark(s, s + length, "content", n) for n, (s, length) in enumerate(given, 1)]
    open_pieces: list[Piece] = []
    at, covered = 0, Counter[tuple[int, int]]()
    for step in steps([mark for mark in marks if mark.start < 40], 0, 40):
        if isinstance(step, Opened):
            open_pieces.append(step.piece)
            assert step.piece.start == at
        elif isinstance(step, Closed):
            assert open_pieces.pop() is step.piece
            assert step.piece.end == at
        else:
            assert step.start == at < step.end
            at = step.end
            covered.update((p.mark.number, i) for p in open_pieces for i in range(step.start, step.end))
    assert (open_pieces, at) == ([], 40)
    assert covered == Counter((m.number, i) for m in marks for i in range(m.start, min(m.end, 40)))


def test_a_crossing_mark_is_cut_where_the_other_ends() -> None:
    shown = []
    for step in steps([Mark(0, 4, "content", 1), Mark(2, 6, "content", 2)], 0, 8):
        if isinstance(step, Text):
            shown.append("abcdefgh"[step.start : step.end])
        else:
            p = step.piece
            shown.append(f"[{p.mark.number}" if isinstance(step, Opened) else f"{p.mark.number}]")
    assert "".join(shown) == "[1ab[2cd2]1][2ef2]gh"


FRAGMENTS = (
    "قال سالم حداد إن ", "وأضافت ليلى سعيد: ", "«الجسر جاهز»", '"نعم"', "الطريق مغلق. ", "<script>", "</span>", "<!--",
    "&amp;", "&#0;", "'", '" onx=', "\u202e", "\u2069", "\0", "\r\n", "\n", "\u2028", "]]>", "😀", "\udc00",
    "لَـ", "بحسب ", "${x}", "\x1b", " ",
)  # fmt: skip


class Reader(HTMLParser):
    """An article read back by the standard library's parser: its tags, and its text without numbers and cards."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[bool] = []  # whether each open element belongs to a number or a card
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= given.keys()
        aside = given.get("class") in ("n", "card")
        self.open.append(aside)
        if tag == "i" and not any(self.open):
            self.text += chr(int(str(given["data-code"])[2:], 16))

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.text += data


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_whatever_the_text_the_page_holds_it_and_no_markup_of_its_own(text: str) -> None:
    reader = Reader()
    reader.feed(article_html(extract(text), "d1", labels_in("ar")))
    reader.close()
    assert reader.tags <= {"p", "span", "a", "b", "bdi", "i"}
    assert not {name for name in reader.attributes if name.startswith("on") or name in ("src", "srcdoc")}
    assert reader.open == []
    lines = [line for line in re.split("[\r\n]+", text) if line.strip()]
    assert reader.text == "\n".join(lines)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = page_of(extract(TEXT), extract(NESTED))
    assert "default-src 'none'" in page
    assert re.findall(r"<script|https?:|@import|url\(|<link (?!rel=\"icon\" href=\"data:,\")", page) == []


def test_two_languages_have_every_word() -> None:
    assert labels_in("ar").keys() == labels_in("en").keys()
    assert all(all(labels_in(language).values()) for language in LANGUAGES)
    assert extract(TEXT).to_html(language="en").count('dir="ltr"') == 1
    with pytest.raises(AttributionError, match="language is 'fr', wanted one of ar, en"):
        extract(TEXT).to_html(language="fr")


def test_every_value_of_a_result_has_a_word() -> None:
    from attribution import results

    for name, kind in (("kind", results.Kind), ("polarity", results.Polarity), ("certainty", results.Certainty),
                       ("speaker_type", results.SpeakerType), ("form", results.CueForm)):  # fmt: skip
        assert {f"{name}.{value}" for value in kind.__args__} <= labels_in("ar").keys()  # type: ignore[attr-defined]


def view(*arguments: object, given: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "attribution", "view", *map(str, arguments)]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_command_writes_one_page_of_many_documents(tmp_path: Path) -> None:
    rows = [{"id": "أ", "text": TEXT, "source": "<ميناء>"}, {"id": 2, "text": "عاد الوفد."}, {"id": 3, "txt": ""}]
    (tmp_path / "n.jsonl").write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    out = tmp_path / "page.html"
    for more in ([], ["--processes", 2]):
        status, printed, errors = view(tmp_path / "n.jsonl", "-o", out, "--keep", "source", "--title", "صفحة", *more)
        assert (status, printed) == (0, "")
        assert "n.jsonl:3: no field 'text'" in errors
        assert "1 of 3 documents skipped" in errors
        page = out.read_text(encoding="utf-8")
        assert page.count('<section class="document"') == 2
        assert page.count("<title>صفحة</title>") == 1
        assert "<bdi>&lt;ميناء&gt;</bdi>" in page
        assert labels_in("ar")["nothing"] in page
    assert view(tmp_path / "absent.txt")[0] == 2


def test_a_lone_surrogate_is_shown_as_its_number() -> None:
    status, printed, _ = view("--input-format", "jsonl", given='{"text": "قال سالم حداد: \\"نعم \\udfff\\"."}')
    assert status == 0
    assert 'data-code="U+DFFF"' in printed
    assert "\udfff" not in extract('قال سالم حداد: "نعم \udfff".').to_html(title="\udfff")


# in the browser


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    if MISSING:
        pytest.skip(MISSING)
    pytest.importorskip("selenium", reason="needs selenium (extra [test])")
    with open_browser() as opened:
        yield opened


@pytest.fixture
def show(driver: Any, tmp_path: Path) -> Any:
    """Opens a page in a window of ordinary size; afterwards the console must be empty."""

    def opened(page: str, width: int = 1200) -> Any:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        emulate(driver)
        resize(driver, width)
        driver.get(path.as_uri())
        return driver

    yield opened
    assert driver.get_log("browser") == []


def articles() -> list[Any]:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines][::4]


@pytest.mark.parametrize("texts", [articles(), [TEXT, NESTED, HOSTILE, TEXT.replace(" ", "\u00a0 ") + "😀"]])
def test_marks_sit_on_the_right_words(show: Any, texts: list[str]) -> None:
    for text in texts:
        result = extract(text)
        wanted = {
            key: Counter(i for i in offsets if text[i] not in "\r\n") for key, offsets in spans_by_part(result).items()
        }
        found: dict[tuple[str, int], Counter[int]] = {}
        for part, number, start, end, shown in show(page_of(result)).execute_script(MARKS):
            assert shown == text[start:end].replace("\r", "\n")
            found.setdefault((part, number), Counter()).update(range(start, end))
        assert found == wanted


def test_nested_reports_are_nested(show: Any) -> None:
    inner = show(page_of(extract(NESTED))).execute_script(
        "return Array.from(document.querySelectorAll('article .content .cue')).map(c => "
        "[+c.closest('.content').dataset.a, +c.dataset.a])"
    )
    numbers = {a.cue.text: n for n, a in enumerate(extract(NESTED).attributions, 1)}
    assert [numbers["قال"], numbers["أكدت"]] in inner
    assert [numbers["بحسب"], numbers["أعلنت"]] in inner


ON_SCREEN = "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.height"


def test_clicks_jump_to_the_statement_and_back(show: Any) -> None:
    long = "\n".join([TEXT, *["عاد الوفد إلى المدينة بعد يومين." for _ in range(120)], NESTED])
    driver = show(page_of(extract(long), extract(TEXT)), width=700)
    last = len(extract(long).attributions)
    for start, target in ((f"#d1c{last} .n", f"d1s{last}"), (f"#d1s{last} a", f"d1c{last}"), ("#d2s1 a", "d2c1")):
        driver.find_element("css selector", start).click()
        assert driver.execute_script("return location.hash") == f"#{target}"
        assert driver.execute_script(ON_SCREEN, driver.find_element("id", target))
        assert driver.execute_script("return document.querySelector(':target').id") == target
    driver.find_element("css selector", "#documents a[href='#d1']").click()
    assert driver.execute_script("return Math.abs(document.getElementById('d1').getBoundingClientRect().top)") < 40


def test_the_panel_lists_speakers_with_their_statements(show: Any) -> None:
    result = extract(TEXT)
    listed = show(page_of(result)).execute_script(
        "return Array.from(document.querySelectorAll('.who')).map(w => [w.querySelector('h4 bdi').textContent, "
        "Array.from(w.querySelectorAll('li')).map(l => l.querySelector('bdi').textContent)])"
    )
    wanted: dict[str, list[str]] = {}
    for a in result.attributions:
        wanted.setdefault(a.resolved.name if a.resolved else "", []).append(" … ".join(s.text for s in a.content))
    assert listed == [[name, said] for name, said in wanted.items()]
    assert list(wanted) == ["سالم حداد", "ليلى سعيد"]


def shown_card(driver: Any) -> str:
    shown = "return Array.from(document.querySelectorAll('.card')).filter(c => c.checkVisibility())"
    return str(driver.execute_script(f"{shown}.map(c => c.innerText).join('')"))


def test_a_card_is_shown_under_the_pointer_and_by_the_keyboard(show: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    driver = show(page_of(extract(TEXT), language="en"))
    assert shown_card(driver) == ""
    ActionChains(driver).move_to_element(driver.find_element("id", "d1c2")).perform()
    card = re.sub(r"\s+", " ", shown_card(driver))
    for told in ("who, in the document ليلى سعيد", "relay وكالة الأنباء", "kind indirect", "content:that"):
        assert told in card
    ActionChains(driver).move_to_element(driver.find_element("css selector", "h1")).perform()
    assert shown_card(driver) == ""
    driver.find_element("css selector", "h2 a").send_keys(Keys.TAB)
    assert "الوزير" in shown_card(driver)
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    assert driver.execute_script("return location.hash") == "#d1s1"


@pytest.mark.parametrize("width", [340, 1200])
def test_nothing_is_wider_than_the_window(show: Any, width: int) -> None:
    driver = show(page_of(extract(TEXT), extract(NESTED), extract("قال سالم حداد: «" + "ط" * 300 + "».")), width)
    assert driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    for badge in driver.find_elements("css selector", "article .n"):
        driver.execute_script("arguments[0].focus()", badge)
        box = driver.execute_script(
            "const c = Array.from(document.querySelectorAll('.card')).find(c => c.checkVisibility());"
            "const r = c.getBoundingClientRect(); return [r.left, r.right, innerWidth]"
        )
        assert box[0] >= 0
        assert box[1] <= box[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_word_has_contrast(show: Any, scheme: str, media: str) -> None:
    driver = show(page_of(extract(TEXT), extract(NESTED), extract(HOSTILE)))
    emulate(driver, scheme, media)
    driver.execute_script("document.querySelector('#d1c1 .n').focus()")
    seen, faint = driver.execute_script(FAINT)
    assert seen > 60
    assert faint == []
    ground = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light" or media == "print")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_readers_out(show: Any, scheme: str) -> None:
    driver = show(page_of(extract(TEXT), extract(NESTED), extract(HOSTILE)))
    emulate(driver, scheme)
    assert barriers(driver) == []


def test_each_part_has_a_shape_of_its_own(show: Any) -> None:
    shapes = show(page_of(extract(TEXT))).execute_script(
        "return Array.from(document.querySelectorAll('.legend .m')).map(m => { const s = getComputedStyle(m); return ["
        "s.outlineStyle, s.borderBottomStyle, s.borderBottomWidth, s.borderTopLeftRadius, s.textDecorationLine]"
        ".join() })"
    )
    assert len(shapes) == 8
    assert len(set(shapes)) == 7  # the word for content, and direct, are drawn alike


def test_print_shows_all_and_no_cards(show: Any) -> None:
    driver = show(page_of(extract(TEXT), extract(NESTED)))
    driver.execute_script("document.querySelector('#d1c1 .n').focus()")
    assert shown_card(driver) != ""
    emulate(driver, media="print")
    assert shown_card(driver) == ""
    style = "return getComputedStyle(document.querySelector('aside'))"
    assert driver.execute_script(f"{style}.position") == "static"
    assert driver.execute_script(f"{style}.maxHeight") == "none"


HANDLERS = (
    "return Array.from(document.querySelectorAll('*')).flatMap(e => Array.from(e.attributes))"
    ".filter(a => a.name.startsWith('on') || a.value.trim().startsWith('javascript:')).map(a => a.name)"
)


def test_hostile_text_does_nothing(show: Any) -> None:
    result = extract(HOSTILE)
    assert len(result.attributions) >= 5
    page = "".join(page_parts([(HOSTILE, result, {HOSTILE: HOSTILE})], HOSTILE))
    driver = show(page)
    assert driver.execute_script("return document.querySelectorAll('script, img, body style, iframe').length") == 0
    assert driver.execute_script(HANDLERS) == []
    assert "<script>" in driver.execute_script("return document.title")
    assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert driver.execute_script("return document.querySelectorAll('article, aside').length") == 2
    body = driver.execute_script("return document.querySelector('main').textContent")
    assert not set(body) & set("\u202e\u202d\u2067\x00\x85")


def test_spoilt_results_do_nothing_either(show: Any) -> None:
    """Names, roles, lemmas and rules of a result that came from a file are no more trusted than the text."""
    data = extract(TEXT).to_dict()
    for a in data["attributions"]:
        a["resolved"] = {"name": '<img src=x onerror="alert(1)">', "roles": ["</aside><script>1</script>"]}
        a["cue"]["lemma"] = a["evidence"][0] = '"><script>alert(1)</script>'
    driver = show(Extraction.from_dict(data, TEXT).to_html())
    assert driver.execute_script("return document.querySelectorAll('script, img').length") == 0
    assert driver.execute_script(HANDLERS) == []


@pytest.mark.parametrize("control", ["\u202e", "\u202d", "\u2066", "\u202a"])
def test_bidi_controls_turn_nothing(show: Any, control: str) -> None:
    text = "قال سالم حداد إن الجسر الجديد جاهز بعد العيد."
    place = (
        "const p = document.querySelector('article p'), x = [];"
        "const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);"
        "while (walk.nextNode()) { const n = walk.currentNode; if (n.parentElement.closest('.n, .card')) continue;"
        "for (let i = 0; i < n.length; i++) { const r = document.createRange(); r.setStart(n, i); r.setEnd(n, i + 1);"
        "x.push([n.data[i], Math.round(r.getBoundingClientRect().right)]); } } return x"
    )
    for shown in (text, text.replace("الجديد", f"{control}الجديد")):
        letters = show(page_of(extract(shown))).execute_script(place)
        assert "".join(letter for letter, _ in letters) == text
        rights = [right for _, right in letters]
        assert rights == sorted(rights, reverse=True)  # every letter to the left of the one before it


def test_the_page_in_a_notebook(show: Any) -> None:
    host = (
        "<!doctype html><meta charset=utf-8><style>* { color: red !important; font-size: 40px } #d1c1 { display: none }"
        f"</style><p id=d1c1></p>{extract(TEXT)._repr_html_()}"
    )
    driver = show(host)
    driver.switch_to.frame(driver.find_element("css selector", "iframe"))
    try:
        assert driver.execute_script("return getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
        driver.find_element("css selector", "#d1s2 a").click()
        assert driver.execute_script("return document.querySelector(':target').id") == "d1c2"
    finally:
        driver.switch_to.default_content()
