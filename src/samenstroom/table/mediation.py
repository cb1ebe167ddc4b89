"""A mediator on the table: propose, agree, let in, choose what she reads, and what she wrote to both."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.adjusting.actions import mediations as actions
from samenstroom.adjusting.forms.mediations import MediatorForm
from samenstroom.adjusting.queries.mediations import looks_of_mediator, mediations_of, suits_both, talk_of
from samenstroom.adjusting.wording.mediations import mediation_page, talk_file, tick_rows
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.mediations import answer_moment, mail_mediator, stop_mediation, suggest_mediator
from samenstroom.kit import clock
from samenstroom.kit.dates import moment_words
from samenstroom.kit.language import language

from .access import mediation_if_there, mediation_or_404
from .outside import Giving, email_form, give_link
from .page import go, posted, show, too_late

if TYPE_CHECKING:
    from samenstroom.accounts.forms import EmailForm
    from samenstroom.adjusting.models import MediationTalk
    from samenstroom.adjusting.queries.mediations import MediationView

WEEKS = 6
"""How long a mediator gets when no agreement says so."""


def mediation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The mediator who lies there or looks along, and what came before."""
    return _show(request, visit)


def _show(request: HttpRequest, visit: Visit, email: EmailForm | None = None) -> HttpResponse:
    views = mediations_of(visit)
    now = next((one for one in views if one.is_proposed or one.is_on), None)
    one = now.mediation if now else None
    return show(
        request, visit, "table/mediation/mediation.html", circle="shared", status=422 if email else 200,
        page=mediation_page(now) if now else None, mediation=one,
        earlier=[mediation_page(view) for view in views if view is not now],
        looks=[moment_words(moment, language()) for moment in looks_of_mediator(one)] if one else [],
        form=email or (email_form(one.first_name) if one else None),
        works=one is not None and one.link_works_at(visit.now),
        can_invite=one is not None and one.is_on(visit.now) and _may_invite(visit),
    )  # fmt: skip


def _may_invite(visit: Visit) -> bool:
    return visit.speaks and visit.takes_part and not visit.collaboration.is_demo


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose somebody; alone at the table it is noted that she asked."""
    form = MediatorForm(posted(request), today=clock.day_of(visit.now), weeks=_weeks(visit))
    if request.method == "POST" and form.is_valid():
        try:
            suggest_mediator(visit=visit, terms=form.terms())
        except NotAllowedError:
            return too_late(request, "mediation", visit)
        said = _("Voorgesteld aan %(name)s.") if visit.takes_part else _("Genoteerd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "mediation", visit)
    return show(
        request, visit, "table/mediation/propose.html", circle="shared", status=422 if form.is_bound else 200,
        form=form,
    )  # fmt: skip


def _weeks(visit: Visit) -> int:
    """How long an agreement gives a mediator, if it says so."""
    holds = in_force_at(visit)
    return (holds.whole("mediation_max_weeks") if holds else None) or WEEKS


ACTS = {
    "agree": actions.agree_mediation,
    "drop": actions.drop_mediation,
    "end": stop_mediation,
    "withdraw": actions.withdraw_mediator_link,
}


@require_POST
def answer(request: HttpRequest, visit: Visit, mediation: str) -> HttpResponse:
    """Say yes, take it off the table, stop it, take the link back, or say whether a moment suits."""
    view, do = mediation_if_there(visit, mediation), request.POST.get("do", "")
    talk = talk_of(view.mediation) if view else None
    try:
        if view is not None and do in ACTS:
            ACTS[do](mediation=view.mediation, seat=visit.seat, now=visit.now)
        elif talk is not None and do in ("yes", "no") and talk.public_id == request.POST.get("talk"):
            answer_moment(visit=visit, talk=talk, can=do)
        else:
            raise NotAllowedError
    except NotAllowedError:
        return too_late(request, "mediation", visit)
    messages.success(request, _said(do))
    return go(request, "mediation", visit)


def _said(do: str) -> str:
    return {
        "agree": _("Afgesproken. Kies nu elk wat er gelezen mag worden."),
        "drop": _("Van tafel."),
        "end": _("Gestopt. De link opent niets meer."),
        "withdraw": _("Ingetrokken. De link werkt niet meer."),
    }.get(do, _("Bewaard. Jullie zien dit allebei."))


def given(request: HttpRequest, visit: Visit, mediation: str) -> HttpResponse:
    """Per thing a tick of her own side; what the other ticks is nowhere on this page, also not by what is missing."""
    view = mediation_or_404(visit, mediation)
    rows = tick_rows(visit, view.mediation)
    if request.method == "POST":
        return _tick(request, visit, view, {one.item.key: one.item.mark for one in rows})
    if not view.is_on:
        return too_late(request, "mediation", visit)
    return show(request, visit, "table/mediation/given.html", circle="private", mediation=view.mediation, rows=rows)


def _tick(request: HttpRequest, visit: Visit, view: MediationView, marks: dict[str, str]) -> HttpResponse:
    """Only what she saw as it reads now counts."""
    shown = {key for key, mark in marks.items() if f"{key}={mark}" in request.POST.getlist("shown")}
    picked = {key: marks[key] for key in shown if key in request.POST.getlist("picked")}
    try:
        actions.tick_given(mediation=view.mediation, seat=visit.seat, picked=picked, among=shown, now=visit.now)
    except NotAllowedError:
        return too_late(request, "mediation", visit)
    messages.success(request, _("Bewaard. Alleen wat jullie allebei aanvinken, wordt gelezen."))
    return go(request, "mediation", visit)


@never_cache
@require_POST
def make_link(request: HttpRequest, visit: Visit, mediation: str) -> HttpResponse:
    """A new link, from both, shown once; the older one stops. Or mailed right away."""
    found = mediation_or_404(visit, mediation).mediation
    giving = Giving(
        name=found.first_name,
        mint=lambda: actions.mint_mediator_link(
            mediation=found, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now
        ),
        mail=lambda email: mail_mediator(mediation=found, visit=visit, email=email),
        again=lambda form: _show(request, visit, form),
        back="mediation",
        parts={},
        opens="portal:mediator_link",
        text=_("Dag %(name)s, wil je met ons meekijken? Hier lees je eerst waar het over gaat: %(link)s"),
        made="table/mediation/made.html",
        circle="shared",
        shown=lambda: {"mediation": mediation_or_404(visit, mediation).mediation},
    )
    return give_link(request, visit, giving)


def talk_as_file(request: HttpRequest, visit: Visit, mediation: str) -> HttpResponse:
    """The moment as a file for a calendar, once both can."""
    talk = talk_of(mediation_or_404(visit, mediation).mediation)
    if talk is None or not suits_both(talk):
        raise Http404
    return calendar_answer(talk)


def calendar_answer(talk: MediationTalk) -> HttpResponse:
    """The file itself; its name says nothing of what it is about."""
    body = talk_file(talk, urlsplit(settings.PUBLIC_URL).hostname or "samenstroom")
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="gesprek.ics"'
    return answer
