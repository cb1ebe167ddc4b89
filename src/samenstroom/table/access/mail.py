"""What pages fetch of the outbox: only what is hers."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from samenstroom.accounts.models import Person
from samenstroom.mail.models import OutgoingMail
from samenstroom.mail.queries import trouble_by_id, troubles_of


def mail_troubles(person: Person) -> list[OutgoingMail]:
    """Her mail that may not have arrived."""
    return list(troubles_of(person)[:50])


def mail_trouble_or_404(person: Person, public_id: str) -> QuerySet[OutgoingMail]:
    """One of those."""
    found = trouble_by_id(person, public_id)
    if not found:
        raise Http404
    return found
