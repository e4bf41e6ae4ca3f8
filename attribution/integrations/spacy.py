"""The spaCy component ``arabic_attribution``: find first, write to the Doc second.

``doc._.attributions`` holds the library's values with exact offsets; ``doc.spans[spans_key]`` the spans projected
outward onto spaCy's tokens.  The values travel with the Doc (DocBin, worker processes) as plain dicts in its user data.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attribution.errors import MissingExtraError
from attribution.extract import extract
from attribution.lexicon import Lexicon, load_lexicon
from attribution.results import Attribution, Span

try:
    from spacy.language import Language
    from spacy.tokens import Doc
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("the spaCy component", "spaCy", "spacy") from error

_DATA = "attribution_data"


def _attributions(doc: Any) -> tuple[Attribution, ...]:
    return tuple(Attribution.from_dict(data) for data in getattr(doc._, _DATA))


def _register() -> None:
    if not Doc.has_extension(_DATA):
        Doc.set_extension(_DATA, default=[])
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", getter=_attributions)


_register()


class ArabicAttribution:
    """A pipeline component: takes a Doc, gives it back with ``doc._.attributions`` and ``doc.spans[spans_key]``."""

    def __init__(self, *, spans_key: str = "attributions", lexicon: Lexicon | None = None) -> None:
        self.spans_key = spans_key
        self.lexicon = lexicon

    def __call__(self, doc: Any) -> Any:
        return annotate(doc, extract(doc.text, lexicon=self.lexicon).attributions, self.spans_key)

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Nothing to store: the shipped lexicon comes with the package, another is named in the configuration."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> ArabicAttribution:
        """Nothing to load."""
        return self


def annotate(doc: Any, found: tuple[Attribution, ...], spans_key: str) -> Any:
    """Write attributions of its text to a Doc: the values, and the spans projected outward onto its tokens."""
    setattr(doc._, _DATA, [attribution.to_dict() for attribution in found])
    spans = [doc.char_span(s.start, s.end, label=label, alignment_mode="expand") for label, s in _labelled(found)]
    doc.spans[spans_key] = [span for span in spans if span is not None]
    return doc


def _labelled(found: tuple[Attribution, ...]) -> Iterator[tuple[str, Span]]:
    for a in found:
        yield "CUE", a.cue
        yield from (("CONTENT", span) for span in a.content)
        if a.speaker:
            yield "SPEAKER", a.speaker
        yield from (("ROLE", span) for span in a.role)
        if a.via:
            yield "VIA", a.via


@Language.factory("arabic_attribution", default_config={"spans_key": "attributions", "lexicon": None})
def create_component(nlp: Any, name: str, spans_key: str, lexicon: str | None) -> ArabicAttribution:
    """The factory that ``nlp.add_pipe("arabic_attribution")`` calls; ``lexicon`` is a path for `load_lexicon`."""
    return ArabicAttribution(spans_key=spans_key, lexicon=load_lexicon(lexicon) if lexicon else None)
