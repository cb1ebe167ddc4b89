"""Decisions on record."""

from datetime import date

from django.http import HttpRequest

from samenstroom.api.access import visit_or_404
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.shapes import Id, Listed, Out, TableId, Who, day_of, side, side_of
from samenstroom.collaborations.visits import Visit
from samenstroom.feedback.queries.decisions import DecisionView, decisions_of
from samenstroom.kit import clock


class OutcomeOut(Out):
    """What somebody says came of it."""

    on: date
    by: Who
    words: str


class DecisionOut(Out):
    """One decision. `advice`: `none`, `followed` or `overruled`. `stance`: how the side that did not note it sees it.

    A side that decided or knew most is `both` when it was neither one alone.
    """

    id: Id
    decided_on: date
    noted_by: Who
    decided_by: Who
    expertise_of: Who
    what: str
    why: str
    advice: str
    hours_undone: str
    stance: str | None
    stance_words: str
    outcomes: list[OutcomeOut]
    withdrawn_on: date | None


def decisions(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[DecisionOut]:
    """Decisions that both can read, the newest first."""
    visit = visit_or_404(request, collaboration)
    found = page_of(decisions_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[DecisionOut](items=[_told(visit, one) for one in found[0]], next=found[1])


def _place(view: DecisionView) -> Place:
    return Place(view.decision.decided_on.isoformat(), view.decision.public_id)


def _told(visit: Visit, view: DecisionView) -> DecisionOut:
    one = view.decision
    return DecisionOut(
        id=one.public_id,
        decided_on=one.decided_on,
        noted_by=side_of(visit, one.noted_by),
        decided_by=side(visit, one.decided_by_id, nobody="both"),
        expertise_of=side(visit, one.expertise_id, nobody="both"),
        what=str(one.content.get("what", "")),
        why=str(one.content.get("why", "")),
        advice=view.advice,
        hours_undone=str(one.content.get("hours_undone", "")),
        stance=str(view.stance.stance) if view.stance else None,
        stance_words=str(view.stance.words) if view.stance else "",
        outcomes=[
            OutcomeOut(on=clock.day_of(word.said_at), by=side_of(visit, word.seat), words=str(word.words))
            for word in view.outcomes
        ],
        withdrawn_on=day_of(one.withdrawn_at),
    )
