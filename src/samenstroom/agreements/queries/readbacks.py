"""Read-backs of a table, as both see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import ReadBack
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit


@dataclass(frozen=True)
class ReadBackView:
    """One read-back, as this visit sees it."""

    readback: ReadBack
    i_put: bool

    @property
    def is_open(self) -> bool:
        """Not confirmed yet, and still on the table."""
        return self.readback.confirmed_at is None and not self.readback.is_off

    @property
    def is_contested(self) -> bool:
        return self.is_open and self.readback.contested_at is not None

    @property
    def waits_for_me(self) -> bool:
        """The other asks whether this is how it is; or the other sees mine otherwise."""
        return self.is_open and (self.is_contested if self.i_put else not self.is_contested)


def readbacks_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ReadBackView]]:
    """Collaboration id -> its read-backs, newest first; one query for any number of tables."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(ReadBack.objects.filter(collaboration__in=tables), seen_by=person)
    found: dict[int, list[ReadBackView]] = {key: [] for key in tables}
    for one in rows.select_related("put_by", "confirmed_by", "contested_by").order_by("-put_at", "-pk"):
        mine = tables[one.collaboration_id].party.pk
        i_put = one.put_by is not None and one.put_by.party_id == mine
        found[one.collaboration_id].append(ReadBackView(one, i_put))
    return found


def readbacks_of(visit: Visit) -> list[ReadBackView]:
    """All read-backs of this table, newest first."""
    return readbacks_by_table(visit.person, [visit])[visit.collaboration.pk]


def readback_by_id(visit: Visit, public_id: str) -> ReadBackView | None:
    """One of them."""
    return next((one for one in readbacks_of(visit) if one.readback.public_id == public_id), None)
