"""Clauses that work: what was agreed sets what is late, what is silence, how many hours, and which days come near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from samenstroom.agreements.queries.in_force import InForce, in_force_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.decisions import months_after
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.one_sided import one_sided

from .shelf import Shelf

WORKING_HOURS = Decimal(8)
"""How many hours a working day has, to tell a time to answer in days."""


def limits(visit: Visit, held: InForce | None) -> Mapping[str, Any]:
    """Fields of a history that the agreement fills; what it does not say stays unknown."""
    if held is None:
        return {}
    found = {
        "payment_days": held.payment_days,
        "response_days": response_days(held),
        "notice_days": longest_notice(visit, held),
        "hours_per_week": float(held.hours_per_week) if held.hours_per_week else None,
        "hours_side": _provider_side(visit, held),
    }
    return {name: value for name, value in found.items() if value is not None}


def response_days(held: InForce) -> int | None:
    """The agreed time to answer, in days: 24 working hours are three, the weekend not counted."""
    hours = held.response_hours
    return None if hours is None else int((Decimal(hours) / WORKING_HOURS).to_integral_value(ROUND_CEILING))


def longest_notice(visit: Visit, held: InForce) -> int | None:
    """The longer notice of the two: until then both can still choose."""
    both = [held.notice_days(party.pk) for party in (visit.party, visit.other_party)]
    return max((days for days in both if days is not None), default=None)


def _provider_side(visit: Visit, held: InForce) -> Side | None:
    if held.provider is None:
        return None
    return Side.SELF if held.provider == visit.party.pk else Side.OTHER


def entries(visit: Visit, held: InForce | None) -> Iterator[Entry]:
    """Days that the agreement names, and that some of it holds for one side alone: shared, both can read it there."""
    if held is not None:
        yield from told_of(held, clock.day_of(visit.now))


def told_of(held: InForce, today: date) -> Iterator[Entry]:
    """The same, of terms from wherever they come."""
    yield Entry("agreement_signed", held.since, data=_end_of(held), key=f"terms-signed-{held.key}")
    review = review_of(held, today)
    if review:
        yield Entry("review_date_set", held.since, data={"due_on": review}, key=f"terms-review-{held.key}")
    if one_sided(held.terms):
        yield Entry("terms_one_sided", held.since, key=f"terms-one-sided-{held.key}")


def _end_of(held: InForce) -> Mapping[str, Any]:
    """The day it ends, and until when they can choose: earlier when it renews itself unless somebody objects."""
    ends_on = held.day("end_date")
    if ends_on is None:
        return {}
    objects = held.whole("renewal_notice_days") if held.holds_that("tacit_renewal") else None
    return {"due_on": ends_on, "choose_by": ends_on - timedelta(days=objects or 0)}


def review_of(held: InForce, today: date) -> date | None:
    """The next day to look at the agreement together; None when none was agreed."""
    months = held.whole("review_months")
    return next_review(held.day("start_date") or held.since, months, today) if months else None


def next_review(begun_on: date, months: int, today: date) -> date:
    """The first day to look at it that lies no further back than three weeks: a review just missed is still told."""
    count = 1
    while months_after(begun_on, count * months) < today - timedelta(weeks=3):
        count += 1
    return months_after(begun_on, count * months)


SHELF = Shelf("terms", in_force_by_table, entries=entries, limits=limits)
