"""A caller's own answer to who a speaker is, put in the place of the library's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from attribution.errors import AttributionError
from attribution.results import Attribution, Extraction, Speaker, speakers_of

Resolve = Callable[[Extraction], "Sequence[Speaker | None]"]
"""Gets a result as the library resolved it; gives a `Speaker` or None for each of its attributions, in their order."""


class ResolveError(AttributionError):
    """The caller's own resolution failed or gave something else than one speaker or None an attribution."""


def resolved_by(resolve: Resolve, result: Extraction) -> Extraction:
    """The result with the speakers that ``resolve`` gives.

    Where it gives another than the library's own answer, the last rule of the evidence is ``resolved:callable``, and
    the certainty is ``ambiguous`` for None, at least ``inferred`` for a speaker.
    """
    try:
        speakers = list(resolve(result))
    except Exception as error:
        raise ResolveError(f"resolve raised {type(error).__name__}: {error}") from error
    _check(speakers, len(result.attributions))
    found = tuple(map(_answered, result.attributions, speakers))
    return replace(result, attributions=found, speakers=speakers_of(found))


def check_resolve(resolve: object, processes: int = 1) -> None:
    """Raise `ResolveError` unless ``resolve`` can be called, and sent to other processes where there are several."""
    if resolve is not None and not callable(resolve):
        raise ResolveError(f"resolve is {type(resolve).__name__}, wanted a function of a result, or None")
    if resolve is not None and processes > 1:
        from multiprocessing.reduction import ForkingPickler

        try:
            ForkingPickler.dumps(resolve)
        except Exception as error:
            wanted = "wanted a function of a module (no lambda, no function inside another) for several processes"
            raise ResolveError(f"resolve cannot be sent to another process ({error}); {wanted}") from error


def _check(speakers: list[Speaker | None], wanted: int) -> None:
    if len(speakers) != wanted:
        raise ResolveError(f"resolve gave {len(speakers)} speakers for {wanted} attributions")
    for number, speaker in enumerate(speakers):
        if speaker is not None and not isinstance(speaker, Speaker):
            given = type(speaker).__name__
            raise ResolveError(f"resolve gave {given} for attribution {number}, wanted attribution.Speaker or None")


def _answered(attribution: Attribution, speaker: Speaker | None) -> Attribution:
    if speaker == attribution.resolved:
        return attribution
    unsure = speaker is None or attribution.certainty == "ambiguous"
    certainty = attribution.certainty if not unsure else "ambiguous" if speaker is None else "inferred"
    evidence = (*attribution.evidence[:-1], "resolved:callable")
    return replace(attribution, resolved=speaker, certainty=certainty, evidence=evidence)
