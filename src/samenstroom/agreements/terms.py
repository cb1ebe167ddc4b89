"""Agreement documents as plain data, and the same with typed values as the rules read them; one place that knows both.

A draft may hold anything a person left half done: what does not fit its term counts here as not filled in. A file from
outside is read strictly, in `documents`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from samenstroom.agreements.rulebook import clause_codes, new_document, rulebook, starting_terms, terms_of_clause
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.terms import Term, Value, ValueRefusedError, Values, as_json

Content = Mapping[str, Any]
FORMAT = "samenstroom-agreement"


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
    return _plain(starting_terms(code, jurisdiction, today))


def new_content(*, kind: str, jurisdiction: str, language: str, today: date) -> dict[str, Any]:
    """A new agreement document from the template of this kind and country, without names."""
    document = new_document(kind=kind, jurisdiction=jurisdiction, today=today)
    nobody = {"name": "", "represented_by": "", "address": ""}
    return {
        "format": FORMAT,
        "version": 1,
        "jurisdiction": jurisdiction,
        "kind": kind,
        "language": language,
        "parties": {"provider": dict(nobody), "client": dict(nobody)},
        "facts": {**_plain(document.facts), "jurisdiction": jurisdiction, "kind": kind},
        "clauses": [{"code": code, "terms": _plain(held), "addition": ""} for code, held in document.clauses.items()],
        "own_clauses": [],
        "charter": [],
    }


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
    words = {one["code"]: one["addition"] for one in content["clauses"]}
    clauses = [
        {"code": code, "terms": _plain(held), "addition": words.get(code, "")}
        for code, held in sorted(document.clauses.items(), key=lambda one: clause_order(one[0]))
    ]
    return {**content, "facts": {**content["facts"], **_plain(document.facts)}, "clauses": clauses}


def _typed(values: Mapping[str, Any]) -> dict[str, Value | None]:
    return {name: typed(name, value) for name, value in values.items()}


def _read(term: Term, value: Any) -> Value | None:
    try:
        return term.read(value)
    except ValueRefusedError:
        return None


def _plain(values: Values) -> dict[str, Any]:
    return {name: as_json(value) for name, value in values.items()}
