"""What was agreed and holds now, as typed terms, for whoever sits at the table.

The rest of the app asks here and never in the text of an agreement: what a late invoice is, when silence is silence,
how many hours, how much notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import AgreementVersion, ReadBack
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.agreement.ahead import LOOK_LATE, Ahead, ahead
from samenstroom.rules.agreement.amending import change_from
from samenstroom.rules.decisions import months_after


@dataclass(frozen=True)
class InForce:
    """The terms that hold: name -> value as in the open agreement document, with the facts beside them.

    `provider` is the id of the party that does the work. `key` names the version and `since` the day it was signed; the
    terms have the addenda and deals since then in them. Without a version both are of the first deal that both
    confirmed. A term that was not filled in is not there: unknown is never taken for a no.
    """

    key: str
    since: date
    provider: int | None
    jurisdiction: str
    terms: Mapping[str, Any] = field(default_factory=dict)

    def number(self, name: str) -> Decimal | None:
        """A term as a number; None when it is not there or is no number."""
        value = self.terms.get(name)
        if value is None or isinstance(value, bool):
            return None
        try:
            return Decimal(str(value))
        except InvalidOperation:
            return None

    def whole(self, name: str) -> int | None:
        """A term as a whole number."""
        value = self.number(name)
        return None if value is None else int(value)

    def day(self, name: str) -> date | None:
        """A term as a day."""
        value = self.terms.get(name)
        return date.fromisoformat(value) if isinstance(value, str) and value else None

    def holds_that(self, name: str) -> bool:
        """Whether a yes-or-no term was answered with yes."""
        return self.terms.get(name) is True

    @property
    def payment_days(self) -> int | None:
        """Days to pay an invoice."""
        return self.whole("payment_term_days")

    @property
    def hours_per_week(self) -> Decimal | None:
        """Hours of work in a week that both expect."""
        return self.number("hours_per_week_expected")

    @property
    def response_hours(self) -> int | None:
        """Working hours within which both answer."""
        return self.whole("response_hours")

    @property
    def change_answer_days(self) -> int | None:
        """Days to answer a change that the other asks for; either side may ask."""
        return self.whole("change_answer_days")

    def ahead(self, today: date, looked_on: date | None = None) -> Ahead:
        """The days that lie ahead; `looked_on` is when they last looked at it together."""
        return ahead(
            review_on=self._review_on(today, looked_on),
            ends_on=self.day("end_date"),
            renews=self.holds_that("tacit_renewal"),
            notice_days=self.whole("renewal_notice_days"),
        )

    def _review_on(self, today: date, looked_on: date | None) -> date | None:
        """The next day to look together, counted from the last look; one just missed is still told."""
        months = self.whole("review_months")
        if not months:
            return None
        begun = max(one for one in (self.day("start_date") or self.since, looked_on) if one)
        count = 1
        while months_after(begun, count * months) < today - LOOK_LATE:
            count += 1
        return months_after(begun, count * months)

    def notice_days(self, party: int) -> int | None:
        """Days of notice when this party ends it."""
        return self.whole("notice_days_provider" if party == self.provider else "notice_days_client")


def terms_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """Every fact and term of an agreement document that is filled in, by name."""
    found = dict(content.get("facts", {}))
    for clause in content.get("clauses", ()):
        found |= clause.get("terms", {})
    return {name: value for name, value in found.items() if value is not None}


def in_force_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, InForce | None]:
    """Collaboration id -> what holds there; two queries for any number of tables.

    A signed version holds first. Then, in the order in which they came: each addendum that was signed changes what it
    names, and each deal that both confirmed takes the place of the terms it names. Without a signed version those
    deals are all there is.
    """
    tables = {visit.collaboration.pk: visit.collaboration.country for visit in visits}
    found: dict[int, InForce | None] = dict.fromkeys(tables)
    rows = AgreementVersion.objects.filter(collaboration__in=list(tables), replaced_at=None).exclude(signed_at=None)
    signed = list(shared_rows(rows, seen_by=person).order_by("signed_at", "pk"))
    since = {one.collaboration_id: one.signed_at for one in signed if not one.is_addendum}
    found |= {one.collaboration_id: _in_force(one) for one in signed if not one.is_addendum}
    later: list[tuple[datetime, AgreementVersion | ReadBack]] = [
        (one.signed_at, one) for one in signed if one.is_addendum and one.signed_at
    ]
    for deal in _confirmed(person, list(tables)):
        began = since.get(deal.collaboration_id)
        if deal.confirmed_at and (began is None or deal.confirmed_at > began):
            later.append((deal.confirmed_at, deal))
    for _moment, one in sorted(later, key=lambda pair: pair[0]):
        known, key = found[one.collaboration_id], one.collaboration_id
        if isinstance(one, ReadBack):
            found[key] = _with_deal(known, one, tables[key])
        elif known is not None:
            found[key] = replace(known, terms=_with_change(known.terms, one))
    return found


def _with_change(terms: Mapping[str, Any], addendum: AgreementVersion) -> dict[str, Any]:
    change = change_from(addendum.change)
    before = {name: one.before for name, one in change.facts.items()}
    after = {name: one.after for name, one in change.facts.items()}
    for one in change.clauses.values():
        before |= (one.before or {}).get("terms", {})
        after |= (one.after or {}).get("terms", {})
    left = {name: value for name, value in terms.items() if name not in before}
    return left | {name: value for name, value in after.items() if value is not None}


def _confirmed(person: Person, tables: Sequence[int]) -> Iterator[ReadBack]:
    rows = ReadBack.objects.filter(collaboration__in=tables, replaced_at=None, withdrawn_at=None)
    rows = rows.exclude(confirmed_at=None)
    yield from (one for one in shared_rows(rows, seen_by=person).order_by("confirmed_at", "pk") if one.terms)


def _with_deal(known: InForce | None, deal: ReadBack, country: str) -> InForce:
    if known is not None:
        return replace(known, terms={**known.terms, **deal.terms})
    assert deal.confirmed_at is not None
    return InForce(deal.public_id, clock.day_of(deal.confirmed_at), None, country, dict(deal.terms))


def in_force_at(visit: Visit) -> InForce | None:
    """What holds at this table."""
    return in_force_by_table(visit.person, [visit])[visit.collaboration.pk]


def _in_force(row: AgreementVersion) -> InForce:
    assert row.signed_at is not None
    return InForce(
        key=row.public_id,
        since=clock.day_of(row.signed_at),
        provider=row.provider_id,
        jurisdiction=str(row.content.get("jurisdiction", "NL")),
        terms=terms_of(row.content),
    )
