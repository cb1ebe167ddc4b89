"""Pauses of a table, as both see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import Pause
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock

CHECKINS = "checkins"


@dataclass(frozen=True)
class PauseView:
    """One pause as this visit sees it."""

    pause: Pause
    i_proposed: bool
    today: date

    @property
    def is_proposed(self) -> bool:
        """It lies on the table and has not been answered; one whose days are over no longer waits."""
        return not self.pause.counts and self.pause.dropped_at is None and not self.pause.span.is_over(self.today)

    @property
    def is_running(self) -> bool:
        return self.pause.counts and self.pause.span.holds_on(self.today)

    @property
    def is_coming(self) -> bool:
        return self.pause.counts and not self.pause.span.is_empty and self.pause.starts_on > self.today

    @property
    def is_over(self) -> bool:
        return self.pause.counts and self.pause.span.is_over(self.today)

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.is_proposed and not self.i_proposed

    @property
    def asks_to_look(self) -> bool:
        """An open end, and the day to look at it again has come."""
        look = self.pause.look_again_on
        return self.is_running and self.pause.resumes_on is None and look is not None and look <= self.today


def pauses_of(visit: Visit) -> list[PauseView]:
    """The pauses of this table, newest first; proposals that were replaced or taken off are left out."""
    return pauses_by_table(visit.person, [visit])[visit.collaboration.pk]


def pause_by_id(visit: Visit, public_id: str) -> PauseView | None:
    """One pause of this table."""
    return next((view for view in pauses_of(visit) if view.pause.public_id == public_id), None)


def pauses_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[PauseView]]:
    """Collaboration id -> its pauses, newest first; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(Pause.objects.filter(collaboration__in=tables, dropped_at=None), seen_by=person)
    found: dict[int, list[PauseView]] = {key: [] for key in tables}
    for one in rows.select_related("proposed_by", "agreed_by", "ended_by").order_by("-proposed_at", "-pk"):
        visit, proposer = tables[one.collaboration_id], one.proposed_by
        found[one.collaboration_id].append(
            PauseView(
                pause=one,
                i_proposed=proposer is not None and proposer.party_id == visit.party.pk,
                today=clock.day_of(visit.now),
            )
        )
    return found


def running_pause(views: Sequence[PauseView]) -> PauseView | None:
    """The pause that holds today."""
    return next((one for one in views if one.is_running), None)


def proposed_pause(views: Sequence[PauseView]) -> PauseView | None:
    """The proposal that lies on the table."""
    return next((one for one in views if one.is_proposed), None)


def tables_at_rest(today: date) -> frozenset[int]:
    """The collaborations whose check-ins stand still today, for the task that opens rounds and mails about them."""
    rows = Pause.objects.filter(dropped_at=None, starts_on__lte=today)
    return frozenset(
        one.collaboration_id for one in rows if one.counts and one.span.holds_on(today) and CHECKINS in one.still
    )
