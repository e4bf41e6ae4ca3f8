"""The words of a page itself, in Arabic or English: a table in the folder of each kind of page."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

from attribution.errors import AttributionError

LANGUAGES = ("ar", "en")
Labels = dict[str, str]


_PACKAGE = "attribution.integrations.html"


def labels_in(language: str) -> Labels:
    """Key to word; raises `AttributionError` for a language that the page does not speak.

    >>> labels_in("en")["kind.direct"]
    'direct'
    """
    return read_labels(_PACKAGE, language)


@cache
def read_labels(package: str, language: str) -> Labels:
    """The words in a language of the table ``labels.tsv`` of a package."""
    if language not in LANGUAGES:
        raise AttributionError(f"language is {language!r}, wanted one of {', '.join(LANGUAGES)}")
    rows = [line.split("\t") for line in asset("labels.tsv", package).splitlines() if not line.startswith("#")]
    column = rows[0].index(language)
    return {row[0]: row[column] for row in rows[1:]}


def asset(name: str, package: str = _PACKAGE) -> str:
    """A file of a package."""
    return (get_data(package, name) or b"").decode("utf-8")
