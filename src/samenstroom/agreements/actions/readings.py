"""Keeping a text that was read, and throwing it away. Nobody is told, nothing stands in the history."""

from __future__ import annotations

from django.db import transaction

from samenstroom.agreements.models import KeptText
from samenstroom.agreements.queries.readings import kept_texts
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit

MOST_KEPT = 5
"""So many texts one person keeps with one collaboration."""


class NoRoomError(Exception):
    """She keeps as many texts here as there is room for."""


@transaction.atomic
def keep_text(*, visit: Visit, text: str) -> KeptText:
    """The text is kept, sealed, for her alone. The same text again changes nothing. History: nothing; nobody is told.

    Refuses more than there is room for (NoRoomError).
    """
    kept = kept_texts(visit)
    same = next((one for one in kept if one.text == text), None)
    if same is not None:
        return same
    if len(kept) >= MOST_KEPT:
        raise NoRoomError
    return KeptText.objects.create(person=visit.person, collaboration=visit.collaboration, text=text, kept_at=visit.now)


@transaction.atomic
def throw_away_text(*, kept: KeptText, visit: Visit) -> None:
    """The text is gone. History: nothing; nobody is told. Refuses one of somebody else (NotAllowedError)."""
    if kept.person_id != visit.person.pk:
        raise NotAllowedError
    kept.delete()
