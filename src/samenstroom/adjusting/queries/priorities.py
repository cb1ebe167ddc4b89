"""What changes for either side, and what comes first for both, as one visit may see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import PriorityChange
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchange_by_id, exchanges_by_table, exchanges_of

RANKING = "priorities"
"""The purpose of the exchanges in which both put in order what comes first."""


@dataclass(frozen=True)
class ChangeView:
    """One change as this visit sees it."""

    change: PriorityChange
    is_mine: bool
    """Told from this side of the table."""

    @property
    def waits_for_me(self) -> bool:
        return self.change.is_open and not self.is_mine

    @property
    def is_unwritten(self) -> bool:
        """Both want it, it touches what was agreed, and no addendum was signed for it."""
        addendum = self.change.addendum
        written = addendum is not None and addendum.signed_at is not None
        return self.change.is_agreed and self.change.touches_terms and not written


def changes_of(visit: Visit) -> list[ChangeView]:
    """Every change told at this table, newest first."""
    return changes_by_table(visit.person, [visit])[visit.collaboration.pk]


def change_by_id(visit: Visit, public_id: str) -> ChangeView | None:
    """One change of this table."""
    return next((one for one in changes_of(visit) if one.change.public_id == public_id), None)


def changes_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ChangeView]]:
    """Collaboration id -> the changes told there, newest first; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    found: dict[int, list[ChangeView]] = {key: [] for key in tables}
    rows = shared_rows(PriorityChange.objects.filter(collaboration__in=tables), seen_by=person)
    told = rows.select_related("told_by", "answered_by", "party", "addendum", "counters")
    heavy = [f"addendum__{name}" for name in ("content", "text", "change")]
    for one in told.defer(*heavy).order_by("-told_at", "-pk"):
        side = tables[one.collaboration_id].party.pk
        found[one.collaboration_id].append(ChangeView(one, bool(one.told_by and one.told_by.party_id == side)))
    return found


def rankings_of(visit: Visit) -> list[ExchangeView]:
    """Every time both put in order what comes first, newest first."""
    return exchanges_of(visit, RANKING)


def ranking_by_id(visit: Visit, public_id: str) -> ExchangeView | None:
    """One of those times."""
    found = exchange_by_id(visit, public_id)
    return found if found and found.exchange.purpose == RANKING else None


def rankings_by_table(person: Person, visits: Sequence[Visit]) -> Mapping[int, list[ExchangeView]]:
    """Collaboration id -> its rankings, newest first; three queries for any number of tables."""
    return exchanges_by_table(person, visits, RANKING)


def ranking_key(view: ExchangeView) -> str:
    """Under which key she remembers that she saw how it opened."""
    return f"priorities:{view.exchange.public_id}"


def order_in(answers: Mapping[str, object] | None) -> list[str]:
    """The order somebody gave; what does not read as one is left out."""
    order = (answers or {}).get("order")
    return [one for one in order if isinstance(one, str)] if isinstance(order, list) else []
