"""Repair attempts: those of a table, as both see them, and her own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import OwnAttempt, RepairAttempt
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_by_table
from samenstroom.kit import clock

PURPOSE = "repair_attempt"
OWN_WORDS = ("stuck", "tries", "said", "why", "helped")
"""What a page over many tables does not even decrypt."""


@dataclass(frozen=True)
class AttemptView:
    """One attempt as this visit sees it; `look` is how both said it went, still sealed until both have."""

    attempt: RepairAttempt
    look: ExchangeView | None
    i_proposed: bool
    today: date

    @property
    def is_proposed(self) -> bool:
        return self.attempt.agreed_at is None and self.attempt.dropped_at is None

    @property
    def is_running(self) -> bool:
        """Both try, and they have not both said how it went."""
        return self.attempt.agreed_at is not None and self.attempt.dropped_at is None and not self.is_opened

    @property
    def is_opened(self) -> bool:
        return self.look is not None and self.look.is_revealed

    @property
    def is_due(self) -> bool:
        """Its day has come."""
        return self.is_running and self.attempt.look_back_on <= self.today

    @property
    def i_said(self) -> bool:
        return self.look is not None and self.look.i_sent

    @property
    def they_said(self) -> bool:
        return self.look is not None and self.look.they_sent

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.is_proposed and not self.i_proposed

    @property
    def waits_for_look(self) -> bool:
        """Her side has not said how it went, and the day has come or the other said it."""
        return self.is_running and not self.i_said and (self.is_due or self.they_said)


def attempts_of(visit: Visit) -> list[AttemptView]:
    """The attempts of this table, newest first; proposals that were replaced or taken off are left out."""
    return attempts_by_table(visit.person, [visit])[visit.collaboration.pk]


def current_attempt(visit: Visit) -> AttemptView | None:
    """The newest attempt, when there is one."""
    return next(iter(attempts_of(visit)), None)


def attempt_by_id(visit: Visit, public_id: str) -> AttemptView | None:
    """One attempt that still lies on this table."""
    return next((view for view in attempts_of(visit) if view.attempt.public_id == public_id), None)


def attempts_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[AttemptView]]:
    """Collaboration id -> its attempts, newest first; at most four queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(RepairAttempt.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    attempts = list(rows.select_related("proposed_by").order_by("-proposed_at", "-pk"))
    looks = _looks(person, [tables[one.collaboration_id] for one in attempts if one.look_id])
    found: dict[int, list[AttemptView]] = {key: [] for key in tables}
    for one in attempts:
        visit, proposer = tables[one.collaboration_id], one.proposed_by
        found[one.collaboration_id].append(
            AttemptView(
                attempt=one,
                look=looks.get(one.look_id or 0),
                i_proposed=proposer is not None and proposer.party_id == visit.party.pk,
                today=clock.day_of(visit.now),
            )
        )
    return found


def _looks(person: Person, visits: Sequence[Visit]) -> dict[int, ExchangeView]:
    """Exchange id -> how both said it went, at the tables where somebody began to say so."""
    if not visits:
        return {}
    found = exchanges_by_table(person, visits, PURPOSE)
    return {view.exchange.pk: view for views in found.values() for view in views}


def own_attempts_of(visit: Visit) -> QuerySet[OwnAttempt]:
    """Her own attempts about this collaboration, newest first."""
    rows = private_rows(OwnAttempt.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.order_by("-started_at", "-pk")


def own_attempt_by_id(visit: Visit, public_id: str) -> OwnAttempt | None:
    """One attempt of hers."""
    return own_attempts_of(visit).filter(public_id=public_id).first()


def due_own_attempts(person: Person, visits: Sequence[Visit]) -> dict[int, OwnAttempt]:
    """Collaboration id -> her own attempt of which the day has come; one query for any number of tables."""
    today = {visit.collaboration.pk: clock.day_of(visit.now) for visit in visits}
    rows = private_rows(OwnAttempt.objects.filter(collaboration__in=today, looked_back_at=None), seen_by=person)
    return {
        one.collaboration_id: one
        for one in rows.defer(*OWN_WORDS).order_by("started_at", "pk")
        if one.look_back_on <= today[one.collaboration_id]
    }
