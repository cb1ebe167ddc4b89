"""Decisions on record: noted by one, seen so or otherwise by the other, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Party, Seat
from samenstroom.feedback.models import DecisionWord, MadeDecision


@dataclass(frozen=True)
class DecisionTerms:
    """What was decided and how; `hours_undone` is work that no longer counts, a fact and no reproach."""

    what: str
    why: str
    advice: str
    decided_by: Party | None
    expertise: Party | None
    hours_undone: Decimal | None
    decided_on: date

    def content(self) -> dict[str, str]:
        """What is kept sealed."""
        hours = "" if self.hours_undone is None else str(self.hours_undone)
        return {"what": self.what, "why": self.why, "advice": self.advice, "hours_undone": hours}


@transaction.atomic
def note_decision(*, seat: Seat, terms: DecisionTerms, now: datetime) -> MadeDecision:
    """The decision is on record for both. History: that a decision was noted; the same twice is one.

    Refuses who only reads along.
    """
    _speaks(seat)
    alike = MadeDecision.objects.select_for_update().filter(
        collaboration=seat.collaboration, noted_by=seat, decided_on=terms.decided_on, withdrawn_at=None
    )
    for one in alike:
        if one.content == terms.content():
            return one
    made = MadeDecision.objects.create(
        collaboration=seat.collaboration,
        noted_by=seat,
        decided_by=terms.decided_by,
        expertise=terms.expertise,
        content=terms.content(),
        decided_on=terms.decided_on,
        noted_at=now,
    )
    write_line(seat=seat, kind="decision_noted", now=now, happened_on=terms.decided_on)
    return made


@transaction.atomic
def say_of_decision(*, decision: MadeDecision, seat: Seat, stance: str, words: str, now: datetime) -> None:
    """The side that did not note it says that it was so, or otherwise; the last word of a side counts.

    History: that she said something of it. Refuses who noted it, who only reads along, and what was taken back.
    """
    _speaks(seat)
    held = _held(decision, seat)
    if held.noted_by is None or held.noted_by.party_id == seat.party_id:
        raise NotAllowedError
    said = DecisionWord.objects.filter(decision=held, seat=seat).exclude(stance="").first()
    if said is None:
        DecisionWord.objects.create(
            decision=held, collaboration=held.collaboration, seat=seat, stance=stance, words=words, said_at=now
        )
        write_line(seat=seat, kind="decision_answered", now=now)
    else:
        said.stance, said.words, said.said_at = stance, words, now
        said.save()


@transaction.atomic
def tell_outcome(*, decision: MadeDecision, seat: Seat, words: str, now: datetime) -> None:
    """What came of it, by either side, as often as it is worth. History: that an outcome was told.

    Refuses who only reads along, and a decision that was taken back.
    """
    _speaks(seat)
    held = _held(decision, seat)
    if DecisionWord.objects.filter(decision=held, seat=seat, stance="").filter(said_at=now).exists():
        return
    DecisionWord.objects.create(decision=held, collaboration=held.collaboration, seat=seat, words=words, said_at=now)
    write_line(seat=seat, kind="decision_outcome", now=now)


@transaction.atomic
def take_back_decision(*, decision: MadeDecision, seat: Seat, now: datetime) -> None:
    """It counts no more; that it was noted stays readable. History: that she took it back; once. Only who noted it."""
    held = _held(decision, seat)
    if held.noted_by_id != seat.pk:
        raise NotAllowedError
    if MadeDecision.objects.filter(pk=held.pk, withdrawn_at=None).update(withdrawn_at=now):
        write_line(seat=seat, kind="decision_taken_back", now=now)


def _speaks(seat: Seat) -> None:
    if seat.party.speaker_id != seat.pk:
        raise NotAllowedError


def _held(decision: MadeDecision, seat: Seat) -> MadeDecision:
    held = MadeDecision.objects.select_for_update(of=("self",)).select_related("noted_by").get(pk=decision.pk)
    if held.collaboration_id != seat.collaboration_id or held.withdrawn_at:
        raise NotAllowedError
    return held
