"""The kick-off on the table: everything on one page, one sentence per goal, the agenda, the moment, and a record."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.flows.kickoff import agree_moment, call_off_moment, invite_to_kickoff, suggest_moment
from samenstroom.kit import clock
from samenstroom.planning.actions import kickoff as actions
from samenstroom.planning.forms.kickoff import GoalForm, MomentForm, PointForm, RecordForm
from samenstroom.planning.queries.kickoff import (
    HELD,
    POINT,
    GoalView,
    agenda_points_of,
    kickoff_at,
    kickoff_exchanges_of,
    noted_at,
)
from samenstroom.planning.wording.calendar import talk_file
from samenstroom.planning.wording.kickoff import goal_labels, kickoff_parts, kickoff_texts
from samenstroom.planning.wording.plan import AgendaRow, agenda_rows, goal_row, talk_page

from .access import goal_if_there, kickoff_talk_if_there, kickoff_talk_or_404, point_if_there
from .kickoff_words import envelope_page
from .page import address, door_of, go, posted, show, too_late


def kickoff(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where the kick-off stands; by POST the same questions lie before both."""
    if request.method == "POST":
        exchange = invite_to_kickoff(visit=visit)
        return go(request, "kickoff_opened", visit, exchange=exchange.public_id)
    found, views = kickoff_at(visit), kickoff_exchanges_of(visit)
    own = address(request, "own_kickoff", visit) if door_of(request) == "workspace" else ""
    return show(
        request, visit, "table/kickoff/kickoff.html", circle="shared", parts=kickoff_parts(), own_url=own,
        envelopes=envelope_page(visit, found.exchange), view=found.exchange,
        envelope_url=_envelope_url(request, visit, found.exchange), goals=[goal_row(visit, one) for one in found.goals],
        agenda=_agenda(visit, views, found.goals), talk=talk_page(visit, found.talk) if found.talk else None,
        is_past=found.talk is not None and found.talk.is_past, records=noted_at(visit, HELD),
    )  # fmt: skip


def _envelope_url(request: HttpRequest, visit: Visit, view: ExchangeView | None) -> str:
    if view is None:
        return ""
    page = envelope_page(visit, view)
    return address(request, page.page, visit, **page.parts)


def _agenda(visit: Visit, views: Sequence[ExchangeView], goals: Sequence[GoalView]) -> list[AgendaRow]:
    opened = next((one for one in views if one.is_revealed), None)
    return agenda_rows(visit, opened, noted_at(visit, POINT), goals, agenda_points_of(visit))


def goal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose one sentence, or another one for what lies there; alone at the table it is noted."""
    asked = request.GET.get("anders", "")
    view = goal_if_there(visit, asked) if asked else None
    if asked and view is None:
        return too_late(request, "kickoff", visit)
    about = request.GET.get("over", "")
    form = GoalForm(posted(request), goal=view.goal if view else None, about=about if about in goal_labels() else "")
    if request.method == "POST" and form.is_valid():
        actions.propose_goal(
            seat=visit.seat, about=form.cleaned_data["about"], text=form.cleaned_data["text"],
            other_takes_part=visit.takes_part, now=visit.now, replaces=view.goal if view else None,
        )  # fmt: skip
        _said_proposed(request, visit)
        return go(request, "kickoff", visit)
    return show(
        request, visit, "table/kickoff/goal.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        before=view.goal if view else None, sentences=kickoff_texts()["sentences"],
    )  # fmt: skip


def _said_proposed(request: HttpRequest, visit: Visit) -> None:
    said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
    messages.success(request, said % {"name": visit.other_name})


GOAL_ACTS = {"accept": actions.accept_goal, "drop": actions.drop_goal}


@require_POST
def goal_answer(request: HttpRequest, visit: Visit, goal: str) -> HttpResponse:
    """Accept a sentence, or take it off the table."""
    view, do = goal_if_there(visit, goal), request.POST.get("do", "")
    try:
        if view is None or do not in GOAL_ACTS:
            raise NotAllowedError
        GOAL_ACTS[do](goal=view.goal, seat=visit.seat, now=visit.now)
        messages.success(request, _("Dit is nu van jullie allebei.") if do == "accept" else _("Van tafel."))
    except NotAllowedError:
        return too_late(request, "kickoff", visit)
    return go(request, "kickoff", visit)


def point(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Put a point of one's own on the agenda; the other reads exactly these words."""
    form = PointForm(posted(request))
    if request.method == "POST" and form.is_valid():
        actions.add_point(seat=visit.seat, text=form.cleaned_data["text"], now=visit.now)
        messages.success(request, _("Het staat op de agenda."))
        return go(request, "kickoff", visit)
    return show(
        request, visit, "table/kickoff/point.html", circle="shared", status=422 if form.is_bound else 200, form=form
    )


