"""A mediator: proposed, agreed, let in by a link, given what both ticked, and what she writes to both."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, QuerySet

from samenstroom.accounts.outside import LINK_DAYS, claim_link, held, held_for, note_look, renew_link
from samenstroom.adjusting.models import (
    Mediation,
    MediationNote,
    MediationTalk,
    MediationTalkAnswer,
    MediationTick,
)
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.kit import clock


@dataclass(frozen=True)
class MediatorTerms:
    """Who, until when, and a sentence with it."""

    name: str
    ends_on: date
    words: str = ""


@transaction.atomic
def propose_mediation(*, seat: Seat, terms: MediatorTerms, other_takes_part: bool, now: datetime) -> Mediation:
    """Somebody to ask in lies on the table, and counts once the other agrees. Alone it is noted that she asked.

    Nobody is let in yet. Replaces an open proposal; the same again changes nothing. History: that it was proposed or
    noted, without a name. Refuses who only reads along, and while another one is on (NotAllowedError).
    """
    _hold_table(seat)
    before = list(Mediation.objects.filter(collaboration=seat.collaboration, dropped_at=None))
    if any(one.is_on(now) for one in before):
        raise NotAllowedError
    waiting = [one for one in before if one.agreed_at is None and one.noted_at is None]
    said = (terms.name, terms.ends_on, terms.words)
    for one in waiting if other_takes_part else [one for one in before if one.noted_at]:
        if one.proposed_by_id == seat.pk and (str(one.name), one.ends_on, str(one.words)) == said:
            return one
    Mediation.objects.filter(pk__in=[one.pk for one in waiting]).update(dropped_at=now)
    made = Mediation.objects.create(
        collaboration=seat.collaboration, name=terms.name, words=terms.words, ends_on=terms.ends_on, proposed_by=seat,
        proposed_at=now, noted_at=None if other_takes_part else now,
    )  # fmt: skip
    write_line(seat=seat, kind="mediation_proposed" if other_takes_part else "mediation_noted", now=now)
    return made


@transaction.atomic
def agree_mediation(*, mediation: Mediation, seat: Seat, now: datetime) -> None:
    """The other side says yes: both may now give her a link and tick what she reads. History: that she agreed; once.

    Refuses one's own proposal, one that was taken off or only noted, and one whose last day is over (NotAllowedError).
    """
    found = _hold(mediation, seat)
    is_own = found.proposed_by is None or found.proposed_by.party_id == seat.party_id
    if is_own or found.dropped_at or found.noted_at or found.ends_on < clock.day_of(now):
        raise NotAllowedError
    if found.agreed_at is None:
        Mediation.objects.filter(pk=found.pk).update(agreed_by=seat, agreed_at=now)
        write_line(seat=seat, kind="mediation_agreed", now=now)


@transaction.atomic
def drop_mediation(*, mediation: Mediation, seat: Seat, now: datetime) -> None:
    """A proposal or a note lies there no more: taken back, or rather not. History: that it was; once.

    Refuses one that both agreed to (NotAllowedError): that one is ended.
    """
    found = _hold(mediation, seat)
    if found.agreed_at:
        raise NotAllowedError
    if found.dropped_at is None:
        Mediation.objects.filter(pk=found.pk).update(dropped_at=now)
        write_line(seat=seat, kind="mediation_dropped", now=now)


@transaction.atomic
def end_mediation(*, mediation: Mediation, seat: Seat, now: datetime) -> None:
    """It stops, by either side alone: from now on her link opens nothing. What she wrote stays with both.

    A moment that was still to come is off. History: that it ended; once. Refuses one that never counted
    (NotAllowedError).
    """
    found = _hold(mediation, seat)
    if found.agreed_at is None:
        raise NotAllowedError
    if found.ended_at is None:
        Mediation.objects.filter(pk=found.pk).update(ended_by=seat, ended_at=now, withdrawn_at=now)
        _take_off(found.talks.filter(begins_at__gt=now), now)
        write_line(seat=seat, kind="mediation_ended", now=now)


@transaction.atomic
def mint_mediator_link(*, mediation: Mediation, seat: Seat, other_takes_part: bool, now: datetime) -> str:
    """A new link for the mediator, from both; the older one stops. Returns the token, shown once.

    It works two weeks and never beyond the last day. History: that a link was made. Refuses one that both did not
    agree to or that is over, and while the other takes no part (NotAllowedError).
    """
    found = _hold(mediation, seat)
    if not found.is_on(now) or not other_takes_part:
        raise NotAllowedError
    token = renew_link(found, now, LINK_DAYS)
    write_line(seat=seat, kind="mediator_link", now=now)
    return token


@transaction.atomic
def withdraw_mediator_link(*, mediation: Mediation, seat: Seat, now: datetime) -> None:
    """Her link stops, also in the browser that claimed it; either side may. History: that it was taken back; once."""
    found = _hold(mediation, seat)
    if found.minted_at and found.withdrawn_at is None:
        Mediation.objects.filter(pk=found.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="mediator_link_withdrawn", now=now)


@transaction.atomic
def tick_given(
    *, mediation: Mediation, seat: Seat, picked: Mapping[str, str], among: Collection[str], now: datetime
) -> None:
    """Her side's ticks: item -> mark of how it reads, of the items that were `among` what she was shown.

    What she was not shown stays as it was. Whatever she ticks or not, nothing else changes: no history, no word to the
    other, who never learns of it. Refuses one that is not on (NotAllowedError).
    """
    found = _hold(mediation, seat)
    if not found.is_on(now) or seat.person_id is None:
        raise NotAllowedError
    for one in MediationTick.objects.filter(mediation=found, party=seat.party):
        if str(one.item) in among and picked.get(str(one.item)) != str(one.mark):
            one.delete()
    there = {str(one.item) for one in MediationTick.objects.filter(mediation=found, party=seat.party)}
    MediationTick.objects.bulk_create(
        MediationTick(
            mediation=found, collaboration_id=found.collaboration_id, party=seat.party, person_id=seat.person_id,
            item=item, mark=mark, ticked_at=now,
        )
        for item, mark in picked.items()
        if item in among and item not in there
    )  # fmt: skip


@transaction.atomic
def answer_talk(*, talk: MediationTalk, seat: Seat, can: str, now: datetime) -> None:
    """Whether the moment suits her side; both and the mediator see it. The last answer stands; no history.

    When it begins or stops to suit both, its number for calendars grows. Refuses a moment that was replaced or taken
    off, and a mediation that is not on (NotAllowedError).
    """
    found = _hold(talk.mediation, seat)
    is_there = MediationTalk.objects.filter(pk=talk.pk, dropped_at=None).exists()
    if not is_there or not found.is_on(now) or can not in MediationTalkAnswer.Can.values:
        raise NotAllowedError
    theirs = talk.answers.exclude(party=seat.party).filter(can=MediationTalkAnswer.Can.YES).exists()
    mine = talk.answers.filter(party=seat.party, can=MediationTalkAnswer.Can.YES).exists()
    if theirs and mine != (can == MediationTalkAnswer.Can.YES):
        MediationTalk.objects.filter(pk=talk.pk).update(sequence=F("sequence") + 1)
    MediationTalkAnswer.objects.update_or_create(
        talk=talk, party=seat.party,
        defaults={"seat": seat, "can": can, "answered_at": now, "collaboration": seat.collaboration},
    )  # fmt: skip


@transaction.atomic
def claim_mediation(*, mediation: Mediation, key: str, now: datetime) -> str:
    """The link becomes of this browser; returns the key it keeps. History: that it was opened, by the app.

    Refuses a link that is gone or that another browser has (GoneError).
    """
    found = held(mediation)
    is_first = found.claimed_at is None
    kept = claim_link(found, key, now)
    if is_first:
        table = Collaboration.objects.get(pk=found.collaboration_id)
        write_line(seat=None, collaboration=table, kind="mediator_opened", now=now)
    return kept


def log_mediator_look(*, mediation: Mediation, now: datetime) -> None:
    """She looked: both see that, to the minute."""
    note_look(mediation.looks, now, collaboration_id=mediation.collaboration_id)


@transaction.atomic
def write_note(*, mediation: Mediation, key: str, text: str, now: datetime) -> MediationNote:
    """Words for both, the same to both. The same words again add nothing.

    Refuses another browser, and a link that is gone (GoneError).
    """
    found = held_for(mediation, key, now)
    there = next((one for one in found.notes.all() if str(one.text) == text), None)
    return there or MediationNote.objects.create(
        mediation=found, collaboration_id=found.collaboration_id, text=text, written_at=now
    )


@transaction.atomic
def propose_talk(
    *, mediation: Mediation, key: str, begins_at: datetime, minutes: int, place: str, now: datetime
) -> MediationTalk:
    """A moment for a talk lies before both; an earlier one makes room. The same again changes nothing.

    Refuses another browser, and a link that is gone (GoneError).
    """
    found = held_for(mediation, key, now)
    lies_there = found.talks.filter(dropped_at=None)
    for one in lies_there:
        if (one.begins_at, one.minutes, str(one.place)) == (begins_at, minutes, place):
            return one
    lies_there.update(dropped_at=now)
    return MediationTalk.objects.create(
        mediation=found, collaboration_id=found.collaboration_id, begins_at=begins_at, minutes=minutes, place=place,
        proposed_at=now,
    )  # fmt: skip


@transaction.atomic
def drop_talk(*, mediation: Mediation, key: str, now: datetime) -> MediationTalk | None:
    """The moment that lies there is off, by who proposed it; returns it, or None when there was none.

    Refuses another browser, and a link that is gone (GoneError).
    """
    found = held_for(mediation, key, now)
    lies_there = found.talks.filter(dropped_at=None).order_by("-proposed_at", "-pk").first()
    _take_off(found.talks.filter(dropped_at=None), now)
    return lies_there


def _take_off(talks: QuerySet[MediationTalk], now: datetime) -> None:
    talks.filter(dropped_at=None).update(dropped_at=now, sequence=F("sequence") + 1)


def _hold_table(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)


def _hold(mediation: Mediation, seat: Seat) -> Mediation:
    if mediation.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    _hold_table(seat)
    return held(mediation)
