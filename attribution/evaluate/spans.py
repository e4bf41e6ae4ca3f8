"""Measures of the literature: spans of one type on their own (Pareti), quotations by cover (GenderGapTracker).

Pareti matches the spans of a document by type, whoever they are linked to: a span counts once however many
attributions share it.  GenderGapTracker takes each gold quotation in turn, gives it the predicted one that covers most
of its content, and then asks only of these pairs whether the speaker is right.
"""

from __future__ import annotations

from attribution.evaluate.sets import Numbers, Sets, covered

SPAN_TYPES = ("cue", "content", "speaker", "role", "via")
THRESHOLDS = (0.3, 0.8)


def spans_of(sets: list[Sets], kind: str) -> list[Numbers]:
    """The different spans of one type in a document, in text order."""
    found = (span for one in sets for span in (one.roles if kind == "role" else [getattr(one, kind)]))
    return sorted({span for span in found if span}, key=sorted)


def match_spans(ours: list[Numbers], theirs: list[Numbers]) -> dict[str, float]:
    """How much of ``ours`` is matched: ``exact`` the same words, ``partial`` a word in common, ``soft`` the share."""
    best = [max((covered(span, other) for other in theirs), default=0.0) for span in ours]
    return {
        "exact": float(sum(span in theirs for span in ours)),
        "partial": float(sum(value > 0 for value in best)),
        "soft": sum(best),
    }


def match_quotations(gold: list[Sets], predicted: list[Sets], threshold: float) -> list[tuple[Sets, Sets]]:
    """Each gold attribution with the unused prediction that covers most of its content, if more than ``threshold``."""
    left = list(predicted)
    pairs = []
    for a in gold:
        best = max(left, key=lambda b: covered(a.content, b.content), default=None)
        if best is not None and covered(a.content, best.content) > threshold:
            left.remove(best)
            pairs.append((a, best))
    return pairs


def speaker_matched(a: Sets, b: Sets) -> bool:
    """GenderGapTracker's test: the mentions overlap, or both are none."""
    return bool(a.speaker & b.speaker) or not (a.speaker or b.speaker)
