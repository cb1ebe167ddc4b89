"""The document she is writing, as a page: its text, what could still be added, and the fields of a clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.agreements import editing
from samenstroom.agreements.rulebook import clause_codes
from samenstroom.agreements.terms import clause_order, names_in, new_terms, type_of
from samenstroom.agreements.wording.document import AgreementText, text_of
from samenstroom.agreements.wording.terms import Asked, clause_words, fact_words, label_of, options_of, term_words

OWN_FACTS = ("share_of_income_percent",)
"""Facts that only one of the two may know; they are never in a document."""


@dataclass(frozen=True)
class Addable:
    """A clause that is not in the document."""

    code: str
    name: str
    settles: str


@dataclass(frozen=True)
class DraftPage:
    """The text, and the clauses that fit this kind and are not in it."""

    text: AgreementText
    missing: Sequence[Addable]


def draft_page(content: Mapping[str, Any]) -> DraftPage:
    """Put a draft in words."""
    words = clause_words(str(content["language"]))
    there = editing.codes_of(content)
    missing = [code for code in clause_codes(str(content["kind"])) if code not in there and code in words]
    return DraftPage(
        text=text_of(content),
        missing=[Addable(code, str(words[code]["name"]), str(words[code]["settles"])) for code in missing],
    )


def add_clause(content: Mapping[str, Any], code: str, today: date) -> dict[str, Any]:
    """The document with this clause as it stands in a new agreement; a clause nobody knows changes nothing."""
    if code not in clause_codes():
        return dict(content)
    return editing.with_clause(content, code, new_terms(code, str(content["jurisdiction"]), today), clause_order)


def terms_asked(code: str, language: str) -> list[Asked]:
    """The terms of a clause, in their order."""
    return asked_of(names_in(code), language)


def asked_of(names: Sequence[str], language: str) -> list[Asked]:
    """Facts and terms as they are asked, in this order."""
    return [_asked(name, language) for name in names]


def _asked(name: str, language: str) -> Asked:
    words = term_words(language).get(name) or fact_words(language).get(name) or {}
    return Asked(
        name=name,
        type=type_of(name),
        label=label_of(name, language),
        hint=str(words.get("hint") or ""),
        options=tuple(options_of(name, language)),
    )
