"""An advice: given in time and on record, answered without having to follow it, and looked at later."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samenstroom.agreements.models import Advice, AdviceText, ExtraWork
from samenstroom.agreements.models.advices import CHOICES
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat


@transaction.atomic
def give_advice(*, seat: Seat, text: AdviceText, extra_work: ExtraWork | None = None, now: datetime) -> Advice:
    """An advice lies on the table for both. History: that it was given; the same again changes nothing.

    Refuses who only reads along, and extra work of another table (NotAllowedError).
    """
    _speaks(seat)
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    if extra_work is not None and extra_work.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    for one in Advice.objects.filter(collaboration=seat.collaboration, withdrawn_at=None, answered_at=None):
        if one.given_by_id == seat.pk and text == AdviceText(
            *(str(getattr(one, name)) for name in AdviceText.__dataclass_fields__)
        ):
            return one
    made = Advice.objects.create(
        collaboration=seat.collaboration,
        extra_work=extra_work,
        given_by=seat,
        given_at=now,
        asked=text.asked,
        instead=text.instead,
        why=text.why,
        source=text.source,
        source_year=text.source_year,
        anyway=text.anyway,
    )
    write_line(seat=seat, kind="advice_given", now=now)
    return made


@transaction.atomic
def answer_advice(*, advice: Advice, seat: Seat, choice: str, words: str = "", now: datetime) -> None:
    """The other says she read it, follows it, or chooses otherwise. History: that she answered; again only when other.

    Having read it can become a choice later. Refuses one's own advice, one that was taken back and a choice that does
    not exist (NotAllowedError).
    """
    held = _hold(advice, seat)
    is_own = held.given_by is not None and held.given_by.party_id == seat.party_id
    if is_own or held.withdrawn_at or choice not in CHOICES:
        raise NotAllowedError
    if str(held.choice) == choice and str(held.answer_words) == words:
        return
    if str(held.choice) != choice:
        write_line(seat=seat, kind=f"advice_{choice}", now=now)
    Advice.objects.filter(pk=held.pk).update(choice=choice, answer_words=words, answered_by=seat, answered_at=now)


@transaction.atomic
def tell_outcome(*, advice: Advice, seat: Seat, outcome: str, now: datetime) -> None:
    """Either side says how it went; the newest words stand. History: that it was told; the same again changes nothing.

    Refuses an advice that was taken back (NotAllowedError).
    """
    held = _hold(advice, seat)
    if held.withdrawn_at:
        raise NotAllowedError
    if str(held.outcome) != outcome:
        Advice.objects.filter(pk=held.pk).update(outcome=outcome, outcome_by=seat, outcome_at=now)
        write_line(seat=seat, kind="advice_outcome", now=now)


@transaction.atomic
def withdraw_advice(*, advice: Advice, seat: Seat, now: datetime) -> None:
    """Who gave it takes it back, as long as nobody answered. History: that it was; once."""
    held = _hold(advice, seat)
    if held.answered_at or held.given_by is None or held.given_by.party_id != seat.party_id:
        raise NotAllowedError
    if held.withdrawn_at is None:
        Advice.objects.filter(pk=held.pk).update(withdrawn_at=now)
        write_line(seat=seat, kind="advice_withdrawn", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _hold(advice: Advice, seat: Seat) -> Advice:
    _speaks(seat)
    if advice.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    return Advice.objects.select_related("given_by").get(pk=advice.pk)
