"""Letting a mentor in, until when, and leaving. Nobody but the two is told, and no history is written."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from samenstroom.accounts.models import Person
from samenstroom.accounts.outside import GoneError, renew_link
from samenstroom.adjusting.actions.companions import stop_companion
from samenstroom.kit import clock
from samenstroom.learning.models import Mentorship
from samenstroom.rules.decisions import months_after

MONTHS = (1, 3, 6, 12)
USUAL_MONTHS = 3


class OwnMentorError(Exception):
    """Nobody is a mentor of herself, or twice of the same person."""


def invite_mentor(*, person: Person, name: str, months: int, now: datetime) -> Mentorship:
    """A mentor is asked, and sees nothing: there is no link yet, and nothing is shown. Nobody is told."""
    until_on = months_after(clock.day_of(now), months)
    return Mentorship.objects.create(person=person, name=name, until_on=until_on, asked_at=now)


@transaction.atomic
def mint_mentor_link(*, mentorship: Mentorship, now: datetime) -> str:
    """A new link, valid for two weeks; the one before stops. Returns the token, shown once.

    Refuses once the mentor came in, or when it is over (GoneError).
    """
    held = _held(mentorship)
    if held.mentor_id or not _may_go_on(held, clock.day_of(now)):
        raise GoneError
    return renew_link(held, now)


@transaction.atomic
def withdraw_mentor_link(*, mentorship: Mentorship, now: datetime) -> None:
    """The link stops; who came in by it before stays."""
    Mentorship.objects.filter(pk=mentorship.pk, mentor=None, withdrawn_at=None).update(withdrawn_at=now)


@transaction.atomic
def begin_mentorship(*, mentorship: Mentorship, mentor: Person, now: datetime) -> None:
    """This account holder looks along from now on with what is shown; the link opens nothing more.

    Refuses a link that is gone (GoneError), who invited herself, and who looks along with her already
    (OwnMentorError).
    """
    held = _held(mentorship)
    if held.mentor_id or not held.link_works_at(now) or not _may_go_on(held, clock.day_of(now)):
        raise GoneError
    if held.person_id == mentor.pk or not mentor.has_account:
        raise OwnMentorError
    held.mentor, held.began_at, held.claimed_at, held.token_hash = mentor, now, now, None
    try:
        with transaction.atomic():
            held.save(update_fields=["mentor", "began_at", "claimed_at", "token_hash"])
    except IntegrityError as twice:
        raise OwnMentorError from twice


@transaction.atomic
def extend_mentorship(*, mentorship: Mentorship, months: int, now: datetime) -> None:
    """She looks along until so many months from today. Refuses when it is over for good (GoneError).

    What both sides of a table agreed on keeps its own last day.
    """
    held = _held(mentorship)
    if held.ended_at:
        raise GoneError
    held.until_on = months_after(clock.day_of(now), months)
    held.save(update_fields=["until_on"])


@transaction.atomic
def end_mentorship(*, mentorship: Mentorship, by: Person, now: datetime) -> None:
    """From now on nothing is shown and the link opens nothing; notes stay with both. Once, by either of the two.

    Where both sides of a table had said yes, that ends too, and the history there says so.
    """
    held = _held(mentorship)
    if held.ended_at or by.pk not in (held.person_id, held.mentor_id):
        return
    held.ended_at, held.ended_by, held.token_hash = now, by, None
    held.save(update_fields=["ended_at", "ended_by", "token_hash"])
    for told in held.tables.values():
        if told.get("companion"):
            stop_companion(public_id=told["companion"], now=now)


def _may_go_on(held: Mentorship, today: date) -> bool:
    return held.ended_at is None and today <= held.until_on


def _held(mentorship: Mentorship) -> Mentorship:
    return Mentorship.objects.select_for_update().get(pk=mentorship.pk)
