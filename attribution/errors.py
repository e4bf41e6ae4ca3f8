"""The library's family of errors: a caller's mistake, with what was given, what is wanted and where."""

from __future__ import annotations


class AttributionError(ValueError):
    """A caller's mistake; the message says what was given, what is wanted and where."""


class AttributionTypeError(AttributionError, TypeError):
    """A value of the wrong type where a text, or several texts, were wanted."""


class DataError(AttributionError):
    """A file whose content is not what it should be; the message names file, line and field."""


class MissingExtraError(AttributionError, ImportError):
    """A package that an extra of this library brings is not installed."""

    def __init__(self, purpose: str, package: str, extra: str) -> None:
        super().__init__(f"{purpose} needs {package}: pip install 'arabic-attribution[{extra}]'")


def plain_text(text: object, name: str = "text") -> str:
    """``text`` as a plain string; raise `AttributionTypeError` unless it is one.  ``name`` says which one it is.

    What a class of its own derived from `str` does differently stays outside.

    >>> plain_text(b"...")
    Traceback (most recent call last):
    attribution.errors.AttributionTypeError: text is bytes, wanted str: decode it first, as in data.decode("utf-8")
    """
    if not isinstance(text, str):
        given = type(text).__name__
        raise AttributionTypeError(f"{name} is {given}, wanted str{_ADVICE.get(given, '')}")
    return str.__str__(text)


def check_texts(texts: object) -> None:
    """Raise `AttributionTypeError` unless ``texts`` can be iterated over and is not itself a single text."""
    if isinstance(texts, (str, bytes, bytearray)) or not hasattr(texts, "__iter__"):
        advice = ": use extract for a single one" if isinstance(texts, str) else ""
        raise AttributionTypeError(f"texts is {type(texts).__name__}, wanted an iterable of str{advice}")


def check_processes(processes: object) -> None:
    """Raise `AttributionError` unless ``processes`` is a number of processes."""
    wanted = "wanted a whole number from 1 on"
    if not isinstance(processes, int) or isinstance(processes, bool):
        raise AttributionTypeError(f"processes is {processes!r}, {wanted}")
    if processes < 1:
        raise AttributionError(f"processes is {processes}, {wanted}")


_ADVICE = {
    **dict.fromkeys(("bytes", "bytearray", "memoryview"), ': decode it first, as in data.decode("utf-8")'),
    **dict.fromkeys(("PosixPath", "WindowsPath"), ': read it first, as in path.read_text(encoding="utf-8")'),
    **dict.fromkeys(("list", "tuple", "set", "generator"), ": use extract_all for several"),
}
