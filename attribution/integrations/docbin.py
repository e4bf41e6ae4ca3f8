"""spaCy DocBin: a file of Docs with their attributions, kept as `attribution.integrations.spacy` keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from attribution.documents import Document
from attribution.errors import DataError, MissingExtraError
from attribution.formats.rows import read_row
from attribution.results import Extraction

try:
    import spacy
    from spacy.tokens import Doc, DocBin
except ImportError as error:  # pragma: no cover - exercised in a bare environment
    raise MissingExtraError("a DocBin", "spaCy", "spacy") from error

from attribution.integrations.spacy import annotate

_DOCUMENT = "attribution_document"


def write_docbin(pairs: Iterable[tuple[Document, Extraction]], out: IO[bytes], spans_key: str = "attributions") -> None:
    """Write the documents, cut into tokens by spaCy's blank Arabic pipeline."""
    nlp, docs = spacy.blank("ar"), DocBin(store_user_data=True)
    nlp.max_length = 10**9  # characters; the bound is meant for parsers
    for document, result in pairs:
        doc = annotate(nlp.make_doc(document.text), result.attributions, spans_key)
        doc.user_data[_DOCUMENT] = {"id": document.id, "metadata": dict(document.metadata)}
        docs.add(doc)
    out.write(docs.to_bytes())


def read_docbin(path: Path) -> Iterator[tuple[Document, Extraction]]:
    """The Docs of a file, whoever wrote it with the component in the pipeline and ``store_user_data=True``."""
    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(spacy.blank("ar").vocab))
    except Exception as error:  # zlib, msgpack and spaCy each have errors of their own
        raise DataError(f"{path}: no DocBin ({type(error).__name__}: {error})") from None
    for n, doc in enumerate(docs, 1):
        yield _read(doc, f"{path}: doc {n}")


def _read(doc: Doc, where: str) -> tuple[Document, Extraction]:
    told: dict[str, Any] = doc.user_data.get(_DOCUMENT, {})
    row = {"id": told.get("id", where), "metadata": told.get("metadata", {}), "text": doc.text,
           "attributions": doc._.attribution_data}  # fmt: skip
    return read_row(row, where)
