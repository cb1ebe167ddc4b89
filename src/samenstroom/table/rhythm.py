"""How often both look at how it goes: proposed by one, accepted by the other."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.checkins import actions
from samenstroom.checkins.forms import RhythmForm
from samenstroom.checkins.queries import rhythm_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit

from .access import rhythm_or_404
from .page import go, show


def rhythm(request: HttpRequest, visit: Visit) -> HttpResponse:
    """See the rhythm, propose one."""
    form = RhythmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.propose_rhythm(seat=visit.seat, weeks=form.cleaned_data["weeks"], now=visit.now)
        messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
        return go(request, "rhythm", visit)
    status = 422 if form.is_bound else 200
    return show(
        request,
        visit,
        "table/checkins/rhythm.html",
        circle="shared",
        status=status,
        form=form,
        rhythm=rhythm_of(visit),
    )


@require_POST
def accept_rhythm(request: HttpRequest, visit: Visit, rhythm: str) -> HttpResponse:
    """Say yes to the other's proposal; the first check-in opens."""
    try:
        actions.accept_rhythm(rhythm=rhythm_or_404(visit, rhythm), seat=visit.seat, now=visit.now)
    except NotAllowedError:
        messages.info(request, _("Dit voorstel ligt niet meer open."))
        return go(request, "rhythm", visit)
    messages.success(request, _("Afgesproken. De eerste check-in staat klaar."))
    return go(request, "collaboration", visit)


@require_POST
def stop_rhythm(request: HttpRequest, visit: Visit, rhythm: str) -> HttpResponse:
    """Stop the rhythm, or take back or turn down a proposal."""
    actions.stop_rhythm(rhythm=rhythm_or_404(visit, rhythm), seat=visit.seat, now=visit.now)
    messages.success(request, _("Gestopt. Jullie eerdere check-ins blijven staan."))
    return go(request, "rhythm", visit)
