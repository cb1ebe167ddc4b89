"""Extra work: what lies there, and putting something on the table."""

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from django.utils.translation import gettext as _
from pydantic import Field

from samenstroom.agreements.forms.extra_work import ExtraForm
from samenstroom.agreements.queries.extra_work import ExtraView, extra_by_id, extra_of
from samenstroom.api.access import acting_visit, visit_or_404
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.problems import form_problem
from samenstroom.api.shapes import NOT_EMPTY, Day, Id, In, Listed, Number, Out, TableId, Who, day_of, side, typed
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.deals import put_extra
from samenstroom.kit import clock


class ExtraOut(Out):
    """Something extra, with the newest offer. `amount` is euro without VAT as text; `0` when it costs nothing."""

    id: Id
    what: str
    asked_by: Who
    put_on: date
    state: Literal["waits_for_price", "open", "agreed", "dropped"]
    amount: str | None
    hours: str | None
    due_on: date | None
    is_my_turn: bool
    agreed_on: date | None


class ExtraIn(In):
    """Something extra: what, and a price, hours or no costs if you know. `who`: who asks for it.

    `is_agreed`: it was agreed by word of mouth; only when the other does not take part here.
    """

    what: Annotated[str, Field(min_length=1, max_length=300, pattern=NOT_EMPTY)]
    amount: Number | None = None
    hours: Number | None = None
    is_free: bool = False
    due_on: Day | None = None
    who: Literal["me", "other"] = "me"
    is_agreed: bool = False


def extra_work(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[ExtraOut]:
    """Everything extra that was ever put there, the newest first."""
    visit = visit_or_404(request, collaboration)
    found = page_of(extra_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[ExtraOut](items=[_told(visit, one) for one in found[0]], next=found[1])


@once(201)
def add_extra_work(request: HttpRequest, collaboration: TableId, sent: ExtraIn) -> ExtraOut:
    """Put something extra on the table; the other is told that it is there. Alone it is noted."""
    visit = acting_visit(request, collaboration)
    data = {**typed(sent), "who": "other" if sent.who == "other" else ""}
    form = ExtraForm(data, today=clock.day_of(visit.now), visit=visit)
    if sent.is_agreed and visit.takes_part:
        form.add_error(None, _("%(name)s doet hier mee, en zegt zelf ja.") % {"name": visit.other_name})
    if not form.is_valid():
        raise form_problem(form)
    made = put_extra(
        visit=visit, what=form.cleaned_data["what"], terms=form.terms(), other_asked=sent.who == "other",
        is_agreed=bool(form.cleaned_data.get("is_agreed")),
    )  # fmt: skip
    view = extra_by_id(visit, made.public_id)
    assert view is not None, "it was put there just now"
    return _told(visit, view)


def _place(view: ExtraView) -> Place:
    return Place(view.work.put_at.isoformat(), view.work.public_id)


def _state(view: ExtraView) -> Literal["waits_for_price", "open", "agreed", "dropped"]:
    if view.work.dropped_at:
        return "dropped"
    if view.work.agreed_at:
        return "agreed"
    return "waits_for_price" if view.waits_for_price else "open"


def _told(visit: Visit, view: ExtraView) -> ExtraOut:
    work = view.work
    return ExtraOut(
        id=work.public_id,
        what=str(work.what),
        asked_by=side(visit, work.asked_by_id),
        put_on=clock.day_of(work.put_at),
        state=_state(view),
        amount=None if work.amount is None else str(work.amount),
        hours=None if work.hours is None else str(work.hours),
        due_on=work.due_on,
        is_my_turn=view.is_my_turn,
        agreed_on=day_of(work.agreed_at),
    )
