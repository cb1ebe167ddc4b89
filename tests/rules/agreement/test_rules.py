"""Every rule of the check: its example sets it off, its one step silences it, and a new agreement says nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samenstroom import content
from samenstroom.agreements.rulebook import all_terms, new_document, rates, rulebook, starting_terms
from samenstroom.rules.agreement.checking import check, countries_of, fixed, is_doubtful, signs_of_dependence
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.rulebook import Level, Rule
from samenstroom.rules.agreement.terms import Value

TODAY = date(2026, 12, 15)
BOOK = rulebook()
RULES = {rule.id: rule for rule in BOOK.rules}
KINDS = content.load_data("agreement_clauses")["kinds"]


def new(kind: str = "client_va", jurisdiction: str = "NL") -> Document:
    """A new agreement in which the numbers of the parties and the goal were filled in."""
    document = new_document(kind=kind, jurisdiction=jurisdiction, today=TODAY)
    needed = {term.name for term in BOOK.terms if term.is_needed}
    clauses = {
        code: {name: "0123" if name in needed else value for name, value in terms.items()}
        for code, terms in document.clauses.items()
    }
    return replace(document, clauses=clauses)


def changed(document: Document, values: dict[str, Value | None]) -> Document:
    """The agreement with other facts and terms; a term of a clause that is not there is left out."""
    facts, clauses = dict(document.facts), {code: dict(terms) for code, terms in document.clauses.items()}
    for name, value in values.items():
        term = all_terms()[name]
        if not (term.is_private or term.is_derived):
            (facts if term.clause is None else clauses.setdefault(term.clause, {}))[name] = value
    return replace(document, kind=str(facts["kind"]), facts=facts, clauses=clauses)


def example_of(rule: Rule) -> tuple[Document, dict[str, Value | None]]:
    """The example of a rule as an agreement, and the values that do not stand in one."""
    start = new(jurisdiction="BE" if rule.jurisdiction == "BE" else "NL")
    clauses = {code: terms for code, terms in start.clauses.items() if code not in rule.example.left_out}
    clauses |= {code: starting_terms(code, start.jurisdiction, TODAY) for code in rule.example.added}
    aside = {
        name: v
        for name, v in rule.example.terms.items()
        if all_terms()[name].is_private or all_terms()[name].is_derived
    }
    return changed(replace(start, clauses=clauses), dict(rule.example.terms)), aside


def fired(document: Document, aside: dict[str, Value | None] | None = None) -> list[str]:
    """The ids of what fires on an agreement that was not signed yet and for which no work was done."""
    known = rates().on(document.jurisdiction, TODAY)
    assert known is not None
    derived = {"statutory_interest_percent": known.percent, "work_started": False, "signed_by_all": False} | (
        aside or {}
    )
    return [one.rule.id for one in check(document, BOOK, own_facts=aside or {}, derived=derived, today=TODAY)]


def test_there_are_134_rules_over_28_facts_and_36_clauses() -> None:
    assert len(RULES) == len(BOOK.rules) == 134
    assert sum(term.clause is None for term in BOOK.terms) == 28
    assert len(BOOK.clauses) == 36


@pytest.mark.parametrize("jurisdiction", ["NL", "BE"])
@pytest.mark.parametrize("kind", KINDS)
def test_new_agreement_says_nothing(kind: str, jurisdiction: str) -> None:
    assert fired(new(kind, jurisdiction)) == []


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_example_sets_it_off(rule: Rule) -> None:
    assert rule.id in fired(*example_of(rule))


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if rule.fix], ids=lambda rule: rule.id)
def test_one_step_silences_it(rule: Rule) -> None:
    document, aside = example_of(rule)
    mended = fixed(document, rule)
    assert rule.id not in fired(mended, aside)
    assert fixed(mended, rule) == mended


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_condition_survives_when_nothing_is_filled_in(rule: Rule) -> None:
    nothing = dict.fromkeys(term.name for term in BOOK.terms)
    assert rule.condition.holds(nothing, ()) in (True, False)
    assert rule.condition.holds(nothing, BOOK.clauses) in (True, False)
    assert rule.condition.holds({}, ()) is rule.condition.holds(nothing, ())
