"""The rules of the check, the clauses and the rates, read from the data files once and held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from samenstroom import content
from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.grammar import GrammarError, parse
from samenstroom.rules.agreement.rates import Band, CostsLaw, InterestLaw, Rate, Rates
from samenstroom.rules.agreement.rulebook import Example, Fix, Level, Rule, Rulebook, Step
from samenstroom.rules.agreement.terms import Term, Type, Value, ValueRefusedError

COUNTRIES = ("NL", "BE")


@cache
def rulebook() -> Rulebook:
    """The rules of today. Raises ContentError when a rule reads a name or a clause that does not exist."""
    found = content.load_data("agreement_rules")
    terms = all_terms()
    by_name = {term.name: term for term in terms.values()}
    clauses = tuple(clause["code"] for clause in content.load_data("agreement_clauses")["clauses"])
    return Rulebook(
        version=found["version"],
        compiled_on=date.fromisoformat(found["compiled_on"]),
        terms=tuple(terms.values()),
        clauses=clauses,
        rules=tuple(_rule(one, by_name, clauses) for one in found["rules"]),
    )


@cache
def all_terms() -> Mapping[str, Term]:
    """Every fact and every term by name, in the order of an agreement."""
    found = content.load_data("agreement_clauses")
    facts = [_term(one, None) for one in found["facts"]]
    terms = [_term(one, clause["code"]) for clause in found["clauses"] for one in clause["terms"]]
    by_name = {term.name: term for term in (*facts, *terms)}
    if len(by_name) < len(facts) + len(terms):
        raise content.ContentError("agreement_clauses.yaml: a name stands there twice")
    return by_name


def terms_of_clause(clause: str | None) -> tuple[Term, ...]:
    """The terms of a clause, in order; of None the facts an agreement document holds."""
    kept = (term for term in all_terms().values() if term.clause == clause)
    return tuple(term for term in kept if not (term.is_private or term.is_derived))


def clause_codes(kind: str | None = None) -> tuple[str, ...]:
    """The codes of all clauses in order, or of those that fit this kind of collaboration."""
    known = content.load_data("agreement_clauses")["clauses"]
    return tuple(one["code"] for one in known if kind is None or kind in one["applies_to"])


def starting_terms(clause: str | None, jurisdiction: str, today: date) -> dict[str, Value | None]:
    """The terms with which a clause starts; of None the facts."""
    return {term.name: term.started(jurisdiction, today) for term in terms_of_clause(clause)}


def new_document(*, kind: str, jurisdiction: str, today: date) -> Document:
    """What a new agreement of this kind starts with in this country.

    Names and numbers of the parties and the goal are not filled in: nobody can know them.
    """
    templates = content.load_data("agreement_templates")["templates"]
    chosen = next(one for one in templates if (one["kind"], one["jurisdiction"]) == (kind, jurisdiction))
    facts = starting_terms(None, jurisdiction, today) | {"kind": kind, "jurisdiction": jurisdiction}
    clauses = {code: starting_terms(code, jurisdiction, today) for code in chosen["clauses"]}
    for name, given in chosen["defaults"].items():
        term = all_terms()[name]
        held = facts if term.clause is None else clauses[term.clause]
        held[name] = term.read(given)
    return Document(jurisdiction, kind, facts, clauses)


@cache
def rates() -> Rates:
    """Interest and collection costs as far as they are known. Raises ContentError when half-years leave a gap."""
    found = content.load_data("interest_rates")
    by_country = {country: _rates_of(country, found["rates"]) for country in COUNTRIES}
    return Rates(
        version=found["version"],
        compiled_on=date.fromisoformat(found["compiled_on"]),
        rates=by_country,
        interest={country: _interest(found["formula"][country]) for country in COUNTRIES},
        costs={country: _costs(found["collection_costs"][country]) for country in COUNTRIES},
    )


def check_rulebook() -> None:
    """Read all of it. Raises ContentError on the first thing that does not fit."""
    rulebook()
    rates()
    for country in COUNTRIES:
        for kind in content.load_data("agreement_clauses")["kinds"]:
            new_document(kind=kind, jurisdiction=country, today=date(2026, 1, 1))


def _term(one: Mapping[str, Any], clause: str | None) -> Term:
    term = Term(
        name=one["name"],
        type=Type(one["type"]),
        clause=clause,
        options=tuple(one.get("options", ())),
        unit=one.get("unit", ""),
        default=one["default"],
        default_be=one.get("default_be"),
        is_private=one.get("private", False),
        is_derived=one.get("derived", False),
        is_needed=one.get("needed", False),
    )
    try:
        for country in COUNTRIES:
            term.started(country, date(2026, 1, 1))
    except ValueRefusedError as error:
        raise content.ContentError(f"agreement_clauses.yaml, default of {error}") from error
    return term


def _rule(one: Mapping[str, Any], terms: Mapping[str, Term], clauses: tuple[str, ...]) -> Rule:
    where = f"agreement_rules.yaml, {one['id']}"
    try:
        condition = parse(one["condition"], names=terms.keys())
        fix, example = _fix(one["fix"], terms), _example(one["example"], terms)
    except (GrammarError, ValueRefusedError) as error:
        raise content.ContentError(f"{where}: {error}") from error
    except KeyError as error:
        raise content.ContentError(f"{where}: there is no {error}") from error
    unknown = {one["clause"], *condition.clauses, *example.added, *example.left_out} - set(clauses)
    if unknown or (fix and fix.add_clause not in (None, *clauses)):
        raise content.ContentError(f"{where}: an unknown clause")
    return Rule(
        id=one["id"],
        jurisdiction=one["jurisdiction"],
        clause=one["clause"],
        condition=condition,
        severity=Level(one["severity"]),
        fix=fix,
        audience=one["audience"],
        legal_basis=one["legal_basis"],
        source=one["source"],
        known_on=date.fromisoformat(one["known_on"]) if one["known_on"] else None,
        source_dated=one["source_dated"],
        certainty=one["certainty"],
        example=example,
    )


def _fix(given: Mapping[str, Any] | None, terms: Mapping[str, Term]) -> Fix | None:
    if given is None:
        return None
    added = given.get("add_clause")
    steps = tuple(Step(terms[name].clause, name, terms[name].read(to)) for name, to in given.get("set", {}).items())
    start = {country: starting_terms(added, country, date(2026, 1, 1)) for country in COUNTRIES} if added else {}
    return Fix(added, start, steps)


def _example(given: Mapping[str, Any], terms: Mapping[str, Term]) -> Example:
    changed = {name: terms[name].read(to) for name, to in given.items() if name not in ("with", "without")}
    return Example(changed, tuple(given.get("with", ())), tuple(given.get("without", ())))


def _rates_of(country: str, given: tuple[Mapping[str, Any], ...]) -> tuple[Rate, ...]:
    found = [
        Rate(
            jurisdiction=country,
            half_year=one["half_year"],
            since=date.fromisoformat(one["from"]),
            until=date.fromisoformat(one["until"]),
            percent=Decimal(one["rate"]),
            source=one["source"],
            certainty=one["certainty"],
        )
        for one in given
        if one["jurisdiction"] == country
    ]
    for before, after in pairwise(found):
        if (after.since - before.until).days != 1:
            raise content.ContentError(f"interest_rates.yaml: {country} {after.half_year} does not follow on")
    return tuple(found)


def _interest(one: Mapping[str, Any]) -> InterestLaw:
    return InterestLaw(
        is_compound=one["compounding"] == "yearly",
        counts_leap_years=one["day_count"] == "actual_year",
        legal_basis=one["legal_basis"],
        sources=tuple(one["sources"]),
        certainty=one["certainty"],
    )


def _costs(one: Mapping[str, Any]) -> CostsLaw:
    bands = [
        Band(Decimal(b["up_to_eur"]) if b["up_to_eur"] else None, Decimal(b["percent"])) for b in one["scale"] or ()
    ]
    return CostsLaw(
        fixed=Decimal(one["fixed_minimum_eur"]),
        scale=tuple(bands),
        minimum=Decimal(one.get("minimum_eur", one["fixed_minimum_eur"])),
        maximum=Decimal(one["maximum_eur"]) if "maximum_eur" in one else None,
        legal_basis=one["legal_basis"],
        sources=tuple(one["sources"]),
        certainty=one["certainty"],
    )
