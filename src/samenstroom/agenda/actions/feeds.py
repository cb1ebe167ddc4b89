"""Turn one's calendar address on, renew it, turn it off, and choose how much its titles say.

Nothing here is shared: no history line is written and nobody is told.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.agenda.models import CalendarFeed
from samenstroom.kit.tokens import new_token, token_hash


@transaction.atomic
def mint_feed(*, person: Person, now: datetime) -> str:
    """A new address works from now on; the one before, if any, stops. Returns its token, which is shown once.

    Private: no history, nobody is told. Never refuses.
    """
    token = new_token()
    CalendarFeed.objects.update_or_create(person=person, defaults={"token_hash": token_hash(token), "made_at": now})
    return token


@transaction.atomic
def stop_feed(*, person: Person) -> None:
    """The address stops; how its titles read is remembered. Private: no history, nobody is told. Never refuses."""
    CalendarFeed.objects.filter(person=person).update(token_hash=None, made_at=None)


@transaction.atomic
def choose_titles(*, person: Person, neutral: bool, now: datetime) -> None:
    """Every title says the same and names nobody, or shared ones name the other and the kind.

    Private: no history, nobody is told. Choosing the same again changes nothing. Never refuses.
    """
    feed, _made = CalendarFeed.objects.get_or_create(person=person)
    if neutral != (feed.neutral_since is not None):
        feed.neutral_since = now if neutral else None
        feed.save(update_fields=["neutral_since"])
