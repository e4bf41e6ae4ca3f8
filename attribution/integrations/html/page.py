"""One page of one or many documents: a head, a section a document, a foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Template
from typing import Any

from attribution.integrations.html.article import article_html
from attribution.integrations.html.escaping import escaped
from attribution.integrations.html.labels import Labels, asset, labels_in
from attribution.integrations.html.panel import panel_html
from attribution.results import Extraction


def page_parts(
    documents: Iterable[tuple[str, Extraction, Mapping[str, Any]]],
    title: str = "",
    language: str = "ar",
    framed: bool = False,
) -> Iterator[str]:
    """A page part by part, so that a page of many documents need not stand in memory.

    Each document comes with its name and the fields to show above it, both of which may be empty. ``framed``: for the
    ``srcdoc`` of a frame, where links inside the page would else lead to the page around it.
    """
    labels = labels_in(language)
    head, foot = _around(title or labels["title"], language, framed)
    yield head
    names = []
    for number, (name, result, fields) in enumerate(documents, 1):
        names.append(name)
        yield _section(f"d{number}", name, result, fields, labels)
    if len(names) > 1:
        yield _contents(names, labels)
    yield foot


def _around(title: str, language: str, framed: bool) -> tuple[str, str]:
    """What stands before and behind the documents."""
    page = Template(asset("page.html")).substitute(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=escaped(title),
        style=asset("page.css"),
        legend=_legend(labels_in(language)),
        base="about:" if framed else "'none'",
        own_base='<base href="about:srcdoc">\n' if framed else "",
        body="\0",
    )
    head, _, foot = page.partition("\0")
    return head, foot


def _legend(labels: Labels) -> str:
    """A sample of each mark under its own name."""
    parts = ("cue", "speaker", "role", "content", "via")
    marks = "".join(f'<li><span class="m {part} first last">{escaped(labels[part])}</span></li>' for part in parts)
    kinds = "".join(
        f'<li><span class="m content {kind} first last">{escaped(labels[f"kind.{kind}"])}</span></li>'
        for kind in ("direct", "indirect", "mixed")
    )
    return f'<ul class="legend" aria-label="{escaped(labels["legend"])}">{marks}{kinds}</ul>'


def _section(prefix: str, name: str, result: Extraction, fields: Mapping[str, Any], labels: Labels) -> str:
    heading = f'<h2 id="{prefix}t"><a href="#{prefix}"><bdi>{escaped(name)}</bdi></a></h2>' if name else ""
    facts = f"<dl>{''.join(_fact(*item) for item in fields.items())}</dl>" if fields else ""
    return f"""<section class="document" id="{prefix}">
<a class="skip" href="#{prefix}p">{escaped(labels["skip"])}</a>
{heading}{facts}
<div class="columns">
<article lang="ar" dir="rtl">
{article_html(result, prefix, labels)}
</article>
<aside id="{prefix}p" tabindex="-1" aria-labelledby="{prefix}h {prefix}t">
<h3 id="{prefix}h">{escaped(labels["speakers"])}</h3>
{panel_html(result, prefix, labels)}
</aside>
</div>
</section>
"""


def _fact(name: str, value: Any) -> str:
    return f"<div><dt><bdi>{escaped(name)}</bdi></dt><dd><bdi>{escaped(str(value))}</bdi></dd></div>"


def _contents(names: list[str], labels: Labels) -> str:
    items = "".join(f'<li><a href="#d{n}"><bdi>{escaped(name)}</bdi></a></li>' for n, name in enumerate(names, 1))
    return f'<nav id="documents"><h2>{escaped(labels["documents"])}</h2><ol>{items}</ol></nav>\n'
