"""Who said what in Arabic text: reporting cue, content, speaker and role, with exact character offsets."""

from attribution.errors import AttributionError, AttributionTypeError
from attribution.extract import extract, extract_all
from attribution.lexicon import Lexicon, LexiconError, load_lexicon
from attribution.own_resolution import ResolveError
from attribution.results import Attribution, Cue, Extraction, Issue, Span, Speaker

__all__ = [
    "Attribution",
    "AttributionError",
    "AttributionTypeError",
    "Cue",
    "Extraction",
    "Issue",
    "Lexicon",
    "LexiconError",
    "ResolveError",
    "Span",
    "Speaker",
    "extract",
    "extract_all",
    "load_lexicon",
]
__version__ = "0.1.0"
