"""What both agreed for when it ever stops, as both see it; and what one thought up for herself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import ExitPlan, OwnExitPlan

from .pages import Pages, PageView, every_page_of, page_by_id, pages_at, pages_by_table


def exit_plans_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Pages]:
    """Collaboration id -> what lies there for when it stops; one query for any number of tables."""
    return pages_by_table(ExitPlan, person, visits)


def exit_plans_at(visit: Visit) -> Pages:
    """What lies at this table."""
    return pages_at(ExitPlan, visit)


def exit_plan_by_id(visit: Visit, public_id: str) -> PageView | None:
    """A version that lies on this table."""
    return page_by_id(ExitPlan, visit, public_id)


def every_exit_plan_of(visit: Visit) -> list[PageView]:
    """Every version that was ever proposed here, newest first."""
    return every_page_of(ExitPlan, visit)


def own_exit_plan_of(visit: Visit) -> Mapping[str, str]:
    """What she does if it stops, for herself; empty when there is none."""
    rows = private_rows(OwnExitPlan.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    found = rows.first()
    return {str(key): str(said) for key, said in found.answers.items()} if found else {}
