"""What paying late comes to: interest and collection costs, by the agreement or else by the law of the country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from samenstroom.agreements.queries.in_force import InForce
from samenstroom.agreements.rulebook import rates
from samenstroom.rules.agreement.interest import Interest, cents, collection_costs, interest


class Ground(StrEnum):
    """What an amount rests on. `unknown`: agreed, but without a number; `no_country`: we do not know that law."""

    LAW = "law"
    AGREED = "agreed"
    EXCLUDED = "excluded"
    UNKNOWN = "unknown"
    NO_COUNTRY = "no_country"


@dataclass(frozen=True)
class LateCosts:
    """Interest up to and including a day, and collection costs; None where nothing can be told."""

    interest: Interest | None
    interest_ground: Ground
    costs: Decimal | None
    costs_ground: Ground
    compiled_on: date
    legal_basis: tuple[str, ...] = ()


def late_costs(principal: Decimal, *, due_on: date, until: date, country: str, held: InForce | None) -> LateCosts:
    """What it comes to when this was to be paid by `due_on`. What both agreed goes before the law."""
    known = rates()
    place = held.jurisdiction if held else country
    basis = []
    found, ground = _interest(principal, due_on, until, place, held)
    if ground is Ground.LAW:
        basis.append(known.interest[place].legal_basis)
    costs, costs_ground = _costs(principal, place, held)
    if costs_ground is Ground.LAW:
        basis.append(known.costs[place].legal_basis)
    return LateCosts(found, ground, costs, costs_ground, known.compiled_on, tuple(basis))


def _interest(
    principal: Decimal, due_on: date, until: date, place: str, held: InForce | None
) -> tuple[Interest | None, Ground]:
    known, rule = rates(), held.terms.get("interest_rule", "statutory") if held else "statutory"
    percent = held.number("interest_rate_percent") if held and rule == "contract_rate" else None
    if rule == "excluded":
        return None, Ground.EXCLUDED
    if rule == "contract_rate" and percent is None:
        return None, Ground.UNKNOWN
    if place not in known.interest:
        return None, Ground.NO_COUNTRY
    found = interest(
        principal,
        late_from=due_on + timedelta(days=1),
        until=until,
        law=known.interest[place],
        rates=known.rates[place],
        contract_percent=percent,
    )
    return found, Ground.LAW if percent is None else Ground.AGREED


def _costs(principal: Decimal, place: str, held: InForce | None) -> tuple[Decimal | None, Ground]:
    known, rule = rates(), held.terms.get("collection_costs_rule", "statutory") if held else "statutory"
    if rule == "excluded":
        return None, Ground.EXCLUDED
    if held and rule in ("percent", "fixed"):
        name = {"percent": "collection_costs_percent", "fixed": "collection_costs_fixed_eur"}[rule]
        number = held.number(name)
        if number is None:
            return None, Ground.UNKNOWN
        return cents(number if rule == "fixed" else principal * number / 100), Ground.AGREED
    if place not in known.costs:
        return None, Ground.NO_COUNTRY
    return collection_costs(principal, known.costs[place]), Ground.LAW
