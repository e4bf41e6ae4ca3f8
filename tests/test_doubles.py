"""Two words of saying for one content are one report; two contents are two."""

from __future__ import annotations

import pytest

from attribution import extract
from tests.pieces import Built, build, content, cue, spans_of, speaker

ONE = [
    build("و", cue("قال"), " ", speaker("سالم حداد"), " في وثيقة تم تسريبها للصحيفة إن ", content("الجسر جاهز"), "."),
    build("وكتب ", speaker("سالم حداد"), " على صفحته تغريدة ", cue("قال"), ' فيها: "', content("الجسر جاهز"), '".'),
    build("و", cue("أكد"), " ", speaker("سالم حداد"), " في تصريحه للصحيفة أن ", content("الجسر جاهز"), "."),
]


@pytest.mark.parametrize("built", ONE, ids=["verb-on-medium", "verb-and-medium", "circumstance"])
def test_the_cue_nearest_the_content_is_kept(built: Built) -> None:
    assert [spans_of(a) for a in extract(built.text).attributions] == [built.spans]


def test_no_two_reports_share_content_and_speaker() -> None:
    text = "قال سالم حداد، في بيان نشر على موقع الشركة، إن الجسر جاهز. ثم أكد لها قوله إن الطريق مفتوح."
    found = [(a.content, a.resolved) for a in extract(text).attributions]
    assert len(found) == len(set(found)) > 0


def test_two_contents_stay_two_reports() -> None:
    text = 'حذر سالم حداد من التأخير، قائلا: "الجسر لن ينتظر".'
    assert [(a.cue.text, a.content[0].text) for a in extract(text).attributions] == [
        ("حذر", "التأخير"), ("قائلا", "الجسر لن ينتظر"),
    ]  # fmt: skip


def test_a_relative_clause_between_verb_and_content_is_its_own_report() -> None:
    text = 'وقال البيان، الذي أكد أن الأزمة "إدارية"، إن الجسر جاهز.'
    assert [a.cue.text for a in extract(text).attributions] == ["قال", "أكد"]
