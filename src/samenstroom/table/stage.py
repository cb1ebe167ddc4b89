"""The shared stage: moved by an act that both can see."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.actions import move_stage
from samenstroom.collaborations.forms import StageForm
from samenstroom.collaborations.queries import route_of
from samenstroom.collaborations.visits import Visit

from .page import go, posted, show


def stage(request: HttpRequest, visit: Visit) -> HttpResponse:
    """See the seven stages and move the shared one."""
    form = StageForm(posted(request), initial={"stage": visit.collaboration.stage})
    if request.method == "POST" and form.is_valid():
        move_stage(seat=visit.seat, stage=form.cleaned_data["stage"], now=visit.now)
        messages.success(request, _("Bewaard. Jullie zien dit allebei."))
        return go(request, "collaboration", visit)
    status = 422 if form.is_bound else 200
    purposes = {stop.code: stop.purpose for stop in route_of(visit)}
    return show(request, visit, "table/stage.html", circle="shared", status=status, form=form, purposes=purposes)
