"""The tables of a report, as plain rows; the first column tells what a row is about."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from attribution.formats.csv import harmless
from attribution.integrations.report.collection import Collection, Person, Tally
from attribution.integrations.report.facts import Who

_ROLES_SHOWN = 3
_DIGITS = 4


class Table(NamedTuple):
    """A name, the names of the columns, the rows. A share is a part of all statements, from 0 to 1."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def table_of(collection: Collection, name: str) -> Table:
    """One of `TABLES`."""
    return TABLES[name](collection)


def table_csv(table: Table) -> str:
    """The table as CSV with a header, harmless to spreadsheets: ' before what they would run as a formula."""
    out = io.StringIO()
    rows = [[harmless(cell) for cell in row] for row in table.rows]
    csv.writer(out, lineterminator="\n").writerows([table.columns, *rows])
    return out.getvalue()


def _share(part: int, whole: int) -> float:
    return round(part / whole, _DIGITS) if whole else 0.0


def _speakers(collection: Collection) -> Table:
    """Ranked by statements, then by words quoted, then by name."""
    columns = (
        "rank", "speaker", "roles", "type", "gender", "document", "documents", "statements", "share", "words_quoted",
        "words_reported", "denied",
    )  # fmt: skip
    ranked = sorted(collection.speakers.items(), key=lambda item: (-item[1].statements, -item[1].quoted, item[1].name))
    total = collection.all.statements
    return Table("speakers", columns, [_speaker(n, *item, total) for n, item in enumerate(ranked, 1)])


def _speaker(rank: int, who: Who, person: Person, total: int) -> tuple[Any, ...]:
    roles = " · ".join(role for role, _ in person.roles.most_common(_ROLES_SHOWN))
    return (
        rank, person.name, roles, who.type, person.gender, who.document, person.documents, person.statements,
        _share(person.statements, total), person.quoted, person.reported, person.polarities["denied"],
    )  # fmt: skip


def _counted(name: str, column: str, values: Iterable[tuple[str, int]], total: int) -> Table:
    return Table(name, (column, "statements", "share"), [(v, n, _share(n, total)) for v, n in values])


def _kinds(collection: Collection) -> Table:
    counts = collection.all.kinds
    values = [(kind, counts[kind]) for kind in ("direct", "indirect", "mixed")]
    return _counted("kinds", "kind", values, collection.all.statements)


def _polarity(collection: Collection) -> Table:
    counts = collection.all.polarities
    values = [(value, counts[value]) for value in ("asserted", "denied", "negated")]
    return _counted("polarity", "polarity", values, collection.all.statements)


def _types(collection: Collection) -> Table:
    counts = dict.fromkeys(("person", "role", "organization", "unnamed", "document", "none"), 0)
    for who, person in collection.speakers.items():
        counts[who.type] += person.statements
    counts["none"] += collection.unresolved.statements
    return _counted("types", "type", counts.items(), collection.all.statements)


def _gender(collection: Collection) -> Table:
    """Of named persons and of persons known by a role."""
    single = [person for who, person in collection.speakers.items() if who.type in ("person", "role")]
    total = sum(person.statements for person in single)
    rows = []
    for gender in ("f", "m", ""):
        own = [person for person in single if person.gender == gender]
        said, quoted = sum(p.statements for p in own), sum(p.quoted for p in own)
        rows.append((gender, len(own), said, _share(said, total), quoted))
    return Table("gender", ("group", "speakers", "statements", "share", "words_quoted"), rows)


def _cues(collection: Collection) -> Table:
    ranked = sorted(collection.cues.items(), key=lambda item: (-item[1], item[0]))
    return _counted("cues", "cue", ranked, collection.all.statements)


def _grouped(name: str, column: str, groups: Mapping[str, Tally]) -> Table:
    columns = (column, "documents", "statements", "direct", "indirect", "mixed", "denied", "words_quoted")
    rows = [
        (value, t.documents, t.statements, t.kinds["direct"], t.kinds["indirect"], t.kinds["mixed"],
         t.polarities["denied"], t.quoted)
        for value, t in groups.items()
    ]  # fmt: skip
    return Table(name, columns, rows)


def _sources(collection: Collection) -> Table:
    ranked = sorted(collection.sources.items(), key=lambda item: (-item[1].statements, item[0]))
    return _grouped("sources", "source", dict(ranked))


def _months(collection: Collection) -> Table:
    return _grouped("months", "month", dict(sorted(collection.months.items())))


TABLES: dict[str, Callable[[Collection], Table]] = {
    "speakers": _speakers, "kinds": _kinds, "types": _types, "gender": _gender, "polarity": _polarity, "cues": _cues,
    "sources": _sources, "months": _months,
}  # fmt: skip
