"""What each side brings in, as both see it: the list, what was agreed, and what is left of the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from samenstroom.accounts.models import Person
from samenstroom.agreements.queries.in_force import InForce, in_force_by_table
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import AgreedContribution, Contribution
from samenstroom.kit import clock
from samenstroom.rules.balance import OVER, Given, Left, Period, Plan, left_on


@dataclass(frozen=True)
class Ledger:
    """All of one table for one visit. Entries newest day first; `plans` by party, `agreed` those that lie or count."""

    entries: tuple[Contribution, ...]
    agreed: tuple[AgreedContribution, ...]
    plans: Mapping[int, Plan]
    today: date

    def given(self, party: int) -> list[Given]:
        """The hours of one side."""
        return [Given(one.on, one.hours) for one in self.entries if one.party_id == party and one.hours]

    def left(self, party: int) -> Left | None:
        """How the period of today stands for one side; None without hours agreed, or before they begin."""
        plan = self.plans.get(party)
        if plan is None or plan.starts_on > self.today:
            return None
        return left_on(plan, self.given(party), self.today)

    def hours_of(self, party: int) -> Decimal:
        """All hours of one side together."""
        return sum((one.hours for one in self.given(party)), Decimal(0))

    def waiting_for(self, party: int) -> list[Contribution]:
        """What the other side wrote down and this side has not answered."""
        return [one for one in self.entries if one.party_id != party and one.waits]

    def reached_on(self, party: int) -> date | None:
        """The day on which the hours that reached the mark of today were written down."""
        plan, left = self.plans.get(party), self.left(party)
        if plan is None or left is None or left.mark is None:
            return None
        inside = [one for one in self.entries if one.party_id == party and one.hours and left.stretch.holds(one.on)]
        limit = left.room if left.mark == OVER else left.room * left.mark / 100
        used = Decimal(0)
        for one in sorted(inside, key=lambda one: (one.added_at, one.pk)):
            used += one.hours
            if used > limit or (used == limit and left.mark != OVER):
                return clock.day_of(one.added_at)
        return None

    def holds(self, party: int) -> AgreedContribution | None:
        """What counts for this side: the newest that has begun."""
        return next((one for one in self.agreed if one.party_id == party and one.counts), None)

    def shown(self, *parties: int) -> list[AgreedContribution]:
        """What lies on the table, and what counts for each side."""
        counts = [self.holds(party) for party in parties]
        return [*self.proposals, *(one for one in counts if one)]

    @property
    def proposals(self) -> list[AgreedContribution]:
        """What lies on the table and waits for a yes."""
        return [one for one in self.agreed if not one.counts]


def ledger_of(visit: Visit) -> Ledger:
    """The ledger of this table."""
    return ledgers_by_table(visit.person, [visit])[visit.collaboration.pk]


def ledgers_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Ledger]:
    """Collaboration id -> its ledger; three queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    entries: dict[int, list[Contribution]] = {key: [] for key in tables}
    agreed: dict[int, list[AgreedContribution]] = {key: [] for key in tables}
    rows = shared_rows(Contribution.objects.filter(collaboration__in=tables), seen_by=person)
    for entry in rows.select_related("seat", "otherwise_by").order_by("-on", "-pk"):
        entries[entry.collaboration_id].append(entry)
    inputs = shared_rows(AgreedContribution.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    for one in inputs.select_related("proposed_by").order_by("-starts_on", "-pk"):
        agreed[one.collaboration_id].append(one)
    in_force = in_force_by_table(person, visits)
    return {
        key: Ledger(
            entries=tuple(entries[key]),
            agreed=tuple(agreed[key]),
            plans=_plans(agreed[key], in_force[key], clock.day_of(visit.now)),
            today=clock.day_of(visit.now),
        )
        for key, visit in tables.items()
    }


def entries_after(visit: Visit, number: int, place: tuple[str, str] | None = None) -> list[Contribution]:
    """So many entries of this table, the newest day first, after a place: an ISO day and a public id."""
    rows = shared_rows(Contribution.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    if place is not None:
        day, public_id = date.fromisoformat(place[0][:10]), place[1]
        rows = rows.filter(Q(on__lt=day) | Q(on=day, public_id__lt=public_id))
    return list(rows.order_by("-on", "-public_id")[:number])


def entry_by_id(visit: Visit, public_id: str) -> Contribution | None:
    """One entry of this table."""
    rows = shared_rows(Contribution.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.select_related("seat").filter(public_id=public_id).first()


def agreed_by_id(visit: Visit, public_id: str) -> AgreedContribution | None:
    """What one side brings in, as it lies or counts at this table."""
    rows = shared_rows(AgreedContribution.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.filter(public_id=public_id).first()


def _plans(agreed: Sequence[AgreedContribution], in_force: InForce | None, today: date) -> dict[int, Plan]:
    """The agreement that holds comes first; what was agreed here fills what it leaves open."""
    found: dict[int, Plan] = {}
    for one in agreed:
        if one.counts and one.party_id not in found and one.plan and one.starts_on <= today:
            found[one.party_id] = one.plan
    if in_force and in_force.provider and in_force.hours_per_week:
        found[in_force.provider] = Plan(in_force.hours_per_week, Period.WEEK, in_force.since)
    return found
