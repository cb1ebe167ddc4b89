"""Read-backs on the table: the exact text first, then one tap to confirm it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions.readbacks import confirm_readback, contest_readback, withdraw_readback
from samenstroom.agreements.forms.readbacks import ContestForm, ReadBackForm
from samenstroom.agreements.queries.readbacks import ReadBackView, readbacks_of
from samenstroom.agreements.wording.readbacks import deal_text, readback_page, text_to_paste
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.deals import read_back
from samenstroom.kit import clock

from .access.deals import readback_if_there, readback_or_404
from .page import go, posted, show, too_late


def readbacks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What asks for a yes, what was confirmed, and what was before."""
    views = readbacks_of(visit)
    return show(
        request, visit, "table/readback/readbacks.html", circle="shared",
        open=[(readback_page(visit, one), _paste(visit, one)) for one in views if one.is_open],
        confirmed=[readback_page(visit, one) for one in views if one.readback.confirmed_at],
        earlier=[readback_page(visit, one) for one in views if one.readback.is_off],
    )  # fmt: skip


def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Read a deal back: a few fields, the exact text, and then it is shared."""
    return _write(request, visit, None)


def again(request: HttpRequest, visit: Visit, readback: str) -> HttpResponse:
    """A new text in the place of one that was seen otherwise."""
    view = readback_or_404(visit, readback)
    return _write(request, visit, view) if view.is_open else too_late(request, "readbacks", visit)


def _write(request: HttpRequest, visit: Visit, view: ReadBackView | None) -> HttpResponse:
    answers = view.readback if view else None
    form = ReadBackForm(posted(request), today=clock.day_of(visit.now), answers=answers)
    is_fine = request.method == "POST" and form.is_valid()
    if is_fine and request.POST.get("do") == "share":
        try:
            read_back(visit=visit, deal=form.deal(), answers=answers)
        except NotAllowedError:
            return too_late(request, "readbacks", visit)
        said = _("Teruggelezen aan %(name)s.") if visit.takes_part else _("Genoteerd, nog niet bevestigd.")
        messages.success(request, said % {"name": visit.other_name})
        return go(request, "readbacks", visit)
    if is_fine and request.POST.get("do") != "change":
        text = deal_text(form.deal())
        return show(request, visit, "table/readback/exact.html", circle="shared", form=form, text=text)
    return show(
        request, visit, "table/readback/add.html", circle="shared", form=form,
        status=422 if form.is_bound and not is_fine else 200, page=readback_page(visit, view) if view else None,
    )  # fmt: skip


def contest(request: HttpRequest, visit: Visit, readback: str) -> HttpResponse:
    """I see it otherwise, in my words."""
    view = readback_or_404(visit, readback)
    form = ContestForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            contest_readback(readback=view.readback, seat=visit.seat, words=form.cleaned_data["words"], now=visit.now)
        except NotAllowedError:
            return too_late(request, "readbacks", visit)
        messages.success(request, _("%(name)s leest hoe jij het ziet.") % {"name": visit.other_name})
        return go(request, "readbacks", visit)
    return show(
        request, visit, "table/readback/contest.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, page=readback_page(visit, view),
    )  # fmt: skip


ACTS = {"confirm": confirm_readback, "withdraw": withdraw_readback}


@require_POST
def answer(request: HttpRequest, visit: Visit, readback: str) -> HttpResponse:
    """Confirm with one tap, or take one's own back."""
    view, do = readback_if_there(visit, readback), request.POST.get("do", "")
    try:
        if view is None or do not in ACTS:
            raise NotAllowedError
        ACTS[do](readback=view.readback, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "readbacks", visit)
    messages.success(request, _("Bevestigd. Dit geldt nu voor jullie allebei.") if do == "confirm" else _("Van tafel."))
    return go(request, "readbacks", visit)


def _paste(visit: Visit, view: ReadBackView) -> str:
    if not view.i_put or view.is_contested:
        return ""
    link = ""
    if visit.takes_part:
        door = "portal" if visit.needs_link else "workspace"
        link = settings.PUBLIC_URL + reverse(f"{door}:readbacks", args=[visit.collaboration.public_id])
    return text_to_paste(visit, view, link)
