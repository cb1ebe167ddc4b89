"""The readiness test of a professional, for whoever has the address: ten questions, a mirror, and then her choice.

Until she sends it, nothing is kept: no row, no session, no message. Her answers travel in the page itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.exploring.forms.readiness import ReadinessForm, SendReadinessForm
from samenstroom.exploring.wording.readiness import as_summary, mirror_page, readiness_texts, said
from samenstroom.flows.readiness import send_readiness
from samenstroom.kit import clock
from samenstroom.kit.tokens import new_token
from samenstroom.table.page import posted

from .access import readiness_page_at, sender_of

if TYPE_CHECKING:
    from samenstroom.profiles.models import ReadinessPage


def with_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only while the page is open; closed and unknown say the same. No browser keeps what was chosen here."""

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, slug: str) -> HttpResponse:
        page = readiness_page_at(slug)
        if page is None:
            return _unlisted(render(request, "portal/readiness/closed.html", {"circle": "none"}, status=404))
        return view(request, page)

    return opened


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@with_page
def questions(request: HttpRequest, page: ReadinessPage) -> HttpResponse:
    """Her introduction and ten questions. A POST shows the mirror at once, or with `change` the questions again."""
    is_back = "change" in request.POST
    form = ReadinessForm(posted(request))
    if request.method == "POST" and form.is_valid() and not is_back:
        return _mirror(request, page, form, SendReadinessForm(initial={"once": new_token()}))
    texts = readiness_texts()
    shown = {
        **_about(page),
        "texts": texts,
        "form": form,
        "fault": _("Fout:") + " " if form.errors else "",
        "parts": [{**part, "fields": [form[one["id"]] for one in part["questions"]]} for part in texts["parts"]],
    }
    response = render(request, "portal/readiness/questions.html", shown, status=422 if form.errors else 200)
    return response if page.may_be_found and request.method == "GET" else _unlisted(response)


def _about(page: ReadinessPage) -> dict[str, Any]:
    return {"page": page, "professional": page.person, "circle": "private"}


def _mirror(
    request: HttpRequest, page: ReadinessPage, form: ReadinessForm, sending: SendReadinessForm, status: int = 200
) -> HttpResponse:
    """What she answered, given back to her; below it she decides whether anything is sent."""
    answers = said(form.chosen())
    shown = {
        **_about(page),
        "mirror": mirror_page(answers, page.person.first_name),
        "summary": as_summary(answers),
        "answers": ReadinessForm(initial=form.chosen(), is_hidden=True, auto_id=False),
        "form": sending,
        "fault": _("Fout:") + " " if sending.errors else "",
    }
    return _unlisted(render(request, "portal/readiness/mirror.html", shown, status=status))


@with_page
def send(request: HttpRequest, page: ReadinessPage) -> HttpResponse:
    """She sends it. What came along is judged again; a fault in her own words keeps everything she typed."""
    here = [page.slug]
    if request.method != "POST":
        return HttpResponseRedirect(reverse("portal:readiness", args=here))
    form, sending = ReadinessForm(request.POST), SendReadinessForm(request.POST)
    if not form.is_valid() or "once" in sending.errors:
        return _unlisted(render(request, "portal/readiness/again.html", _about(page), status=422))
    if not sending.is_valid():
        return _mirror(request, page, form, sending, status=422)
    if not sending.is_trapped:
        try:
            _send(request, page, form, sending)
        except TooManyTriesError:
            sending.add_error(None, _too_often(page))
            return _mirror(request, page, form, sending, status=429)
    return HttpResponseRedirect(reverse("portal:readiness_sent", args=here))


def _send(request: HttpRequest, page: ReadinessPage, form: ReadinessForm, sending: SendReadinessForm) -> None:
    given = sending.cleaned_data
    send_readiness(
        page=page, answers=said(form.chosen()), name=given["name"], contact=given["contact"], words=given["words"],
        version=readiness_texts()["version"], token=given["once"], sender=sender_of(request), now=clock.now(),
    )  # fmt: skip


def _too_often(page: ReadinessPage) -> str:
    return _(
        "Er is hier net vaak iets verstuurd. Dit is nog niet bij %(name)s. Wat je schreef, staat er nog. Probeer het "
        "later opnieuw."
    ) % {"name": page.person.first_name}


@with_page
def sent(request: HttpRequest, page: ReadinessPage) -> HttpResponse:
    """Thank you, and what happens now."""
    return _unlisted(render(request, "portal/readiness/sent.html", {**_about(page), "circle": "none"}))
