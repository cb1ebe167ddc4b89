"""Whether a paper is genuine, for whoever holds it: no account, no link, and nothing is kept."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts.throttle import Limit, TooManyTriesError, count_try
from samenstroom.agreements.forms.verifying import VerifyForm
from samenstroom.agreements.verifying import LARGEST, Finding, look_at, look_up
from samenstroom.agreements.wording.signing import signing_texts
from samenstroom.agreements.wording.verifying import finding_rows, verdict_words
from samenstroom.kit import clock
from samenstroom.kit.language import language

from .access import sender_of

LOOKS = Limit(30, timedelta(hours=1))


@never_cache
def verify(request: HttpRequest) -> HttpResponse:
    """Upload a PDF or type a fingerprint, and read what can be said about it."""
    form, finding = VerifyForm(), None
    if request.method == "POST":
        form = VerifyForm(request.POST, request.FILES)
        if form.is_valid():
            finding = _found(request, form)
    page = {
        "form": form,
        "finding": finding,
        "verdict": verdict_words(finding, language()) if finding else None,
        "rows": finding_rows(finding, language()) if finding else [],
        "texts": signing_texts(language()),
        "circle": "none",
        "fault": _("Fout:") + " " if form.errors else "",
    }
    return render(request, "portal/verify.html", page, status=422 if form.errors else 200)


def _found(request: HttpRequest, form: VerifyForm) -> Finding | None:
    """What is found; None when somebody here asked too often, and then the form says so."""
    try:
        count_try(bucket=f"verify:{sender_of(request)}", limit=LOOKS, now=clock.now())
    except TooManyTriesError:
        form.add_error(None, _("Je hebt dit vaak achter elkaar gedaan. Probeer het over een uur weer."))
        return None
    file = form.cleaned_data["file"]
    if file is not None:
        return look_at(file.read(LARGEST + 1))
    return look_up(form.cleaned_data["fingerprint"])
