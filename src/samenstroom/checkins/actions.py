"""Check-ins: rhythm, answers that stay sealed until both have sent, repairs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from samenstroom.accounts.models import Person
from samenstroom.collaborations.actions import NotAllowedError, write_line
from samenstroom.collaborations.models import Collaboration, Party, Seat
from samenstroom.kit import clock, wall
from samenstroom.rules.rounds import RHYTHMS, may_reveal

from .models import Answer, CarryingOn, OwnCheckIn, OwnRhythm, Repair, RepairLook, Rhythm, Round


class AlreadySentError(Exception):
    """A sent answer, or a round that is over, does not change any more."""


@transaction.atomic
def propose_rhythm(*, seat: Seat, weeks: int, now: datetime) -> Rhythm:
    """A rhythm lies on the table; it counts once the other side accepts. Replaces an open proposal.

    History: that it was proposed. Raises ValueError for a rhythm that cannot be chosen.
    """
    if weeks not in RHYTHMS:
        raise ValueError(f"a rhythm is one of {RHYTHMS} weeks, not {weeks!r}")
    open_proposals = Rhythm.objects.filter(collaboration=seat.collaboration, accepted_at=None, ended_at=None)
    open_proposals.update(ended_at=now)
    write_line(seat=seat, kind="rhythm_proposed", now=now, data={"weeks": weeks})
    return Rhythm.objects.create(collaboration=seat.collaboration, weeks=weeks, proposed_by=seat, proposed_at=now)


@transaction.atomic
def accept_rhythm(*, rhythm: Rhythm, seat: Seat, now: datetime) -> None:
    """The other side says yes: the rhythm counts from now, and the first round opens at once.

    History: that it was accepted. Refuses one's own proposal and one that is no longer open.
    """
    rhythm = Rhythm.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=rhythm.pk)
    proposer = rhythm.proposed_by
    is_theirs = proposer is not None and proposer.party_id != seat.party_id
    if not is_theirs or rhythm.accepted_at or rhythm.ended_at or rhythm.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    running = Rhythm.objects.filter(collaboration=seat.collaboration, ended_at=None).exclude(pk=rhythm.pk)
    running.update(ended_at=now)
    rhythm.accepted_by, rhythm.accepted_at = seat, now
    rhythm.save(update_fields=["accepted_by", "accepted_at"])
    write_line(seat=seat, kind="rhythm_accepted", now=now, data={"weeks": rhythm.weeks})
    if not Round.objects.filter(collaboration=seat.collaboration, closed_at=None, revealed_at=None).exists():
        open_round(collaboration=seat.collaboration, now=now)


@transaction.atomic
def stop_rhythm(*, rhythm: Rhythm, seat: Seat, now: datetime) -> None:
    """Either side may stop the rhythm; an open round stays open to answer. History: that it stopped."""
    if rhythm.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    if Rhythm.objects.filter(pk=rhythm.pk, ended_at=None).update(ended_at=now):
        write_line(seat=seat, kind="rhythm_stopped", now=now)


@transaction.atomic
def open_round(*, collaboration: Collaboration, now: datetime) -> Round:
    """The next round opens today; the one before closes. Opening twice on a day gives the same round."""
    today = clock.day_of(now)
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration.pk)  # one sweep at a time
    last = Round.objects.filter(collaboration=collaboration).order_by("-number").first()
    if last and last.opened_on == today:
        return last
    Round.objects.filter(collaboration=collaboration, closed_at=None).update(closed_at=now)
    return Round.objects.create(collaboration=collaboration, number=(last.number + 1 if last else 1), opened_on=today)


def draft_answer(*, round_: Round, seat: Seat, party: Party) -> Answer:
    """The answer this person is writing for her side, not stored before its first step is kept.

    Her own answer can change until the round is revealed or closed, also after she sent it. Refuses a person who
    does not speak for her side, a round that is over (NotAllowedError), and a side for which a colleague sent
    (AlreadySentError). A draft of a closed round comes too late: sending it would open what the other has sealed.
    """
    if party.speaker_id != seat.pk or seat.person is None or round_.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    if round_.revealed_at or round_.closed_at:
        raise NotAllowedError
    answer = Answer.objects.select_related("round", "seat").filter(round=round_, party=party).first()
    if answer and answer.person_id == seat.person_id:
        return answer
    if answer and answer.sent_at:
        raise AlreadySentError
    return Answer(round=round_, collaboration=seat.collaboration, party=party, seat=seat, person=seat.person)


@transaction.atomic
def save_values(*, answer: Answer, values: Mapping[str, int | None]) -> None:
    """Keep steps of a draft; items not named stay as they were."""
    _take_up(answer)
    answer.values = {**answer.values, **values}
    answer.save()


@transaction.atomic
def save_guess(*, answer: Answer, guess: int | None) -> None:
    """Keep what she thinks the other will say about the flow."""
    _take_up(answer)
    answer.guess = guess
    answer.save()


@transaction.atomic
def save_words(*, answer: Answer, appreciation: str, remark: str, remark_choice: str) -> None:
    """Keep her words, and what she wants done with her remark."""
    _take_up(answer)
    answer.appreciation, answer.remark, answer.remark_choice = appreciation, remark, remark_choice
    answer.save()


def _take_up(answer: Answer) -> None:
    """Hold the round and bring the draft up to date with what she kept or sent meanwhile, in another tab.

    A draft another person of the party left unsent goes away unread: it was hers alone.
    """
    round_ = Round.objects.select_for_update().get(pk=answer.round_id)
    stored = Answer.objects.filter(round=round_, party=answer.party_id)
    is_sent_by_colleague = stored.exclude(sent_at=None).exclude(person=answer.person_id).exists()
    if round_.revealed_at or round_.closed_at or is_sent_by_colleague:
        raise AlreadySentError
    with wall.for_everybody():  # unread, so to her it is not there
        stored.exclude(person=answer.person_id).delete()
    kept = stored.first()
    if kept:
        answer.pk = kept.pk
        answer.refresh_from_db()


@transaction.atomic
def send_answer(*, answer: Answer, now: datetime) -> bool:
    """Close her envelope. Returns True when it was the second one: then both open at this very moment.

    History: only, when both have sent, that the round opened. Again changes nothing; refuses a round that is over.
    """
    round_ = Round.objects.select_for_update().get(pk=answer.round_id)
    if round_.revealed_at or round_.closed_at:
        raise AlreadySentError
    Answer.objects.filter(pk=answer.pk, sent_at=None).update(sent_at=now)
    return _reveal_when_both_sent(round_, now)


def _reveal_when_both_sent(round_: Round, now: datetime) -> bool:
    needed = frozenset(Party.objects.filter(collaboration=round_.collaboration_id).values_list("pk", flat=True))
    sent = frozenset(round_.answers.exclude(sent_at=None).values_list("party", flat=True))
    if not may_reveal(needed, sent):
        return False
    Round.objects.filter(pk=round_.pk).update(revealed_at=now)
    write_line(
        seat=None,
        collaboration=round_.collaboration,
        kind="round_opened",
        now=now,
        data={"number": round_.number},
    )
    return True


@transaction.atomic
def free_answer(*, answer: Answer, person: Person, now: datetime) -> None:
    """Her answer of a round that closed with hers alone may now be read by the other side. Hers to decide.

    History: that she freed it.
    """
    round_ = answer.round
    if answer.person_id != person.pk or not answer.sent_at or not round_.closed_at or round_.revealed_at:
        raise NotAllowedError
    if Answer.objects.filter(pk=answer.pk, freed_at=None).update(freed_at=now):
        write_line(seat=answer.seat, kind="answer_freed", now=now, data={"number": round_.number})


@transaction.atomic
def share_remark(*, answer: Answer, person: Person, now: datetime) -> None:
    """A remark she kept is shared after all, by her own act, once the round is open. History: that it was shared."""
    if answer.person_id != person.pk or not answer.round.revealed_at or not answer.remark:
        raise NotAllowedError
    if answer.remark_choice != Answer.RaiseChoice.NOW and not answer.remark_shared_at:
        Answer.objects.filter(pk=answer.pk).update(remark_shared_at=now)
        write_line(seat=answer.seat, kind="remark_shared", now=now, data={"number": answer.round.number})


@transaction.atomic
def propose_repair(
    *, round_: Round, seat: Seat, text: str, owner: Party | None, look_back_on: date, now: datetime
) -> Repair:
    """One small thing to agree on after an opened round; `owner` None means both. History: that it was proposed."""
    tables = {round_.collaboration_id, owner.collaboration_id if owner else seat.collaboration_id}
    if not round_.revealed_at or tables != {seat.collaboration_id}:
        raise NotAllowedError
    write_line(seat=seat, kind="repair_proposed", now=now, note=text)
    return Repair.objects.create(
        collaboration=seat.collaboration,
        round=round_,
        text=text,
        owner=owner,
        look_back_on=look_back_on,
        proposed_by=seat,
        proposed_at=now,
    )


@transaction.atomic
def agree_repair(*, repair: Repair, seat: Seat, now: datetime) -> None:
    """The other side says yes; from now on it is an agreement of both. History: that both agreed."""
    _other_side_of(repair, seat)
    changed = Repair.objects.filter(pk=repair.pk, agreed_at=None, dropped_at=None)
    if changed.update(agreed_by=seat, agreed_at=now):
        write_line(seat=seat, kind="repair_agreed", now=now, note=repair.text)


@transaction.atomic
def drop_repair(*, repair: Repair, seat: Seat, now: datetime) -> None:
    """Either side takes it off the table. History: that it was dropped."""
    if repair.collaboration_id != seat.collaboration_id:
        raise NotAllowedError
    if Repair.objects.filter(pk=repair.pk, dropped_at=None).update(dropped_at=now):
        write_line(seat=seat, kind="repair_dropped", now=now, note=repair.text)


def _other_side_of(repair: Repair, seat: Seat) -> None:
    proposer = repair.proposed_by
    if repair.collaboration_id != seat.collaboration_id or (proposer and proposer.party_id == seat.party_id):
        raise NotAllowedError


@transaction.atomic
def look_back(*, repair: Repair, seat: Seat, helped: str, now: datetime) -> bool:
    """She says whether it helped; sealed until the other side said it too. True when both are now open.

    History: only when both have said it. Refuses who would overwrite what a colleague said (AlreadySentError).
    """
    repair = Repair.objects.select_for_update().get(pk=repair.pk)
    is_agreed = repair.agreed_at is not None and repair.dropped_at is None
    if repair.collaboration_id != seat.collaboration_id or not is_agreed or seat.person is None:
        raise NotAllowedError
    said = RepairLook.objects.filter(repair=repair, party=seat.party_id)
    if repair.looked_back_at or said.exclude(person=seat.person).exists():
        raise AlreadySentError
    look = {"person": seat.person, "helped": Repair.Helped(helped).value, "said_at": now}
    RepairLook.objects.update_or_create(
        repair=repair,
        party_id=seat.party_id,
        defaults={"collaboration": seat.collaboration, **look},
    )
    needed = frozenset(Party.objects.filter(collaboration=seat.collaboration).values_list("pk", flat=True))
    if not may_reveal(needed, frozenset(repair.looks.values_list("party", flat=True))):
        return False
    Repair.objects.filter(pk=repair.pk).update(looked_back_at=now)
    write_line(seat=None, collaboration=repair.collaboration, kind="repair_looked_back", now=now, note=repair.text)
    return True


@transaction.atomic
def set_own_rhythm(*, person: Person, collaboration: Collaboration, weeks: int | None, today: date) -> None:
    """How often she checks in with herself; None stops it. Private."""
    own = OwnRhythm.objects.filter(person=person, collaboration=collaboration)
    if weeks is None:
        own.delete()
        return
    chosen = {"weeks": weeks, "since": today}
    OwnRhythm.objects.update_or_create(person=person, collaboration=collaboration, defaults=chosen)


def own_draft(*, person: Person, collaboration: Collaboration, today: date) -> OwnCheckIn:
    """The check-in with herself that she is writing; not stored before something is kept."""
    draft = OwnCheckIn.objects.filter(person=person, collaboration=collaboration, sent_at=None).first()
    return draft or OwnCheckIn(person=person, collaboration=collaboration, answered_on=today)


def save_own(*, draft: OwnCheckIn, values: Mapping[str, int | None] | None = None, remark: str | None = None) -> None:
    """Keep what she filled in so far."""
    if draft.sent_at:
        raise AlreadySentError
    draft.values = {**draft.values, **(values or {})}
    draft.remark = draft.remark if remark is None else remark
    draft.save()


def close_own(*, draft: OwnCheckIn, now: datetime) -> None:
    """Done: it joins her own line. Nobody is told, no shared line is written."""
    if draft.sent_at:
        raise AlreadySentError
    draft.sent_at, draft.answered_on = now, clock.day_of(now)
    draft.save(update_fields=["sent_at", "answered_on"])


def note_carrying_on(*, person: Person, collaboration: Collaboration, step: int | None, today: date) -> None:
    """Keep her private answer to "zou ik doorgaan?"; None when she would rather not say now."""
    CarryingOn.objects.create(person=person, collaboration=collaboration, asked_on=today, step=step)
