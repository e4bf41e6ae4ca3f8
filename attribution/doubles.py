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
        kept[key] = report if other is None else _joined(*sorted((other, report), key=lambda r: _gap(reading, r)))
    return sorted(kept.values(), key=lambda report: report.clause.first)


def _gap(reading: Reading, report: Resolved) -> int:
    """The characters between a cue and its content."""
    first, last = reading.starts[report.clause.first], reading.ends[report.clause.last - 1]
    return min(max(start - last, first - end, 0) for start, end in report.content.ranges)


def _joined(near: Resolved, far: Resolved) -> Resolved:
    return near if near.said.mention else near._replace(said=far.said, certainty=far.certainty)
