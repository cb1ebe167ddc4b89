"""The practice: its name, who works there, and what its administrators do. They see nothing more of anybody's work."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.forms import PracticeForm
from samenstroom.accounts.practices import (
    ADMINISTRATOR,
    MEMBER,
    LastAdministratorError,
    administers,
    give_role,
    invite_colleague,
    members_of,
    rename_practice,
)
from samenstroom.flows import practices as flow
from samenstroom.kit import clock

from .access import person_of, practice_or_404, with_account
from .sign_in.access import administered_practice_or_404, member_or_404


@with_account
def practice(request: HttpRequest) -> HttpResponse:
    """Its name and who works there; an administrator changes both."""
    person = person_of(request)
    own = practice_or_404(person)
    is_administrator = administers(own, person)
    form = PracticeForm(request.POST or None, instance=own) if is_administrator else None
    if form is not None and request.method == "POST" and form.is_valid():
        rename_practice(practice=own, by=person, name=form.cleaned_data["name"])
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("workspace:practice"))
    page = {
        "form": form, "practice": own, "members": members_of(own, seen_by=person), "circle": "none",
        "is_administrator": is_administrator,
    }  # fmt: skip
    return render(request, "workspace/me/practice.html", page, status=422 if form and form.is_bound else 200)


@with_account
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Mint a link for a colleague and show it once."""
    person = person_of(request)
    own = administered_practice_or_404(person)
    token = invite_colleague(practice=own, by=person, now=clock.now())
    address = settings.PUBLIC_URL + reverse("workspace:join", args=[token])
    return render(request, "workspace/me/invited.html", {"practice": own, "address": address, "circle": "none"})


@with_account
def member(request: HttpRequest, person: str) -> HttpResponse:
    """A colleague, for an administrator: what she is here, and letting her go."""
    me = person_of(request)
    own = administered_practice_or_404(me)
    found = member_or_404(own, me, person)
    if request.method == "POST":
        role = ADMINISTRATOR if request.POST.get("role") == ADMINISTRATOR else MEMBER
        try:
            give_role(practice=own, person=found.person, role=role, by=me)
            messages.success(request, _("Bewaard."))
        except LastAdministratorError:
            messages.info(request, _("Je bent de enige beheerder. Maak eerst een collega beheerder."))
        return HttpResponseRedirect(reverse("workspace:practice"))
    page = {"practice": own, "member": found, "is_me": found.person_id == me.pk, "circle": "none"}
    return render(request, "workspace/me/member.html", page)


@with_account
@require_POST
def member_remove(request: HttpRequest, person: str) -> HttpResponse:
    """A colleague no longer works here; her own things stay hers."""
    me = person_of(request)
    own = administered_practice_or_404(me)
    found = member_or_404(own, me, person)
    if found.person_id != me.pk:
        flow.remove_member(practice=own, person=found.person, by=me, now=clock.now())
        messages.success(request, _("%(name)s werkt hier niet meer.") % {"name": found.person.name})
    return HttpResponseRedirect(reverse("workspace:practice"))


@with_account
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Stop working in this practice; her own things stay hers."""
    person = person_of(request)
    try:
        flow.leave_practice(practice=practice_or_404(person), person=person, now=clock.now())
    except LastAdministratorError:
        messages.info(request, _("Je bent de enige beheerder. Maak eerst een collega beheerder."))
        return HttpResponseRedirect(reverse("workspace:practice"))
    messages.success(request, _("Je werkt hier niet meer. Je eigen samenwerkingen blijven van jou."))
    return HttpResponseRedirect(reverse("workspace:me"))
