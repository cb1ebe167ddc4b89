"""Where the end of a table stands, in one record: for its page, for what comes first, and for Vandaag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import shared_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import KeepInTouch, KeepTerm, LastDay
from samenstroom.kit import clock
from samenstroom.rules.closing import Wait, may_close_from, waits_for

from .endings import EndingView, endings_by_table
from .settlement import StatementView, statements_by_table
from .thanks import Testimonials, testimonials_by_table, touches_by_table


@dataclass(frozen=True)
class DayView:
    """A proposal for another last day that lies there."""

    day: LastDay
    i_proposed: bool


@dataclass(frozen=True)
class Parting:
    """The end of one table: the ending that stands, and what lies there waiting for one of the two."""

    ending: EndingView | None
    day: DayView | None
    statement: StatementView | None
    testimonials: Testimonials | None
    due_touch: KeepInTouch | None

    @property
    def is_closed(self) -> bool:
        return self.ending is not None and self.ending.closed_on is not None

    @property
    def day_waits(self) -> bool:
        """The other proposed another last day."""
        return self.day is not None and not self.day.i_proposed and not self.is_closed

    @property
    def end_waits(self) -> bool:
        """The other announced it, she has not confirmed it, and she did not ask for another day."""
        return self.ending is not None and self.ending.waits_for_me and self.day is None

    @property
    def statement_waits(self) -> bool:
        return self.statement is not None and self.statement.waits_for_me and not self.is_closed

    @property
    def is_asked(self) -> bool:
        """The other asked for a testimonial."""
        return self.testimonials is not None and self.testimonials.mine.is_asked


NOTHING = Parting(None, None, None, None, None)
"""A table where nobody spoke of an end."""


def parting_of(visit: Visit) -> Parting:
    """Where the end of this table stands."""
    return partings_by_table(visit.person, [visit])[visit.collaboration.pk]


def partings_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, Parting]:
    """Collaboration id -> where its end stands; in a fixed number of queries."""
    endings, statements = endings_by_table(person, visits), statements_by_table(person, visits)
    days = _days(person, visits) if endings else {}
    # A testimonial is asked only after a closing statement.
    testimonials = testimonials_by_table(person, visits) if statements else {}
    touches = touches_by_table(person)
    found = {}
    for visit in visits:
        key = visit.collaboration.pk
        touch = touches.get(key)
        is_due = touch is not None and _is_due(touch, clock.day_of(visit.now))
        found[key] = Parting(
            ending=endings.get(key),
            day=days.get(key) if key in endings else None,
            statement=statements.get(key),
            testimonials=testimonials.get(key),
            due_touch=touch if is_due else None,
        )
    return found


def _is_due(touch: KeepInTouch, today: date) -> bool:
    return touch.seen_at is None and touch.remind_on is not None and touch.remind_on <= today


def day_by_id(visit: Visit, public_id: str) -> LastDay | None:
    """A proposal for another last day of this table, also one that no longer lies there."""
    rows = shared_rows(LastDay.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.select_related("ending").filter(public_id=public_id).first()


def _days(person: Person, visits: Sequence[Visit]) -> dict[int, DayView]:
    tables = {visit.collaboration.pk: visit for visit in visits}
    rows = shared_rows(LastDay.objects.filter(collaboration__in=tables), seen_by=person)
    rows = rows.filter(agreed_at=None, replaced_at=None, ending__withdrawn_at=None).select_related("proposed_by")
    found = {}
    for one in rows:
        by = one.proposed_by
        found[one.collaboration_id] = DayView(
            one, by is not None and by.party_id == tables[one.collaboration_id].party.pk
        )
    return found


@dataclass(frozen=True)
class TermView:
    """How long both keep this: what was agreed, and what lies there."""

    agreed: KeepTerm | None
    proposed: KeepTerm | None
    i_proposed: bool


def term_of(visit: Visit) -> TermView:
    """How long both keep what is here."""
    rows = shared_rows(KeepTerm.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    terms = list(rows.filter(replaced_at=None).select_related("proposed_by").order_by("proposed_at", "pk"))
    proposed = next((one for one in terms if one.agreed_at is None), None)
    by = proposed.proposed_by if proposed else None
    return TermView(
        agreed=next((one for one in terms if one.agreed_at), None),
        proposed=proposed,
        i_proposed=by is not None and by.party_id == visit.party.pk,
    )


def term_by_id(visit: Visit, public_id: str) -> KeepTerm | None:
    """A proposal of this table for how long both keep it, also one that no longer lies there."""
    rows = shared_rows(KeepTerm.objects.filter(collaboration=visit.collaboration), seen_by=visit.person)
    return rows.filter(public_id=public_id).first()


def closed_on(visit: Visit) -> date | None:
    """The day on which this table was closed; None while it is not."""
    found = endings_by_table(visit.person, [visit]).get(visit.collaboration.pk)
    return found.closed_on if found else None


@dataclass(frozen=True)
class CloseView:
    """When it may be closed, and what it waits for until then."""

    waits_for: Wait | None
    from_day: date


def close_view(visit: Visit, view: EndingView) -> CloseView:
    """Whether either may close it now."""
    notice = view.ending.notice(takes_part=visit.takes_part)
    return CloseView(waits_for(notice, clock.day_of(visit.now)), may_close_from(notice))
