"""After the envelopes: what both said, the largest gap first, and one or two repairs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.checkins import actions
from samenstroom.checkins.forms import LookBackForm, RepairForm
from samenstroom.checkins.queries import RepairView, RoundView, repairs_of, rounds_of
from samenstroom.checkins.reveal import Reveal, build_reveal
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.plan import agree_on_repair
from samenstroom.kit import clock
from samenstroom.watch.actions import mark_seen
from samenstroom.watch.overview import reveal_key

from .access import own_answer, repair_if_there, repair_or_404, round_or_404
from .dossier import read_in_note
from .page import go, posted, show
from .repairs import look_page, repair_row
from .rounds import waiting_page


def reveal(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """The opened round; before that, who has sent and who has not."""
    view = round_or_404(visit, day)
    if not view.is_revealed:
        page = waiting_page(visit, view)
        return show(
            request, visit, "table/checkins/waiting.html", circle=page.circle, who_sees=page.who_sees,
            page=page, round=view,
        )  # fmt: skip
    mark_seen(person=visit.person, key=reveal_key(view), now=visit.now)
    return _opened(request, visit, view)


def _opened(request: HttpRequest, visit: Visit, view: RoundView, form: RepairForm | None = None) -> HttpResponse:
    told = build_reveal(visit, view, rounds_of(visit), is_mine=own_answer(visit, view) is not None)
    form = form or RepairForm(initial=_suggested(request, told), **_about_repair(visit))
    repairs = [repair_row(visit, one) for one in repairs_of(visit) if one.repair.round_id == view.round.pk]
    return show(
        request, visit, "table/checkins/reveal.html", circle="shared", status=422 if form.is_bound else 200,
        reveal=told, repairs=repairs, form=form, round=view, read_in=read_in_note(visit, view.round.revealed_at),
    )  # fmt: skip


def _suggested(request: HttpRequest, told: Reveal) -> dict[str, str]:
    """The suggestion she tapped, as the text to start from; it is still hers to change."""
    number = request.GET.get("voorstel", "")
    texts = told.topic.suggestions if told.topic else ()
    return {"text": texts[int(number)]} if number in {str(n) for n in range(len(texts))} else {}


def _about_repair(visit: Visit) -> dict[str, Any]:
    return {"today": clock.day_of(visit.now), "theirs": visit.other_name}


@require_POST
def add_repair(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """Put one small agreement on the table; the other says yes or not."""
    view = round_or_404(visit, day)
    form = RepairForm(request.POST, **_about_repair(visit))
    if not view.is_revealed:
        return go(request, "checkin_reveal", visit, day=day)
    if not form.is_valid():
        return _opened(request, visit, view, form)
    if not _lies_there(visit, view, form.cleaned_data["text"]):
        owner = {"me": visit.party, "other": visit.other_party, "both": None}[form.cleaned_data["owner"]]
        actions.propose_repair(
            round_=view.round, seat=visit.seat, text=form.cleaned_data["text"], owner=owner,
            look_back_on=form.cleaned_data["look_back_on"], now=visit.now,
        )  # fmt: skip
    messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
    return go(request, "checkin_reveal", visit, day=day)


def _lies_there(visit: Visit, view: RoundView, text: str) -> bool:
    """Whether the same words already lie on the table for this round: a second tap adds nothing."""
    return any(one.repair.round_id == view.round.pk and one.repair.text == text for one in repairs_of(visit))


@require_POST
def answer_repair(request: HttpRequest, visit: Visit, repair: str) -> HttpResponse:
    """Agree with a repair of the other, or take one off the table."""
    view = repair_if_there(visit, repair)
    if view is None:
        messages.info(request, _("Deze afspraak ligt niet meer op tafel."))
        return go(request, "checkins", visit)
    try:
        if request.POST.get("do") == "agree":
            agree_on_repair(visit=visit, repair=view.repair)
        else:
            actions.drop_repair(repair=view.repair, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        messages.info(request, _("Dit kan alleen de ander doen."))
    return go(request, "checkin_reveal", visit, day=view.repair.round.opened_on)


def _say_it_helped(request: HttpRequest, visit: Visit, view: RepairView, form: LookBackForm) -> None:
    try:
        actions.look_back(repair=view.repair, seat=visit.seat, helped=form.cleaned_data["helped"], now=visit.now)
    except (NotAllowedError, actions.AlreadySentError):
        messages.info(request, _("Jullie antwoord ligt al vast."))


def look_back(request: HttpRequest, visit: Visit, repair: str) -> HttpResponse:
    """Did it help? Closed until both have said it."""
    view = repair_or_404(visit, repair)
    if not view.is_agreed:
        return go(request, "checkin_reveal", visit, day=view.repair.round.opened_on)
    is_open = view.repair.looked_back_at is not None
    form = LookBackForm(None if is_open else posted(request), initial={"helped": view.mine})
    if request.method == "POST" and (is_open or form.is_valid()):
        if not is_open:
            _say_it_helped(request, visit, view, form)
        return go(request, "repair_look", visit, repair=repair)
    return show(
        request, visit, "table/checkins/look_back.html", circle="shared" if is_open else "sealed",
        status=422 if form.is_bound else 200, repair=view, form=form, look=look_page(visit, view),
    )  # fmt: skip


@require_POST
def free(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """Open one's own answer of a round that closed with one answer."""
    answer = own_answer(visit, round_or_404(visit, day))
    try:
        if answer:
            actions.free_answer(answer=answer, person=visit.person, now=visit.now)
            messages.success(request, _("%(name)s kan je antwoord nu lezen.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Dit antwoord kan niet meer open."))
    return go(request, "checkin_reveal", visit, day=day)


@require_POST
def share_remark(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """Share a remark that was kept, by one's own act."""
    answer = own_answer(visit, round_or_404(visit, day))
    try:
        if answer:
            actions.share_remark(answer=answer, person=visit.person, now=visit.now)
            messages.success(request, _("Gedeeld met %(name)s.") % {"name": visit.other_name})
    except NotAllowedError:
        messages.info(request, _("Deze opmerking kan nu niet gedeeld worden."))
    return go(request, "checkin_reveal", visit, day=day)
