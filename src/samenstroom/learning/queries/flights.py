"""What each collaboration had: the traits that flying is compared by. Steps and facts of hers and of both, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.agreements.queries.in_force import InForce, in_force_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.queries.hours import Ledger, ledgers_by_table
from samenstroom.contributions.queries.invoices import InvoiceView, invoices_by_table
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.models import Asked, ReferenceRequest
from samenstroom.exploring.queries.acquaintance import acquaintances_by_table
from samenstroom.exploring.queries.references import references_by_table
from samenstroom.exploring.queries.room import amount, asked_by_table
from samenstroom.exploring.queries.trials import TrialView, trials_by_table
from samenstroom.exploring.wording.acquaintance import compared
from samenstroom.planning.queries.kickoff import Kickoff, kickoffs_by_table
from samenstroom.rules.acquaintance import Outcome
from samenstroom.rules.balance import Period
from samenstroom.rules.learning.flying import Compared, Flight, compare, flourished
from samenstroom.rules.learning.gut import says_yes

from .cases import Case, at_tables
from .yields import payments_of

FEW_HOURS = Decimal(8)
"""One working day a week."""
VALUES = "matters"
"""The question of an acquaintance about what matters most."""
DECISION_TERM = "decision_domains"
KIND = "kind:"
"""Before the kind of a collaboration, as a trait."""
TRAITS = (
    "gut_yes", "values", "trial", "references", "signed", "decision_rights", "kickoff", "rhythm", "paid_in_time",
    "few_hours",
)  # fmt: skip
"""Every trait but the kind, in the order in which they are told."""
A_WEEK: Mapping[str, Decimal] = {Period.WEEK: Decimal(1), Period.MONTH: Decimal(12) / Decimal(52)}


@dataclass(frozen=True)
class Read:
    """What was read of one collaboration besides the case itself."""

    trials: Sequence[TrialView]
    references: Sequence[ReferenceRequest]
    acquaintance: ExchangeView | None
    kickoff: Kickoff
    holds: InForce | None
    invoices: Sequence[InvoiceView]
    ledger: Ledger
    asked: Asked | None


@dataclass(frozen=True)
class Flown:
    """One collaboration: whether it flourished, and what it had."""

    case: Case
    flight: Flight


def flown_of(person: Person, cases: Sequence[Case]) -> list[Flown]:
    """Every collaboration with its traits, newest first; in a fixed number of queries."""
    visits = [visit for _case, visit in at_tables(cases)]
    trials, references = trials_by_table(person, visits), references_by_table(person, visits)
    acquaintances, kickoffs = acquaintances_by_table(person, visits), kickoffs_by_table(person, visits)
    holds, invoices = in_force_by_table(person, visits), invoices_by_table(person, visits)
    ledgers, asked = ledgers_by_table(person, visits), asked_by_table(person, visits)
    read = {}
    for visit in visits:
        key = visit.collaboration.pk
        opened = next((one for one in acquaintances[key] if one.is_revealed), None)
        read[key] = Read(
            trials[key], references[key], opened, kickoffs[key], holds[key], invoices[key], ledgers[key], asked.get(key)
        )
    kinds = sorted({case.kind for case in cases})
    return [
        Flown(case, Flight(flourished(case.label, case.flows), _with_kinds(case, traits, kinds)))
        for case in cases
        for traits in (_all_traits(case, read),)
    ]


def _with_kinds(case: Case, traits: Mapping[str, bool | None], kinds: Sequence[str]) -> dict[str, bool | None]:
    return {**traits, **{f"{KIND}{one}": case.kind == one for one in kinds}}


def _all_traits(case: Case, read: Mapping[int, Read]) -> dict[str, bool | None]:
    """In the same order for every case; what was known when its outline was drawn goes before what is left."""
    now = _traits(case, case.visit, read[case.visit.collaboration.pk]) if case.visit else {}
    kept = case.kept.traits if case.kept else {}
    return {name: kept[name] if name in kept else now.get(name) for name in TRAITS}


def compared_traits(flown: Sequence[Flown]) -> tuple[Compared, ...]:
    """Every trait, in those that flew and in the others."""
    return compare(one.flight for one in flown)


def _traits(case: Case, visit: Visit, read: Read) -> dict[str, bool | None]:
    explored = bool(case.scans or case.decisions or read.trials or read.references or read.acquaintance)
    return {
        "gut_yes": _gut(case),
        "values": _values(read.acquaintance),
        "trial": any(one.is_done for one in read.trials) if explored else None,
        "references": any(one.sent_at or one.noted_at for one in read.references) if explored else None,
        "signed": read.holds is not None,
        "decision_rights": DECISION_TERM in read.holds.terms if read.holds else None,
        "kickoff": _began_together(read.kickoff),
        "rhythm": bool(case.rounds),
        "paid_in_time": _paid_in_time(read.invoices),
        "few_hours": _few_hours(visit, read),
    }


def _gut(case: Case) -> bool | None:
    first = next(iter(case.feelings), None)
    return says_yes(int(first.step)) and not first.sussed if first else None


def _values(opened: ExchangeView | None) -> bool | None:
    """Whether what matters most was the same for both; None when it was not opened, or left open."""
    found = {asked.id: result.outcome for asked, result in compared(opened)} if opened else {}
    outcome = found.get(VALUES, Outcome.OPEN)
    return None if outcome is Outcome.OPEN else outcome is Outcome.SAME


def _began_together(kickoff: Kickoff) -> bool:
    opened = kickoff.exchange is not None and kickoff.exchange.is_revealed
    return opened or kickoff.held_on is not None or kickoff.accepted_on is not None


def _paid_in_time(invoices: Sequence[InvoiceView]) -> bool | None:
    found = payments_of(invoices)
    return found.late == 0 if found.known else None


def _few_hours(visit: Visit, read: Read) -> bool | None:
    """By what she said it asks, otherwise by what both agreed that she brings in."""
    hours = amount(read.asked.hours) if read.asked else None
    plan = read.ledger.plans.get(visit.party.pk)
    if hours is None and plan is not None and plan.period in A_WEEK:
        hours = plan.hours * A_WEEK[plan.period]
    return None if hours is None else hours <= FEW_HOURS
