"""A newsroom's own words on top of the shipped ones."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from attribution.lexicon.compiled import Lexicon
from attribution.lexicon.own import OwnRow, packed, read_own
from attribution.lexicon.reader import LexiconError
from attribution.lexicon.tables import compile_lexicon, load_shipped
from attribution.view import fold

_CLOSED = frozenset("&qepyRrNckFsgB")  # the classes of function words, whose members are all known
_FREE = frozenset(("lookalikes", "vocabulary"))


def load_lexicon(path: str | PathLike[str]) -> Lexicon:
    """The shipped lexicon with the tables of ``path`` on top: a folder of tables or one of them (docs/extending.md).

    Raises `LexiconError` (an `AttributionError`) that names file and line and says what is allowed. The same content
    gives the same lexicon, so that loading it again costs no more than reading it.
    """
    try:
        rows = read_own(Path(path))
    except OSError as error:
        raise LexiconError(f"{error.filename or path}: {error.strerror or error}") from error
    for row in rows:
        _check_open(row)
    return compile_lexicon(packed(rows))


def check_lexicon(lexicon: object) -> None:
    """Raise `LexiconError` unless ``lexicon`` is one, or None for the shipped one."""
    if lexicon is not None and not isinstance(lexicon, Lexicon):
        given = type(lexicon).__name__
        raise LexiconError(f"lexicon is {given}, wanted what load_lexicon gives, as in load_lexicon({lexicon!r})")


def _check_open(row: OwnRow) -> None:
    """A row about a function word would do nothing: those keep their class."""
    if row.table not in _FREE and load_shipped().classes.get(fold(row.entry), "w") in _CLOSED:
        raise LexiconError(f"{row.place}: {row.entry} is a function word, which can be nothing else")
