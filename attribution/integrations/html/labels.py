"""The words of the page itself, in Arabic or English: a table beside this file."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

from attribution.errors import AttributionError

LANGUAGES = ("ar", "en")
Labels = dict[str, str]


@cache
def labels_in(language: str) -> Labels:
    """Key to word; raises `AttributionError` for a language that the page does not speak.

    >>> labels_in("en")["kind.direct"]
    'direct'
    """
    if language not in LANGUAGES:
        raise AttributionError(f"language is {language!r}, wanted one of {', '.join(LANGUAGES)}")
    rows = [line.split("\t") for line in asset("labels.tsv").splitlines() if not line.startswith("#")]
    column = rows[0].index(language)
    return {row[0]: row[column] for row in rows[1:]}


def asset(name: str) -> str:
    """A file beside this module."""
    return (get_data("attribution.integrations.html", name) or b"").decode("utf-8")
