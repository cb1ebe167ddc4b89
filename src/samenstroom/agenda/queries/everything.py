"""Everything that lies ahead for one person, over all her collaborations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from samenstroom.accounts.models import Person
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.endings import endings_by_table
from samenstroom.kit import clock

from .coming import LOOKS_AHEAD, LOOKS_BACK, Coming
from .own import AFTER_THE_END, OWN
from .shared import SHARED
from .talks import talks


def coming_for(person: Person, now: datetime) -> list[Coming]:
    """What lies ahead, by day; in a fixed number of queries, however many collaborations she has.

    Examples to look around in are left out. Who reads along with a colleague gets the talks; who answers for her side
    gets the rest too. Only who has an account has things of her own. A collaboration that was closed asks nothing
    more, except what she wants to remember herself.
    """
    visits = [visit for visit in visits_of(person, now) if not visit.collaboration.is_demo]
    closed = {key for key, view in endings_by_table(person, visits).items() if view.closed_on}
    today = clock.day_of(now)
    first, last = today - LOOKS_BACK, today + LOOKS_AHEAD
    found = [one for one in _all(person, visits, closed) if first <= one.on <= last]
    return sorted(found, key=lambda one: (one.on, one.kind, one.key))


def _all(person: Person, visits: Sequence[Visit], closed: set[int]) -> Iterator[Coming]:
    running = [visit for visit in visits if visit.collaboration.pk not in closed]
    yield from talks(person, running)
    for gather in SHARED:
        yield from gather(person, [visit for visit in running if visit.speaks])
    if not person.has_account:
        return
    for gather in OWN:
        yield from gather(person, visits if gather in AFTER_THE_END else running)
