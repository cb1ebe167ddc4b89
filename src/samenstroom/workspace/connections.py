"""Connections: tokens for programs of her own. Made after proving who she is, shown once, taken back with one tap."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.proven import recently_proven
from samenstroom.collaborations.queries import visits_of
from samenstroom.connections.actions import connections as actions
from samenstroom.connections.forms.connections import ConnectionForm
from samenstroom.connections.labels import Scope
from samenstroom.connections.queries.connections import connections_of, days_of_use
from samenstroom.connections.wording.connections import HINTS, connection_row, scope_rows, until_words, use_rows
from samenstroom.kit import clock
from samenstroom.table.page import posted

from .access import connection_or_404, person_of, with_account


@with_account
def connections(request: HttpRequest) -> HttpResponse:
    """All of hers: what works, and what worked once."""
    rows = [connection_row(one) for one in connections_of(person_of(request), clock.now())]
    page = {
        "working": [row for row in rows if row.works],
        "over": [row for row in rows if not row.works],
        "circle": "private",
    }
    return render(request, "workspace/connections/list.html", page)


@with_account
@recently_proven
def connection_new(request: HttpRequest) -> HttpResponse:
    """Make one; the token stands on the page that answers, and nowhere after that."""
    person, now = person_of(request), clock.now()
    form = ConnectionForm(posted(request), visits=visits_of(person, now))
    if request.method == "POST" and form.is_valid():
        try:
            made, token = actions.make_connection(person=person, terms=form.terms(), now=now)
        except actions.TooManyError:
            form.add_error(None, _("Je hebt al twintig koppelingen die werken. Trek er eerst een in."))
        else:
            page = {"connection": made, "token": token, "until": until_words(made), "circle": "private"}
            return render(request, "workspace/connections/made.html", page)
    page = {"form": form, "hints": {scope.value: str(hint) for scope, hint in HINTS.items()}, "circle": "private"}
    return render(request, "workspace/connections/new.html", page, status=422 if form.is_bound else 200)


@with_account
def connection(request: HttpRequest, connection: str) -> HttpResponse:
    """What it may do, where, until when, and what it did on which day."""
    person, now = person_of(request), clock.now()
    found = connection_or_404(person, connection)
    tables = [one.collaboration for one in visits_of(person, now) if found.reaches(one.collaboration.public_id)]
    page = {
        "connection": found,
        "works": found.works_at(now),
        "until": until_words(found),
        "scopes": scope_rows(found.scopes),
        "is_private": found.may(Scope.PRIVATE_READ) or found.may(Scope.PRIVATE_WRITE),
        "tables": None if found.tables is None else tables,
        "use": use_rows(days_of_use(found)),
        "circle": "private",
    }
    return render(request, "workspace/connections/connection.html", page)


@with_account
@require_POST
def connection_withdraw(request: HttpRequest, connection: str) -> HttpResponse:
    """It opens nothing any more. Taking away asks for no proof: it can do no harm, and may be urgent."""
    found = connection_or_404(person_of(request), connection)
    actions.withdraw_connection(connection=found, now=clock.now())
    messages.success(request, _("Ingetrokken. Deze koppeling opent niets meer."))
    return HttpResponseRedirect(reverse("workspace:connections"))
