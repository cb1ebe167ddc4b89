"""About herself: name, language, light or dark, and the practice with its members."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.accounts.forms import PersonForm, PracticeForm
from samenstroom.accounts.practices import (
    InvitationGoneError,
    accept_invitation,
    invite_colleague,
    leave_practice,
    members_of,
    rename_practice,
)
from samenstroom.collaborations.actions import leave_practice_tables
from samenstroom.kit import clock

from .access import JOINING, invitation_in_hand, invitation_or_none, person_of, practice_or_404, with_account


@with_account
def me(request: HttpRequest) -> HttpResponse:
    """Her settings."""
    person = person_of(request)
    form = PersonForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        translation.activate(person.language)
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("workspace:me"))
    page = {"form": form, "circle": "private"}
    return render(request, "workspace/me/me.html", page, status=422 if form.is_bound else 200)


@with_account
def practice(request: HttpRequest) -> HttpResponse:
    """The practice: its name and who works there."""
    person = person_of(request)
    own = practice_or_404(person)
    form = PracticeForm(request.POST or None, instance=own)
    if request.method == "POST" and form.is_valid():
        rename_practice(practice=own, by=person, name=form.cleaned_data["name"])
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("workspace:practice"))
    page = {"form": form, "practice": own, "members": members_of(own, seen_by=person), "circle": "none"}
    return render(request, "workspace/me/practice.html", page, status=422 if form.is_bound else 200)


@with_account
@never_cache
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """Mint a link for a colleague and show it once."""
    person = person_of(request)
    own = practice_or_404(person)
    token = invite_colleague(practice=own, by=person, now=clock.now())
    address = settings.PUBLIC_URL + reverse("workspace:join", args=[token])
    return render(request, "workspace/me/invited.html", {"practice": own, "address": address, "circle": "none"})


@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """An invitation to a practice: a page with a button, so a preview uses up nothing and the token stays here."""
    invitation = invitation_or_none(token)
    if invitation is None:
        return render(request, "workspace/me/join_gone.html", {"circle": "none"}, status=410)
    if request.method == "POST":
        request.session[JOINING] = invitation.pk
        return HttpResponseRedirect(reverse("workspace:join_accept"))
    return render(request, "workspace/me/join.html", {"invitation": invitation, "circle": "none"})


@with_account
@never_cache
def join_accept(request: HttpRequest) -> HttpResponse:
    """Accept the invitation that is in her hand; signing in or up may have come in between."""
    invitation = invitation_in_hand(request)
    if invitation is None:
        return render(request, "workspace/me/join_gone.html", {"circle": "none"}, status=410)
    if request.method == "POST":
        del request.session[JOINING]
        try:
            accept_invitation(invitation=invitation, person=person_of(request), now=clock.now())
        except InvitationGoneError:
            return render(request, "workspace/me/join_gone.html", {"circle": "none"}, status=410)
        messages.success(request, _("Je werkt nu in %(practice)s.") % {"practice": invitation.practice.name})
        return HttpResponseRedirect(reverse("workspace:practice"))
    return render(request, "workspace/me/join.html", {"invitation": invitation, "circle": "none"})


@with_account
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Stop working in this practice; her own things stay hers."""
    person = person_of(request)
    practice = practice_or_404(person)
    leave_practice_tables(person=person, practice=practice, now=clock.now())
    leave_practice(practice=practice, person=person, now=clock.now())
    messages.success(request, _("Je werkt hier niet meer. Je eigen samenwerkingen blijven van jou."))
    return HttpResponseRedirect(reverse("workspace:me"))
