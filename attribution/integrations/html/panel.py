"""The panel beside a text: its speakers, each with the statements, which lead back into the text."""

from __future__ import annotations

from attribution.integrations.html.escaping import escaped
from attribution.integrations.html.labels import Labels
from attribution.results import Attribution, Extraction, Speaker

Numbered = tuple[int, Attribution]


def panel_html(result: Extraction, prefix: str, labels: Labels) -> str:
    """Speakers in the order of their first statement; those that the text does not tell come last."""
    if not result.attributions:
        return f'<p class="nothing">{escaped(labels["nothing"])}</p>'
    groups = sorted(_by_speaker(result).items(), key=lambda group: group[0] is None)
    return "\n".join(_group(speaker, said, prefix, labels) for speaker, said in groups)


def _by_speaker(result: Extraction) -> dict[Speaker | None, list[Numbered]]:
    groups: dict[Speaker | None, list[Numbered]] = {}
    for number, attribution in enumerate(result.attributions, 1):
        groups.setdefault(attribution.resolved, []).append((number, attribution))
    return groups


def _group(speaker: Speaker | None, said: list[Numbered], prefix: str, labels: Labels) -> str:
    name = speaker.name if speaker else labels["unknown"]
    roles = [role for role in (speaker.roles if speaker else ()) if role != name]
    shown = f'<p class="roles"><bdi>{escaped(" · ".join(roles))}</bdi></p>' if roles else ""
    items = "".join(_statement(*numbered, prefix, labels) for numbered in said)
    count = f'<span class="count">{len(said)}</span>'
    return f'<section class="who"><h4><bdi>{escaped(name)}</bdi> {count}</h4>{shown}<ol>{items}</ol></section>'


def _statement(number: int, a: Attribution, prefix: str, labels: Labels) -> str:
    words = " … ".join(span.text for span in a.content)
    tags = [labels[f"kind.{a.kind}"], *([labels[f"polarity.{a.polarity}"]] if a.polarity != "asserted" else [])]
    tags += [f"{labels['via']}: {a.via.text}"] if a.via else []
    told = "".join(f'<span class="tag">{escaped(tag)}</span>' for tag in tags)
    link = f'<a href="#{prefix}c{number}"><b>{number}</b> <bdi dir="rtl">{escaped(words)}</bdi></a>'
    return f'<li id="{prefix}s{number}">{link}<span class="tags">{told}</span></li>'
