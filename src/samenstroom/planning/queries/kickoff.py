"""The kick-off as one visit may see it: envelopes, goals, agenda, the moment, and her own preparation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.visibility import private_rows, shared_lines_seen_by, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import actor_of
from samenstroom.exchanges.queries import ExchangeView, exchange_by_id, exchanges_by_table, exchanges_of
from samenstroom.kit import clock
from samenstroom.planning.models import AgendaPoint, KickoffTalk, OwnKickoff, SharedGoal

M = TypeVar("M", bound=Model)

KICKOFF = "kickoff"
"""The purpose of its exchanges."""

HELD, POINT = "kickoff_held", "point_for_kickoff"
"""The kinds of lines that say that the talk was held, and what somebody brought to it while exploring."""


@dataclass(frozen=True)
class GoalView:
    """One shared sentence as this visit sees it."""

    goal: SharedGoal
    i_proposed: bool

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.goal.is_open and not self.i_proposed


@dataclass(frozen=True)
class TalkView:
    """The moment as this visit sees it."""

    talk: KickoffTalk
    i_proposed: bool
    is_past: bool

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it, and it is still to come."""
        return not (self.talk.counts or self.talk.cancelled_at or self.is_past or self.i_proposed)


@dataclass(frozen=True)
class Kickoff:
    """What lies ready of a kick-off. `held_on` is the day of the last talk that somebody noted."""

    exchange: ExchangeView | None
    goals: Sequence[GoalView]
    talk: TalkView | None
    held_on: date | None

    @property
    def is_begun(self) -> bool:
        return bool(self.exchange or self.goals or self.talk or self.held_on)

    @property
    def accepted_on(self) -> date | None:
        """The day on which the last goal was accepted by both, when none is open; noted by one alone is not by both."""
        if not self.goals or any(one.goal.is_open for one in self.goals):
            return None
        days = [clock.day_of(one.goal.accepted_at) for one in self.goals if one.goal.accepted_at]
        return max(days, default=None)


def kickoffs_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Kickoff]:
    """Collaboration id -> its kick-off; six queries for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    exchanges = exchanges_by_table(person, visits, KICKOFF)
    goals: dict[int, list[GoalView]] = {key: [] for key in tables}
    rows = SharedGoal.objects.filter(collaboration__in=tables, replaced_at=None, dropped_at=None)
    for goal in shared_rows(rows.select_related("proposed_by"), seen_by=person).order_by("proposed_at", "pk"):
        goals[goal.collaboration_id].append(_goal_view(tables[goal.collaboration_id], goal))
    talks: dict[int, TalkView] = {}
    moments = KickoffTalk.objects.filter(collaboration__in=tables, cancelled_at=None).select_related("proposed_by")
    for talk in shared_rows(moments, seen_by=person).order_by("proposed_at", "pk"):
        talks[talk.collaboration_id] = _talk_view(tables[talk.collaboration_id], talk)
    lines = HistoryLine.objects.filter(collaboration__in=tables, kind=HELD, withdrawn_at=None)
    held = dict(shared_rows(lines, seen_by=person).order_by("happened_on").values_list("collaboration", "happened_on"))
    return {key: Kickoff(next(iter(exchanges[key]), None), goals[key], talks.get(key), held.get(key)) for key in tables}


def kickoff_at(visit: Visit) -> Kickoff:
    """The kick-off of this table."""
    return kickoffs_by_table(visit.person, [visit])[visit.collaboration.pk]


def kickoff_exchanges_of(visit: Visit) -> list[ExchangeView]:
    """Every time both sides answered, newest first."""
    return exchanges_of(visit, KICKOFF)


def kickoff_exchange_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One of those."""
    found = exchange_by_id(visit, public_id)
    return found if found and found.exchange.purpose == KICKOFF else None


def goal_by_id(visit: Visit, public_id: str) -> GoalView | None:
    """A sentence that lies on this table."""
    goal = _at(visit, SharedGoal.objects.all()).filter(public_id=public_id).select_related("proposed_by").first()
    return _goal_view(visit, goal) if goal and goal.is_there else None


def talk_by_id(visit: Visit, public_id: str) -> TalkView | None:
    """A moment of this table, also one that was cancelled."""
    talk = _at(visit, KickoffTalk.objects.all()).filter(public_id=public_id).select_related("proposed_by").first()
    return _talk_view(visit, talk) if talk else None


def agenda_points_of(visit: Visit) -> list[AgendaPoint]:
    """What somebody put on the agenda, oldest first."""
    rows = _at(visit, AgendaPoint.objects.filter(dropped_at=None))
    return list(rows.select_related("added_by").order_by("added_at", "pk"))


def agenda_point_by_id(visit: Visit, public_id: str) -> AgendaPoint | None:
    """One of those."""
    return _at(visit, AgendaPoint.objects.filter(dropped_at=None)).filter(public_id=public_id).first()


@dataclass(frozen=True)
class Noted:
    """A shared line about the kick-off: a point from before, or what was said. `line` leads to it in the logbook."""

    text: str
    who: str
    on: date
    line: str


def noted_at(visit: Visit, kind: str) -> list[Noted]:
    """The shared lines of one kind, oldest first; what was taken back is left out."""
    lines = shared_lines_seen_by(visit.person).filter(collaboration=visit.collaboration, kind=kind, withdrawn_at=None)
    return [
        Noted(one.note, actor_of(one, visit), one.happened_on, one.public_id)
        for one in lines.select_related("seat").order_by("recorded_at", "pk")
    ]


def own_kickoff_of(visit: Visit) -> OwnKickoff | None:
    """Her own preparation."""
    rows = OwnKickoff.objects.filter(collaboration=visit.collaboration)
    return private_rows(rows, seen_by=visit.person).first()


def own_kickoff_words(own: OwnKickoff | None) -> Mapping[str, Mapping[str, str]]:
    """Question -> her view (`mine`), what she thinks the other will say (`guess`), what was said (`said`)."""
    return own.answers if own else {}


def _at(visit: Visit, rows: QuerySet[M]) -> QuerySet[M]:
    return shared_rows(rows.filter(collaboration=visit.collaboration), seen_by=visit.person)


def _goal_view(visit: Visit, goal: SharedGoal) -> GoalView:
    return GoalView(goal, goal.proposed_by is not None and goal.proposed_by.party_id == visit.party.pk)


def _talk_view(visit: Visit, talk: KickoffTalk) -> TalkView:
    mine = talk.proposed_by is not None and talk.proposed_by.party_id == visit.party.pk
    return TalkView(talk, mine, talk.ends_at < visit.now)
