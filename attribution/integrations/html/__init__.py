"""A page to look at: the text with its marks, a card for each report, the speakers beside it. Standard library only.

The page is one file with no script and no address in it; its own content security policy forbids both.
"""

from attribution.integrations.html.labels import LANGUAGES
from attribution.integrations.html.notebook import frame_html
from attribution.integrations.html.page import page_parts

__all__ = ["LANGUAGES", "frame_html", "page_parts"]
