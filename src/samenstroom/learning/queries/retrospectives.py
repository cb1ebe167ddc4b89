"""Her own look back, for her alone, and what the app knows already so that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.queries.hours import ledger_of
from samenstroom.contributions.queries.invoices import invoices_of
from samenstroom.exploring.models import Decision, Feeling
from samenstroom.exploring.queries.decisions import newest_decision
from samenstroom.exploring.queries.feelings import feelings_of
from samenstroom.farewell.queries.closing import closing_questions_of
from samenstroom.farewell.queries.endings import ending_of
from samenstroom.farewell.queries.farewells import farewell_of
from samenstroom.kit import clock
from samenstroom.learning.models import Retrospective
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.retrospect import Ended, Together, ended_from, together_from


def retrospective_of(visit: Visit) -> Retrospective | None:
    """Her look back on this collaboration, begun or finished."""
    rows = Retrospective.objects.filter(collaboration=visit.collaboration)
    return private_rows(rows, seen_by=visit.person).first()


def retrospectives_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Retrospective]:
    """Collaboration id -> her look back there; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    rows = private_rows(Retrospective.objects.filter(collaboration__in=keys), seen_by=person)
    return {one.collaboration_id: one for one in rows}


@dataclass(frozen=True)
class Known:
    """What is known without asking: what she said about the end, and the hours and money that were noted.

    `is_over`: it ended, or one of the two stages says so.
    """

    ended: Ended | None
    together: Together | None
    hours: Decimal | None
    money: Decimal | None
    is_over: bool


def known_of(visit: Visit) -> Known:
    """What the app knows of this collaboration, as far as she may see it, in a fixed number of queries."""
    questions = closing_questions_of(visit)
    said = {key: str(value) for key, value in ((questions.mine if questions else None) or {}).items()}
    hours = ledger_of(visit).hours_of(visit.party.pk)
    paid = [one.amount for one in invoices_of(visit) if one.counts and one.invoice.paid_on and one.i_sent]
    stage = visit.collaboration.stage
    farewell = farewell_of(visit)
    is_told = farewell is not None and bool(farewell.moments.get("told_on"))
    return Known(
        ended=ended_from(said),
        together=together_from(said),
        hours=hours or None,
        money=sum(paid, Decimal(0)) if paid else None,
        is_over=stage in (Stage.LEARN.value, Stage.FAREWELL.value) or is_told or ending_of(visit) is not None,
    )


@dataclass(frozen=True)
class Foretold:
    """What she foretold and has not resolved: predictions, and the newest decision with its estimate."""

    predictions: Sequence[Feeling]
    decision: Decision | None

    @property
    def is_empty(self) -> bool:
        return not self.predictions and self.decision is None


def foretold_of(visit: Visit, *, is_over: bool) -> Foretold:
    """What can be resolved now: after the end everything, before it only what has had its day."""
    today = clock.day_of(visit.now)
    open_ones = feelings_of(visit.person, visit.collaboration).filter(resolved_at=None).order_by("felt_at", "pk")
    predictions = [
        one for one in open_ones if one.prediction and (is_over or (one.known_on is not None and one.known_on <= today))
    ]
    decision = newest_decision(visit)
    is_due = decision is not None and decision.looked_back is None
    if decision is not None and not is_over and (decision.look_back_on is None or decision.look_back_on > today):
        is_due = False
    return Foretold(predictions, decision if is_due else None)


def resolved_of(visit: Visit) -> list[Feeling]:
    """Predictions about this collaboration of which she said what came, oldest first."""
    rows = feelings_of(visit.person, visit.collaboration).exclude(resolved_at=None).order_by("felt_at", "pk")
    return [one for one in rows if one.prediction]
