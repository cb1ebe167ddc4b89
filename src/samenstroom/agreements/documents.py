"""The open agreement document (`samenstroom-agreement`, version 1): read from data anybody may have made, and written.

Everything that is wrong comes out as one AgreementError with its place and a code; the words: `wording/faults.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from samenstroom.agreements.rulebook import all_terms, clause_codes, terms_of_clause
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.terms import Value, ValueRefusedError, as_json

FORMAT, VERSION = "samenstroom-agreement", 1
LANGUAGES = ("nl", "en")
MOST_BYTES = 500_000
SCHEMA = Path(__file__).parent / "schema" / "agreement-1.schema.json"


class AgreementError(ValueError):
    """A file cannot be read as an agreement: a code, the place as a JSON pointer, and what stood there."""

    def __init__(self, code: str, place: str = "", found: str = "") -> None:
        super().__init__(f"{code} at {place or 'top'}")
        self.code = code
        self.place = place
        self.found = found[:60]


def parse_document(raw: bytes) -> Mapping[str, Any]:
    """The data in these bytes, checked as a document. Raises AgreementError."""
    if len(raw) > MOST_BYTES:
        raise AgreementError("too_large")
    try:
        found = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except AgreementError:
        raise
    except (ValueError, RecursionError):
        raise AgreementError("no_json") from None
    read_document(found)
    data: Mapping[str, Any] = found
    return data


def read_document(data: Any) -> Document:
    """The agreement for the rules, from the data of a document. Raises AgreementError."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise AgreementError("not_ours")
    if data.get("version") != VERSION or isinstance(data["version"], bool):
        raise AgreementError("other_version", "/version", str(data.get("version")))
    fault = best_match(Draft202012Validator(_schema()).iter_errors(data))
    if fault:
        place = "".join(f"/{step}" for step in fault.absolute_path)
        raise AgreementError("wrong_shape", place, str(fault.validator))
    facts = _read_values(data.get("facts", {}), None, "/facts")
    for name in ("jurisdiction", "kind"):
        if facts.setdefault(name, data[name]) != data[name]:
            raise AgreementError("says_two_things", f"/facts/{name}", str(facts[name]))
    return Document(data["jurisdiction"], data["kind"], facts, _read_clauses(data["clauses"]))


def language_of(data: Mapping[str, Any]) -> str:
    """The language of the texts; Dutch when it is one we do not write."""
    found = data.get("language")
    return found if found in LANGUAGES else LANGUAGES[0]


def as_data(
    document: Document,
    *,
    language: str,
    parties: Mapping[str, Mapping[str, str]],
    additions: Mapping[str, str] | None = None,
    own_clauses: Sequence[Mapping[str, str]] = (),
    charter: Sequence[str] = (),
) -> dict[str, Any]:
    """The document as data: clauses in the order of an agreement; nothing private and nothing the app works out."""
    order = [code for code in clause_codes() if code in document.clauses]
    return {
        "format": FORMAT,
        "version": VERSION,
        "jurisdiction": document.jurisdiction,
        "kind": document.kind,
        "language": language,
        "parties": {role: dict(parties.get(role, {})) for role in ("provider", "client")},
        "facts": _written(document.facts, None) | {"jurisdiction": document.jurisdiction, "kind": document.kind},
        "clauses": [
            {
                "code": code,
                "terms": _written(document.clauses[code], code),
                "addition": (additions or {}).get(code, ""),
            }
            for code in order
        ],
        "own_clauses": [dict(one) for one in own_clauses],
        "charter": list(charter),
    }


def _read_clauses(given: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Value | None]]:
    found: dict[str, dict[str, Value | None]] = {}
    for at, clause in enumerate(given):
        code, place = clause["code"], f"/clauses/{at}"
        if code not in clause_codes():
            raise AgreementError("unknown_clause", f"{place}/code", code)
        if code in found:
            raise AgreementError("twice", f"{place}/code", code)
        found[code] = _read_values(clause.get("terms", {}), code, f"{place}/terms")
    return found


def _read_values(given: Mapping[str, Any], clause: str | None, place: str) -> dict[str, Value | None]:
    known = {term.name for term in terms_of_clause(clause)}
    found: dict[str, Value | None] = {}
    for name, value in given.items():
        term = all_terms().get(name)
        if term is not None and term.is_private:
            raise AgreementError("private", f"{place}/{name}", name)
        if term is None or name not in known:
            raise AgreementError("unknown_term", f"{place}/{name}", name)
        try:
            found[name] = term.read(value)
        except ValueRefusedError as error:
            raise AgreementError(error.code, f"{place}/{name}", str(value)) from None
    return found


def _written(values: Mapping[str, Value | None], clause: str | None) -> dict[str, Any]:
    terms = [term for term in terms_of_clause(clause) if term.name in values]
    return {term.name: as_json(values[term.name], is_whole=term.is_whole) for term in terms}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise AgreementError("twice")
    return found


def _no_number(word: str) -> None:
    raise AgreementError("no_json", found=word)


@cache
def _schema() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return found
