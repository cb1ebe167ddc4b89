"""The check of an agreement, and mending it in one step. Information, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from samenstroom.rules.agreement.document import Document
from samenstroom.rules.agreement.rulebook import ANYWHERE, Level, Rule, Rulebook
from samenstroom.rules.agreement.terms import Value, Values

COUNTRIES = ("NL", "BE")
STALE_AFTER = timedelta(days=365)
SIGNS = (
    "fixed_hours_imposed",
    "fixed_location_imposed",
    "instructions_how",
    "leave_needs_permission",
    "same_work_as_employees",
    "tools_of_client",
    "other_clients_forbidden",
    "presented_as_staff",
)


@dataclass(frozen=True)
class CheckFinding:
    """A rule that fired. `is_doubtful`: look whether it still holds, because of the date of its source."""

    rule: Rule
    level: Level
    is_private: bool
    is_doubtful: bool


def check(
    document: Document, rulebook: Rulebook, *, own_facts: Values, derived: Values, today: date
) -> tuple[CheckFinding, ...]:
    """What fires, the heaviest first and then in the order of the agreement.

    `own_facts` are what the reader keeps for herself; a rule about them says nothing without them. `derived` is what
    the app knows by itself: the statutory rate of today, whether work began, whether all signed.
    """
    private = {term.name for term in rulebook.terms if term.is_private}
    values = document.values(rulebook.terms)
    values |= dict.fromkeys(private)
    values |= {name: value for name, value in own_facts.items() if name in private}
    values["dependence_signs"] = signs_of_dependence(values)
    values |= {term.name: derived[term.name] for term in rulebook.terms if term.is_derived and term.name in derived}
    places = countries_of(document)
    fired = [
        rule
        for rule in rulebook.rules
        if rule.jurisdiction in (ANYWHERE, *places) and rule.condition.holds(values, document.clauses.keys())
    ]
    order = {rule.id: at for at, rule in enumerate(rulebook.rules)}
    levels, clauses = list(Level), {code: at for at, code in enumerate(rulebook.clauses)}
    fired.sort(key=lambda rule: (levels.index(rule.level), clauses.get(rule.clause, len(clauses)), order[rule.id]))
    return tuple(CheckFinding(rule, rule.level, rule.is_private, is_doubtful(rule, today)) for rule in fired)


def countries_of(document: Document) -> tuple[str, ...]:
    """Whose rules are read: of the law that was chosen, and across a border of both countries."""
    ends = {document.facts.get("client_country"), document.facts.get("provider_country")}
    found = {document.jurisdiction, *(ends if len(ends - {None}) > 1 else ())}
    return tuple(country for country in COUNTRIES if country in found)


def is_doubtful(rule: Rule, today: date) -> bool:
    """No date on the source, no source, or a source older than twelve months."""
    return rule.known_on is None or not rule.source_dated or today - rule.known_on > STALE_AFTER


def signs_of_dependence(values: Values) -> Decimal:
    """How many things in an agreement look like a job. A reason to talk, never a test, and never shown as a score."""
    count = sum(values.get(name) is True for name in SIGNS)
    return Decimal(count + (values.get("substitution_allowed") is False))


def fixed(document: Document, rule: Rule) -> Document:
    """The agreement after the one step of this rule; the same one when a person has to choose.

    A clause that is there already stays as it is; a term of a clause that is not there is left alone.
    """
    if rule.fix is None:
        return document
    facts: dict[str, Value | None] = dict(document.facts)
    clauses = {code: dict(terms) for code, terms in document.clauses.items()}
    added = rule.fix.add_clause
    if added:
        clauses.setdefault(added, dict(rule.fix.starting.get(document.jurisdiction, {})))
    for step in rule.fix.steps:
        if step.clause is None:
            facts[step.name] = step.value
        elif step.clause in clauses:
            clauses[step.clause][step.name] = step.value
    return replace(document, facts=facts, clauses=clauses)
