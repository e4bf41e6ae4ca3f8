"""Text of others as HTML: nothing of it is markup, and its invisible controls are shown instead of obeyed."""

from __future__ import annotations

import html
import re

# controls but tab and line breaks, lone surrogates, noncharacters: none of them is text
_INVISIBLE = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_TURNING = "\u202a-\u202e\u2066-\u2069"  # bidi controls that turn what follows; the plain marks 200e, 200f may stay
_CONTROL = re.compile(f"[{_INVISIBLE}{_TURNING}]")


def escaped(text: str) -> str:
    """The text for an element's content, each control in it as a small visible chip that holds no text.

    >>> escaped("<b>")
    '&lt;b&gt;'
    >>> escaped("a\\u202eb")
    'a<i class="control" data-code="U+202E"></i>b'
    """
    return _CONTROL.sub(_chip, html.escape(text))


def quoted(text: str) -> str:
    """The text for an attribute's value, without controls.

    >>> quoted('" onmouseover="x')
    '&quot; onmouseover=&quot;x'
    """
    return _CONTROL.sub("\ufffd", html.escape(text))


def _chip(match: re.Match[str]) -> str:
    return f'<i class="control" data-code="U+{ord(match.group()):04X}"></i>'
