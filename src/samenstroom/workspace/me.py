"""About herself: name, language, light or dark, and the practice with its members."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom.accounts.forms import PersonForm
from samenstroom.accounts.practices import (
    InvitationGoneError,
    accept_invitation,
)
from samenstroom.kit import clock

from .access import JOINING, invitation_in_hand, invitation_or_none, person_of, with_account


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
