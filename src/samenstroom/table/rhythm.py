"""How often both look at how it goes: proposed by one, accepted by the other."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.checkins import actions
from samenstroom.checkins.forms import RhythmForm
from samenstroom.checkins.queries import RhythmView, rhythm_of
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import rhythm_in_words
from samenstroom.flows.rounds import suggest_rhythm

from .access import rhythm_or_404
from .page import go, posted, show


def rhythm(request: HttpRequest, visit: Visit) -> HttpResponse:
    """See the rhythm, propose one."""
    view = rhythm_of(visit)
    form = RhythmForm(posted(request))
    if request.method == "POST" and form.is_valid():
        weeks = form.cleaned_data["weeks"]
        # A second tap on the same proposal adds nothing.
        if not (view.proposed and view.proposed_by_me and view.proposed.weeks == weeks):
            suggest_rhythm(visit=visit, weeks=weeks)
        messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
        return go(request, "rhythm", visit)
    status = 422 if form.is_bound else 200
    return show(
        request, visit, "table/checkins/rhythm.html", circle="shared", status=status, form=form, rhythm=view,
        running=rhythm_in_words(view.running.weeks) if view.running else "",
        proposed=rhythm_in_words(view.proposed.weeks) if view.proposed else "",
        parts=_parts(view), ask=_("Stel iets anders voor") if _parts(view) else _("Stel een ritme voor"),
    )  # fmt: skip


def _parts(view: RhythmView) -> list[str]:
    """What lies there already: the rhythm that runs, and a proposal of her own or of the other."""
    parts = [
        ("running", view.running is not None),
        ("proposed_by_me", view.proposed is not None and view.proposed_by_me),
        ("proposed", view.proposed is not None and not view.proposed_by_me),
    ]
    return [f"table/checkins/_{name}.html" for name, is_there in parts if is_there]


@require_POST
def accept_rhythm(request: HttpRequest, visit: Visit, rhythm: str) -> HttpResponse:
    """Say yes to the other's proposal; the first check-in opens."""
    found = rhythm_or_404(visit, rhythm)
    try:
        actions.accept_rhythm(rhythm=found, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        if found.accepted_at and not found.ended_at:
            return go(request, "rhythm", visit)
        messages.info(request, _("Dit voorstel ligt niet meer open."))
        return go(request, "rhythm", visit)
    messages.success(request, _("Afgesproken. De eerste check-in staat klaar."))
    return go(request, "collaboration", visit)


@require_POST
def stop_rhythm(request: HttpRequest, visit: Visit, rhythm: str) -> HttpResponse:
    """Stop the rhythm, or take back or turn down a proposal."""
    found = rhythm_or_404(visit, rhythm)
    actions.stop_rhythm(rhythm=found, seat=visit.seat, now=visit.now)
    if found.accepted_at:
        messages.success(request, _("Gestopt. Jullie eerdere check-ins blijven staan."))
    else:
        messages.success(request, _("Het voorstel ligt niet meer op tafel."))
    return go(request, "rhythm", visit)
