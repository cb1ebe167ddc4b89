"""Terms that were read in a text, on their way into a document: one by one, and only those she took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.rulebook import all_terms
from samenstroom.agreements.terms import clause_order, new_terms, typed
from samenstroom.rules.agreement.terms import Type, Value, as_json

SIGN = "="
"""Between the name of a term and its value, in what a form sends."""


def read_value(name: str, written: str) -> Value | None:
    """A value as it was read, in the type of its term; None when it does not fit."""
    term = all_terms().get(name)
    if term is None or term.is_private or term.is_derived:
        return None
    given: Any = written
    if term.type is Type.BOOL:
        given = {"true": True, "false": False}.get(written)
    elif term.type is Type.INT:
        given = int(written) if written.isdecimal() else None
    return typed(name, given)


def taken(sent: Iterable[str]) -> dict[str, Any]:
    """The terms somebody took over (`name=value`), as they stand in a document; what does not fit is left out.

    The first of two values of one term counts.
    """
    found: dict[str, Any] = {}
    for one in list(sent)[:100]:
        name, _sign, written = one.partition(SIGN)
        value = read_value(name, written)
        if value is not None and name not in found:
            found[name] = as_json(value, is_whole=all_terms()[name].is_whole)
    return found


def with_taken(content: editing.Content, values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The document with these facts and terms; a clause that was not in it comes as in a new agreement."""
    changed = dict(content)
    for name, value in values.items():
        code = all_terms()[name].clause
        if code is None:
            changed = editing.with_facts(changed, {name: value})
            continue
        fresh = new_terms(code, str(changed["jurisdiction"]), today)
        changed = editing.with_clause(changed, code, fresh, clause_order)
        changed = editing.with_terms(changed, code, {name: value})
    return changed
