"""What the pages about what is kept of somebody fetch: herself, and nothing of anybody else."""

from __future__ import annotations

from datetime import date, datetime

from django.http import Http404, HttpRequest

from samenstroom.accounts.models import Person
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit, visit_of
from samenstroom.privacy.queries import wishes


def person_looking(request: HttpRequest) -> Person:
    """Who is signed in, with an account or with a link; the door saw to it that there is somebody."""
    assert isinstance(request.user, Person)
    return request.user


def erase_day_of(person: Person) -> date | None:
    """The day on which everything of hers is erased, when she asked for it."""
    return wishes.erase_day_of(person)


def own_visits(person: Person, now: datetime) -> list[Visit]:
    """Her tables."""
    return visits_of(person, now)


def own_visit_or_404(person: Person, public_id: str, now: datetime) -> Visit:
    """Her visit to one table."""
    visit = visit_of(person, public_id, now)
    if visit is None:
        raise Http404
    return visit
