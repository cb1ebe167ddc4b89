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


def test_weak_rule_is_never_an_error() -> None:
    weak = [rule for rule in BOOK.rules if rule.certainty == "low" or rule.is_unsourced]
    assert weak
    assert all(rule.level is not Level.ERROR for rule in weak)
    assert replace(RULES["NL-PAY-02"], certainty="low").level is Level.WARNING
    assert RULES["NL-PAY-02"].level is Level.ERROR


def test_doubt_comes_from_the_source() -> None:
    known = replace(RULES["NL-PAY-02"], known_on=date(2026, 1, 1), source_dated=True)
    assert not is_doubtful(known, date(2026, 12, 31))
    assert is_doubtful(known, date(2027, 1, 2))
    assert is_doubtful(replace(known, source_dated=False), date(2026, 1, 2))
    assert is_doubtful(replace(known, known_on=None), date(2026, 1, 2))


def test_share_of_income_is_seen_only_by_who_knows_it() -> None:
    share: dict[str, Value | None] = {"share_of_income_percent": Decimal(80)}
    found = check(new(), BOOK, own_facts=share, derived={}, today=TODAY)
    assert [(one.rule.id, one.is_private) for one in found] == [("ANY-DBA-02", True)]
    told = replace(new(), facts=dict(new().facts) | share)
    assert check(told, BOOK, own_facts={}, derived={}, today=TODAY) == ()


def test_across_the_border_the_rules_of_both_are_read() -> None:
    assert countries_of(new()) == ("NL",)
    across = changed(new(), {"client_country": "BE", "vat_treatment": "reverse_charge", "instructions_how": True})
    assert countries_of(across) == ("NL", "BE")
    assert {"NL-DBA-02", "BE-DBA-03"} <= set(fired(across))


def test_signs_of_a_job_are_counted() -> None:
    assert signs_of_dependence({"tools_of_client": True, "substitution_allowed": False, "instructions_how": None}) == 2
    assert signs_of_dependence({}) == 0


def test_heaviest_first_then_in_the_order_of_the_agreement() -> None:
    document = changed(new(), {"payment_term_days": Decimal(75), "mediation_first": False, "interest_rule": "excluded"})
    found = check(document, BOOK, own_facts={}, derived={}, today=TODAY)
    levels = [list(Level).index(one.level) for one in found]
    assert levels == sorted(levels) and len(found) == 3


def test_without_a_known_rate_the_rule_about_it_says_nothing() -> None:
    document = changed(new(), {"interest_rule": "contract_rate", "interest_rate_percent": Decimal(1)})
    assert check(document, BOOK, own_facts={}, derived={}, today=TODAY) == ()
    below = {"statutory_interest_percent": Decimal("1.01")}
    assert [one.rule.id for one in check(document, BOOK, own_facts={}, derived=below, today=TODAY)] == ["ANY-PAY-01"]
