"""Agreement documents as plain data, and the same with typed values as the rules read them; one place that knows both.

A draft may hold anything a person left half done: what does not fit its term counts here as not filled in. A file from
outside is read strictly, in `documents`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from samenstroom.agreements.documents import as_data, language_of, parse_document, read_document
from samenstroom.agreements.rulebook import clause_codes, new_document, rulebook, starting_terms, terms_of_clause
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.terms import Term, Value, ValueRefusedError, Values, as_json

Content = Mapping[str, Any]


def type_of(name: str) -> str:
    """The type of a fact or term; text when nobody knows it."""
    term = rulebook().term(name)
    return term.type.value if term else "text"


def unit_of(name: str) -> str:
    """The unit of a fact or term, empty when it has none."""
    term = rulebook().term(name)
    return term.unit if term else ""


def names_in(code: str) -> list[str]:
    """The terms of a clause, in their order."""
    return [term.name for term in terms_of_clause(code)]


def clause_order(code: str) -> int:
    """The place of a clause in an agreement."""
    codes = clause_codes()
    return codes.index(code) if code in codes else len(codes)


def new_terms(code: str, jurisdiction: str, today: date) -> dict[str, Any]:
    """The terms a clause starts with."""
    started = starting_terms(code, jurisdiction, today)
    return {term.name: as_json(started[term.name], is_whole=term.is_whole) for term in terms_of_clause(code)}


def new_content(*, kind: str, jurisdiction: str, language: str, today: date) -> dict[str, Any]:
    """A new agreement document from the template of this kind and country, without names."""
    nobody = {"name": "", "represented_by": "", "address": ""}
    document = new_document(kind=kind, jurisdiction=jurisdiction, today=today)
    return as_data(document, language=language, parties={"provider": nobody, "client": nobody})


def content_of(data: bytes) -> dict[str, Any]:
    """The document in these bytes, held against its schema and written anew. Raises AgreementError."""
    found = parse_document(data)
    return _rebuilt(found, read_document(found))


def document_from(content: Content) -> Document:
    """A document as the rules read it; what does not fit its term was not filled in."""
    return Document(
        jurisdiction=str(content["jurisdiction"]),
        kind=str(content["kind"]),
        facts=_typed(content["facts"]),
        clauses={str(one["code"]): _typed(one["terms"]) for one in content["clauses"]},
    )


def known_values(content: Content) -> tuple[Values, Collection[str]]:
    """Every declared name with its value, and the clauses that are there."""
    document = document_from(content)
    return document.values(rulebook().terms), document.clauses.keys()


def typed(name: str, value: Any) -> Value | None:
    """One value of a document in its type."""
    term = rulebook().term(name)
    return _read(term, value) if term else None


def merged(content: Content, document: Document) -> dict[str, Any]:
    """The same document with the facts and clauses of `document`; words of their own stay."""
    return _rebuilt(content, document)


def _rebuilt(content: Content, document: Document) -> dict[str, Any]:
    parties = {
        side: {part: str(content["parties"][side].get(part) or "") for part in ("name", "represented_by", "address")}
        for side in ("provider", "client")
    }
    return as_data(
        document,
        language=language_of(content),
        parties=parties,
        additions={one["code"]: one.get("addition", "") for one in content["clauses"]},
        own_clauses=content.get("own_clauses", ()),
        charter=content.get("charter", ()),
    )


def _typed(values: Mapping[str, Any]) -> dict[str, Value | None]:
    return {name: typed(name, value) for name, value in values.items()}


def _read(term: Term, value: Any) -> Value | None:
    try:
        return term.read(value)
    except ValueRefusedError:
        return None
