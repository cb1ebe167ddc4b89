"""Rounds over time: open what is due, and say so in a mail that holds no content.

One invitation and one reminder per round and person, never at night or in the weekend, and nothing twice: each mail
has a key of its own.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from samenstroom.adjusting.queries.pauses import tables_at_rest
from samenstroom.checkins.actions import open_round, propose_rhythm, send_answer
from samenstroom.checkins.models import Answer, Repair, Rhythm, Round
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.endings import closed_tables
from samenstroom.kit import clock
from samenstroom.mail.outbox import cancel_mail, mail_is_on
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.rounds import next_opening, reminder_due

from .letters import letter_to, letters_of


def sweep_rounds(*, now: datetime) -> int:
    """Open the rounds that are due and queue the mail about them and about repairs to look back on.

    Examples to look around in stay as they are: nobody answers there, so a new round would say that one fell silent.
    Where a pause holds, nothing opens and nobody is mailed; it goes on by itself on the day the pause ends.
    Running it again changes nothing. Returns how many rounds opened.
    """
    resting = tables_at_rest(clock.day_of(now))
    opened = sum(_open_if_due(rhythm, now) for rhythm in _running_rhythms().exclude(collaboration__in=resting))
    if mail_is_on():
        for round_ in _waiting_rounds().exclude(collaboration__in=resting):
            _mail_about(round_, now)
        for repair in _repairs_to_look_back_on(now).exclude(collaboration__in=resting):
            _mail_look_back(repair, now)
    return opened


def _running_rhythms() -> QuerySet[Rhythm]:
    """Rhythms that count, of collaborations that go on: a farewell needs no check-in, an example has no people."""
    running = Rhythm.objects.filter(ended_at=None, collaboration__demo_for=None).exclude(accepted_at=None)
    running = running.exclude(collaboration__stage__in=(Stage.FAREWELL.value, Stage.LEARN.value))
    running = running.exclude(collaboration__in=closed_tables())
    return running.select_related("collaboration").order_by("pk")


def _open_if_due(rhythm: Rhythm, now: datetime) -> bool:
    today = clock.day_of(now)
    last = Round.objects.filter(collaboration=rhythm.collaboration).order_by("-number").first()
    accepted_on = clock.day_of(rhythm.accepted_at) if rhythm.accepted_at else None
    due_on = next_opening(last.opened_on if last else None, accepted_on, rhythm.weeks, today)
    if due_on != today or (last and last.opened_on == today):
        return False
    open_round(collaboration=rhythm.collaboration, now=now)
    return True


def _waiting_rounds() -> QuerySet[Round]:
    """Rounds that ask for an answer; of a closed collaboration nobody asks anything any more."""
    waiting = Round.objects.filter(revealed_at=None, closed_at=None).exclude(collaboration__in=closed_tables())
    return waiting.select_related("collaboration").order_by("pk")


def _mail_about(round_: Round, now: datetime) -> None:
    """One invitation, later at most one reminder, to each side's speaker who has not sent yet."""
    sent = set(Answer.objects.filter(round=round_).exclude(sent_at=None).values_list("party", flat=True))
    for letter in letters_of(round_.collaboration, round_.opened_on):
        if letter.to.pk in sent:
            continue
        letter.queue("checkin_invitation", f"round:{round_.public_id}:{letter.to.pk}", now)
        if reminder_due(round_.opened_on, False, False, clock.day_of(now)):
            letter.queue("checkin_reminder", f"remind:{round_.public_id}:{letter.to.pk}", now)


def close_envelope(*, answer: Answer, round_: Round, now: datetime) -> bool:
    """She sends her answer; mail that asked her for it stays home. True when both envelopes opened.

    Raises AlreadySentError when the round opened or closed in the meantime.
    """
    opened = send_answer(answer=answer, now=now)
    for kind in ("round", "remind"):
        cancel_mail(unique_key=f"{kind}:{round_.public_id}:{answer.party_id}", now=now)
    if opened:
        mail_reveal(round_=round_, now=now)
    return opened


def mail_reveal(*, round_: Round, now: datetime) -> None:
    """Tell both speakers that the envelopes are open; a reminder that has not left yet stays home."""
    for letter in letters_of(round_.collaboration, round_.opened_on):
        cancel_mail(unique_key=f"remind:{round_.public_id}:{letter.to.pk}", now=now)
        cancel_mail(unique_key=f"round:{round_.public_id}:{letter.to.pk}", now=now)
        letter.queue("reveal", f"reveal:{round_.public_id}:{letter.to.pk}", now)


def suggest_rhythm(*, visit: Visit, weeks: int) -> Rhythm:
    """Propose a rhythm and tell the other side that something lies on the table."""
    rhythm = propose_rhythm(seat=visit.seat, weeks=weeks, now=visit.now)
    letter_to(visit.other_party).queue("rhythm_proposed", f"rhythm:{rhythm.public_id}", visit.now)
    return rhythm


def _repairs_to_look_back_on(now: datetime) -> QuerySet[Repair]:
    agreed = Repair.objects.filter(dropped_at=None, looked_back_at=None).exclude(agreed_at=None)
    agreed = agreed.exclude(collaboration__in=closed_tables())
    return agreed.filter(look_back_on__lte=clock.day_of(now)).select_related("collaboration")


def _mail_look_back(repair: Repair, now: datetime) -> None:
    said = set(repair.looks.values_list("party", flat=True))
    for letter in letters_of(repair.collaboration):
        if letter.to.pk not in said:
            letter.queue("repair_look_back", f"look:{repair.public_id}:{letter.to.pk}", now)
