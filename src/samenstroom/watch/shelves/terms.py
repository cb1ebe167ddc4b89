"""Clauses that work: what was agreed sets what is late, what is silence, how many hours, and which days come near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.agreements.queries.in_force import InForce, in_force_by_table
from samenstroom.agreements.queries.reviews import ReviewView, reviews_by_table
from samenstroom.agreements.wording.reviews import day_words, review_row, review_row_for_both
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.one_sided import one_sided

from .shelf import Ask, Shelf, ShelfRow

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


@dataclass(frozen=True)
class Held:
    """What holds at one table, and what they said of looking at it together."""

    terms: InForce | None
    reviews: Sequence[ReviewView]

    @property
    def looked_on(self) -> date | None:
        """When they last looked at it together, as both say."""
        return max((one.review.looked_on for one in self.reviews if one.review.counts), default=None)


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Held]:
    reviews = reviews_by_table(person, visits)
    return {key: Held(held, reviews[key]) for key, held in in_force_by_table(person, visits).items()}


def entries(visit: Visit, lies: Held) -> Iterator[Entry]:
    """Days that the agreement names, that some of it holds for one side alone, and when they looked at it together."""
    if lies.terms is not None:
        yield from told_of(lies.terms, clock.day_of(visit.now), lies.looked_on)
    for one in lies.reviews:
        if one.review.counts:
            yield Entry("talk_held", one.review.looked_on, key=f"review-{one.review.public_id}")


def told_of(held: InForce, today: date, looked_on: date | None = None) -> Iterator[Entry]:
    """The same, of terms from wherever they come."""
    yield Entry("agreement_signed", held.since, data=_end_of(held), key=f"terms-signed-{held.key}")
    review = held.ahead(today, looked_on).review_on
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


def rows(visit: Visit, lies: Held) -> Iterable[ShelfRow]:
    """A day that comes near, or an account of a look that waits; otherwise nothing."""
    told = review_row(visit, lies.terms, lies.reviews, lies.looked_on)
    if told:
        hint, state = told
        yield ShelfRow(
            title=_("Kijk samen naar de overeenkomst"), hint=hint, page="review", state=state,
            tone="now" if state else "plain", icon="calendar", both=review_row_for_both(lies.reviews) or hint,
        )  # fmt: skip


def asks(visit: Visit, lies: Held) -> Iterable[Ask]:
    """An account of a look that waits for her yes, the last day to tell, or a day to look together."""
    if not visit.speaks:
        return
    if any(one.waits_for_me for one in lies.reviews):
        yield Ask(
            weight=78, icon="together", title=_("%(name)s vertelde hoe jullie keken") % {"name": visit.other_name},
            line=_("Klopt het zo? Dan telt het voor jullie allebei."), act=_("Lees het"), page="review",
        )  # fmt: skip
        return
    told = day_words(visit, lies.terms, lies.looked_on)
    if told:
        yield Ask(weight=58, icon="calendar", title=told.title, line=told.line, act=_("Kijk ernaar"), page="review")


def _limits(visit: Visit, lies: Held) -> Mapping[str, Any]:
    return limits(visit, lies.terms)


SHELF = Shelf("terms", _gather, rows=rows, asks=asks, entries=entries, limits=_limits)
