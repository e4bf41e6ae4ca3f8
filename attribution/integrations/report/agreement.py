"""Women and men as the word of saying shows them: قالت, مضيفا agree with a single speaker. No name is looked at."""

from __future__ import annotations

from attribution.lexicon import Lexicon, load_shipped
from attribution.lexicon.words import cue_readings
from attribution.results import Attribution
from attribution.view import fold, read_view

_AGREEING = ("verb", "participle")
_SINGLE = ("person", "role", "none")  # what a single person can be written as; none: only in the verb


def gender_shown(attribution: Attribution, lexicon: Lexicon | None = None) -> str:
    """``f`` or ``m`` where the cue agrees with one single speaker, else an empty string.

    >>> from attribution import extract
    >>> [gender_shown(a) for a in extract("قالت ليلى سعيد إن الجسر جاهز، وفق ما ذكر سالم حداد.").attributions]
    ['f', '']
    """
    cue = attribution.cue
    if cue.form not in _AGREEING or attribution.speaker_type not in _SINGLE or _is_many(attribution, lexicon):
        return ""
    readings = cue_readings(lexicon or load_shipped(), fold(read_view(cue.text).bare))
    own = [r for r in readings if (r.lemma, r.form) == (cue.lemma, cue.form)]
    shown = {r.gender for r in own if r.number == "sg" and r.person in ("3", "")}  # أعلن: not أعلنّ, of one person
    return shown.pop() if len(shown) == 1 else ""


def _is_many(attribution: Attribution, lexicon: Lexicon | None) -> bool:
    """سالم حداد وليلى سعيد, متحدثون: before such a subject the verb is in the singular all the same."""
    known = lexicon or load_shipped()
    name = attribution.resolved.name if attribution.resolved else ""
    words = [fold(read_view(word).bare) for word in name.split()]
    joined = any(word[0] == "و" and known.classes.get(word) != "n" for word in words[1:] if word)
    return joined or any(word.removeprefix("ال") in known.plurals for word in words[:1])
