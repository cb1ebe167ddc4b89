"""What both do with a trial project. Each act: one transaction, one line in the history."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Seat
from samenstroom.exchanges.actions import start_exchange
from samenstroom.exchanges.models import Exchange
from samenstroom.exploring.models import Trial
from samenstroom.kit import clock
from samenstroom.rules.trials import TrialState, state_of

SETTLED = (TrialState.OVER, TrialState.EVALUATED)


@dataclass(frozen=True)
class Terms:
    """What is proposed. Amounts are decimals as text, in euro; empty when they do not apply."""

    scope: str
    starts_on: date
    ends_on: date
    pay: str
    price: str
    hours: str
    rate: str
    questions: list[str]


@transaction.atomic
def propose_trial(*, seat: Seat, terms: Terms, now: datetime) -> Trial:
    """A proposal lies on the table; it counts once the other side agrees. An open proposal is replaced by it.

    History: that it was proposed, or that something else was proposed. The same again by the same side changes
    nothing. Refuses while a trial that both agreed on still has to be done (NotAllowedError).
    """
    Collaboration.objects.select_for_update().get(pk=seat.collaboration_id)
    before = _newest(seat.collaboration_id)
    state = state_of(before.course, clock.day_of(now)) if before else None
    if before and state is TrialState.PROPOSED:
        if _is_same(before, seat, terms):
            return before
        Trial.objects.filter(pk=before.pk).update(replaced_at=now)
    elif before and state not in SETTLED:
        raise NotAllowedError
    kind = "trial_changed" if state is TrialState.PROPOSED else "trial_proposed"
    write_line(seat=seat, kind=kind, now=now, note=terms.scope)
    return Trial.objects.create(collaboration=seat.collaboration, proposed_by=seat, proposed_at=now, **asdict(terms))


def _newest(collaboration: int) -> Trial | None:
    rows = Trial.objects.select_related("exchange", "proposed_by").filter(collaboration=collaboration)
    return rows.filter(replaced_at=None, dropped_at=None).order_by("-proposed_at", "-pk").first()


def _is_same(trial: Trial, seat: Seat, terms: Terms) -> bool:
    is_hers = trial.proposed_by is not None and trial.proposed_by.party_id == seat.party_id
    return is_hers and all(getattr(trial, name) == value for name, value in asdict(terms).items())


@transaction.atomic
def agree_trial(*, trial: Trial, seat: Seat, now: datetime) -> None:
    """The other side says yes, or confirms what was noted as agreed outside the app. History: that it was agreed.

    Refuses one's own proposal and one that is off the table; saying yes twice changes nothing.
    """
    found = _locked(trial, seat)
    proposer = found.proposed_by
    if found.is_off or (proposer is not None and proposer.party_id == seat.party_id):
        raise NotAllowedError
    if Trial.objects.filter(pk=found.pk, agreed_at=None).update(agreed_at=now, agreed_by=seat):
        _lay_envelopes(found, seat, now)
        write_line(seat=seat, kind="trial_accepted", now=now, note=found.scope)


@transaction.atomic
def note_agreed_outside(*, trial: Trial, seat: Seat, now: datetime) -> None:
    """She notes that both agreed outside the app; the other has not confirmed it here. History: that she noted it.

    Only while nobody of the other side takes part: who takes part says yes herself.
    """
    found = _locked(trial, seat)
    others = Seat.objects.filter(collaboration=seat.collaboration_id, person__isnull=False).exclude(party=seat.party)
    if found.is_off or others.exists():
        raise NotAllowedError
    if Trial.objects.filter(pk=found.pk, agreed_at=None, outside_at=None).update(outside_at=now, outside_by=seat):
        _lay_envelopes(found, seat, now)
        write_line(seat=seat, kind="trial_noted", now=now, note=found.scope)


@transaction.atomic
def drop_trial(*, trial: Trial, seat: Seat, now: datetime) -> None:
    """Either side takes it off the table. History: that it was dropped; once.

    Refuses one that is over: what was done stays. Whether somebody began to look back makes no difference, for that
    is hers alone.
    """
    found = _locked(trial, seat)
    if state_of(found.course, clock.day_of(now)) in SETTLED:
        raise NotAllowedError
    if Trial.objects.filter(pk=found.pk, replaced_at=None, dropped_at=None).update(dropped_at=now):
        write_line(seat=seat, kind="trial_dropped", now=now, note=found.scope)


@transaction.atomic
def finish_trial(*, trial: Trial, seat: Seat, now: datetime) -> None:
    """It is done, before or on its last day; both can look back. History: that it was done; once."""
    found = _locked(trial, seat)
    if found.is_off or not found.is_on:
        raise NotAllowedError
    if Trial.objects.filter(pk=found.pk, finished_at=None).update(finished_at=now):
        write_line(seat=seat, kind="trial_finished", now=now, note=found.scope)


@transaction.atomic
def begin_evaluation(*, trial: Trial, seat: Seat, now: datetime) -> Exchange:
    """The questions of looking back lie before both, sealed until both have sent. Again gives the same ones.

    History: none yet; that both looked back is written when it opens. Refuses while the trial is not over.
    """
    found = _locked(trial, seat)
    if state_of(found.course, clock.day_of(now)) not in SETTLED:
        raise NotAllowedError
    return _lay_envelopes(found, seat, now)


def _lay_envelopes(trial: Trial, seat: Seat, now: datetime) -> Exchange:
    """They lie there from the agreement on, so that they tell nothing about who began to write."""
    if trial.exchange is None:
        trial.exchange = start_exchange(seat=seat, purpose=Trial.PURPOSE, now=now)
        Trial.objects.filter(pk=trial.pk).update(exchange=trial.exchange)
    return trial.exchange


def _locked(trial: Trial, seat: Seat) -> Trial:
    if trial.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    rows = Trial.objects.select_for_update(of=("self",)).select_related("proposed_by", "exchange")
    return rows.get(pk=trial.pk)
