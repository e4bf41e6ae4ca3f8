from __future__ import annotations
def read_table(source, columns, optional=()):
    lines=[l for l in source.read_text(encoding="utf-8").split("\n") if l and not l.startswith("#")]
    head=lines[0].split("\t")
    return [dict.fromkeys(optional,"")|dict.fromkeys(columns,"")|dict(zip(head,l.split("\t"))) for l in lines[1:]]
