"""What both agreed for when it ever stops, as both see it; and what one thought up for herself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows, shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import ExitPlan, OwnExitPlan


@dataclass(frozen=True)
class ExitPlanView:
    """One version as this visit sees it."""

    plan: ExitPlan
    i_proposed: bool

    @property
    def waits_for_yes(self) -> bool:
        """The other proposed it."""
        return self.plan.is_open and not self.i_proposed


@dataclass(frozen=True)
class ExitPlans:
    """What lies on the table: the version that holds, and the one that waits for a yes."""

    holds: ExitPlanView | None = None
    proposed: ExitPlanView | None = None


def exit_plans_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, ExitPlans]:
    """Collaboration id -> what lies there for when it stops; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[ExitPlanView]] = {key: [] for key in tables}
    rows = ExitPlan.objects.filter(collaboration__in=tables, replaced_at=None, dropped_at=None)
    for row in shared_rows(rows.select_related("proposed_by"), seen_by=person).order_by("proposed_at", "pk"):
        found[row.collaboration_id].append(_view(tables[row.collaboration_id], row))
    return {key: _standing(views) for key, views in found.items()}


def exit_plans_at(visit: Visit) -> ExitPlans:
    """What lies at this table."""
    return exit_plans_by_table(visit.person, [visit])[visit.collaboration.pk]


def exit_plan_by_id(visit: Visit, public_id: str) -> ExitPlanView | None:
    """A version that lies on this table."""
    standing = exit_plans_at(visit)
    both = (standing.holds, standing.proposed)
    return next((one for one in both if one and one.plan.public_id == public_id), None)


def every_exit_plan_of(visit: Visit) -> list[ExitPlanView]:
    """Every version that was ever proposed here, newest first."""
    rows = ExitPlan.objects.filter(collaboration=visit.collaboration).select_related("proposed_by")
    return [_view(visit, row) for row in shared_rows(rows, seen_by=visit.person).order_by("-proposed_at", "-pk")]


def own_exit_plan_of(visit: Visit) -> Mapping[str, str]:
    """What she does if it stops, for herself; empty when there is none."""
    rows = private_rows(OwnExitPlan.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    found = rows.first()
    return {str(key): str(said) for key, said in found.answers.items()} if found else {}


def _standing(views: Sequence[ExitPlanView]) -> ExitPlans:
    holds = [one for one in views if one.plan.holds]
    waits = [one for one in views if one.plan.is_open]
    return ExitPlans(holds[-1] if holds else None, waits[-1] if waits else None)


def _view(visit: Visit, row: ExitPlan) -> ExitPlanView:
    return ExitPlanView(row, row.proposed_by is not None and row.proposed_by.party_id == visit.party.pk)
