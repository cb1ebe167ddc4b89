"""The page with her readiness test: her address and introduction, and opening or closing it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.exploring.queries.readiness import new_readiness_count
from samenstroom.exploring.wording.readiness import readiness_texts
from samenstroom.kit import clock
from samenstroom.profiles.actions.readiness import (
    SlugTakenError,
    TextChangedError,
    close_readiness_page,
    open_readiness_page,
    save_readiness_page,
)
from samenstroom.profiles.forms.readiness import ReadinessPageForm
from samenstroom.profiles.forms.work_page import TAKEN
from samenstroom.profiles.queries.readiness import readiness_page_of
from samenstroom.rules.page_names import suggested
from samenstroom.table.page import posted

from .access import person_of, with_account

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person
    from samenstroom.profiles.models import ReadinessPage


@with_account
def settings_page(request: HttpRequest) -> HttpResponse:
    """Write her text and choose her address; then see exactly what others will see, and open it."""
    person = person_of(request)
    page = readiness_page_of(person)
    form = ReadinessPageForm(posted(request), person=person, initial=_initial(page, person))
    if request.method == "POST" and form.is_valid() and _kept(form, person):
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("workspace:readiness"))
    shown = {
        "form": form,
        "page": page,
        "has_new_text": bool(page and page.is_open and page.introduction != page.shown),
        "address": _address(page),
        "snippet": _snippet(page),
        "arrived": new_readiness_count(person),
        "fault": _("Fout:") + " " if form.errors else "",
        "circle": "private",
    }
    return render(request, "workspace/readiness/settings.html", shown, status=422 if form.errors else 200)


def _initial(page: ReadinessPage | None, person: Person) -> dict[str, object]:
    if page is None:
        return {"slug": suggested(person.name)}
    return {"slug": page.slug, "introduction": page.introduction, "may_be_found": page.may_be_found}


def _kept(form: ReadinessPageForm, person: Person) -> bool:
    """Keep it, unless somebody took the address a moment ago."""
    try:
        save_readiness_page(person=person, **form.cleaned_data)
    except SlugTakenError:
        form.add_error("slug", TAKEN)
        return False
    return True


def _address(page: ReadinessPage | None) -> str:
    return settings.PUBLIC_URL + reverse("portal:readiness", args=[page.slug]) if page else ""


def _snippet(page: ReadinessPage | None) -> str:
    """A link for her own website: plain HTML, nothing that runs and nothing that follows anybody."""
    return f'<a href="{escape(_address(page))}">{escape(readiness_texts()["title"])}</a>' if page else ""


@with_account
@require_POST
def open_page(request: HttpRequest) -> HttpResponse:
    """Open the page with exactly the text she was shown, or put that text on the open page."""
    page = readiness_page_of(person_of(request))
    if page is not None:
        try:
            text = request.POST.get("text", "").replace("\r\n", "\n")
            open_readiness_page(page=page, text=text, now=clock.now())
            messages.success(request, _("Je pagina staat open, met deze tekst."))
        except TextChangedError:
            messages.info(request, _("Je tekst is intussen veranderd. Lees hem nog eens, en zet hem dan open."))
    return HttpResponseRedirect(reverse("workspace:readiness"))


@with_account
@require_POST
def close_page(request: HttpRequest) -> HttpResponse:
    """Nobody sees the page any more."""
    page = readiness_page_of(person_of(request))
    if page is not None:
        close_readiness_page(page=page, now=clock.now())
        messages.success(request, _("Je pagina is dicht. Wat al binnenkwam, blijft van jou."))
    return HttpResponseRedirect(reverse("workspace:readiness"))
