"""What both agree on at the start: section -> how its rows stand there."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import AgendaPoint, ExitPlan, KickoffTalk, OwnExitPlan, SharedGoal, WorkingAgreement
from samenstroom.planning.queries.exit_plans import every_exit_plan_of
from samenstroom.planning.queries.kickoff import kickoff_at, kickoff_exchanges_of
from samenstroom.planning.queries.working import every_working_of
from samenstroom.planning.side_by_side import build_expectations
from samenstroom.planning.wording.exit_plans import exit_page
from samenstroom.planning.wording.plan import goal_row, talk_page
from samenstroom.planning.wording.working import working_page

from .kept import Kept


def expectations_read(visit: Visit) -> object:
    """Every kick-off that opened, in words."""
    opened = [one for one in kickoff_exchanges_of(visit) if one.is_revealed and one.mine is not None]
    return [build_expectations(visit, one) for one in opened if one.theirs is not None]


def _goals_read(visit: Visit) -> object:
    return [goal_row(visit, one) for one in kickoff_at(visit).goals]


def _talks_read(visit: Visit) -> object:
    found = kickoff_at(visit).talk
    return talk_page(visit, found) if found else None


def _exit_read(visit: Visit) -> object:
    return [exit_page(visit, one) for one in every_exit_plan_of(visit)]


def _working_read(visit: Visit) -> object:
    return [working_page(visit, one) for one in every_working_of(visit)]


STARTED: Mapping[str, Kept] = {
    "shared_goals": Kept(
        SharedGoal,
        ("number", "about", "text", "replaces", "proposed_at", "accepted_at", "noted_at", "replaced_at", "dropped_at"),
        ("number",),
        seats=("proposed_by", "accepted_by"),
        must_read=_goals_read,
    ),
    "agenda_points": Kept(AgendaPoint, ("text", "added_at", "dropped_at"), ("added_at", "pk"), seats=("added_by",)),
    "kickoff_talks": Kept(
        KickoffTalk,
        ("begins_at", "minutes", "place", "sequence", "proposed_at", "agreed_at", "noted_at", "cancelled_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "agreed_by"),
        must_read=_talks_read,
    ),
    "exit_versions": Kept(
        ExitPlan,
        ("content", "proposed_at", "accepted_at", "noted_at", "replaced_at", "dropped_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "accepted_by"),
        must_read=_exit_read,
    ),
    "working_versions": Kept(
        WorkingAgreement,
        ("content", "proposed_at", "accepted_at", "noted_at", "replaced_at", "dropped_at"),
        ("proposed_at", "pk"),
        seats=("proposed_by", "accepted_by"),
        must_read=_working_read,
    ),
}

OWN_STARTED: Mapping[str, Kept] = {
    "exit_notes": Kept(OwnExitPlan, ("kept_at", "answers"), ("kept_at", "pk")),
}
