"""The end on record: told by one, confirmed by the other or put on another day, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions.last_days import agree_last_day, propose_last_day
from samenstroom.farewell.forms.endings import AnnounceForm, LastDayForm
from samenstroom.farewell.queries.partings import Parting, parting_of
from samenstroom.farewell.wording.agreed_notice import agreed_notice_words
from samenstroom.farewell.wording.endings import ending_page, ending_texts
from samenstroom.flows.endings import confirm_end, take_back_end, tell_ending
from samenstroom.kit import clock

from .access import day_if_there
from .page import address, go, posted, show, too_late
from .read import mark_of, reads_otherwise_now

if TYPE_CHECKING:
    from samenstroom.farewell.models import Ending


def ending(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What was announced, by whom and when, in exactly those words; and what each can do now."""
    parting, texts = parting_of(visit), ending_texts()
    return show(
        request, visit, "table/ending/ending.html", circle="shared", texts=texts, parting=parting,
        page=ending_page(visit, parting) if parting.ending else None, own_help=_own_help(request, visit, parting),
        read=read_of(parting.ending.ending) if parting.ending else "",
    )  # fmt: skip


def read_of(ending: Ending) -> str:
    """What was announced: which time, the last day and the words with it."""
    return mark_of(ending.announced_at, ending.last_on, ending.words)


def _own_help(request: HttpRequest, visit: Visit, parting: Parting) -> str:
    """Her own private steps, for who has an account; without one the words stand on this page."""
    if not visit.person.has_account or parting.is_closed:
        return ""
    return address(request, "farewell", visit)


def announce(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Let the other know that it ends, with exactly the words that stand here."""
    parting = parting_of(visit)
    if parting.ending and request.method != "POST":
        return go(request, "ending", visit)
    form = AnnounceForm(posted(request), today=clock.day_of(visit.now), other_name=visit.other_name)
    if request.method == "POST" and form.is_valid():
        told = tell_ending(visit=visit, **form.cleaned_data)
        if told.announced_by is not None and told.announced_by.party_id == visit.party.pk:
            messages.success(request, _("Het staat op papier. Jullie zien dit allebei."))
            return go(request, "ending", visit)
        parting = parting_of(visit)
    lead = ending_texts()["ending"]["announce_lead"].format(name=visit.other_name)
    return show(
        request, visit, "table/ending/announce.html", circle="shared", status=_status(form), form=form, lead=lead,
        agreed=agreed_notice_words(visit, clock.day_of(visit.now)),
        was_first=bool(parting.ending and not parting.ending.i_announced),
    )  # fmt: skip


def _status(form: AnnounceForm | LastDayForm) -> int:
    return 422 if form.is_bound and form.errors else 200


@require_POST
def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Confirm in writing, or take back what one announced."""
    view = parting_of(visit).ending
    do = request.POST.get("do", "")
    if view and reads_otherwise_now(request, read_of(view.ending)):
        return go(request, "ending", visit)
    acts = {
        "confirm": (confirm_end, _("Bevestigd. Jullie hebben het nu allebei op papier.")),
        "withdraw": (take_back_end, _("Teruggenomen. Jullie gaan verder, en kunnen erover praten.")),
    }
    if view and do in acts:
        act, said = acts[do]
        try:
            act(ending=view.ending, seat=visit.seat, now=visit.now)
            messages.success(request, said)
            return go(request, "ending", visit)
        except NotAllowedError:
            pass
    return too_late(request, "ending", visit)


def ask_day(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask for another last day, with a sentence."""
    parting = parting_of(visit)
    if parting.ending is None or parting.is_closed:
        return go(request, "ending", visit)
    last_on = parting.day.day.last_on if parting.day else parting.ending.ending.last_on
    form = LastDayForm(posted(request), today=clock.day_of(visit.now), initial={"last_on": last_on})
    if request.method == "POST" and form.is_valid():
        try:
            propose_last_day(ending=parting.ending.ending, seat=visit.seat, now=visit.now, **form.cleaned_data)
            messages.success(request, _("Voorgesteld aan %(name)s.") % {"name": visit.other_name})
            return go(request, "ending", visit)
        except NotAllowedError:
            return too_late(request, "ending", visit)
    lead = ending_texts()["ending"]["day_lead"].format(name=visit.other_name)
    return show(
        request, visit, "table/ending/day.html", circle="shared", status=_status(form), form=form, lead=lead
    )  # fmt: skip


@require_POST
def answer_day(request: HttpRequest, visit: Visit, day: str) -> HttpResponse:
    """Say yes to the other's last day."""
    found = day_if_there(visit, day)
    if found:
        try:
            agree_last_day(day=found, seat=visit.seat, now=visit.now)
            messages.success(request, _("Afgesproken. Jullie hebben het nu allebei op papier."))
            return go(request, "ending", visit)
        except NotAllowedError:
            pass
    return too_late(request, "ending", visit)
