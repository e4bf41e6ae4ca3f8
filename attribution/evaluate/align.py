"""Gold and predicted attributions of one document paired one to one, and what is right in each pair."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.evaluate.sets import Sets, share

ALIGNED = 0.5  # share of content words that pairs two attributions whose cues do not touch
READABLE = 0.8  # share of content words that a reader accepts


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, and what is left on either side."""

    pairs: list[tuple[Sets, Sets]]
    missed: list[Sets]
    spurious: list[Sets]


def align(gold: list[Sets], predicted: list[Sets]) -> Alignment:
    """Best first: touching cues count 1, to which the share of content words in common is added."""
    options = sorted(
        ((value, -g, -p) for g, a in enumerate(gold) for p, b in enumerate(predicted) if (value := _value(a, b))),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, g, p in options:
        if -g not in taken and -p not in taken.values():
            taken[-g] = -p
    return Alignment(
        pairs=[(gold[g], predicted[p]) for g, p in taken.items()],
        missed=[a for g, a in enumerate(gold) if g not in taken],
        spurious=[b for p, b in enumerate(predicted) if p not in set(taken.values())],
    )


def _value(a: Sets, b: Sets) -> float:
    touching, common = bool(a.cue & b.cue), share(a.content, b.content)
    return touching + common if touching or common >= ALIGNED else 0.0


def verdict(a: Sets, b: Sets) -> dict[str, bool]:
    """What is right in a pair, by the name of the figure."""
    content, speaker, kind = a.content == b.content, a.speaker == b.speaker, a.report.kind == b.report.kind
    resolved = a.resolved == b.resolved
    return {
        "found": True,
        "cue": a.cue == b.cue,
        "content": content,
        "speaker": speaker,
        "resolved": resolved,
        "kind": kind,
        "polarity": a.report.polarity == b.report.polarity,
        "via": a.via == b.via,
        "right": share(a.content, b.content) >= READABLE and resolved,
        "perfect": content and speaker and kind and a.roles == b.roles,
    }
