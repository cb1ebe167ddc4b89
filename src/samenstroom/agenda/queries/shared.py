"""What lies ahead for both: talks with their hour, check-ins, days of the agreement, the work, and the end.

Each side sees it from its own chair: a task is in the calendar of whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.attempts import attempts_by_table
from samenstroom.adjusting.queries.pauses import PauseView, pauses_by_table
from samenstroom.agreements.queries.in_force import in_force_by_table
from samenstroom.agreements.queries.reviews import reviews_by_table
from samenstroom.checkins.models import Round
from samenstroom.checkins.queries import repairs_by_table, rhythms_by_table
from samenstroom.checkins.queries.rounds import sent_moments
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import Invoice
from samenstroom.exploring.models import Trial
from samenstroom.farewell.queries.endings import endings_by_table
from samenstroom.farewell.queries.handover import handover_by_table
from samenstroom.kit import clock
from samenstroom.planning.models import StartEntry, Task
from samenstroom.rules.rounds import next_opening

from .coming import Coming, on_day


def checkins(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The round that waits for her side, and the day on which the next one opens. Three queries."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rounds = shared_rows(Round.objects.filter(collaboration__in=tables), seen_by=person).order_by("number")
    last = {one.collaboration_id: one for one in rounds}
    sent = sent_moments(person, last.values())
    rhythms, pauses = rhythms_by_table(person, visits), pauses_by_table(person, visits)
    for key, visit in tables.items():
        round_, running, today = last.get(key), rhythms[key].running, clock.day_of(visit.now)
        is_open = round_ is not None and round_.revealed_at is None and round_.closed_at is None
        if round_ is not None and is_open and (round_.pk, visit.party.pk) not in sent:
            yield _checkin(visit, round_.opened_on)
        if running and running.accepted_at and visit.takes_part:
            opens_on = next_opening(
                round_.opened_on if round_ else None, clock.day_of(running.accepted_at), running.weeks, today
            )
            if opens_on and not _rests(pauses[key], opens_on):
                yield _checkin(visit, opens_on)


def _checkin(visit: Visit, day: date) -> Coming:
    return on_day("checkin", f"checkin-{visit.collaboration.public_id}-{day:%Y%m%d}", visit, day)


def _rests(pauses: Sequence[PauseView], day: date) -> bool:
    return any(one.pause.counts and one.pause.span.holds_on(day) for one in pauses)


def looks(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The day to look back on what both agreed after a check-in, or tried together; and when a pause is over."""
    repairs, attempts = repairs_by_table(person, visits), attempts_by_table(person, visits)
    pauses = pauses_by_table(person, visits)
    for visit in visits:
        key = visit.collaboration.pk
        for view in repairs[key]:
            if view.is_agreed and not view.we_said:
                yield on_day("look", f"repair-{view.repair.public_id}", visit, view.repair.look_back_on)
        for tried in attempts[key]:
            if tried.is_running and not tried.i_said:
                yield on_day("look", f"attempt-{tried.attempt.public_id}", visit, tried.attempt.look_back_on)
        for rest in pauses[key]:
            day = rest.pause.resumes_on or rest.pause.look_again_on
            if rest.pause.counts and rest.pause.ended_on is None and day:
                yield on_day("pause", f"pause-{rest.pause.public_id}", visit, day)


def tasks(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The days of her tasks, and of what she was to have ready."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    parties = [visit.party.pk for visit in visits]
    open_ = Task.objects.filter(collaboration__in=tables, owner__in=parties, done_at=None, dropped_at=None)
    found = shared_rows(open_.exclude(due_on=None), seen_by=person).annotate(times=Count("words")).order_by("pk")
    for table, key, day, times in found.values_list("collaboration", "public_id", "due_on", "times"):
        if day:
            yield on_day("task", f"task-{key}", tables[table], day, changes=times)
    rows = StartEntry.objects.filter(collaboration__in=tables, dropped_at=None).exclude(due_on=None)
    for row in shared_rows(rows, seen_by=person).defer("content"):
        visit = tables[row.collaboration_id]
        if row.list == "ready" and row.is_open and row.owner_id == visit.party.pk and row.due_on:
            yield on_day("ready", f"ready-{row.public_id}", visit, row.due_on)


def agreed(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """Days that the agreement names: to look at it together, the last day to tell, and its end."""
    held, reviews = in_force_by_table(person, visits), reviews_by_table(person, visits)
    for visit in visits:
        key = visit.collaboration.pk
        terms = held[key]
        if terms is None:
            continue
        looked_on = max((one.review.looked_on for one in reviews[key] if one.review.counts), default=None)
        ahead = terms.ahead(clock.day_of(visit.now), looked_on)
        choose_by = ahead.tell_by if ahead.tell_by != ahead.ends_on else None
        for kind, day in (("review", ahead.review_on), ("choose", choose_by), ("ends", ahead.ends_on)):
            if day:
                yield on_day(kind, f"{kind}-{terms.key}", visit, day)


def money(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The last day to pay an invoice, for both. One query."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = Invoice.objects.filter(collaboration__in=tables, paid_on=None, withdrawn_at=None).exclude(due_on=None)
    for one in shared_rows(rows, seen_by=person).only("public_id", "collaboration", "due_on"):
        if one.due_on:
            yield on_day("invoice", f"invoice-{one.public_id}", tables[one.collaboration_id], one.due_on)


def trials(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """When a trial that is on begins and is over. One query."""
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = Trial.objects.filter(collaboration__in=tables, replaced_at=None, dropped_at=None, finished_at=None)
    wanted = ("public_id", "collaboration", "starts_on", "ends_on", "agreed_at", "outside_at")
    for one in shared_rows(rows, seen_by=person).only(*wanted):
        if one.is_on:
            visit = tables[one.collaboration_id]
            yield on_day("trial_begins", f"trial-begins-{one.public_id}", visit, one.starts_on)
            yield on_day("trial_ends", f"trial-ends-{one.public_id}", visit, one.ends_on)


def goodbyes(person: Person, visits: Sequence[Visit]) -> Iterator[Coming]:
    """The last day of the work, and the days of what she hands over."""
    endings, plans = endings_by_table(person, visits), handover_by_table(person, visits)
    for visit in visits:
        view = endings.get(visit.collaboration.pk)
        if view and view.ending.last_on:
            yield on_day("last_day", f"ending-{view.ending.public_id}", visit, view.ending.last_on)
        for one in plans[visit.collaboration.pk].open:
            until = one.item.until_on
            if until and one.may_say_done and one.ticks.doer in (str(one.side), "both"):
                yield on_day("handover", f"handover-{one.item.public_id}", visit, until)


SHARED = (checkins, looks, tasks, agreed, money, trials, goodbyes)
