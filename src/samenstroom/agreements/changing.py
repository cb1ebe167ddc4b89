"""Changing a part of what holds: a change as data, put in and taken out clause by clause. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.rulebook import clause_codes
from samenstroom.agreements.terms import clause_order, new_terms
from samenstroom.rules.agreement.amending import Change, amended, change_between, fitting

Content = Mapping[str, Any]
FACTS_WITH: Mapping[str, Mapping[str, Any]] = {
    "processor_agreement": {"personal_data_processed": True, "provider_role_gdpr": "processor"}
}
"""What is the case once a clause is added: who agrees on personal data, works with it."""


def becomes(whole: Content, change: Change) -> dict[str, Any]:
    """The document with as much of the change as still fits."""
    return amended(whole, fitting(whole, change))


def with_clause_changed(new: Content, code: str, terms: Mapping[str, Any], addition: str) -> dict[str, Any]:
    """The document with these terms in one clause; a clause that is not there is added at its place.

    Terms nobody knew and nobody fills in stay unknown.
    """
    is_there = editing.clause_in(new, code) is not None
    held = new if is_there else editing.with_clause(new, code, dict.fromkeys(terms), clause_order)
    if not is_there:
        held = editing.with_facts(held, FACTS_WITH.get(code, {}))
    known = (editing.clause_in(held, code) or {}).get("terms", {})
    kept = {name: value for name, value in terms.items() if value is not None or name in known}
    return editing.with_terms(held, code, kept, addition)


def put_back(whole: Content, new: Content, what: str) -> dict[str, Any]:
    """The new document with one clause, fact or part as it holds now."""
    change = change_between(whole, new)
    kept: dict[str, Any] = {
        part: {name: one for name, one in getattr(change, part).items() if _name(part, name) != what}
        for part in ("facts", "clauses", "parts")
    }
    return becomes(whole, Change(**kept))


def _name(part: str, name: str) -> str:
    return f"feit:{name}" if part == "facts" else name


def terms_to_start(new: Content, code: str, today: date) -> Mapping[str, Any]:
    """The terms of a clause as they are, or as it starts when it is not there yet."""
    found = editing.clause_in(new, code)
    terms: Mapping[str, Any] = found["terms"] if found else new_terms(code, str(new["jurisdiction"]), today)
    return terms


def can_be_added(new: Content) -> tuple[str, ...]:
    """Clauses that fit this kind and are not in it."""
    return tuple(code for code in clause_codes(str(new["kind"])) if editing.clause_in(new, code) is None)
