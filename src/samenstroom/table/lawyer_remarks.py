"""Remarks of a lawyer that one of the two shared, in exactly these words; for both to read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.actions.lawyers import withdraw_shared_remark
from samenstroom.agreements.queries.lawyers import shared_remarks_of
from samenstroom.agreements.wording.lawyers import shared_row
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit

from .access import shared_remark_if_there
from .page import go, show, too_late


def shared_remarks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All of them, newest first; who shared one can take it back."""
    if request.method == "POST":
        return _withdraw(request, visit)
    rows = [shared_row(visit, one) for one in shared_remarks_of(visit)]
    return show(request, visit, "table/lawyer/remarks.html", circle="shared", rows=rows)


def _withdraw(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = shared_remark_if_there(visit, request.POST.get("remark", ""))
    try:
        if found is None:
            raise NotAllowedError
        withdraw_shared_remark(shared=found, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "shared_remarks", visit)
    messages.success(request, _("Teruggenomen."))
    return go(request, "shared_remarks", visit)
