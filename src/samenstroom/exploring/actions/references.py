"""What she does with a reference she asks, and what the referee does with her answers.

Nothing of this writes a line of history and nobody but the two of them is told: that she asked is hers alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import GoneError, claim_link, held, held_for, renew_link
from samenstroom.collaborations.models import Collaboration
from samenstroom.exploring.models import ReferenceRequest

Said = Mapping[str, Mapping[str, str]]
"""Question -> what was chosen and the words with it."""


class NothingSaidError(Exception):
    """There is no answer in it yet."""


def ask_reference(
    *, person: Person, collaboration: Collaboration, referee: str, relation: str, words: str, now: datetime
) -> ReferenceRequest:
    """A question to somebody who knows the other, not handed over yet. Nobody is told."""
    return ReferenceRequest.objects.create(
        person=person, collaboration=collaboration, referee=referee, relation=relation, words=words, asked_at=now
    )


@transaction.atomic
def mint_reference_link(*, reference: ReferenceRequest, now: datetime) -> str:
    """A new link for the referee, valid for two weeks; the older one stops. Returns the token, shown once.

    A browser in which the referee already began goes on. Refuses when the answers were sent (GoneError).
    """
    found = held(reference)
    if found.sent_at:
        raise GoneError
    return renew_link(found, now)


@transaction.atomic
def withdraw_reference(*, reference: ReferenceRequest, now: datetime) -> None:
    """The link stops, also in the browser that claimed it; what was not sent is forgotten. What was sent stays."""
    found = held(reference)
    if found.sent_at or found.withdrawn_at:
        return
    found.withdrawn_at, found.answers, found.drafted_at = now, {}, None
    found.save(update_fields=["withdrawn_at", "answers", "drafted_at"])


def discard_reference(*, reference: ReferenceRequest) -> None:
    """It is hers: question, answers and notes go away, and with them the link."""
    reference.delete()


def note_reference(*, reference: ReferenceRequest, said: Said, now: datetime) -> None:
    """What a referee told her, written down by herself; it can change. Refuses nothing said at all."""
    kept = _kept(said)
    if not kept:
        raise NothingSaidError
    reference.noted, reference.noted_at = kept, now
    reference.save(update_fields=["noted", "noted_at"])


def mark_read(*, reference: ReferenceRequest, now: datetime) -> None:
    """She looked at the answers; so that Vandaag stays calm."""
    ReferenceRequest.objects.filter(pk=reference.pk, read_at=None).exclude(sent_at=None).update(read_at=now)


@transaction.atomic
def claim_reference(*, reference: ReferenceRequest, key: str, now: datetime) -> str:
    """The link becomes of this browser; returns the key it keeps. `key` is what it kept before, or empty.

    What somebody began in another browser is forgotten, so that no link ever opens what another wrote.
    Refuses a link that is gone or that another browser has (GoneError).
    """
    found = held(reference)
    is_same = found.is_of(key)
    if found.sent_at and not is_same:
        raise GoneError
    kept = claim_link(found, key, now)
    if not is_same:
        found.answers, found.drafted_at = {}, None
        found.save(update_fields=["answers", "drafted_at"])
    return kept


@transaction.atomic
def save_reference(*, reference: ReferenceRequest, key: str, said: Said, now: datetime) -> ReferenceRequest:
    """Keep what the referee has so far, for her own browser only. Refuses when it is gone or was sent (GoneError)."""
    found = _open_for(reference, key, now)
    found.answers, found.drafted_at = _kept(said), now
    found.save(update_fields=["answers", "drafted_at"])
    return found


@transaction.atomic
def send_reference(*, reference: ReferenceRequest, key: str, said: Said, now: datetime) -> ReferenceRequest:
    """The answers are for who asked, and do not change any more. Who asked is told that something waits for her.

    Refuses nothing said at all (NothingSaidError), and when it is gone or was sent before (GoneError).
    """
    found = _open_for(reference, key, now)
    if not _kept(said):
        raise NothingSaidError
    found.answers, found.drafted_at, found.sent_at = _kept(said), None, now
    found.save(update_fields=["answers", "drafted_at", "sent_at"])
    return found


def forget_unsent(*, now: datetime) -> int:
    """What a referee never sent is forgotten once the link stopped. Harmless to repeat; returns how many."""
    unsent = ReferenceRequest.objects.filter(sent_at=None, expires_at__lte=now).exclude(drafted_at=None)
    return unsent.update(answers={}, drafted_at=None)


def _open_for(reference: ReferenceRequest, key: str, now: datetime) -> ReferenceRequest:
    found = held_for(reference, key, now)
    if found.sent_at:
        raise GoneError
    return found


def _kept(said: Said) -> dict[str, dict[str, str]]:
    """Only what was said: a question that was skipped is not in it."""
    filled = {question: {part: text for part, text in one.items() if text} for question, one in said.items()}
    return {question: one for question, one in filled.items() if one}
