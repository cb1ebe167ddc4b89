"""Changing an agreement document while it is being written: plain data in, plain data out.

What a document looks like is in `documents`. Nothing here knows who is looking, and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Content = Mapping[str, Any]


def clause_in(content: Content, code: str) -> Mapping[str, Any] | None:
    """A clause of this document."""
    found: Mapping[str, Any] | None = next((one for one in content["clauses"] if one["code"] == code), None)
    return found


def codes_of(content: Content) -> tuple[str, ...]:
    """The clauses that are in it, in their order."""
    return tuple(one["code"] for one in content["clauses"])


def value_in(content: Content, name: str, code: str = "") -> Any:
    """What a fact (no code) or a term of a clause says; None when it is not filled in or not there."""
    if not code:
        return content["facts"].get(name)
    clause = clause_in(content, code)
    return clause["terms"].get(name) if clause else None


def with_facts(content: Content, values: Mapping[str, Any]) -> dict[str, Any]:
    """The same with these facts."""
    return {**content, "facts": {**content["facts"], **values}}


def with_terms(content: Content, code: str, values: Mapping[str, Any], addition: str | None = None) -> dict[str, Any]:
    """The same with these terms in one clause, and their own words under it; a clause that is not there stays away."""

    def changed(clause: Mapping[str, Any]) -> dict[str, Any]:
        words = clause["addition"] if addition is None else addition
        return {**clause, "terms": {**clause["terms"], **values}, "addition": words}

    return _with_clauses(content, (changed(one) if one["code"] == code else one for one in content["clauses"]))


def with_clause(content: Content, code: str, terms: Mapping[str, Any], order: Callable[[str], int]) -> dict[str, Any]:
    """The same with this clause at its place; a clause that is there stays as it is."""
    if clause_in(content, code):
        return dict(content)
    added = {"code": code, "terms": dict(terms), "addition": ""}
    return _with_clauses(content, sorted([*content["clauses"], added], key=lambda one: order(one["code"])))


def without_clause(content: Content, code: str) -> dict[str, Any]:
    """The same without this clause."""
    return _with_clauses(content, (one for one in content["clauses"] if one["code"] != code))


def with_own_clause(content: Content, at: int, title: str, text: str) -> dict[str, Any]:
    """The same with a clause they wrote themselves: at this place (from 1), or added at the end (0)."""
    own = [dict(one) for one in content["own_clauses"]]
    written = {"title": title, "text": text}
    if 1 <= at <= len(own):
        own[at - 1] = written
    elif written not in own:
        own.append(written)
    return {**content, "own_clauses": own}


def without_own_clause(content: Content, at: int) -> dict[str, Any]:
    """The same without the clause of their own at this place (from 1)."""
    kept = [one for number, one in enumerate(content["own_clauses"], start=1) if number != at]
    return {**content, "own_clauses": kept}


def with_party(content: Content, side: str, words: Mapping[str, str]) -> dict[str, Any]:
    """The same with these names for one party."""
    parties = content["parties"]
    return {**content, "parties": {**parties, side: {**parties[side], **words}}}


def with_sides_changed(content: Content) -> dict[str, Any]:
    """The same with the two parties in each other's place."""
    parties = content["parties"]
    return {**content, "parties": {"provider": parties["client"], "client": parties["provider"]}}


def _with_clauses(content: Content, clauses: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {**content, "clauses": [dict(one) for one in clauses]}
