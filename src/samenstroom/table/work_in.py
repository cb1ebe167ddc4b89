"""Moments to work in, on the table: propose, agree, a file for the calendar, and whether it took place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import work_in as actions
from samenstroom.farewell.forms.successors import SessionForm
from samenstroom.farewell.queries.successors import successors_of
from samenstroom.farewell.queries.work_in import sessions_of
from samenstroom.farewell.wording.calendar import session_file
from samenstroom.farewell.wording.successors import session_row
from samenstroom.flows.work_in import agree_to_session, call_off_session, suggest_session

from .access import session_if_there, session_or_404
from .page import go, posted, show, too_late

if TYPE_CHECKING:
    from samenstroom.farewell.models import WorkInSession


def work_in(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The moments that lie there, and propose one, or another one for what lies there; alone it is noted."""
    asked = request.GET.get("anders", "")
    moves = session_if_there(visit, asked) if asked else None
    if asked and not (moves and moves.can_move and visit.speaks):
        return too_late(request, "work_in", visit)
    open_to = [one for one in successors_of(visit) if one.withdrawn_at is None]
    form = SessionForm(posted(request), successors=open_to, now=visit.now, moves=moves.session if moves else None)
    if request.method == "POST" and form.is_valid():
        try:
            suggest_session(visit=visit, terms=form.terms(), moves=moves.session if moves else None)
        except NotAllowedError:
            return too_late(request, "work_in", visit)
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "work_in", visit)
    return show(
        request, visit, "table/successor/work_in.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, moves=moves, rows=[session_row(visit, one) for one in sessions_of(visit)] if not moves else [],
    )  # fmt: skip


@require_POST
def answer(request: HttpRequest, visit: Visit, session: str) -> HttpResponse:
    """Say yes, take it away, or say whether it took place."""
    view, do = session_if_there(visit, session), request.POST.get("do", "")
    try:
        if view is None:
            raise NotAllowedError
        _act(visit, view.session, do, request.POST.get("sequence", ""))
        messages.success(request, _("Bewaard. Jullie zien dit allebei."))
    except NotAllowedError:
        return too_late(request, "work_in", visit)
    return go(request, "work_in", visit)


def _act(visit: Visit, session: WorkInSession, do: str, read: str) -> None:
    if do == "agree":
        agree_to_session(visit=visit, session=session, read=read)
    elif do == "drop":
        call_off_session(visit=visit, session=session)
    else:
        actions.say_held(session=session, seat=visit.seat, held=do, now=visit.now)


def file(request: HttpRequest, visit: Visit, session: str) -> HttpResponse:
    """The moment as a file for a calendar, once it counts."""
    view = session_or_404(visit, session)
    if not view.session.counts:
        raise Http404
    return calendar_answer(view.session)


def calendar_answer(session: WorkInSession) -> HttpResponse:
    """The file itself; its name says nothing of what it is about."""
    body = session_file(session, urlsplit(settings.PUBLIC_URL).hostname or "samenstroom")
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="inwerken.ics"'
    return answer
