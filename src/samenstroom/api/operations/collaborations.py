"""Collaborations of the person of the token."""

from datetime import date, datetime

from django.http import HttpRequest

from samenstroom.api.access import sees_private, visit_or_404, visits_there
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.shapes import Id, Listed, Out, TableId, day_of
from samenstroom.collaborations.queries import own_stage_of
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.partings import closed_on


class CollaborationOut(Out):
    """A collaboration as it stands between both."""

    id: Id
    name: str
    other_name: str
    other_takes_part: bool
    kind: str
    country: str
    stage: str
    stage_since: datetime
    created_on: date
    i_speak: bool
    is_example: bool


class OneCollaborationOut(CollaborationOut):
    """The same, with the day of its end; `own_stage` is only there with `private:read`."""

    closed_on: date | None
    own_stage: str | None = None


def collaborations(request: HttpRequest, limit: Limit, cursor: Cursor) -> Listed[CollaborationOut]:
    """All collaborations that this token reaches, newest first."""
    found = page_of(visits_there(request), _place, limit=limit, cursor=cursor)
    return Listed[CollaborationOut](items=[_told(one) for one in found[0]], next=found[1])


def collaboration(request: HttpRequest, collaboration: TableId) -> OneCollaborationOut:
    """One collaboration."""
    visit = visit_or_404(request, collaboration)
    own = own_stage_of(visit) if sees_private(request) else None
    return OneCollaborationOut(
        **_told(visit).model_dump(), closed_on=closed_on(visit), own_stage=str(own.stage) if own else None
    )


def _place(visit: Visit) -> Place:
    return Place(visit.collaboration.created_at.isoformat(), visit.collaboration.public_id)


def _told(visit: Visit) -> CollaborationOut:
    one = visit.collaboration
    made = day_of(one.created_at)
    assert made is not None
    return CollaborationOut(
        id=one.public_id,
        name=one.name,
        other_name=visit.other.name,
        other_takes_part=visit.takes_part,
        kind=one.kind,
        country=one.country,
        stage=one.stage,
        stage_since=one.stage_since,
        created_on=made,
        i_speak=visit.speaks,
        is_example=one.is_demo,
    )
