"""What lies ahead for herself: talks she prepares, days to look back, her own check-ins. Private."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import OwnAttempt
from samenstroom.adjusting.queries.attempts import OWN_WORDS
from samenstroom.adjusting.queries.talks import talks_by_table
from samenstroom.checkins.queries import own_by_table
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.queries.decisions import decisions_by_table
from samenstroom.farewell.queries.farewells import farewells_by_table
from samenstroom.farewell.queries.thanks import touches_by_table
from samenstroom.kit import clock

from .coming import Coming, on_day


def own_talks(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The day she wants to talk, and the day to look back on it."""
    found = talks_by_table(person, visits)
    for visit in visits:
        for talk in found[visit.collaboration.pk]:
            if talk.planned_on and talk.held_on is None:
                yield _own(f"talk-{talk.public_id}", visit, talk.planned_on)
            if talk.look_back_on and talk.looked_back_at is None:
                yield _own(f"talk-look-{talk.public_id}", visit, talk.look_back_on)


def own_looks(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The day to look back on a decision, and on what she tries herself."""
    decided = decisions_by_table(person, visits)
    for visit in visits:
        for decision in decided[visit.collaboration.pk][:1]:
            if decision.look_back_on and decision.looked_back is None:
                yield _own(f"decision-{decision.public_id}", visit, decision.look_back_on)
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = private_rows(OwnAttempt.objects.filter(collaboration__in=tables, looked_back_at=None), seen_by=person)
    for one in rows.defer(*OWN_WORDS):
        yield _own(f"attempt-{one.public_id}", tables[one.collaboration_id], one.look_back_on)


def own_checkins(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The next check-in of her own."""
    found = own_by_table(person, visits)
    for visit in visits:
        view, today = found[visit.collaboration.pk], clock.day_of(visit.now)
        if view.rhythm is not None:
            last = view.done[0].answered_on if view.done else None
            due = last + timedelta(weeks=view.rhythm.weeks) if last else view.rhythm.since
            yield _own(f"own-checkin-{visit.collaboration.public_id}", visit, max(due, today))


def own_goodbyes(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The last day she plans while nobody knows, and a day to be in touch again."""
    farewells, touches = farewells_by_table(person, visits), touches_by_table(person)
    for visit in visits:
        key, name = visit.collaboration.pk, visit.collaboration.public_id
        farewell, touch = farewells.get(key), touches.get(key)
        planned = farewell.plan.get("last_on") if farewell and not farewell.is_aside else None
        if planned:
            yield _own(f"farewell-{name}", visit, date.fromisoformat(planned))
        if touch and touch.remind_on and touch.seen_at is None:
            yield _own(f"touch-{name}", visit, touch.remind_on)


def _own(key: str, visit: Visit, day: date) -> Coming:
    return on_day("own", key, visit, day, is_private=True)


OWN = (own_talks, own_looks, own_checkins, own_goodbyes)
AFTER_THE_END = (own_goodbyes, own_looks)
