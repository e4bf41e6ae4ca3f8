"""A page inside a notebook: a frame of its own, so that its styles and names do not meet those of the notebook."""

from __future__ import annotations

import html

from attribution.integrations.html.page import page_parts
from attribution.results import Extraction

_LINE, _LETTERS_A_LINE, _HEAD = 34, 70, 190  # pixels, letters, pixels: a rough measure of the page's height
_LOWEST, _HIGHEST = 320, 760


def frame_html(result: Extraction) -> str:
    """The page of a result as the sandboxed frame that a notebook shows, about as high as its text is long."""
    page = "".join(page_parts([("", result, {})], framed=True))
    height = min(_HIGHEST, max(_LOWEST, _HEAD + _LINE * (1 + len(result.text) // _LETTERS_A_LINE)))
    style = f"width:100%;height:{height}px;border:1px solid #8888;border-radius:6px"
    return f'<iframe sandbox style="{style}" srcdoc="{html.escape(page)}"></iframe>'
