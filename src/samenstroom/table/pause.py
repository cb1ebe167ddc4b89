"""A pause on the table: propose and agree, or note it alone; end it earlier."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions import pauses as actions
from samenstroom.adjusting.forms.pauses import PauseForm
from samenstroom.adjusting.queries.pauses import pauses_of, proposed_pause
from samenstroom.adjusting.wording.attempts import repair_texts
from samenstroom.adjusting.wording.pauses import pause_page
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.adjusting import suggest_pause
from samenstroom.kit import clock

from .access import pause_if_there
from .page import go, posted, show


def pause(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What lies there, what holds now or soon, and what was before."""
    views = pauses_of(visit)
    now = [one for one in views if one.is_proposed or one.is_running or one.is_coming]
    return show(
        request, visit, "table/pause/pause.html", circle="shared", texts=repair_texts(),
        pages=[pause_page(visit, one) for one in now],
        earlier=[pause_page(visit, one) for one in views if one.is_over and not one.pause.span.is_empty],
        can_propose=not now,
    )  # fmt: skip


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a pause, or something else than what lies there; alone at the table it is noted."""
    view = proposed_pause(pauses_of(visit))
    because, lies_there = request.GET.get("vanwege", ""), view.pause if view else None
    form = PauseForm(posted(request), today=clock.day_of(visit.now), pause=lies_there, because=because)
    if request.method == "POST" and form.is_valid():
        try:
            suggest_pause(visit=visit, terms=form.terms())
        except actions.OverlapError:
            form.add_error("starts_on", _("Op die dagen staan jullie al stil. Kies andere dagen."))
        else:
            said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
            messages.success(request, said % {"name": visit.other_name})
            return go(request, "pause", visit)
    return show(
        request, visit, "table/pause/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, is_change=view is not None, texts=repair_texts(),
    )  # fmt: skip


ACTS = {"agree": actions.agree_pause, "drop": actions.drop_pause, "end": actions.end_pause}


@require_POST
def answer(request: HttpRequest, visit: Visit, pause: str) -> HttpResponse:
    """Say yes, take a proposal off the table, or go on earlier."""
    view, do = pause_if_there(visit, pause), request.POST.get("do", "")
    try:
        if view is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](pause=view.pause, seat=visit.seat, now=visit.now)
        messages.success(request, _said(do))
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    except actions.OverlapError:
        messages.info(request, _("Op die dagen staan jullie al stil. Stel andere dagen voor."))
    return go(request, "pause", visit)


def _said(do: str) -> str:
    return {
        "agree": _("Afgesproken. Jullie zien dit allebei."),
        "drop": _("Van tafel."),
        "end": _("Bewaard. Jullie gaan weer verder."),
    }[do]
