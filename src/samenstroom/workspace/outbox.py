"""Look at outgoing mail while building. Only mounted in development with SAMENSTROOM_MAIL=preview."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samenstroom.mail.queries import mail_by_id, newest_mail


def outbox(request: HttpRequest) -> HttpResponse:
    """The newest hundred mails."""
    return render(request, "workspace/outbox/list.html", {"mails": newest_mail(), "circle": "none"})


def letter(request: HttpRequest, mail: str) -> HttpResponse:
    """One mail as it would leave: subject and plain text."""
    found = mail_by_id(mail)
    if found is None:
        raise Http404
    return render(request, "workspace/outbox/letter.html", {"mail": found, "circle": "none"})
