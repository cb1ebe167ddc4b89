"""An agreement document from outside: taken apart and built anew, so that nothing comes in that we do not know."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from samenstroom.agreements.rulebook import clause_codes, terms_of_clause
from samenstroom.agreements.terms import FORMAT
from samenstroom.content import languages
from samenstroom.rules.agreement.terms import as_json

LONG, SHORT, MANY = 6000, 300, 100


class NoAgreementError(ValueError):
    """This is no agreement document that we can read."""


def content_of(data: bytes) -> dict[str, Any]:
    """The document in these bytes, with known facts, clauses and terms only. Raises NoAgreementError."""
    try:
        return _document(json.loads(data))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise NoAgreementError from error


def _document(given: Mapping[str, Any]) -> dict[str, Any]:
    kind, jurisdiction = str(given["kind"]), str(given["jurisdiction"])
    if given["format"] != FORMAT or given["version"] != 1 or jurisdiction not in ("NL", "BE"):
        raise NoAgreementError
    if given["language"] not in languages():
        raise NoAgreementError
    facts = _terms(None, given["facts"])
    if facts.get("kind") not in (None, kind):
        raise NoAgreementError
    return {
        "format": FORMAT,
        "version": 1,
        "jurisdiction": jurisdiction,
        "kind": kind,
        "language": given["language"],
        "parties": {side: _party(given["parties"][side]) for side in ("provider", "client")},
        "facts": facts | _terms(None, {"kind": kind, "jurisdiction": jurisdiction}),
        "clauses": _clauses(given["clauses"]),
        "own_clauses": [
            {"title": _text(one["title"], SHORT), "text": _text(one["text"], LONG)}
            for one in _list(given["own_clauses"])
        ],
        "charter": [_text(one, LONG) for one in _list(given["charter"])],
    }


def _clauses(given: Any) -> list[dict[str, Any]]:
    by_code = {_text(one["code"], SHORT): one for one in _list(given)}
    if len(by_code) < len(given) or not set(by_code) <= set(clause_codes()):
        raise NoAgreementError
    return [
        {
            "code": code,
            "terms": _terms(code, by_code[code]["terms"]),
            "addition": _text(by_code[code].get("addition", ""), LONG),
        }
        for code in clause_codes()
        if code in by_code
    ]


def _terms(code: str | None, given: Mapping[str, Any]) -> dict[str, Any]:
    """The terms that belong here, each held against its type; others are left out."""
    return {term.name: as_json(term.read(given[term.name])) for term in terms_of_clause(code) if term.name in given}


def _party(given: Mapping[str, Any]) -> dict[str, str]:
    return {part: _text(given.get(part) or "", SHORT) for part in ("name", "represented_by", "address")}


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list) or len(given) > MANY:
        raise NoAgreementError
    return given


def _text(given: Any, most: int) -> str:
    if not isinstance(given, str) or len(given) > most or "\x00" in given:
        raise NoAgreementError
    return given
