"""Working agreements of a table, as both see them."""

from __future__ import annotations

from collections.abc import Sequence

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.planning.models import WorkingAgreement

from .pages import Pages, PageView, every_page_of, page_by_id, pages_at, pages_by_table


def working_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Pages]:
    """Collaboration id -> its working agreements; one query for any number of tables."""
    return pages_by_table(WorkingAgreement, person, visits)


def working_at(visit: Visit) -> Pages:
    """The working agreements of this table."""
    return pages_at(WorkingAgreement, visit)


def working_by_id(visit: Visit, public_id: str) -> PageView | None:
    """A version that lies on this table."""
    return page_by_id(WorkingAgreement, visit, public_id)


def every_working_of(visit: Visit) -> list[PageView]:
    """Every version that was ever proposed here, newest first."""
    return every_page_of(WorkingAgreement, visit)
