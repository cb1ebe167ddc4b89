"""Letting go of an exploration, with the signals that rested on it: what is thrown away is told nowhere any more."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import visit_of
from samenstroom.exploring.actions.letting_go import let_go, what_is_past
from samenstroom.watch.actions import forget_unfounded


@transaction.atomic
def let_go_of_exploration(*, person: Person, collaboration: Collaboration, now: datetime) -> int:
    """Her private exploration is gone, and so is each signal for her alone that no longer rests on anything.

    Says how much of the exploration. History: nothing, nobody is told.
    """
    gone = let_go(person=person, collaboration=collaboration)
    visit = visit_of(person, collaboration.public_id, now)
    if visit is not None:
        forget_unfounded(visit=visit)
    return gone


def let_go_of_what_is_past(*, now: datetime) -> int:
    """Throw away each exploration whose term is over; says how many. Running it again finds nothing."""
    past = what_is_past(now=now)
    for person, collaboration in past:
        let_go_of_exploration(person=person, collaboration=collaboration, now=now)
    return len(past)
