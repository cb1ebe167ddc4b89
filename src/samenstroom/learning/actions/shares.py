"""What somebody shows her mentor: a kind of things or one thing, how the other is called, and stopping."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from samenstroom.adjusting.actions.companions import propose_companion
from samenstroom.adjusting.models import Companion
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.models import Collaboration
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.learning.models import MentorLook, MentorShare, Mentorship

ALWAYS = "list"
"""The kind under which a look at the list of what is shown is kept."""


@transaction.atomic
def show_kind(
    *, mentorship: Mentorship, kind: str, collaboration: Collaboration | None, only_now: bool, now: datetime
) -> MentorShare:
    """All of this kind is shown: of one collaboration or of all, with what comes later or without.

    Another choice for the same kind takes the place of the one before; the same again changes nothing. Refuses when
    it is over (NotAllowedError). Nobody but the mentor is told.
    """
    held = _held(mentorship)
    for one in _live(held, collaboration):
        if one.what["kind"] != kind or one.what.get("item"):
            continue
        if (one.only_until is not None) == only_now and not only_now:
            return one
        MentorShare.objects.filter(pk=one.pk).update(stopped_at=now)
    return _made(held, collaboration, {"kind": kind}, only_until=now if only_now else None, now=now)


@transaction.atomic
def show_item(
    *, mentorship: Mentorship, kind: str, item: str, day: date, collaboration: Collaboration, now: datetime
) -> MentorShare:
    """This one thing is shown; once. Refuses when it is over (NotAllowedError)."""
    held = _held(mentorship)
    for one in _live(held, collaboration):
        if one.what["kind"] == kind and one.what.get("item") == item:
            return one
    return _made(held, collaboration, {"kind": kind, "item": item, "day": day.isoformat()}, only_until=None, now=now)


def stop_showing(*, share: MentorShare, now: datetime) -> None:
    """From this moment it is not shown by this any more; once."""
    MentorShare.objects.filter(pk=share.pk, stopped_at=None).update(stopped_at=now)


@transaction.atomic
def call_other(*, mentorship: Mentorship, collaboration: Collaboration, shows_name: bool, called: str) -> None:
    """How the other side of this collaboration is called for the mentor: by name, or by this neutral word."""
    held = _held(mentorship)
    told = {**held.tables.get(collaboration.public_id, {}), "shows_name": shows_name, "called": called}
    _keep_table(held, collaboration, told)


@transaction.atomic
def ask_both(*, mentorship: Mentorship, visit: Visit) -> Companion:
    """The other side is asked whether the mentor may look along with both; see `propose_companion`.

    Refuses when nobody sits there, when the mentor has not come in, and who only reads along (NotAllowedError).
    """
    held = _held(mentorship)
    if not visit.takes_part or not held.is_on(clock.day_of(visit.now)):
        raise NotAllowedError
    made = propose_companion(seat=visit.seat, name=held.name, until_on=held.until_on, now=visit.now)
    told = {**held.tables.get(visit.collaboration.public_id, {}), "companion": made.public_id}
    _keep_table(held, visit.collaboration, told)
    return made


def keep_look(
    *, mentorship: Mentorship, collaboration: Collaboration | None, what: Mapping[str, str], now: datetime
) -> None:
    """The mentor looked at this; one line per thing per day, for who let her in. Nobody is told."""
    place = collaboration.public_id if collaboration else ""
    value = f"{mentorship.pk}:{place}:{what['kind']}:{what.get('item', '')}"
    mark = salted_hmac("samenstroom.learning.look", value, algorithm="sha256").hexdigest()
    MentorLook.objects.get_or_create(
        mentorship=mentorship,
        mark=mark,
        looked_on=clock.day_of(now),
        defaults={
            "person": mentorship.person, "collaboration": collaboration, "name": mentorship.name, "what": dict(what),
            "looked_at": now,
        },
    )  # fmt: skip


def see_what_is_new(*, mentorship: Mentorship, now: datetime) -> None:
    """The mentor saw the list: what is there now is no longer new."""
    Mentorship.objects.filter(pk=mentorship.pk).update(looked_at=now)


def _made(
    held: Mentorship,
    collaboration: Collaboration | None,
    what: Mapping[str, str],
    *,
    only_until: datetime | None,
    now: datetime,
) -> MentorShare:
    return MentorShare.objects.create(
        mentorship=held, person=held.person, collaboration=collaboration, name=held.name, what=dict(what),
        shown_at=now, only_until=only_until,
    )  # fmt: skip


def _live(held: Mentorship, collaboration: Collaboration | None) -> list[MentorShare]:
    return list(MentorShare.objects.filter(mentorship=held, collaboration=collaboration, stopped_at=None))


def _keep_table(held: Mentorship, collaboration: Collaboration, told: Mapping[str, object]) -> None:
    held.tables = {**held.tables, collaboration.public_id: dict(told)}
    held.save(update_fields=["tables"])


def _held(mentorship: Mentorship) -> Mentorship:
    found = Mentorship.objects.select_for_update(of=("self",)).select_related("person").get(pk=mentorship.pk)
    if found.ended_at:
        raise NotAllowedError
    return found
