"""Feedback that lies on the table. A draft is nobody's but its writer's, and is not here."""

from datetime import date

from django.http import HttpRequest

from samenstroom.api.access import visit_or_404
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.shapes import Id, Listed, Out, TableId, Who, side_of
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.queries.feedback import FeedbackView, feedback_of
from samenstroom.kit import clock


class FeedbackAnswerOut(Out):
    """What a side answered, and what they agreed."""

    on: date
    by: Who
    words: str
    agreed: str


class FeedbackOut(Out):
    """One feedback. `said_by` is whose feedback it is, `shared_by` who put it here."""

    id: Id
    said_on: date
    said_by: Who
    shared_by: Who
    what: str
    why: str
    ground: str
    source: str
    source_year: str
    proposal: str
    answers: list[FeedbackAnswerOut]


def feedback(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[FeedbackOut]:
    """Feedback that both can read, the newest first."""
    visit = visit_or_404(request, collaboration)
    found = page_of(feedback_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[FeedbackOut](items=[_told(visit, one) for one in found[0]], next=found[1])


def _place(view: FeedbackView) -> Place:
    return Place(view.feedback.shared_at.isoformat(), view.feedback.public_id)


def _told(visit: Visit, view: FeedbackView) -> FeedbackOut:
    said = {name: "" if value is None else str(value) for name, value in view.feedback.said.items()}
    return FeedbackOut(
        id=view.feedback.public_id,
        said_on=view.feedback.said_on,
        said_by="me" if view.i_gave else "other",
        shared_by="me" if view.i_shared else "other",
        **{name: said.get(name, "") for name in ("what", "why", "ground", "source", "source_year", "proposal")},
        answers=[
            FeedbackAnswerOut(
                on=clock.day_of(one.answered_at),
                by=side_of(visit, one.seat),
                words=str(one.words),
                agreed=str(one.agreed),
            )
            for one in view.answers
        ],
    )
