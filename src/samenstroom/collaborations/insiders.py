"""Who belongs to whom around a link for somebody outside: she does not come in by it herself."""

from __future__ import annotations

from samenstroom.accounts.models import Membership, Person

from .models import Seat


def is_at_table(collaboration_id: int, person: Person) -> bool:
    """She sits at this table, on either side, or works in a practice that does."""
    here = Seat.objects.filter(collaboration=collaboration_id)
    if here.filter(person=person).exists():
        return True
    practices = Membership.objects.filter(person=person, left_at=None).values("practice")
    return here.filter(party__practice__in=practices).exists()


def is_beside(asker_id: int, collaboration_id: int, person: Person) -> bool:
    """She asked herself, sits beside who asked, or works in the same practice."""
    if asker_id == person.pk:
        return True
    here = Seat.objects.filter(collaboration=collaboration_id)
    beside = here.filter(person=person, party__seats__person=asker_id)
    shared = Membership.objects.filter(person=person, left_at=None, practice__memberships__person=asker_id)
    return beside.exists() or shared.filter(practice__memberships__left_at=None).exists()


def is_across(asker_id: int, collaboration_id: int, person: Person) -> bool:
    """She sits at this table, on the other side of who asked."""
    here = Seat.objects.filter(collaboration=collaboration_id, person=person)
    return here.exclude(party__seats__person=asker_id).exists()
