"""Take the examples of one person away again, with everything and everybody made up for them."""

from __future__ import annotations

from django.db import transaction

from samenstroom.accounts.models import Invitee, Person
from samenstroom.checkins.models import Round
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import wall
from samenstroom.learning.models import Lesson
from samenstroom.watch.models import SeenMark
from samenstroom.watch.overview import reveal_key_of


@wall.for_everybody()  # what the people in it kept for themselves goes too
@transaction.atomic
def remove_demo(*, person: Person) -> int:
    """Her examples are gone, and with them all that was written in them since. Returns how many there were."""
    Person.objects.select_for_update().get(pk=person.pk)
    tables = list(Collaboration.objects.filter(demo_for=person).values_list("pk", flat=True))
    marks = [reveal_key_of(round_) for round_ in Round.objects.filter(collaboration__in=tables)]
    seats = Seat.objects.filter(collaboration__in=tables).exclude(invitee=None)
    invitees = list(seats.values_list("invitee", flat=True))
    # Nobody real is ever seated by an invitation to an example; the conditions make sure of it once more.
    made_up = Person.objects.filter(invitations__in=invitees, account_since=None, email=None, is_active=False)
    people = list(made_up.values_list("pk", flat=True))
    # A lesson outlives the collaboration it came from; one of an example does not.
    Lesson.objects.filter(person=person, collaboration__in=tables).delete()
    Collaboration.objects.filter(pk__in=tables).delete()
    Invitee.objects.filter(pk__in=invitees).delete()
    Person.objects.filter(pk__in=people).delete()
    SeenMark.objects.filter(key__in=marks).delete()
    return len(tables)
