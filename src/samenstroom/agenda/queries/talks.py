"""Talks with their hour: the kick-off, with a mediator, and the work-in sessions of a handover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from samenstroom.accounts.models import Person
from samenstroom.adjusting.models import MediationTalk
from samenstroom.adjusting.queries.mediations import names_in_calendars, suits_both
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import WorkInSession
from samenstroom.planning.models import KickoffTalk

from .coming import Coming


def talks(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """Every talk that stands; one that waits for a yes is there as well, and says so. Four queries at most.

    It has the same name as the file of that talk, so that a calendar that has both shows it once.
    """
    tables = {visit.collaboration.pk: visit for visit in visits}
    kickoffs = KickoffTalk.objects.filter(collaboration__in=tables, cancelled_at=None).defer("place")
    for talk in shared_rows(kickoffs, seen_by=person):
        visit = tables[talk.collaboration_id]
        yield _talk("kickoff", visit, talk, changes=talk.sequence, is_tentative=not talk.counts)
    yield from _mediations(person, tables)
    sessions = WorkInSession.objects.filter(collaboration__in=tables, dropped_at=None).defer("subject", "who", "held")
    for session in shared_rows(sessions, seen_by=person):
        visit = tables[session.collaboration_id]
        yield _talk("work_in", visit, session, changes=session.sequence, is_tentative=not session.counts)


def _mediations(person: Person, tables: Mapping[int, Visit]) -> Iterator[Coming]:
    """Those that made room are read too: the one that came after them keeps their name."""
    rows = MediationTalk.objects.filter(collaboration__in=tables, mediation__ended_at=None).defer("place")
    found = shared_rows(rows, seen_by=person).prefetch_related("answers").order_by("mediation", "proposed_at", "pk")
    for _mediation, lies in groupby(found, key=lambda one: one.mediation_id):
        told = list(lies)
        names = names_in_calendars(told)
        for one in told:
            if one.dropped_at is None:
                name, changes = names[one.pk]
                visit, waits = tables[one.collaboration_id], not suits_both(one)
                yield Coming("mediation", name, visit, one.begins_at, one.ends_at, changes, is_tentative=waits)


def _talk(
    kind: str, visit: Visit, talk: KickoffTalk | WorkInSession, *, changes: int = 0,
    is_tentative: bool = False,
) -> Coming:  # fmt: skip
    return Coming(kind, talk.public_id, visit, talk.begins_at, talk.ends_at, changes, is_tentative)
