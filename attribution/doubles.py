"""Two words of saying for one content are one report: حذر الوزير من التأخير قائلا … has the cue nearest the content."""

from __future__ import annotations

from attribution.resolve import Resolved
from attribution.tokens import Reading


def join_doubles(reading: Reading, reports: list[Resolved]) -> list[Resolved]:
    """The reports without those whose content and identity another one has, nearer to its cue.

    An overt subject stays the speaker: وكتب حداد تغريدة قال فيها: "…" has the cue قال and the speaker حداد.  A relative
    clause between a verb and its content (قال البيان، الذي أكد …، إن …) is a report of its own.
    """
    kept: dict[tuple[object, ...], Resolved] = {}
    for report in reports:
        alone = report.entity is None or report.said.evidence == "speaker:relative"
        key = (id(report),) if alone else (*report.content.ranges, id(report.entity))
        other = kept.get(key)
        if other is not None:
            report = _joined(sorted((other, report), key=lambda r: (_on_medium(r), _gap(reading, r))))
        kept[key] = report
    return sorted(kept.values(), key=lambda report: report.clause.first)


def _on_medium(report: Resolved) -> bool:
    """قال حداد في خطاب نقله التلفزيون / تم تسريبه: what is said of the speech is not the saying."""
    word = report.clause.word
    return word.form == "passive" or (bool(word.enclitic) and (word.form == "verb" or "weak" in word.takes))


def _gap(reading: Reading, report: Resolved) -> int:
    """The characters between a cue and its content."""
    first, last = reading.starts[report.clause.first], reading.ends[report.clause.last - 1]
    return min(max(start - last, first - end, 0) for start, end in report.content.ranges)


def _joined(reports: list[Resolved]) -> Resolved:
    near, far = reports[0], reports[-1]
    return near if near.said.mention else near._replace(said=far.said, certainty=far.certainty)
