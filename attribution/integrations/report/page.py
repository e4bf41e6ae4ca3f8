"""The report as a page: plots, tables and the method, in one file without script or address."""

from __future__ import annotations

from functools import partial
from string import Template
from typing import Any

from attribution.integrations.html.escaping import escaped
from attribution.integrations.html.labels import Labels, asset, read_labels
from attribution.integrations.report.collection import Collection
from attribution.integrations.report.plots import bars_png
from attribution.integrations.report.tables import TABLES, Table, table_of

_PACKAGE = "attribution.integrations.report"
_VALUES = {
    "kind": "kinds",
    "type": "types",
    "group": "gender",
    "gender": "one",
    "polarity": "polarity",
}  # columns whose values have words
_PLOTTED, _LONG = 15, ("speakers", "cues", "sources")  # bars at most; tables of which only the top is shown
_METHODS = {"speakers": ("method.speakers", "method.words"), "gender": ("method.gender",)}


def report_html(collection: Collection, title: str = "", language: str = "ar", top: int = 50) -> str:
    """The whole report; of long tables the first ``top`` rows."""
    labels = read_labels(_PACKAGE, language)
    tables = (table_of(collection, name) for name in TABLES)
    sections = "".join(_section(table, labels, top) for table in tables if _tells(table))
    return Template(asset("report.html", _PACKAGE)).substitute(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=escaped(title or labels["title"]),
        style=asset("report.css", _PACKAGE),
        summary=escaped(_summary(collection, labels)),
        body=sections,
    )


def _summary(collection: Collection, labels: Labels) -> str:
    counts = {"documents": collection.all.documents, "statements": collection.all.statements}
    return labels["summary"].format(**counts, speakers=len(collection.speakers))


def _tells(table: Table) -> bool:
    """Sources and months are left out where no document has any."""
    return table.name not in ("sources", "months") or any(row[0] for row in table.rows)


def _section(table: Table, labels: Labels, top: int) -> str:
    rows = table.rows[:top] if table.name in _LONG else table.rows
    left = len(table.rows) - len(rows)
    more = f'<p class="more">{escaped(labels["more"].format(count=left))}</p>' if left else ""
    method = "".join(f'<p class="method">{escaped(labels[key])}</p>' for key in _METHODS.get(table.name, ()))
    heading = escaped(labels[table.name])
    return (
        f'<section id="{table.name}"><h2>{heading}</h2>{_plot(table, labels)}{method}'
        f"{_table(table, rows, labels)}{more}</section>\n"
    )


def _plot(table: Table, labels: Labels) -> str:
    about = table.columns.index("speaker") if table.name == "speakers" else 0
    counted = table.columns.index("statements")
    shown = [row for row in table.rows if row[counted]][:_PLOTTED]
    if len(shown) < 2:
        return ""
    words = [_word(table.columns[about], row[about], labels) for row in shown]
    image = bars_png(words, [row[counted] for row in shown])
    told = escaped(f"{labels[table.name]}: {labels['statements']}")
    return f'<figure><img src="{image}" alt="{told}"></figure>'


def _table(table: Table, rows: list[tuple[Any, ...]], labels: Labels) -> str:
    head = "".join(f'<th scope="col">{escaped(labels[column])}</th>' for column in table.columns)
    cell = partial(_cell, labels=labels)
    body = "".join(f"<tr>{''.join(map(cell, table.columns, row))}</tr>" for row in rows)
    return f'<div class="wide" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(column: str, value: Any, labels: Labels) -> str:
    if isinstance(value, str):
        return f"<td><bdi>{escaped(_word(column, value, labels))}</bdi></td>"
    shown = f"{100 * value:.1f} %" if isinstance(value, float) else f"{value:,}"
    return f'<td class="number" dir="ltr">{shown}</td>'


def _word(column: str, value: str, labels: Labels) -> str:
    """A value as the page shows it."""
    if column in _VALUES:
        return labels[f"{_VALUES[column]}.{value}"]
    return value if value or column not in ("source", "month") else labels["none"]