@require_POST
def point_drop(request: HttpRequest, visit: Visit, point: str) -> HttpResponse:
    """Take a point off the agenda."""
    found = point_if_there(visit, point)
    if found is None:
        return too_late(request, "kickoff", visit)
    actions.drop_point(point=found, seat=visit.seat, now=visit.now)
    messages.success(request, _("Van de agenda."))
    return go(request, "kickoff", visit)


def moment(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose when and where, or move what lies there; alone at the table it is noted."""
    found = kickoff_at(visit).talk
    lies = found if found and not found.is_past else None
    form = MomentForm(posted(request), talk=lies.talk if lies else None, now=visit.now)
    if request.method == "POST" and form.is_valid():
        suggest_moment(visit=visit, moment=form.moment())
        _said_proposed(request, visit)
        return go(request, "kickoff", visit)
    return show(
        request, visit, "table/kickoff/moment.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        is_change=lies is not None,
    )  # fmt: skip


@require_POST
def moment_answer(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """Say yes to the moment, or that it is off."""
    view, do = kickoff_talk_if_there(visit, talk), request.POST.get("do", "")
    try:
        if view is None or do not in ("agree", "cancel"):
            raise NotAllowedError
        if do == "agree":
            agree_moment(visit=visit, talk=view.talk, read=request.POST.get("sequence", ""))
        else:
            call_off_moment(visit=visit, talk=view.talk)
        messages.success(request, _("Afgesproken. Jullie zien dit allebei.") if do == "agree" else _("Afgezegd."))
    except NotAllowedError:
        return too_late(request, "kickoff", visit)
    return go(request, "kickoff", visit)


def moment_file(request: HttpRequest, visit: Visit, talk: str) -> HttpResponse:
    """The moment as a file for a calendar: once it counts, and to take it out again once it was cancelled."""
    view = kickoff_talk_or_404(visit, talk)
    if not (view.talk.counts or view.talk.cancelled_at):
        raise Http404
    answer = HttpResponse(
        talk_file(view.talk, urlsplit(settings.PUBLIC_URL).hostname or "samenstroom"),
        content_type="text/calendar; charset=utf-8",
    )
    answer["Content-Disposition"] = 'attachment; filename="gesprek.ics"'
    return answer


def record(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was said and decided; a line in the logbook that both read."""
    found, today = kickoff_at(visit), clock.day_of(visit.now)
    planned = clock.day_of(found.talk.talk.begins_at) if found.talk else today
    form = RecordForm(posted(request), today=today, held_on=min(planned, today))
    if request.method == "POST" and form.is_valid():
        actions.note_kickoff(seat=visit.seat, now=visit.now, **form.cleaned_data)
        messages.success(request, _("Bewaard in jullie logboek."))
        return go(request, "kickoff", visit)
    return show(
        request, visit, "table/kickoff/record.html", circle="shared", status=422 if form.is_bound else 200, form=form,
        agenda=_agenda(visit, kickoff_exchanges_of(visit), found.goals),
    )  # fmt: skip
