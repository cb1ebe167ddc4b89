"""Her own reference requests, for her alone; and the one that a referee holds in her hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import by_token, in_browser
from samenstroom.collaborations.insiders import is_across, is_beside
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import ReferenceRequest

WORDS = ("relation", "words", "answers", "noted")
"""What a page over many tables does not even decrypt."""


def references_of(visit: Visit) -> QuerySet[ReferenceRequest]:
    """Her requests about the other side of this table, oldest first."""
    rows = ReferenceRequest.objects.filter(collaboration=visit.collaboration)
    return private_rows(rows, seen_by=visit.person).order_by("asked_at", "pk")


def reference_by_id(visit: Visit, public_id: str) -> ReferenceRequest | None:
    """One request of hers."""
    return references_of(visit).filter(public_id=public_id).first()


def references_by_table(person: Person, visits: Sequence[Visit]) -> dict[int, list[ReferenceRequest]]:
    """Collaboration id -> her requests there, oldest first, without their words; one query for any number of tables."""
    keys = [visit.collaboration.pk for visit in visits]
    found: dict[int, list[ReferenceRequest]] = {key: [] for key in keys}
    rows = private_rows(ReferenceRequest.objects.filter(collaboration__in=keys), seen_by=person).defer(*WORDS)
    for one in rows.order_by("asked_at", "pk"):
        found[one.collaboration_id].append(one)
    return found


def is_news(reference: ReferenceRequest) -> bool:
    """The referee answered, and she has not looked yet."""
    return reference.sent_at is not None and reference.read_at is None


def reference_by_token(token: str) -> ReferenceRequest | None:
    """The request a link belongs to, working or not."""
    return by_token(_held(), token)


def reference_in_browser(public_id: str, key: str) -> ReferenceRequest | None:
    """The request that this browser claimed, with the key it keeps."""
    return in_browser(_held(), public_id, key)


def _held() -> QuerySet[ReferenceRequest]:
    return ReferenceRequest.objects.select_related("person", "collaboration")


def opens_for(reference: ReferenceRequest, key: str, now: datetime) -> bool:
    """Whether its link opens for a browser that keeps this key (or none): it works, and no other browser has it."""
    return reference.opens_for(key, now) and (reference.sent_at is None or reference.is_of(key))


def subject_of(reference: ReferenceRequest) -> Seat:
    """The seat it is about: who speaks for the other side of the table where she asks."""
    seats = Seat.objects.filter(collaboration=reference.collaboration).select_related("party__speaker")
    mine = next((one for one in seats if one.person_id == reference.person_id), None)
    theirs = next(one for one in seats if mine is None or one.party_id != mine.party_id)
    assert theirs.party.speaker is not None, "every party has a speaker from the start"
    return theirs.party.speaker


def is_of_asking_side(reference: ReferenceRequest, person: Person) -> bool:
    """She asked herself, sits beside who asked, or works in the same practice."""
    return is_beside(reference.person_id, reference.collaboration_id, person)


def is_of_other_side(reference: ReferenceRequest, person: Person) -> bool:
    """She sits at the table it is about, on the other side."""
    return is_across(reference.person_id, reference.collaboration_id, person)
