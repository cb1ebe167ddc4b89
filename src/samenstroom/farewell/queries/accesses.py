"""Access that is taken back, and what could be on that list: from the logbook and from wherever access is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from samenstroom.collaborations.models import HistoryLine
from samenstroom.collaborations.queries import fact_lines_by_table
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import fact_sentence
from samenstroom.farewell.models import AccessBack

from .handover import access_items


@dataclass(frozen=True)
class OfferedAccess:
    """An access that could be on the list: a key that stays the same, and a text as both may read it."""

    source: str
    text: str


class AccessSource(Protocol):
    """Where accesses are known: for this visit, only what both may see."""

    def __call__(self, visit: Visit) -> Sequence[OfferedAccess]:
        """Give what could be on the list."""
        ...


@dataclass(frozen=True)
class AccessView:
    """One access on the list, for who looks."""

    access: AccessBack
    i_added: bool
    i_did: bool

    @property
    def is_done(self) -> bool:
        return self.access.done_at is not None

    @property
    def is_confirmed(self) -> bool:
        return self.access.confirmed_at is not None

    @property
    def waits_for_me(self) -> bool:
        """The other says it is done; she has not confirmed it."""
        return self.is_done and not self.is_confirmed and not self.i_did

    @property
    def can_drop(self) -> bool:
        return self.i_added and not self.is_done


def accesses_of(visit: Visit) -> list[AccessView]:
    """Everything on the list, in the order in which it was named."""
    rows = shared_rows(AccessBack.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    rows = rows.filter(dropped_at=None).select_related("added_by", "done_by", "confirmed_by", "taker")
    return [_view(visit, one) for one in rows.order_by("added_at", "pk")]


def access_of(visit: Visit, public_id: str) -> AccessView | None:
    """One of them."""
    return next((one for one in accesses_of(visit) if one.access.public_id == public_id), None)


def open_accesses(visit: Visit, views: Sequence[AccessView]) -> list[AccessView]:
    """What is not taken back, or, where the other takes part, not confirmed."""
    return [one for one in views if not (one.is_confirmed if visit.takes_part else one.is_done)]


def offered_accesses(visit: Visit, views: Sequence[AccessView]) -> list[OfferedAccess]:
    """What the sources know and the list does not have yet."""
    used = {one.access.source for one in views} | {one.access.text for one in views}
    offers = [offer for source in SOURCES for offer in source(visit)]
    return [one for one in offers if one.source not in used and one.text not in used]


def from_logbook(visit: Visit) -> list[OfferedAccess]:
    """That only one person had access somewhere: shared lines only."""
    lines = fact_lines_by_table(visit.person, [visit])[visit.collaboration.pk]
    shared = [one for one in lines if one.what == "access_one_person" and one.kind != HistoryLine.PRIVATE_KIND]
    return [OfferedAccess(line.public_id, _words(line, visit)) for line in shared]


def _words(line: HistoryLine, visit: Visit) -> str:
    """The note when there is one; otherwise the sentence, with a name instead of "you": both read this text."""
    name = visit.my_name if line.about_id == visit.party.pk else visit.other_name
    return line.note or fact_sentence(line.what, line.data, name)


def _view(visit: Visit, one: AccessBack) -> AccessView:
    return AccessView(
        access=one,
        i_added=one.added_by is not None and one.added_by.party_id == visit.party.pk,
        i_did=one.done_by is not None and one.done_by.party_id == visit.party.pk,
    )


def from_handover(visit: Visit) -> list[OfferedAccess]:
    """Accesses on the handover that lies on the table; what somebody drafts for herself is not among them."""
    return [OfferedAccess(one.item.public_id, str(one.item.title)) for one in access_items(visit)]


SOURCES: tuple[AccessSource, ...] = (from_logbook, from_handover)
"""The places to look, in order."""
