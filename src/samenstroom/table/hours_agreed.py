"""Agreeing on what each side brings in, on the table."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.actions import agreed as actions
from samenstroom.contributions.forms.agreed import AgreedForm
from samenstroom.contributions.queries.hours import ledger_of

from .access import agreed_contribution_if_there
from .page import go, posted, show, too_late


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose what one side brings in, or something else than what lies there; alone it is noted."""
    ledger = ledger_of(visit)
    whose = visit.other_party.pk if request.GET.get("van") == "ander" else visit.party.pk
    shown = next((one for one in ledger.proposals if one.party_id == whose), None) or ledger.holds(whose)
    form = AgreedForm(posted(request), visit=visit, today=ledger.today, agreed=shown)
    if whose != visit.party.pk:
        form.initial["whose"] = "other"
    if request.method == "POST" and form.is_valid():
        party = visit.party if form.cleaned_data["whose"] == "me" else visit.other_party
        actions.propose_agreed(
            seat=visit.seat, party=party, starts_on=form.cleaned_data["starts_on"], terms=form.terms(),
            other_takes_part=visit.takes_part, now=visit.now,
        )  # fmt: skip
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "hours", visit)
    status = 422 if form.is_bound else 200
    return show(request, visit, "table/hours/agreed.html", circle="shared", status=status, form=form)


ACTS = {"agree": actions.agree_agreed, "drop": actions.drop_agreed}


@require_POST
def answer(request: HttpRequest, visit: Visit, agreed: str) -> HttpResponse:
    """Say yes, or take a proposal off the table."""
    found, do = agreed_contribution_if_there(visit, agreed), request.POST.get("do", "")
    try:
        if found is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](agreed=found, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "hours", visit)
    messages.success(request, _("Afgesproken. Jullie zien dit allebei.") if do == "agree" else _("Van tafel."))
    return go(request, "hours", visit)
