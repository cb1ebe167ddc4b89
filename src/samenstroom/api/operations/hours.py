"""What each side brought in, and writing down one line of it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from django.http import HttpRequest
from pydantic import Field

from samenstroom.api.access import acting_visit, visit_or_404
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, read_cursor, write_cursor
from samenstroom.api.problems import form_problem, parameter_problem
from samenstroom.api.shapes import NOT_EMPTY, Day, Id, In, Listed, Number, Out, TableId, Who, day_of, side, typed
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions.hours import add_contribution
from samenstroom.contributions.forms.hours import ContributionForm
from samenstroom.contributions.queries.hours import entries_after
from samenstroom.kit import clock

if TYPE_CHECKING:
    from samenstroom.contributions.models import Contribution


class EntryOut(Out):
    """One line. `amount` is hours or euro as text, empty for something else; `work` names work that is seldom seen."""

    id: Id
    on: date
    side: Who
    kind: str
    amount: str
    what: str
    work: str
    state: Literal["waits", "confirmed", "otherwise", "removed"]
    confirmed_on: date | None
    otherwise: str
    source: str


class EntryIn(In):
    """Hours, money or something else that your side brought in. Without a day it was today."""

    on: Day | None = None
    kind: Literal["hours", "money", "other"] = "hours"
    amount: Number | None = None
    what: Annotated[str, Field(min_length=1, max_length=300, pattern=NOT_EMPTY)]
    work: Literal["", "research", "learning", "thinking", "meeting", "waiting"] = ""


def hours(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[EntryOut]:
    """What both sides brought in, the newest day first; also what was taken away, which counts no more."""
    visit, after = visit_or_404(request, collaboration), read_cursor(cursor)
    try:
        rows = entries_after(visit, limit + 1, (after.moment, after.public_id) if after else None)
    except ValueError:  # a mark that looks like one of ours, with a day that is not there
        raise parameter_problem("cursor") from None
    shown = rows[:limit]
    more = write_cursor(Place(shown[-1].on.isoformat(), shown[-1].public_id)) if len(rows) > limit else None
    return Listed[EntryOut](items=[_told(visit, one) for one in shown], next=more)


@once(201)
def add_hours(request: HttpRequest, collaboration: TableId, sent: EntryIn) -> EntryOut:
    """Write down what your side brought in. The same again within a minute is once."""
    visit = acting_visit(request, collaboration)
    today = clock.day_of(visit.now)
    form = ContributionForm({**typed(sent), "on": sent.on or today.isoformat()}, today=today)
    if not form.is_valid():
        raise form_problem(form)
    return _told(visit, add_contribution(seat=visit.seat, work=form.to_work(), now=visit.now))


def _told(visit: Visit, one: "Contribution") -> EntryOut:
    state: Literal["waits", "confirmed", "otherwise", "removed"] = "waits"
    if one.removed_at:
        state = "removed"
    elif one.confirmed_at:
        state = "confirmed"
    elif one.otherwise_at:
        state = "otherwise"
    return EntryOut(
        id=one.public_id,
        on=one.on,
        side=side(visit, one.party_id),
        kind=str(one.kind),
        amount=str(one.amount),
        what=str(one.what),
        work=str(one.work),
        state=state,
        confirmed_on=day_of(one.confirmed_at),
        otherwise=str(one.otherwise),
        source=one.source,
    )
