"""Erasing what is of both once the day came that both agreed on; each keeps what is hers alone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from samenstroom.accounts.models import Invitee, Person
from samenstroom.collaborations.actions import write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.models import Extra
from samenstroom.farewell.models import Ending
from samenstroom.files import storage
from samenstroom.files.models import KeptFile
from samenstroom.privacy.fates import mixed_models, shared_models

from .erasing import erase_person, erase_whole
from .own_side import draw_before_the_day

FRAME = frozenset({"Collaboration", "Party", "Seat", "Ending"})
"""What carries the private things of who keeps them: the table itself, and that it was closed."""


@transaction.atomic
def erase_shared(*, collaboration: Collaboration, now: datetime) -> None:
    """What both wrote here is gone. Who has an account keeps what is hers alone, at a table that is closed and empty.

    Whether she has anything there makes no difference: the other would see it. Who has only a link has nothing of her
    own; she leaves, and is erased when she sits at no other table. Without anybody with an account the whole
    collaboration goes. Who asked for it keeps an outline of what she gave, without names.
    History: one line by the app, when somebody is left to read it.
    """
    table = Collaboration.objects.select_for_update().get(pk=collaboration.pk)
    seated = Seat.objects.filter(collaboration=table, person__isnull=False).select_related("person")
    keepers = {seat.pk for seat in seated if seat.person is not None and seat.person.has_account}
    people: list[Person | None]
    if not keepers:
        people = [seat.person for seat in seated]
        erase_whole(Collaboration.objects.filter(pk=table.pk))
        _erase_who_is_nowhere(people, now)
        return
    visits = (visit_of(seat.person, table.public_id, now) for seat in seated if seat.person is not None)
    draw_before_the_day(collaboration=table, visits=(one for one in visits if one is not None))
    _erase_rows(table)
    people = [_leave(seat) for seat in seated if seat.pk not in keepers]
    _erase_who_is_nowhere(people, now)
    write_line(seat=None, collaboration=table, kind="shared_erased", now=now)


def _erase_rows(table: Collaboration) -> None:
    files = KeptFile.objects.filter(Q(circle="shared"), collaboration=table)
    names = list(files.values_list("public_id", flat=True))
    for rule, model in mixed_models():
        model._default_manager.filter(rule.is_shared, collaboration=table).delete()
    for _group, model in shared_models():
        if model.__name__ not in FRAME:
            model._default_manager.filter(collaboration=table).delete()
    Extra.objects.filter(collaboration=table, person=None).delete()
    Ending.objects.filter(collaboration=table).update(words="")
    transaction.on_commit(lambda: storage.remove_all(names))


def _leave(seat: Seat) -> Person | None:
    """Her place is free, and her link opens nothing here any more."""
    person, invitee = seat.person, seat.invitee_id
    seat.person, seat.joined_at, seat.invitee = None, None, None
    seat.save(update_fields=["person", "joined_at", "invitee"])
    Invitee.objects.filter(pk=invitee or 0).delete()
    return person


def _erase_who_is_nowhere(people: list[Person | None], now: datetime) -> None:
    for person in people:
        if person is not None and not person.has_account and not Seat.objects.filter(person=person).exists():
            erase_person(person=person, now=now)
